"""Gently, in autumn, and only whoever is asked for something."""

from datetime import date
from types import SimpleNamespace

import pytest

from camden.principal import acting_as
from tests.conftest import as_role
from tests.factories.training import PieceFactory
from tests.factories.training_floor import AbsenceFactory
from training.reminders import due_for


def reminded(person: object, on: date) -> int:
    with as_role("camden_app"), acting_as(person):
        return len(due_for(person, on))


def test_somebody_who_ignores_it_hears_nothing_from_december_to_august(learners: SimpleNamespace) -> None:
    months = [date(2025, 12, 1), *(date(2026, month, 1) for month in range(1, 9))]
    assert sum(reminded(learners.amara, on) for on in months) == 0
    assert reminded(learners.amara, date(2026, 11, 3)) == 1


@pytest.mark.parametrize("who", ["yael", "bea", "imogen"])
def test_whoever_is_not_asked_is_not_reminded(learners: SimpleNamespace, who: str) -> None:
    assert reminded(getattr(learners, who), date(2026, 11, 3)) == 0


def test_whoever_has_both_pieces_is_not_reminded(learners: SimpleNamespace) -> None:
    PieceFactory(person=learners.amara, peer_with="Yael", peer_changed="Much")
    assert reminded(learners.amara, date(2026, 11, 3)) == 1
    PieceFactory(person=learners.amara)
    assert reminded(learners.amara, date(2026, 11, 3)) == 0


def test_nobody_away_is_reminded_and_who_comes_back_is_for_a_week_if_a_day_passed(learners: SimpleNamespace) -> None:
    AbsenceFactory(person=learners.amara, from_on=date(2026, 10, 26), back_on=date(2026, 11, 9))
    assert reminded(learners.amara, date(2026, 11, 3)) == 0, "1 November passed while she was away"
    assert [reminded(learners.amara, date(2026, 11, day)) for day in (8, 9, 14, 15)] == [0, 1, 1, 1]
    AbsenceFactory(person=learners.dan, from_on=date(2026, 11, 9), back_on=date(2026, 11, 11))
    assert reminded(learners.dan, date(2026, 11, 11)) == 0, "no day passed in two days away"
