"""What the model is worth: each promise as a figure, and the facts behind it."""

import csv
import io
from datetime import UTC, date, datetime, time, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from camden.access import Role
from camden.overview import worth as page_of
from camden.overview.worth_facts import OFFER, OFFER_MONTHS, Court, WorthFacts, facts_of
from camden.overview.worth_promises import PROMISES, things
from camden.principal import acting_as
from camden.rules.dates import months_after
from cases.models import DriftAnswer, PlanSpell, VisitChild
from cases.operations.oversight import answer_drift
from cases.readings.drift import drift_of
from cases.rules.continuity import year_before
from conferences.rules.stages import Stage
from supervision.models import HypothesisWeighed
from tests.factories.camden import MembershipFactory
from tests.factories.cases import CaseFactory, ChildFactory, EpisodeFactory, InvolvementFactory, VisitFactory
from tests.factories.conferences import ConferenceFactory
from tests.factories.drift import long_plan, seen_with_others
from tests.factories.journey_protect import MilestoneFactory
from tests.factories.record_voice import QuoteFactory
from tests.factories.supervision import GroupFactory, SessionFactory, settle_what_came_next


@pytest.fixture(autouse=True)
def tuesday(today: Any) -> Any:
    with time_machine.travel(datetime.combine(today, time(10), UTC), tick=False):
        yield


def words(answer: Any) -> str:
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def counted(cast: SimpleNamespace, on: date) -> WorthFacts:
    """What Bilal may count."""
    return facts_of(user=cast.bilal, team_ids=[cast.team.pk, cast.pod.pk], on=on, days=page_of.quarters(on))


def figure(cast: SimpleNamespace, code: str, on: date) -> Any:
    return page_of.one_worth(code, counted(cast, on), [cast.team.pk, cast.pod.pk], on).now


def test_a_childs_words_count_when_they_are_of_the_last_visit(cast: SimpleNamespace, today: date) -> None:
    anisa, imran, zayd = cast.children
    seen_with_others(anisa, cast.amara, date(2026, 9, 1), date(2026, 10, 20))
    seen_with_others(imran, cast.amara, date(2026, 10, 20))
    asleep = VisitFactory(case=cast.case, worker=cast.amara, visited_on=date(2026, 10, 20))
    VisitChild.objects.create(case=cast.case, visit=asleep, child=zayd, seen="asleep")
    first = VisitChild.objects.get(child=anisa, visit__visited_on=date(2026, 9, 1)).visit
    QuoteFactory(speaker=anisa, visit=first, said_on=date(2026, 9, 1), words="I like Auntie.")
    found = figure(cast, "heard", today)
    assert (found.met, found.of) == (0, 2)
    last = VisitChild.objects.get(child=anisa, visit__visited_on=date(2026, 10, 20)).visit
    QuoteFactory(speaker=anisa, visit=last, words="I sleep at last.")
    found = figure(cast, "heard", today)
    assert (found.value, found.words) == ("50%", "1 of 2 children.")
    assert figure(cast, "heard", date(2026, 9, 30)).words == "1 of 1 children."


def test_a_figure_leads_to_the_childs_own_words_and_keeps_what_is_kept(cast: SimpleNamespace, browser_for: Any) -> None:
    seen_with_others(cast.children[0], cast.amara, date(2026, 10, 20))
    seen_with_others(cast.children[1], cast.amara, date(2026, 10, 20))
    anisas, imrans = (VisitChild.objects.get(child=child).visit for child in cast.children[:2])
    QuoteFactory(speaker=cast.children[0], visit=anisas, words="I sleep at last.")
    QuoteFactory(speaker=cast.children[1], visit=imrans, words="Dad said not to tell.", is_kept_from_family=True)
    page = words(browser_for(cast.bilal).get("/worth/heard/"))
    assert "Anisa Rahman: “I sleep at last.”" in page and "With their words: 2" in page
    assert f'href="/cases/{cast.case.pk}/visits/{anisas.pk}/"' in page
    assert "Imran Rahman: words that are not to be shared" in page and "Dad said" not in page


