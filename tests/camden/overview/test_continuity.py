"""How steady children's workers are, on pages: of a team, of one child, of the children of one person."""

import csv
import re
from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO, StringIO
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from camden.access import Role
from camden.overview.worth import HIDDEN
from cases.models import Case
from cases.readings.continuity import figures, looked_at, opened
from cases.readings.continuity_measures import MEASURES
from tests.factories.allocating import IntroductionFactory
from tests.factories.camden import EmploymentFactory, MembershipFactory
from tests.factories.cases import CaseFactory, ChildFactory, EpisodeFactory, InvolvementFactory
from tests.factories.journey_protect import MilestoneFactory

CHANGED_ON = date(2026, 10, 12)


@pytest.fixture(autouse=True)
def tuesday(today: Any) -> Any:
    with time_machine.travel(datetime.combine(today, time(10), UTC), tick=False):
        yield


@pytest.fixture
def rosa(cast: SimpleNamespace) -> Any:
    """Took Anisa over from Amara three weeks ago, to even out caseloads; Amara had a fortnight off before, covered."""
    rosa = MembershipFactory(user__name="Rosa Begum", team=cast.pod).user
    anisa = cast.children[0]
    anisa.involvements.update(ended_on=CHANGED_ON)
    InvolvementFactory(child=anisa, worker=rosa, team=cast.pod, started_on=CHANGED_ON, change_reason="MANAGE")
    InvolvementFactory(
        child=anisa, worker=rosa, team=cast.pod, is_cover=True, started_on="2026-09-01", ended_on="2026-09-14"
    )
    return rosa


def words(answer: Any) -> str:
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_all_eight_stand_on_one_page_with_their_source_and_what_others_published(
    cast: SimpleNamespace, rosa: Any, browser_for: Any
) -> None:
    page = words(browser_for(cast.bilal).get("/continuity/"))
    assert [measure.title in page for measure in MEASURES.values()] == [True] * 8
    assert "England, children looked after on 31 March 2024: 27% (22,140 of 83,300)." in page
    assert "1 change in 0.6 child-years." in page and "Could have been avoided: 1 (managing caseloads" in page
    assert "Anisa" not in page


def test_the_eight_are_had_as_a_file_with_small_numbers_hidden(
    cast: SimpleNamespace, rosa: Any, browser_for: Any
) -> None:
    bilal = browser_for(cast.bilal)
    answer = bilal.get("/continuity/sheets/csv/?on=2026-11-02")
    assert "continuity-2026-11-02.csv" in answer["Content-Disposition"]
    head, *rows = csv.reader(StringIO(answer.content.decode("utf-8-sig")))
    assert [row[0] for row in rows] == [measure.title for measure in MEASURES.values()] and head[3] == "Figure"
    figure = {code: row[3] for code, row in zip(MEASURES, rows, strict=True)}
    # One change, and three children, would point at them; that nobody was visited points at nobody.
    assert figure["c2"] == figure["c3"] == figure["c4"] == HIDDEN and figure["c8"] == "–"
    assert "Anisa" not in answer.content.decode() and "1 change" not in answer.content.decode()
    for each in range(4):
        child = ChildFactory(case=cast.case, given_name=f"Child {each}")
        EpisodeFactory(child=child)
        InvolvementFactory(child=child, worker=cast.amara, team=cast.pod, started_on="2026-10-01")
    book = load_workbook(BytesIO(bilal.get("/continuity/sheets/xlsx/").content))
    assert [cell.value for cell in book.active["A"]][1:] == [measure.title for measure in MEASURES.values()]
    shown = {row[0].value: row[3].value for row in book.active.iter_rows(min_row=2)}
    assert shown[MEASURES["c2"].title] == "0%", "of seven children none had two changes: that may be said"
    assert shown[MEASURES["c3"].title] == HIDDEN
    assert bilal.get("/continuity/sheets/pdf/").status_code == 404
    assert browser_for(cast.amara).get("/continuity/sheets/csv/").status_code == 403


