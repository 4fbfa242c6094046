"""Pages of family group conferences: who looks, where they begin, which links they follow; and those drawn here."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from conferences.forms.answering import AnswerForm
from conferences.forms.offering import NotYetForm
from conferences.rules.consent import Prompt, Threshold

_FAMILY, _CHILD = r"^/cases/\d+/$", r"^/cases/\d+/children/\d+/$"
_CONFERENCES = r"^/cases/\d+/conferences/\?child="
_CONFERENCE = r"^/cases/\d+/conferences/\d+/$"
_PREPARED = r"/conferences/1/$"  # the first of the demo's conferences: it is being prepared
_STORY = r"/plan/story/$"
_LIVED = r"/conferences/2/plan/paper/$"  # the second of the demo's conferences: its plan was agreed
LIVE_CONFERENCES: dict[str, tuple[str, ...]] = {
    "conferences/list.html": ("samira", "/conferences/"),
    "conferences/afterwards.html": ("samira", "/conferences/", _PREPARED, r"/afterwards/$"),
    "conferences/link_new.html": ("samira", "/conferences/", _PREPARED, r"/afterwards/$", r"/links/new/$"),
    "conferences/outcome_new.html": ("samira", "/conferences/", _PREPARED, r"/afterwards/$", r"/outcomes/new/$"),
    "conferences/conference.html": ("samira", "/conferences/", _PREPARED),
    "conferences/stage.html": ("samira", "/conferences/", _PREPARED, r"/stage/$"),
    "conferences/meeting.html": ("samira", "/conferences/", _PREPARED, r"/meeting/$"),
    "conferences/plan.html": ("samira", "/conferences/", _PREPARED, r"/plan/$"),
    "conferences/plan_story.html": ("samira", "/conferences/", r"/plan/paper/$", _STORY),
    "conferences/plan_edition.html": ("samira", "/conferences/", _LIVED, _STORY, r"/plan/editions/\d+/$"),
    "conferences/plan_review_new.html": ("samira", "/conferences/", _LIVED, _STORY, r"/plan/reviews/new/$"),
    "conferences/plan_paper.html": ("samira", "/conferences/", r"/plan/paper/$"),
    "conferences/for_case.html": ("ade", "/cases/", _FAMILY, _CHILD, _CONFERENCES),
    "conferences/new.html": ("ade", "/cases/", _FAMILY, _CHILD, _CONFERENCES, r"/conferences/new/"),
    "conferences/offer.html": ("samira", "/conferences/", _PREPARED, r"/offer/$"),
    "conferences/asking.html": ("samira", "/conferences/", _PREPARED, r"/offer/$", r"/askings/new/$"),
    "conferences/not_taken_up.html": ("ruth", "/conferences/", _CONFERENCE, r"/offer/$", r"/not-taken-up/$"),
    "conferences/network.html": (
        "ade",
        "/cases/",
        _FAMILY,
        _CHILD,
        _CONFERENCES,
        _CONFERENCE,
        r"/offer/$",
        r"/network/$",
    ),
    "conferences/before_court.html": ("ade", "/cases/", _FAMILY, _CHILD, r"/before-court/$"),
    "conferences/letter_held.html": ("ade", "/cases/", _FAMILY, _CHILD, r"/before-court/$", r"/letter/$"),
    "conferences/settings.html": ("sol", "/settings/", r"/settings/conferences/$"),
    "conferences/danger_word.html": ("sol", "/settings/", r"/settings/conferences/$", r"/words/$"),
    "conferences/coordinator.html": ("ade", "/cases/", _FAMILY, _CHILD, _CONFERENCES, _CONFERENCE, r"/coordinator/$"),
    "conferences/mandate.html": ("ruth", "/conferences/", _CONFERENCE, r"/mandate/$"),
    "conferences/evidence.html": ("ruth", "/conferences/evidence/"),
}

_PAPER = SimpleNamespace(
    children="Anisa and Imran",
    day="3 November 2026",
    answers=[("Who can help?", "Auntie comes on Thursdays.")],
    family=[SimpleNamespace(who="Farida", what="Cook", when="Thursdays", how_we_know="")],
    professionals=[SimpleNamespace(who="Ade Fashola", what="Ring the school", when="", how_we_know="Farida hears")],
    contingency="Ring Farida.",
    coordinator="Samira Yusuf",
)
_TO_ANSWER = SimpleNamespace(
    written=SimpleNamespace(
        version=1, wishes=[SimpleNamespace(pk=1, what="Bus fares for Farida", cost=60, is_network_support=True)]
    ),
    must_haves=[SimpleNamespace(pk=1, words="No child interprets for a grown-up.")],
    mandate=SimpleNamespace(promises=[SimpleNamespace(what="Travel", up_to=80)]),
    looks={},
    wishes={},
)
# A plan waits for its answer for some hours: the demo's has had it.
_AGREEMENT = {
    "case": SimpleNamespace(name="Rahman–Khatun"),
    "conference": SimpleNamespace(plan_given_on="2026-11-03", get_absolute_url="/"),
    "paper": _PAPER,
    "may_answer": True,
    "holds": True,
    "mandate": SimpleNamespace(by="Ruth Adeyemi", day="1 November 2026", lines=["Travel, up to £80"], words=""),
    "sums": [("In all, up to", "£80"), ("The family asks for", "£60")],
    "form": AnswerForm(here=_TO_ANSWER, answers=["agreed", "awaiting", "not-safe"], managers=[]),
}
_WHOM = {"case": SimpleNamespace(pk=1, name="Rahman–Khatun"), "child": SimpleNamespace(pk=1, name="Anisa Rahman")}
_PROMPT = Prompt(Threshold.PROTECTION, date(2026, 11, 3), is_again=False)
RENDERED_CONFERENCES: dict[str, dict[str, Any]] = {
    "conferences/agreement.html": _AGREEMENT,
    # Where nobody waits for an offer there is no form: this is the page of somebody who is asked.
    "conferences/not_yet.html": _WHOM | {"form": NotYetForm({}), "prompt": _PROMPT},
    # It is shown once, as the answer to a press.
    "conferences/link_made.html": {
        "conference": SimpleNamespace(case_id=1, pk=1),
        "link": SimpleNamespace(invitee=SimpleNamespace(name="Ngozi"), expires_on=date(2027, 2, 1)),
        "address": "https://example.org/y/xZ4w-0aB9/",
        "is_asking": True,
    },
}
