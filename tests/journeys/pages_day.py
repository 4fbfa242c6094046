"""The pages of somebody's day: visits planned, promises, and what was agreed and given."""

from types import SimpleNamespace
from typing import Any

from cases.forms.planned_visits import CallingOffForm

_FAMILY = r"^/cases/\d+/$"
_ACTION = r"^/cases/\d+/actions/\d+/$"
_CHILD = r"^/cases/\d+/children/\d+/$"
_CASE = SimpleNamespace(pk=1, name="Rahman–Khatun", get_absolute_url="/cases/1/")
_LINE = {
    "pk": 1,
    "key": "1",
    "day": "Thursday 5 November",
    "iso": "2026-11-05",
    "time": "10 am",
    "who": "Ade Fashola with Rosa Begum",
    "is_mine": True,
    "place": "At Somers Town",
    "purpose": "See the children and how things are",
    "remark": "The bell does not work",
    "href": "/cases/1/planned-visits/1/",
}
_PLANNED = {"line": _LINE, "address": "12 Phoenix Road", "is_safe_to_share": False, "state": ""}

_GIVEN = {
    "pk": 1,
    "title": "What we agreed",
    "to": "Shirin Khatun",
    "words": "Dear Shirin,\n\nI will ring the housing office, by Friday 6 November.",
    "number": "020 7946 0000",
    "how": "By hand",
    "day": "Tuesday 3 November",
    "by": "Ade Fashola",
    "ways": {"allowed": ["by-hand", "copied"], "by_hand": "Give it by hand, and not at Somers Town."},
}

LIVE_DAY: dict[str, tuple[str, ...]] = {
    "overview/late.html": ("ade", "/my-day/late/"),
    "overview/meetings.html": ("wanda", "/meetings/"),
    "cases/promises.html": ("ade", "/cases/", _FAMILY, _ACTION, r"/promises/$"),
    "cases/promise_new.html": ("ade", "/cases/", _FAMILY, _ACTION, r"/promises/$", r"/promises/new/$"),
    "cases/agreed_new.html": ("ade", "/cases/", _FAMILY, _CHILD, r"/visits/\d+/$", r"/agreed/$", r"\?to="),
    "cases/planned_visit_new.html": ("hana", "/my-day/", r"/planned-visits/new/"),
}
RENDERED_DAY: dict[str, dict[str, Any]] = {
    "cases/planned_visit.html": {"case": _CASE, "planned": _PLANNED, "may_record": True},
    "cases/given.html": {"case": _CASE, "given": _GIVEN},
    "cases/planned_visit_calling_off.html": {"case": _CASE, "planned": _PLANNED, "form": CallingOffForm({})},
}
