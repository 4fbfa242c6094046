"""Who gets a place: never more than there are, never two for one person, and in an order people can count on."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from camden.rules.moments import HERE
from training.rules.places import Course, Refusal, Settled, Stand, Wish, line_of, refusal, settle

HELD = date(2026, 12, 3)
FIRST = datetime(2026, 11, 3, 9, tzinfo=HERE)
wishes = st.lists(
    st.builds(
        Wish,
        st.integers(1, 12),
        st.integers(0, 500).map(lambda minutes: FIRST + timedelta(minutes=minutes)),
        st.none() | st.dates(min_value=date(2026, 11, 1), max_value=date(2027, 2, 1)),
        st.booleans(),
        st.none() | st.booleans(),
        st.booleans(),
    ),
    max_size=25,
)
courses = st.builds(Course, st.integers(0, 10), st.just(HELD), st.booleans(), st.booleans())


def _wish(person: int, minutes: int = 0, **more: object) -> Wish:
    return replace(Wish(person, FIRST + timedelta(minutes=minutes)), **more)


@given(courses, wishes)
def test_nobody_new_gets_a_place_that_is_not_there(course: Course, found: list[Wish]) -> None:
    settled = settle(course, found)
    had = {each.person for each in found if each.has_place and not each.is_withdrawn}
    assert had <= set(settled.has_place), "nobody loses a place"
    assert len(settled.has_place) <= max(course.places, len(had))
    assert set(settled.given) == set(settled.has_place) - had
    everybody = [*settled.has_place, *settled.waiting, *settled.to_agree]
    assert len(everybody) == len(set(everybody)), "everybody stands in one place"


@given(courses, wishes)
def test_nobody_waits_while_a_place_is_free(course: Course, found: list[Wish]) -> None:
    settled = settle(course, found)
    if not course.is_called_off:
        assert not (settled.waiting and settled.free)
        assert settled.free == max(course.places - len(settled.has_place), 0)
    else:
        assert settled.given == ()


@given(courses, st.permutations(range(8)), wishes)
def test_the_order_in_which_wishes_are_read_does_not_matter(
    course: Course, order: list[int], found: list[Wish]
) -> None:
    some = [each for each in found if not each.has_place][:8]
    mixed = [some[place] for place in order if place < len(some)]
    plain = [replace(each, person=place) for place, each in enumerate(some)]
    assert settle(course, [plain[place] for place in order if place < len(plain)]) == settle(course, plain)
    assert set(settle(course, mixed).waiting) == set(settle(course, some).waiting)


@given(courses, wishes)
def test_asking_again_changes_nothing(course: Course, found: list[Wish]) -> None:
    again = [replace(each, asked_at=each.asked_at + timedelta(days=1), has_place=False) for each in found]
    assert settle(course, [*found, *again]) == settle(course, found)


@given(courses, wishes)
def test_settling_what_is_settled_changes_nothing(course: Course, found: list[Wish]) -> None:
    settled = settle(course, found)
    kept = [replace(each, has_place=each.has_place or each.person in settled.given) for each in found]
    again = settle(course, kept)
    assert (set(again.has_place), again.waiting, again.given) == (set(settled.has_place), settled.waiting, ())


def test_two_at_once_for_the_last_place_are_one_place_and_one_waiting() -> None:
    course = Course(1, HELD)
    both = [_wish(1), _wish(2)]
    for order in (both, both[::-1]):
        assert settle(course, order) == Settled((1,), (2,), (), (1,), 0)


@given(st.integers(1, 9), st.integers(1, 9))
def test_whoever_goes_lets_exactly_one_move_up(places: int, more: int) -> None:
    course = Course(places, HELD)
    asked = [_wish(person, person) for person in range(places + more)]
    held = [replace(each, has_place=each.person < places) for each in asked]
    gone = [replace(held[0], is_withdrawn=True), *held[1:]]
    assert settle(course, gone).given == (places,), "the first of the list"
    assert settle(course, gone).waiting == tuple(range(places + 1, places + more))


def test_whose_required_learning_ends_before_the_session_moves_up_first() -> None:
    course = Course(0, HELD)
    line = [_wish(1), _wish(2, 1, ends_on=HELD), _wish(3, 2, ends_on=date(2026, 11, 20))]
    line.append(_wish(4, 3, ends_on=date(2026, 11, 10)))
    assert settle(course, line).waiting == (4, 3, 1, 2), "ending on the day itself is in time"
    assert [each.person for each in line_of(course, line)] == [4, 3, 1, 2]


def test_an_unanswered_wish_keeps_its_turn_and_takes_no_place() -> None:
    course = Course(1, HELD, needs_agreement=True)
    asked = [_wish(1), _wish(2, 5, agreed=True), _wish(3, 6, agreed=False)]
    settled = settle(course, asked)
    assert (settled.has_place, settled.to_agree, settled.of(3)) == ((2,), (1,), None)
    later = [replace(asked[0], agreed=True), replace(asked[1], has_place=True), _wish(4, 1, agreed=True)]
    assert settle(course, later).waiting == (1, 4)


def test_fewer_places_take_nothing_from_who_has_one() -> None:
    held = [_wish(person, person, has_place=True) for person in range(3)]
    settled = settle(Course(1, HELD), [*held, _wish(9)])
    assert (settled.has_place, settled.waiting, settled.free) == ((0, 1, 2), (9,), 0)


def test_everybody_hears_of_themselves_alone() -> None:
    settled = settle(Course(1, HELD), [_wish(person, person) for person in range(1, 5)])
    assert [settled.in_words(person) for person in range(1, 6)] == [
        "You have a place.",
        "You are on the waiting list. Nobody is before you.",
        "You are on the waiting list. One person is before you.",
        "You are on the waiting list. 2 people are before you.",
        "You have not asked for a place.",
    ]
    waits = settle(Course(1, HELD, needs_agreement=True), [_wish(1)])
    assert waits.of(1) is Stand.TO_AGREE and "kept" in waits.in_words(1)


def test_nobody_asks_for_a_session_that_has_begun_or_was_called_off() -> None:
    course = Course(1, HELD)
    assert refusal(course, HELD - timedelta(days=1)) is None
    assert refusal(course, HELD) is Refusal.BEGUN
    assert refusal(replace(course, is_called_off=True), HELD) is Refusal.CALLED_OFF
