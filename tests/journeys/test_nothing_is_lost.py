"""Nothing typed is lost, whatever happens to page, session, network or service while somebody writes."""

import os
import re
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection
from urllib.parse import unquote, urlencode, urlsplit

import psycopg2
import pytest
from playwright.sync_api import expect

from camden.servers.places import socket_folder
from camden.servers.postgres import Postgres
from tests.journeys.clockwork import processes

FORM = "/cases/1/visits/new/"
STORY = "Talked in the kitchen; مُحَمَّد said “it’s fine” 😀 & <b>laughed</b>. "
EXPECTED = re.compile("401|500|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|409|Failed to load resource|ERR_EMPTY")


def sql(service, words, *values):
    """Ask the service's database, as its owner does from beside it."""
    server = Postgres(service.data / "postgres", socket_folder(service.data))
    address = urlsplit(server.addresses()["DATABASE_URL_OWNER"])
    with (
        closing(
            psycopg2.connect(
                host=unquote(address.netloc.rpartition("@")[2]),
                user=address.username,
                dbname=address.path.strip("/"),
                options="-c lock_timeout=10s",
            )
        ) as connection,
        connection,
        connection.cursor() as cursor,
    ):
        cursor.execute(words, values)
        return cursor.fetchall() if cursor.description else None


def kept(service, words):
    """How many visits, and how many drafts, hold these words."""
    return sql(
        service,
        "select (select count(*) from cases_visitaccount where words = %s),"
        " (select count(*) from camden_draft where words -> 'account' ->> 0 = %s)",
        words,
        words,
    )[0]


@pytest.fixture
def ade(service, person):
    """Ade at the form for a visit, with no words of an earlier test."""
    sql(service, "delete from camden_draft")
    ade = person(width=360)
    ade.sign_in("ade@example.org")
    open_form(ade)
    yield ade
    ade.page.close()
    ade.faults[:] = [fault for fault in ade.faults if not EXPECTED.search(fault)]


def open_form(who):
    who.page.goto(who.service.url + FORM)


def account(who):
    return who.page.get_by_label("What I saw and heard")


def tick(who):
    who.page.get_by_role("group", name="Anisa", exact=True).get_by_role("radio", name="Alone").click()


def write(who, words):
    tick(who)
    account(who).click()
    who.page.keyboard.insert_text(words)


def state(who):
    return who.page.locator("[data-draft-state]")


def send(who):
    who.page.get_by_role("button", name="Save the visit").click()


def expect_logged(who):
    expect(who.page.get_by_text("Anisa seen today.")).to_be_visible()


def expect_back(who, words):
    expect(account(who)).to_have_value(words)
    alone = who.page.get_by_role("group", name="Anisa", exact=True).get_by_role("radio", name="Alone")
    expect(alone).to_be_checked()


@pytest.mark.long
def test_what_was_typed_is_saved_by_itself_and_is_back_the_next_time(ade, service):
    words = STORY + "saved"
    write(ade, words)
    expect(state(ade)).to_have_text("Saved", timeout=3000)
    assert kept(service, words) == (0, 1)
    open_form(ade)
    expect_back(ade, words)
    expect(ade.page.get_by_text(re.compile("Your words from .* are back"))).to_be_visible()
    assert ade.axe() == [] and ade.overflow() <= 0
    send(ade)
    expect_logged(ade)
    assert kept(service, words) == (1, 0)
    open_form(ade)
    expect(account(ade)).to_have_value("")


def test_reloading_in_the_middle_of_a_word_loses_no_character(ade, service):
    words = ""
    for number in range(6):
        account(ade).click()
        ade.page.keyboard.press("Control+End")
        ade.page.keyboard.type(f"{number} and so on. ")
        words += f"{number} and so on. "
        ade.page.reload()
        expect(account(ade)).to_have_value(words)
    tick(ade)
    send(ade)
    expect_logged(ade)
    assert kept(service, words.strip()) == (1, 0)


@pytest.mark.long
def test_going_to_another_page_and_back_loses_no_character(ade, service):
    words = STORY + "went away"
    write(ade, words)
    ade.page.get_by_role("link", name="My families").click()
    open_form(ade)
    expect_back(ade, words)


@pytest.mark.long
@pytest.mark.parametrize("seconds", [0, 2.2], ids=["at once", "after two seconds"])
def test_a_browser_that_dies_loses_at_most_the_last_two_seconds(browser, service, person, ade, seconds):
    words = STORY + f"died {seconds}"
    write(ade, words)
    time.sleep(seconds)
    crash(ade)
    again = person()
    again.sign_in("ade@example.org")
    open_form(again)
    if seconds:
        expect_back(again, words)
    else:
        assert account(again).input_value() in ("", words)


def crash(who):
    """The page's process is gone, with no chance to say goodbye."""
    with pytest.raises(Exception, match="crash|closed|Timeout"):
        who.page.goto("chrome://crash", timeout=3000)


