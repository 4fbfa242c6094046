"""Steps up and down: one plan ends, the other begins, and the family keeps its worker."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from camden.principal import acting_as
from cases.models import ChronologyEntry, Consent, Decision, Involvement, PlanSpell, ThresholdMove
from cases.operations.thresholds import NotMoved, move_threshold
from tests.conftest import as_role
from tests.factories.deliberating import decided
from tests.factories.record_voice import ConsentFactory, parent_of

BEGAN, MOVED = date(2026, 9, 1), date(2026, 10, 1)


@pytest.fixture
def move(cast: SimpleNamespace) -> Any:
    def step(*children: Any, **said: Any) -> ThresholdMove:
        facts: dict[str, Any] = {
            "to_basis": "need", "moved_on": MOVED, "driver": "worry", "why": "He hides.",
            "agreed_by": cast.children[:1],
            "familys_view": "It is right.", "keeps_worker": True, "by": cast.bilal,
        } | said  # fmt: skip
        facts["decided"] = decided(cast.case, children or cast.children)
        with as_role("camden_app"), acting_as(facts["by"]):
            return move_threshold(case=cast.case, children=children or cast.children, **facts)

    return step


def has(cast: SimpleNamespace, basis: str, on: date = BEGAN, **facts: Any) -> None:
    if basis == "protection":
        facts |= {"first_category": "NEG", "latest_category": "NEG"}
    for child in cast.children:
        PlanSpell.objects.create(case=cast.case, child=child, basis=basis, started_on=on, **facts)


@pytest.mark.parametrize(
    ("before", "after", "reason", "summary"),
    [
        ("early-help", "need", "step-up", "Step up for {}, from family help plan to child in need plan"),
        ("need", "early-help", "step-down", "Step down for {}, from child in need plan to family help plan"),
        ("need", "", "no-longer-needed", "Step down for {}, from child in need plan to no plan"),
        ("", "early-help", "", "Step up for {}, from no plan to family help plan"),
    ],
)  # fmt: skip
def test_a_step_ends_one_plan_and_begins_the_other_on_one_day(
    cast: SimpleNamespace, move: Any, before: str, after: str, reason: str, summary: str
) -> None:
    if before:
        has(cast, before)
    leads = list(Involvement.objects.filter(leads_now=True))
    moved = move(to_basis=after)
    assert (moved.from_basis, moved.to_basis, moved.decided_by) == (before, after, cast.bilal)
    ended = PlanSpell.objects.exclude(ended_on=None).values_list("basis", "ended_on", "end_reason", "ended_by")
    assert set(ended) == ({(before, MOVED, reason, cast.bilal.pk)} if before else set())
    begun = PlanSpell.objects.filter(ended_on=None).values_list("basis", "started_on")
    assert set(begun) == ({(after, MOVED)} if after else set())
    entry = ChronologyEntry.objects.get(kind="threshold")
    assert (entry.kind, entry.subject_id, entry.summary) == (
        "threshold",
        moved.pk,
        summary.format("Anisa, Imran and Zayd"),
    )
    assert list(Involvement.objects.filter(leads_now=True)) == leads  # nobody loses their worker


def test_children_who_step_together_have_the_same_before(cast: SimpleNamespace, move: Any) -> None:
    anisa = cast.children[0]
    PlanSpell.objects.create(case=cast.case, child=anisa, basis="early-help", started_on=BEGAN)
    with pytest.raises(NotMoved, match="Anisa has a family help plan, Imran has no plan and Zayd has no plan"):
        move()
    move(anisa)


def test_protection_begins_and_ends_at_a_conference(cast: SimpleNamespace, move: Any) -> None:
    has(cast, "protection")
    with pytest.raises(NotMoved, match="begins with a child protection conference"):
        move(to_basis="protection")
    with pytest.raises(NotMoved, match="Anisa has a child protection plan. It ends at a review conference"):
        move()
    PlanSpell.objects.update(ended_on=MOVED, end_reason="step-down")  # as the review's outcome writes it
    assert move().from_basis == "protection"
    assert PlanSpell.objects.filter(basis="need", started_on=MOVED).count() == 3


def test_only_a_manager_decides(cast: SimpleNamespace, move: Any) -> None:
    with pytest.raises(NotMoved, match="A manager decides"):
        move(by=cast.amara)


def test_what_leads_nowhere_or_backwards_is_said(cast: SimpleNamespace, move: Any) -> None:
    has(cast, "need")
    with pytest.raises(NotMoved, match="They have a child in need plan already"):
        move()
    with pytest.raises(NotMoved, match="Enter a day after 1 September 2026, when the child in need plan began"):
        move(to_basis="early-help", moved_on=BEGAN)
    assert not ThresholdMove.objects.exists()
    PlanSpell.objects.update(ended_on=BEGAN.replace(day=2), end_reason="moved")
    with pytest.raises(NotMoved, match="They have no plan already"):
        move(to_basis="")


def test_help_by_agreement_begins_with_somebodys_yes_in_the_register(
    cast: SimpleNamespace, move: Any, today: date
) -> None:
    has(cast, "need")
    with pytest.raises(NotMoved, match="begins when the family says yes") as refused:
        move(to_basis="early-help", agreed_by=[])
    assert refused.value.about == "agreed_by" and not ThresholdMove.objects.exists()
    shirin = parent_of(cast.children, "Shirin")
    move(to_basis="early-help", agreed_by=[shirin], agreed_how="interpreted")
    given = Consent.objects.get()
    assert (given.member, given.purpose, given.how, given.given_on) == (shirin, "help", "interpreted", MOVED)


def test_a_yes_that_stands_already_is_not_written_twice(cast: SimpleNamespace, move: Any) -> None:
    shirin = parent_of(cast.children, "Shirin")
    ConsentFactory(case=cast.case, member=shirin, given_on=BEGAN)
    has(cast, "need")
    move(to_basis="early-help", agreed_by=[shirin])
    assert Consent.objects.count() == 1


def test_the_decision_stands_with_the_step(cast: SimpleNamespace, move: Any) -> None:
    moved = move()
    decision = Decision.objects.get()
    assert (decision.kind, decision.subject_id, decision.made_by) == ("threshold", moved.pk, cast.bilal)
    assert {part.child_id for part in decision.parts.all()} == {child.pk for child in cast.children}
