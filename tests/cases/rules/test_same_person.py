"""Whether two names may mean one human being."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from cases.rules.same_person import is_alike, may_be_same

NAMES = some.text(alphabet="abcdefghié -’", min_size=1, max_size=24)


@pytest.mark.parametrize(
    ("said", "recorded", "is_so"),
    [
        ("Shirin", "Shirin Khatun", True),
        ("shirin khatun", "Shirin Khatun", True),
        ("Zaid Rahman", "Zayd Rahman", True),
        ("Celia", "Dona Célia", True),
        ("O'Neill", "Grant O’Neill", True),
        ("Imran Rahman", "Anisa Rahman", False),
        ("Bilal", "Bushra", False),
        ("Eli", "Leo", False),
        ("", "Anisa", False),
    ],
)
def test_names_that_sound_alike_are_asked_about(said: str, recorded: str, is_so: bool) -> None:
    assert is_alike(said, recorded) is is_so
    assert is_alike(recorded, said) is is_so


@given(NAMES)
def test_everybody_is_like_themselves(name: str) -> None:
    assert is_alike(name, name.upper()) is bool(name.strip(" -’"))


def test_the_same_day_and_one_same_word_is_enough() -> None:
    born = date(2015, 5, 17)
    assert may_be_same("Anisa Khatun", born, ["Anisa Rahman"], born)
    assert not may_be_same("Anisa Khatun", None, ["Anisa Rahman"], born)
    assert not may_be_same("Mina Khatun", born, ["Anisa Rahman"], born)
