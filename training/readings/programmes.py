"""Early-career programmes as each who has a part in one sees it: the worker all, the assessor what they are shown,
the panel the agreement and the reviews, a manager and a training lead days and figures."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils.text import Truncator

from camden.access import Permission, Role, may
from camden.models import Membership, User
from camden.rules.names import day_in_words
from training.measures import Running, running
from training.models import LogEntry, PanelMember, Programme, ProgrammeAgreement, ProgrammeReview, ProtectedTime
from training.readings.panel import PanelReview, reviews_for_panel
from training.rules.early_career import (
    PROGRAMMES,
    Due,
    Held,
    Outcome,
    Path,
    Work,
    load_in_words,
    plan,
    protected_minutes,
    still_wanted,
    supervision_in_words,
    week_in_words,
)
from training.rules.learning_hours import in_hours
from training.rules.panel import may_not_decide
from training.rules.protecting import Week, facts, for_others

FULL_WEEK = 37 * 60  # minutes of a full-time week here
MOST_WEEKS = 6
OUTCOMES = {
    Outcome.PASSED: "The panel says: passed",
    Outcome.FAILED: "The panel says: not passed",
    Outcome.EXTENDED: "Extended",
}
ASSESSORS = (Role.PRACTICE_EDUCATOR, Role.SENIOR_PRACTITIONER, Role.PRINCIPAL_SOCIAL_WORKER)
PANEL = (*ASSESSORS, Role.TEAM_MANAGER, Role.SERVICE_MANAGER, Role.TRAINING_LEAD, Role.REVIEWING_OFFICER)


class TakesPart(StrEnum):
    """How somebody takes part in a programme."""

    WORKER = "worker"
    ASSESSOR = "assessor"
    PANEL = "panel"
    MANAGER = "manager"
    LEAD = "lead"


@dataclass(frozen=True)
class DueRow:
    """One thing of a programme: by when, and when it was held, in words."""

    title: str
    by: str
    held: str
    is_late: bool
    is_soon: bool


@dataclass(frozen=True)
class WeekRow:
    """A week of protected time in hours."""

    day: str
    planned: str
    had: str


@dataclass(frozen=True)
class LogRow:
    """A page of a log, for whoever reads it."""

    pk: int
    day: str
    begins: str
    is_shown: bool


@dataclass(frozen=True)
class ProgrammeLine:
    """One programme in a list."""

    pk: int
    name: str
    title: str
    where: str
    next: str
    facts: tuple[str, ...]


@dataclass(frozen=True)
class ProgrammeLists:
    """Programmes by the part somebody has in them. `all` is for whoever looks after learning."""

    own: tuple[ProgrammeLine, ...] = ()
    assessed: tuple[ProgrammeLine, ...] = ()
    panel: tuple[ProgrammeLine, ...] = ()
    people: tuple[ProgrammeLine, ...] = ()
    all: tuple[ProgrammeLine, ...] = ()


@dataclass(frozen=True)
class ProgrammePage:
    """One programme, for one reader. What is not theirs is not in it."""

    programme: Programme
    parts: frozenset[TakesPart]
    assumed: bool = False
    where: str = ""
    ends: str = ""
    load: str = ""
    supervision: str = ""
    protected: str = ""
    outcome: str = ""
    wanted: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    dues: tuple[DueRow, ...] = ()
    weeks: tuple[WeekRow, ...] = ()
    agreement: ProgrammeAgreement | None = None
    reviews: tuple[ProgrammeReview | PanelReview, ...] = ()
    log: tuple[LogRow, ...] = ()
    panel: tuple[PanelMember, ...] = ()
    may_agree: bool = False
    may_not_decide: str = ""
    reads_words: bool = field(default=False)

    @property
    def is_own(self) -> bool:
        """Whether its worker looks at it."""
        return TakesPart.WORKER in self.parts

    @property
    def assesses(self) -> bool:
        """Whether its assessor looks at it."""
        return TakesPart.ASSESSOR in self.parts

    @property
    def sits(self) -> bool:
        """Whether somebody of its panel looks at it."""
        return TakesPart.PANEL in self.parts

    @property
    def leads(self) -> bool:
        """Whether somebody who looks after learning looks at it."""
        return TakesPart.LEAD in self.parts


def parts_of(programme: Programme, reader: User) -> frozenset[TakesPart]:
    """Every way in which somebody takes part in a programme. Two queries."""
    found = set()
    if programme.person_id == reader.pk:
        found.add(TakesPart.WORKER)
    if programme.assessor_id == reader.pk:
        found.add(TakesPart.ASSESSOR)
    if PanelMember.objects.filter(programme=programme, person=reader, ended_on=None).exists():
        found.add(TakesPart.PANEL)
    if Programme.objects.managed_by(reader).filter(pk=programme.pk).exists():
        found.add(TakesPart.MANAGER)
    if may(reader, Permission.LEARNING_LEAD):
        found.add(TakesPart.LEAD)
    return frozenset(found)


def one_programme(programme: Programme, reader: User, on: date) -> ProgrammePage:
    """A programme as this reader sees it: words where they are a party to them, days otherwise."""
    parts = parts_of(programme, reader)
    panel = tuple(
        PanelMember.objects.filter(programme=programme, ended_on=None)
        .select_related("person")
        .order_by("person__name", "pk")
    )
    reads = parts & {TakesPart.WORKER, TakesPart.ASSESSOR, TakesPart.PANEL, TakesPart.MANAGER}
    agreement = ProgrammeAgreement.objects.filter(programme=programme).first() if reads else None
    runs = programme.decided_on is None
    found = running([programme.person_id]).get(programme.person_id) if runs else None
    three = parts & {TakesPart.WORKER, TakesPart.ASSESSOR, TakesPart.MANAGER}
    has_agreed = any(each.work is Work.AGREEMENT for each in found.held) if found else True
    return ProgrammePage(
        programme=programme,
        parts=parts,
        agreement=agreement,
        reviews=_reviews(programme, parts),
        log=_log(programme, reader, parts),
        panel=panel,
        outcome=_outcome(programme),
        may_agree=bool(three) and not has_agreed,
        may_not_decide=may_not_decide(
            reader.pk, programme.person_id, programme.assessor_id, [each.person_id for each in panel],
            manages=TakesPart.MANAGER in parts,
        ),
        reads_words=bool(reads),
        **(_way(found, parts, on) if found else {}),
    )  # fmt: skip


def programme_lists(reader: User, on: date) -> ProgrammeLists:
    """Programmes that run, by the part this person has in them. Its queries do not grow with the service."""
    runs = Programme.objects.filter(decided_on=None).select_related("person").order_by("person__name", "pk")
    leads = may(reader, Permission.LEARNING_LEAD)
    by_part = {
        "own": list(runs.filter(person=reader)),
        "assessed": list(runs.assessed_by(reader)),
        "panel": list(runs.on_panel(reader)),
        "people": list(runs.managed_by(reader)),
        "all": list(runs) if leads else [],
    }
    found = running({each.person_id for rows in by_part.values() for each in rows})
    lines = {
        part: tuple(_line(each, found.get(each.person_id), on, is_own=part == "own") for each in rows)
        for part, rows in by_part.items()
    }
    return ProgrammeLists(**lines)


def has_programmes(reader: User) -> bool:
    """Whether a role of somebody’s may have a part in a programme: their own, an assessor’s, a panel’s. No query."""
    return bool({Role.EARLY_CAREER_WORKER, Role.SOCIAL_WORKER, *PANEL} & set(reader.roles))


def way_of(programme: Programme) -> tuple[Path, tuple[Held, ...]] | None:
    """A programme that runs with what took place of it: for the operation that ends it."""
    found = running([programme.person_id]).get(programme.person_id)
    return (found.path, found.held) if found else None


def is_agreed(programme: Programme) -> bool:
    """Whether its agreement is written: once for all three. One query."""
    return ProgrammeAgreement.objects.filter(programme=programme).exists()


def ends_anyway(programme: Programme) -> date:
    """The last day of a programme that runs, in its own time: hours worked and time away count, an extension not."""
    path = running([programme.person_id])[programme.person_id].path
    return replace(path, extended_to=None).ends_on


def week_begins(programme: Programme, monday: date) -> dict[str, str]:
    """What the form of a week begins with: what was said of it, else as many hours as the programme protects."""
    kept = ProtectedTime.objects.filter(programme=programme, week_on=monday).first()
    if kept:
        return {"planned": _hours(kept.planned_minutes), "had": _hours(kept.had_minutes)}
    version = PROGRAMMES[programme.code]
    return {"planned": _hours(protected_minutes(FULL_WEEK, programme.fte_permille, version))}


def to_begin() -> list[User]:
    """Those in the role of somebody newly qualified who are on no programme, by name."""
    on_one = set(Programme.objects.filter(decided_on=None).values_list("person", flat=True))
    return [each for each in _in_roles((Role.EARLY_CAREER_WORKER,)) if each.pk not in on_one]


def assessors() -> list[User]:
    """Those who may assess by their role, by name."""
    return _in_roles(ASSESSORS)


def may_sit(programme: Programme) -> list[User]:
    """Those whose role fits a panel, without the worker, the assessor, and who sits there already."""
    there = set(PanelMember.objects.filter(programme=programme, ended_on=None).values_list("person", flat=True))
    there |= {programme.person_id, programme.assessor_id}
    return [each for each in _in_roles(PANEL) if each.pk not in there]


def _in_roles(roles: Iterable[Role]) -> list[User]:
    has = Membership.objects.filter(role__in=list(roles), ended_on=None)
    people = User.objects.filter(pk__in=has.values("user"), is_active=True, is_system=False)
    return list(people.order_by("name", "pk"))


def _way(found: Running, parts: frozenset[TakesPart], on: date) -> dict[str, Any]:
    """What the days say: of the way, and what is wanted for whoever can mend it."""
    path = found.path
    wanted = facts(path, found.held, found.weeks, on)
    theirs = parts & {TakesPart.WORKER}
    minutes = protected_minutes(FULL_WEEK, path.fte_permille, path.programme)
    return {
        "assumed": path.programme.is_assumed,
        "where": week_in_words(path, on),
        "ends": day_in_words(path.ends_on),
        "load": load_in_words(path, on),
        "supervision": supervision_in_words(path, on),
        "protected": in_hours(minutes),
        "wanted": still_wanted(path, found.held),
        "facts": tuple(fact.words for fact in (wanted if theirs else for_others(wanted, on))),
        "dues": tuple(_due(each, on) for each in plan(path, found.held)),
        "weeks": _weeks(found.weeks, parts),
    }


def _hours(minutes: int) -> str:
    """Minutes as hours in a box: "3.7"."""
    return f"{minutes / 60:.2f}".rstrip("0").rstrip(".")


def _weeks(weeks: tuple[Week, ...], parts: frozenset[TakesPart]) -> tuple[WeekRow, ...]:
    """Week by week for the worker and the assessor. Others are told when it gives way, and no figures of a week."""
    if not parts & {TakesPart.WORKER, TakesPart.ASSESSOR}:
        return ()
    latest = list(reversed(weeks))[:MOST_WEEKS]
    return tuple(WeekRow(day_in_words(each.on), in_hours(each.planned), in_hours(each.had)) for each in latest)


def _due(due: Due, on: date) -> DueRow:
    held = day_in_words(due.held_on) if due.held_on else ""
    return DueRow(due.title, day_in_words(due.by_on), held, due.is_late(on), due.is_soon(on))


def _reviews(programme: Programme, parts: frozenset[TakesPart]) -> tuple[ProgrammeReview | PanelReview, ...]:
    """With the worker's own words for the two of them; without them for the panel; none for anybody else."""
    if parts & {TakesPart.WORKER, TakesPart.ASSESSOR}:
        rows = ProgrammeReview.objects.filter(programme=programme).select_related("held_by")
        return tuple(rows.order_by("held_on", "pk"))
    return reviews_for_panel(programme.pk) if TakesPart.PANEL in parts else ()


