"""An assessment of children, step by step, and every step that is refused."""

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from camden.principal import acting_as
from cases.models import Assessment, AssessmentChild, AssessmentReturn, ChronologyEntry, Episode
from cases.operations.assessments import (
    NotAssessed,
    authorise_assessment,
    check_assessment,
    give_back,
    share_assessment,
    start_assessment,
    stop_assessment,
    submit_assessment,
)
from cases.readings.assessments import state_now
from cases.rules.answers import Answer
from cases.rules.assessing import MAY_FOLLOW, Finding, State, Step
from tests.conftest import as_role
from tests.factories.deliberating import decided

REFERRED, BEGAN, LATER = date(2026, 8, 20), date(2026, 8, 24), date(2026, 9, 14)


@pytest.fixture
def begin(cast: SimpleNamespace) -> Callable[..., Assessment]:
    def start(*children: Any, **said: Any) -> Assessment:
        facts = {"legal_basis": "need", "counts_from_on": REFERRED, "started_on": BEGAN, "by": cast.amara} | said
        with as_role("camden_app"), acting_as(facts["by"]):
            return start_assessment(case=cast.case, children=children or cast.children, **facts)

    return start


@pytest.fixture
def take(cast: SimpleNamespace) -> Callable[..., None]:
    """Take a step of an assessment as somebody."""

    def step(assessment: Assessment, step: Step, by: Any = None, on: date = LATER, **said: Any) -> None:
        keys = assessment.parts.values_list("child", flat=True)
        findings = [Finding(key, True, ("4B", "16A")) for key in keys]
        heard = decided(cast.case, cast.children)
        verbs: dict[Step, tuple[Any, Any, dict[str, Any]]] = {
            Step.CHECK: (check_assessment, cast.bilal, {"words": "All 45 are needed."}),
            Step.SHARE: (share_assessment, cast.amara, {"answer": Answer("We see it so too.")}),
            Step.SUBMIT: (submit_assessment, cast.amara, {"why_not_shared": "They went abroad."}),
            Step.AUTHORISE: (
                authorise_assessment,
                cast.bilal,
                {"decision": "Help.", "findings": findings, "decided": heard},
            ),
            Step.GIVE_BACK: (give_back, cast.bilal, {"why": "What does Imran say?"}),
            Step.STOP: (stop_assessment, cast.bilal, {"why": "They moved away."}),
        }
        verb, usual, words = verbs[step]
        who = by or usual
        with as_role("camden_app"), acting_as(who):
            verb(assessment=assessment, by=who, on=on, **(words | said))

    return step


# How to come into each state.
WAYS: dict[State, list[Step]] = {
    State.DRAFT: [],
    State.SHARED: [Step.SHARE],
    State.SUBMITTED: [Step.SHARE, Step.SUBMIT],
    State.RETURNED: [Step.SHARE, Step.SUBMIT, Step.GIVE_BACK],
    State.AUTHORISED: [Step.SHARE, Step.SUBMIT, Step.AUTHORISE],
    State.STOPPED: [Step.STOP],
}
LEADS_TO = {
    Step.SHARE: State.SHARED,
    Step.SUBMIT: State.SUBMITTED,
    Step.GIVE_BACK: State.RETURNED,
    Step.AUTHORISE: State.AUTHORISED,
    Step.STOP: State.STOPPED,
}


def now(assessment: Assessment) -> State:
    return state_now(Assessment.objects.get(pk=assessment.pk))


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("step", list(Step))
def test_each_step_is_taken_from_the_states_it_may_follow_and_from_no_other(
    begin: Any, take: Any, state: State, step: Step
) -> None:
    assessment = begin()
    for before in WAYS[state]:
        take(assessment, before)
    assert now(assessment) is state
    said = ChronologyEntry.objects.count()
    if step in MAY_FOLLOW[state]:
        take(assessment, step)
        expected = LEADS_TO.get(step, state)
        assert now(assessment) is (State.RETURNED if state is State.RETURNED and step is Step.SHARE else expected)
        assert ChronologyEntry.objects.count() == said + 1
    else:
        with pytest.raises(NotAssessed, match=r"^This assessment .*\.$"):
            take(assessment, step)
        assert now(assessment) is state
        assert ChronologyEntry.objects.count() == said


