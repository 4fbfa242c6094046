"""A group talks with one laptop; what is said reaches the other screen, and nothing is lost without a connection."""

import re

import pytest
from playwright.sync_api import expect

EXPECTED = re.compile("ERR_INTERNET_DISCONNECTED|ERR_ABORTED")
IDEA, LATER = "Perhaps quiet keeps the peace at home", "I wonder who would be told last"


def go_in(who):
    """From the list of groups into the room: one click."""
    who.page.goto(f"{who.service.url}/supervision/")
    who.clicks = 0
    who.click("link", "Go to the room")
    expect(who.page.get_by_role("heading", name="The dilemma")).to_be_visible()


def press(who, step):
    who.page.locator(f"button[name=step][value={step}]").first.click()
    now = who.page.locator("[aria-current=step]")
    expect(now).to_contain_text({"presenting": "Presenting", "reflecting": "Reflecting", "bells": "bells"}[step])


def say(who, words):
    who.page.get_by_label("Somebody says").fill(words)
    who.page.keyboard.press("Enter")


@pytest.mark.long
def test_one_scribe_types_and_the_other_screen_follows_through_a_lost_connection(person):
    niamh, tom = person(), person(width=360)
    niamh.sign_in("niamh@example.org")
    tom.sign_in("tom@example.org")
    go_in(niamh)
    niamh.click("button", "Begin the session")
    assert niamh.clicks == 2
    go_in(tom)
    press(niamh, "presenting")
    press(niamh, "reflecting")
    say(niamh, IDEA)
    expect(tom.page.locator(".room-card")).to_contain_text([IDEA], timeout=5000)
    niamh.context.set_offline(True)
    say(niamh, LATER)
    expect(niamh.page.locator("[data-room-waiting]")).to_contain_text(LATER)
    expect(niamh.page.locator("[data-room-told]")).to_contain_text("No connection", timeout=5000)
    niamh.context.set_offline(False)
    expect(tom.page.locator(".room-card")).to_contain_text([IDEA, LATER], timeout=8000)
    expect(niamh.page.locator("[data-room-waiting] li")).to_have_count(0)
    press(niamh, "bells")
    niamh.page.get_by_role("button", name=re.compile(f"keeps it: {IDEA}")).click()
    expect(tom.page.locator(".room-card--kept")).to_contain_text(IDEA, timeout=5000)
    for who in (niamh, tom):
        assert who.axe() == []
        assert who.overflow() == 0
    niamh.faults[:] = [fault for fault in niamh.faults if not EXPECTED.search(fault)]
