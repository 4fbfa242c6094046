"""The tabs of a record, and *Before you meet them*: who looks, where they begin, which links they follow."""

FAMILY = r"^/cases/\d+/$"
BEFORE = r"/before-you-meet/$"
_TABS = {"family": "family", "plan_tab": "plan", "reviews": "reviews", "health": "health", "legal": "legal",
         "people_around": "people-around", "access_log": "access-log"}  # fmt: skip
TABS: dict[str, tuple[str, ...]] = {
    f"cases/{name}.html": ("ade", "/cases/", FAMILY, rf"^/cases/\d+/{path}/$") for name, path in _TABS.items()
} | {
    "cases/before_you_meet.html": ("ade", "/cases/", FAMILY, BEFORE),
    "cases/brief_part.html": ("ade", "/cases/", FAMILY, BEFORE, r"/before-you-meet/why/$"),
}
