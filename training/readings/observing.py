"""Practice observations: those somebody was given, those they wrote, when the next is due; for managers, days alone."""

from dataclasses import dataclass
from datetime import date

from camden.models import Membership, User
from camden.rules.names import day_in_words
from training.measures import observed_of, running
from training.models import Observation, Programme
from training.models.courses import ANSWER_FOR_WORK
from training.rules.early_career import Due, Work, plan
from training.rules.observations import FOLLOW_UP, SCALE, Consent, Setting

MOST = 24  # lines of a list
MANAGED_MOST = 60
WHERE = {
    Setting.HOME: "at a family’s home",
    Setting.MEETING: "in a meeting with a family",
    Setting.SUPERVISION: "in supervision",
}
CONSENT = {
    Consent.GIVEN: "The family said yes",
    Consent.REFUSED: "The family said no",
    Consent.NOT_ASKED: "No family was asked",
    Consent.TAKEN_BACK: "The family took its consent back, and its words are gone",
}


@dataclass(frozen=True)
class ObservationLine:
    """One observation in a list: with whom, where, and what is still to do."""

    pk: int
    name: str
    day: str
    where: str
    is_draft: bool
    look_again: str


@dataclass(frozen=True)
class DueObservation:
    """An observation that a programme asks for: whose, and by when."""

    name: str
    title: str
    by: str
    is_late: bool


@dataclass(frozen=True)
class SeenLine:
    """That somebody was observed, by whom and when."""

    name: str
    observer: str
    day: str


@dataclass(frozen=True)
class Observations:
    """A person's page of observations. `seen` is for who answers for people: that it happened, and no word of it."""

    given: tuple[ObservationLine, ...]
    written: tuple[ObservationLine, ...]
    due: tuple[DueObservation, ...]
    seen: tuple[SeenLine, ...]


@dataclass(frozen=True)
class OneObservation:
    """An observation as either of the two reads it."""

    observation: Observation
    is_mine: bool
    """Whether it is of this reader's work; else they wrote it."""
    where: str
    consent: str
    skills: tuple[tuple[str, str], ...]
    follow_up: str
    is_draft: bool
    can_look_again: bool
    can_take_back: bool


def observations(reader: User, on: date) -> Observations:
    """Those given to somebody, those they wrote, and those due in programmes of theirs or whom they assess."""
    rows = Observation.objects.select_related("worker", "observer").order_by("-observed_on", "-pk")
    given = rows.filter(worker=reader, given_on__isnull=False)[:MOST]
    written = rows.filter(observer=reader)[:MOST]
    return Observations(
        given=tuple(_line(each, each.observer.name, on) for each in given),
        written=tuple(_line(each, each.worker.name, on) for each in written),
        due=_due(reader, on),
        seen=_seen(reader),
    )


def one_observation(observation: Observation, reader: User, on: date) -> OneObservation:
    """Everything of it, for the two who read it."""
    is_draft = observation.given_on is None
    follow_up = observation.observed_on + FOLLOW_UP
    again = observation.looked_again_on
    return OneObservation(
        observation=observation,
        is_mine=observation.worker_id == reader.pk,
        where=WHERE[Setting(observation.setting)],
        consent=CONSENT[Consent(observation.consent)],
        skills=tuple(
            (each.get_skill_display(), SCALE[each.number])
            for each in sorted(observation.skills.all(), key=lambda one: (-one.number, one.pk))
        ),
        follow_up=f"Looked at again on {day_in_words(again)}"
        if again
        else f"Look at it again by {day_in_words(follow_up)}",
        is_draft=is_draft,
        can_look_again=not is_draft and again is None,
        can_take_back=observation.consent == Consent.GIVEN,
    )


def colleagues(observer: User) -> list[User]:
    """Whom somebody may observe: those of their teams and beneath, and those they assess."""
    teams = Membership.objects.filter(user=observer, ended_on=None).values_list("team", flat=True)
    near = Membership.objects.filter(team__path__overlap=list(teams), ended_on=None)
    assessed = Programme.objects.filter(assessor=observer, decided_on=None)
    people = User.objects.filter(is_active=True, is_system=False).exclude(pk=observer.pk)
    found = people.filter(pk__in=near.values("user")) | people.filter(pk__in=assessed.values("person"))
    return list(found.order_by("name", "pk"))


def _line(observation: Observation, name: str, on: date) -> ObservationLine:
    again = observation.observed_on + FOLLOW_UP
    is_draft = observation.given_on is None
    waits = not is_draft and observation.looked_again_on is None
    return ObservationLine(
        pk=observation.pk,
        name=name,
        day=day_in_words(observation.observed_on),
        where=WHERE[Setting(observation.setting)],
        is_draft=is_draft,
        look_again=f"look again by {day_in_words(again)}" if waits else "",
    )


def _due(reader: User, on: date) -> tuple[DueObservation, ...]:
    """The next observation of each programme that is the reader's own, or that they assess."""
    mine = Programme.objects.filter(decided_on=None, person=reader) | Programme.objects.filter(
        decided_on=None, assessor=reader
    )
    names = dict(mine.values_list("person", "person__name"))
    found = []
    for person, each in running(names).items():
        ahead: Due | None = next(
            (due for due in plan(each.path, each.held) if due.work is Work.OBSERVATION and due.held_on is None), None
        )
        if ahead:
            whose = "" if person == reader.pk else names[person]
            found.append(
                (ahead.by_on, DueObservation(whose, ahead.title, day_in_words(ahead.by_on), ahead.is_late(on)))
            )
    return tuple(line for _, line in sorted(found, key=lambda one: (one[0], one[1].name)))


def _seen(reader: User) -> tuple[SeenLine, ...]:
    """Of the people whose work the reader answers for: by whom somebody was observed, and on which day."""
    teams = reader.team_ids_as(*ANSWER_FOR_WORK)
    if not teams:
        return ()
    people = Membership.objects.filter(team__in=teams, ended_on=None).exclude(user=reader)
    rows = observed_of(people.values_list("user", flat=True))[:MANAGED_MOST]
    keys = {key for worker, observer, _ in rows for key in (worker, observer)}
    names = dict(User.objects.filter(pk__in=keys).values_list("pk", "name"))
    return tuple(SeenLine(names[worker], names[observer], day_in_words(day)) for worker, observer, day in rows)
