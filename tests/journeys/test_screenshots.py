"""The pictures of README, taken from the demo when it is asked for with `--screenshots`. README says how."""

from pathlib import Path

import pytest

from tests.journeys.pages import FAMILY, LIVE, Look, look
from tests.journeys.test_everybody_can_use_it import crowd  # noqa: F401  the people who look

FOLDER = Path(__file__).resolve().parents[2] / "docs/screenshots"
PHONE, DESK = 390, 1280
# A file's name, the template of tests/journeys/pages.py that is on it (or another look), and the window's width.
PICTURES: dict[str, tuple[str | Look, int]] = {
    "sign-in.png": ("account/login.html", DESK),
    "families.png": ("cases/list.html", DESK),
    "child.png": ("cases/child.html", PHONE),
    "visit.png": ("cases/visit_new.html", PHONE),
    "my-day.png": ("overview/my_day.html", PHONE),
    "front-door.png": (look("leila", "/cases/front-door/"), DESK),
    "journey.png": (look("hana", "/cases/", FAMILY, r"^/cases/\d+/journey/$"), DESK),
    "team.png": ("overview/team.html", DESK),
    "discussion.png": ("supervision/discussion.html", PHONE),
    "plan.png": ("conferences/plan_paper.html", PHONE),
}


@pytest.mark.long
@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_for_the_readme(crowd, request, name):  # noqa: F811
    what, width = PICTURES[name]
    somebody = crowd.go(LIVE[what] if isinstance(what, str) else what)
    somebody.page.set_viewport_size({"width": width, "height": 844 if width == PHONE else 800})
    picture = somebody.page.screenshot()
    assert picture.startswith(b"\x89PNG")
    if request.config.getoption("--screenshots"):
        FOLDER.mkdir(parents=True, exist_ok=True)
        (FOLDER / name).write_bytes(picture)
