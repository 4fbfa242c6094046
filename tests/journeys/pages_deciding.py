"""The pages of decisions as templates: a decision made, one that waits, somebody not yet heard."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from cases.forms.decisions import AskForm, DecisionForm, DroppingForm, HearingForm, MakingForm
from cases.models import DecisionHeard, Member
from cases.readings.decisions import DecisionReading, HeardLine, Hearing, OptionLine, SaidBefore

ON = date(2026, 11, 3)
_CASE = SimpleNamespace(pk=1, name="Rahman–Khatun", get_absolute_url="/cases/1/")
_ANISA, _SHIRIN = (Member(pk=pk, given_name=name, family_name="Rahman") for pk, name in ((1, "Anisa"), (2, "Shirin")))
_PEOPLE = [(1, "Anisa", True), (2, "Shirin", False)]
_BEFORE = [SaidBefore(1, "I want to sleep at Nani’s.", date(2026, 10, 20), "words of 20 October 2026")]
_NAMES = {1: "Anisa", 2: "Shirin"}
_LINE: dict[str, Any] = {
    "pk": 1,
    "name": "Anisa",
    "is_child": True,
    "how": "Talked with them",
    "waits": "",
    "href": "/",
}
_LINE |= {
    "words": "I want to sleep at Nani’s.",
    "changed": "She sleeps there on school days.",
    "day": "2 November 2026",
}
_HEARD = (
    HeardLine(**_LINE, was_heard=True, kept_from="Jamal"),
    HeardLine(**_LINE | {"name": "Shirin", "waits": "by 10 November 2026"}, was_heard=False, kept_from=""),
    HeardLine(**_LINE | {"name": "Karim", "how": "Could not be reached", "words": ""}, was_heard=False, kept_from=""),
)
_TO_COME = DecisionReading(
    pk=1, href="/", kind_code="placement", kind="Where a child lives", what="", question="Where does Anisa sleep?",
    children=("Anisa",), is_made=False, made="", authority="A manager of children’s social care", why="",
    least_formal="", family_would_rather="", urgent_because="", options=(), heard=(), asked="Ade Fashola, 2 November",
    due="5 November 2026", is_late=True, dropped="", subject="", subject_href="",
)  # fmt: skip
_MADE: dict[str, Any] = {
    **vars(_TO_COME), "what": "Anisa sleeps at her grandmother’s on school days.", "is_made": True,
    "made": "Ruth Adeyemi, 3 November 2026", "why": "She asked for it.", "least_formal": "Her grandmother.",
    "family_would_rather": "That everybody stays together.", "urgent_because": "It was not safe tonight.",
    "options": (OptionLine("Foster care", "Going to court", False, "Not now."), OptionLine("Nani", "", True, "")),
    "heard": _HEARD, "due": "", "is_late": False, "subject": "The plan", "subject_href": "/",
}  # fmt: skip
_PAGE = {"case": _CASE, "may_record": True, "may_decide": True}
_WAITS = _PAGE | {"decision": _TO_COME}
_HEARING = Hearing(tuple(_PEOPLE), tuple(_BEFORE), _NAMES)
_ASKS: dict[str, Any] = {"hearing": _HEARING, "on": ON}
_ROW = DecisionHeard(member=_SHIRIN)

DECIDING: dict[str, dict[str, Any]] = {
    "cases/decisions.html": _PAGE | {"decisions": (_TO_COME, DecisionReading(**_MADE)), "people": [_ANISA, _SHIRIN]},
    "cases/decision.html": _PAGE | {"decision": DecisionReading(**_MADE)},
    "cases/decision_new.html": _PAGE
    | {"form": DecisionForm({}, children=[_ANISA], is_manager=True, **_ASKS), "children": [_ANISA]}
    | {"ways": [("Ending of our work", "/cases/1/closures/new/"), ("Step up or down", "")]},
    "cases/decision_making.html": _WAITS | {"form": MakingForm({}, kind="plan", **_ASKS), "way": "/cases/1/plans/new/"},
    "cases/decision_asked.html": _PAGE | {"form": AskForm({}, children=[_ANISA], on=ON), "children": [_ANISA]},
    "cases/decision_hearing.html": _WAITS
    | {
        "form": HearingForm({}, heard=_ROW, names=_NAMES, before=[], on=ON),
        "name": "Shirin",
        "line": SimpleNamespace(waits=True),
    },
    "cases/decision_dropping.html": _WAITS | {"form": DroppingForm({})},
}
