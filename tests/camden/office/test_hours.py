"""A time of day is read as people write it."""

from datetime import time

import pytest
from django.core.exceptions import ValidationError

from camden.office.layout import hour_field


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9.30", time(9, 30)),
        ("09:30", time(9, 30)),
        ("0930", time(9, 30)),
        (" 9 . 30 ", time(9, 30)),
        ("17", time(17)),
        ("2pm", time(14)),
        ("2 pm", time(14)),
        ("2.15 PM", time(14, 15)),
        ("2:15pm", time(14, 15)),
        ("0:00", time(0)),
    ],
)
def test_a_time_is_read_as_it_is_written(typed: str, meant: time) -> None:
    assert hour_field("When?").clean(typed) == meant


@pytest.mark.parametrize("typed", ["half ten", "25:00", "9.75", "soon", ""])
def test_what_is_no_time_is_asked_for_again(typed: str) -> None:
    with pytest.raises(ValidationError, match="Enter (a|the) time, for example 9.30 or 14:05."):
        hour_field("When?").clean(typed)


def test_what_stands_there_already_is_read_as_it_stands() -> None:
    field = hour_field("When?")
    assert field.prepare_value(time(16, 30)) == "16:30"
    assert field.clean(field.prepare_value(time(16, 30))) == time(16, 30)
    assert field.prepare_value("4 pm") == "4 pm"


def test_a_form_says_why_it_needs_the_time() -> None:
    with pytest.raises(ValidationError, match="hours count from it"):
        hour_field("When?", ask="Enter the time: hours count from it.").clean("")
    assert hour_field("When?", required=False).clean("") is None
