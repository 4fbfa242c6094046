"""Nobody opens a page of a family they do not work with, whatever the page.

The URLconf is walked, so that new pages are asked too.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from camden import access
from camden.access import Role
from camden.operations.files import keep
from cases import lookup
from cases.access import CaseScope
from cases.models import Assessment, Case, Clock, Goal, OversightNote, PlannedVisit, Release, Visit, VisitChild
from cases.models.case import CaseQuerySet, OfCase
from cases.operations.chronology import note
from conferences.models import PlanEdition
from conferences.models.conference import OfConferenceQuerySet
from supervision.models import (
    Attendance,
    Discussion,
    DiscussionQuerySet,
    GroupQuerySet,
    SessionQuerySet,
)
from tests.conftest import AppClient
from tests.factories.allocating import settle_allocating
from tests.factories.around import settle_around
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.cases import (
    ActionFactory,
    ChildFactory,
    DutyNoteFactory,
    ExclusionFactory,
    InvolvementFactory,
    ProposedMoveFactory,
    VisitFactory,
)
from tests.factories.conferences import ConferenceFactory, coordinator_of, fill
from tests.factories.deliberating import settle_decisions
from tests.factories.drift import overseen, still_goal
from tests.factories.family_plans import give_a_plan, planned
from tests.factories.journey_door import ClosureFactory, ContactFactory, ReferralFactory
from tests.factories.journey_help import helped
from tests.factories.journey_protect import settle_protection
from tests.factories.meetings import settle_meetings
from tests.factories.picturing import settle_pictures
from tests.factories.preparing import settle_afterwards, settle_preparing
from tests.factories.record_chronology import chronicled
from tests.factories.record_notes import CaseNoteFactory, DocumentFactory
from tests.factories.record_people import settle_people
from tests.factories.record_voice import ConsentFactory, FeedbackFactory, InvitationFactory, QuoteFactory
from tests.factories.sharing import shared_once
from tests.factories.steps import settle_steps
from tests.factories.supervision import think_together
from tests.factories.writing import paper_of, part_of
from tests.guards.addresses import (
    ASKED_OF,
    NOT_OF_RECORDS,
    OF_A_GROUP,
    OF_A_RECORD,
    WORDS,
    WORDS_OF,
    opens,
)
from tests.guards.walk import urls

NOBODY = 987_654_321  # a key that nothing has
REFUSED = {403, 404, 405}
NAMES = (b"Rahman", b"Anisa", b"Imran", b"Zayd", b"Tamsin", b"Lindqvist")


@pytest.fixture
def strangers(cast: SimpleNamespace) -> dict[str, Any]:
    """People who must not open the Rahmans' record, each for a reason of their own."""
    people = {"works in another team": cast.dan, "looks after the settings": cast.eve}
    for why, role in {
        "is excluded": Role.SOCIAL_WORKER,
        "has left the team": Role.SOCIAL_WORKER,
        "is consulted and no more": Role.CLINICIAN,
        "does not work with them any more": Role.REVIEWING_OFFICER,
        "convenes conferences for other families": Role.CONFERENCE_COORDINATOR,
        "convened their conference and no longer does": Role.CONFERENCE_COORDINATOR,
    }.items():
        people[why] = UserFactory(name=f"Somebody who {why}")
        MembershipFactory(user=people[why], team=cast.pod, role=role)
    people["has left the team"].memberships.update(ended_on="2026-10-30")
    child = cast.children[0]
    # Excluded in spite of being in the pod and working with the child: nothing beats it.
    ExclusionFactory(case=cast.case, worker=people["is excluded"])
    for why, scope, ended_on in (
        ("is excluded", CaseScope.FULL, None),
        ("is consulted and no more", CaseScope.CONSULTATION, None),
        ("does not work with them any more", CaseScope.FULL, "2026-10-01"),
        ("convened their conference and no longer does", CaseScope.CONFERENCE, "2026-10-01"),
    ):
        InvolvementFactory(
            child=child, worker=people[why], team=cast.pod, role="co-worker", scope=scope, ended_on=ended_on
        )
    return people


