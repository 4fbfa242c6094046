"""Whoever looks after learning reaches no family's record: no address opens one, and the database shows no row."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.urls import NoReverseMatch, reverse

from camden.access import Role
from camden.principal import acting_as
from cases.models import Case
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory
from tests.factories.training_floor import BookingFactory, CertificateFactory, CourseSessionFactory
from tests.guards.test_strangers import NAMES, REFUSED, keys_of, record, record_urls  # noqa: F401 - their fixture
from tests.guards.walk import urls

SHOWS_EXAMPLES = {"office:gallery"}  # components with the names of an invented family, written in its template


def body_of(answer: Any) -> bytes:
    """What was answered, of a page or of a file that is sent in parts."""
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


@pytest.fixture
def lead(cast: SimpleNamespace) -> Any:
    """The training lead of the family’s own service."""
    return MembershipFactory(user__name="Imogen Tate", team=cast.service, role=Role.TRAINING_LEAD).user


def test_no_page_of_a_record_opens_for_the_training_lead(record: Case, lead: Any, browser_for: Any) -> None:  # noqa: F811
    client, asked = browser_for(lead), []
    for name, path in record_urls(record.pk, keys_of(record)):
        for send in (client.get, client.post, client.head):
            answer = send(path)
            asked.append(name)
            assert answer.status_code in REFUSED, f"{name} answers {answer.status_code}"
            assert not [word for word in NAMES if word in body_of(answer)], name
    assert len(asked) > 150, "every page of a record was asked for"
    assert len({name for name in asked if name.endswith(("-file", "-picture", "given", "-held"))}) > 5, "and its files"


def test_nothing_that_is_sent_to_a_page_without_a_key_is_answered_with_a_family(
    record: Case,  # noqa: F811
    lead: Any,
    browser_for: Any,
) -> None:
    words = {"q": NAMES[0].decode(), "words": "x", "emails": "x", "title": "x", "find": NAMES[0].decode()}
    answered = []
    for url in urls():
        if url.keys or url.name in SHOWS_EXAMPLES or url.name.startswith(("account_", "mfa_")):
            continue
        try:
            answer = browser_for(lead).post(reverse(url.name), words)
        except NoReverseMatch:
            continue
        assert answer.status_code != 500, url.name
        answered.append(url.name)
        assert not [word for word in NAMES[1:] if word in body_of(answer)], url.name
    assert {"training:radar", "training:said", "training:round-new", "training:you-said-new"} <= set(answered)
    assert len(answered) > 40


def test_files_that_hang_beneath_no_record_name_no_family(record: Case, lead: Any, browser_for: Any) -> None:  # noqa: F811
    """A calendar and a certificate of one's own: the only files the pages of learning give."""
    client = browser_for(lead)
    session = CourseSessionFactory()
    BookingFactory(session=session, person=lead, placed_at="2026-11-02T10:00Z")
    certificate = CertificateFactory(session=session, person=lead)
    for path in (f"dates/{session.pk}/calendar/", f"certificates/{certificate.pk}/"):
        answer = client.get(f"/learning/{path}")
        assert answer.status_code == 200
        assert not [word for word in NAMES if word in body_of(answer)], path


def test_no_page_without_a_key_names_a_family_to_the_training_lead(
    record: Case,  # noqa: F811
    lead: Any,
    browser_for: Any,
) -> None:
    client, opened = browser_for(lead), []
    for url in urls():
        if url.keys or url.name in SHOWS_EXAMPLES:
            continue
        try:
            answer = client.get(reverse(url.name))
        except NoReverseMatch:
            continue
        if answer.status_code == 200:
            opened.append(url.name)
            assert not [word for word in NAMES if word in answer.content], url.name
    assert {"training:radar", "training:courses", "training:mine"} <= set(opened)


def test_the_database_shows_the_training_lead_no_row_that_hangs_beneath_a_record(record: Case, lead: Any) -> None:  # noqa: F811
    with connection.cursor() as cursor:
        cursor.execute(
            "select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'case_id'"
            " where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v')"
            " and has_table_privilege('camden_app', c.oid, 'select') order by 1"
        )
        tables = [name for (name,) in cursor.fetchall()]
        full = []
        for table in tables:
            cursor.execute(f"select exists (select 1 from {table})")  # noqa: S608 - names of our own tables
            full += [table] if cursor.fetchone()[0] else []
    with as_role("camden_app"), acting_as(lead), connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"select count(*) from {table}")  # noqa: S608 - names of our own tables
            assert cursor.fetchone() == (0,), table
    assert len(full) > 40, "there are rows that could have been seen"


def test_nothing_in_learning_has_a_key_of_a_record(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select conrelid::regclass::text, confrelid::regclass::text from pg_constraint"
            " where contype = 'f' and conrelid::regclass::text like 'training%'"
            " and confrelid::regclass::text not like 'training%' and confrelid::regclass::text <> 'camden_user'"
        )
        assert cursor.fetchall() == []
