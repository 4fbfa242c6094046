"""Whether a group's rhythm is enough for its families: its sessions to come, one by one, by the rules of the agenda.

Nobody is measured by it. It answers one question before it hurts: with these sessions, who would be late, and why?

| rule | source |
|---|---|
| five people and 40 families, weekly for eight weeks: nobody is late | PRACTICE 3 |
| every session does what its agenda proposes, and what was said counts | assumed here; what did not count is late too |
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from camden.rules.names import day_in_words
from camden.rules.workdays import england
from supervision.rules.agenda import Agenda, Budget, Family, Sitting, propose
from supervision.rules.counting import Counting, Standing, Talk


class Cause(StrEnum):
    """Why a family would be late."""

    BEFORE = "before"
    ELSEWHERE = "elsewhere"
    CANCELLED = "cancelled"
    AWAY = "away"
    NO_DEPTH = "no-depth"
    NO_ROOM = "no-room"


@dataclass(frozen=True)
class Meeting:
    """A session to come. Cancelled, it is not held. `joins` are families that come by then, or with whom something
    happens: of those who are there already, the days on which they were talked about stay as they are."""

    sitting: Sitting
    is_cancelled: bool = False
    joins: tuple[Family, ...] = ()


@dataclass(frozen=True)
class Late:
    """A family that would be late: since when, until which session of those looked at (None: none), and why."""

    family: int
    due_on: date
    heard_on: date | None
    cause: Cause
    words: str


@dataclass(frozen=True)
class Forecast:
    """The agendas by day, and who would be late, the earliest first. A family may be late twice.

    For whoever supervises; what is kept from them as well is in `for_manager`. A pod reads agendas and no forecast.
    """

    agendas: Mapping[date, Agenda]
    late: tuple[Late, ...]
    for_manager: tuple[Late, ...] = ()


def next_day(weekday: int, cadence_weeks: int, last_on: date | None, on: date) -> date:
    """The day after `on` on which a group meets next: on its weekday, and so many weeks after it met last. A week whose
    day is a bank holiday is passed over.

    >>> next_day(1, 2, date(2026, 11, 3), date(2026, 11, 4))
    datetime.date(2026, 11, 17)
    """
    day = (last_on + timedelta(weeks=cadence_weeks)) if last_on else on + timedelta(days=1)
    day += timedelta(days=(weekday - day.weekday()) % 7 if last_on is None else weekday - day.weekday())
    while day <= on or (last_on is not None and day <= last_on) or not england().is_working(day):
        day += timedelta(weeks=cadence_weeks)
    return day


def forecast(
    families: Iterable[Family],
    meetings: Sequence[Meeting],
    counting: Counting | None = None,
    budget: Budget | None = None,
    *,
    is_covered: bool = True,
) -> Forecast:
    """What becomes of the families over these sessions, the earliest first, until the day after the last's `next_on`.

    `is_covered`: somebody presents for a colleague who is away. Needs at least one meeting.
    """
    counting = counting or Counting()
    known = {family.key: family for family in families}
    agendas: dict[date, Agenda] = {}
    late: list[Late] = []
    for meeting in meetings:
        known |= {family.key: _as_now(family, known.get(family.key)) for family in meeting.joins}
        if meeting.is_cancelled:
            continue
        agenda = propose(known.values(), meeting.sitting, counting, budget)
        agendas[meeting.sitting.held_on] = agenda
        for item in agenda.items:
            if is_covered or not item.needs_cover:
                before = known[item.family]
                known[item.family] = _heard(before, item.talk, meeting.sitting.held_on, counting)
                if counting.begins_anew(item.talk, before.standing):
                    late += _if_late(before, meeting.sitting.held_on, meetings, counting)
    for family in known.values():
        late += _if_late(family, None, meetings, counting)
    late.sort(key=lambda each: (each.due_on, each.family))
    supervisors = {meeting.sitting.supervisor for meeting in meetings}
    kept = [each for each in late if known[each.family].kept_from & supervisors]
    return Forecast(agendas, tuple(each for each in late if each not in kept), tuple(kept))


def _as_now(family: Family, before: Family | None) -> Family:
    return replace(family, since_on=before.since_on, last_on=before.last_on) if before else family


def _heard(family: Family, talk: Talk, on: date, counting: Counting) -> Family:
    """A family after a talk. Depth answers what asked for it; a quick round notices it, and it goes on asking."""
    heard = replace(family, last_on={**family.last_on, talk: on})
    if counting.begins_anew(talk, family.standing):
        heard = replace(heard, since_on=on)
    if talk is Talk.DEEP:
        heard = replace(
            heard, is_new_to_care=False, missing_times=0, drifts=False, is_asked_for=False, not_alone_times=0
        )
    return heard


def _if_late(family: Family, on: date | None, meetings: Sequence[Meeting], counting: Counting) -> list[Late]:
    due_on = family.since_on + counting.limit(family.standing)
    if due_on >= (on or meetings[-1].sitting.next_on):
        return []
    could = [each for each in meetings if family.since_on < each.sitting.held_on <= due_on]
    cause = _cause(family, could, counting)
    return [Late(family.key, due_on, on, cause, _words(cause, could, family, counting))]


def _cause(family: Family, could: Sequence[Meeting], counting: Counting) -> Cause:
    """The first that explains it, of the sessions in which there would have been time."""
    if not could:
        return Cause.BEFORE
    held = [each for each in could if not each.is_cancelled]
    if any(family.kept_from & (each.sitting.people | each.sitting.readers) for each in could) or family.is_restricted:
        return Cause.ELSEWHERE
    if family.present_by and held and not any(family.present_by & each.sitting.people for each in held[-1:]):
        return Cause.AWAY
    if len(held) < len(could):
        return Cause.CANCELLED
    return Cause.NO_ROOM if counting.begins_anew(Talk.QUICK, family.standing) else Cause.NO_DEPTH


def _words(cause: Cause, could: Sequence[Meeting], family: Family, counting: Counting) -> str:
    days = [day_in_words(each.sitting.held_on) for each in could if each.is_cancelled]
    watched = " with each child’s voice and risk" if family.standing is not Standing.ORDINARY else ""
    return {
        Cause.BEFORE: "Late before the first of these sessions.",
        Cause.ELSEWHERE: "Needs another session.",
        Cause.CANCELLED: f"No session on {' or '.join(days)}.",
        Cause.AWAY: "Those who work with them were away, and nobody presented for them.",
        Cause.NO_DEPTH: "Only discussions in depth count here, and there were not enough of them.",
        Cause.NO_ROOM: f"The time of {len(could)} sessions was not enough for it{watched}.",
    }[cause]
