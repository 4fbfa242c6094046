"""The journeys of the demo's families: each where REFERENCE 14 leaves it, on whatever day the demo is made."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pgtrigger
import pytest
from django.db import connection, transaction
from django.utils import timezone

from camden.access import Role
from camden.management import demo
from camden.models import Membership, User
from camden.rules.workdays import england
from cases.models import (
    Assessment,
    ChronologyEntry,
    Clock,
    Closure,
    Contact,
    Enquiry,
    Episode,
    Member,
    Milestone,
    PlanMeeting,
    PlanSpell,
    ProtectionConference,
    Referral,
    ThresholdMove,
    Visit,
)
from cases.operations.clocks import keep_all_clocks
from cases.rules.happenings import Happened

pytestmark = pytest.mark.django_db

TUESDAY = date(2026, 11, 3)
# A Sunday, Christmas, and Good Friday.
AWKWARD = [date(2026, 11, 8), date(2026, 12, 25), date(2027, 3, 26)]
KINDS_WITH_A_PAGE = {
    "contact": Contact,
    "referral-decided": Referral,
    "assessment": Assessment,
    "enquiry": Enquiry,
    "conference": ProtectionConference,
    "plan": PlanSpell,
    "meeting": PlanMeeting,
    "milestone": Milestone,
    "threshold": ThresholdMove,
    "closing": Closure,
}


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[datetime]:
    """The demo as of the tests' day, made once for this file and taken back. The moment it was made for."""
    with django_db_blocker.unblock(), transaction.atomic():
        with pgtrigger.ignore():
            demo.build(TUESDAY)
        yield timezone.make_aware(datetime(2026, 11, 3, 11))
        transaction.set_rollback(True)


def child(name: str) -> Member:
    return Member.objects.children().get(given_name=name)


def ago(days: int) -> date:
    return TUESDAY - timedelta(days=days)


def plans(name: str) -> list[tuple[str, date]]:
    """The plans a child is under now."""
    return list(PlanSpell.objects.filter(child=child(name), ended_on=None).values_list("basis", "started_on"))


def facts(name: str, *kinds: str) -> list[tuple[str, date]]:
    found = Milestone.objects.filter(child=child(name), kind__in=kinds).order_by("happened_on", "pk")
    return list(found.values_list("kind", "happened_on"))


def last_seen(name: str) -> date:
    """The day a child was last seen."""
    seen = Visit.objects.filter(
        parts__child=child(name), parts__seen__in=["alone", "with-others", "asleep", "observed"]
    )
    return seen.latest("visited_on").visited_on


@pytest.mark.parametrize("on", AWKWARD, ids=str)
def test_the_demo_can_be_made_on_any_day_and_no_conference_falls_on_a_free_one(on: date) -> None:
    with transaction.atomic():
        with pgtrigger.ignore():
            demo.build(on)
        connection.check_constraints()
        for conference in ProtectionConference.objects.all():
            assert england().is_working(conference.held_on or conference.planned_on), conference
        for spell in PlanSpell.objects.filter(basis="protection").select_related("conference"):
            assert spell.started_on == spell.conference.held_on
        assert not ChronologyEntry.objects.filter(happened_on__gt=on).exists()
        transaction.set_rollback(True)


def test_every_step_has_its_entry_on_the_timeline(told: datetime) -> None:
    for kind, model in KINDS_WITH_A_PAGE.items():
        facts_there = model.objects.all()
        if model is Referral:
            facts_there = facts_there.exclude(decided_at=None)
        if model is PlanSpell:  # one that begins with a step up or down has the step's entry
            facts_there = facts_there.exclude(started_on__in=ThresholdMove.objects.values("moved_on"))
        subjects = set(ChronologyEntry.objects.filter(kind=kind).values_list("subject_id", flat=True))
        assert subjects == set(facts_there.values_list("pk", flat=True)), kind
    assert ChronologyEntry.objects.filter(kind="strategy").count() == 4


