"""How many questions the pages of child protection ask the database, counted with real transactions."""

import uuid
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Enquiry, Milestone, ProtectionConference, StrategyDiscussion
from tests.factories.journey_protect import settle_protection
from tests.queries import of_the_page

MOST = 15  # of any page (DESIGN 7)
MOST_SENT = 40  # for several children at once, whom to tell and their clocks included; 29 without clocks
# BEGIN, COMMIT, session, person, principal and read event included.
BUDGETS = {
    "the form for a strategy discussion": 12,
    "a strategy discussion": 11,
    "an enquiry": 10,
    "the form that concludes it": 11,
    "the form that authorises it": 11,
    "the form that books a conference": 15,
    "a conference": 11,
    "the form of what it decided": 15,
    "the form of what it sent": 11,
    "the form that calls it off": 11,
    "the form for a dated fact": 10,
    "a dated fact": 9,
    "the form that takes it back": 10,
}


@pytest.fixture
def no_looks_left(transactional_db: None) -> Iterator[None]:
    """Django empties its own tables after such a test; those of the read events are not its own."""
    yield
    with connection.cursor() as cursor:
        cursor.execute("truncate camden_recordopened, camden_caseopened")


def pages(cast: SimpleNamespace, browser_for: Any) -> dict[str, tuple[Callable[[], Any], int]]:
    """Each page, and the status it answers with."""
    case = f"/cases/{cast.case.pk}"
    amara, bilal, dawn = browser_for(cast.amara), browser_for(cast.bilal), browser_for(cast.dawn)
    enquiry = Enquiry.objects.get(child=cast.children[1]).get_absolute_url()
    waiting = Enquiry.objects.get(child=cast.children[0]).get_absolute_url()
    conference = ProtectionConference.objects.get().get_absolute_url()
    fact = f"{case}/facts/{Milestone.objects.get().pk}/"
    said = {
        "cause_on_quick": "2026-11-03", "cause_clock": "8:00", "held_on_quick": "2026-11-03", "held_clock": "9:30",
        "agencies": ["social-care"], "shared": "x", "decision": "x", "safety_tonight": "x", "telling_parents": "x",
        "is_joint": "joint", "decided_by": str(cast.bilal.pk), f"child_{cast.children[2].pk}": "enquire",
        f"child_{cast.children[0].pk}": "talked", "_key": str(uuid.uuid4()),
    }  # fmt: skip
    gets = {
        "the form for a strategy discussion": (amara, f"{case}/strategy-discussions/new/"),
        "a strategy discussion": (amara, StrategyDiscussion.objects.get().get_absolute_url()),
        "an enquiry": (amara, enquiry),
        "the form that concludes it": (amara, f"{enquiry}conclusion/"),
        "the form that authorises it": (bilal, f"{waiting}authorisation/"),
        "the form that books a conference": (amara, f"{case}/protection-conferences/new/"),
        "a conference": (amara, conference),
        "the form of what it decided": (dawn, f"{conference}outcome/"),
        "the form of what it sent": (amara, f"{conference}papers/"),
        "the form that calls it off": (amara, f"{conference}calling-off/"),
        "the form for a dated fact": (amara, f"{case}/facts/new/"),
        "a dated fact": (amara, fact),
        "the form that takes it back": (amara, f"{fact}striking/"),
    }
    asked = {name: (lambda who=who, url=url: who.get(url), 200) for name, (who, url) in gets.items()}
    return asked | {"a discussion sent": (lambda: amara.post(f"{case}/strategy-discussions/new/", said), 302)}


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("no_looks_left")
def test_every_page_keeps_its_budget(cast: SimpleNamespace, browser_for: Any) -> None:
    settle_protection(cast)
    counts: dict[str, int] = {}
    for name, (ask, status) in pages(cast, browser_for).items():
        ask() if status == 200 else None  # the first look of a browser finds its session
        with CaptureQueriesContext(connection) as captured:
            assert ask().status_code == status, name
        counts[name] = len(of_the_page(captured))
    assert counts.pop("a discussion sent") <= MOST_SENT
    assert counts == BUDGETS
    assert max(counts.values()) <= MOST
