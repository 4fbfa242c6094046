"""One visit, written once, for the children it was about."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, transaction

from camden.models import Recorded
from camden.principal import acting_as
from cases.models import ChronologyChild, ChronologyEntry, Quote, Visit, VisitAccount, VisitChild
from cases.operations.visits import (
    Besides,
    ChildPart,
    NobodyVisited,
    StruckAlready,
    WrittenUp,
    log_missed,
    log_visit,
    strike_visit,
    write_up,
)
from cases.rules.audience import Marks
from tests.conftest import as_role


def visit(cast: SimpleNamespace, on: date, *parts: ChildPart) -> Visit:
    with as_role("camden_app"), acting_as(cast.amara):
        return log_visit(
            case=cast.case, by=cast.amara, visited_on=on, kind="home", account="We baked bread.", parts=parts
        )


def test_a_visit_is_written_once_and_is_on_each_childs_timeline(cast: SimpleNamespace, today: date) -> None:
    anisa, imran, zayd = cast.children
    logged = visit(cast, today, ChildPart(anisa, "alone", "I like it here"), ChildPart(zayd, "observed"))
    assert Visit.objects.get() == logged
    assert VisitAccount.objects.get().words == "We baked bread."
    parts = VisitChild.objects.order_by("child__born_on").values_list("child", "seen")
    assert list(parts) == [(anisa.pk, "alone"), (zayd.pk, "observed")]
    assert list(Quote.objects.values_list("speaker", "words", "visit")) == [(anisa.pk, "I like it here", logged.pk)]
    entry = ChronologyEntry.objects.get()
    assert (entry.kind, entry.subject_id, entry.happened_on) == ("visit", logged.pk, today)
    assert entry.summary == "Amara Obi visited at home: saw Anisa and Zayd; Anisa alone"
    assert {row.child_id for row in ChronologyChild.objects.all()} == {anisa.pk, zayd.pk}
    assert Recorded.objects.get().subject_id == logged.pk


def test_nothing_is_written_of_a_child_nothing_was_said_about(cast: SimpleNamespace, today: date) -> None:
    anisa, imran, zayd = cast.children
    visit(cast, today, ChildPart(anisa, "alone"))
    assert not VisitChild.objects.filter(child__in=[imran, zayd]).exists()
    assert not ChronologyChild.objects.filter(child__in=[imran, zayd]).exists()
    assert "Imran" not in ChronologyEntry.objects.get().summary


def test_a_visit_about_nobody_is_refused(cast: SimpleNamespace, today: date) -> None:
    with pytest.raises(NobodyVisited):
        visit(cast, today)
    assert not Visit.objects.exists()


def test_words_stay_out_of_the_timeline(cast: SimpleNamespace, today: date) -> None:
    visit(cast, today, ChildPart(cast.children[0], "alone", "My uncle shouts"))
    assert "uncle" not in ChronologyEntry.objects.get().summary
    assert "bread" not in ChronologyEntry.objects.get().summary


def test_a_child_is_once_in_a_visit_and_seen_in_one_of_the_known_ways(cast: SimpleNamespace, today: date) -> None:
    anisa = cast.children[0]
    for parts in ([ChildPart(anisa, "alone"), ChildPart(anisa, "not-seen")], [ChildPart(anisa, "through a window")]):
        with pytest.raises(DatabaseError):
            visit(cast, today, *parts)
        assert not Visit.objects.exists()


def test_nobody_logs_a_visit_in_a_record_they_do_not_see(cast: SimpleNamespace, today: date) -> None:
    refused = pytest.raises(DatabaseError, match="row-level security")
    with as_role("camden_app"), acting_as(cast.dan), refused, transaction.atomic():
        log_visit(
            case=cast.case, by=cast.dan, visited_on=today, kind="home", account="x",
            parts=[ChildPart(cast.children[0], "alone")],
        )  # fmt: skip


def test_a_mark_goes_with_a_visit_onto_the_timeline(cast: SimpleNamespace, today: date) -> None:
    with as_role("camden_app"), acting_as(cast.amara):
        log_visit(
            case=cast.case, by=cast.amara, visited_on=today, kind="home", account="x",
            parts=[ChildPart(cast.children[0], "alone")], besides=Besides(marks=Marks(True, (7,))),
        )  # fmt: skip
    entry, kept = ChronologyEntry.objects.get(), Visit.objects.get()
    assert (entry.is_kept_from_family, entry.kept_from) == (kept.is_kept_from_family, kept.kept_from) == (True, [7])


def test_a_visit_is_written_up_once_and_one_that_was_missed_or_taken_back_never(
    cast: SimpleNamespace, today: date
) -> None:
    at = datetime(2026, 11, 4, 9, tzinfo=UTC)
    with as_role("camden_app"), acting_as(cast.amara):
        of = {"case": cast.case, "by": cast.amara, "visited_on": today, "kind": "home"}
        part = [ChildPart(cast.children[0], "alone")]
        once, struck = log_visit(parts=part, **of), log_visit(parts=part, **of)
        missed = log_missed(why="nobody-in", children=cast.children, **of)
        write_up(visit=once, by=cast.amara, at=at, words="We talked.")
        strike_visit(visit=struck, by=cast.amara, on=today, why="Twice")
        for visit in (once, struck, missed):
            with pytest.raises(WrittenUp):
                write_up(visit=visit, by=cast.amara, at=at, words="Again")
        with pytest.raises(StruckAlready):
            strike_visit(visit=struck, by=cast.amara, on=today, why="Again")
    assert VisitAccount.objects.get().words == "We talked."


def test_an_unsuccessful_visit_is_on_the_timeline_and_says_nothing_of_a_child(
    cast: SimpleNamespace, today: date
) -> None:
    with as_role("camden_app"), acting_as(cast.amara):
        log_missed(
            case=cast.case, by=cast.amara, visited_on=today, kind="home", why="not-today", children=cast.children
        )
    entry = ChronologyEntry.objects.get()
    assert entry.summary == "Unsuccessful visit by Amara Obi: the family asked for another day"
    assert ChronologyChild.objects.count() == 3 and not VisitChild.objects.exists()
