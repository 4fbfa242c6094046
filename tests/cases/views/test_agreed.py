"""What was agreed: its page, and saying what became of it."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from camden.principal import acting_as
from cases.models import Action
from cases.operations.agreements import close_action
from tests.factories.cases import ActionFactory, CaseFactory


@pytest.fixture
def action(cast: SimpleNamespace) -> Action:
    return ActionFactory(
        case=cast.case, keeper=cast.amara, agreed_by=cast.bilal, why="She has gone quiet at school.",
        first_sentence="Who notices first when Mum is sad?", children=cast.children[:1],
    )  # fmt: skip


@pytest.fixture
def url(action: Action) -> str:
    return f"/cases/{action.case_id}/actions/{action.pk}/"


def test_action_says_what_why_the_first_sentence_where_and_for_whom(
    cast: SimpleNamespace, browser_for: Any, read: Any, url: str
) -> None:
    page = read(browser_for(cast.amara).get(url))
    for words in (
        "Ring the school", "She has gone quiet at school.", "Who notices first when Mum is sad?", "Amara Obi",
        "Group supervision, 27 October", "Bilal Aziz", "Anisa Rahman",
    ):  # fmt: skip
        assert words in page.said
    assert f"{url}closure/" in page.links


def test_an_action_says_how_often_it_was_given_another_day(
    action: Action, cast: SimpleNamespace, browser_for: Any, read: Any, url: str
) -> None:
    amara = browser_for(cast.amara)
    assert "Given another day" not in read(amara.get(url)).said
    Action.objects.filter(pk=action.pk).update(moved_times=2, first_due_on=date(2026, 10, 9))
    assert "Twice, at first by 9 October 2026" in read(amara.get(url)).said


def test_the_family_and_the_child_show_it_as_agreed_and_their_brothers_page_does_not(
    cast: SimpleNamespace, browser_for: Any, read: Any, url: str
) -> None:
    amara = browser_for(cast.amara)
    for address in (cast.case.get_absolute_url(), cast.children[0].get_absolute_url()):
        assert url in read(amara.get(address)).links
    assert url not in read(amara.get(cast.children[1].get_absolute_url())).links


def test_closure_done_takes_it_off_the_familys_page_and_puts_it_on_the_timeline(
    cast: SimpleNamespace, browser_for: Any, read: Any, url: str
) -> None:
    amara = browser_for(cast.amara)
    page = read(amara.post(f"{url}closure/", {"became": "done", "outcome": "She told me."}, follow=True))
    assert "Ring the school: done." in page.said
    assert "Amara Obi did what was agreed: ring the school" in page.said
    assert "Agreed</h2>" not in page.said
    page = read(amara.get(url))
    assert "She told me." in page.said
    assert f"{url}closure/" not in page.links


@pytest.mark.parametrize(
    ("sent", "field", "words"),
    [
        ({}, "became", "Choose whether it is done or put aside."),
        ({"became": "aside"}, "outcome", "Write why it is put aside"),
        ({"became": "moon", "outcome": "x"}, "became", "Choose one of the answers"),
        ({"became": "done", "outcome": "x" * 4001}, "outcome", "1 character too long"),
    ],
)
def test_closure_says_beside_the_field_what_is_missing(
    cast: SimpleNamespace, browser_for: Any, read: Any, url: str, sent: dict, field: str, words: str
) -> None:
    page = read(browser_for(cast.amara).post(f"{url}closure/", {"x": "1"} | sent))
    assert words in page.errors[field]
    assert Action.objects.get().closed_on is None


def test_closure_after_somebody_else_says_so_kindly_and_keeps_both_peoples_words(
    cast: SimpleNamespace, browser_for: Any, read: Any, action: Action, url: str
) -> None:
    with acting_as(cast.bilal):
        close_action(action=action, by=cast.bilal, on=action.agreed_on, is_done=True, outcome="Rang on Monday.")
    page = read(browser_for(cast.amara).post(f"{url}closure/", {"became": "aside", "outcome": "No answer twice."}))
    for words in (
        "Somebody was here before you",
        "Done, 27 October 2026, Bilal Aziz",
        "Rang on Monday.",
        "No answer twice.",
    ):
        assert words in page.said
    action.refresh_from_db()
    assert (action.closed_by, action.is_done) == (cast.bilal, True)


def test_an_action_of_another_family_is_not_found_beneath_ones_own(
    cast: SimpleNamespace, browser_for: Any, action: Action
) -> None:
    theirs = ActionFactory(keeper=cast.dan, case=CaseFactory(team_ids=[cast.pod.pk]))
    for address in ("", "closure/"):
        url = f"/cases/{cast.case.pk}/actions/{theirs.pk}/{address}"
        assert browser_for(cast.amara).get(url).status_code == 404
