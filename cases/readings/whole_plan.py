"""The plan of a family on one page: on which basis, what should be different, who does what, what keeps everybody safe.

One plan, whatever its legal basis is or becomes: its children's `PlanSpell`s say that, goals and actions carry on.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject

from camden.rules.dates import Unit
from camden.rules.moments import day_away
from camden.rules.names import day_in_words
from cases.models import (
    Action,
    Case,
    FamilySays,
    Involvement,
    LocalSection,
    Member,
    PlanSpell,
    ProtectionConference,
    ProtectionConferenceChild,
    Quote,
    Writing,
    WritingPart,
)
from cases.readings.agreed import SOON, first_name
from cases.readings.audience import shown_to
from cases.readings.booked import Booked, asked_of_booked, booked_of
from cases.readings.due import Running, ahead_of, lines
from cases.readings.goals import CHANGES, open_goals
from cases.readings.marks import kept_in_short
from cases.readings.reviews import REVIEWING
from cases.readings.sections_kept import laid_over
from cases.rules.audience import Audience
from cases.rules.family_plan import AFTER
from cases.rules.giving import is_theirs
from cases.rules.helping import every_in_words
from cases.rules.journey import PLAN_NAME
from cases.rules.recording import GOAL_MOVED
from cases.rules.sections import CHILD, Section
from cases.rules.visits import in_a_row

_NAMES = ("given_name", "family_name", "la_child_id")
_COLOURS = {"closer": "green", "further": "amber"}


@dataclass(frozen=True)
class Standing:
    """Which children have which plan since when; `pk` is one of its spells. `visits`: how often somebody comes."""

    pk: int
    basis: str
    plan: str
    names: tuple[str, ...]
    children: tuple[int, ...]
    since: str
    iso: str
    visits: str

    @property
    def who(self) -> str:
        """The children in a row."""
        return in_a_row(list(self.names))


@dataclass(frozen=True)
class Task:
    """One thing somebody who works here does. `state` is late, soon, ahead or done; `moved` says it has another day."""

    pk: int
    what: str
    keeper: str
    by: str
    iso: str
    away: str
    state: str
    promised_to: str
    became: str
    moved: str


@dataclass(frozen=True)
class Aim:
    """A goal with what it answers, what is done for it, and how everybody will know. `child` is 0 for the family."""

    pk: int
    words: str
    worry: str
    how_known: str
    child: int
    whose: str
    moved: str
    moved_kind: str
    talked: str
    is_kept: bool
    tasks: tuple[Task, ...] = ()


@dataclass(frozen=True)
class Text:
    """One section of the plan's text, of the family (`child` 0) or a child: our words, and (words, who) of theirs."""

    code: str
    child: int
    title: str
    familys_title: str
    words: str
    says: tuple[tuple[str, str], ...]
    kept_from: str = ""
    """From whom it is kept, for people who work here; never filled for the family."""

    def __bool__(self) -> bool:
        return bool(self.words or self.says)


@dataclass(frozen=True)
class Coming:
    """A visit or meeting that is due."""

    what: str
    who: str
    day: str
    iso: str
    away: str
    state: str
    href: str
    is_meeting: bool
    work: str = ""


@dataclass(frozen=True)
class WholePlan:
    """The plan as its reader may have it. `writing` is the key of its open text, 0 before somebody began it."""

    standing: tuple[Standing, ...]
    aims: tuple[Aim, ...]
    loose: tuple[Task, ...]
    texts: tuple[Text, ...]
    contingency: str
    coming: tuple[Coming, ...]
    booked: tuple[Booked, ...]
    """Meetings that have a day: all of them for those who work here, for a family those to which it is asked."""
    workers: tuple[tuple[str, str], ...]
    """(name, role in words) of everybody who works with the children."""
    children: tuple[tuple[int, str], ...]
    writing: int
    has_offers: bool

    @property
    def before(self) -> tuple[Text, ...]:
        """What is written before the goals."""
        return tuple(text for text in self.texts if text and text.code not in AFTER)

    @property
    def after(self) -> tuple[Text, ...]:
        """What is written after them: what must happen, who helps, if things get worse."""
        return tuple(text for text in self.texts if text and text.code in AFTER)


