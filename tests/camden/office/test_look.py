"""The council's own colour and logo: readable whatever is chosen, and a picture that can do nothing."""

import re
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from django.core.checks import run_checks
from hypothesis import given
from hypothesis import strategies as st

from camden.rules.colour import ENOUGH_FOR_TEXT, LIGHT_GROUNDS, contrast, ink_on, is_colour, palette, readable_on

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle id="a" cx="5" cy="5" r="4"/></svg>'


def a_png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\0\0\0")) + chunk(b"IEND", b"")
    )


def test_contrast_is_the_guidelines_own() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@given(colours)
def test_any_colour_gives_words_that_can_be_read(colour: str) -> None:
    drawn = palette(colour)
    for ground in ("--band", "--band-dark"):
        for ink in ("--band-ink", "--band-quiet"):
            assert contrast(drawn[ink], drawn[ground]) >= ENOUGH_FOR_TEXT
    for text in ("--action", "--action-dark"):
        assert all(contrast(drawn[text], ground) >= ENOUGH_FOR_TEXT for ground in LIGHT_GROUNDS)
    assert all(map(is_colour, drawn.values()))


@given(colours)
def test_a_colour_that_is_dark_enough_is_left_alone(colour: str) -> None:
    if all(contrast(colour, ground) >= ENOUGH_FOR_TEXT for ground in LIGHT_GROUNDS):
        assert readable_on(colour, LIGHT_GROUNDS) == colour


def test_a_light_colour_takes_dark_ink() -> None:
    assert (ink_on("#ffdd00"), ink_on("#123b41")) == ("#000000", "#ffffff")


def test_every_colour_that_is_worked_out_is_one_the_stylesheet_has() -> None:
    sheet = Path("static/camden.css").read_text(encoding="utf-8")
    assert [name for name in palette("#123b41") if f"{name}:" not in sheet] == []


def head_of(client: Any) -> str:
    return client.get("/accounts/login/").content.decode()


def test_without_settings_there_is_no_further_request(client: Any, db: None) -> None:
    page = head_of(client)
    assert "look.css" not in page and "/logo" not in page
    assert client.get("/look.css").status_code == client.get("/logo").status_code == 404


def test_the_colour_is_a_stylesheet_that_may_be_kept_for_a_year(client: Any, db: None, settings: Any) -> None:
    settings.COUNCIL_COLOUR = "#FFDD00"
    (address,) = re.findall(r'href="(/look\.css\?v=[0-9a-f]{12})"', head_of(client))
    answer = client.get(address)
    assert answer["Content-Type"].startswith("text/css")
    assert "immutable" in answer["Cache-Control"]
    assert "--band:#ffdd00" in answer.content.decode() and "--band-ink:#000000" in answer.content.decode()
    settings.COUNCIL_COLOUR = "#123456"
    assert address not in head_of(client), "another colour, another address"
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(("content", "kind"), [(DRAWING, "image/svg+xml"), (a_png(), "image/png")])
def test_the_logo_is_a_picture_that_may_do_nothing(
    client: Any, db: None, settings: Any, tmp_path: Path, content: bytes, kind: str
) -> None:
    (tmp_path / "logo").write_bytes(content)
    settings.COUNCIL_LOGO = str(tmp_path / "logo")
    (address,) = re.findall(r'<img class="mark mark--logo" src="(/logo\?v=[0-9a-f]{12})" alt=""', head_of(client))
    answer = client.get(address)
    assert (answer.content, answer["Content-Type"]) == (content, kind)
    assert answer["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert not problems()


@pytest.mark.parametrize(
    "content",
    [
        DRAWING.replace(b"<circle", b"<script>alert(1)</script><circle"),
        DRAWING.replace(b"<circle", b"<circle onload = 'alert(1)'"),
        DRAWING.replace(b"<circle", b"<image href='https://elsewhere.example/x.png'/><circle"),
        DRAWING.replace(b"<circle", b"<a xlink:href='javascript:alert(1)'/><circle"),
        DRAWING.replace(b"<circle", b"<foreignObject><p/></foreignObject><circle"),
        DRAWING.replace(b"<circle", b"<style>@import url(https://elsewhere.example/x.css)</style><circle"),
        b"<html><body>hello</body></html>",
        b"GIF89a",
        b"",
        a_png() + b"0" * 200_000,
    ],
)
def test_a_picture_that_could_do_something_is_refused_and_said(
    client: Any, db: None, settings: Any, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "logo").write_bytes(content)
    settings.COUNCIL_LOGO = str(tmp_path / "logo")
    assert "/logo" not in head_of(client)
    assert problems() == ["camden.E002"]


def test_a_setting_that_is_wrong_is_said_before_anybody_sees_it(settings: Any, tmp_path: Path) -> None:
    settings.COUNCIL_COLOUR = "red; } body { display: none"
    settings.COUNCIL_LOGO = str(tmp_path / "not-there.png")
    assert problems() == ["camden.E001", "camden.E002"]


def test_a_wrong_colour_changes_no_page(client: Any, db: None, settings: Any) -> None:
    settings.COUNCIL_COLOUR = "red; } body { display: none"
    assert "look.css" not in head_of(client)


def problems() -> list[str]:
    return [found.id for found in run_checks() if found.id.startswith("camden.")]
