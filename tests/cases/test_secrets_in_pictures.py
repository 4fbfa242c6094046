"""What is kept from a family leaves no trace in any picture it may see: every address, with each fact and without."""

import re
from collections.abc import Callable
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from camden.principal import acting_as
from cases.models import (
    CulturalNote,
    EmotionalTie,
    HealthMark,
    Household,
    HouseholdMembership,
    Member,
    NetworkTie,
    PastLoss,
    TieSeen,
)
from cases.operations.snapshots import keep_snapshot
from cases.readings.culture import culture_rings
from cases.rules.genogram.drawing import Layers
from tests.conftest import as_role
from tests.factories.picturing import SECRET, pictured, related, somebody

ALL = "layers=1&homes=1&around=1&culture=1&marks=1&ties=all"
NEW = re.compile(
    rb'(csrfmiddlewaretoken" value|csrf-token" content|data-csrf|X-CSRFToken[^:]*:)[ =]*"[^"]*"'
    rb'|[0-9a-f]{8}-[0-9a-f-]{27}|[\w-]+(:[\w-]+)?:[\w-]{6}:[\w-]{43}(?=")'
)
KEPT: dict[str, Any] = {"is_kept_from_family": True}
DAY = date(2026, 10, 2)


@pytest.fixture
def family(cast: SimpleNamespace, today: date) -> SimpleNamespace:
    """Three generations with an aunt, roots and views; and two pictures that were kept of them."""
    cast.case.opened_on = date(2026, 2, 1)
    cast.case.save()
    found = pictured(cast)
    found.aunt = somebody(cast, "Rosa", family_name="Khatun", sex="F")
    related(found.aunt, "aunt-or-uncle", cast.children[2])
    found.youngest = somebody(cast, "Mina", family_name="Khatun", born_on=date(2026, 1, 5))
    related(found.shirin, "mother", found.youngest)
    root(cast, found.shirin, "Bengali")
    said = {"case": cast.case, "recorded_by": cast.amara, "seen_on": date(2026, 9, 1)}
    EmotionalTie.objects.create(one=found.jamal, other=found.shirin, kind="close", view_of=found.shirin, **said)
    found.kept = keep(cast, today), keep(cast, today, household=cast.home)
    return found


def keep(cast: SimpleNamespace, today: date, **more: Any) -> int:
    more = {"layers": Layers(culture=culture_rings(cast.case, today))} | more
    with as_role("camden_app"), acting_as(cast.amara):
        made = keep_snapshot(case=cast.case, pictured_on=today, kept_for="keeping", by=cast.amara, on=today, **more)
    return int(made.pk)


def root(cast: SimpleNamespace, member: Member, words: str, **more: Any) -> CulturalNote:
    more = {"kind": "ethnicity", "noted_on": DAY} | more
    return CulturalNote.objects.create(case=cast.case, member=member, words=words, noted_by=cast.amara, **more)


def addresses(cast: SimpleNamespace, family: SimpleNamespace) -> list[str]:
    """Every address of a picture that a family may see, as far as it is asked for by what they may know."""
    case, shirin, jamal, zayd = f"/cases/{cast.case.pk}/", family.shirin.pk, family.jamal.pk, cast.children[2].pk
    geno, home = f"{case}genogram/", f"{case}ecomap/{cast.home.pk}/"
    view = f"layers=1&homes=1&around=1&ties=view-m{shirin}"
    asked = [f"{geno}family/{look}" for look in ("", f"?{view}", f"?person={jamal}", f"?person={jamal}&{view}")]
    asked += [f"{geno}family/?on=2026-07-01&{view}", f"{geno}full/?on=2026-07-01", f"{geno}full/", f"{geno}full/?{ALL}"]
    asked += [f"{geno}full/?{ALL}&centre=m{shirin}", f"{geno}picture/?for=family", f"{geno}picture/?for=family&{ALL}"]
    asked += [f"{geno}file/?for=family&as={kind}&{view}" for kind in ("svg", "png", "pdf")]
    asked += [f"{geno}file/?for=family&as=svg&person={jamal}&{view}", f"{geno}given/new/?to={jamal}"]
    asked += [f"{home}family/", *(f"{home}file/?for=family&as={kind}" for kind in ("svg", "pdf"))]
    for kept in family.kept:
        asked += [f"{geno}kept/{kept}/?for=family", f"{geno}kept/{kept}/file/?for=family&as=svg"]
    asked += [f"{geno}together/", *(f"{geno}together/?teller={shirin}&person=m{each}" for each in (shirin, zayd))]
    asked += [f"{geno}together/people/{shirin}/add/child/", f"{geno}together/people/{zayd}/add/sibling/"]
    asked += [f"{geno}together/people/{zayd}/add/father/?teller={shirin}"]
    return [*asked, f"{case}before-you-meet/?for=family"]


