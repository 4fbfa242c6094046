"""The picture of a network, the family's questions, and what is asked about a day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.rules.faith import asks_of
from conferences.rules.inviting import Side
from conferences.rules.network_map import BOX, LONGEST, WIDTH, Person, everybody, picture
from conferences.rules.questions import Answered, Asked, asked_anew, lines_of, stamp_of

PARTS = ["Jo", "Farida", "Mrs", "Begum", "O’Connor-Montgomery-Fitzgerald", "auntie", "من", "Nan"]
NAMES = st.lists(st.sampled_from(PARTS), min_size=1, max_size=4).map(" ".join)
PEOPLE = st.lists(
    st.builds(Person, st.integers(0, 10**9).map(str), NAMES, st.sampled_from(Side), st.sampled_from(["", "Dad’s aunt"]),
              st.booleans()),
    max_size=14,
)  # fmt: skip
WORDS = st.text(alphabet="abc?", min_size=1, max_size=8)
QUESTIONS = st.lists(WORDS, unique=True, max_size=6)


@given(st.lists(NAMES, min_size=1, max_size=6), PEOPLE)
def test_the_picture_and_the_list_name_the_same_people(children: list[str], people: list[Person]) -> None:
    drawn = picture(children, people)
    listed = [each for _, held in everybody(people) for each in held]
    assert sorted(box.person.key for box in drawn.boxes) == sorted(each.key for each in listed)
    assert sorted(each.key for each in listed) == sorted(each.key for each in people)
    assert len(drawn.children[3]) == len(children)


@given(st.lists(NAMES, min_size=1, max_size=6), PEOPLE)
def test_no_box_of_the_picture_covers_another_or_leaves_it(children: list[str], people: list[Person]) -> None:
    drawn = picture(children, people)
    _, top, height, _ = drawn.children
    middle = (WIDTH - BOX) // 2
    places = [(box.x, box.y, box.height) for box in drawn.boxes] + [(middle, top, height)]
    for number, (x, y, high) in enumerate(places):
        assert x >= 0 and x + BOX <= WIDTH and y >= 0 and y + high <= drawn.height
        for x2, y2, high2 in places[number + 1 :]:
            assert x + BOX <= x2 or x2 + BOX <= x or y + high <= y2 or y2 + high2 <= y


@given(PEOPLE)
def test_no_line_of_a_name_is_longer_than_its_box(people: list[Person]) -> None:
    for box in picture(["Anisa"], people).boxes:
        assert all(len(text) <= LONGEST for _, text in box.lines)


def test_the_fathers_side_stands_first_and_whoever_is_on_the_list_before_whoever_is_known() -> None:
    people = [
        Person("1", "Nanu", Side.MOTHER),
        Person("2", "Kamal", Side.FATHER),
        Person("3", "Farida", Side.FATHER, is_invited=True),
    ]
    assert [(side, [each.name for each in held]) for side, held in everybody(people)] == [
        (Side.FATHER, ["Farida", "Kamal"]), (Side.MOTHER, ["Nanu"]), (Side.OTHER, []),
    ]  # fmt: skip


@given(QUESTIONS, QUESTIONS, st.lists(st.sampled_from(["", "Nan"]), min_size=6, max_size=6))
def test_no_answer_of_a_family_is_lost_by_asking_otherwise(
    before: list[str], questions: list[str], words: list[str]
) -> None:
    asked = [Asked(question, said) for question, said in zip(before, words, strict=False)]
    try:
        after = asked_anew(asked, questions)
    except Answered:
        assert any(each.words and each.question not in questions for each in asked)
        return
    assert [each.question for each in after] == questions
    assert sorted(each.words for each in after if each.words) == sorted(each.words for each in asked if each.words)
    kept = dict(asked)
    assert all(each.words == kept[each.question] for each in after if each.question in kept)


def test_a_question_said_better_keeps_its_answer_and_an_answered_one_is_not_taken_out() -> None:
    before = [Asked("Who helps?", "Nan"), Asked("Who rings?")]
    assert asked_anew(before, ["Who helps on Mondays?", "Who rings?"])[0].words == "Nan"
    assert asked_anew(before, ["Who helps?"]) == (Asked("Who helps?", "Nan"),)
    with pytest.raises(Answered, match="has answered “Who helps\\?” already"):
        asked_anew(before, ["Who rings?"])


def test_questions_are_read_one_on_each_line_and_once() -> None:
    assert lines_of(" - Who helps?\n\n• Who rings?\nWho helps?\n") == ("Who helps?", "Who rings?")
    assert stamp_of(["a", "b"]) != stamp_of(["b", "a"])


def test_a_day_of_prayer_is_asked_about_and_a_tuesday_is_not() -> None:
    assert "midday prayers" in asks_of(date(2026, 11, 6))
    assert "Sabbath" in asks_of(date(2026, 11, 7)) and "church" in asks_of(date(2026, 11, 8))
    assert asks_of(date(2026, 11, 3)) == ""
