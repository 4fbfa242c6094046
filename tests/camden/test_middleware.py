"""What every request passes through, above all when something goes wrong."""

import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime, time
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.http import Http404

from camden.middleware import JsonLines
from camden.models import CaseOpened, Recorded, Refusal
from cases.models import ChronologyEntry, Visit, VisitAccount
from cases.views import visits

SECRET = "Anisa said her uncle hits her"
ERROR = "key (words)=(what an error would quote) is not there"


@pytest.fixture(autouse=True)
def tuesday(today: Any) -> Iterator[None]:
    with time_machine.travel(datetime.combine(today, time(10), UTC), tick=False):
        yield


@pytest.fixture
def sent(cast: SimpleNamespace) -> tuple[str, dict[str, str]]:
    """A visit, as its form sends it."""
    said = {"visited_on_quick": "2026-11-03", "kind": "home", "account": SECRET}
    return f"/cases/{cast.case.pk}/visits/new/?child={cast.children[0].pk}", said | {
        f"seen_{cast.children[0].pk}": "alone"
    }


def lines(caplog: pytest.LogCaptureFixture) -> list[dict[str, Any]]:
    """What the service wrote to its log, as it leaves the process."""
    return [json.loads(JsonLines().format(record)) for record in caplog.records if _leaves(record.name)]


def _leaves(name: str) -> bool:
    """Whether what a logger says reaches the log: Django's own, which quote paths and requests, must not."""
    logger: logging.Logger | None = logging.getLogger(name)
    while logger:
        if any(isinstance(handler.formatter, JsonLines) for handler in logger.handlers):
            return True
        logger = logger.parent if logger.propagate else None
    return False


@pytest.mark.parametrize(
    ("failure", "status"), [(ValueError(ERROR), 500), (Http404(ERROR), 404), (PermissionDenied(ERROR), 403)]
)
def test_what_failed_or_was_refused_half_way_leaves_nothing_behind(
    cast: SimpleNamespace, browser_for: Any, sent: Any, monkeypatch: pytest.MonkeyPatch, failure: Exception, status: int
) -> None:
    def fails(*_: Any) -> None:
        assert Visit.objects.exists(), "the visit was written before"
        raise failure

    monkeypatch.setattr(visits.messages, "success", fails)
    answer = browser_for(cast.amara, raise_request_exception=False).post(*sent)
    assert answer.status_code == status
    assert ERROR.encode() not in answer.content
    for model in (Visit, VisitAccount, ChronologyEntry, Recorded, CaseOpened):
        assert not model.objects.exists()


def test_without_the_failure_it_is_all_there(cast: SimpleNamespace, browser_for: Any, sent: Any) -> None:
    assert browser_for(cast.amara).post(*sent).status_code == 302
    for model in (Visit, VisitAccount, ChronologyEntry, Recorded, CaseOpened):
        assert model.objects.count() == 1


def test_a_failure_is_logged_by_its_kind_and_place_and_without_a_word_of_the_record(
    cast: SimpleNamespace,
    browser_for: Any,
    sent: Any,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fails(*_: Any) -> None:
        raise ValueError(SECRET)

    monkeypatch.setattr(visits.messages, "success", fails)
    caplog.set_level(logging.DEBUG)
    answer = browser_for(cast.amara, raise_request_exception=False).post(*sent)
    found = {line["message"]: line for line in lines(caplog)}
    assert found["failed"]["exception"] == "ValueError"
    assert "cases/views/visits.py" in "".join(found["failed"]["frames"])
    assert found["failed"]["request"] == found["answered"]["request"] == answer["X-Request-Id"]
    assert (found["answered"]["page"], found["answered"]["status"]) == ("cases:visit-new", 500)
    for word in ("Anisa", "uncle", "Rahman", f"/cases/{cast.case.pk}", f"child={cast.children[0].pk}", "amara@"):
        assert word not in json.dumps(list(found.values()))


def test_a_failure_while_the_transaction_is_kept_is_logged_too(
    cast: SimpleNamespace, browser_for: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """After the view, where no view's exception is asked about."""

    def fails(**_: Any) -> None:
        raise ValueError(SECRET)

    monkeypatch.setattr("camden.middleware.audit.opened", fails)
    caplog.set_level(logging.DEBUG)
    answer = browser_for(cast.amara, raise_request_exception=False).get(f"/cases/{cast.case.pk}/")
    found = {line["message"]: line for line in lines(caplog)}
    assert answer.status_code == 500
    assert (found["failed"]["exception"], found["failed"]["page"]) == ("ValueError", "cases:detail")
    assert SECRET not in json.dumps(list(found.values()))


def test_the_log_of_ordinary_pages_names_the_page_and_nothing_of_the_record(
    cast: SimpleNamespace, browser_for: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for person in (cast.amara, cast.dan):
        browser_for(person).get(f"/cases/{cast.case.pk}/?after=Anisa")
    browser_for(cast.amara).get("/cases/find/?q=Anisa")
    said = lines(caplog)
    pages = [(line["page"], line["status"]) for line in said if line["message"] == "answered"]
    assert pages == [("cases:detail", 200), ("cases:detail", 404), ("cases:find", 200)]
    assert {line["level"] for line in said} == {"info"}, "a refusal is nothing to mend"
    for word in ("Anisa", "anisa", "Rahman", f"/cases/{cast.case.pk}", "@"):
        assert word not in json.dumps(said, ensure_ascii=False)


def test_a_line_of_the_log_that_carried_a_message_would_be_noticed() -> None:
    record = logging.LogRecord("x", logging.ERROR, "x.py", 1, "failed: %s", (SECRET,), None)
    assert SECRET in JsonLines().format(record)


def test_each_request_has_an_id_of_its_own(cast: SimpleNamespace, browser_for: Any) -> None:
    client = browser_for(cast.amara)
    ids = {client.get(url)["X-Request-Id"] for url in ("/cases/", "/cases/", "/nowhere/", "/livez", "/cases/1/")}
    assert len(ids) == 5


def test_pages_of_a_record_stay_in_no_cache_and_no_frame_and_send_nothing_out(
    cast: SimpleNamespace, browser_for: Any
) -> None:
    client = browser_for(cast.amara)
    for url in ("/cases/", f"/cases/{cast.case.pk}/", "/cases/987654/", f"/cases/{cast.case.pk}/visits/new/"):
        answer = client.get(url)
        assert "no-store" in answer["Cache-Control"]
        assert answer["X-Frame-Options"] == "DENY"
        assert answer["Referrer-Policy"] == "same-origin"
        policy = answer["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy and "http" not in policy


def test_a_refusal_of_somebody_who_is_not_signed_in_is_nobodys(
    cast: SimpleNamespace, browser_for: Any, client: Any
) -> None:
    assert client.get(f"/cases/{cast.case.pk}/").status_code == 302
    assert not Refusal.objects.exists()
