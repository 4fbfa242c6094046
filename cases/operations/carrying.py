"""Verbs of what is carried beside the plans: how far a home is, extra duties, and the languages somebody speaks."""

from datetime import date

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import Team, User
from camden.rules.names import day_in_words
from cases.models import ExtraDuty, Household, Language, WayThere
from cases.operations.refusing import Refusal, in_words
from cases.rules.carrying import NOTED_DUTY


class NotCarried(Refusal):
    """What cannot be noted so. Says why, and about which answer."""


@transaction.atomic
def note_way(*, home: Household, team: Team, minutes: int, by: User, on: date) -> WayThere:
    """It is so many minutes, one way, from the base of a team to a home. Noted again, the latest holds."""
    said = {"minutes": minutes, "noted_on": on, "noted_by": by}
    ways = WayThere.objects.filter(household=home, team=team)
    if not ways.update(**said, version=F("version") + 1):
        with in_words(NotCarried, {"one_way_from_each_base_to_a_home": ("Somebody noted this way a moment ago.", "")}):
            WayThere.objects.create(case=home.case, household=home, team=team, **said)
    way: WayThere = ways.get()
    record(action="noted how far a home is", subject=way, case_id=home.case_id)
    return way


@transaction.atomic
def note_extra_duty(*, person: User, duty: str, about: str, started_on: date, by: User) -> ExtraDuty:
    """Somebody whose work `by` answers for carries this beside their families from that day. Raises NotCarried."""
    if duty not in NOTED_DUTY:
        raise NotCarried("Choose what they carry.", "duty")
    twice = f"{person.name} carries this already. End it first."
    with in_words(NotCarried, {"one_extra_duty_of_a_kind_at_a_time": (twice, "duty")}):
        row = ExtraDuty.objects.create(
            person=person, duty=duty, about=about.strip(), started_on=started_on, noted_by=by
        )
    record(action="noted an extra duty", subject=row)
    return row


@transaction.atomic
def end_extra_duty(*, duty: ExtraDuty, on: date) -> None:
    """They carry it up to that day, and not on it. Nothing happens the second time. Raises NotCarried."""
    if on < duty.started_on:
        raise NotCarried(f"It began on {day_in_words(duty.started_on)}. Check the day.", "ended_on")
    if ExtraDuty.objects.filter(pk=duty.pk, ended_on=None).update(ended_on=on, version=F("version") + 1):
        record(action="ended an extra duty", subject=duty)


@transaction.atomic
def add_language(*, person: User, name: str, on: date) -> Language:
    """A language one speaks well enough to work with a family in it. Said by oneself. Raises NotCarried."""
    name = " ".join(name.split())
    if not name:
        raise NotCarried("Enter a language.", "name")
    with in_words(NotCarried, {"each_language_once_for_a_person": ("It is on your list already.", "name")}):
        row = Language.objects.create(person=person, name=name[:1].upper() + name[1:], started_on=on)
    record(action="said which language they speak", subject=row)
    return row


@transaction.atomic
def end_language(*, language: Language, on: date) -> None:
    """It is taken off one's list. Nothing happens the second time."""
    if Language.objects.filter(pk=language.pk, ended_on=None).update(ended_on=on, version=F("version") + 1):
        record(action="took a language off their list", subject=language)
