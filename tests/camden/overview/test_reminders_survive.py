"""Reminders of a real service, while its parts are killed and stopped: none is lost, and no page waits."""

import contextlib
import os
import re
import signal
import statistics
import time
import urllib.parse
import urllib.request
from collections import Counter
from collections.abc import Iterator
from datetime import date
from http.cookiejar import CookieJar
from pathlib import Path
from types import SimpleNamespace

import pytest

from camden.management.demo import PASSWORD
from camden.rules.workdays import england
from tests.camden.overview.mailing import mail_server
from tests.camden.servers.running import Service, free_port, processes, running, wait_until
from tests.journeys.clockwork import as_owner

pytestmark = pytest.mark.long
PEOPLE, KILLS, FIRED = 200, 10, 3
CANARY = "Zebedee-Quillfeather"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SimpleNamespace]:
    """A demo with a slow mail server, and two hundred people who each have promised something."""
    data, port = tmp_path_factory.mktemp("house") / "data", free_port()
    with mail_server() as box, running(data, "demo", "--port", str(port), EMAIL_URL=box.url) as service:
        assert service.says("Ctrl-C stops it.", 400), service.text()[-2000:]
        on = england().on_or_before(date.today())
        hire(data, on)
        yield SimpleNamespace(data=data, box=box, service=service, url=f"http://127.0.0.1:{port}", on=on)


def hire(data: Path, on: date) -> None:
    """Two hundred workers of the first family's team. What each promised names a canary, and so does a child."""
    with as_owner(data) as cursor:
        cursor.execute("update cases_member set given_name = %s where id = (select min(id) from cases_member"
                       " where case_id = 1 and kind = 'child')", [CANARY])  # fmt: skip
        cursor.execute(
            "with people as (insert into camden_user (password, email, name, is_active, is_system)"
            " select '!', 'promise' || n || '@example.org', 'Promise ' || n, true, false from generate_series(1, %s) n"
            " returning id), joined as (insert into camden_membership (user_id, team_id, role, scope, started_on)"
            " select p.id, c.team_ids[1], 'social-worker', 'team', current_date - 90 from people p, cases_case c"
            " where c.id = 1)"
            " insert into cases_action (case_id, what, why, first_sentence, keeper_id, promised_to, agreed_on,"
            " agreed_in, agreed_by_id, due_on, outcome)"
            " select 1, %s, '', '', id, %s, current_date - 30, 'Group supervision', id, %s, '' from people",
            [PEOPLE, f"Ring {CANARY}’s school", CANARY, on],
        )


def asked(data: Path, words: str) -> list[tuple]:
    with as_owner(data) as cursor:
        cursor.execute(words)
        return cursor.fetchall()


def workers(data: Path) -> list[int]:
    return [pid for pid, words in processes(data).items() if "-m celery" in words]


def fire(house: SimpleNamespace) -> list[Service]:
    """The morning's job, as the timetable fires it, for a working day; all at once."""
    return [Service(house.data, "run_due", "--on", house.on.isoformat()) for _ in range(FIRED)]


def test_two_hundred_reminders_outlive_ten_kills_and_three_firings(house: SimpleNamespace) -> None:
    fired = fire(house)
    for kill in range(KILLS):
        before = len(house.box.letters)
        wait_until(lambda before=before: len(house.box.letters) >= before + 5, 20)
        assert wait_until(lambda: workers(house.data), 60), f"the worker is not back after {kill} kills"
        for pid in workers(house.data):
            with contextlib.suppress(ProcessLookupError):  # its neighbours leave when they see the first one gone
                os.kill(pid, signal.SIGKILL)
    assert [one.process.wait(timeout=120) for one in fired] == [0] * FIRED, [one.text() for one in fired]
    left = (
        "select count(*) from camden_message m join camden_user u on u.id = m.recipient_id"
        " where m.kind = 'digest' and u.email like 'promise%' and m.sent_at is null"
    )
    assert wait_until(lambda: asked(house.data, left) == [(0,)], 300), f"{asked(house.data, left)} were not sent"

    rows = asked(
        house.data,
        "select u.email, count(*), count(m.seen_at) from camden_message m join camden_user u"
        " on u.id = m.recipient_id where m.kind = 'digest' and u.email like 'promise%' group by 1",
    )
    assert len(rows) == PEOPLE and {row[1:] for row in rows} == {(1, 0)}, "in the service exactly once"
    letters = [letter for letter in house.box.letters if letter["To"].startswith("promise")]
    by_person = Counter(letter["To"] for letter in letters)
    assert len(by_person) == PEOPLE, "by e-mail at least once"
    assert len({letter["Message-ID"] for letter in letters}) == PEOPLE, "the same letter is known as the same"
    assert len(letters) <= PEOPLE + KILLS


