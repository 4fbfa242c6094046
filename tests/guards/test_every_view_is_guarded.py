"""Every address of the service asks for a permission, or is listed here with the reason why it need not."""

from collections.abc import Iterable

import pytest
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import resolve_url
from django.test import Client
from django.urls import include, path, resolve
from django.views.generic import RedirectView

from camden.access import Permission, needs
from tests.guards import walk

# Whoever asks gets an answer.
PUBLIC = {
    "office:livez": "whoever runs the service asks whether the process answers; it says one word",
    "office:readyz": "the balancer asks whether a page could be shown; it names parts, no values",
    "office:look": "the council's colours, which the page to sign in on wears too",
    "office:logo": "the council's logo, for the same page",
    "overview:calendar-feed": "a calendar's programme cannot sign in: the secret in the address is the proof",
    "feedback-link": "somebody of a family tells us how we did: the secret in the address is the proof",
    "feedback-thanks": "says that it arrived, and nothing else",
    "conferences:family-link": "somebody of a family reads their plan: the secret in the address is the proof",
    "conferences:family-link-closed": "whoever has the link closes it: the secret in the address is the proof",
    "conferences:family-link-done": "says that it is done, and nothing else",
    "supervision:join": "a phone in a session posts a sentence: the signed code in the address is the proof",
    "training:partner-link": "a partner answers three questions: the signed link in the address is the proof",
    "training:partner-thanks": "says that it arrived, and nothing else",
    "account_login": "where one signs in",
    "account_inactive": "says that an account was closed, after a sign-in that was not one",
    "account_reset_password": "a forgotten password is asked for by somebody who cannot sign in",
    "account_reset_password_done": "says that a letter is on its way, whether or not the address is known",
    "account_reset_password_from_key": "the key of the letter is the proof",
    "account_reset_password_from_key_done": "says that the password was changed",
}
# Whoever is signed in gets an answer, whatever their role.
SIGNED_IN = {
    "account_logout": "everybody may leave",
    "mfa_index": "everybody looks after their own second proof",
    "mfa_authenticate": "asks somebody whose password was right for a code; anybody else is sent to sign in",
    "mfa_reauthenticate": "asks the person who is here for a code once more",
    "mfa_activate_totp": "everybody may set up an app of their own",
    "mfa_deactivate_totp": "everybody may stop using it, where no second proof is demanded",
    "mfa_view_recovery_codes": "shows a person their own spare codes",
    "mfa_generate_recovery_codes": "makes a person new spare codes",
    "mfa_download_recovery_codes": "gives a person their own spare codes",
    "account_reauthenticate": "asks the person who is here for their password once more",
}


def unguarded(urls: Iterable[walk.Url], listed: dict[str, str]) -> list[str]:
    """Addresses without a permission or a reason; reasons for what is guarded or is not there; empty reasons."""
    found = list(urls)
    free = {url.name for url in found if not isinstance(getattr(url.view, "needs", None), Permission)}
    bare = [f"/{url.path} ({url.name}) asks for no permission" for url in found if url.name in free - listed.keys()]
    stale = [f"{name} is listed, but is guarded or does not exist" for name in listed if name not in free]
    return bare + stale + [f"{name} has no reason" for name, reason in listed.items() if len(reason) < 15]


def test_every_view_asks_for_a_permission_or_says_why_not():
    assert unguarded(walk.urls(), PUBLIC | SIGNED_IN) == []


def answering(method: str) -> set[str]:
    """Pages that neither send a visitor who has not signed in to the sign-in page nor tell a script to do so."""
    sign_in = resolve_url(settings.LOGIN_URL)
    answers = {url.name: getattr(Client(), method)(f"/{url.path}") for url in walk.urls()}
    answers = {name: answer for name, answer in answers.items() if not tells_a_script(answer, sign_in)}
    return {name for name, answer in answers.items() if answer.get("Location", "").partition("?")[0] != sign_in}


def tells_a_script(answer, sign_in: str) -> bool:
    """Whether a script is told to have somebody sign in, and nothing else."""
    return answer.status_code == 401 and answer.json() == {"signed_out": True, "sign_in": sign_in}


@pytest.mark.parametrize("method", ["get", "post"])
def test_only_listed_pages_answer_a_visitor_who_has_not_signed_in(db, method):
    assert answering(method) <= set(PUBLIC)


def page(request):
    return HttpResponse("a page")


def test_a_view_without_a_permission_is_reported():
    below = (
        [path("<int:pk>/", page, name="detail"), path("", needs(Permission.CASE_READ)(page), name="list")],
        "cases",
    )
    sample = [path("cases/", include(below)), path("", RedirectView.as_view(url="/cases/"), name="home")]
    listed = {"home": "sends on to the list of families", "cases:list": "is guarded after all", "office:gone": ""}
    assert unguarded(walk.urls(sample), listed) == [
        "/cases/1/ (cases:detail) asks for no permission",
        "cases:list is listed, but is guarded or does not exist",
        "office:gone is listed, but is guarded or does not exist",
        "office:gone has no reason",
    ]


@login_not_required
def open_page(request):
    return HttpResponse("a page for anybody")


urlpatterns = [path("open/", open_page, name="open"), path("closed/", needs(Permission.CASE_READ)(page), name="closed")]


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_page_that_answers_anybody_is_reported(db, settings, method):
    settings.ROOT_URLCONF, settings.LOGIN_URL = __name__, "/sign-in/"
    assert answering(method) == {"open"}


def test_every_example_of_an_address_leads_to_its_view():
    assert [url.path for url in walk.urls() if resolve(f"/{url.path}").view_name != url.name] == []
