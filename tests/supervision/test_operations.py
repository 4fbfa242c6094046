"""What happens when a session ends."""

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError

from camden.principal import acting_as
from cases.models import Action, ChronologyEntry
from supervision.models import Attendance, Discussion, Hypothesis, HypothesisKept, Session
from supervision.operations import (
    Locked,
    NextConversation,
    NotInTheRoom,
    NotYetHeld,
    TooManyKept,
    bring_family,
    close_session,
    open_group,
    open_session,
    say_who_is_here,
    write_discussion,
)
from tests.conftest import as_role
from tests.factories.supervision import GroupFactory, SessionFactory
from training.models import Learning

IDEAS = [f"Perhaps idea {number} tells us something" for number in range(12)]


@pytest.fixture
def brought(pod: SimpleNamespace, session: Session) -> Discussion:
    """The Rahmans in depth, with Amara presenting."""
    with acting_as(pod.niamh):
        return bring_family(
            session=session, case=pod.case, children=pod.children, presenter=pod.amara, depth="deep", reason="stuck"
        )


def written(pod: SimpleNamespace, brought: Discussion, **more: Any) -> bool:
    """Everything that a discussion needs, and what else is said."""
    words = {
        "dilemma": "How do we hear Anisa, who interprets for her mother?",
        "useful": "A first sentence to begin with.",
        "voices": [(child.pk, f"{child.given_name} wants to be asked", "her teacher") for child in pod.children],
        "safety": "Farida is there tonight.",
        "conversations": [
            NextConversation("Ask Anisa who notices first when Mum is sad", "She went quiet", "Who notices?", pod.amara)
        ],
    }
    return write_discussion(discussion=brought, by=pod.niamh, on=brought.held_on, **(words | more))


def asked_about(pod: SimpleNamespace, key: int, **more: Any) -> None:
    """A kept idea with its question: of whom, by whom, by when, in which first sentence."""
    words: dict[str, Any] = {
        "ask_what": "Who notices first?", "ask_whom": "Anisa, alone", "ask_by": pod.amara,
        "ask_by_on": date(2026, 11, 10), "first_sentence": "Who notices first when your mum is sad?",
    }  # fmt: skip
    HypothesisKept.objects.create(case=pod.case, hypothesis_id=key, **(words | more))


def test_what_was_agreed_becomes_an_action_of_the_record_and_an_entry_on_the_timeline(
    pod: SimpleNamespace, session: Session, brought: Discussion, today: date
) -> None:
    with acting_as(pod.niamh):
        written(pod, brought)
        assert close_session(session=session, by=pod.niamh, on=today) == []
    action = Action.objects.get(case=pod.case)
    assert (action.keeper, action.agreed_in) == (pod.amara, "Group supervision, 3 November")
    assert (action.why, action.first_sentence) == ("She went quiet", "Who notices?")
    assert set(action.children.all()) == set(pod.children)
    entry = ChronologyEntry.objects.get(kind=ChronologyEntry.Kind.REFLECTION)
    assert entry.summary == (
        "Amara Obi, Niamh Castellan and Yael Sharon thought together:"
        " How do we hear Anisa, who interprets for her mother?"
    )
    assert set(entry.children.all()) == set(pod.children)
    brought.refresh_from_db()
    assert (brought.agreed_on, brought.agreed_by) == (today, pod.niamh)


def test_of_twelve_ideas_the_presenter_keeps_two_and_only_those_reach_the_file(
    pod: SimpleNamespace, session: Session, brought: Discussion, today: date
) -> None:
    with acting_as(pod.niamh):
        written(pod, brought, ideas="\n".join(IDEAS), conversations=())
        keep = list(Hypothesis.objects.order_by("pk").values_list("pk", flat=True)[:2])
        written(pod, brought, kept=keep, conversations=())
        for key in keep:
            asked_about(pod, key)
        assert close_session(session=session, by=pod.niamh, on=today) == []
    summary = ChronologyEntry.objects.get(kind=ChronologyEntry.Kind.REFLECTION).summary
    assert [idea for idea in IDEAS if idea in summary] == IDEAS[:2]


def test_the_presenter_keeps_at_most_three(pod: SimpleNamespace, brought: Discussion) -> None:
    with acting_as(pod.niamh):
        written(pod, brought, ideas="\n".join(IDEAS))
        with pytest.raises(TooManyKept):
            written(pod, brought, kept=list(Hypothesis.objects.values_list("pk", flat=True)[:4]))


@pytest.mark.parametrize("left_out", [{"safety": ""}, {"voices": ()}, {"dilemma": " "}])
def test_a_session_ends_without_voice_or_risk_and_that_family_does_not_count(
    pod: SimpleNamespace, session: Session, brought: Discussion, today: date, left_out: dict[str, Any]
) -> None:
    with acting_as(pod.niamh):
        written(pod, brought, **left_out)
        assert close_session(session=session, by=pod.niamh, on=today) == [brought]
    session.refresh_from_db()
    assert session.agreed_on == today
    assert not Action.objects.exists()
    assert not Discussion.objects.agreed().exists()
    with acting_as(pod.niamh):
        brought = Discussion.objects.select_related("session", "case", "words").get()
        assert written(pod, brought)
    assert Action.objects.count() == 1
    assert Discussion.objects.agreed().get().agreed_on == today


