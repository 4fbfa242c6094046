"""Which families a session is for: proposed at night, accepted by whoever supervises, and read by the group.

The database refuses a family kept from anybody who could read the agenda, whoever puts it there (`wall_agenda.sql`).
"""

import json
from collections.abc import Sequence
from datetime import date, datetime

from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from cases.models import Case, Involvement, Member
from cases.models.case import OfCaseQuerySet
from supervision.models import AgendaItem, AgendaRequest, Discussion, NeedsAnotherSession, Session
from supervision.operations.discussions import bring_family
from supervision.operations.holding import NotInTheRoom, hold_session, who_hears
from supervision.readings.agenda_facts import counting, families, sitting
from supervision.rules.agenda import Item, Why, propose

_REASON = {
    Why.PROTECTION: Discussion.Reason.PROTECTION,
    Why.COURT: Discussion.Reason.COURT,
    Why.DRIFT: Discussion.Reason.STUCK,
    Why.ASKED: Discussion.Reason.STUCK,
    Why.MISSING: Discussion.Reason.INCIDENT,
}


class NotOnThisAgenda(Exception):
    """The family needs another session. Never says why."""


@transaction.atomic
def propose_tonight(*, session: Session, on: date) -> int:
    """Propose a session's families by the rules, all of it or nothing; how many are proposed. For jobs alone.

    What somebody accepted or took off stays so; a published agenda, or a session that has begun, is left alone.
    """
    rules, budget = counting()
    everybody = Case.objects.all()  # nosemgrep: record-not-asked-for-a-person
    asked = propose(families(session.group, on, everybody, rules), sitting(session), rules, budget)
    rows = [_row(item, place) for place, item in enumerate(asked.items, 1)]
    with connection.cursor() as cursor:
        cursor.execute("select propose_agenda(%s, %s, %s)", [session.pk, on, json.dumps(rows)])
        proposed = int(cursor.fetchone()[0])
        elsewhere = [*asked.elsewhere, *asked.for_manager]
        cursor.execute("select tell_another_session(%s, %s, %s::bigint[])", [session.pk, on, elsewhere])
    record(action="proposed the agenda of a session", subject=session)
    return proposed


@transaction.atomic
def accept_agenda(*, session: Session, by: User, on: date, at: datetime | None = None) -> int:
    """Everything proposed is on the agenda; with `at`, the group reads it from that moment. How many were accepted.

    Who asked for one of these families has their answer. Asked twice, it changes nothing. Raises Locked.
    """
    hold_session(session)
    items = _of(session, by).filter(accepted_on=None)
    accepted = items.update(accepted_on=on, accepted_by=by, version=F("version") + 1)
    cases = _of(session, by).values("case")
    AgendaRequest.objects.filter(case__in=cases, wants="group", answered_on=None).update(
        answered_on=on, version=F("version") + 1
    )
    if at is not None:
        Session.objects.filter(pk=session.pk, agenda_published_at=None).update(
            agenda_published_at=at, version=F("version") + 1
        )
    record(action="accepted the agenda of a session", subject=session)
    return accepted


@transaction.atomic
def put_on_agenda(*, session: Session, case: Case, depth: str, by: User, on: date) -> AgendaItem:
    """Somebody who supervises puts a family on. Raises Locked, or NotOnThisAgenda."""
    hold_session(session)
    _, budget = counting()
    known = AgendaItem.objects.filter(session=session)
    minutes = budget.in_depth if depth == Discussion.Depth.DEEP else budget.quick
    said = {"depth": depth, "minutes": minutes, "accepted_on": on, "accepted_by": by}
    place = (known.order_by("-place").values_list("place", flat=True).first() or 0) + 1
    try:
        with transaction.atomic():
            item, is_new = AgendaItem.objects.get_or_create(
                session=session, case=case, defaults={**said, "place": place, "proposed_on": on}
            )
            if not is_new and not item.accepted_on:
                known.filter(pk=item.pk).update(**said, taken_off_on=None, taken_off_by=None, version=F("version") + 1)
    except IntegrityError as error:
        _need_another(session, case, on, error)
    AgendaRequest.objects.filter(case=case, wants="group", answered_on=None).update(answered_on=on)
    record(action="put a family on an agenda", subject=session, case_id=case.pk)
    return item


@transaction.atomic
def take_off_agenda(*, item: AgendaItem, by: User, on: date) -> None:
    """Not in this session: the night does not propose it for this one again. Raises Locked."""
    hold_session(item.session)
    AgendaItem.objects.filter(pk=item.pk, taken_off_on=None).update(
        taken_off_on=on, taken_off_by=by, accepted_on=None, accepted_by=None, version=F("version") + 1
    )
    record(action="took a family off an agenda", subject=item.session, case_id=item.case_id)


