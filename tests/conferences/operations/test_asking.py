"""How it went: what is said by voice, what is read, and the job that asks."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.core import mail
from django.test import override_settings
from django.utils import timezone

from camden.models import Message
from camden.operations.people import jobs, welcome_jobs
from camden.principal import acting_as
from camden.rules.dates import months_after
from cases.models import FeedbackInvitation
from conferences.models import (
    DangerTold,
    FamilyConference,
    FamilyLink,
    FamilyMeeting,
    Invitee,
    Outcome,
    OutcomeWords,
)
from conferences.operations.links import ask_no_more, hashed
from conferences.operations.outcomes import NotKept, ask_families, note_read, write_down
from conferences.rules.outcomes import asked_now
from conferences.tasks import ask_how_it_went
from tests.conftest import AppClient, as_role
from tests.factories.cases import CaseFactory, ChildFactory
from tests.factories.conferences import ConferenceFactory
from tests.factories.record_voice import parent_of

pytestmark = pytest.mark.django_db
FULL = {"control": 7, "coping": 5, "happy": 9, "safer": None}


class Failing:
    """A mail server that is away."""

    def __init__(self, *args: Any, **kwargs: Any) -> None: ...

    def send_messages(self, messages: Any) -> int:
        raise OSError("connection refused")


@pytest.fixture
def on() -> date:
    """The database's own day: until when a link is open is asked of it."""
    return timezone.localdate()


@pytest.fixture
def met(conferred: SimpleNamespace, on: date) -> FamilyConference:
    """The Rahmans met three months ago; Farida has an e-mail that nobody else reads."""
    welcome_jobs()
    _meeting(conferred.conference, _ago(on, 3))
    _person(conferred.conference, "Farida", email="farida@example.org")
    return conferred.conference


def _ago(on: date, months: int) -> date:
    """A day from which so many months lead to the day, or to one a little before."""
    return months_after(on, -months)


def _meeting(conference: FamilyConference, day: date) -> None:
    FamilyMeeting.objects.create(case=conference.case, conference=conference, held_on=day)


def _person(conference: FamilyConference, name: str, **facts: Any) -> Invitee:
    own = {"side": "father", "kind": "family", "is_safe_to_write": True, "came": True}
    return Invitee.objects.create(case=conference.case, conference=conference, name=name, **own | facts)


def _ask(on: date) -> int:
    """As the job asks: with its own role, which reads no names and no plan."""
    with as_role("camden_worker"):
        return ask_families(by=jobs(), on=on)


def test_a_family_that_met_three_months_ago_is_asked_once(met: FamilyConference, on: date) -> None:
    assert (_ask(on), _ask(on)) == (1, 0)
    (sent,) = mail.outbox
    link = FamilyLink.objects.get()
    assert sent.to == ["farida@example.org"] and (link.timing, link.made_on, link.made_by) == ("ask-3", on, None)
    assert (link.expires_on - on).days == 28
    secret = sent.body.split("/y/")[1].split("/")[0]
    assert link.token_sha256 == hashed(secret)
    assert AppClient().get(f"/y/{secret}/").status_code == 200


def test_the_mail_says_nothing_of_the_matter_in_subject_or_sender(met: FamilyConference, on: date) -> None:
    _ask(on)
    (sent,) = mail.outbox
    assert sent.subject == "A question for you"
    envelope = f"{sent.subject} {sent.from_email} {sent.extra_headers}".casefold()
    for word in ("family", "conference", "child", "council", "rahman", "anisa", "plan", "camden"):
        assert word not in envelope
    assert not [name for name in ("Anisa", "Rahman", "Farida", "Amara") if name in sent.body]
    assert "  " not in sent.body and "on ." not in sent.body and "you do not have to" in sent.body
    assert sent.content_subtype == "plain" and sent.attachments == []


def test_a_mail_that_fails_leaves_no_link_and_the_next_night_asks(met: FamilyConference, on: date) -> None:
    with override_settings(EMAIL_BACKEND=f"{__name__}.Failing"):
        assert _ask(on) == 0
    assert not FamilyLink.objects.exists() and not mail.outbox
    assert _ask(on + timedelta(1)) == 1


@pytest.mark.parametrize(
    "facts",
    [
        {"is_safe_to_write": False}, {"is_safe_to_write": None}, {"is_child": True}, {"wants_no_asking": True},
        {"came": False}, {"kind": "professional"}, {"email": ""},
    ],
)  # fmt: skip
def test_nobody_is_written_to_who_must_not_be(met: FamilyConference, on: date, facts: dict[str, Any]) -> None:
    Invitee.objects.update(**facts)
    assert _ask(on) == 0 and not mail.outbox and not FamilyLink.objects.exists()


def test_one_family_is_asked_once_in_eight_weeks_whatever_asked_them(
    conferred: SimpleNamespace, met: FamilyConference, on: date
) -> None:
    shirin = parent_of(conferred.children, "Shirin")
    asked = FeedbackInvitation.objects.create(
        case=met.case, token_sha256="0" * 64, member=shirin, after="visits", expires_on=on,
        invited_on=on - timedelta(weeks=8, days=-1), invited_by=conferred.amara,
    )  # fmt: skip
    assert _ask(on) == 0
    FeedbackInvitation.objects.filter(pk=asked.pk).update(invited_on=on - timedelta(weeks=8))
    assert _ask(on) == 1


