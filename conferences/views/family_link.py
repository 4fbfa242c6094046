"""The page behind a link without an account: the family's plan, or four questions and what somebody wants to say.

Nothing in title, address or history says what it is about: others look over shoulders.
"""

from typing import Any

from allauth.core.internal.ratelimit import consume
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from conferences.forms.links import AskingForm
from conferences.operations.links import Opened, answer_link, close_own_link, hashed, open_link
from conferences.readings.links import leaves_to, ring
from conferences.rules.links import For
from conferences.rules.paper import for_children, from_content


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, token: str) -> HttpResponse:
    """What a link opens. One that was answered, closed, is over or never was answers in the same bytes.

    Whoever is signed in beside it changes nothing: the secret is the proof, and opens this and no more.
    """
    if _is_too_often(request, token):
        return _closed(request, too_often=True)
    opened = open_link(secret=token, counts=request.method == "GET")
    if opened is None:
        return _closed(request)
    if opened.opens is For.ASKING:
        return _asking(request, token)
    if request.method == "POST" or opened.content is None:
        return _closed(request)
    return _plain(render(request, "conferences/family_plan.html", _page(token) | _paper(opened)))


@login_not_required
@require_POST
def closed(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever reads it wants it no more: it is closed for good."""
    if _is_too_often(request, token):
        return _closed(request, too_often=True)
    if not close_own_link(secret=token):
        return _closed(request)
    return _plain(redirect("conferences:family-link-done"))


@login_not_required
@require_safe
def done(request: HttpRequest) -> HttpResponse:
    """It arrived, or it is closed. Nothing of what was said, and nobody's name."""
    return _plain(render(request, "conferences/family_done.html", {"leave_to": leaves_to()}))


def _asking(request: HttpRequest, token: str) -> HttpResponse:
    form = AskingForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        said = form.cleaned_data
        if answer_link(secret=token, points=form.points(), words=said["words"], is_worried=said["worried"]):
            return _plain(redirect("conferences:family-link-done"))
        return _closed(request)
    return _plain(render(request, "conferences/family_asking.html", _page(token) | {"form": form, "ring": ring()}))


def _paper(opened: Opened) -> dict[str, Any]:
    paper = from_content(opened.content or {})
    return {"childs": for_children(paper)} if opened.opens is For.CHILDS_PLAN else {"paper": paper}


def _page(token: str) -> dict[str, Any]:
    return {"token": token, "leave_to": leaves_to()}


def _is_too_often(request: HttpRequest, token: str) -> bool:
    asked: dict[str, Any] = {"app": "camden", "action": "feedback", "config": settings.FEEDBACK_RATES}
    return not consume(request, key=hashed(token), limit_get=True, **asked)


def _closed(request: HttpRequest, *, too_often: bool = False) -> HttpResponse:
    context = {"too_often": too_often, "leave_to": leaves_to()}
    return _plain(render(request, "conferences/family_closed.html", context, status=429 if too_often else 404))


def _plain(response: HttpResponse) -> HttpResponse:
    """The address is a secret: it goes into no other address's Referer, no cache, no search engine."""
    response["Referrer-Policy"] = "strict-origin"
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response
