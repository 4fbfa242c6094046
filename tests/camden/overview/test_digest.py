"""The morning's message: one for each person and day, only when something waits, and without a name."""

import logging
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command

from camden.models import LocalHoliday, Message, Mute
from camden.operations.notices import drain
from camden.operations.people import welcome_jobs
from camden.overview import digest, reminders
from camden.overview.digest import WORDS, words, write_digests
from camden.principal import acting_as
from cases.models import Action
from tests.conftest import as_role
from tests.factories.cases import ActionFactory, CaseFactory, ChildFactory, InvolvementFactory
from tests.factories.journey_remind import ClockFactory


def agreed(cast: SimpleNamespace, keeper: Any, due_on: date | None, **facts: Any) -> Action:
    return ActionFactory(keeper=keeper, due_on=due_on, **({"case": cast.case, "agreed_on": date(2026, 9, 1)} | facts))


def written(on: date) -> int:
    with as_role("camden_worker"):
        return write_digests(on=on).told


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


def test_the_mail_says_what_and_by_when_in_initials_with_a_link_and_names_nobody(
    cast: SimpleNamespace, today: date
) -> None:
    welcome_jobs()
    action = agreed(cast, cast.amara, today, what="Ring Anisa’s school", children=cast.children[:1])
    for child in cast.children:
        ClockFactory(child=child, due_on=today - timedelta(days=4))
    written(today)
    at = datetime(today.year, today.month, today.day, 6, tzinfo=UTC)
    with as_role("camden_worker"):
        assert drain(at=at, on=today, words=WORDS) == 2
    letter, to_bilal = mail.outbox
    assert "Passed up to you" in to_bilal.body
    lines = [line for line in letter.body.splitlines() if line.startswith("- ")]
    here = f"http://localhost:8000/cases/{cast.case.pk}"
    assert lines == [
        f"- A. R., I. R., Z. R.: visit was due on Friday 30 October. {here}/visits/new/",
        f"- A. R.: agreed action by Tuesday 3 November. {here}/actions/{action.pk}/",
    ]
    assert letter.subject == "Something waits for you on My day"
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
    assert said and len(said["lines"]) == 1  # of one family


def test_nobody_is_written_to_on_a_weekend_a_bank_holiday_or_a_closure(cast: SimpleNamespace) -> None:
    agreed(cast, cast.amara, date(2026, 10, 1))
    days_off = [date(2026, 11, 7), date(2026, 12, 25), date(2026, 12, 28)]
    assert [written(day) for day in days_off] == [0, 0, 0]
    monday = date(2026, 11, 9)
    assert written(monday) == 1
    LocalHoliday.objects.create(closed_on=date(2026, 11, 10), name="Office closed")
    assert written(date(2026, 11, 10)) == 0


def test_a_past_day_can_be_made_up_for_and_is_not_done_twice(cast: SimpleNamespace, today: date) -> None:
    agreed(cast, cast.amara, today)
    for _ in range(2):
        call_command("run_due", on=today)
    assert list(Message.objects.values_list("kind", "due_on")) == [("digest", today)]


def test_what_was_passed_up_stands_apart(cast: SimpleNamespace, today: date) -> None:
    ClockFactory(child=cast.children[0], due_on=today - timedelta(days=4))
    agreed(cast, cast.bilal, today)
    said = words(cast.bilal, today)
    assert said and "agreed action by" in said["lines"][0]
    assert said["passed_up"][0].startswith("A. R.: visit was due on Friday 30 October.")


def test_what_is_muted_or_put_off_is_in_no_letter(cast: SimpleNamespace, today: date) -> None:
    ClockFactory(child=cast.children[0], rule="CN3", due_on=today)
    Mute.objects.create(person=cast.amara, work="need-review")
    assert words(cast.amara, today) is None


def family(cast: SimpleNamespace, number: int, today: date, *rules: str) -> None:
    """A family of the pod with its clocks, of which Amara is told."""
    child = ChildFactory(case=CaseFactory(team_ids=[cast.pod.pk]), given_name=f"Child{number}")
    InvolvementFactory(child=child, worker=cast.amara, team=cast.pod)
    for rule in rules:
        ClockFactory(child=child, rule=rule, due_on=today)


def test_much_folds_by_family_and_then_by_kind_and_law_stays(cast: SimpleNamespace, today: date) -> None:
    for number in range(7):
        family(cast, number, today, "CN2", "CN3")
    by_family = words(cast.amara, today)["lines"]
    assert len(by_family) == 7 and all("2 things, first by Tuesday 3 November" in line for line in by_family)
    family(cast, 8, today, "LA5", "CN3")
    for number in range(9, 22):
        family(cast, number, today, "EH1")
    lines = words(cast.amara, today)["lines"]
    assert len(lines) <= 12
    assert {line.split(" http")[0] for line in lines} == {
        "C. E.: visit by Tuesday 3 November.",
        "7 visits in 7 families, first by Tuesday 3 November.",
        "8 reviews of a plan in 8 families, first by Tuesday 3 November.",
        "13 reviews of help in 13 families, first by Tuesday 3 November.",
    }
