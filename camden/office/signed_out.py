"""Sessions that end: after a while with nobody there, and after a day's work whatever happens.

Two facts stand in the session: `signed_in_at`, which nothing moves, and `last_here_at`, which is moved every few
minutes so that hardly any request pays for it. Both are seconds since 1970.
"""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.signals import user_logged_in
from django.contrib.auth.views import redirect_to_login
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render, resolve_url

from camden.office.typed import given_back, sent_again

GRAIN = 180  # seconds between two notes of "still here"


def is_fetch(request: HttpRequest) -> bool:
    """Whether a script on a page asks, which can do nothing with a page to sign in on."""
    asked = request.headers.get("X-Requested-With", "").lower() in ("fetch", "xmlhttprequest")
    return asked or request.headers.get("Accept") == "application/json"


def answer(request: HttpRequest) -> HttpResponse:
    """What somebody gets who is not, or no longer, signed in.

    A script gets 401 with `{"signed_out": true, "sign_in": address}`. A form that was sent with a session that has
    ended, or with a key of `camden.office.kept`, is answered with its words, so that none is lost. Nothing of them is
    kept: nobody knows whose they are. Everything else is led to the page to sign in on, and back.
    """
    if is_fetch(request):
        return JsonResponse({"signed_out": True, "sign_in": resolve_url(settings.LOGIN_URL)}, status=401)
    back = request.get_full_path()
    if request.method == "POST" and (typed := given_back(request)) and _was_here(request):
        shown = {"typed": typed, "again": sent_again(request), "back": back}
        response = render(request, "account/signed_out.html", shown, status=403)
        response["Cache-Control"] = "no-store"
        return response
    return redirect_to_login(back)


def _was_here(request: HttpRequest) -> bool:
    """Whether a page of ours was open: a session's cookie, or the key of a form that was shown."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES or "_key" in request.POST


class SignInFirst(LoginRequiredMiddleware):
    """Every page asks for somebody who is signed in, unless it says otherwise."""

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponse:
        return answer(request)


class SessionLimits:
    """Ends a session that nobody uses, and every session after a day's work.

    A session without the note of when it began is of no known age, and ended too.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "_auth_user_id" not in request.session:
            return self.get_response(request)
        now = int(time.time())
        if has_ended(request.session, now):
            logout(request)  # from here on nobody is signed in, and every page that wants somebody says so
        elif now - request.session["last_here_at"] >= GRAIN:
            request.session["last_here_at"] = now
        return self.get_response(request)


def has_ended(session: Any, now: int) -> bool:
    """Whether a session is past one of its limits at `now`, in seconds since 1970."""
    began, last = session.get("signed_in_at"), session.get("last_here_at")
    if began is None or last is None:
        return True
    return now - began > settings.SESSION_LONGEST or now - last > settings.SESSION_IDLE


@receiver(user_logged_in)
def note_the_beginning(sender: Any, request: HttpRequest, **kwargs: Any) -> None:
    """Every way in passes here."""
    now = int(time.time())
    request.session["signed_in_at"] = request.session["last_here_at"] = now