def whole_plan(case: Case, audience: Audience, on: date, *, name: str = "") -> WholePlan:
    """The plan for this audience; `name` is the reader's first name, where it is one person's. Six queries.

    Families read what is done for a goal or was promised to them, and nothing that is late: that is ours to mend.
    """
    said = _asked(case)
    standing = said["spells"]
    names = {row["pk"]: first_name(*(row[each] for each in _NAMES)) for row in said["children"]}
    ahead = ahead_of(case.pk, on).running
    goals = list(shown_to(audience, open_goals(case)))
    tasks, loose = _tasks(case, audience, {goal.pk for goal in goals}, on, name)
    sections = laid_over("plan", [LocalSection(**row) for row in said["sections"]])
    plan_children = [key for key in names if any(key == row["child"] for row in standing)] or list(names)
    return WholePlan(
        standing=_standing(standing, names, ahead),
        aims=tuple(_aim(goal, tasks.get(goal.pk, ()), names) for goal in goals),
        loose=loose,
        texts=_texts(said["writing"], sections, audience, [(key, names[key]) for key in plan_children]),
        contingency=said["contingency"] or "",
        coming=_coming(case, ahead, {key: names[key] for key in plan_children}, on),
        booked=booked_of(case, said, audience, on),
        workers=_workers(said["workers"]),
        children=tuple((key, names[key]) for key in plan_children),
        writing=said["writing"] or 0,
        has_offers=said["offers"],
    )


def for_one_child(plan: WholePlan, child: int) -> WholePlan:
    """Of a plan what is about one child or the whole family, and nothing about brothers and sisters alone."""
    return replace(
        plan,
        standing=tuple(each for each in plan.standing if child in each.children),
        aims=tuple(each for each in plan.aims if each.child in (0, child)),
        texts=tuple(each for each in plan.texts if each.child in (0, child)),
        children=tuple(each for each in plan.children if each[0] == child),
    )


def _asked(case: Case) -> dict[str, Any]:
    """Everything that carries no mark, in one question."""
    of: dict[str, Any] = {"case": OuterRef("pk")}
    spells = PlanSpell.objects.filter(**of).order_by("started_on", "child__born_on", "pk")
    spell = {"pk": "pk", "child": "child", "basis": "basis", "since": "started_on", "every": "visit_every"}
    children = Member.objects.children().filter(**of)
    workers = Involvement.objects.filter(**of, ended_on=None).order_by(F("leads_now").desc(nulls_last=True), "pk")
    held = ProtectionConference.objects.filter(**of, held_on__isnull=False).order_by("-held_on", "-pk")
    protected = PlanSpell.objects.filter(
        ended_on=None, basis="protection", child__in=ProtectionConferenceChild.objects.filter(
            conference=OuterRef(OuterRef("pk"))
        ).values("child")
    )  # fmt: skip
    local = [field.attname for field in LocalSection._meta.concrete_fields if field.attname not in ("edited_at",)]
    offers = WritingPart.objects.filter(**of, section=CHANGES, writing__assessment__authorised_on__isnull=False)
    asked: Any = Case.objects.filter(pk=case.pk)  # nosemgrep: record-not-asked-for-a-person - whoever calls has it
    found: dict[str, Any] = asked.values(
        spells=ArraySubquery(spells.filter(ended_on=None).values(says=JSONObject(**spell))),
        children=ArraySubquery(children.values(says=JSONObject(pk="pk", **{name: name for name in _NAMES}))),
        workers=ArraySubquery(workers.values(says=JSONObject(name="worker__name", role="role", cover="is_cover"))),
        contingency=Subquery(held.filter(Exists(protected)).values("contingency")[:1]),
        **asked_of_booked(),
        writing=Subquery(Writing.objects.filter(**of, paper="plan", closed_on=None).values("pk")[:1]),
        sections=ArraySubquery(
            LocalSection.objects.filter(paper="plan").values(says=JSONObject(**{name: name for name in local}))
        ),
        offers=Exists(offers.exclude(words="")),
    ).get()
    return found


def _standing(
    rows: Sequence[dict[str, Any]], names: Mapping[int, str], running: Sequence[Running]
) -> tuple[Standing, ...]:
    together: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if row["child"] in names:
            together[row["basis"], row["since"]].append(row)
    visits = {each.child: each for each in running if each.rule.work == "visit" and each.rule.is_repeat}
    return tuple(
        Standing(
            pk=group[0]["pk"],
            basis=basis,
            plan=PLAN_NAME[basis],
            names=tuple(names[row["child"]] for row in group),
            children=tuple(row["child"] for row in group),
            since=day_in_words(date.fromisoformat(since)),
            iso=since,
            visits=_visits(group[0], visits.get(group[0]["child"])),
        )
        for (basis, since), group in together.items()
    )


def _visits(row: dict[str, Any], clock: Running | None) -> str:
    """How often: as this plan has it, else as the timescale that runs; help by agreement has none."""
    if row["every"]:
        return f"At least {every_in_words(row['every'])}"
    if clock is None or row["basis"] == "early-help":
        return ""
    if clock.unit == Unit.WORKING_DAYS:
        return f"At least {every_in_words(clock.amount)}"
    return ""


