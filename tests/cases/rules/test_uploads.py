"""Files that somebody might send: kept as what they are, or refused in a sentence."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from cases.rules import pictures, zipped
from cases.rules.taking import NotTaken
from cases.rules.uploads import KEPT, file_name, shown_name, take, take_portrait
from tests.factories.record_files import (
    CONTENT_TYPES,
    EXE,
    HTML,
    PDF,
    RELS,
    SVG,
    docx,
    huge_png,
    jpeg,
    odt,
    packed,
    photo_with_a_place,
    png,
    webp,
)

EXCEL = {
    "[Content_Types].xml": b"<Types>spreadsheetml.sheet.main+xml</Types>",
    "xl/workbook.xml": b"<workbook/>",
}
TEMPLATE = (
    b'<Relationship Id="a" Type="http://x/relationships/attachedTemplate" Target="http://evil.example/a.dotm" '
    b'TargetMode="External"/>'
)
LINK = b'<Relationship Type="http://x/relationships/hyperlink" Target="https://camden.example" TargetMode="External"/>'


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (jpeg(), "IMG_1.jpg", "Picture"),
        (png(), "drawing.png", "Picture"),
        (png(mode="L"), "scan.png", "Picture"),
        (webp(), "x.webp", "Picture"),
        (jpeg(), "lies.exe", "Picture"),
        (PDF, "letter.pdf", "PDF"),
        (docx(), "letter.docx", "Word document"),
        (docx(links=LINK), "letter.docx", "Word document"),
        (packed(EXCEL), "days.xlsx", "Excel workbook"),
        (odt(), "letter.odt", "OpenDocument text"),
        ("Anisa said “no”. BM".encode(), "words.TXT", "Plain text"),
        (b"BMI was 17. FORM C110A.", "words.txt", "Plain text"),
        ("Zayd".encode("utf-16"), "words.txt", "Plain text"),
    ],
)
def test_a_good_file_is_kept_as_what_it_is_whatever_it_is_called(content: bytes, name: str, kind: str) -> None:
    assert KEPT[take(content, name).content_type][0] == kind


def bomb(size: int = 30_000_000) -> bytes:
    return docx(parts={"word/media/image1.xml": b"\0" * size})


def prefixed() -> bytes:
    return EXE + docx()


def renamed_inside() -> bytes:
    return docx(parts={"word/media/image1.png": docx()})


REFUSED = [
    (b"", "x.txt", "empty"),
    (EXE, "drawing.jpg", "programme"),
    (EXE, "report.docx", "programme"),
    (b"\x7fELF\x02\x01\x01" + b"\0" * 99, "letter.pdf", "programme"),
    (b"#!/bin/sh\nrm -rf /", "notes.txt", "programme"),
    (b"\xca\xfe\xba\xbe\0\0\0\x34", "x.jpg", "programme"),
    (SVG, "drawing.svg", "web page"),
    (SVG, "drawing.txt", "web page"),
    (b"\xef\xbb\xbf  <?xml version='1.0'?>" + SVG, "drawing.txt", "web page"),
    (HTML, "letter.pdf", "web page"),
    (HTML, "letter.txt", "web page"),
    (HTML.decode().encode("utf-16"), "letter.txt", "web page"),
    (b"%PDF-1.4\n" + HTML + PDF[9:], "polyglot.pdf", "web page"),
    (PDF[:-7], "cut.pdf", "not whole"),
    (b"GIF89a" + HTML, "x.jpg", "this kind of picture"),
    (b"\0\0\0\x18ftypheic" + b"\0" * 40, "IMG_1.HEIC", "HEIC"),
    (b"\0\0\0\x18ftypisom" + b"\0" * 40, "film.mp4", "sound or film"),
    (b"ID3\x04\0\0\0\0\0\0", "voice.mp3", "sound or film"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "old.doc", "old Word"),
    (b"{\\rtf1 hello}", "letter.txt", "old Word"),
    (jpeg()[:-200], "cut.jpg", "broken or not whole"),
    (b"\xff\xd8\xff" + HTML, "x.jpg", "broken or not whole"),
    (huge_png(), "huge.png", "too many pixels"),
    (huge_png(9_000), "large.png", "too many pixels"),
    (b"Rar!\x1a\x07", "x.rar", "packed folder"),
    (packed({"a.txt": b"hello"}), "x.docx", "packed folder"),
    (packed({"a.zip": packed({"b.txt": b"hello"})}), "x.docx", "another file inside"),
    (bomb(), "bomb.docx", "unpacks to far more"),
    (prefixed(), "x.docx", "programme"),
    (docx() + EXE, "x.docx", "broken|more in this file"),
    (docx(comment=b"<script>"), "x.docx", "more in this file"),
    (docx(parts={"word/vbaProject.bin": b"x"}), "x.docx", "macros"),
    (docx(parts={"[Content_Types].xml": CONTENT_TYPES + b"macroEnabled"}), "x.docm", "macros"),
    (docx(parts={"word/embeddings/a.exe": EXE}), "x.docx", "another file inside"),
    (docx(parts={"word/media/a.png": EXE}), "x.docx", "another file inside"),
    (renamed_inside(), "x.docx", "another file inside"),
    (docx(links=TEMPLATE), "x.docx", "from elsewhere"),
    (docx(parts={"word/_rels/s.rels": (RELS % TEMPLATE).decode().encode("utf-16")}), "x.docx", "cannot look through"),
    (docx(parts={"../../etc/passwd": b"x"}), "x.docx", "lead out of it"),
    (docx(parts={"/etc/passwd": b"x"}), "x.docx", "lead out of it"),
    (docx()[:-30], "x.docx", "broken or not whole"),
    (b"\x00\x01\x02nothing", "x.bin", "cannot tell what this file is"),
    (b"hello", "x.bat", "cannot tell what this file is"),
    (b"hel\x00lo", "x.txt", "cannot tell what this file is"),
    (b"\xff\xfe\x00", "x.txt", "cannot tell what this file is"),
]


@pytest.mark.parametrize(("content", "name", "why"), REFUSED, ids=[f"{why}-{name}" for _, name, why in REFUSED])
def test_what_pretends_or_endangers_is_refused_in_a_sentence(content: bytes, name: str, why: str) -> None:
    with pytest.raises(NotTaken, match=why) as said:
        take(content, name)
    assert str(said.value).endswith(".")


def test_a_photo_loses_its_place_its_camera_and_its_comment_and_stands_upright() -> None:
    sent = photo_with_a_place()
    assert b"SecretPhone" in sent and b"SecretComment" in sent
    kept = take(sent, "IMG_1.jpg").content
    assert b"Secret" not in kept and b"Exif" not in kept
    opened = Image.open(io.BytesIO(kept))
    assert opened.size == (48, 64)
    assert not dict(opened.getexif())


def test_what_is_hidden_behind_a_picture_is_gone() -> None:
    assert b"alert" not in take(jpeg() + HTML, "x.jpg").content
    assert b"PK\x03\x04" not in take(jpeg() + docx(), "x.jpg").content


def test_a_large_photo_is_made_smaller_and_nothing_stands_on_white() -> None:
    large = Image.open(io.BytesIO(take(jpeg((5000, 2500)), "x.jpg").content))
    assert large.size == (pictures.LONGEST_SIDE, pictures.LONGEST_SIDE // 2)
    clear = Image.open(io.BytesIO(take(png(), "x.png").content))
    assert clear.getpixel((5, 5)) == (255, 255, 255)


def test_a_portrait_is_the_square_middle_and_only_a_picture_makes_one() -> None:
    kept = take_portrait(jpeg((900, 600)))
    assert Image.open(io.BytesIO(kept.content)).size == (480, 480)
    for content, why in ((PDF, "Choose a photo"), (EXE, "programme"), (b"", "Choose a photo")):
        with pytest.raises(NotTaken, match=why):
            take_portrait(content)


def test_a_document_with_more_parts_than_any_letter_is_refused() -> None:
    parts = {f"word/{number}.xml": b"" for number in range(zipped.MOST_PARTS)}
    with pytest.raises(NotTaken, match="more parts"):
        take(docx(parts=parts), "x.docx")


def test_parts_that_lie_over_one_another_are_refused() -> None:
    """The bomb that unpacks one part many times: each entry of its list points to the same place."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as folder:
        for name in ("[Content_Types].xml", "word/document.xml", "word/a.xml"):
            folder.writestr(name, CONTENT_TYPES)
        folder.filelist[2].header_offset = folder.filelist[1].header_offset
    with pytest.raises(NotTaken, match="hides its size|broken"):
        take(written.getvalue(), "x.docx")


