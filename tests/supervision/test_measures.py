"""When a family was last talked about: as the council counts, and for the child who waits longest."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from camden.principal import acting_as
from supervision.measures import families_heard
from supervision.models import OneToOne, OneToOneChild, OneToOneFamily, Session, SupervisionSettings
from supervision.rules.rotation import Heard
from tests.conftest import as_role
from tests.factories.supervision import DiscussionFactory

LED_SINCE = date(2026, 8, 21)


def heard(pod: SimpleNamespace, today: date) -> Heard:
    """The Rahmans, as their team's manager sees them. One question to the database."""
    with as_role("camden_app"), acting_as(pod.bilal), CaptureQueriesContext(connection) as asked:
        (found,) = families_heard([pod.pod.pk], today, user=pod.bilal)
    assert len(asked) <= 4, "setting who asks, and one question"
    return found


def talked(pod: SimpleNamespace, session: Session, **more: Any) -> None:
    """An agreed discussion of all the children."""
    values = {"children": pod.children, "presenter": pod.amara, "agreed_on": session.held_on, "agreed_by": pod.niamh}
    DiscussionFactory(session=session, case=pod.case, **(values | more))


def test_a_family_nobody_talked_about_waits_since_somebody_led_for_its_children(
    pod: SimpleNamespace, session: Session, today: date
) -> None:
    assert heard(pod, today) == Heard(pod.case.pk, LED_SINCE)


@pytest.mark.parametrize("depth", ["deep", "quick"])
def test_what_was_agreed_about_all_its_children_begins_the_weeks_anew(
    pod: SimpleNamespace, session: Session, today: date, depth: str
) -> None:
    talked(pod, session, depth=depth)
    found = heard(pod, today)
    assert (found.last_on, found.since) == (today, today)


def test_a_brother_who_was_left_out_has_not_been_talked_about(
    pod: SimpleNamespace, session: Session, today: date
) -> None:
    talked(pod, session, children=pod.children[:2])
    assert heard(pod, today) == Heard(pod.case.pk, LED_SINCE)


def test_what_is_not_agreed_does_not_count(pod: SimpleNamespace, session: Session, today: date) -> None:
    talked(pod, session, agreed_on=None, agreed_by=None)
    assert heard(pod, today).last_on is None


def test_the_council_sets_whether_a_quick_round_counts(pod: SimpleNamespace, session: Session, today: date) -> None:
    talked(pod, session, depth="quick")
    SupervisionSettings.objects.update_or_create(pk=1, defaults={"resets": ["deep"], "resets_watched": ["deep"]})
    assert heard(pod, today).last_on is None


@pytest.mark.parametrize(("counts", "last_on"), [(False, None), (True, date(2026, 11, 3))])
def test_a_one_to_one_counts_only_where_the_council_says_so(
    pod: SimpleNamespace, today: date, counts: bool, last_on: date | None
) -> None:
    talk = OneToOne.objects.create(worker=pod.amara, supervisor=pod.niamh, held_on=today)
    family = OneToOneFamily.objects.create(one_to_one=talk, case=pod.case, held_on=today, agreed_on=today)
    for child in pod.children:
        OneToOneChild.objects.create(case=pod.case, family=family, child=child)
    resets = ["deep", "quick", *(["one-to-one"] if counts else [])]
    SupervisionSettings.objects.update_or_create(pk=1, defaults={"resets": resets, "resets_watched": resets})
    assert heard(pod, today).last_on == last_on
