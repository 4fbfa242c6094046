"""The one way onto a timeline."""

from datetime import date
from types import SimpleNamespace

import pytest

from cases.models import ChronologyChild
from cases.operations.chronology import note


def test_an_entry_is_on_the_familys_timeline_and_on_that_of_each_child_it_happened_to(
    cast: SimpleNamespace, today: date
) -> None:
    entry = note(case=cast.case, on=today, kind="visit", summary="A visit", children=cast.children[:2], subject_id=7)
    assert (entry.case, entry.happened_on, entry.subject_id) == (cast.case, today, 7)
    rows = ChronologyChild.objects.order_by("child_id").values_list("child", "happened_on", "case")
    assert list(rows) == [(child.pk, today, cast.case.pk) for child in cast.children[:2]]


@pytest.mark.parametrize(
    ("length", "kept"), [(300, "word " * 59 + "words"), (301, "word " * 59 + "word…"), (5000, "word " * 59 + "word…")]
)
def test_a_long_sentence_is_cut_at_a_word(cast: SimpleNamespace, today: date, length: int, kept: str) -> None:
    words = ("word " * 1000)[:295] + ("words" if length == 300 else "wordless " * 600)
    entry = note(case=cast.case, on=today, kind="visit", summary=words[:length], children=[])
    entry.refresh_from_db()
    assert len(entry.summary) <= 300
    assert entry.summary == kept or entry.summary == kept.rsplit(" ", 1)[0] + "…"


def test_a_sentence_without_a_space_is_cut_all_the_same(cast: SimpleNamespace, today: date) -> None:
    assert len(note(case=cast.case, on=today, kind="visit", summary="x" * 999, children=[]).summary) == 300
