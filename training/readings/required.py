"""Required learning: how it stands for one person or for everybody, its rules, and whom a rule would ask."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection
from django.db.models import Max

from camden.access import Role
from camden.models import Employment, Membership, Team, User
from camden.rules.names import day_in_words
from training.models import Nudge, RequiredDone, RequiredItem, RequiredRule
from training.rules.radar import Coming, expiring
from training.rules.reminding import who_hears_of_renewing
from training.rules.required_learning import (
    Done,
    Item,
    Place,
    Rule,
    Standing,
    State,
    Worker,
    holds_until,
    is_asked,
    standings,
)

ROLES = {role.value: role.says.label for role in Role}
GRADES = dict(Employment.Grade.choices)


@dataclass(frozen=True)
class RuleLine:
    """A rule in words. `when` says from which day; `is_over` that it asks nobody any more."""

    pk: int
    whom: str
    when: str
    is_required: bool
    is_over: bool


@dataclass(frozen=True)
class ItemLine:
    """An item with its rules, and for how many it stands how: of `asked`, `held` have it, `late` are past the day."""

    pk: int
    title: str
    holds: str
    first: str
    rules: tuple[RuleLine, ...]
    asked: int
    held: int
    late: int


@dataclass(frozen=True)
class Preview:
    """Whom a rule would ask: how many, how many of them have the item, until when the others have time, and who."""

    people: int
    have: int
    until: str
    by_team: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def in_words(self) -> str:
        """ "24 people, 6 already have it": the line above the list."""
        who = f"{self.people} {'person' if self.people == 1 else 'people'}" if self.people else "Nobody"
        have = f"{self.have} already {'has' if self.have == 1 else 'have'} it"
        return f"{who}, {have if self.have else 'nobody has it yet'}" if self.people else who


@dataclass(frozen=True)
class EndingLine:
    """Somebody's item that ends or is wanted soon. `would_reach`: a word would reach them today."""

    person: int
    name: str
    words: str
    is_late: bool
    would_reach: bool


@dataclass(frozen=True)
class Ending:
    """What ends or is wanted within eight weeks, by item: those with most people first, so that a course is planned."""

    by_item: tuple[tuple[str, tuple[EndingLine, ...]], ...]

    @property
    def to_nudge(self) -> tuple[int, ...]:
        """Whom a word goes to: exactly those of the list it would reach."""
        return tuple(sorted({line.person for _, lines in self.by_item for line in lines if line.would_reach}))


@dataclass(frozen=True)
class _Person:
    worker: Worker
    name: str
    team: str
    done: tuple[Done, ...]
    is_away: bool


def required_of(person: User, on: date) -> tuple[Standing, ...]:
    """How each item that is asked of somebody stands; nothing of whom one may not ask. Four queries."""
    return standings_of(on, [person.pk]).get(person.pk, ())


def standings_of(on: date, people: Iterable[int] | None = None) -> dict[int, tuple[Standing, ...]]:
    """The same of many at once, or of everybody the principal may ask about. As many queries as of one."""
    items, rules = _asked()
    if not rules:
        return {}
    return {
        key: standings(each.worker, rules, each.done, on, items, is_away=each.is_away)
        for key, each in _people(on, people).items()
    }


def required_items(on: date) -> tuple[ItemLine, ...]:
    """Every item with its rules and how it stands in the service. Seven queries."""
    teams = dict(Team.objects.values_list("pk", "name"))
    states: dict[str, Counter[State]] = {}
    for theirs in standings_of(on).values():
        for each in theirs:
            states.setdefault(each.item.code, Counter())[each.state] += 1
    found = RequiredItem.objects.prefetch_related("rules").order_by("title", "pk")
    return tuple(_item(each, states.get(each.code, Counter()), teams, on) for each in found)


def who_would_be_asked(item: RequiredItem, rule: Rule, on: date) -> Preview:
    """Whom a rule would ask on the day it begins, or today; written nowhere. Four queries."""
    day = max(rule.from_on, on)
    plain = _plain(item)
    asked = [each for each in _people(on).values() if is_asked(rule, each.worker, day)]
    by_team: dict[str, list[str]] = {}
    for each in sorted(asked, key=lambda one: (one.team, one.name)):
        by_team.setdefault(each.team, []).append(each.name)
    return Preview(
        people=len(asked),
        have=sum(_has(plain, each.done, on) for each in asked),
        until=day_in_words(day + timedelta(days=item.first_days)),
        by_team=tuple((team, tuple(names)) for team, names in by_team.items()),
    )


def ending(on: date) -> Ending:
    """For whoever looks after learning: what ends or is wanted within eight weeks. Six queries."""
    items, rules = _asked()
    people = _people(on) if rules else {}
    found = {
        key: standings(each.worker, rules, each.done, on, items, is_away=each.is_away) for key, each in people.items()
    }
    by_item = expiring(found, on)
    last = Nudge.objects.filter(about=Nudge.About.REQUIRED).values_list("person").annotate(last=Max("nudged_on"))
    away = [key for key, each in people.items() if each.is_away]
    reach = set(who_hears_of_renewing({each.person for _, them in by_item for each in them}, dict(last), away, on))
    return Ending(tuple((title, tuple(_line(each, people, reach, on) for each in them)) for title, them in by_item))


