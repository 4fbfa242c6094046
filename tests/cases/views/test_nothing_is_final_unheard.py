"""No decision of the listed kinds is final without who was heard and what it changed, or "not yet heard"."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from camden.principal import acting_as
from cases.models import (
    Assessment,
    AssessmentChild,
    Decision,
    Episode,
    Involvement,
    PlanSpell,
    ProtectionConference,
    ThresholdMove,
)
from cases.operations.allocation import allocate
from cases.operations.assessments import authorise_assessment
from cases.operations.closing import decide_closing
from cases.operations.conference_outcomes import Decided as Outcome
from cases.operations.conference_outcomes import Held, hold_conference
from cases.operations.decisions import NotDecided, decide_freely
from cases.operations.plans import end_plans, start_plans
from cases.operations.thresholds import move_threshold
from cases.rules.assessing import Finding
from cases.rules.deciding import Decided, Heard
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory
from tests.factories.deliberating import decided
from tests.factories.journey_door import ClosureFactory
from tests.factories.journey_protect import ProtectionConferenceFactory

BEGAN, TODAY = date(2026, 9, 1), date(2026, 11, 3)
URGENT = {"is_urgent": True, "urgent_because": "Nobody was safe."}


def _assessment(cast: SimpleNamespace) -> Assessment:
    since = {"started_on": BEGAN, "counts_from_on": BEGAN, "shared_on": BEGAN, "familys_answer": "Yes."}
    row = Assessment.objects.create(
        case=cast.case, legal_basis="need", worker=cast.amara, submitted_on=BEGAN, submitted_by=cast.amara, **since
    )
    child = cast.children[0]
    AssessmentChild.objects.create(case=cast.case, assessment=row, child=child, started_on=BEGAN)
    return row


def _threshold(cast: SimpleNamespace) -> Callable[[Any], Any]:
    said: dict[str, Any] = {"driver": "asked", "why": "x", "familys_view": "x", "keeps_worker": True, "moved_on": TODAY}
    facts = {"case": cast.case, "children": cast.children[:1], "to_basis": "early-help", "by": cast.bilal}
    said["agreed_by"] = cast.children[:1]
    return lambda what: move_threshold(**facts, **said, decided=what)


def _plan(cast: SimpleNamespace) -> Callable[[Any], Any]:
    facts = {"case": cast.case, "children": cast.children[:1], "basis": "early-help", "started_on": TODAY}
    return lambda what: start_plans(**facts, agreed="Shirin", by=cast.bilal, decided=what)


def _end(cast: SimpleNamespace) -> Callable[[Any], Any]:
    spell = PlanSpell.objects.create(case=cast.case, child=cast.children[0], basis="need", started_on=BEGAN)
    facts = {"case": cast.case, "spells": [spell], "ended_on": TODAY, "reason": "moved", "by": cast.bilal}
    return lambda what: end_plans(**facts, decided=what)


def _outcome(cast: SimpleNamespace) -> Callable[[Any], Any]:
    row = _assessment(cast)
    facts = {"assessment": row, "by": cast.bilal, "on": TODAY, "decision": "Help."}
    return lambda what: authorise_assessment(
        **facts, findings=[Finding(cast.children[0].pk, True, ("4B",))], decided=what
    )


def _conference(cast: SimpleNamespace) -> Callable[[Any], Any]:
    row = ProtectionConferenceFactory(case=cast.case, about=cast.children[:1])
    outcome = [Outcome(cast.children[0], "plan", category="EMO", participation="PN1")]
    held = Held(TODAY, ["social-care", "police", "health"])
    return lambda what: hold_conference(
        conference=row, version=row.version, by=cast.bilal, held=held, decided=outcome, decision=what
    )


def _worker(cast: SimpleNamespace) -> Callable[[Any], Any]:
    farah = MembershipFactory(user__name="Farah Noor", team=cast.pod).user
    facts = {"child": cast.children[0], "to": farah, "team": cast.pod, "on": TODAY, "reason": "MANAGE"}
    return lambda what: allocate(**facts, by=cast.bilal, decided=what)


def _closing(cast: SimpleNamespace) -> Callable[[Any], Any]:
    row = ClosureFactory(case=cast.case, asked_by=cast.amara, about=cast.children[:1])
    return lambda what: decide_closing(closure=row, by=cast.bilal, on=TODAY, is_agreed=True, decided=what)


def _placement(cast: SimpleNamespace) -> Callable[[Any], Any]:
    facts = {"case": cast.case, "kind": "placement", "children": cast.children[:1], "by": cast.bilal, "on": TODAY}
    return lambda what: decide_freely(**facts, decided=what)


KINDS = {
    "threshold": _threshold, "plan": _plan, "plan ended": _end, "assessment": _outcome, "conference": _conference,
    "worker": _worker, "closing": _closing, "placement": _placement,
}  # fmt: skip


def _became_of_it() -> tuple[int, ...]:
    """What the operations of KINDS would change."""
    return (
        ThresholdMove.objects.count(),
        PlanSpell.objects.filter(ended_on=None).count(),
        Assessment.objects.filter(authorised_on=None).count(),
        ProtectionConference.objects.filter(held_on=None).count(),
        Involvement.objects.count(),
        Episode.objects.in_need().count(),
        Decision.objects.count(),
    )


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_not_final_unless_the_child_was_heard_and_it_counted(cast: SimpleNamespace, kind: str) -> None:
    do = KINDS[kind](cast)
    whole = decided(cast.case, cast.children[:1])
    (anisa,) = whole.heard
    lacking: list[Decided] = [
        replace(whole, heard=()),
        replace(whole, heard=(replace(anisa, words=""),)),
        replace(whole, heard=(replace(anisa, changed=""),)),
        replace(whole, heard=(Heard(anisa.member, "not-yet"),)),
        replace(whole, least_formal=""),
        replace(whole, options=()),
    ]
    before = _became_of_it()
    for each in lacking:
        with as_role("camden_app"), acting_as(cast.bilal), pytest.raises(NotDecided):
            do(each)
        assert _became_of_it() == before
    with as_role("camden_app"), acting_as(cast.bilal):
        do(whole)
    made = Decision.objects.get()
    assert made.heard.get().changed == anisa.changed
    assert _became_of_it() != before


@pytest.mark.parametrize("kind", KINDS)
def test_urgent_it_may_say_not_yet_heard_and_has_its_reminder(cast: SimpleNamespace, kind: str) -> None:
    do = KINDS[kind](cast)
    waits = (Heard(cast.children[0].pk, "not-yet"),)
    with as_role("camden_app"), acting_as(cast.bilal):
        do(decided(cast.case, cast.children[:1], heard=waits, **URGENT))
    assert Decision.objects.get().heard.get().ask_by_on == date(2026, 11, 10)


@pytest.mark.parametrize("kind", ["worker", "closing", "plan ended"])
def test_without_any_decision_at_all_nothing_happens(cast: SimpleNamespace, kind: str) -> None:
    do, before = KINDS[kind](cast), _became_of_it()
    with as_role("camden_app"), acting_as(cast.bilal), pytest.raises(NotDecided, match="Say who was heard"):
        do(None)
    assert _became_of_it() == before


def _pages(cast: SimpleNamespace) -> dict[str, tuple[str, dict[str, Any]]]:
    """The form of each kind, with everything but who was heard."""
    anisa = cast.children[0]
    case, child = f"/cases/{cast.case.pk}/", [str(anisa.pk)]
    spell = PlanSpell.objects.create(case=cast.case, child=cast.children[1], basis="need", started_on=BEGAN)
    closure = ClosureFactory(case=cast.case, asked_by=cast.amara, about=cast.children[2:])
    farah = MembershipFactory(user__name="Farah Noor", team=cast.pod)
    today = TODAY.isoformat()
    step = {"to_basis": "early-help", "moved_on_quick": today, "driver": "asked", "why": "x", "familys_view": "x"}
    outcome = {"became": "authorise", "decision": "x", "factors": ["4B"], f"need_{anisa.pk}": "yes"}
    return {
        "threshold": (f"{case}steps/new/", {"children": child, "keeps_worker": "yes"} | step),
        "plan": (
            f"{case}plans/new/",
            {"children": child, "basis": "early-help", "started_on_quick": today, "agreed": "x", "decided_why": "x"},
        ),
        "plan ended": (
            f"{spell.get_absolute_url()}ending/",
            {"children": [str(cast.children[1].pk)], "ended_on_quick": today, "end_reason": "moved"},
        ),
        "assessment": (f"{_assessment(cast).get_absolute_url()}authorisation/", outcome),
        "closing": (f"{closure.get_absolute_url()}decision/", {"became": "agreed", "answer": "x"}),
        "worker": (
            f"{anisa.get_absolute_url()}allocation/",
            {
                "to": str(farah.pk),
                "started_on_quick": today,
                "reason": "MANAGE",
                "spoken": "discussed",
                "decided_why": "x",
            },
        ),
        "placement": (f"{case}decisions/new/", {"kind": "placement", "children": child, "authority": "manager"}),
    }


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "conference"])
def test_no_form_saves_it_and_every_form_says_who_is_missing(
    cast: SimpleNamespace, browser_for: Any, kind: str
) -> None:
    url, said = _pages(cast)[kind]
    before = _became_of_it()
    said |= {"decided_what": "x", "decided_why": "x"}
    answer = browser_for(cast.bilal).post(url, said)
    assert answer.status_code == 200 and "least_formal" in answer.context["form"].errors
    answer = browser_for(cast.bilal).post(url, said | {"least_formal": "Their aunt."})
    (missing,) = answer.context["form"].errors
    assert missing.startswith("heard_") and missing.endswith("_how")
    assert _became_of_it() == before
