"""A picture that was kept: read as it was, compared with now, and shared by today's marks."""

import json
from datetime import date, timedelta
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document

from camden.papers.pdf import as_pdf
from camden.papers.word import as_word
from camden.principal import acting_as
from cases.models import (
    Assessment,
    CulturalNote,
    EmotionalTie,
    GenogramSnapshot,
    NetworkTie,
    PastLoss,
    Relationship,
    TieSeen,
)
from cases.operations.snapshots import keep_snapshot
from cases.readings.family import read_family
from cases.readings.genogram import picture_of
from cases.readings.giving import readers_of
from cases.readings.snapshots import has_changed_for_family, shown
from cases.readings.writing_paper import as_body, from_body, version_of, writing_paper
from cases.rules.audience import FAMILY, STAFF, Audience
from tests.cases.views.test_query_budgets import MOST
from tests.conftest import as_role
from tests.factories.picturing import SECRET, pictured, related, somebody, with_secrets
from tests.factories.writing import assessment_of, paper_of, part_of
from tests.queries import of_the_page


@pytest.fixture
def family(cast: SimpleNamespace) -> SimpleNamespace:
    return pictured(cast)


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def kept_at(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/genogram/kept/"


def keep(cast: SimpleNamespace, on: date, **more: Any) -> GenogramSnapshot:
    with as_role("camden_app"), acting_as(cast.amara):
        return keep_snapshot(case=cast.case, pictured_on=on, kept_for="supervision", by=cast.amara, on=on, **more)


def test_a_picture_is_kept_and_read_with_the_same_bytes_whatever_the_record_learns(
    cast: SimpleNamespace, family: SimpleNamespace, today: date
) -> None:
    with_secrets(cast, family)
    drawn = picture_of(cast.case, on=today)
    kept = keep(cast, today)
    related(somebody(cast, "Una", family_name="Lund", sex="F"), "mother", family.jamal)
    Relationship.objects.filter(one=family.jamal, other=family.shirin).update(couple_ended="separated")
    again = GenogramSnapshot.objects.get(pk=kept.pk)
    assert shown(again, STAFF, on=today).svg == drawn.svg
    assert list(shown(again, STAFF, on=today).people) == list(drawn.people)
    assert SECRET in shown(again, STAFF, on=today).svg


def test_roots_are_kept_as_they_were_named_and_the_family_reads_of_them_what_it_may_today(
    cast: SimpleNamespace, family: SimpleNamespace, amara: Any, kept_at: str, today: date
) -> None:
    said = {"case": cast.case, "kind": "ethnicity", "noted_by": cast.amara, "noted_on": today}
    named = [
        CulturalNote.objects.create(member=who, words=words, **said)
        for who, words in ((family.jamal, "Arab"), (family.shirin, "Bengali"))
    ]
    look = f"{kept_at}new/?layers=chosen&culture=1&on={today}"
    assert "data-culture" in amara.get(look).content.decode()
    amara.post(look, {"kept_for": "court", "title": "With their roots"})
    kept = GenogramSnapshot.objects.get(case=cast.case)
    assert "A: Arab" in shown(kept, STAFF).svg and "B: Bengali" in shown(kept, STAFF).svg
    assert 'data-culture="A"' in shown(kept, FAMILY).svg and "B: Bengali" in shown(kept, FAMILY).svg
    assert not has_changed_for_family(kept, today)
    CulturalNote.objects.filter(pk=named[0].pk).update(is_kept_from_family=True)
    CulturalNote.objects.create(member=family.jamal, words="Zaza", **said)
    theirs = shown(kept, FAMILY)
    assert "A: Bengali" in theirs.svg and "Arab" not in theirs.svg and "Zaza" not in theirs.svg
    assert [row.name for row in theirs.people if "roots: Bengali" in row.notes] == [family.shirin.name]
    assert "B: Bengali" in shown(kept, STAFF).svg
    assert has_changed_for_family(kept, today)


def test_it_is_kept_on_its_page_from_the_look_of_an_address(
    cast: SimpleNamespace, family: SimpleNamespace, amara: Any, kept_at: str, read: Any
) -> None:
    look = f"{kept_at}new/?layers=chosen&homes=1&ties=all"
    assert "Keep this picture" in read(amara.get(look)).said
    answer = amara.post(look, {"kept_for": "court", "title": "Before the hearing"})
    kept = GenogramSnapshot.objects.get(case=cast.case)
    assert answer["Location"] == f"{kept_at}{kept.pk}/"
    assert (kept.kept_for, kept.shown["feelings"], kept.made_for) == ("court", True, "staff")
    page = read(amara.get(answer["Location"]))
    assert "Before the hearing" in page.said and "very close, as Anisa Rahman sees it" in page.said
    assert "Before the hearing" in read(amara.get(kept_at)).said
    for kind, begins in (("pdf", b"%PDF-"), ("png", b"\x89PNG"), ("svg", b"<svg")):
        file = amara.get(f"{kept_at}{kept.pk}/file/?as={kind}")
        assert file.content.startswith(begins) and "Rahman" not in file["Content-Disposition"]


def test_what_is_marked_later_is_in_ours_with_a_line_and_not_in_the_familys_copy(
    cast: SimpleNamespace, family: SimpleNamespace, amara: Any, kept_at: str, today: date
) -> None:
    father = somebody(cast, "Marek", sex="M")
    paternity = related(father, "parent", cast.children[2])
    there = f"{kept_at}{keep(cast, today).pk}/"
    line = b"Since it was kept, something in it was marked"
    assert b"Marek" in amara.get(there).content and line not in amara.get(there).content
    assert b"Marek" in amara.get(f"{there}?for=family").content
    without = shown_without(cast, father, today)
    paternity.is_kept_from_family = True
    paternity.save()
    assert b"Marek" in amara.get(there).content and line in amara.get(there).content
    copy = amara.get(f"{there}?for=family").content
    assert b"Marek" not in copy and line not in copy
    told = shown(GenogramSnapshot.objects.order_by("pk").first(), FAMILY, on=today)
    assert told.svg == without


def shown_without(cast: SimpleNamespace, father: Any, today: date) -> str:
    """The family's picture as it would be if he had never been written down."""
    rows = list(Relationship.objects.filter(one=father))
    Relationship.objects.filter(one=father).delete()
    drawn = picture_of(cast.case, on=today, audience=FAMILY)
    Relationship.objects.bulk_create(rows)
    return str(drawn.svg)


def test_a_view_that_was_struck_later_is_not_in_the_familys_copy(
    cast: SimpleNamespace, family: SimpleNamespace, today: date
) -> None:
    kept = keep(cast, today)
    assert "data-emotional" in shown(kept, FAMILY, on=today).svg
    EmotionalTie.objects.update(struck_on=today, struck_by=cast.amara, struck_why="Said of somebody else.")
    assert "data-emotional" not in shown(kept, FAMILY, on=today).svg
    assert "data-emotional" in shown(kept, STAFF, on=today).svg


def test_a_copy_for_one_of_them_leaves_out_what_is_kept_from_them(
    cast: SimpleNamespace, family: SimpleNamespace, today: date
) -> None:
    paternity = with_secrets(cast, family).paternity
    paternity.is_kept_from_family, paternity.kept_from = False, [family.jamal.pk]
    paternity.save()
    kept = keep(cast, today)
    assert "Marek" in shown(kept, Audience(person=family.shirin.pk), on=today).svg
    assert "Marek" not in shown(kept, Audience(person=family.jamal.pk), on=today).svg
    assert SECRET not in shown(kept, Audience(person=family.jamal.pk), on=today).svg


def test_what_changed_since_is_said_in_sentences(
    cast: SimpleNamespace, family: SimpleNamespace, amara: Any, kept_at: str, today: date, read: Any
) -> None:
    there = f"{kept_at}{keep(cast, today).pk}/?and=now"
    assert "Nothing that the picture shows." in read(amara.get(there)).said
    una = somebody(cast, "Una", family_name="Lund", sex="F")
    related(una, "mother", family.jamal)
    said = read(amara.get(there)).said
    assert "Una Lund is new in the picture." in said and "Jamal Rahman is child of Una Lund." in said


def test_a_picture_is_kept_with_an_assessment(
    cast: SimpleNamespace, family: SimpleNamespace, amara: Any, kept_at: str
) -> None:
    began = {"counts_from_on": date(2026, 10, 1), "started_on": date(2026, 10, 1), "worker": cast.amara}
    paper = paper_of(Assessment.objects.create(case=cast.case, legal_basis="need", **began))
    amara.post(f"{kept_at}new/?writing={paper.pk}", {"kept_for": "assessment"})
    assert GenogramSnapshot.objects.get(case=cast.case).writing_id == paper.pk


def test_the_pages_ask_no_more_than_they_may(
    cast: SimpleNamespace, family: SimpleNamespace, amara: Any, kept_at: str, today: date
) -> None:
    one = f"{keep(cast, today).pk}/"
    for there in ("", "new/", one, f"{one}?and=now", f"{one}?for=family", f"{one}file/?as=svg&for=family"):
        amara.get(f"{kept_at}{there}")
        with CaptureQueriesContext(connection) as captured:
            assert amara.get(f"{kept_at}{there}").status_code == 200
        asked = of_the_page(captured)
        assert len(asked) <= MOST, "\n".join(asked)


def test_the_familys_paper_gets_the_family_version_by_the_marks_of_the_day_it_is_printed(
    cast: SimpleNamespace, family: SimpleNamespace, amara: Any, today: date, read: Any
) -> None:
    """On the page, in Word and PDF, and as it stands in a copy that was given before the mark."""
    secrets = with_secrets(cast, family)
    secrets.paternity.is_kept_from_family, secrets.paternity.kept_from = False, [family.jamal.pk]
    secrets.paternity.save()
    writing = paper_of(assessment_of(cast.case, cast.children, cast.amara))
    part_of(writing, "why", "The school rang.", cast.amara)
    keep(cast, today, writing=writing)
    said: dict[str, Any] = {"on": today}
    hers, his = version_of(writing, reader=family.shirin, **said), version_of(writing, reader=family.jamal, **said)
    assert "Marek" in str(hers.picture) and "Rahima" in str(his.picture)
    assert SECRET not in str(his.picture) and "termination" not in str(hers.picture)
    frozen = from_body(json.loads(json.dumps(as_body(hers))))
    assert writing_paper(frozen) == writing_paper(hers)
    assert as_pdf(writing_paper(his))[:5] == b"%PDF-"
    pictures = [part for part in Document(BytesIO(as_word(writing_paper(his)))).inline_shapes]
    assert len(pictures) == 1 and "Genogram of" in pictures[0]._inline.docPr.get("descr")
    page = f"/cases/{cast.case.pk}/writing/{writing.pk}/family/?person={family.jamal.pk}"
    assert "Rahima Khatun" in read(amara.get(page)).said
    PastLoss.objects.update(is_kept_from_family=True)
    Relationship.objects.filter(one=family.rahima).update(is_kept_from_family=True)
    assert "Rahima Khatun" not in read(amara.get(page)).said
    assert "Rahima Khatun" in str(writing_paper(frozen).blocks)


def test_the_familys_paper_with_its_picture_asks_no_more_than_it_may(
    cast: SimpleNamespace, family: SimpleNamespace, amara: Any, today: date
) -> None:
    writing = paper_of(assessment_of(cast.case, cast.children, cast.amara))
    part_of(writing, "why", "The school rang.", cast.amara)
    keep(cast, today - timedelta(days=30), writing=writing)  # what may be told then and now is asked at once
    for asked in ("", f"?person={family.jamal.pk}"):
        page = f"/cases/{cast.case.pk}/writing/{writing.pk}/family/{asked}"
        amara.get(page)
        with CaptureQueriesContext(connection) as captured:
            assert amara.get(page).status_code == 200
        questions = of_the_page(captured)
        assert len(questions) <= MOST, "\n".join(questions)


def test_nobody_who_died_on_a_day_nobody_knows_is_offered_a_paper(
    cast: SimpleNamespace, family: SimpleNamespace, amara: Any, read: Any
) -> None:
    gone = somebody(cast, "Siddique", family_name="Rahman", sex="M", has_died=True)
    writing = paper_of(assessment_of(cast.case, cast.children, cast.amara))
    part_of(writing, "why", "The school rang.", cast.amara)
    page = f"/cases/{cast.case.pk}/writing/{writing.pk}/family/"
    assert f"{page}?person={family.jamal.pk}" in read(amara.get(page)).links
    assert f"{page}?person={gone.pk}" not in read(amara.get(page)).links
    assert "Siddique Rahman" not in [each.name for each in readers_of(cast.case)]
    cards = {each.name: each for each in read_family(cast.case, date(2026, 11, 3), STAFF).adults}
    assert cards["Siddique Rahman"].died and cards["Siddique Rahman"].age == "has died"
    assert amara.get(f"/cases/{cast.case.pk}/genogram/family/?person={gone.pk}").status_code == 404


def test_beside_a_part_one_keeps_the_genogram_with_the_paper(
    cast: SimpleNamespace, family: SimpleNamespace, amara: Any, today: date, read: Any
) -> None:
    writing = paper_of(assessment_of(cast.case, cast.children, cast.amara))
    part = f"/cases/{cast.case.pk}/writing/{writing.pk}/parts/why/"
    there = f"/cases/{cast.case.pk}/genogram/kept/new/?writing={writing.pk}"
    assert there in read(amara.get(part)).links
    amara.post(there, {"kept_for": "assessment"})
    kept = GenogramSnapshot.objects.get(writing=writing)
    assert f"/cases/{cast.case.pk}/genogram/kept/{kept.pk}/" in read(amara.get(part)).links


def test_the_ecomap_of_a_home_is_shown_to_the_family_without_what_we_think_printed_and_kept(
    cast: SimpleNamespace, family: SimpleNamespace, amara: Any, kept_at: str, today: date, read: Any
) -> None:
    there = f"/cases/{cast.case.pk}/ecomap/{cast.home.pk}/"
    gp = NetworkTie.objects.create(case=cast.case, member=cast.children[1], kind="gp", organisation="Elm Surgery")
    before = amara.get(f"{there}file/?for=family&as=svg").content
    said = {"case": cast.case, "recorded_by": cast.amara, "seen_on": date(2026, 10, 3), "view_of_worker": cast.amara}
    TieSeen.objects.create(tie=gp, strength="stressful", **said)
    NetworkTie.objects.create(case=cast.case, member=cast.children[0], kind="police",
                              organisation="Zzpolice", is_kept_from_family=True)  # fmt: skip
    assert amara.get(f"{there}file/?for=family&as=svg").content == before
    theirs, ours = amara.get(f"{there}family/"), amara.get(f"{there}file/?as=svg")
    assert "Netley Primary" in read(theirs).said and b"strong link" in theirs.content
    assert b"Zzpolice" not in theirs.content and b"stressful" not in theirs.content
    assert b"Zzpolice" in ours.content and b"stressful" in ours.content
    assert amara.get(f"{there}file/?for=family").content[:5] == b"%PDF-"
    called = {"kept_for": "keeping", "title": "Zzhome, where he must not come"}
    kept = amara.post(f"{kept_at}new/?home={cast.home.pk}", called)["Location"]
    assert b"Zzhome" in amara.get(kept).content and b"Zzhome" not in amara.get(f"{kept}?for=family").content
    NetworkTie.objects.update(is_kept_from_family=True)
    assert b"Netley Primary" in amara.get(kept).content
    assert b"Netley Primary" not in amara.get(f"{kept}?for=family").content
