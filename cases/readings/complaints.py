"""What people say of our work, as its pages show it, and which complaints wait for managers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models.functions import JSONObject

from camden.access import Permission, Role
from camden.models import User
from camden.operations.rulebook import calendar, timescales
from camden.rules.limits import source_in_words
from camden.rules.moments import day_away
from camden.rules.names import day_in_words
from camden.rules.rows import Timescale
from cases.models import Case, Complaint
from cases.rules.complaints import CODES, COMPLAINT, COMPLIMENT, Course, answer_by, counted_how, more_days, tell_from
from cases.rules.overseeing import COMPLAINT_OUTCOME, COMPLAINT_STAGE
from cases.rules.timescales import ROWS

_SHIPPED = tuple(rule for rule in ROWS if rule.code in CODES.values())


@dataclass(frozen=True)
class SaidLine:
    """One complaint, compliment or comment. `due` is empty where nothing is due, `state` late, soon or ahead."""

    pk: int
    href: str
    kind: str
    label: str
    tag: str
    words: str
    who: str
    how: str
    day: str
    iso: str
    recorded_by: str
    stage: str = ""
    due: str = ""
    due_iso: str = ""
    away: str = ""
    state: str = ""
    is_answered: bool = False


@dataclass(frozen=True)
class Answered:
    """An answer at one stage: how it ended, when and by whom, what they were told, what we learned."""

    stage: str
    outcome: str
    day: str
    by: str
    words: str
    learned: str = ""


@dataclass(frozen=True)
class SaidReading:
    """One of them on its own page. `more` is by how much its stage may be extended, or empty."""

    line: SaidLine
    wanted: str
    counted: str
    acknowledged: str
    extended: str
    more: str
    answers: tuple[Answered, ...]
    """Of each stage, the first one first."""
    goes_on: bool
    """Whether there is anything left to say of its course."""


def rules_of_complaints(on: date) -> dict[str, Timescale]:
    """The timescales of the three stages as this council keeps them that day, switched on or not. One query."""
    kept = {rule.code: rule for rule in timescales(_SHIPPED, on) if not rule.effective_to or rule.effective_to > on}
    return {rule.code: kept.get(rule.code, rule) for rule in _SHIPPED}


def said_of_us(case: Case, user: User, on: date) -> tuple[SaidLine, ...]:
    """What this person may read of what was said, the latest first. At most three queries."""
    found = Complaint.objects.visible_to(user).filter(case=case).select_related("member", "recorded_by")
    rows = list(found.order_by("-received_on", "-pk"))
    due = _due_of(rows, on)
    return tuple(_line(row, on, due.get(row.pk)) for row in rows)


def read_complaint(row: Complaint, on: date) -> SaidReading:
    """One, with the people on it fetched. At most four queries."""
    course, rules = _course(row), rules_of_complaints(on) if row.kind == COMPLAINT else {}
    due = answer_by(course, rules, calendar()) if rules and not row.answered_on else None
    rule = rules.get(CODES[row.stage]) if rules else None
    counted = f"{counted_how(course, rules)} from {day_in_words(course.counts_from)}" if rule else ""
    source = f". {source_in_words(rule.source, rule.code)}" if rule else ""
    return SaidReading(
        line=_line(row, on, due),
        wanted=row.wanted,
        counted=f"{counted}{source}",
        acknowledged=day_in_words(row.acknowledged_on) if row.acknowledged_on else "",
        extended=f"{day_in_words(row.extended_on)}: {row.extended_why}" if row.extended_on else "",
        more=more_days(course, rules) if rules and not row.answered_on else "",
        answers=_answers(row),
        goes_on=row.kind == COMPLAINT and (row.stage < len(CODES) or not row.answered_on),
    )


def to_answer(user: User) -> Any:
    """Open complaints of families whose teams this person manages, for one question with others. No words: jobs ask."""
    teams = user.team_ids_as(Role.TEAM_MANAGER, Role.SERVICE_MANAGER)
    found = Complaint._base_manager.filter(kind=COMPLAINT, answered_on=None, case__team_ids__overlap=teams)
    found = found.filter(case__in=Case.objects.visible_to(user).values("pk"))
    columns = {name: name for name in ("pk", "case_id", "received_on", "stage", "stage_since_on", "extended_on")}
    return found.order_by("received_on", "pk").values(says=JSONObject(**columns, family="case__name"))


@dataclass(frozen=True)
class Waits:
    """A complaint that waits for an answer: of which family, at which stage, by when, since when managers are told."""

    pk: int
    case_pk: int
    family: str
    stage: str
    due_on: date
    told_on: date
    why: str


def waits_of(said: Iterable[Mapping[str, Any]], on: date) -> list[Waits]:
    """What `to_answer` found, counted. No query for nothing, else two."""
    rows = list(said)
    if not rows:
        return []
    rules, days, found = rules_of_complaints(on), calendar(), []
    for row in rows:
        course = Course(
            row["stage"], _day(row["received_on"]), _maybe(row["stage_since_on"]), _maybe(row["extended_on"])
        )
        why = f"{COMPLAINT_STAGE[course.stage]}: {counted_how(course, rules)} from {day_in_words(course.counts_from)}"
        due, told = answer_by(course, rules, days), tell_from(course, rules, days)
        found.append(Waits(row["pk"], row["case_id"], row["family"], COMPLAINT_STAGE[course.stage], due, told, why))
    return found


def may_answer(user: User) -> bool:
    """Whether this person's role answers complaints at all."""
    return any(Permission.CASE_AUTHORISE in role.says.permissions for role in user.roles)


