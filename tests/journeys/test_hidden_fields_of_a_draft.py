"""Words that come back into a form beside a hidden field of the page: they are saved on, and the form goes.

The editor of a family's plan carries the version it was shown with. A draft once brought its own back as words without
a place: each look at them doubled them, so that the form never counted as kept and its button did nothing.
"""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.test_nothing_is_lost import EXPECTED, sql, state

pytestmark = pytest.mark.long
PLAN = "/cases/15/conferences/10/plan/"
WORDS = "Ruthie comes, at any hour. مُحَمَّد drives her. "


@pytest.fixture
def samira(service, person):
    """Samira at the plan of a family that is ready to meet, with no words of an earlier test."""
    sql(service, "delete from camden_draft")
    samira = person(width=360)
    samira.sign_in("samira@example.org")
    samira.page.goto(service.url + PLAN)
    yield samira
    samira.faults[:] = [fault for fault in samira.faults if not EXPECTED.search(fault)]


def contingency(who):
    return who.page.locator("main form [name=contingency]")


def versions(service):
    """The version in each draft: one value, however often its words were looked at."""
    return [row[0] for row in sql(service, "select words -> 'version' from camden_draft")]


def test_words_that_came_back_beside_a_hidden_field_are_saved_on_and_sent(service, samira):
    contingency(samira).fill(WORDS)
    expect(state(samira)).to_have_text("Saved")
    for number in range(3):
        samira.page.reload()
        expect(contingency(samira)).to_have_value(re.compile(re.escape(WORDS)))
        contingency(samira).press("Control+End")
        samira.page.keyboard.insert_text(f"{number}. ")
        expect(state(samira)).to_have_text("Saved")
        assert [len(each) for each in versions(service)] == [1]
    samira.page.get_by_role("button", name="Save", exact=True).click()
    expect(samira.page.get_by_text("The plan is saved.")).to_be_visible()
    expect(contingency(samira)).to_have_value(f"{WORDS}0. 1. 2.")
    assert sql(service, "select count(*) from conferences_familyplan where contingency = %s", f"{WORDS}0. 1. 2.")[0][0]


def test_a_draft_never_brings_back_the_version_it_was_begun_with(service, samira, person):
    """Somebody saved meanwhile: the words come back, and are sent for the plan as it is now."""
    contingency(samira).fill(WORDS)
    expect(state(samira)).to_have_text("Saved")
    sql(service, "update conferences_familyplan set version = version + 1 where conference_id = 10")
    samira.page.reload()
    expect(contingency(samira)).to_have_value(WORDS)
    shown = samira.page.locator("main form [name=version]").input_value()
    kept = sql(service, "select version from conferences_familyplan where conference_id = 10")[0][0]
    assert shown == str(kept)