def test_a_session_that_ends_while_typing_is_taken_up_again_on_the_page(ade, service):
    write(ade, STORY)
    expect(state(ade)).to_have_text("Saved")
    sql(service, "delete from django_session")
    ade.page.keyboard.insert_text("and went on writing")
    bar = ade.page.get_by_role("region", name="Signed out")
    expect(bar).to_contain_text("You have been signed out. Nothing is lost.")
    assert ade.page.evaluate("document.activeElement.name") == "account", "it never takes focus"
    ade.page.keyboard.insert_text(", and on")
    words = STORY + "and went on writing, and on"
    expect(account(ade)).to_have_value(words)
    assert ade.axe() == [] and ade.overflow() <= 0
    ade.page.set_viewport_size({"width": 320, "height": 640})
    assert ade.overflow() <= 0
    bar.get_by_label("Work e-mail address").fill("ade@example.org")
    bar.get_by_label("Password").fill("not-it")
    bar.get_by_role("button", name="Sign in and go on").click()
    expect(bar).to_contain_text("do not belong together")
    bar.get_by_label("Password").fill("demo-otter-kettle-7")
    bar.get_by_role("button", name="Sign in and go on").click()
    expect(bar).to_be_hidden()
    expect(state(ade)).to_have_text(re.compile("signed in again|Saved"))
    send(ade)
    expect_logged(ade)
    assert kept(service, words) == (1, 0)


@pytest.mark.long
def test_pressing_the_button_after_the_session_ended_sends_nothing_away(ade, service):
    words = STORY + "pressed"
    write(ade, words)
    sql(service, "delete from django_session")
    send(ade)
    bar = ade.page.get_by_role("region", name="Signed out")
    expect(bar).to_be_visible()
    bar.get_by_label("Work e-mail address").fill("ade@example.org")
    bar.get_by_label("Password").fill("demo-otter-kettle-7")
    bar.get_by_label("Password").press("Enter")
    expect(bar).to_be_hidden()
    send(ade)
    expect_logged(ade)
    assert kept(service, words) == (1, 0)


@pytest.mark.long
def test_another_person_who_signs_in_on_the_page_sends_nothing_under_their_name(ade, service):
    words = STORY + "whose"
    write(ade, words)
    expect(state(ade)).to_have_text("Saved")
    sql(service, "delete from django_session")
    send(ade)
    bar = ade.page.get_by_role("region", name="Signed out")
    bar.get_by_label("Work e-mail address").fill("rosa@example.org")
    bar.get_by_label("Password").fill("demo-otter-kettle-7")
    bar.get_by_role("button", name="Sign in and go on").click()
    expect(bar).to_contain_text("Somebody else is signed in now")
    send(ade)
    expect(bar).to_be_visible()
    assert kept(service, words) == (0, 1)


@pytest.mark.long
def test_without_javascript_words_sent_after_the_session_ended_are_given_back(service, person):
    ade = person(scripts=False)
    ade.sign_in("ade@example.org")
    open_form(ade)
    words = STORY + "no script"
    tick(ade)
    account(ade).fill(words)
    sql(service, "delete from django_session")
    send(ade)
    expect(ade.page.get_by_text("you were signed out before this arrived")).to_be_visible()
    expect(ade.page.get_by_label("Account")).to_have_value(words)
    ade.faults[:] = [fault for fault in ade.faults if not EXPECTED.search(fault)]


@pytest.mark.long
def test_signing_in_again_in_another_tab_is_enough_with_scripts(ade, service, person):
    words = STORY + "other tab"
    write(ade, words)
    sql(service, "delete from django_session")
    ade.page.keyboard.insert_text("!")
    bar = ade.page.get_by_role("region", name="Signed out")
    expect(bar).to_be_visible()
    with ade.context.expect_page() as opened:
        bar.get_by_role("link", name="Sign in on a page of its own").click()
    other = opened.value
    other.get_by_label("Work e-mail address").fill("ade@example.org")
    other.get_by_label("Password").fill("demo-otter-kettle-7")
    other.get_by_role("button", name="Sign in").click()
    other.wait_for_url(re.compile("/(cases|my-day)/"))
    other.close()
    expect(bar).to_be_hidden(timeout=20000)
    send(ade)
    expect_logged(ade)
    assert kept(service, words + "!") == (1, 0)


def test_two_tabs_lose_neither_text(ade, service):
    write(ade, STORY)
    expect(state(ade)).to_have_text("Saved")
    other = ade.context.new_page()
    other.goto(service.url + FORM)
    expect(other.get_by_label("What I saw and heard")).to_have_value(STORY)
    here, there = STORY + "in this tab", STORY + "in the other"
    account(ade).fill(here)
    expect(ade.page.locator("[data-draft-at]")).not_to_be_empty()
    ade.page.wait_for_timeout(1500)
    other.get_by_label("What I saw and heard").fill(there)
    expect(other.locator("[data-draft-state]")).to_have_text("This form is open twice. Both texts are kept.")
    assert (kept(service, here), kept(service, there)) == ((0, 1), (0, 1))
    send(ade)
    expect_logged(ade)
    other.get_by_role("button", name="Save the visit").click()
    expect(other.get_by_text("Anisa seen today.")).to_be_visible()
    assert (kept(service, here), kept(service, there)) == ((1, 0), (1, 0))


