"""Verbs about early-career programmes: who begins one, who agrees, reviews, and says how it ends."""

from collections.abc import Sequence
from datetime import date

from django.db import IntegrityError, connection, transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.operations import refusals
from camden.operations.refusals import NotDone, call
from camden.operations.versions import Overtaken, change
from training.models import PanelMember, Programme, ProgrammeAgreement, ProgrammeReview, ProtectedTime
from training.rules.early_career import FULL_TIME, Held, Outcome, Path, not_yet_possible, programme_for
from training.rules.panel import MANAGES, TOO_FEW, may_not_sit, not_long_enough

_SENTENCES = {
    "no such programme": ("This programme is not there any more.", ""),
    "somebody else of the panel": (MANAGES, ""),
    "a panel is two": (TOO_FEW, ""),
    "no such review": ("This review is not there any more.", ""),
    "nobody_assesses_themselves": ("Somebody else assesses.", "assessor"),
    "one_programme_for_somebody_at_a_time": ("They are on a programme already.", "person"),
}
SITS = "They sit on the panel. Choose somebody else, or end that first."


@transaction.atomic
def begin_programme(
    *, person: User, assessor: User, started_on: date, by: User, fte_permille: int = FULL_TIME
) -> tuple[Programme, bool]:
    """Somebody newly qualified begins: the programme of the day they start, and whether their caseload knows of it.

    The caseload reckons by the employment, where the programme and its first day are noted; without one, it cannot.
    `fte_permille` is 1000 for full time. Raises NotDone.
    """
    if person == assessor:
        raise NotDone(*_SENTENCES["nobody_assesses_themselves"])
    code = programme_for(started_on).code
    try:
        with transaction.atomic():
            programme = Programme.objects.create(
                person=person, code=code, started_on=started_on, assessor=assessor, fte_permille=fte_permille
            )
    except IntegrityError as error:
        raise NotDone(*_SENTENCES["one_programme_for_somebody_at_a_time"]) from error
    with connection.cursor() as cursor:
        cursor.execute("select note_early_career(%s)", [programme.pk])
        is_noted = bool(cursor.fetchone()[0])
    record(action="began an early-career programme", subject=programme)
    return programme, is_noted


@transaction.atomic
def change_programme(
    *, programme: Programme, version: int | None, assessor: User, extended_to_on: date | None, by: User
) -> Programme:
    """Who assesses, and until when it goes on beyond its time: the caseload is told. Raises Overtaken of `versions`,
    and NotDone."""
    if assessor.pk == programme.person_id:
        raise NotDone(*_SENTENCES["nobody_assesses_themselves"])
    if PanelMember.objects.filter(programme=programme, person=assessor, ended_on=None).exists():
        raise NotDone(SITS, "assessor")
    changed: Programme = change(programme, version=version, assessor=assessor, extended_to_on=extended_to_on)
    with connection.cursor() as cursor:
        cursor.execute("select note_extension(%s)", [programme.pk])
    record(action="changed an early-career programme", subject=changed)
    return changed


@transaction.atomic
def name_to_panel(*, programme: Programme, person: User, by: User, on: date) -> PanelMember:
    """Somebody sits on the panel, once however often it is said. Raises NotDone for who cannot."""
    if because := may_not_sit(person.pk, programme.person_id, programme.assessor_id):
        raise NotDone(because, "person")
    member, _ = PanelMember.objects.get_or_create(
        programme=programme, person=person, ended_on=None, defaults={"started_on": on}
    )
    record(action="named somebody to a panel", subject=programme)
    return member


@transaction.atomic
def end_on_panel(*, member: PanelMember, by: User, on: date) -> None:
    """Somebody sits on the panel no longer: from this moment the programme does not exist for them."""
    if PanelMember.objects.filter(pk=member.pk, ended_on=None).update(ended_on=on, version=F("version") + 1):
        record(action="ended a place on a panel", subject=member.programme)


class AgreedAlready(Exception):
    """There is an agreement: it is written once. `theirs` is the one that stands."""

    def __init__(self, theirs: ProgrammeAgreement) -> None:
        super().__init__("agreed already")
        self.theirs = theirs


@transaction.atomic
def agree_on_learning(
    *,
    programme: Programme,
    agreed_on: date,
    wants_to_learn: str,
    support: str,
    by: User,
    supervision: str = "",
    protected_time: str = "",
) -> ProgrammeAgreement:
    """The worker, their manager and the assessor agreed; one of them writes it down, once. Raises AgreedAlready."""
    words = {"wants_to_learn": wants_to_learn, "support": support}
    words |= {"supervision": supervision, "protected_time": protected_time}
    try:
        with transaction.atomic():
            agreement = ProgrammeAgreement.objects.create(programme=programme, agreed_on=agreed_on, **words)
    except IntegrityError as error:
        raise AgreedAlready(ProgrammeAgreement.objects.get(programme=programme)) from error
    record(action="agreed on learning", subject=agreement)
    return agreement


@transaction.atomic
def hold_review(*, programme: Programme, held_on: date, going_well: str, comes_next: str, by: User) -> ProgrammeReview:
    """The assessor held a review. Raises NotDone when there is one of that day."""
    try:
        with transaction.atomic():
            review = ProgrammeReview.objects.create(
                programme=programme, held_on=held_on, held_by=by, going_well=going_well, comes_next=comes_next
            )
    except IntegrityError as error:
        raise NotDone("A review was held that day already.", "held_on") from error
    record(action="held a review of an early-career programme", subject=review)
    return review


@transaction.atomic
def say_of_support(*, review: ProgrammeReview, version: int, words: str, by: User) -> None:
    """The worker says in a review what support they had. Raises NotDone, or Overtaken of `versions`."""
    try:
        call("select answer_review(%s, %s, %s)", [review.pk, version, words], _SENTENCES)
    except refusals.Overtaken as meanwhile:
        raise Overtaken(ProgrammeReview.objects.get(pk=review.pk), frozenset({"worker_says"})) from meanwhile
    record(action="said what support there was", subject=review)


@transaction.atomic
def keep_week(*, programme: Programme, week_on: date, planned: int, had: int, by: User) -> ProtectedTime:
    """How a week of protected time went, in minutes: planned, and had. Said again, it is changed."""
    minutes = {"planned_minutes": planned, "had_minutes": had}
    week, is_new = ProtectedTime.objects.get_or_create(programme=programme, week_on=week_on, defaults=minutes)
    if not is_new:
        ProtectedTime.objects.filter(pk=week.pk).update(**minutes, version=F("version") + 1)
    record(action="noted protected time", subject=week)
    return week


@transaction.atomic
def decide_programme(
    *,
    programme: Programme,
    version: int,
    way: tuple[Path, Sequence[Held]],
    outcome: Outcome,
    on: date,
    by: User,
    until: date | None = None,
) -> None:
    """What the panel says: passed, failed, or extended until a day. Raises NotDone, of which Overtaken is one.

    The caseload is told when a programme goes on, and when one that was extended is over. `way` is the programme with
    what took place of it; `by` sits on the panel and does not manage the worker.
    """
    path, held = way
    if because := not_yet_possible(path, held, outcome, on):
        raise NotDone(because, "outcome")
    if outcome is Outcome.EXTENDED and (because := not_long_enough(until, path.ends_on, on)):
        raise NotDone(because, "until")
    values = [programme.pk, version, outcome.value, until, on]
    call("select decide_programme(%s, %s, %s, %s, %s)", values, _SENTENCES)
    record(action="wrote down what a panel decided", subject=programme)
