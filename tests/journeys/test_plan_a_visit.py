"""A visit is planned from a due line in two taps, heads the day it is planned for, and can be called off."""

from playwright.sync_api import expect


def test_a_visit_is_planned_in_two_taps_and_the_enter_key_plans_none(service, person):
    ade = person(width=360)
    ade.sign_in("ade@example.org")
    ade.click("link", "Plan a visit")
    expect(ade.page.get_by_role("heading", name="When do you go?")).to_be_visible()
    assert ade.axe() == []
    ade.page.get_by_text("A time, somebody who comes along").click()
    ade.page.get_by_label("At what time?").fill("4 pm")
    ade.page.get_by_label("At what time?").press("Enter")
    expect(ade.page.locator("#id_other_error")).to_contain_text("Choose a day.")
    ade.page.set_viewport_size({"width": 320, "height": 800})
    assert ade.overflow() <= 0
    assert ade.axe() == []
    ade.page.get_by_label("At what time?").fill("")
    ade.click("button", "Today")
    visits = ade.page.get_by_role("region", name="Visits today")
    expect(visits).to_contain_text("Rahman–Khatun")
    expect(visits).to_contain_text("To ask, agreed together")
    assert ade.clicks == 2
    assert ade.axe() == []
    assert ade.overflow() <= 0
    ade.click("link", "Change or call off")
    ade.click("link", "Call it off")
    ade.page.get_by_label("Why will it not take place?").fill("Measles in the house")
    assert ade.axe() == []
    ade.click("button", "Call it off")
    expect(ade.page.get_by_role("status").first).to_contain_text("called off")
    assert ade.axe() == []
    assert ade.overflow() <= 0
