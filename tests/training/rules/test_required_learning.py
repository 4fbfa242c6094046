"""Of whom learning is asked, how long it holds and when it is renewed."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from training.rules.required_learning import (
    SHIPPED,
    Done,
    Item,
    Place,
    Rule,
    State,
    Worker,
    asked_of,
    ending,
    holds_until,
    is_asked,
    standings,
)

ON = date(2026, 11, 3)
SAFEGUARDING, DATA, ABUSE = SHIPPED
ADE = Worker(1, (Place("social-worker", (1, 2, 5)),), "social-worker", date(2024, 2, 1))
EVERYBODY = [Rule(item.code, date(2020, 1, 1)) for item in SHIPPED]
days = st.dates(min_value=date(2020, 1, 1), max_value=date(2032, 12, 31))
dones = st.lists(st.builds(Done, st.sampled_from([item.code for item in SHIPPED]), days), max_size=8)
sets = st.frozensets(st.sampled_from(["social-worker", "team-manager", "clinician"]), max_size=2)
rules = st.lists(
    st.builds(
        Rule,
        st.sampled_from([item.code for item in SHIPPED]),
        days,
        st.none() | days,
        roles=sets,
        teams=st.frozensets(st.integers(1, 6), max_size=2),
        grades=sets,
        is_required=st.booleans(),
    ),
    max_size=6,
)
places = st.lists(
    st.builds(Place, st.sampled_from(["social-worker", "team-manager"]), st.lists(st.integers(1, 6)).map(tuple)),
    max_size=3,
).map(tuple)
workers = st.builds(Worker, st.just(1), places, st.sampled_from(["social-worker", "clinician"]), days)


@given(workers, rules, days)
def test_what_is_asked_is_asked_by_a_rule_and_required_if_one_says_so(
    worker: Worker, found: list[Rule], on: date
) -> None:
    asked = asked_of(worker, found, on)
    asking = [rule for rule in found if is_asked(rule, worker, on)]
    assert set(asked) == {rule.item for rule in asking}
    for code, (required, since) in asked.items():
        assert required == any(rule.is_required for rule in asking if rule.item == code)
        assert since >= worker.started_on
    assert asked_of(worker, reversed(found), on) == asked


def test_a_rule_for_a_team_reaches_the_pods_beneath_it_and_no_others() -> None:
    assert is_asked(Rule("x", ON, teams=frozenset({2})), ADE, ON)
    assert is_asked(Rule("x", ON, teams=frozenset({5})), ADE, ON)
    assert not is_asked(Rule("x", ON, teams=frozenset({6})), ADE, ON)
    assert not is_asked(Rule("x", ON, grades=frozenset({"clinician"})), ADE, ON)


def test_role_and_team_are_of_one_place() -> None:
    both = Worker(2, (Place("team-manager", (1, 2)), Place("social-worker", (1, 3))), "manager", ON)
    assert is_asked(Rule("x", ON, roles=frozenset({"team-manager"}), teams=frozenset({2})), both, ON)
    assert not is_asked(Rule("x", ON, roles=frozenset({"team-manager"}), teams=frozenset({3})), both, ON)


def test_a_rule_holds_from_its_day_up_to_its_last_and_not_on_it() -> None:
    rule = Rule("x", ON, ON + timedelta(days=2))
    asked = [is_asked(rule, ADE, ON + timedelta(days=each)) for each in (-1, 0, 1, 2)]
    assert asked == [False, True, True, False]


@given(dones, days, st.sampled_from(SHIPPED))
def test_doing_it_again_never_shortens_how_long_it_holds(done: list[Done], on: date, item: Item) -> None:
    before, after = holds_until(item, done, on), holds_until(item, [*done, Done(item.code, on)], on)
    assert after is not None and (before is None or after >= before)


def test_leap_day_learning_holds_until_the_last_of_february() -> None:
    assert holds_until(DATA, [Done(DATA.code, date(2028, 2, 29))], date(2028, 3, 1)) == date(2029, 2, 28)
    assert holds_until(SAFEGUARDING, [Done(SAFEGUARDING.code, date(2025, 2, 28))], ON) == date(2028, 2, 28)
    assert holds_until(ABUSE, [Done(ABUSE.code, date(2001, 1, 1))], ON) == date.max
    assert holds_until(ABUSE, [Done(ABUSE.code, ON + timedelta(days=1))], ON) is None, "a day to come holds nothing"


@given(dones, days, st.booleans())
def test_every_asked_item_stands_somewhere_and_the_last_day_is_in_time(done: list[Done], on: date, away: bool) -> None:
    shown = standings(ADE, EVERYBODY, done, on, is_away=away)
    assert {each.item for each in shown} == set(SHIPPED) if on >= date(2020, 1, 1) else not shown
    for each in shown:
        assert each.words
        assert each.state is not State.LATE or (each.by_on is not None and each.by_on < on and not away)
        if each.by_on is not None and each.by_on >= on:
            assert each.state is not State.LATE


@given(dones, days)
def test_what_is_recommended_is_never_late(done: list[Done], on: date) -> None:
    soft = [Rule(item.code, date(2020, 1, 1), is_required=False) for item in SHIPPED]
    shown = standings(ADE, soft, done, on)
    assert State.LATE not in {each.state for each in shown}
    assert ending({1: shown}, date.max) == ()


def test_a_passport_begins_with_what_is_held() -> None:
    done = [Done(SAFEGUARDING.code, date(2025, 5, 1)), Done(DATA.code, date(2025, 12, 1))]
    shown = standings(ADE, EVERYBODY, done, ON)
    assert [(each.state, each.words) for each in shown] == [
        (State.HELD, "Holds until 1 May 2028"),
        (State.SOON, "Renew by 1 December 2026"),
        (State.LATE, "Wanted since 1 May 2024"),
    ]
    away = standings(ADE, EVERYBODY, done, ON, is_away=True)
    assert [each.words for each in away][-1] == "Do this after coming back"


def test_the_last_day_is_in_time_and_the_next_is_late() -> None:
    done = [Done(DATA.code, date(2025, 11, 3))]
    (on_the_day,), (after,) = (standings(ADE, EVERYBODY[1:2], done, day) for day in (ON, ON + timedelta(days=1)))
    assert (on_the_day.state, on_the_day.words) == (State.SOON, "Renew by 3 November 2026")
    assert (after.state, after.words) == (State.LATE, "Held until 3 November 2026: renew it")


def test_a_newcomer_has_time_and_so_has_everybody_for_a_new_rule() -> None:
    new = Worker(3, ADE.places, ADE.grade, ON)
    (shown,) = standings(new, EVERYBODY[:1], [], ON)
    assert (shown.state, shown.by_on) == (State.TO_DO, ON + timedelta(days=90))
    (shown,) = standings(ADE, [Rule(DATA.code, ON)], [], ON)
    assert (shown.state, shown.by_on) == (State.TO_DO, ON + timedelta(days=30))


@given(st.dictionaries(st.integers(1, 4), dones), days)
def test_what_ends_is_listed_by_its_day(by_person: dict[int, list[Done]], on: date) -> None:
    standing = {key: standings(ADE, EVERYBODY, done, on) for key, done in by_person.items()}
    listed = ending(standing, on + timedelta(days=90))
    found = [each.by_on for _, each in listed]
    assert found == sorted(found, key=lambda day: day or date.max)
    assert all(day is not None and day <= on + timedelta(days=90) for day in found)
