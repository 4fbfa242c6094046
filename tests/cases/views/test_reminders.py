"""Putting a reminder off: until when, and why."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone

from camden.models import Recorded
from camden.rules.workdays import england
from cases.models import Clock, Snooze
from tests.factories.cases import CaseFactory
from tests.factories.journey_remind import ClockFactory

WHY = "The family is in Sylhet until Monday."


@pytest.fixture
def address(cast: SimpleNamespace) -> str:
    on = timezone.localdate()
    for child in cast.children:
        ClockFactory(child=child, rule="CN3", anchor_on=on - timedelta(days=80), due_on=on + timedelta(days=1))
    return f"/cases/{cast.case.pk}/reminders/need-review/snooze/"


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


def day(working_days: int) -> str:
    return england().add(timezone.localdate(), working_days).isoformat()


def test_it_comes_back_on_a_day_and_whoever_is_next_reads_why(
    cast: SimpleNamespace, amara: Any, browser_for: Any, read: Any, address: str
) -> None:
    assert address in read(amara.get("/my-day/")).links
    page = read(amara.get(address))
    assert "Put it off: Review the plan" in page.said and "Anisa, Imran and Zayd" in page.said
    assert "nobody else is told" in page.said
    answer = amara.post(address, {"until_on": day(5), "reason": WHY}, follow=True)
    assert "Muted or put off (1)" in read(answer).said
    snooze = Snooze.objects.get()
    assert (snooze.work, snooze.person, snooze.reason) == ("need-review", cast.amara, WHY)
    assert Recorded.objects.filter(action="put a reminder off", case_id=cast.case.pk).exists()


def test_of_a_childs_safety_nothing_is_hidden_and_the_reason_goes_up(
    cast: SimpleNamespace, amara: Any, browser_for: Any, read: Any, address: str
) -> None:
    on = timezone.localdate()
    Clock.objects.update(rule="CP12", due_on=on - timedelta(days=7), do_by=on - timedelta(days=7))
    address = address.replace("need-review", "visit")
    assert "your reason goes with it" in read(amara.get(address)).said
    amara.post(address, {"until_on": day(5), "reason": WHY})
    assert "Late or slipping" in read(amara.get("/my-day/")).said
    above = read(browser_for(cast.bilal).get("/my-day/")).said
    assert "Nothing of your own is late" in above and "Nothing is late" not in above
    assert "Passed up to you" in above and "Amara Obi put it off until" in above and WHY in above


def test_no_reason_yet_is_said_to_whoever_is_told(
    cast: SimpleNamespace, browser_for: Any, read: Any, address: str
) -> None:
    on = timezone.localdate()
    Clock.objects.update(due_on=on - timedelta(days=7), do_by=on - timedelta(days=7))
    said = read(browser_for(cast.bilal).get("/my-day/")).said
    assert "No reason given yet." in said and "Amara Obi" in said and "You manage the team" in said


@pytest.mark.parametrize(
    ("answer", "about"),
    [({"reason": ""}, "reason"), ({"until_on": ""}, "until_on"), ({"until_on": day(11)}, "until_on")],
)
def test_what_is_missing_or_too_far_is_said(amara: Any, read: Any, address: str, answer: dict, about: str) -> None:
    page = read(amara.post(address, {"until_on": day(5), "reason": WHY} | answer))
    assert about in page.errors and not Snooze.objects.exists()


def test_only_what_one_is_told_of_can_be_put_off(
    cast: SimpleNamespace, browser_for: Any, amara: Any, address: str
) -> None:
    assert amara.get(address.replace("need-review", "no-such-thing")).status_code == 404
    assert browser_for(cast.bilal).get(address).status_code == 404  # another person's work
    other = CaseFactory(team_ids=[cast.elsewhere.pk])
    assert amara.get(f"/cases/{other.pk}/reminders/need-review/snooze/").status_code == 404
