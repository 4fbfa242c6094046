"""The demo's service: fifteen families, four at the front door, two pods and an early help group (REFERENCE 14)."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pgtrigger
import pytest
import time_machine
from django.db import connection, transaction
from django.db.models import Q

from camden.access import Role
from camden.management import demo
from camden.management.sign_ins import SignIn
from camden.management.staff import PASSWORD
from camden.models import Duty, Employment, Membership, Team, User
from camden.rules.names import day_in_words
from cases.models import Action, Case, Involvement, Member
from cases.readings.balancing import facts_of
from cases.rules.when_to_propose import Cause

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def shown(django_db_setup: None, django_db_blocker: Any) -> Iterator[list[SignIn]]:
    """The demo's service as of the tests' day, made once for this file and taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        with pgtrigger.ignore():
            lines = demo.build(date(2026, 11, 3))
        yield lines
        transaction.set_rollback(True)


def child(name: str) -> Member:
    """A child of the demo by their given name."""
    return Member.objects.children().get(given_name=name)


def leads(of: Member) -> list[tuple[str, str]]:
    """Who led for a child, in order, and why each began."""
    found = Involvement.objects.filter(child=of, role="lead", is_cover=False).order_by("started_on")
    return [(each.worker.name, each.change_reason) for each in found.select_related("worker")]


def others(of: Member) -> set[tuple[str, str]]:
    """Who else works with a child now."""
    found = Involvement.objects.filter(child=of, ended_on=None).exclude(role="lead").select_related("worker")
    return {(each.worker.name, each.role) for each in found}


def test_the_demo_shows_the_eight_families_seven_of_early_help_and_four_at_the_front_door(shown: Any) -> None:
    assert list(Case.objects.order_by("pk").values_list("name", flat=True)) == [
        "Rahman–Khatun", "Warsame", "Doyle–Okafor", "Tesfay", "Hoxha", "Carter–Mensah", "Silva–Moraes", "Levy–Grant",
        "Baptiste", "Nowicka–Mirza", "Aydın–Clarke", "Petrosyan", "Okonjo–Reilly", "Sandhu",
        "Reyes–Kaplan", "Nguyen–Walsh", "Fenwick", "Bright–Acheampong", "Dean–Kowalczyk",
    ]  # fmt: skip
    connection.check_constraints()


def test_two_sisters_have_two_lead_workers_and_one_of_them_also_a_co_worker_and_an_adviser(shown: Any) -> None:
    naomi, esme = child("Naomi"), child("Esme")
    assert naomi.case_id == esme.case_id
    assert leads(naomi) == [("Ines Duarte", "FCONTA"), ("Marta Kowal", "TSPROC")]
    assert leads(esme) == [("Bea Lindqvist", "FCONTA")]
    assert {("Ines Duarte", "co-worker"), ("Jo Marlowe", "personal-adviser")} <= others(naomi)
    assert others(esme) == set()


def test_each_sisters_page_says_who_is_who(shown: Any, today: date, browser_for: Any) -> None:
    with time_machine.travel(today, tick=False):
        mina = browser_for(User.objects.get(email="mina@example.org"))
        pages = {name: mina.get(child(name).get_absolute_url()).content.decode() for name in ("Naomi", "Esme")}
    for said in (
        "Marta Kowal, since",
        "The lead worker has changed once",
        "Ines Duarte, co-worker",
        "Jo Marlowe, personal adviser",
    ):
        assert said in pages["Naomi"]
        assert said not in pages["Esme"]
    assert "Bea Lindqvist, since" in pages["Esme"]
    assert "change of lead worker" not in pages["Esme"]


def test_yonas_has_his_third_worker_in_five_months_because_two_left(shown: Any, today: date) -> None:
    yonas = child("Yonas")
    assert leads(yonas) == [("Gideon Amsel", "FCONTA"), ("Renske Visser", "LEFTRL"), ("Priya Shah", "LEFTRL")]
    assert not User.objects.filter(name__in=["Gideon Amsel", "Renske Visser"], is_active=True).exists()
    assert yonas.born_on is not None
    assert yonas.born_on.day == 15
    assert yonas.age(today) == "16 years"


