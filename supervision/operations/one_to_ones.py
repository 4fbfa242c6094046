"""Verbs about one-to-one supervision: begin a talk, write it, agree it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.operations.versions import change
from cases.models import Case, Member
from cases.operations.refusing import Refusal, in_words
from supervision.models import OneToOne, OneToOneChild, OneToOneFamily, OneToOneWords
from supervision.readings.one_to_ones import works_for


class NotTalked(Refusal):
    """A one-to-one cannot be begun, written or agreed so."""


@dataclass(frozen=True)
class FamilyLine:
    """What was said of one family: the line of a quick round, safety, and (child, voice, how we know) of each child."""

    case: Case
    changed: str = ""
    worry: str = ""
    next_step: str = ""
    safety: str = ""
    voices: Sequence[tuple[Member, str, str]] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nobody said anything of this family."""
        return not any((self.changed, self.worry, self.next_step, self.safety, *(voice for _, voice, _ in self.voices)))


@transaction.atomic
def begin_one_to_one(*, supervisor: User, worker: User, held_on: date, on: date) -> OneToOne:
    """Two people talk, on a day that has come. Raises NotTalked for somebody whom this person does not supervise."""
    if held_on > on:
        raise NotTalked("Enter today or a day before it.", "held_on")
    if worker.pk == supervisor.pk or not works_for(supervisor).filter(user=worker).exists():
        raise NotTalked("Choose somebody of your own teams.", "worker")
    twice = {"one_talk_of_two_people_a_day": ("The two of you have a talk of that day already.", "held_on")}
    with in_words(NotTalked, twice):
        talk = OneToOne.objects.create(worker=worker, supervisor=supervisor, held_on=held_on)
    OneToOneWords.objects.create(one_to_one=talk)
    record(action="began a one-to-one", subject=talk)
    return talk


@transaction.atomic
def write_one_to_one(
    *,
    talk: OneToOne,
    by: User,
    version: int | None,
    wellbeing: str = "",
    learning: str = "",
    agreed: str = "",
    next_on: date | None = None,
    families: Sequence[FamilyLine] = (),
) -> None:
    """Write down what was said, as often as the two like until it is agreed. Raises NotTalked, Overtaken.

    Of the worker: read by the two alone. Of a family: its record's, and one that nobody spoke of leaves nothing.
    """
    if by.pk not in (talk.worker_id, talk.supervisor_id):
        raise NotTalked("This talk belongs to two other people.")
    if not OneToOne.objects.select_for_update(of=("self",)).filter(pk=talk.pk, agreed_on=None).exists():
        raise NotTalked("This was agreed. What was written stays as it is.")
    if next_on is not None and next_on <= talk.held_on:
        raise NotTalked("Choose a day after this talk.", "next_on")
    change(talk.words, version=version, wellbeing=wellbeing, learning=learning, agreed=agreed)
    OneToOne.objects.filter(pk=talk.pk).update(next_on=next_on, version=F("version") + 1)
    for line in families:
        _keep_family(talk, line)
    record(action="wrote down a one-to-one", subject=talk)


@transaction.atomic
def agree_one_to_one(*, talk: OneToOne, by: User, on: date, whole: Sequence[int]) -> None:
    """The two agree what is written, and it stays so. `whole` are keys of its families that count. Raises NotTalked."""
    if by.pk != talk.supervisor_id:
        raise NotTalked("Whoever supervises agrees the record.")
    if not OneToOne.objects.filter(pk=talk.pk, agreed_on=None).update(agreed_on=on, version=F("version") + 1):
        raise NotTalked("This was agreed already.")
    OneToOneFamily.objects.filter(one_to_one=talk, pk__in=list(whole)).update(agreed_on=on, version=F("version") + 1)
    record(action="agreed a one-to-one", subject=talk)


def _keep_family(talk: OneToOne, line: FamilyLine) -> None:
    known = OneToOneFamily.objects.filter(one_to_one=talk, case=line.case).first()
    if known is None and line.is_empty:
        return
    said = {name: getattr(line, name) for name in ("changed", "worry", "next_step", "safety")}
    if known is None:
        known = OneToOneFamily.objects.create(one_to_one=talk, case=line.case, held_on=talk.held_on, **said)
        record(action="spoke of a family in a one-to-one", subject=known, case_id=line.case.pk)
    else:
        OneToOneFamily.objects.filter(pk=known.pk).update(**said, version=F("version") + 1)
    for child, voice, source in line.voices:
        OneToOneChild.objects.update_or_create(
            family=known, child=child, defaults={"voice": voice, "source": source}, create_defaults={
                "case": line.case, "voice": voice, "source": source,
            },
        )  # fmt: skip
