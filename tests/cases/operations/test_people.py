"""Somebody new, what is known of them, a birth, a loss."""

from collections.abc import Iterator
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.db import IntegrityError, transaction

from camden.operations.versions import Overtaken
from camden.principal import acting_as
from camden.rules.names import age_in_words
from cases.models import ChronologyEntry, Clock, Member, PlanSpell, Relationship, VisitChild
from cases.operations.clocks import keep_clocks
from cases.operations.people import NotKnownSo, add_person, change_member, record_birth, record_loss
from cases.readings.header import child_header
from cases.readings.member import history
from cases.readings.offers import Kin
from cases.rules.audience import FAMILY, Audience, Marks
from tests.conftest import as_role
from tests.factories.cases import ChildFactory, EpisodeFactory, InvolvementFactory, VisitFactory


@pytest.fixture(autouse=True)
def as_amara(cast: SimpleNamespace, unborn: Member) -> Iterator[None]:
    """Everything here is done by Amara, and held by the policies."""
    with as_role("camden_app"), acting_as(cast.amara):
        yield


@pytest.fixture
def unborn(cast: SimpleNamespace, today: date) -> Member:
    """A child of the Rahmans who is expected, in need, and was talked about in a visit."""
    child = ChildFactory(
        case=cast.case, given_name="Baby", family_name="Rahman", born_on=None, expected_on=date(2026, 12, 8), sex="U"
    )
    EpisodeFactory(case=cast.case, child=child, referred_on=date(2026, 10, 1))
    PlanSpell.objects.create(case=cast.case, child=child, basis="need", started_on=date(2026, 10, 5))
    InvolvementFactory(case=cast.case, child=child, worker=cast.amara, team=cast.pod, started_on=date(2026, 10, 2))
    visit = VisitFactory(case=cast.case, worker=cast.amara, visited_on=today - timedelta(days=5))
    VisitChild.objects.create(case=cast.case, visit=visit, child=child, seen="unborn")
    return child


def entries(case: object) -> list[ChronologyEntry]:
    return list(ChronologyEntry.objects.filter(case=case, kind="people").order_by("pk"))


def test_somebody_new_belongs_to_everybody_who_was_said(cast: SimpleNamespace, today: date) -> None:
    kin = [Kin("mother", child) for child in cast.children[:2]]
    shirin = add_person(
        case=cast.case,
        by=cast.amara,
        on=today,
        kind=Member.Kind.ADULT,
        kin=kin,
        given_name="Shirin",
        family_name="Khatun",
    )
    assert {tie.other for tie in Relationship.objects.filter(one=shirin, kind="mother")} == set(cast.children[:2])
    entry = entries(cast.case)[0]
    assert entry.summary == "Shirin Khatun is now in the record: mother of Anisa and Imran"
    assert {part.child for part in entry.about.all()} == set(cast.children[:2])


def test_a_private_paternity_is_kept_with_its_entry(cast: SimpleNamespace, today: date) -> None:
    marks = Marks(kept_from=(cast.children[1].pk,))
    kin = [Kin("father", cast.children[2])]
    add_person(
        case=cast.case, by=cast.amara, on=today, kind=Member.Kind.ADULT, kin=kin, marks=marks, given_name="Karim"
    )
    tie, entry = Relationship.objects.get(), entries(cast.case)[0]
    for fact in (tie, entry):
        said = Marks(fact.is_kept_from_family, tuple(fact.kept_from))
        assert not FAMILY.may_read(said)
        assert not Audience(person=cast.children[1].pk).may_read(said)
        assert Audience(person=cast.children[0].pk).may_read(said)


@pytest.mark.parametrize(
    ("facts", "about"),
    [
        ({"died_on": date(2015, 5, 16)}, "died_on"),
        ({"died_on": date(2026, 11, 4)}, "died_on"),
        ({"born_on": date(2026, 11, 4)}, "born_on"),
        ({"expected_on": date(2027, 1, 1)}, "expected_on"),
    ],
)
def test_what_cannot_be_so_is_said_beside_its_answer(
    cast: SimpleNamespace, today: date, facts: dict[str, date], about: str
) -> None:
    anisa = cast.children[0]
    with pytest.raises(NotKnownSo) as refused:
        change_member(member=anisa, version=anisa.version, by=cast.amara, on=today, **facts)
    assert refused.value.about == about
    assert Member.objects.get(pk=anisa.pk).version == anisa.version


