"""My day's top: where somebody goes, why, whom they see, what they ask, and how to reach them safely.

By the real clock, as the rest of the page.
"""

from datetime import date, time, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from camden.models import CaseOpened
from camden.overview.wishes import entries
from cases.models import (
    ActionHandover,
    Assessment,
    AssessmentReturn,
    ContactPoint,
    Household,
    HouseholdMembership,
    PlannedVisit,
    Visit,
)
from cases.operations.chronology import note
from cases.operations.clocks import keep_clocks
from tests.factories.cases import (
    ActionFactory,
    CaseFactory,
    ChildFactory,
    ExclusionFactory,
    InvolvementFactory,
    VisitFactory,
)
from tests.factories.journey_clocks import need_plan, visited
from tests.factories.writing import assessment_of


@pytest.fixture
def on() -> date:
    return timezone.localdate()


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


def plan(cast: SimpleNamespace, on: date, **more: Any) -> PlannedVisit:
    said = {"case": cast.case, "worker": cast.amara, "household": cast.home} | more
    return PlannedVisit.objects.create(planned_on=on, planned_by=said["worker"], **said)


def test_a_visit_today_says_why_whom_what_to_ask_where_and_with_whom(
    cast: SimpleNamespace, amara: Any, read: Any, on: date
) -> None:
    for child in cast.children:
        need_plan(child, on - timedelta(days=60))
    visited(cast.children, cast.amara, on - timedelta(days=40), seen="with-others")
    visited(cast.children[:1], cast.amara, on - timedelta(days=50))
    keep_clocks(case=cast.case)
    ActionFactory(case=cast.case, keeper=cast.amara, children=cast.children[:1],
                  first_sentence="Who notices first when Mum is sad?")  # fmt: skip
    ActionFactory(case=cast.case, keeper=cast.amara, first_sentence="I am ringing about the boiler.")  # for other ears
    Household.objects.update(address="1 Quiet Mews", is_safe_to_share=False)
    plan(cast, on, starts=time(10), companion=cast.bilal, remark="The bell does not work")
    said = read(amara.get("/my-day/")).said
    top = said[said.index("Visits today") : said.index("My reminders")]
    order = [
        "10 am",
        "Rahman–Khatun",
        "Visit for Anisa, Imran and Zayd:",
        "Due",
        "Anisa",
        "seen",
        "alone",
        "To ask, agreed together",
        "Who notices first when Mum is sad?",
        "For Anisa",
        "Somers Town",
        "1 Quiet Mews",
        "Tell nobody this address",
        "With Bilal Aziz",
        "The bell does not work",
        "Log the visit",
    ]
    places = []
    for words in order:
        places.append(top.index(words, places[-1] if places else 0))
    assert "boiler" not in top
    assert "not seen alone so far" in top  # Imran; nobody asks it of Zayd, who is one
    assert top.count("not seen alone so far") == 1 + (cast.children[2].born_on < on - timedelta(days=730))


def test_a_taken_back_visit_is_no_day_a_child_was_seen(cast: SimpleNamespace, amara: Any, read: Any, on: date) -> None:
    visited(cast.children, cast.amara, on)
    Visit.objects.update(struck_on=on, struck_by=cast.amara, struck_why="Another family.")
    plan(cast, on)
    said = read(amara.get("/my-day/")).said
    assert "seen today" not in said and said.count("not seen so far") == 2 * len(cast.children)


def test_a_number_that_is_not_safe_is_not_shown_and_is_said_to_be_unsafe(
    cast: SimpleNamespace, amara: Any, read: Any, on: date
) -> None:
    shirin = ChildFactory(case=cast.case, kind="adult", given_name="Shirin")
    HouseholdMembership.objects.create(case=cast.case, household=cast.home, member=shirin)
    jamal = ChildFactory(case=cast.case, kind="adult", given_name="Jamal")
    for whose, value, is_safe in (
        (shirin, "07700 900111", True),
        (shirin, "07700 900222", False),
        (jamal, "333", True),
    ):
        ContactPoint.objects.create(case=cast.case, member=whose, kind="mobile", value=value, is_safe=is_safe)
    plan(cast, on)
    said = read(amara.get("/my-day/")).said
    assert "Safe Shirin, mobile: 07700 900111" in said and "Not safe Shirin, mobile" in said
    assert "07700 900222" not in said, "a tap must not ring it"
    assert "Jamal" not in said, "he does not live there"


def test_tomorrow_is_folded_and_what_nobody_answered_is_asked(
    cast: SimpleNamespace, amara: Any, read: Any, on: date
) -> None:
    plan(cast, on + timedelta(days=1))
    plan(cast, on - timedelta(days=1))
    said = read(amara.get("/my-day/")).said
    assert "No visit is planned for today, and no family waits for one" in said and "Tomorrow (1)" in said
    assert "What came of it? Yesterday, Rahman–Khatun" in said