@pytest.mark.long
def test_no_connection_for_a_while_loses_nothing_and_writes_one_visit(ade, service):
    write(ade, STORY)
    expect(state(ade)).to_have_text("Saved")
    ade.context.set_offline(True)
    ade.page.keyboard.insert_text("in the lift")
    expect(state(ade)).to_contain_text(re.compile(r"Not saved since \d\d:\d\d: no connection. Keep this page open."))
    assert ade.axe() == []
    send(ade)
    expect(state(ade)).to_contain_text("Not sent yet: no answer. Nothing is lost.")
    assert ade.page.url.endswith(FORM)
    ade.context.set_offline(False)
    expect(state(ade)).to_have_text("Saved", timeout=20000)
    send(ade)
    expect_logged(ade)
    assert kept(service, STORY + "in the lift") == (1, 0)


@contextmanager
def broken(service):
    """The service fails wherever an account of a visit is written."""
    sql(service, "alter table cases_visitaccount rename to cases_visitaccount_gone")
    try:
        yield
    finally:
        sql(service, "alter table cases_visitaccount_gone rename to cases_visitaccount")


@pytest.mark.long
@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_failure_of_the_service_gives_the_words_back_and_one_button_sends_them(service, person, scripts):
    ade = person(width=360, scripts=scripts)
    ade.sign_in("ade@example.org")
    open_form(ade)
    words = STORY + f"failed {scripts}"
    tick(ade)
    account(ade).fill(words)
    with broken(service):
        send(ade)
        expect(ade.page.get_by_role("heading", name="Something went wrong here")).to_be_visible()
        expect(ade.page.get_by_label("Account")).to_have_value(words)
        assert not scripts or (ade.axe() == [] and ade.overflow() <= 0)
    ade.page.get_by_role("button", name="Try again").dblclick()
    expect(ade.page.get_by_text(re.compile("Anisa seen today.|once, however often"))).to_be_visible()
    assert kept(service, words) == (1, 0)
    ade.faults[:] = [fault for fault in ade.faults if not EXPECTED.search(fault)]


@pytest.mark.long
def test_twenty_presses_at_once_write_one_visit(ade, service):
    """From twenty threads against the running service, with nothing of ours between."""
    words = STORY + "at once"
    sent = {name: ade.page.locator(f"[name={name}]").first.input_value() for name in ("csrfmiddlewaretoken", "_key")}
    sent |= {"visited_on_quick": ade.page.locator("[name=visited_on_quick]").first.input_value(), "visited_on": ""}
    sent |= {"kind": "home", "account": words, "seen_1": "alone"}
    cookies = "; ".join(f"{one['name']}={one['value']}" for one in ade.context.cookies())
    headers = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded", "Referer": service.url + FORM}

    def press(_):
        with closing(HTTPConnection(service.url.removeprefix("http://"), timeout=60)) as line:
            line.request("POST", FORM, urlencode(sent), headers)
            answer = line.getresponse()
            return answer.status, answer.headers["Location"]

    with ThreadPoolExecutor(20) as threads:
        assert set(threads.map(press, range(20))) == {(302, "/cases/1/")}
    assert kept(service, words) == (1, 0)


@pytest.mark.long
def test_starting_afresh_puts_the_words_away_and_not_out(ade, service):
    words = STORY + "afresh"
    write(ade, words)
    expect(state(ade)).to_have_text("Saved")
    open_form(ade)
    expect_back(ade, words)
    ade.page.get_by_role("button", name="Start afresh").click()
    expect(account(ade)).to_have_value("")
    assert kept(service, words) == (0, 1)
    ade.page.goto(service.url + "/drafts/")
    expect(ade.page.get_by_text("Put away", exact=True)).to_be_visible()
    assert ade.axe() == [] and ade.overflow() <= 0
    ade.page.get_by_role("link", name="Go on writing").click()
    expect_back(ade, words)
    send(ade)
    expect_logged(ade)
    assert kept(service, words) == (1, 0)


@pytest.mark.long
@pytest.mark.parametrize("what", ["gunicorn", "valkey", "celery", "postgres"])
def test_a_kill_of_each_process_while_typing_costs_at_most_one_more_press(service, ade, what):
    """Long: each part takes some seconds to come back."""
    write(ade, STORY + what)
    expect(state(ade)).to_have_text("Saved")
    victims = processes(service.data, what)
    assert victims, f"no {what} runs"
    for victim in victims:
        with suppress(ProcessLookupError):  # its neighbours leave when they see the first one gone
            os.kill(victim, signal.SIGKILL)
    ade.page.keyboard.insert_text(" and went on")
    ade.page.wait_for_timeout(300)
    presses = 0
    until = time.monotonic() + 60
    logged = ade.page.get_by_text("Anisa seen today.")
    while not logged.count():
        assert time.monotonic() < until and ade.page.url.endswith(FORM)
        if presses:
            expect(state(ade)).to_have_text(re.compile("^Saved"), timeout=60000)
        presses += 1
        send(ade)
        ade.page.wait_for_timeout(3000)
    assert presses <= 2
    assert kept(service, STORY + what + " and went on") == (1, 0)