def _course(row: Complaint) -> Course:
    return Course(row.stage, row.received_on, row.stage_since_on, row.extended_on)


def _due_of(rows: Iterable[Complaint], on: date) -> dict[int, date]:
    waiting = [row for row in rows if row.kind == COMPLAINT and not row.answered_on]
    if not waiting:
        return {}
    rules, days = rules_of_complaints(on), calendar()
    return {row.pk: answer_by(_course(row), rules, days) for row in waiting}


def _line(row: Complaint, on: date, due: date | None) -> SaidLine:
    is_complaint = row.kind == COMPLAINT
    return SaidLine(
        pk=row.pk,
        href=row.get_absolute_url(),
        kind=row.kind,
        label=row.get_kind_display(),
        tag="green" if row.kind == COMPLIMENT else "amber" if is_complaint and not row.answered_on else "grey",
        words=row.words,
        who=row.member.first_name if row.member else row.said_by,
        how=row.get_how_display(),
        day=day_in_words(row.received_on),
        iso=row.received_on.isoformat(),
        recorded_by=row.recorded_by.name,
        stage=row.get_stage_display() if is_complaint else "",
        due=day_in_words(due) if due else "",
        due_iso=due.isoformat() if due else "",
        away=day_away(due, on) if due else "",
        state=("late" if due < on else "soon" if (due - on).days <= 5 else "ahead") if due else "",
        is_answered=row.answered_on is not None,
    )


def _answers(row: Complaint) -> tuple[Answered, ...]:
    """The answer at each stage: of the stages before, from the history of the row."""
    found: list[Answered] = []
    if row.kind == COMPLAINT and row.stage > 1:
        events = Complaint.pgh_event_model.objects.filter(pgh_obj=row.pk, case=row.case_id, stage__lt=row.stage)  # type: ignore[attr-defined]
        last = {event.stage: event for event in events.filter(answered_on__isnull=False).order_by("pgh_id")}
        names = dict(
            User.objects.filter(pk__in=[event.answered_by_id for event in last.values()]).values_list("pk", "name")
        )
        found = [_answered(last[stage], names.get(last[stage].answered_by_id, "")) for stage in sorted(last)]
    if row.answered_on and row.answered_by:
        found.append(_answered(row, row.answered_by.name))
    return tuple(found)


def _answered(row: Any, by: str) -> Answered:
    stage, outcome = COMPLAINT_STAGE[row.stage], COMPLAINT_OUTCOME.get(row.outcome, "")
    return Answered(stage, outcome, day_in_words(row.answered_on), by, row.answer, row.learned)


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _maybe(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