def test_a_figure_opens_into_its_children_and_each_child_into_its_spells(
    cast: SimpleNamespace, rosa: Any, browser_for: Any
) -> None:
    bilal, anisa = browser_for(cast.bilal), cast.children[0]
    page = words(bilal.get("/continuity/c3/"))
    assert "Counted: 1 child" in page and "Looked at, and not counted: 2 children" in page
    said = "From Amara Obi to Rosa Begum on 12 October 2026. Managing caseloads (could have been avoided)."
    assert said in page
    href = f"/continuity/cases/{cast.case.pk}/children/{anisa.pk}/"
    assert f'href="{href}"' in page
    spells = words(bilal.get(href))
    assert "1 change of lead worker in the 12 months to 3 November 2026, and 1 in all." in spells
    assert "Stood in for the lead worker: no change" in spells
    assert spells.index("Rosa Begum") < spells.index("Amara Obi")


def test_what_a_child_asked_for_stands_by_itself(cast: SimpleNamespace, rosa: Any, today: date) -> None:
    imran = cast.children[1]
    imran.involvements.update(ended_on=CHANGED_ON)
    InvolvementFactory(child=imran, worker=rosa, team=cast.pod, started_on=CHANGED_ON, change_reason="CHCHAN")
    found = opened("c3", looked_at(cast.bilal, [cast.pod.pk], today), [cast.pod], today)
    assert [(each.words, each.kind, each.count) for each in found.reasons] == [
        ("Managing caseloads", "could have been avoided", 1),
        ("Child asked for a change", "the child or a parent asked for it", 1),
    ]


def test_a_day_before_the_change_knows_nothing_of_it(cast: SimpleNamespace, rosa: Any, browser_for: Any) -> None:
    page = words(browser_for(cast.bilal).get("/continuity/?on=2026-10-11"))
    assert "0 changes in" in page and "Managing caseloads" not in page


def test_a_day_to_come_or_no_day_at_all_is_today(cast: SimpleNamespace, browser_for: Any) -> None:
    bilal = browser_for(cast.bilal)
    for said in ("2027-01-01", "yesterday", ""):
        assert "on 3 November 2026" in words(bilal.get(f"/continuity/?on={said}&team=nobody"))


def test_an_introduction_counts_when_all_three_are_noted(cast: SimpleNamespace, rosa: Any, browser_for: Any) -> None:
    anisa, bilal = cast.children[0], browser_for(cast.bilal)
    assert "No introduction is noted." in words(bilal.get("/continuity/c6/"))
    IntroductionFactory(
        child=anisa,
        case=cast.case,
        worker=rosa,
        before=cast.amara,
        changed_on=CHANGED_ON,
        told_on="2026-10-08",
        told_by=cast.amara,
        goodbye_on="2026-10-09",
        goodbye_by=cast.amara,
        hello_on="2026-10-13",
        hello_by=cast.amara,
    )
    page = words(bilal.get("/continuity/c6/"))
    assert "1 of 1 changes of lead worker." in page and "The family was told why on 8 October 2026" in page
    assert "0 of 1 changes" in words(bilal.get("/continuity/c6/?on=2026-10-12"))


def test_looked_after_on_31_march_and_through_an_agency(cast: SimpleNamespace, rosa: Any, today: date) -> None:
    anisa = cast.children[0]
    MilestoneFactory(child=anisa, case=cast.case, kind="looked-after-began", happened_on=date(2026, 2, 1))
    EmploymentFactory(user=rosa, is_agency=True, started_on=date(2026, 1, 5))
    children = looked_at(cast.bilal, [cast.pod.pk], today)
    said = {line.measure.code: line.figure.words for line in figures(children, today).lines}
    assert said["c1"] == "0 of 1 children looked after on 31 March 2026."
    assert said["c7"] == "1 of 3 children who have a lead worker."


def test_a_child_belongs_to_the_team_that_led_last(cast: SimpleNamespace, today: date) -> None:
    anisa = cast.children[0]
    anisa.involvements.update(ended_on=CHANGED_ON)
    InvolvementFactory(child=anisa, worker=cast.dan, team=cast.elsewhere, started_on=CHANGED_ON)
    here = looked_at(cast.cora, [cast.pod.pk], today)
    assert [child.name for child in here.all] == ["Imran Rahman", "Zayd Rahman"]
    before = looked_at(cast.cora, [cast.pod.pk], CHANGED_ON - timedelta(days=1))
    assert len(before.all) == 3


