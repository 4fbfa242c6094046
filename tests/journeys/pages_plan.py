"""The pages of one plan: as a whole, its goals, as the family has it; and those of an assessment's legal basis."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from cases.forms.basis import BasisForm, JoiningForm
from cases.forms.family_plan import GivingForm
from cases.forms.goals import GoalActionForm, LinkForm, OfferedForm
from cases.readings.goals import LooseAction, Offered
from cases.rules.giving import Ways

FAMILY = r"^/cases/\d+/$"
WHOLE = r"^/cases/\d+/plan/whole/$"
ON = date(2026, 11, 3)
_CASE = SimpleNamespace(pk=1, name="Rahman–Khatun", get_absolute_url="/cases/1/")
_GOAL = SimpleNamespace(pk=1, words="Anisa is eleven at the doctor’s", worry="She interprets.", child=None)
_JOINING = SimpleNamespace(said="Ade Fashola stays your worker. A registered social worker joins.")
_BASES = [
    {"basis": "Help by agreement", "since": "1 September 2026", "iso": "2026-09-01"},
    {"basis": "Child in need (section 17)", "since": "3 November 2026", "iso": "2026-11-03", "why": "Shirin asked.",
     "by": "Ruth Adeyemi", "joined": "Rosa Begum"},
]  # fmt: skip
_BLOCKS = [
    ("Heading", {"text": "What should be different", "level": 1}),
    ("Heading", {"text": "Anisa is eleven", "level": 2}),
    ("Words", {"text": "Two rooms for four."}),
    ("Words", {"text": "Shirin: We are tired.", "is_quote": True}),
    ("Table", {"rows": [["Ade Fashola", "Ring the housing office", "By 10 November 2026"]]}),
]
_PAPER = {"title": "Anisa’s plan", "subtitle": "For Anisa, as it is on 3 November 2026."}
_GIVEN = {
    "to": "Anisa Rahman",
    "how": "By hand",
    "day": "Tuesday 3 November",
    "by": "Ade Fashola",
    "is_for_child": True,
}
_ANISA = SimpleNamespace(pk=1, first_name="Anisa", name="Anisa Rahman")
_COPY = {"paper": _PAPER, "is_for_child": True, "is_empty": False, "hints": [("siblings", "brothers and sisters")]}
_LOOSE = [LooseAction(1, "Ring the housing office", "Ade Fashola, by 10 November 2026")]
_OFFERED = [Offered("1-0", "Room for four", None)]
_SAID: dict[str, Any] = {"case": _CASE}
RENDERED_PLAN: dict[str, dict[str, Any]] = {
    "cases/assessment_basis.html": _SAID
    | {
        "assessment": SimpleNamespace(get_absolute_url="/", get_legal_basis_display="Help by agreement"),
        "is_open": True,
        "joining": _JOINING,
        "bases": _BASES,
        "unreferred": "Zayd",
        "form": BasisForm({"x": ""}, now="early-help", on=ON, people=[]),
    },
    "cases/plan_joining.html": _SAID
    | {"plan": {"pk": 1, "name": "Child protection plan"}, "joining": _JOINING, "form": JoiningForm({}, people=[])},
    "cases/plan_given.html": _SAID | {"given": _GIVEN, "paper": _PAPER, "blocks": _BLOCKS},
    "cases/plan_given_new.html": _SAID
    | {
        "recipient": _ANISA,
        "ways": Ways(("by-hand",), "", ("Somers Town",)),
        "form": GivingForm({"x": ""}, ways=Ways(("by-hand",), "", ())),
        "copy": _COPY,
        "blocks": _BLOCKS,
    },
    "cases/goals_offered.html": _SAID | {"offered": _OFFERED, "form": OfferedForm({"x": ""}, offered=_OFFERED)},
    "cases/goal_actions.html": _SAID | {"goal": _GOAL, "loose": _LOOSE, "form": LinkForm({"x": ""}, loose=_LOOSE)},
    "cases/goal_action_new.html": _SAID
    | {"goal": _GOAL, "form": GoalActionForm({"x": ""}, on=ON, staff=[], people=[])},
}
LIVE_PLAN: dict[str, tuple[str, ...]] = {
    "cases/plan_whole.html": ("ade", "/cases/", FAMILY, WHOLE),
    "cases/plan_family.html": ("ade", "/cases/", FAMILY, WHOLE, r"/plan/family/\?child=\d+$"),
    "cases/plan_file_new.html": ("ade", "/cases/", FAMILY, WHOLE, r"/plan/family/$", r"/plan/file/new/"),
    "cases/goal_edit.html": ("ade", "/cases/", FAMILY, WHOLE, r"/goals/\d+/edit/$"),
    "cases/action_day.html": ("ade", "/cases/", FAMILY, WHOLE, r"/actions/\d+/day/$"),
}
