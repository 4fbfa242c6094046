"""Offers and their answers, what a coordinator sees, when to offer again, and the trail before court."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.rules import not_taken_up
from conferences.rules.before_court import Before, Exempt, Law, Mark, Offer, census, is_in_force_in_words, trail
from conferences.rules.consent import (
    DO_NOT_WAIT,
    FACT_SAYS,
    QUIET,
    SAFETY,
    THRESHOLD_SAYS,
    TO_AGREE_TO,
    Answer,
    Asked,
    Changed,
    Fact,
    Known,
    Person,
    Threshold,
    for_coordinator,
    is_wanted,
    latest,
    may_see,
    prompt,
    still_to_ask,
)
from conferences.rules.not_taken_up import SAYS, STAGE_OF, NotTakenUp, Why, counted, is_exemption, missing
from conferences.rules.stages import Stage

DAY = date(2026, 11, 3)
MUM = Person(1, "Shirin", has_responsibility=True, language="Sylheti")
DAD = Person(2, "Jamal", has_responsibility=True)
GIRL = Person(3, "Anisa", is_child=True, years=11)
BABY = Person(4, "Zayd", is_child=True, years=1)
EVERYBODY = [MUM, DAD, GIRL, BABY]
days = st.integers(0, 400).map(lambda number: DAY + timedelta(number))
askings = st.lists(
    st.builds(
        Asked,
        st.integers(1, 4),
        st.sampled_from(Answer),
        days,
        shares=st.frozensets(st.sampled_from(Fact)),
        is_kin=st.booleans(),
    ),
    max_size=12,
)
facts = st.lists(st.builds(Known, st.sampled_from(Fact), st.integers(1, 5), st.text(max_size=8)), max_size=12)


@given(facts, askings)
def test_what_keeps_people_safe_is_never_missing(known: list[Known], asked: list[Asked]) -> None:
    seen = for_coordinator(known, EVERYBODY, asked)
    assert [each for each in seen if each.kind in SAFETY] == [each for each in known if each.kind in SAFETY]
    assert all(fact.kind in SAFETY for fact in seen[: sum(each.kind in SAFETY for each in seen)])


@given(facts, askings)
def test_nothing_else_is_seen_that_nobody_agreed_to(known: list[Known], asked: list[Asked]) -> None:
    for fact in for_coordinator(known, EVERYBODY, asked):
        if fact.kind not in SAFETY:
            assert any(fact.kind in each.shares for each in asked)
    assert for_coordinator([each for each in known if each.kind not in SAFETY], EVERYBODY, []) == ()


@given(facts, askings, st.integers(1, 4))
def test_a_yes_that_is_taken_back_shows_no_more_than_before(known: list[Known], asked: list[Asked], who: int) -> None:
    last = Asked(who, Answer.NO, DAY + timedelta(500))
    assert set(for_coordinator(known, EVERYBODY, [*asked, last])) <= set(for_coordinator(known, EVERYBODY, asked))


def test_a_grown_ups_facts_are_their_own_to_share() -> None:
    said = [Asked(1, Answer.YES, DAY, shares=frozenset({Fact.HEALTH}))]
    assert may_see(Known(Fact.HEALTH, 1, "Iron tablets"), EVERYBODY, said)
    assert not may_see(Known(Fact.HEALTH, 2, "His back"), EVERYBODY, said)
    assert may_see(Known(Fact.HEALTH, 3, "Asthma"), EVERYBODY, said)


def test_whoever_says_no_shares_nothing_of_themselves_whatever_was_ticked() -> None:
    said = [Asked(1, Answer.NO, DAY, shares=frozenset({Fact.HEALTH}))]
    assert not may_see(Known(Fact.HEALTH, 1, "Iron tablets"), EVERYBODY, said)
    assert may_see(Known(Fact.ORDER, 1, "Non-molestation order"), EVERYBODY, said)


def test_of_two_answers_on_one_day_the_later_one_counts() -> None:
    both = [Asked(1, Answer.NO, DAY), Asked(1, Answer.YES, DAY)]
    assert is_wanted(EVERYBODY, both) and not is_wanted(EVERYBODY, both[::-1])


@pytest.mark.parametrize("who", [2, 3])
def test_a_no_of_a_parent_or_of_the_child_keeps_the_childs_facts(who: int) -> None:
    said = [Asked(1, Answer.YES, DAY, shares=frozenset({Fact.SCHOOL})), Asked(who, Answer.NO, DAY)]
    assert not may_see(Known(Fact.SCHOOL, 3, "Quiet in class"), EVERYBODY, said)


def test_an_offer_goes_to_each_and_in_the_language_they_think_in() -> None:
    left = still_to_ask(EVERYBODY, [Asked(1, Answer.THINKING, DAY, language="English")])
    assert left[0] == "Shirin: ask in Sylheti, with an interpreter."
    assert [each.split(":")[0] for each in left] == ["Shirin", "Jamal", "Anisa"]
    by_child = Asked(1, Answer.YES, DAY, interpreter="Anisa", is_kin=True)
    assert "not of the family" in still_to_ask([MUM], [by_child])[0]
    assert still_to_ask([replace(MUM, not_asked_because="Nobody knows where she is")], []) == []


def test_no_baby_and_no_unborn_child_is_asked() -> None:
    unborn = Person(5, "the baby", is_child=True, is_unborn=True)
    assert still_to_ask([MUM, BABY, unborn], [Asked(1, Answer.YES, DAY, interpreter="Mr Ali")]) == []
    assert still_to_ask([MUM, Person(6, "Noor", is_child=True)], [Asked(1, Answer.YES, DAY, interpreter="Mr Ali")])


def test_one_yes_is_enough_and_only_of_those_with_responsibility() -> None:
    assert is_wanted(EVERYBODY, [Asked(1, Answer.NO, DAY), Asked(2, Answer.YES, DAY)])
    assert not is_wanted(EVERYBODY, [Asked(3, Answer.YES, DAY)])
    assert not is_wanted(EVERYBODY, [Asked(2, Answer.YES, DAY), Asked(2, Answer.NO, DAY + timedelta(1))])


@given(askings, st.integers(1, 4))
def test_the_last_word_is_the_one_that_counts(asked: list[Asked], who: int) -> None:
    said = latest(asked, who)
    own = [each for each in asked if each.person == who]
    assert (said is None) == (not own)
    assert said is None or said.on == max(each.on for each in own)


changes = st.lists(st.builds(Changed, st.sampled_from(Threshold), days), max_size=8)


@given(changes, st.lists(days, max_size=3), st.lists(days, max_size=3), days)
def test_nobody_is_prompted_twice_for_one_change(
    came: list[Changed], offered: list[date], put_off: list[date], on: date
) -> None:
    found = prompt(came, offered=offered, is_under_way=False, put_off=put_off, on=on)
    assert prompt(came, offered=offered, is_under_way=True, put_off=put_off, on=on) is None
    if found:
        assert Changed(found.threshold, found.since) in came
        assert all(day < found.since or day > on for day in [*offered, *put_off])
        assert prompt(came, offered=[*offered, on], is_under_way=False, put_off=put_off, on=on) is None
        assert prompt(came, offered=offered, is_under_way=False, put_off=[*put_off, on], on=on) is None
        recent = [day for day in offered if day <= on < day + QUIET]
        assert not recent or found.threshold in DO_NOT_WAIT
    elif not offered and not put_off:
        assert not [each for each in came if each.on <= on]


def test_after_the_last_no_nobody_asks_for_four_weeks_unless_court_is_near() -> None:
    asked = [DAY - timedelta(200), DAY]
    need, court = Changed(Threshold.NEED, DAY + timedelta(3)), Changed(Threshold.BEFORE_COURT, DAY + timedelta(2))
    quiet = {"offered": asked, "is_under_way": False, "put_off": [], "on": DAY + QUIET - timedelta(1)}
    assert prompt([need], **quiet) is None
    pressing = prompt([need, court], **quiet)
    assert pressing and pressing.threshold is Threshold.BEFORE_COURT
    again = prompt([need], **(quiet | {"on": DAY + QUIET}))
    assert again and again.threshold is Threshold.NEED


def test_it_is_offered_from_early_help_on_and_when_the_family_asks() -> None:
    for threshold in Threshold:
        found = prompt([Changed(threshold, DAY)], offered=[], is_under_way=False, put_off=[], on=DAY)
        assert found and found.words.endswith(f"{threshold.words}.") and not found.is_again
    again = prompt(
        [Changed(Threshold.NEED, DAY)], offered=[DAY - timedelta(90)], is_under_way=False, put_off=[], on=DAY
    )
    assert again and again.words.startswith("Offer a family group conference again")


def test_every_code_has_words_for_the_family_without_blame() -> None:
    assert set(SAYS) == set(Why) == set(STAGE_OF)
    assert not [says for says in SAYS.values() if "refus" in f"{says}".lower() or "fail" in f"{says}".lower()]
    assert set(THRESHOLD_SAYS) == set(Threshold) and set(FACT_SAYS) == set(Fact) and not SAFETY & set(TO_AGREE_TO)
    assert not_taken_up.HEADING == "Not taken up, and why"


@given(st.sampled_from(Why), st.lists(days, max_size=6))
def test_only_a_decision_of_a_manager_is_an_exemption(why: Why, attempts: list[date]) -> None:
    said = NotTakenUp(why, DAY + timedelta(400), "Words", attempts)
    assert is_exemption(why) == (STAGE_OF[why] is Stage.EXEMPT)
    if is_exemption(why):
        assert len(missing(said)) == 2
        assert missing(replace(said, decided_by="Ruth", is_manager=True, evidence="Bail until May")) == []
    elif why is Why.NO_REPLY:
        assert bool(missing(said)) == (len(set(attempts)) < 3)
    else:
        assert missing(said) == []


def test_three_attempts_are_on_three_days_that_have_been() -> None:
    said = NotTakenUp(Why.NO_REPLY, DAY, attempts=[DAY, DAY, DAY + timedelta(1), DAY - timedelta(1)])
    assert missing(said) == ["1 more attempt on another day"]
    assert missing(replace(said, attempts=[DAY])) == ["2 more attempts on other days"]
    assert missing(NotTakenUp(Why.OTHER_MEETING, DAY)) == ["which meeting they would like"]


def test_small_numbers_of_reasons_are_hidden() -> None:
    found = counted([Why.NOT_NOW] * 9 + [Why.DISTRUST] * 2 + [Why.PRIVACY] * 6)
    assert found[SAYS[Why.DISTRUST].worker] is None and found[SAYS[Why.PRIVACY].worker] is None
    assert found[SAYS[Why.NOT_NOW].worker] == 9 and found[SAYS[Why.SAFETY].worker] == 0


offers = st.lists(
    st.builds(
        Offer, st.sampled_from(["Caitlin", "Emeka"]), st.none() | days, answer=st.sampled_from(["", "yes", "no"])
    ),
    max_size=3,
)
befores = st.builds(
    Before,
    st.none() | days,
    st.none() | st.booleans(),
    offers,
    st.none() | st.builds(Exempt, days, st.just("Ruth"), st.just("because")),
    st.none() | days,
    st.none() | days,
)


@given(befores, days)
def test_before_its_commencement_the_section_only_advises(before: Before, on: date) -> None:
    assert Mark.DUTY not in {line.mark for line in trail(before, Law(), on=on)}
    after = Law(on + timedelta(2000))
    assert [line.mark for line in trail(before, after, on=on)] == [line.mark for line in trail(before, Law(), on=on)]


@given(befores, days)
def test_in_force_it_says_what_is_missing_and_nothing_more_than_before(before: Before, on: date) -> None:
    binding = trail(before, Law(date(2020, 1, 1)), on=on)
    for line, plain in zip(binding, trail(before, Law(), on=on), strict=True):
        assert (line.what, line.words) == (plain.what, plain.words)
        assert line.mark is (Mark.DUTY if plain.mark is Mark.ADVISED else plain.mark)


def test_a_letter_without_an_answer_about_the_offer_is_asked_about() -> None:
    assert census(Before(letter_on=DAY)).ask and census(Before()) == census(Before(held_on=DAY))
    assert census(Before(DAY, True, held_on=DAY)).held is True and census(Before(DAY, False)).held is None
    assert "no day of commencement" in is_in_force_in_words(Law())
    assert is_in_force_in_words(Law(date(2027, 4, 1))) == "Section 31ZA is in force since 1 April 2027."


def test_the_line_of_the_letter_says_what_was_said_of_it_and_no_more() -> None:
    def line(before: Before) -> tuple[Mark, str]:
        first = trail(before, Law(), on=DAY + timedelta(9))[0]
        return first.mark, first.words

    assert line(Before()) == (Mark.OPEN, "No letter has gone. Put the offer in it.")
    assert line(Before(DAY, True))[0] is Mark.DONE
    mark, words = line(Before(DAY, None))
    assert mark is Mark.ADVISED and "nobody said whether the offer was in it" in words
    assert line(Before(DAY, False)) == (Mark.ADVISED, "The letter went without it. Offer it now, and say on which day.")


def test_a_decision_against_it_counts_for_the_letter_only_if_it_came_before() -> None:
    marks = [
        trail(Before(DAY, False, exempt=Exempt(DAY + timedelta(days), "Ruth", "Bail.")), Law(DAY), on=DAY)[0].mark
        for days in (-1, 0, 1)
    ]
    assert marks == [Mark.NOT_NEEDED, Mark.NOT_NEEDED, Mark.DUTY]


def test_who_was_asked_before_this_time_is_not_said_never_to_have_been_asked() -> None:
    before = Before(DAY, True, [Offer("Jamal", asked_before=DAY - timedelta(400)), Offer("Shirin")])
    said = [line.words for line in trail(before, Law(), on=DAY)[1:3]]
    assert "Last asked on" in said[0] and "Ask them again." in said[0] and said[1] == "Nobody has asked them yet."
    assert trail(before, Law(DAY), on=DAY)[1].mark is Mark.DUTY, "it is an offer to make all the same"


def test_a_yes_without_a_meeting_stands_out_once_the_application_is_made() -> None:
    before = Before(DAY, True, [Offer("Caitlin", DAY, answer="yes")], application_on=DAY + timedelta(60))
    assert trail(before, Law(DAY), on=DAY + timedelta(61))[-1].mark is Mark.DUTY
    late = replace(before, held_on=DAY + timedelta(61))
    assert trail(late, Law(DAY), on=DAY + timedelta(90))[-1].mark is Mark.DUTY
    assert trail(replace(before, held_on=DAY + timedelta(60)), Law(DAY), on=DAY + timedelta(90))[-1].mark is Mark.DONE
    spared = replace(before, exempt=Exempt(DAY + timedelta(30), "Ruth Adeyemi", "Bail until May."))
    assert trail(spared, Law(DAY), on=DAY + timedelta(61))[-1].mark is Mark.NOT_NEEDED
