"""The pages of what stands still, and of what managers looked at and decided."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from cases.forms.oversight import DriftAnswerForm

_FAMILY = r"^/cases/\d+/$"
_CASE = SimpleNamespace(pk=1, name="Rahman–Khatun", get_absolute_url="/cases/1/")
_STILL = {
    "title": "Not seen alone, twice",
    "about": "Imran",
    "what": "",
    "since": "3 November 2026",
    "iso": "2026-11-03",
    "facts": [("23 October 2026: seen, with others there.", "/cases/1/visits/5/"), ("Every second visit is.", "")],
}
_ANSWERED = {
    "title": "Not seen alone, twice",
    "about": "Imran",
    "facts": ["23 October 2026: seen, with others there."],
    "answer": "We go on as we are, because",
    "words": "Imran asks for his sister to be there.",
    "said": "Ade Fashola, 4 November 2026",
    "quiet": "Quiet until 18 November 2026",
}
_NOTE = {
    "about": "Visit: Imran, due 20 October 2026 (4 days late)",
    "child": "Imran",
    "decision": "Ade visits on Thursday, after school.",
    "rationale": "He was seen at school on Tuesday, and was well.",
    "said": "Ruth Adeyemi, 24 October 2026",
    "again": "Look again on 7 November 2026",
}

LIVE_DRIFT: dict[str, tuple[str, ...]] = {
    "overview/drift.html": ("ruth", "/my-day/drift/"),
    "cases/drift.html": ("ruth", "/my-day/drift/", r"^/cases/\d+/drift/$"),
    "cases/oversights.html": ("ruth", "/my-day/drift/", r"^/cases/\d+/drift/$", r"/oversight/$"),
    "cases/oversight_new.html": ("ruth", "/my-day/drift/", r"/oversight/new/\?about=drift"),
}
RENDERED_DRIFT: dict[str, dict[str, Any]] = {
    "cases/drift_answer.html": {
        "case": _CASE, "sign": _STILL, "earlier": [_ANSWERED], "form": DriftAnswerForm(on=date(2026, 11, 3)),
    },
    "cases/oversight.html": {"case": _CASE, "pk": 1, "note": _NOTE, "may_decide": True},
}  # fmt: skip
