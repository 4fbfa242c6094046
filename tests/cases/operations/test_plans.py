"""Plans of children: begun, visited more often, ended, one after the other and never two at once."""

from collections.abc import Callable
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from camden.access import Role
from camden.principal import acting_as
from cases.models import AssessmentChild, ChronologyEntry, Episode, Member, PlanSpell
from cases.operations.assessments import start_assessment, stop_assessment
from cases.operations.plans import NotPlanned, end_plans, set_visits, start_plans
from cases.operations.refusing import Refusal
from cases.operations.thresholds import move_threshold
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.deliberating import decided

BEGAN, LATER = date(2026, 9, 1), date(2026, 10, 1)


@pytest.fixture
def begin(cast: SimpleNamespace) -> Callable[..., list[PlanSpell]]:
    def start(*children: Any, **said: Any) -> list[PlanSpell]:
        facts = {"basis": "need", "started_on": BEGAN, "agreed": "Shirin, at home", "by": cast.amara} | said
        facts["decided"] = decided(cast.case, children or cast.children)
        with as_role("camden_app"), acting_as(facts["by"]):
            return start_plans(case=cast.case, children=children or cast.children, **facts)

    return start


@pytest.fixture
def end(cast: SimpleNamespace) -> Callable[..., None]:
    def stop(spells: list[PlanSpell], **said: Any) -> None:
        facts = {"ended_on": LATER, "reason": "no-longer-needed", "by": cast.bilal} | said
        facts = {"decided": decided(cast.case, [spell.child for spell in spells])} | facts
        with as_role("camden_app"), acting_as(facts["by"]):
            end_plans(case=cast.case, spells=spells, **facts)

    return stop


@pytest.fixture
def visit(cast: SimpleNamespace) -> Callable[..., None]:
    def every(spells: list[PlanSpell], days: int, by: Any = None) -> None:
        with as_role("camden_app"), acting_as(by or cast.amara):
            set_visits(case=cast.case, spells=spells, every=days, by=by or cast.amara, on=LATER)

    return every


def protected(child: Member, on: date = BEGAN) -> PlanSpell:
    """As a conference begins one."""
    facts = {"first_category": "NEG", "latest_category": "NEG"}
    return PlanSpell.objects.create(case=child.case, child=child, basis="protection", started_on=on, **facts)


def test_a_plan_begins_for_several_children_at_once_and_says_who_agreed(cast: SimpleNamespace, begin: Any) -> None:
    spells = begin()
    assert {spell.child for spell in PlanSpell.objects.all()} == set(cast.children)
    assert {(spell.basis, spell.started_on, spell.started_by, spell.visit_every) for spell in spells} == {
        ("need", BEGAN, cast.amara, None)
    }
    entry = ChronologyEntry.objects.get()
    assert (entry.kind, entry.subject_id, entry.happened_on) == ("plan", spells[0].pk, BEGAN)
    began = "Amara Obi began a child in need plan for Anisa, Imran and Zayd. Agreed: Shirin, at home"
    assert entry.summary == began
    assert entry.children.count() == 3


def test_help_by_agreement_begins_when_the_family_agrees(begin: Any) -> None:
    with pytest.raises(NotPlanned, match="begins when the family says yes") as refused:
        begin(basis="early-help", agreed="")
    assert refused.value.about == "agreed"
    begin(basis="early-help")


def test_a_protection_plan_never_begins_here(begin: Any) -> None:
    with pytest.raises(NotPlanned, match="begins with a child protection conference"):
        begin(basis="protection")


def test_who_cannot_have_a_plan_is_said_by_name(cast: SimpleNamespace, begin: Any) -> None:
    anisa, imran, zayd = cast.children
    with pytest.raises(NotPlanned, match="Choose at least one child"), acting_as(cast.amara):
        said = {"agreed": "x", "by": cast.amara, "decided": decided(cast.case, [])}
        start_plans(case=cast.case, children=[], basis="need", started_on=BEGAN, **said)
    with pytest.raises(NotPlanned, match="Anisa was referred on 20 August 2026"):
        begin(started_on=date(2026, 8, 19))
    Episode.objects.filter(child=imran).update(closed_on=BEGAN, closure_reason="RC7")
    with pytest.raises(NotPlanned, match="Imran has no open referral"):
        begin()
    zayd.died_on = BEGAN
    zayd.save()
    with pytest.raises(NotPlanned, match="Zayd died on 1 September 2026"):
        begin(zayd)
    anisa.born_on = date(2008, 9, 1)
    anisa.save()
    with pytest.raises(NotPlanned, match="Anisa is 18 on that day"):
        begin(anisa)
    assert not PlanSpell.objects.exists()