def test_each_sees_what_is_theirs(cast: SimpleNamespace, rosa: Any, browser_for: Any) -> None:
    niamh = MembershipFactory(user__name="Niamh Castellan", team=cast.pod, role=Role.SENIOR_PRACTITIONER).user
    child = f"/continuity/cases/{cast.case.pk}/children/{cast.children[0].pk}/"
    pages = ("/continuity/", "/continuity/c1/", f"/continuity/people/{rosa.pk}/", "/continuity/mine/", child)
    may = {
        person.name: [browser_for(person).get(page).status_code for page in pages]
        for person in (cast.amara, niamh, cast.bilal, cast.cora, cast.dan, cast.eve)
    }
    assert may == {
        "Amara Obi": [403, 403, 403, 200, 200],
        "Niamh Castellan": [200, 200, 404, 200, 200],
        "Bilal Aziz": [200, 200, 200, 200, 200],
        "Cora Lynch": [200, 200, 404, 200, 200],
        "Dan Price": [403, 403, 403, 200, 404],
        "Eve Storey": [403, 403, 403, 403, 403],
    }


def test_a_person_and_their_manager_see_the_changes_of_their_children_with_reasons(
    cast: SimpleNamespace, rosa: Any, browser_for: Any
) -> None:
    own = words(browser_for(rosa).get("/continuity/mine/"))
    assert "1 change. Could have been avoided: 1. Asked for by the child or a parent: 0." in own
    assert "Managing caseloads (could have been avoided)." in own and "Rosa Begum, for 22 days" in own
    managers = words(browser_for(cast.bilal).get(f"/continuity/people/{rosa.pk}/"))
    assert "Rosa Begum sees the same page. Nobody above you does." in managers
    # Without the change, nothing is said of it.
    assert "Managing caseloads" not in words(browser_for(rosa).get("/continuity/mine/?on=2026-10-11"))


def test_people_stand_by_name_and_without_a_figure(cast: SimpleNamespace, rosa: Any, browser_for: Any) -> None:
    page = words(browser_for(cast.bilal).get("/continuity/"))
    section = page[page.index("With each person") :]
    assert section.index("Amara Obi") < section.index("Rosa Begum")
    listed = section[: section.index("</ul>")]
    assert not any(letter.isdigit() for letter in re.sub(r"<[^>]*>", "", listed))
    assert "With each person" not in words(browser_for(cast.cora).get("/continuity/"))


def test_a_record_that_is_not_open_is_not_counted(cast: SimpleNamespace, today: date, browser_for: Any) -> None:
    Case.objects.filter(pk=cast.case.pk).update(is_restricted=True)
    assert "No child’s record is open to you here" in words(browser_for(cast.bilal).get("/continuity/"))
    assert looked_at(cast.bilal, [cast.pod.pk], today).all == ()


def _family(cast: SimpleNamespace, number: int) -> None:
    case = CaseFactory(name=f"Family {number}", team_ids=[cast.pod.pk])
    for _ in range(2):
        child = ChildFactory(case=case)
        EpisodeFactory(child=child)
        InvolvementFactory(child=child, worker=cast.amara, team=cast.pod)


@pytest.mark.parametrize("page", ["/continuity/", "/continuity/c3/"])
def test_pages_ask_as_much_for_six_families_as_for_one(cast: SimpleNamespace, browser_for: Any, page: str) -> None:
    bilal = browser_for(cast.bilal)
    bilal.get(page)
    counted = []
    for families in (0, 5):
        for number in range(families):
            _family(cast, number)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert bilal.get(page).status_code == 200
        counted.append(len([each for each in asked.captured_queries if "session authorization" not in each["sql"]]))
    assert counted[0] == counted[1] <= 18, counted


def test_every_figure_is_the_sum_of_its_list(cast: SimpleNamespace, rosa: Any, today: date) -> None:
    children = looked_at(cast.bilal, [cast.pod.pk], today)
    teams = [cast.pod]
    for code in MEASURES:
        page = opened(code, children, teams, today)
        listed = [*page.counted, *page.rest]
        assert all(line.count for line in page.counted) and not any(line.count for line in page.rest)
        if code not in ("c3", "c8") and listed:
            total = f"{sum(line.count for line in listed)} of {sum(line.of for line in listed)} "
            assert page.figure.words.startswith(total), (code, page.figure.words)