def test_whoever_comes_along_has_it_on_their_day_too_and_nobody_else(
    cast: SimpleNamespace, browser_for: Any, read: Any, on: date
) -> None:
    planned = plan(cast, on, companion=cast.bilal)
    page = read(browser_for(cast.bilal).get("/my-day/"))
    assert "With Amara Obi" in page.said
    for way in ("new", "missed"):
        assert f"/cases/{cast.case.pk}/visits/{way}/?plan={planned.pk}" in page.links
    assert "Visits today" not in read(browser_for(cast.cora).get("/my-day/")).said
    ExclusionFactory(case=cast.case, worker=cast.bilal)
    assert "Rahman" not in read(browser_for(cast.bilal).get("/my-day/")).said


def test_a_due_line_leads_to_planning_and_says_what_is_planned_by_whom(
    cast: SimpleNamespace, amara: Any, read: Any, on: date
) -> None:
    for child in cast.children:
        need_plan(child, on - timedelta(days=60))
    keep_clocks(case=cast.case)
    page = read(amara.get("/my-day/"))
    assert f"/cases/{cast.case.pk}/planned-visits/new/?work=visit" in page.links
    assert "No visit is planned for today. 1 family waits for one" in page.said
    InvolvementFactory(child=cast.children[0], worker=cast.bilal, team=cast.team, role="co-worker")
    plan(cast, on + timedelta(days=1), worker=cast.bilal, starts=time(9, 30))
    page = read(amara.get("/my-day/"))
    assert "Planned for tomorrow, 9.30 am, Bilal Aziz" in page.said
    assert f"/cases/{cast.case.pk}/planned-visits/new/?work=visit" not in page.links


def test_visits_to_write_up_say_until_when(cast: SimpleNamespace, amara: Any, read: Any, on: date) -> None:
    for ended, days in ((timezone.now(), 0), (None, 5)):
        Visit.objects.create(case=cast.case, worker=cast.amara, visited_on=on - timedelta(days=days), kind="home",
                             ended_at=ended)  # fmt: skip
    VisitFactory(case=cast.case, worker=cast.amara)
    Visit.objects.create(case=cast.case, worker=cast.amara, visited_on=on, kind="home", missed_why="nobody-in")
    Visit.objects.create(case=cast.case, worker=cast.bilal, visited_on=on, kind="home")
    said = read(amara.get("/my-day/")).said
    part = said[said.index("To write up") : said.index("My reminders")]
    assert part.count("Visit of") == 2
    assert "write up by tomorrow" in part and "the write-up is due now" in part


def test_an_assessment_that_was_given_back_waits_for_its_writer_until_it_is_submitted_again(
    cast: SimpleNamespace, amara: Any, browser_for: Any, read: Any, on: date
) -> None:
    assessment = assessment_of(cast.case, cast.children, cast.amara)
    for why in ("Imran was not asked", "And Zayd"):
        AssessmentReturn.objects.create(
            case=cast.case, assessment=assessment, returned_on=on, returned_by=cast.bilal, why=why
        )
    page = read(amara.get("/my-day/"))
    assert page.said.count("Complete the assessment") == 1 and "Bilal Aziz gave it back today" in page.said
    assert f"/cases/{cast.case.pk}/assessments/{assessment.pk}/" in page.links
    assert "Complete the assessment" not in read(browser_for(cast.bilal).get("/my-day/")).said
    Assessment.objects.update(shared_on=on, submitted_on=on, submitted_by=cast.amara)
    assert "Complete the assessment" not in read(amara.get("/my-day/")).said


def test_since_i_was_last_here_says_by_family_who_what_was_promised_and_what_is_next(
    cast: SimpleNamespace, amara: Any, read: Any, on: date
) -> None:
    tom = InvolvementFactory(child=cast.children[0], worker=cast.dan, team=cast.pod, is_cover=True, started_on=on)
    note(case=cast.case, on=on, kind="visit", summary="Bilal visited at school", children=[], by=cast.bilal)
    action = ActionFactory(case=cast.case, keeper=cast.bilal, promised_to="Shirin", what="Ring the housing office",
                           due_on=on + timedelta(days=1), agreed_on=on)  # fmt: skip
    note(case=cast.case, on=on, kind="agreed", summary="x", children=[], by=cast.bilal, subject_id=action.pk)
    plan(cast, on + timedelta(days=2))
    said = read(amara.get("/my-day/")).said
    part = said[said.index("In the last 7 days") :]
    order = ["Rahman–Khatun", "Meanwhile with them: Bilal Aziz.", f"{tom.worker.name} covers since today.",
             "Bilal visited at school", "Bilal Aziz promised Shirin: ring the housing office, by tomorrow",
             "Next: Planned for"]  # fmt: skip
    places = [part.index(words) for words in order]
    assert places == sorted(places)


