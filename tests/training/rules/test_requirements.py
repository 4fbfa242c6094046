"""What a registration year asks, and when somebody is reminded."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.rules.registration import OnRegister
from training.rules.requirements import (
    Recorded,
    asks,
    is_reminded,
    owes,
    registration_year,
    standing,
    whose_rule,
)

days = st.dates(min_value=date(2020, 1, 1), max_value=date(2035, 12, 31))
pieces = st.lists(st.builds(Recorded, days, st.sampled_from(["waiting", "asking", "Asking ", "law"]), st.booleans()))


@given(days)
def test_every_day_lies_in_one_registration_year(on: date) -> None:
    year = registration_year(on)
    assert year.begins_on <= on <= year.ends_on
    assert (year.begins_on.month, year.begins_on.day) == (12, 1)
    assert registration_year(year.ends_on + timedelta(days=1)).begins_on == year.ends_on + timedelta(days=1)


@given(pieces, days)
def test_nothing_is_missing_with_two_different_pieces_and_a_peer_and_only_then(found: list[Recorded], on: date) -> None:
    year = registration_year(on)
    own = [each for each in found if registration_year(each.done_on) == year]
    whole = len({each.about.strip().lower() for each in own}) >= 2 and any(each.has_peer for each in own)
    assert standing(found, year).is_whole == whole


@given(pieces, st.builds(Recorded, days, st.just("new"), st.booleans()), days)
def test_one_more_piece_never_takes_anything_away(found: list[Recorded], more: Recorded, on: date) -> None:
    year = registration_year(on)
    before, after = standing(found, year), standing([*found, more], year)
    assert after.recorded >= before.recorded
    assert after.is_whole or not before.is_whole


@given(days)
def test_nobody_is_reminded_from_december_to_august(on: date) -> None:
    assert not (is_reminded(on) and on.month not in (9, 10, 11))


@pytest.mark.parametrize(
    ("day", "reminded"),
    [((9, 1), True), ((9, 8), False), ((10, 3), True), ((11, 14), False), ((11, 30), True), ((12, 1), False)],
)
def test_a_reminder_stays_a_week_in_autumn(day: tuple[int, int], reminded: bool) -> None:
    assert is_reminded(date(2026, *day)) is reminded


def test_only_social_work_england_asks_for_these() -> None:
    assert [asks(body) for body in ("swe", "hcpc", "ukcp", "")] == [True, False, False, False]


def test_two_with_the_same_words_are_one() -> None:
    year = registration_year(date(2026, 11, 3))
    same = [Recorded(date(2026, 10, 1), "To wait", True), Recorded(date(2026, 10, 2), "to  wait", False)]
    assert standing(same, year).missing == ("one more piece, about something different",)
    assert standing([], year).in_words == "0 of 2"


def test_a_family_support_worker_and_a_clinician_are_never_asked() -> None:
    year, register = registration_year(date(2026, 11, 3)), [OnRegister(date(2020, 1, 1))]
    assert owes(["swe"], register, year) and owes(["hcpc", "swe"], register, year)
    assert not owes([""], [], year) and not owes(["hcpc"], register, year) and not owes([], register, year)
    assert not owes(["swe"], [OnRegister(date(2026, 9, 1))], year), "who joined in the months of renewal"


def test_each_body_has_its_own_sentence_and_an_unknown_one_gets_no_invented_rule() -> None:
    assert "two different pieces" in whose_rule("swe")
    others = [whose_rule(body) for body in ("hcpc", "ukcp", "", "nmc")]
    assert not any("pieces a year" in words for words in others)
    assert all("asked" in words or "No professional body" in words for words in others)


def test_what_became_final_after_the_year_closed_is_still_wanted() -> None:
    year = registration_year(date(2026, 11, 3))
    late = Recorded(date(2026, 11, 20), "To wait", True, recorded_on=date(2026, 12, 1))
    in_time = Recorded(date(2026, 11, 20), "To ask", False, recorded_on=date(2026, 11, 30))
    assert standing([late, in_time], year).missing == (
        "one more piece, about something different",
        "peer reflection in at least one of them",
    )
