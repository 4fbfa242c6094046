"""Verbs about practice observations: written by the observer, given, answered; the family's words can be taken back."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import connection, transaction

from camden.audit import record
from camden.models import User
from camden.operations import refusals
from camden.operations.refusals import NotDone, call
from camden.operations.versions import Overtaken, change
from camden.rules.names import day_in_words
from training.models import Learning, Observation
from training.operations.learning import log_learning
from training.rules import observations as rules

OBSERVED = "observation "
"""Where the learning from an observation says which one, before its key."""
GIVEN = "It was given: its words stay as the two of you read them."
_SENTENCES = {"no such observation": ("This observation is not there any more.", "")}


class StillWanted(Exception):
    """It cannot be given yet: `missing` says in words what it needs."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(", ".join(missing))
        self.missing = missing


@transaction.atomic
def write_observation(
    *,
    by: User,
    worker: User,
    observed_on: date,
    setting: str,
    consent: str,
    asked_how: str = "",
    focus: str = "",
    strengths: str = "",
    family_said: str = "",
    agreed_learning: str = "",
    skills: Mapping[str, int] | None = None,
    observation: Observation | None = None,
    version: int | None = None,
    give_on: date | None = None,
) -> Observation:
    """Write what was observed, as a draft that only the observer reads; or give it to the worker on `give_on`.

    `observation` is the draft it continues, as it was shown in `version`; `skills` are codes of ObservationSkill with
    the number of their sentence. A skill nobody could see is not among them. Raises Overtaken of `versions`, NotDone,
    and StillWanted when it cannot be given yet: then nothing was written.
    """
    if because := rules.may_begin(rules.Setting.SUPERVISION, rules.Consent(consent), worker.pk, by.pk):
        raise NotDone(because, "worker")
    words: dict[str, Any] = {
        "worker": worker, "observed_on": observed_on, "setting": setting, "consent": consent, "asked_how": asked_how,
        "focus": focus, "strengths": strengths, "family_said": family_said, "agreed_learning": agreed_learning,
    }  # fmt: skip
    if observation is None:
        observation = Observation.objects.create(observer=by, **words)
    else:
        if observation.given_on is not None:
            raise NotDone(GIVEN)
        observation = change(observation, version=version, **words)
    _keep_skills(observation, skills or {})
    record(action="wrote a practice observation", subject=observation)
    if give_on is not None:
        _give(observation, give_on)
    return observation


def _give(observation: Observation, on: date) -> None:
    """From now on both read it, and both have learned from it."""
    observation.refresh_from_db()
    if missing := rules.missing(seen(observation)):
        raise StillWanted(missing)
    call("select give_observation(%s, %s, %s)", [observation.pk, observation.version, on], _SENTENCES)
    said: dict[str, Any] = {
        "on": observation.observed_on,
        "kind": Learning.Kind.OBSERVATION,
        "title": "A practice observation",
        "source": f"Practice observation, {day_in_words(observation.observed_on)}",
        "source_key": f"{OBSERVED}{observation.pk}",
    }
    worker, observer = observation.worker, observation.observer
    log_learning(person=worker, role_played="Observed", peers=[observer.name], **said)
    log_learning(person=observer, role_played="Observed somebody", peers=[worker.name], **said)
    record(action="gave a practice observation", subject=observation)


@transaction.atomic
def answer_observation(*, observation: Observation, version: int, words: str, by: User) -> None:
    """The worker says something to what they were given. Raises NotDone, or Overtaken of `versions`."""
    try:
        call("select answer_observation(%s, %s, %s)", [observation.pk, version, words], _SENTENCES)
    except refusals.Overtaken as meanwhile:
        raise Overtaken(Observation.objects.get(pk=observation.pk), frozenset({"worker_says"})) from meanwhile
    record(action="answered a practice observation", subject=observation)


@transaction.atomic
def take_consent_back(*, observation: Observation, by: User) -> bool:
    """The family takes its consent back: its words go, and what was learned stays. Whether there was one to take."""
    taken = _ask("select consent_taken_back(%s)", [observation.pk])
    if taken:
        record(action="took a family’s words out of an observation", subject=observation)
    return taken


@transaction.atomic
def look_again(*, observation: Observation, by: User, on: date) -> bool:
    """The two looked again at what they agreed, once: whether it was new."""
    is_new = _ask("select looked_again(%s, %s)", [observation.pk, on])
    if is_new:
        record(action="looked again at a practice observation", subject=observation)
    return is_new


def seen(observation: Observation) -> rules.Observation:
    """An observation as the rules read it."""
    codes = {each.name.lower(): each for each in rules.Skill}
    return rules.Observation(
        worker=observation.worker_id,
        observer=observation.observer_id,
        on=observation.observed_on,
        setting=rules.Setting(observation.setting),
        focus=observation.focus,
        consent=rules.Consent(observation.consent),
        strengths=observation.strengths,
        skills={codes[each.skill]: each.number for each in observation.skills.all()},
        family_said=observation.family_said,
        agreed_learning=observation.agreed_learning,
        by_registered=observation.by_registered,
    )


def _keep_skills(observation: Observation, skills: Mapping[str, int]) -> None:
    observation.skills.exclude(skill__in=skills).delete()
    for skill, number in sorted(skills.items()):
        observation.skills.update_or_create(skill=skill, defaults={"number": number})


def _ask(question: str, values: list[Any]) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return bool(cursor.fetchone()[0])
