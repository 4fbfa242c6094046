"""Pages of steps down, of what people say of our work, of how long a record is kept."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from cases.forms.complaints import AnswerForm, CourseForm
from cases.forms.help_ending import HelpEndingForm
from cases.forms.retention import LiftingForm
from cases.forms.step_checks import StepCheckForm
from cases.models import Complaint, Member

FAMILY = r"^/cases/\d+/$"
KEPT = r"/retention/$"
LEGAL = r"/legal/$"
SAID = r"/complaints/$"
_ON = date(2026, 11, 3)
_CASE = {"case": SimpleNamespace(pk=1, name="Rahman–Khatun", get_absolute_url="/cases/1/")}
_CHILDREN = [Member(pk=pk, case_id=1, given_name=name, kind="child") for pk, name in ((1, "Anisa"), (2, "Imran"))]
_SHIRIN = Member(pk=4, case_id=1, given_name="Shirin", kind="adult")
_MOVE = {"pk": 1, "names": "Anisa and Imran", "before": "Child in need plan", "after": "Family help plan"}
_MOVE |= {"day": "3 August 2026", "iso": "2026-08-03", "again": "Tuesday 3 November 2026", "again_iso": "2026-11-03"}
_MOVE |= {"step_up_again_if": "Imran hides again.", "network_plan": "Aunt Farida is there each day."}
_LINE = {"pk": 1, "href": "/cases/1/complaints/1/", "kind": "complaint", "label": "Complaint", "tag": "amber"}
_LINE |= {"words": "Nobody rang me back.", "who": "Shirin", "how": "By phone", "day": "26 October 2026"}
_LINE |= {"iso": "2026-10-26", "recorded_by": "Niamh Castellan", "stage": "Local resolution", "state": "soon"}
_LINE |= {"due": "9 November 2026", "due_iso": "2026-11-09", "away": "in 6 days"}
_SAID = {"line": _LINE, "wanted": "A call each Friday.", "goes_on": True}
_COMPLAINT = Complaint(pk=1, case_id=1, kind="complaint", received_on=_ON)

# By template: who looks, where they begin, along which links.
LIVE_STEPS: dict[str, tuple[str, ...]] = {
    "cases/complaints.html": ("niamh", "/cases/find/?q=khatun", FAMILY, LEGAL, SAID),
    "cases/complaint.html": ("niamh", "/cases/find/?q=khatun", FAMILY, LEGAL, SAID, r"/complaints/\d+/$"),
    "cases/complaint_new.html": ("niamh", "/cases/find/?q=khatun", FAMILY, LEGAL, SAID, r"/complaints/new/$"),
    "cases/complaint_paper.html": ("niamh", "/cases/find/?q=khatun", FAMILY, LEGAL, SAID, r"/complaints/how/$"),
    "cases/retention.html": ("ruth", "/cases/find/?q=khatun", FAMILY, r"/access-log/$", KEPT),
    "cases/hold_new.html": ("ruth", "/cases/find/?q=khatun", FAMILY, r"/access-log/$", KEPT, r"/holds/new/$"),
}
_DECISION: dict[str, Any] = {
    "what": "Ade still comes every other week; the reviews end.",
    "family_would_rather": "Keep Ade.",
}
_DECISION["heard"] = [{"name": "Anisa", "was_heard": True, "words": "I like Fridays.", "changed": "Ade stays."}]
RENDERED_STEPS: dict[str, dict[str, Any]] = {
    "cases/complaint_answer.html": _CASE | {"said": _SAID, "is_open": True, "form": AnswerForm({}, on=_ON)},
    "cases/complaint_course.html": _CASE
    | {"said": _SAID, "form": CourseForm({}, complaint=_COMPLAINT, more="10 working days", on=_ON)},
    "cases/help_ending.html": _CASE
    | {"children": _CHILDREN, "form": HelpEndingForm({}, children=_CHILDREN, people=[_SHIRIN], on=_ON)},
    "cases/hold_lifting.html": _CASE | {"held": {"why": "An inquiry asked for it."}, "form": LiftingForm({})},
    "cases/threshold_paper.html": _CASE
    | {"move": _MOVE | {"is_by_agreement": True, "keeps": "They keep their lead worker"}, "decisions": [_DECISION]},
    "cases/step_check.html": _CASE | {"move": _MOVE, "form": StepCheckForm({})},
}
