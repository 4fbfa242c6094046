"""What somebody has become good at comes first, and nobody else reads a reflection."""

from hypothesis import given
from hypothesis import strategies as st

from training.rules.passport import SEES, Kind, Line, Part, Reader, passport, pieces_line, required_line
from training.rules.required_learning import SHIPPED, Standing, State

lines = st.lists(st.builds(Line, st.sampled_from(Part), st.sampled_from(Kind), st.text(max_size=5)), max_size=15)


@given(lines)
def test_the_worker_sees_everything_what_they_are_good_at_first(found: list[Line]) -> None:
    page = passport(found, Reader.SELF)
    assert sorted(map(repr, page)) == sorted(map(repr, found))
    assert [line.part for line in page] == sorted(line.part for line in page)
    missing = [place for place, line in enumerate(page) if line.part is Part.MISSING]
    assert missing == list(range(len(page) - len(missing), len(page)))


@given(lines, st.sampled_from([Reader.LINE_MANAGER, Reader.TRAINING_LEAD, Reader.ASSESSOR]))
def test_nobody_else_sees_a_reflection_an_observation_or_a_familys_words(found: list[Line], reader: Reader) -> None:
    private = {Kind.REFLECTION, Kind.OBSERVATION, Kind.FAMILY_SAID, Kind.ROLE}
    assert not {line.kind for line in passport(found, reader)} & private
    assert set(SEES) == set(Reader)


def test_a_line_manager_reads_two_of_two_recorded_and_nothing_else_of_pieces() -> None:
    line = pieces_line(3, [], is_asked=True, is_autumn=True)
    assert line and line.words == "2 of 2 recorded" and line.part is Part.HOLDS
    assert pieces_line(0, ["two more pieces"], is_asked=False, is_autumn=True) is None


def test_a_missing_piece_is_no_warning_from_december_to_august_and_never_red() -> None:
    spring = pieces_line(0, ["two more pieces"], is_asked=True, is_autumn=False)
    autumn = pieces_line(0, ["two more pieces"], is_asked=True, is_autumn=True)
    assert spring and autumn
    assert (spring.part, spring.colour) == (Part.UNDER_WAY, "")
    assert (autumn.part, autumn.colour) == (Part.MISSING, "amber")


def test_only_what_is_required_and_past_its_day_is_red() -> None:
    made = {
        (state, required): required_line(Standing(SHIPPED[0], state, required, None, "Words"))
        for state in State
        for required in (True, False)
    }
    assert {key[0] for key, line in made.items() if line.colour == "red"} == {State.LATE}
    assert made[State.TO_DO, False].colour == ""
    assert all(line.words == "Safeguarding children, level 3: words" for line in made.values())
