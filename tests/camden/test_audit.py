"""What was looked at, what was done, what was refused: all of it is written down, and none of it can be rubbed out."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction

from camden import audit
from camden.models import CaseOpened, Recorded, RecordOpened, Refusal
from camden.principal import acting_as
from cases.models import Case, InvolvementEvent, Member, MemberEvent, Visit, VisitAccountEvent, VisitEvent
from cases.operations.allocation import allocate
from tests.conftest import as_role
from tests.factories.cases import CaseFactory, ChildFactory, InvolvementFactory, VisitFactory


@pytest.fixture(autouse=True)
def tuesday(today: Any) -> Iterator[None]:
    with time_machine.travel(datetime.combine(today, time(10), UTC), tick=False):
        yield


def looks() -> list[tuple[str, int, str, set[int]]]:
    """Every look so far: page, who, on what basis, and the records it showed."""
    rows = RecordOpened.objects.order_by("id").values_list("id", "page", "user_id", "basis")
    shown = {key: list(CaseOpened.objects.filter(event_id=key).values_list("case_id", flat=True)) for key, *_ in rows}
    assert all(len(cases) == len(set(cases)) for cases in shown.values()), "one narrow row for each record"
    return [(page, user, basis, set(shown[key])) for key, page, user, basis in rows]


def visit_of(child: Member) -> dict[str, str]:
    return {"visited_on_quick": "2026-11-03", "kind": "home", "account": "All well.", f"seen_{child.pk}": "alone"}


def test_each_page_of_a_record_writes_one_look(cast: SimpleNamespace, browser_for: Any) -> None:
    visit = VisitFactory(case=cast.case, worker=cast.amara)
    case, child = cast.case.pk, cast.children[0].pk
    client = browser_for(cast.bilal)
    for page, url in {
        "cases:detail": f"/cases/{case}/",
        "cases:child": f"/cases/{case}/children/{child}/",
        "cases:visit": f"/cases/{case}/visits/{visit.pk}/",
        "cases:visit-new": f"/cases/{case}/visits/new/",
        "cases:allocation-new": f"/cases/{case}/children/{child}/allocation/",
    }.items():
        before = len(looks())
        assert client.get(url).status_code == 200
        assert looks()[before:] == [(page, cast.bilal.pk, "team", {case})]


def test_a_list_writes_a_row_for_each_record_it_shows_and_for_no_other(cast: SimpleNamespace, browser_for: Any) -> None:
    more = [CaseFactory(team_ids=[cast.pod.pk]).pk for _ in range(3)]
    CaseFactory(team_ids=[cast.elsewhere.pk])
    browser_for(cast.amara).get("/cases/?show=team")
    assert looks() == [("cases:list", cast.amara.pk, "team", {cast.case.pk, *more})]


def test_what_a_search_found_is_written_down_too(cast: SimpleNamespace, browser_for: Any) -> None:
    found, missed = ChildFactory(given_name="Rosalind"), ChildFactory(given_name="Leon")
    Case.objects.filter(pk__in=[found.case_id, missed.case_id]).update(team_ids=[cast.pod.pk])
    client = browser_for(cast.amara)
    client.get("/cases/find/?q=rosal")
    assert looks() == [("cases:find", cast.amara.pk, "team", {found.case_id})]
    client.get("/cases/find/?q=nobody-of-that-name")
    assert len(looks()) == 1


def test_the_basis_of_a_look_is_ones_own_work_when_it_is(cast: SimpleNamespace, browser_for: Any) -> None:
    browser_for(cast.amara).get(f"/cases/{cast.case.pk}/")
    assert looks() == [("cases:detail", cast.amara.pk, "involved", {cast.case.pk})]


def test_a_page_that_shows_no_record_writes_nothing(cast: SimpleNamespace, browser_for: Any) -> None:
    assert browser_for(cast.eve).get("/roles/").status_code == 200
    assert not looks()


def test_logging_a_visit_writes_the_look_and_the_deed(cast: SimpleNamespace, browser_for: Any) -> None:
    answer = browser_for(cast.amara).post(f"/cases/{cast.case.pk}/visits/new/", visit_of(cast.children[0]))
    assert answer.status_code == 302
    assert looks() == [("cases:visit-new", cast.amara.pk, "involved", {cast.case.pk})]
    deed = Recorded.objects.get()
    assert (deed.action, deed.user_id, deed.subject) == ("logged a visit", cast.amara.pk, "cases.Visit")
    assert (deed.subject_id, deed.case_id) == (Visit.objects.get().pk, cast.case.pk)
    assert str(deed.request_id) == answer["X-Request-Id"] == str(RecordOpened.objects.get().request_id)


def test_no_event_no_page(cast: SimpleNamespace, browser_for: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(**said: Any) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(audit, "opened", fails)
    client = browser_for(cast.amara, raise_request_exception=False)
    answer = client.get(f"/cases/{cast.case.pk}/")
    assert answer.status_code == 500
    assert b"Anisa" not in answer.content
    client.post(f"/cases/{cast.case.pk}/visits/new/", visit_of(cast.children[0]))
    assert not Visit.objects.exists()


def test_a_look_is_dated_by_the_database_and_kept_in_its_months_partition(
    cast: SimpleNamespace, browser_for: Any
) -> None:
    """Frozen to a Tuesday, the web would say otherwise: it is not asked."""
    browser_for(cast.amara).get(f"/cases/{cast.case.pk}/")
    with connection.cursor() as cursor:
        cursor.execute(
            """
            select tableoid::regclass::text, at > now() - interval '1 hour' from camden_recordopened
            union all select tableoid::regclass::text, at > now() - interval '1 hour' from camden_caseopened
            """
        )
        rows = cursor.fetchall()
        cursor.execute("select to_char(now() at time zone 'UTC', '_YYYYMM')")
        (month,) = cursor.fetchone()
    assert rows == [(f"camden_recordopened{month}", True), (f"camden_caseopened{month}", True)]


def test_nobody_can_look_without_being_somebody(cast: SimpleNamespace) -> None:
    somebody = pytest.raises(DatabaseError, match="a look needs somebody who looks")
    with as_role("camden_app"), somebody, transaction.atomic():
        audit.opened(page="x", cases=[cast.case.pk], why="", request_id="00000000-0000-4000-8000-000000000000")


@pytest.mark.parametrize(
    ("who", "address", "status", "page", "asked_for"),
    [
        ("dan", "/cases/{case}/", 404, "cases:detail", "pk={case}"),
        ("dan", "/cases/987654/", 404, "cases:detail", "pk=987654"),
        ("dan", "/cases/{case}/children/{child}/", 404, "cases:child", "case_pk={case},pk={child}"),
        ("amara", "/cases/{case}/children/987654/", 404, "cases:child", "case_pk={case},pk=987654"),
        (
            "amara",
            "/cases/{case}/children/{child}/allocation/",
            403,
            "cases:allocation-new",
            "case_pk={case},pk={child}",
        ),
        ("eve", "/cases/", 403, "cases:list", ""),
    ],
)
def test_a_refusal_is_written_with_what_was_asked_for(
    cast: SimpleNamespace, browser_for: Any, who: str, address: str, status: int, page: str, asked_for: str
) -> None:
    keys = {"case": cast.case.pk, "child": cast.children[0].pk}
    person = getattr(cast, who)
    for method in ("get", "post"):
        answer = getattr(browser_for(person), method)(address.format(**keys))
        assert answer.status_code == status
        refusal = Refusal.objects.latest("pk")
        assert (refusal.user_id, refusal.page, refusal.status) == (person.pk, page, status)
        assert refusal.asked_for == asked_for.format(**keys)
        assert str(refusal.request_id) == answer["X-Request-Id"]
    assert Refusal.objects.count() == 2
    assert not looks(), "what was refused was not seen"


def test_an_address_that_leads_nowhere_is_no_refusal(cast: SimpleNamespace, browser_for: Any) -> None:
    assert browser_for(cast.dan).get("/nowhere/").status_code == 404
    assert not Refusal.objects.exists()


def test_history_says_who_and_in_which_request(cast: SimpleNamespace, browser_for: Any) -> None:
    answer = browser_for(cast.amara).post(f"/cases/{cast.case.pk}/visits/new/", visit_of(cast.children[0]))
    for event in (VisitEvent.objects.get(), VisitAccountEvent.objects.get()):
        assert event.pgh_context == {"user": cast.amara.pk, "request": answer["X-Request-Id"]}
    with as_role("camden_app"), acting_as(cast.bilal) as request_id:
        Member.objects.filter(pk=cast.children[0].pk).update(language="Bengali")
    assert MemberEvent.objects.latest("pgh_id").pgh_context == {"user": cast.bilal.pk, "request": str(request_id)}


def test_history_of_an_allocation_says_who_allocated(cast: SimpleNamespace, today: Any) -> None:
    """Written inside a function that runs as the owner: the person is still the one who asked."""
    child = ChildFactory(case=cast.case)
    with as_role("camden_app"), acting_as(cast.bilal) as request_id:
        allocate(child=child, to=cast.amara, team=cast.pod, on=today)
    event = InvolvementEvent.objects.latest("pgh_id")
    assert event.pgh_context == {"user": cast.bilal.pk, "request": str(request_id)}


def test_a_correction_keeps_what_was_said_before(cast: SimpleNamespace) -> None:
    child = cast.children[0]
    with as_role("camden_app"), acting_as(cast.amara):
        for name in ("Anissa", "Anisah"):
            Member.objects.filter(pk=child.pk).update(given_name=name)
    names = MemberEvent.objects.filter(pgh_obj=child.pk).order_by("pgh_id").values_list("given_name", flat=True)
    assert list(names) == ["Anisa", "Anissa", "Anisah"]


def test_history_is_seen_by_those_who_see_the_record_and_nobody_else(cast: SimpleNamespace) -> None:
    InvolvementFactory(child=ChildFactory(), worker=cast.dan, team=cast.elsewhere)
    everything = MemberEvent.objects.count()
    with as_role("camden_app"):
        with acting_as(cast.amara):
            assert MemberEvent.objects.count() == everything - 1 == 3
            assert set(InvolvementEvent.objects.values_list("case_id", flat=True)) == {cast.case.pk}
        with acting_as(cast.eve):
            assert not MemberEvent.objects.exists()


def test_looks_that_came_too_late_for_a_partition_move_into_it_when_it_is_made(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into camden_recordopened"
            " select 1, now() + interval '20 months', 1, 'x', 'team', '', gen_random_uuid()"
        )
        cursor.execute("insert into camden_caseopened select 1, 1, now() + interval '20 months'")
        cursor.execute("select app_partitions(21)")
        assert cursor.fetchone()[0] == 16
        cursor.execute("select app_partitions(21)")
        assert cursor.fetchone()[0] == 0
        for table in ("camden_recordopened", "camden_caseopened"):
            cursor.execute(f"select tableoid::regclass::text from {table}")
            assert "other" not in cursor.fetchone()[0]
            cursor.execute(f"select count(*) from {table}_other")
            assert cursor.fetchone() == (0,)


def test_there_is_room_for_the_looks_of_this_month_and_the_next(db: None) -> None:
    with connection.cursor() as cursor:
        for table in ("camden_recordopened", "camden_caseopened"):
            cursor.execute(
                "select bool_and(to_regclass(%s || to_char(now() + make_interval(months => m), '_YYYYMM')) is not null)"
                " from generate_series(0, 1) m",
                [table],
            )
            assert cursor.fetchone() == (True,)
