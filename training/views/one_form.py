"""A page with one form, its question, who reads the answer, and the way back."""

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


class Way(NamedTuple):
    """One step back: what the link says, and where it leads."""

    text: str
    href: str


def ask(
    request: HttpRequest, form: Any, *, title: str, back: Way, caption: str = "", lead: str = "", foot: str = "",
    more: tuple[Way, ...] = (),
) -> HttpResponse:  # fmt: skip
    """The page. `foot` says who reads what is written; `more` are other pages of the same form."""
    context = {"form": form, "title": title, "back": back, "caption": caption, "lead": lead, "foot": foot, "more": more}
    return render(request, "training/one_form.html", context)
