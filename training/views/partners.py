"""The page behind a link without an account: three questions for a school, a health service or the police."""

from hashlib import sha256
from typing import Any

from allauth.core.internal.ratelimit import consume
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from camden.office.typed import given_back
from training import readings
from training.forms import AnswerForm
from training.operations import answer_by_link, open_by_link


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, token: str) -> HttpResponse:
    """Three questions. A link that was used, is over or never was answers in the same bytes.

    Whoever is signed in beside it changes nothing: the signature is the proof, and opens this and no more.
    """
    on = timezone.localdate()
    asked: dict[str, Any] = {"app": "camden", "action": "feedback", "config": settings.FEEDBACK_RATES}
    if not consume(request, key=sha256(token.encode()).hexdigest(), limit_get=True, **asked):
        return _plain(render(request, "training/partner_closed.html", {"too_often": True}, status=429))
    key = open_by_link(token=token, on=on)
    survey = readings.by_link(key, on) if key else None
    if survey is None:
        return _closed(request)
    questions = readings.questions_of(survey)
    form = AnswerForm(request.POST if request.method == "POST" else None, questions=questions)
    if form.is_valid():
        if answer_by_link(token=token, said=form.said, on=on):
            return _plain(redirect("training:partner-thanks"))
        return _closed(request)
    return _plain(render(request, "training/partner_answer.html", {"form": form, "survey": survey}))


@login_not_required
@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """It arrived. Nothing of what was said."""
    return _plain(render(request, "training/partner_thanks.html"))


def _closed(request: HttpRequest) -> HttpResponse:
    typed = [("What you wrote", words) for name, words in given_back(request) if name.startswith("Words")]
    return _plain(render(request, "training/partner_closed.html", {"typed": typed}, status=404))


def _plain(response: HttpResponse) -> HttpResponse:
    """The address is a secret: it goes into no other address's Referer, no cache, no search engine."""
    response["Referrer-Policy"] = "strict-origin"
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response
