"""Files as somebody might send them: good ones, and those that pretend to be."""

import io
import struct
import zipfile
import zlib

from PIL import Image

CONTENT_TYPES = (
    b'<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="application/'
    b'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELS = b'<?xml version="1.0"?><Relationships>%s</Relationships>'
PDF = b"%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
EXE = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff" + b"\0" * 200
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><html><script>alert(1)</script></html>"


def jpeg(size: tuple[int, int] = (64, 48), colour: str = "teal", **more: object) -> bytes:
    """A photo of one colour."""
    return _saved(Image.new("RGB", size, colour), "JPEG", **more)


def png(size: tuple[int, int] = (64, 48), mode: str = "RGBA") -> bytes:
    """A drawing on nothing."""
    return _saved(Image.new(mode, size), "PNG")


def webp() -> bytes:
    """As a browser saves it."""
    return _saved(Image.new("RGB", (64, 48), "teal"), "WEBP")


def photo_with_a_place() -> bytes:
    """A photo taken sideways, that says where, with which camera, and to whom."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turn it a quarter
    exif[0x010F] = "SecretPhone"
    exif.get_ifd(0x8825)[2] = (51.0, 32.0, 12.0)
    exif.get_ifd(0x8825)[1] = "N"
    return jpeg((64, 48), exif=exif.tobytes(), comment=b"SecretComment")


def huge_png(side: int = 60_000) -> bytes:
    """A few bytes that say they are sixty thousand pixels high and wide."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 9)) + chunk(b"IEND", b"")


def docx(*, parts: dict[str, bytes] | None = None, links: bytes = b"", comment: bytes = b"") -> bytes:
    """A letter in Word, with whatever else is put into it."""
    inside = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELS % links,
        "word/document.xml": b"<w:document>Dear Shirin</w:document>",
    } | (parts or {})
    return packed(inside, comment)


def packed(parts: dict[str, bytes], comment: bytes = b"") -> bytes:
    """A packed folder."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.comment = comment
        for name, content in parts.items():
            folder.writestr(name, content)
    return written.getvalue()


def odt() -> bytes:
    """A letter in OpenDocument."""
    return packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<office/>"})


def _saved(picture: Image.Image, kind: str, **more: object) -> bytes:
    written = io.BytesIO()
    picture.save(written, kind, **more)
    return written.getvalue()
