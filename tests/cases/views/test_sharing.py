"""Sharing what was written: the pages, and that the family's words are as large as ours on each of them."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document

from camden.operations.files import read as file_of
from cases.models import (
    Assessment,
    ChronologyEntry,
    Disagreement,
    Export,
    FamilySays,
    ProtectionConference,
    ProtectionConferenceChild,
    Relationship,
    Release,
    SharedView,
    Sharing,
    Writing,
)
from tests.factories.cases import ChildFactory
from tests.factories.record_voice import parent_of
from tests.factories.writing import assessment_of, paper_of, part_of
from tests.queries import of_the_page

DAY = date(2026, 11, 3)
CSS = Path("static/sharing.css")


@pytest.fixture
def them(cast: SimpleNamespace, browser_for: Any, settings: Any, tmp_path: Path) -> SimpleNamespace:
    settings.DATA = tmp_path
    cast.shirin, cast.jamal = parent_of(cast.children, "Shirin"), parent_of(cast.children, "Jamal", "father")
    cast.assessment = assessment_of(cast.case, cast.children, cast.amara)
    cast.writing = paper_of(cast.assessment)
    cast.risk = part_of(cast.writing, "risk", "Anisa cares for Zayd at night.", cast.amara)
    cast.url = f"/cases/{cast.case.pk}/writing/{cast.writing.pk}/"
    cast.browser = browser_for(cast.amara)
    return cast


def shared(them: SimpleNamespace, who: Any, **more: Any) -> Any:
    sent = {"how": "together", "shared_on": "3 11 2026", "copy": "none"} | more
    return them.browser.post(f"{them.url}sharing/new/?person={who.pk}", sent)


def test_everybody_is_on_the_list_and_the_way_leads_from_reading_to_their_answer(
    them: SimpleNamespace, read: Any
) -> None:
    page = read(them.browser.get(f"{them.url}sharing/new/"))
    assert "Not yet: Shirin, Jamal, Anisa, Imran." in " ".join(page.said.split())
    answer = shared(them, them.shirin)
    made = Sharing.objects.get()
    assert answer["Location"] == f"{them.url}sharing/{made.pk}/answer/"
    sent = {"remarks": "We are tired.", "changed": "", "answered_on": "3 11 2026", "_version": made.version}
    assert them.browser.post(answer["Location"], sent).status_code == 302
    page = read(them.browser.get(f"{them.url}sharing/new/"))
    assert "We are tired." in page.said and "Say what it changed" in page.said
    assert Assessment.objects.get().shared_on == DAY


def test_no_grandparent_is_asked_because_they_are_a_parent_too(them: SimpleNamespace, read: Any) -> None:
    parent_of([them.shirin], "Rokeya")
    cousin = ChildFactory(case=them.case, given_name="Tahmina")
    parent_of([cousin], "Kamal", "father")
    page = read(them.browser.get(f"{them.url}sharing/new/"))
    assert "Not yet: Shirin, Jamal, Anisa, Imran." in " ".join(page.said.split())
    assert "Rokeya" in page.said, "she may have it; nobody waits for her"
    Relationship.objects.filter(one__given_name="Rokeya").update(kind="grandparent", other=them.children[0])
    Relationship.objects.filter(one__given_name="Rokeya").update(parental_responsibility=True)
    assert "Not yet: Shirin, Jamal, Rokeya, Anisa, Imran." in " ".join(
        read(them.browser.get(f"{them.url}sharing/new/")).said.split()
    )


def test_a_copy_is_given_and_can_be_had_as_it_was(them: SimpleNamespace) -> None:
    shared(them, them.shirin, how="given", copy="by-hand")
    release = Release.objects.get()
    them.risk.words = "Something else."
    them.risk.save()
    url = f"/cases/{them.case.pk}/given/{release.pk}/"
    page = them.browser.get(url).content.decode()
    assert "Anisa cares for Zayd at night." in page and "Something else." not in page
    answer = them.browser.post(url, {"layout": "word"})
    export = Export.objects.get()
    assert answer["Location"] == f"/cases/{them.case.pk}/chronology/files/{export.pk}/"
    assert "Anisa cares for Zayd at night." in words_of(export)
    assert "A given copy as a file" in them.browser.get(answer["Location"]).content.decode()


def test_the_familys_version_is_made_as_a_file_for_one_person(them: SimpleNamespace) -> None:
    FamilySays.objects.create(case=them.case, part=them.risk, member=them.shirin, words="Only for you: canary.",
                              said_on=DAY, heard_by=them.amara, kept_from=[them.jamal.pk])  # fmt: skip
    for who, is_there in ((them.shirin, True), (them.jamal, False)):
        sent = {"layout": "word", "reader": str(who.pk), "words_for": "adult"}
        them.browser.post(f"{them.url}file/new/", sent)
        assert ("canary" in words_of(Export.objects.latest("pk"))) == is_there


def words_of(export: Export) -> str:
    call_command("make_export", str(export.pk), "--for", str(export.asked_by_id))
    export.refresh_from_db()
    document = Document(BytesIO(file_of(export.sha256)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def test_without_a_reason_nobody_is_left_out(them: SimpleNamespace, read: Any) -> None:
    page = read(shared(them, them.jamal, how="not-safe"))
    assert page.errors["why_not"] == "Error: Write why, even if it is one line."
    assert not Sharing.objects.exists()
    assert shared(them, them.jamal, how="not-safe", why_not="He threatened her").status_code == 302


def test_what_is_on_the_record_is_put_on_the_last_page_with_one_tap(them: SimpleNamespace, read: Any) -> None:
    entry = ChronologyEntry.objects.create(
        case=them.case, kind="visit", summary="The fridge was empty", happened_on=DAY
    )
    statement = Disagreement.objects.create(
        case=them.case, entry=entry, member=them.jamal, words="I had shopped.", said_on=DAY, recorded_by=them.amara
    )
    page = read(them.browser.get(f"{them.url}views/"))
    assert "I had shopped." in page.said
    them.browser.post(f"{them.url}views/", {"take": f"statement-{statement.pk}", "stand": "differ"})
    view = SharedView.objects.get()
    assert (view.our_words, view.their_words, view.member) == ("The fridge was empty", "I had shopped.", them.jamal)
    them.browser.post(f"{them.url}views/", {"out": view.pk})
    view.refresh_from_db()
    assert view.left_out_on


def test_their_answer_becomes_a_difference_without_being_typed_again(them: SimpleNamespace, read: Any) -> None:
    shared(them, them.jamal)
    row = Sharing.objects.get()
    Sharing.objects.update(remarks="She chose to.", answered_on=DAY)
    url = f"{them.url}views/new/?answer={row.pk}"
    page = read(them.browser.get(url))
    assert "She chose to." in page.said and "their_words" not in page.offered
    answer = them.browser.post(url, {"stand": "differ", "about": "Nights", "our_words": "She is tired at school."})
    assert answer.status_code == 302
    view = SharedView.objects.get()
    assert (view.their_words, view.member, view.said_on) == ("She chose to.", them.jamal, DAY)


def test_a_difference_without_both_sides_is_asked_for(them: SimpleNamespace, read: Any) -> None:
    page = read(
        them.browser.post(f"{them.url}views/new/", {"stand": "differ", "about": "Nights", "said_on": "3 11 2026"})
    )
    assert set(page.errors) == {"our_words", "their_words", "who"}


def test_on_the_page_ours_and_theirs_have_one_class_and_one_rule_gives_its_size(them: SimpleNamespace) -> None:
    FamilySays.objects.create(
        case=them.case, part=them.risk, member=them.shirin, words="She likes to.", said_on=DAY, heard_by=them.amara
    )
    SharedView.objects.create(
        case=them.case, writing=them.writing, stand="differ", about="Nights", our_words="Ours here.",
        their_words="Theirs here.", member=them.jamal, said_on=DAY, recorded_by=them.amara,
    )  # fmt: skip
    for url in (f"{them.url}family/", f"{them.url}views/", f"/cases/{them.case.pk}/assessments/{them.assessment.pk}/"):
        page = them.browser.get(url).content.decode()
        for words in ("Ours here.", "Theirs here."):
            assert re.search(rf'<div class="sides__words"[^>]*>\s*<p>{words}</p>', page), (url, words)
    rules = re.findall(r"^\s*([^{}@]*sides[^{}]*)\{([^}]*font-size[^}]*)\}", CSS.read_text(), re.M)
    sized = [selector.strip() for selector, _ in rules]
    assert not [selector for selector in sized if "ours" in selector or "theirs" in selector], sized


def test_the_old_form_leads_to_the_people(them: SimpleNamespace) -> None:
    answer = them.browser.get(f"/cases/{them.case.pk}/assessments/{them.assessment.pk}/sharing/")
    assert answer["Location"] == f"{them.url}sharing/new/"


def test_a_manager_reads_the_difference_beside_ours_before_deciding(them: SimpleNamespace, browser_for: Any) -> None:
    shared(them, them.shirin)
    shared(them, them.jamal, how="not-reached", why_not="His number does not work")
    Sharing.objects.filter(member=them.shirin).update(remarks="We are tired.", answered_on=DAY)
    SharedView.objects.create(
        case=them.case, writing=them.writing, stand="differ", about="Nights", our_words="Ours here.",
        their_words="Theirs here.", member=them.jamal, said_on=DAY, recorded_by=them.amara,
    )  # fmt: skip
    Assessment.objects.update(submitted_on=DAY, submitted_by=them.amara)
    page = browser_for(them.bilal).get(f"/cases/{them.case.pk}/assessments/{them.assessment.pk}/authorisation/")
    said = page.content.decode()
    for words in ("Theirs here.", "Ours here.", "We are tired.", "His number does not work"):
        assert words in said


def test_who_has_not_answered_yet_has_a_sentence_and_no_empty_boxes(them: SimpleNamespace, read: Any) -> None:
    shared(them, them.shirin)
    url = f"/cases/{them.case.pk}/assessments/{them.assessment.pk}/"
    page = read(them.browser.get(url))
    assert "Nobody has written down yet what Shirin Khatun says to it." in page.said
    assert "What they said" not in page.said
    Sharing.objects.update(remarks="We are tired.", answered_on=DAY)
    assert "Nobody has written down yet what" not in read(them.browser.get(url)).said


def test_a_report_is_begun_for_what_is_to_come(them: SimpleNamespace, read: Any) -> None:
    conference = ProtectionConference.objects.create(
        case=them.case, kind="initial", planned_on=date(2026, 11, 12), booked_on=DAY
    )
    for child in them.children:
        ProtectionConferenceChild.objects.create(case=them.case, conference=conference, child=child)
    url = f"/cases/{them.case.pk}/reports/new/"
    page = read(them.browser.get(url))
    assert f"?conference={conference.pk}" in page.links
    page = read(them.browser.get(f"{url}?conference={conference.pk}"))
    assert page.offered.count("sources") == 1
    them.browser.post(f"{url}?conference={conference.pk}", {"sources": str(them.writing.pk)})
    report = Writing.objects.get(paper="conference-report")
    conference = read(them.browser.get(f"/cases/{them.case.pk}/protection-conferences/{report.conference_id}/"))
    assert "go on with it" in conference.said and f"/cases/{them.case.pk}/writing/{report.pk}/" in conference.links
    assert "begin it" not in conference.said
    assert report.parts.get().taken_from == them.risk
    page = read(them.browser.get(f"/cases/{them.case.pk}/writing/{report.pk}/sharing/new/"))
    assert "by Tuesday 10 November 2026" in " ".join(page.said.split())


@pytest.mark.parametrize("path", ["sharing/new/", "views/", "family/", "sharing/new/?person={}", "family/?person={}"])
def test_a_page_takes_few_questions(them: SimpleNamespace, path: str) -> None:
    for child in them.children:
        part_of(them.writing, "day", "She gets up first.", them.amara, child)
    shared(them, them.shirin)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert them.browser.get(them.url + path.format(them.shirin.pk)).status_code == 200
    assert len(of_the_page(asked.captured_queries)) <= 15
