"""Every number of the weighting: read by everybody, set by whoever keeps the settings after seeing what it would do."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from django.utils.html import strip_tags

from camden.models import Absence
from cases import measures
from cases.measures.everybody import everybodys_caseloads
from cases.measures.weighing import local_weights
from cases.models import Case, LocalWeight, Milestone, PlanSpell
from cases.rules.weighting import SHIPPED
from tests.conftest import as_role
from tests.factories.allocating import (
    ComplexityFactorFactory,
    ExtraDutyFactory,
    LocalWeightFactory,
    WayThereFactory,
)
from tests.factories.camden import EmploymentFactory, MembershipFactory
from tests.factories.cases import InvolvementFactory

IN_NEED = "/cases/weights/plan.in-need/"


def words(answer: Any) -> str:
    return " ".join(strip_tags(answer.content.decode()).split())


def said(**changes: Any) -> dict[str, Any]:
    soon = (timezone.localdate() + timedelta(days=30)).isoformat()
    why = "Agreed with the practitioners’ forum."
    return {"amount": "5", "why": why, "_version": "0", "begins_on": soon} | changes


def sent_twice(browser: Any, url: str, data: dict[str, Any]) -> Any:
    """Seen, and saved as it is."""
    first = browser.post(url, data)
    seen = first.context["form"].data["_seen"]
    return first, browser.post(url, data | {"_seen": seen})


def test_everybody_reads_every_number_and_why(cast: SimpleNamespace, browser_for: Any) -> None:
    amara = browser_for(cast.amara)
    page = words(amara.get("/cases/weights/"))
    shown = {line.code for group in amara.get("/cases/weights/").context["groups"] for line in group.lines}
    assert shown == set(SHIPPED.rows), "each number stands on the page once"
    assert "1 point from 60 minutes one way" in page and "70 of 100" in page
    one = words(amara.get(IN_NEED))
    assert "4 points" in one and "Oxfordshire" in one and "Set another number" not in one
    assert amara.get(f"{IN_NEED}edit/").status_code == 403
    assert amara.get("/cases/weights/plan.nothing/").status_code == 404


def test_each_number_stands_on_the_page_once(cast: SimpleNamespace, browser_for: Any) -> None:
    groups = browser_for(cast.amara).get("/cases/weights/").context["groups"]
    codes = [line.code for group in groups for line in group.lines]
    assert sorted(codes) == sorted(SHIPPED.rows)


def test_a_number_is_shown_with_what_it_would_do_before_it_is_saved(cast: SimpleNamespace, browser_for: Any) -> None:
    """Amara leads for three children in need in one home: 15 + 4 + 2.8 + 2."""
    eve = browser_for(cast.eve)
    first, second = sent_twice(eve, f"{IN_NEED}edit/", said(amount="40"))
    told = words(first)
    assert "40 points, instead of 4 points" in told and "Nothing has changed yet" in told
    assert "1 would weigh differently" in told and "Over: 0 now, 1 then" in told and "Full: 0, as now" in told
    assert "Amara" not in told, "whoever keeps the settings learns how many, and not who"
    assert second.status_code == 302
    row = LocalWeight.objects.get()
    assert (row.amount, row.set_by, row.taken_back_at) == (40_000, cast.eve, None)
    assert "To come" in words(eve.get(IN_NEED)) and "Eve Storey" in words(eve.get(IN_NEED))


def test_nothing_is_saved_that_was_not_seen(cast: SimpleNamespace, browser_for: Any) -> None:
    browser_for(cast.eve).post(f"{IN_NEED}edit/", said(_seen="made-up"))
    assert not LocalWeight.objects.exists()


@pytest.mark.parametrize(
    ("code", "changes", "told"),
    [
        ("siblings.2", {"amount": "30"}, "A further brother or sister cannot weigh more than the one before."),
        ("zone.full", {"amount": "60"}, "Room, healthy, full and over must follow one another."),
        ("siblings.2", {"amount": "120"}, "100"),
        ("plan.in-need", {"amount": "-1"}, "0"),
        ("plan.in-need", {"amount": "4"}, "This number holds already"),
        ("plan.in-need", {"amount": "4.123"}, "decimal"),
        ("travel.1", {"amount": "0.5", "limit": "60"}, "begin or end after it"),
        ("plan.in-need", {"begins_on": "2026-01-01"}, "or a later day"),
        ("plan.in-need", {"amount": "-3"}, "Enter 0 or more."),
    ],
)
def test_nonsense_is_refused_in_words(
    code: str, changes: dict[str, str], told: str, cast: SimpleNamespace, browser_for: Any
) -> None:
    answer = browser_for(cast.eve).post(f"/cases/weights/{code}/edit/", said(**changes))
    assert answer.status_code == 200 and told in words(answer)
    assert not answer.context["form"].preview and not LocalWeight.objects.exists()


def test_a_number_for_the_same_day_takes_the_earlier_one_back(cast: SimpleNamespace, browser_for: Any) -> None:
    eve = browser_for(cast.eve)
    sent_twice(eve, f"{IN_NEED}edit/", said())
    assert sent_twice(eve, f"{IN_NEED}edit/", said(amount="6", _version="1"))[1].status_code == 302
    first, second = LocalWeight.objects.order_by("pk")
    assert first.taken_back_by == cast.eve and second.taken_back_at is None
    assert "Taken back on" in words(eve.get(IN_NEED))
    assert local_weights(second.begins_on).on(second.begins_on)["plan.in-need"].amount == 6_000


def test_of_two_who_set_a_number_the_second_sees_both(cast: SimpleNamespace, browser_for: Any) -> None:
    LocalWeightFactory(set_by=cast.eve, begins_on=timezone.localdate() + timedelta(days=90), amount=5500)
    _, second = sent_twice(browser_for(cast.eve), f"{IN_NEED}edit/", said())
    assert second.status_code == 200 and "Eve Storey changed this while you were writing" in words(second)
    assert LocalWeight.objects.count() == 1


def test_a_number_to_come_is_taken_back_and_one_that_holds_is_not(cast: SimpleNamespace, browser_for: Any) -> None:
    eve, on = browser_for(cast.eve), timezone.localdate()
    to_come = LocalWeightFactory(set_by=cast.eve, begins_on=on + timedelta(days=9))
    holds = LocalWeightFactory(set_by=cast.eve, begins_on=on, code="plan.closing", amount=2000)
    page = f"{IN_NEED}rows/{to_come.pk}/withdrawal/"
    assert "It has not begun" in words(eve.get(page))
    assert eve.post(page).status_code == 302 and eve.get(page).status_code == 404
    to_come.refresh_from_db()
    assert to_come.taken_back_by == cast.eve
    assert eve.get(f"/cases/weights/plan.closing/rows/{holds.pk}/withdrawal/").status_code == 404


def test_whoever_manages_people_and_keeps_settings_too_sees_their_own_named(cast: Any, browser_for: Any) -> None:
    MembershipFactory(user=cast.eve, team=cast.team, role="team-manager")
    first, _ = sent_twice(browser_for(cast.eve), f"{IN_NEED}edit/", said(amount="40"))
    assert "Amara Obi: 103, over, instead of 23.8, has room." in words(first)


def test_the_counts_are_those_of_the_caseloads_themselves(cast: SimpleNamespace, today: date) -> None:
    """What nobody may see but as counts is weighed as the pages weigh it: homes, ways, factors, sharing, leave."""
    EmploymentFactory(user=cast.amara, fte_permille=800)
    rosa = MembershipFactory(user__name="Rosa Begum", team=cast.pod).user
    anisa, imran, zayd = cast.children
    InvolvementFactory(child=anisa, worker=rosa, team=cast.pod, role="co-worker", started_on=date(2026, 9, 1))
    InvolvementFactory(child=zayd, worker=rosa, team=cast.pod, is_cover=True, role="lead", started_on=date(2026, 9, 1))
    PlanSpell.objects.create(
        case=cast.case, child=imran, basis="protection", started_on=date(2026, 9, 2), first_category="EMO",
        latest_category="EMO",
    )  # fmt: skip
    Milestone.objects.create(case=cast.case, child=zayd, kind="proceedings-issued", happened_on=date(2026, 9, 1))
    WayThereFactory(case=cast.case, household=cast.home, team=cast.service, noted_by=cast.amara)
    answered = {"answer": "yes", "answered_on": date(2026, 10, 2), "answered_by": cast.bilal}
    ComplexityFactorFactory(case=cast.case, child=anisa, proposed_by=cast.amara, **answered)
    ExtraDutyFactory(person=cast.amara, noted_by=cast.bilal)
    Absence.objects.create(person=rosa, from_on=date(2026, 10, 5), back_on=date(2026, 12, 14))
    loads = measures.caseloads(cases=Case.objects.all(), team_ids=[cast.pod.pk], on=today)
    named = {load.worker: load.weighs for load in loads}
    counted = as_somebody(cast.eve, lambda: everybodys_caseloads(today, SHIPPED))
    assert {key for key in counted if key in named} == set(named) == {cast.amara.pk, rosa.pk}
    for key, load in named.items():
        assert counted[key].terms == load.terms and counted[key].duties == load.duties
        assert sorted(map(bare, counted[key].children)) == sorted(map(bare, load.children))
    assert len(named[cast.amara.pk].children) == 3 and named[rosa.pk].terms.is_away_long


def bare(child: Any) -> tuple[Any, ...]:
    return child.plan, child.minutes, child.factors, child.has_co_worker, child.is_helping, sorted(child.additions)


def test_whoever_does_not_keep_the_settings_is_told_of_nobody(cast: SimpleNamespace, today: date) -> None:
    for person in (cast.amara, cast.bilal, cast.dan):
        assert as_somebody(person, lambda: everybodys_caseloads(today, SHIPPED)) == {}


def as_somebody(person: Any, ask: Any) -> Any:
    with as_role("camden_app"), connection.cursor() as cursor:
        cursor.execute("select set_config('app.user_id', %s, false)", [str(person.pk)])
        try:
            return ask()
        finally:
            cursor.execute("select set_config('app.user_id', '', false)")
