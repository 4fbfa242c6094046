"""*Before the meeting*: one page that a chair or reviewing officer reads in five minutes, made of the record."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject
from django.urls import reverse

from camden.operations.rulebook import in_force
from camden.rules.dates import Unit
from camden.rules.names import day_in_words, full_months
from camden.rules.timescales import Rulebook
from camden.rules.workdays import Calendar
from cases.models import (
    Action,
    Case,
    Goal,
    GoalTouched,
    Involvement,
    PlanMeeting,
    PlanSpell,
    ProtectionConference,
    ProtectionConferenceChild,
    Quote,
    VisitChild,
)
from cases.readings.disputes import disputes_of, section_of
from cases.readings.family import Family, Who, read_family
from cases.readings.invitations import Gathering, Head, Invited, head_of, who_is_asked
from cases.readings.sections import Row
from cases.rules.audience import STAFF
from cases.rules.codesets import ABUSE_CATEGORY, in_a_sentence
from cases.rules.helping import VISITS
from cases.rules.journey import PARTICIPATION, PLAN_NAME
from cases.rules.protection import INITIAL, REVIEW
from cases.rules.recording import GOAL_MOVED
from cases.rules.timescales import ROWS
from cases.rules.visits import in_a_row
from cases.rules.works import BY_CODE

MOST, MOST_TASKS, MOST_WORDS = 8, 24, 2  # quotes and plans; things agreed; words of one person
MOST_FACTS = 200  # of each kind that is looked at
_OFTEN = ("not once", "once", "twice")
_ALONE, _NOT = VisitChild.Seen.ALONE, (VisitChild.Seen.NOT_SEEN, VisitChild.Seen.UNBORN)
Fact = Mapping[str, Any]


@dataclass(frozen=True)
class ChildVisits:
    """How often a child was seen since the last meeting, and alone; the longest time between, in words."""

    name: str
    seen: str
    alone: str
    longest: str
    is_long: bool


@dataclass(frozen=True)
class Task:
    """Something that was agreed, and what became of it."""

    what: str
    who: str
    became: str
    kind: str
    href: str


@dataclass(frozen=True)
class Aim:
    """What should be different, for whom, and where it stands."""

    words: str
    about: str
    moved: str
    kind: str


@dataclass(frozen=True)
class Said:
    """Words of somebody of the family; `is_kept` says that they are not to be shared with somebody."""

    who: str
    words: str
    day: str
    is_kept: bool


@dataclass(frozen=True)
class BeforeMeeting:
    """The page. For whoever chairs or reviews, and those who work with the family; never for the family."""

    head: Head
    family: Family
    why: str
    standing: tuple[str, ...]
    workers: tuple[str, ...]
    since: str
    visits: tuple[ChildVisits, ...]
    tasks: tuple[Task, ...]
    aims: tuple[Aim, ...]
    said: tuple[Said, ...]
    not_heard: str
    took_part: tuple[str, ...]
    report: str
    disputes: tuple[Row, ...]
    asked: tuple[Invited, ...]


def before_meeting(gathering: Gathering, on: date) -> BeforeMeeting:
    """Six queries, however many children."""
    case, head = gathering.case, head_of(gathering)
    family = read_family(case, on, STAFF)
    facts = _facts(case, head)
    since = _day(facts["last"])
    names = {who.pk: who.first_name for who in family.children if not who.died}
    people = {who.pk: who for who in family.people}
    rules, working = in_force(ROWS)
    limits = _limits(rules)
    conference = gathering if isinstance(gathering, ProtectionConference) else None
    return BeforeMeeting(
        head=head,
        family=family,
        why=family.part("why").words,
        standing=_standing(facts["spells"], names, on),
        workers=_workers(facts["workers"], names),
        since=day_in_words(since) if since else "",
        visits=_visits(facts, names, since, (limits, working), on),
        tasks=_tasks(case.pk, facts["tasks"], since, on),
        aims=_aims(facts["goals"], names),
        said=_said(facts["quotes"], people, since),
        not_heard=_not_heard(family),
        took_part=_took_part(facts["parts"], people),
        report=_report(conference, limits, working) if conference else "",
        disputes=section_of(case, disputes_of(case, only_open=True), on).rows,
        asked=who_is_asked(gathering),
    )


def _facts(case: Case, head: Head) -> Any:
    """Everything counted here, as plain values. One query. `last` is the day of the last meeting of this kind."""

    def of_record(rows: Any, *order: str, **fields: Any) -> ArraySubquery:
        rows = rows.filter(case=OuterRef("pk")).order_by(*order, "pk")
        return ArraySubquery(rows.values(row=JSONObject(**fields))[:MOST_FACTS])

    parts = ProtectionConferenceChild.objects.filter(conference__held_on__isnull=False)
    held: Any = (
        PlanMeeting.objects.filter(case=OuterRef("pk"), kind=head.kind_code).order_by("-held_on").values("held_on")
    )
    if head.of == "conference":
        held = parts.filter(case=OuterRef("pk")).order_by("-conference__held_on").values("conference__held_on")
    touched = GoalTouched.objects.filter(goal=OuterRef("pk"), visit__struck_on=None)
    touched = touched.order_by("-visit__visited_on", "-pk")
    seen = VisitChild.objects.filter(visit__struck_on=None, visit__missed_why="").exclude(seen__in=_NOT)
    here = Case.objects.filter(pk=case.pk)  # nosemgrep: record-not-asked-for-a-person - it was fetched through lookup
    asked = JSONObject(
        last=Subquery(held[:1]),
        parts=of_record(parts, "-conference__held_on", child="child_id", on="conference__held_on",
                        code="participation"),
        spells=of_record(PlanSpell.objects.filter(ended_on=None), "child__born_on", child="child_id", basis="basis",
                         since="started_on", category="latest_category", every="visit_every"),
        workers=of_record(Involvement.objects.filter(ended_on=None), "-leads_now", who="worker__name", role="role",
                          child="child_id", covers="is_cover"),
        visits=of_record(seen, "-visit__visited_on", child="child_id", how="seen", on="visit__visited_on"),
        tasks=of_record(Action.objects.order_by(), "-agreed_on", pk="pk", what="what", who="keeper__name",
                        on="agreed_on", due="due_on", closed="closed_on", done="is_done", outcome="outcome"),
        goals=of_record(Goal.objects.filter(ended_on=None), "set_on", words="words", child="child_id", on="set_on",
                        moved=Subquery(touched.values("moved")[:1]),
                        day=Subquery(touched.values("visit__visited_on")[:1])),
        quotes=of_record(Quote.objects.filter(struck_on=None), "-said_on", who="speaker_id", words="words",
                         on="said_on", is_kept="is_kept_from_family", kept_from="kept_from"),
    )  # fmt: skip
    return here.values(says=asked).get()["says"]


def _limits(rules: Rulebook) -> Mapping[str, int]:
    """What this council keeps: working days between visits by basis, and before a conference for its report."""
    codes = {**VISITS, INITIAL: "CP5a", REVIEW: "CP5b"}
    kept = {rule.code: rule for rule in rules.rules}
    found = {name: kept.get(code, BY_CODE[code]) for name, code in codes.items()}
    return {name: rule.amount for name, rule in found.items() if rule.unit is Unit.WORKING_DAYS}


def _standing(spells: Sequence[Fact], names: Mapping[int, str], on: date) -> tuple[str, ...]:
    alike: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for spell in spells:
        if spell["child"] in names:
            alike[spell["basis"], spell["since"], spell["category"]].append(names[spell["child"]])
    return tuple(
        f"{in_a_row(of)}: {in_a_sentence(PLAN_NAME[basis])}"
        f"{f', {in_a_sentence(ABUSE_CATEGORY[category])}' if category else ''},"
        f" since {_words(since)} ({_long(date.fromisoformat(since), on)})"
        for (basis, since, category), of in list(alike.items())[:MOST]
    )


def _long(since: date, on: date) -> str:
    months = full_months(since, on)
    if months < 1:
        return f"{(on - since).days} days"
    return "1 month" if months == 1 else f"{months} months"


def _workers(rows: Sequence[Fact], names: Mapping[int, str]) -> tuple[str, ...]:
    alike: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        role = "covers for the lead worker" if row["covers"] else in_a_sentence(Involvement.Role(row["role"]).label)
        if row["child"] in names:
            alike[row["who"], role].append(names[row["child"]])
    return tuple(f"{who}: {role} of {in_a_row(of)}" for (who, role), of in alike.items())


def _visits(
    facts: Fact, names: Mapping[int, str], since: date | None, kept: tuple[Mapping[str, int], Calendar], on: date
) -> tuple[ChildVisits, ...]:
    """Of children with a plan. Time between visits in working days, from the last meeting until today."""
    seen: dict[int, list[date]] = defaultdict(list)
    alone = Counter[int]()
    for row in reversed(facts["visits"]):
        day = date.fromisoformat(row["on"])
        if (since or day) <= day <= on:
            seen[row["child"]].append(day)
            alone[row["child"]] += row["how"] == _ALONE
    found, (limits, working) = [], kept
    for spell in facts["spells"]:
        if (child := spell["child"]) in names:
            days = [since or date.fromisoformat(spell["since"]), *seen[child], on]
            longest = max(working.number(b) - working.number(a) for a, b in pairwise(days))
            limit = spell["every"] or limits.get(spell["basis"])
            words = f"{longest} working days" + (f"; the plan says {limit} at most" if limit else "")
            times = _times(len(seen[child])), _times(alone[child])
            found.append(ChildVisits(names[child], *times, words, bool(limit and longest > limit)))
    return tuple(found)


def _times(count: int) -> str:
    return _OFTEN[count] if count < len(_OFTEN) else f"{count} times"


def _tasks(case: int, rows: Sequence[Fact], since: date | None, on: date) -> tuple[Task, ...]:
    """What was agreed since the last meeting, and anything older that is still open."""
    shown = [row for row in rows if not row["closed"] or not since or date.fromisoformat(row["on"]) >= since]
    return tuple(
        Task(row["what"][:1].upper() + row["what"][1:], row["who"], *_became(row, on),
             reverse("cases:action", args=[case, row["pk"]]))
        for row in reversed(shown[:MOST_TASKS])
    )  # fmt: skip


def _became(row: Fact, on: date) -> tuple[str, str]:
    if row["closed"]:
        done = f"Done {_words(row['closed'])}" if row["done"] else f"Put aside: {row['outcome']}"
        return done, "green" if row["done"] else "grey"
    if row["due"] and date.fromisoformat(row["due"]) < on:
        return f"Was due {_words(row['due'])}", "red"
    return f"By {_words(row['due'])}" if row["due"] else "Open, no day agreed", "blue"


def _aims(rows: Sequence[Fact], names: Mapping[int, str]) -> tuple[Aim, ...]:
    return tuple(
        Aim(
            row["words"],
            names.get(row["child"], "The family"),
            f"{GOAL_MOVED.get(row['moved'] or '', 'Talked about')}, {_words(row['day'])}" if row["day"]
            else f"Not talked about since it was set, {_words(row['on'])}",
            {"closer": "green", "further": "amber"}.get(row["moved"] or "", "grey"),
        )
        for row in rows
    )  # fmt: skip


def _said(rows: Sequence[Fact], people: Mapping[int, Who], since: date | None) -> tuple[Said, ...]:
    """The latest words of each of them, children first."""
    shown, of = [], Counter[int]()
    for row in rows:
        if row["who"] in people and date.fromisoformat(row["on"]) >= (since or date.min):
            of[row["who"]] += 1
            if of[row["who"]] <= MOST_WORDS:
                shown.append(row)
    shown.sort(key=lambda row: not people[row["who"]].is_child)
    return tuple(
        Said(people[row["who"]].name, row["words"], _words(row["on"]), row["is_kept"] or bool(row["kept_from"]))
        for row in shown[:MOST]
    )


def _not_heard(family: Family) -> str:
    """Grown-ups with whom nobody has spoken."""
    return in_a_row([who.first_name for who in family.adults if not who.died and not who.spoken])


def _took_part(rows: Sequence[Fact], people: Mapping[int, Who]) -> tuple[str, ...]:
    return tuple(
        f"{people[row['child']].first_name}, {_words(row['on'])}: {in_a_sentence(PARTICIPATION[row['code']])}"
        for row in rows
        if row["code"] and row["child"] in people
    )[:MOST]


def _report(conference: ProtectionConference, limits: Mapping[str, int], working: Calendar) -> str:
    """When the family had the report, and by when they should (CP5)."""
    if conference.report_shared_on:
        return f"Shared with the family {day_in_words(conference.report_shared_on)}."
    amount = limits.get(REVIEW if conference.kind == REVIEW else INITIAL)
    if conference.planned_on is None or amount is None:
        return "Not shared with the family yet."
    by = working.back(conference.planned_on, amount)
    return f"Not shared with the family yet: they should have it by {day_in_words(by)}."


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def _words(said: str) -> str:
    return day_in_words(date.fromisoformat(said))
