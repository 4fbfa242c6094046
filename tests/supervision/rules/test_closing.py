"""A session always ends, and nothing private ever leaves it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supervision.rules.closing import FLOWS, STAYS, Discussed, Part, To, end, for_file, goes_to, missing, still_to_read
from supervision.rules.counting import Said, Standing, Talk
from supervision.rules.deciding import NEEDS, WORDS, About, Authority, Decided
from supervision.rules.hypotheses import Hypothesis, KeptBy, ToAsk
from supervision.rules.stages import Voice, finish_by

DAY = date(2026, 11, 3)
words = st.sampled_from(["", "Something was said"])
voices = st.lists(st.builds(Voice, st.just("Anisa"), words), max_size=2).map(tuple)
said = st.builds(Said, st.sampled_from(Talk), st.sampled_from(Standing), words, voices, words, words, st.just("up"))
questions = st.builds(ToAsk, words, st.none() | st.just(1), st.none() | st.just(DAY), words)
ideas = st.builds(Hypothesis, st.just("Perhaps"), st.none() | st.sampled_from(KeptBy), st.booleans(), questions, words)
decisions = st.builds(
    Decided,
    st.sampled_from(About),
    words,
    words,
    st.none() | st.sampled_from(Authority),
    st.none() | st.just(7),
)
discussions = st.lists(
    st.builds(
        Discussed,
        st.integers(1, 99),
        said,
        st.lists(ideas, max_size=4).map(tuple),
        st.lists(decisions, max_size=2).map(tuple),
    ),
    max_size=8,
    unique_by=lambda one: one.key,
)
WHOLE = Discussed(
    1,
    Said(Talk.DEEP, Standing.PROTECTION, "How do we hear Anisa?", (Voice("Anisa", "Ask me"),), "Farida is there"),
    (Hypothesis("Perhaps", KeptBy.PRESENTER, to_ask=ToAsk("Anisa", 1, DAY, "Who notices?")), Hypothesis("I wonder")),
)


@settings(deadline=None)
@given(discussions)
def test_a_session_always_ends_and_nothing_is_lost_on_the_way(found: list[Discussed]) -> None:
    ending = end(found, DAY)
    assert sorted([*ending.agreed, *(each.key for each in ending.to_finish)]) == sorted(one.key for one in found)
    assert all(each.missing and each.due_on == finish_by(DAY) for each in ending.to_finish)


@settings(deadline=None)
@given(discussions)
def test_what_is_agreed_has_voice_and_risk_and_a_question_for_everything_kept(found: list[Discussed]) -> None:
    agreed = set(end(found, DAY).agreed)
    for one in found:
        if one.key in agreed and one.said.standing.is_watched:
            assert one.said.safety and one.said.voices and all(voice.words for voice in one.said.voices)
        if one.key in agreed:
            assert all(i.not_asked_because or not i.to_ask.missing() for i in one.hypotheses if i.kept_by)
            assert all(d.for_manager for d in one.decided if d.what and d.is_recommendation)


def test_what_is_missing_is_said_in_words() -> None:
    assert missing(WHOLE) == []
    bare = replace(WHOLE, hypotheses=(Hypothesis("Perhaps", KeptBy.PRESENTER),) * 2)
    assert missing(bare)[:2] == ["whom we ask, for kept idea 1", "who asks, for kept idea 1"]
    legal = Decided(About.LEGAL, "Go to legal planning", "It is not safe", Authority.TEAM_MANAGER)
    assert missing(replace(WHOLE, decided=(legal,))) == ["which manager decides"]
    assert missing(replace(WHOLE, decided=(replace(legal, for_manager=7),))) == []


@settings(deadline=None)
@given(st.sampled_from(About), st.none() | st.sampled_from(Authority))
def test_nobody_decides_above_their_authority(about: About, authority: Authority | None) -> None:
    assert Decided(about, authority=authority).is_recommendation == ((authority or 0) < NEEDS[about])
    assert WORDS[about]


def test_every_part_of_the_record_has_somewhere_to_go() -> None:
    assert {flow.part for flow in FLOWS} == set(Part)
    assert {flow.to for flow in FLOWS} == set(To)
    assert len({(flow.part, flow.to) for flow in FLOWS}) == len(FLOWS)


@pytest.mark.parametrize("part", sorted(STAYS))
def test_what_is_private_stays(part: Part) -> None:
    assert {flow.to for flow in FLOWS if flow.part is part} <= {To.SESSION, To.AUTHOR}


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(Part), st.just("canary")), st.sampled_from(["", "Ask me first"]))
def test_a_childs_file_says_only_what_may_stand_there(record: dict[Part, str], voice: str) -> None:
    lines = for_file(record, voice)
    allowed = {flow.says for flow in goes_to(To.FILE)}
    assert {heading for heading, _ in lines} <= allowed
    private = {part: "canary" for part in STAYS}
    assert for_file({**private}, voice) == for_file({}, voice)
    assert ("What this child would want us to hear", voice) in lines or not voice
    assert "What this child would want us to hear" not in dict(lines) or voice, "a brother’s words are his"


@settings(deadline=None)
@given(st.sets(st.integers(1, 9)), st.sets(st.integers(1, 9)), st.sets(st.integers(1, 9)))
def test_who_was_not_there_confirms_having_read(members: set[int], there: set[int], read: set[int]) -> None:
    left = still_to_read(members, there, read)
    assert left <= members and not left & (there | read) and members <= left | there | read
