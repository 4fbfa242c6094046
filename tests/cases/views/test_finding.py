"""The page of the search: one box, people with why, then what was written, and no trace of what is hidden."""

import re
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from camden.models.audit import CaseOpened, Recorded
from cases.models import Case, Quote, Visit
from cases.readings.finding import NOTES
from tests.factories.cases import CaseFactory, ChildFactory, ExclusionFactory, VisitFactory


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


def test_find_by_name_and_by_number(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    ChildFactory(case=CaseFactory(name="Okafor", team_ids=[cast.pod.pk]), given_name="Leon", la_child_id="C000777")
    for words in ("leon", "C000777"):
        page = read(amara.get("/cases/find/", {"q": words}))
        assert "Okafor" in page.said and "Rahman" not in page.said
        assert page.filled["q"] == words


def test_people_come_with_age_worker_and_why(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    page = read(amara.get("/cases/find/", {"q": "Aneesa"}))
    assert "Anisa Rahman" in page.said and "11 years" in page.said
    assert "Sounds alike" in page.said and "lead worker Amara Obi" in page.said
    assert cast.children[0].get_absolute_url() in page.links


def test_notes_come_after_people_with_the_place_marked(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    visit = VisitFactory(case=cast.case, worker=cast.amara, account="Anisa said <i>hello</i> & smiled.")
    answer = amara.get("/cases/find/", {"q": "anisa"})
    page = read(answer)
    assert page.said.index("People") < page.said.index("What was written") < page.said.index("hello")
    assert b"<mark>Anisa</mark> said &lt;i&gt;hello" in answer.content
    assert f"/cases/{cast.case.pk}/visits/{visit.pk}/" in page.links
    assert f"/cases/find/?q=anisa&case={cast.case.pk}" in page.links


def test_one_family_only_and_page_after_page(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    other = CaseFactory(name="Okafor", team_ids=[cast.pod.pk])
    for record in (cast.case, other):
        for _ in range(NOTES + 1):
            VisitFactory(case=record, worker=cast.amara)
    page = read(amara.get("/cases/find/", {"q": "kitchen", "case": other.pk}))
    assert "Only in Okafor" in page.said and "Rahman" not in page.said
    (older,) = [link for link in page.links if "after=" in link]
    page = read(amara.get(f"/cases/find/{older}"))
    assert page.said.count("1 October 2026") == 1 and "Only in Okafor" in page.said
    assert not [link for link in page.links if "after=" in link]


@pytest.mark.parametrize("case", ["", "x", "-1", "1e3", "9" * 30, "²"])
def test_a_family_that_is_no_number_is_no_family(cast: SimpleNamespace, amara: Any, read: Any, case: str) -> None:
    assert "Anisa" in read(amara.get("/cases/find/", {"q": "anisa", "case": case})).said


def test_a_family_one_may_not_see_is_as_one_that_is_not_there(cast: SimpleNamespace, browser_for: Any) -> None:
    dan = browser_for(cast.dan)
    hidden, nowhere = (dan.get("/cases/find/", {"q": "a", "case": key}) for key in (cast.case.pk, 987_654_321))
    assert hidden.status_code == nowhere.status_code == 404


def test_what_must_not_be_shared_is_said_and_not_shown(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    Quote.objects.create(
        case=cast.case, speaker=cast.children[0], words="A canary kettle", said_on="2026-10-01",
        is_kept_from_family=True,
    )  # fmt: skip
    VisitFactory(case=cast.case, worker=cast.amara, account="A kettle.")
    Visit.objects.update(struck_on="2026-10-02", struck_by=cast.amara, struck_why="x")
    page = read(amara.get("/cases/find/", {"q": "kettle"}))
    assert "Not to be shared" in page.said and "Taken back" in page.said
    assert "canary" not in page.said


def same(answer: Any, words: str) -> bytes:
    """The answer, but for the words that were typed, and what is different in every answer."""
    text = answer.content.replace(words.encode(), b"")
    return re.sub(rb'(nonce|csrfmiddlewaretoken)[^>]*value="[^"]+"|name="_key" value="[^"]+"|value="\w{64}"', b"", text)


@pytest.mark.parametrize("hide", ["elsewhere", "restricted", "excluded"])
@pytest.mark.parametrize("words", ["anisa", "rahman", "17.5.2015", "C000123", "12 elm row", "07700900123", "kettle"])
def test_a_hidden_record_answers_as_one_that_is_not_there(
    cast: SimpleNamespace, browser_for: Any, words: str, hide: str
) -> None:
    """The same bytes, before there was any such record and after; and nothing is written down as looked at."""
    who = cast.dan if hide == "elsewhere" else cast.amara
    record = CaseFactory(name="Hidden", team_ids=[cast.pod.pk], is_restricted=hide == "restricted")
    if hide == "excluded":
        ExclusionFactory(case=record, worker=who)
    Case.objects.filter(pk=cast.case.pk).update(team_ids=[])
    for child in cast.children:
        child.involvements.update(ended_on="2026-10-01")
    browser = browser_for(who)
    before = browser.get("/cases/find/", {"q": words})
    child = ChildFactory(
        case=record, given_name="Anisa", family_name="Rahman", la_child_id="C000123", born_on=date(2015, 5, 17)
    )
    VisitFactory(case=record, worker=cast.bilal, account="A kettle, Anisa Rahman, 12 Elm Row, 07700900123")
    Quote.objects.create(case=record, speaker=child, words="kettle", said_on="2026-10-01")
    after = browser.get("/cases/find/", {"q": words})
    if words == "C000123" and hide == "elsewhere":  # a number somebody has: which team to ring, and nothing else
        assert b"Known to another team" in after.content and b"Known to another" not in before.content
        return
    assert (before.status_code, same(before, words)) == (after.status_code, same(after, words))
    assert b"Nobody found" in after.content
    assert not CaseOpened.objects.exists()


def test_another_teams_child_is_known_by_the_whole_name_and_birthday(
    cast: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    dan = browser_for(cast.dan)
    assert "Known to another team" not in read(dan.get("/cases/find/", {"q": "anisa rahman"})).said
    assert not Recorded.objects.exists()
    page = read(dan.get("/cases/find/", {"q": "anisa rahman 17/5/2015"}))
    assert "Known to another team" in page.said and "Ring Primrose" in page.said
    assert Recorded.objects.get().action == "looked whether another team knows a child"
    Case.objects.update(is_restricted=True)
    assert "Known to another team" not in read(dan.get("/cases/find/", {"q": "anisa rahman 17/5/2015"})).said


def test_find_says_nobody_found_for_none_and_for_those_one_may_not_see(
    cast: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    dan = browser_for(cast.dan)
    hidden, nobody = (read(dan.get("/cases/find/", {"q": words})).said for words in ("anisa", "zzzz"))
    assert hidden == nobody
    assert "Nobody found" in nobody


def test_find_before_anything_was_asked(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    page = read(amara.get("/cases/find/"))
    assert not page.errors and "Nobody found" not in page.said


@pytest.mark.parametrize(
    ("words", "problem"),
    [("", "Fill in"), ("   ", "Fill in"), ("a\x00b", "Take out the unusual character"), ("x" * 101, "too long"),
     ("x" * 400, "too long"), ("x" * 1_000_000, "too long"), ("a " * 11, "too many words")],
)  # fmt: skip
def test_find_says_what_is_wrong_beside_the_box_and_keeps_the_words(
    cast: SimpleNamespace, amara: Any, read: Any, words: str, problem: str
) -> None:
    page = read(amara.get("/cases/find/", {"q": words}))
    assert problem in page.errors["q"]
    assert page.filled["q"].strip() == words.strip()
    assert "Rahman" not in page.said


@pytest.mark.parametrize(
    "words",
    ["%", "_", "\\", "'", '"><b>', "😀", "‮", "مُحَمَّد", "{{ 7 }}", "a" * 100, "' or 1=1 --", "& | ! <->", ":*", "!!!",
     "x:*A & y", "a\\:b", "(((", "99.99.9999"],
)  # fmt: skip
def test_find_takes_signs_for_themselves(cast: SimpleNamespace, amara: Any, read: Any, words: str) -> None:
    VisitFactory(case=cast.case, worker=cast.amara)
    answer = amara.get("/cases/find/", {"q": words})
    page = read(answer)
    assert "Rahman" not in page.said
    assert page.filled["q"] == words
    assert b"<b>" not in answer.content
