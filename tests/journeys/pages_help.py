"""The pages of help as templates: the demo's families have some of these steps behind them, and some never come."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from cases.forms.assessments import (
    AssessmentForm,
    AuthorisationForm,
    CheckpointForm,
    SharingForm,
    StopForm,
    SubmissionForm,
)
from cases.forms.help import MeetingForm, PlanEndingForm, PlanForm, SendingForm, VisitsForm
from cases.forms.thresholds import ThresholdForm
from cases.models import Member
from cases.readings.assessments import ReferralsNow
from cases.rules.answers import Answer

ON = date(2026, 11, 3)
_CASE = SimpleNamespace(pk=1, name="Rahman–Khatun", get_absolute_url="/cases/1/")
_ANISA, _IMRAN = (Member(pk=pk, given_name=name, family_name="Rahman") for pk, name in ((1, "Anisa"), (2, "Imran")))
_CHILDREN = [_ANISA, _IMRAN]
_CHILD = {"pk": 1, "name": "Anisa Rahman", "initials": "AR", "in_need": "A child in need", "factors": ["Self-harm"]}
_CHILD |= {"visits": "Visits at least every 20 working days", "ended": ""}
_ASSESSMENT: dict[str, Any] = {
    "pk": 1,
    "names": "Anisa and Imran",
    "state": "shared",
    "said": "Shared with the family",
    "kind": "blue",
    "basis": "Child in need (section 17)",
    "due": "Thursday 28 January 2027",
    "due_iso": "2027-01-28",
    "due_away": "in 86 days",
    "due_state": "ahead",
    "counted": "45 working days from the referral on 23 November 2026",
    "steps": [
        {"what": "Begun", "day": "24 November 2026", "iso": "2026-11-24", "who": "Ade Fashola"},
        {"what": "Shared"},
    ],
    "children": [_CHILD],
    "was_shared": True,
    "familys_words": "We are tired, that is all.",
    "not_reached": [("Jamal Rahman", "His number does not work")],
    "check_note": "It can be finished sooner. One more visit.",
    "is_open": True,
    "may": ["check", "share", "submit", "stop"],
}
_PLAN: dict[str, Any] = {
    "pk": 1,
    "name": "Child in need plan",
    "basis": "need",
    "names": "Anisa and Imran",
    "began": "1 September 2026",
    "began_iso": "2026-09-01",
    "how": "Ade Fashola began a child in need plan for Anisa and Imran. Agreed: Shirin, at home",
    "is_running": True,
    "most": 20,
    "children": [_CHILD],
    "meeting_kind": "need-review",
    "meetings": [{"pk": 1, "day": "3 November 2026", "iso": "2026-11-03", "kind": "Child in need review", "sent": ""}],
}
_MEETING: dict[str, Any] = {
    "pk": 1,
    "kind": "Child in need review",
    "day": "3 November 2026",
    "iso": "2026-11-03",
    "names": "Anisa and Imran",
    "writer": "Ade Fashola",
    "who_came": "Shirin, Ms Lee",
    "words": "Sleep first.",
    "familys_words": "It is calmer.",
    "agreed": [(1, "ring the school", "Ade Fashola, by 10 November 2026")],
    "sent": "",
}
_MOVE: dict[str, Any] = {
    "way": "Step down",
    "names": "Anisa and Imran",
    "before": "Child in need plan",
    "after": "Family help plan",
    "day": "3 November 2026",
    "iso": "2026-11-03",
    "again": "Wednesday 3 February 2027",
    "again_iso": "2027-02-03",
    "driver": "The family’s network carries it",
    "decided_by": "Ruth Adeyemi",
    "keeps": "They keep their lead worker",
    "why": "Aunt Farida is there each day.",
    "familys_view": "We can do it.",
    "step_up_again_if": "He hides again.",
    "leaves_need": True,
}
_MAY = {"case": _CASE, "may_record": True, "may_authorise": True}
_STEP: dict[str, Any] = {"case": _CASE, "assessment": _ASSESSMENT}
_NEW: dict[str, Any] = {
    "case": _CASE,
    "children": _CHILDREN,
    "now": ["Anisa: child in need plan since 1 September 2026"],
}
_ON_PLAN: dict[str, Any] = {"case": _CASE, "plan": _PLAN}
_DONE = [("2026-11-24", "2026-11-24", "Ade Fashola began an assessment of Anisa and Imran")]
RENDERED_HELP: dict[str, dict[str, Any]] = {
    "cases/assessment.html": _MAY | {"assessment": _ASSESSMENT, "history": _DONE},
    "cases/assessment_new.html": _NEW
    | {"form": AssessmentForm({}, children=_CHILDREN, referrals=ReferralsNow(frozenset({1}), {1: ON}), on=ON)},
    "cases/assessment_checkpoint.html": _STEP | {"form": CheckpointForm({})},
    "cases/assessment_sharing.html": _STEP | {"form": SharingForm({}, parents=[_IMRAN], was=Answer(""), on=ON)},
    "cases/assessment_submission.html": _STEP | {"form": SubmissionForm({}, was_shared=False, why="")},
    "cases/assessment_authorisation.html": _STEP | {"form": AuthorisationForm({}, children=_CHILDREN, on=ON)},
    "cases/assessment_ending.html": _STEP | {"form": StopForm({}, started_on=ON, on=ON)},
    "cases/plan.html": _MAY | {"plan": _PLAN},
    "cases/plan_new.html": _NEW | {"form": PlanForm({}, children=_CHILDREN, on=ON, most=20)},
    "cases/plan_visits.html": _ON_PLAN | {"form": VisitsForm({}, children=_CHILDREN)},
    "cases/plan_ending.html": _ON_PLAN | {"form": PlanEndingForm({}, children=_CHILDREN, basis="need", on=ON)},
    "cases/plan_meeting.html": _MAY | {"meeting": _MEETING},
    "cases/plan_meeting_new.html": _NEW
    | {"form": MeetingForm({}, children=_CHILDREN, kinds=["core-group", "need-review"], staff=[], on=ON)},
    "cases/plan_meeting_sending.html": {"case": _CASE, "meeting": _MEETING, "form": SendingForm({}, on=ON)},
    "cases/threshold.html": {"case": _CASE, "move": _MOVE},
    "cases/threshold_new.html": _NEW | {"form": ThresholdForm({}, children=_CHILDREN, leads=[], on=ON)},
}