def test_it_begins_for_several_children_and_is_on_each_ones_timeline(cast: SimpleNamespace, begin: Any) -> None:
    assessment = begin()
    assert assessment.worker == cast.amara  # their lead worker
    assert {part.child for part in assessment.parts.all()} == set(cast.children)
    entry = ChronologyEntry.objects.get()
    assert (entry.kind, entry.subject_id, entry.happened_on) == ("assessment", assessment.pk, BEGAN)
    assert entry.summary == "Amara Obi began an assessment of Anisa, Imran and Zayd"
    assert entry.children.count() == 3


def test_nobody_is_its_writer_while_nobody_leads(cast: SimpleNamespace, begin: Any) -> None:
    for child in cast.children:
        child.involvements.update(ended_on=BEGAN)
    assert begin(by=cast.bilal).worker is None


def test_a_manager_who_decided_the_referral_may_authorise_what_another_wrote(
    cast: SimpleNamespace, begin: Any, take: Any
) -> None:
    assessment = begin(by=cast.bilal)
    for step in (Step.SHARE, Step.SUBMIT, Step.AUTHORISE):
        take(assessment, step)
    assert now(assessment) is State.AUTHORISED


@pytest.mark.parametrize("state", [State.SUBMITTED])
@pytest.mark.parametrize("step", [Step.AUTHORISE, Step.GIVE_BACK])
def test_nobody_authorises_their_own_work(
    cast: SimpleNamespace, begin: Any, take: Any, state: State, step: Step
) -> None:
    assessment = begin()
    take(assessment, Step.SHARE)
    take(assessment, Step.SUBMIT, by=cast.bilal)
    for own in (cast.amara, cast.bilal):  # who wrote it; who submitted it
        with pytest.raises(NotAssessed, match="Another manager decides"):
            take(assessment, step, by=own)
    take(assessment, step, by=cast.cora)
    assert now(assessment) is LEADS_TO[step]


def test_the_children_follow_it(cast: SimpleNamespace, begin: Any, take: Any) -> None:
    assessment = begin()
    for step in (Step.SHARE, Step.SUBMIT):
        take(assessment, step)
    findings = [
        Finding(cast.children[0].pk, True, ("4B", "4B", "16A")),
        Finding(cast.children[1].pk, False, ("21",)),
        Finding(cast.children[2].pk, True, ("3A",)),
    ]
    take(assessment, Step.AUTHORISE, findings=findings)
    parts = AssessmentChild.objects.order_by("child__born_on").values_list("ended_on", "is_in_need", "factors")
    assert list(parts) == [(LATER, True, ["4B", "16A"]), (LATER, False, ["21"]), (LATER, True, ["3A"])]


@pytest.mark.parametrize(
    ("factors", "words"),
    [((), "Choose what was found"), (("21", "4B"), "stands alone"), (("18A",), "Choose from the list")],
)
def test_an_authorised_assessment_says_what_it_found(
    cast: SimpleNamespace, begin: Any, take: Any, factors: tuple[str, ...], words: str
) -> None:
    assessment = begin(cast.children[0])
    for step in (Step.SHARE, Step.SUBMIT):
        take(assessment, step)
    with pytest.raises(NotAssessed, match=f"Anisa: .*{words}"):
        take(assessment, Step.AUTHORISE, findings=[Finding(cast.children[0].pk, True, factors)])
    with pytest.raises(NotAssessed, match="whether Anisa is a child in need"):
        take(assessment, Step.AUTHORISE, findings=[])
    assert now(assessment) is State.SUBMITTED


def test_it_is_submitted_after_it_was_shared_or_with_why_it_could_not_be(
    cast: SimpleNamespace, begin: Any, take: Any
) -> None:
    assessment = begin()
    with pytest.raises(NotAssessed, match="Share it with the family first"):
        take(assessment, Step.SUBMIT, why_not_shared="")
    take(assessment, Step.SUBMIT, why_not_shared="They went abroad.")
    found = Assessment.objects.get()
    assert (found.shared_on, found.familys_answer) == (None, "They went abroad.")