def test_of_two_people_one_is_asked_and_of_two_families_each(
    conferred: SimpleNamespace, met: FamilyConference, on: date
) -> None:
    _person(met, "Shirin", email="shirin@example.org")
    other = CaseFactory(name="Boateng", team_ids=[conferred.pod.pk])
    ChildFactory(case=other)
    conference = ConferenceFactory(case=other, referred_by=conferred.amara)
    _meeting(conference, _ago(on, 6))
    _person(conference, "Bea", email="bea@example.org")
    assert _ask(on) == 2
    assert sorted(FamilyLink.objects.values_list("timing", flat=True)) == ["ask-3", "ask-6"]
    assert "bea@example.org" in [sent.to[0] for sent in mail.outbox]


def test_a_family_that_wants_no_more_or_whose_child_died_is_not_asked(
    conferred: SimpleNamespace, met: FamilyConference, on: date
) -> None:
    FamilyConference.objects.update(asks_no_more=True)
    assert _ask(on) == 0
    FamilyConference.objects.update(asks_no_more=False)
    conferred.children[2].has_died = True
    conferred.children[2].save()
    assert _ask(on) == 0


def test_what_was_said_by_voice_is_not_asked_again(conferred: SimpleNamespace, met: FamilyConference, on: date) -> None:
    with as_role("camden_app"), acting_as(conferred.samira):
        _write(conferred, met, on, timing="ask-3")
    assert _ask(on) == 0


def test_whoever_wants_no_more_questions_has_no_open_one_left(
    conferred: SimpleNamespace, met: FamilyConference, on: date
) -> None:
    _ask(on)
    with as_role("camden_app"), acting_as(conferred.samira):
        ask_no_more(invitee=Invitee.objects.get(), on=on)
    assert FamilyLink.objects.get().closed_on == on and Invitee.objects.get().wants_no_asking


def test_the_job_runs_from_the_timetable_and_says_numbers_only(
    met: FamilyConference, caplog: Any, settings: Any
) -> None:
    entries = [each["task"] for each in settings.CELERY_BEAT_SCHEDULE.values()]
    assert "conferences.tasks.ask_how_it_went" in entries
    with as_role("camden_worker"), caplog.at_level("INFO"):
        ask_how_it_went()
    said = [f"{entry.getMessage()} {getattr(entry, 'facts', '')}" for entry in caplog.records]
    assert [line for line in said if "'families': 1" in line]
    assert not [line for line in said if "farida" in line.casefold() or "/y/" in line]


def _write(
    conferred: SimpleNamespace, conference: FamilyConference, on: date, *, words: str = "We laugh.", **more: Any
) -> Outcome:
    return write_down(
        conference=conference, invitee=Invitee.objects.get(name="Farida"), points=FULL, words=words,
        by=conferred.samira, on=on, **{"timing": "end", "is_worried": False, "answered_on": on} | more,
    )  # fmt: skip


def test_what_somebody_says_to_the_coordinator_is_kept_and_has_been_read(
    conferred: SimpleNamespace, met: FamilyConference, on: date
) -> None:
    with as_role("camden_app"), acting_as(conferred.samira):
        outcome = _write(conferred, met, on)
        with pytest.raises(NotKept, match="once it was said"):
            _write(conferred, met, on, answered_on=on + timedelta(1))
    assert (outcome.control, outcome.safer, outcome.by_link) == (7, None, False)
    assert (outcome.said.words, outcome.said.read_by) == ("We laugh.", conferred.samira)
    assert not DangerTold.objects.exists()
    with as_role("camden_app"), acting_as(conferred.amara):
        assert Outcome.objects.count() == 1 and not OutcomeWords.objects.exists(), "numbers, and nobody's words"


@pytest.mark.parametrize("said", [{"words": "He said he will kill her."}, {"words": "", "is_worried": True}])
def test_a_danger_said_by_voice_is_told_at_once(
    conferred: SimpleNamespace, met: FamilyConference, on: date, said: dict[str, Any]
) -> None:
    with as_role("camden_app"), acting_as(conferred.samira):
        _write(conferred, met, on, **said)
    told = DangerTold.objects.get()
    assert told.said_by == conferred.samira and told.children == ["Anisa", "Imran", "Zayd"] and told.words
    assert conferred.amara in {each.recipient for each in Message.objects.filter(kind="conference-danger")}


def test_an_answer_is_read_once_by_a_person(conferred: SimpleNamespace, met: FamilyConference, on: date) -> None:
    _ask(on)
    secret = mail.outbox[0].body.split("/y/")[1].split("/")[0]
    AppClient().post(f"/y/{secret}/", {"control": "4", "words": "It is hard."})
    for day in (on, on + timedelta(1)):
        with as_role("camden_app"), acting_as(conferred.samira):
            note_read(words=OutcomeWords.objects.get(), by=conferred.samira, on=day)
    assert OutcomeWords.objects.values_list("read_on", "read_by").get() == (on, conferred.samira.pk)


def test_an_answer_belongs_to_the_time_it_is_given() -> None:
    met = date(2026, 1, 12)
    days = {"2026-01-11": "start", "2026-01-12": "end", "2026-03-14": "end", "2026-03-15": "ask-3"}
    days |= {"2026-06-13": "ask-3", "2026-06-14": "ask-6", "2026-12-15": "ask-12", "2028-01-01": "ask-12"}
    assert {day: asked_now(met, on=date.fromisoformat(day)) for day in days} == days
    assert asked_now(None, on=met) == "start"
