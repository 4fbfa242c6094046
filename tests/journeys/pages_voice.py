"""Pages of what a family says, as they look when filled: the demo begins with few of their words, and no marks."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from cases.forms.marks import MarksForm
from cases.forms.quotes import QuoteForm, QuoteStrikeForm
from cases.models import Member
from cases.readings.marks import MarkLine
from cases.readings.quotes import QuoteLine, QuotePage
from cases.rules.audience import Marks

_ON = date(2026, 11, 3)
_CASE = {"case": SimpleNamespace(pk=1, name="Rahman–Khatun", get_absolute_url="/cases/1/")}
_PEOPLE = [
    Member(pk=1, case_id=1, given_name="Anisa", family_name="Rahman", kind="child"),
    Member(pk=4, case_id=1, given_name="Jamal", family_name="Rahman", kind="adult"),
]
_NAMES = {person.pk: person.first_name for person in _PEOPLE}


def _said(**more: Any) -> QuoteLine:
    line = {"pk": 1, "href": "/cases/1/words/1/", "words": "I like it when we all eat together.", "speaker": "Anisa"}
    line |= {"speaker_pk": 1, "is_child": True, "is_view": False, "how": "Said", "day": "3 November 2026"}
    line |= {"iso": "2026-11-03", "setting": "in the car after school", "heard_by": "Ade Fashola"}
    line |= {"source": "Visit on 3 November 2026", "source_href": "/cases/1/visits/1/", "kept_from": ""}
    line |= {"is_headed": False, "struck": "", "struck_why": ""}
    return QuoteLine(**(line | more))


_KEPT = _said(pk=2, words="Dad said not to tell.", kept_from="Jamal")
_ALL = (
    _said(is_headed=True),
    _KEPT,
    _said(
        pk=3, words="We need somebody who listens before they write.", speaker="Shirin", is_view=True, is_child=False
    ),
    _said(pk=4, words="It was blue.", struck="Ade Fashola, 3 November 2026", struck_why="It was Imran."),
)
_HISTORY = [MarkLine("3 November 2026, 16:05", "Ade Fashola", "Jamal")]
VOICE: dict[str, dict[str, Any]] = {
    "cases/quotes.html": _CASE
    | {"page": QuotePage(_ALL, ""), "people": _NAMES, "person": None, "may_record": True, "older": "?after=20261103.4"},
    "cases/quote_new.html": _CASE | {"form": QuoteForm({}, people=_PEOPLE, on=_ON), "has_people": True},
    "cases/quote.html": _CASE | {"quote": _KEPT, "history": _HISTORY, "may_record": True},
    "cases/quote_header.html": _CASE | {"quote": _said(), "refused": ""},
    "cases/quote_strike.html": _CASE | {"quote": _said(), "form": QuoteStrikeForm({})},
    "cases/marks.html": _CASE
    | {"form": MarksForm({}, people=_NAMES.items(), marks=Marks(True)), "what": "this visit", "history": _HISTORY},
}
