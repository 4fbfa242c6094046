"""Phones in a session: the code that lets them in, and the page behind it, which shows no fact of any family."""

from typing import Any

from allauth.core.internal.ratelimit import consume
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from camden.access import Permission, needs
from camden.rules.names import day_in_words
from cases.readings.feedback import code_of
from supervision.forms.phones import PhoneForm
from supervision.lookup import get_session
from supervision.operations import Locked
from supervision.operations.phones import (
    Answer,
    PhoneState,
    code_of_session,
    keep_phones_out,
    let_phones_in,
    phone_state,
    post_from_phone,
)
from supervision.views.sessions import locked

_STATUS = {Answer.KEPT: 200, Answer.NOT_YET: 409, Answer.FULL: 429, Answer.OVER: 404}
_SAYS = {
    Answer.NOT_YET: "Ideas are asked for from the reflecting conversation on. Keep this one until then.",
    Answer.FULL: "The board is full. Say it aloud.",
}


@needs(Permission.SUPERVISION_HOLD)
def join_code(request: HttpRequest, session_pk: int) -> HttpResponse:
    """The code that lets phones post to a session; whoever holds the session makes it and ends it."""
    found = get_session(request, session_pk)
    if request.method == "POST":
        turn = keep_phones_out if "end" in request.POST else let_phones_in
        try:
            turn(session=found, by=request.user)
        except Locked:
            messages.error(request, locked(found) if found.agreed_on else "This session has ended.")
        return redirect("supervision:join-code", found.pk)
    code = code_of_session(found)
    address = request.build_absolute_uri(reverse("supervision:join", args=[code])) if code else ""
    shown = {"address": address, "code": code_of(address)} if code else {}
    day = day_in_words(found.held_on)
    return render(request, "supervision/join_code.html", {"session": found, "day": day} | shown)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, code: str) -> HttpResponse:
    """One sentence at a time, from a phone without an account. A code that opens nothing answers in the same bytes.

    A script asks for JSON: with GET whose turn it is, as a mark; with POST what became of the sentence.
    """
    action, on = ("phone-post" if request.method == "POST" else "phone-look"), timezone.localdate()
    asked: dict[str, Any] = {"app": "camden", "action": action, "config": settings.PHONE_RATES}
    if not consume(request, key=code, limit_get=True, **asked):
        return _plain(_answer(request, {"answer": "often"}, "supervision/join_closed.html", 429, too_often=True))
    if request.method == "POST":
        return _plain(_post(request, code))
    state = phone_state(code=code, on=on)
    if not state.is_open:
        return _plain(_answer(request, {"answer": Answer.OVER}, "supervision/join_closed.html", 404))
    turn = {"answer": "open", "round": state.round, "ideas": state.takes_ideas}
    form = PhoneForm(initial={"round": state.round})
    return _plain(_answer(request, turn, "supervision/join.html", 200, form=form, **_page(request, state)))


def _post(request: HttpRequest, code: str) -> HttpResponse:
    form, on = PhoneForm(request.POST), timezone.localdate()
    if not form.is_valid():
        state = phone_state(code=code, on=on)
        if not state.is_open:
            return _over(request)
        return _answer(request, {"answer": "unclear"}, "supervision/join.html", 200, form=form, **_page(request, state))
    answer = post_from_phone(code=code, on=on, **form.cleaned_data)
    if answer is Answer.OVER:
        return _over(request)
    if answer is Answer.KEPT and not _wants_json(request):
        return redirect(f"{reverse('supervision:join', args=[code])}?sent=1")
    if answer is not Answer.KEPT:
        form.add_error("text", _SAYS[answer])
    state = PhoneState(is_open=True, round=form.cleaned_data["round"], takes_ideas=True)
    status = _STATUS[answer]
    return _answer(request, {"answer": answer}, "supervision/join.html", status, form=form, **_page(request, state))


def _over(request: HttpRequest) -> HttpResponse:
    """The words come back, so that they can be said aloud."""
    unsent = request.POST.get("text", "")[:1000]
    return _answer(request, {"answer": Answer.OVER}, "supervision/join_closed.html", 404, unsent=unsent)


def _page(request: HttpRequest, state: PhoneState) -> dict[str, Any]:
    return {"state": state, "was_sent": "sent" in request.GET}


def _answer(request: HttpRequest, told: dict[str, Any], template: str, status: int, **context: Any) -> HttpResponse:
    if _wants_json(request):
        return JsonResponse(told, status=status)
    return render(request, template, context, status=status)


def _wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept") == "application/json"


def _plain(response: HttpResponse) -> HttpResponse:
    """The address is a secret: it goes into no other address's Referer, no cache, no search engine."""
    response["Referrer-Policy"] = "strict-origin"
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Vary"] = "Accept, Cookie"
    return response
