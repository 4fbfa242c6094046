"""The morning's message: one for each person and day, only when something waits, and without a name."""

import logging
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.core import mail

from camden.models import Message
from camden.operations.notices import drain
from camden.operations.people import welcome_jobs
from camden.overview import digest, reminders
from camden.overview.digest import WORDS, words, write_digests
from camden.principal import acting_as
from cases.models import Action
from tests.conftest import as_role
from tests.factories.cases import ActionFactory, CaseFactory


def agreed(cast: SimpleNamespace, keeper: Any, due_on: date | None, **facts: Any) -> Action:
    return ActionFactory(keeper=keeper, due_on=due_on, **({"case": cast.case, "agreed_on": date(2026, 9, 1)} | facts))


def written(on: date) -> int:
    with as_role("camden_worker"):
        return write_digests(on=on)


def test_one_message_for_each_person_with_something_late_or_soon_however_often_the_job_runs(
    cast: SimpleNamespace, today: date
) -> None:
    for days in (-3, 0, 1):
        agreed(cast, cast.amara, today + timedelta(days=days))
    agreed(cast, cast.bilal, today + timedelta(days=30))
    agreed(cast, cast.cora, None)
    assert (written(today), written(today)) == (1, 1)
    assert list(Message.objects.values_list("recipient", "kind", "subject", "due_on")) == [
        (cast.amara.pk, "digest", "camden.User", today)
    ]
    written(today + timedelta(days=1))
    assert Message.objects.count() == 2


def test_the_mail_says_kinds_and_counts_late_ones_first_and_names_nobody(cast: SimpleNamespace, today: date) -> None:
    welcome_jobs()
    agreed(cast, cast.amara, today, what="Ring Anisa’s school", children=cast.children)
    for days in (-3, -40):
        agreed(cast, cast.amara, today + timedelta(days=days), what=f"Talk with Shirin {days}")
    written(today)
    at = datetime(today.year, today.month, today.day, 6, tzinfo=UTC)
    with as_role("camden_worker"):
        assert drain(at=at, on=today, words=WORDS) == 1
    (letter,) = mail.outbox
    lines = [line for line in letter.body.splitlines() if line.startswith("- ")]
    assert lines == ["- 2 agreed actions late or slipping", "- 1 agreed action today or soon"]
    for name in ("Anisa", "Shirin", "Rahman", "Khatun"):
        assert name not in letter.body + letter.subject


def test_a_person_is_told_only_of_what_they_may_see(cast: SimpleNamespace, today: date) -> None:
    agreed(cast, cast.amara, today, case=CaseFactory(team_ids=[cast.elsewhere.pk]))
    assert written(today) == 0


def test_what_was_done_before_the_mail_left_is_not_mentioned(cast: SimpleNamespace, today: date) -> None:
    action = agreed(cast, cast.amara, today)
    written(today)
    Action.objects.filter(pk=action.pk).update(closed_on=today, closed_by=cast.amara, is_done=True)
    with as_role("camden_worker"), acting_as(cast.amara):
        assert words(cast.amara, today) is None


def test_nobody_who_left_is_written_to(cast: SimpleNamespace, today: date) -> None:
    agreed(cast, cast.amara, today)
    cast.amara.is_active = False
    cast.amara.save()
    assert written(today) == 0


def test_one_persons_trouble_keeps_nobody_elses_from_them_and_the_log_says_it_in_a_line(
    cast: SimpleNamespace, today: date, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks(person: Any, on: date) -> Any:
        return 1 / 0 if person == cast.amara else reminders.due_for(person, on)

    monkeypatch.setattr(digest, "due_for", breaks)
    agreed(cast, cast.amara, today)
    agreed(cast, cast.bilal, today)
    with caplog.at_level(logging.INFO, logger="camden.jobs"):
        assert written(today) == 1
    (said,) = [line for line in caplog.records if line.message == "wrote the morning's digests"]
    assert said.facts == {"day": "2026-11-03", "people": 5, "with_reminders": 1, "failed": 1}


def test_a_busy_worker_has_few_lines(cast: SimpleNamespace, today: date) -> None:
    for number in range(30):
        agreed(cast, cast.amara, today + timedelta(days=number - 20), what=f"Thing {number}")
    said = words(cast.amara, today)
    assert said and len(said["lines"]) <= 6
