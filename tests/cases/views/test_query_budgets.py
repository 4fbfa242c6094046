"""How many questions each page asks the database: counted with real transactions, as in production."""

import uuid
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from camden import audit
from cases.models import Case, Relationship, VisitChild
from cases.operations.chronology import note
from tests.factories.cases import (
    ActionFactory,
    CaseFactory,
    ChildFactory,
    EpisodeFactory,
    InvolvementFactory,
    VisitFactory,
)
from tests.queries import of_the_page

MOST = 15  # of any main page (DESIGN 7)
MOST_SENT = 21  # of a form that is sent, and answers with no page
# BEGIN, COMMIT, session, person, principal and read event included. Raising one is a decision somebody sees in review.
BUDGETS = {
    "the list of one's own": 9,
    "the list of a team": 9,
    "those who wait": 9,
    "what a search finds": 10,
    "a family": 14,
    # One for whether a family group conference is to be offered now: thresholds, offers and what was put off at once.
    "a child": 15,
    "where things stand": 13,
    # Parts, words, how somebody sees it differently; one question for all else: people, goals, copies, other visits.
    "a visit": 13,
    # One for the drafts of this form. What waits unsent would otherwise have to be asked for by the script.
    # One for everything else that is known of the family: people, goals, questions to ask, plans, other visits.
    "the form for a visit": 11,
    "the form again, with a message": 10,
    # One for whether the form was sent before, asked first so that a replay does nothing at all. Noting that it was
    # sent costs none: it goes with the read event. Three keep the clocks (who waits, what is read, what differs is
    # written, which it is once only), and one says when the next visit is due.
    # And one ties it to what was planned.
    "a visit logged": 21,
    "an action": 10,
    "the form that closes it": 11,
    "an action closed": 14,
    "the form for a hand-over": 9,
    "a hand-over": 15,
    # The one page that asks every app what it has to say, and for the drafts; fifteen without BEGIN and COMMIT. One of
    # them is where somebody goes today, what is to be written up and what was passed on.
    "my day": 17,
    "late or slipping": 13,
    "planning a visit": 15,
    "my day, read": 7,
    "promises": 9,
    "the form for a promise": 11,
    "whom what we agreed is for": 13,
    # Where they live, what is safe, what was agreed, their own words, and when the worker comes next.
    "what we agreed": 13,
    "what we agreed, given": 19,
}


def asked(ask: Callable[[], Any], status: int) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        assert ask().status_code == status
    return of_the_page(captured)


def pages(cast: SimpleNamespace, client: Any) -> dict[str, tuple[Callable[[], Any], int]]:
    """Each page, and the status it answers with."""
    case, child = f"/cases/{cast.case.pk}/", cast.children[0]
    said = {"visited_on_quick": "2026-11-03", "kind": "home", "account": "x", f"seen_{child.pk}": "alone"}
    said |= {f"seen_{each.pk}": "not-seen" for each in cast.children[1:]}

    def sent() -> Any:
        return client.post(f"{case}visits/new/", said | {"_key": str(uuid.uuid4())})

    visit = VisitFactory(case=cast.case, worker=cast.amara)
    for each in cast.children:
        VisitChild.objects.create(case=cast.case, visit=visit, child=each, seen="not-seen")
    agreed = [ActionFactory(case=cast.case, keeper=cast.amara, children=cast.children) for _ in range(3)]
    return {
        "the list of one's own": (lambda: client.get("/cases/"), 200),
        "the list of a team": (lambda: client.get("/cases/?show=team"), 200),
        "those who wait": (lambda: client.get("/cases/?show=waiting"), 200),
        "what a search finds": (lambda: client.get("/cases/find/?q=a"), 200),
        "a family": (lambda: client.get(case), 200),
        "a child": (lambda: client.get(child.get_absolute_url()), 200),
        "where things stand": (lambda: client.get(f"{case}journey/"), 200),
        "a visit": (lambda: client.get(visit.get_absolute_url()), 200),
        "the form for a visit": (lambda: client.get(f"{case}visits/new/"), 200),
        "the form again, with a message": (lambda: client.post(f"{case}visits/new/", {"account": "x"}), 200),
        "a visit logged": (sent, 302),
        "an action": (lambda: client.get(f"{case}actions/{agreed[0].pk}/"), 200),
        "the form that closes it": (lambda: client.get(f"{case}actions/{agreed[0].pk}/closure/"), 200),
        "an action closed": (lambda: client.post(f"{case}actions/{agreed.pop().pk}/closure/", {"became": "done"}), 302),
        "the form for a hand-over": (lambda: client.get(f"{case}duty-notes/new/"), 200),
        "a hand-over": (lambda: client.post(f"{case}duty-notes/new/", {"why": "x", "done": "y"}), 302),
        "my day": (lambda: client.get("/my-day/"), 200),
        "late or slipping": (lambda: client.get("/my-day/late/"), 200),
        "planning a visit": (lambda: client.get(f"{case}planned-visits/new/?work=visit"), 200),
        "promises": (lambda: client.get(f"{case}promises/"), 200),
        "the form for a promise": (lambda: client.get(f"{case}promises/new/"), 200),
        "whom what we agreed is for": (lambda: client.get(f"{visit.get_absolute_url()}agreed/"), 200),
        "what we agreed": (lambda: client.get(f"{visit.get_absolute_url()}agreed/?to={child.pk}"), 200),
        "what we agreed, given": (
            lambda: client.post(f"{visit.get_absolute_url()}agreed/?to={child.pk}", {"words": "x", "how": "by-hand"}),
            302,
        ),
        "my day, read": (lambda: client.post("/my-day/caught-up/", {"until": "2026-11-03T09:00:00+00:00"}), 302),
    }