def test_no_name_of_a_child_left_the_house_or_reached_a_log(house: SimpleNamespace) -> None:
    assert house.box.letters
    for letter in house.box.letters:
        assert letter["Subject"] in ("Something waits for you on My day", "Something needs you now")
        whole = str(letter) + letter.get_payload(decode=True).decode()
        assert CANARY not in whole and "Rahman" not in whole
    said = house.service.text()
    assert CANARY not in said and "Rahman" not in said


class Browser:
    """Somebody signed in, without a browser: so that only the service takes time."""

    def __init__(self, url: str, email: str) -> None:
        self.url = url
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        page = self.get("/accounts/login/")
        self.post("/accounts/login/", page, login=email, password=PASSWORD)

    def get(self, path: str) -> str:
        with self.opener.open(self.url + path, timeout=30) as answer:
            return answer.read().decode()

    def post(self, path: str, page: str, **said: str) -> float:
        """Send a form of that page; in seconds."""
        kept = {name: re.search(rf'name="{name}" value="([^"]*)"', page) for name in ("csrfmiddlewaretoken", "_key")}
        words = said | {name: found[1] for name, found in kept.items() if found}
        request = urllib.request.Request(self.url + path, urllib.parse.urlencode(words).encode())
        request.add_header("Referer", self.url + path)
        began = time.monotonic()
        with self.opener.open(request, timeout=30) as answer:
            assert answer.status == 200
        return time.monotonic() - began

    def log_a_visit(self, words: str) -> float:
        """A visit is saved; in seconds."""
        page = self.get("/cases/1/visits/new/")
        seen = re.search(r'name="(seen_\d+)"', page)
        day = re.search(r'name="visited_on_quick" value="([^"]+)"', page) or re.search(
            r'value="(\d{4}-\d\d-\d\d)"', page
        )
        assert seen and day
        said = {"visited_on_quick": day[1], "visited_on": "", "kind": "home", "account": words, seen[1]: "alone"}
        return self.post("/cases/1/visits/new/", page, **said)


def test_without_the_broker_a_page_saves_as_fast_and_the_reminder_arrives_when_it_is_back(
    house: SimpleNamespace,
) -> None:
    wait_until(lambda: workers(house.data), 60)
    ade = Browser(house.url, "ade@example.org")
    usual = statistics.median(ade.log_a_visit(f"As usual {n}") for n in range(5))
    (broker,) = [pid for pid, words in processes(house.data).items() if "valkey-server" in words]
    os.kill(broker, signal.SIGSTOP)
    try:
        time.sleep(3)  # what was asked of it before is answered or waits
        letters = len(house.box.letters)
        with as_owner(house.data) as cursor:
            cursor.execute(
                "insert into camden_message (recipient_id, kind, subject, subject_id, due_on, tries) select id,"
                " 'alert-missing', 'cases.Case', 1, current_date, 0 from camden_user where email = 'ade@example.org'"
            )
        without = statistics.median(ade.log_a_visit(f"Without the broker {n}") for n in range(5))
        assert len(house.box.letters) == letters
    finally:
        os.kill(broker, signal.SIGCONT)
    assert without - usual < 0.1, f"{usual:.3f} s as usual, {without:.3f} s without the broker"
    assert len(asked(house.data, "select 1 from cases_visitaccount where words like 'Without the broker %'")) == 5
    assert wait_until(lambda: any(one["Subject"] == "Something needs you now" for one in house.box.letters), 60)


def test_without_celery_a_command_does_the_same(house: SimpleNamespace) -> None:
    stopped = workers(house.data)
    for pid in stopped:
        os.kill(pid, signal.SIGSTOP)
    try:
        with as_owner(house.data) as cursor:
            cursor.execute(
                "insert into camden_message (recipient_id, kind, subject, subject_id, due_on, tries) select id,"
                " 'alert-enquiry', 'cases.Case', 1, current_date, 0 from camden_user where email like 'promise%'"
            )
        before = len(house.box.letters)
        by_hand = Service(house.data, "run_due", EMAIL_URL=house.box.url)
        assert by_hand.process.wait(timeout=120) == 0, by_hand.text()
        assert len(house.box.letters) - before >= PEOPLE
        assert CANARY not in by_hand.text()
    finally:
        for pid in stopped:
            os.kill(pid, signal.SIGCONT)
