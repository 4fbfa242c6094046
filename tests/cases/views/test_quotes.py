"""What people of a family said, through the browser."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Quote
from tests.factories.record_voice import SAID, QuoteFactory, parent_of
from tests.queries import of_the_page

SECRET = "Dad said not to tell"


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def words(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/words/"


@pytest.fixture
def jamal(cast: SimpleNamespace) -> Any:
    return parent_of(cast.children, "Jamal", "father")


def said(cast: SimpleNamespace, **more: Any) -> dict[str, Any]:
    sent = {"speaker": str(cast.children[0].pk), "what": "words", "words": SECRET, "said_on_quick": "2026-11-03"}
    return sent | {"how": "said", "setting": "in the car"} | more


def test_words_are_written_down_with_who_when_how_and_where(
    cast: SimpleNamespace, amara: Any, words: str, read: Any
) -> None:
    page = read(amara.post(f"{words}new/", said(cast), follow=True))
    for shown in (SECRET, "Anisa", "Said", "3 November 2026", "in the car", "heard by Amara Obi"):
        assert shown in page.said
    assert "Not to be shared with" not in page.said.replace("Not to be shared with…", "")


def test_the_form_asks_for_no_consent_and_says_so(amara: Any, words: str, read: Any) -> None:
    page = read(amara.get(f"{words}new/"))
    assert "Words need no consent to be kept." in page.said
    assert not [field for field in page.offered if "consent" in field]


def test_a_mark_is_put_on_while_the_words_are_written_and_the_worker_reads_it(
    cast: SimpleNamespace, amara: Any, words: str, jamal: Any, read: Any
) -> None:
    page = read(amara.post(f"{words}new/", said(cast, kept_from=[str(jamal.pk)]), follow=True))
    assert "Not to be shared with Jamal" in page.said
    quote = Quote.objects.get()
    assert (quote.is_kept_from_family, quote.kept_from) == (False, [jamal.pk])


@pytest.mark.parametrize(
    ("more", "field", "why"),
    [
        ({"speaker": ""}, "speaker", "Choose whose words these are."),
        ({"words": ""}, "words", "Write what was said"),
        ({"said_on_quick": "other", "said_on": "1 1 2014"}, "said_on", "Anisa was born on 17 May 2015"),
        ({"kept_from": ["987654321"]}, "kept_from", "Choose one of the answers on the list."),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_typed_is_lost(
    cast: SimpleNamespace, amara: Any, words: str, read: Any, more: dict[str, Any], field: str, why: str
) -> None:
    page = read(amara.post(f"{words}new/", said(cast, **more)))
    assert why in page.errors[field]
    assert page.filled["setting"] == "in the car"
    assert not Quote.objects.exists()


def test_the_list_narrows_to_one_person_and_is_turned_like_a_book(
    cast: SimpleNamespace, amara: Any, words: str, read: Any
) -> None:
    for number in range(25):
        QuoteFactory(speaker=cast.children[0], words=f"Sentence {number}.", said_on=SAID - timedelta(number))
    QuoteFactory(speaker=cast.children[1], words="Imran's.")
    first = read(amara.get(f"{words}?child={cast.children[0].pk}"))
    assert "Sentence 19." in first.said and "Sentence 20." not in first.said and "Imran's." not in first.said
    (older,) = [link for link in first.links if "after=" in link]
    second = read(amara.get(words + older))
    assert "Sentence 20." in second.said and "Sentence 24." in second.said and "Sentence 19." not in second.said


def test_marked_words_are_not_offered_a_place_in_the_header_and_the_page_says_why(
    cast: SimpleNamespace, amara: Any, words: str, read: Any
) -> None:
    quote = QuoteFactory(speaker=cast.children[0], words=SECRET, is_kept_from_family=True)
    page = read(amara.get(f"{words}{quote.pk}/header/"))
    assert "over your shoulder" in page.said and "Put them in the header" not in page.said
    assert "over your shoulder" in read(amara.post(f"{words}{quote.pk}/header/")).said
    quote.refresh_from_db()
    assert quote.headed_on is None


def test_words_go_into_the_header_and_out_again(cast: SimpleNamespace, amara: Any, words: str, read: Any) -> None:
    quote = QuoteFactory(speaker=cast.children[0])
    page = read(amara.post(f"{words}{quote.pk}/header/", {}, follow=True))
    assert "In the header" in page.said
    amara.post(f"{words}{quote.pk}/header/", {"out": "1"})
    quote.refresh_from_db()
    assert quote.headed_on is None


def test_a_mark_is_added_later_and_taken_away_with_a_reason_and_its_history_is_read(
    cast: SimpleNamespace, amara: Any, words: str, jamal: Any, read: Any
) -> None:
    quote = QuoteFactory(speaker=cast.children[0])
    marks = f"{words}{quote.pk}/marks/"
    assert "Not to be shared with Jamal" in read(amara.post(marks, {"kept_from": [str(jamal.pk)]}, follow=True)).said
    assert "Write why it may be shared now" in read(amara.post(marks, {"why": ""})).errors["why"]
    page = read(amara.post(marks, {"why": "She told him herself."}, follow=True))
    assert "not to be shared with Jamal" in page.said and "kept from nobody" in page.said
    assert "Amara Obi" in page.said


def test_words_are_taken_back_with_a_reason_and_stay(cast: SimpleNamespace, amara: Any, words: str, read: Any) -> None:
    quote = QuoteFactory(speaker=cast.children[0], words=SECRET)
    page = read(amara.post(f"{words}{quote.pk}/striking/", {"why": "It was Imran."}, follow=True))
    assert SECRET in page.said and "Amara Obi, 3 November 2026: It was Imran." in page.said
    again = read(amara.post(f"{words}{quote.pk}/striking/", {"why": "Again."}))
    assert "Somebody else has taken these words back already." in again.said


@pytest.mark.parametrize("page", ["", "new/", "{quote}/", "{quote}/header/", "{quote}/striking/", "{quote}/marks/"])
def test_the_pages_stay_within_their_queries(cast: SimpleNamespace, amara: Any, words: str, page: str) -> None:
    quotes = [QuoteFactory(speaker=child, is_kept_from_family=True) for child in cast.children]
    amara.get(words)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert amara.get(words + page.format(quote=quotes[0].pk)).status_code == 200
    assert len(of_the_page(captured.captured_queries)) <= 13