def test_a_hypothesis_is_tested_when_the_family_was_asked_and_it_was_weighed(
    cast: SimpleNamespace, today: date, browser_for: Any
) -> None:
    group = GroupFactory(team=cast.pod, senior_practitioner=cast.amara, people=[cast.amara])
    session = SessionFactory(group=group, parts=[(cast.amara, "presenter")])
    idea = settle_what_came_next(cast.case, session, cast.amara)
    assert figure(cast, "tested", today).words == "0 of 1 hypotheses."
    HypothesisWeighed.objects.create(
        case=cast.case, hypothesis=idea, verdict="strengthened", evidence="So she said.", weighed_on=today,
        weighed_by=cast.amara,
    )  # fmt: skip
    assert figure(cast, "tested", today).words == "1 of 1 hypotheses."
    page = words(browser_for(cast.bilal).get("/worth/tested/"))
    assert "Perhaps Anisa keeps the peace" in page and "Strengthened on 3 November 2026." in page


def test_an_offer_counts_when_it_came_before_the_application(
    cast: SimpleNamespace, today: date, browser_for: Any
) -> None:
    MilestoneFactory(child=cast.children[0], kind="letter-before-proceedings", happened_on=date(2026, 10, 12))
    assert figure(cast, "offered", today).words == "0 of 1 families."
    ConferenceFactory(case=cast.case, referred_by=cast.amara, stage="held")
    said = figure(cast, "offered", today).words
    assert said == "1 of 1 families. Of those, 1 took it up, 1 met, 0 have a plan that was agreed."
    MilestoneFactory(child=cast.children[0], kind="proceedings-issued", happened_on=date(2026, 10, 19))
    assert figure(cast, "offered", today).words == "0 of 1 families."
    page = words(browser_for(cast.bilal).get("/worth/offered/"))
    assert "Letter before proceedings on 12 October 2026; application on 19 October 2026." in page


def test_an_offer_of_years_ago_does_not_answer_for_todays_letter() -> None:
    letter, long_ago = date(2026, 10, 12), date(2024, 3, 4)
    court = Court(1, (letter,), (), ((long_ago, Stage.OFFERED),))
    assert court.offered_on(date(2025, 11, 3), date(2026, 11, 3)) is None


_DAYS = st.integers(0, 900).map(lambda ago: date(2026, 11, 3) - timedelta(days=ago))
_STAGES = st.sampled_from([Stage.CONSIDERED, Stage.OFFERED, Stage.ACCEPTED, Stage.DECLINED, Stage.EXEMPT, Stage.HELD])


@given(
    letters=st.lists(_DAYS, max_size=2),
    issued=st.lists(_DAYS, max_size=2),
    stages=st.lists(st.tuples(_DAYS, _STAGES), max_size=5),
    on=_DAYS,
)
def test_no_offer_counts_that_came_too_late_or_long_before(
    letters: list[date], issued: list[date], stages: list[tuple[date, str]], on: date
) -> None:
    after = year_before(on)
    court = Court(1, tuple(sorted(letters)), tuple(sorted(issued)), tuple(sorted(stages)))
    offered_on, came_on = court.offered_on(after, on), court.came_on(after, on)
    if offered_on is None:
        return
    assert came_on is not None and months_after(came_on, -OFFER_MONTHS) < offered_on <= on
    assert all(offered_on <= day for day in issued if after < day <= on)
    assert any(day == offered_on and stage in OFFER for day, stage in stages)


def test_days_until_drift_is_answered_count_from_when_it_began(
    cast: SimpleNamespace, today: date, browser_for: Any
) -> None:
    plan = long_plan(cast.children[0])  # nine months on 12 October
    (sign,) = [each for each in drift_of([cast.case.pk], date(2026, 10, 20))[cast.case.pk] if each.key == plan.pk]
    with acting_as(cast.amara):
        answer_drift(case=cast.case, sign=sign, children=cast.children, answer="going-on", words="Until spring.",
                     quiet_until_on=date(2026, 12, 1), by=cast.amara, on=date(2026, 10, 20))  # fmt: skip
    PlanSpell.objects.update(started_on=date(2026, 6, 1))  # a correction does not rewrite what was answered
    DriftAnswer.objects.create(
        case=cast.case, kind="no-oversight", words="Ruth looks on Friday.", answer="going-on", evidence=[],
        answered_by=cast.amara, answered_on=date(2026, 10, 20), quiet_until_on=date(2026, 12, 1),
    )  # fmt: skip
    found = figure(cast, "answered", today)
    assert found.value == "8 days"
    assert found.words == "1 of 1 were answered within 14 days. Of 1 more, since when is not kept."
    page = words(browser_for(cast.bilal).get("/worth/answered/"))
    assert "Answered on 20 October 2026, 8 days after it began on 12 October 2026." in page
    assert "Since when it had stood is not kept." in page and "Until spring." in page


