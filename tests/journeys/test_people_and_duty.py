"""An administrator lets somebody in, and a manager puts a colleague on duty: each in the browser, without a shell."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect


@pytest.mark.long
@pytest.mark.parametrize("width", [1280, 360])
def test_an_administrator_adds_somebody_gives_a_role_and_writes_down_their_employment(service, person, width):
    sol = person(width=width)
    sol.sign_in("sol@example.org")
    page, found = sol.page, {}
    page.goto(f"{service.url}/settings/")
    found["settings"] = sol.axe()
    page.get_by_role("link", name="People", exact=True).click()
    found["people"] = sol.axe()
    page.get_by_role("link", name="Add a person").click()
    page.get_by_role("button", name="Add this person").click()
    page.locator(".govuk-error-summary").wait_for()
    found["a person refused"] = sol.axe()
    page.get_by_label("Name", exact=True).fill(f"Femi Ojo {width}")
    page.get_by_label("E-mail address", exact=True).fill(f"femi{width}@example.org")
    page.get_by_role("button", name="Add this person").click()
    expect(page.get_by_role("status").first).to_contain_text("Give them a role next.")
    page.get_by_role("link", name="Give a role").click()
    found["a role"] = sol.axe()
    page.get_by_label("In which team?").select_option(label="\u2003\u2003Regent’s pod")
    page.get_by_role("radio", name="Social worker", exact=True).click()
    page.get_by_role("button", name="Give this role").click()
    expect(page.get_by_role("status").first).to_contain_text("is now Social worker in Regent’s pod.")
    page.get_by_role("link", name="Write down the employment").click()
    found["employment"] = sol.axe()
    page.get_by_label("Grade", exact=True).select_option("social-worker")
    page.get_by_label("Working time, in per cent of full time").fill("80")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("80% of full time")).to_be_visible()
    found["a person"] = sol.axe()
    page.get_by_role("link", name="End this role").click()
    found["an ending"] = sol.axe()
    page.goto(f"{service.url}/settings/teams/")
    found["teams"] = sol.axe()
    assert {name: violations for name, violations in found.items() if violations} == {}


@pytest.mark.long
def test_whoever_is_put_on_duty_opens_another_teams_family_in_three_clicks(service, person):
    bea, ruth = person(width=360), person(width=360)
    bea.sign_in("bea@example.org")
    bea.page.goto(f"{service.url}/cases/find/?q=Anisa+Rahman")
    expect(bea.page.get_by_role("link", name="Anisa Rahman")).to_have_count(0)
    ruth.sign_in("ruth@example.org")
    ruth.page.goto(f"{service.url}/rota/new/")
    found = ruth.axe()
    now = datetime.now(ZoneInfo("Europe/London"))
    ruth.page.get_by_label("Who?").select_option(label="Bea Lindqvist, family help lead practitioner, Lantern group")
    ruth.page.get_by_label("For which team?").select_option(label="Children’s Safeguarding and Social Work")
    ruth.page.get_by_role("radio", name="Out of hours").click()
    ruth.page.get_by_role("radio", name="Today").click()
    ruth.page.get_by_label("From", exact=True).fill(f"{now:%H:00}")
    ruth.page.get_by_label("Until", exact=True).fill(f"{now + timedelta(hours=2):%H:00}")
    ruth.page.get_by_role("button", name="Put on the rota").click()
    expect(ruth.page.get_by_role("status").first).to_contain_text("Bea Lindqvist is on duty")
    found += ruth.axe()
    bea.page.goto(f"{service.url}/rota/")
    found += bea.axe()
    bea.click("link", "Find a child")
    bea.page.get_by_label("A name, birthday, number").fill("Anisa Rahman")
    bea.click("button", "Find")
    bea.click("link", "Anisa Rahman")
    expect(bea.page.get_by_role("heading", name="Anisa Rahman")).to_be_visible()
    assert bea.clicks == 3
    ruth.page.get_by_role("link", name=re.compile("Take off the rota *Bea Lindqvist, now")).click()
    found += ruth.axe()
    ruth.page.get_by_role("button", name="Take off the rota").click()
    expect(ruth.page.get_by_role("status").first).to_contain_text("Bea Lindqvist")
    gone = bea.page.reload()
    assert gone.status == 404
    bea.faults[:] = [fault for fault in bea.faults if "404" not in fault]
    assert found == []
