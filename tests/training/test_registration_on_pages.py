"""The edges of a registration year as somebody sees them on their own page and in their passport."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine

from camden.models import Employment
from tests.factories.training import PieceFactory
from tests.factories.training_floor import AbsenceFactory

BOTH = "If you joined the register since 1 September, no pieces are asked of you this year."


def pages(browser_for: Any, person: Any, at: datetime) -> tuple[str, str]:
    """One's own page of learning and one's passport, at that moment."""
    with time_machine.travel(at, tick=False):
        client = browser_for(person)
        return client.get("/learning/").content.decode(), client.get("/learning/passport/").content.decode()


def test_the_year_ends_when_the_clock_on_the_wall_says_midnight(learners: SimpleNamespace, browser_for: Any) -> None:
    for number in range(2):
        PieceFactory(person=learners.amara, peer_with="Bilal Aziz", peer_changed=f"He heard hope, {number}.")
    mine, passport = pages(browser_for, learners.amara, datetime(2026, 11, 30, 23, 59, 59, tzinfo=UTC))
    assert "December 2025 to November 2026: <strong>2 of 2" in mine and "Today is the last day of this year." in mine
    assert "Pieces of learning this year: 2 of 2 recorded" in passport
    mine, passport = pages(browser_for, learners.amara, datetime(2026, 12, 1, tzinfo=UTC))
    assert "December 2026 to November 2027: <strong>0 of 2" in mine and "364 days left" in mine
    assert "Pieces of learning this year: 0 of 2 recorded" in passport


@pytest.mark.parametrize(("year", "left"), [(2027, 275), (2028, 276)])
def test_the_last_of_february_has_its_day(learners: SimpleNamespace, browser_for: Any, year: int, left: int) -> None:
    mine, _ = pages(browser_for, learners.amara, datetime(year, 2, 28, 12, tzinfo=UTC))
    assert f"{left} days left" in mine


@pytest.mark.parametrize(
    ("came_on", "says_both"), [(date(2026, 3, 2), False), (date(2026, 8, 31), False), (date(2026, 9, 1), True)]
)
def test_who_came_during_the_year_is_asked_for_both_and_who_came_since_september_reads_both_cases(
    learners: SimpleNamespace, browser_for: Any, came_on: date, says_both: bool
) -> None:
    Employment.objects.filter(user=learners.amara).update(started_on=came_on)
    mine, passport = pages(browser_for, learners.amara, datetime(2026, 11, 3, 10, tzinfo=UTC))
    assert "Still to come: two more pieces, and peer reflection" in mine
    assert (BOTH in mine) is says_both
    assert "Pieces of learning this year: 0 of 2 recorded" in passport


def test_leave_lets_nobody_off_and_says_nothing_of_it(learners: SimpleNamespace, browser_for: Any) -> None:
    AbsenceFactory(person=learners.amara, from_on=date(2026, 1, 12), back_on=date(2026, 11, 2))
    back, passport = pages(browser_for, learners.amara, datetime(2026, 11, 2, 10, tzinfo=UTC))
    assert "Still to come: two more pieces" in back and "28 days left" in back
    assert "0 of 2 recorded" in passport
    assert "away" not in back.partition("<main")[2].lower()


def test_a_piece_done_in_november_and_final_in_december_counts_in_neither_year(
    learners: SimpleNamespace, browser_for: Any
) -> None:
    PieceFactory(person=learners.amara, done_on=date(2026, 11, 29), recorded_on=date(2026, 12, 1))
    for at in (datetime(2026, 11, 30, 12, tzinfo=UTC), datetime(2026, 12, 2, 12, tzinfo=UTC)):
        mine, passport = pages(browser_for, learners.amara, at)
        assert "<strong>0 of 2" in mine and "0 of 2 recorded" in passport


def test_another_body_is_asked_for_nothing_on_any_day(learners: SimpleNamespace, browser_for: Any) -> None:
    mine, passport = pages(browser_for, learners.yael, datetime(2026, 11, 30, 12, tzinfo=UTC))
    assert "of 2" not in mine and "Pieces of learning" not in passport
    assert "The Health and Care Professions Council has its own rules for learning. Nothing is asked of you" in mine
    mine, _ = pages(browser_for, learners.bea, datetime(2026, 11, 30, 12, tzinfo=UTC))
    assert "No professional body asks for pieces of learning in your work." in mine
