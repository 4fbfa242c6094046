"""Who is who, through the browser."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import (
    ChronologyEntry,
    ContactPoint,
    Member,
    Relationship,
)
from tests.factories.cases import CaseFactory, ChildFactory, InvolvementFactory
from tests.factories.record_people import AdultFactory, relates
from tests.queries import of_the_page

TODAY = "2026-11-03"


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def url(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/people/"


@pytest.fixture
def shirin(cast: SimpleNamespace) -> Member:
    shirin = AdultFactory(case=cast.case, given_name="Shirin", family_name="Khatun", sex="F")
    relates(shirin, "mother", *cast.children, parental_responsibility=True, responsibility_basis="mother")
    return shirin


def test_the_page_says_who_is_what_to_whom_from_both_ends(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, read: Any
) -> None:
    said = " ".join(read(amara.get(url)).said.split())
    assert "Motherof Anisa, Imran and Zayd" in said  # Shirin's card
    assert "MotherShirin" in said  # a child's
    assert "Shirin (mother)" in said  # parental responsibility
    assert "Lives at Somers Town" in said


@pytest.mark.parametrize("path", ["", "{}/"])
def test_the_page_takes_few_questions_however_many_people(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, path: str
) -> None:
    amara.get(url)
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            assert amara.get(url + path.format(shirin.pk)).status_code == 200
        counts.append(len(of_the_page(captured.captured_queries)))
        for name in ("Farida", "Jamal", "Nani"):
            other = AdultFactory(case=cast.case, given_name=name)
            relates(other, "kin", *cast.children)
            ContactPoint.objects.create(case=cast.case, member=other, kind="mobile", value="07700 900123")
    assert counts[0] == counts[1] <= 15


def test_a_mother_is_two_taps_and_her_name(cast: SimpleNamespace, amara: Any, url: str, read: Any) -> None:
    anisa = cast.children[0]
    link = f"{url}new/?as=mother&of={anisa.pk}"
    assert link in read(amara.get(url)).links  # one
    page = read(amara.get(link))
    assert not page.ticked  # whoever else she is mother of, nobody takes for granted
    answer = amara.post(link, {"name": "Shirin Khatun"})  # two
    mother = Member.objects.get(given_name="Shirin")
    assert answer["Location"] == f"{url}#person-{mother.pk}"
    assert [(tie.one, tie.kind, tie.other) for tie in Relationship.objects.all()] == [(mother, "mother", anisa)]
    assert mother.kind == Member.Kind.ADULT


def test_a_new_parent_is_offered_for_the_brothers_and_sisters(cast: SimpleNamespace, amara: Any, url: str) -> None:
    anisa, imran, zayd = cast.children
    amara.post(f"{url}new/?as=father&of={anisa.pk}", {"name": "Jamal", "also": [str(imran.pk)]})
    assert set(Relationship.objects.values_list("other", flat=True)) == {anisa.pk, imran.pk}
    assert ChronologyEntry.objects.get(kind="people").summary == "Jamal is now in the record: father of Anisa and Imran"


def test_a_new_triplet_is_offered_the_twin_and_the_brother_too(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    anisa, imran, zayd = cast.children
    relates(anisa, "twin", imran)
    relates(zayd, "sibling", anisa)
    link = f"{url}new/?as=twin&of={anisa.pk}"
    assert not read(amara.get(link)).ticked
    amara.post(link, {"name": "Samina", "also": [f"twin-{imran.pk}", f"sibling-{zayd.pk}"]})
    said = Relationship.objects.filter(one__given_name="Samina").values_list("kind", "other")
    assert set(said) == {("twin", anisa.pk), ("twin", imran.pk), ("sibling", zayd.pk)}


def test_a_new_sister_is_offered_the_same_parents(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, read: Any
) -> None:
    link = f"{url}new/?as=sibling&of={cast.children[0].pk}"
    page = read(amara.get(link))
    assert "Shirin Khatun, mother" in page.said
    assert not page.ticked
    amara.post(link, {"name": "Samina Rahman", "also": [f"mother-{shirin.pk}"], "is_child": "on"})
    samina = Member.objects.get(given_name="Samina")
    assert samina.kind == Member.Kind.CHILD
    assert {(tie.one, tie.kind) for tie in Relationship.objects.filter(other=samina)} == {(shirin, "mother")}
    assert Relationship.objects.filter(one=samina, kind="sibling", other=cast.children[0]).exists()


def test_somebody_of_twenty_may_have_a_partner_and_a_child(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    jayden = ChildFactory(case=cast.case, given_name="Jayden", born_on=date(2006, 4, 9))
    links = read(amara.get(url)).links
    assert f"{url}new/?as=child&of={jayden.pk}" in links
    assert f"{url}new/?as=child&of={cast.children[0].pk}" not in links


def test_a_second_mother_is_a_mother(cast: SimpleNamespace, amara: Any, url: str, shirin: Member) -> None:
    amara.post(f"{url}new/?as=mother&of={cast.children[0].pk}", {"name": "Ruksana Ali"})
    assert Relationship.objects.filter(other=cast.children[0], kind="mother").count() == 2


def test_a_child_of_somebody_is_the_other_way_round(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member
) -> None:
    amara.post(f"{url}new/?as=child&of={shirin.pk}", {"name": "Samina"})
    tie = Relationship.objects.get(other__given_name="Samina")
    assert (tie.one, tie.kind) == (shirin, "mother")


def test_whoever_may_be_the_same_is_shown_before_anything_is_written(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, read: Any
) -> None:
    zaynab = ChildFactory(case=cast.case, given_name="Zaynab", family_name="Rahman")
    link = f"{url}new/?as=mother&of={zaynab.pk}"
    page = read(amara.post(link, {"name": "Shireen Khatun"}))
    assert "We know people of that name" in page.errors["who"]
    assert "Shirin Khatun, in this record" in page.said
    assert Member.objects.filter(family_name="Khatun").count() == 1
    amara.post(link, {"name": "Shireen Khatun", "who": str(shirin.pk)})
    assert Member.objects.filter(family_name="Khatun").count() == 1
    assert Relationship.objects.get(other=zaynab).one == shirin
    amara.post(f"{url}new/?as=grandparent&of={zaynab.pk}", {"name": "Shireen Khatun", "who": "new"})
    assert Member.objects.filter(family_name="Khatun").count() == 2


def test_somebody_known_in_another_open_family_can_be_the_same_human_being(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    khan = CaseFactory(name="Khan", team_ids=[cast.pod.pk])
    there = AdultFactory(case=khan, given_name="Karim", family_name="Khan", language="Urdu")
    hidden = AdultFactory(
        case=CaseFactory(name="Hidden", team_ids=[cast.elsewhere.pk]), given_name="Karim", family_name="Khan"
    )
    link = f"{url}new/?as=father&of={cast.children[0].pk}"
    page = read(amara.post(link, {"name": "Karim Khan"}))
    assert "Karim Khan, known in the Khan family" in page.said
    assert "Hidden" not in page.said
    refused = read(amara.post(link, {"name": "Karim Khan", "who": f"e{hidden.pk}"}))
    assert refused.errors["who"]
    amara.post(link, {"name": "Karim Khan", "who": f"e{there.pk}"})
    here = Member.objects.get(case=cast.case, given_name="Karim")
    assert here.person_id == there.person_id
    assert here.language == ""  # nothing is copied
    shown = read(amara.get(f"{url}{here.pk}/"))
    assert "Known in the Khan family" in " ".join(shown.said.split())
    khan.team_ids = [cast.elsewhere.pk]
    khan.save()
    assert "Khan family" not in read(amara.get(f"{url}{here.pk}/")).said


@pytest.mark.parametrize("query", ["", "?as=mother", "?as=nonsense&of=1", "?of=999999", "?as=mother&of=x"])
def test_an_address_that_makes_no_sense_asks_for_what_it_does_not_say(
    cast: SimpleNamespace, amara: Any, url: str, read: Any, query: str
) -> None:
    page = read(amara.get(f"{url}new/{query}"))
    assert {"kind", "of"} <= set(page.offered)
    assert "Say both" in read(amara.post(f"{url}new/{query}", {"name": "Farida", "kind": "kin"})).errors["of"]
    amara.post(f"{url}new/{query}", {"name": "Farida", "kind": "aunt-or-uncle", "of": str(cast.children[0].pk)})
    assert Relationship.objects.get().kind == "aunt-or-uncle"


def test_a_private_paternity_is_marked_while_it_is_written(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, read: Any
) -> None:
    link = f"{url}new/?as=father&of={cast.children[2].pk}"
    amara.post(link, {"name": "Karim", "kept_from": [str(cast.children[0].pk)]})
    assert Relationship.objects.get(kind="father").kept_from == [cast.children[0].pk]
    assert ChronologyEntry.objects.get(kind="people").kept_from == [cast.children[0].pk]
    assert "Not to be shared with Anisa" in read(amara.get(url)).said


def test_two_who_change_one_person_both_see_both(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, read: Any
) -> None:
    page = f"{url}{shirin.pk}/edit/"
    form = read(amara.get(page))
    said = {"given_name": "Shirin", "family_name": "Khatun", "sex": "F", "_version": form.filled["_version"]}
    amara.post(page, {**said, "language": "Sylheti", "interpreter": "needed"})
    second = read(amara.post(page, {**said, "language": "Bengali"}))
    assert "Both texts are here" in second.said
    assert "Sylheti" in second.said
    assert second.filled["language"] == "Bengali"
    assert "Language: Sylheti" in read(amara.get(f"{url}{shirin.pk}/")).said


def test_a_disability_is_asked_of_children_and_stands_on_their_page_with_who_wrote_it(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, read: Any
) -> None:
    anisa = cast.children[0]
    page = f"{url}{anisa.pk}/"
    assert 'Disability</dt><dd class="facts__value">Not asked yet<' in amara.get(page).content.decode()
    assert 'name="disabilities"' not in amara.get(f"{url}{shirin.pk}/edit/").content.decode()
    said = {"given_name": "Anisa", "family_name": "Rahman", "born_on": "17 May 2015", "sex": "F"}
    said |= {"language": anisa.language, "_version": str(anisa.version)}
    wrong = read(amara.post(f"{page}edit/", said | {"disabilities": ["NONE", "LD"]}))
    assert "not both" in wrong.errors["disabilities"]
    amara.post(f"{page}edit/", said | {"disabilities": ["LD", "MOB"]})
    found = read(amara.get(page)).said
    assert "Disability: Getting about, learning" in found and "Amara Obi" in found
    second = read(amara.post(f"{page}edit/", said | {"disabilities": ["HEAR"]}))
    assert "Both texts are here" in second.said and "Getting about" in second.said


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"died_on": "16 5 2015"}, "died_on", "A death cannot be before the birth on 17 May 2015."),
        ({"born_on": "4 11 2036"}, "born_on", "cannot be after today"),
        ({"born_on": "17 5"}, "born_on", "Give the year"),
    ],
)
def test_wrong_days_are_said_beside_them(
    cast: SimpleNamespace, amara: Any, url: str, read: Any, typed: dict[str, str], field: str, words: str
) -> None:
    anisa = cast.children[0]
    said = {"given_name": "Anisa", "born_on": "17 May 2015", "_version": str(anisa.version), **typed}
    assert words in read(amara.post(f"{url}{anisa.pk}/edit/", said)).errors[field]


def test_a_birth_is_recorded_on_its_page(cast: SimpleNamespace, amara: Any, url: str, read: Any) -> None:
    baby = ChildFactory(
        case=cast.case, given_name="Baby", born_on=None, expected_on=date(2026, 12, 8), sex="U", family_name="Rahman"
    )
    InvolvementFactory(case=cast.case, child=baby, worker=cast.amara, team=cast.pod)
    page = f"{url}{baby.pk}/birth/"
    assert page in read(amara.get(url)).links
    assert read(amara.get(page)).filled["family_name"] == "Rahman"
    born = {"born_on_quick": TODAY, "given_name": "Maryam", "family_name": "Rahman", "sex": "F"}
    shown = read(amara.post(page, born, follow=True))
    assert "Look again at what keeps the children safe tonight" in shown.said
    assert f"/cases/{cast.case.pk}/before-you-meet/tonight/" in shown.links
    baby.refresh_from_db()
    assert (baby.name, str(baby.born_on), baby.expected_on) == ("Maryam Rahman", TODAY, None)
    said = read(amara.get(f"{url}{baby.pk}/")).said
    assert "Expected day of birth: taken out (was 8 December 2026)" in said
    assert "Amara Obi" in said
    again = read(amara.post(page, {"born_on_quick": TODAY, "sex": "F"}))
    assert "somebody has recorded it already" in again.said


def test_a_loss_is_recorded_and_may_be_kept_from_somebody(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    baby = ChildFactory(case=cast.case, given_name="Baby", born_on=None, expected_on=date(2026, 12, 8), sex="U")
    amara.post(f"{url}{baby.pk}/loss/", {"lost_on_quick": TODAY, "what": "miscarriage", "kept_from": ["family"]})
    entry = ChronologyEntry.objects.get(kind="people")
    assert (entry.summary, entry.is_kept_from_family) == ("The pregnancy was lost", True)
    shown = read(amara.get(f"{url}{baby.pk}/")).said
    assert "lost before birth, 3 November 2026" in shown
    assert "Record the birth" not in shown


def test_who_may_only_read_is_offered_nothing_to_write(
    cast: SimpleNamespace, browser_for: Any, url: str, shirin: Member, read: Any
) -> None:
    from camden.access import Role
    from tests.factories.camden import MembershipFactory

    reader = MembershipFactory(team=cast.pod, role=Role.CLINICIAN).user
    InvolvementFactory(case=cast.case, child=cast.children[0], worker=reader, team=cast.pod, role="other")
    client = browser_for(reader)
    for page in (url, f"{url}{shirin.pk}/"):
        links = read(client.get(page)).links
        assert not [link for link in links if "/new/" in link or "/edit/" in link or "/ending/" in link]
    assert client.get(f"{url}new/").status_code == 403
