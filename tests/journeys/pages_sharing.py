"""Pages of what is shared with a family, as they look when filled: with answers, differences, and a copy."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from cases.forms.reports import ReportForm
from cases.forms.sharing import AnswerForm, WritingFileForm
from cases.forms.views_shared import ViewForm
from cases.models import Member, Writing
from cases.readings.report import ReportDue
from cases.readings.sharing import Shared, SharingLine, Stands
from cases.readings.views_shared import Offer, ViewLine, Views
from cases.readings.writing_paper import Answered, PartSaid, Said, SectionSaid, Seen, Version, sides

_ON = date(2026, 11, 3)
_CASE = SimpleNamespace(pk=1, name="Rahman–Khatun", get_absolute_url="/cases/1/")
_PAPER: dict[str, Any] = {"pk": 1, "get_paper_display": "Assessment", "assessment_id": 1}
_HERE: dict[str, Any] = {"case": _CASE, "writing": _PAPER, "may_record": True}
_JAMAL = Member(pk=4, case_id=1, given_name="Jamal", family_name="Rahman", kind="adult")
_ANISA = Member(pk=1, case_id=1, given_name="Anisa", family_name="Rahman", kind="child")
_OURS, _THEIRS = "She cares for Zayd at night.", "She likes to help. She is not his mother, I am."


def _line(**more: Any) -> SharingLine:
    said = {"pk": 1, "who": "Jamal Rahman", "member": 4, "how": "Read together", "is_reached": True, "why_not": ""}
    said |= {"day": "3 November 2026", "iso": "2026-11-03", "copy": 1, "copy_how": "by hand", "answered": ""}
    return SharingLine(**(said | {"remarks": _THEIRS, "changed": "We wrote it beside ours."} | more))


def _stands(**more: Any) -> Stands:
    said = {"pk": 4, "name": "Jamal Rahman", "first_name": "Jamal", "initials": "JR", "role": "Parent, or may decide"}
    return Stands(**(said | {"is_needed": True, "lines": (_line(),), "newer": ("What could happen",)} | more))


_SHARED = Shared(
    (
        _stands(),
        _stands(pk=1, name="Anisa Rahman", first_name="Anisa", initials="AR", role="11 years", lines=(), newer=()),
        _stands(pk=5, lines=(_line(is_reached=False, why_not="Moved abroad", remarks="", changed="", copy=None),)),
        _stands(pk=6, name="Farida", is_needed=False, lines=(), newer=()),
    ),
    (_line(who="Ms Begum, their advocate", member=None, changed=""),),
)
_VIEW = ViewLine(1, "Nights", _OURS, _THEIRS, "Jamal", "3 November 2026", "somebody of the family")
_VIEWS = Views((ViewLine(2, "Sleep", "Everybody needs it.", "", "", "3 November 2026", ""),), (_VIEW,))
_OFFER = Offer("says-1", "What could happen", _OURS, _THEIRS, "Shirin", may_agree=True)
_VERSION = Version(
    title="Assessment",
    about="Anisa and Imran",
    reader="Jamal Rahman",
    day="3 November 2026",
    is_for_child=False,
    sections=(
        SectionSaid(
            "What could happen",
            (
                PartSaid(
                    "", _OURS, (Said("Shirin", _THEIRS, "written"),), (Said("Anisa, 2 November", "I do it.", ""),)
                ),
                PartSaid("Imran", "The GP knows.", (), ()),
            ),
        ),
    ),
    agree=(Seen("Sleep", "Everybody needs it.", "", ""),),
    differ=(Seen("Nights", _OURS, _THEIRS, "Jamal"),),
    answered=(Answered("3 November 2026", "Put it first.", ""),),
    explained=(("GP", "family doctor"),),
    withheld=("What came before",),
)
_FAMILYS = {"version": _VERSION, "sides": sides(_VERSION)}
_GIVEN = {
    "title": "Assessment",
    "to": "Jamal Rahman",
    "how": "By hand",
    "day": "Tuesday 3 November",
    "by": "Ade Fashola",
}
_ANSWERED: dict[str, Any] = {"writing_id": 1, "writing": _PAPER, "remarks": _THEIRS, "get_how_display": "Read together"}
_DUE = ReportDue("Thursday 12 November 2026", "Tuesday 10 November 2026", "2026-11-10", "in 7 days", False, "")
_CONFERENCE = SimpleNamespace(pk=1)
RENDERED_SHARING: dict[str, dict[str, Any]] = {
    "cases/sharing_new.html": _HERE | {"shared": _SHARED, "due": _DUE},
    "cases/sharing_answer.html": _HERE
    | {
        "sharing": _ANSWERED | {"shared_on": _ON, "member": _JAMAL},
        "who": "Jamal Rahman",
        "form": AnswerForm({}, before="", changed="", on=_ON),
    },
    "cases/views.html": _HERE | {"views": _VIEWS, "offers": [_OFFER]},
    "cases/view_new.html": _HERE
    | {"form": ViewForm({}, people=[_JAMAL], on=_ON), "sharing": _ANSWERED | {"member": _JAMAL}},
    "cases/writing_family.html": _HERE | _FAMILYS | {"reader": _JAMAL, "needed": [_JAMAL, _ANISA]},
    "cases/writing_file_new.html": _HERE | {"form": WritingFileForm({}, people=[_JAMAL, _ANISA], reader=_ANISA)},
    "cases/given_paper.html": _HERE | _FAMILYS | {"given": _GIVEN},
    "cases/report_new.html": _HERE
    | {
        "form": ReportForm({}, sources=[Writing(pk=1, paper="assessment", begun_on=_ON)]),
        "conference": _CONFERENCE,
        "meeting": None,
    },
}
