"""What is written with families, and its sections: who looks, where they begin, which links they follow."""

from types import SimpleNamespace
from typing import Any

_TO_THE_PLAN = ("ade", "/cases/", r"^/cases/\d+/$", r"^/cases/\d+/plan/$", r"/writing/new/$")
_PART = r"/writing/\d+/parts/worries/$"
LIVE_WRITING: dict[str, tuple[str, ...]] = {
    "cases/writing.html": _TO_THE_PLAN,
    "cases/writing_part.html": (*_TO_THE_PLAN, _PART),
    "cases/part_says_new.html": (*_TO_THE_PLAN, _PART, r"/says/new/$"),
    "cases/sections.html": ("sol", "/cases/papers/sections/"),
    "cases/section_new.html": ("sol", "/cases/papers/sections/assessment/new/"),
    "cases/section_edit.html": ("sol", "/cases/papers/sections/assessment/works/edit/"),
}
# Every family of the demo that is opened first has its paper already.
RENDERED_WRITING: dict[str, dict[str, Any]] = {
    "cases/writing_new.html": {
        "case": SimpleNamespace(pk=1, name="Rahman–Khatun"),
        "assessment": None,
        "may_record": True,
    }
}
