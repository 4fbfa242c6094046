"""The gallery shows every component, and only to people who work here."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from camden.office import gallery

ROOT = Path(__file__).resolve().parents[3]


def missing(files: set[str], shown: set[str]) -> list[str]:
    return [f"{name} is not in the gallery" for name in sorted(files - shown)] + [
        f"the gallery shows {name}, which does not exist" for name in sorted(shown - files)
    ]


def files() -> set[str]:
    return {path.stem for path in (ROOT / "templates/components").glob("*.html")}


def test_every_component_is_in_the_gallery() -> None:
    """A new one is a line in camden/office/gallery.py."""
    assert missing(files(), set(gallery.STATES)) == []
    assert all(gallery.STATES.values())


def test_a_component_that_is_missing_is_reported() -> None:
    assert missing({"card", "map"}, {"card", "gone"}) == [
        "map is not in the gallery",
        "the gallery shows gone, which does not exist",
    ]


@pytest.mark.parametrize("name", sorted(set(gallery.STATES) - gallery.IN_THE_FRAME))
def test_every_state_draws_the_words_it_was_given(name: str, rf: Any) -> None:
    for says, given in gallery.STATES[name]:
        drawn = gallery._drawn(name, given, rf.get("/"))
        for value in given.values():
            if isinstance(value, str) and " " in value:
                assert value in drawn or value.replace("’", "&#x27;") in drawn, says


def test_what_the_frame_draws_is_on_the_page_once(cast: SimpleNamespace, browser_for: Any) -> None:
    page = browser_for(cast.eve).get("/gallery/?form=refused").content.decode()
    for mark in ('class="mainnav"', 'class="account"', 'class="printed"', 'class="govuk-error-summary"'):
        assert page.count(mark) == 1, mark


def test_a_refused_form_leads_from_its_summary_to_each_question(cast: SimpleNamespace, browser_for: Any) -> None:
    page = browser_for(cast.amara).get("/gallery/?form=refused").content.decode()
    for problem in ("Write what happened, even if it is one line.", "Choose where it was."):
        assert page.count(problem) == 2, "in the summary and beside the question"
    assert "<title>Error: Gallery" in page
    assert "There is a problem" not in browser_for(cast.amara).get("/gallery/").content.decode()


def test_it_costs_what_an_empty_page_costs(
    cast: SimpleNamespace, browser_for: Any, django_assert_max_num_queries: Any
) -> None:
    client = browser_for(cast.amara)
    with django_assert_max_num_queries(9):
        client.get("/gallery/")


def test_a_visitor_is_sent_to_sign_in(client: Any, db: None) -> None:
    assert client.get("/gallery/")["Location"] == "/accounts/login/?next=/gallery/"