def test_the_rahman_khatuns_have_a_plan_for_ten_weeks_and_a_visit_is_due_in_two_days(told: datetime) -> None:
    for name in ("Anisa", "Imran", "Zayd"):
        assert plans(name) == [("need", ago(70))]
        spell = PlanSpell.objects.get(child=child(name))
        due = england().add(last_seen(name), spell.visit_every)
        assert due == TUESDAY + timedelta(days=2)


def test_abdi_has_a_protection_plan_and_the_chair_wrote_down_who_saw_it_differently(told: datetime) -> None:
    assert plans("Abdi") == [("protection", england().on_or_before(ago(40)))]
    conference = ProtectionConference.objects.get(parts__child=child("Abdi"), kind="initial")
    part = conference.parts.get()
    assert (conference.chair.name, part.category, part.outcome) == ("Dawn Ellery", "NEG", "plan")
    assert "chair records" in part.dissent
    enquiry = Enquiry.objects.get(child=child("Abdi"))
    assert england().add(enquiry.started_on, 15) >= conference.held_on
    group = PlanMeeting.objects.filter(kind="core-group", children=child("Abdi")).latest("held_on")
    assert TUESDAY <= group.held_on + timedelta(weeks=6) <= TUESDAY + timedelta(days=5)
    assert {basis for name in ("Ayaan", "Idil", "Bilal", "Bushra") for basis, _ in plans(name)} == {"need"}


def test_abdi_was_missing_three_times_and_thirty_hours_are_left_for_the_interview(told: datetime) -> None:
    missing = facts("Abdi", "missing")
    assert len(missing) == 3
    assert missing[0][1] >= ago(60)
    back = Milestone.objects.filter(child=child("Abdi"), kind="returned").latest("happened_on")
    assert back.happened_at + timedelta(hours=72) == told + timedelta(hours=30)
    assert not Milestone.objects.filter(kind="return-interview", happened_on__gte=back.happened_on).exists()


def test_the_baby_has_a_plan_before_the_birth_and_the_letter_had_the_offer_inside(told: datetime) -> None:
    [(basis, since)] = plans("Baby")
    expected = child("Baby").expected_on
    assert basis == "protection"
    assert 28 <= 40 - (expected - since).days / 7 <= 32
    letter = dict(facts("Baby", "letter-before-proceedings", "family-meeting-offered"))
    assert letter["family-meeting-offered"] <= letter["letter-before-proceedings"]
    assert (TUESDAY - letter["letter-before-proceedings"]).days // 7 + 1 == 6  # the week before court it is in
    assert ProtectionConference.objects.get(kind="review").planned_on < expected


def test_yonas_had_his_first_review_twelve_days_ago_and_no_health_assessment(told: datetime) -> None:
    [(_, reviewed_on)] = facts("Yonas", "looked-after-review")
    assert reviewed_on == england().on_or_before(ago(12))
    assert facts("Yonas", "health-assessment") == []
    [(_, eligible_on)] = facts("Yonas", "leaving-care-eligible")
    assert eligible_on == child("Yonas").born_on.replace(year=child("Yonas").born_on.year + 16)


def test_the_hoxhas_are_on_the_sixth_day_of_an_enquiry_and_a_conference_is_booked(told: datetime) -> None:
    for name in ("Blerta", "Leon"):
        enquiry = Enquiry.objects.get(child=child(name))
        assert (enquiry.started_on, enquiry.ended_on) == (ago(6), None)
        conference = ProtectionConference.objects.get(parts__child=child(name))
        assert conference.planned_on == england().add(TUESDAY, 7) <= england().add(enquiry.started_on, 15)
        assert conference.parts.get(child=child(name)).category == "EMO"


def test_the_carter_mensahs_are_in_the_nineteenth_week_of_proceedings_and_jaydens_review_is_late(
    told: datetime,
) -> None:
    for name in ("Tyrell", "Maisie", "Noah"):
        [(_, issued_on)] = facts(name, "proceedings-issued")
        assert ((TUESDAY - issued_on).days + 1 + 6) // 7 == 19  # the day of issue is day 1
        assert facts(name, "placement-started")
    last = facts("Jayden", "pathway-plan-reviewed")[-1][1]
    assert 183 < (TUESDAY - last).days < 200


