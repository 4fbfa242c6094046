"""Any child in two interactions; every page of a family by its tab; one sheet of paper before the door."""

import re

import pytest
from playwright.sync_api import expect

TABS = ("Story", "Family", "Plan", "Reviews", "Health and education", "Legal", "People", "Access log")


def test_any_child_is_two_interactions_from_anywhere_on_a_wide_page(service, person):
    ruth = person(width=1280)
    ruth.sign_in("ruth@example.org")
    ruth.page.goto(f"{service.url}/roles/")
    ruth.page.get_by_label("Find a child, or words somebody wrote").fill("Imran")
    ruth.clicks += 1
    ruth.page.keyboard.press("Enter")
    ruth.click("link", "Imran Rahman")
    expect(ruth.page.get_by_role("heading", level=1)).to_contain_text("Imran Rahman")
    assert ruth.clicks == 2


def test_ones_own_child_is_two_taps_from_anywhere_on_a_phone(service, person):
    ade = person(width=360)
    ade.sign_in("ade@example.org")
    ade.page.goto(f"{service.url}/roles/")
    ade.click("link", "My families")
    ade.click("link", "Zayd Rahman")
    expect(ade.page.get_by_role("heading", level=1)).to_contain_text("Zayd Rahman")
    assert ade.clicks == 2


@pytest.mark.parametrize("width", [320, pytest.param(1280, marks=pytest.mark.long)])
def test_every_page_of_a_family_is_one_tab_away_and_says_which_it_is(service, person, width):
    ade = person(width=width)
    ade.sign_in("ade@example.org")
    ade.page.goto(f"{service.url}/cases/1/")
    for tab in TABS:
        ade.page.get_by_label("Pages of this family").get_by_role("link", name=tab, exact=True).click()
        here = ade.page.locator(".tabs--family [aria-current]")
        expect(here).to_have_text(tab)
        expect(here).to_be_in_viewport()
        assert ade.overflow() <= 0, tab
        assert ade.axe() == [], tab


def test_the_tabs_are_walked_by_keyboard(service, person):
    ade = person(width=320)
    ade.sign_in("ade@example.org")
    ade.page.goto(f"{service.url}/cases/1/")
    ade.page.get_by_label("Pages of this family").get_by_role("link", name="Story").focus()
    ade.page.keyboard.press("Tab")
    ade.page.keyboard.press("Tab")
    ade.page.keyboard.press("Enter")
    expect(ade.page.get_by_role("heading", level=1)).to_contain_text("Plan")


def test_before_you_meet_them_is_read_on_the_stairs_and_fits_one_sheet(service, person):
    ade = person(width=360)
    ade.sign_in("ade@example.org")
    ade.page.goto(f"{service.url}/cases/1/")
    ade.click("link", "Before you meet them")
    assert ade.clicks == 1 and ade.overflow() <= 0 and ade.axe() == []
    danger = ade.page.get_by_role("heading", name="What is dangerous")
    expect(danger).to_be_in_viewport()
    pdf = ade.page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    ade.page.emulate_media(media="print")
    assert [one.inner_text() for one in ade.page.locator(".before a").all() if one.is_visible()] == []
    expect(ade.page.get_by_text("Not for the family")).to_be_visible()


@pytest.mark.long
@pytest.mark.parametrize(("login", "family"), [("hana", 2), ("liam", 6)], ids=["five children", "four homes"])
def test_the_largest_families_fit_one_sheet_too(service, person, login, family):
    worker = person(width=360)
    worker.sign_in(f"{login}@example.org")
    worker.page.goto(f"{service.url}/cases/{family}/before-you-meet/")
    assert worker.overflow() <= 0
    assert len(re.findall(rb"/Type\s*/Page\b", worker.page.pdf(format="A4"))) == 1
