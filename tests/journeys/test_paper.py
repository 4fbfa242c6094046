"""What a page looks like on paper: its words, whose they are, and nothing to press."""

import re

import pytest

pytestmark = pytest.mark.long

PRESSED = ".band, nav, .foot, .govuk-button, .govuk-back-link, .govuk-skip-link, .notice"


def test_paper_shows_the_record_and_whose_it_is_and_nothing_to_press(service, person):
    ade = person(width=1280)
    ade.sign_in("ade@example.org")
    for path in ("/cases/", "/roles/", "/gallery/"):
        ade.page.goto(service.url + path)
        assert not ade.page.locator(".printed").is_visible()
        ade.page.emulate_media(media="print")
        head = ade.page.locator(".printed").inner_text()
        assert "Camden" in head and "Contains personal information" in head
        assert re.search(r"Printed \d{1,2} [A-Z][a-z]+ 20\d\d by Ade Fashola", head)
        assert ade.page.locator("h1").is_visible()
        assert [one for one in ade.page.locator(PRESSED).all() if one.is_visible()] == []
        assert _colours(ade.page) <= {"rgb(0, 0, 0) on rgb(255, 255, 255)", "rgb(0, 0, 0) on rgba(0, 0, 0, 0)"}
        assert _addresses(ade.page) == []
        ade.page.emulate_media(media="screen")


def test_a_table_stays_a_table_on_paper_and_the_sheets_are_not_cut(service, person):
    ade = person(width=1280)
    ade.sign_in("ade@example.org")
    ade.page.goto(f"{service.url}/roles/")
    pdf = ade.page.pdf(format="A4")
    assert pdf.startswith(b"%PDF") and 2 <= len(re.findall(rb"/Type /Page\b", pdf)) <= 8
    ade.page.emulate_media(media="print")
    ade.page.set_viewport_size({"width": 670, "height": 970})  # what A4 leaves between its margins
    shape = "one => getComputedStyle(one).display"
    assert ade.page.eval_on_selector("table", shape) == "table"
    assert ade.page.eval_on_selector("thead", shape) == "table-header-group"
    assert ade.page.eval_on_selector("td", shape) == "table-cell"
    assert ade.overflow() <= 0


def test_the_table_of_a_team_keeps_its_columns_on_a_broad_sheet(service, person):
    ruth = person(width=1280)
    ruth.sign_in("ruth@example.org")
    ruth.page.goto(f"{service.url}/teams/")
    ruth.page.get_by_role("link", name="Children in Need South").click()
    pdf = ruth.page.pdf(format="A4", prefer_css_page_size=True)
    assert re.findall(rb"/MediaBox \[0 0 (\d+)", pdf)[0] == b"841", "twelve columns on an upright sheet"
    ruth.page.emulate_media(media="print")
    ruth.page.set_viewport_size({"width": 670, "height": 970})  # as narrow as it may be: a phone's rules are not of it
    cells = "all => new Set(all.map(one => getComputedStyle(one).display)).size"
    assert ruth.page.eval_on_selector_all("table.figures td", cells) == 1
    assert ruth.page.eval_on_selector("table.figures td", "one => getComputedStyle(one).display") == "table-cell"


def _colours(page) -> set[str]:
    """Ink and ground of everything with words of its own, as it would be printed."""
    return set(
        page.evaluate(
            """() => [...document.querySelectorAll("main *, .printed *")]
              .filter(one => one.checkVisibility() && [...one.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
              .filter(one => !one.closest("svg"))
              .map(one => getComputedStyle(one)).map(s => `${s.color} on ${s.backgroundColor}`)"""
        )
    )


def _addresses(page) -> list[str]:
    """Addresses that a stylesheet would write behind a link."""
    return page.eval_on_selector_all(
        "a[href]", "all => all.map(a => getComputedStyle(a, '::after').content).filter(c => /http|attr|\\//.test(c))"
    )
