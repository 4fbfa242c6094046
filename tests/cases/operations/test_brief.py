"""A part of *Before you meet them* is written anew: the one before ends, and nobody's words are lost."""

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace

import pytest
from django.db import connection

from camden.models import Recorded
from camden.operations.versions import Overtaken
from camden.principal import acting_as
from cases.models import BriefPart, ChronologyEntry
from cases.operations.brief import write_part
from cases.rules.audience import Marks
from tests.conftest import as_role


@pytest.fixture(autouse=True)
def as_the_app(cast: SimpleNamespace) -> Iterator[None]:
    """Held by row-level security, as on the page."""
    with as_role("camden_app"), acting_as(cast.amara):
        yield


def test_the_new_part_stands_and_the_one_before_is_kept(cast: SimpleNamespace, today: date) -> None:
    first = write_part(case=cast.case, kind="why", words="One", by=cast.amara, on=today, shown=0)
    write_part(case=cast.case, kind="why", words="Two", by=cast.bilal, on=today, shown=first.pk)
    kept = BriefPart.objects.order_by("pk").values_list("words", "ended_on")
    assert list(kept) == [("One", today), ("Two", None)]
    said = list(ChronologyEntry.objects.order_by("pk").values_list("summary", flat=True))
    assert said == ["Amara Obi wrote down: why we are involved", "Bilal Aziz wrote anew: why we are involved"]


def test_the_marks_go_with_it_onto_the_timeline(cast: SimpleNamespace, today: date) -> None:
    marks = Marks(kept_from=(7,))
    write_part(case=cast.case, kind="danger", words="x", by=cast.amara, on=today, shown=0, marks=marks)
    assert BriefPart.objects.get().kept_from == [7] and ChronologyEntry.objects.get().kept_from == [7]


def test_who_was_overtaken_writes_nothing_and_is_shown_theirs(cast: SimpleNamespace, today: date) -> None:
    theirs = write_part(case=cast.case, kind="why", words="Theirs", by=cast.bilal, on=today, shown=0)
    with pytest.raises(Overtaken) as found:
        write_part(case=cast.case, kind="why", words="Mine", by=cast.amara, on=today, shown=0)
    assert found.value.theirs == theirs
    assert list(BriefPart.objects.values_list("words", flat=True)) == ["Theirs"]


def test_a_part_written_for_a_later_day_ends_no_earlier_than_it_began(cast: SimpleNamespace, today: date) -> None:
    first = write_part(case=cast.case, kind="why", words="One", by=cast.amara, on=today, shown=0)
    write_part(case=cast.case, kind="why", words="Two", by=cast.amara, on=date(2026, 11, 1), shown=first.pk)
    assert BriefPart.objects.get(words="One").ended_on == today


def test_it_is_written_down_who_did_it(cast: SimpleNamespace, today: date) -> None:
    write_part(case=cast.case, kind="why", words="One", by=cast.amara, on=today, shown=0)
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
    deed = Recorded.objects.get(action="wrote a part of before you meet them")
    assert (deed.user_id, deed.case_id) == (cast.amara.pk, cast.case.pk)
