"""Pages of meetings to come, of who is asked, and of what a chair raises, as templates."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from cases.forms.disputes import AnswerForm, DisputeForm
from cases.forms.invitations import AttendanceForm, LetterForm, ListForm, WhoElseForm
from cases.forms.planned_meetings import ArrangeForm, CallingOffForm
from cases.readings.family import Family
from cases.readings.invitations import Asked, Head, Invited, Proposed
from cases.rules.giving import Ways

ON = date(2026, 11, 3)
_CASE = SimpleNamespace(pk=1, name="Rahman–Khatun", get_absolute_url="/cases/1/")
_HEAD = Head("meeting", 1, "Core group", "core-group", ON, "Tuesday 10 November 2026", "2026-11-10", "10 am",
             "The town hall", "/cases/1/planned-meetings/1/", False)  # fmt: skip
_ANISA = Invited(
    1, 1, "Anisa Rahman", "Child", True, True, date(2015, 5, 17), "spoken", "Spoken to, 3 November 2026", "coming",
    "A lift there and back", "came", "PN1", "", "", "", "/cases/1/invitations/1/letter/",
    "/cases/1/invitations/1/taking-off/",
)  # fmt: skip
_LEE = Invited(
    2, 1, "Ms Lee, Edith Primary", "Education", False, False, None, "", "", "", "", "", "", "education",
    "020 7946 0440", "", "/cases/1/invitations/2/letter/", "/cases/1/invitations/2/taking-off/",
)  # fmt: skip
_PEOPLE = (_ANISA, _LEE)
_PROPOSED = [Proposed("m1", "Shirin Khatun", "mother of Anisa", Asked("Shirin Khatun", member=1))]
_MEETING = {
    "pk": 1, "kind": "Core group", "day": "Tuesday 10 November", "iso": "2026-11-10", "time": "10 am",
    "place": "The town hall", "arranged": "Ade Fashola, 3 November 2026", "state": "", "called_off": "",
}  # fmt: skip
_TO_COME = [{"what": "Core group", "href": "/cases/1/planned-meetings/1/", "family": "Rahman–Khatun",
             "day": "Tuesday 10 November", "iso": "2026-11-10", "time": "10 am"}]  # fmt: skip
_DISPUTE = {
    "pk": 1, "about": "Imran’s school place is still open", "child": "Imran Rahman", "conference": 1,
    "words": "It was promised in May.", "wanted": "A place by December.", "raised": "Dawn Ellery, 3 November 2026",
    "who": "the family’s worker", "by_day": "10 November 2026", "iso": "2026-11-10", "away": "in 7 days",
    "is_late": False, "answers": [{"words": "I ring the school.", "said": "Ade Fashola, 4 November 2026"}],
    "settled": "", "settled_how": "", "state": "open", "further": "the team manager",
    "steps": [("3 November 2026", "2026-11-03", "Dawn Ellery raised with the family’s worker: a school place")],
}  # fmt: skip
_BEFORE: dict[str, Any] = {
    "head": _HEAD, "family": Family((), (), {}, {}, frozenset()), "why": "The flat is cold.",
    "standing": ["Anisa: child protection plan, neglect, since 5 August 2026 (3 months)"],
    "workers": ["Ade Fashola: lead worker of Anisa"], "since": "5 August 2026",
    "visits": [{"name": "Anisa", "seen": "twice", "alone": "once", "longest": "12 working days", "is_long": True}],
    "tasks": [{"what": "Ring the school", "who": "Ade Fashola", "became": "Done 5 September 2026", "kind": "green",
               "href": "/cases/1/actions/1/"}],
    "aims": [{"words": "Anisa sleeps through.", "about": "Anisa", "moved": "Closer, 2 November 2026", "kind": "green"}],
    "said": [{"who": "Anisa Rahman", "words": "I want to be asked.", "day": "2 November 2026", "is_kept": True}],
    "not_heard": "Jamal", "took_part": ["Anisa, 5 August 2026: came, and spoke for themselves"],
    "report": "Not shared with the family yet.", "disputes": [], "asked": _PEOPLE,
}  # fmt: skip
_LETTER = {"care": "The place of this meeting is not to be shared with Jamal."}
_OF: dict[str, Any] = {"case": _CASE, "head": _HEAD, "may_decide": True}
_ROW = {"title": "Imran’s school place is still open", "href": "/cases/1/disputes/1/", "tag": "Answered",
        "kind": "blue", "notes": ["Dawn Ellery, 3 November 2026"]}  # fmt: skip
RENDERED_MEETINGS: dict[str, dict[str, Any]] = {
    "cases/planned_meeting.html": {
        "case": _CASE, "meeting": _MEETING, "asked": _PEOPLE, "may_arrange": True, "may_record": True,
    },
    "cases/planned_meeting_new.html": {
        "case": _CASE,
        "to_come": _TO_COME,
        "form": ArrangeForm({}, on=ON, days=[ON], due_on=ON, kinds=["core-group", "need-review"]),
    },
    "cases/planned_meeting_calling_off.html": {"case": _CASE, "meeting": _MEETING, "form": CallingOffForm({})},
    "cases/invitations.html": _OF | {"people": _PEOPLE, "form": ListForm(None, people=_PEOPLE)},
    "cases/attendance.html": _OF
    | {"people": _PEOPLE, "form": AttendanceForm(None, people=_PEOPLE, held_on=ON), "quorum": "Nobody is marked yet."},
    "cases/invitation_new.html": _OF | {"form": WhoElseForm({}, proposed=_PROPOSED)},
    "cases/invitation_taking_off.html": _OF | {"name": "Ms Lee"},
    "cases/invitation_letter.html": _OF
    | {"name": "Jamal Rahman", "letter": _LETTER, "form": LetterForm({}, ways=Ways(("by-hand",), "No.", ("Here",)))},
    "cases/before_meeting.html": {"case": _CASE, "page": _BEFORE, "may_raise": True, "may_arrange": True},
    "cases/disputes.html": {"case": _CASE, "section": {"rows": [_ROW]}, "may_raise": True},
    "cases/dispute_new.html": {"case": _CASE, "form": DisputeForm({}, children=[], on=ON)},
    "cases/dispute.html": {"case": _CASE, "dispute": _DISPUTE, "is_own": True, "may_answer": True},
    "cases/dispute_step.html": {"case": _CASE, "dispute": _DISPUTE, "form": AnswerForm({}), "title": "Answer it"},
}  # fmt: skip
