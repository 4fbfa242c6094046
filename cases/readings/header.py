"""Who is who: the header of a child's page, and the people of a family's."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.conf import settings
from django.db.models import BigIntegerField, F, FilteredRelation, Q

from camden.models.once import Rows, later, rows_of
from camden.rules.names import day_in_words, display_name, initials
from cases.models import Case, Episode, Involvement, Member, Relationship, VisitChild
from cases.readings.due import NEXT, Ahead, DueLine, ahead_of, lines
from cases.rules.codesets import CLOSURE_REASON, in_a_sentence
from cases.rules.continuity import Spell, continuity
from cases.rules.happenings import Happened
from cases.rules.ladder import Standing, standing
from cases.rules.visits import in_a_row, ways_to_be_seen


@dataclass(frozen=True)
class WorkerLine:
    """Somebody who works with a child. `since` in words."""

    pk: int
    """Of the involvement, for the page that ends it."""
    name: str
    role: str
    since: str
    is_lead: bool
    is_cover: bool


@dataclass(frozen=True)
class ChildCard:
    """A child as the family page shows it, and the header of their own page. Days are in words; empty when unknown."""

    pk: int
    case_pk: int
    name: str
    first_name: str
    initials: str
    age: str
    council_number: str
    language: str
    need: str
    """Where the child stands: "In need since 3 March 2026", "Closed 1 May 2026: …", "No referral recorded"."""
    is_open: bool
    lead: WorkerLine | None
    others: tuple[WorkerLine, ...]
    had_lead: bool
    """Whether anybody has led for this child so far: if so, the next lead is a change of worker."""
    changes: int
    """How often the lead worker changed, since the record began. Cover does not count."""
    steady: str
    """The same in a sentence, with the last 12 months: "1 change of lead worker so far, 1 in the last 12 months"."""
    workers_in_year: int
    """How many different people led for the child in the last 12 months (REFERENCE 4.5, C1)."""
    last_seen: str
    last_seen_alone: str
    asks_alone: bool
    """Whether "seen alone" is a question at this age: never of a baby or before birth."""
    standing: Standing
    """The highest status, which nobody types."""
    standing_since: str
    dates: tuple[DueLine, ...]
    """What is due next."""


@dataclass(frozen=True)
class AdultLine:
    """Somebody in the children's life: "mother of Anisa, Imran and Zayd"."""

    name: str
    age: str
    ties: tuple[str, ...]
    language: str


def children_of(case: Case, on: date, ahead: Ahead | None = None) -> tuple[ChildCard, ...]:
    """A card for each child of the record, oldest first. Three queries, however many children; two with `ahead`."""
    facts = ("referred_on", "no_further_action", "closed_on", "closure_reason")
    found: Any = Member.objects.children().filter(case=case)
    found = found.annotate(episode=F("episodes__pk"), **{f"episode_{name}": F(f"episodes__{name}") for name in facts})
    children: dict[int, Member] = {}
    episodes: dict[int, Episode] = {}
    for child in found.order_by(F("born_on").asc(nulls_last=True), "pk", "episodes__referred_on", "episodes__pk"):
        children[child.pk] = child
        if child.episode:
            episodes[child.pk] = Episode(
                pk=child.episode, case=case, **{name: getattr(child, f"episode_{name}") for name in facts}
            )
    return _cards(list(children.values()), episodes, ahead or ahead_of(case.pk, on), on)


def child_header(child: Member, on: date, episodes: Mapping[int, Episode] | None = None) -> ChildCard:
    """The card of one child. Three queries; two with the latest `episodes` of the family's children."""
    if episodes is None:
        found = Episode.objects.filter(child=child).order_by("referred_on", "pk")
        episodes = {episode.child_id: episode for episode in found}
    return _cards([child], episodes, ahead_of(child.case_id, on), on)[0]


def adults_of(case: Case, on: date) -> tuple[AdultLine, ...]:
    """The adults of the record and whose what they are. One query."""
    tie = FilteredRelation("relationships_from", condition=Q(relationships_from__ended_on=None))
    found: Any = Member.objects.filter(case=case, kind=Member.Kind.ADULT).annotate(
        tie=tie, tie_kind=F("tie__kind"), **{f"tie_{name}": F(f"tie__other__{name}") for name in _NAMES}
    )
    adults: dict[int, Member] = {}
    ties: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for adult in found.order_by("pk", "tie__pk"):
        adults[adult.pk] = adult
        if adult.tie_kind:
            kind = Relationship.Kind(adult.tie_kind).label
            ties[adult.pk][kind].append(_first_name(*(getattr(adult, f"tie_{name}") for name in _NAMES)))
    return tuple(
        AdultLine(
            name=adult.name,
            age=adult.age(on),
            ties=tuple(f"{kind} of {in_a_row(names)}" for kind, names in ties[key].items()),
            language=adult.language,
        )
        for key, adult in adults.items()
    )


