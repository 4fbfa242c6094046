"""A council keeps its own sections: changes, adds, orders and retires them. Only who looks after settings may."""

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, connection, transaction

from camden.models import Recorded
from camden.operations.refusals import NotDone, Overtaken
from camden.principal import acting_as
from cases.models import LocalSection
from cases.operations.sections import add_section, edit_section, retire_section
from cases.readings.sections_kept import section_of, sections_of
from cases.readings.writing import read_writing
from cases.rules.audience import STAFF
from cases.rules.sections import SECTIONS, SectionSaid
from tests.conftest import as_role
from tests.factories.writing import assessment_of, paper_of, part_of

PAPER = "assessment"


@pytest.fixture(autouse=True)
def as_eve(cast: SimpleNamespace) -> Iterator[None]:
    """Eve keeps the settings, held by the database as the web is."""
    cast.paper = paper_of(assessment_of(cast.case, cast.children, cast.amara))
    with as_role("camden_app"), acting_as(cast.eve):
        yield


def said(title: str = "Sleep", after: str = "voice", **more: str) -> SectionSaid:
    return SectionSaid(title, more.get("prompt", ""), more.get("familys_title", ""), after)


def codes() -> list[str]:
    return [each.code for each in sections_of(PAPER)]


def test_nothing_changed_here_is_what_is_shipped() -> None:
    assert sections_of(PAPER) == tuple(each for each in SECTIONS if each.paper == PAPER)


def test_a_section_is_added_where_it_belongs(today: date) -> None:
    code = add_section(paper=PAPER, for_each="child", said=said("How … sleeps"), on=today)
    assert codes()[codes().index("voice") + 1] == code
    section = section_of(PAPER, code)
    assert section and section.titled("Zayd") == "How Zayd sleeps"


def test_many_sections_in_one_place_find_room(today: date) -> None:
    new = [add_section(paper=PAPER, for_each="family", said=said(f"Section {n}"), on=today) for n in range(12)]
    at = codes().index("voice") + 1
    assert codes()[at : at + 12] == list(reversed(new))
    assert codes()[at + 12] == "day"


def test_a_shipped_section_is_renamed_and_stays_where_it_is(today: date) -> None:
    before = codes()
    edit_section(paper=PAPER, code="works", version=0, said=said("Strengths", after="needs"), on=today)
    assert codes() == before
    assert [each.title for each in sections_of(PAPER) if each.code == "works"] == ["Strengths"]


def test_a_section_moves_to_the_front(today: date) -> None:
    edit_section(paper=PAPER, code="voice", version=0, said=said("Voice", after=""), on=today)
    assert codes()[0] == "voice"


def test_retired_it_is_out_of_new_papers_and_stays_readable_where_something_was_written(
    cast: SimpleNamespace, today: date
) -> None:
    with acting_as(cast.amara):
        part_of(cast.paper, "differences", "Faith matters to them", cast.amara)
    with acting_as(cast.eve):
        for code in ("differences", "parenting"):
            retire_section(paper=PAPER, code=code, version=0, is_retired=True, on=today)
    assert not {"differences", "parenting"} & set(codes())
    with acting_as(cast.amara):
        reading = read_writing(cast.paper, STAFF)
    assert reading.part("parenting") is None
    part = reading.part("differences")
    assert part and part.words == "Faith matters to them"
    with acting_as(cast.eve):
        row = LocalSection.objects.get(code="parenting")
        retire_section(paper=PAPER, code="parenting", version=row.version, is_retired=False, on=today)
    assert "parenting" in codes()


def test_the_second_of_two_who_change_one_is_told(today: date) -> None:
    edit_section(paper=PAPER, code="works", version=0, said=said("Strengths", after="needs"), on=today)
    with pytest.raises(Overtaken):
        edit_section(paper=PAPER, code="works", version=0, said=said("What is strong", after="needs"), on=today)


@pytest.mark.parametrize("who", ["amara", "cora", "dan"])
def test_nobody_else_changes_a_section(cast: SimpleNamespace, today: date, who: str) -> None:
    with acting_as(getattr(cast, who)):
        with pytest.raises(NotDone, match="Only a system administrator"):
            add_section(paper=PAPER, for_each="family", said=said(), on=today)
        with pytest.raises(DatabaseError), transaction.atomic():
            LocalSection.objects.update(title="x")


def test_a_section_without_a_heading_is_none(today: date) -> None:
    with pytest.raises(NotDone, match="heading"):
        add_section(paper=PAPER, for_each="family", said=said(" "), on=today)


def test_it_is_written_down_what_was_changed(cast: SimpleNamespace, today: date) -> None:
    edit_section(paper=PAPER, code="works", version=0, said=said("Strengths", after="needs"), on=today)
    edit_section(paper=PAPER, code="works", version=1, said=said("What is strong", after="needs"), on=today)
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
    done = list(Recorded.objects.filter(subject="cases.LocalSection").order_by("pk").values_list("action", "user_id"))
    assert done == [
        ("changed a section: Strengths", cast.eve.pk),
        ("renamed a section: What is strong, was Strengths", cast.eve.pk),
    ]
