"""Until when somebody has read, and that nothing which happens meanwhile is lost."""

import threading
from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from camden.models import CaughtUp, Message, User
from camden.operations.catching_up import arrive, catch_up
from camden.principal import acting_as
from tests.conftest import as_role
from tests.factories.camden import UserFactory

ON = date(2026, 11, 3)


def arrives(user: User) -> Any:
    with as_role("camden_app"), acting_as(user):
        return arrive(user=user, on=ON)


def reads(user: User, until: datetime) -> None:
    with as_role("camden_app"), acting_as(user):
        catch_up(user=user, until=until)


def test_who_was_never_here_has_read_nothing(cast: SimpleNamespace) -> None:
    assert arrives(cast.amara).read_at is None


def test_what_is_read_stays_read_whatever_an_older_page_says_later(cast: SimpleNamespace) -> None:
    later = timezone.now()
    reads(cast.amara, later)
    reads(cast.amara, later - timedelta(days=3))
    assert arrives(cast.amara).read_at == later
    assert arrives(cast.dan).read_at is None


def test_nobody_has_read_the_future(cast: SimpleNamespace) -> None:
    reads(cast.amara, timezone.now() + timedelta(days=400))
    assert CaughtUp.objects.get().read_at <= timezone.now()


def test_nobody_says_it_for_somebody_else(cast: SimpleNamespace) -> None:
    with (
        as_role("camden_app"),
        acting_as(cast.dan),
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
    ):
        catch_up(user=cast.amara, until=timezone.now())


def test_a_message_is_new_exactly_once(cast: SimpleNamespace) -> None:
    for user, due_on in ((cast.amara, ON), (cast.amara, ON + timedelta(days=1)), (cast.dan, ON)):
        Message.objects.create(recipient=user, kind="x", subject="cases.DutyNote", subject_id=7, due_on=due_on)
    assert arrives(cast.amara).new == {("cases.DutyNote", 7)}
    assert arrives(cast.amara).new == frozenset()
    assert Message.objects.filter(seen_at=None).count() == 2  # tomorrow's, and somebody else's


@pytest.mark.django_db(transaction=True)
def test_a_page_is_complete_only_until_the_oldest_that_is_still_being_written() -> None:
    """Otherwise what is written before the page was made, and kept after it, would be folded away unread."""
    amara, begun, go_on = UserFactory(), threading.Event(), threading.Event()

    def somebody_writes() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("select 1")
            begun.set()
            go_on.wait(20)
        connection.close()

    before = timezone.now()
    writing = threading.Thread(target=somebody_writes)
    writing.start()
    try:
        assert begun.wait(20)
        during = timezone.now()
        with acting_as(amara):
            complete_at = arrive(user=amara, on=ON).complete_at
    finally:
        go_on.set()
        writing.join(20)
    assert before <= complete_at <= during
    with acting_as(amara):
        assert arrive(user=amara, on=ON).complete_at > during
