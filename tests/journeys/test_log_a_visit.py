"""A social worker finds a child and logs a visit; in a family of three, one visit is on each child's page."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

CENSUS = Path(__file__).parents[1] / "cases/returns/samples/CIN_Census_2026.xml"
WORDS = "Talked in the kitchen. Came back to what the school said. "


@pytest.fixture(scope="module")
def census(service):
    """Other people's census file, imported for Ade's pod beside the running service."""
    return service.manage("import_return", "cin_census", str(CENSUS), "--team", "PRIMROSE")


@pytest.mark.long
def test_a_worker_finds_a_child_of_the_census_and_logs_a_visit(service, census, person):
    ade = person(width=360)
    ade.sign_in("ade@example.org")
    ade.page.get_by_role("link", name="My team’s").click()
    expect(ade.page.get_by_text("DfEX0000001").first).to_be_visible()
    ade.page.get_by_label("Find a child").fill("DfEX0000001")
    ade.page.get_by_role("button", name="Find").click()
    ade.page.get_by_role("link", name=re.compile("DfEX0000001.*")).last.click()
    ade.page.get_by_role("link", name="Log a visit").click()
    ade.page.get_by_role("radio", name=re.compile("^Seen")).first.click()
    ade.page.get_by_label("What I saw and heard").fill(WORDS)
    ade.page.get_by_role("button", name="Save the visit").click()
    expect(ade.page.get_by_role("status")).to_contain_text("seen today")
    expect(ade.page.locator(".timeline")).to_contain_text("Ade Fashola visited at home")


def _chips(ade, **seen):
    for name, way in seen.items():
        ade.clicks += 1
        group = ade.page.get_by_role("group", name=name, exact=True)
        group.get_by_role("radio", name=way, exact=True).click()


@pytest.mark.parametrize(
    "scripts", [True, pytest.param(False, marks=pytest.mark.long)], ids=["with JavaScript", "without JavaScript"]
)
def test_one_visit_to_three_siblings_takes_four_taps_and_is_on_each_childs_page(service, person, scripts):
    """Three chips and Save, once the form is open; the words are typed into the box and are no tap of the form."""
    ade = person(width=360, scripts=scripts)
    ade.sign_in("ade@example.org")
    ade.page.get_by_role("link", name="Anisa Rahman").click()
    ade.page.get_by_role("link", name="Log a visit").click()
    words = WORDS + ("one" if scripts else "two")
    _chips(ade, Anisa="Alone", Imran="Seen", Zayd="Seen with carer")
    ade.page.get_by_label("What I saw and heard").fill(words)
    ade.click("button", "Save the visit")
    assert ade.clicks <= 4
    expect(ade.page.get_by_role("status").first).to_contain_text("Anisa, Imran and Zayd seen today.")
    ade.page.get_by_role("link", name="Rahman–Khatun").first.click()
    for name in ("Anisa Rahman", "Imran Rahman", "Zayd Rahman"):
        ade.page.get_by_role("link", name=name).first.click()
        ade.page.locator(".timeline").get_by_role("link").first.click()
        expect(ade.page.get_by_text(words)).to_be_visible()
        ade.page.get_by_role("link", name="Rahman–Khatun").first.click()


@pytest.mark.long
def test_visited_write_up_later_takes_four_taps_and_no_word(service, person):
    ade = person(width=360)
    ade.sign_in("ade@example.org")
    ade.page.goto(service.url + "/cases/1/visits/new/")
    _chips(ade, Anisa="Seen", Imran="Seen", Zayd="Seen with carer")
    ade.click("button", "Visited, write up later")
    assert ade.clicks <= 4
    expect(ade.page.get_by_role("status").first).to_contain_text("Write-up by tomorrow")
    expect(ade.page.locator(".timeline__entry").first).to_contain_text("To write up")
    ade.page.goto(service.url + "/cases/1/visits/to-write-up/")  # the demo has one that waits already
    ade.page.locator("main a[href*='/account/']").last.click()
    ade.page.get_by_label("What I saw and heard").fill(WORDS + "later")
    assert ade.axe() == [] and ade.overflow() <= 0
    ade.page.get_by_role("button", name="Save the write-up").click()
    expect(ade.page.get_by_text(WORDS + "later")).to_be_visible()


@pytest.mark.long
@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_an_unsuccessful_visit_takes_two_taps(service, person, scripts):
    """Why, and when to try again: the second tap sends it."""
    ade = person(width=360, scripts=scripts)
    ade.sign_in("ade@example.org")
    ade.page.goto(service.url + "/cases/1/visits/missed/")
    assert ade.overflow() <= 0
    ade.click("radio", "Nobody was in")
    ade.page.get_by_role("button", name=re.compile("^Try again")).first.click()
    assert ade.clicks + 1 <= 2
    expect(ade.page.get_by_role("status").first).to_contain_text("Unsuccessful visit noted. Next try:")
    expect(ade.page.locator(".timeline__entry").first).to_contain_text("Unsuccessful visit by Ade Fashola")


@pytest.mark.long
def test_a_second_tap_is_alone_and_a_tap_on_what_was_chosen_takes_it_out(service, person):
    ade = person(width=360)
    ade.sign_in("ade@example.org")
    ade.page.goto(service.url + "/cases/1/visits/new/")
    imran = ade.page.get_by_role("group", name="Imran", exact=True)
    seen, alone = (imran.get_by_role("radio", name=name, exact=True) for name in ("Seen", "Alone"))
    seen.click()
    expect(seen).to_be_checked()
    seen.click()
    expect(alone).to_be_checked()
    alone.click()
    expect(alone).not_to_be_checked()
    expect(seen).not_to_be_checked()
    expect(ade.page.get_by_label("Imran’s own words")).to_be_hidden()
    seen.click()
    expect(ade.page.get_by_label("Imran’s own words")).to_be_visible()
    expect(ade.page.get_by_label("Why was Imran not seen?")).to_be_hidden()
    expect(ade.page.get_by_label("Imran chose not to be seen alone")).to_be_visible()


@pytest.mark.long
def test_a_visit_is_logged_by_keyboard_alone(service, person):
    ade = person()
    ade.sign_in("ade@example.org")
    ade.page.get_by_role("link", name="Anisa Rahman").focus()
    ade.page.keyboard.press("Enter")
    expect(ade.page).to_have_title(re.compile("Anisa"))
    _tab_to(ade.page, "Log a visit")
    ade.page.keyboard.press("Enter")
    expect(ade.page).to_have_title(re.compile("Log a visit"))
    _tab_to(ade.page, "with-others")  # the first radio of the first child
    ade.page.keyboard.press("Space")
    for _ in range(40):
        ade.page.keyboard.press("Tab")
        if ade.page.evaluate("document.activeElement.name") == "account":
            break
    ade.page.keyboard.type(WORDS + "by keyboard")
    ade.page.keyboard.press("Control+s")
    expect(ade.page.get_by_role("status").first).to_contain_text("Anisa seen today.")


@pytest.mark.long
def test_words_are_kept_when_a_visit_is_refused(service, person):
    ade = person(width=360)
    ade.sign_in("ade@example.org")
    ade.page.get_by_role("link", name="Imran Rahman").click()
    ade.page.get_by_role("link", name="Log a visit").click()
    ade.page.get_by_label("What I saw and heard").fill(WORDS)
    ade.page.get_by_role("button", name="Save the visit").click()
    expect(ade.page.get_by_role("alert")).to_contain_text("Choose how you saw at least one child.")
    expect(ade.page.get_by_label("What I saw and heard")).to_have_value(WORDS)


def _tab_to(page, words, most=40):
    for _ in range(most):
        page.keyboard.press("Tab")
        here = page.evaluate("(document.activeElement.textContent || document.activeElement.value || '').trim()")
        here = here or page.evaluate("document.activeElement.value")
        if words in here:
            return
    raise AssertionError(f"Tab never reached “{words}”")
