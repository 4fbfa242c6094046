"""Every part of a visit, not only its account, comes through whatever happens while somebody writes."""

import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.journeys.test_nothing_is_lost import EXPECTED, FORM, account, broken, open_form, sql, state

SAID = "Don’t tell Dad; مُحَمَّد 😀 & <b>"
pytestmark = pytest.mark.long


@pytest.fixture
def ade(service, person):
    sql(service, "delete from camden_draft")
    ade = person(width=360)
    ade.sign_in("ade@example.org")
    yield ade
    ade.page.close()
    ade.faults[:] = [fault for fault in ade.faults if not EXPECTED.search(fault)]


def fill(who, mark):
    """Something in every part of the form; the words end with `mark`."""
    page = who.page
    page.get_by_role("group", name="Anisa", exact=True).get_by_role("radio", name="Seen", exact=True).click()
    page.get_by_label("Anisa chose not to be seen alone").check()
    page.get_by_label("Anisa’s own words").fill(SAID + mark)
    page.get_by_label("How did Anisa say it?").select_option("drawn")
    page.locator("[name=kept_1][value=family]").evaluate("one => { one.closest('details').open = true }")
    page.locator("[name=kept_1][value=family]").check()
    account(who).fill("Seen and heard " + mark)
    page.get_by_label("What I think it means").fill("Meant " + mark)
    page.get_by_text("What happens next", exact=True).click()
    page.locator("[name=what_1]").fill("Ring " + mark)
    page.locator("[name=promised_1]").select_option(index=1)
    page.get_by_text("Words of somebody else in the family").click()
    page.locator("[name=quote_who]").select_option(index=4)
    page.locator("[name=quote_words]").fill("Other words " + mark)


def values(who):
    """What stands in the form, whether it is in sight or not."""
    return who.page.evaluate(
        "[...new FormData(document.querySelector('form[data-draft-url]'))]"
        ".filter(([name]) => !name.startsWith('_') && name !== 'csrfmiddlewaretoken')"
    )


def send(who):
    who.page.get_by_role("button", name="Save the visit").click()


def in_record(service, mark):
    """How many accounts, opinions, quotes with their marks, actions and visits hold the words."""
    return sql(
        service,
        "select (select count(*) from cases_visitaccount where words = %s and meaning = %s),"
        " (select count(*) from cases_quote where words = %s and how = 'drawn' and is_kept_from_family"
        "  and kept_from = '{}' and visit_id is not null),"
        " (select count(*) from cases_quote where words = %s), (select count(*) from cases_action where what = %s)",
        f"Seen and heard {mark}",
        f"Meant {mark}",
        SAID + mark,
        f"Other words {mark}",
        f"Ring {mark}",
    )[0]


def expect_saved(who):
    expect(who.page.get_by_text("Anisa seen today.")).to_be_visible()


def test_a_reload_brings_back_every_part_and_shows_it(ade, service):
    open_form(ade)
    fill(ade, "reloaded")
    before = values(ade)
    ade.page.reload()
    expect(account(ade)).to_have_value("Seen and heard reloaded")
    assert values(ade) == before
    for name in ("words_1", "what_1", "quote_words"):
        expect(ade.page.locator(f"[name={name}]")).to_be_visible()
    assert ade.axe() == [] and ade.overflow() <= 0
    send(ade)
    expect_saved(ade)
    assert in_record(service, "reloaded") == (1, 1, 1, 1)


def test_thirty_minutes_without_signal_lose_no_character(ade, service):
    ade.page.clock.install()
    open_form(ade)
    fill(ade, "begun")
    expect(state(ade)).to_have_text("Saved")
    ade.context.set_offline(True)
    for minute in range(3):
        fill_again(ade, f"minute {minute}")
        ade.page.clock.fast_forward("10:00")
    expect(state(ade)).to_contain_text("no connection. Keep this page open.")
    send(ade)
    expect(state(ade)).to_contain_text("Nothing is lost")
    ade.context.set_offline(False)
    ade.page.clock.fast_forward("00:20")
    expect(state(ade)).to_have_text(re.compile("^Saved"), timeout=20000)
    send(ade)
    expect_saved(ade)
    assert in_record(service, "minute 2") == (1, 1, 1, 1)
    assert in_record(service, "begun") == (0, 0, 0, 0)


