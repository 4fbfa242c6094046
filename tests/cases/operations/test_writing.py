"""A paper is written by several people at once: no word is lost, and what is taken into it keeps its marks."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from camden.models import Recorded
from camden.operations.versions import Overtaken
from camden.principal import acting_as
from cases.models import FamilySays, PartSource, Quote, SignificantEvent, Writing, WritingPart
from cases.operations.assessments import give_back, start_assessment, stop_assessment, submit_assessment
from cases.operations.events import strike_event
from cases.operations.marks import change_marks
from cases.operations.quotes import strike_quote
from cases.operations.visits import strike_visit
from cases.operations.writing import (
    NotWritten,
    begin_writing,
    close_writing,
    part_to_add_to,
    say,
    take_out,
    take_source,
    write_part,
)
from cases.readings.writing import read_writing
from cases.readings.writing_now import compared
from cases.rules.audience import FAMILY, STAFF, Audience, Marks
from tests.conftest import as_role
from tests.factories.cases import VisitFactory
from tests.factories.record_voice import QuoteFactory, parent_of
from tests.factories.writing import assessment_of, paper_of, part_of

AT = datetime(2026, 11, 3, 10, 15, tzinfo=UTC)


@pytest.fixture(autouse=True)
def as_the_app(cast: SimpleNamespace) -> Iterator[None]:
    """Held by row-level security, as on the page."""
    cast.assessment = assessment_of(cast.case, cast.children, cast.amara)
    cast.paper = paper_of(cast.assessment)
    cast.others = QuoteFactory()
    with as_role("camden_app"), acting_as(cast.amara):
        yield


def write(cast: SimpleNamespace, words: str, section: str = "why", child: Any = None, **more: Any) -> WritingPart:
    said = {"by": cast.amara, "at": AT, "version": None} | more
    return write_part(writing=cast.paper, section=section, child=child, words=words, **said)


def test_a_part_is_written_once_for_the_family_and_once_for_each_child(cast: SimpleNamespace) -> None:
    write(cast, "A neighbour rang.")
    for child in cast.children:
        write(cast, f"A day of {child.first_name}", "day", child)
    reading = read_writing(cast.paper, STAFF)
    assert reading.part("why").words == "A neighbour rang."
    assert [reading.part("day", child.pk).words for child in cast.children] == [
        "A day of Anisa", "A day of Imran", "A day of Zayd"
    ]  # fmt: skip
    assert reading.part("day", cast.children[0].pk).title == "What daily life is like for Anisa"
    assert reading.part("why").written == "Amara Obi, 3 November 2026 at 10:15"


def test_two_people_who_write_two_sections_at_once_lose_no_word(cast: SimpleNamespace) -> None:
    write(cast, "Amara’s", "why", version=None)
    write(cast, "Bilal’s", "history", version=None, by=cast.bilal)
    reading = read_writing(cast.paper, STAFF)
    assert (reading.part("why").words, reading.part("history").words) == ("Amara’s", "Bilal’s")
    assert reading.writers == "Amara Obi and Bilal Aziz"


def test_the_second_in_the_same_section_is_told_what_stands_there_and_writes_nothing(cast: SimpleNamespace) -> None:
    first = write(cast, "Amara’s")
    for version in (None, first.version - 1, first.version + 1):
        with pytest.raises(Overtaken) as found:
            write(cast, "Bilal’s", by=cast.bilal, version=version)
        assert found.value.theirs.words == "Amara’s"
    write(cast, "Both", by=cast.bilal, version=first.version)
    assert WritingPart.objects.get().words == "Both"
    texts = WritingPart.pgh_event_model.objects.order_by("pgh_id").values_list("words", flat=True)
    assert "Amara’s" in texts, "the history keeps every text it ever had"


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["why", "history"]), st.booleans()), max_size=12))
def test_in_any_order_of_looking_and_saving_no_word_is_gone(
    cast: SimpleNamespace, steps: list[tuple[int, str, bool]]
) -> None:
    """Three people look at two sections (True), or save the words they have there (False)."""
    WritingPart.objects.update(words="")
    seen: dict[tuple[int, str], Any] = {}
    held: dict[str, list[str]] = {"why": [], "history": []}
    people = [cast.amara, cast.bilal, cast.cora]
    for number, (who, section, looks) in enumerate(steps):
        now = WritingPart.objects.filter(section=section).first()
        if looks or (who, section) not in seen:
            seen[who, section] = (now.version, now.words) if now else (None, "")
            continue
        version, words = seen[who, section]
        mine = f"{words} [{number}]"
        try:
            part = write(cast, mine, section, by=people[who], version=version)
        except Overtaken as found:
            theirs = found.theirs
            mine = f"{theirs.words} [{number}]"  # they make one text of both, and save again
            part = write(cast, mine, section, by=people[who], version=theirs.version)
        held[section].append(f"[{number}]")
        seen[who, section] = (part.version, part.words)
    for section, tokens in held.items():
        stands = WritingPart.objects.filter(section=section).values_list("words", flat=True).first() or ""
        assert all(token in stands for token in tokens), (section, tokens, stands)


def test_evidence_that_came_first_overtakes_nobody(cast: SimpleNamespace) -> None:
    empty = part_to_add_to(writing=cast.paper, section="why", child=None, by=cast.bilal, at=AT)
    write(cast, "Amara saw no part at all", version=None)
    assert WritingPart.objects.get(pk=empty.pk).words == "Amara saw no part at all"


@pytest.mark.parametrize(("section", "of_child"), [("day", False), ("why", True), ("not-a-section", False)])
def test_a_part_stands_only_where_the_paper_has_its_place(cast: SimpleNamespace, section: str, of_child: bool) -> None:
    with pytest.raises(NotWritten):
        write(cast, "x", section, cast.children[0] if of_child else None)


def test_submitted_it_is_locked_and_given_back_it_is_open_again(cast: SimpleNamespace, today: date) -> None:
    submit_assessment(assessment=cast.assessment, by=cast.amara, on=today, why_not_shared="They are away")
    with pytest.raises(NotWritten, match="waits for a manager"):
        write(cast, "x")
    assert read_writing(Writing.objects.get(), STAFF).locked
    with acting_as(cast.bilal):
        give_back(assessment=cast.assessment, by=cast.bilal, on=today, why="The father")
    with acting_as(cast.amara):
        write(cast, "His father says…")
    with acting_as(cast.bilal):
        stop_assessment(assessment=cast.assessment, by=cast.bilal, on=today, why="They moved")
    with acting_as(cast.amara), pytest.raises(NotWritten, match="has ended"):
        write(cast, "y", version=2)


def test_closed_nothing_in_it_changes(cast: SimpleNamespace, today: date) -> None:
    part = write(cast, "x")
    close_writing(writing=cast.paper, on=today)
    for attempt in (
        lambda: write(cast, "y", version=part.version),
        lambda: say(part=part, by=cast.amara, said_by="Aunt Farida", words="No.", said_on=today),
        lambda: take_source(part=part, kind="quote", subject_id=1, by=cast.amara, on=today),
    ):
        with pytest.raises(NotWritten, match="closed"):
            attempt()


def test_an_assessment_begins_with_its_text_and_a_family_has_one_plan(cast: SimpleNamespace, today: date) -> None:
    stop_assessment(assessment=cast.assessment, by=cast.bilal, on=today, why="Begun by mistake")
    said: dict[str, Any] = {"case": cast.case, "legal_basis": "need", "by": cast.amara}
    begun = start_assessment(children=cast.children, counts_from_on=today, started_on=today, **said)
    assert begun.writing.paper == "assessment"
    plans = {begin_writing(case=cast.case, paper="plan", by=cast.amara, on=today).pk for _ in range(2)}
    assert len(plans) == 1
    again = begin_writing(case=cast.case, paper="assessment", assessment=begun, by=cast.amara, on=today)
    assert again == begun.writing


def test_words_of_the_record_stand_beside_ours_as_they_were_said_once(cast: SimpleNamespace) -> None:
    part = write(cast, "x", "voice", cast.children[0])
    quote = QuoteFactory(speaker=cast.children[0], words="I like maths", kept_from=[7])
    rows = {say(part=part, by=cast.amara, quote=quote).pk for _ in range(2)}
    row = FamilySays.objects.get(pk__in=rows)
    assert (row.words, row.member, row.kept_from) == ("I like maths", cast.children[0], [7])


def test_what_nobody_said_is_not_written_down_as_said(cast: SimpleNamespace, today: date) -> None:
    part = write(cast, "x")
    with pytest.raises(NotWritten, match="whose words"):
        say(part=part, by=cast.amara, words="No.", said_on=today)
    with pytest.raises(NotWritten, match="what was said"):
        say(part=part, by=cast.amara, said_by="Farida", words="", said_on=today)


def test_evidence_keeps_its_words_its_source_and_its_marks(cast: SimpleNamespace, today: date) -> None:
    part = write(cast, "x")
    visit = VisitFactory(case=cast.case, worker=cast.amara, account="He shouted", is_kept_from_family=True)
    rows = {take_source(part=part, kind="visit", subject_id=visit.pk, by=cast.amara, on=today).pk for _ in range(2)}
    row = PartSource.objects.get(pk__in=rows)
    assert (row.words, row.is_kept_from_family) == ("He shouted", True)
    assert row.source == "Visit by Amara Obi, 1 October 2026"
    assert not read_writing(cast.paper, FAMILY).part("why").sources
    take_out(row=row, on=today)
    assert not read_writing(cast.paper, STAFF).part("why").sources
    again = take_source(part=part, kind="visit", subject_id=visit.pk, by=cast.amara, on=today)
    assert again.pk not in rows, "taken out, it can be taken again"


def test_nothing_of_another_family_can_be_taken(cast: SimpleNamespace, today: date) -> None:
    part = write(cast, "x")
    with pytest.raises(NotWritten, match="not in the record"):
        take_source(part=part, kind="quote", subject_id=cast.others.pk, by=cast.amara, on=today)


def test_a_mark_that_comes_later_follows_into_the_paper(cast: SimpleNamespace, today: date) -> None:
    part, jamal = write(cast, "x"), parent_of(cast.children, "Jamal", "father")
    quote = QuoteFactory(speaker=cast.children[0], words="Dad shouts")
    visit = VisitFactory(case=cast.case, worker=cast.amara, account="He shouted")
    say(part=part, by=cast.amara, quote=quote)
    take_source(part=part, kind="visit", subject_id=visit.pk, by=cast.amara, on=today)
    part_read = read_writing(cast.paper, Audience(person=jamal.pk)).part("why")
    assert part_read.says and part_read.sources
    for row in (quote, visit):
        change_marks(row=row, marks=Marks(kept_from=(jamal.pk,)), by=cast.amara, on=today)
    part_read = read_writing(cast.paper, Audience(person=jamal.pk)).part("why")
    assert not part_read.says and not part_read.sources
    assert read_writing(cast.paper, Audience(person=999)).part("why").says


def test_what_is_taken_back_is_no_evidence_any_more(cast: SimpleNamespace, today: date) -> None:
    part = write(cast, "x")
    quote = QuoteFactory(speaker=cast.children[0])
    visit = VisitFactory(case=cast.case, worker=cast.amara, account="He shouted")
    say(part=part, by=cast.amara, quote=quote)
    take_source(part=part, kind="visit", subject_id=visit.pk, by=cast.amara, on=today)
    strike_visit(visit=visit, by=cast.amara, on=today, why="Another family")
    strike_quote(quote=quote, by=cast.amara, on=today, why="Another child")
    staff, family = (read_writing(cast.paper, each).part("why") for each in (STAFF, FAMILY))
    assert not staff.sources and not family.says
    assert [line.is_struck for line in staff.says] == [True], "whoever works on it sees that it was taken back"
    with pytest.raises(NotWritten):
        say(part=write(cast, "y", "history"), by=cast.amara, quote=Quote.objects.get(pk=quote.pk))


def test_a_struck_event_leaves_too(cast: SimpleNamespace, today: date) -> None:
    event = SignificantEvent.objects.create(
        case=cast.case, happened_on=today, what="He moved out", written_by=cast.amara, written_on=today
    )
    part = write(cast, "x")
    take_source(part=part, kind="event", subject_id=event.pk, by=cast.amara, on=today)
    strike_event(event=event, by=cast.amara, on=today, why="Wrong year")
    assert not read_writing(cast.paper, STAFF).part("why").sources


def test_our_words_that_are_marked_are_not_for_the_family_nor_what_proves_them(
    cast: SimpleNamespace, today: date
) -> None:
    part = write(cast, "A secret", marks=Marks(is_kept_from_family=True))
    visit = VisitFactory(case=cast.case, worker=cast.amara)
    take_source(part=part, kind="visit", subject_id=visit.pk, by=cast.amara, on=today)
    assert read_writing(cast.paper, STAFF).part("why").kept_from == "the family"
    theirs = read_writing(cast.paper, FAMILY).part("why")
    assert (theirs.words, theirs.written, theirs.sources) == ("", "", ())


def test_nobody_without_the_record_reads_a_word_of_it(cast: SimpleNamespace) -> None:
    part_of(cast.paper, "works", "x", cast.amara)
    with acting_as(cast.dan):
        assert not Writing.objects.exists() and not WritingPart.objects.exists()
    with acting_as(cast.cora):
        assert WritingPart.objects.exists(), "who manages the service reads it"
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
    cast.case.is_restricted = True
    cast.case.save()
    with as_role("camden_app"):
        for who, there in ((cast.cora, False), (cast.bilal, False), (cast.amara, True)):
            with acting_as(who):
                assert WritingPart.objects.exists() is there, "and not when it is kept to those who work with them"


def test_it_is_written_down_who_did_it(cast: SimpleNamespace) -> None:
    write(cast, "x")
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
    deed = Recorded.objects.get(action="wrote a part of a paper")
    assert (deed.user_id, deed.case_id) == (cast.amara.pk, cast.case.pk)


def test_what_somebody_changed_is_told_against_the_text_that_was_seen(cast: SimpleNamespace) -> None:
    seen = write(cast, "He came late.")
    seen = write(cast, "He came home.", version=seen.version)
    write(cast, "He came home late.", version=seen.version)
    with pytest.raises(Overtaken) as found:
        write(cast, "Mine", version=seen.version, by=cast.bilal)
    changed = compared(found.value.theirs, seen.version)
    assert [(one.kind, one.words) for one in changed] == [
        ("same", "He came"), ("gone", " home."), ("new", " home late.")
    ]  # fmt: skip
