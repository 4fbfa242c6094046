"""What interrupts: above every page until it is opened, once, and by e-mail without a name."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from camden.access import Role
from camden.models import Message, Refusal, User
from camden.operations.notices import drain
from camden.operations.people import jobs, welcome_jobs
from camden.outbox import enqueue_all
from camden.principal import acting_as
from camden.rules.workdays import england
from cases.models import Visit
from cases.operations.alerts import alert_referrals, alert_restricted
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.cases import CaseFactory, VisitFactory
from tests.factories.journey_remind import ClockFactory

BANNER = "Something needs you now"


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


def interrupt(cast: SimpleNamespace, *people: User, kind: str = "alert-missing", case: Any = None) -> Visit:
    """Something of a record that these people must hear of now; a visit stands for it."""
    visit = VisitFactory(case=case or cast.case, worker=cast.bilal)
    enqueue_all(kind=kind, recipient_ids=[person.pk for person in people], subject=visit, due_on=timezone.localdate())
    return visit


def test_it_stands_above_every_page_until_it_is_opened_once(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    interrupt(cast, cast.amara)
    for page in ("/cases/", "/my-day/", "/my-day/"):
        assert BANNER in read(amara.get(page)).said
    opened = read(amara.get("/alerts/"))
    assert BANNER not in opened.said
    assert "New A child is missing" in opened.said and "Rahman–Khatun" in opened.said
    assert Message.objects.get().seen_at
    assert BANNER not in read(amara.get("/cases/")).said
    again = read(amara.get("/alerts/")).said
    assert "Opened in the last 7 days" in again and "New A child" not in again


def test_it_is_nobody_elses_and_a_quiet_message_interrupts_nobody(
    cast: SimpleNamespace, amara: Any, browser_for: Any, read: Any
) -> None:
    interrupt(cast, cast.bilal)
    interrupt(cast, cast.amara, kind="duty-note")
    assert BANNER not in read(amara.get("/cases/")).said
    assert BANNER in read(browser_for(cast.bilal).get("/cases/")).said


def test_a_family_that_is_closed_to_its_reader_is_not_named(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    interrupt(cast, cast.amara, case=CaseFactory(name="Tamsin", team_ids=[cast.elsewhere.pk]))
    said = read(amara.get("/alerts/")).said
    assert "A child is missing" in said and "Tamsin" not in said


@pytest.mark.parametrize(
    "kind", ["missing", "enquiry", "police-protection", "placement-breakdown", "referral", "restricted"]
)
def test_the_letter_leaves_at_once_and_names_nobody(cast: SimpleNamespace, kind: str) -> None:
    welcome_jobs()
    interrupt(cast, cast.amara, kind=f"alert-{kind}")
    with as_role("camden_worker"):
        assert drain(at=timezone.now(), on=timezone.localdate()) == 1
    (letter,) = mail.outbox
    assert letter.subject == "Something needs you now"
    assert "http://localhost:8000/alerts/" in letter.body and "Something new is waiting" not in letter.body
    for name in ("Rahman", "Anisa", "Khatun"):
        assert name not in letter.body


TUESDAY = date(2026, 11, 3)


def looked(hour: int, on: date = TUESDAY) -> int:
    welcome_jobs()
    with as_role("camden_worker"), acting_as(jobs()):
        return alert_referrals(at=datetime(on.year, on.month, on.day, hour, tzinfo=UTC), calendar=england())


def test_a_referral_with_less_than_two_hours_left_is_the_managers_in_working_hours_and_once(
    cast: SimpleNamespace,
) -> None:
    ClockFactory(child=cast.children[0], rule="FD1", amount=1, due_on=TUESDAY, anchor_on=date(2026, 11, 2))
    ClockFactory(child=cast.children[1], rule="FD1", amount=1, due_on=date(2026, 11, 4), anchor_on=TUESDAY)
    assert [looked(hour) for hour in (9, 14, 17, 20)] == [0, 0, 0, 0]
    assert [looked(15), looked(16)] == [1, 1]
    message = Message.objects.get()
    assert (message.kind, message.recipient, message.due_on) == ("alert-referral", cast.bilal, TUESDAY)


def test_who_looks_after_restrictions_hears_who_asked_for_a_restricted_record_and_not_for_which(
    cast: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    officer = UserFactory(name="Iris Vale", email="iris@example.org")
    MembershipFactory(user=officer, team=cast.service, role=Role.INFORMATION_GOVERNANCE)
    welcome_jobs()
    cast.case.is_restricted = True
    cast.case.save()
    ordinary = CaseFactory(team_ids=[cast.elsewhere.pk])
    bilal = browser_for(cast.bilal)
    bilal.get(f"/cases/{ordinary.pk}/")
    for page in ("", "visits/new/", "visits/7/"):
        bilal.get(f"/cases/{cast.case.pk}/{page}")
    browser_for(cast.amara).get(f"/cases/{cast.case.pk}/visits/987654321/")  # her own family, and no such visit
    assert Refusal.objects.count() == 5
    for _ in range(2):
        with as_role("camden_worker"), acting_as(jobs()):
            assert alert_restricted(at=timezone.now()) == 1
    message = Message.objects.get()
    assert (message.kind, message.recipient, message.subject_id) == ("alert-restricted", officer, cast.bilal.pk)
    said = read(browser_for(officer).get("/alerts/")).said
    assert "Bilal Aziz" in said and "Rahman" not in said