def grow(cast: SimpleNamespace) -> None:
    """From one family of one child to forty of both, with a history."""
    for number in range(39):
        child = ChildFactory(case=cast.case, given_name=f"Sibling {number}")
        EpisodeFactory(child=child)
        InvolvementFactory(child=child, worker=cast.amara, team=cast.pod)
        if number % 2:
            InvolvementFactory(child=child, worker=cast.bilal, team=cast.team, role="co-worker")
        adult = ChildFactory(case=cast.case, kind="adult")
        Relationship.objects.create(case=cast.case, one=adult, other=child, kind="parent")
        other = ChildFactory(case=CaseFactory(team_ids=[cast.pod.pk]), given_name=f"Another {number}")
        InvolvementFactory(child=other, worker=cast.amara, team=cast.pod, role="co-worker")
        EpisodeFactory(child=other)
        day = date(2026, 10, 1) - timedelta(days=number)
        note(case=cast.case, on=day, kind="visit", summary="A visit", children=[child])
        note(case=other.case, on=day, kind="visit", summary="A visit", children=[other], by=cast.bilal)
        ActionFactory(case=other.case, keeper=cast.amara, children=[other])
        cast.children.append(child)


@pytest.fixture
def one(cast: SimpleNamespace) -> SimpleNamespace:
    """One family with one child, and one that waits for a worker."""
    EpisodeFactory(child__case__team_ids=[cast.pod.pk])
    for child in cast.children[1:]:
        child.involvements.all().delete()
        child.episodes.all().delete()
        child.households.all().delete()
        child.delete()
    cast.children = cast.children[:1]
    # A timeline with an entry, as every family's has: how somebody sees it differently is asked only then.
    note(case=cast.case, on=date(2026, 9, 30), kind="visit", summary="A visit", children=cast.children)
    return cast


@pytest.fixture
def no_looks_left(transactional_db: None) -> Iterator[None]:
    """Django empties its own tables after such a test; those of the read events are not its own."""
    yield
    with connection.cursor() as cursor:
        cursor.execute("truncate camden_recordopened, camden_caseopened")


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("no_looks_left")
def test_every_page_keeps_its_budget_for_one_family_and_for_forty(one: SimpleNamespace, browser_for: Any) -> None:
    client = browser_for(one.amara)
    counts: list[dict[str, int]] = []
    for size in (1, 40):
        if size == 40:
            grow(one)
        assert (Case.objects.count(), len(one.children)) == (size + 1, size)
        found = {}
        for name, (ask, status) in pages(one, client).items():
            ask()  # the first time reads templates and content types
            statements = asked(ask, status)
            found[name] = len(statements)
            assert statements[:1] != ["BEGIN"] and "BEGIN" in statements and "COMMIT" in statements, name
        counts.append(found)
    assert counts[0] == counts[1], "the same for one and for forty"
    assert counts[1] == BUDGETS
    over = {page: most for page, most in BUDGETS.items() if most > MOST}
    assert over == {"a visit logged": MOST_SENT, "my day": MOST + 2, "what we agreed, given": MOST_SENT - 2}


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("no_looks_left")
def test_a_question_for_each_child_would_be_noticed(
    one: SimpleNamespace, browser_for: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = audit.opened

    def one_by_one(**said: Any) -> None:
        for case in said["cases"]:
            real(**(said | {"cases": [case]}))

    client = browser_for(one.amara)
    monkeypatch.setattr(audit, "opened", one_by_one)
    few = len(asked(lambda: client.get("/cases/"), 200))
    grow(one)
    assert len(asked(lambda: client.get("/cases/"), 200)) > few
