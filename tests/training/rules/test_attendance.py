"""A sheet of attendance: the good rows once, the bad with reasons, and twice is once."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.rules.attendance import Bad, DryRun, Good, Key, Known, Said, dry_run, registered_after

ON = date(2026, 11, 3)
HELD = date(2026, 10, 1)
HEADINGS = ["E-mail", "Course", "Date", "Attended", "Hours"]
KNOWN = Known({"ade@example.org": 1, "rosa@example.org": 2}, {("neglect", HELD): 7, ("silence", ON): 8})
cells = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.integers(-5, 60000),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.sampled_from(
        ["ade@example.org", "Rosa@Example.org ", "Neglect", "silence", "1/10/2026", "2026-10-01", "yes", "no", "3.5"]
    ),
)
likely = st.tuples(
    st.sampled_from(["ade@example.org", "ROSA@example.org", "who@example.org", ""]),
    st.sampled_from(["neglect", "Silence", "other"]),
    st.sampled_from([HELD, "01/10/2026", ON, "31/2/2026"]),
    st.sampled_from(["yes", "no", "perhaps"]),
    st.sampled_from(["", "3", "3:30", "many"]),
)
sheets = st.lists(st.lists(cells, max_size=8) | likely.map(list), max_size=20)


def _one(*row: object, known: Known = KNOWN) -> DryRun:
    return dry_run([HEADINGS, list(row)], known, ON)


@given(sheets)
def test_every_row_ends_in_one_place_whatever_its_cells_hold(rows: list[list[object]]) -> None:
    run = dry_run([HEADINGS, *rows], KNOWN, ON)
    numbers = [*(each.row for each in run.good), *(each.row for each in run.bad), *run.there, *run.again]
    assert len(numbers) == len(set(numbers))
    filled = [n for n, row in enumerate(rows, start=2) if any(" ".join(str(c).split()) for c in row if c is not None)]
    assert sorted(numbers) == filled
    assert all(each.reasons for each in run.bad)
    assert len({each.key for each in run.good}) == len(run.good)


@given(sheets)
def test_run_twice_changes_nothing(rows: list[list[object]]) -> None:
    sheet = [HEADINGS, *rows]
    first = dry_run(sheet, KNOWN, ON)
    second = dry_run(sheet, registered_after(KNOWN, first), ON)
    assert second.good == ()
    assert [each.row for each in second.bad] == [each.row for each in first.bad]
    assert sorted(second.there) == sorted([*(each.row for each in first.good), *first.there, *first.again])


@given(sheets, st.randoms())
def test_the_order_of_the_rows_does_not_matter(rows: list[list[object]], random: object) -> None:
    mixed = list(rows)
    random.shuffle(mixed)
    one, other = (dry_run([HEADINGS, *each], KNOWN, ON) for each in (rows, mixed))
    assert {(each.key, each.said) for each in one.good} == {(each.key, each.said) for each in other.good}
    assert len(one.bad) == len(other.bad)


def test_five_thousand_rows_with_two_hundred_bad_ones() -> None:
    people = {f"p{key}@example.org": key for key in range(500)}
    sessions = {("c", HELD - timedelta(days=each)): each for each in range(10)}
    rows = [[email, "C", day, "yes", ""] for email in people for _, day in sessions]
    for place in range(0, 5000, 25):
        rows[place] = [rows[place][0], "C", HELD, "perhaps", ""]
    known = Known(people, sessions)
    run = dry_run([HEADINGS, *rows], known, ON)
    assert run.in_words == "4,800 new, 200 to look at, 0 there already"
    assert {each.reasons for each in run.bad} == {("Say yes or no: did they come?",)}
    again = dry_run([HEADINGS, *rows], registered_after(known, run), ON)
    assert again.in_words == "0 new, 200 to look at, 4,800 there already"


@pytest.mark.parametrize(
    "day",
    [HELD, datetime(2026, 10, 1, 9, 30), "1/10/2026", "01-10-2026", "1.10.2026", "2026-10-01", "2026-10-01 00:00:00"]
    + [46296, 46296.0],
)
def test_a_day_is_read_as_it_is_written_in_britain_and_by_excel(day: object) -> None:
    assert _one("ade@example.org", "neglect", day, "yes").good == (Good(2, Key(1, 7), Said(True)),)


@pytest.mark.parametrize(
    ("hours", "minutes"), [("", None), ("3", 180), (3, 180), (3.5, 210), ("3:30", 210), ("2 hours", 120), ("0.5h", 30)]
)
def test_hours_are_read_as_people_write_them(hours: object, minutes: int | None) -> None:
    (good,) = _one("ade@example.org", "neglect", HELD, "Y", hours).good
    assert good.said == Said(True, minutes)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (["who@example.org", "neglect", HELD, "yes"], "Nobody here has this e-mail."),
        (["", "neglect", HELD, "yes"], "There is no e-mail."),
        (["ade@example.org", "other", HELD, "yes"], "There is no course with this code."),
        (["ade@example.org", "neglect", ON, "yes"], "This course was not held that day."),
        (["ade@example.org", "", HELD, "yes"], "There is no course."),
        (["ade@example.org", "neglect", "10/1/26", "yes"], "Write the day as 3/11/2026."),
        (["ade@example.org", "neglect", "29/2/2026", "yes"], "Write the day as 3/11/2026."),
        (["ade@example.org", "neglect", "", "yes"], "There is no day."),
        (["ade@example.org", "neglect", ON + timedelta(days=1), "yes"], "This day is still to come."),
        (["ade@example.org", "neglect", HELD, "perhaps"], "Say yes or no: did they come?"),
        (["ade@example.org", "neglect", HELD, "yes", "25"], "Write hours as 3, 3.5 or 3:30, up to 24."),
        (["ade@example.org", "neglect", HELD, "yes", "0"], "Write hours as 3, 3.5 or 3:30, up to 24."),
    ],
)
def test_each_bad_row_says_why(row: list[object], reason: str) -> None:
    run = _one(*row)
    assert run.good == () and [each.reasons for each in run.bad] == [(reason,)]


def test_a_row_says_everything_that_is_wrong_with_it_at_once() -> None:
    (bad,) = _one("", "", "", "", "x" * 500).bad
    assert len(bad.reasons) == 5 and len(bad.cells[4]) == 80


def test_rows_that_contradict_each_other_are_both_listed() -> None:
    sheet = [HEADINGS, ["ade@example.org", "neglect", HELD, "yes"], ["ADE@example.org", "NEGLECT", "1/10/2026", "no"]]
    reason = ("Rows 2 and 3 say different things of one person.",)
    run = dry_run(sheet, KNOWN, ON)
    assert run.good == () and [(each.row, each.reasons) for each in run.bad] == [(2, reason), (3, reason)]


def test_a_sheet_never_overwrites_the_register() -> None:
    known = Known(KNOWN.people, KNOWN.sessions, {Key(1, 7): Said(True, 180)})
    assert _one("ade@example.org", "neglect", HELD, "yes", 3, known=known).there == (2,)
    (bad,) = _one("ade@example.org", "neglect", HELD, "no", known=known).bad
    assert bad.reasons == ("The register says they came for 3 hours. Change it there.",)


def test_a_sheet_without_its_columns_is_not_read_at_all() -> None:
    rows = [["Email", "E-mail", "Course", "Attended"], ["ade@example.org"]]
    wrong = ("There are 2 columns for “email”.", "There is no column “date”.")
    assert dry_run(rows, KNOWN, ON) == DryRun(columns=wrong)
    assert dry_run([], KNOWN, ON).columns == ("The sheet is empty.",)
    assert "parts" in dry_run([HEADINGS, *([["x"]] * 20_001)], KNOWN, ON).columns[0]


def test_the_key_of_a_row_is_the_source_by_which_learning_is_noted_once() -> None:
    assert Key(1, 7).in_words == Key(2, 7).in_words == "course session 7"
    assert isinstance(_one("x", "y", "z", "w").bad[0], Bad)