def answers(browser: Any, asked: list[str]) -> dict[str, tuple[bytes, dict[str, str]]]:
    """What each address answers, and the headers that could tell of it."""
    found = {}
    for each in asked:
        answer = browser.get(each)
        assert answer.status_code == 200, each
        told = {name: value for name, value in answer.headers.items() if name in ("ETag", "Content-Disposition")}
        found[each] = NEW.sub(b"", answer.content), told
    return found


# ----- what is kept, each laid by itself


def private_father(cast: SimpleNamespace, family: SimpleNamespace) -> Member:
    father = somebody(cast, "Marek", family_name=SECRET, sex="M")
    related(father, "father", cast.children[2], **KEPT)
    return father


def a_view_of_the_private_father(cast: SimpleNamespace, family: SimpleNamespace) -> None:
    father = private_father(cast, family)
    said = {"case": cast.case, "recorded_by": cast.amara, "seen_on": date(2026, 10, 9), "view_of": father}
    other = NetworkTie.objects.create(case=cast.case, member=father, kind="gp", organisation=SECRET)
    TieSeen.objects.create(tie=family.school, strength="stressful", flow="from", **said)
    TieSeen.objects.create(tie=other, strength="weak", **said)
    EmotionalTie.objects.create(one=cast.children[2], other=family.shirin, kind="distant", **said)


def roots_of_the_private_father(cast: SimpleNamespace, family: SimpleNamespace) -> None:
    root(cast, private_father(cast, family), f"Aa{SECRET}")


def a_home_with_the_private_father(cast: SimpleNamespace, family: SimpleNamespace) -> None:
    father = private_father(cast, family)
    HouseholdMembership.objects.create(case=cast.case, household=cast.home, member=father, started_on=DAY)
    other = Household.objects.create(case=cast.case, name=f"Home of {SECRET}")
    HouseholdMembership.objects.create(case=cast.case, household=other, member=father)


def kin_through_the_private_father(cast: SimpleNamespace, family: SimpleNamespace) -> None:
    father, half = private_father(cast, family), somebody(cast, "Ewa", family_name=SECRET)
    related(father, "father", half)
    related(half, "half-sibling", cast.children[2])
    gran = somebody(cast, "Gran", family_name=SECRET, sex="F")
    related(gran, "mother", father)
    related(gran, "grandparent", cast.children[2])


def an_affair_that_is_kept_itself(cast: SimpleNamespace, family: SimpleNamespace) -> None:
    lover = somebody(cast, "Bo", family_name=SECRET, sex="M")
    related(lover, "partner", family.shirin, couple="affair", **KEPT)
    related(lover, "father", family.youngest)


def a_pregnancy_that_ended(cast: SimpleNamespace, family: SimpleNamespace) -> None:
    lost = somebody(cast, "", family_name=SECRET, kind="child", expected_on=date(2027, 1, 2), died_on=date(2026, 8, 1),
                    loss="termination")  # fmt: skip
    related(family.shirin, "mother", lost)
    related(family.jamal, "father", lost)
    PastLoss.objects.create(case=cast.case, mother=family.shirin, kind="miscarriage", name=SECRET, lost_about="2019",
                            recorded_by=cast.amara, recorded_on=DAY)  # fmt: skip


def a_pregnancy_that_is_kept(cast: SimpleNamespace, family: SimpleNamespace) -> None:
    expected = somebody(cast, "", family_name=SECRET, kind="child", expected_on=date(2027, 1, 2))
    related(family.shirin, "mother", expected, **KEPT)


def a_child_who_was_given_up(cast: SimpleNamespace, family: SimpleNamespace) -> Member:
    away = somebody(cast, "Ola", family_name=SECRET, kind="child", born_on=date(2010, 2, 3))
    related(family.shirin, "mother", away, **KEPT)
    related(family.jamal, "father", away, **KEPT)
    related(away, "sibling", cast.children[0])
    carer = somebody(cast, "Carer", family_name=SECRET)
    related(carer, "adoptive-parent", away, **KEPT)
    return away


def a_child_who_was_given_up_and_lives_with_them(cast: SimpleNamespace, family: SimpleNamespace) -> None:
    away = a_child_who_was_given_up(cast, family)
    HouseholdMembership.objects.create(case=cast.case, household=cast.home, member=away, started_on=DAY)


