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
    ade.page.get_by_role("radio", name="Seen with others").click()
    ade.page.get_by_label("What happened?").fill(WORDS)
    ade.page.get_by_role("button", name="Log the visit").click()
    expect(ade.page.get_by_role("status")).to_contain_text("Visit logged")
    expect(ade.page.locator(".timeline")).to_contain_text("Ade Fashola visited at home")


@pytest.mark.parametrize(
    "scripts", [True, pytest.param(False, marks=pytest.mark.long)], ids=["with JavaScript", "without JavaScript"]
)
def test_one_visit_to_three_siblings_takes_six_clicks_and_is_on_each_childs_page(service, person, scripts):
    ade = person(width=360, scripts=scripts)
    ade.sign_in("ade@example.org")
    ade.page.get_by_role("link", name="Anisa Rahman").click()
    words = WORDS + ("one" if scripts else "two")
    ade.click("link", "Log a visit")
    for name, seen in (("Anisa", "Seen alone"), ("Imran", "Seen with others"), ("Zayd", "Seen")):
        ade.clicks += 1
        ade.page.get_by_role("group", name=name, exact=True).get_by_role("radio", name=seen, exact=True).click()
    ade.clicks += 1
    ade.page.get_by_label("What happened?").click()
    ade.page.keyboard.type(words)
    ade.click("button", "Log the visit")
    assert ade.clicks <= 6
    expect(ade.page.get_by_role("status")).to_contain_text("Visit logged for Anisa, Imran and Zayd.")
    ade.page.get_by_role("link", name="Rahman–Khatun").click()
    for name in ("Anisa Rahman", "Imran Rahman", "Zayd Rahman"):
        ade.page.get_by_role("link", name=name).click()
        ade.page.locator(".timeline").get_by_role("link").first.click()
        expect(ade.page.get_by_text(words)).to_be_visible()
        ade.page.get_by_role("link", name="Rahman–Khatun").click()


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
    _tab_to(ade.page, "alone")  # the first radio of the first child
    ade.page.keyboard.press("Space")
    for _ in range(20):
        ade.page.keyboard.press("Tab")
        if ade.page.evaluate("document.activeElement.name") == "account":
            break
    ade.page.keyboard.type(WORDS + "by keyboard")
    ade.page.keyboard.press("Tab")
    ade.page.keyboard.press("Enter")
    expect(ade.page.get_by_role("status")).to_contain_text("Visit logged for Anisa.")


@pytest.mark.long
def test_words_are_kept_when_a_visit_is_refused(service, person):
    ade = person(width=360)
    ade.sign_in("ade@example.org")
    ade.page.get_by_role("link", name="Imran Rahman").click()
    ade.page.get_by_role("link", name="Log a visit").click()
    ade.page.get_by_label("What happened?").fill(WORDS)
    ade.page.get_by_role("button", name="Log the visit").click()
    expect(ade.page.get_by_role("alert")).to_contain_text("Choose how you saw at least one child.")
    expect(ade.page.get_by_label("What happened?")).to_have_value(WORDS)


def _tab_to(page, words, most=40):
    for _ in range(most):
        page.keyboard.press("Tab")
        here = page.evaluate("(document.activeElement.textContent || document.activeElement.value || '').trim()")
        here = here or page.evaluate("document.activeElement.value")
        if words in here:
            return
    raise AssertionError(f"Tab never reached “{words}”")
