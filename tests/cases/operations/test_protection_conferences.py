"""A child protection conference from its booking to the plans that follow."""

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from camden.operations.versions import Overtaken
from camden.principal import acting_as
from cases.models import ChronologyEntry, Involvement, PlanSpell, ProtectionConference, ProtectionConferenceChild
from cases.operations import conference_outcomes
from cases.operations.conference_outcomes import Decided, Held, HeldAlready, NotHeld, hold_conference
from cases.operations.protection_conferences import (
    NotBooked,
    NotCalledOff,
    NotSent,
    book_conference,
    call_off_conference,
    note_papers,
)
from tests.conftest import as_role
from tests.factories.cases import ExclusionFactory
from tests.factories.deliberating import decided as whole_decision
from tests.factories.journey_protect import EnquiryFactory, PlanSpellFactory, ProtectionConferenceFactory, chair_of

TODAY = date(2026, 11, 3)
THERE = ("social-care", "police", "health")


@pytest.fixture
def chair(cast: SimpleNamespace) -> Any:
    return chair_of(cast.service)


@pytest.fixture(autouse=True)
def signed_in(cast: SimpleNamespace) -> Iterator[None]:
    with acting_as(cast.amara):
        yield


def book(cast: SimpleNamespace, chair: Any, **more: Any) -> ProtectionConference:
    given = {"kind": "initial", "planned_on": date(2026, 11, 20), "children": cast.children, **more}
    with as_role("camden_app"):
        return book_conference(case=cast.case, by=cast.amara, on=TODAY, chair=chair, **given)


def not_booked(cast: SimpleNamespace, chair: Any, **more: Any) -> tuple[str, str]:
    before = ProtectionConference.objects.count()
    with pytest.raises(NotBooked) as why:
        book(cast, chair, **more)
    assert ProtectionConference.objects.count() == before
    return str(why.value), why.value.about


def hold(conference: ProtectionConference, cast: SimpleNamespace, *decided: Decided, **more: Any) -> Any:
    conference = ProtectionConference.objects.select_related("case").get(pk=conference.pk)
    version = more.pop("version", conference.version)
    held = Held(**{"held_on": TODAY, "agencies": THERE, **more})
    why = whole_decision(cast.case, [each.child for each in decided])
    return hold_conference(
        conference=conference, version=version, by=cast.amara, held=held, decided=decided, decision=why
    )


def not_held(
    conference: ProtectionConference, cast: SimpleNamespace, *decided: Decided, **more: Any
) -> tuple[str, str]:
    with pytest.raises(NotHeld) as why:
        hold(conference, cast, *decided, **more)
    conference.refresh_from_db()
    assert conference.held_on is None
    assert not ProtectionConferenceChild.objects.filter(conference=conference).exclude(outcome="").exists()
    return str(why.value), why.value.about


def plan(child: Any, category: str = "EMO", **more: str) -> Decided:
    return Decided(child, "plan", category=category, participation="PN1", **more)


def booked(cast: SimpleNamespace, children: list[Any] | None = None, **more: Any) -> ProtectionConference:
    about = cast.children[:1] if children is None else children
    conference: ProtectionConference = ProtectionConferenceFactory(case=cast.case, about=about, **more)
    return conference


def test_booking_involves_the_chair_with_each_child_and_stands_on_the_timeline(
    cast: SimpleNamespace, chair: Any
) -> None:
    conference = book(cast, chair)
    assert (conference.booked_on, conference.chair, conference.parts.count()) == (TODAY, chair.user, 3)
    there = Involvement.objects.filter(worker=chair.user, role="chair", scope="full", ended_on=None)
    assert set(there.values_list("child", flat=True)) == {child.pk for child in cast.children}
    said = ChronologyEntry.objects.get(kind="conference").summary
    assert said == "Initial child protection conference booked for 20 November 2026, chair Dawn Ellery"


def test_a_chair_who_knows_the_children_is_not_involved_twice(cast: SimpleNamespace, chair: Any) -> None:
    call_off_conference(conference=book(cast, chair), by=cast.amara, on=TODAY, why="Too few could come.")
    book(cast, chair)
    assert Involvement.objects.filter(worker=chair.user).count() == 3


def test_what_cannot_be_booked_is_said_in_words(cast: SimpleNamespace, chair: Any) -> None:
    assert not_booked(cast, chair, planned_on=date(2026, 11, 21)) == (
        "No conference is held at a weekend, and Saturday 21 November 2026 is one.",
        "planned_on",
    )
    assert not_booked(cast, chair, children=[])[1] == "children"
    assert not_booked(cast, chair, kind="review")[0] == "Anisa has no child protection plan to review."
    EnquiryFactory(child=cast.children[1])
    assert not_booked(cast, chair, planned_on=date(2026, 10, 30)) == (
        "The enquiry about Imran began on 2 November 2026.",
        "planned_on",
    )
    PlanSpellFactory(child=cast.children[0], protection=True)
    assert not_booked(cast, chair)[0] == "Anisa has a child protection plan already: book a review."


