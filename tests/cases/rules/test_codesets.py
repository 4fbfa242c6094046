"""The code lists, held against what the forms ask for."""

import re

from cases.rules import codesets
from cases.rules.codesets import (
    ABUSE_CATEGORY,
    ASSESSMENT_FACTOR,
    CLOSURE_REASON,
    DISABILITY,
    ETHNICITY,
    FORMER_SEX,
    PRIMARY_NEED,
    REFERRAL_SOURCE,
    RETIRED_FACTORS,
    SEX,
    UPN_UNKNOWN,
    WORKER_CHANGE_REASON,
    YES_NO,
    in_a_sentence,
)

LISTS = {name: codes for name, codes in vars(codesets).items() if isinstance(codes, dict) and name.isupper()}


def test_each_list_has_as_many_codes_as_the_form() -> None:
    sizes = {
        "SEX": 3,
        "ETHNICITY": 20,
        "DISABILITY": 13,
        "REFERRAL_SOURCE": 22,
        "PRIMARY_NEED": 10,
        "CLOSURE_REASON": 9,
        "WORKER_CHANGE_REASON": 10,
        "UPN_UNKNOWN": 7,
        "ASSESSMENT_FACTOR": 44,
        "ABUSE_CATEGORY": 5,
        "YES_NO": 2,
    }
    assert {name: len(LISTS[name]) for name in sizes} == sizes


def test_codes_that_come_in_a_row_have_no_gap() -> None:
    assert list(PRIMARY_NEED) == [f"N{n}" for n in range(10)]
    assert list(CLOSURE_REASON) == [f"RC{n}" for n in range(1, 10)]
    assert list(UPN_UNKNOWN) == [f"UN{n}" for n in range(1, 8)]
    assert list(YES_NO) == ["0", "1"]


def test_the_ten_reasons_for_a_change_of_worker_are_the_national_ones() -> None:
    assert set(WORKER_CHANGE_REASON) == {
        "MANAGE", "FCONTA", "LEFTRL", "ORGRST", "TSPROC", "ABSENC", "CHCHAN", "PCCHAN", "SWDIED", "OTHERS",
    }  # fmt: skip


def test_former_numbers_for_sex_become_codes_of_today() -> None:
    assert sorted(FORMER_SEX) == ["0", "1", "2", "9"]
    assert set(FORMER_SEX.values()) <= set(SEX)


def test_retired_factors_can_still_be_read() -> None:
    assert RETIRED_FACTORS.issubset(ASSESSMENT_FACTOR)
    assert all("no longer used" in ASSESSMENT_FACTOR[code] for code in RETIRED_FACTORS)


def test_codes_fit_the_columns_that_keep_them() -> None:
    longest = {"SEX": 1, "ETHNICITY": 4, "REFERRAL_SOURCE": 3, "PRIMARY_NEED": 2, "CLOSURE_REASON": 3}
    for name, most in longest.items():
        assert max(map(len, LISTS[name])) <= most
    assert max(map(len, ABUSE_CATEGORY)) == 3
    assert max(map(len, DISABILITY)) == 4


def test_every_label_is_a_short_sentence_case_phrase() -> None:
    for name, codes in LISTS.items():
        if name == "FORMER_SEX":
            continue
        for code, label in codes.items():
            assert re.fullmatch(r"[A-Z].{0,79}[^ .]", label), (name, code, label)
            assert not label.isupper() or label == "GP"


def test_no_two_codes_of_a_list_say_the_same() -> None:
    for name, codes in LISTS.items():
        if name != "FORMER_SEX":
            assert len(set(codes.values())) == len(codes), name
    assert len(ETHNICITY) == len(set(ETHNICITY.values()))
    assert len(REFERRAL_SOURCE) == len(set(REFERRAL_SOURCE.values()))


def test_a_label_inside_a_sentence_starts_small_unless_it_is_an_abbreviation() -> None:
    assert in_a_sentence("School") == "school"
    assert in_a_sentence("GP") == "GP"
    assert in_a_sentence("") == ""
