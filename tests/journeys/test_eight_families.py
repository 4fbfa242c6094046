"""The journeys of the demo's families, from the first telephone call to where each of them stands, in a browser.

The names are other ones, because a family is opened once: what is the same is the way, and where it leads.
"""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from camden.rules.workdays import england
from tests.journeys.clockwork import days_pass
from tests.journeys.road import Road

pytestmark = pytest.mark.long
WHO = ("owen", "leila", "ruth", "ade", "dawn")


@pytest.fixture(scope="module")
def road(service, browser) -> Callable[[], Road]:
    """A new family's road; the same people, signed in once."""
    from tests.journeys.conftest import Person

    people = {name: Person(browser.new_context(viewport={"width": 1280, "height": 900}), service) for name in WHO}
    for name, somebody in people.items():
        somebody.sign_in(f"{name}@example.org")
    return lambda: Road(service.url, {name: somebody.page for name, somebody in people.items()})


def born(years: int) -> str:
    """A birthday so many years ago, as people write it."""
    day = timezone.localdate() - timedelta(days=years * 365 + 100)
    return f"{day:%-d %B %Y}"


def in_working_days(count: int) -> str:
    """A working day ahead (or, below nought, behind), as people write it."""
    days, today = england(), timezone.localdate()
    return f"{days.add(today, count) if count > 0 else days.back(today, -count):%-d %B %Y}"


def to_a_worker(road: Road, children: list[tuple[str, str, str]], need: str = "Abuse, neglect", *outcomes: str) -> None:
    """From the telephone to a worker of Primrose: contact, referral, another team's list, a lead for each child."""
    road.contact("owen", children)
    road.decide("leila", "referral")
    road.refer("leila", outcomes or ("assessment",), need)
    road.pass_on("leila", "Children in Need South")
    road.allocate("ruth", "Ade Fashola")


def to_a_plan_of_protection(road: Road, data: Path, chosen: str) -> None:
    """From a strategy discussion to a conference that was held, and what it decided."""
    road.strategy("ade", "Ruth Adeyemi", chosen)
    road.conclude("ade", "ruth", chosen)
    here = road.conference("ade", "initial", in_working_days(3), chosen)
    days_pass(data, road.case, 7)
    held = in_working_days(-1)
    road.hold("dawn", here, held, {chosen: "plan"}, "Neglect")


def test_rahman_khatun_three_children_in_need_with_a_visit_due(road, service):
    family = road()
    to_a_worker(family, [(name, "Sarkar", born(age)) for name, age in (("Mitu", 11), ("Rafi", 8), ("Zoha", 1))])
    family.assess("ade", "ruth")
    family.plan("ade", "need")
    days_pass(service.data, family.case, 12)
    stands = family.stands("ade")
    assert stands.count("Child in need plan") >= 3 and "Visit: Mitu, Rafi and Zoha" in stands


def test_warsame_one_brother_protected_after_going_missing_the_others_in_need(road, service):
    family = road()
    to_a_worker(family, [("Liban", "Farah", born(16)), ("Samira", "Farah", born(14))])
    family.assess("ade", "ruth")
    family.plan("ade", "need", "Samira")
    to_a_plan_of_protection(family, service.data, "Liban")
    family.fact("ade", "missing", "Liban")
    family.fact("ade", "returned", "Liban")
    stands = family.stands("ade")
    assert "Child protection plan" in stands and "Child in need plan" in stands
    assert "Core group" in stands and "eturn interview" in stands


def test_doyle_okafor_a_child_not_born_yet_is_protected_and_a_letter_was_sent(road, service):
    family = road()
    expected = timezone.localdate() + timedelta(days=35)
    to_a_worker(family, [("Baby", "Brennan", f"{expected:%-d %B %Y}")])
    to_a_plan_of_protection(family, service.data, "Baby")
    family.fact("ade", "letter-before-proceedings", "Baby")
    stands = family.stands("ade")
    assert "Child protection plan" in stands and "seen alone" not in stands.lower()


def test_tesfay_a_young_person_looked_after_with_a_review_due(road):
    family = road()
    to_a_worker(family, [("Samuel", "Haile", born(15))], "Absent parenting", "looked-after")
    family.fact("ade", "looked-after-began", "Samuel")
    family.fact("ade", "placement-started", "Samuel")
    stands = family.stands("ade")
    assert "Looked after" in stands and "review" in stands.lower() and "Visit" in stands


def test_hoxha_an_enquiry_runs_and_its_conference_is_booked(road):
    family = road()
    to_a_worker(family, [("Dita", "Krasniqi", born(13)), ("Ilir", "Krasniqi", born(9))], "Parent", "strategy")
    family.strategy("ade", "Ruth Adeyemi")
    family.conference("ade", "initial", in_working_days(7))
    stands = family.stands("ade")
    assert "Section 47" in stands and "onference" in stands


def test_carter_mensah_children_looked_after_while_proceedings_run(road):
    family = road()
    to_a_worker(family, [("Kojo", "Asante", born(7)), ("Efua", "Asante", born(4))])
    for what in ("looked-after-began", "placement-started", "proceedings-issued", "interim-order"):
        family.fact("ade", what)
    stands = family.stands("ade")
    assert "Looked after" in stands and "proceedings" in stands.lower()


def test_silva_moraes_a_private_fostering_visit_is_due(road):
    family = road()
    to_a_worker(family, [("Bruna", "Teles", born(13))], "Absent parenting", "private-fostering")
    family.fact("ade", "private-fostering-notified", "Bruna")
    assert "Visit: Bruna" in family.stands("ade")


def test_levy_grant_an_assessment_is_open(road):
    family = road()
    to_a_worker(family, [("Tali", "Weiss", born(12)), ("Ari", "Weiss", born(8))])
    assert "ssessment" in family.stands("ade")


def test_a_family_that_needs_us_no_more_is_closed_by_two_people(road, service):
    family = road()
    to_a_worker(family, [("Joni", "Ellison", born(6))])
    family.assess("ade", "ruth")
    family.plan("ade", "need")
    days_pass(service.data, family.case, 30)
    family.close("ade", "ruth")
    assert "losed" in family.stands("ruth")
