"""Files through the browser: sent, refused, given out."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from camden.models import CaseOpened
from cases.models import Consent, Document
from tests.factories.cases import CaseFactory, VisitFactory
from tests.factories.record_files import EXE, HTML, PDF, SVG, docx, huge_png, jpeg, photo_with_a_place
from tests.factories.record_notes import CaseNoteFactory, DocumentFactory
from tests.queries import of_the_page


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Any:
    with override_settings(DATA=tmp_path, FILE_UPLOAD_TEMP_DIR=tmp_path / "incoming"):
        yield tmp_path / "files"


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def url(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/documents/"


def said(content: bytes = PDF, name: str = "letter.pdf", **more: Any) -> dict[str, Any]:
    """A letter, as the form sends it."""
    return {"file": SimpleUploadedFile(name, content, "text/html"), "kind": "letter", "title": "From school", **more}


def nothing_is_kept(folder: Path) -> None:
    assert not Document.objects.exists()
    assert not [path for path in folder.parent.rglob("*") if path.is_file()]


def test_a_drawing_is_kept_with_who_agreed_and_is_seen_on_its_page_and_in_the_list(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    anisa = cast.children[0]
    note = CaseNoteFactory(case=cast.case, writer=cast.amara, kind="direct-work", children=[anisa])
    sent = said(photo_with_a_place(), "IMG_1.jpg", kind="drawing", title="Anisa’s three houses", child=str(anisa.pk))
    sent |= {"consent": f"m{anisa.pk}", "consent_how": "spoken"}
    shown = read(amara.post(f"{url}new/?note={note.pk}", sent, follow=True))
    document = Document.objects.get()
    for words in ("Anisa’s three houses", "Drawing or something made", "Anisa Rahman, 3 November 2026 (said so)"):
        assert words in shown.said
    assert (document.note, document.child, document.consent.member) == (note, anisa, anisa)
    assert f"{url}{document.pk}/" in read(amara.get(url)).links
    assert f"{url}{document.pk}/" in read(amara.get(note.get_absolute_url())).links
    assert f"{url}{document.pk}/" in read(amara.get(anisa.get_absolute_url())).links
    answer = amara.get(f"{url}{document.pk}/file/")
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert b"Secret" not in answer.content


def test_a_file_is_given_out_as_what_it_is_and_can_do_nothing(
    cast: SimpleNamespace, amara: Any, url: str, folder: Path
) -> None:
    amara.post(f"{url}new/", said(title='..\\a"b\u202e<x>'))
    document = Document.objects.get()
    looked = CaseOpened.objects.count()
    answer = amara.get(f"{url}{document.pk}/file/")
    assert (answer.content, answer["Content-Type"]) == (PDF, "application/pdf")
    assert answer["Content-Disposition"].startswith("attachment; filename")
    assert not set("\\\u202e<") & set(answer["Content-Disposition"])
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox; frame-ancestors 'none'"
    assert (answer["X-Content-Type-Options"], answer["X-Frame-Options"]) == ("nosniff", "DENY")
    assert answer["Cache-Control"] == "no-store"
    assert CaseOpened.objects.count() == looked + 1
    assert not answer.streaming


@pytest.mark.parametrize(
    ("content", "name", "why"),
    [
        (EXE, "drawing.jpg", "programme"),
        (SVG, "drawing.svg", "web page"),
        (HTML, "letter.pdf", "web page"),
        (HTML, "../../../static/index.html", "web page"),
        (jpeg()[:-200], "cut.jpg", "broken or not whole"),
        (huge_png(), "huge.png", "too many pixels"),
        (docx(parts={"word/a.xml": b"\0" * 30_000_000}), "bomb.docx", "unpacks to far more"),
        (docx(parts={"word/a.zip": docx()}), "nested.docx", "another file inside"),
        (b"", "x.pdf", "The file is empty."),
        (b"x" * 3_000_000, "on the disk.bin", "cannot tell what this file is"),
    ],
)
def test_what_endangers_is_refused_with_the_words_kept_and_nothing_stored(
    amara: Any, url: str, read: Any, folder: Path, content: bytes, name: str, why: str
) -> None:
    shown = read(amara.post(f"{url}new/", said(content, name)))
    assert why in shown.errors["file"]
    assert shown.filled["title"] == "From school"
    nothing_is_kept(folder)


@pytest.mark.parametrize("size", [20_100_000, 50_000_000])
def test_what_is_too_large_is_let_go_while_it_comes_in(
    amara: Any, url: str, read: Any, folder: Path, size: int
) -> None:
    shown = read(amara.post(f"{url}new/", said(b"%PDF-" + b"x" * size)))
    assert shown.errors["file"].endswith("We can keep up to 20 MB: make it smaller, or add it in parts.")
    assert shown.filled["title"] == "From school"
    nothing_is_kept(folder)


def test_what_is_far_too_large_is_not_read_at_all(amara: Any, url: str, folder: Path) -> None:
    with override_settings(UPLOAD_MOST_MB=1):
        assert amara.post(f"{url}new/", said(b"%PDF-" + b"x" * 6_000_000)).status_code == 400
    nothing_is_kept(folder)


def test_names_that_lead_elsewhere_are_names_and_nothing_more(amara: Any, url: str, folder: Path) -> None:
    for name in ("../../../../tmp/evil.pdf", "..\\..\\evil.pdf", "a\x00b.pdf", "\u202efdp.exe"):
        amara.post(f"{url}new/", said(name=name, title=""))
    titles = Document.objects.order_by("pk").values_list("title", flat=True)
    assert list(titles) == ["evil", "evil", "ab", "fdp"]
    files = [path for path in folder.parent.rglob("*") if path.is_file()]
    assert [path.name for path in files] == [Document.objects.first().sha256]


def test_a_drawing_or_photo_without_anybodys_consent_is_not_kept(
    cast: SimpleNamespace, amara: Any, url: str, read: Any, folder: Path
) -> None:
    shown = read(amara.post(f"{url}new/", said(jpeg(), "x.jpg", kind="photo")))
    assert "Ask first" in shown.errors["consent"]
    assert "choose it once more" in shown.errors["file"]
    shown = read(amara.post(f"{url}new/", said(jpeg(), "x.jpg", kind="photo", consent=f"m{cast.children[0].pk}")))
    assert "Choose how they agreed." in shown.errors["consent_how"]
    nothing_is_kept(folder)
    assert not Consent.objects.exists()


def test_a_consent_given_before_is_offered_again_until_it_ends(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    given = {"case": cast.case, "member": cast.children[0], "purpose": "artefact", "how": "signed"}
    held = Consent.objects.create(**given, given_on=date(2026, 10, 1), recorded_by=cast.amara)
    old = {"given_on": date(2026, 1, 1), "recorded_by": cast.amara}
    Consent.objects.create(**given, **old, until_on=date(2026, 11, 2))
    Consent.objects.create(**given, **old, withdrawn_on=date(2026, 2, 2), withdrawn_to=cast.amara)
    shown = read(amara.get(f"{url}new/"))
    assert shown.said.count("Before: Anisa Rahman") == 1
    amara.post(f"{url}new/", said(jpeg(), "x.jpg", kind="photo", consent=f"c{held.pk}"))
    assert Document.objects.get().consent == held


def test_a_photo_without_a_title_is_called_what_it_is(cast: SimpleNamespace, amara: Any, url: str) -> None:
    amara.post(f"{url}new/", said(jpeg(), "IMG_2041.jpg", kind="scan", title=""))
    assert Document.objects.get().title == "Scanned paper"


def test_a_file_of_somebody_elses_note_or_of_none_is_not_asked_for(
    cast: SimpleNamespace, amara: Any, url: str, folder: Path
) -> None:
    other = CaseNoteFactory(case=CaseFactory(), writer=cast.dan)
    visit = VisitFactory(case=other.case, worker=cast.dan)
    for asked in (f"?note={other.pk}", f"?visit={visit.pk}", "?note=987654321"):
        assert amara.get(f"{url}new/{asked}").status_code == 404
        assert amara.post(f"{url}new/{asked}", said()).status_code == 404
    nothing_is_kept(folder)
    assert amara.get(f"{url}new/?note=nonsense&visit=").status_code == 200


def test_a_stranger_finds_no_file_as_if_there_were_none(
    cast: SimpleNamespace, amara: Any, url: str, browser_for: Any
) -> None:
    amara.post(f"{url}new/", said())
    file = f"{url}{Document.objects.get().pk}/file/"
    stranger = browser_for(cast.dan)
    found, none = stranger.get(file), stranger.get(f"{url}987654321/file/")
    assert (found.status_code, found.content) == (none.status_code, none.content) == (404, none.content)
    elsewhere = CaseFactory(team_ids=[cast.pod.pk])
    assert amara.get(file.replace(f"/cases/{cast.case.pk}/", f"/cases/{elsewhere.pk}/")).status_code == 404


def test_a_file_that_is_gone_is_said_plainly(cast: SimpleNamespace, amara: Any, url: str, read: Any) -> None:
    document = DocumentFactory(case=cast.case, added_by=cast.amara)
    assert "We cannot find this file." in read(amara.get(f"{url}{document.pk}/file/", follow=True)).said


def test_taken_back_it_is_crossed_out_and_its_picture_is_shown_no_more(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    document = DocumentFactory(case=cast.case, added_by=cast.amara, content_type="image/jpeg")
    page = f"{url}{document.pk}/"
    assert f'src="{page}file/"' in amara.get(page).content.decode()
    shown = read(amara.post(f"{page}striking/", {"why": "Of another family."}, follow=True))
    assert "Of another family." in shown.said
    assert f'src="{page}file/"' not in amara.get(page).content.decode()
    assert "Somebody else has taken this back already." in read(amara.post(f"{page}striking/", {"why": "x"})).said


def test_the_list_goes_on_and_can_be_one_childs(cast: SimpleNamespace, amara: Any, url: str, read: Any) -> None:
    for number in range(23):
        child = cast.children[number % 2]
        DocumentFactory(case=cast.case, added_by=cast.amara, title=f"Letter {number:02}", child=child)
    first = read(amara.get(url))
    assert "Letter 22" in first.said and "Letter 02" not in first.said
    older = next(link for link in first.links if link.startswith("?after="))
    assert "Letter 02" in read(amara.get(url + older)).said
    imrans = read(amara.get(f"{url}?child={cast.children[1].pk}"))
    assert "Letter 21" in imrans.said and "Letter 22" not in imrans.said
    assert "No documents yet" in read(amara.get(f"{url}?child={cast.children[2].pk}")).said


def test_a_portrait_is_kept_with_consent_and_is_square(
    cast: SimpleNamespace, amara: Any, read: Any, folder: Path
) -> None:
    anisa = cast.children[0]
    page = f"{anisa.get_absolute_url()}portrait/"
    assert "Ask first" in read(amara.post(page, {"file": SimpleUploadedFile("x.jpg", jpeg())})).errors["consent"]
    sent = {"consent": f"m{anisa.pk}", "consent_how": "spoken"}
    assert "Choose a photo" in read(amara.post(page, {"file": SimpleUploadedFile("x", PDF), **sent})).errors["file"]
    nothing_is_kept(folder)
    amara.post(page, {"file": SimpleUploadedFile("x.jpg", jpeg((90, 60))), **sent})
    document = Document.objects.get()
    assert (document.portrait_of, document.consent.member) == (anisa, anisa)
    shown = f"/documents/{document.pk}/file/"
    assert shown in amara.get(anisa.get_absolute_url()).content.decode()
    assert page in read(amara.get(anisa.get_absolute_url())).links
    Consent.objects.update(withdrawn_on=date(2026, 11, 3), withdrawn_to=cast.amara)
    assert shown not in amara.get(anisa.get_absolute_url()).content.decode()


@pytest.mark.parametrize(("page", "most"), [("", 11), ("new/", 13), ("one", 11), ("file", 9)])
def test_the_pages_ask_few_questions(cast: SimpleNamespace, amara: Any, url: str, page: str, most: int) -> None:
    amara.post(f"{url}new/", said())
    document = Document.objects.get()
    for _ in range(5):
        DocumentFactory(case=cast.case, added_by=cast.amara, child=cast.children[0])
    address = {"one": f"{url}{document.pk}/", "file": f"{url}{document.pk}/file/"}.get(page, url + page)
    with CaptureQueriesContext(connection) as captured:
        assert amara.get(address).status_code == 200
    asked = of_the_page(captured)
    assert len(asked) <= most, asked
