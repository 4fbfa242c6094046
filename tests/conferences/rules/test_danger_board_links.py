"""A danger that is passed on, the board, and a family's link."""

from dataclasses import fields
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camden.rules.workdays import england
from conferences.rules.board import COLUMN_OF, TITLES, Card, Column, colour, columns, words
from conferences.rules.danger import Around, Danger, Soon, ToldFamily, for_worker, missing, recipients, still_to_do
from conferences.rules.links import OPEN_FOR, For, is_open, made, why_not_made
from conferences.rules.stages import Stage
from conferences.rules.steps import Timing, clocks
from tests.conferences.rules.test_steps import DAY, WHOLE_WAY, steps, times

TOLD = Danger("Jamal knows the address of the school", (1,), Soon.TONIGHT, ToldFamily.TOLD, spoken_with="Ade")
keys = st.lists(st.integers(1, 6), max_size=3)
arounds = st.builds(
    Around, keys, keys, keys, st.frozensets(st.integers(1, 6)), st.frozensets(st.integers(1, 6), max_size=2)
)


@given(arounds, st.booleans())
def test_somebody_who_is_there_always_hears_of_a_danger(around: Around, is_working_hour: bool) -> None:
    own = {*around.leads, *around.managers} - around.kept_out
    duty = set(around.on_duty) - around.kept_out
    needs_duty = not is_working_hour or not own - around.away
    if not own and not duty:
        with pytest.raises(ValueError):
            recipients(around, is_working_hour=is_working_hour)
        return
    told = recipients(around, is_working_hour=is_working_hour)
    assert set(told) == (own | duty if needs_duty else own) and len(told) == len(set(told))


def test_a_danger_says_which_child_how_soon_and_never_waits_for_a_telephone() -> None:
    assert missing(TOLD) == [] and still_to_do(TOLD) == []
    bare = Danger("", (), family=ToldFamily.WOULD_HARM)
    assert len(missing(bare)) == 4
    assert "Ring them now" in still_to_do(Danger("He has a knife", (1,), Soon.TONIGHT))[0]
    assert missing(Danger("He has a knife", (1,), Soon.TONIGHT)) == []


def test_nothing_but_the_danger_goes_back() -> None:
    assert {field.name for field in fields(Danger)} == {
        "words", "children", "soon", "family", "why_family_not_told", "spoken_with",
    }  # fmt: skip
    said = for_worker(TOLD, names=["Anisa", "Imran"], by="Samira Yusuf", on=date(2026, 11, 3))
    assert said.startswith("Samira Yusuf, 3 November 2026, about Anisa and Imran: Jamal knows")
    assert said.endswith("The family knows that you are told.")


cards = st.lists(
    st.builds(
        lambda key, way, on: Card(key, way[-1].stage, way[-1].on, clocks(way, england(), on=on)) if way else None,
        st.integers(1, 99),
        steps,
        times,
    ),
    max_size=6,
).map(lambda found: [card for card in found if card])


@given(cards)
def test_every_conference_stands_in_one_column(found: list[Card]) -> None:
    board = columns(found)
    assert sorted(card.key for held in board.values() for card in held) == sorted(card.key for card in found)
    assert set(COLUMN_OF) == set(Stage) and set(TITLES) == set(Column) == set(board)
    for column in (Column.PREPARE, Column.ANSWER):
        due = [card.next_clock.due_on for card in board[column] if card.next_clock]
        assert due == sorted(due)


def test_a_card_shows_the_clock_that_runs_and_not_one_that_was_met() -> None:
    running = clocks(WHOLE_WAY[:9], england(), on=DAY + timedelta(90))
    card = Card(1, Stage.PLAN_AGREED, DAY, running)
    assert card.next_clock and card.next_clock.timing is Timing.REVIEW
    assert Card(2, Stage.CLOSED, DAY).next_clock is None


@given(steps, times)
def test_no_clock_of_a_conference_is_ever_red(way, on: date) -> None:  # type: ignore[no-untyped-def]
    for clock in clocks(way, england(), on=on):
        assert colour(clock, on=on) in ("", "amber", "green") and words(clock, on=on)
        assert clock.paused_since is None or words(clock, on=on) == "rests"


@given(st.sampled_from(For), st.integers(-20, 200), st.none() | st.integers(0, 300))
def test_a_link_opens_for_its_time_and_no_longer(opens: For, later: int, until: int | None) -> None:
    link = made(opens, on=DAY, until=None if until is None else DAY + timedelta(until))
    assert link.expires_on <= DAY + OPEN_FOR[opens]
    assert is_open(link, on=DAY + timedelta(later)) == (0 <= later <= (link.expires_on - DAY).days)


@pytest.mark.parametrize("opens", For)
def test_a_link_opens_on_its_last_day_and_not_on_the_next(opens: For) -> None:
    link = made(opens, on=DAY)
    assert link.expires_on == DAY + OPEN_FOR[opens] and is_open(link, on=link.expires_on)
    assert not is_open(link, on=link.expires_on + timedelta(1)) and not is_open(link, on=DAY - timedelta(1))


def test_a_link_closes_at_once() -> None:
    link = made(For.PLAN, on=DAY)
    closed = type(link)(**(vars(link) | {"closed_on": DAY + timedelta(3)}))
    assert is_open(closed, on=DAY + timedelta(2)) and not is_open(closed, on=DAY + timedelta(3))
    answered = type(link)(**(vars(link) | {"answered_on": DAY}))
    assert not is_open(answered, on=DAY)


@given(st.none() | st.booleans(), st.booleans(), st.booleans(), st.sampled_from(For), st.booleans())
def test_a_link_goes_only_where_it_is_known_to_be_safe(
    is_safe: bool | None, is_invited: bool, is_child: bool, opens: For, is_agreed: bool
) -> None:
    why = why_not_made(is_safe=is_safe, is_invited=is_invited, is_child=is_child, opens=opens, is_agreed=is_agreed)
    assert bool(why) == (
        is_safe is not True or not is_invited or is_child or (opens is not For.ASKING and not is_agreed)
    )