def test_what_unpacks_to_too_much_in_all_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "MOST_UNPACKED", 1000)
    with pytest.raises(NotTaken, match="unpacks to far more"):
        take(docx(parts={"word/a.xml": b"x" * 1000}), "x.docx")


def test_a_size_that_lies_is_found_out() -> None:
    sent = bomb()
    lying = sent.replace((30_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lying != sent
    with pytest.raises(NotTaken):
        take(lying, "x.docx")


@given(st.binary(max_size=300), st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"%PDF-"]))
def test_whatever_is_sent_is_kept_or_refused_and_nothing_breaks(rest: bytes, beginning: bytes) -> None:
    try:
        assert take(beginning + rest, "x.txt").content_type in KEPT
    except NotTaken as why:
        assert str(why)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\windows\\system.ini", "system"),
        ("Anisa\u202egpj.exe", "Anisagpj"),
        ("a\x00b\r\n.pdf", "ab"),
        ("...", ""),
        ("", ""),
        ("My_three_houses.docx", "My three houses"),
    ],
)
def test_a_name_is_shown_without_folders_endings_or_what_hides(name: str, shown: str) -> None:
    assert shown_name(name) == shown


@given(st.text(), st.sampled_from(sorted(KEPT)))
def test_a_file_is_taken_out_under_a_name_that_can_do_nothing(title: str, kind: str) -> None:
    name = file_name(title, kind)
    assert name.endswith(KEPT[kind][1])
    assert not set(name) & set('\\/:*?"<>|\r\n\0\u202e')
    assert not name.startswith(".")