@transaction.atomic
def change_place(*, item: AgendaItem, place: int, by: User) -> None:
    """A family comes at that place, from 1; those after it move on. Asked twice, it stays there. Raises Locked."""
    hold_session(item.session)
    others = list(_of(item.session, by).exclude(pk=item.pk).order_by("place", "pk").values_list("pk", flat=True))
    others.insert(max(place - 1, 0), item.pk)
    for number, key in enumerate(others, 1):
        AgendaItem.objects.filter(pk=key).exclude(place=number).update(place=number, version=F("version") + 1)
    record(action="put an agenda in another order", subject=item.session)


@transaction.atomic
def change_depth(*, item: AgendaItem, depth: str) -> None:
    """In depth or in the quick round, a code of Discussion.Depth. Raises Locked."""
    hold_session(item.session)
    _, budget = counting()
    minutes = budget.in_depth if depth == Discussion.Depth.DEEP else budget.quick
    AgendaItem.objects.filter(pk=item.pk).exclude(depth=depth).update(
        depth=depth, minutes=minutes, version=F("version") + 1
    )
    record(action="changed how long an agenda has for a family", subject=item.session, case_id=item.case_id)


@transaction.atomic
def ask_for_family(*, case: Case, by: User, on: date, wants: str = "group", why: str = "") -> AgendaRequest:
    """A worker asks that a family be talked about. A family is asked for once: whoever asks again finds that one."""
    found, is_new = AgendaRequest.objects.get_or_create(
        case=case, wants=wants, answered_on=None, defaults={"asked_by": by, "asked_on": on, "why": why}
    )
    if is_new:
        record(action="asked that a family be talked about", subject=found, case_id=case.pk)
    return found


@transaction.atomic
def plan_another(*, need: NeedsAnotherSession, by: User, on: date) -> None:
    """Whoever supervises has planned another session for a family. Asked twice, the first answer stands."""
    NeedsAnotherSession.objects.filter(pk=need.pk, answered_on=None).update(
        answered_on=on, answered_by=by, version=F("version") + 1
    )
    record(action="planned another session for a family", subject=need, case_id=need.case_id)


@transaction.atomic
def bring_agenda(*, session: Session, by: User) -> Sequence[Discussion]:
    """The families of the agenda come to the session, in its order, each presented by somebody who works with them.

    Where nobody of them is here, whoever supervises presents. A family that is there already stays as it is, and one
    nobody here may hear about is left out. Raises Locked.
    """
    hold_session(session)
    brought = []
    items = _of(session, by).filter(accepted_on__isnull=False).select_related("case").order_by("place", "pk")
    for item in items:
        presenter = presenter_for(session, item.case)
        if presenter is None:
            continue
        try:
            brought.append(bring_item(session, item, presenter))
        except NotInTheRoom:
            continue
    return brought


def _of(session: Session, by: User) -> OfCaseQuerySet[AgendaItem]:
    """Families of an agenda that this person sees and nobody took off."""
    return AgendaItem.objects.visible_to(by).filter(session=session, taken_off_on=None)


def _row(item: Item, place: int) -> dict[str, object]:
    return {
        "case": item.family,
        "depth": item.talk.value,
        "place": place,
        "why": [why.value for why in item.why],
        "words": list(item.words),
        "minutes": item.minutes,
        "due_on": item.due_on.isoformat(),
        "needs_cover": item.needs_cover,
    }


def _need_another(session: Session, case: Case, on: date, error: DatabaseError) -> None:
    if "not on this agenda" not in str(error):
        raise error
    with connection.cursor() as cursor:
        cursor.execute("select ask_another_session(%s, %s, %s)", [session.pk, case.pk, on])
    raise NotOnThisAgenda from error


def presenter_for(session: Session, case: Case) -> User | None:
    """Somebody here who works with the family, those who lead first; else whoever supervises, if they hear of it."""
    here = who_hears(session, case)
    works = Involvement.objects.filter(case=case, ended_on=None, worker__in=here, role__in=("lead", "co-worker"))
    found = works.select_related("worker").order_by(F("leads_now").desc(nulls_last=True), "started_on", "pk").first()
    if found:
        return found.worker
    return session.supervisor if session.supervisor_id in here else None


def bring_item(session: Session, item: AgendaItem, presenter: User) -> Discussion:
    why = next((_REASON[each] for each in map(Why, item.why) if each in _REASON), Discussion.Reason.ROUTINE)
    children = list(Member.objects.children().filter(case=item.case))
    found = bring_family(
        session=session, case=item.case, children=children, presenter=presenter, depth=item.depth, reason=why
    )
    Discussion.objects.filter(pk=found.pk, place=0).update(place=item.place, version=F("version") + 1)
    return found
