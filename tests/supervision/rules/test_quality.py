"""A group's own trend: five sessions, two measures, and nobody in it."""

from dataclasses import fields
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from supervision.rules import quality
from supervision.rules.quality import (
    ASKS,
    BAND_SAYS,
    FEWEST,
    MOST,
    SAYS,
    SESSIONS,
    Band,
    Item,
    Rating,
    Source,
    sessions_to_go,
    trend,
    wonders,
)

DAY = date(2026, 11, 3)
ratings = st.lists(
    st.builds(
        lambda session, source, band, items: Rating(session, DAY + timedelta(weeks=session), source, band, items),
        st.integers(1, 9),
        st.sampled_from(Source),
        st.sampled_from(Band),
        st.dictionaries(st.sampled_from(Item), st.integers(0, MOST)),
    ),
    max_size=50,
)


@settings(deadline=None)
@given(ratings, st.sampled_from(Source))
def test_there_is_no_trend_before_five_sessions_that_may_be_shown(found: list[Rating], source: Source) -> None:
    points = trend(found, source)
    keys = [each.session for each in found if each.source is source]
    shown = [key for key in set(keys) if keys.count(key) >= (FEWEST if source is Source.SELF else 1)]
    assert len(points) == max(len(shown) - SESSIONS + 1, 0)
    assert sessions_to_go(found, source) == max(SESSIONS - len(shown), 0)
    for point in points:
        assert len(point.sessions) == SESSIONS == sum(point.bands.values())
        assert point.first_on <= point.last_on
        assert all(value is None or 0 <= value <= MOST for value in point.items.values())


@settings(deadline=None)
@given(ratings, st.sampled_from(Source))
def test_the_two_measures_are_never_mixed(found: list[Rating], source: Source) -> None:
    assert trend(found, source) == trend([each for each in found if each.source is source], source)


@settings(deadline=None)
@given(ratings, st.randoms())
def test_who_answered_first_changes_nothing(found: list[Rating], random) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)
    for one, other in zip(trend(found, Source.SELF), trend(shuffled, Source.SELF), strict=True):
        assert (one.sessions, one.bands) == (other.sessions, other.bands)


def test_a_rating_knows_no_person() -> None:
    assert [field.name for field in fields(Rating)] == ["session", "held_on", "source", "band", "items"]
    assert "no mark" in SAYS and set(ASKS) == set(Item) and set(BAND_SAYS) == set(Band)
    assert len(Item) == 7
    numbers = {value for value in vars(quality).values() if isinstance(value, int | float)}
    assert not numbers & {28, 41, 31, 0.28, 0.41, 0.31}, "researchers coded recordings; this is another measure"


def test_a_rating_is_asked_back_and_never_refused() -> None:
    assert "Which conversation" in wonders(Band.SYSTEMIC, {Item.CONVERSATION: 0})
    assert wonders(Band.SYSTEMIC, {Item.CONVERSATION: 1}) == wonders(Band.GREEN_SHOOTS, {}) == ""
    assert wonders(Band.NOT_YET, dict.fromkeys(Item, 2))


def test_the_middle_answer_is_the_sessions_band() -> None:
    said = [Band.SYSTEMIC, Band.GREEN_SHOOTS, Band.NOT_YET]
    found = [Rating(week, DAY + timedelta(weeks=week), Source.SELF, band, {}) for week in range(5) for band in said]
    (point,) = trend(found, Source.SELF)
    assert point.bands == {Band.NOT_YET: 0, Band.GREEN_SHOOTS: 5, Band.SYSTEMIC: 0}
    assert set(point.items.values()) == {None}


def test_an_item_that_two_people_answered_is_told_of_nobody() -> None:
    """Each may leave open what they like: among three answers, one answered item would be somebody's."""
    for few in range(FEWEST):
        items = [{Item.RISK: 0} if person < few else {} for person in range(FEWEST)]
        found = [
            Rating(week, DAY + timedelta(weeks=week), Source.SELF, Band.SYSTEMIC, each)
            for week in range(SESSIONS)
            for each in items
        ]
        (point,) = trend(found, Source.SELF)
        assert point.items[Item.RISK] is None
