"""The pages of somebody's day: visits planned, promises, and what was agreed and given. The demo plans no visit."""

from types import SimpleNamespace
from typing import Any

from cases.forms.planned_visits import CallingOffForm

_FAMILY = r"^/cases/\d+/$"
_CASE = SimpleNamespace(pk=1, name="Rahman–Khatun", get_absolute_url="/cases/1/")
_LINE = {
    "pk": 1,
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

LIVE_DAY: dict[str, tuple[str, ...]] = {
    "overview/late.html": ("ade", "/my-day/late/"),
    "cases/planned_visit_new.html": ("ade", "/my-day/", r"/planned-visits/new/"),
}
RENDERED_DAY: dict[str, dict[str, Any]] = {
    "cases/planned_visit.html": {"case": _CASE, "planned": _PLANNED, "may_record": True},
    "cases/planned_visit_calling_off.html": {"case": _CASE, "planned": _PLANNED, "form": CallingOffForm({})},
}
