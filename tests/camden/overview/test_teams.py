"""Caseloads on pages: the teams somebody is responsible for, and everybody's own."""

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
from camden.models import Team
from camden.overview.figures import FIGURES, figures_of
from cases.models import Case
from tests.factories.camden import MembershipFactory
from tests.factories.cases import CaseFactory, ChildFactory, EpisodeFactory, InvolvementFactory
from tests.factories.journey_remind import ClockFactory


@pytest.fixture(autouse=True)
def tuesday(today: Any) -> Any:
    with time_machine.travel(datetime.combine(today, time(10), UTC), tick=False):
        yield


@pytest.fixture
def niamh(cast: SimpleNamespace) -> Any:
    return MembershipFactory(user__name="Niamh Castellan", team=cast.pod, role=Role.SENIOR_PRACTITIONER).user


def words(answer: Any) -> str:
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def row_of(page: str, name: str) -> dict[str, str]:
    """The cells of one row, by their label, without what they open into."""
    rows = re.findall(r'<tr role="row".*?</tr>', page)
    (row,) = [each for each in rows if re.search(rf'role="rowheader">(<a [^>]*>)?{name}<', each)]
    cells = re.findall(r'data-label="([^"]*)"[^>]*>(.*?)</td>', row)
    return {label: re.sub(r"<[^>]+>", "", re.sub(r"<span.*?</span>", "", cell)).strip() for label, cell in cells}


def test_a_team_shows_children_families_points_and_what_they_are_made_of(
    cast: SimpleNamespace, browser_for: Any
) -> None:
    page = words(browser_for(cast.bilal).get(f"/teams/{cast.team.pk}/"))
    row = row_of(page, "Amara Obi")
    assert (row["Children"], row["Families"], row["Points, of 100"][:4]) == ("3", "1", "23.8")
    assert "3 children in need in one home: 4 + 2.8 + 2" in page
    assert "nobody is ranked" in page


def test_who_waits_comes_first_and_since_when(cast: SimpleNamespace, browser_for: Any) -> None:
    case = CaseFactory(name="Warsame", team_ids=[cast.pod.pk])
    EpisodeFactory(child=ChildFactory(case=case), referred_on="2026-10-20")
    page = words(browser_for(cast.bilal).get(f"/teams/{cast.team.pk}/"))
    assert "1 child, waiting since 20 October 2026 (14 days)" in page
    assert page.index("Warsame") < page.index("Amara Obi")


def test_each_sees_the_teams_they_are_responsible_for(cast: SimpleNamespace, niamh: Any, browser_for: Any) -> None:
    pages = [f"/teams/{team.pk}/" for team in (cast.service, cast.team, cast.pod)]
    may = {
        person.name: [browser_for(person).get(page).status_code for page in pages]
        for person in (cast.amara, niamh, cast.bilal, cast.cora, cast.eve)
    }  # fmt: skip
    assert may == {
        "Amara Obi": [403, 403, 403],
        "Niamh Castellan": [404, 404, 200],
        "Bilal Aziz": [404, 200, 200],
        "Cora Lynch": [200, 200, 200],
        "Eve Storey": [403, 403, 403],
    }
    assert "North team" not in words(browser_for(niamh).get("/teams/"))
    assert "3 children in 1 family" in words(browser_for(cast.cora).get("/teams/"))


def test_everybody_sees_their_own_figures_and_nobody_elses(cast: SimpleNamespace, browser_for: Any) -> None:
    amara = browser_for(cast.amara)
    page = words(amara.get("/teams/mine/"))
    assert ">23.8</strong> of 100" in page and "Anisa Rahman" in page
    assert amara.get(f"/teams/{cast.pod.pk}/people/{cast.amara.pk}/").status_code == 403
    assert "carries no caseload" in words(browser_for(cast.bilal).get("/teams/mine/"))