@pytest.fixture
def record(cast: SimpleNamespace) -> Case:
    """The Rahmans' record with a row of every kind that a page may be about."""
    keys_begin_again()
    visit = VisitFactory(case=cast.case, worker=cast.amara)
    VisitChild.objects.create(case=cast.case, visit=visit, child=cast.children[0], seen="alone")
    about = {"children": cast.children, "subject_id": visit.pk}
    note(case=cast.case, on=visit.visited_on, kind="visit", summary="Amara visited", **about)
    ActionFactory(case=cast.case, keeper=cast.amara, what="Ring Anisa’s school")
    DutyNoteFactory(case=cast.case, writer=cast.bilal)
    CaseNoteFactory(case=cast.case, writer=cast.amara, children=cast.children)
    letter = keep(b"%PDF- Dear Anisa")
    DocumentFactory(case=cast.case, added_by=cast.amara, child=cast.children[0], sha256=letter, title="Anisa’s letter")
    think_together(cast)
    cast.samira = coordinator_of(cast.children[0], cast.service)
    conference = ConferenceFactory(case=cast.case, referred_by=cast.amara, coordinator=cast.samira, stage="preparing")
    settle_afterwards(settle_preparing(fill(conference, cast.amara), cast.samira), cast.samira)
    PlanEdition.objects.create(case=cast.case, conference=conference, edition=1, agreed_on="2026-10-31", content={})
    rosa = MembershipFactory(user__name="Rosa Begum", team=cast.pod).user
    InvolvementFactory(child=cast.children[0], worker=rosa, team=cast.pod, role="co-worker")
    ContactFactory(case=cast.case, taken_by=cast.amara, about=cast.children)
    on, rule = timezone.localdate(), {"rule": "CN2", "amount": 20, "unit": "wd"}
    Clock.objects.create(
        case=cast.case, child=cast.children[0], anchor_on=on - timedelta(28), due_on=on, do_by=on, **rule
    )
    ReferralFactory(case=cast.case, about=cast.children)
    ClosureFactory(case=cast.case, asked_by=cast.amara, about=cast.children)
    ProposedMoveFactory(case=cast.case, team=cast.team, children=cast.children, to_worker=rosa, to_team=cast.pod)
    settle_allocating(cast, rosa)
    helped(cast.case, cast.children, worker=cast.amara, manager=cast.bilal)
    settle_protection(cast)
    settle_meetings(cast)
    chronicled(cast.case, cast.children, cast.amara)
    paper = paper_of(Assessment.objects.get(case=cast.case))
    part_of(paper, "why", "Anisa’s school rang", cast.amara)
    settle_people(cast.case)
    settle_around(cast.case, cast.amara)
    settle_decisions(cast.case, cast.children, worker=cast.amara, manager=cast.bilal)
    Goal.objects.create(case=cast.case, words="Anisa sleeps through.", set_on=on, set_by=cast.amara)
    Visit.objects.create(case=cast.case, worker=cast.amara, visited_on=on, kind="home")  # not written up yet
    PlannedVisit.objects.create(case=cast.case, worker=cast.amara, planned_by=cast.amara, planned_on=on)
    given = {"title": "What we agreed", "given_to": "Shirin", "body": {"words": "We come on Friday."}, "how": "by-hand"}
    Release.objects.create(case=cast.case, kind="agreed", visit=visit, given_on=on, given_by=cast.amara, **given)
    QuoteFactory(speaker=cast.children[0])
    ConsentFactory(member=cast.children[0])
    InvitationFactory(member=cast.children[0])
    FeedbackFactory(member=cast.children[0])
    shared_once(cast.case, cast.children[0], cast.amara)
    settle_steps(cast.case, cast.bilal)
    planned(cast.case, cast.children, cast.amara)
    give_a_plan(cast.case, cast.children[0], cast.amara)
    settle_pictures(cast.case, cast.amara)
    still_goal(cast.case, cast.amara)
    overseen(cast.case, cast.bilal)
    agreed = {
        "thought_in": "Group supervision",
        "said": [["We thought", "x"]],
        "subject_id": 1,
        "agreed_by": cast.bilal,
    }
    OversightNote.objects.create(case=cast.case, child=cast.children[0], thought_on=on, agreed_on=on, **agreed)
    began = {"counts_from_on": date(2026, 10, 1), "started_on": date(2026, 10, 1), "worker": cast.amara}
    Assessment.objects.create(case=cast.case, legal_basis="need", **began)  # nobody wrote a text for it yet
    counted = {"due_on": date(2026, 8, 21), "do_by": date(2026, 8, 21), "amount": 20, "unit": "wd"}
    Clock.objects.create(case=cast.case, child=cast.children[0], rule="CN2", anchor_on=date(2026, 8, 21), **counted)
    return cast.case


