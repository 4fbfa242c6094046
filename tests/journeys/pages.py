"""Where each template can be looked at in the demo. A new page is a line here; a test says so when it is missing.

`LIVE` pages are opened in the running demo by somebody of it: from an address, along links that match. Addresses hold
no keys, so that another demo serves as well. `RENDERED` templates need a letter, a code or a failure to be reached:
they are drawn here and shown to the browser in the service's own clothes.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

from django import forms

from camden.office.people_forms import AgreeForm
from cases.forms.clocks import AgreementForm, ClockExceptionForm
from cases.forms.closures import ClosureDecisionForm
from cases.forms.duty import DutyNoteForm
from cases.forms.front_door import FeedbackForm
from cases.forms.proposals import AdjustForm, DecisionForm
from cases.forms.transfers import TransferForm
from tests.journeys.pages_adding import LIVE_ADDING, OTHER_ADDING
from tests.journeys.pages_allocating import LIVE_ALLOCATING, RENDERED_ALLOCATING
from tests.journeys.pages_around import LIVE_AROUND, OTHER_AROUND
from tests.journeys.pages_asking import RENDERED_ASKING
from tests.journeys.pages_chronology import CHRONOLOGY
from tests.journeys.pages_conferences import LIVE_CONFERENCES, RENDERED_CONFERENCES
from tests.journeys.pages_dangers import LIVE_DANGERS, RENDERED_DANGERS
from tests.journeys.pages_day import LIVE_DAY, RENDERED_DAY
from tests.journeys.pages_deciding import DECIDING
from tests.journeys.pages_drift import LIVE_DRIFT, RENDERED_DRIFT
from tests.journeys.pages_genogram import LIVE_GENOGRAM, OTHER_GENOGRAM
from tests.journeys.pages_help import RENDERED_HELP
from tests.journeys.pages_learning import LEARNING, RENDERED_LEARNING
from tests.journeys.pages_letters import LIVE_LETTERS
from tests.journeys.pages_meetings import RENDERED_MEETINGS
from tests.journeys.pages_notes import PAGES_NOTES
from tests.journeys.pages_people import LIVE_PEOPLE, OTHER_PEOPLE
from tests.journeys.pages_plan import LIVE_PLAN, RENDERED_PLAN
from tests.journeys.pages_preparing import LIVE_PREPARING, RENDERED_PREPARING
from tests.journeys.pages_protection import PROTECTION
from tests.journeys.pages_sharing import RENDERED_SHARING
from tests.journeys.pages_steps import LIVE_STEPS, RENDERED_STEPS
from tests.journeys.pages_tabs import TABS
from tests.journeys.pages_thinking import THINKING
from tests.journeys.pages_versions import LIVE_VERSIONS, RENDERED_VERSIONS
from tests.journeys.pages_visits import RENDERED_VISITS
from tests.journeys.pages_voice import VOICE
from tests.journeys.pages_worth import LIVE_WORTH, OTHER_WORTH
from tests.journeys.pages_writing import LIVE_WRITING, RENDERED_WRITING

FAMILY = r"^/cases/\d+/$"
PERSON = r"^/settings/people/\d+/$"

TEAM = r"^/teams/\d+/$"
ACTION = r"^/cases/\d+/actions/\d+/$"
CHILD = r"^/cases/\d+/children/\d+/$"

TALKS = "/supervision/one-to-ones/"
CONSULTATIONS, CONSULTATION = "/supervision/consultations/", r"^/supervision/consultations/\d+/$"
TIMESCALE = r"^/settings/timescales/\d+/$"


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
    "cases/action.html": look("ade", "/cases/", FAMILY, ACTION),
    "cases/action_closure.html": look("ade", "/cases/", FAMILY, ACTION, r"/closure/$"),
    "cases/allocation_new.html": look("ruth", "/cases/?show=team", FAMILY, CHILD, r"/allocation/"),
    "cases/child.html": look("ade", "/cases/", FAMILY, CHILD),
    "cases/detail.html": look("ade", "/cases/", FAMILY),
    "cases/duty_note.html": look("hana", "/cases/", FAMILY, r"/duty-notes/\d+/$"),
    "cases/find.html": look("ade", "/cases/find/?q=a"),
    "cases/involvement_ending.html": look("ruth", "/cases/?show=team", FAMILY, CHILD, r"/involvements/\d+/ending/$"),
    "cases/involvement_new.html": look("ruth", "/cases/?show=team", FAMILY, CHILD, r"/involvements/new/"),
    "cases/list.html": look("ade", "/cases/"),
    # Where things stand
    "cases/timeline.html": look("ade", "/cases/", FAMILY, r"^/cases/\d+/timeline/$"),
    "cases/chronology_proposals.html": look(
        "ade",
        "/cases/",
        FAMILY,
        r"^/cases/\d+/timeline/$",
        r"^/cases/\d+/chronology/$",
        r"^/cases/\d+/chronology/proposals/$",
    ),
    "cases/journey.html": look("ade", "/cases/", FAMILY, r"^/cases/\d+/journey/$"),
    "cases/proposals.html": look("ruth", "/cases/proposals/"),
    "cases/fairer_shares.html": look("ruth", "/cases/proposals/", r"^/cases/proposals/teams/\d+/$"),
    "cases/visit.html": look("ade", "/cases/", FAMILY, CHILD, r"/visits/\d+/$"),
    "cases/visit_new.html": look("ade", "/cases/", FAMILY, r"/visits/new/"),
    "cases/visit_missed.html": look("ade", "/cases/", FAMILY, r"/visits/new/", r"/visits/missed/$"),
    "cases/visit_strike.html": look("ade", "/cases/", FAMILY, CHILD, r"/visits/\d+/$", r"/striking/$"),
    "cases/goal_new.html": look("ade", "/cases/", FAMILY, CHILD, r"/visits/\d+/$", r"/goals/new/$"),
    # The front door, and the ending
    "cases/front_door.html": look("ruth", "/cases/front-door/"),
    "cases/contact.html": look("leila", "/cases/front-door/", r"/contacts/\d+/$"),
    "cases/contact_decision.html": look("leila", "/cases/front-door/", r"/contacts/\d+/decision/$"),
    "cases/referral.html": look("leila", "/cases/front-door/?show=referrals", r"/referrals/\d+/$"),
    "cases/referral_decision.html": look("leila", "/cases/front-door/?show=referrals", r"/referrals/\d+/decision/$"),
    "cases/contact_new.html": look("ruth", "/cases/front-door/contacts/new/?new=1"),
    "cases/contact_for.html": look("ade", "/cases/", FAMILY, r"/journey/$", r"/contacts/new/$"),
    "cases/closure_new.html": look("ade", "/cases/", FAMILY, r"/journey/$", r"/closures/new/$"),
    "office/duty_new.html": look("ruth", "/rota/new/"),
    "office/duty_withdrawal.html": look("ruth", "/rota/", r"/rota/\d+/withdrawal/$"),
    "office/draft_list.html": look("ade", "/drafts/"),
    "supervision/agenda.html": look("niamh", "/supervision/", r"/sessions/\d+/$", r"/agenda/$"),
    "supervision/agenda_item_new.html": look(
        "niamh", "/supervision/", r"/sessions/\d+/$", r"/agenda/$", r"/agenda/new/"
    ),
    "supervision/agenda_request_new.html": look("ade", "/cases/", FAMILY, r"/supervision/$", r"/supervision/request/"),
    "supervision/attendance.html": look("niamh", "/supervision/", r"/sessions/\d+/$", r"/attendance/"),
    "supervision/closure.html": look("niamh", "/supervision/", r"/sessions/\d+/$", r"/closure/"),
    "supervision/consultation.html": look("yael", CONSULTATIONS, CONSULTATION),
    "supervision/consultation_consent.html": look("ade", CONSULTATIONS, CONSULTATION, r"/consent/$"),
    "supervision/consultation_new.html": look("ade", "/cases/", FAMILY, r"/supervision/$", r"/consultations/new/$"),
    "supervision/consultation_writing.html": look("yael", CONSULTATIONS, r"/writing/$"),
    "supervision/consultations.html": look("yael", CONSULTATIONS),
    "supervision/one_to_one.html": look("niamh", TALKS, r"^/supervision/one-to-ones/\d+/$"),
    "supervision/one_to_one_new.html": look("niamh", f"{TALKS}new/"),
    "supervision/one_to_ones.html": look("niamh", TALKS),
    "supervision/discussion.html": look("yael", "/supervision/", r"/discussions/\d+/$"),
    "supervision/decisions.html": look("niamh", "/supervision/", r"/sessions/\d+/$", r"/edit/", r"/decisions/"),
    "supervision/discussion_edit.html": look("niamh", "/supervision/", r"/sessions/\d+/$", r"/discussions/\d+/edit/"),
    "supervision/discussion_new.html": look("niamh", "/supervision/", r"/sessions/\d+/$", r"/discussions/new/"),
    "supervision/room.html": look("niamh", "/supervision/", r"/sessions/\d+/$", r"/room/$"),
    "supervision/room_parts.html": look("niamh", "/supervision/", r"/sessions/\d+/$", r"/room/$", r"/room/parts/$"),
    "cases/questions.html": look("ade", "/cases/", FAMILY, CHILD, r"^/cases/\d+/questions/$"),
    "supervision/formulation.html": look("ade", "/cases/", FAMILY, CHILD, r"/formulation/$"),
    "supervision/for_case.html": look("ade", "/cases/", FAMILY, r"/supervision/$"),
    "supervision/join_code.html": look("niamh", "/supervision/", r"/sessions/\d+/$", r"/join-code/"),
    "supervision/kept_ideas.html": look("niamh", "/supervision/", r"/sessions/\d+/$", r"/edit/", r"/kept-ideas/"),
    "supervision/group.html": look("niamh", "/supervision/", r"/supervision/groups/\d+/$"),
    "supervision/group_edit.html": look("niamh", "/supervision/", r"/supervision/groups/\d+/$", r"/edit/$"),
    "supervision/rhythm.html": look("niamh", "/supervision/", r"/supervision/groups/\d+/$", r"/rhythm/$"),
    "supervision/cancellation.html": look("niamh", "/supervision/", r"/supervision/groups/\d+/$", r"/cancellation/$"),
    "supervision/list.html": look("niamh", "/supervision/"),
    "supervision/quick_round.html": look("niamh", "/supervision/", r"/sessions/\d+/$", r"/quick-round/"),
    "supervision/reflection.html": look("niamh", "/supervision/", r"/sessions/\d+/$", r"/reflection/"),
    "supervision/coverage.html": look("niamh", "/supervision/", r"/coverage/$"),
    "supervision/coverage_list.html": look("niamh", "/supervision/", r"/coverage/$", r"/coverage/voice/"),
    "supervision/settings.html": look("sol", "/settings/", r"/settings/supervision/"),
    "supervision/prompts.html": look("imogen", "/supervision/questions/"),
    "supervision/prompt_new.html": look("imogen", "/supervision/questions/", r"/questions/new/"),
    "supervision/prompt_edit.html": look("imogen", "/supervision/questions/", r"/questions/worries-most/"),
    "supervision/trend.html": look("niamh", "/supervision/", r"/trend/"),
    "supervision/recommendations.html": look("ruth", "/supervision/recommendations/"),
    "supervision/room_notes.html": look("niamh", "/supervision/", r"/discussions/\d+/$", r"/room-notes/"),
    "supervision/session.html": look("niamh", "/supervision/", r"/sessions/\d+/$"),
    "supervision/session_new.html": look("niamh", "/supervision/sessions/new/"),
    "training/mine.html": look("ade", "/learning/"),
    "training/piece.html": look("ade", "/learning/", r"/pieces/\d+/$"),
    "training/piece_form.html": look("ade", "/learning/", r"/pieces/new/"),
    "training/service.html": look("imogen", "/learning/service/"),
    "training/workshop_new.html": look("imogen", "/learning/workshops/new/"),
    "office/gallery.html": look("sol", "/gallery/?form=refused"),
    "office/people.html": look("sol", "/settings/people/"),
    "office/person.html": look("sol", "/settings/people/", PERSON),
    "office/person_form.html": look("sol", "/settings/people/", PERSON, r"/roles/new/$"),
    "office/person_new.html": look("sol", "/settings/people/new/"),
    "office/roles.html": look("sol", "/roles/"),
    "office/rota.html": look("ruth", "/rota/"),
    "office/settings.html": look("sol", "/settings/"),
    # Timescales and days off.
    "office/timescales.html": look("ade", "/settings/timescales/"),
    "office/timescale.html": look("sol", "/settings/timescales/?part=need", TIMESCALE),
    "office/timescale_edit.html": look("sol", "/settings/timescales/?part=need", TIMESCALE, r"/edit/$"),
    "office/holidays.html": look("sol", "/settings/holidays/"),
    "office/holiday_new.html": look("sol", "/settings/holidays/new/"),
    "office/team_form.html": look("sol", "/settings/teams/", r"/settings/teams/\d+/name/$"),
    "office/teams.html": look("sol", "/settings/teams/"),
    "overview/my_day.html": look("ade", "/my-day/"),
    # Reminders
    "cases/snooze.html": look("ade", "/my-day/", r"/reminders/[a-z-]+/snooze/$"),
    "overview/alerts.html": look("ade", "/alerts/"),
    "overview/reminders.html": look("ade", "/my-day/reminders/"),
    "overview/my_caseload.html": look("ade", "/teams/mine/"),
    "overview/my_figure_answer.html": look("ade", "/teams/mine/", r"/figures/late-5/answer/$"),
    "overview/team.html": look("ruth", "/teams/", TEAM),
    "overview/team_equality.html": look("mina", "/teams/", TEAM, r"/practice/$", r"/equality/$"),
    "overview/team_practice.html": look("ruth", "/teams/", TEAM, r"/practice/$"),
    "overview/team_list.html": look("ruth", "/teams/", TEAM, r"/lists/children/$"),
    "overview/team_worker.html": look("ruth", "/teams/", TEAM, TEAM.removesuffix("$") + r"people/\d+/$"),
    "overview/teams.html": look("mina", "/teams/"),
}

_OF_PICTURES = LIVE_PEOPLE | LIVE_GENOGRAM | LIVE_ADDING | LIVE_AROUND
LIVE |= {name: look(*along) for name, along in _OF_PICTURES.items()}

# Pages of the above that look different to somebody else, or of something else.
OTHERS = [
    *(look(*along) for along in (*OTHER_PEOPLE, *OTHER_GENOGRAM, *OTHER_ADDING, *OTHER_AROUND, *OTHER_WORTH)),
    look("ruth", "/teams/"),
    look("niamh", "/teams/"),
    look("niamh", "/teams/mine/"),
    look("mina", "/teams/", TEAM),
    look("sol", "/settings/timescales/?part=court", TIMESCALE, r"/edit/$"),
    look("mina", "/cases/proposals/"),
    look("ade", "/cases/front-door/contacts/new/?q=a"),
    look("mina", "/cases/front-door/?show=feedback"),
]


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
_DRAFT = SimpleNamespace(pk=1, what="a visit", goes_on_at="/cases/1/visits/new/?_draft=1", put_away_at=None)
_CASE = SimpleNamespace(pk=1, name="Rahman–Khatun", get_absolute_url="/cases/1/")
_FAMILY = {"case": SimpleNamespace(pk=1, name="Rahman–Khatun"), "child": SimpleNamespace(pk=1, name="Anisa Rahman")}
_MOVE = {
    "pk": 1,
    "to_name": "Rosa Begum",
    "who": "Anisa and Imran",
    "is_open": True,
    "children": [
        {"name": "Anisa Rahman", "url": "/cases/1/children/1/", "changes": "The lead worker has never changed."}
    ],
}
_COULD = [(1, "Ines Duarte: 62 of 100 now, 69 with them"), (2, "Tom Whitlock: 55 of 100 now, 64 with them")]
_FROM_A_SCHOOL = {
    "pk": 1,
    "rating": "Red",
    "rating_kind": "red",
    "received": "today 09:12",
    "limit": {"words": "Decide by 13:12 today", "state": "soon"},
    "care_when_calling": "Do not text the mother’s number.",
    "children": [{"pk": 1, "name": "Anisa Rahman", "age": "11 years"}, {"pk": 2, "name": "a girl of about 4"}],
    "worry": "She came without a coat again.",
    "strengths": "An aunt fetches her on Thursdays.",
    "facts": [("Who told us", "School"), ("How to reach them", "020 7946 0000")],
}
_DECISION = {"what": "Told about another service", "by": "Ruth Adeyemi, today 10:00", "why": "The family asked."}
_DECIDED = _FROM_A_SCHOOL | {"limit": None, "decision": _DECISION}
_CLOSING = {
    "children": "Anisa and Imran",
    "reason": "Services ended for another reason, including no longer in need",
    "day": "3 November 2026",
    "asked": "Ade Fashola, 3 November 2026",
    "summary": "Steady since the summer.",
    "answers": [("How they can come back", "They have our number.")],
    "is_open": True,
}
_AT = datetime(2026, 11, 3, 10, tzinfo=UTC)
_LATE = {"what": "Visit", "who": "Anisa and Imran", "due": "29 September 2026", "is_late": True, "because": ()}
_SAID = _LATE | {"because": ("Measles in the house (Ade Fashola; not agreed by a manager yet)",)}
_ON = date(2026, 11, 3)
RENDERED: dict[str, dict[str, Any]] = {
    # Nobody in the demo has to be late.
    "cases/clock_exception_new.html": _HERE | {"case": _CASE, "late": _LATE, "form": ClockExceptionForm({})},
    "cases/clock_exception_agreement.html": _HERE | {"case": _CASE, "late": _SAID, "form": AgreementForm()},
    # Only somebody on duty is asked for one, at hours that depend on the day; test_duty.py looks at it with a real one.
    "cases/duty_note_new.html": _HERE | {"case": _CASE, "form": DutyNoteForm({})},
    "office/holiday_removal.html": _HERE
    | {
        "form": AgreeForm({}, save="Take this day off the list"),
        "day": SimpleNamespace(name="Christmas Eve", closed_on=date(2026, 12, 24)),
        "effect": "3 move to another day: 1 becomes late.",
    },
    "cases/proposal.html": _HERE
    | _FAMILY
    | {"move": _MOVE, "form": DecisionForm({}, to_name="Rosa Begum", asks_reason=True, on=_ON)},
    "cases/proposal_adjustment.html": _HERE
    | _FAMILY
    | {"move": _MOVE, "could": _COULD, "form": AdjustForm({}, could=_COULD)},
    "cases/contact_feedback.html": _HERE | _FAMILY | {"contact": _DECIDED, "form": FeedbackForm({}, at=_AT)},
    "cases/referral_feedback.html": _HERE | _FAMILY | {"referral": _DECIDED, "form": FeedbackForm({}, at=_AT)},
    "cases/transfer.html": _HERE | {"case": _CASE, "form": TransferForm({}, teams=[], on=_ON)},
    "cases/closure.html": _HERE | {"case": _CASE, "closure": _CLOSING},
    "cases/closure_decision.html": _HERE
    | _FAMILY
    | {"closure": _CLOSING | {"pk": 1}, "form": ClosureDecisionForm({}, on=_ON)},
    "400.html": {},
    "429.html": {},
    "500.html": {"typed": _TYPED, "again": [("account", "Anisa"), ("_key", "1")], "address": "/cases/1/visits/new/"},
    "csrf.html": {"typed": _TYPED},
    "account/account_inactive.html": {},
    "account/password_reset_from_key.html": {"form": _Passwords({}), "action_url": "/"},
    "account/password_reset_from_key_done.html": {},
    "account/signed_out.html": {"typed": _TYPED, "again": [("account", "Anisa"), ("_key", "1")], "back": "/cases/1/"},
    "office/draft.html": _HERE | {"draft": _DRAFT, "typed": _TYPED},
    "office/somebody_else.html": _HERE | {"typed": _TYPED},
    "mfa/authenticate.html": {"form": _Code({})},
    "mfa/reauthenticate.html": _HERE | {"form": _Code({})},
    "mfa/recovery_codes/generate.html": _HERE | {"unused_code_count": 3},
    "mfa/recovery_codes/index.html": _HERE
    | {"unused_codes": ["12345678", "87654321"], "total_count": 10, "can_view_codes": True, "can_generate_codes": True},
    "mfa/totp/activate_form.html": _HERE | {"form": _Code({}), "totp_svg": _SQUARE},
    "mfa/totp/deactivate_form.html": _HERE | {"form": forms.Form()},
}
LIVE |= {name: look(*along) for name, along in TABS.items()}
# Family group conferences: the road of one, its preparation and letters, and what is heard of a danger.
for _live in (LIVE_CONFERENCES, LIVE_PREPARING, LIVE_DANGERS, LIVE_LETTERS):
    LIVE |= {name: look(*along) for name, along in _live.items()}
for _rendered in (RENDERED_CONFERENCES, RENDERED_PREPARING, RENDERED_DANGERS):
    RENDERED |= {name: _HERE | shown for name, shown in _rendered.items()}
LIVE |= {name: look(*along) for name, along in LEARNING.items()}
LIVE |= {name: look(*along) for name, along in LIVE_WORTH.items()}
LIVE |= {name: look(*along) for name, along in LIVE_WRITING.items()}
RENDERED |= {name: _HERE | shown for name, shown in RENDERED_WRITING.items()}
RENDERED |= {name: _HERE | shown for name, shown in RENDERED_HELP.items()}
# Steps of child protection, each of which the demo has at one stage at most.
RENDERED |= {name: _HERE | shown for name, shown in PROTECTION.items()}
# Decisions and who was heard.
RENDERED |= {name: _HERE | shown for name, shown in DECIDING.items()}
# The chronology, of which the demo has only what somebody chose.
RENDERED |= {name: _HERE | shown for name, shown in CHRONOLOGY.items()}
# Somebody's day: visits planned, what was promised, and what was agreed and given.
LIVE |= {name: look(*ways) for name, ways in LIVE_DAY.items()}
RENDERED |= {name: _HERE | shown for name, shown in RENDERED_DAY.items()}
LIVE |= {name: look(*ways) for name, ways in LIVE_DRIFT.items()}
RENDERED |= {name: _HERE | shown for name, shown in RENDERED_DRIFT.items()}
RENDERED |= {name: _HERE | shown for name, shown in RENDERED_MEETINGS.items()}
RENDERED |= {name: _HERE | shown for name, shown in RENDERED_LEARNING.items()}
RENDERED |= {name: _HERE | shown for name, shown in PAGES_NOTES.items()}
RENDERED |= {name: _HERE | shown for name, shown in RENDERED_VISITS.items()}
RENDERED |= {name: _HERE | shown for name, shown in RENDERED_ASKING.items()}
RENDERED |= {name: _HERE | shown for name, shown in VOICE.items()}
RENDERED |= {name: _HERE | shown for name, shown in THINKING.items()}
RENDERED |= {name: _HERE | shown for name, shown in RENDERED_SHARING.items()}
# Who could take a family, a worker who is asked, and how they are introduced.
LIVE |= {name: look(*ways) for name, ways in LIVE_ALLOCATING.items()}
RENDERED |= {name: _HERE | shown for name, shown in RENDERED_ALLOCATING.items()}
# Steps down looked at again, what people say of our work, how long a record is kept.
LIVE |= {name: look(*ways) for name, ways in LIVE_STEPS.items()}
RENDERED |= {name: _HERE | shown for name, shown in RENDERED_STEPS.items()}
# One plan of a family, and the legal basis it rests on.
LIVE |= {name: look(*ways) for name, ways in LIVE_PLAN.items()}
RENDERED |= {name: _HERE | shown for name, shown in RENDERED_PLAN.items()}
LIVE |= {name: look(*ways) for name, ways in LIVE_VERSIONS.items()}
RENDERED |= {name: _HERE | shown for name, shown in RENDERED_VERSIONS.items()}
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
