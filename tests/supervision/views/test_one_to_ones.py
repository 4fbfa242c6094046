"""Niamh and Amara talk: of the two for the two alone, of a family for its record."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from camden.principal import acting_as
from cases.models import PlanSpell
from supervision.models import OneToOne, OneToOneFamily, OneToOneWords
from tests.conftest import as_role
from tests.queries import of_the_page

HERS = "I sleep badly since the conference."


def begin(pod: SimpleNamespace, browser_for: Any) -> str:
    said = {"worker": pod.amara.pk, "held_on_quick": "2026-11-03"}
    began = browser_for(pod.niamh).post("/supervision/one-to-ones/new/", said)
    assert began.url == f"/supervision/one-to-ones/{OneToOne.objects.get().pk}/"
    return str(began.url)


def said_of(pod: SimpleNamespace, **more: str) -> dict[str, str]:
    pk = pod.case.pk
    words = {
        "wellbeing": HERS,
        "learning": "To ask the second question.",
        f"changed_{pk}": "Farida comes on Fridays too",
    }
    return words | {f"worry_{pk}": "down", f"next_{pk}": "Ask Farida what she sees", "_version": "1"} | more


def test_two_people_talk_and_what_they_say_of_a_family_is_agreed_with_the_record(
    pod: SimpleNamespace, browser_for: Any
) -> None:
    url = begin(pod, browser_for)
    assert browser_for(pod.amara).post(url, said_of(pod)).status_code == 302
    version = str(OneToOneWords.objects.get().version)
    done = browser_for(pod.niamh).post(url, said_of(pod, agree="", next_on="17 11 2026", _version=version))
    assert done.status_code == 302
    talk, line = OneToOne.objects.get(), OneToOneFamily.objects.get()
    assert (talk.agreed_on, talk.next_on, line.agreed_on) == (date(2026, 11, 3), date(2026, 11, 17), date(2026, 11, 3))
    for person in (pod.amara, pod.niamh):
        page = browser_for(person).get(url).content.decode()
        assert HERS in page
        assert "Farida comes on Fridays too" in page
        assert "17 November 2026" in browser_for(person).get("/supervision/one-to-ones/").content.decode()
    assert browser_for(pod.amara).post(url, said_of(pod, wellbeing="Other")).status_code == 200
    assert OneToOneWords.objects.get().wellbeing == HERS


def test_nobody_else_reads_what_the_two_said_by_the_page_or_in_the_database(
    pod: SimpleNamespace, browser_for: Any
) -> None:
    url = begin(pod, browser_for)
    browser_for(pod.amara).post(url, said_of(pod))
    for person in (pod.bilal, pod.cora, pod.finn, pod.dan, pod.yael):
        assert browser_for(person).get(url).status_code == 404
        with as_role("camden_app"), acting_as(person):
            assert not OneToOneWords.objects.exists()
            assert not OneToOne.objects.exists()
    with as_role("camden_app"), acting_as(pod.bilal):
        assert OneToOneFamily.objects.get().changed  # the family's line is its record's
    with as_role("camden_app"), acting_as(pod.finn):
        assert not OneToOneFamily.objects.exists()  # from whom the family is kept
    pages = ("", "timeline/", "supervision/")
    manager = browser_for(pod.bilal)
    assert not [one for one in pages if HERS in manager.get(f"/cases/{pod.case.pk}/{one}").content.decode()]


def test_only_somebody_who_holds_supervision_begins_with_people_of_their_teams(
    pod: SimpleNamespace, browser_for: Any
) -> None:
    assert browser_for(pod.amara).get("/supervision/one-to-ones/new/").status_code == 403
    said = {"worker": pod.dan.pk, "held_on_quick": "2026-11-03"}
    assert browser_for(pod.niamh).post("/supervision/one-to-ones/new/", said).status_code == 200
    later = {"worker": pod.amara.pk, "held_on": "9 11 2026"}
    assert browser_for(pod.niamh).post("/supervision/one-to-ones/new/", later).status_code == 200
    assert not OneToOne.objects.exists()


@pytest.mark.parametrize("is_whole", [True, False])
def test_a_child_with_a_protection_plan_counts_with_each_voice_and_risk_alone(
    pod: SimpleNamespace, browser_for: Any, is_whole: bool
) -> None:
    PlanSpell.objects.create(
        case=pod.case,
        child=pod.children[0],
        basis="protection",
        started_on=date(2026, 10, 1),
        first_category="NEG",
        latest_category="NEG",
    )
    url = begin(pod, browser_for)
    form = browser_for(pod.niamh).get(url).content.decode()
    assert "If Anisa were in the room" in form
    more = {f"safety_{pod.case.pk}": "Farida is there tonight."}
    for child in pod.children[: 3 if is_whole else 2]:
        more |= {f"voice_{child.pk}": "Ask me", f"source_{child.pk}": "Her teacher"}
    browser_for(pod.niamh).post(url, said_of(pod, agree="", **more))
    assert (OneToOneFamily.objects.get().agreed_on is not None) is is_whole
    assert ("Does not count yet" in browser_for(pod.niamh).get(url).content.decode()) is not is_whole


def test_the_page_of_a_talk_asks_few_questions(pod: SimpleNamespace, browser_for: Any) -> None:
    url, client = begin(pod, browser_for), browser_for(pod.niamh)
    client.get(url)
    for each in (url, "/supervision/one-to-ones/"):
        with CaptureQueriesContext(connection) as captured:
            client.get(each)
        assert len(of_the_page(captured.captured_queries)) <= 15
