"""A visit is planned from a due line in two taps, heads the day it is planned for, and can be called off."""

from playwright.sync_api import expect


def test_a_visit_is_planned_in_two_taps_and_the_enter_key_plans_none(service, person):
    hana = person(width=360)
    hana.sign_in("hana@example.org")
    hana.click("link", "Plan a visit")
    expect(hana.page.get_by_role("heading", name="When do you go?")).to_be_visible()
    assert hana.axe() == []
    hana.page.get_by_text("A time, somebody who comes along").click()
    hana.page.get_by_label("At what time?").fill("4 pm")
    hana.page.get_by_label("At what time?").press("Enter")
    expect(hana.page.locator("#id_other_error")).to_contain_text("Choose a day.")
    hana.page.set_viewport_size({"width": 320, "height": 800})
    assert hana.overflow() <= 0
    assert hana.axe() == []
    hana.page.get_by_label("At what time?").fill("")
    hana.click("button", "Today")
    visits = hana.page.get_by_role("region", name="Visits today")
    expect(visits).to_contain_text("Warsame")
    expect(visits).to_contain_text("To ask, agreed together")
    assert hana.clicks == 2
    assert hana.axe() == []
    assert hana.overflow() <= 0
    hana.click("link", "Change or call off")
    hana.click("link", "Call it off")
    hana.page.get_by_label("Why will it not take place?").fill("Measles in the house")
    assert hana.axe() == []
    hana.click("button", "Call it off")
    expect(hana.page.get_by_role("status").first).to_contain_text("called off")
    assert hana.axe() == []
    assert hana.overflow() <= 0
