"""What stands still: each rule holds its breath until its day, speaks with its evidence, and is quiet when answered."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camden.rules.dates import Span, Unit
from camden.rules.names import day_in_words
from camden.rules.telling import Step
from cases.rules.drift import Answer, Sign, drift, is_quiet, signs_of, told_from
from cases.rules.drift_facts import Action, Child, Facts, Goal, Look, Moved, Plan, Seen, Talked, Touch, Waits
from cases.rules.overseeing import DRIFT_KIND, QUIET_MOST

ON = date(2026, 11, 3)
ANISA = Child(1, since=date(2026, 10, 20), born_on=date(2015, 5, 17))
IMRAN = replace(ANISA, key=2, born_on=date(2018, 5, 17))


def ago(days: int) -> date:
    return ON - timedelta(days=days)


def signs(facts: Facts, on: date = ON) -> list[tuple[str, tuple[int, ...]]]:
    return [(sign.kind, sign.about) for sign in drift(facts, (), on)]


def seen(*how: str) -> tuple[Seen, ...]:
    """Visits to Anisa a week apart, the last of them yesterday."""
    return tuple(
        Seen(number + 10, 1, ago(1 + 7 * (len(how) - number)), each == "alone", each == "company")
        for number, each in enumerate(how)
    )


PLANNED = Facts(children=(ANISA,), plans=(Plan(5, 1, "protection", ago(60)),))
STANDS: dict[str, tuple[Facts, Facts]] = {
    # Each kind: facts that fire it, and the nearest that do not.
    "plan-long": (
        Facts(plans=(Plan(5, 1, "need", date(2026, 2, 3)),)),
        Facts(plans=(Plan(5, 1, "need", date(2026, 2, 4)),)),
    ),
    "goal-still": (
        Facts(goals=(Goal(7, 1, ago(84), touched=(Touch(3, ago(5), "same"),)),)),
        Facts(goals=(Goal(7, 1, ago(84), touched=(Touch(3, ago(80), "closer"),)),)),
    ),
    "late-twice": (
        Facts(actions=(Action(8, (1,), ago(1), ago(20), 1),)),
        Facts(actions=(Action(8, (1,), ON, ago(20), 1),)),
    ),
    "not-alone": (
        replace(PLANNED, seen=seen("alone", "others", "others")),
        replace(PLANNED, seen=seen("others", "alone", "others")),
    ),
    "no-supervision": (
        Facts(children=(replace(ANISA, since=ago(200)),), talked=(Talked(ago(70), (1,)),), looks=(Look(ON, "seen"),)),
        Facts(children=(replace(ANISA, since=ago(200)),), talked=(Talked(ago(69), (1,)),), looks=(Look(ON, "seen"),)),
    ),
    "no-oversight": (
        Facts(children=(replace(ANISA, since=ago(200)),), talked=(Talked(ON, ()),), looks=()),
        Facts(children=(replace(ANISA, since=ago(200)),), talked=(Talked(ON, ()),), looks=(Look(ago(83), "seen"),)),
    ),
    "decision-waits": (Facts(waits=(Waits(9, ago(9), ago(1)),)), Facts(waits=(Waits(9, ago(9), ON),))),
    "step-check": (
        Facts(children=(ANISA,), moves=(Moved(4, date(2026, 8, 3), "protection", "need", (1,), is_checked=False),)),
        Facts(children=(ANISA,), moves=(Moved(4, date(2026, 8, 4), "protection", "need", (1,), is_checked=False),)),
    ),
}
STANDS["no-oversight"] = (
    Facts(children=(replace(ANISA, since=ago(84)),)),
    Facts(children=(replace(ANISA, since=ago(83)),)),
)


@pytest.mark.parametrize("kind", DRIFT_KIND)
def test_each_kind_stands_from_its_day_on_and_not_the_day_before(kind: str) -> None:
    fires, silent = STANDS[kind]
    assert kind in [sign.kind for sign in signs_of(fires, ON)]
    assert kind not in [sign.kind for sign in signs_of(silent, ON)]


@pytest.mark.parametrize("kind", ["no-oversight", "no-supervision"])
def test_what_a_file_could_not_tell_counts_from_the_day_the_record_came_here(kind: str) -> None:
    """Otherwise every family would stand still the day after an import."""

    def standing(imported_days_ago: int) -> list[Sign]:
        facts = Facts(children=(replace(ANISA, since=ago(400)),), known_from=ago(imported_days_ago))
        return [sign for sign in signs_of(facts, ON) if sign.kind == kind]

    assert not standing(1)
    (sign,) = standing(200)
    assert sign.evidence[0].words.startswith(("Not since the record came here", "Not talked about with the pod since"))
    assert day_in_words(ago(200)) in sign.evidence[0].words and sign.since > ago(200)
    before = Facts(children=(replace(ANISA, since=ago(200)),), known_from=ago(400))
    assert any("the referral of" in sign.evidence[0].words for sign in signs_of(before, ON)), "referred here since"


def test_no_fact_is_told_in_a_rules_code() -> None:
    words = [fact.words for fires, _ in STANDS.values() for sign in signs_of(fires, ON) for fact in sign.evidence]
    assert words and not [said for said in words if re.search(r"\b[A-Z]{2}\d", said)]


@pytest.mark.parametrize("kind", DRIFT_KIND)
def test_every_sign_names_its_evidence_with_a_day_and_says_since_when(kind: str) -> None:
    (sign,) = [sign for sign in signs_of(STANDS[kind][0], ON) if sign.kind == kind]
    assert sign.evidence and any("2026" in fact.words for fact in sign.evidence)
    assert sign.since <= ON and sign.parts
    assert any(fact.page for fact in sign.evidence), "and leads to the rows"


@pytest.mark.parametrize("kind", DRIFT_KIND)
def test_an_answer_silences_exactly_that_sign_until_its_day(kind: str) -> None:
    fires = STANDS[kind][0]
    (sign,) = [sign for sign in signs_of(fires, ON) if sign.kind == kind]
    others = [each.kind for each in drift(fires, (), ON) if each.kind != kind]
    answer = Answer(kind, *sign.parts[0], ON, ON + timedelta(days=14))
    assert [each.kind for each in drift(fires, [answer], ON)] == others
    assert kind in [each.kind for each in drift(fires, [answer], ON + timedelta(days=14))]
    elsewhere = replace(answer, child=77) if sign.parts[0][1] is None else replace(answer, subject=77)
    assert kind in [each.kind for each in drift(fires, [elsewhere], ON)]


@given(answered=st.integers(0, 400), lasts=st.integers(1, 4000), later=st.integers(0, 800), fresh=st.integers(0, 400))
def test_nothing_is_ever_quiet_longer_than_three_months_or_past_newer_evidence(
    answered: int, lasts: int, later: int, fresh: int
) -> None:
    sign = Sign("goal-still", ago(500), ((1, 7),), (1,), (), ago(fresh))
    answer = Answer("goal-still", 1, 7, ago(answered), ago(answered) + timedelta(days=lasts))
    on = ago(answered) + timedelta(days=later)
    if is_quiet(sign, answer, on):
        assert later < min(QUIET_MOST, lasts) and sign.fresh_on <= answer.answered_on


def test_what_happens_after_the_answer_is_new() -> None:
    """Each kind that can grow worse says so at once, whatever was answered."""
    answered = ago(20)

    def speaks(kind: str, child: int | None, subject: int | None, facts: Facts) -> bool:
        answer = Answer(kind, child, subject, answered, ON + timedelta(days=30))
        return kind in [sign.kind for sign in drift(facts, [answer], ON)]

    still = Goal(7, 1, ago(200), touched=(Touch(3, ago(5), "same"),))
    assert not speaks("goal-still", 1, 7, Facts(goals=(still,)))
    worse = replace(still, touched=(Touch(3, ago(5), "further"),))
    assert speaks("goal-still", 1, 7, Facts(goals=(worse,)))
    year = Plan(5, 1, "need", date(2025, 10, 30))  # twelve months on 30 October, after the answer
    assert speaks("plan-long", 1, 5, Facts(plans=(year,)))
    assert not speaks("plan-long", 1, 5, Facts(plans=(replace(year, started_on=date(2025, 11, 10)),)))
    assert speaks("not-alone", 1, None, replace(PLANNED, seen=seen("others", "others")))
    assert speaks("late-twice", None, 8, Facts(actions=(Action(8, (), ago(1), ago(60), 2),)))
    assert not speaks("late-twice", None, 8, Facts(actions=(Action(8, (), ago(30), ago(60), 2),)))


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        (replace(PLANNED, seen=seen("others", "company")), "who chose company is not asked"),
        (replace(PLANNED, seen=seen("others")), "once is not twice"),
        (replace(PLANNED, plans=(), seen=seen("others", "others")), "without a plan nobody counts"),
        (replace(PLANNED, children=(replace(ANISA, born_on=ago(500)),), seen=seen("others", "others")), "a baby"),
        (replace(PLANNED, children=(replace(ANISA, born_on=None, is_unborn=True),), seen=seen("others", "others")),
         "an unborn child"),
        (replace(PLANNED, alone_from=12, seen=seen("others", "others")), "younger than this council asks"),
        (replace(PLANNED, plans=(Plan(5, 1, "need", ago(3)),), seen=seen("others", "others")), "before the plan"),
    ],
)  # fmt: skip
def test_nobody_is_said_not_to_be_seen_alone_who_need_not_be(facts: Facts, why: str) -> None:
    assert "not-alone" not in [sign.kind for sign in signs_of(facts, ON)], why


def test_a_visit_that_says_neither_yes_nor_no_neither_counts_nor_breaks_the_row() -> None:
    assert ("not-alone", (1,)) in signs(replace(PLANNED, seen=seen("others", "company", "others")))


@pytest.mark.parametrize(
    ("basis", "months", "said"),
    [("need", 8, ""), ("need", 9, "9 months"), ("need", 12, "12 months"), ("need", 16, "12 months"),
     ("protection", 9, "9 months"), ("protection", 14, "9 months"), ("protection", 15, "15 months"),
     ("early-help", 12, "12 months")],
)  # fmt: skip
def test_a_plan_says_the_latest_of_its_thresholds(basis: str, months: int, said: str) -> None:
    year, month = divmod(2026 * 12 + 10 - months, 12)
    found = drift(Facts(plans=(Plan(5, 1, basis, date(year, month + 1, 3)),)), (), ON)
    assert [said in sign.what for sign in found] == ([True] if said else [])


def test_the_months_are_those_of_the_row_as_the_council_keeps_it() -> None:
    plan = Facts(plans=(Plan(5, 1, "need", date(2026, 5, 3)),))
    assert signs(plan) == []
    assert signs(replace(plan, limits={"CN5a": Span(6, Unit.MONTHS)})) == [("plan-long", (1,))]


def test_brothers_and_sisters_of_one_plan_stand_in_one_line_with_a_part_for_each() -> None:
    began = date(2026, 2, 3)
    both = Facts(plans=(Plan(5, 1, "need", began), Plan(6, 2, "need", began)))
    (sign,) = drift(both, (), ON)
    assert (sign.about, sign.parts) == ((1, 2), ((1, 5), (2, 6)))
    (left,) = drift(both, [Answer("plan-long", 1, 5, ON, ON + timedelta(days=9))], ON)
    assert left.parts == ((2, 6),)


def test_only_the_last_step_of_a_child_is_looked_at_again() -> None:
    down = Moved(4, date(2026, 6, 1), "protection", "need", (1,), is_checked=False)
    up = Moved(5, date(2026, 7, 1), "need", "protection", (1,), is_checked=False)
    here = Facts(children=(ANISA,), moves=(down,))
    assert signs(here) == [("step-check", (1,))]
    assert signs(replace(here, moves=(down, up))) == []
    assert signs(replace(here, moves=(replace(down, is_checked=True),))) == []


def test_a_discussion_counts_as_a_look_and_for_the_children_it_was_about() -> None:
    here = Facts(
        children=(replace(ANISA, since=ago(300)), replace(IMRAN, since=ago(300))), talked=(Talked(ago(9), (1,)),)
    )
    assert signs(here) == [("no-supervision", (2,))]


def test_under_a_protection_plan_the_pod_talks_sooner() -> None:
    here = replace(PLANNED, children=(replace(ANISA, since=ago(300)),), talked=(Talked(ago(60), (1,)),))
    assert signs(here) == [("no-supervision", (1,))]
    assert signs(replace(here, plans=(Plan(5, 1, "need", ago(60)),))) == []


@pytest.mark.parametrize(
    ("kind", "days"),
    [("goal-still", {Step.OWNER: 0, Step.SENIOR: 7, Step.MANAGER: 14}), ("plan-long", {Step.MANAGER: 0}),
     ("no-supervision", {Step.SENIOR: 0, Step.MANAGER: 14})],
)  # fmt: skip
def test_a_sign_goes_up_one_step_after_another_and_never_to_the_service(kind: str, days: dict[Step, int]) -> None:
    assert told_from(kind, ON) == {step: ON + timedelta(days=each) for step, each in days.items()}


def test_the_earliest_comes_first() -> None:
    mixed = Facts(waits=(Waits(9, ago(9), ago(3)), Waits(3, ago(90), ago(40))), goals=(Goal(7, None, ago(90)),))
    days = [sign.since for sign in drift(mixed, (), ON)]
    assert days == sorted(days) and len(days) == 3


_ALL: Callable[..., Facts] = lambda: Facts(  # noqa: E731
    children=(ANISA, IMRAN), plans=STANDS["plan-long"][0].plans, goals=STANDS["goal-still"][0].goals,
    actions=STANDS["late-twice"][0].actions, waits=STANDS["decision-waits"][0].waits,
)  # fmt: skip


def test_keys_tell_the_signs_of_one_family_apart() -> None:
    found = [(sign.kind, sign.key) for sign in drift(_ALL(), (), ON)]
    assert len(found) == len(set(found)) == 4
