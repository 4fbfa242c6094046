"""What people of a family said: kept as it was, chosen for the header, marked, taken back."""

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from camden.principal import acting_as
from cases.models import ChronologyEntry, Involvement, Quote
from cases.operations.marks import NotMarked, change_marks
from cases.operations.quotes import (
    NotForTheHeader,
    NotKept,
    TakenBackAlready,
    head_with,
    keep_quote,
    strike_quote,
    unhead,
)
from cases.readings.quotes import header_quotes
from cases.rules.audience import Marks
from tests.factories.cases import VisitFactory
from tests.factories.record_voice import QuoteFactory, parent_of

SECRET = "Dad said not to tell"


@pytest.fixture(autouse=True)
def as_amara(cast: SimpleNamespace) -> Iterator[None]:
    with acting_as(cast.amara):
        yield


@pytest.fixture
def jamal(cast: SimpleNamespace) -> Any:
    return parent_of(cast.children, "Jamal", "father")


def kept(cast: SimpleNamespace, today: date, **more: Any) -> Quote:
    said: dict[str, Any] = {"speaker": cast.children[0], "words": SECRET, "said_on": date(2026, 11, 2)}
    return keep_quote(**({"case": cast.case, "by": cast.amara, "on": today} | said | more))


def told(cast: SimpleNamespace) -> list[str]:
    return list(ChronologyEntry.objects.filter(case=cast.case).order_by("pk").values_list("summary", flat=True))


def test_words_are_on_the_timeline_of_the_child_who_said_them(cast: SimpleNamespace, today: date) -> None:
    quote = kept(cast, today)
    entry = ChronologyEntry.objects.get(kind="quote", subject_id=quote.pk)
    assert entry.summary == f"Anisa: “{SECRET}”"
    assert list(entry.children.all()) == [cast.children[0]]
    assert quote.heard_by == cast.amara


def test_words_of_a_visit_are_on_the_timeline_with_it_and_not_again(cast: SimpleNamespace, today: date) -> None:
    kept(cast, today, visit=VisitFactory(case=cast.case, worker=cast.amara))
    assert told(cast) == []


def test_what_is_kept_from_somebody_is_not_repeated_on_the_timeline(
    cast: SimpleNamespace, today: date, jamal: Any
) -> None:
    quote = kept(cast, today, marks=Marks(kept_from=(jamal.pk,)))
    entry = ChronologyEntry.objects.get(kind="quote")
    assert SECRET not in entry.summary
    assert (entry.kept_from, quote.kept_from) == ([jamal.pk], [jamal.pk])


def test_nobody_said_anything_tomorrow_or_before_they_were_born(cast: SimpleNamespace, today: date) -> None:
    for day in (date(2026, 11, 4), date(2014, 1, 1)):
        with pytest.raises(NotKept):
            kept(cast, today, said_on=day)


def test_the_header_has_one_quote_and_the_last_choice_counts(cast: SimpleNamespace, today: date) -> None:
    anisa = cast.children[0]
    first, second = QuoteFactory(speaker=anisa, words="First."), QuoteFactory(speaker=anisa, words="Second.")
    for quote in (first, second):
        head_with(quote=quote, by=cast.amara, on=today)
    assert header_quotes([anisa])[anisa.pk].words == "Second."
    unhead(quote=second)
    assert header_quotes(cast.children) == {}


def test_only_somebody_who_works_with_the_child_chooses(cast: SimpleNamespace, today: date) -> None:
    quote = QuoteFactory(speaker=cast.children[0])
    with pytest.raises(NotForTheHeader, match="Somebody who works with Anisa"):
        head_with(quote=quote, by=cast.bilal, on=today)
    Involvement.objects.filter(child=cast.children[0]).update(ended_on=today)
    with pytest.raises(NotForTheHeader):
        head_with(quote=quote, by=cast.amara, on=today)


@pytest.mark.parametrize("marks", [Marks(is_kept_from_family=True), Marks(kept_from=(7,))])
def test_marked_words_stand_in_no_header_and_the_database_agrees(
    cast: SimpleNamespace, today: date, marks: Marks
) -> None:
    quote = kept(cast, today, marks=marks)
    with pytest.raises(NotForTheHeader, match="over your shoulder"):
        head_with(quote=quote, by=cast.amara, on=today)
    with pytest.raises(IntegrityError), transaction.atomic():
        Quote.objects.filter(pk=quote.pk).update(headed_on=today, headed_by=cast.amara)


def test_a_parents_words_are_in_no_childs_header(cast: SimpleNamespace, today: date, jamal: Any) -> None:
    with pytest.raises(NotForTheHeader, match="child’s own words"):
        head_with(quote=QuoteFactory(speaker=jamal, case=cast.case), by=cast.amara, on=today)


def test_a_mark_added_later_takes_words_out_of_the_header_and_off_the_timeline(
    cast: SimpleNamespace, today: date, jamal: Any
) -> None:
    quote = kept(cast, today)
    head_with(quote=quote, by=cast.amara, on=today)
    change_marks(row=quote, marks=Marks(kept_from=(jamal.pk,)), by=cast.amara, on=today)
    assert header_quotes(cast.children) == {}
    assert SECRET not in " ".join(told(cast))
    assert ChronologyEntry.objects.get(kind="quote").kept_from == [jamal.pk]


def test_adding_a_mark_asks_nothing_and_taking_one_away_asks_why(
    cast: SimpleNamespace, today: date, jamal: Any
) -> None:
    quote = kept(cast, today, marks=Marks(kept_from=(jamal.pk,)))
    change_marks(row=quote, marks=Marks(True, (jamal.pk,)), by=cast.amara, on=today)
    quote.refresh_from_db()
    for fewer in (Marks(), Marks(kept_from=(jamal.pk,))):
        with pytest.raises(NotMarked):
            change_marks(row=quote, marks=fewer, by=cast.amara, on=today)
    change_marks(row=quote, marks=Marks(), by=cast.amara, on=today, why="Anisa asked us to tell him.")
    assert told(cast)[-1] == "May be shared now: words of Anisa on 2 November 2026. Anisa asked us to tell him."
    assert ChronologyEntry.objects.filter(case=cast.case).latest("pk").is_kept_from_family


def test_what_was_said_in_a_visit_is_kept_from_whom_the_visit_is(
    cast: SimpleNamespace, today: date, jamal: Any
) -> None:
    visit = VisitFactory(case=cast.case, worker=cast.amara)
    quote = kept(cast, today, visit=visit, marks=Marks(kept_from=(99,)))
    change_marks(row=visit, marks=Marks(kept_from=(jamal.pk,)), by=cast.amara, on=today)
    quote.refresh_from_db()
    assert set(quote.kept_from) == {99, jamal.pk}


def test_words_that_were_not_said_so_stay_to_be_read_and_leave_the_header(cast: SimpleNamespace, today: date) -> None:
    quote = kept(cast, today)
    head_with(quote=quote, by=cast.amara, on=today)
    strike_quote(quote=quote, by=cast.amara, on=today, why="It was Imran.")
    quote.refresh_from_db()
    assert (quote.words, quote.struck_why, quote.headed_on) == (SECRET, "It was Imran.", None)
    assert told(cast)[-1] == "Taken back: words of Anisa on 2 November 2026. It was Imran."
    assert ChronologyEntry.objects.get(pk=ChronologyEntry.objects.filter(case=cast.case).earliest("pk").pk).struck_on
    with pytest.raises(TakenBackAlready):
        strike_quote(quote=quote, by=cast.amara, on=today, why="Again.")