def test_the_restricted_record_is_closed_to_the_team_and_to_the_cousin_whatever_happens(shown: Any) -> None:
    levy = Case.objects.get(name="Levy–Grant")
    may = {
        user.name for user in User.objects.filter(is_system=False) if Case.objects.visible_to(user).filter(pk=levy.pk)
    }
    assert may == {"Kwesi Boadi", "Ruth Adeyemi", "Vera Quill"}
    assert levy.exclusions.get().worker.name == "Liam Docherty"


def test_the_baby_is_expected_and_a_child_lives_elsewhere_and_an_address_must_not_be_shared(
    shown: Any, today: date
) -> None:
    assert child("Baby").expected_on == today + timedelta(days=35)
    homes = {name: [stay.household.name for stay in child(name).households.all()] for name in ("Noah", "Maisie")}
    assert homes == {"Noah": ["Noah’s foster home"], "Maisie": ["Lorraine’s house"]}
    assert not child("Anisa").households.get().household.is_safe_to_share
    guardian = child("Saoirse").relationships_to.get(kind="carer")
    assert (guardian.one.given_name, guardian.parental_responsibility) == ("Bernie", True)


def test_some_actions_are_late_some_due_today_and_each_is_somebodys(shown: Any, today: date) -> None:
    late = {action.keeper.name for action in Action.objects.late(today)}
    due = {action.keeper.name for action in Action.objects.open().filter(due_on=today)}
    assert {"Ade Fashola", "Jo Marlowe"} <= late
    assert {"Hana Suzuki", "Rosa Begum"} <= due


def test_everybody_is_employed_as_what_they_are(shown: Any, today: date) -> None:
    running = Employment.objects.filter(Q(ended_on=None) | Q(ended_on__gt=today))
    found = {each.user.name: each for each in running.select_related("user")}
    assert set(found) == {post.name for post in demo.PEOPLE}
    tom = found["Tom Whitlock"]
    assert (tom.programme, (today - tom.programme_started_on).days) == ("asye", 240)
    assert [name for name, each in found.items() if each.is_agency] == ["Farah Nazari"]
    not_social_workers = {"Bea Lindqvist", "Callum Reid", "Yael Sharon", "Marek Nowak", "Sol Hathaway", "Samira Yusuf"}
    assert not {each.registered_with for name, each in found.items() if name in not_social_workers} & {"swe"}


def test_on_an_ordinary_day_nobody_needs_a_new_worker_but_where_somebody_leaves(shown: Any, today: date) -> None:
    found = {}
    for team in Team.objects.filter(kind=Team.Kind.TEAM):
        beneath = list(Team.objects.filter(path__contains=[team.pk]).values_list("pk", flat=True))
        facts = facts_of(cases=Case.objects.filter(is_restricted=False), team_ids=beneath, on=today)
        found[team.code] = [(each.cause, each.words) for each in facts.found]
    leaves = (Cause.LEAVES, f"Callum Reid leaves on {day_in_words(today + timedelta(days=17))}.")
    assert found.pop("EARLY-HELP") == [leaves]
    assert set(map(len, found.values())) == {0}, found


def test_whoever_is_on_duty_has_nothing_to_do_with_the_other_pods_families(shown: Any) -> None:
    primrose = set(Membership.objects.filter(team__code="PRIMROSE").values_list("user__name", flat=True))
    first_week = Duty.objects.order_by("starts_at")[:10].values_list("worker__name", flat=True)
    assert set(first_week) == {"Liam Docherty", "Priya Shah"}
    assert not primrose & set(first_week)


def test_there_is_a_sign_in_for_every_role_with_an_account_and_it_opens(shown: Any, client: Any) -> None:
    assert {role.says.label for role in Role if role.has_account} <= {line.role for line in shown}
    assert User.objects.get(email="ade@example.org").check_password(PASSWORD)
