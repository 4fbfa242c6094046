"""My day: what happened meanwhile, what waits, my families; and folding away what was read.

By the real clock, because the database says when something was written down.
"""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone

from camden.models import CaseOpened, CaughtUp, Message
from camden.principal import acting_as
from cases.operations.chronology import note
from cases.operations.duty import hand_over
from tests.factories.camden import DutyFactory
from tests.factories.cases import ActionFactory, CaseFactory, ChildFactory, ExclusionFactory, InvolvementFactory
from tests.factories.drift import looked_at
from tests.factories.journey_door import ClosureFactory

WHY, DONE, LEFT = "Shirin rang at seven.", "The police came.", "Ring the housing office."


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


def writes(cast: SimpleNamespace, summary: str, case: Any = None, by: Any = None) -> None:
    """Somebody else writes something down, today."""
    case, by = case or cast.case, by or cast.bilal
    note(case=case, on=timezone.localdate(), kind="visit", summary=summary, children=[], by=by)


def hands_over(cast: SimpleNamespace) -> None:
    DutyFactory(worker=cast.dan, team=cast.service)
    with acting_as(cast.dan):
        at, on = timezone.now(), timezone.localdate()
        hand_over(case=cast.case, by=cast.dan, at=at, on=on, why=WHY, done=DONE, left_to_do=LEFT)


def read_it(browser: Any, page: Any) -> Any:
    """The button of that page, pressed."""
    return browser.post("/my-day/caught-up/", {"until": page.filled["until"]})


def test_a_hand_over_note_heads_the_page_is_new_once_and_is_folded_away_when_read(
    cast: SimpleNamespace, amara: Any, read: Any
) -> None:
    writes(cast, "Bilal visited at school")
    hands_over(cast)
    page = read(amara.get("/my-day/"))
    places = [page.said.index(words) for words in ("In the last 7 days", "Dan Price", WHY, DONE, LEFT, "Bilal visited")]
    assert places == sorted(places)
    assert "New Dan Price" in page.said
    again = read(amara.get("/my-day/"))
    assert "New Dan Price" not in again.said and WHY in again.said
    assert Message.objects.get().seen_at
    read_it(amara, again)
    page = read(amara.get("/my-day/"))
    assert WHY not in page.said and "Bilal visited" not in page.said and "until" not in page.filled


def test_what_happens_after_the_page_was_made_is_not_lost_by_reading_it(
    cast: SimpleNamespace, amara: Any, read: Any
) -> None:
    writes(cast, "The first thing")
    page = read(amara.get("/my-day/"))
    writes(cast, "The second thing")
    read_it(amara, page)
    after = read(amara.get("/my-day/"))
    assert "The second thing" in after.said and "The first thing" not in after.said
    read_it(amara, after)
    read_it(amara, page)  # an old tab says late what it showed
    assert "The second thing" not in read(amara.get("/my-day/")).said


