"""What a PDF of ours says, read back without another library: its lines, its tags, its metadata.

For the files `camden.papers` makes, and for nothing else.
"""

import re
import zlib
from dataclasses import dataclass

_STREAM = re.compile(rb"(\d+) 0 obj\s*<<(?:(?!endobj).)*?>>\s*stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


_RUN = re.compile(
    rb"1 0 0 -1 (-?[\d.]+) (-?[\d.]+) cm(?:(?!BT).)*?BT.*?/(f\d+) [\d.]+ Tf(.*?)ET", re.DOTALL
)  # fmt: skip
_SAID = re.compile(rb"\((?:\\.|[^\\()])*\)", re.DOTALL)
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_PLAIN = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_LEFT_TO_RIGHT = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z:.\u00a0 ]*[0-9A-Za-z])?")


@dataclass(frozen=True)
class Read:
    """A file opened: `lines` from top to bottom, as the eye reads them from left to right; `raw` is the file with its
    compressed streams opened, for tags, titles and language."""

    lines: tuple[str, ...]
    raw: bytes

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)

    @property
    def from_right(self) -> tuple[str, ...]:
        """The lines as somebody reads them who begins on the right: numbers and Latin words still from the left."""
        return tuple(_LEFT_TO_RIGHT.sub(lambda found: found[0][::-1], line[::-1]).strip() for line in self.lines)


def read_back(pdf: bytes) -> Read:
    """Open a file that `camden.papers` made. A glyph without a character is left out."""
    streams = {int(key): _opened(body) for key, body in _STREAM.findall(pdf)}
    raw = pdf + b"\n".join(streams.values())
    fonts = _fonts(raw, streams)
    pages = [body for body in streams.values() if b"BT" in body and b" Tf" in body]
    return Read(tuple(line for page in pages for line in _lines(page, fonts)), raw)


def _opened(body: bytes) -> bytes:
    try:
        return zlib.decompress(body)
    except zlib.error:
        return body


def _lines(page: bytes, fonts: dict[str, dict[int, str]]) -> list[str]:
    """Runs of one height, from left to right. Some are lifted by a hair: half a point is the same line."""
    by_height: dict[float, list[tuple[float, str]]] = {}
    for across, up, font, said in _RUN.findall(page):
        height = next((each for each in by_height if abs(each - float(up)) < 2), float(up))
        codes = b"".join(_bytes(part) for part in _SAID.findall(said))
        glyphs = [int.from_bytes(codes[at : at + 2]) for at in range(0, len(codes), 2)]
        words = "".join(_seen(fonts.get(font.decode(), {}).get(glyph, "")) for glyph in glyphs)
        by_height.setdefault(height, []).append((float(across), words))
    return ["".join(words for _, words in sorted(by_height[height])) for height in sorted(by_height, reverse=True)]


def _seen(said: str) -> str:
    """The characters of one glyph from left to right: two Arabic letters drawn as one are kept as they are read."""
    return said[::-1] if len(said) > 1 and "\u0590" <= said[0] <= "\u08ff" else said


def _bytes(part: bytes) -> bytes:
    def plain(found: re.Match[bytes]) -> bytes:
        code = found[1]
        return bytes([int(code, 8)]) if code.isdigit() else _PLAIN.get(code, code)

    return _ESCAPED.sub(plain, part[1:-1])


def _fonts(raw: bytes, streams: dict[int, bytes]) -> dict[str, dict[int, str]]:
    """By the name a page calls a font: its characters by glyph."""
    maps = {int(key): _characters(streams[int(to)]) for key, to in re.findall(
        rb"(\d+) 0 obj\s*<<(?:(?!endobj).)*?/ToUnicode (\d+) 0 R", raw, re.DOTALL)}  # fmt: skip
    named = re.findall(rb"/(f\d+) (\d+) 0 R", raw)
    return {name.decode(): maps.get(int(key), {}) for name, key in named}


def _characters(table: bytes) -> dict[int, str]:
    found = {}
    for part in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for glyph, said in re.findall(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", part):
            found[int(glyph, 16)] = bytes.fromhex(said.decode()).decode("utf-16-be")
    for part in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for low, high, said in re.findall(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", part):
            first = bytes.fromhex(said.decode()).decode("utf-16-be")
            for step in range(int(high, 16) - int(low, 16) + 1):
                found[int(low, 16) + step] = first[:-1] + chr(ord(first[-1]) + step)
    return found
