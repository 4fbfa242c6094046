"""How allauth behaves here."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from camden.operations.people import change_password


class CouncilAccounts(DefaultAccountAdapter):
    """The council makes accounts: nobody signs up, and the web may write a password but no other part of a person."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_password_reset_mail(self, user: Any, email: str, context: dict[str, Any]) -> None:
        if not user.is_system:  # a job of the system never signs in
            super().send_password_reset_mail(user, email, context)

    def set_password(self, user: Any, password: str) -> None:
        change_password(user=user, password=password)
