"""Where each template can be looked at in the demo. A new page is a line here; a test says so when it is missing.

`LIVE` pages are opened in the running demo by somebody of it: from an address, along links that match. Addresses hold
no keys, so that another demo serves as well. `RENDERED` templates need a letter, a code or a failure to be reached:
they are drawn here and shown to the browser in the service's own clothes.
"""

import re
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any

from django import forms

from cases.forms.involvements import EndingForm
from cases.forms.proposals import DecisionForm

FAMILY = r"^/cases/\d+/$"
TEAM = r"^/teams/\d+/$"
CHILD = r"^/cases/\d+/children/\d+/$"


@dataclass(frozen=True)
class Look:
    """Who looks (the name before @example.org, or nobody signed in), where they begin, which links they follow."""

    who: str
    start: str
    along: tuple[str, ...] = ()


def look(who: str, start: str, *along: str) -> Look:
    """A line of the table below."""
    return Look(who, start, along)


LIVE: dict[str, Look] = {
    "404.html": look("ade", "/cases/999999999/"),
    "403.html": look("sol", "/cases/"),
    "account/login.html": look("", "/accounts/login/"),
    "account/password_reset.html": look("", "/accounts/password/reset/"),
    "account/password_reset_done.html": look("", "/accounts/password/reset/done/"),
    "account/logout.html": look("ade", "/accounts/logout/"),
    "account/reauthenticate.html": look("ade", "/accounts/reauthenticate/"),
    "mfa/index.html": look("ade", "/accounts/proof/"),
    "cases/allocation_new.html": look("ruth", "/cases/?show=team", FAMILY, CHILD, r"/allocation/"),
    "cases/child.html": look("ade", "/cases/", FAMILY, CHILD),
    "cases/detail.html": look("ade", "/cases/", FAMILY),
    "cases/find.html": look("ade", "/cases/find/?q=a"),
    "cases/involvement_new.html": look("ruth", "/cases/?show=team", FAMILY, CHILD, r"/involvements/new/"),
    "cases/list.html": look("ade", "/cases/"),
    "cases/proposals.html": look("ruth", "/cases/proposals/"),
    "cases/visit.html": look("ade", "/cases/", FAMILY, CHILD, r"/visits/\d+/$"),
    "cases/visit_new.html": look("ade", "/cases/", FAMILY, r"/visits/new/"),
    "office/gallery.html": look("sol", "/gallery/?form=refused"),
    "office/roles.html": look("sol", "/roles/"),
    "overview/my_caseload.html": look("ade", "/teams/mine/"),
    "overview/team.html": look("ruth", "/teams/", TEAM),
    "overview/team_worker.html": look("ruth", "/teams/", TEAM, TEAM.removesuffix("$") + r"people/\d+/$"),
    "overview/teams.html": look("mina", "/teams/"),
}


class _Code(forms.Form):
    """As allauth's, without somebody who is signing in."""

    code = forms.CharField()
    secret = "JBSWY3DPEHPK3PXP"  # noqa: S105


class _Passwords(forms.Form):
    password1 = forms.CharField()
    password2 = forms.CharField()


_TYPED = [("Account", "Anisa showed her drawing. " * 20), ("Kind", "home")]
_HERE = {"user": SimpleNamespace(is_authenticated=True, get_full_name="Ade Fashola"), "navigation": None}
_SQUARE = '<svg viewBox="0 0 9 9" width="90" height="90"><path d="M0 0h9v9H0z"/></svg>'
_FAMILY = {"case": SimpleNamespace(pk=1, name="Rahman–Khatun"), "child": SimpleNamespace(pk=1, name="Anisa Rahman")}
_DAY = date(2026, 11, 3)
_MOVE = {
    "to_name": "Rosa Begum",
    "who": "Anisa and Imran",
    "is_open": True,
    "children": [
        {"name": "Anisa Rahman", "url": "/cases/1/children/1/", "changes": "The lead worker has never changed."}
    ],
}
RENDERED: dict[str, dict[str, Any]] = {
    "cases/involvement_ending.html": _HERE
    | _FAMILY
    | {"worker": {"name": "Jo Marlowe", "role": "Personal adviser"}, "form": EndingForm(started_on=_DAY, on=_DAY)},
    "cases/proposal.html": _HERE
    | _FAMILY
    | {"move": _MOVE, "form": DecisionForm({}, to_name="Rosa Begum", asks_reason=True)},
    "400.html": {},
    "429.html": {},
    "500.html": {},
    "csrf.html": {"typed": _TYPED},
    "account/account_inactive.html": {},
    "account/password_reset_from_key.html": {"form": _Passwords({}), "action_url": "/"},
    "account/password_reset_from_key_done.html": {},
    "account/signed_out.html": {"typed": _TYPED, "back": "/cases/1/"},
    "mfa/authenticate.html": {"form": _Code({})},
    "mfa/reauthenticate.html": _HERE | {"form": _Code({})},
    "mfa/recovery_codes/generate.html": _HERE | {"unused_code_count": 3},
    "mfa/recovery_codes/index.html": _HERE
    | {"unused_codes": ["12345678", "87654321"], "total_count": 10, "can_view_codes": True, "can_generate_codes": True},
    "mfa/totp/activate_form.html": _HERE | {"form": _Code({}), "totp_svg": _SQUARE},
    "mfa/totp/deactivate_form.html": _HERE | {"form": forms.Form()},
}
# Nobody looks at these by themselves: others are written on them.
FRAMES = {"base.html", "account/entrance.html", "account/base_reauthenticate.html"}

_EXTENDS = re.compile(r"{%\s*extends\s+[\"']([^\"']+)[\"']\s*%}")


def pages(templates: dict[str, str]) -> set[str]:
    """Which of these templates (name: text) are written on base.html, directly or on one that is."""
    above = {name: found[1] for name, text in templates.items() if (found := _EXTENDS.search(text))}

    def leads_to_base(name: str) -> bool:
        return name == "base.html" or (name in above and leads_to_base(above[name]))

    return {name for name in templates if leads_to_base(name)}


def disagreements(templates: dict[str, str]) -> list[str]:
    """Pages that no line looks at, and lines about templates that are no pages or stand twice."""
    found, listed = pages(templates), [*LIVE, *RENDERED, *FRAMES]
    missing = [f"{name}: nobody looks at it. Add a line to tests/journeys/pages.py" for name in found - set(listed)]
    gone = [f"{name} is listed and is no page" for name in set(listed) - found]
    twice = [f"{name} is listed twice" for name in set(listed) if listed.count(name) > 1]
    return sorted([*missing, *gone, *twice])


def template_of(view_name: str) -> str:
    """What a page's template is called by the rule of the house: `cases:visit-new` is cases/visit_new.html."""
    return view_name.replace(":", "/").replace("-", "_") + ".html"
