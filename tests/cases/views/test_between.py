"""Views of two people, losses, health and where somebody comes from, through the browser."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from camden.access import Role
from cases.models import CulturalNote, EmotionalTie, HealthMark, Member, PastLoss
from cases.readings.culture import culture_rings
from cases.readings.culture import panel as culture_of
from cases.readings.feelings import panel as feelings_of
from cases.rules.audience import FAMILY
from tests.factories.around import between
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.cases import InvolvementFactory
from tests.factories.record_files import jpeg
from tests.factories.record_people import AdultFactory, relates
from tests.queries import of_the_page

ON = date(2026, 11, 3)


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def url(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/people/"


@pytest.fixture
def shirin(cast: SimpleNamespace) -> Member:
    shirin = AdultFactory(case=cast.case, given_name="Shirin", family_name="Khatun", sex="F")
    relates(shirin, "mother", *cast.children)
    return shirin


@pytest.fixture
def jamal(cast: SimpleNamespace) -> Member:
    return AdultFactory(case=cast.case, given_name="Jamal", family_name="Rahman", sex="M")


def sent(other: Member, kind: str, whose: object, **more: str) -> dict[str, str]:
    return {"other": str(other.pk), "kind": kind, "whose": str(whose), "seen_on": "3 11 2026"} | more


def test_a_tie_is_never_kept_without_whose_view_it_is(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, read: Any
) -> None:
    form = f"{url}{cast.children[0].pk}/between/new/"
    assert "whose" not in read(amara.get(form)).ticked  # nobody's view is taken for granted
    assert "Choose whose view it is" in read(amara.post(form, sent(shirin, "close", ""))).said
    assert not EmotionalTie.objects.exists()


def test_a_view_stands_with_whose_it_is_on_the_page_of_both(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, read: Any
) -> None:
    anisa = cast.children[0]
    amara.post(f"{url}{anisa.pk}/between/new/", sent(shirin, "close", shirin.pk, words="My big girl"))
    for person in (anisa, shirin):
        said = read(amara.get(f"{url}{person.pk}/")).said
        assert "According to Shirin, 3 November 2026" in said and "My big girl" in said


def test_harm_goes_from_one_to_the_other_and_is_said_to_be_no_finding(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, jamal: Member, read: Any
) -> None:
    form = f"{url}{shirin.pk}/between/new/"
    assert "Choose from whom to whom" in read(amara.post(form, sent(jamal, "controlling", shirin.pk))).said
    amara.post(form, sent(jamal, "controlling", shirin.pk, way="to"))
    tie = EmotionalTie.objects.get()
    assert (tie.one, tie.other) == (jamal, shirin)
    said = read(amara.get(f"{url}{shirin.pk}/")).said
    assert "Controlling: from Jamal to Shirin" in said and "One view, no finding" in said


def test_a_newer_view_of_the_same_person_takes_its_place_and_the_older_stays_to_be_read(
    cast: SimpleNamespace, shirin: Member
) -> None:
    anisa = cast.children[0]
    between(anisa, shirin, "distant", view_of=anisa, by=cast.amara)
    between(shirin, anisa, "close", view_of=anisa, by=cast.amara, seen_on=date(2026, 11, 1))
    page = feelings_of(cast.case, anisa, ON)
    assert [line.what for line in page.now] == ["Close"]
    assert [line.what for line in page.before] == ["Distant"]
    assert [line.what for line in feelings_of(cast.case, anisa, date(2026, 10, 31)).now] == ["Distant"]


def test_nothing_of_this_any_more_leaves_nothing(cast: SimpleNamespace, amara: Any, url: str, shirin: Member) -> None:
    anisa = cast.children[0]
    between(anisa, shirin, "conflict", view_of=anisa, by=cast.amara)
    amara.post(f"{url}{anisa.pk}/between/new/", sent(shirin, "none", anisa.pk))
    assert feelings_of(cast.case, anisa, ON).now == ()


def test_what_was_taken_back_is_crossed_out_with_its_reason(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, read: Any
) -> None:
    tie = between(cast.children[0], shirin, "hostile", by=cast.amara)
    answer = amara.post(f"{url}between/{tie.pk}/striking/", {"why": "I mixed them up"})
    assert answer["Location"] == f"{url}{tie.one_id}/"
    assert "Taken back: I mixed them up" in read(amara.get(f"{url}{tie.one_id}/")).said


def test_the_family_reads_neither_our_ideas_nor_harm_nor_what_is_kept(cast: SimpleNamespace, shirin: Member) -> None:
    anisa, imran, zayd = cast.children
    between(anisa, shirin, "close", view_of=anisa, by=cast.amara)
    before = feelings_of(cast.case, anisa, ON, FAMILY)
    between(anisa, imran, "hostile", by=cast.amara)
    between(zayd, anisa, "physical_abuse", view_of=anisa, by=cast.amara)
    between(anisa, zayd, "conflict", view_of=shirin, by=cast.amara, is_kept_from_family=True)
    assert feelings_of(cast.case, anisa, ON, FAMILY) == before
    assert len(feelings_of(cast.case, anisa, ON).now) == 4


@pytest.mark.parametrize("back", ["", "?back=https://elsewhere.example", "?back=//elsewhere.example", "?back=ecomap"])
def test_no_address_leads_out_of_the_record(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, back: str
) -> None:
    anisa = cast.children[0]
    answer = amara.post(f"{url}{anisa.pk}/between/new/{back}", sent(shirin, "close", anisa.pk))
    assert answer["Location"] == f"{url}{anisa.pk}/"


def test_a_loss_is_written_down_gently_and_stays_for_people_who_work_here(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, read: Any
) -> None:
    form = f"{url}{shirin.pk}/losses/new/"
    assert "The family’s versions leave it out" in read(amara.get(form)).said
    assert "Enter a year" in read(amara.post(form, {"kind": "stillbirth", "lost_about": "long ago"})).said
    amara.post(form, {"kind": "stillbirth", "name": "Yusuf", "lost_about": "May 2014", "kept_from": ["family"]})
    assert PastLoss.objects.get().lost_about == "2014-05"
    said = read(amara.get(f"{url}{shirin.pk}/")).said
    assert "Yusuf (stillbirth)" in said and "Not to be shared with the family" in said


def test_health_ends_or_was_never_so(cast: SimpleNamespace, amara: Any, url: str, shirin: Member, read: Any) -> None:
    amara.post(f"{url}{shirin.pk}/health/new/", {"kind": "mental_health", "started_about": "2021"})
    mark = HealthMark.objects.get()
    form = f"{url}health/{mark.pk}/ending/"
    assert "Write why" in read(amara.post(form, {"what": "never", "_version": str(mark.version)})).said
    said = {"what": "over", "ended_on": "1 11 2026", "_version": str(mark.version)}
    amara.post(form, said)
    mark.refresh_from_db()
    assert mark.ended_on == date(2026, 11, 1) and mark.struck_on is None


def test_where_somebody_comes_from_is_told_by_somebody(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, read: Any
) -> None:
    form = f"{url}{shirin.pk}/culture/new/?back=culture"
    assert "Sexual orientation" in read(amara.get(form)).said  # differences that may matter, beside the form
    assert "Choose who told it" in read(amara.post(form, {"kind": "ethnicity", "words": "Bengali"})).said
    answer = amara.post(form, {"kind": "ethnicity", "words": "Bengali", "told_by": str(shirin.pk)})
    assert answer["Location"] == f"/cases/{cast.case.pk}/culture/#person-{shirin.pk}"
    amara.post(form, {"kind": "faith", "is_declined": "on", "told_by": str(shirin.pk)})
    said = read(amara.get(f"/cases/{cast.case.pk}/culture/")).said
    assert "Bengali" in said and "Told by Shirin" in said and "Shirin would rather not say" in said
    assert "Shirin’s side" in said


def note(member: Member, kind: str, words: str, by: Any, **facts: Any) -> CulturalNote:
    said = {"noted_by": by, "noted_on": date(2026, 10, 12), "told_by": member} | facts
    return CulturalNote.objects.create(case=member.case, member=member, kind=kind, words=words, **said)


def test_immigration_status_is_read_by_those_who_may_record_and_by_nobody_else(
    cast: SimpleNamespace, amara: Any, browser_for: Any, shirin: Member
) -> None:
    note(shirin, "immigration", "Limited leave", cast.amara)
    reader = UserFactory(name="Ida Reads")
    MembershipFactory(user=reader, team=cast.service, role=Role.PRINCIPAL_SOCIAL_WORKER)
    InvolvementFactory(child=cast.children[0], worker=reader, team=cast.service, role="other")
    pages = [f"/cases/{cast.case.pk}/culture/", f"/cases/{cast.case.pk}/people/{shirin.pk}/"]
    for page in pages:
        assert b"Limited leave" in amara.get(page).content
        answer = browser_for(reader).get(page)
        assert answer.status_code == 200 and b"Limited leave" not in answer.content
    assert not culture_of(cast.case, shirin, ON).lines  # beside a genogram, which hangs on walls
    assert not culture_of(cast.case, shirin, ON, FAMILY, may_record=True).lines


def test_roots_are_those_that_people_named(cast: SimpleNamespace, shirin: Member) -> None:
    anisa, imran, zayd = cast.children
    note(anisa, "ethnicity", "Bengali", cast.amara)
    note(shirin, "ethnicity", "bengali ", cast.amara)
    note(shirin, "ethnicity", "Irish", cast.amara)
    note(imran, "ethnicity", "Secret", cast.amara, is_kept_from_family=True)
    note(zayd, "ethnicity", "", cast.amara, is_declined=True)
    note(zayd, "language", "Welsh", cast.amara)
    rings = culture_rings(cast.case, ON, FAMILY)
    assert {who: "".join(root.letter for root in roots) for who, roots in rings.items()} == {
        f"m{anisa.pk}": "A",
        f"m{shirin.pk}": "AB",
    }
    assert len(culture_rings(cast.case, ON)) == 3
    assert culture_rings(cast.case, date(2026, 10, 1)) == {}


def test_the_genogram_shows_views_and_roots_of_whoever_is_chosen(
    cast: SimpleNamespace, amara: Any, shirin: Member, read: Any
) -> None:
    anisa = cast.children[0]
    between(anisa, shirin, "close", view_of=anisa, by=cast.amara)
    note(anisa, "ethnicity", "Bengali", cast.amara)
    note(anisa, "immigration", "Limited leave", cast.amara)
    answer = amara.get(f"/cases/{cast.case.pk}/genogram/?person=m{anisa.pk}&layers=chosen&culture=1")
    said = read(answer).said
    assert "According to Anisa, 12 October 2026" in said and "roots: Bengali" in said
    assert 'data-culture="A"' in answer.content.decode() and "Limited leave" not in said
    link = f"/cases/{cast.case.pk}/people/{anisa.pk}/between/new/?back=genogram"
    assert link in read(answer).links
    saved = amara.post(link, sent(shirin, "very_close", anisa.pk))
    assert saved["Location"] == f"/cases/{cast.case.pk}/genogram/?person=m{anisa.pk}"


@pytest.mark.parametrize("page", ["people/{}/", "culture/", "people/{}/between/new/", "people/{}/culture/new/"])
def test_no_page_asks_more_often_for_more(cast: SimpleNamespace, amara: Any, shirin: Member, page: str) -> None:
    address, counts = f"/cases/{cast.case.pk}/{page.format(shirin.pk)}", []
    for _ in range(2):
        for child in cast.children:
            between(child, shirin, "close", view_of=child, by=cast.amara)
            note(shirin, "language", "Sylheti", cast.amara)
        PastLoss.objects.create(
            case=cast.case, mother=shirin, kind="miscarriage", recorded_by=cast.amara, recorded_on=ON
        )
        with CaptureQueriesContext(connection) as captured:
            assert amara.get(address).status_code == 200
        counts.append(len(of_the_page(captured.captured_queries)))
    assert counts[0] == counts[1] <= 15, [sql[:150] for sql in of_the_page(captured.captured_queries)]


def test_a_genogram_drawn_by_hand_is_photographed_and_leads_back(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    genogram = f"/cases/{cast.case.pk}/genogram/"
    link = f"/cases/{cast.case.pk}/documents/new/?kind=genogram&back=genogram"
    assert link in read(amara.get(genogram)).links
    assert read(amara.get(link)).ticked["kind"] == "genogram"
    answer = amara.post(
        link,
        {
            "kind": "genogram",
            "file": SimpleUploadedFile("IMG_2041.jpg", jpeg(), "image/jpeg"),
            "title": "Drawn with Shirin",
        },
    )
    assert answer["Location"] == genogram
    assert "Drawn with Shirin" in read(amara.get(genogram)).said
