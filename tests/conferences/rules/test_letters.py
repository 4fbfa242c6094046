"""Letters that can be read, and that give nobody away."""

from dataclasses import replace
from datetime import date
from itertools import product

import pyphen  # type: ignore[import-untyped,unused-ignore]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.rules.giving import day_for_them, trade_words_in
from conferences.rules.inviting import Way, why_not_sent
from conferences.rules.letters import LETTERS, NEEDS, Facts, Kind, Reader, kinds_for, offer_in_letter, write
from conferences.rules.reading_age import HARDEST, Syllables, body, grade, hyphenated, measure, vowels

FILLED = (
    Facts(
        "Shirin", ("Anisa", "Imran", "Zayd"), "Samira Yusuf", "020 7946 0102", "Tuesday 8 December", "10 am",
        "Kingsgate Community Centre", link="https://example.org/family/x7k2",
    ),
    Facts(
        "Ngozi Okafor", ("the baby",), "Samira Yusuf", "020 7946 0102", "Wednesday 23 September", "half past four",
        "the Elizabeth Garrett Anderson Hall", needs=tuple(need.code for need in NEEDS), is_before_court=True,
    ),
    Facts("Alasdair Levy-Grant", ("Persephone", "Oluwatobiloba"), "Samira Yusuf", "020 7946 0102"),
    Facts("Jamal", ("Anisa", "Imran", "Zayd"), "Samira Yusuf", "020 7946 0102", "Tuesday 8 December", way=Way.SHUTTLE),
)  # fmt: skip
EVERY = sorted(LETTERS)


def too_hard(text: str) -> dict[str, float]:
    """By each way of counting that finds a text harder than grade 6, how hard."""
    grades = {name: grade(text, count) for name, count in COUNTERS.items()}
    return {name: each for name, each in grades.items() if each > HARDEST}


COUNTERS: dict[str, Syllables] = {
    "vowels": vowels,
    "British hyphens": hyphenated(pyphen.Pyphen(lang="en_GB").positions),
    "American hyphens": hyphenated(pyphen.Pyphen(lang="en_US").positions),
}
"""Every way to count syllables: of a letter the harder one is believed."""


@pytest.mark.parametrize(("kind", "reader"), EVERY)
@pytest.mark.parametrize("facts", FILLED, ids=lambda facts: facts.name)
def test_every_letter_can_be_read_after_six_years_of_school(kind: Kind, reader: Reader, facts: Facts) -> None:
    letter = write(kind, reader, facts)
    assert not too_hard(body(letter))


needs_of = st.lists(st.sampled_from([need.code for need in NEEDS]), unique=True, max_size=len(NEEDS))
days = st.dates(date(2026, 1, 1), date(2028, 12, 31)).map(day_for_them)
hours = st.sampled_from(["", "9 am", "10:30 am", "4:15 pm"])
places = st.sampled_from(["", "Kingsgate Community Centre", "the hall in Agar Grove", "Nan’s church"])
first = st.sampled_from(["Anisa", "Zayd", "Saoirse", "Oluwatobiloba", "Persephone", "Jo", "the baby"])
facts_of = st.builds(
    Facts,
    name=st.sampled_from(["Shirin", "Ngozi Okafor", "Alasdair Levy-Grant"]),
    children=st.lists(first, min_size=1, max_size=3, unique=True).map(tuple),
    coordinator=st.sampled_from(["Samira Yusuf", "Oluwaseun Adebayo-Whitfield"]),
    phone=st.just("020 7946 0102"),
    day=st.just("") | days,
    hour=hours,
    place=places,
    way=st.sampled_from([way for way in Way if way is not Way.NOT_INVITED]),
    needs=needs_of.map(tuple),
    link=st.sampled_from(["", "https://example.org/family/x7k2"]),
    is_before_court=st.booleans(),
)


@pytest.mark.parametrize(("kind", "reader"), EVERY)
@given(facts=facts_of)
@settings(max_examples=40)
def test_it_stays_so_with_any_names_days_and_needs(kind: Kind, reader: Reader, facts: Facts) -> None:
    assert not too_hard(body(write(kind, reader, facts)))


@given(facts=facts_of.filter(lambda facts: facts.day))
def test_so_does_the_offer_in_the_letter_before_court(facts: Facts) -> None:
    assert not too_hard(offer_in_letter(facts))


def test_the_offer_inside_the_letter_before_court_can_be_read_too() -> None:
    words = offer_in_letter(FILLED[0])
    assert all(grade(words, count) <= HARDEST for count in COUNTERS.values())
    with pytest.raises(ValueError):
        offer_in_letter(FILLED[2])


