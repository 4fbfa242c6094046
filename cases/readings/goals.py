"""What goals are made of: lines an authorised assessment offers, and open actions that are for none yet."""

import re
from dataclasses import dataclass
from typing import Any

from django.db.models import F, OuterRef, Q, Subquery

from camden.rules.names import day_in_words
from cases.models import Action, Case, Goal, GoalTouched, Member, WritingPart
from cases.rules.recording import GOAL_MOVED

CHANGES = "change"
"""The section of an assessment whose lines are offered as goals (cases.rules.sections)."""
LONGEST = 300  # characters of a goal
_BULLET = re.compile(r"^(?:[-–•*]|\d+[.)])\s+")  # noqa: RUF001


@dataclass(frozen=True)
class Offered:
    """One line that could become a goal; `child` is None for the family. `key` holds as long as the line does."""

    key: str
    words: str
    child: Member | None

    @property
    def whose(self) -> str:
        """For whom, in a word."""
        return self.child.first_name if self.child else "the family"


@dataclass(frozen=True)
class LooseAction:
    """An open action that is for no goal."""

    pk: int
    what: str
    who: str


def offered_of(case: Case) -> list[Offered]:
    """Lines of the latest authorised assessment that nobody made a goal of yet. Two queries."""
    parts = WritingPart.objects.filter(case=case, section=CHANGES).exclude(words="")
    latest = parts.filter(writing__assessment__authorised_on__isnull=False)
    newest = latest.order_by("-writing__assessment__authorised_on", "-writing").values("writing")[:1]
    found = parts.filter(writing=Subquery(newest)).select_related("child")
    taken = {_flat(words) for words in Goal.objects.filter(case=case).values_list("words", flat=True)}
    return [
        Offered(f"{part.pk}-{place}", line, part.child)
        for part in found.order_by(F("child__born_on").asc(nulls_first=True), "pk")
        for place, line in enumerate(lines_of(part.words))
        if _flat(line) not in taken
    ]


def lines_of(words: str) -> list[str]:
    """The lines of a text without their bullets; a line that is too long for a goal is cut at a word."""
    lines = (_BULLET.sub("", " ".join(line.split())) for line in words.splitlines())
    return [line if len(line) <= LONGEST else line[: LONGEST - 1].rsplit(" ", 1)[0] + "…" for line in lines if line]


def loose_actions(case: Case) -> list[LooseAction]:
    """What is agreed, open and for no goal, the soonest first. One query."""
    found = Action.objects.open().filter(case=case, goal=None).select_related("keeper")
    return [
        LooseAction(each.pk, each.what, each.keeper.name + (f", by {day_in_words(each.due_on)}" if each.due_on else ""))
        for each in found
    ]


def with_moves(goals: Any) -> Any:
    """Goals with `moved` and `touched_on`: what the last visit that touched each said of it."""
    touched = GoalTouched.objects.filter(goal=OuterRef("pk"), visit__struck_on=None)
    latest = touched.order_by("-visit__visited_on", "-pk")
    return goals.annotate(
        moved=Subquery(latest.values("moved")[:1]), touched_on=Subquery(latest.values("visit__visited_on")[:1])
    )


def open_goals(case: Case, child: Member | None = None) -> Any:
    """The goals that are worked on, of the record or of one child and the family; the family's first."""
    found = Goal.objects.filter(case=case, ended_on=None).select_related("child")
    if child is not None:
        found = found.filter(Q(child=child) | Q(child=None))
    return with_moves(found).order_by(F("child__born_on").asc(nulls_first=True), "child_id", "set_on", "pk")


@dataclass(frozen=True)
class GoalNow:
    """A goal in a line: for whom, whether a visit found the family closer to it, when it was last talked about."""

    words: str
    whose: str
    moved: str
    talked: str
    how_known: str


def goals_now(case: Case) -> list[GoalNow]:
    """The goals of a record, to talk about one after the other. One query."""
    return [
        GoalNow(
            goal.words,
            goal.child.first_name if goal.child else "the family",
            GOAL_MOVED.get(goal.moved or "", ""),
            day_in_words(goal.touched_on) if goal.touched_on else "",
            goal.how_known,
        )
        for goal in open_goals(case)
    ]


def _flat(words: str) -> str:
    return " ".join(words.casefold().split())
