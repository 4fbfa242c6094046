"""What a file is, by its content and never by its name; and what we keep of it."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from cases.rules.pictures import made_a_portrait, made_anew
from cases.rules.taking import NotTaken
from cases.rules.zipped import EXCEL, TEXT, WORD, look_through

JPEG, PDF, PLAIN = "image/jpeg", "application/pdf", "text/plain; charset=utf-8"
# What each content type that we keep is called, and how a name of it ends.
KEPT: dict[str, tuple[str, str]] = {
    JPEG: ("Picture", ".jpg"),
    PDF: ("PDF", ".pdf"),
    WORD: ("Word document", ".docx"),
    EXCEL: ("Excel workbook", ".xlsx"),
    TEXT: ("OpenDocument text", ".odt"),
    PLAIN: ("Plain text", ".txt"),
}
_OTHER = ("File", "")
WE_KEEP = (
    "We keep photos and pictures (JPEG, PNG, WebP), PDF, Word (.docx), Excel (.xlsx), OpenDocument (.odt) "
    "and plain text (.txt)."
)
_PROGRAMME = "This file is a programme, whatever its name says. We do not keep programmes."
_PAGE = "This file is a web page or a drawing that can run programmes. Save it as a PDF or a photo."
_SOUND = "This file is sound or film, which we cannot keep here yet."
_PACKED = "This is a packed folder. Unpack it, and add what is in it one by one."
_OLD = "This is an old Word, Excel or Outlook file. Open it, save it as .docx, .xlsx or PDF, and add that."
_OTHER_PICTURE = "We cannot read this kind of picture. Save it as a JPEG or PNG, or take a photo of it."
_HEIC = "This photo is in Apple’s own format, HEIC. On the telephone choose Settings, Camera, Formats, Most Compatible."
# How a file begins that we refuse, and what we say.
_REFUSED: tuple[tuple[tuple[bytes, ...], str], ...] = (
    ((b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe"), _PROGRAMME),
    ((b"\xfe\xed\xfa", b"L\x00\x00\x00\x01\x14\x02\x00", b"!<arch>", b"\x00asm", b"dex\n"), _PROGRAMME),
    ((b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"MSCF"), _PACKED),
    ((b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"), _OLD),
    ((b"GIF8", b"II*\x00", b"MM\x00*", b"\x00\x00\x01\x00", b"8BPS"), _OTHER_PICTURE),
    ((b"OggS", b"fLaC", b"\xff\xfb", b"\xff\xf3", b"\xff\xf1", b"\x1aE\xdf\xa3"), _SOUND),
)
# Letters begin so too, which have no NUL.
_REFUSED_WITH_NUL = ((b"BM", _OTHER_PICTURE), (b"ID3", _SOUND), (b"FORM", _SOUND))
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")
_TAGS = re.compile(r"<\s*(!doctype|\?xml|\?php|%|(html|script|svg|iframe|job|package)\b)", re.I)
_UNKEPT = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_HIDDEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_BEGINNING = 2048  # bytes, in which a browser that guesses would look


@dataclass(frozen=True)
class Taken:
    """A file that was looked through: what we keep of it, and what it is. Made by `take` and `take_portrait` only."""

    content: bytes
    content_type: str


@dataclass(frozen=True)
class DocumentSaid:
    """What is said of a file: a code of DOCUMENT_KIND, what to call it, the day it was made if that is known."""

    kind: str
    title: str
    made_on: date | None = None


@dataclass(frozen=True)
class Agreed:
    """Somebody in the family, by their key, agreed that we keep it: `how` is a code of CONSENT_HOW."""

    member: int
    how: str
    words: str = ""


def take(content: bytes, name: str) -> Taken:
    """What we keep of a file. Pictures are made anew, text is written anew; others are looked through.

    Raises NotTaken, with a sentence for whoever chose it. The name decides nothing but this: text must be called .txt,
    because nothing in it says what it is.
    """
    if not content:
        raise NotTaken("The file is empty. Choose it again.")
    if _is_picture(content):
        return Taken(made_anew(content), JPEG)
    if content.startswith(b"%PDF-"):
        return Taken(_checked_pdf(content), PDF)
    if content.startswith(b"PK\x03\x04"):
        return Taken(content, look_through(content))
    _refuse_known(content)
    return Taken(_text(content, name).encode(), PLAIN)


def take_portrait(content: bytes) -> Taken:
    """A square photo of somebody. Raises NotTaken for anything that is no picture."""
    if not _is_picture(content):
        if content:
            _refuse_known(content)
        raise NotTaken("Choose a photo: a JPEG, PNG or WebP.")
    return Taken(made_a_portrait(content), JPEG)


def shown_name(name: str) -> str:
    """A title out of a file's name, for when nobody typed one: no folders, no ending, nothing that hides.

    >>> shown_name("..\\\\..\\\\etc/Anisa's_drawing\\u202egpj.exe")
    "Anisa's drawinggpj"
    """
    last = re.split(r"[/\\]", name)[-1]
    plain = "".join(one for one in _HIDDEN.sub("", last) if unicodedata.category(one)[0] != "C")
    stem = plain.rpartition(".")[0] or plain
    return " ".join(stem.replace("_", " ").split()).strip(". ")[:160]


def file_name(title: str, content_type: str) -> str:
    """What a file is called when it is taken out: its title, with the ending of what we found it to be."""
    plain = re.sub(r'[\\/:*?"<>|]', " ", _HIDDEN.sub("", title))
    plain = " ".join("".join(one for one in plain if unicodedata.category(one)[0] != "C").split())
    return (plain.strip(". ")[:100] or "document") + KEPT.get(content_type, _OTHER)[1]


def type_in_words(content_type: str) -> str:
    """What a content type is called: "PDF", "Picture"."""
    return KEPT.get(content_type, _OTHER)[0]


def _is_picture(content: bytes) -> bool:
    return content.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or (
        content.startswith(b"RIFF") and content[8:12] == b"WEBP"
    )


def _refuse_known(content: bytes) -> None:
    if content[4:8] == b"ftyp":
        raise NotTaken(_HEIC if content[8:12] in _HEIC_BRANDS else _SOUND)
    if content.startswith(b"RIFF"):
        raise NotTaken(_SOUND)
    for beginnings, why in _REFUSED:
        if content.startswith(beginnings):
            raise NotTaken(why)
    for beginning, why in _REFUSED_WITH_NUL:
        if content.startswith(beginning) and b"\0" in content[:_BEGINNING]:
            raise NotTaken(why)


def _checked_pdf(content: bytes) -> bytes:
    """A whole PDF from its first byte, which is not a web page as well."""
    if b"%%EOF" not in content[-2048:]:
        raise NotTaken("The PDF is broken or not whole. Save it anew and try again.")
    if _TAGS.search(content[:_BEGINNING].decode("latin-1").partition("stream")[0]):
        raise NotTaken(_PAGE)
    return content


def _text(content: bytes, name: str) -> str:
    try:
        wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
        text = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotTaken(f"We cannot tell what this file is. {WE_KEEP}") from error
    if _TAGS.search(text):
        raise NotTaken(_PAGE)
    if text.startswith("#!") or _UNKEPT.search(text) or not name.lower().endswith(".txt"):
        raise NotTaken(f"We cannot tell what this file is. {WE_KEEP}")
    return text
