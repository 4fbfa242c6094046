"""A clinician hears that somebody asked, and no name; two people read when they talk next."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

from camden.models import Employment
from camden.principal import acting_as
from supervision.models import Consultation, OneToOne
from supervision.readings.one_to_ones import next_talks
from supervision.reminders import due_for
from tests.conftest import as_role
from tests.factories.supervision import ConsultationFactory


def told(person: object, on: date) -> list[tuple[str, str, date | None]]:
    with as_role("camden_app"), acting_as(person):  # type: ignore[arg-type]
        return [(each.text, each.about, each.due_on) for each in due_for(person, on)]  # type: ignore[arg-type]


def ahead(person: object, on: date) -> list[date]:
    with as_role("camden_app"), acting_as(person):  # type: ignore[arg-type]
        return [each.due_on for each in next_talks(person, on)]  # type: ignore[arg-type]


def test_a_clinician_hears_who_asked_until_it_is_written_and_nobody_else_does(
    pod: SimpleNamespace, today: date
) -> None:
    ConsultationFactory(case=pod.case, child=pod.children[0], asked_by=pod.amara, clinician=pod.yael)
    assert told(pod.yael, today) == [("Think with a worker who asked", "Amara Obi", None)]
    assert told(pod.amara, today) == []
    Consultation.objects.update(written_at=datetime(2026, 11, 2, 9, tzinfo=UTC), held_on=today)
    assert told(pod.yael, today) == []


def test_two_people_talk_four_weeks_after_the_last_time_and_a_new_worker_sooner(
    pod: SimpleNamespace, today: date
) -> None:
    OneToOne.objects.create(worker=pod.amara, supervisor=pod.niamh, held_on=today - timedelta(days=14))
    for person in (pod.amara, pod.niamh):
        assert ahead(person, today) == [today + timedelta(days=14)]
    assert ahead(pod.bilal, today) == []
    early = {"programme": "asye", "programme_started_on": today - timedelta(days=20)}
    Employment.objects.create(user=pod.amara, started_on=date(2026, 1, 5), grade="social-worker", **early)
    assert ahead(pod.amara, today) == [today - timedelta(days=7)]
