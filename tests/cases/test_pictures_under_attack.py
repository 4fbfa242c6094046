"""Addresses of pictures as an enemy would ask them: names that are code, keys of other records, nonsense."""

from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pytest

from cases.models import GenogramOrder, GenogramSnapshot, Member, NetworkTie
from tests.factories.cases import CaseFactory, ChildFactory, HouseholdFactory
from tests.factories.picturing import pictured, related, settle_pictures, somebody

HOSTILE = [
    '"><script>alert(1)</script>',
    "]]>&amp;<![CDATA[",
    '#import "@preview/x:1" ] #read("/etc/passwd") $x$ */ // \\',
    "x" * 80,
    "\u202eevil\u2066",
    "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "'; drop table cases_member; --",
    "{{ 7*7 }}{% debug %}",
]


@pytest.fixture
def family(cast: SimpleNamespace) -> SimpleNamespace:
    return pictured(cast)


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def case(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/"


def test_names_that_are_code_are_names_in_every_form(
    cast: SimpleNamespace, family: SimpleNamespace, amara: Any, case: str
) -> None:
    for name in HOSTILE:
        child = somebody(cast, name, family_name=name)
        related(family.shirin, "mother", child)
        NetworkTie.objects.create(case=cast.case, member=cast.children[0], kind="gp", organisation=name)
    home = f"{case}ecomap/{cast.home.pk}/"
    kept = amara.post(f"{case}genogram/kept/new/", {"kept_for": "keeping", "title": HOSTILE[0]})["Location"]
    drawings = [f"{case}genogram/picture/?for=family", f"{case}genogram/file/?as=svg", f"{home}file/?as=svg"]
    for each in (*drawings, f"{kept}file/?as=svg"):
        answer = amara.get(each)
        tree = ElementTree.fromstring(answer.content.decode())  # noqa: S314 - our own drawing
        tags = {element.tag.rpartition("}")[2] for element in tree.iter()}
        assert not tags & {"script", "foreignObject", "image", "use", "style"}
        assert not [name for element in tree.iter() for name in element.attrib if name.lower().startswith("on")]
        assert answer["Content-Type"].startswith("image/svg+xml") and answer["X-Content-Type-Options"] == "nosniff"
        assert "script-src" in answer["Content-Security-Policy"]
        assert "unsafe-inline" not in answer["Content-Security-Policy"].partition("script-src")[2].partition(";")[0]
    for each in (f"{case}genogram/file/", f"{home}file/", f"{kept}file/"):
        for how, first in (("pdf", b"%PDF-"), ("png", b"\x89PNG")):
            answer = amara.get(f"{each}?as={how}")
            assert answer.content.startswith(first)
            assert "<" not in answer["Content-Disposition"] and "\n" not in answer["Content-Disposition"]
    for each in (f"{case}genogram/", f"{case}genogram/family/", f"{case}genogram/together/", kept, f"{home}family/"):
        assert b"<script>alert" not in amara.get(each).content


NONSENSE = [
    "on=0001-01-01", "on=9999-12-31", "and=0001-01-01&on=9999-12-31", "on=" + "9" * 5000, "and=%00", "on=2026-W01-1",
    "person=m" + "9" * 39, "person=m%00", "centre=m" + "9" * 39, "centre=" + "x" * 4000, "ties=" + "%F0%9F%91%A9" * 40,
    "layers=1&ties=view-m" + "9" * 30 + "&culture=1&around=1&marks=1", "layers=" + "a" * 3000, "showing=" + "a:" * 2000,
    "showing=%00", "person=" + "9" * 30, "teller=" + "9" * 30, "as=exe&paper=%00", "to=" + "9" * 30, "home=" + "9" * 15,
    "writing=" + "9" * 15, "view=m" + "9" * 30, "for=family&person=%D9%A3", "person=-1", "on=%D9%A3%D9%A3",
]  # fmt: skip


@pytest.mark.parametrize("query", NONSENSE, ids=lambda query: query[:24])
def test_nonsense_is_answered(
    cast: SimpleNamespace, family: SimpleNamespace, amara: Any, case: str, query: str
) -> None:
    kept = settle_pictures(cast.case, cast.amara).pk
    pages = ["", "family/", "full/", "picture/", "together/", "file/", "given/new/", "family/showing/new/", "kept/new/"]
    pages += [f"kept/{kept}/", f"kept/{kept}/file/"]
    asked = [f"{case}genogram/{page}?{query}" for page in pages]
    asked += [f"{case}ecomap/{cast.home.pk}/{page}?{query}" for page in ("", "family/", "file/")]
    for each in asked:
        each += "" if "as=" in query or "file/" not in each else "&as=svg"
        assert amara.get(each).status_code in (200, 302, 400, 404), each


def test_keys_of_another_record_open_and_move_nothing(
    cast: SimpleNamespace, family: SimpleNamespace, amara: Any, case: str
) -> None:
    """Even of one that the same worker may open."""
    other = CaseFactory(name="Others")
    alien = ChildFactory(case=other, given_name="Alien", family_name="Zzalien")
    home, kept = HouseholdFactory(case=other, name="Zzalien home"), settle_pictures(other, cast.amara)
    zayd, shirin = cast.children[2].pk, family.shirin.pk
    geno = f"{case}genogram/"
    for each in (f"?person=m{alien.pk}", f"?centre=m{alien.pk}", f"full/?centre=m{alien.pk}&person=m{alien.pk}",
                 f"together/?teller={alien.pk}&person=m{alien.pk}", f"kept/new/?home={home.pk}"):  # fmt: skip
        answer = amara.get(f"{geno}{each}")
        assert answer.status_code == 200 and b"Zzalien" not in answer.content, each
    for each in (f"family/?person={alien.pk}", f"given/new/?to={alien.pk}x", f"file/?for=family&person={alien.pk}",
                 f"kept/{kept.pk}/", f"kept/{kept.pk}/file/", f"people/{alien.pk}/add/mother/",
                 f"together/people/{alien.pk}/add/mother/"):  # fmt: skip
        assert amara.get(f"{geno}{each}").status_code == 404, each
        assert amara.post(f"{geno}{each}", {"given_name": "X"}).status_code in (404, 405), each
    for each in ("", "family/", "file/"):
        assert amara.get(f"{case}ecomap/{home.pk}/{each}").status_code == 404
    people = Member.objects.count()
    said = {"given_name": "Alien", "family_name": "Zzalien", "who": str(alien.pk), "other_parent": str(alien.pk)}
    for each in (f"people/{zayd}/add/mother/", f"together/people/{zayd}/add/mother/?teller={shirin}"):
        amara.post(f"{geno}{each}", said)
    assert Member.objects.count() <= people + 2
    assert not alien.relationships_from.exists() if hasattr(alien, "relationships_from") else True
    orders = list(GenogramOrder.objects.filter(case=cast.case).values_list("rows", "wishes"))
    amara.post(f"{geno}nudge/", {"person": f"m{shirin}", "move": f"left:m{alien.pk}", "version": "1"})
    amara.post(f"{geno}nudge/", {"person": f"m{alien.pk}", "move": f"left:m{shirin}", "version": "1"})
    assert f"m{alien.pk}" not in str(list(GenogramOrder.objects.filter(case=cast.case).values_list("rows", "wishes")))
    assert len(orders) <= 2 and GenogramSnapshot.objects.filter(case=cast.case).count() == 0