def test_what_is_agreed_is_locked(pod: SimpleNamespace, session: Session, brought: Discussion, today: date) -> None:
    with acting_as(pod.niamh):
        written(pod, brought)
        close_session(session=session, by=pod.niamh, on=today)
        for attempt in (
            lambda: written(pod, brought, dilemma="Something else"),
            lambda: close_session(session=session, by=pod.niamh, on=today),
            lambda: say_who_is_here(session=session, parts=[(pod.yael, "")]),
            lambda: bring_family(
                session=session, case=pod.case, children=[], presenter=pod.amara, depth="deep", reason="stuck"
            ),
        ):
            with pytest.raises(Locked):
                attempt()
    assert Discussion.objects.get().words.dilemma.startswith("How do we hear")
    assert Action.objects.count() == 1


def test_a_session_of_next_week_cannot_end_today(pod: SimpleNamespace, session: Session) -> None:
    with acting_as(pod.niamh), pytest.raises(NotYetHeld):
        close_session(session=session, by=pod.niamh, on=date(2026, 11, 2))


def test_somebody_from_whom_the_family_is_kept_neither_presents_nor_keeps_an_action(
    pod: SimpleNamespace, session: Session, brought: Discussion
) -> None:
    with acting_as(pod.niamh):
        with pytest.raises(NotInTheRoom):
            bring_family(session=session, case=pod.case, children=[], presenter=pod.finn, depth="deep", reason="stuck")
        with pytest.raises(NotInTheRoom):
            written(pod, brought, conversations=[NextConversation("Ring", keeper=pod.finn)])


def test_everybody_who_took_part_has_learned_once_and_not_a_word_about_the_family_goes_with_it(
    pod: SimpleNamespace, session: Session, brought: Discussion, today: date
) -> None:
    with acting_as(pod.niamh):
        written(pod, brought, ideas="Shirin may be protecting Imran")
        close_session(session=session, by=pod.niamh, on=today)
    learned = {each.person: each for each in Learning.objects.all()}
    assert set(learned) == {pod.niamh, pod.yael, pod.amara, pod.finn}
    assert learned[pod.amara].role_played == "Presenter"
    assert learned[pod.finn].role_played == "Reflecting team"
    assert learned[pod.yael].peers == ["Amara Obi", "Finn Ash", "Niamh Castellan"]
    everything = " ".join(str(value) for row in Learning.objects.values() for value in row.values())
    for word in ("Rahman", "Khatun", "Anisa", "Imran", "Zayd", "Shirin", "Farida", "interprets", "quiet"):
        assert word not in everything


def test_bringing_a_family_twice_and_typing_an_idea_twice_make_one(
    pod: SimpleNamespace, session: Session, brought: Discussion
) -> None:
    with acting_as(pod.niamh):
        again = bring_family(
            session=session, case=pod.case, children=pod.children, presenter=pod.amara, depth="deep", reason="stuck"
        )
        for _ in range(2):
            written(pod, brought, ideas="- Perhaps silence keeps the peace\nperhaps silence keeps the peace")
    assert again == brought
    assert Hypothesis.objects.get().text == "Perhaps silence keeps the peace"


def test_a_session_has_whom_its_group_has_and_nobody_else(pod: SimpleNamespace, today: date) -> None:
    with as_role("camden_app"), acting_as(pod.niamh):
        parts = [(pod.niamh, "supervisor"), (pod.amara, "presenter")]
        session = open_session(group=pod.group, held_on=today, setting="room", place="", by=pod.niamh, parts=parts)
        assert session.supervisor == pod.niamh
        with pytest.raises(NotInTheRoom):
            say_who_is_here(session=session, parts=[(pod.dan, "observer")])
    assert Attendance.objects.count() == 2


def test_nobody_lets_themselves_into_another_teams_group_or_session(pod: SimpleNamespace, session: Session) -> None:
    theirs = SessionFactory(group=GroupFactory(team=pod.elsewhere, senior_practitioner=pod.dan, name="South"))
    group = {"team": pod.pod, "name": "x", "senior": pod.dan, "clinician": None, "people": [], "on": theirs.held_on}
    attempts: list[tuple[Any, Callable[[], Any]]] = [
        (pod.dan, lambda: say_who_is_here(session=session, parts=[(pod.dan, "observer")])),
        (pod.yael, lambda: say_who_is_here(session=theirs, parts=[(pod.yael, "observer")])),
        (pod.yael, lambda: say_who_is_here(session=session, parts=[(pod.yael, "scribe")])),
        (pod.dan, lambda: open_group(**group)),
    ]
    before = Attendance.objects.count()
    for person, attempt in attempts:
        with as_role("camden_app"), pytest.raises((Locked, DatabaseError)), acting_as(person):
            attempt()
    assert Attendance.objects.count() == before
