"""Sessions end by themselves, and nothing typed is lost by it."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.db import connection
from django.test.utils import CaptureQueriesContext

from camden.office.signed_out import is_fetch
from tests.factories.camden import PASSWORD

SIGN_IN = "/accounts/login/"
WORDS = "Anisa showed me her drawing of the mosque’s garden."


@pytest.fixture(autouse=True)
def clock(today: Any) -> Iterator[Any]:
    with time_machine.travel(datetime.combine(today, time(8), UTC), tick=False) as clock:
        yield clock


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


def is_in(client: Any) -> bool:
    return client.get("/cases/").status_code == 200


def test_an_hour_with_nobody_there_ends_a_session(amara: Any, clock: Any) -> None:
    clock.shift(timedelta(minutes=60))
    assert is_in(amara)
    clock.shift(timedelta(minutes=60, seconds=1))
    answer = amara.get("/cases/find/?q=x")
    assert (answer.status_code, answer["Location"]) == (302, f"{SIGN_IN}?next=/cases/find/%3Fq%3Dx")
    assert not Session.objects.exists(), "its row is gone, so no copy of its cookie is worth anything"


def test_somebody_who_works_on_stays_in_until_ten_hours_after_signing_in(amara: Any, clock: Any) -> None:
    for _ in range(20):
        clock.shift(timedelta(minutes=30))
        assert is_in(amara)
    clock.shift(timedelta(seconds=1))
    assert not is_in(amara), "saving the session does not make it younger"


def test_the_limits_are_settings(amara: Any, clock: Any, settings: Any) -> None:
    settings.SESSION_IDLE = 120
    clock.shift(timedelta(seconds=121))
    assert not is_in(amara)


def test_a_session_of_unknown_age_is_ended(amara: Any) -> None:
    session = amara.session
    del session["signed_in_at"]
    session.save()
    assert not is_in(amara)


def test_signing_in_again_begins_anew(cast: SimpleNamespace, amara: Any, clock: Any) -> None:
    clock.shift(timedelta(hours=11))
    assert not is_in(amara)
    amara.post(SIGN_IN, {"login": "amara@example.org", "password": PASSWORD})
    assert is_in(amara)


def test_only_every_few_minutes_does_a_page_pay_for_being_there(amara: Any, clock: Any) -> None:
    def writes() -> int:
        with CaptureQueriesContext(connection) as asked:
            amara.get("/roles/")
        return sum('UPDATE "django_session"' in query["sql"] for query in asked)

    amara.get("/roles/")
    assert [writes(), writes()] == [0, 0]
    clock.shift(timedelta(minutes=3))
    assert [writes(), writes()] == [1, 0]


@pytest.mark.parametrize("header", ["fetch", "XMLHttpRequest"])
def test_a_script_is_told_and_not_led_away(amara: Any, clock: Any, header: str) -> None:
    clock.shift(timedelta(hours=2))
    for when in ("as the session ends", "when it is gone"):
        answer = amara.post("/cases/1/", {"x": "1"}, headers={"X-Requested-With": header})
        assert (answer.status_code, answer.json()) == (401, {"signed_out": True, "sign_in": SIGN_IN}), when


def test_whatever_wants_no_page_is_a_script(rf: Any) -> None:
    assert is_fetch(rf.post("/drafts/", headers={"Accept": "application/json"}))
    assert not is_fetch(rf.post("/drafts/7/shelf/")), "the list of drafts is a page like others"
    assert not is_fetch(rf.post("/cases/7/"))


def test_a_form_that_arrives_too_late_is_answered_with_its_words(cast: SimpleNamespace, amara: Any, clock: Any) -> None:
    clock.shift(timedelta(hours=2))
    address = f"/cases/{cast.case.pk}/visits/new/"
    answer = amara.post(address, {"account": WORDS, "csrfmiddlewaretoken": "t0ken", "next": "/"})
    page = answer.content.decode()
    assert answer.status_code == 403
    assert WORDS in page and f"{SIGN_IN}?next={address}" in page
    assert "t0ken" not in page and "no-store" in answer["Cache-Control"]


def test_a_form_from_nobody_is_led_to_the_door_like_every_request(client: Any, cast: SimpleNamespace) -> None:
    answer = client.post(f"/cases/{cast.case.pk}/visits/new/", {"account": WORDS})
    assert answer.status_code == 302


def test_with_an_ended_session_one_can_still_sign_in_and_ask_for_health(amara: Any, clock: Any) -> None:
    clock.shift(timedelta(hours=2))
    assert amara.get(SIGN_IN).status_code == 200
    clock.shift(timedelta(hours=2))
    assert amara.get("/livez").status_code == 200
