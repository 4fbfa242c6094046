"""Pages of what happened next as templates: which question or idea comes first in the demo is not ours to say."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from cases.forms.questions import QuestionAnswerForm
from cases.readings.questions import QuestionLine
from supervision.forms.consultations import AddendumForm, JointVisitForm
from supervision.forms.decisions import RecommendationForm, WithdrawalForm
from supervision.forms.quality import RatingForm
from supervision.forms.weighing import WeighingForm
from supervision.readings import HypothesisLine
from supervision.rules.hypotheses import State

_CASE = SimpleNamespace(pk=1, name="Rahman–Khatun", get_absolute_url="/cases/1/")
_ON = date(2026, 11, 3)
_QUESTION = QuestionLine(
    pk=1,
    what="Who notices first when Mum is sad?",
    whom="Anisa, alone",
    first_sentence="I was thinking about you this week: who notices first when Mum is sad?",
    planned_in="Group supervision, 29 October 2026",
    asker="Ade Fashola",
    day="10 November 2026",
    iso="2026-11-10",
    away="in 7 days",
    is_mine=True,
    became="",
    answer="",
    visit_url="",
    kept_from="somebody of the family",
)
_IDEA = HypothesisLine(
    pk=1,
    text="Perhaps Anisa’s tiredness keeps her out of a place where she would have to take sides",
    level="Between people in the family",
    is_about_danger=True,
    day="29 October 2026",
    iso="2026-10-29",
    discussion_url="/supervision/discussions/1/",
    state=State.ASKED,
    stands="Asked: what did the answer show?",
    colour="amber",
    to_ask=("Anisa, alone", "Who notices first?", "I was thinking about you this week: who notices first?"),
    asks="",
    none_because="",
    answer="Auntie does. Then me.",
    asked="Ade Fashola, 2 November 2026",
    visit_url="/cases/1/visits/1/",
    kept_from="",
    facts=(("What speaks for it", "She falls asleep when both are in the room."),),
    before="",
    evidence="",
    weighed="",
    weigh_url="/hypotheses/1/weighing/",
    answer_url="",
)
_TALK = SimpleNamespace(line=SimpleNamespace(pk=1, whom="Anisa"))
RENDERED_ASKING: dict[str, dict[str, Any]] = {
    "cases/question_answer.html": {
        "case": _CASE,
        "question": _QUESTION,
        "form": QuestionAnswerForm({"became": "asked"}, on=_ON, people=[(1, "Jamal Rahman")]),
    },
    "supervision/weighing.html": {
        "case": _CASE,
        "idea": _IDEA,
        "form": WeighingForm({"verdict": "revised"}, on=_ON, people=[(1, "Ade Fashola")], me=1, was_asked=True),
    },
    # What the demo's days do not reach: a session of this week, a recommendation that waits, a consultation by name.
    "supervision/rating.html": {
        "session": SimpleNamespace(pk=1, group=SimpleNamespace(name="Primrose")),
        "day": "29 October",
        "form": RatingForm(),
    },
    "supervision/recommendation.html": {
        "case": _CASE,
        "recommendation": SimpleNamespace(
            what="Look at the plan again.",
            why="Anisa asked for it.",
            said_by="Niamh Castellan",
            discussion=SimpleNamespace(held_on=_ON),
            discussion_id=1,
            get_about_display="The plan",
            for_manager="Bilal Hart",
            for_manager_id=0,
            decide_by_on=_ON,
        ),
        "form": RecommendationForm(decisions=[]),
    },
    "supervision/withdrawal.html": {
        "case": _CASE,
        "decision": SimpleNamespace(
            what="Review the plan.", why="Anisa asked for it.", discussion_id=1, get_about_display="The plan"
        ),
        "form": WithdrawalForm(),
    },
    "supervision/consultation_addendum.html": {"said": _TALK, "form": AddendumForm()},
    "supervision/consultation_visit.html": {"said": _TALK, "form": JointVisitForm(on=_ON)},
}
