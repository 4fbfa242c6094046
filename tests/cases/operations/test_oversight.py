"""A manager notes a decision; an answer to what stands still has a reason and an end."""

from collections.abc import Iterator
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.db import IntegrityError, connection, transaction

from camden.principal import acting_as
from cases.models import ChronologyEntry, DriftAnswer, Goal, Oversight
from cases.operations.oversight import NotAnswered, NotOverseen, answer_drift, oversee
from cases.readings.drift import drift_of
from cases.rules.drift import Sign
from cases.rules.overseeing import QUIET_MOST
from tests.conftest import as_role
from tests.factories.drift import still_goal


@pytest.fixture(autouse=True)
def somebody(cast: SimpleNamespace) -> Iterator[None]:
    """Somebody is signed in: every verb is written down with who did it."""
    with acting_as(cast.bilal):
        yield


DECIDED = {
    "about": "Visit: Imran, due 20 October 2026",
    "decision": "Ade goes on Thursday.",
    "rationale": "School saw him.",
}


def test_a_decision_stands_on_the_record_with_its_reasons(cast: SimpleNamespace, today: date) -> None:
    seen = oversee(case=cast.case, child=cast.children[1], by=cast.bilal, on=today, about_code="CN2",
                   look_again_on=today + timedelta(days=4), **DECIDED)  # fmt: skip
    entry = ChronologyEntry.objects.get(kind="oversight")
    assert entry.subject_id == seen.pk and "Ade goes on Thursday." in entry.summary
    assert [part.child for part in entry.about.all()] == [cast.children[1]]


def test_only_whoever_may_decide_notes_a_decision(cast: SimpleNamespace, today: date) -> None:
    with pytest.raises(NotOverseen, match="A manager notes"):
        oversee(case=cast.case, by=cast.amara, on=today, **DECIDED)


@pytest.mark.parametrize("empty", ["decision", "rationale"])
def test_a_decision_has_its_reasons(cast: SimpleNamespace, today: date, empty: str) -> None:
    with pytest.raises(NotOverseen) as refused:
        oversee(case=cast.case, by=cast.bilal, on=today, **(DECIDED | {empty: "  "}))
    assert refused.value.about == empty


def test_one_looks_again_after_today(cast: SimpleNamespace, today: date) -> None:
    with pytest.raises(NotOverseen, match="after today"):
        oversee(case=cast.case, by=cast.bilal, on=today, look_again_on=today, **DECIDED)


def test_a_note_is_never_changed_and_never_deleted(cast: SimpleNamespace, today: date) -> None:
    oversee(case=cast.case, by=cast.bilal, on=today, **DECIDED)
    for sql in ("update cases_oversight set decision = 'x'", "delete from cases_oversight"):
        with as_role("camden_app"), pytest.raises(Exception, match="permission denied"), transaction.atomic():
            connection.cursor().execute(sql)
    assert Oversight.objects.get().decision == DECIDED["decision"]


def sign_of(cast: SimpleNamespace, on: date) -> Sign:
    return next(sign for sign in drift_of([cast.case.pk], on)[cast.case.pk] if sign.kind == "goal-still")


@pytest.mark.parametrize(
    ("said", "about"),
    [({"words": " "}, "words"), ({"answer": "never"}, "answer"), ({"days": 0}, "quiet_until_on"),
     ({"days": QUIET_MOST + 1}, "quiet_until_on")],
)  # fmt: skip
def test_an_answer_without_a_reason_or_an_end_is_refused(
    cast: SimpleNamespace, today: date, said: dict[str, str | int], about: str
) -> None:
    still_goal(cast.case, cast.amara)
    asked = {"words": "We talk on Thursday.", "answer": "talk", "days": QUIET_MOST} | said
    until = today + timedelta(days=int(asked.pop("days")))
    with pytest.raises(NotAnswered) as refused:
        answer_drift(case=cast.case, sign=sign_of(cast, today), children=cast.children, by=cast.amara, on=today,
                     quiet_until_on=until, words=str(asked["words"]), answer=str(asked["answer"]))  # fmt: skip
    assert refused.value.about == about
    assert not DriftAnswer.objects.exists()


def test_the_database_silences_nothing_for_ever_either(cast: SimpleNamespace, today: date) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        DriftAnswer.objects.create(case=cast.case, kind="no-oversight", answer="talk", words="x", answered_on=today,
                                   answered_by=cast.amara, quiet_until_on=today + timedelta(days=93))  # fmt: skip


def test_what_is_said_of_a_goal_kept_from_somebody_is_kept_from_them(cast: SimpleNamespace, today: date) -> None:
    still_goal(cast.case, cast.amara)
    Goal.objects.update(is_kept_from_family=True, kept_from=[7])
    answer_drift(case=cast.case, sign=sign_of(cast, today), children=[], answer="talk", words="With her alone.",
                 quiet_until_on=today + timedelta(days=9), by=cast.amara, on=today)  # fmt: skip
    entry = ChronologyEntry.objects.get(kind="drift")
    assert entry.is_kept_from_family and entry.kept_from == [7]
