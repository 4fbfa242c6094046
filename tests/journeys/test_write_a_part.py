"""What the record holds is taken into a paper by a tap: with and without scripts no word that was typed is lost."""

import pytest
from playwright.sync_api import expect


def open_part(somebody, title):
    somebody.sign_in("ade@example.org")
    somebody.page.goto(f"{somebody.service.url}/cases/")
    somebody.click("link", "Rahman–Khatun")
    somebody.page.get_by_role("link", name="Plan", exact=True).first.click()
    somebody.page.get_by_role("link", name="What the plan says").click()
    somebody.page.get_by_role("link", name=f": {title}").click()
    return somebody.page


@pytest.mark.parametrize("scripts", [True, False])
def test_a_tap_takes_words_of_the_record_and_what_is_typed_stays(service, person, scripts):
    ade = person(width=360, scripts=scripts)
    page = open_part(ade, "If things get worse")
    page.locator("#id_words").fill("Farida comes, at any hour.")
    if scripts:
        page.locator(".already__open").click()
    taps = page.locator(".already__take")
    before = page.locator(".says-line").count()
    taps.first.click()
    expect(page.locator(".says-line")).to_have_count(before + 1)
    assert page.locator("#id_words").input_value() == "Farida comes, at any hour."
    if not scripts:
        return
    assert ade.axe() == [] and ade.overflow() <= 0
    page.locator("#id_words").press("Control+s")
    expect(page.get_by_role("status").first).to_contain_text("Saved: If things get worse")
    assert page.locator("#id_words").input_value() == "Farida comes, at any hour."
