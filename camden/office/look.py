"""The council's own look: its colour as a small stylesheet, its logo as a picture. Both are settings."""

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.checks import CheckMessage, Error, register
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from camden.rules.colour import is_colour, palette

A_YEAR = "public, max-age=31536000, immutable"
LARGEST_LOGO = 200_000  # bytes; it is fetched by every telephone
PNG = b"\x89PNG\r\n\x1a\n"
# What a drawing has no need of and a picture that acts would: programs, other pages, addresses elsewhere.
_ACTS = re.compile(
    rb"<\s*(script|foreignobject|iframe|!entity|!doctype)|\bon[a-z]+\s*=|javascript:"
    rb"|(href|src)\s*=\s*[\"'][^#]|url\(\s*[\"']?[^#\"']",
    re.I,
)


@dataclass(frozen=True)
class Picture:
    """A logo that may be shown."""

    content: bytes
    kind: str

    @property
    def version(self) -> str:
        """Changes with the content, so that an address may be kept for a year."""
        return hashlib.sha256(self.content).hexdigest()[:12]


@dataclass(frozen=True)
class Council:
    """What a page's head needs: addresses, each empty when the setting is; and the colour of the browser's frame."""

    stylesheet: str
    logo: str
    colour: str


@cache
def _council(colour: str, logo: str) -> Council:
    sheet, picture = _stylesheet(colour), _picture(logo)[0]
    return Council(
        f"{reverse('office:look')}?v={_version(sheet)}" if sheet else "",
        f"{reverse('office:logo')}?v={picture.version}" if picture else "",
        colour if sheet else "#123b41",
    )


def council() -> Council:
    """The look that the settings ask for. Read once: a new one takes a new start."""
    return _council(settings.COUNCIL_COLOUR, settings.COUNCIL_LOGO)


@login_not_required
def stylesheet(request: HttpRequest) -> HttpResponse:
    """The colours that follow from the council's own."""
    sheet = _stylesheet(settings.COUNCIL_COLOUR)
    if not sheet or request.GET.get("v") != _version(sheet):
        raise Http404
    return HttpResponse(sheet, content_type="text/css; charset=utf-8", headers={"Cache-Control": A_YEAR})


@login_not_required
def logo(request: HttpRequest) -> HttpResponse:
    """The council's logo. Opened by itself it may do nothing at all: a drawing can hold programs."""
    picture, _ = _picture(settings.COUNCIL_LOGO)
    if not picture or request.GET.get("v") != picture.version:
        raise Http404
    headers = {
        "Cache-Control": A_YEAR,
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        "X-Content-Type-Options": "nosniff",
    }
    response = HttpResponse(picture.content, content_type=picture.kind, headers=headers)
    response._csp_exempt = True  # type: ignore[attr-defined]  # its own policy is narrower than the pages'
    return response


@cache
def _stylesheet(colour: str) -> str:
    if not is_colour(colour):
        return ""
    return ":root{" + "".join(f"{name}:{value};" for name, value in palette(colour).items()) + "}\n"


def _version(sheet: str) -> str:
    return hashlib.sha256(sheet.encode()).hexdigest()[:12]


@cache
def _picture(path: str) -> tuple[Picture | None, str]:
    """The logo at this path, or nothing and the reason why it is not shown."""
    if not path:
        return None, ""
    try:
        content = Path(path).read_bytes()
    except OSError:
        return None, "cannot be read"
    if len(content) > LARGEST_LOGO:
        return None, f"is larger than {LARGEST_LOGO // 1000} kB"
    if content.startswith(PNG):
        return Picture(content, "image/png"), ""
    if not re.match(rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<svg[\s>]", content, re.S):
        return None, "is neither a PNG nor an SVG"
    if _ACTS.search(content):
        return None, "is a drawing with programs or addresses in it: save it as a plain SVG or as a PNG"
    return Picture(content, "image/svg+xml"), ""


@register
def the_look_can_be_shown(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Asked by `manage.py prepare` and `manage.py check`: a slip in the settings is said before anybody sees it."""
    found: list[CheckMessage] = []
    if settings.COUNCIL_COLOUR and not is_colour(settings.COUNCIL_COLOUR):
        found.append(Error("COUNCIL_COLOUR is no colour like #123b41.", id="camden.E001"))
    if problem := _picture(settings.COUNCIL_LOGO)[1]:
        found.append(Error(f"The file of COUNCIL_LOGO {problem}.", id="camden.E002"))
    return found