def keys_begin_again() -> None:
    """Rows of every kind have the same few keys, so that each page is asked with few: sequences survive a rollback."""
    kinds = [model for model in apps.get_models() if issubclass(model, (OfCase, Clock)) and model._meta.pk.name == "id"]
    statements = []
    for model in kinds:
        last = model._base_manager.order_by("-pk").values_list("pk", flat=True).first() or 0
        statements.append(f"alter sequence {model._meta.db_table}_id_seq restart with {last + 1}")
    with connection.cursor() as cursor:
        cursor.execute("; ".join(statements))


def record_urls(case: int, keys: list[int]) -> Iterator[tuple[str, str]]:
    """Every page about a record: its name, and its address, with each of the keys if it asks for a row beneath."""
    for url in urls():
        if not url.keys or url.name in NOT_OF_RECORDS:
            continue
        own = {"case_pk": case} if "case_pk" in url.keys else {"pk": case} if "pk" in url.keys else {}
        others = [key for key in url.keys if key not in own]
        said, asked = WORDS | WORDS_OF.get(url.name, {}), ASKED_OF.get(url.name)
        for pk in keys if others or asked else [0]:
            kwargs = own | {key: said.get(key, pk) for key in others}
            yield url.name, reverse(url.name, kwargs=kwargs) + (f"?{asked}={pk}" if asked else "")


def keys_of(case: Case) -> list[int]:
    """Keys of some rows of every kind beneath the record, and of the sessions it was talked about in.

    Some: the first of a kind may be past what a page is for.
    """
    sessions = Discussion.objects.filter(case=case).values_list("session", flat=True)
    groups = Discussion.objects.filter(case=case).values_list("session__group", flat=True)
    kinds = [model for model in apps.get_models() if issubclass(model, (OfCase, Clock))]
    found = [model._base_manager.filter(case=case).order_by("pk").values_list("pk", flat=True)[:9] for model in kinds]
    return sorted({key for keys in [*found, sessions, groups] for key in keys})


# Who opened each page in the test before, and with which key: asked first, because rows of every kind have the same few
# keys in every test, and to try them all for every page takes ten times as long.
BEFORE: dict[str, tuple[int, str]] = {}
THE_RECORD = "the record"  # stands for its key in `BEFORE`


@pytest.fixture
def pages(cast: SimpleNamespace, record: Case) -> dict[str, str]:
    """Every page about the record, with the address at which its worker, her manager, coordinator or chair opens it."""
    clients = [signed_in(person) for person in (cast.amara, cast.bilal, cast.samira, cast.dawn)]
    found = {}
    for name, (person, shape) in BEFORE.items():
        url = shape.replace(THE_RECORD, str(record.pk))
        if opens(name, clients[person].get(url)):
            found[name] = url
    for person, client in enumerate(clients):
        for name, url in record_urls(record.pk, keys_of(record)):
            if name not in found and opens(name, client.get(url)):
                found[name] = url
                BEFORE[name] = person, url.replace(f"/cases/{record.pk}/", f"/cases/{THE_RECORD}/", 1)
    return found