def test_a_letter_in_the_language_of_an_office_would_be_noticed() -> None:
    office = (
        "Following consideration at the legal planning meeting, the local authority is obliged to facilitate a family"
        " group decision-making meeting in accordance with statutory requirements. Participation is voluntary."
    )
    assert all(grade(office, count) > 12 for count in COUNTERS.values())


@pytest.mark.parametrize(("kind", "reader"), EVERY)
def test_no_letter_speaks_the_language_of_the_trade(kind: Kind, reader: Reader) -> None:
    for facts in FILLED:
        letter = write(kind, reader, facts)
        assert trade_words_in(letter) == [] and "{" not in letter and "  " not in letter
        assert letter.startswith(("Dear ", "Hello ")) and "\n\n\n" not in letter


@pytest.mark.parametrize(("kind", "reader"), EVERY)
@given(way=st.sampled_from([way for way in Way if way is not Way.NOT_INVITED]))
def test_whoever_takes_part_apart_reads_neither_hour_nor_place(kind: Kind, reader: Reader, way: Way) -> None:
    letter = write(kind, reader, replace(FILLED[0], way=way))
    if way is not Way.TOGETHER:
        assert "Kingsgate" not in letter
    if way not in (Way.TOGETHER, Way.BY_VIDEO):
        assert "10 am" not in letter
        assert kind not in (Kind.INVITATION, Kind.REVIEW) or "on no paper" in letter


names = st.sampled_from(["Shirin", "Jamal", "Farida", "Hodan"])


@pytest.mark.parametrize(("kind", "reader"), EVERY)
@given(name=names, other=names)
def test_a_letter_names_nobody_but_its_reader_the_children_and_the_coordinator(
    kind: Kind, reader: Reader, name: str, other: str
) -> None:
    letter = write(kind, reader, replace(FILLED[0], name=name))
    assert other == name or not why_not_sent(letter, protected={other: ["14 Ossulston House"]}, hidden_names=[other])


@pytest.mark.parametrize("reader", list(Reader))
def test_a_relative_does_not_read_why_the_council_is_there(reader: Reader) -> None:
    for kind in kinds_for(reader):
        letter = write(kind, reader, replace(FILLED[0], is_before_court=True))
        assert ("court" in letter) == (reader is Reader.PARENT and kind is Kind.OFFER)


def test_every_offer_says_that_it_is_free_to_say_no() -> None:
    for reader in (Reader.PARENT, Reader.CHILD, Reader.YOUNG_PERSON, Reader.WIDER_FAMILY):
        letter = write(Kind.OFFER, reader, FILLED[0])
        assert any(words in letter for words in ("yes or no", "say no", "do not want to", "do not have to"))


def test_children_are_asked_by_nobody_through_a_link_and_everybody_is_invited() -> None:
    assert Kind.ASKING not in {*kinds_for(Reader.CHILD), *kinds_for(Reader.YOUNG_PERSON)}
    assert all(Kind.INVITATION in kinds_for(reader) for reader in Reader)
    with pytest.raises(ValueError):
        write(Kind.ASKING, Reader.CHILD, FILLED[0])
    with pytest.raises(ValueError):
        write(Kind.INVITATION, Reader.PARENT, replace(FILLED[0], way=Way.NOT_INVITED))


def test_the_parts_that_are_not_known_leave_no_gap() -> None:
    for (kind, reader), facts in product(EVERY, (FILLED[2], replace(FILLED[2], day="Friday"))):
        assert not any(gap in write(kind, reader, facts) for gap in (" .", "on .", "at .", "link: \n"))


@given(st.text("abcdefgh .!?\n'’0123456789", max_size=200))
def test_what_is_counted_fits_together(text: str) -> None:
    found = measure(text, vowels)
    assert found.sentences <= found.words <= found.syllables
    assert (found.words > 0) == (found.sentences > 0)


@given(st.lists(st.sampled_from(["We meet.", "Can you come?", "Nan is there too."]), min_size=1, max_size=9))
def test_longer_sentences_are_never_easier(sentences: list[str]) -> None:
    apart, together = " ".join(sentences), " ".join(each.rstrip(".?") for each in sentences) + "."
    assert grade(together, vowels) >= grade(apart, vowels)


def test_the_grade_is_the_formula() -> None:
    assert round(grade("The cat sat on the mat.", vowels), 2) == -1.45
    assert grade("", vowels) == 0 and body("Only one line") == "Only one line"
