"""What flows where when a session ends: to each child's file, to the next visit, and nowhere else."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from camden.principal import acting_as
from cases.models import Action, ChronologyEntry, OversightNote, Question
from supervision.measures import standings
from supervision.models import (
    Discussion,
    DiscussionPart,
    DiscussionStep,
    DiscussionWords,
    Hypothesis,
    HypothesisKept,
    ManagementDecision,
    Session,
)
from supervision.operations import Locked, bring_family, close_session
from supervision.readings import still_missing
from tests.conftest import as_role
from tests.factories.journey_protect import MilestoneFactory, PlanSpellFactory
from tests.supervision.test_operations import asked_about, written
from training.models import Learning


@pytest.fixture
def brought(pod: SimpleNamespace, session: Session) -> Discussion:
    """The Rahmans in depth, with Amara presenting and everything said."""
    with acting_as(pod.niamh):
        said = {"children": pod.children, "presenter": pod.amara, "depth": "deep", "reason": "stuck"}
        found = bring_family(session=session, case=pod.case, **said)
        written(pod, found)
        return Discussion.objects.select_related("words", "session", "case").get()


def kept(pod: SimpleNamespace, brought: Discussion, text: str = "Perhaps quiet keeps the peace") -> Hypothesis:
    """An idea that rang a bell."""
    said = {"case": pod.case, "discussion": brought, "text": text, "status": "kept", "kept_by": "presenter"}
    return Hypothesis.objects.create(**said)


def end(pod: SimpleNamespace, session: Session, today: date, **more: Any) -> list[Discussion]:
    """Niamh ends the session, held by the database's own rules."""
    with as_role("camden_app"), acting_as(pod.niamh):
        return close_session(session=session, by=pod.niamh, on=today, **more)


def said_of(child: Any) -> dict[str, str]:
    """What stands on one child's file, by heading."""
    return dict(OversightNote.objects.get(child=child).said)


def test_each_child_has_a_note_with_their_own_line_and_no_brothers(
    pod: SimpleNamespace, session: Session, brought: Discussion, today: date
) -> None:
    asked_about(pod, kept(pod, brought).pk)
    Hypothesis.objects.create(case=pod.case, discussion=brought, text="Perhaps nobody kept this")
    assert end(pod, session, today) == []
    anisa, imran = pod.children[:2]
    assert said_of(anisa) == {
        "What we thought about": "How do we hear Anisa, who interprets for her mother?",
        "What we hold as possible": "Perhaps quiet keeps the peace",
        "What this child would want us to hear": "Anisa wants to be asked (her teacher)",
        "Risk and safety": "Farida is there tonight.",
        "What was agreed": "Amara Obi will ask Anisa who notices first when Mum is sad. Why: She went quiet",
    }
    assert said_of(imran)["What this child would want us to hear"] == "Imran wants to be asked (her teacher)"
    note = OversightNote.objects.get(child=anisa)
    assert (note.thought_in, note.thought_on, note.agreed_by) == ("Group supervision, 3 November", today, pod.niamh)
    assert note.is_kept_from_family, "until somebody opens it"
    told = ChronologyEntry.objects.get(kind=ChronologyEntry.Kind.REFLECTION)
    assert told.is_kept_from_family, "the timeline says no more to the family than the note does"


def test_what_was_kept_puts_its_question_on_the_checklist_of_the_next_visit(
    pod: SimpleNamespace, session: Session, brought: Discussion, today: date
) -> None:
    asked_about(pod, kept(pod, brought).pk)
    asked_about(pod, kept(pod, brought, "Perhaps we should wait").pk, not_asked_because="Her aunt has told us.")
    assert end(pod, session, today) == []
    question = Question.objects.waiting().get()
    assert (question.what, question.whom, question.ask_by) == ("Who notices first?", "Anisa, alone", pod.amara)
    assert (question.asked_for_in, question.planned_on) == ("Group supervision, 3 November", today)
    assert HypothesisKept.objects.get(question=question).hypothesis.text == "Perhaps quiet keeps the peace"


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        (None, ["whom we ask", "who asks", "by when", "the first sentence"]),
        ({"first_sentence": ""}, ["the first sentence"]),
        ({"ask_by_on": date(2026, 11, 2)}, ["by when"]),
    ],
)
def test_nothing_that_was_kept_closes_without_a_question_or_a_reason(
    pod: SimpleNamespace, session: Session, brought: Discussion, today: date, said: Any, missing: list[str]
) -> None:
    idea = kept(pod, brought)
    if said is not None:
        asked_about(pod, idea.pk, **said)
    with acting_as(pod.niamh):
        assert still_missing(brought) == [f"{words}, for what was kept" for words in missing]
    assert end(pod, session, today) == [brought]
    assert not (Question.objects.exists() or OversightNote.objects.exists() or Action.objects.exists())


