"""What two of the model's promises are counted from, for any day: children's words, and answers to what stood still.

Dated rows of the records that whoever asks may see, in a fixed number of queries. The other promises have their own:
`measures.continuity`, and above this app those of supervision and conferences.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from cases.models import (
    Action,
    Case,
    Decision,
    DriftAnswer,
    Goal,
    GoalTouched,
    PlanSpell,
    Quote,
    ThresholdMove,
    VisitChild,
)
from cases.rules.drift import signs_of
from cases.rules.drift_facts import Facts, Plan, Touch
from cases.rules.drift_facts import Goal as Aim
from cases.rules.helping import looked_at_again_on

ASKED_THEN = (VisitChild.Seen.ALONE, VisitChild.Seen.WITH_OTHERS)
"""Who could have said something: no unborn child, nobody asleep, and no baby who was observed with a carer."""


@dataclass(frozen=True)
class SeenOn:
    """A visit in which a child was seen and could have said something; `words` are theirs, with whether they are kept
    from anybody (then no page repeats them)."""

    child: int
    visit: int
    on: date
    words: tuple[tuple[str, bool, bool], ...] = ()
    """Each: the words, whether they are how the child sees things, and whether they are kept from somebody."""


@dataclass(frozen=True)
class Answered:
    """A sign of drift that was answered: in which record, of what kind, when, and since when it had stood.

    `since` is None where the facts do not say any more: an answer keeps what the sign showed, and not its first day.
    """

    key: int
    case: int
    kind: str
    answered_on: date
    words: str
    since: date | None = None

    @property
    def days(self) -> int | None:
        """From the day it began to stand still until somebody answered."""
        return None if self.since is None else (self.answered_on - self.since).days


def visits_seen(children: Collection[int], after: date, until: date) -> dict[int, list[SeenOn]]:
    """Of each child the visits in which they were seen, the earliest first, with their words. Two queries."""
    between = {"visit__visited_on__gt": after, "visit__visited_on__lte": until, "visit__struck_on": None}
    found = VisitChild.objects.filter(child__in=list(children), seen__in=ASKED_THEN, **between)
    rows = list(found.order_by("visit__visited_on", "visit", "pk").values_list("child", "visit", "visit__visited_on"))
    said = Quote.objects.filter(speaker__in=list(children), visit__isnull=False, struck_on=None, **between)
    columns = ("speaker", "visit", "words", "is_view", "is_kept_from_family", "kept_from")
    words: dict[tuple[int, int], list[tuple[str, bool, bool]]] = defaultdict(list)
    for child, visit, text, is_view, is_kept, kept_from in said.order_by("pk").values_list(*columns):
        words[child, visit].append((text, is_view, bool(is_kept or kept_from)))
    seen: dict[int, list[SeenOn]] = defaultdict(list)
    for child, visit, on in rows:
        seen[child].append(SeenOn(child, visit, on, tuple(words[child, visit])))
    return seen


def last_seen(visits: Iterable[SeenOn], after: date, on: date) -> SeenOn | None:
    """The last visit after one day and up to another; None when there was none."""
    return max((each for each in visits if after < each.on <= on), key=lambda each: (each.on, each.visit), default=None)


def drift_answered(*, cases: QuerySet[Case], after: date, until: date) -> list[Answered]:
    """Signs that were answered in the time, the earliest first; of brothers and sisters answered together once.

    Seven queries.
    """
    found = DriftAnswer.objects.filter(case__in=cases.values("pk"), answered_on__gt=after, answered_on__lte=until)
    columns = ("pk", "case", "kind", "subject_id", "answered_on", "words")
    rows = list(found.order_by("answered_on", "pk").values_list(*columns))
    begun = _Begun([(kind, subject) for _, _, kind, subject, _, _ in rows if subject])
    same: dict[Any, Answered] = {}
    for pk, case, kind, subject, answered_on, words in rows:
        since = begun.since(kind, subject, answered_on)
        one = Answered(pk, case, kind, answered_on, words, since)
        before = same.get((case, kind, answered_on, words))
        if before is None or (since and (before.since is None or since < before.since)):
            same[case, kind, answered_on, words] = one
    return list(same.values())


class _Begun:
    """Since when a sign had stood, from the dated facts of the row it is about. Six queries."""

    def __init__(self, about: Sequence[tuple[str, int]]):
        keys: dict[str, list[int]] = defaultdict(list)
        for kind, subject in about:
            keys[kind].append(subject)
        plans = PlanSpell.objects.filter(pk__in=keys["plan-long"])
        self.plans = {
            pk: Plan(pk, child, basis, since)
            for pk, child, basis, since in plans.values_list("pk", "child", "basis", "started_on")
        }
        goals = Goal.objects.filter(pk__in=keys["goal-still"])
        self.goals: Mapping[int, date] = dict(goals.values_list("pk", "set_on"))
        touched = GoalTouched.objects.filter(goal__in=keys["goal-still"], visit__struck_on=None)
        self.touched: dict[int, list[Touch]] = defaultdict(list)
        for goal, visit, on, moved in touched.values_list("goal", "visit", "visit__visited_on", "moved"):
            self.touched[goal].append(Touch(visit, on, moved))
        due = Decision.objects.filter(pk__in=keys["decision-waits"]).order_by()
        late = Action.objects.filter(pk__in=keys["late-twice"]).order_by()
        steps = ThresholdMove.objects.filter(pk__in=keys["step-check"]).order_by()
        self.due = dict(due.values_list("pk", "due_on"))
        self.late = dict(late.values_list("pk", "due_on"))
        self.steps = dict(steps.values_list("pk", "moved_on"))

    def since(self, kind: str, subject: int | None, on: date) -> date | None:
        """By the rules of drift, with what was known on the day of the answer; None where that cannot be told."""
        found: date | None = None
        if subject is None:
            return None
        if kind == "plan-long" and subject in self.plans:
            found = _first(Facts(plans=(self.plans[subject],)), kind, on)
        elif kind == "goal-still" and subject in self.goals:
            known = tuple(touch for touch in self.touched[subject] if touch.on <= on)
            found = _first(Facts(goals=(Aim(subject, None, self.goals[subject], touched=known),)), kind, on)
        elif kind in ("decision-waits", "late-twice"):
            due_on = (self.due if kind == "decision-waits" else self.late).get(subject)
            found = due_on + timedelta(days=1) if due_on else None
        elif kind == "step-check" and subject in self.steps:
            found = looked_at_again_on(self.steps[subject])
        return found if found and found <= on else None


def _first(facts: Facts, kind: str, on: date) -> date | None:
    return next((sign.since for sign in signs_of(facts, on) if sign.kind == kind), None)
