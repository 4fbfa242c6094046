"""Three questions about what was promised, answers nobody can trace, and what was done about them."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from training.rules.listening import (
    EXAMPLE,
    Answer,
    Did,
    Promise,
    Round,
    Said,
    Shown,
    Whose,
    YouSaid,
    in_words,
    not_yet_told,
    problems,
    shown,
    waiting,
)
from training.rules.small_numbers import Period, decide

OPENS = date(2026, 11, 2)
AUTUMN = Round(1, EXAMPLE, OPENS, date(2026, 11, 20))
CHARTER = [Promise(question.promise, Whose.STAFF, "Our words", date(2026, 1, 1)) for question in EXAMPLE]
TEN = {f"p{number}": (1, 2 + number // 5) for number in range(10)}
said = st.lists(
    st.builds(Said, st.sampled_from(sorted(TEN)), st.sampled_from(Answer), st.sampled_from(["", " ", "a", "b", "c"])),
    max_size=12,
    unique_by=lambda each: each.person,
)


def test_a_round_is_three_questions_each_tied_to_a_promise_that_holds() -> None:
    assert problems(AUTUMN, CHARTER) == ()
    ended = [replace(CHARTER[0], until_on=OPENS), *CHARTER[1:]]
    assert "no promise" in problems(AUTUMN, ended)[0]
    wrong = Round(2, EXAMPLE[:1] * 2, OPENS, OPENS - timedelta(days=1))
    assert len(problems(wrong, CHARTER)) == 3
    long = replace(AUTUMN, closes_on=OPENS + timedelta(weeks=8, days=1))
    assert problems(long, CHARTER) == ("It is open for longer than eight weeks.",)


def test_a_round_is_open_on_its_last_day_and_decided_after_it() -> None:
    assert AUTUMN.is_open(OPENS) and AUTUMN.is_open(AUTUMN.closes_on) and not AUTUMN.is_over(AUTUMN.closes_on)
    assert AUTUMN.is_over(date(2026, 11, 21)) and not AUTUMN.is_open(date(2026, 11, 21))


@given(said, st.permutations(sorted(TEN)))
def test_nothing_is_shown_of_fewer_than_five_and_words_only_of_five_who_wrote(
    found: list[Said], lot: list[str]
) -> None:
    period = decide({each.person: TEN[each.person] for each in found})
    for path in ((1,), (1, 2), (1, 3)):
        page = shown(found, period, path, lot)
        counted = [each for each in found if TEN[each.person][: len(path)] == path]
        assert page is None or len(counted) >= 5
        if page and page.words:
            assert len(page.words) >= 5 and path == (1,)
            assert sorted(page.words) == sorted(each.words.strip() for each in counted if each.words.strip())


@given(said, said)
def test_what_is_shown_does_not_depend_on_who_said_which_answer(one: list[Said], other: list[Said]) -> None:
    who = {each.person: TEN[each.person] for each in one}
    swapped = [replace(each, answer=Answer.NO if each.answer is Answer.YES else Answer.YES) for each in one]
    period = decide(who)
    assert [shown(one, period, path) is None for path in ((1,), (1, 2))] == [
        shown(swapped, period, path) is None for path in ((1,), (1, 2))
    ]


def test_a_share_is_in_words_without_how_many() -> None:
    answers = [Said(person, Answer.MOSTLY if place < 6 else Answer.NO) for place, person in enumerate(TEN)]
    assert shown(answers, decide(TEN), (1,)) == Shown("half or more")
    assert shown(answers, decide(TEN), (1, 2)) == Shown("most or all")
    assert shown(answers, decide(TEN), (9,)) is None


def test_a_figure_is_not_made_again_without_somebody_who_was_part_of_it() -> None:
    answers = [Said(person, Answer.YES) for person in TEN]
    assert shown(answers, decide(TEN), (1,)) is not None
    assert shown(answers[1:], decide(TEN), (1,)) is None, "nine of ten would tell what the tenth had said"


def test_words_come_in_an_order_nobody_chose() -> None:
    answers = [Said(person, Answer.NO, f"Words of {person}") for person in TEN]
    lot = [f"p{number}" for number in (3, 1, 4, 0, 9, 2, 6, 5, 8, 7)]
    page = shown(answers, decide(TEN), (1,), lot)
    assert page and page.words == tuple(f"Words of {person}" for person in lot)


def test_you_said_we_did_needs_a_figure_that_is_shown_and_an_answer() -> None:
    bare = YouSaid("There is no quiet room.", ((1, "heard"),))
    decided: dict[tuple[int, str], Period] = {(1, "heard"): decide(TEN)}
    assert len(not_yet_told(bare, {(1, "heard"): Period()})) == 3
    did = replace(bare, did=Did.DONE, what="Room 4 is kept free from 12 to 2.", by="Mina Osei", on=date(2026, 12, 1))
    assert not_yet_told(did, decided) == ()
    assert in_words(did) == "You said: There is no quiet room. We did: Room 4 is kept free from 12 to 2."
    will = replace(did, did=Did.WILL)
    assert not_yet_told(will, decided) == ("Say by when.",)
    dated = replace(will, will_by=date(2027, 2, 1))
    assert in_words(dated).startswith("You said: There is no quiet room. We will by 1 February 2027: Room 4")
    assert in_words(bare) == "You said: There is no quiet room. Not answered yet"


def test_it_is_told_in_the_services_words_and_not_in_somebodys() -> None:
    theirs = "There is no quiet room anywhere on our floor!"
    entry = YouSaid(theirs, ((1, "heard"),), Did.CANNOT, "the lease ends in May", "Mina Osei", OPENS)
    assert not_yet_told(entry, {(1, "heard"): decide(TEN)}, [theirs.lower()]) == (
        "Say it in your own words: somebody wrote this.",
    )
    assert not_yet_told(replace(entry, words="Quiet is missing."), {(1, "heard"): decide(TEN)}, [theirs]) == ()


def test_what_was_said_waits_no_longer_than_the_next_round() -> None:
    winter = Round(2, EXAMPLE, date(2027, 2, 1), date(2027, 2, 19))
    entry = YouSaid("No quiet room", ((1, "heard"),))
    assert waiting([entry], [AUTUMN, winter], date(2027, 1, 31)) == ()
    assert waiting([entry], [AUTUMN, winter], date(2027, 2, 1)) == (entry,)
    assert waiting([replace(entry, did=Did.CANNOT)], [AUTUMN, winter], date(2027, 2, 1)) == ()
