"""Where the pages of giving a family a worker are looked at; see `pages.py`."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from camden.models import User
from camden.office.people_forms import AgreeForm
from cases.forms.carrying import ExtraDutyEndingForm
from cases.forms.complexity import ComplexityAnswerForm
from cases.forms.taking import AnswerForm, StepsForm
from cases.models import ExtraDuty, Introduction, Language, Member
from tests.journeys.pages_people import AROUND
from tests.journeys.pages_people import WHO as PEOPLE

FAMILY, CHILD = r"^/cases/\d+/$", r"^/cases/\d+/children/\d+/$"
WHO = ("ruth", "/cases/?show=team", FAMILY, CHILD, r"/who-could-take/\?child=")
# (template: who looks, where they begin, which links they follow)
LIVE_ALLOCATING: dict[str, tuple[str, ...]] = {
    "cases/who_could_take.html": WHO,
    "cases/worker_asked_new.html": (*WHO, r"/asked-workers/new/"),
    "cases/allocation_together.html": (*WHO, r"/allocation/\?to="),
    "cases/complexity.html": ("ade", "/cases/", FAMILY, CHILD, r"/complexity/$"),
    "cases/complexity_new.html": ("ade", "/cases/", FAMILY, CHILD, r"/complexity/$", r"/complexity/new/$"),
    "cases/way_there.html": ("ade", "/cases/", FAMILY, AROUND, PEOPLE, r"/homes/\d+/way/$"),
    "cases/extra_duties.html": ("ruth", "/cases/extra-duties/"),
    "cases/extra_duty_new.html": ("ruth", "/cases/extra-duties/new/"),
    "cases/languages.html": ("ade", "/cases/languages/"),
    "cases/weights.html": ("ade", "/cases/weights/"),
    "cases/weight.html": ("ade", "/cases/weights/", r"/weights/plan\.in-need/$"),
    "cases/weight_edit.html": ("sol", "/cases/weights/", r"/weights/plan\.in-need/$", r"/edit/$"),
}

_ON = date(2026, 11, 3)
_CASE = SimpleNamespace(pk=1, name="Rahman–Khatun", get_absolute_url="/cases/1/")
_ROSA, _ADE = SimpleNamespace(pk=1, name="Rosa Begum"), SimpleNamespace(pk=2, name="Ade Fashola")
_ROW = Introduction(pk=1, case_id=1, child=Member(pk=1, given_name="Anisa"), worker_id=1, before_id=2, changed_on=_ON)
_ASKED = {"pk": 1, "worker": "Rosa Begum", "asked_by": "Ruth Marlowe", "asked_on": "3 November 2026"}
_ASKED |= {"family": "/cases/1/who-could-take/"}
_ASKED |= {"needs": "Three children: 12, 9 and 4 years old. Their mother speaks Sylheti.", "reasons": ["Has room"]}
_PAGE = {"pk": 1, "case_pk": 1, "child": "Anisa", "child_pk": 1, "worker": "Rosa Begum", "before": "Ade Fashola"}
_PAGE |= {"changed_on": "3 November 2026", "agreed": "Talked about with Rosa Begum first"}
_PAGE |= {"plan": "Ade Fashola brings Rosa Begum to them by 17 November 2026"}
_PAGE |= {"steps": (("The family was told why", "2 November 2026, by Ade Fashola"), ("Goodbye", "Not yet"))}
_FACTOR = {"pk": 1, "kind": "network", "words": "A network that finds it hard to work with us", "may_answer": True}
_FACTOR |= {"why": "Nobody opens the door, and the school cannot reach their mother.", "may_withdraw": True}
_FACTOR |= {"proposed": "Proposed by Rosa Begum on 2 November 2026", "state": "Waits for a manager"}
_FACTOR |= {"state_kind": "amber"}
_PLANNED = {"amount": "5 points", "from_on": "1 December 2026"}
_WEIGHT = {"code": "plan.in-need", "words": "In need", "amount": "4 points"}
_CHILD = Member(pk=1, given_name="Anisa", family_name="Rahman")
_DUTY = ExtraDuty(pk=1, person=User(name="Rosa Begum"), duty="champion", started_on=_ON)
RENDERED_ALLOCATING: dict[str, dict[str, Any]] = {
    "cases/complexity_answer.html": {
        "case": _CASE,
        "child": _CHILD,
        "line": _FACTOR,
        "form": ComplexityAnswerForm(),
    },
    "cases/complexity_withdrawal.html": {
        "case": _CASE,
        "child": _CHILD,
        "line": _FACTOR,
        "form": AgreeForm(save="It is no longer so"),
    },
    "cases/extra_duty_ending.html": {"duty": _DUTY, "form": ExtraDutyEndingForm(on=_ON)},
    "cases/language_ending.html": {
        "language": Language(pk=1, name="Sylheti"),
        "form": AgreeForm(save="Take it off my list"),
    },
    "cases/weight_withdrawal.html": {"weight": _WEIGHT, "planned": _PLANNED, "form": AgreeForm(save="Take it back")},
    "cases/worker_asked.html": {"asked": _ASKED, "form": AnswerForm(on=_ON), "is_mine": True, "case_pk": 1},
    "cases/introduction.html": {
        "case": _CASE,
        "page": _PAGE,
        "form": StepsForm(introduction=_ROW, people=[_ROSA, _ADE], on=_ON),  # type: ignore[list-item]
    },
}