def test_an_initial_conference_is_booked_and_held_once_for_an_enquiry(cast: SimpleNamespace, chair: Any) -> None:
    anisa = cast.children[:1]
    EnquiryFactory(child=anisa[0], started_on=date(2026, 10, 1))
    first = booked(cast)
    said = "A conference about Anisa is booked for 3 November 2026 already."
    assert not_booked(cast, chair, children=anisa) == (said, "children")
    hold(first, cast, Decided(anisa[0], "no-plan", participation="PN1"))
    assert "was held on 3 November 2026" in not_booked(cast, chair, children=anisa)[0]
    anisa[0].enquiries.update(ended_on="2026-11-03", outcome="conference", concluded_on="2026-11-03")
    EnquiryFactory(child=anisa[0], started_on=date(2026, 11, 10))
    assert book(cast, chair, children=anisa)


def test_a_chair_who_is_kept_out_of_the_record_is_refused_in_words(cast: SimpleNamespace, chair: Any) -> None:
    ExclusionFactory(case=cast.case, worker=chair.user)
    assert not_booked(cast, chair) == ("This person cannot take this record. Choose somebody else.", "chair")


def test_a_plan_begins_on_the_day_of_the_conference_and_ends_the_childs_need_plan_that_day(
    cast: SimpleNamespace,
) -> None:
    anisa, imran, zayd = cast.children
    need = PlanSpellFactory(child=anisa)
    other = PlanSpellFactory(child=imran)
    conference = booked(cast, cast.children)
    zayds = Decided(zayd, "no-plan", participation="PN0", dissent="Shirin: you do not know us.")
    hold(conference, cast, plan(anisa, views="I want Mum to sleep."), plan(imran, "NEG"), zayds, visit_every=5)
    begun = PlanSpell.objects.get(child=anisa, basis="protection")
    assert (begun.started_on, begun.conference, begun.started_by) == (TODAY, conference, cast.amara)
    assert (begun.first_category, begun.latest_category, begun.earlier_plans, begun.visit_every) == ("EMO", "EMO", 0, 5)
    for ended in (need, other):
        ended.refresh_from_db()
        assert (ended.ended_on, ended.end_reason, ended.ended_by) == (TODAY, "step-up", cast.amara)
    assert not PlanSpell.objects.filter(child=zayd).exists()
    part = conference.parts.get(child=zayd)
    assert (part.outcome, part.participation, part.dissent) == ("no-plan", "PN0", "Shirin: you do not know us.")
    said = ChronologyEntry.objects.get(kind="conference").summary
    assert said == (
        "Initial child protection conference. Anisa: a child protection plan, Imran: a child protection plan "
        "and Zayd: no child protection plan"
    )


def test_earlier_plans_are_counted_here_and_as_another_plan_said(cast: SimpleNamespace) -> None:
    anisa = cast.children[0]
    ended = {"end_reason": "step-down", "protection": True, "child": anisa}
    PlanSpellFactory(started_on=date(2020, 1, 6), ended_on=date(2020, 6, 1), earlier_plans=2, **ended)
    PlanSpellFactory(started_on=date(2022, 1, 6), ended_on=date(2022, 6, 1), **ended)
    hold(booked(cast), cast, plan(anisa))
    assert PlanSpell.objects.get(ended_on=None).earlier_plans == 4


def test_a_review_continues_a_plan_with_todays_category_or_ends_it_with_a_reason(cast: SimpleNamespace) -> None:
    anisa, imran, _ = cast.children
    goes_on = PlanSpellFactory(child=anisa, protection=True)
    ends = PlanSpellFactory(child=imran, protection=True)
    conference = booked(cast, [anisa, imran], kind="review")
    stays = Decided(anisa, "continues", category="PHY", participation="PN1")
    stops = Decided(imran, "ends", participation="PN5", why_ended="step-down")
    hold(conference, cast, stays, stops, visit_every=3)
    goes_on.refresh_from_db()
    ends.refresh_from_db()
    assert (goes_on.first_category, goes_on.latest_category, goes_on.ended_on) == ("NEG", "PHY", None)
    assert goes_on.visit_every == 3
    assert (ends.ended_on, ends.end_reason, ends.ended_by) == (TODAY, "step-down", cast.amara)