def test_how_long_one_was_away_is_said(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    CaughtUp.objects.create(user=cast.amara, read_at=timezone.now() - timedelta(days=9))
    writes(cast, "Bilal visited at school")
    assert "Since you were last here (9 days)" in read(amara.get("/my-day/")).said


def test_a_look_on_duty_without_a_note_is_said_with_who_and_when(
    cast: SimpleNamespace, amara: Any, browser_for: Any, read: Any
) -> None:
    DutyFactory(worker=cast.dan, team=cast.service)
    dan = browser_for(cast.dan)
    dan.get(cast.case.get_absolute_url())
    page = read(amara.get("/my-day/"))
    assert "Dan Price opened Rahman–Khatun on duty, today" in page.said
    dan.post(f"{cast.case.get_absolute_url()}duty-notes/new/", {"why": WHY, "done": DONE})
    page = read(amara.get("/my-day/"))
    assert WHY in page.said and "opened Rahman–Khatun on duty" not in page.said


def test_only_what_others_did_in_my_own_families_is_news(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    team = CaseFactory(name="The team's", team_ids=[cast.pod.pk])
    closed = ChildFactory(case=CaseFactory(name="Closed to me", team_ids=[cast.pod.pk]))
    InvolvementFactory(child=closed, worker=cast.amara, team=cast.pod)
    ExclusionFactory(case=closed.case, worker=cast.amara)
    writes(cast, "Of the team", case=team)
    writes(cast, "Not for Amara", case=closed.case)
    writes(cast, "Her own", by=cast.amara)
    writes(cast, "Of hers by another")
    said = read(amara.get("/my-day/")).said
    assert "Of hers by another" in said
    for words in ("Of the team", "Not for Amara", "Her own", "Closed to me"):
        assert words not in said


def test_much_news_of_one_family_is_folded(cast: SimpleNamespace, amara: Any) -> None:
    for number in range(14):
        writes(cast, f"Entry {number:02}")
    shown, folded = amara.get("/my-day/").content.decode().split('<details class="news__fold">')
    assert "7 more, and older ones in the record" in folded
    assert [f"Entry {number:02}" in shown for number in range(14)] == [False] * 11 + [True] * 3
    assert [f"Entry {number:02}" in folded for number in range(14)] == [False] * 4 + [True] * 7 + [False] * 3


def test_what_waits_is_one_list_by_how_near_it_is(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    on = timezone.localdate()
    for what, days in (("Late thing", -2), ("Soon thing", 1), ("Ahead thing", 9)):
        ActionFactory(case=cast.case, keeper=cast.amara, what=what, due_on=on + timedelta(days=days),
                      agreed_on=on - timedelta(days=30), children=cast.children)  # fmt: skip
    ActionFactory(case=cast.case, keeper=cast.bilal, what="Bilal’s thing")
    said = read(amara.get("/my-day/")).said
    order = ["Late or slipping", "Late thing", "2 days late", "Today and soon", "Soon thing", "tomorrow",
             "Later (1)", "Ahead thing", "My families"]  # fmt: skip
    places = [said.index(words, said.index("Late or slipping")) for words in order]
    assert places == sorted(places)
    assert "Anisa, Imran and Zayd" in said and "Bilal’s thing" not in said


@pytest.mark.parametrize("who", ["bilal", "amara"])
def test_what_waits_for_a_decision_heads_the_day_of_whoever_decides_and_of_nobody_else(
    cast: SimpleNamespace, browser_for: Any, read: Any, who: str
) -> None:
    closing = ClosureFactory(case=cast.case, asked_by=cast.amara, about=cast.children)
    browser = browser_for(getattr(cast, who))
    page = read(browser.get("/my-day/"))
    assert ("Waiting for your decision Answer about closing" in page.said) is (who == "bilal")
    assert (f"{closing.get_absolute_url()}decision/" in page.links) is (who == "bilal")
    assert CaseOpened.objects.filter(case_id=cast.case.pk).exists()


def test_an_empty_day_is_calm_and_says_where_to_go(cast: SimpleNamespace, browser_for: Any, read: Any) -> None:
    looked_at(cast.case, cast.children, cast.cora, on=timezone.localdate())
    page = read(browser_for(cast.bilal).get("/my-day/"))
    assert "Nothing is late, and nothing is due in the next days." in page.said
    assert "No family is yours at present" in page.said
    assert "/cases/?show=team" in page.links


def test_on_duty_one_is_told_for_whom_and_finds_a_family_from_here(
    cast: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    DutyFactory(worker=cast.dan, team=cast.service)
    page = read(browser_for(cast.dan).get("/my-day/"))
    assert "You are on duty for Children’s Service until" in page.said
    assert "q" in page.offered
    assert "on duty" not in read(browser_for(cast.bilal).get("/my-day/")).said


def test_every_record_on_the_page_is_written_down_as_opened(cast: SimpleNamespace, amara: Any) -> None:
    kept = CaseFactory(name="Of the pod", team_ids=[cast.pod.pk])
    ActionFactory(case=kept, keeper=cast.amara)
    amara.get("/my-day/")
    assert set(CaseOpened.objects.values_list("case_id", flat=True)) == {cast.case.pk, kept.pk}


NONSENSE = ["", "x", "2026-11-03", "2026-11-03T10:00:00", "0001-01-01T00:00:00+23:59", "\x00", "9" * 500]


@pytest.mark.parametrize("until", [*NONSENSE, "9999-12-31T23:59:59-23:59", f"{timezone.localdate()}T00:00:00+23:59"])
def test_nonsense_about_what_was_read_reads_nothing_past_now(cast: SimpleNamespace, amara: Any, until: str) -> None:
    assert amara.post("/my-day/caught-up/", {"until": until})["Location"] == "/my-day/"
    assert amara.post("/my-day/caught-up/").status_code == 302
    assert not CaughtUp.objects.filter(read_at__gt=timezone.now()).exists()
    assert amara.get("/my-day/").status_code == 200


def test_that_something_is_read_is_said_by_the_button_alone(amara: Any) -> None:
    assert amara.get("/my-day/caught-up/").status_code == 405
