"""How the tests are shared out among processes: what shares a set-up stays together, and nothing changes its place."""

from pathlib import Path

from tests.sharing_out import JOURNEYS, ONE_BY_ONE, pieces

ROOT = Path(__file__).resolve().parents[2]


def test_all_journeys_are_one_piece() -> None:
    found = pieces(["tests/journeys/test_a.py::test_1", "tests/journeys/test_b.py::test_2[a/b::c]"])
    assert len(set(found.values())) == 1


def test_a_file_is_one_piece_and_a_file_in_two_places_is_two() -> None:
    tests = ["tests/a.py::test_1", "tests/a.py::test_2[::]", "tests/b.py::test_3", "tests/a.py::test_that_empties"]
    names = [pieces(tests)[test] for test in tests]
    assert names[0] == names[1] and len(set(names)) == 3


def test_what_takes_long_is_shared_out_test_by_test() -> None:
    tests = [f"{ONE_BY_ONE[0]}::test_{number}" for number in range(3)]
    assert len(set(pieces(tests).values())) == 3


def test_the_files_that_are_named_are_there() -> None:
    assert [name for name in (JOURNEYS, *ONE_BY_ONE) if not (ROOT / name).exists()] == []