def _aim(goal: Any, tasks: Iterable[Task], names: Mapping[int, str]) -> Aim:
    return Aim(
        pk=goal.pk,
        words=goal.words,
        worry=goal.worry,
        how_known=goal.how_known,
        child=goal.child_id or 0,
        whose=goal.child.first_name if goal.child else "The family",
        moved=GOAL_MOVED.get(goal.moved or "", ""),
        moved_kind=_COLOURS.get(goal.moved or "", "grey"),
        talked=day_in_words(goal.touched_on) if goal.touched_on else "",
        is_kept=bool(goal.is_kept_from_family or goal.kept_from),
        tasks=tuple(tasks),
    )


def _tasks(
    case: Case, audience: Audience, goals: set[int], on: date, name: str
) -> tuple[dict[int, list[Task]], tuple[Task, ...]]:
    """What is done for each of these goals, done things too; and what is open and for none. One query."""
    found: Any = shown_to(audience, Action.objects.filter(case=case)).filter(
        Q(goal__in=goals) | Q(goal=None, closed_on=None)
    )
    if not audience.is_staff:
        found = found.exclude(goal=None, promised_to="")
    by_goal: dict[int, list[Task]] = defaultdict(list)
    loose = []
    for action in found.select_related("keeper").order_by(F("due_on").asc(nulls_last=True), "pk"):
        is_ours = audience.is_staff or is_theirs(action.promised_to, name)
        task = _task(action, on, is_staff=audience.is_staff, says_whom=is_ours)
        if action.goal_id:
            by_goal[action.goal_id].append(task)
        elif is_ours:
            loose.append(task)
    return by_goal, tuple(loose)


def _task(action: Action, on: date, *, is_staff: bool, says_whom: bool) -> Task:
    due, first, closed = action.due_on, action.first_due_on, action.closed_on
    state = "done" if closed else "ahead"
    if is_staff and due and not closed:
        days = (due - on).days
        state = "late" if days < 0 else "soon" if days <= SOON else "ahead"
    became = ""
    if closed:
        became = f"{'Done' if action.is_done else 'Put aside'} {day_in_words(closed)}"
    return Task(
        pk=action.pk,
        what=action.what,
        keeper=action.keeper.name,
        by=day_in_words(due) if due else "",
        iso=due.isoformat() if due else "",
        away=day_away(due, on) if due and not closed and is_staff else "",
        state=state,
        promised_to=action.promised_to if says_whom else "",
        became=became,
        moved=f"first agreed for {day_in_words(first)}" if action.moved_times and first else "",
    )


def _texts(
    writing: int | None, sections: Sequence[Section], audience: Audience, children: Sequence[tuple[int, str]]
) -> tuple[Text, ...]:
    """One query, or none before the text was begun. What is kept from them takes what was said to it with it."""
    if not writing:
        return ()
    says: Any = shown_to(audience, FamilySays.objects.filter(part=OuterRef("pk"), left_out_on=None))
    if not audience.is_staff:
        may: Any = shown_to(audience, Quote.objects.filter(struck_on=None))
        says = says.filter(Q(quote=None) | Q(quote__in=may))
    line = {"words": "words", "by": "said_by", "given": "member__given_name", "family": "member__family_name"}
    said = ArraySubquery(says.order_by("said_on", "pk").values(says=JSONObject(**line)))
    parts = shown_to(audience, WritingPart.objects.filter(writing=writing)).annotate(said=said)
    found = {(part.section, part.child_id or 0): part for part in parts}
    pairs = [
        (section, child, name, found.get((section.code, child)))
        for section in sections
        for child, name in (children if section.for_each == CHILD else [(0, "")])
    ]
    return tuple(
        Text(
            section.code,
            child,
            section.titled(name),
            section.asked_of_family(name),
            part.words,
            tuple((row["words"], row["by"] or row["given"] or row["family"] or "") for row in part.said),
            kept_in_short(part) if audience.is_staff else "",
        )
        for section, child, name, part in pairs
        if part is not None
    )


def _coming(case: Case, running: Sequence[Running], names: Mapping[int, str], on: date) -> tuple[Coming, ...]:
    due = lines(case.pk, running, names, on)
    return tuple(
        Coming(
            line.what,
            line.who,
            line.day,
            line.iso,
            line.away,
            line.state,
            line.href,
            is_meeting=line.work != "visit",
            work=line.work,
        )
        for line in due
        if line.work in REVIEWING or line.work == "visit"
    )


def _workers(rows: Iterable[dict[str, Any]]) -> tuple[tuple[str, str], ...]:
    labels = dict(Involvement.Role.choices)
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        label = labels[row["role"]]
        said = f"Covers for the {label[:1].lower()}{label[1:]}" if row["cover"] else label
        if said not in found[row["name"]]:
            found[row["name"]].append(said)
    return tuple((name, ", ".join(roles)) for name, roles in found.items())
