"""The rows of the journey: complete, in words we have, honest about what is silent."""

from datetime import date, timedelta

import pytest

from camden.management.timescales import EVERY, KINDS
from camden.rules.timescales import Basis, Happening, Kind, Ladder, Rulebook, Run, Timescale, Unit, runs_of
from camden.rules.workdays import england
from cases.rules.happenings import NOT_RECORDED_YET, Happened
from cases.rules.timescales import ROWS
from cases.rules.timescales.sources import CLOSED

# How many rules each part of the reference has.
PARTS = {
    "FD": 4, "EH": 1, "AS": 4, "CP": 21, "CN": 5, "PL": 9, "LA": 31, "AD": 3, "LC": 5, "PF": 4, "PR": 10, "CPD": 2,
    "IG": 4,
}  # fmt: skip
# A child's safety: rules that are local, and whose lateness still goes up the whole ladder (REFERENCE 13.4).
SAFETY = {"CP12", "CP14a", "CP14b"}
# They could start and stop, and would say what is not so: one more fact is missing.
WOULD_MISLEAD = {"CP14b": Happened.SEEN_BY_AGENCY, "LA23a": Happened.TURNED_FIVE}
BOOK = Rulebook(ROWS)
BEGAN = date(2026, 1, 5)  # a Monday
each_row = pytest.mark.parametrize("row", EVERY, ids=lambda row: row.code)


def life(*words: str) -> list[Happening]:
    """Facts as "kind day", where the day is a number of days after Monday 5 January 2026."""
    return [
        Happening(Happened(kind), BEGAN + timedelta(days=int(day))) for kind, day in (each.split() for each in words)
    ]


def rounds(code: str, *words: str) -> list[tuple[int, int, str]]:
    """The rounds of one rule in a life with all of them: from, due, what became of it."""

    def outcome(run: Run) -> str:
        day = run.met_on or run.ended_on
        return f"{'met' if run.met_on else 'ended'} {(day - BEGAN).days}" if day else ""

    found = [run for run in runs_of(BOOK, life(*words), england()) if run.code == code]
    return [((run.anchor_on - BEGAN).days, (run.due_on - BEGAN).days, outcome(run)) for run in found]


def test_there_are_103_rules_and_no_code_is_there_twice() -> None:
    wanted = {f"{part}{n}" for part, count in PARTS.items() for n in range(1, count + 1)}
    assert {row.base for row in EVERY} == wanted
    assert len(wanted) == 103
    assert len({row.code for row in EVERY}) == len(EVERY)


@each_row
def test_a_row_can_be_kept_and_read(row: Timescale) -> None:
    assert len(row.code) <= 8 and len(row.work) <= 24 and row.title and row.source
    assert row.kind is not Kind.MARKER or row.note, "a marker says what it marks"
    assert row.amount > 0 or row.kind is Kind.MARKER or row.unit is Unit.DAYS
    assert (row.kind is Kind.TIER) == (row.code != row.base) or row.kind is Kind.MARKER
    assert row.is_repeat == (row.kind is Kind.REPEAT) or row.kind is Kind.TIER


@each_row
def test_a_row_speaks_in_words_we_have(row: Timescale) -> None:
    known = {kind for kinds in KINDS.values() for kind in kinds}
    told = {*row.starts, *row.meets, *row.ends, *row.opens, *row.needs, *row.then_after, *row.extended_by}
    assert row.starts and told <= known


@each_row
def test_the_whole_ladder_is_for_law_guidance_and_a_childs_safety(row: Timescale) -> None:
    if row.is_clock:
        wanted = row.basis in (Basis.LAW, Basis.GUIDANCE) or row.code in SAFETY
        assert (row.ladder is Ladder.WHOLE) == wanted


@each_row
def test_its_owner_hears_of_it_while_there_is_time(row: Timescale) -> None:
    days = {Unit.HOURS: row.amount // 24, Unit.DAYS: row.amount * 5 // 7, Unit.WORKING_DAYS: row.amount}
    if row.is_clock and row.amount and not row.is_back:
        assert row.warn_days <= days.get(row.unit, row.amount * (5 if row.unit is Unit.WEEKS else 20))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.code)
def test_a_row_is_silent_exactly_when_nothing_starts_or_stops_it_and_says_why(row: Timescale) -> None:
    if not row.is_clock:
        return
    starts = {*(row.needs or row.starts)} - NOT_RECORDED_YET and {*(row.opens or row.starts)} - NOT_RECORDED_YET
    stops = {*(row.meets or row.ends)} - NOT_RECORDED_YET
    is_silent = not starts or not stops or row.code in WOULD_MISLEAD or not row.is_commenced
    assert bool(row.silent) == is_silent
    assert not row.silent or row.silent.endswith(".")


def test_only_what_the_view_of_the_journey_tells_can_run() -> None:
    """Clocks are derived from `cases_happening`: rules about other apps' facts are silent until it tells those too."""
    assert {row.code for row in EVERY if row.is_clock and not row.silent} <= {row.code for row in ROWS}


def test_the_core_is_short_and_never_silent() -> None:
    core = [row for row in EVERY if row.is_core]
    assert len(core) <= 30
    assert all(row.is_clock and row.is_commenced and not row.silent for row in core)


