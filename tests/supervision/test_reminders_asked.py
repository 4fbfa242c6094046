"""A clinician hears that somebody asked, and no name; two people read when they talk next."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

from camden.models import Employment
from camden.principal import acting_as
from supervision.models import Consultation, HypothesisWeighed, OneToOne, Session
from supervision.readings.one_to_ones import next_talks
from supervision.reminders import due_for
from tests.conftest import as_role
from tests.factories.supervision import ConsultationFactory, settle_what_came_next


def told(person: object, on: date) -> list[tuple[str, str, date | None]]:
    """What the page says, which is what the job that writes the morning's messages may read too."""
    found = []
    for role in ("camden_app", "camden_worker"):
        with as_role(role), acting_as(person):  # type: ignore[arg-type]
            found.append([(each.text, each.about, each.due_on) for each in due_for(person, on)])  # type: ignore[arg-type]
    assert found[0] == found[1]
    return found[0]


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
        assert told(person, today) == [], "a week before, and not sooner"
    (line,) = told(pod.niamh, today + timedelta(days=7))
    assert line == ("Talk one to one", "Amara Obi", today + timedelta(days=14))
    assert ahead(pod.bilal, today) == []
    early = {"programme": "asye", "programme_started_on": today - timedelta(days=20)}
    Employment.objects.create(user=pod.amara, started_on=date(2026, 1, 5), grade="social-worker", **early)
    assert ahead(pod.amara, today) == [today - timedelta(days=7)]
    assert told(pod.amara, today) == [("Talk one to one", "Niamh Castellan", today - timedelta(days=7))]


def test_whoever_brought_an_answer_is_told_until_somebody_weighs_it(
    pod: SimpleNamespace, session: Session, today: date
) -> None:
    idea = settle_what_came_next(pod.case, session, pod.amara)
    Session.objects.update(agreed_on=today, agreed_by=pod.niamh)
    assert ("Say what an answer showed", "Rahman–Khatun", None) in told(pod.amara, today)
    assert not [each for each in told(pod.niamh, today) if each[0] == "Say what an answer showed"]
    facts = {"verdict": "dropped", "evidence": "x", "weighed_on": today, "weighed_by": pod.amara}
    HypothesisWeighed.objects.create(case=pod.case, hypothesis=idea, **facts)
    assert not [each for each in told(pod.amara, today) if each[0] == "Say what an answer showed"]


def test_a_consultation_is_looked_at_again_by_who_asked_and_who_answered_and_no_family_is_named(
    pod: SimpleNamespace, today: date
) -> None:
    written = {"held_on": today, "written_at": datetime(2026, 11, 2, 9, tzinfo=UTC)}
    day = today + timedelta(days=5)
    ConsultationFactory(case=pod.case, asked_by=pod.amara, clinician=pod.yael, look_again_on=day, **written)
    assert told(pod.amara, today) == [("Look again at a consultation", "Yael Sharon", day)]
    assert told(pod.yael, today) == [("Look again at a consultation", "Amara Obi", day)]
    assert told(pod.niamh, today) == []