def what_a_child_says_of_harm(cast: SimpleNamespace, family: SimpleNamespace) -> None:
    said = {"case": cast.case, "recorded_by": cast.amara, "seen_on": date(2026, 10, 9)}
    EmotionalTie.objects.create(
        one=family.jamal, other=family.shirin, kind="physical_abuse", view_of=family.shirin, **said
    )
    EmotionalTie.objects.create(one=family.jamal, other=family.shirin, kind="hostile", view_of=family.shirin, **said,
                                **KEPT)  # fmt: skip
    EmotionalTie.objects.create(one=family.jamal, other=family.aunt, kind="fused", view_of_worker=cast.amara, **said)


def marks_and_ideas(cast: SimpleNamespace, family: SimpleNamespace) -> None:
    HealthMark.objects.create(case=cast.case, member=family.jamal, kind="substance", noted_by=cast.amara, noted_on=DAY)
    said = {"case": cast.case, "recorded_by": cast.amara, "seen_on": DAY}
    TieSeen.objects.create(tie=family.school, strength="stressful", flow="to", view_of_worker=cast.amara, **said)
    Member.objects.filter(pk=family.shirin.pk).update(gender_words=SECRET)


def a_school_and_roots_that_are_kept(cast: SimpleNamespace, family: SimpleNamespace) -> None:
    kept = {"case": cast.case, "member": cast.children[1], "organisation": SECRET, **KEPT}
    NetworkTie.objects.create(kind="school", **kept)
    NetworkTie.objects.create(kind="police", **kept)
    root(cast, family.shirin, f"Aa{SECRET}", **KEPT)
    root(cast, family.shirin, SECRET, kind="immigration")


def an_aunt_who_is_kept_from_one(cast: SimpleNamespace, family: SimpleNamespace) -> None:
    aunt = somebody(cast, "Zora", family_name=SECRET, sex="F")
    related(aunt, "aunt-or-uncle", cast.children[0], kept_from=[family.jamal.pk])


def an_aunt_who_is_the_mother(cast: SimpleNamespace, family: SimpleNamespace) -> None:
    related(family.aunt, "mother", cast.children[2], **KEPT)


def an_end_that_is_kept(cast: SimpleNamespace, family: SimpleNamespace) -> None:
    related(family.jamal, "spouse", family.shirin, couple_ended="divorced", started_about="2019", **KEPT)


SECRETS: list[Callable[[SimpleNamespace, SimpleNamespace], Any]] = [
    private_father, a_view_of_the_private_father, roots_of_the_private_father, a_home_with_the_private_father,
    kin_through_the_private_father, an_affair_that_is_kept_itself, a_pregnancy_that_ended, a_pregnancy_that_is_kept,
    a_child_who_was_given_up, a_child_who_was_given_up_and_lives_with_them, what_a_child_says_of_harm,
    marks_and_ideas, a_school_and_roots_that_are_kept,
    an_aunt_who_is_kept_from_one, an_aunt_who_is_the_mother, an_end_that_is_kept,
]  # fmt: skip


@pytest.mark.parametrize("lay", SECRETS, ids=lambda lay: lay.__name__)
def test_what_is_kept_leaves_no_trace(
    lay: Callable[..., Any], cast: SimpleNamespace, family: SimpleNamespace, browser_for: Any
) -> None:
    amara, asked = browser_for(cast.amara), addresses(cast, family)
    answers(amara, asked)  # the orders are kept
    before = answers(amara, asked)
    lay(cast, family)
    after = answers(amara, asked)
    assert [each for each in asked if SECRET.encode() in after[each][0]] == []
    assert [each for each in asked if before[each] != after[each]] == []


@pytest.mark.parametrize("lay", SECRETS, ids=lambda lay: lay.__name__)
def test_a_picture_that_was_kept_with_it_is_copied_without(
    lay: Callable[..., Any], cast: SimpleNamespace, family: SimpleNamespace, browser_for: Any, today: date
) -> None:
    """The family's copy of a picture that holds the fact is that of one which does not."""
    amara, geno = browser_for(cast.amara), f"/cases/{cast.case.pk}/genogram/kept/"
    ways = [f"{geno}{kept}/file/?for=family&as=svg" for kept in family.kept]
    before = [amara.get(way).content for way in ways]
    lay(cast, family)
    kept = keep(cast, today), keep(cast, today, household=cast.home)
    assert [amara.get(f"{geno}{each}/file/?for=family&as=svg").content for each in kept] == before
