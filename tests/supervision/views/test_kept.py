"""An idea that rang a bell leads to a question for the family, or to the reason for none."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from supervision.models import Discussion, Hypothesis, HypothesisKept, Session
from tests.factories.supervision import DiscussionFactory
from tests.queries import of_the_page

MOST = 15


@pytest.fixture
def found(pod: SimpleNamespace, session: Session) -> Discussion:
    """The Rahmans, with two ideas kept and one that was not."""
    found = DiscussionFactory(session=session, case=pod.case, presenter=pod.amara, children=pod.children)
    for text, status in (("Perhaps silence keeps the peace", "kept"), ("Perhaps he is afraid", "kept"),
                         ("Perhaps nobody asked", "proposed")):  # fmt: skip
        Hypothesis.objects.create(case=pod.case, discussion=found, text=text, status=status)
    return found


def asked(idea: Hypothesis, worker: Any, **more: str) -> dict[str, str]:
    """What somebody types about one idea."""
    said = {
        "ask_what": "Who notices first when Mum is sad",
        "ask_whom": "Anisa, alone",
        "ask_by": str(worker.pk),
        "ask_by_on": "10 11 2026",
        "first_sentence": "Who notices first?",
        "evidence_for": "She went quiet at school",
        "level": "relational",
    }
    return {f"{name}_{idea.pk}": words for name, words in (said | more).items()}


def test_what_we_ask_of_whom_by_whom_when_and_how_is_one_page_and_one_press(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    first, second = Hypothesis.objects.filter(status="kept").order_by("pk")
    amara = browser_for(pod.amara)
    before = amara.get(f"/supervision/discussions/{found.pk}/").content.decode()
    assert "Still to write: whom we ask, who asks, by when, the first sentence" in before
    words = asked(first, pod.amara) | {f"not_asked_because_{second.pk}": "The police asked us to wait"}
    sent = amara.post(f"/supervision/discussions/{found.pk}/kept-ideas/", words)
    assert sent.url == f"/supervision/discussions/{found.pk}/"
    kept = HypothesisKept.objects.get(hypothesis=first)
    assert (kept.ask_whom, kept.ask_by, kept.ask_by_on) == ("Anisa, alone", pod.amara, date(2026, 11, 10))
    first.refresh_from_db()
    assert first.level == "relational"
    page = amara.get(sent.url).content.decode()
    for words_shown in ("Amara Obi asks Anisa, alone: Who notices first when Mum is sad", "Who notices first?",
                        "Nobody will ask: The police asked us to wait", "Between people in the family"):  # fmt: skip
        assert words_shown in page
    assert "whom we ask" not in page
    assert "Perhaps nobody asked" not in page


def test_an_idea_that_was_not_kept_is_asked_nothing(pod: SimpleNamespace, found: Discussion, browser_for: Any) -> None:
    other = Hypothesis.objects.get(status="proposed")
    url = f"/supervision/discussions/{found.pk}/kept-ideas/"
    browser_for(pod.amara).post(url, asked(other, pod.amara))
    assert not HypothesisKept.objects.filter(hypothesis=other).exists()
    assert "Perhaps nobody asked" not in browser_for(pod.amara).get(url).content.decode()


def test_a_day_before_the_session_and_somebody_who_is_not_there_are_refused(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    idea = Hypothesis.objects.filter(status="kept").order_by("pk")[0]
    url = f"/supervision/discussions/{found.pk}/kept-ideas/"
    page = browser_for(pod.amara).post(url, asked(idea, pod.amara, ask_by_on="1 11 2026")).content.decode()
    assert "Choose a day after the session." in page
    for nobody in (pod.finn, pod.yael, pod.dan):
        assert browser_for(pod.amara).post(url, asked(idea, nobody)).status_code == 200
    assert not HypothesisKept.objects.exists()


def test_of_two_who_write_at_once_the_second_reads_the_first(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    idea = Hypothesis.objects.filter(status="kept").order_by("pk")[0]
    url = f"/supervision/discussions/{found.pk}/kept-ideas/"
    niamh, amara = browser_for(pod.niamh), browser_for(pod.amara)
    assert niamh.post(url, asked(idea, pod.amara, ask_whom="Shirin") | {"_version": "1"}).status_code == 302
    page = amara.post(url, asked(idea, pod.amara, ask_whom="Imran") | {"_version": "1"}).content.decode()
    assert "Shirin" in page
    assert "Imran" in page
    assert "changed this while you were writing" in page
    assert HypothesisKept.objects.get().ask_whom == "Shirin", "nothing is written of the idea nobody spoke of"


def test_what_was_agreed_stays_as_it_is(pod: SimpleNamespace, found: Discussion, browser_for: Any, today: date) -> None:
    Discussion.objects.filter(pk=found.pk).update(agreed_on=today, agreed_by=pod.niamh)
    idea = Hypothesis.objects.filter(status="kept").order_by("pk")[0]
    page = browser_for(pod.amara).post(
        f"/supervision/discussions/{found.pk}/kept-ideas/", asked(idea, pod.amara), follow=True
    )
    assert "What was written stays as it is." in page.content.decode()
    assert not HypothesisKept.objects.exists()


def test_the_page_asks_as_much_for_one_idea_as_for_four(
    pod: SimpleNamespace, found: Discussion, browser_for: Any
) -> None:
    url, niamh, counts = f"/supervision/discussions/{found.pk}/kept-ideas/", browser_for(pod.niamh), []
    for _ in range(2):
        niamh.get(url)
        with CaptureQueriesContext(connection) as asked_of:
            assert niamh.get(url).status_code == 200
        counts.append(len(of_the_page(asked_of)))
        for text in ("Maybe a third", "Maybe a fourth"):
            idea = Hypothesis.objects.create(
                case=pod.case, discussion=found, text=text + str(len(counts)), status="kept"
            )
            HypothesisKept.objects.create(case=pod.case, hypothesis=idea, ask_by=pod.amara)
    assert counts[0] == counts[1] <= MOST, counts


@pytest.mark.parametrize("who", ["yael", "finn", "bilal", "dan"])
def test_only_those_who_were_there_and_see_the_record_write(
    pod: SimpleNamespace, found: Discussion, browser_for: Any, who: str
) -> None:
    url = f"/supervision/discussions/{found.pk}/kept-ideas/"
    assert browser_for(getattr(pod, who)).get(url).status_code == 404
