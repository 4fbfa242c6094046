"""Pages of what a family says, as they look when filled: the demo begins with few of their words, and no marks."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from cases.forms.consents import ConsentForm, WithdrawalForm
from cases.forms.disagreements import DisagreementForm
from cases.forms.feedback import InvitationForm, PaperForm, ReplyForm
from cases.forms.marks import MarksForm
from cases.forms.quotes import QuoteForm, QuoteStrikeForm
from cases.models import Member
from cases.readings.consents import ConsentLine
from cases.readings.disagreements import Differs
from cases.readings.feedback import FeedbackLine, InvitationLine, UnnamedLine
from cases.readings.marks import MarkLine
from cases.readings.quotes import QuoteLine, QuotePage
from cases.readings.timeline import Entry
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
_ENTRY = Entry(1, "3 November 2026", "2026-11-03", "visit", "Visit", "Ade visited at home: did not see Anisa", "")
_OTHERS = (Differs("Shirin", "She was asleep upstairs. Nobody asked me.", "4 November 2026", "2026-11-04"),)
_GIVEN = {"who": "Shirin", "purpose": "Talking with somebody else about the family", "given": "Signed, 1 October 2026"}
_GIVEN |= {
    "words": "Ms Lee at school may know.",
    "until": "1 January 2027",
    "withdrawn": "",
    "recorded_by": "Ade Fashola",
}
_CONSENTS = (
    ConsentLine(pk=1, state="runs", **_GIVEN),
    ConsentLine(pk=2, state="withdrawn", **(_GIVEN | {"withdrawn": "2 November 2026, to Ade Fashola: Not any more."})),
)
_ASKED = InvitationLine(1, "Shirin", "3 November 2026", "1 December 2026", True)
_ANSWERS = (("I was listened to.", "9 of 10"), ("Things are safer or better for the children.", "left open"))
_TOLD = (
    FeedbackLine(1, "Shirin", "Visits", "3 November 2026", _ANSWERS, "She came when she said.", False, "", "", ""),
    FeedbackLine(2, "Somebody", "", "1 October 2026", _ANSWERS, "I am scared.", True, "Ade Fashola", "We came.", "Ade"),
)
VOICE: dict[str, dict[str, Any]] = {
    "cases/quotes.html": _CASE
    | {"page": QuotePage(_ALL, ""), "people": _NAMES, "person": None, "may_record": True, "older": "?after=20261103.4"},
    "cases/quote_new.html": _CASE | {"form": QuoteForm({}, people=_PEOPLE, on=_ON), "has_people": True},
    "cases/quote.html": _CASE | {"quote": _KEPT, "history": _HISTORY, "may_record": True},
    "cases/quote_header.html": _CASE | {"quote": _said(), "refused": ""},
    "cases/quote_strike.html": _CASE | {"quote": _said(), "form": QuoteStrikeForm({})},
    "cases/marks.html": _CASE
    | {"form": MarksForm({}, people=_NAMES.items(), marks=Marks(True)), "what": "this visit", "history": _HISTORY},
    "cases/disagreement_new.html": _CASE
    | {"entry": _ENTRY, "others": _OTHERS, "form": DisagreementForm({}, people=_PEOPLE, on=_ON)},
    "cases/consents.html": _CASE | {"lines": _CONSENTS, "may_record": True},
    "cases/consent_new.html": _CASE | {"form": ConsentForm({}, people=_PEOPLE, on=_ON), "has_people": True},
    "cases/consent_withdrawal.html": _CASE | {"line": _CONSENTS[0], "form": WithdrawalForm({}, on=_ON)},
    "cases/feedback.html": _CASE | {"lines": _TOLD, "asked": _ASKED, "may_record": True},
    "cases/feedback_new.html": _CASE | {"form": PaperForm({}, people=_PEOPLE, on=_ON)},
    "cases/feedback_reply.html": _CASE | {"line": _TOLD[0], "form": ReplyForm({})},
    "cases/feedback_invitation_new.html": _CASE | {"form": InvitationForm({}, people=_PEOPLE)},
    "cases/feedback_invitation.html": _CASE | {"asked": _ASKED, "name": "Shirin", "refused": ""},
    "cases/feedback_unnamed.html": {
        "lines": (UnnamedLine("Children in Need South", "7 answers", _ANSWERS, ("Fine.",)),)
    },
}
