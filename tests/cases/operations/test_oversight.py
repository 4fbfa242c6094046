"""A manager notes a decision; an answer to what stands still has a reason and an end."""

from collections.abc import Iterator
from datetime import date, timedelta
from importlib import import_module
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


def test_an_answer_keeps_since_when_it_had_stood_of_every_kind_and_part(cast: SimpleNamespace, today: date) -> None:
    """Nobody can work it out once a goal moved, something agreed got another day, or a manager looked."""
    children = tuple(each.pk for each in cast.children[:2])
    parts = tuple((child, None) for child in children)
    sign = Sign("no-supervision", today - timedelta(days=9), parts, children, (), today)
    rows = answer_drift(case=cast.case, sign=sign, children=cast.children, answer="talk", words="On Thursday.",
                        quiet_until_on=today + timedelta(days=9), by=cast.amara, on=today)  # fmt: skip
    assert [row.since_on for row in rows] == [today - timedelta(days=9)] * 2


def test_nothing_is_answered_before_it_began(cast: SimpleNamespace, today: date) -> None:
    with pytest.raises(IntegrityError, match="drift_is_answered_after_it_began"), transaction.atomic():
        DriftAnswer.objects.create(case=cast.case, kind="no-oversight", answer="talk", words="x", answered_on=today,
                                   answered_by=cast.amara, quiet_until_on=today + timedelta(days=9),
                                   since_on=today + timedelta(days=1))  # fmt: skip


# The sentences as they were written when since when was not kept, and the day they name; None where they name none.
SAID_BEFORE = [
    ("plan-long", ["Child in need plan since 12 January 2026.", "On 12 October 2026 it was 9 months old, and it has "
                   "not ended."], date(2026, 10, 12)),
    ("goal-still", ["Set on 1 July 2026. Not closer since it was set.", "14 October 2026: the same."],
     date(2026, 9, 23)),
    ("goal-still", ["Set on 1 May 2026. Last closer on 1 July 2026.", "No visit has touched it since."],
     date(2026, 9, 23)),
    ("late-twice", ["First due on 20 September 2026. Given another day once.",
                    "That day, 30 October 2026, has passed too."], date(2026, 10, 31)),
    ("late-twice", ["First due on 20 September 2026. Given another day twice."], date(2026, 9, 20)),
    ("late-twice", ["First due on 20 December 2026. Given another day twice."], date(2026, 11, 3)),
    ("late-twice", ["Given another day twice."], None),
    ("not-alone", ["1 October 2026: seen, with others there.", "20 October 2026: seen, with others there."],
     date(2026, 10, 20)),
    ("decision-waits", ["Asked for on 1 October 2026, for 9 October 2026. It has not been made."], date(2026, 10, 10)),
    ("decision-waits", ["Promised for 9 October 2026. It has not been made."], date(2026, 10, 10)),
    ("step-check", ["Step down on 1 August 2026. Three months were over on 1 November 2026."], date(2026, 11, 1)),
    ("no-oversight", ["Last on 1 July 2026: a decision made."], None),
    ("no-supervision", ["Last talked about with the pod on 1 July 2026.", "Every 8 weeks is what we want."], None),
    ("plan-long", ["On 12 December 2026 it was 9 months old, and it has not ended."], None),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "evidence", "since"), SAID_BEFORE)
def test_answers_given_before_keep_the_day_that_their_sentences_name_and_no_guess(
    cast: SimpleNamespace, today: date, kind: str, evidence: list[str], since: date | None
) -> None:
    fill = import_module("cases.migrations.0014_since_when_drift_stood").FILL
    DriftAnswer.objects.create(case=cast.case, kind=kind, evidence=evidence, answer="talk", words="x",
                               answered_on=today, answered_by=cast.amara,
                               quiet_until_on=today + timedelta(days=9))  # fmt: skip
    connection.cursor().execute(fill)
    assert DriftAnswer.objects.get().since_on == since


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