def signed_in(person: Any, browser: type[Client] = AppClient) -> Client:
    client = browser()
    client.force_login(person)
    return client


SENT = {"visited_on": "1 11 2026", "account": "x"}


def answers_of(client: Client, url: str) -> list[Any]:
    """What a page says, by GET and by POST."""
    return [client.get(url), client.post(url, SENT)]


def leak(why: str, name: str, answer: Any) -> list[str]:
    """What a stranger got to see, in words; nothing when it is as it should be."""
    shown = [word for word in NAMES if word in answer.content]
    if (answer.status_code in REFUSED or name in OF_A_GROUP) and not shown:
        return []
    return [f"somebody who {why}: {answer.request['REQUEST_METHOD']} {name} {answer.status_code} {shown}"]


def opened(people: dict[str, Any], pages: dict[str, str], browser: type[Client] = AppClient) -> list[str]:
    """What strangers got to see: every page by GET and by POST."""
    leaks = []
    for why, person in people.items():
        client = signed_in(person, browser)
        for name, url in pages.items():
            leaks += [said for answer in answers_of(client, url) for said in leak(why, name, answer)]
    return leaks


def test_every_page_of_the_record_opens_for_its_worker_or_her_manager(pages: dict[str, str]) -> None:
    """Otherwise the guards here ask for pages that nobody has, and prove nothing."""
    assert {name for name, _ in record_urls(NOBODY, [NOBODY])} - set(pages) == set()
    assert len(pages) >= 5


@pytest.mark.parametrize("browser", [AppClient, Client], ids=["both walls", "the first alone"])
def test_a_stranger_opens_no_page_and_a_record_is_to_them_like_none_at_all(
    strangers: dict[str, Any], pages: dict[str, str], browser: type[Client]
) -> None:
    """What is invisible and what does not exist get the same bytes. The first wall alone: as superuser, whom no policy
    holds."""
    before = Visit.objects.count()
    leaks = []
    for why, person in strangers.items():
        client = signed_in(person, browser)
        for name, url in pages.items():
            answers = answers_of(client, url)
            leaks += [said for answer in answers for said in leak(why, name, answer)]
            if name not in OF_A_GROUP:
                missing = re.sub(OF_A_RECORD, rf"/\1/{NOBODY}/", url)
                assert [*map(_bytes, answers)] == [*map(_bytes, answers_of(client, missing))]
    assert not leaks
    assert Visit.objects.count() == before


def test_the_coordinator_of_a_family_opens_pages_of_its_conference_and_no_other(
    cast: SimpleNamespace, pages: dict[str, str]
) -> None:
    """Held by both walls, and by each alone."""
    others = {name: url for name, url in pages.items() if not name.startswith("conferences:")}
    others["conferences:for-case"] = pages["conferences:for-case"]
    for browser in (AppClient, Client):
        assert not opened({"coordinates their conference": cast.samira}, others, browser)
        assert signed_in(cast.samira, browser).get(pages["conferences:conference"]).status_code == 200


def test_nobody_signed_in_is_sent_to_sign_in_by_every_page(pages: dict[str, str]) -> None:
    for name, url in pages.items():
        for answer in (AppClient().get(url), AppClient().post(url, {"account": "x"})):
            assert (name, answer.status_code) == (name, 302)
            assert answer["Location"].startswith("/accounts/login/")


def test_a_restricted_record_is_closed_to_its_own_team(
    cast: SimpleNamespace, record: Case, pages: dict[str, str]
) -> None:
    # Who took part in a session reads what they heard there; this asks for those who only have the team.
    Attendance.objects.filter(person=cast.bilal).delete()
    record.is_restricted = True
    record.save()
    assert not opened({"manages the team": cast.bilal, "manages the service": cast.cora}, pages)


