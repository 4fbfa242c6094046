"""One thread through all four apps: four people each finish one real thing, and the social worker sees what came of it.

A session of group supervision, a conference and its plan, a workshop, a proposal about who leads; and from the session
a piece of learning of the worker's own.
"""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests.journeys.clockwork import as_owner
from tests.journeys.test_log_a_visit import CENSUS

ACTION = "Ask Imran whom he tells when he is worried"
SENTENCE = "Who is the first to notice when you are quiet?"
QUESTION = "Who can be there when Shirin needs a night’s sleep?"
PROMISE = "Book the same interpreter for every visit"
ANSWER = "Farida comes on Fridays and sleeps on the sofa."
WORKSHOP = "Curiosity about fathers"


@pytest.fixture(scope="module")
def waiting(service):
    """A child of somebody else's census is in need again and waits on Primrose's list: nobody leads for them yet."""
    service.manage("import_return", "cin_census", str(CENSUS), "--team", "PRIMROSE")
    with as_owner(service.data) as cursor:
        cursor.execute(
            "insert into cases_episode (case_id, child_id, referred_on, source, primary_need, no_further_action,"
            " closure_reason) select case_id, id, current_date, '2A', 'N4', false, '' from cases_member"
            " where la_child_id = 'DfEX0000001'"
        )
        assert cursor.rowcount == 1
        cursor.execute(
            "update cases_case set closed_on = null from cases_member m"
            " where m.case_id = cases_case.id and m.la_child_id = 'DfEX0000001'"
        )


@pytest.mark.long
def test_four_people_each_finish_one_real_thing_and_the_worker_sees_what_came_of_it(service, person, waiting):
    niamh, samira, imogen, ruth, ade = (person(width) for width in (1280, 1280, 1280, 1280, 360))
    for somebody, email in ((niamh, "niamh"), (samira, "samira"), (imogen, "imogen"), (ruth, "ruth"), (ade, "ade")):
        somebody.sign_in(f"{email}@example.org")
    _a_session_is_held(niamh.page)
    _a_family_makes_its_plan(ade.page, samira.page, ruth.page)
    _a_workshop_is_noted(imogen.page)
    family = _a_proposal_is_accepted(ruth.page)
    _the_worker_sees_it_all(ade.page)
    _the_new_family_is_somebodys(ruth.page, family)
    _a_piece_is_written(ade.page)


def _a_session_is_held(page):
    """The supervisor types for everybody: one laptop, no telephones."""
    page.get_by_role("link", name="Group supervision").first.click()
    page.get_by_role("link", name="Open a session").click()
    page.get_by_role("radio", name=re.compile("Today")).check()
    page.get_by_role("radio", name="Together in a room").check()
    for name, part in (("Ade Fashola", "Presenter"), ("Niamh Castellan", "Supervisor"), ("Yael Sharon", "Reflecting")):
        page.get_by_label(name, exact=True).select_option(label=_option(page, name, part))
    page.get_by_role("button", name="Open the session").click()
    page.get_by_role("link", name="Bring a family").click()
    page.get_by_label("Which family?").select_option(label=_option(page, "Which family?", "Rahman"))
    page.get_by_label("Who presents?").select_option(label="Ade Fashola")
    _send(page)
    page.get_by_label("The dilemma").fill("How do we hear Imran, who is never any trouble?")
    for voice in page.get_by_label(re.compile("^(If|What)")).all():
        if not voice.input_value() and "voice_" in (voice.get_attribute("name") or ""):
            voice.fill("Ask me as well.")
    for source in page.get_by_label(re.compile("How do we know this")).all():
        source.fill("His teacher")
    page.get_by_label("Risk and safety").fill("Farida is there tonight.")
    page.locator("[name=what_1]").fill(ACTION)
    page.locator("[name=first_1]").fill(SENTENCE)
    page.locator("[name=keeper_1]").select_option(label="Ade Fashola")
    _send(page)
    expect(page.locator(".notice").first).to_be_visible()
    page.get_by_role("link", name="The session").click()
    page.get_by_role("link", name="End the session").click()
    _send(page)
    expect(page.locator(".notice").first).to_contain_text("The session has ended.")