def required_of_my_people(manager: User, on: date) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Of each person whose work somebody answers for, what of required learning is open, by name: completion only."""
    mine = [
        (person, [each for each in theirs if each.state is not State.HELD and each.is_required])
        for person, theirs in standings_of(on).items()
        if person != manager.pk
    ]
    wanting = {key: theirs for key, theirs in mine if theirs}
    names = dict(User.objects.filter(pk__in=wanting).values_list("pk", "name"))
    lines = [
        (names[key], tuple(f"{each.item.title}: {_small(each.words)}" for each in theirs))
        for key, theirs in wanting.items()
    ]
    return tuple(sorted(lines))


def who_is_away(people: Iterable[int], on: date) -> dict[int, bool]:
    """Whether each of these is away that day; never why, and nothing of whom one may not ask. One query."""
    with connection.cursor() as cursor:
        cursor.execute("select person_id, is_away from learners(%s::bigint[], %s)", [sorted(set(people)), on])
        return dict(cursor.fetchall())


def rule_of(rule: RequiredRule) -> Rule:
    """A kept rule as the plain rule it is."""
    return Rule(
        rule.item.code, rule.from_on, rule.until_on, frozenset(rule.roles), frozenset(rule.teams),
        frozenset(rule.grades), rule.is_required,
    )  # fmt: skip


def _asked() -> tuple[list[Item], list[Rule]]:
    rules = list(RequiredRule.objects.select_related("item").order_by("pk"))
    items = {rule.item.code: _plain(rule.item) for rule in rules}
    return list(items.values()), [rule_of(rule) for rule in rules]


def _people(on: date, people: Iterable[int] | None = None) -> dict[int, _Person]:
    keys = None if people is None else sorted(set(people))
    with connection.cursor() as cursor:
        cursor.execute("select person_id, grade, started_on, is_away from learners(%s::bigint[], %s)", [keys, on])
        facts = {key: (grade, began, away) for key, grade, began, away in cursor.fetchall()}
    places: dict[int, list[Place]] = {}
    names: dict[int, tuple[str, str]] = {}
    rows = Membership.objects.filter(user__in=facts, ended_on=None).select_related("team", "user").order_by("pk")
    for each in rows:
        places.setdefault(each.user_id, []).append(Place(each.role, tuple(each.team.path)))
        names.setdefault(each.user_id, (each.user.name, each.team.name))
    done: dict[int, list[Done]] = {}
    for person, code, day in RequiredDone.objects.filter(person__in=facts).values_list(
        "person", "item__code", "done_on"
    ):
        done.setdefault(person, []).append(Done(code, day))
    return {
        key: _Person(Worker(key, tuple(places[key]), grade, began), *names[key], tuple(done.get(key, ())), away)
        for key, (grade, began, away) in facts.items()
        if key in places
    }


def _plain(item: RequiredItem) -> Item:
    return Item(item.code, item.title, item.months, item.first_days, item.warn_days)


def _has(item: Item, done: Iterable[Done], on: date) -> bool:
    until = holds_until(item, done, on)
    return until is not None and until >= on


def _item(item: RequiredItem, states: Counter[State], teams: Mapping[int, str], on: date) -> ItemLine:
    rules = sorted(item.rules.all(), key=lambda rule: (rule.from_on, rule.pk))
    return ItemLine(
        pk=item.pk,
        title=item.title,
        holds=_holds(item.months),
        first=f"{item.first_days} days to do it the first time",
        rules=tuple(_rule(rule, teams, on) for rule in rules),
        asked=sum(states.values()),
        held=states[State.HELD] + states[State.SOON],
        late=states[State.LATE],
    )


def _rule(rule: RequiredRule, teams: Mapping[int, str], on: date) -> RuleLine:
    when = f"{'since' if rule.from_on <= on else 'from'} {day_in_words(rule.from_on)}"
    if rule.until_on:
        when += f", until {day_in_words(rule.until_on)}"
    return RuleLine(
        rule.pk, whom_in_words(rule.roles, rule.teams, rule.grades, teams), when, rule.is_required,
        rule.until_on is not None and rule.until_on <= on,
    )  # fmt: skip


def whom_in_words(roles: Iterable[str], teams: Iterable[int], grades: Iterable[str], names: Mapping[int, str]) -> str:
    """ "Social worker or Clinician, in Primrose and beneath": whom a rule asks. Everybody, where all is left open."""
    who = " or ".join(ROLES.get(role, role) for role in roles) or "Everybody"
    level = " or ".join(_small(GRADES.get(grade, grade)) for grade in grades)
    where = " or ".join(names.get(team, "a team that is no more") for team in teams)
    return f"{who}{f', employed as {level}' if level else ''}{f', in {where} and beneath' if where else ''}"


def _holds(months: int | None) -> str:
    if not months:
        return "Done once, it holds for good"
    years, rest = divmod(months, 12)
    if rest:
        return f"Holds for {months} months"
    return f"Holds for {years} year{'' if years == 1 else 's'}"


def _line(each: Coming, people: Mapping[int, _Person], reach: set[int], on: date) -> EndingLine:
    return EndingLine(each.person, people[each.person].name, each.what, each.by_on < on, each.person in reach)


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
