"""Somebody on duty opens another team's family, hands over, and the family's own worker reads it next morning."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.clockwork import a_day_passes, plan_duty

WHY = "Shirin rang at seven: Jamal stood at the door."
DONE = "Police sent him away. Shirin and the children sleep at Farida’s tonight."
LEFT = "Ring the housing office about the lock."


@pytest.fixture(scope="module")
def rota(service):
    """Hana, of the other pod, is on duty for the whole service."""
    plan_duty(service.data, "hana@example.org", "CSSW")
    return service


def test_a_duty_worker_opens_another_teams_family_and_its_worker_reads_who_why_and_what_was_done(rota, person):
    hana = person(width=360)
    hana.sign_in("hana@example.org")
    expect(hana.page).to_have_title(re.compile("My day"))
    expect(hana.page.get_by_text("You are on duty for Children’s Safeguarding")).to_be_visible()
    assert hana.axe() == []
    hana.page.get_by_label("Find a family").fill("rahman")
    hana.click("button", "Find", exact=True)
    hana.click("link", "Rahman–Khatun")
    assert hana.clicks <= 3
    family = hana.page.url
    expect(hana.page.get_by_text("You see this family because you are on duty until")).to_be_visible()
    assert hana.axe() == []
    hana.page.set_viewport_size({"width": 320, "height": 800})
    assert hana.overflow() <= 0
    hana.page.get_by_role("link", name="Leave a hand-over note").click()
    hana.page.get_by_label("Why were you called?").fill(WHY)
    hana.page.get_by_label("What did you do?").fill(DONE)
    hana.page.get_by_label("What is left to do?").fill(LEFT)
    assert hana.axe() == []
    hana.page.get_by_role("button", name="Leave the note").click()
    expect(hana.page.get_by_role("status")).to_contain_text("at the top of My day")

    a_day_passes(rota.data)

    ade = person(width=360)
    ade.sign_in("ade@example.org")
    since = ade.page.get_by_role("region", name=re.compile("Since you were last here|In the last 7 days"))
    for words in ("Hana Suzuki", "Rahman–Khatun", WHY, DONE, LEFT):
        expect(since).to_contain_text(words)
    assert ade.axe() == []
    ade.page.set_viewport_size({"width": 320, "height": 800})
    assert ade.overflow() <= 0
    ade.page.get_by_role("button", name="Read").click()
    expect(ade.page.get_by_role("heading", name="My families")).to_be_visible()
    expect(ade.page.get_by_text(WHY)).to_have_count(0)

    answer = hana.page.goto(family)
    assert answer.status == 404
    hana.faults[:] = [fault for fault in hana.faults if "404" not in fault]
