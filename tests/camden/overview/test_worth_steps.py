"""How steps down held, and who was referred again."""

from datetime import UTC, date, datetime, time
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine

from camden.overview.worth_steps import balance
from cases.measures import steps_down
from cases.models import Case, Episode, PlanSpell, ThresholdChild, ThresholdMove
from cases.rules.codesets import CLOSURE_REASON

HELD, AGAIN = date(2026, 2, 2), date(2026, 1, 12)


@pytest.fixture(autouse=True)
def tuesday(today: Any) -> Any:
    with time_machine.travel(datetime.combine(today, time(10), UTC), tick=False):
        yield


def step(cast: SimpleNamespace, child: Any, on: date, before: str = "protection", after: str = "need") -> ThresholdMove:
    move = ThresholdMove.objects.create(
        case=cast.case, moved_on=on, from_basis=before, to_basis=after, driver="improved", why="Anisa sleeps.",
        keeps_worker=True, decided_by=cast.bilal,
    )  # fmt: skip
    ThresholdChild.objects.create(case=cast.case, move=move, child=child)
    return move


def line(cast: SimpleNamespace, code: str, on: date) -> Any:
    found = balance(user=cast.bilal, team_ids=[cast.pod.pk], on=on)
    return next(each for each in found.lines if each.code == code)


def test_a_step_down_held_when_no_more_formal_help_followed_in_its_months(cast: SimpleNamespace, today: date) -> None:
    anisa, imran, _ = cast.children
    step(cast, anisa, HELD)
    step(cast, imran, AGAIN)
    PlanSpell.objects.create(case=cast.case, child=anisa, basis="need", started_on=HELD)
    PlanSpell.objects.create(
        case=cast.case, child=imran, basis="protection", started_on=date(2026, 5, 4), first_category="NEG",
        latest_category="NEG", earlier_plans=1,
    )  # fmt: skip
    half = line(cast, "held-6", today)
    assert (half.value, half.words) == ("50%", "1 of 2 steps.")
    assert half.rest[0].words[1] == "More formal help began on 4 May 2026."
    assert half.met[0].words[0] == "From child protection plan to child in need plan on 2 February 2026."


def test_a_step_counts_once_its_months_are_over(cast: SimpleNamespace, today: date) -> None:
    step(cast, cast.children[0], date(2026, 5, 4))
    assert line(cast, "held-6", today).words == "There were no steps to count."
    assert line(cast, "held-6", date(2026, 11, 4)).words == "1 of 1 steps."
    assert line(cast, "held-12", date(2026, 11, 4)).words == "There were no steps to count."


def test_the_lists_say_the_same_as_the_figure_without_names(cast: SimpleNamespace, today: date) -> None:
    for day in range(1, 15):
        step(cast, cast.children[day % 3], date(2026, 2, day))
    for day in (3, 4, 5, 6, 7):
        PlanSpell.objects.create(
            case=cast.case, child=cast.children[1], basis="protection", started_on=date(2026, 3, day),
            ended_on=date(2026, 3, day + 1), end_reason="stepped-down", first_category="NEG", latest_category="NEG",
            earlier_plans=0,
        )  # fmt: skip
    told = steps_down(cases=Case.objects.all(), team_ids=[cast.pod.pk], months=6, on=today)
    half = line(cast, "held-6", today)
    assert (told.steps, told.held, told.again) == (len(half.met) + len(half.rest), len(half.met), len(half.rest))


def test_whoever_comes_back_within_a_year_was_referred_again(cast: SimpleNamespace, today: date) -> None:
    anisa, imran, zayd = cast.children
    assert {"RC7", "RC5"} <= set(CLOSURE_REASON)
    for child, reason in ((anisa, "RC7"), (imran, "RC7"), (zayd, "RC5")):
        Episode.objects.create(
            case=cast.case, child=child, referred_on=date(2025, 1, 6), closed_on=date(2025, 9, 1),
            closure_reason=reason,
        )  # fmt: skip
    imran.episodes.filter(closed_on=None).update(referred_on=date(2026, 9, 20))
    again = line(cast, "not-again", today)
    # Anisa's open episode began on 20 August 2026, within the year; Imran's after it; Zayd had moved away.
    assert again.words == "1 of 2 closings."
    assert [thing.name for thing in again.rest] == ["Anisa"] and [thing.name for thing in again.met] == ["Imran"]


def test_the_page_counts_up_and_down_and_stands_beside_the_worker_who_stayed(
    cast: SimpleNamespace, browser_for: Any
) -> None:
    step(cast, cast.children[0], HELD)
    step(cast, cast.children[0], date(2026, 9, 14), "early-help", "need")
    answer = browser_for(cast.bilal).get("/worth/steps/")
    page = " ".join(answer.content.decode().split())
    assert "In the 12 months to 3 November 2026: 1 step down, 1 step up." in page
    assert "The same lead worker at a step up or down" in page
    assert "1 of 1 steps up or down." in page  # nobody led before February: only the later step can be looked at
    assert browser_for(cast.amara).get("/worth/steps/").status_code == 403
