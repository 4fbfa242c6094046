"""The page behind a link without an account: five questions, and what somebody wants to say."""

from typing import Any

from allauth.core.internal.ratelimit import consume
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from cases.forms.feedback import NAMED, LinkForm
from cases.operations.feedback import hashed
from cases.operations.feedback_links import answer_link, open_link


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, token: str) -> HttpResponse:
    """Five questions. One that was answered, is over, was made anew or never was answers in the same bytes.

    Whoever is signed in beside it changes nothing: the secret is the proof, and opens this and no more.
    """
    asked: dict[str, Any] = {"app": "camden", "action": "feedback", "config": settings.FEEDBACK_RATES}
    if not consume(request, key=hashed(token), limit_get=True, **asked):
        return _plain(render(request, "cases/feedback_closed.html", {"too_often": True}, status=429))
    form = LinkForm(request.POST if request.method == "POST" else None)
    if not open_link(secret=token, counts=request.method == "GET"):
        return _plain(render(request, "cases/feedback_closed.html", status=404))
    if form.is_valid():
        said = form.cleaned_data
        kept = answer_link(
            secret=token,
            points=form.points(),
            words=said["words"],
            is_named=said["name"] == NAMED,
            is_worried=said["worried"],
        )
        if kept:
            return _plain(redirect("feedback-thanks"))
        return _plain(render(request, "cases/feedback_closed.html", status=404))
    return _plain(render(request, "cases/feedback_link.html", {"form": form}))


@login_not_required
@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """It arrived. Nothing of what was said, and nobody's name."""
    return _plain(render(request, "cases/feedback_thanks.html"))


def _plain(response: HttpResponse) -> HttpResponse:
    """The address is a secret: it goes into no other address's Referer, no cache, no search engine."""
    response["Referrer-Policy"] = "strict-origin"
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response
