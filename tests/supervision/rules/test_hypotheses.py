"""The life of a hypothesis, walked at random: nothing kept is lost, nothing unkept gets out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from supervision.models import Hypothesis as Row
from supervision.rules.hypotheses import (
    MOST_BY_SUPERVISOR,
    VERDICTS,
    Hypothesis,
    KeptBy,
    NotNow,
    State,
    ToAsk,
    asked,
    formulation,
    is_tentative,
    keep,
    may_offer,
    missing,
    opens_with,
    revised_into,
    taken_back,
    weighed,
)
from supervision.rules.stages import MOST_KEPT, STEPS

DAY = date(2026, 11, 3)
words = st.sampled_from(["", " ", "Something was said"])
questions = st.builds(ToAsk, words, st.none() | st.integers(1, 5), st.none() | st.just(DAY), words)
hypotheses = st.builds(
    Hypothesis,
    st.sampled_from(["Perhaps quiet keeps the peace", "I wonder who would be glad"]),
    st.none() | st.sampled_from(KeptBy),
    st.booleans(),
    questions,
    words,
)
FULL = ToAsk("Anisa", 4, DAY, "Who notices first when Mum is sad?")


class Life(RuleBasedStateMachine):
    """A session and the weeks after it."""

    @initialize(found=st.lists(hypotheses.filter(lambda each: not each.kept_by), min_size=1, max_size=12))
    def begin(self, found):
        self.found, self.kept = found, 0

    def _choose(self, data):
        return data.draw(st.integers(0, len(self.found) - 1))

    @rule(data=st.data(), by=st.sampled_from(KeptBy), step=st.sampled_from([step.code for step in STEPS]))
    def somebody_keeps(self, data, by, step):
        before = [each.kept_by for each in self.found]
        try:
            self.found = keep(self.found, self._choose(data), by, step)
        except NotNow:
            assert [each.kept_by for each in self.found] == before
        else:
            assert step in ("bells", "conversations", "close") or before == [each.kept_by for each in self.found]

    @rule(data=st.data(), by=st.sampled_from(KeptBy))
    def somebody_takes_one_back(self, data, by):
        place = self._choose(data)
        before = self.found[place]
        try:
            self.found[place] = taken_back(before, by)
        except NotNow:
            assert before.kept_by is not by or before.asked_on or before.verdict
        else:
            assert before.kept_by is by and self.found[place].state is State.OFFERED

    @rule(data=st.data(), answer=words)
    def somebody_asks(self, data, answer):
        place = self._choose(data)
        before = self.found[place]
        try:
            self.found[place] = asked(before, DAY, answer)
        except NotNow:
            return
        assert before.kept_by and not before.verdict and self.found[place].state is State.ASKED

    @rule(data=st.data(), verdict=st.sampled_from(State), evidence=words, now=words)
    def the_group_weighs(self, data, verdict, evidence, now):
        place = self._choose(data)
        before = self.found[place]
        try:
            self.found[place] = weighed(before, verdict, evidence, now)
        except NotNow:
            return
        assert before.kept_by and verdict in VERDICTS and evidence.strip()
        assert before.asked_on or (verdict is State.DROPPED and before.not_asked_because.strip())

    @precondition(lambda self: any(each.verdict is State.REVISED for each in self.found))
    @rule()
    def a_revised_one_lives_on(self):
        after = revised_into(next(each for each in self.found if each.verdict is State.REVISED))
        assert after.state is State.KEPT and missing(after), "a new sentence needs a question of its own"

    @invariant()
    def only_what_is_kept_reaches_the_family(self):
        assert all(each.kept_by for each in formulation(self.found))
        assert all(each.state is State.OFFERED for each in self.found if not each.kept_by)

    @invariant()
    def only_a_few_are_kept(self):
        by = [each.kept_by for each in self.found]
        assert by.count(KeptBy.PRESENTER) <= MOST_KEPT and by.count(KeptBy.SUPERVISOR) <= MOST_BY_SUPERVISOR
        assert all(each.is_about_danger for each in self.found if each.kept_by is KeptBy.SUPERVISOR)


TestLife = Life.TestCase


@given(hypotheses)
def test_nothing_kept_closes_without_a_question_or_a_reason(one: Hypothesis) -> None:
    is_whole = all([one.to_ask.whom.strip(), one.to_ask.by, one.to_ask.due_on, one.to_ask.first_sentence.strip()])
    assert (missing(one) == []) == (not one.kept_by or is_whole or bool(one.not_asked_because.strip()))


def test_a_question_is_asked_answered_and_weighed() -> None:
    found = [Hypothesis("Perhaps quiet keeps the peace", to_ask=FULL), Hypothesis("I wonder who would be glad")]
    with pytest.raises(NotNow, match="only offered"):
        keep(found, 0, KeptBy.PRESENTER, "reflecting")
    one = keep(found, 0, KeptBy.PRESENTER, "bells")[0]
    with pytest.raises(NotNow, match="Nobody has asked yet"):
        weighed(one, State.STRENGTHENED, "She said so")
    one = asked(one, DAY, "Imran does. Then me.")
    done = weighed(one, State.REVISED, "Imran notices first", "Perhaps Imran keeps watch, so that Anisa may sleep")
    assert done.state is State.REVISED
    assert revised_into(done).text == "Perhaps Imran keeps watch, so that Anisa may sleep"
    with pytest.raises(NotNow, match="once"):
        weighed(done, State.DROPPED, "Changed our minds")


def test_the_next_session_opens_with_the_answers() -> None:
    kept = Hypothesis("a", KeptBy.PRESENTER, to_ask=FULL)
    answered = asked(kept, DAY, "She smiled")
    done = weighed(answered, State.STRENGTHENED, "She smiled")
    offered = Hypothesis("d")
    assert opens_with([done, kept, offered, answered]) == [answered, kept, done]


def test_ideas_are_offered_from_the_reflecting_conversation_on_and_gently() -> None:
    assert not may_offer("curiosity") and may_offer("reflecting")
    assert [is_tentative(each) for each in ("Maybe they are tired", "Who wins?", "Mum is lying", "She couldn’t")] == [
        True,
        True,
        False,
        False,
    ]


def test_the_states_are_those_that_are_kept() -> None:
    assert [state.value for state in State] == Row.Status.values
