"""How allauth behaves here."""

import base64
from collections.abc import Iterable
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.http import HttpRequest

from camden.operations.people import change_password
from camden.operations.proofs import has_proof


class CouncilAccounts(DefaultAccountAdapter):
    """The council makes accounts: nobody signs up, and the web may write a password but no other part of a person."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_password_reset_mail(self, user: Any, email: str, context: dict[str, Any]) -> None:
        if not user.is_system:  # a job of the system never signs in
            super().send_password_reset_mail(user, email, context)

    def set_password(self, user: Any, password: str) -> None:
        change_password(user=user, password=password)


class SecondProof(DefaultMFAAdapter):
    """Codes from an app. Their secrets are encrypted with a key that follows from SECRET_KEY, or from earlier ones."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": "Everybody here needs a second proof, so the app stays in use. If your telephone"
        " is lost or new, ask the person who looks after accounts.",
    }

    def encrypt(self, text: str) -> str:
        return _locks().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _locks().decrypt(encrypted_text.encode()).decode()

    def is_mfa_enabled(self, user: Any, types: Iterable[str] | None = None) -> bool:
        return not user.is_anonymous and has_proof(user_id=user.pk, types=types)

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        return not settings.SECOND_FACTOR

    def get_totp_issuer(self) -> str:
        return f"{settings.COUNCIL_NAME} children's record"


def _locks() -> MultiFernet:
    """The present key, which encrypts, and earlier ones, which may still decrypt."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(_derived(key))) for key in keys])


def _derived(key: str) -> bytes:
    return HKDF(SHA256(), length=32, salt=None, info=b"camden second proof").derive(key.encode())