def test_what_ends_everything_ends_every_core_clock_of_a_child_in_need() -> None:
    for row in ROWS:
        if row.is_core and row.base[:2] in ("FD", "AS", "CP", "CN"):
            assert {*CLOSED} <= {*row.ends}, row.code


# ----- a few lives, counted by hand


def test_a_year_with_a_protection_plan() -> None:
    said = (
        "enquiry-started 0", "initial-conference 18", "protection-plan-started 18", "core-group 28", "core-group 67",
        "review-conference 100", "child-seen 20", "child-seen 30", "core-group 105", "child-seen 60",
    )  # fmt: skip
    assert rounds("CP4", *said) == [(0, 21, "met 18")]
    assert rounds("CP8", *said) == [(18, 32, "met 28")]
    assert rounds("CP9", *said) == [(28, 70, "met 67"), (67, 109, "met 105"), (105, 147, "")]
    assert rounds("CP10", *said) == [(18, 108, "met 100")]  # 23 January and three months: 23 April
    assert rounds("CP11", *said) == [(100, 283, "")]  # 15 April and six months: 15 October
    assert rounds("CP12", *said) == [(18, 32, "met 20"), (20, 32, "met 30"), (30, 44, "met 60"), (60, 74, "")]
    assert rounds("CP17a", *said) == [(18, 291, "")]  # 23 January and nine months: 23 October


def test_a_plan_that_ends_at_its_first_review_leaves_nothing_running() -> None:
    said = (
        "initial-conference 18", "protection-plan-started 18", "core-group 28", "review-conference 100",
        "protection-plan-ended 100", "need-plan-started 100", "child-seen 104",
    )  # fmt: skip
    assert rounds("CP9", *said) == [(28, 70, "ended 100")]
    assert rounds("CP10", *said) == [(18, 108, "met 100")]
    assert rounds("CP11", *said) == []
    assert rounds("CP12", *said) == [(18, 32, "ended 100")]
    assert rounds("CN2", *said) == [(100, 129, "met 104"), (104, 133, "")]  # over 4 May; from a Sunday


def test_no_protection_plan_no_core_group() -> None:
    assert rounds("CP8", "initial-conference 18") == []
    assert rounds("CP10", "initial-conference 18") == []


def test_a_further_strategy_discussion_does_not_put_the_conference_off() -> None:
    said = ("strategy-discussion 0", "enquiry-started 0", "strategy-discussion 7")
    assert rounds("CP4", *said) == [(0, 21, "")]
    assert rounds("CP4", *said, "enquiry-ended 10") == [(0, 21, "")]
    assert rounds("CP4", *said, "conference-not-required 10", "enquiry-ended 10") == [(0, 21, "met 10")]


def test_a_move_starts_the_visits_anew() -> None:
    said = (
        "looked-after-began 0", "placement-started 0", "child-seen 5", "child-seen 40", "placement-ended 50",
        "placement-started 50", "child-seen 55",
    )  # fmt: skip
    assert rounds("LA4", *said) == [(0, 7, "met 5"), (50, 57, "met 55")]
    assert rounds("LA5", *said) == [(5, 47, "met 40"), (40, 82, "ended 50"), (55, 97, "")]
    assert rounds("LA4", "placement-started 0", "child-seen 5", "carer-changed 30") == [(0, 7, "met 5"), (30, 37, "")]


def test_after_a_year_in_a_placement_another_row_counts() -> None:
    said = ("placement-started 0", "child-seen 5", "child-seen 350", "child-seen 380")
    assert rounds("LA5", *said)[-1] == (350, 392, "met 380")
    assert rounds("LA7", *said) == [(380, 422, "")]
    lasts = (*said, "placement-meant-to-last 385")
    assert rounds("LA7", *lasts) == [(380, 422, "ended 385")]
    assert rounds("LA6", *lasts)[-1][0] == 380


def test_the_reviews_of_a_child_in_care() -> None:
    said = ("looked-after-began 0", "looked-after-review 25", "looked-after-review 100", "looked-after-review 270")
    assert rounds("LA14", *said) == [(0, 28, "met 25")]
    assert rounds("LA15", *said) == [(25, 115, "met 100")]  # 30 January, clipped: 30 April
    assert rounds("LA16", *said) == [(100, 283, "met 270"), (270, 452, "")]
    assert rounds("LA16", *said, "looked-after-ended 271")[-1] == (270, 452, "ended 271")


def test_a_child_who_comes_back_twice_has_two_interviews_due() -> None:
    assert [start for start, _, _ in rounds("LA28", "missing 0", "returned 1", "missing 5", "returned 6")] == [1, 6]


def test_private_fostering_is_visited_more_rarely_after_a_year() -> None:
    said = ("private-fostering-notified 0", "private-fostering-visit 6", "private-fostering-visit 370")
    assert rounds("PF2", *said) == [(0, 9, "met 6")]
    assert rounds("PF3", *said) == [(0, 42, "met 6"), (6, 48, "met 370"), (370, 454, "")]


def test_closing_ends_what_runs() -> None:
    said = ("referral-received 0", "assessment-called-for 0", "need-plan-started 10", "need-ended 20")
    for code in ("FD1", "AS1", "CN2", "CN3"):
        assert rounds(code, *said)[-1][2] == "ended 20"