_NAMES = ("given_name", "family_name", "la_child_id")


def _first_name(given: str, family: str, la_child_id: str) -> str:
    return given or display_name(given, family, la_child_id)


def _cards(children: list[Member], episodes: Mapping[int, Episode], ahead: Ahead, on: date) -> tuple[ChildCard, ...]:
    """Cards of children; `episodes` is the latest one of each child that has one."""
    workers = _workers(children)
    last = ahead.last
    return tuple(
        ChildCard(
            pk=child.pk,
            case_pk=child.case_id,
            name=child.name,
            first_name=child.first_name,
            initials=initials(child.given_name + " " + child.family_name),
            age=child.age(on),
            council_number=child.la_child_id,
            language=child.language,
            need=_need(episodes.get(child.pk)),
            is_open=child.pk in episodes and episodes[child.pk].is_open,
            lead=next((w for w in workers[child.pk][0] if w.is_lead), None),
            others=tuple(w for w in workers[child.pk][0] if not w.is_lead),
            had_lead=bool(workers[child.pk][1]),
            changes=continuity(workers[child.pk][1], on).changes,
            steady=steady_in_words(workers[child.pk][1], on),
            workers_in_year=continuity(workers[child.pk][1], on).workers_in_year,
            last_seen=_day(_since_birth(child, last[child.pk].get(Happened.CHILD_SEEN))),
            last_seen_alone=_day(last[child.pk].get(Happened.CHILD_SEEN_ALONE)),
            asks_alone=VisitChild.Seen.ALONE
            in dict(ways_to_be_seen(child.born_on, child.expected_on, on, settings.SEEN_ALONE_FROM_AGE)),
            standing=(stands := standing(last[child.pk], _in_need_since(episodes.get(child.pk)))),
            standing_since=_day(stands.since),
            dates=lines(child.case_id, ahead.running, {child.pk: child.first_name}, on)[:NEXT],
        )
        for child in children
    )


def _since_birth(child: Member, day: date | None) -> date | None:
    """A visit before the birth counts for the clocks, and yet nobody saw the child."""
    return None if child.expected_on or (day and child.born_on and day < child.born_on) else day


def _in_need_since(episode: Episode | None) -> date | None:
    return episode.referred_on if episode and episode.is_open else None


def _day(day: date | None) -> str:
    return day_in_words(day) if day else ""


def _workers(children: Sequence[Member]) -> dict[int, tuple[list[WorkerLine], list[Spell]]]:
    """Present workers of each child of one record, and every spell of lead there has been."""
    lines: dict[int, list[WorkerLine]] = defaultdict(list)
    leads: dict[int, list[Spell]] = defaultdict(list)
    found = _involved().made(case=children[0].case_id) if children else []
    for involvement in found:
        if involvement.role == Involvement.Role.LEAD and not involvement.is_cover:
            leads[involvement.child_id].append(
                Spell(involvement.worker_id, involvement.started_on, involvement.ended_on, involvement.change_reason)
            )
        if involvement.ended_on is None:
            lines[involvement.child_id].append(worker_line(involvement, involvement.who))  # type: ignore[attr-defined]
    return {child.pk: (lines[child.pk], leads[child.pk]) for child in children}


@cache
def _involved() -> Rows[Involvement]:
    found = Involvement.objects.filter(case=later("case", BigIntegerField())).annotate(who=F("worker__name"))
    return rows_of(found.order_by("started_on", "pk"), "who")


def worker_line(involvement: Involvement, name: str) -> WorkerLine:
    """Somebody who works with a child, by that name, as every page says it."""
    return WorkerLine(
        pk=involvement.pk,
        name=name,
        role=involvement.get_role_display(),
        since=day_in_words(involvement.started_on),
        is_lead=bool(involvement.leads_now),
        is_cover=involvement.is_cover,
    )


def steady_in_words(spells: list[Spell], on: date) -> str:
    """How steady the lead worker has been: "never changed" is worth saying too. Empty when nobody led so far."""
    if not spells:
        return ""
    found = continuity(spells, on)
    if not found.changes:
        return "has never changed"
    times = "once" if found.changes == 1 else "twice" if found.changes == 2 else f"{found.changes} times"
    people = f"{found.workers_in_year} lead worker{'' if found.workers_in_year == 1 else 's'} in the last 12 months"
    return f"has changed {times}; {people}"


def _need(episode: Episode | None) -> str:
    if episode is None:
        return "No referral recorded"
    if episode.no_further_action:
        return f"Referred {day_in_words(episode.referred_on)}: no further action"
    if episode.closed_on is None:
        return f"In need since {day_in_words(episode.referred_on)}"
    return f"Closed {day_in_words(episode.closed_on)}: {in_a_sentence(CLOSURE_REASON[episode.closure_reason])}"
