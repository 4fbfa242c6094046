"""Every page is looked at in a browser, and nothing we serve borrows another house's name, crown or typeface."""

import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.urls import Resolver404, resolve

from tests.guards import walk
from tests.journeys.pages import LIVE, disagreements, pages, template_of

OURS = ("cases", "supervision", "conferences", "training", "overview", "office")


def templates() -> dict[str, str]:
    found = [name for name in walk.files() if name.startswith("templates/") and name.endswith(".html")]
    return {name.removeprefix("templates/"): walk.text(name) for name in found}


def test_every_page_is_looked_at_by_somebody() -> None:
    assert disagreements(templates()) == []


def test_a_page_that_nobody_looks_at_is_reported() -> None:
    new = templates() | {"cases/new.html": '{% extends "cases/child.html" %}', "cases/_part.html": "<p></p>"}
    assert disagreements(new) == ["cases/new.html: nobody looks at it. Add a line to tests/journeys/pages.py"]
    without = {name: text for name, text in templates().items() if name != "cases/list.html"}
    assert "cases/list.html is listed and is no page" in disagreements(without)
    assert "cases/new.html" in pages(new)


def test_whoever_looks_at_a_page_by_its_address_sees_its_template() -> None:
    wrong = []
    for name, look in LIVE.items():
        if name.split("/")[0] in OURS and not look.along:
            try:
                drawn = template_of(resolve(look.start.partition("?")[0]).view_name)
            except Resolver404:
                drawn = "nothing"
            wrong += [f"{look.start} draws {drawn}, not {name}"] if drawn != name else []
    assert wrong == []


# --- Nobody else's name, crown or typeface -----------------------------------------------------------------------
# The licence of what we took from the public service's own styles asks that this notice stays.
NOTICE = "Copyright (C) 2017 Crown Copyright (Government Digital Service)"
BORROWED = re.compile(r"gov\.uk|gds.?transport|nta.?light|\bcrowns?\b|\bcrest\b|royal.?arms|@font-face", re.I)
FONTS = (".woff", ".woff2", ".ttf", ".otf", ".eot")


def borrowed(name: str, text: str) -> list[str]:
    """What a file or page has of another house."""
    found = [f"{name}: {word}" for word in sorted(set(BORROWED.findall(text.replace(NOTICE, ""))))]
    return found + ([f"{name} is a typeface"] if name.lower().endswith(FONTS) else [])


def served() -> Iterator[tuple[str, str]]:
    """Every file that /static/ gives, those of packages included; and our templates."""
    for finder in finders.get_finders():
        for path, storage in finder.list([]):
            yield f"static/{path}", Path(storage.path(path)).read_bytes().decode("utf-8", errors="ignore")
    yield from templates().items()


def test_no_file_we_serve_has_another_houses_name_crown_or_typeface() -> None:
    files = dict(served())
    assert {"static/camden.css", "static/vendor/govuk-frontend/govuk-frontend.css", "base.html"} <= set(files)
    assert [one for name, text in files.items() for one in borrowed(name, text)] == []


def test_no_page_we_serve_has_either(cast: SimpleNamespace, browser_for: Any, client: Any) -> None:
    amara, case = browser_for(cast.amara), cast.case.pk
    ways = (
        "/cases/",
        f"/cases/{case}/",
        "/gallery/?form=refused",
        "/roles/",
        "/nowhere/",
        f"/cases/{case}/visits/new/",
    )
    answers = [amara.get(path) for path in ways] + [
        client.get("/accounts/login/"),
        browser_for(cast.eve).get("/cases/"),
    ]
    for answer in answers:
        assert borrowed(answer.request["PATH_INFO"], answer.content.decode()) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.css", "body { font-family: 'GDS Transport' }"),
        ("a.html", "<h1>GOV.UK</h1>"),
        ("a.svg", "<title>The Crown</title>"),
        ("a.css", "@font-face { src: url(x) }"),
        ("light.woff2", ""),
    ],
)
def test_what_is_borrowed_is_reported(name: str, text: str) -> None:
    assert borrowed(name, text)
    assert not borrowed("a.css", f"/* {NOTICE} */ .govuk-button {{ color: red }}")