def test_row_level_security_alone_closes_every_page(
    strangers: dict[str, Any], pages: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _take_down_the_first_wall(monkeypatch)
    assert not opened(strangers, pages)


def test_row_level_security_alone_keeps_lists_and_searches_to_ones_own(
    strangers: dict[str, Any], record: Case, cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    urls = ("/cases/?show=team", "/cases/?show=waiting", "/cases/?show=mine", "/cases/find/?q=a")
    urls += ("/cases/?show=duty", "/my-day/", "/cases/front-door/", "/cases/front-door/contacts/new/?q=a")
    _take_down_the_first_wall(monkeypatch)
    for person in strangers.values():
        for answer in map(signed_in(person).get, urls):
            assert answer.status_code == 200
            assert not [name for name in NAMES if name in answer.content]
    assert b"Anisa" in signed_in(cast.dan, Client).get(urls[0]).content  # as superuser: neither wall


def test_without_either_wall_the_guard_finds_leaks(
    strangers: dict[str, Any], pages: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _take_down_the_first_wall(monkeypatch)
    open_now = {"GET cases:visit ", "POST cases:visit-new ", "GET supervision:discussion ", "GET supervision:session "}
    found = opened(strangers, {words.split()[1]: pages[words.split()[1]] for words in open_now}, Client)
    assert {leak.split(":")[0] for leak in found} == {f"somebody who {why}" for why in strangers}
    for words in open_now:
        assert any(words in leak for leak in found)


def test_somebody_elses_rows_beneath_ones_own_record_are_like_none_at_all(cast: SimpleNamespace, record: Case) -> None:
    other = ChildFactory(given_name="Tamsin", family_name="Lindqvist")
    visit = VisitFactory(case=other.case, worker=cast.dan)
    conference = ConferenceFactory(case=other.case, referred_by=cast.dan)
    clients = [signed_in(cast.bilal), signed_in(cast.samira), signed_in(cast.dawn)]
    for key in {other.pk, visit.pk, conference.pk} - set(keys_of(record)):
        both = zip(record_urls(record.pk, [key]), record_urls(record.pk, [NOBODY]), strict=True)
        for (name, theirs), (_, nobodys) in both:
            if theirs == nobodys:
                continue
            answers = [client.get(theirs) for client in clients]
            # 403 is about a role and says the same of every key; one of the three has the role.
            assert (name, {answer.status_code for answer in answers} - {403}) == (name, {404})
            assert [_bytes(answer) for answer in answers] == [_bytes(client.get(nobodys)) for client in clients]


def test_a_refusal_that_says_more_about_one_than_the_other_is_noticed() -> None:
    one = {"status_code": 404, "content": b"Nothing here.", "headers": {"X-Request-Id": "1", "Content-Length": "13"}}
    for difference in ({"status_code": 403}, {"content": b"Not for you."}, {"headers": {"Content-Length": "14"}}):
        assert _bytes(SimpleNamespace(**one)) != _bytes(SimpleNamespace(**(one | difference)))
    assert _bytes(SimpleNamespace(**one)) == _bytes(SimpleNamespace(**(one | {"headers": {"Content-Length": "13"}})))


def _take_down_the_first_wall(monkeypatch: pytest.MonkeyPatch) -> None:
    """Django shows everything to everybody, whatever their role."""
    monkeypatch.setattr(CaseQuerySet, "visible_to", lambda cases, user: cases.all())
    # The rule is put together once and kept, with the wall still in it: here it is put together each time.
    monkeypatch.setattr(lookup, "_one_case", lookup._one_case.__wrapped__)
    for rows in (GroupQuerySet, SessionQuerySet, DiscussionQuerySet):
        monkeypatch.setattr(rows, "visible_to", lambda found, user: found.all())
    monkeypatch.setattr(OfConferenceQuerySet, "visible_to", lambda rows, user: rows.all())
    monkeypatch.setattr(access, "may", lambda user, permission: True)


def _bytes(answer: Any) -> tuple[int, bytes, dict[str, str]]:
    """All a person could tell two answers apart by."""
    headers = {key: value for key, value in answer.headers.items() if key != "X-Request-Id"}
    return answer.status_code, answer.content, headers