def test_the_page_says_what_each_does_not_show_and_that_recording_is_not_measured(
    cast: SimpleNamespace, browser_for: Any
) -> None:
    page = words(browser_for(cast.bilal).get("/worth/"))
    for promise in PROMISES.values():
        assert promise.title in page and promise.silent in page
    assert "Seconds of recording for each form" in page and "Not measured" in page
    assert "None of them proves that the model is the cause of anything." in page


def test_whoever_sees_no_family_sees_no_name_and_no_list(cast: SimpleNamespace, browser_for: Any) -> None:
    nils = MembershipFactory(user__name="Nils", team=cast.service, role=Role.ANALYST, scope="own").user
    analyst = browser_for(nils)
    page = words(analyst.get("/worth/", follow=True))
    assert "Not counted for the whole service yet." in page and "Rahman" not in page
    may = {
        person.name: [
            browser_for(person).get(at).status_code for at in ("/worth/", "/worth/heard/", "/worth/figures.csv")
        ]
        for person in (nils, cast.amara, cast.bilal, cast.cora, cast.dan, cast.eve)
    }
    assert may == {
        "Nils": [302, 404, 404],
        "Amara Obi": [403, 403, 403],
        "Bilal Aziz": [200, 200, 200],
        "Cora Lynch": [200, 200, 200],
        "Dan Price": [403, 403, 403],
        "Eve Storey": [403, 403, 403],
    }


def test_a_file_hides_small_numbers(cast: SimpleNamespace, browser_for: Any) -> None:
    seen_with_others(cast.children[0], cast.amara, date(2026, 10, 20))
    answer = browser_for(cast.bilal).get("/worth/figures.csv?on=2026-11-03")
    assert "worth-2026-11-03.csv" in answer["Content-Disposition"]
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert {len(row) for row in rows} == {7} and len(rows) == 1 + 5 * 4 + 1
    heard = next(row for row in rows if row[0] == PROMISES["heard"].title)
    assert heard[1:5] == ["2026-11-03", page_of.HIDDEN, page_of.HIDDEN, page_of.HIDDEN]
    assert "Rahman" not in answer.content.decode()


def test_an_earlier_quarter_is_counted_from_the_facts_of_that_day(cast: SimpleNamespace, today: date) -> None:
    anisa = cast.children[0]
    moved = date(2026, 9, 14)
    anisa.involvements.update(ended_on=moved)
    rosa = MembershipFactory(user__name="Rosa Begum", team=cast.pod).user
    InvolvementFactory(child=anisa, worker=rosa, team=cast.pod, started_on=moved, change_reason="LEFTRL")
    page = page_of.one_worth("steady", counted(cast, today), [cast.pod.pk], today)
    assert page.now.words.startswith("1 change in 0.6 child-years.")
    assert [each.on for each in page.earlier] == [date(2026, 8, 3), date(2026, 5, 3), date(2026, 2, 3)]
    assert page.earlier[0].words == "No child was in need."
    assert page.bars[-1].height > page.bars[0].height


def test_every_figure_is_the_sum_of_its_list(cast: SimpleNamespace, today: date) -> None:
    seen_with_others(cast.children[0], cast.amara, date(2026, 10, 20))
    MilestoneFactory(child=cast.children[0], kind="letter-before-proceedings", happened_on=date(2026, 10, 12))
    teams, facts = [cast.pod.pk], counted(cast, today)
    for code in PROMISES:
        listed = things(code, facts, teams, today)
        now = page_of.one_worth(code, facts, teams, today).now
        assert now.met == sum(each.is_met for each in listed)
        if code in ("heard", "tested", "offered"):
            assert now.of == len(listed)


@pytest.mark.parametrize("page", ["/worth/", "/worth/heard/"])
def test_pages_ask_as_much_for_six_families_as_for_one(cast: SimpleNamespace, browser_for: Any, page: str) -> None:
    bilal = browser_for(cast.bilal)
    bilal.get(page)
    found = []
    for families in (1, 5):
        for number in range(families):
            case = CaseFactory(name=f"Family {number}", team_ids=[cast.pod.pk])
            child = ChildFactory(case=case)
            EpisodeFactory(child=child)
            InvolvementFactory(child=child, worker=cast.amara, team=cast.pod)
            seen_with_others(child, cast.amara, date(2026, 10, 20))
        with CaptureQueriesContext(connection) as asked:
            assert bilal.get(page).status_code == 200
        found.append(len([each for each in asked.captured_queries if "session authorization" not in each["sql"]]))
    assert found[0] == found[1] <= 26, found