def test_disabilities_are_kept_once_each_in_the_order_of_the_census(cast: SimpleNamespace, today: date) -> None:
    anisa = cast.children[0]
    told = {"member": anisa, "by": cast.amara, "on": today}
    anisa = change_member(version=anisa.version, disabilities=["AUT", "MOB", "AUT"], **told)
    assert Member.objects.get(pk=anisa.pk).disabilities == ["MOB", "AUT"]
    assert next(history(anisa)).what == ("Disability: Getting about, autism",)
    with pytest.raises(NotKnownSo, match="not both") as refused:
        change_member(version=anisa.version, disabilities=["NONE", "LD"], **(told | {"member": anisa}))
    assert refused.value.about == "disabilities"


@pytest.mark.parametrize("codes", [["NONE", "LD"], ["XX"]])
def test_the_database_keeps_none_beside_no_disability_and_no_word_of_its_own(
    cast: SimpleNamespace, codes: list[str]
) -> None:
    with pytest.raises(IntegrityError, match="no_disability_stands_alone"), transaction.atomic():
        Member.objects.filter(pk=cast.children[0].pk).update(disabilities=codes)


def test_whoever_was_second_is_told(cast: SimpleNamespace, today: date) -> None:
    anisa = cast.children[0]
    said = {"member": anisa, "by": cast.amara, "on": today}
    change_member(version=anisa.version, language="Sylheti", **said)
    with pytest.raises(Overtaken):
        change_member(version=anisa.version, language="Bengali", **said)
    assert Member.objects.get(pk=anisa.pk).language == "Sylheti"


def test_a_death_is_on_the_timeline_on_its_day(cast: SimpleNamespace, today: date) -> None:
    zayd = cast.children[2]
    change_member(member=zayd, version=zayd.version, by=cast.amara, on=today, died_on=date(2026, 11, 1))
    assert [(entry.summary, entry.happened_on) for entry in entries(cast.case)] == [("Zayd died", date(2026, 11, 1))]


def test_an_unborn_child_becomes_a_born_one_and_keeps_what_was_due(
    cast: SimpleNamespace, unborn: Member, today: date
) -> None:
    keep_clocks(case=cast.case)
    running = set(Clock.objects.filter(child=unborn).values_list("rule", "anchor_on"))
    born = record_birth(member=unborn, by=cast.amara, on=today, born_on=date(2026, 11, 2), given_name="Maryam", sex="F")
    assert (born.name, born.born_on, born.expected_on, born.sex) == ("Maryam Rahman", date(2026, 11, 2), None, "F")
    assert entries(cast.case)[0].summary == "Maryam was born, expected 8 December 2026"
    assert running, "the clocks of an expected child run"
    assert running <= set(Clock.objects.filter(child=unborn).values_list("rule", "anchor_on"))
    said = [line for change in history(born) for line in change.what]
    assert "Expected day of birth: taken out (was 8 December 2026)" in said


def test_nobody_saw_a_child_in_a_visit_before_the_birth(cast: SimpleNamespace, unborn: Member, today: date) -> None:
    VisitChild.objects.filter(child=unborn).update(seen="observed")
    born = record_birth(member=unborn, by=cast.amara, on=today, born_on=date(2026, 11, 2), sex="F")
    assert child_header(born, today).last_seen == ""


def test_a_birth_is_recorded_once_and_not_before_it_happened(
    cast: SimpleNamespace, unborn: Member, today: date
) -> None:
    with pytest.raises(NotKnownSo) as early:
        record_birth(member=unborn, by=cast.amara, on=today, born_on=today + timedelta(days=1), sex="F")
    assert early.value.about == "born_on"
    record_birth(member=unborn, by=cast.amara, on=today, born_on=today, sex="F")
    with pytest.raises(NotKnownSo):
        record_birth(member=unborn, by=cast.amara, on=today, born_on=today, sex="F")


def test_a_loss_is_in_careful_words_and_nobody_is_expected_any_more(
    cast: SimpleNamespace, unborn: Member, today: date
) -> None:
    lost = record_loss(
        member=unborn, by=cast.amara, on=today, lost_on=today, loss="stillbirth", marks=Marks(is_kept_from_family=True)
    )
    entry = entries(cast.case)[0]
    assert (entry.summary, entry.is_kept_from_family) == ("Baby was stillborn", True)
    assert lost.expected_on == date(2026, 12, 8)
    assert lost.age(today) == "lost before birth, 3 November 2026"
    assert "expected" not in age_in_words(None, lost.expected_on, lost.died_on, today)