def fill_again(who, mark):
    page = who.page
    page.get_by_label("Anisa’s own words").fill(SAID + mark)
    account(who).fill("Seen and heard " + mark)
    page.get_by_label("What I think it means").fill("Meant " + mark)
    page.locator("[name=what_1]").fill("Ring " + mark)
    page.locator("[name=quote_words]").fill("Other words " + mark)


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_an_error_of_the_service_gives_every_part_back(service, person, scripts):
    sql(service, "delete from camden_draft")
    ade = person(width=360, scripts=scripts)
    ade.sign_in("ade@example.org")
    open_form(ade)
    mark = f"failed {scripts}"
    if scripts:
        fill(ade, mark)
    else:
        fill_without_scripts(ade, mark)
    with broken(service):
        send(ade)
        expect(ade.page.get_by_role("heading", name="Something went wrong here")).to_be_visible()
        for words in (SAID + mark, f"Meant {mark}", f"Ring {mark}", f"Other words {mark}"):
            assert words in ade.page.evaluate(
                "[...document.querySelectorAll('textarea, input')].map((one) => one.value).join('|')"
            )
    ade.page.get_by_role("button", name="Try again").click()
    expect_saved(ade)
    assert in_record(service, mark) == (1, 1, 1, 1)
    ade.faults[:] = [fault for fault in ade.faults if not EXPECTED.search(fault)]


def fill_without_scripts(who, mark):
    """The same, where nothing opens a fold but a tap."""
    page = who.page
    page.get_by_role("group", name="Anisa", exact=True).get_by_role("radio", name="Seen", exact=True).click()
    page.get_by_label("Anisa’s own words").fill(SAID + mark)
    page.get_by_label("How did Anisa say it?").select_option("drawn")
    page.locator(".about-1 details summary").click()
    page.locator("[name=kept_1][value=family]").check()
    account(who).fill("Seen and heard " + mark)
    page.get_by_label("What I think it means").fill("Meant " + mark)
    page.get_by_text("What happens next", exact=True).click()
    page.locator("[name=what_1]").fill("Ring " + mark)
    page.get_by_text("Words of somebody else in the family").click()
    page.locator("[name=quote_who]").select_option(index=4)
    page.locator("[name=quote_words]").fill("Other words " + mark)


def test_two_people_on_one_record_each_keep_their_own_and_the_second_is_told(ade, service, person):
    niamh = person()
    niamh.sign_in("niamh@example.org")
    for who, mark in ((ade, "of Ade"), (niamh, "of Niamh")):
        open_form(who)
        fill(who, mark)
    for who in (ade, niamh):
        expect(state(who)).to_have_text("Saved")
        send(who)
        expect_saved(who)
    assert in_record(service, "of Ade") == in_record(service, "of Niamh") == (1, 1, 1, 1)
    open_form(niamh)
    expect(niamh.page.get_by_text("Ade Fashola logged a visit of today").first).to_be_visible()
    expect(account(niamh)).to_have_value("")


def test_a_thousand_replays_are_one_visit(ade, service):
    """From eight threads against the running service: the same form, whatever answered the first."""
    open_form(ade)
    fill(ade, "replayed")
    expect(state(ade)).to_have_text("Saved")
    sent = [*map(tuple, values(ade)), ("_key", ade.page.locator("[name=_key]").input_value())]
    sent.append(("csrfmiddlewaretoken", ade.page.locator("[name=csrfmiddlewaretoken]").first.input_value()))
    cookies = "; ".join(f"{one['name']}={one['value']}" for one in ade.context.cookies())
    headers = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded", "Referer": service.url + FORM}
    body = urlencode(sent)

    def press(_):
        with closing(HTTPConnection(service.url.removeprefix("http://"), timeout=120)) as line:
            line.request("POST", FORM, body, headers)
            answer = line.getresponse()
            return answer.status, answer.headers["Location"]

    with ThreadPoolExecutor(8) as threads:
        assert set(threads.map(press, range(1000))) == {(302, "/cases/1/")}
    assert in_record(service, "replayed") == (1, 1, 1, 1)
