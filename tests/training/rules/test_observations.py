"""Somebody is watched at work, with the family's consent, and learns from it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.rules.observations import (
    SCALE,
    Consent,
    Observation,
    Setting,
    Skill,
    consent_taken_back,
    follow_up_by,
    has_family,
    may_begin,
    missing,
    next_by,
    trends,
)

DAY = date(2026, 11, 3)
WHOLE = Observation(
    worker=1,
    observer=2,
    on=DAY,
    setting=Setting.HOME,
    focus="The first five minutes at the door",
    consent=Consent.GIVEN,
    strengths="You waited until she had finished.",
    skills={Skill.CURIOSITY: 4, Skill.AUTHORITY: 2},
    family_said="She listened to me for once.",
    agreed_learning="Say aloud what cannot be chosen.",
)
words = st.sampled_from(["", " ", "Something"])
observations = st.builds(
    Observation,
    st.integers(1, 3),
    st.integers(1, 3),
    st.dates(min_value=date(2024, 1, 1), max_value=DAY),
    st.sampled_from(Setting),
    words,
    st.sampled_from(Consent),
    words,
    st.dictionaries(st.sampled_from(Skill), st.integers(0, 6), max_size=7),
    words,
    words,
)


def test_there_are_seven_skills_and_each_number_is_a_sentence() -> None:
    assert len(Skill) == 7 and set(SCALE) == {1, 2, 3, 4, 5}
    assert missing(WHOLE) == ()


@pytest.mark.parametrize("consent", [Consent.NOT_ASKED, Consent.REFUSED])
def test_nobody_observes_in_a_home_without_the_familys_consent(consent: Consent) -> None:
    assert may_begin(Setting.HOME, consent, 1, 2) and may_begin(Setting.MEETING, consent, 1, 2)
    assert missing(replace(WHOLE, consent=consent))
    assert may_begin(Setting.SUPERVISION, consent, 1, 2) == ""


@given(observations)
def test_what_is_missing_is_said_and_what_is_whole_has_a_strength(seen: Observation) -> None:
    if not missing(seen):
        assert seen.strengths.strip() and seen.focus.strip() and seen.agreed_learning.strip() and seen.skills
        assert seen.worker != seen.observer
        assert seen.consent in (Consent.GIVEN, Consent.TAKEN_BACK) or not seen.setting.needs_family
        assert all(1 <= number <= 5 for number in seen.skills.values())
    assert not missing(replace(WHOLE, family_said="")), "nobody presses a family for a comment"


@given(observations)
def test_a_consent_taken_back_leaves_no_word_of_the_family(seen: Observation) -> None:
    after = consent_taken_back(seen)
    assert after.family_said == "" and not has_family(after)
    assert (after.strengths, after.skills, after.agreed_learning) == (
        seen.strengths,
        seen.skills,
        seen.agreed_learning,
    )
    assert missing(consent_taken_back(WHOLE)) == (), "what was learned stays"


@given(st.lists(observations, max_size=12), st.integers(1, 3))
def test_a_trend_is_of_one_worker_alone_and_of_whole_observations(found: list[Observation], worker: int) -> None:
    others = [each for each in found if each.worker != worker or missing(each)]
    own = [each for each in found if each not in others]
    assert trends(found, worker) == trends(own, worker)
    for trend in trends(found, worker):
        assert [day for day, _ in trend.seen] == sorted(day for day, _ in trend.seen)
        assert all(number in SCALE for _, number in trend.seen)


def test_the_worker_reads_what_is_strongest_first_in_words() -> None:
    later = replace(WHOLE, on=date(2026, 12, 1), skills={Skill.AUTHORITY: 5})
    shown = trends([later, WHOLE], 1)
    assert [trend.in_words for trend in shown] == [
        "Use of authority: there throughout, and others could learn from it (1 December 2026)",
        "Curiosity: there throughout, and it changed the conversation (3 November 2026)",
    ]
    assert shown[0].seen == ((DAY, 2), (date(2026, 12, 1), 5))


def test_a_skill_nobody_could_see_is_no_one_out_of_five() -> None:
    assert Skill.EMPATHY not in {trend.skill for trend in trends([WHOLE], 1)}


def test_the_next_one_and_the_follow_up_are_counted_from_whole_observations() -> None:
    half_a_year = timedelta(weeks=26)
    draft = replace(WHOLE, on=DAY + timedelta(days=30), strengths="")
    assert next_by([WHOLE, draft], 1, date(2026, 1, 5), half_a_year) == DAY + half_a_year
    assert next_by([WHOLE], 9, date(2026, 1, 5), half_a_year) == date(2026, 1, 5) + half_a_year
    assert follow_up_by(WHOLE) == date(2027, 1, 26)