def test_what_a_conference_cannot_decide_is_said_in_words(cast: SimpleNamespace) -> None:
    anisa = cast.children[0]
    conference = booked(cast)
    assert not_held(conference, cast, plan(anisa, ""))[1] == f"category_{anisa.pk}"
    assert not_held(conference, cast, plan(anisa), held_on=date(2026, 11, 1))[0] == (
        "No conference is held at a weekend, and Sunday 1 November 2026 is one."
    )
    young = Decided(anisa, "plan", category="EMO", participation="PN0")
    said = "Anisa was four or older that day. Choose how they took part."
    assert not_held(conference, cast, young) == (said, f"participation_{anisa.pk}")
    assert not_held(conference, cast, Decided(anisa, "continues", category="EMO"))[1] == f"outcome_{anisa.pk}"
    assert not_held(conference, cast, plan(anisa), visit_every=11)[1] == "visit_every"
    assert "for each of its children" in not_held(conference, cast)[0]
    EnquiryFactory(child=anisa, started_on=date(2026, 11, 3))
    said = "The enquiry about Anisa began on 3 November 2026, after that day."
    assert not_held(conference, cast, plan(anisa), held_on=date(2026, 11, 2)) == (said, "held_on")


def test_no_plan_begins_and_ends_on_one_day(cast: SimpleNamespace) -> None:
    anisa = cast.children[0]
    PlanSpellFactory(child=anisa, started_on=TODAY)
    said = "Anisa’s child in need plan began on 3 November 2026: the conference is on a later day."
    assert not_held(booked(cast), cast, plan(anisa)) == (said, "held_on")
    with pytest.raises(IntegrityError, match="a_plan_lasts_at_least_a_day"), transaction.atomic():
        PlanSpell.objects.update(ended_on=TODAY, end_reason="step-up")


def test_a_review_is_held_after_the_plan_began(cast: SimpleNamespace) -> None:
    anisa = cast.children[0]
    PlanSpellFactory(child=anisa, protection=True, started_on=TODAY)
    conference = booked(cast, kind="review")
    for outcome in (Decided(anisa, "continues", category="NEG"), Decided(anisa, "ends", why_ended="step-down")):
        assert "child protection plan began on 3 November 2026" in not_held(conference, cast, outcome)[0]
    assert not_held(conference, cast, Decided(anisa, "ends"))[1] == f"why_ended_{anisa.pk}"


def test_nothing_is_planned_for_a_child_who_has_died_or_twice_at_a_time(cast: SimpleNamespace) -> None:
    anisa = cast.children[0]
    conference = booked(cast)
    PlanSpellFactory(child=anisa, started_on=date(2026, 10, 1), ended_on=date(2026, 11, 5), end_reason="step-down")
    assert not_held(conference, cast, plan(anisa))[0] == "Anisa had another plan on that day. Check the day."
    anisa.died_on = date(2026, 11, 2)
    assert not_held(conference, cast, plan(anisa))[0] == "Anisa died on 2 November 2026. Check the day."


def test_of_two_who_write_it_down_the_second_changes_nothing(cast: SimpleNamespace) -> None:
    anisa = cast.children[0]
    conference = booked(cast)
    hold(conference, cast, plan(anisa))
    with pytest.raises(HeldAlready, match="written down already"):
        hold(conference, cast, Decided(anisa, "no-plan"))
    assert conference.parts.get().outcome == "plan"
    other = booked(cast, [cast.children[1]])
    with pytest.raises(HeldAlready, match="Somebody else wrote"):
        hold(other, cast, plan(cast.children[1]), version=other.version - 1 if other.version else 0)


def test_a_plan_begun_by_somebody_else_meanwhile_is_said_in_words(
    cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if the other plan appeared after the question and before the answer."""
    anisa = cast.children[0]
    PlanSpellFactory(child=anisa)
    monkeypatch.setattr(conference_outcomes, "_plans", lambda children: {})
    assert "Somebody else began a plan for Anisa meanwhile" in not_held(booked(cast), cast, plan(anisa))[0]


def test_called_off_it_says_why_and_is_held_by_nobody(cast: SimpleNamespace) -> None:
    conference = booked(cast)
    call_off_conference(conference=conference, by=cast.amara, on=TODAY, why="The interpreter is ill.")
    said = ChronologyEntry.objects.get(kind="conference").summary
    assert said == "Amara Obi called off the initial child protection conference: The interpreter is ill."
    with pytest.raises(NotCalledOff):
        call_off_conference(conference=conference, by=cast.amara, on=TODAY, why="x")
    with pytest.raises(HeldAlready, match="called off"):
        hold(conference, cast, plan(cast.children[0]))


def test_what_was_sent_has_its_day_and_a_second_writer_sees_the_first(cast: SimpleNamespace) -> None:
    conference = booked(cast)
    conference.refresh_from_db()
    sent = {"report_shared_on": TODAY, "decisions_sent_on": None, "record_sent_on": None}
    note_papers(conference=conference, version=conference.version, **sent)
    with pytest.raises(Overtaken):
        note_papers(conference=conference, version=conference.version, **sent | {"report_shared_on": None})
    with pytest.raises(NotSent, match="not been held yet"):
        note_papers(conference=conference, version=2, **sent | {"record_sent_on": TODAY})
    conference.held_on = TODAY
    with pytest.raises(NotSent, match="held on 3 November 2026"):
        note_papers(conference=conference, version=2, **sent | {"record_sent_on": date(2026, 11, 2)})
