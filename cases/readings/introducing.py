"""How children are brought to a new worker, and what a worker is asked, as people read it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject
from django.urls import reverse

from camden.models import User
from camden.rules.names import day_in_words
from cases.models import Introduction, WorkerAsked
from cases.rules.introducing import ANSWER, URGENT, Steps
from cases.rules.visits import in_a_row

RELATED = ("child", "worker", "before", "introduced_by", "told_by", "goodbye_by", "hello_by", "record_by", "actions_by")
_STEP_DAYS = ("told_on", "goodbye_on", "hello_on", "record_on", "actions_on")
_DAYS = (*_STEP_DAYS, "meet_by_on")
_HAND_OVER = ("goodbye", "record", "actions")
_STEPS = {
    "told": "The family was told why",
    "goodbye": "Goodbye",
    "hello": "Met together",
    "record": "Chronology and genogram up to date",
    "actions": "What is open was passed on",
}


@dataclass(frozen=True)
class IntroductionReading:
    """One change of lead: who, since when, how it was agreed; each step with its day; what still waits, in words."""

    pk: int
    case_pk: int
    child: str
    child_pk: int
    worker: str
    before: str
    changed_on: str
    agreed: str
    because: str
    plan: str
    steps: tuple[tuple[str, str], ...]
    waits: str


@dataclass(frozen=True)
class Brought:
    """The latest change of lead on a child's page: the plan, and what still waits, in words."""

    pk: int
    child: str
    worker: str
    plan: str
    waits: str


@dataclass(frozen=True)
class AskedReading:
    """What a worker is asked. `said` is their answer, empty while they have not answered."""

    pk: int
    worker: str
    asked_by: str
    asked_on: str
    needs: str
    reasons: tuple[str, ...]
    said: str
    words: str
    is_taken_back: bool
    family: str
    """Where whoever decides looks who could take them."""


def latest() -> Any:
    """The latest change of lead of a child, as a column beside them: `of_child` reads it."""
    names = {name: f"{name}__name" for name in ("worker", "before", "introduced_by")}
    days = {name: name for name in ("pk", *_DAYS)}
    found = Introduction.objects.filter(child=OuterRef("pk")).order_by("-changed_on", "-pk")
    return Subquery(found.values(says=JSONObject(**days, **names))[:1])


def of_child(child: Any) -> Brought | None:
    """What still waits of the latest change of lead of a child fetched with `latest`; None before there was one."""
    said = child.introduced
    if not said:
        return None
    days = {name: date.fromisoformat(said[name]) if said[name] else None for name in _DAYS}
    waits = Steps(bool(said["before"]), *(days[name] for name in _STEP_DAYS)).open
    plan = _planned(said["introduced_by"], said["worker"], days["meet_by_on"])
    return Brought(said["pk"], child.first_name, said["worker"], plan, in_a_row(waits))


def read_introduction(row: Introduction) -> IntroductionReading:
    """One change of lead."""
    steps = Steps(row.before_id is not None, *(getattr(row, name) for name in _STEP_DAYS))
    return IntroductionReading(
        pk=row.pk,
        case_pk=row.case_id,
        child=row.child.first_name,
        child_pk=row.child_id,
        worker=row.worker.name,
        before=row.before.name if row.before else "",
        changed_on=day_in_words(row.changed_on),
        agreed="It was urgent" if row.spoken == URGENT else f"Talked about with {row.worker.name} first",
        because=row.because,
        plan=_plan(row),
        steps=tuple(_step(row, step) for step in _STEPS if step not in _HAND_OVER or steps.had_lead),
        waits=in_a_row(steps.open),
    )


def alike(row: Introduction) -> tuple[Introduction, ...]:
    """The same change for brothers and sisters, on the same day and between the same two people. One query."""
    same = {"case": row.case_id, "worker": row.worker_id, "before": row.before_id, "changed_on": row.changed_on}
    found = Introduction.objects.filter(**same).exclude(pk=row.pk).select_related("child")
    return tuple(found.order_by("child__born_on", "child_id"))


def people_of(row: Introduction, user: User) -> Sequence[User]:
    """Who can have done a step: whoever leads, led, introduces, or writes it down."""
    found: dict[int, Any] = {who.pk: who for who in (row.worker, row.before, row.introduced_by, user) if who}
    return list(found.values())


def asked_to_take(worker: User) -> Any:
    """What this person is asked and has not answered, whether or not the record is open to them: a subquery."""
    found = WorkerAsked.objects.waiting().filter(worker=worker)
    return found.values(says=JSONObject(pk="pk", case="case_id", by="asked_by__name", on="asked_on"))[:9]


def read_asked(row: WorkerAsked) -> AskedReading:
    """One question to a worker. Nothing of the record is in it but what was written for them."""
    said = f"{ANSWER[row.answer]}, on {day_in_words(row.answered_on)}" if row.answered_on else ""
    return AskedReading(
        pk=row.pk,
        worker=row.worker.name,
        asked_by=row.asked_by.name,
        asked_on=day_in_words(row.asked_on),
        needs=row.needs,
        reasons=tuple(row.reasons),
        said=said,
        words=row.answer_words,
        is_taken_back=row.taken_back_on is not None,
        # Where somebody led, the page has to be told of whose children it is.
        family=reverse("cases:who-could-take", args=[row.case_id])
        + (f"?child={row.child_ids[0]}" if row.lead_told_on else ""),
    )


def _plan(row: Introduction) -> str:
    return _planned(row.introduced_by.name if row.introduced_by else "", row.worker.name, row.meet_by_on)


def _planned(by: str | None, worker: str, until: date | None) -> str:
    who = f"{by} brings {worker} to them" if by and by != worker else ""
    when = f"by {day_in_words(until)}" if until else ""
    return " ".join(filter(None, (who or "They meet together", when))) if who or when else ""


def _step(row: Introduction, step: str) -> tuple[str, str]:
    day, by = getattr(row, f"{step}_on"), getattr(row, f"{step}_by")
    return _STEPS[step], f"{day_in_words(day)}, by {by.name}" if day else "Not yet"
