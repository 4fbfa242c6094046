"""Where a service demands a second proof, nobody passes the door with a password alone."""

from typing import Any

from allauth.mfa.signals import authenticator_used
from allauth.mfa.totp.views import ActivateTOTPView
from django.conf import settings
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse

from camden.office.signed_out import is_fetch
from camden.operations.proofs import has_proof

SHOWN = "second_proof"  # in the session: the key of the person who showed one
# Pages that somebody needs to set one up, to show it, or to leave.
BEFORE_IT = {
    "mfa_index",
    "mfa_authenticate",
    "mfa_reauthenticate",
    "mfa_activate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
    "account_logout",
    "account_reauthenticate",
}


class SecondProofFirst:
    """Leads whoever signed in with a password alone to set up a second proof, or to show the one they have.

    Costs a query only until it was shown: then the session says so.
    """

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: Any, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if not settings.SECOND_FACTOR or not request.user.is_authenticated or not getattr(view, "login_required", True):
            return None
        if request.session.get(SHOWN) == request.user.pk or request.resolver_match.view_name in BEFORE_IT:
            return None
        way = "mfa_reauthenticate" if has_proof(user_id=request.user.pk) else "mfa_activate_totp"
        if is_fetch(request):
            return JsonResponse({"signed_out": True, "sign_in": reverse(way)}, status=401)
        return redirect(way)


@receiver(authenticator_used)
def note_that_it_was_shown(sender: Any, request: HttpRequest, user: Any, **kwargs: Any) -> None:
    """A code was right, at the door or later."""
    request.session[SHOWN] = user.pk


class SetUpApp(ActivateTOTPView):
    """Allauth's page; the code that sets the app up is shown as much as any later one."""

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        self.request.session[SHOWN] = self.request.user.pk
        return response
