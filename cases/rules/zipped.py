"""Documents that are packed files: Word, Excel, OpenDocument. Looked through before they are kept.

Refused: macros and programmes, files inside files, templates from elsewhere, and what unpacks to far more than it is.
"""

import io
import re
import zipfile
import zlib

from cases.rules.taking import NotTaken

MOST_PARTS = 2000
MOST_UNPACKED = 200_000_000  # bytes, all parts together
MOST_RATIO = 200  # times; small parts may shrink as they like
SMALL = 5_000_000
_PIECE = 1 << 16

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TEXT = "application/vnd.oasis.opendocument.text"
# What a document's own list of contents must say its main part is.
_MAIN = {
    ("word/document.xml", b"wordprocessingml.document.main+xml"): WORD,
    ("xl/workbook.xml", b"spreadsheetml.sheet.main+xml"): EXCEL,
}
_MACROS = re.compile(r"vbaproject|vbadata|/activex/|^basic/|^scripts/|macros?/|xl/macrosheets", re.I)
_FILES = re.compile(
    r"\.(zip|jar|7z|rar|exe|dll|com|bat|cmd|js|vbs|ps1|scr|hta|html?|svg|docm?|docx|xls[xmb]?|odt)$", re.I
)
_STARTS = (b"PK\x03\x04", b"MZ", b"\x7fELF", b"Rar!", b"7z\xbc\xaf", b"\xd0\xcf\x11\xe0")
_LINK = re.compile(rb"<Relationship\b[^>]*>", re.I)
_MAY_LEAD_OUT = (b"/hyperlink", b"/image")


def look_through(content: bytes) -> str:
    """The content type of a packed document. Raises NotTaken for any other packed file, and for a dangerous one."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            _check_frame(packed, content)
            return _check_parts(packed)
    except NotTaken:
        raise
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise NotTaken("The document is broken or not whole. Open it, save it anew and try again.") from error


def _check_frame(packed: zipfile.ZipFile, content: bytes) -> None:
    """Nothing before, between or after the parts, where a second file could hide; and not too many of them."""
    parts = packed.infolist()
    if not parts or len(parts) > MOST_PARTS:
        raise NotTaken("The document has more parts than any letter or report. Save it as a PDF.")
    end = content.rfind(b"PK\x05\x06")
    places = sorted((part.header_offset, part.compress_size) for part in parts)
    reach = 0
    for place, size in places:
        if place < reach:
            raise NotTaken("The document is packed in a way that hides its size. Save it as a PDF.")
        reach = place + size
    if places[0][0] != 0 or end + 22 != len(content) or packed.comment:
        raise NotTaken("There is more in this file than a document. Save it as a PDF.")
    names = [part.filename for part in parts]
    if len(set(names)) != len(names):
        raise NotTaken("The document has a part twice. Save it as a PDF.")
    if any(name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) for name in names):
        raise NotTaken("The document has parts that lead out of it. Save it as a PDF.")
    if any(part.flag_bits & 1 for part in parts):
        raise NotTaken("The document has a password. Save it without one, or as a PDF.")


def _check_parts(packed: zipfile.ZipFile) -> str:
    names = set(packed.namelist())
    if any(_MACROS.search(name) for name in names):
        raise NotTaken("The document has macros, which are programmes. Save it without them, or as a PDF.")
    if any(_FILES.search(name) for name in names):
        raise NotTaken("There is another file inside this document. Take it out, or save it as a PDF.")
    left = MOST_UNPACKED
    for part in packed.infolist():
        left -= _check_part(packed, part, left)
    return _kind(packed, names)


def _check_part(packed: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> int:
    """Unpack a part piece by piece, and stop when it grows too large. Gives its size."""
    found, first = 0, b""
    is_links = part.filename.endswith(".rels")
    whole = bytearray()
    with packed.open(part) as pieces:
        while piece := pieces.read(_PIECE):
            first = first or piece[:8]
            found += len(piece)
            if found > left or (found > SMALL and found > MOST_RATIO * max(part.compress_size, 1)):
                raise NotTaken("The document unpacks to far more than it is. Save it as a PDF.")
            if is_links and found <= SMALL:
                whole += piece
    if first.startswith(_STARTS):
        raise NotTaken("There is another file inside this document. Take it out, or save it as a PDF.")
    if is_links:
        _check_links(bytes(whole))
    return found


def _check_links(links: bytes) -> None:
    """Only what a reader clicks on, and pictures, may come from elsewhere: never a template or an object."""
    if b"<Relationships" not in links:
        raise NotTaken("The document is written in a way we cannot look through. Save it as a PDF.")
    for link in _LINK.findall(links):
        if re.search(rb"TargetMode\s*=\s*[\"']External", link, re.I) and not any(end in link for end in _MAY_LEAD_OUT):
            raise NotTaken("The document fetches a part of itself from elsewhere. Save it as a PDF.")


def _kind(packed: zipfile.ZipFile, names: set[str]) -> str:
    if "[Content_Types].xml" in names:
        contents = packed.read("[Content_Types].xml")
        if b"macroEnabled" in contents:
            raise NotTaken("The document has macros, which are programmes. Save it without them, or as a PDF.")
        for (main, said), kind in _MAIN.items():
            if main in names and said in contents:
                return kind
    if "mimetype" in names and packed.read("mimetype").strip() == TEXT.encode() and "content.xml" in names:
        return TEXT
    raise NotTaken("This is a packed folder. Unpack it, and add what is in it one by one.")