def test_no_plan_runs_beside_another(cast: SimpleNamespace, begin: Any, end: Any) -> None:
    first = begin(cast.children[1])
    with pytest.raises(NotPlanned, match="Imran has a child in need plan since 1 September 2026"):
        begin(basis="early-help", started_on=LATER)
    end(first)
    with pytest.raises(NotPlanned, match="from 1 September 2026 to 1 October 2026: two plans never run side by side"):
        begin(started_on=date(2026, 9, 30))
    begin(started_on=LATER)  # on the day the other ended


def test_a_plan_of_one_of_two_who_begin_at_once_is_refused_in_words(
    begin: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin()
    monkeypatch.setattr("cases.operations.plans.check_nothing_beside", lambda *_: None)
    with pytest.raises(NotPlanned, match="Somebody has just begun a plan"):
        begin()
    assert PlanSpell.objects.count() == 3


def test_anybody_who_records_asks_for_more_visits_and_a_manager_for_fewer(
    cast: SimpleNamespace, begin: Any, visit: Any
) -> None:
    spells = begin()
    visit(spells, 5)
    assert set(PlanSpell.objects.values_list("visit_every", flat=True)) == {5}
    with pytest.raises(NotPlanned, match="It is every 5 working days now. A manager decides on fewer visits"):
        visit(spells, 6)
    visit(spells, 10, by=cast.bilal)
    with pytest.raises(
        NotPlanned, match="at least every 20 working days: a plan may ask for more visits, not for fewer"
    ):
        visit(spells, 21, by=cast.bilal)
    visit(spells, 20, by=cast.bilal)  # as the timescale says: nothing of its own
    assert set(PlanSpell.objects.values_list("visit_every", flat=True)) == {None}
    assert ChronologyEntry.objects.order_by("pk").last().summary.endswith("at least every 20 working days")


def test_under_protection_the_chair_may_ask_for_fewer_too(cast: SimpleNamespace, visit: Any) -> None:
    colin = UserFactory(name="Colin Marsh")
    MembershipFactory(user=colin, team=cast.pod, role=Role.SOCIAL_WORKER)
    MembershipFactory(user=colin, team=cast.service, role=Role.REVIEWING_OFFICER)
    spell = protected(cast.children[0])
    visit([spell], 5)
    visit([spell], 8, by=colin)
    with pytest.raises(NotPlanned, match="at least every 10 working days"):
        visit([spell], 11, by=colin)
    assert PlanSpell.objects.get().visit_every == 8


def test_a_plan_begins_with_fewer_days_between_visits_never_with_more(begin: Any) -> None:
    for basis, every, words in (
        ("need", 21, "not for fewer"),
        ("early-help", 5, "no timescale"),
        ("need", 0, "or more"),
    ):
        with pytest.raises(NotPlanned, match=words) as refused:
            begin(basis=basis, visit_every=every)
        assert refused.value.about == "visit_every"
    assert {spell.visit_every for spell in begin(visit_every=10)} == {10}


def test_a_plan_ends_for_a_reason(cast: SimpleNamespace, begin: Any, end: Any) -> None:
    spells = begin()
    end(spells[:2])
    ended = PlanSpell.objects.filter(ended_on=LATER).values_list("child", "end_reason", "ended_by")
    assert sorted(ended) == sorted((child.pk, "no-longer-needed", cast.bilal.pk) for child in cast.children[:2])
    assert ChronologyEntry.objects.order_by("pk").last().summary == (
        "Child in need plan of Anisa and Imran ended: no longer needed"
    )
    with pytest.raises(NotPlanned, match="ended already"):
        end(spells[:1])
    end(spells)  # what still runs of them


def test_who_may_end_what_and_when(cast: SimpleNamespace, begin: Any, end: Any) -> None:
    spells = begin()
    with pytest.raises(NotPlanned, match="A manager ends a child in need plan"):
        end(spells, by=cast.amara)
    with pytest.raises(NotPlanned, match="after 1 September 2026, when it began"):
        end(spells, ended_on=BEGAN)
    with pytest.raises(NotPlanned, match="Anisa is not 18 on that day"):
        end(spells, reason="eighteen")
    with pytest.raises(NotPlanned, match="a step up or down"):
        end(spells, reason="step-down")
    assert not PlanSpell.objects.exclude(ended_on=None).exists()


def test_a_protection_plan_ends_at_a_review_or_by_death_age_or_a_move(cast: SimpleNamespace, end: Any) -> None:
    spell = protected(cast.children[0])
    for reason in ("no-longer-needed", "step-down", "family-ended"):
        with pytest.raises(NotPlanned, match="ends at a review conference"):
            end([spell], reason=reason)
    with pytest.raises(NotPlanned, match="A manager ends a child protection plan"):
        end([spell], reason="moved", by=cast.amara)
    end([spell], reason="moved")


def test_the_database_refuses_what_an_operation_would_forget(cast: SimpleNamespace, begin: Any) -> None:
    begin(cast.children[0])
    for wrong in ({"ended_on": BEGAN, "end_reason": "moved"}, {"ended_on": LATER}, {"first_category": "NEG"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            PlanSpell.objects.update(**wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        protected(cast.children[0], LATER)


def test_who_does_not_see_the_record_ends_no_plan(cast: SimpleNamespace, begin: Any, end: Any) -> None:
    spells = begin()
    with pytest.raises(NotPlanned, match="ended already"):
        end(spells, by=cast.dan)
    assert PlanSpell.objects.filter(ended_on=None).count() == 3


days = st.integers(0, 5).map(lambda n: BEGAN + timedelta(days=n))
which = st.sampled_from([{0}, {0}, {0, 1}])
deeds = st.lists(
    st.tuples(
        st.sampled_from(["plan", "end", "end", "step", "step", "assess", "stop"]),
        which,
        days,
        st.sampled_from(["early-help", "need", ""]),
    ),
    min_size=6,
    max_size=12,
)


@pytest.mark.django_db
def test_whatever_is_done_in_whatever_order_nothing_overlaps_and_nothing_but_sentences_is_raised(
    cast: SimpleNamespace,
) -> None:
    @settings(max_examples=50, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(deeds)
    def check(sequence: list[tuple[str, set[int], date, str]]) -> None:
        with transaction.atomic():
            for deed, numbers, on, basis in sequence:
                try:
                    do(cast, deed, [cast.children[n] for n in sorted(numbers)], on, basis)
                except Refusal as why:
                    assert str(why).endswith(".")
            for child in cast.children:
                apart(PlanSpell.objects.filter(child=child))
                apart(AssessmentChild.objects.filter(child=child))
            transaction.set_rollback(True)

    check()


def do(cast: SimpleNamespace, deed: str, children: list[Member], on: date, basis: str) -> None:
    common: dict[str, Any] = {"case": cast.case, "by": cast.bilal}
    running = list(PlanSpell.objects.filter(child__in=children, ended_on=None))
    why = {"decided": decided(cast.case, children)}
    with acting_as(cast.bilal):
        if deed == "plan":
            start_plans(children=children, basis=basis or "need", started_on=on, agreed="x", **why, **common)
        elif deed == "end" and running and len({spell.basis for spell in running}) == 1:
            why = {"decided": decided(cast.case, [spell.child for spell in running])}
            end_plans(spells=running, ended_on=on, reason="moved", **why, **common)
        elif deed == "step":
            said = {"driver": "asked", "why": "x", "familys_view": "x", "keeps_worker": True}
            said["agreed_by"] = children[:1]
            move_threshold(children=children, to_basis=basis, moved_on=on, **said, **why, **common)
        elif deed == "assess":
            facts = {"legal_basis": basis or "need", "counts_from_on": date(2026, 8, 20), "started_on": on}
            start_assessment(children=children, **facts, **common)
        elif deed == "stop":
            for part in AssessmentChild.objects.filter(child__in=children, ended_on=None).select_related("assessment"):
                part.assessment.case = cast.case
                stop_assessment(assessment=part.assessment, by=cast.bilal, on=on, why="x")


def apart(spells: Any) -> None:
    """One after the other: the same said in plain Python that a constraint says."""
    before = None
    for spell in spells.order_by("started_on", "pk"):
        ended_on = spell.ended_on or date.max
        assert ended_on >= spell.started_on
        if ended_on > spell.started_on:
            assert before is None or before <= spell.started_on
            before = ended_on