def _a_family_makes_its_plan(ade, samira, ruth):
    """Referred from a child's page; written in the family's words; answered by the worker within a mandate."""
    _go(ade, "/cases/")
    ade.get_by_role("link", name="Anisa Rahman").click()
    child = ade.url
    ade.locator('main a[href*="/conferences/?child="]').first.click()
    ade.get_by_role("link", name=re.compile("^Refer")).first.click()
    ade.get_by_label("Why could a family group conference help?").fill("Shirin would like her own people round her.")
    ade.get_by_role("radio", name="We asked, and nothing is known").check()
    asked = ade.get_by_label(re.compile("^Shirin Khatun"))
    asked.select_option(label=_option_of(asked, "Yes"))
    ade.get_by_text("Say more now").click()
    ade.get_by_label("The family’s questions").fill(QUESTION)
    ade.get_by_label("Who coordinates?").select_option(label=_option(ade, "Who coordinates?", "Samira"))
    _send(ade)
    expect(ade.locator(".notice").first).to_be_visible()
    here = "/" + ade.url.split("/", 3)[3]
    _go(samira, "/conferences/")
    expect(samira.locator(f'main a[href="{here}"]').first).to_be_visible()
    _go(samira, f"{here}stage/")
    samira.locator("[name=to][value=preparing]").check()
    samira.get_by_role("radio", name=re.compile("Today")).check()
    _send(samira)
    _go(samira, f"{here}meeting/")
    samira.get_by_role("radio", name=re.compile("Today")).check()
    samira.get_by_label("It began at").fill("10:05")
    samira.get_by_label("The family opened the door at").fill("11:20")
    _send(samira)
    _go(ruth, f"{here}mandate/")
    ruth.locator("[name=must_haves]").fill("No child interprets for a grown-up.")
    ruth.locator("[name=may_1]").fill("An interpreter for every visit")
    ruth.locator("[name=sum_1]").fill("200")
    ruth.locator("[name=up_to]").fill("200")
    _send(ruth)
    _go(samira, f"{here}plan/")
    samira.get_by_label(QUESTION).fill(ANSWER)
    samira.locator("[name=what_new1]").fill(PROMISE)
    samira.locator("[name=whose_new1]").select_option(label=_option_of(samira.locator("[name=whose_new1]"), "Ade"))
    samira.get_by_text("If somebody who works here promises it").first.click()
    samira.locator("[name=promised_to_new1]").fill("Shirin")
    by = date.today() + timedelta(days=10)
    samira.locator("[name=due_new1]").fill(f"{by.day} {by.month} {by.year}")
    with samira.expect_navigation():
        samira.locator("main form [name=give]").click()
    _go(ade, f"{here}agreement/")
    for must in ade.locator('[name^="must_"][value="yes"]').all():
        must.check()
    for how in ade.locator('[name^="must_how_"]').all():
        how.fill("The interpreter is booked for every visit.")
    ade.locator('[name="answer"][value="agreed"]').check()
    _send(ade)
    expect(ade.locator(".notice").first).to_be_visible()
    ade.goto(child)
    ade.locator('main a[href*="/conferences/?child="]').first.click()
    ade.locator(f'a[href="{here}plan/paper/"]').first.click()
    expect(ade.locator("main")).to_contain_text(ANSWER)
    expect(ade.locator("main")).to_contain_text(PROMISE)


def _a_workshop_is_noted(page):
    _go(page, "/learning/service/")
    page.get_by_role("link", name="Note a workshop for a team").click()
    page.get_by_label("What was it called?").fill(WORKSHOP)
    page.get_by_role("radio", name=re.compile("Today")).check()
    page.get_by_label("Who took part?").select_option(label="Primrose pod")
    page.get_by_role("button", name="Note it for everybody").click()
    expect(page.locator(".notice").first).to_contain_text("Noted for")


def _a_proposal_is_accepted(page) -> str:
    """The night's look, asked for by day. Nothing moves before the manager says that it was talked about."""
    _go(page, "/cases/proposals/")
    _send(page)
    expect(page.locator("progress")).to_have_count(0, timeout=90_000)  # a job looks
    page.locator(".card__link").first.click()
    family = page.locator("h1").inner_text()
    page.get_by_role("radio", name=re.compile("^Accept|becomes|leads", re.I)).first.check()
    page.get_by_role("radio", name=re.compile("^Yes|talked", re.I)).first.check()
    reason = page.locator("[name=reason]")
    if reason.count():
        reason.select_option(index=1)
    _send(page)
    expect(page.locator(".notice").first).to_be_visible()
    return family


def _the_worker_sees_it_all(page):
    _go(page, "/my-day/")
    page.get_by_text(re.compile(r"^Later \(")).click()
    for what in (ACTION, PROMISE):
        expect(page.get_by_role("link", name=what).first).to_be_visible()
    page.get_by_role("link", name=ACTION).first.click()
    expect(page.get_by_text(SENTENCE).first).to_be_visible()


def _the_new_family_is_somebodys(page, family):
    _go(page, "/cases/proposals/")
    expect(page.locator("main")).not_to_contain_text(family.split("\n")[-1])


def _a_piece_is_written(page):
    """From the session, in one click; the workshop waits beside it."""
    _go(page, "/learning/")
    expect(page.locator("main")).to_contain_text(WORKSHOP)
    page.get_by_role("link", name=re.compile(r"Turn it into a piece\s*: Group supervision")).first.click()
    page.get_by_label("What did you learn?").fill("To ask the quiet one first.")
    page.get_by_label("What good has it done", exact=False).fill("A brother is asked as often as his sister.")
    with page.expect_navigation():
        page.get_by_role("button", name="Record this piece").click()
    expect(page.locator(".notice")).to_contain_text("Recorded.")


def _go(page, path):
    page.goto("/".join(page.url.split("/")[:3]) + path)


def _send(page):
    """The last button of the form: the one that sends it."""
    with page.expect_navigation():  # the words typed last are kept first
        page.locator("main form .govuk-button:visible").last.click()


def _option(page, label, begins):
    return _option_of(page.get_by_label(label), begins)


def _option_of(select, begins):
    found = [text.strip() for text in select.locator("option").all_inner_texts() if begins in text]
    assert found, f"nothing to choose that says {begins}"
    return found[0]
