"""Verbs about how it went: what somebody says to the coordinator, reading an answer, and the nightly asking."""

import logging
import secrets
from collections.abc import Mapping
from datetime import date

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import connection, transaction
from django.db.models import F
from django.urls import reverse

from camden.audit import record
from camden.models import User
from camden.principal import acting_as
from conferences.models import ConferenceChild, DangerTold, FamilyConference, Invitee, Outcome, OutcomeWords
from conferences.operations.links import hashed, words_of_danger
from conferences.rules.danger import Soon, ToldFamily
from conferences.rules.letters import Facts, Kind, write
from conferences.rules.letters import Reader as Who
from conferences.rules.links import OPEN_FOR, For
from conferences.rules.outcomes import ASKS, Asking, Met, Reader, speaks_of, to_ask
from conferences.rules.steps import Timing

log = logging.getLogger("camden.jobs")
SUBJECT = "A question for you"
ENOUGH_FAILURES = 3  # in a row: the mail server is away, and the next night asks again


class NotKept(Exception):
    """What somebody said was not kept. Says why, and `about` which answer."""

    def __init__(self, why: str, about: str) -> None:
        super().__init__(why)
        self.about = about


@transaction.atomic
def write_down(
    *,
    conference: FamilyConference,
    invitee: Invitee,
    timing: str,
    points: Mapping[str, int | None],
    words: str,
    is_worried: bool,
    answered_on: date,
    by: User,
    on: date,
) -> Outcome:
    """Keep what somebody of the family said to the coordinator. Raises NotKept for a day to come.

    What speaks of a danger is told at once to the children's workers, as every danger is. The coordinator was there
    and has read the words.
    """
    if answered_on > on:
        raise NotKept("Write this down once it was said.", "answered_on")
    is_danger = is_worried or speaks_of(words, words_of_danger())
    own = {"case_id": conference.case_id, "conference": conference}
    outcome = Outcome.objects.create(
        **own,
        timing=timing,
        answered_on=answered_on,
        speaks_of_danger=is_danger,
        **{name: points.get(name) for name, _ in ASKS},
    )
    OutcomeWords.objects.create(**own, outcome=outcome, invitee=invitee, words=words, read_on=on, read_by=by)
    if is_danger:
        DangerTold.objects.create(
            **own,
            words=words or "Somebody of the family says that someone is not safe. Ask the coordinator what was said.",
            children=list(_children(conference)),
            soon=Soon.TONIGHT.value,
            family=ToldFamily.TOLD.value,
            said_by=by,
            said_on=on,
        )
    record(action="wrote down how it went for a family", subject=outcome, case_id=conference.case_id)
    return outcome


@transaction.atomic
def note_read(*, words: OutcomeWords, by: User, on: date) -> None:
    """A person has read what somebody wrote. Read twice, the first stands."""
    if OutcomeWords.objects.filter(pk=words.pk, read_on=None).update(read_on=on, read_by=by, version=F("version") + 1):
        record(action="read how it went for a family", subject=words, case_id=words.case_id)


def ask_families(*, by: User, on: date) -> int:
    """Send the day's questions by e-mail: one a family in eight weeks, to safe addresses only. How many were sent.

    1. Whom, from the database: keys, days and safe addresses. The job reads no names and no plan.
    2. For each, in a transaction of its own: the link, and with it the mail. A mail that fails leaves no link.

    The same day again sends nothing: each link is noted with its day. Three failures in a row, and the next night asks.
    """
    with acting_as(by):
        asking, emails = _whom(on)
    sent = failures = 0
    for each in asking:
        try:
            sent += _ask(each, emails[each.reader], by, on)
            failures = 0
        except Exception as error:  # whatever it is: everybody else is still asked
            failures += 1
            log.warning("family not asked", extra={"facts": {"why": type(error).__name__}})
        if failures >= ENOUGH_FAILURES:
            break
    return sent


def _whom(on: date) -> tuple[tuple[Asking, ...], dict[int, str]]:
    met: dict[int, Met] = {}
    readers: list[Reader] = []
    last_asked: dict[int, date] = {}
    emails: dict[int, str] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "select conference, family, held_on, asked, is_over, reader, email, is_child, came, wants_none, last_asked"
            " from families_to_ask(%s)",
            [on],
        )
        for key, family, held_on, asked, is_over, reader, email, is_child, came, wants_none, last in cursor.fetchall():
            times = frozenset(Timing(each) for each in asked if each in set(Timing))
            met[key] = Met(key, family, held_on, times, is_over)
            if last:
                last_asked[family] = last
            if email:
                readers.append(Reader(reader, key, True, is_child, came, wants_none))
                emails[reader] = email
    return to_ask(met.values(), _in_turns(readers, on), last_asked, on=on), emails


def _in_turns(readers: list[Reader], on: date) -> list[Reader]:
    """Somebody else of the family comes first in another month; one night asked twice asks the same."""
    return readers[on.month % max(len(readers), 1) :] + readers[: on.month % max(len(readers), 1)]


def _ask(asking: Asking, email: str, by: User, on: date) -> int:
    """1 when this call sent it; 0 when another did, or they may not be asked any more."""
    secret = secrets.token_urlsafe(32)
    with acting_as(by), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(
                "select make_asking_link(%s, %s, %s, %s, %s)",
                [asking.reader, asking.timing.value, hashed(secret), on, on + OPEN_FOR[For.ASKING]],
            )
            if cursor.fetchone()[0] is None:
                return 0
        _mail(asking, email, secret).send()
    return 1


def _mail(asking: Asking, email: str, secret: str) -> EmailMessage:
    """Nothing of the matter in subject or sender; in the text nobody's name but the coordinator's."""
    conference = FamilyConference.objects.select_related("coordinator").get(pk=asking.conference)
    link = settings.CAMDEN_URL.rstrip("/") + reverse("conferences:family-link", args=[secret])
    facts = Facts(
        name="reader",  # the job knows nobody's
        children=(),
        coordinator=conference.coordinator.name if conference.coordinator else "",
        phone="the number you have for me",
        link=link,
    )
    return EmailMessage(subject=SUBJECT, body=write(Kind.ASKING, Who.PARENT, facts), to=[email])


def _children(conference: FamilyConference) -> list[str]:
    found = ConferenceChild.objects.filter(conference=conference).order_by("pk")
    return list(found.values_list("first_name", flat=True))
