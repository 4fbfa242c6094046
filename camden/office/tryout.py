"""The invented people of a demo, offered on the page to sign in on. Never in a real service: see settings.DEMO."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from allauth.account.views import LoginView
from django.conf import settings

from camden.access import ROLES

# What somebody who has never seen the service might do first, by the role they try.
TRY = {
    "Social worker": "Open a family and log one visit for all its children.",
    "Social worker in their early career": "See a capped caseload, and write down what was learned.",
    "Family help lead practitioner": "Follow a family that asked for help.",
    "Lead child protection practitioner": "Open only the children they protect.",
    "Senior practitioner": "Hold the pod’s group supervision and agree an action.",
    "Team manager": "See who has room, and ask somebody to work with a child.",
    "Service manager": "Look across teams, and plan the duty rota.",
    "CAMHS clinician": "Join group supervision, and see no record they are not asked about.",
    "Family group conference coordinator": "Prepare a conference, and write down the family’s own plan.",
    "Reviewing officer or conference chair": "Read their children’s records in full.",
    "Principal social worker": "See what the service learns.",
    "Training lead": "Look after learning, without any family’s record.",
    "Practice educator": "Keep their own record of learning.",
    "Personal adviser": "Open the young people they stay alongside.",
    "Business support": "Find a family and its papers.",
    "Performance analyst": "See that figures come without names.",
    "Information governance officer": "See what a request or a restriction opens.",
    "System administrator": "Make a team, welcome somebody, give a role.",
}


@dataclass(frozen=True)
class Try:
    """One person of the demo: how to sign in as them, what they are, what to try."""

    email: str
    role: str
    password: str
    idea: str


def people() -> list[Try]:
    """One person for each role, in the roles' own order; nobody outside a demo. Asks nothing of the database."""
    if not settings.DEMO:
        return []
    note = settings.DATA / "sign-ins.txt"
    try:
        return list(_read(note.read_text(encoding="utf-8")))
    except OSError:
        return []


@cache
def _read(text: str) -> tuple[Try, ...]:
    """The note that `seed` leaves: the password at the end of the first line, then an address and a role in each."""
    password = text.splitlines()[0].split()[-1] if text.strip() else ""
    order = [says.label for says in ROLES.values()]
    first: dict[str, Try] = {}
    for email, rest in re.findall(r"^\s+(\S+@\S+)\s+(.+)$", text, re.M):
        if role := max((label for label in order if label in rest), key=len, default=""):
            first.setdefault(role, Try(email, role, password, TRY.get(role, "")))
    return tuple(sorted(first.values(), key=lambda one: order.index(one.role)))


class SignIn(LoginView):
    """Allauth's page to sign in on; in a demo with the people one may be."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"tryout": people()}