def test_what_was_given_back_is_a_draft_again_and_says_why(cast: SimpleNamespace, begin: Any, take: Any) -> None:
    assessment = begin()
    for step in (Step.SHARE, Step.SUBMIT, Step.GIVE_BACK):
        take(assessment, step)
    found = Assessment.objects.get()
    assert (found.submitted_on, found.submitted_by, found.shared_on) == (None, None, LATER)
    given = AssessmentReturn.objects.get()
    assert (given.why, given.returned_by, given.returned_on) == ("What does Imran say?", cast.bilal, LATER)
    take(assessment, Step.SUBMIT, why_not_shared="")  # nothing is typed twice
    assert now(assessment) is State.SUBMITTED


def test_a_manager_looks_at_it_once_and_never_at_their_own(cast: SimpleNamespace, begin: Any, take: Any) -> None:
    assessment = begin()
    with pytest.raises(NotAssessed, match="Another manager looks at it"):
        take(assessment, Step.CHECK, by=cast.amara)
    take(assessment, Step.CHECK)
    with pytest.raises(NotAssessed, match="A manager has looked at this assessment already"):
        take(assessment, Step.CHECK, by=cast.cora)


@pytest.mark.parametrize("step", [Step.SHARE, Step.STOP])
def test_nothing_happens_before_it_begins(begin: Any, take: Any, step: Step) -> None:
    with pytest.raises(NotAssessed, match="on or after 24 August 2026, when the assessment began"):
        take(begin(), step, on=date(2026, 8, 23))


def test_a_child_has_one_open_assessment(cast: SimpleNamespace, begin: Any, take: Any) -> None:
    first = begin(cast.children[1])
    with pytest.raises(NotAssessed, match="Imran has an assessment from 24 August 2026, which is open"):
        begin()
    take(first, Step.STOP)
    with pytest.raises(NotAssessed, match="Imran has an assessment from 24 August 2026 to 14 September 2026"):
        begin(started_on=date(2026, 9, 13))
    begin(started_on=LATER)  # on the day the other ended


def test_of_two_that_begin_at_once_the_second_is_told_in_words(
    cast: SimpleNamespace, begin: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin()
    monkeypatch.setattr("cases.operations.assessments._check_beginning", lambda *_: None)
    with pytest.raises(NotAssessed, match="Somebody has just begun an assessment"):
        begin()
    assert Assessment.objects.count() == 1


def test_it_counts_from_a_referral(cast: SimpleNamespace, begin: Any) -> None:
    with pytest.raises(NotAssessed, match="Choose at least one child") as refused:
        start_assessment(
            case=cast.case, children=[], legal_basis="need", counts_from_on=REFERRED, started_on=BEGAN, by=cast.amara
        )
    assert refused.value.about == "children"
    with pytest.raises(NotAssessed, match="Anisa was referred on 20 August 2026"):
        begin(counts_from_on=date(2026, 8, 19))
    with pytest.raises(NotAssessed, match="cannot begin before the day it counts from"):
        begin(counts_from_on=date(2026, 8, 25))
    Episode.objects.filter(child=cast.children[2]).update(closed_on=BEGAN, closure_reason="RC7")
    with pytest.raises(NotAssessed, match="Zayd has no open referral"):
        begin()
    begin(cast.children[2], legal_basis="early-help")  # help by agreement needs none


def test_nobody_is_assessed_after_their_death(cast: SimpleNamespace, begin: Any) -> None:
    child = cast.children[1]
    child.died_on = BEGAN
    child.save()
    with pytest.raises(NotAssessed, match="Imran died on 24 August 2026"):
        begin()


def test_the_database_refuses_what_an_operation_would_forget(cast: SimpleNamespace, begin: Any) -> None:
    assessment = begin()
    for changes in (
        {"authorised_by": cast.amara, "authorised_on": LATER},
        {"submitted_on": date(2026, 8, 1)},
        {"stopped_on": LATER},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Assessment.objects.filter(pk=assessment.pk).update(**changes)
    with pytest.raises(IntegrityError), transaction.atomic():
        AssessmentChild.objects.update(ended_on=LATER, factors=["21", "4B"])


def test_who_does_not_see_the_record_takes_no_step(cast: SimpleNamespace, begin: Any, take: Any) -> None:
    assessment = begin()
    with pytest.raises(Assessment.DoesNotExist):
        take(assessment, Step.SHARE, by=cast.dan)
    assert now(assessment) is State.DRAFT