def test_a_figure_leads_to_the_families_behind_it(cast: SimpleNamespace, browser_for: Any) -> None:
    bilal = browser_for(cast.bilal)
    href = f"/teams/{cast.team.pk}/people/{cast.amara.pk}/"
    assert f'href="{href}"' in words(bilal.get(f"/teams/{cast.team.pk}/"))
    page = words(bilal.get(href))
    assert "Lead worker since 21 August 2026" in page and "Imran Rahman" in page
    assert bilal.get(f"/teams/{cast.team.pk}/people/{cast.dan.pk}/").status_code == 404


def test_a_restricted_record_is_counted_only_for_those_it_is_open_to(cast: SimpleNamespace, browser_for: Any) -> None:
    Case.objects.update(is_restricted=True)
    manager = words(browser_for(cast.bilal).get(f"/teams/{cast.team.pk}/"))
    assert row_of(manager, "Amara Obi")["Children"] == "0" and "Rahman" not in manager
    assert "Anisa Rahman" in words(browser_for(cast.amara).get("/teams/mine/"))


@pytest.mark.parametrize("size", [1, 6, 41])
def test_pages_ask_as_much_for_one_case_as_for_forty_one(cast: SimpleNamespace, browser_for: Any, size: int) -> None:
    for number in range(size - 1):
        case = CaseFactory(team_ids=[cast.pod.pk], name=f"Family {number}")
        child = ChildFactory(case=case)
        EpisodeFactory(child=child)
        if number % 4:
            InvolvementFactory(child=child, worker=cast.amara, team=cast.pod)
    EpisodeFactory(child__case__team_ids=[cast.pod.pk])
    counts = {}
    for person, page in (
        (cast.bilal, "/teams/"),
        (cast.bilal, f"/teams/{cast.team.pk}/"),
        (cast.bilal, f"/teams/{cast.team.pk}/people/{cast.amara.pk}/"),
        (cast.amara, "/teams/mine/"),
        (cast.cora, f"/teams/{cast.team.pk}/"),
        (cast.cora, f"/teams/{cast.service.pk}/"),
    ):
        client = browser_for(person)
        client.get(page)
        with CaptureQueriesContext(connection) as asked:
            client.get(page)
        counts[person.name, page] = len([q for q in asked if "session authorization" not in q["sql"].lower()])
    assert list(counts.values()) == [13, 15, 15, 15, 15, 15]


def test_a_service_leads_to_its_teams_and_shows_who_waits_in_all(cast: SimpleNamespace, browser_for: Any) -> None:
    EpisodeFactory(child__case=CaseFactory(name="Warsame", team_ids=[cast.pod.pk]))
    page = words(browser_for(cast.cora).get(f"/teams/{cast.service.pk}/"))
    assert "Warsame" in page and "Amara Obi" not in page
    assert f'href="/teams/{cast.team.pk}/"' in page
    assert row_of(page, "North team")["Children"] == "3"
    assert row_of(page, "South team")["Children"] == "0"


def test_above_whoever_leads_them_people_are_seen_as_teams(cast: SimpleNamespace, browser_for: Any) -> None:
    cora = browser_for(cast.cora)
    page = words(cora.get(f"/teams/{cast.team.pk}/"))
    assert "Amara Obi" not in page and row_of(page, "Primrose")["Children"] == "3"
    assert cora.get(f"/teams/{cast.team.pk}/people/{cast.amara.pk}/").status_code == 404


def test_a_figure_opens_into_as_many_rows_as_it_says(cast: SimpleNamespace, browser_for: Any) -> None:
    EpisodeFactory(child__case=CaseFactory(name="Warsame", team_ids=[cast.pod.pk]))
    bilal, on = browser_for(cast.bilal), date(2026, 11, 3)
    for late, rule in enumerate(("CN2", "CN4", "CP8", "CN3")):
        ClockFactory(child=cast.children[0], rule=rule, due_on=on - timedelta(days=late**3 * 2))
    team = Team.objects.get(pk=cast.team.pk)
    acting = figures_of(user=cast.bilal, team=team, teams=[team, cast.pod], on=on, today=on)
    assert [acting.count(code) for code in ("children", "waiting", "due", "late-5", "late-20", "late-more")] == [
        3, 1, 1, 1, 1, 1
    ]  # fmt: skip
    for code, figure in FIGURES.items():
        page = words(bilal.get(f"/teams/{cast.team.pk}/lists/{code}/"))
        assert f"{figure.title}: {acting.count(code)}" in page
        assert page.count('role="rowheader"') == acting.count(code)


