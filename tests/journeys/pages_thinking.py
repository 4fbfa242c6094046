"""Pages of what was thought about a child together, as they look when filled."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from cases.models import Member
from cases.readings.marks import MarkLine
from cases.readings.oversight_notes import NoteOfChild, NotePage
from supervision.readings import DiscussionLine
from supervision.readings.afterwards import ReadBy

_CASE = {"case": SimpleNamespace(pk=1, name="Rahman–Khatun", get_absolute_url="/cases/1/")}
_CHILD = {"child": Member(pk=1, case_id=1, given_name="Anisa", family_name="Rahman", kind="child")}
_SAID = (
    ("What we thought about", "How do we hear Anisa, who interprets for her mother?"),
    ("What we hold as possible", "Perhaps being quiet is how Anisa keeps the peace."),
    ("What this child would want us to hear", "Ask me, and not only when Mum is there. (Her teacher)"),
    ("Risk and safety", "Farida is there tonight. If she cannot come, Ade is rung first."),
    ("What was agreed", "Ade Fashola will ask Anisa who notices first when Mum is sad, by 10 November."),
)
_NOTE = NoteOfChild(
    1, "/cases/1/thought-together/1/", "Anisa", "3 November 2026", "2026-11-03", "Group supervision, 3 November", _SAID,
    "Agreed by Niamh Castellan, 3 November 2026", "the whole family",
)  # fmt: skip
_LINE = DiscussionLine(1, 1, "Anisa and Imran", "Rahman–Khatun", "3 November 2026", "Ade Fashola", "In depth", True)
THINKING: dict[str, dict[str, Any]] = {
    "cases/oversight_note.html": _CASE
    | _CHILD
    | {"note": _NOTE, "may_record": True, "history": [MarkLine("3 November 2026, 16:05", "Ade Fashola", "Jamal")]},
    "supervision/reading.html": {
        "session": SimpleNamespace(pk=1, agreed_on=date(2026, 11, 3), group=SimpleNamespace(name="Primrose group")),
        "day": "3 November 2026",
        "discussions": (_LINE,),
        "read": ReadBy(("Rosa Begum",), ("Hana Suzuki",), is_mine_to_read=True, was_there=False),
    },
    "cases/oversight_notes.html": _CASE | _CHILD | {"page": NotePage((_NOTE, _NOTE), "2026-11-03.1")},
}
