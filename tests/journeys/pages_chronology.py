"""The pages of the chronology as templates: an entry of every state, and a file that is being made."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from cases.forms.events import EventForm, ExportForm
from cases.forms.milestones import StrikeForm
from cases.models import Member
from cases.readings.chronology import EventLine, Impact

ON = date(2026, 11, 3)
_CASE = SimpleNamespace(pk=1, name="Rahman–Khatun", get_absolute_url="/cases/1/")
_CHILDREN = [Member(pk=pk, given_name=name, family_name="Rahman") for pk, name in ((1, "Anisa"), (2, "Imran"))]
_EVENT = EventLine(
    pk=1,
    when="March 2024 to 2 June 2024",
    iso="2024-03-01",
    what="Anisa saw her father hit the wall beside her mother, and took her brothers into the bathroom.",
    source="Shirin told Ade",
    analysis="She learned early to read the room, and to look after the others first.",
    impacts=(Impact(1, "Anisa", "She stopped bringing friends home."), Impact(2, "Imran", "")),
    names="Anisa, Imran",
    written="Ade Fashola, 3 November 2026",
    is_marked=True,
    struck="",
    struck_why="",
    on=ON,
)
_STRUCK = EventLine(**{**vars(_EVENT), "struck": "Ade Fashola, 4 November 2026", "struck_why": "It was a door."})
_FILE = {"pk": 1, "layout": "PDF", "asked": "3 November 2026 at 09:12", "size": "48 kB", "state": "ready"}
CHRONOLOGY: dict[str, dict[str, Any]] = {
    "cases/event.html": {"case": _CASE, "event": _STRUCK},
    "cases/event_new.html": {
        "case": _CASE,
        "form": EventForm({}, children=_CHILDREN, people=[(1, "Anisa Rahman"), (9, "Jamal Rahman")], on=ON),
    },
    "cases/event_strike.html": {"case": _CASE, "event": _EVENT, "form": StrikeForm({})},
    "cases/export.html": {"case": _CASE, "export": _FILE},
    "cases/export_new.html": {"case": _CASE, "form": ExportForm({}, children=_CHILDREN)},
    "cases/chronology.html": {
        "case": _CASE,
        "chronology": {"lines": [_EVENT, _EVENT], "later": ""},
        "tabs": [{"text": "The family", "href": "?", "current": True}, {"text": "Anisa", "href": "?child=1"}] * 2,
        "waiting": 3,
        "may_record": True,
    },
}
