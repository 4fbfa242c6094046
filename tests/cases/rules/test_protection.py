"""What conferences, enquiries and bare facts are bound by, in plain Python."""

from datetime import date

import pytest

from cases.rules import protection
from cases.rules.enquiries import MOVES, Stage, findings_with, parts_of_findings, stage_of
from cases.rules.happenings import NOT_RECORDED_YET, Happened
from cases.rules.milestones import TELLINGS, by_group, words_of


def test_the_initial_conference_is_due_15_working_days_after_the_strategy_discussion() -> None:
    assert protection.initial_by(date(2026, 12, 14)) == date(2027, 1, 7)
    assert protection.limit_in_words("CP4") == "15 working days"


def test_the_first_review_counts_from_the_initial_conference_and_later_ones_from_the_last() -> None:
    assert protection.review_by(date(2027, 1, 8), None) == date(2027, 4, 8)
    assert protection.review_by(date(2026, 11, 30), None) == date(2027, 2, 26)  # 28 February is a Sunday
    assert protection.review_by(date(2027, 1, 8), date(2027, 4, 8)) == date(2027, 10, 8)


@pytest.mark.parametrize(("day", "is_one"), [(6, False), (7, True), (8, True), (9, False)])
def test_a_weekend_is_a_saturday_or_a_sunday(day: int, is_one: bool) -> None:
    assert protection.is_weekend(date(2026, 11, day)) is is_one


def test_police_and_health_are_missed_and_others_are_not() -> None:
    assert protection.missing_from_strategy(["social-care"]) == ["police", "health"]
    assert protection.missing_from_strategy(["social-care", "police", "health"]) == []


def test_social_care_and_two_others_are_a_quorum() -> None:
    assert protection.is_quorate(["social-care", "police", "health"])
    assert not protection.is_quorate(["social-care", "police"])
    assert not protection.is_quorate(["police", "health", "education"])


def test_under_four_is_offered_until_the_fourth_birthday() -> None:
    born = date(2022, 11, 3)
    assert "PN0" in dict(protection.ways_to_take_part(born, date(2026, 11, 2)))
    assert "PN0" not in dict(protection.ways_to_take_part(born, date(2026, 11, 3)))
    assert "PN0" in dict(protection.ways_to_take_part(None, date(2026, 11, 3)))


def test_a_review_continues_or_ends_a_plan_and_begins_none() -> None:
    assert dict(protection.outcomes_for("review", has_plan=True)).keys() == {"continues", "ends"}
    assert dict(protection.outcomes_for("review", has_plan=False)).keys() == {"no-plan"}
    assert dict(protection.outcomes_for("initial", has_plan=False)).keys() == {"plan", "no-plan"}


def test_an_enquiry_goes_from_stage_to_stage_and_never_back_from_authorised() -> None:
    day = date(2026, 11, 3)
    assert [stage_of(None, None), stage_of(day, None), stage_of(day, day)] == [
        Stage.OPEN,
        Stage.CONCLUDED,
        Stage.AUTHORISED,
    ]
    assert MOVES[Stage.OPEN] == {Stage.CONCLUDED}
    assert not MOVES[Stage.AUTHORISED]
    assert MOVES.keys() == set(Stage)


def test_the_workers_reason_for_no_conference_is_kept_apart_from_the_findings() -> None:
    assert parts_of_findings(findings_with("A\n\nB", "C")) == ("A\n\nB", "C")
    assert parts_of_findings(findings_with("A", "")) == ("A", "")


def test_each_fact_that_can_be_recorded_is_one_that_clocks_know_and_that_no_table_of_its_own_tells() -> None:
    for key, telling in TELLINGS.items():
        assert telling.kind in Happened, key
        assert telling.kind not in NOT_RECORDED_YET, key
    assert len(dict(pair for _, pairs in by_group() for pair in pairs)) == len(TELLINGS)


def test_whatever_counts_in_hours_asks_for_the_minute() -> None:
    asked = {key for key, telling in TELLINGS.items() if telling.asks_minute}
    assert {"missing", "returned", "police-protection", "emergency-order"} <= asked


def test_a_placement_that_broke_down_is_called_so_though_it_is_kept_as_ended() -> None:
    assert words_of("placement-ended") == "Placement ended as planned"
    assert words_of("placement-ended", "The placement broke down. At night.") == "Placement broke down"
    assert words_of("died") == "Died"