def _log(programme: Programme, reader: User, parts: frozenset[TakesPart]) -> tuple[LogRow, ...]:
    pages = LogEntry.objects.filter(programme=programme)
    if TakesPart.WORKER in parts:
        pages = pages.filter(person=reader)
    elif TakesPart.ASSESSOR in parts:
        pages = pages.filter(shown_on__isnull=False)
    else:
        return ()
    rows = pages.order_by("-written_on", "-pk")
    return tuple(
        LogRow(each.pk, day_in_words(each.written_on), _begins(each.words), each.shown_on is not None) for each in rows
    )


def _begins(words: str) -> str:
    """Its first words, and no more of one that has no end; with dots where it goes on."""
    return Truncator(Truncator(words).words(12, truncate=" …")).chars(120)


def _outcome(programme: Programme) -> str:
    if programme.decided_on is None:
        until = programme.extended_to_on
        return f"Extended until {day_in_words(until)}." if until else ""
    return f"{OUTCOMES[Outcome(programme.outcome)]}, {day_in_words(programme.decided_on)}."


def _line(programme: Programme, found: Running | None, on: date, *, is_own: bool) -> ProgrammeLine:
    title = programme.get_code_display()
    if found is None:
        return ProgrammeLine(programme.pk, programme.person.name, title, "", "", ())
    wanted = facts(found.path, found.held, found.weeks, on)
    ahead = next((each for each in plan(found.path, found.held) if each.held_on is None and each.by_on >= on), None)
    return ProgrammeLine(
        pk=programme.pk,
        name=programme.person.name,
        title=title,
        where=week_in_words(found.path, on),
        next=f"{ahead.title} by {day_in_words(ahead.by_on)}" if ahead else "",
        facts=tuple(fact.words for fact in (wanted if is_own else for_others(wanted, on))),
    )
