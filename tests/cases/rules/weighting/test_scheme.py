"""The numbers as dated rows: shipped ones, a council's own, and what must not be put in force."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.rules.weighting import SHIPPED, Duty, Plan, Row, Terms, Unit, Weighed, problems, scheme_on, score, zone
from cases.rules.weighting.preview import Caseload, preview
from cases.rules.weighting.rows import UnknownRow

ON = date(2026, 11, 3)


def shipped(code: str) -> Row:
    return SHIPPED.rows[code][0]


def test_every_shipped_number_has_its_source_and_its_words() -> None:
    for code, rows in SHIPPED.rows.items():
        assert all(row.code == code and row.words and "REFERENCE" in row.source for row in rows)


def test_the_shipped_numbers_can_hold() -> None:
    assert problems(scheme_on(ON)) == ()


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(0, 20_000))
def test_a_councils_own_number_holds_from_its_day_and_leaves_the_days_before_alone(day: date, points: int) -> None:
    own = SHIPPED.with_own([replace(shipped("plan.in-need"), amount=points, since=day)])
    before, after = (scheme_on(when, own).weighs(Plan.IN_NEED).amount for when in (day - timedelta(days=1), day))
    assert (before, after) == (4000 if day > date(2000, 1, 1) else points, points)


def test_a_number_for_the_same_day_takes_the_place_of_the_shipped_one() -> None:
    own = SHIPPED.with_own([replace(shipped("full-time"), amount=90_000)])
    assert scheme_on(ON, own)["full-time"].amount == 90_000
    assert scheme_on(ON)["full-time"].amount == 100_000, "the shipped rows stay as they are"


def test_a_number_that_nothing_asks_for_is_refused() -> None:
    for wrong in (replace(shipped("stable"), code="plan.unheard-of"), replace(shipped("stable"), unit=Unit.DAYS)):
        with pytest.raises(UnknownRow):
            SHIPPED.with_own([wrong])


@pytest.mark.parametrize(
    ("code", "amount", "said"),
    [
        ("plan.in-need", -1, "“in need” cannot be less than nothing."),
        ("shared.lead", 101, "“a lead who has a co-worker” cannot be more than 100 of 100."),
        ("siblings.3", 80, "A further brother or sister cannot weigh more than the one before."),
        (
            "travel.3",
            100,
            "“a way of more than two hours” must not be less than the step before, and begin or end after",
        ),
        ("zone.full", 1200, "Room, healthy, full and over must follow one another."),
        ("full-time", 0, "A full-time worker must have some capacity."),
    ],
)
def test_numbers_that_contradict_one_another_are_refused_in_a_sentence(code: str, amount: int, said: str) -> None:
    found = problems(scheme_on(ON, SHIPPED.with_own([replace(shipped(code), amount=amount)])))
    assert len(found) == 1 and found[0].startswith(said)


def test_zones_follow_the_rows() -> None:
    stricter = SHIPPED.with_own([replace(shipped("zone.over"), amount=1050)])
    assert (zone(1100, ON), zone(1100, ON, stricter)) == ("over", "unsafe")


def test_a_preview_shows_whom_other_numbers_touch_and_how_many_are_in_each_zone() -> None:
    loads: dict[object, Caseload] = {
        "Ade": Caseload((Weighed(Plan.PROTECTION),) * 11, Terms()),  # 92
        "Rosa": Caseload((Weighed(Plan.IN_NEED),) * 5, Terms(), (Duty.CHAMPION,)),
        "Ruth": Caseload((), Terms("manager")),
    }
    heavier = SHIPPED.with_own([replace(shipped("plan.protection"), amount=8000)])
    found = preview(loads, SHIPPED, heavier, ON)
    assert list(found.changed) == ["Ade"]
    assert [figure.permille for figure in found.changed["Ade"]] == [920, 1030]
    assert (found.zones_before["full"], found.zones_after["full"], found.zones_after["over"]) == (1, 0, 1)
    assert sum(found.zones_after.values()) == 2, "whoever is to hold no caseload is in no zone"


def test_a_caseload_of_last_spring_is_weighed_with_last_springs_numbers() -> None:
    own = SHIPPED.with_own([replace(shipped("stable"), amount=20_000, since=date(2026, 6, 1))])
    assert score([], Terms(), date(2026, 5, 31), (), own).load == 15_000
    assert score([], Terms(), ON, (), own).load == 20_000
