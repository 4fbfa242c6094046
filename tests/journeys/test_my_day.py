"""What was agreed waits on My day; its keeper says what came of it, and it waits no more."""

import re

from playwright.sync_api import expect

from tests.journeys.clockwork import agree

WHAT, SENTENCE = "Ask Anisa who notices first", "Who notices first when Mum is sad?"


def test_an_agreed_action_is_late_on_my_day_and_is_done_in_four_clicks(service, person):
    agree(service.data, "rosa@example.org", WHAT, SENTENCE)
    rosa = person(width=360)
    rosa.sign_in("rosa@example.org")
    late = rosa.page.get_by_role("region", name="Late or slipping")
    expect(late).to_contain_text(WHAT)
    expect(late).to_contain_text("1 day late")
    assert rosa.axe() == []
    rosa.click("link", WHAT)
    expect(rosa.page.get_by_text(SENTENCE)).to_be_visible()
    assert rosa.axe() == []
    rosa.page.set_viewport_size({"width": 320, "height": 800})
    assert rosa.overflow() <= 0
    rosa.click("link", "Say what became of it")
    assert rosa.axe() == []
    assert rosa.overflow() <= 0
    rosa.click("radio", "Done")
    rosa.page.get_by_label("What came of it?").fill("She says it is Imran.")
    rosa.click("button", "Save")
    assert rosa.clicks == 4
    expect(rosa.page.get_by_role("status")).to_contain_text(f"{WHAT}: done.")
    expect(rosa.page.locator(".timeline")).to_contain_text("Rosa Begum did what was agreed")
    rosa.page.get_by_role("link", name=re.compile("Children's record")).click()
    expect(rosa.page.get_by_role("heading", name="My families")).to_be_visible()
    expect(late).to_have_count(0)
    assert rosa.axe() == []
    rosa.page.set_viewport_size({"width": 1280, "height": 800})
    assert rosa.axe() == []
