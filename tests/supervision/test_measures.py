"""When a family was last talked about: as the council counts, and for the child who waits longest."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from camden.principal import acting_as
from cases.models import Milestone, PlanSpell
from supervision.measures import families_heard, heard_in
from supervision.models import OneToOne, OneToOneChild, OneToOneFamily, Session, SupervisionSettings
from supervision.rules.rotation import Heard, is_within
from tests.conftest import as_role
from tests.factories.cases import CaseFactory, ChildFactory, InvolvementFactory
from tests.factories.supervision import DiscussionFactory, SessionFactory

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


TALKS = st.lists(
    st.tuples(st.sampled_from(["deep", "quick", "one-to-one"]), st.integers(0, 90), st.booleans()), max_size=3
)
CHILDREN = st.lists(st.tuples(st.none() | st.integers(0, 120), TALKS), max_size=3)
FAMILIES = st.lists(
    st.tuples(CHILDREN, st.integers(0, 120), st.sampled_from(["", "protection", "court", "court over"])),
    min_size=1, max_size=4,
)  # fmt: skip
WAYS = st.lists(st.sampled_from(["deep", "quick", "one-to-one"]), min_size=1, max_size=3, unique=True)


@given(drawn=FAMILIES, council=st.none() | st.tuples(WAYS, WAYS), back=st.sampled_from([0, 1, 30]))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_families_counted_in_the_database_are_those_the_rule_names(
    pod: SimpleNamespace, session: Session, today: date, drawn: Any, council: Any, back: int
) -> None:
    on = today - timedelta(days=back)
    with transaction.atomic():
        SupervisionSettings.objects.all().delete()
        if council:
            SupervisionSettings.objects.create(pk=1, resets=council[0], resets_watched=council[1])
        for children, days_open, stands in drawn:
            _settle(pod, session, today, children, days_open, stands)
        with as_role("camden_app"), acting_as(pod.bilal):
            families = families_heard([pod.pod.pk], on, user=pod.bilal)
            records = [*(each.key for each in families), 0]
            talked, not_talked = heard_in(records, [pod.pod.pk], on)
        assert talked == {each.key for each in families if is_within(each, on)}
        assert not_talked == {each.key for each in families if not is_within(each, on)}
        transaction.set_rollback(True)


def _settle(pod: SimpleNamespace, session: Session, today: date, children: Any, days_open: int, stands: str) -> None:
    """A family, open for so many days: each child, for how long somebody leads, and how they were talked about."""
    case = CaseFactory(team_ids=[pod.pod.pk], opened_on=today - timedelta(days=days_open))
    for led, talks in children:
        child = ChildFactory(case=case)
        if led is not None:
            InvolvementFactory(child=child, worker=pod.amara, team=pod.pod, started_on=today - timedelta(days=led))
        for how, ago, is_agreed in talks:
            day = today - timedelta(days=ago)
            agreed = {"agreed_on": day} if is_agreed else {}
            if how == "one-to-one":
                talk, _ = OneToOne.objects.get_or_create(worker=pod.amara, supervisor=pod.niamh, held_on=day)
                family, _ = OneToOneFamily.objects.get_or_create(
                    one_to_one=talk, case=case, held_on=day, defaults=agreed
                )
                OneToOneChild.objects.get_or_create(case=case, family=family, child=child)
                continue
            held = SessionFactory(group=session.group, held_on=day)
            agreed |= {"agreed_by": pod.niamh} if is_agreed else {}
            DiscussionFactory(session=held, case=case, presenter=pod.amara, depth=how, children=[child], **agreed)
        _stand(case, child, stands)


def _stand(case: Any, child: Any, stands: str) -> None:
    if stands == "protection":
        PlanSpell.objects.create(
            case=case, child=child, basis="protection", started_on="2026-07-01", first_category="NEG",
            latest_category="NEG",
        )  # fmt: skip
    if stands.startswith("court"):
        Milestone.objects.create(case=case, child=child, kind="proceedings-issued", happened_on="2026-07-01")
    if stands == "court over":
        Milestone.objects.create(case=case, child=child, kind="final-order", happened_on="2026-10-01")
