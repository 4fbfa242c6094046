"""The floors of a child's page and of a genogram: a page is only compared with what fetches the same facts."""

import re
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from camden.management.benching.pages import PAGES
from cases.models import ChronologyChild, ChronologyEntry

pytestmark = pytest.mark.django_db
# What the frame of every page asks, which the empty page asks too, and what a look at a record is written down in.
FRAME = {
    "camden_membership", "camden_team", "camden_duty", "camden_message", "camden_recordopened", "camden_caseopened",
}  # fmt: skip
# What the question about a family brings for other pages, and a child's page does not show.
UNSHOWN = {"cases_alias", "cases_networktie", "cases_presence", "cases_casenote"}


def tables_in(sql: str) -> set[str]:
    tables = set(connection.introspection.table_names())
    return {word for word in re.findall(r"\b(?:cases|camden)_\w+", sql) if word in tables}


@pytest.mark.parametrize("part", ["child", "genogram"])
def test_a_floor_reads_every_table_the_page_reads(part: str, cast: SimpleNamespace, browser_for: Any) -> None:
    floor, of = next(page.floor for page in PAGES if page.part == part), {"child": [cast.children[0].pk]}
    browser, address = browser_for(cast.amara), reverse(f"cases:{part}", args=[cast.case.pk, *of.get(part, ())])
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 200
    page = {table for query in asked for table in tables_in(query["sql"])}
    assert sorted(page - tables_in(floor) - FRAME - UNSHOWN) == []


def test_the_floor_of_a_genogram_is_about_a_record_somebody_sees(cast: SimpleNamespace) -> None:
    floor = next(page.floor for page in PAGES if page.part == "genogram")
    facts = {"case": cast.case.pk, "user": cast.amara.pk, "today": date(2026, 11, 3), "teams": cast.case.team_ids}
    with connection.cursor() as cursor:
        cursor.execute(floor, facts)
        assert [row[0] for row in cursor.fetchall()] == [cast.case.pk]
        cursor.execute(floor, facts | {"user": cast.dan.pk, "teams": [cast.elsewhere.pk]})
        assert cursor.fetchall() == []


def test_the_floor_of_a_childs_page_is_about_that_childs_record(cast: SimpleNamespace) -> None:
    floor = next(page.floor for page in PAGES if page.part == "child")
    child, today = cast.children[0], date(2026, 11, 3)
    entry = ChronologyEntry.objects.create(case=cast.case, happened_on=today, kind="visit", summary="A visit")
    ChronologyChild.objects.create(case=cast.case, entry=entry, child=child, happened_on=today)
    facts = {"case": cast.case.pk, "children": [child.pk], "user": cast.amara.pk, "today": today}
    with connection.cursor() as cursor:
        cursor.execute(floor, {**facts, "teams": cast.case.team_ids})
        assert [row[:2] for row in cursor.fetchall()] == [(cast.case.pk, entry.pk)]
