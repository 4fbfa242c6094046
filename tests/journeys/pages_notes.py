"""The pages of notes and documents, as templates: the demo's families have none of them yet."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from cases.forms.documents import DocumentForm, PortraitForm
from cases.forms.milestones import StrikeForm
from cases.forms.notes import NoteForm
from cases.models import Member
from cases.readings.around import Around
from cases.readings.documents import DocumentLine, DocumentPage, DocumentReading
from cases.readings.notes import NoteReading, Person, Words
from cases.rules.notes import ASKED

ON = date(2026, 11, 3)
_CASE = SimpleNamespace(pk=1, name="Rahman–Khatun", get_absolute_url="/cases/1/")
_CHILDREN = tuple(
    Member(pk=pk, case_id=1, kind="child", given_name=name, family_name="Rahman", born_on=date(year, 5, 17))
    for pk, name, year in ((1, "Anisa", 2015), (2, "Imran", 2018), (3, "Zayd", 2025))
)
_SHIRIN = Member(pk=4, case_id=1, kind="adult", given_name="Shirin", family_name="Khatun")
_AROUND = Around(_CHILDREN, (_SHIRIN,), ((1, "Ms Hart, Brecknock School"),))
_NOTE = NoteReading(
    pk=1,
    heading="Direct work",
    title="",
    day="3 November 2026",
    at="16:30",
    writer="Ade Fashola",
    written="3 November 2026 at 17:05",
    tool="Three houses",
    interpreting="An interpreter",
    children=(Person(1, "Anisa Rahman", "AR"),),
    present=("Shirin Khatun", "Ms Hart, Brecknock School"),
    words="Anisa drew all three houses and began with the dreams.",
    meaning="She would rather talk about what could be.",
    learned="She worries about Zayd at night.",
    changed="We ask about nights first.",
    spoken=(Words(1, "Anisa Rahman", "In this house nobody shouts.", "the family, Jamal Rahman"),),
    agreed=((7, "Amara rings the school about lunch"),),
    documents=((1, "Anisa’s three houses"),),
    kept_from="Jamal Rahman",
    struck="",
    struck_why="",
)
_DOCUMENT = DocumentReading(
    pk=1,
    title="Anisa’s three houses",
    kind="Drawing or something made",
    type="Picture",
    size="1.4 MB",
    made="",
    added="3 November 2026 at 17:06",
    added_by="Ade Fashola",
    child=_CHILDREN[0],
    note=1,
    visit=None,
    is_picture=False,
    is_portrait=False,
    consent="Anisa Rahman, 3 November 2026 (said so)",
    consent_ended="Taken back on 4 November 2026",
    kept_from="Jamal Rahman",
    struck="",
    struck_why="",
)
_LINE = DocumentLine(
    1, "Anisa’s three houses", "Drawing", "Picture", "3 November 2026", "2026-11-03", "Anisa", False, True
)
_ASKED: dict[str, Any] = {"around": _AROUND, "held": [], "most": 20_000_000}

PAGES_NOTES: dict[str, dict[str, Any]] = {
    "cases/note.html": {"case": _CASE, "note": _NOTE, "may_record": True},
    "cases/note_strike.html": {"case": _CASE, "note": _NOTE, "form": StrikeForm({})},
    "cases/note_new.html": {
        "case": _CASE,
        "kind": "direct-work",
        "kinds": [(code, asks.heading) for code, asks in ASKED.items()],
        "form": NoteForm({}, kind="direct-work", around=_AROUND, on=ON),
    },
    "cases/document.html": {"case": _CASE, "document": _DOCUMENT, "may_strike": True},
    "cases/document_strike.html": {"case": _CASE, "document": _DOCUMENT, "form": StrikeForm({})},
    "cases/document_new.html": {"case": _CASE, "form": DocumentForm({}, {}, on=ON, **_ASKED)},
    "cases/portrait_new.html": {"case": _CASE, "child": _CHILDREN[0], "form": PortraitForm({}, {}, **_ASKED)},
    "cases/documents.html": {
        "case": _CASE,
        "children": _CHILDREN,
        "child": _CHILDREN[0],
        "page": DocumentPage((_LINE,), ""),
        "may_record": True,
    },
}