def test_a_decision_above_their_authority_is_on_no_childs_file_before_the_manager_decides(
    pod: SimpleNamespace, session: Session, brought: Discussion, today: date
) -> None:
    common = {"case": pod.case, "discussion": brought, "said_by": pod.niamh, "authority": 1, "why": "He asked for it."}
    ManagementDecision.objects.create(about="next-steps", what="Two visits a week", **common)
    ManagementDecision.objects.create(about="closure", what="End the work", for_manager=pod.bilal, **common)
    assert end(pod, session, today) == []
    decided = said_of(pod.children[0])["What was decided, by whom and why"]
    assert decided == "Two visits a week (Niamh Castellan) Why: He asked for it."


def test_how_a_family_stood_on_the_day_decides_for_ever_what_was_needed(
    pod: SimpleNamespace, session: Session, today: date
) -> None:
    said = {"children": pod.children, "presenter": pod.amara, "depth": "quick", "reason": "routine"}
    PlanSpellFactory(child=pod.children[0], protection=True)
    with as_role("camden_app"), acting_as(pod.niamh):
        brought = bring_family(session=session, case=pod.case, **said)
    assert brought.standing == "protection"
    line = {"changed": "Calmer", "worry": "down", "next_step": "Ring the school"}
    DiscussionWords.objects.filter(discussion=brought).update(**line)
    assert end(pod, session, today) == [brought], "no voice, no risk and safety"


def test_a_quick_round_of_an_ordinary_family_is_one_line_on_each_childs_file(
    pod: SimpleNamespace, session: Session, today: date
) -> None:
    said = {"children": pod.children, "presenter": pod.amara, "depth": "quick", "reason": "routine"}
    with acting_as(pod.niamh):
        brought = bring_family(session=session, case=pod.case, **said)
    line = {"changed": "Calmer", "worry": "down", "next_step": "Ring the school"}
    DiscussionWords.objects.filter(discussion=brought).update(**line)
    assert end(pod, session, today) == []
    assert said_of(pod.children[2]) == {
        "What changed, and the next step": "What changed: Calmer\nNext: Ring the school"
    }


def test_the_hours_go_to_everybodys_learning_and_no_phone_posts_any_more(
    pod: SimpleNamespace, session: Session, brought: Discussion, today: date
) -> None:
    begun = datetime(2026, 11, 3, 8, 0, tzinfo=UTC)
    Session.objects.update(begun_at=begun, join_key="abc")
    end(pod, session, today, at=datetime(2026, 11, 3, 9, 58, tzinfo=UTC))
    session.refresh_from_db()
    assert (session.join_key, session.ended_at is not None) == ("", True)
    noted = {("Group supervision discussion, 2 hours", 120)}
    assert set(Learning.objects.values_list("title", "minutes")) == noted


def test_a_part_given_out_in_the_room_is_the_one_that_was_learned(
    pod: SimpleNamespace, session: Session, brought: Discussion, today: date
) -> None:
    DiscussionPart.objects.create(case=pod.case, discussion=brought, person=pod.yael, part="consultant")
    end(pod, session, today)
    played = dict(Learning.objects.values_list("person__name", "role_played"))
    assert (played[pod.niamh.name], played[pod.amara.name], played[pod.yael.name]) == (
        "Supervisor",
        "Presenter",
        "Consultant",
    )


def test_a_session_that_was_called_off_is_not_agreed(pod: SimpleNamespace, session: Session, today: date) -> None:
    Session.objects.update(cancelled_on=today, cancelled_why="Snow")
    with pytest.raises(Locked):
        end(pod, session, today)


def test_before_court_counts_until_it_is_over(pod: SimpleNamespace, session: Session, today: date) -> None:
    child = pod.children[0]
    MilestoneFactory(case=pod.case, child=child, kind="letter-before-proceedings", happened_on=date(2026, 9, 1))
    assert standings([pod.case.pk], today)[pod.case.pk] == "court"
    MilestoneFactory(case=pod.case, child=child, kind="pre-proceedings-ended", happened_on=date(2026, 10, 1))
    assert standings([pod.case.pk], today)[pod.case.pk] == ""


def test_what_a_family_took_is_kept_and_what_somebody_said_of_it_stands(
    pod: SimpleNamespace, session: Session, brought: Discussion, today: date
) -> None:
    ten = datetime(2026, 11, 3, 10, tzinfo=UTC)
    for step, minute in (("presenting", 0), ("curiosity", 8), ("close", 30)):
        moved = {"case": pod.case, "discussion": brought, "entered_by": pod.niamh}
        DiscussionStep.objects.create(step=step, entered_at=ten + timedelta(minutes=minute), **moved)
    end(pod, session, today, at=ten + timedelta(minutes=42))
    brought.refresh_from_db()
    assert brought.minutes_spent == 42


def test_what_somebody_said_that_a_family_took_stands(
    pod: SimpleNamespace, session: Session, brought: Discussion, today: date
) -> None:
    moved = {"case": pod.case, "discussion": brought, "entered_by": pod.niamh}
    DiscussionStep.objects.create(step="presenting", entered_at=datetime(2026, 11, 3, 10, tzinfo=UTC), **moved)
    Discussion.objects.update(minutes_spent=35)
    end(pod, session, today, at=datetime(2026, 11, 3, 11, tzinfo=UTC))
    brought.refresh_from_db()
    assert brought.minutes_spent == 35
