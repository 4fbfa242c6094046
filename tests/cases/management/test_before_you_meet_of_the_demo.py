"""A new worker reads *Before you meet them* of any family of the demo: who is who, and what matters tonight."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pgtrigger
import pytest
from django.db import transaction

from camden.management import demo
from camden.models import User
from camden.principal import acting_as
from cases.management.families.pictures import PICTURES
from cases.models import Action, BriefPart, Case, ContactPoint, Disagreement, Feedback, Member, Quote
from cases.readings.before_you_meet import Before, before_you_meet
from cases.rules.audience import FAMILY, STAFF, Audience
from cases.rules.recording import BRIEF_PART

pytestmark = pytest.mark.django_db

TUESDAY = date(2026, 11, 3)
FAMILIES = [
    "Rahman–Khatun",
    "Warsame",
    "Doyle–Okafor",
    "Tesfay",
    "Hoxha",
    "Carter–Mensah",
    "Silva–Moraes",
    "Levy–Grant",
    "Baptiste",
    "Nowicka–Mirza",
]
# Whom nobody has spoken with yet. Everybody else was spoken with on some day.
UNHEARD: dict[str, set[str]] = {
    "Tesfay": {"Letebrhan"},
    "Carter–Mensah": {"Dean"},
    "Silva–Moraes": {"Patrícia"},
    "Levy–Grant": {"Klara", "Ruthie", "Hamish"},
}
# Of whom we do not know where they live, or need not.
ELSEWHERE = {"Delroy", "Letebrhan", "Ruthie", "Hamish"}
# Who was only told of, while the genogram was drawn: grandparents, cousins, some of whom have died.
TOLD_OF = {name: {relative.given for relative in picture.relatives} for name, picture in PICTURES.items()}
INTERPRETED: dict[str, set[str]] = {
    "Rahman–Khatun": {"Shirin", "Rokeya"},
    "Warsame": {"Hodan", "Yusuf"},
    "Tesfay": {"Yonas"},
    "Hoxha": {"Blerta", "Drita"},
    "Silva–Moraes": {"Célia", "Patrícia"},
    "Nowicka–Mirza": {"Halina"},
}


@pytest.fixture(scope="module", autouse=True)
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The demo as of the tests' day, made once for this file and taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        with pgtrigger.ignore():
            demo.build(TUESDAY)
        with acting_as(User.objects.get(email=demo.SET_UP)):
            yield
        transaction.set_rollback(True)


def page_of(name: str, audience: Audience = STAFF) -> Before:
    return before_you_meet(Case.objects.get(name=name), TUESDAY, audience)


def everything(page: Before) -> str:
    return repr(page)


@pytest.mark.parametrize("name", FAMILIES)
def test_the_page_says_who_is_who_and_where_they_live(name: str) -> None:
    page = page_of(name)
    people = Member.objects.filter(case__name=name)
    assert {who.pk for who in page.family.people} == set(people.values_list("pk", flat=True))
    tied = {who.pk for who in page.family.adults if who.ties}
    assert tied == {who.pk for who in page.family.adults}, "somebody is there and nobody says who they are"
    at_home = [
        kid.card.first_name for kid in page.kids if not kid.who.homes and not kid.card.age.startswith("expected")
    ]
    assert at_home == []
    assert {who.first_name for who in page.family.adults if not who.homes} <= ELSEWHERE | TOLD_OF[name]


@pytest.mark.parametrize("name", FAMILIES)
def test_the_page_says_why_what_works_what_is_dangerous_and_what_keeps_them_safe_tonight(name: str) -> None:
    page = page_of(name)
    for kind in BRIEF_PART:
        assert page.family.part(kind).words, f"{kind} is missing"
    assert page.how.told_by, "how to work with us is somebody’s own words"
    assert page.dates, "no next date"
    assert page.head.workers


@pytest.mark.parametrize("name", FAMILIES)
def test_each_adult_was_last_spoken_with_or_not_yet_and_one_of_them_can_be_reached_safely(name: str) -> None:
    page = page_of(name)
    unheard = {who.first_name for who in page.family.adults if not who.spoken}
    assert unheard == UNHEARD.get(name, set()) | TOLD_OF[name]
    assert any(way.safe == "yes" for who in page.family.adults for way in who.reaches)
    assert {who.first_name for who in page.talking if who.needs_interpreter} == INTERPRETED.get(name, set())


@pytest.mark.parametrize("name", FAMILIES)
def test_what_was_promised_and_is_open_stands_on_the_page(name: str) -> None:
    open_ones = Action.objects.open().filter(case__name=name).exclude(promised_to="")
    promised = {each.what for each in open_ones}
    assert {each.what for each in page_of(name).promises} == promised


def test_where_children_live_apart_the_page_says_so() -> None:
    lives = {kid.card.first_name: kid.who.homes for kid in page_of("Carter–Mensah").kids}
    assert lives["Noah"] == ("Noah’s foster home",) and lives["Tyrell"] == ("Lorraine’s house",)
    lives = {kid.card.first_name: kid.who.homes for kid in page_of("Doyle–Okafor").kids}
    assert lives["Saoirse"] == ("Bernie’s house",)


@pytest.mark.parametrize("name", FAMILIES)
def test_nothing_marked_is_in_the_familys_own_copy(name: str) -> None:
    marked = Quote.objects.filter(case__name=name).exclude(is_kept_from_family=False, kept_from=[])
    parts = BriefPart.objects.filter(case__name=name, ended_on=None).exclude(is_kept_from_family=False, kept_from=[])
    ways = ContactPoint.objects.filter(case__name=name).exclude(kept_from=[])
    secrets = [row.words for row in [*marked, *parts]] + [row.value for row in ways]
    told = everything(page_of(name, FAMILY))
    assert [words for words in secrets if words in told or repr(words)[1:-1] in told] == []


def test_anisas_words_about_her_father_are_kept_from_him_and_heard_by_us() -> None:
    quote = Quote.objects.get(words__startswith="Dad asked me on the phone")
    jamal = Member.objects.get(given_name="Jamal")
    assert quote.kept_from == [jamal.pk] and quote.headed_on is None
    assert quote.words not in everything(page_of("Rahman–Khatun", Audience(person=jamal.pk)))


def test_children_who_speak_have_words_at_the_head_of_their_page() -> None:
    silent = {kid.card.first_name for name in FAMILIES for kid in page_of(name).kids
              if kid.card.asks_alone and not kid.who.quote}  # fmt: skip
    assert silent == {"Noa", "Eli"}, "they were not met yet"


def test_the_demo_has_each_thing_a_record_can_hold() -> None:
    assert Disagreement.objects.count() >= 3
    assert Feedback.objects.exclude(reply="").exists()
    assert Action.objects.filter(is_done=False).exclude(promised_to="").exists(), "a promise that was explained"
    assert Action.objects.filter(is_done=True).exclude(promised_to="").exists(), "a promise that was kept"