def test_a_list_is_of_those_who_are_there(cast: SimpleNamespace, browser_for: Any) -> None:
    bilal = browser_for(cast.bilal)
    page = f"/teams/{cast.team.pk}/lists/children/"
    assert "Anisa Rahman" in words(bilal.get(f"{page}?of={cast.amara.pk}"))
    for asked in (f"{page}?of={cast.dan.pk}", f"{page}?of=x", f"/teams/{cast.team.pk}/lists/weight/"):
        assert bilal.get(asked).status_code == 404


def test_a_day_stands_beside_an_earlier_one(cast: SimpleNamespace, browser_for: Any) -> None:
    bilal = browser_for(cast.bilal)
    page = words(bilal.get(f"/teams/{cast.team.pk}/?beside=2026-08-20"))
    assert "0 then: 3 more" in page and "beside 20 August 2026" in page
    assert "On 20 August 2026" in words(bilal.get(f"/teams/{cast.team.pk}/?on=2026-08-20"))
    # What is no day, or has not come, is as if nothing were asked.
    for said in ("x", "2031-01-01", "0001-01-01", "1990-01-01"):
        for at in (f"/teams/{cast.team.pk}/", f"/teams/{cast.team.pk}/practice/"):
            page = words(bilal.get(f"{at}?on={said}"))
            assert "On 3 November 2026" in page and "There are no figures of that day" in page
    for beside in ("x", "2026-11-03", "2026-11-02"):
        page = words(bilal.get(f"/teams/{cast.team.pk}/?on=2026-11-02&beside={beside}"))
        assert "an earlier day can stand" in page and " then" not in page
    assert "There are no figures of" not in words(bilal.get(f"/teams/{cast.team.pk}/?on=2026-08-20&beside=2026-08-19"))


def test_what_is_seen_first_is_said_of_one_child_as_of_one(cast: SimpleNamespace, browser_for: Any) -> None:
    bilal, case = browser_for(cast.bilal), CaseFactory(name="Warsame", team_ids=[cast.pod.pk])
    EpisodeFactory(child__case=case)
    assert "</strong> child waiting for a lead worker" in words(bilal.get(f"/teams/{cast.team.pk}/"))
    EpisodeFactory(child__case=case)
    assert "</strong> children waiting for a lead worker" in words(bilal.get(f"/teams/{cast.team.pk}/"))


def test_what_a_score_is_made_of_is_had_by_pointing_and_in_words_and_names_another_day(
    cast: SimpleNamespace, browser_for: Any
) -> None:
    bilal, made = browser_for(cast.bilal), "3 children in need in one home: 4 + 2.8 + 2"
    page = words(bilal.get(f"/teams/{cast.team.pk}/"))
    assert re.search(rf'title="[^"]*{re.escape(made)}', page) and f"</strong> {made}</li>" in page
    assert "<summary>Made of<" in page
    assert "<summary>Made of, on 1 November 2026<" in words(bilal.get(f"/teams/{cast.team.pk}/?on=2026-11-01"))


def test_the_table_is_had_as_a_file(cast: SimpleNamespace, browser_for: Any) -> None:
    cast.amara.name = "=Amara()"
    cast.amara.save()
    bilal = browser_for(cast.bilal)
    rows = list(csv.reader(StringIO(bilal.get(f"/teams/{cast.team.pk}/sheets/csv/").content.decode("utf-8-sig"))))
    assert rows[1][:3] == ["'=Amara()", "3", "1"] and rows[0][0] == "Worker"
    assert "1 to 5 working days late" in rows[0], "a column that does not say what it counts"
    book = load_workbook(BytesIO(bilal.get(f"/teams/{cast.team.pk}/sheets/xlsx/").content))
    assert [cell.value for cell in book.active[2]][:4] == ["'=Amara()", 3, 1, 23.8]
    assert bilal.get(f"/teams/{cast.team.pk}/sheets/pdf/").status_code == 404
