"""The legal basis changes by rules that hold for every day and every way there is."""

from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.rules.basis import REGISTERED, STATUTORY, counted_since, set_by_referral, statutory_since, why_not_basis
from cases.rules.journey import LEGAL_BASIS

BEGAN = date(2026, 9, 1)
bases = st.sampled_from(list(LEGAL_BASIS))
days = st.integers(-60, 60).map(lambda some: BEGAN + timedelta(days=some))


def ask(now: str = "early-help", to: str = "need", on: date = BEGAN, **said: object) -> tuple[str, str]:
    facts: dict[str, object] = {"started_on": BEGAN, "last_on": None, "referred": {"Anisa": BEGAN}}
    return why_not_basis(now, to, on, **(facts | said))  # type: ignore[arg-type]


@pytest.mark.parametrize(("now", "to"), list(permutations(LEGAL_BASIS, 2)))
def test_every_basis_may_become_every_other_and_come_back(now: str, to: str) -> None:
    assert ask(now, to) == ask(to, now) == ("", "")


def test_what_cannot_be_is_said_beside_its_answer() -> None:
    assert ask("need", "need") == ("Its basis is child in need (section 17) already.", "legal_basis")
    assert ask(on=BEGAN - timedelta(days=1))[1] == "began_on"
    again = ask(last_on=date(2026, 9, 9))
    assert again == ("Its basis changed on 9 September 2026. Enter that day or a later one.", "began_on")
    assert ask(referred={"Anisa": BEGAN, "Zayd": None}) == (
        "Zayd has no open referral. Take the referral first.",
        "legal_basis",
    )
    assert "the basis changes on or after it" in ask(referred={"Anisa": date(2026, 9, 2)})[0]


@given(to=bases, on=days, referred=st.dictionaries(st.sampled_from(["Anisa", "Zayd"]), st.none() | days))
def test_statutory_work_never_begins_before_a_referral(to: str, on: date, referred: dict[str, date | None]) -> None:
    now = "early-help" if to != "early-help" else "need"
    if why_not_basis(now, to, on, started_on=BEGAN, last_on=None, referred=referred) == ("", "") and to in STATUTORY:
        assert all(day is not None and day <= on for day in referred.values())


@given(was=days.filter(lambda day: day <= BEGAN), now=bases, to=bases, referred=st.lists(days))
def test_what_it_counts_from_is_the_day_of_before_or_a_referral_and_never_after_it_began(
    was: date, now: str, to: str, referred: list[date]
) -> None:
    day = set_by_referral(was, now=now, to=to, started_on=BEGAN, referred=referred)
    assert day <= BEGAN and day in {was, *referred}
    again = set_by_referral(day, now=to, to="early-help", started_on=BEGAN, referred=referred)
    assert again == day  # stepping down takes no day away


@given(changes=st.lists(st.tuples(bases, days)), referred=st.lists(days))
def test_a_late_referral_counts_once_the_assessment_left_help_by_agreement(
    changes: list[tuple[str, date]], referred: list[date]
) -> None:
    day = counted_since(BEGAN, started_on=BEGAN, changes=changes, referred=referred)
    assert day == BEGAN or (day in referred and day > BEGAN)
    if not any(before == "early-help" for before, _ in changes):
        assert day == BEGAN


def test_protection_is_a_registered_social_workers_and_is_statutory() -> None:
    assert REGISTERED < STATUTORY < set(LEGAL_BASIS)


@pytest.mark.parametrize(
    ("basis", "changes", "since"),
    [
        ("need", [], 1),
        ("early-help", [], None),
        ("need", [("early-help", 5)], 5),
        ("early-help", [("need", 5)], 1),
        ("protection", [("early-help", 5), ("need", 9)], 5),
        ("need", [("early-help", 5), ("need", 9), ("early-help", 12)], 5),
        ("early-help", [("early-help", 5), ("need", 9)], 5),
    ],
)
def test_the_return_knows_an_assessment_from_the_day_it_became_statutory(
    basis: str, changes: list[tuple[str, int]], since: int | None
) -> None:
    days = [(before, date(2026, 9, day)) for before, day in changes]
    assert statutory_since(date(2026, 9, 1), basis, days) == (since and date(2026, 9, since))
