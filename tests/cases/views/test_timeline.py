"""The timeline through the browser: all of it, or what the address asks for."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import ChronologyEntry, Member, Presence, SignificantEvent
from cases.operations.chronology import note, strike_entries
from cases.rules.audience import Marks
from cases.rules.chronology import GROUPS
from tests.factories.cases import ChildFactory, VisitFactory
from tests.queries import of_the_page


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def url(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/timeline/"


@pytest.fixture
def happened(cast: SimpleNamespace) -> dict[str, ChronologyEntry]:
    """A visit to Anisa at which Shirin was there, a plan for Imran, and a child who went missing."""
    anisa, imran, _ = cast.children
    shirin = ChildFactory(
        case=cast.case, kind=Member.Kind.ADULT, given_name="Shirin", family_name="Khatun", born_on=None
    )
    visit = VisitFactory(case=cast.case, worker=cast.amara, visited_on=date(2026, 10, 1))
    Presence.objects.create(case=cast.case, visit=visit, member=shirin, happened_on=visit.visited_on)
    told = {
        "visit": ("Amara visited", visit.visited_on, [anisa], visit.pk),
        "plan": ("A plan began", date(2026, 10, 2), [imran], None),
        "milestone": ("Anisa went missing", date(2026, 10, 3), [anisa], None),
    }
    return {
        kind: note(case=cast.case, on=on, kind=kind, summary=words, children=about, subject_id=key)
        for kind, (words, on, about, key) in told.items()
    }


def shown(page: Any) -> set[str]:
    """Which of the three are on the page."""
    return {words for words in ("Amara visited", "A plan began", "Anisa went missing") if words in page.said}


@pytest.mark.usefixtures("happened")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"Amara visited", "A plan began", "Anisa went missing"}),
        ("?kind=visits", {"Amara visited"}),
        ("?kind=visits&kind=decisions", {"Amara visited", "A plan began"}),
        ("?kind=nonsense", {"Amara visited", "A plan began", "Anisa went missing"}),
        ("?kind=words", set()),
        ("?significant=1", set()),
        ("?person=Anisa", {"Amara visited", "Anisa went missing"}),
        ("?person=Imran", {"A plan began"}),
        ("?person=Shirin", {"Amara visited"}),
        ("?person=Anisa&kind=facts", {"Anisa went missing"}),
    ],
)
def test_the_address_says_what_is_shown(
    cast: SimpleNamespace, amara: Any, url: str, read: Any, query: str, found: set[str]
) -> None:
    for person in Member.objects.filter(case=cast.case):
        query = query.replace(f"person={person.given_name}", f"person={person.pk}")
    assert shown(read(amara.get(url + query))) == found


def test_what_is_in_the_chronology_can_be_asked_for_and_leads_there(
    cast: SimpleNamespace, amara: Any, url: str, read: Any, happened: dict[str, ChronologyEntry]
) -> None:
    event = SignificantEvent.objects.create(
        case=cast.case,
        happened_on=date(2026, 10, 3),
        what="x",
        entry=happened["milestone"],
        written_by=cast.amara,
        written_on=date(2026, 11, 3),
    )
    page = read(amara.get(f"{url}?significant=1"))
    assert shown(page) == {"Anisa went missing"}
    assert f"/cases/{cast.case.pk}/chronology/{event.pk}/" in page.links
    SignificantEvent.objects.update(struck_on=date(2026, 11, 3), struck_by=cast.amara, struck_why="Twice")
    assert shown(read(amara.get(f"{url}?significant=1"))) == set()


def test_what_was_taken_back_and_what_is_not_to_be_shared_say_so(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    note(case=cast.case, on=date(2026, 10, 1), kind="call", summary="Jamal rang", children=[], subject_id=5,
         marks=Marks(kept_from=(cast.children[0].pk,)))  # fmt: skip
    page = read(amara.get(url))
    assert "Not to be shared" in page.said and "Taken back" not in page.said
    strike_entries(case=cast.case, kinds=["call"], subject_id=5, on=date(2026, 11, 3))
    assert "Taken back" in read(amara.get(url)).said


def test_the_next_page_asks_the_same_question(cast: SimpleNamespace, amara: Any, url: str, read: Any) -> None:
    first = date(2026, 1, 1)
    for day in range(25):
        note(case=cast.case, on=first + timedelta(days=day), kind="call", summary=f"Call {day:02}", children=[])
        note(case=cast.case, on=first + timedelta(days=day), kind="plan", summary=f"Plan {day:02}", children=[])
    page = read(amara.get(f"{url}?kind=talk"))
    (older,) = [link for link in page.links if "after=" in link]
    assert "kind=talk" in older
    rest = read(amara.get(url + older))
    assert [f"Call {day:02}" in rest.said for day in range(6)] == [True] * 5 + [False]
    assert "Plan 0" not in rest.said and "Plan 1" not in rest.said


def test_every_kind_of_entry_is_in_one_group() -> None:
    grouped = [kind for _, kinds in GROUPS.values() for kind in kinds]
    assert sorted(grouped) == sorted(ChronologyEntry.Kind.values)


def test_a_stranger_finds_no_timeline(cast: SimpleNamespace, browser_for: Any, url: str) -> None:
    assert browser_for(cast.dan).get(url).status_code == 404


def test_the_timeline_asks_as_much_for_five_thousand_entries_as_for_five(
    cast: SimpleNamespace, amara: Any, url: str
) -> None:
    note(case=cast.case, on=date(2026, 1, 1), kind="call", summary="A call", children=cast.children)
    with CaptureQueriesContext(connection) as few:
        amara.get(url)
    ChronologyEntry.objects.bulk_create(
        ChronologyEntry(
            case=cast.case, happened_on=date(2020, 1, 1) + timedelta(days=n // 3), kind="call", summary="A call"
        )
        for n in range(5000)
    )
    with CaptureQueriesContext(connection) as many:
        page = amara.get(url)
    assert len(of_the_page(many)) == len(of_the_page(few)) <= 12
    assert len(page.content) < 60_000  # before it is compressed
