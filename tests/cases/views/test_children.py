"""A child's page."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from cases.models import Member, VisitChild
from cases.operations.chronology import note
from tests.factories.cases import ChildFactory, VisitFactory


def test_detail_is_about_this_child_and_not_about_the_others(
    cast: SimpleNamespace, browser_for: Any, read: Any, today: date
) -> None:
    anisa, imran, _ = cast.children
    note(case=cast.case, on=today, kind="visit", summary="Something with Anisa", children=[anisa])
    note(case=cast.case, on=today, kind="visit", summary="Something with him", children=[imran])
    page = read(browser_for(cast.amara).get(anisa.get_absolute_url())).said
    assert "Something with Anisa" in page and "Something with him" not in page
    assert "11 years" in page and "Amara Obi, since 21 August 2026" in page


def test_detail_says_when_the_child_was_last_seen_and_last_seen_alone(
    cast: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    anisa = cast.children[0]
    client = browser_for(cast.amara)
    assert "Not seen so far" in read(client.get(anisa.get_absolute_url())).said
    visit = VisitFactory(case=cast.case, worker=cast.amara, visited_on=date(2026, 10, 1))
    VisitChild.objects.create(case=cast.case, visit=visit, child=anisa, seen="with-others")
    page = read(client.get(anisa.get_absolute_url())).said
    assert "1 October 2026" in page and "Not recorded so far" in page


def test_detail_of_a_child_without_a_name_shows_their_number(
    cast: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    child = ChildFactory(case=cast.case, given_name="", family_name="", la_child_id="C000777", born_on=None)
    assert "Name not recorded (C000777)" in read(browser_for(cast.amara).get(child.get_absolute_url())).said


def test_an_adult_has_no_childs_page(cast: SimpleNamespace, browser_for: Any) -> None:
    mother = ChildFactory(case=cast.case, kind=Member.Kind.ADULT)
    assert browser_for(cast.amara).get(mother.get_absolute_url()).status_code == 404
