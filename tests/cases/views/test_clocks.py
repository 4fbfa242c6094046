"""Where things stand, and limits that could not be kept: pages."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from camden.models import Recorded
from camden.principal import acting_as
from cases.models import Clock, ClockException
from cases.operations.clocks import keep_clocks
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.journey_clocks import day, need_plan, protection_plan, visited
from tests.reading import Page


def text_of(answer: Any) -> str:
    """What the page says."""
    assert answer.status_code == 200
    found = Page()
    found.feed(answer.content.decode())
    return " ".join(found.said.split())


@pytest.fixture
def late(cast: SimpleNamespace) -> Clock:
    """Anisa and Imran wait for a visit that was due on 29 September."""
    for child in cast.children[:2]:
        need_plan(child, day("09-01"))
    with as_role("camden_app"), acting_as(cast.amara):
        keep_clocks(case=cast.case)
    return Clock.objects.filter(rule="CN2").earliest("pk")


def page(client: Any, name: str, *keys: int) -> Any:
    return client.get(reverse(f"cases:{name}", args=keys))


def test_where_things_stand_says_status_dates_why_and_what_is_open(
    cast: SimpleNamespace, browser_for: Any, today: date
) -> None:
    anisa, imran, zayd = cast.children
    protection_plan(anisa, day("10-26"))
    need_plan(imran, day("10-26"))
    visited([anisa, imran], cast.amara, day("10-28"))
    with as_role("camden_app"), acting_as(cast.amara):
        keep_clocks(case=cast.case)
    shown = text_of(page(browser_for(cast.amara), "journey", cast.case.pk))
    for words in (
        "Visit: Anisa and Imran",
        "By 11 November",
        "Child protection plan",
        "Child in need plan",
        "Referred",
        "at least every 10 working days, counted from the last time they were seen, 28 October",
        "Camden procedure",
        "Open now",
        "since 26 October 2026",
        "Log a visit",
    ):
        assert words in shown, words


def test_ways_are_shown_to_who_may_go_them(cast: SimpleNamespace, browser_for: Any) -> None:
    reader = UserFactory(name="Rae Hill")
    MembershipFactory(user=reader, team=cast.pod, role="business-support")
    shown = text_of(page(browser_for(reader), "journey", cast.case.pk))
    assert "Log a visit" not in shown and "What comes next" not in shown


def test_a_family_and_a_child_show_status_and_next_dates(cast: SimpleNamespace, browser_for: Any, late: Clock) -> None:
    client = browser_for(cast.amara)
    family = text_of(client.get(cast.case.get_absolute_url()))
    assert "Due next" in family and "29 September" in family and "Child in need plan" in family
    child = text_of(client.get(cast.children[0].get_absolute_url()))
    assert "Visit 29 September" in child and "35 days late" in child


def test_a_logged_visit_says_when_the_next_one_is_due(cast: SimpleNamespace, browser_for: Any, late: Clock) -> None:
    client = browser_for(cast.amara)
    said = {"visited_on_quick": "2026-11-03", "kind": "home", "account": "x"}
    said |= {f"seen_{child.pk}": "alone" for child in cast.children[:2]}
    answer = client.post(reverse("cases:visit-new", args=[cast.case.pk]), said, follow=True)
    assert "Anisa and Imran seen today. Next visit by 1 December." in text_of(answer)


def test_a_reason_is_written_by_the_worker_and_agreed_by_a_manager(
    cast: SimpleNamespace, browser_for: Any, late: Clock, today: date
) -> None:
    keys = [cast.case.pk, late.pk]
    worker, manager = browser_for(cast.amara), browser_for(cast.bilal)
    shown = text_of(page(worker, "clock-exception-new", *keys))
    assert "Visit: Anisa and Imran, due by 29 September 2026." in shown
    new = reverse("cases:clock-exception-new", args=keys)
    assert "Write what got in the way" in text_of(worker.post(new, {"reason": ""}))
    assert worker.post(new, {"reason": "Measles in the house"}).status_code == 302
    found = ClockException.objects.order_by("pk")
    assert [(each.child, each.rule, each.recorded_by) for each in found] == [
        (child, "CN2", cast.amara) for child in cast.children[:2]
    ]
    assert "before you" in text_of(worker.post(new, {"reason": "Again"}))
    assert page(worker, "clock-exception-agreement", *keys).status_code == 403
    assert "Measles in the house (Amara Obi; not agreed" in text_of(page(manager, "clock-exception-agreement", *keys))
    agreement = reverse("cases:clock-exception-agreement", args=keys)
    assert manager.post(agreement).status_code == 302
    assert {(each.agreed_by, each.agreed_on) for each in found.all()} == {(cast.bilal, today)}
    assert "no reason that waits" in text_of(manager.post(agreement))
    assert "agreed by Bilal Aziz" in text_of(page(worker, "journey", cast.case.pk))
    assert {"said why a limit was not kept", "agreed to a limit not kept"} <= set(
        Recorded.objects.values_list("action", flat=True)
    )


def test_nobody_agrees_to_their_own_reason(cast: SimpleNamespace, browser_for: Any, late: Clock) -> None:
    keys = [cast.case.pk, late.pk]
    manager = browser_for(cast.bilal)
    manager.post(reverse("cases:clock-exception-new", args=keys), {"reason": "My own words"})
    answer = manager.post(reverse("cases:clock-exception-agreement", args=keys))
    assert "Ask another manager" in text_of(answer)
    assert not ClockException.objects.exclude(agreed_on=None).exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        ClockException.objects.update(agreed_by=cast.bilal, agreed_on=day("11-03"))


def test_a_clock_that_was_met_or_is_another_familys_is_not_there(
    cast: SimpleNamespace, browser_for: Any, late: Clock
) -> None:
    stranger = browser_for(cast.dan)
    assert page(stranger, "journey", cast.case.pk).status_code == 404
    assert page(stranger, "clock-exception-new", cast.case.pk, late.pk).status_code == 404
    Clock.objects.filter(pk=late.pk).update(met_on=day("10-01"))
    assert page(browser_for(cast.amara), "clock-exception-new", cast.case.pk, late.pk).status_code == 404


def test_what_is_not_late_needs_no_reason(cast: SimpleNamespace, browser_for: Any, late: Clock) -> None:
    Clock.objects.update(due_on=day("12-01"), do_by=day("12-01"))
    client = browser_for(cast.amara)
    shown = text_of(page(client, "clock-exception-new", cast.case.pk, late.pk))
    assert "not late any more" in shown
    answer = client.post(reverse("cases:clock-exception-new", args=[cast.case.pk, late.pk]), {"reason": "x"})
    assert "not late any more" in text_of(answer) and not ClockException.objects.exists()
