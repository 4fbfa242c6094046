"""What a look is made from: who may hold what, why somebody may need a new worker, and what protects a family."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from camden.models import Absence, Employment
from cases.models import (
    Case,
    Clock,
    Enquiry,
    Involvement,
    Milestone,
    PlannedMeeting,
    PlanSpell,
    ProtectionConference,
    ProtectionConferenceChild,
)
from cases.readings.balancing import Facts, facts_of
from cases.rules.when_to_propose import Cause
from tests.factories.camden import EmploymentFactory, MembershipFactory
from tests.factories.cases import CaseFactory, ChildFactory, EpisodeFactory, InvolvementFactory


@pytest.fixture
def idil(cast: SimpleNamespace, today: date) -> Any:
    """A child Amara has led for since the spring, and nothing else goes on."""
    child = ChildFactory(case=CaseFactory(name="Warsame", team_ids=[cast.pod.pk]), given_name="Idil")
    EpisodeFactory(child=child, referred_on=date(2026, 3, 2))
    InvolvementFactory(child=child, worker=cast.amara, team=cast.pod, started_on=date(2026, 3, 2))
    return child


def look(cast: SimpleNamespace, on: date) -> Facts:
    return facts_of(cases=Case.objects.filter(is_restricted=False), team_ids=[cast.team.pk, cast.pod.pk], on=on)


def family(facts: Facts, child: Any) -> Any:
    key = next(key for key, group in facts.groups.items() if child.pk in group.children)
    return next(each for each in facts.families if each.key == key)


def person(facts: Facts, user: Any) -> Any:
    return next(each for each in facts.carriers if each.key == user.pk)


def booked_meeting(child: Any, cast: SimpleNamespace, day: date, kind: str) -> None:
    at = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
    PlannedMeeting.objects.create(
        case=child.case, kind=kind, planned_at=at, arranged_by=cast.amara, arranged_on=date(2026, 11, 1)
    )


def a_review(child: Any, cast: SimpleNamespace, today: date) -> None:
    booked_meeting(child, cast, date(2026, 11, 24), "need-review")


def a_conference(child: Any, cast: SimpleNamespace, today: date) -> None:
    conference = ProtectionConference.objects.create(
        case=child.case, kind="review", planned_on=date(2026, 11, 20), booked_on=today
    )
    ProtectionConferenceChild.objects.create(case=child.case, conference=conference, child=child)


def a_review_in_care(child: Any, cast: SimpleNamespace, today: date) -> None:
    rule = next(iter(looked_after_rules()))
    Clock.objects.create(
        case=child.case, child=child, rule=rule, anchor_on=today, amount=20, unit="wd",
        due_on=date(2026, 11, 18), do_by=date(2026, 11, 18),
    )  # fmt: skip


def looked_after_rules() -> list[str]:
    from cases.rules.works import BY_CODE

    return [code for code, rule in BY_CODE.items() if rule.work == "looked-after-review"]


def an_enquiry(child: Any, cast: SimpleNamespace, today: date) -> None:
    Enquiry.objects.create(case=child.case, child=child, started_on=date(2026, 10, 30))


def a_move_of_home(child: Any, cast: SimpleNamespace, today: date) -> None:
    Milestone.objects.create(
        case=child.case, child=child, kind="placement-started", happened_on=date(2026, 10, 20), recorded_by=cast.amara
    )


def a_new_lead(child: Any, cast: SimpleNamespace, today: date) -> None:
    Involvement.objects.filter(child=child).update(ended_on=date(2026, 8, 3))
    InvolvementFactory(
        child=child, worker=cast.amara, team=cast.pod, started_on=date(2026, 8, 3), change_reason="MANAGE"
    )
    Involvement.objects.filter(child=child, ended_on__isnull=False).update(worker=cast.bilal)


MOMENTS = [
    (a_review, "the child in need review is on 24 November 2026"),
    (a_conference, "the review child protection conference is on 20 November 2026"),
    (a_review_in_care, "a looked-after review is on 18 November 2026"),
    (an_enquiry, "an enquiry about harm is open"),
    (a_move_of_home, "a child moved home on 20 October 2026"),
    (a_new_lead, "the lead worker changed on 3 August 2026"),
]


@pytest.mark.parametrize(("happens", "said"), MOMENTS, ids=[each.__name__ for each, _ in MOMENTS])
def test_each_moment_in_which_a_family_keeps_its_worker_is_read_from_the_facts(
    happens: Any, said: str, cast: SimpleNamespace, idil: Any, today: date
) -> None:
    assert family(look(cast, today), idil).keeps == ()
    happens(idil, cast, today)
    assert family(look(cast, today), idil).keeps == (said,)


def test_what_is_over_called_off_struck_or_far_away_protects_nobody(cast, idil, today) -> None:
    booked_meeting(idil, cast, date(2026, 11, 25), "need-review")  # the sixteenth working day
    booked_meeting(idil, cast, date(2026, 11, 5), "core-group")
    ProtectionConference.objects.create(
        case=idil.case, kind="review", planned_on=date(2026, 11, 9), called_off_on=today, called_off_why="Ill."
    )
    struck = {"struck_on": today, "struck_by": cast.amara, "struck_why": "Another child."}
    for kind, more in (("placement-started", struck), ("proceedings-issued", struck)):
        Milestone.objects.create(
            case=idil.case, child=idil, kind=kind, happened_on=date(2026, 10, 20), recorded_by=cast.amara, **more
        )
    found = family(look(cast, today), idil)
    assert (found.keeps, found.in_proceedings, found.needs_registered) == ((), False, False)


def test_court_a_protection_plan_and_care_ask_for_registration_and_experience(cast, idil, today) -> None:
    told = {"case": idil.case, "child": idil, "recorded_by": cast.amara}
    Milestone.objects.create(kind="looked-after-began", happened_on=date(2026, 5, 1), **told)
    found = family(look(cast, today), idil)
    assert (found.in_proceedings, found.needs_registered, found.needs_experience) == (False, True, False)
    Milestone.objects.create(kind="proceedings-issued", happened_on=date(2026, 6, 1), **told)
    found = family(look(cast, today), idil)
    assert (found.in_proceedings, found.needs_registered, found.needs_experience) == (True, True, True)
    Milestone.objects.create(kind="final-order", happened_on=date(2026, 10, 1), **told)
    assert not family(look(cast, today), idil).in_proceedings
    PlanSpell.objects.create(
        case=idil.case, child=idil, basis="protection", started_on=date(2026, 10, 2), first_category="NEG",
        latest_category="NEG",
    )  # fmt: skip
    assert family(look(cast, today), idil).needs_experience
    rosa = MembershipFactory(team=cast.pod).user
    InvolvementFactory(child=idil, worker=rosa, team=cast.pod, role="co-worker")
    assert not family(look(cast, today), idil).needs_experience, "not alone"


def test_people_are_read_with_what_they_may_hold(cast, idil, today) -> None:
    tom = MembershipFactory(user__name="Tom Whitlock", team=cast.pod, role="early-career-worker").user
    EmploymentFactory(user=tom, programme="asye", programme_started_on=date(2026, 4, 1), registered_with="swe")
    EmploymentFactory(user=cast.amara, registered_with="", registration_number="")
    facts = look(cast, today)
    assert (person(facts, tom).children_most, person(facts, tom).is_early_career) == (12, True)
    assert (person(facts, cast.amara).children_most, person(facts, cast.amara).is_registered) == (None, False)
    over = Employment.objects.filter(user=tom)
    over.update(programme_started_on=date(2025, 9, 1))
    assert person(look(cast, today), tom).children_most is None, "the year is over"
    over.update(programme_extended_to_on=today)
    assert person(look(cast, today), tom).children_most == 12, "unless a panel gave more of it"
    assert person(facts, cast.amara).children == Involvement.objects.filter(worker=cast.amara).count()


def test_somebody_away_for_long_is_a_cause_and_takes_nobody_and_a_week_is_neither(cast, idil, today) -> None:
    rosa = MembershipFactory(user__name="Rosa Begum", team=cast.pod).user
    week = Absence.objects.create(person=cast.amara, from_on=today, back_on=today + timedelta(days=7))
    facts = look(cast, today)
    assert facts.found == () and person(facts, cast.amara).takes_new
    Absence.objects.filter(pk=week.pk).update(back_on=today + timedelta(days=90))
    Absence.objects.create(person=rosa, from_on=today, back_on=None)
    facts = look(cast, today)
    assert [(each.cause, each.worker) for each in facts.found] == [(Cause.AWAY, cast.amara.pk)]
    assert not person(facts, cast.amara).takes_new
    assert person(facts, rosa).takes_new, "whose end nobody knows counts by the days it has lasted"


def test_a_restricted_record_is_neither_counted_nor_moved(cast, idil, today) -> None:
    before = person(look(cast, today), cast.amara)
    Case.objects.filter(pk=idil.case_id).update(is_restricted=True)
    facts = look(cast, today)
    assert not any(idil.pk in group.children for group in facts.groups.values())
    after = person(facts, cast.amara)
    assert after.load < before.load and after.children == before.children - 1


@pytest.mark.parametrize("families", [1, 8])
def test_a_look_asks_as_much_for_one_family_as_for_eight(cast, idil, today, families) -> None:
    for _ in range(families):
        child = ChildFactory(case=CaseFactory(team_ids=[cast.pod.pk]))
        EpisodeFactory(child=child)
        InvolvementFactory(child=child, worker=cast.amara, team=cast.pod)
    with CaptureQueriesContext(connection) as asked:
        look(cast, today)
    assert len(asked) == 18