def test_what_was_promised_and_passed_on_is_told_to_both(
    cast: SimpleNamespace, amara: Any, browser_for: Any, read: Any, on: date
) -> None:
    action = ActionFactory(case=cast.case, keeper=cast.bilal, promised_to="Shirin", agreed_on=on)
    ActionHandover.objects.create(case=cast.case, action=action, from_keeper=cast.amara, to_keeper=cast.bilal,
                                  handed_on=on, because="A new lead worker")  # fmt: skip
    said = read(browser_for(cast.bilal).get("/my-day/")).said
    assert "Promised to Shirin by Amara Obi: ring the school. It is yours to keep now." in said
    assert "promised to Shirin by Amara Obi · Group supervision" in said
    said = read(amara.get("/my-day/")).said
    assert "Promised to Shirin by you: ring the school. Bilal Aziz keeps it now." in said


def test_the_calendar_says_planned_visits_in_initials(cast: SimpleNamespace, on: date) -> None:
    planned = plan(cast, on + timedelta(days=1), starts=time(10), companion=cast.bilal)
    plan(cast, on - timedelta(days=1))
    for person in (cast.amara, cast.bilal):
        found, cases = entries(person, on, "https://c.example")
        assert [(each.on, each.text) for each in found] == [
            (planned.planned_on, "A. R., I. R., Z. R.: visit planned, 10 am")
        ]
        assert found[0].url == f"https://c.example{planned.get_absolute_url()}" and cases == {cast.case.pk}
    assert entries(cast.dan, on, "") == ([], set())


def test_every_record_of_the_day_is_written_down_as_opened(cast: SimpleNamespace, browser_for: Any, on: date) -> None:
    plan(cast, on, companion=cast.bilal)
    browser_for(cast.bilal).get("/my-day/")
    assert set(CaseOpened.objects.values_list("case_id", flat=True)) == {cast.case.pk}


def test_the_day_asks_the_same_number_of_questions_however_many_visits(
    cast: SimpleNamespace, amara: Any, on: date
) -> None:
    counts = []
    for number in (1, 12):
        for hour in range(number):
            case = CaseFactory(team_ids=[cast.pod.pk])
            InvolvementFactory(child=ChildFactory(case=case), worker=cast.amara, team=cast.pod)
            plan(cast, on, case=case, household=None, starts=time(8 + hour))
            Visit.objects.create(case=case, worker=cast.amara, visited_on=on, kind="home")
        with CaptureQueriesContext(connection) as captured:
            amara.get("/my-day/")
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_late_or_slipping_shows_only_what_is_late_or_nearly_with_the_ways_to_act(
    cast: SimpleNamespace, amara: Any, read: Any, on: date
) -> None:
    for child in cast.children:
        need_plan(child, on - timedelta(days=90))
    visited(cast.children, cast.amara, on - timedelta(days=60))
    keep_clocks(case=cast.case)
    for what, days in (("Late thing", -2), ("Soon thing", 1), ("Ahead thing", 9)):
        ActionFactory(case=cast.case, keeper=cast.amara, what=what, due_on=on + timedelta(days=days),
                      agreed_on=on - timedelta(days=30), children=cast.children)  # fmt: skip
    page = read(amara.get("/my-day/late/"))
    assert (
        page.said.index("Late thing") < page.said.index("Due within two working days") < page.said.index("Soon thing")
    )
    assert "Ahead thing" not in page.said
    visit = f"/cases/{cast.case.pk}/"
    for way in ("visits/new/", "planned-visits/new/?work=visit", "reminders/visit/snooze/"):
        assert visit + way in page.links
    assert "red" not in page.said.lower().split()


def test_late_or_slipping_lists_what_was_passed_up_to_a_manager(
    cast: SimpleNamespace, browser_for: Any, read: Any, on: date
) -> None:
    for child in cast.children:
        need_plan(child, on - timedelta(days=90))
    visited(cast.children, cast.amara, on - timedelta(days=60))
    keep_clocks(case=cast.case)
    page = read(browser_for(cast.bilal).get("/my-day/late/"))
    assert "Nothing is late, and" not in page.said and "Nothing of your own is late." in page.said
    assert page.said.index("Passed up to you") < page.said.index(cast.case.name) < page.said.index("Anisa")
    assert any(link.startswith(f"/cases/{cast.case.pk}/oversight") for link in page.links), "a decision in two clicks"


def test_late_or_slipping_says_something_kind_when_there_is_nothing(
    cast: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    said = read(browser_for(cast.dan).get("/my-day/late/")).said
    assert "Nothing is late, and nothing is due in the next two working days." in said
