"""The outbox: each message at least once by e-mail, whatever dies, and never with anything of a record."""

import os
import subprocess
import sys
import threading
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core import mail
from django.db import connection

from camden.models import Message, User
from camden.operations.notices import drain, message_id
from camden.operations.people import NoPrincipal, welcome_jobs
from camden.outbox import enqueue
from tests.conftest import as_role
from tests.factories.camden import UserFactory

ON = date(2026, 11, 3)
AT = datetime(2026, 11, 3, 9, tzinfo=UTC)
HERE = "tests.camden.operations.posting"


def message(to: User, kind: str = "duty-note", due_on: date = ON) -> Message:
    """A message that was written before AT, whatever the database's clock says."""
    row = Message.objects.create(recipient=to, kind=kind, subject="cases.DutyNote", subject_id=7, due_on=due_on)
    Message.objects.update(written_at=AT - timedelta(hours=12))
    return row


def drained(at: datetime = AT, **more: Any) -> int:
    with as_role("camden_worker"):
        return drain(at=at, on=at.date(), **more)


@pytest.fixture
def jobs(db: None) -> User:
    return welcome_jobs()


def test_a_message_leaves_once_and_says_nothing_of_any_record(cast: SimpleNamespace, jobs: User) -> None:
    row = message(cast.amara)
    assert (drained(), drained()) == (1, 0)
    (letter,) = mail.outbox
    assert letter.to == ["amara@example.org"]
    assert letter.subject == "Something waits for you on My day"
    assert letter.extra_headers["Message-ID"] == message_id(row.pk) == f"<message-{row.pk}@localhost>"
    assert letter.body.startswith("1 hand-over note is waiting on My day:\nhttp://localhost:8000/\n")
    for name in ("Rahman", "Anisa", "Hana"):
        assert name not in letter.body + letter.subject
    assert Message.objects.get().sent_at


def test_a_kind_without_words_of_its_own_has_words_all_the_same(cast: SimpleNamespace, jobs: User) -> None:
    message(cast.amara, kind="never-heard-of")
    assert drained() == 1
    assert "Something new is waiting on My day" in mail.outbox[0].body


def test_what_is_due_tomorrow_waits_until_tomorrow(cast: SimpleNamespace, jobs: User) -> None:
    message(cast.amara, due_on=ON + timedelta(days=1))
    assert drained() == 0
    assert drained(AT + timedelta(days=1)) == 1


def test_somebody_who_left_a_job_and_an_address_of_no_place_get_no_mail(cast: SimpleNamespace, jobs: User) -> None:
    cast.amara.is_active = False
    cast.amara.save()
    nowhere = UserFactory(email="somebody@localhost")
    for person in (cast.amara, nowhere, jobs):
        message(person)
    message(cast.dan)
    assert drained() == 1
    assert [letter.to for letter in mail.outbox] == [["dan@example.org"]]
    assert Message.objects.filter(sent_at=None).count() == 3  # in the service they are there all the same


def test_a_closed_post_office_loses_nothing_and_is_not_hurried(
    cast: SimpleNamespace, jobs: User, settings: Any
) -> None:
    message(cast.amara)
    settings.EMAIL_BACKEND = f"{HERE}.Closed"
    tried_at = []
    for minutes in range(0, 60 * 6, 5):
        before = Message.objects.get().tries
        assert drained(AT + timedelta(minutes=minutes)) == 0
        tried_at += [minutes] * (Message.objects.get().tries - before)
    assert 6 <= len(tried_at) <= 24
    assert Message.objects.get().sent_at is None
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert drained(AT + timedelta(days=1)) == 1


def test_after_some_failures_in_a_row_the_rest_waits_for_the_next_time(
    cast: SimpleNamespace, jobs: User, settings: Any
) -> None:
    for number in range(9):
        message(UserFactory(), due_on=ON - timedelta(days=number % 2))
    settings.EMAIL_BACKEND = f"{HERE}.Closed"
    assert drained() == 0
    assert sorted(Message.objects.values_list("tries", flat=True)) == [0] * 6 + [1] * 3


def test_one_that_cannot_be_worded_does_not_keep_the_others_from_leaving(cast: SimpleNamespace, jobs: User) -> None:
    def breaks(person: User, on: date) -> dict[str, Any]:
        raise ZeroDivisionError

    message(cast.amara, kind="broken")
    message(cast.dan)
    assert drained(words={"broken": breaks}) == 1
    assert list(Message.objects.filter(sent_at=None).values_list("kind", "tries")) == [("broken", 1)]


def test_a_message_with_nothing_left_to_say_is_done_without_a_mail(cast: SimpleNamespace, jobs: User) -> None:
    message(cast.amara, kind="digest")
    assert drained(words={"digest": lambda person, on: None}) == 0
    assert not mail.outbox
    assert Message.objects.get().sent_at


def test_the_web_may_neither_send_nor_read_other_peoples_messages(cast: SimpleNamespace, jobs: User) -> None:
    message(cast.amara)
    with as_role("camden_app"), pytest.raises(Exception, match="database role"):
        drain(at=AT, on=ON)
    assert not mail.outbox


@pytest.mark.django_db
def test_without_an_account_for_jobs_it_is_said_what_to_do() -> None:
    with pytest.raises(NoPrincipal, match="prepare"):
        drain(at=AT, on=ON)


def test_the_same_message_twice_is_one(cast: SimpleNamespace) -> None:
    for _ in range(2):
        enqueue(kind="digest", recipient_id=cast.amara.pk, subject=cast.amara, due_on=ON)
    assert Message.objects.count() == 1


@pytest.mark.django_db(transaction=True)
class TestWithRealTransactions:
    """Two drains, and a death: each in a process or thread of its own."""

    def test_two_drains_at_once_send_each_message_once(self) -> None:
        welcome_jobs()
        for _ in range(20):
            message(UserFactory())
        sent, both = [], threading.Barrier(2)

        def go() -> None:
            both.wait(20)
            sent.append(drain(at=AT, on=ON))
            connection.close()

        drains = [threading.Thread(target=go) for _ in range(2)]
        for one in drains:
            one.start()
        for one in drains:
            one.join(60)
        assert sum(sent) == 20 == len(mail.outbox)
        assert len({letter.to[0] for letter in mail.outbox}) == 20

    def test_killed_between_the_mail_and_the_mark_it_is_sent_again_as_the_same(self, tmp_path: Path) -> None:
        welcome_jobs()
        row = message(UserFactory())
        letters = tmp_path / "letters"
        assert self._run("Killed", letters) == -9
        assert Message.objects.get().sent_at is None
        assert self._run("Kept", letters) == 0
        assert Message.objects.get().sent_at
        assert self._run("Kept", letters) == 0
        ids = letters.read_text().split()
        assert len(ids) == 2 and set(ids) == {message_id(row.pk)}

    def _run(self, post_office: str, letters: Path) -> int:
        """`manage.py run_due` beside us, on the database of the tests, with such a post office."""
        database = connection.settings_dict
        address = os.environ["DATABASE_URL"].rsplit("/", 1)[0] + "/" + database["NAME"]
        root = Path(__file__).parents[3]
        more = {"DATABASE_URL": address, "EMAIL_BACKEND": f"{HERE}.{post_office}", "LETTERS": str(letters)}
        more |= {"CAMDEN_NO_BOOTSTRAP": "1", "PYTHONPATH": str(root)}
        words = [sys.executable, "manage.py", "run_due"]
        done = subprocess.run(words, cwd=root, env=os.environ | more, capture_output=True, text=True, timeout=60)
        assert done.returncode in (0, -9), done.stdout + done.stderr
        return done.returncode
