"""The head of a family's page and of a child's: what strikes the eye, whom to ring, what is due, whose words.

It stands where a parent may read over the worker's shoulder: it is made of a family read with `FAMILY`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from camden.rules.names import day_in_words
from cases.models import Case
from cases.readings.due import DueLine
from cases.readings.family import Family, Who
from cases.readings.family_facts import Words
from cases.readings.header import ChildCard, WorkerLine
from cases.rules.visits import in_a_row


@dataclass(frozen=True)
class Alert:
    """A few words that strike the eye, the colour of their tag, and the page that says more, if any."""

    text: str
    kind: str
    href: str = ""


@dataclass(frozen=True)
class ReachLine:
    """A way to reach somebody, and whether it is safe: "yes", "no" or "", which is not asked yet."""

    who: str
    by: str
    value: str
    safe: str
    remark: str


@dataclass(frozen=True)
class WorkerFact:
    """Who works with whom, in words; `more` is how steady that was."""

    label: str
    text: str
    more: str


@dataclass(frozen=True)
class Head:
    """What the head of a page says. `quotes` are (who, words) that a worker chose for it."""

    alerts: tuple[Alert, ...]
    quotes: tuple[tuple[str, Words], ...]
    dates: tuple[DueLine, ...]
    says_who: bool
    workers: tuple[WorkerFact, ...]
    reaches: tuple[ReachLine, ...]


@dataclass(frozen=True)
class Kid:
    """A child with what their record says of their work and of themselves."""

    card: ChildCard
    who: Who


def kids_of(cards: Iterable[ChildCard], family: Family) -> tuple[Kid, ...]:
    """Each child with both."""
    known = {who.pk: who for who in family.people}
    return tuple(Kid(card, known[card.pk]) for card in cards)


def family_head(case: Case, kids: Sequence[Kid], family: Family, dates: tuple[DueLine, ...]) -> Head:
    """The head of a family's page."""
    return Head(
        alerts=_alerts(case, kids, family, names=True),
        quotes=_quotes(kids),
        dates=dates,
        says_who=len(kids) > 1,
        workers=_workers(kids),
        reaches=_reaches([*family.adults, *family.children]),
    )


def child_head(case: Case, kid: Kid, family: Family) -> Head:
    """The head of a child's page: their own, and how to reach whoever cares for them."""
    near = [*family.adults, *(who for who in family.children if who.pk == kid.card.pk)]
    return Head(
        alerts=_alerts(case, [kid], family, names=False),
        quotes=_quotes([kid]),
        dates=kid.card.dates,
        says_who=False,
        workers=(),
        reaches=_reaches(near),
    )


def _alerts(case: Case, kids: Sequence[Kid], family: Family, *, names: bool) -> tuple[Alert, ...]:
    found = []
    for kid in kids:
        for each in kid.who.stands_out:
            whose = f"{kid.card.first_name}: {each.words.lower()}" if names else each.words
            found.append(
                Alert(f"{whose} since {day_in_words(each.since)}", "red", reverse("cases:legal", args=[case.pk]))
            )
    before = reverse("cases:before-you-meet", args=[case.pk])
    if family.has_danger:
        found.append(Alert("Safety: read before you go", "amber", before + "#danger"))
    if unsafe := [home.name for home in family.homes if not home.is_safe_to_share]:
        found.append(Alert(f"Do not share this address: {in_a_row(unsafe)}", "red"))
    interpreted = [
        who.first_name for who in (*family.adults, *family.children) if who.needs_interpreter and not who.died
    ]
    if interpreted:
        found.append(Alert(f"Interpreter needed: {in_a_row(interpreted)}", "blue", before + "#talking"))
    return tuple(found)


def _quotes(kids: Sequence[Kid]) -> tuple[tuple[str, Words], ...]:
    return tuple((kid.card.first_name, kid.who.quote) for kid in kids if kid.who.quote)


def _reaches(people: Iterable[Who]) -> tuple[ReachLine, ...]:
    """Ways to reach people, in their order; those never to be used are said too."""
    return tuple(
        ReachLine(who.first_name, each.by, each.value, each.safe, each.remark)
        for who in people
        if not who.died
        for each in who.reaches
    )


def _workers(kids: Sequence[Kid]) -> tuple[WorkerFact, ...]:
    """Leads first, each with the children they lead for; then whoever covers."""
    leads: dict[tuple[str, str], list[ChildCard]] = {}
    covers: dict[str, list[str]] = {}
    for kid in kids:
        if kid.card.lead:
            leads.setdefault((kid.card.lead.name, kid.card.lead.since), []).append(kid.card)
        for other in _covering(kid.card):
            covers.setdefault(f"{other.name}, since {other.since}", []).append(kid.card.first_name)
    found = []
    for (name, since), cards in leads.items():
        whose = "" if len(cards) == len(kids) else f" for {in_a_row([card.first_name for card in cards])}"
        found.append(WorkerFact("Lead worker", f"{name}{whose}, since {since}", steadiness(cards)))
    found += [
        WorkerFact("Covering", said if len(names) == len(kids) else f"{said}, for {in_a_row(names)}", "")
        for said, names in covers.items()
    ]
    return tuple(found)


def steadiness(cards: Sequence[ChildCard]) -> str:
    """How many lead workers in 12 months, of the child who had most."""
    most = max(card.workers_in_year for card in cards)
    return f"{most} lead worker{'' if most == 1 else 's'} in the last 12 months"


def _covering(card: ChildCard) -> list[WorkerLine]:
    return [worker for worker in card.others if worker.is_cover]