def test_jayden_and_saoirse_were_closed_with_a_way_back_and_esme_stepped_down_with_the_same_worker(
    told: datetime,
) -> None:
    for name, days in (("Jayden", 830), ("Saoirse", 1290), ("Esme", 50)):
        closure = Closure.objects.get(children=child(name))
        part = closure.parts.get()
        assert (closure.closed_on, closure.is_agreed) == (ago(days), True)
        assert (part.episode.closed_on, part.episode.closure_reason) == (closure.closed_on, closure.reason)
        assert closure.way_back
        assert closure.goodbye
        assert closure.closed_on <= closure.asked_on <= closure.decided_on
        assert closure.decided_by_id != closure.asked_by_id
    move = ThresholdMove.objects.get(children=child("Esme"))
    assert (move.from_basis, move.to_basis, move.keeps_worker) == ("need", "early-help", True)
    assert plans("Esme") == [("early-help", move.moved_on)]


def test_nobody_is_told_as_news_what_happened_before_they_were_last_here(told: datetime) -> None:
    before = ChronologyEntry.objects.filter(happened_on__lt=ago(1))
    assert before.count() > 300
    late = [entry for entry in before if entry.created_at.date() != entry.happened_on]
    assert late == []


def test_larissa_has_not_been_seen_and_her_first_visit_is_due_seven_working_days_after_we_knew(told: datetime) -> None:
    clock = Clock.objects.running().get(child=child("Larissa"), rule="PF2")
    assert clock.due_on == england().add(england().on_or_before(ago(5)), 7)


def test_larissa_the_levy_grants_and_the_early_help_families_are_where_they_should_be(told: datetime) -> None:
    assert facts("Larissa", "private-fostering-notified") == [("private-fostering-notified", ago(5))]
    for name in ("Noa", "Eli"):
        assessment = Assessment.objects.get(parts__child=child(name))
        assert (assessment.counts_from_on, assessment.authorised_on) == (ago(1), None)
    assert [plans(name)[0][0] for name in ("Esme", "Dawid", "Lena", "Kasia")] == ["early-help"] * 4


def test_the_front_door_has_one_contact_of_each_colour_and_a_referral_to_decide(told: datetime) -> None:
    waiting = Contact.objects.waiting()
    assert {contact.rating for contact in waiting} == {"red", "amber", "green"}
    red = waiting.get(rating="red")
    assert (told - red.received_at, red.taken_by.name) == (timedelta(hours=2), "Chipo Moyo")
    referral = Referral.objects.get(decided_at=None)
    assert (referral.case.name, referral.contact.outcome) == ("Sandhu", "referral")
    assert referral.received_at >= told - timedelta(days=1)
    who = Membership.objects.filter(team__code="FRONT-DOOR").values_list("user__name", "role")
    assert set(who) == {
        ("Leila Haddad", Role.TEAM_MANAGER), ("Owen Price", Role.SOCIAL_WORKER), ("Chipo Moyo", Role.SOCIAL_WORKER),
    }  # fmt: skip


def test_every_referral_that_was_decided_opened_the_episode_of_each_of_its_children(told: datetime) -> None:
    for referral in Referral.objects.exclude(decided_at=None):
        for part in referral.parts.all():
            assert part.episode is not None
            assert part.episode.child_id == part.child_id
    assert Episode.objects.filter(part__isnull=False).count() >= 18


def test_nobody_authorised_their_own_work(told: datetime) -> None:
    for assessment in Assessment.objects.exclude(authorised_by=None):
        assert assessment.authorised_by_id not in (assessment.worker_id, assessment.submitted_by_id)


def test_every_clock_of_the_demo_is_derived_already(told: datetime) -> None:
    before = set(Clock.objects.values_list("child", "rule", "anchor_on", "due_on", "met_on", "ended_on"))
    assert before
    keep_all_clocks(by=User.objects.get(email=demo.SET_UP))
    assert set(Clock.objects.values_list("child", "rule", "anchor_on", "due_on", "met_on", "ended_on")) == before


def test_words_of_facts_are_those_the_rules_know(told: datetime) -> None:
    assert set(Milestone.objects.values_list("kind", flat=True)) <= set(Happened)
