"""A family's living formulation: what was held as possible, what was asked, and what the answers made of it.

Only what rang a bell in a discussion that is agreed: the other ideas stay with the session.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from camden.rules.moments import day_away
from camden.rules.names import day_in_words
from cases.models import Case
from cases.readings.marks import kept_in_short
from supervision.models import Hypothesis, HypothesisKept, HypothesisWeighed
from supervision.rules import hypotheses as rules
from supervision.rules.hypotheses import LEVEL, KeptBy, State

MOST = 200  # of one family: years of thinking
STANDS = {
    State.KEPT: "Waits to be asked",
    State.ASKED: "Asked: what did the answer show?",
    State.STRENGTHENED: "Held more firmly",
    State.REVISED: "Became another idea",
    State.DROPPED: "Let go",
}
COLOUR = {State.ASKED: "amber", State.STRENGTHENED: "green", State.REVISED: "", State.DROPPED: "grey"}
_RELATED = (
    "discussion",
    "kept__ask_by",
    "kept__question__ask_by",
    "kept__question__asked_by",
    "weighed__weighed_by",
    "revised_from",
)
KEPT_BACK = "The answer is not for everybody in the room. It stands on the family’s page."


@dataclass(frozen=True)
class HypothesisLine:
    """One idea that rang a bell. Days in words, empty where there is none.

    `to_ask` is (whom, what, first sentence), or nothing; `asks` who asks and by when; `none_because` why nobody asks;
    `facts` are (label, words) of what was asked of the idea; `before` the sentence it was revised from.
    `weigh_url` is empty while there is nothing to weigh, `answer_url` once there is.
    """

    pk: int
    text: str
    level: str
    is_about_danger: bool
    day: str
    iso: str
    discussion_url: str
    state: State
    stands: str
    colour: str
    to_ask: tuple[str, str, str] | None
    asks: str
    none_because: str
    answer: str
    asked: str
    visit_url: str
    kept_from: str
    facts: tuple[tuple[str, str], ...]
    before: str
    evidence: str
    weighed: str
    weigh_url: str
    answer_url: str


@dataclass(frozen=True)
class Formulation:
    """What is held now, in the order in which it waits for somebody, and what was let go or became another idea."""

    held: tuple[HypothesisLine, ...]
    past: tuple[HypothesisLine, ...]

    def __bool__(self) -> bool:
        return bool(self.held or self.past)


def formulation(case: Case, on: date) -> Formulation:
    """The living formulation of a family whose record was fetched. One query."""
    lines = [_line(row, on) for row in _kept(case)]
    past = (State.REVISED, State.DROPPED)
    return Formulation(
        held=tuple(line for line in lines if line.state not in past),
        past=tuple(line for line in lines if line.state in past),
    )


def opens_with(case: Case, on: date, *, wall: bool = False, most: int = 6) -> tuple[HypothesisLine, ...]:
    """What the next discussion of this family opens with: answers nobody weighed, then what waits. One query.

    On a `wall` an answer that is kept from anybody of the family is not read out.
    """
    lines = (_line(row, on, wall=wall) for row in _kept(case))
    return tuple(line for line in lines if line.state not in (State.REVISED, State.DROPPED))[:most]


def read_hypothesis(row: Hypothesis, on: date) -> HypothesisLine:
    """One idea of a record that was fetched."""
    return _line(row, on)


def with_all_of_it(found: "QuerySet[Hypothesis]") -> "QuerySet[Hypothesis]":
    """With the question, the answer and what became of it, in the same query."""
    return found.select_related(*_RELATED)


def as_rule(row: Hypothesis) -> rules.Hypothesis:
    """A row of `with_all_of_it` as the rules speak of it. It is asked once its question is answered."""
    kept, weighed = _part(row, "kept"), _part(row, "weighed")
    question = kept.question if kept else None
    return rules.Hypothesis(
        text=row.text,
        kept_by=None if row.status == State.OFFERED else KeptBy(row.kept_by or KeptBy.PRESENTER),
        is_about_danger=row.is_about_danger,
        to_ask=rules.ToAsk(kept.ask_whom, kept.ask_by_id, kept.ask_by_on, kept.first_sentence)
        if kept
        else rules.ToAsk(),
        not_asked_because=(kept.not_asked_because or (question.put_aside_why if question else "")) if kept else "",
        asked_on=question.asked_on if question else None,
        answer=question.answer if question else "",
        verdict=State(weighed.verdict) if weighed else None,
        evidence=weighed.evidence if weighed else "",
    )


def _kept(case: Case) -> Sequence[Hypothesis]:
    """In the order of `rules.opens_with`, the latest of each kind first."""
    found = Hypothesis.objects.filter(case=case, discussion__agreed_on__isnull=False)
    found = found.exclude(status=Hypothesis.Status.PROPOSED)
    rows = list(with_all_of_it(found).order_by("-discussion__held_on", "-pk")[:MOST])
    place = {State.ASKED: 0, State.KEPT: 1}
    return sorted(rows, key=lambda row: place.get(as_rule(row).state, 2))


def _line(row: Hypothesis, on: date, *, wall: bool = False) -> HypothesisLine:
    one, kept, weighed = as_rule(row), _part(row, "kept"), _part(row, "weighed")
    question = kept.question if kept else None
    marks = kept_in_short(question) if question else ""
    hides = wall and bool(marks)
    asks = question and not question.asked_on and not question.put_aside_on
    return HypothesisLine(
        pk=row.pk,
        text=row.text,
        level=LEVEL.get(row.level, ""),
        is_about_danger=row.is_about_danger,
        day=day_in_words(row.discussion.held_on),
        iso=row.discussion.held_on.isoformat(),
        discussion_url=reverse("supervision:discussion", args=[row.discussion_id]),
        state=one.state,
        stands=_stands(one, has_question=question is not None),
        colour=COLOUR.get(one.state, ""),
        to_ask=(question.whom, question.what, question.first_sentence) if question and not hides else None,
        asks=_asks(question, on) if asks else "",
        none_because=one.not_asked_because,
        answer=(KEPT_BACK if hides else question.answer) if question and question.asked_on else "",
        asked=f"{question.asked_by}, {day_in_words(question.asked_on)}" if question and question.asked_on else "",
        visit_url=_visit(question),
        kept_from="" if hides else marks,  # on a wall nobody reads whom it is kept from
        facts=_facts(kept),
        before=row.revised_from.text if row.revised_from else "",
        evidence="" if hides or not weighed else weighed.evidence,
        weighed=f"{weighed.weighed_by}, {day_in_words(weighed.weighed_on)}" if weighed else "",
        weigh_url=reverse("supervision:weighing", args=[row.pk]) if _may_weigh(one) else "",
        answer_url=reverse("cases:question-answer", args=[row.case_id, question.pk]) if question and asks else "",
    )


def _stands(one: rules.Hypothesis, *, has_question: bool) -> str:
    if one.state is State.KEPT and not has_question:
        return "Nobody asks" if one.not_asked_because else "Without a question so far"
    return STANDS[one.state]


def _may_weigh(one: rules.Hypothesis) -> bool:
    return one.verdict is None and bool(one.asked_on or one.not_asked_because)


def _asks(question: Any, on: date) -> str:
    by = question.ask_by_on
    return f"{question.ask_by} asks, by {day_in_words(by)} ({day_away(by, on)})"


def _visit(question: Any) -> str:
    return reverse("cases:visit", args=[question.case_id, question.visit_id]) if question and question.visit_id else ""


def _facts(kept: HypothesisKept | None) -> tuple[tuple[str, str], ...]:
    said = {
        "Whose view": "whose_view",
        "What speaks for it": "evidence_for",
        "What speaks against it": "evidence_against",
        "What we would see": "would_see",
        "What it means for safety": "risk_means",
    }
    return tuple((label, words) for label, name in said.items() if (words := getattr(kept, name, "")))


def _part(row: Hypothesis, name: str) -> Any:
    """What hangs on an idea, or None: `kept` or `weighed`."""
    found: HypothesisKept | HypothesisWeighed | None = getattr(row, name, None)
    return found
