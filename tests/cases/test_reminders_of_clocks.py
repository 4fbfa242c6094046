"""What timescales wait for, told to whom and in which words."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from camden.access import Role
from camden.models import LocalHoliday, Mute, TimescaleRow, User
from camden.principal import acting_as
from camden.reminders import Reminder, Standing
from camden.rules.telling import Step
from cases.models import Clock, ClockException, Involvement
from cases.reminders import due_for, on_screen
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.cases import CaseFactory, ChildFactory, ExclusionFactory, InvolvementFactory
from tests.factories.drift import looked_at
from tests.factories.journey_remind import ClockFactory, SnoozeFactory

FRIDAY = date(2026, 11, 6)  # when the factory's visit is due; "today" is the Tuesday before
MONDAY = date(2026, 11, 9)


@pytest.fixture
def niamh(cast: SimpleNamespace) -> User:
    """Leads the pod."""
    niamh = UserFactory(name="Niamh Castellan", email="niamh@example.org")
    MembershipFactory(user=niamh, team=cast.pod, role=Role.SENIOR_PRACTITIONER)
    return niamh


@pytest.fixture(autouse=True)
def looked(cast: SimpleNamespace) -> None:
    """Nothing of the family stands still: these are the clocks alone."""
    looked_at(cast.case, cast.children, cast.cora, on=date(2026, 10, 20))


@pytest.fixture
def visits(cast: SimpleNamespace) -> list[Clock]:
    """A visit to each of three children, due on three days."""
    return [ClockFactory(child=child, due_on=FRIDAY + timedelta(days=n)) for n, child in enumerate(cast.children)]


def told(user: User, on: date, role: str = "camden_worker") -> list[Reminder]:
    with as_role(role), acting_as(user):
        return [one for one in due_for(User.objects.get(pk=user.pk), on) if one.standing(on) is not Standing.AHEAD]


def test_three_children_due_one_visit_are_one_line_on_the_earliest_day_and_a_visit_clears_it(
    cast: SimpleNamespace, visits: list[Clock], today: date
) -> None:
    for role in ("camden_app", "camden_worker"):
        (line,) = told(cast.amara, today, role)
        assert (line.text, line.about, line.due_on) == ("Visit", "Anisa, Imran and Zayd", FRIDAY)
        assert line.why == "See the child: at least every 20 working days, counted from 9 October 2026"
        assert line.url == f"/cases/{cast.case.pk}/visits/new/"
        assert (line.initials, line.short, line.case_ids) == ("A. R., I. R., Z. R.", "visit", (cast.case.pk,))
    Clock.objects.update(met_on=today)
    assert told(cast.amara, today) == []


def test_two_rules_that_one_visit_answers_are_one_line(cast: SimpleNamespace, today: date) -> None:
    child = cast.children[0]
    ClockFactory(child=child)
    ClockFactory(child=child, rule="CP12", amount=10, due_on=today)
    ClockFactory(child=child, rule="CN3", amount=3, unit="m")
    review, visit = told(cast.amara, today)
    assert (visit.text, visit.due_on, visit.is_fixed) == ("Visit", today, True)
    assert (review.text, review.is_fixed) == ("Review the plan", False)
    assert len(visit.because) == 3


def test_word_goes_up_from_the_worker_to_the_service_manager(cast: SimpleNamespace, niamh: User, today: date) -> None:
    ClockFactory(child=cast.children[0], rule="CP12", amount=10)
    steps = {
        date(2026, 10, 29): [],
        date(2026, 10, 30): [cast.amara],
        FRIDAY: [cast.amara, niamh],
        MONDAY: [cast.amara, niamh, cast.bilal],
        date(2026, 11, 12): [cast.amara, niamh, cast.bilal],
        date(2026, 11, 13): [cast.amara, niamh, cast.bilal, cast.cora],
    }
    for on, who in steps.items():
        assert [user for user in (cast.amara, niamh, cast.bilal, cast.cora, cast.dan) if told(user, on)] == who, on


def test_what_goes_to_the_manager_only_never_reaches_the_service_manager(cast: SimpleNamespace, niamh: User) -> None:
    ClockFactory(child=cast.children[0], rule="CN3", amount=3, unit="m")
    late = FRIDAY + timedelta(days=60)
    assert told(cast.bilal, late) and not told(cast.cora, late)


def test_whoever_hears_of_another_persons_work_is_told_why(cast: SimpleNamespace, visits: list[Clock]) -> None:
    (line,) = told(cast.bilal, date(2026, 11, 10))
    assert line.step is Step.MANAGER and line.is_passed_up
    assert line.lead == "Amara Obi"
    assert line.because[0] == "You manage the team, and its day has passed."
    assert "until 6 November 2026" in line.because[1] and "(CN2)" in line.because[1]


def test_a_child_nobody_leads_for_is_the_managers_from_the_first_day(cast: SimpleNamespace, niamh: User) -> None:
    ClockFactory(child=cast.children[0])
    Involvement.objects.update(ended_on=date(2026, 10, 20))
    (line,) = told(cast.bilal, date(2026, 10, 30))
    assert line.step is Step.MANAGER
    assert line.because[0] == "Nobody leads for this child yet, so it comes to you as the team’s manager."
    assert told(niamh, FRIDAY) == []


def test_the_work_of_a_chair_is_told_the_chair_and_without_one_the_manager(cast: SimpleNamespace) -> None:
    review = ClockFactory(child=cast.children[0], rule="CP10", amount=3, unit="m")
    early = date(2026, 10, 20)
    assert told(cast.bilal, early)[0].step is Step.OWNER
    InvolvementFactory(child=review.child, worker=cast.dan, team=cast.elsewhere, role=Involvement.Role.CHAIR)
    assert [user.name for user in (cast.amara, cast.bilal, cast.dan) if told(user, early)] == ["Dan Price"]


def test_who_covers_is_told_too(cast: SimpleNamespace, visits: list[Clock], today: date) -> None:
    InvolvementFactory(child=cast.children[1], worker=cast.dan, team=cast.elsewhere, is_cover=True)
    (line,) = told(cast.dan, today)
    assert line.about == "Imran"


def test_nobody_is_told_of_a_record_that_is_closed_to_them(cast: SimpleNamespace, visits: list[Clock]) -> None:
    ExclusionFactory(case=cast.case, worker=cast.bilal)
    assert told(cast.bilal, date(2026, 11, 10)) == []
    cast.case.is_restricted = True
    cast.case.save()
    assert told(cast.cora, date(2026, 12, 1)) == []


def test_the_councils_own_closures_put_the_warning_forward(cast: SimpleNamespace, visits: list[Clock]) -> None:
    assert told(cast.amara, date(2026, 10, 29)) == []
    LocalHoliday.objects.create(closed_on=date(2026, 11, 2), name="Office closed")
    assert told(cast.amara, date(2026, 10, 29))


def test_what_the_council_changed_of_a_timescale_holds_here_too(cast: SimpleNamespace, visits: list[Clock]) -> None:
    row = {"title": "Go and see them", "kind": "repeat", "basis": "local", "warn_days": 1, "owner": "manager"}
    TimescaleRow.objects.filter(code="CN2").delete()
    TimescaleRow.objects.create(code="CN2", ladder="to-manager", **row)
    assert told(cast.amara, date(2026, 11, 5)) == told(cast.bilal, date(2026, 11, 4)) == []
    assert told(cast.bilal, date(2026, 11, 5))[0].why.startswith("Go and see them")


def test_what_is_put_off_is_quiet_for_whoever_did_so_and_holds_the_others_back(
    cast: SimpleNamespace, visits: list[Clock], today: date
) -> None:
    Clock.objects.update(rule="CN3")
    snooze = SnoozeFactory(case=cast.case, person=cast.amara, work="need-review", until_on=date(2026, 11, 16))
    (line,) = told(cast.amara, today)
    assert line.is_quiet and line.put_off == "Put off until 16 November 2026"
    assert told(cast.bilal, date(2026, 11, 13)) == []
    assert told(cast.bilal, snooze.until_on)
    (line,) = told(cast.amara, snooze.until_on)
    assert not line.is_quiet and not line.put_off


def test_nothing_hides_a_childs_safety_from_the_ladder(cast: SimpleNamespace, visits: list[Clock], today: date) -> None:
    Clock.objects.update(rule="CP12")
    SnoozeFactory(case=cast.case, person=cast.amara, until_on=date(2026, 11, 16))
    Mute.objects.create(person=cast.amara, work="visit")
    (line,) = told(cast.amara, today)
    assert not line.is_quiet and line.put_off
    assert told(cast.bilal, MONDAY)


def test_what_is_muted_is_quiet_for_one_person_and_goes_on_up(cast: SimpleNamespace, visits: list[Clock]) -> None:
    Clock.objects.update(rule="CN3")
    Mute.objects.create(person=cast.amara, work="need-review")
    assert told(cast.amara, FRIDAY)[0].is_quiet
    assert not told(cast.bilal, date(2026, 11, 10))[0].is_quiet


def test_ones_own_next_visit_is_known_before_anybody_is_told(cast: SimpleNamespace, visits: list[Clock]) -> None:
    on = date(2026, 10, 20)
    with acting_as(cast.amara):
        (line,) = due_for(User.objects.get(pk=cast.amara.pk), on)
    assert line.standing(on) is Standing.AHEAD and line.due_on == FRIDAY
    assert line.because[0] == "It is yours to do, and not near yet."


def test_the_reason_goes_up_with_it_on_a_screen_and_in_no_letter(cast: SimpleNamespace, visits: list[Clock]) -> None:
    late = date(2026, 11, 12)
    SnoozeFactory(case=cast.case, person=cast.amara, until_on=date(2026, 11, 20))
    Clock.objects.update(rule="CP12")
    with as_role("camden_app"), acting_as(cast.bilal):
        (line,) = on_screen(User.objects.get(pk=cast.bilal.pk), late)
    assert line.reasons == ("Amara Obi put it off until 20 November 2026: The family is in Sylhet until Monday.",)
    (letter,) = told(cast.bilal, late)
    assert "Sylhet" not in str(letter)


def test_a_recorded_exception_is_a_reason_and_without_any_that_is_said(
    cast: SimpleNamespace, visits: list[Clock]
) -> None:
    late = date(2026, 11, 12)
    with acting_as(cast.bilal):
        bilal = User.objects.get(pk=cast.bilal.pk)
        assert on_screen(bilal, late)[0].reasons == ("No reason given yet.",)
        ClockException.objects.create(
            case=cast.case, child=cast.children[0], rule="CN2", anchor_on=visits[0].anchor_on, recorded_on=late,
            reason="Anisa is in hospital.", recorded_by=cast.amara,
        )  # fmt: skip
        assert on_screen(bilal, late)[0].reasons == ("Amara Obi wrote down why, not agreed yet: Anisa is in hospital.",)


def asked(user: User, on: date) -> tuple[int, list[Any]]:
    with CaptureQueriesContext(connection) as captured:
        found = due_for(user, on)
    return len(captured), found


def test_one_query_and_one_for_the_roles_however_many_families(cast: SimpleNamespace) -> None:
    ClockFactory(child=cast.children[0])
    few, _ = asked(User.objects.get(pk=cast.bilal.pk), date(2026, 11, 10))
    for _ in range(20):
        case = CaseFactory(team_ids=[cast.pod.pk])
        child = ChildFactory(case=case)
        InvolvementFactory(child=child, worker=cast.amara, team=cast.pod)
        ClockFactory(child=child)
    many, found = asked(User.objects.get(pk=cast.bilal.pk), date(2026, 11, 10))
    assert (few, many, len(found)) == (2, 2, 21)
