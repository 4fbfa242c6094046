"""What timescales wait for, as one person is told of it: one line for one piece of work of one family."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any

from camden.access import Role
from camden.models import User
from camden.rules.names import day_in_words
from camden.rules.rows import Basis, Owner, Timescale
from camden.rules.telling import People, Step, days_of_telling, is_whole, told
from camden.rules.workdays import calendar_of
from cases.readings.clocked import POSTS, Counted, clocks_of, rule_of


@dataclass(frozen=True)
class Waiting:
    """One piece of work that one family waits for, and on which step this person is told of it.

    `told_on` is None while it is ahead: only its owner sees it then. `due_on` is the earliest day by which it is to be
    done; it is the last lawful one once the last working day before has passed.
    """

    case_pk: int
    family: str
    work: str
    children: tuple[tuple[str, str, str], ...]
    """Given name, family name and council number of each child, in the order of their age."""
    due_on: date
    told_on: date | None
    step: Step
    rounds: tuple[tuple[Timescale, Counted], ...]
    """Each rule with the clock that counts it."""
    has_lead: bool
    lead: str
    said: tuple[str, ...]
    """Why it is late, in the words of those who said so; the latest last."""
    put_off_until: date | None
    is_put_off: bool
    is_muted: bool

    @property
    def is_law(self) -> bool:
        """Whether an act or a regulation asks for it."""
        return any(rule.basis is Basis.LAW for rule, _ in self.rounds)

    @property
    def is_fixed(self) -> bool:
        """Whether it is law, national guidance or a child's safety."""
        return any(is_whole(rule) or rule.basis in (Basis.LAW, Basis.GUIDANCE) for rule, _ in self.rounds)


def waiting_for(user: User, on: date) -> list[Waiting]:
    """What timescales wait for and this person is told of, and their own next things. One query, however many."""
    return lines_of(clocks_of(user, on).values_list("says", flat=True), user, on)


def lines_of(said: Iterable[Mapping[str, Any]], user: User, on: date) -> list[Waiting]:
    """The lines of clocks that were fetched with `clocks_of`, perhaps in one question with something else."""
    found = [each for clock in said if (each := _told(Counted.read(clock), user, on))]
    key = _of_a_family
    return [_together(list(alike)) for _, alike in groupby(sorted(found, key=key), key=key)]


def _of_a_family(one: Waiting) -> tuple[int, str, bool]:
    return one.case_pk, one.work, one.told_on is None


def people_of(rule: Timescale, involved: Iterable[Mapping[str, Any]], posts: Iterable[Mapping[str, Any]]) -> People:
    """Who stands on each step for one child: of each post, those nearest to the child's team."""
    near: dict[str, dict[int, set[int]]] = {step: {} for step in POSTS.values()}
    for post in posts:
        near[POSTS[Role(post["role"])]].setdefault(post["depth"], set()).add(post["user"])
    on = {step: frozenset(depths[max(depths)]) if depths else frozenset() for step, depths in near.items()}
    above = (on["senior"], on["manager"], on["service"])
    at: dict[str, set[int]] = {}
    has_lead = False
    for each in involved:
        at.setdefault(each["role"], set()).add(each["worker"])
        has_lead = has_lead or bool(each["leads"])
    if rule.owner in (Owner.LEAD, Owner.WORKER):
        return People(frozenset(at.get("lead", ())), *above, has_lead=has_lead)
    if rule.owner is Owner.SUPERVISOR:
        return People(on["senior"] or on["manager"], *above)
    wanted = ("chair", "reviewing-officer") if rule.owner is Owner.CHAIR else (rule.owner.value,)
    owner = next((frozenset(at[role]) for role in wanted if role in at), frozenset())
    return People(owner or on["manager"], *above)


def _told(clock: Counted, user: User, on: date) -> Waiting | None:
    """The clock as this person hears of it; nothing when they do not."""
    rule, calendar = rule_of(clock), calendar_of(clock.closed)
    people = people_of(rule, clock.involved, clock.posts)
    off = [each for each in clock.snoozes if each["work"] == rule.work]
    until = max((date.fromisoformat(each["until"]) for each in off), default=None)
    days = days_of_telling(rule, do_by=clock.do_by, due_on=clock.due_on, calendar=calendar, put_off_until=until)
    step = told(days, people, on).get(user.pk)
    told_on = days.get(step, days[Step.OWNER]) if step else None
    if step is None and user.pk not in people.owner:
        return None
    lead = next((each["name"] for each in clock.involved if each["leads"]), "")
    return Waiting(
        case_pk=clock.case_id,
        family=clock.family,
        work=rule.work,
        children=((clock.given, clock.surname, clock.number),),
        due_on=clock.do_by if clock.do_by >= on else clock.due_on,
        told_on=min(told_on, on) if told_on else None,
        step=step or Step.OWNER,
        rounds=((rule, clock),),
        has_lead=people.has_lead,
        lead=lead,
        said=tuple(_said(off, clock.exceptions)),
        put_off_until=until,
        is_put_off=any(each["person"] == user.pk for each in off),
        is_muted=rule.work in clock.muted,
    )


def _said(off: Iterable[Mapping[str, Any]], exceptions: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    """Reasons given for not keeping the day, where they were asked for."""
    said = []
    for each in exceptions:
        agreed = f", agreed by {each['agreed']}" if each["agreed"] else ", not agreed yet"
        said.append((each["on"], f"{each['who']} wrote down why{agreed}: {each['reason']}"))
    for each in off:
        if "reason" in each:
            until = day_in_words(date.fromisoformat(each["until"]))
            said.append((each["on"], f"{each['who']} put it off until {until}: {each['reason']}"))
    return [words for _, words in sorted(said)]


def _together(alike: list[Waiting]) -> Waiting:
    """One line of all that one piece of work answers: however many children, and however many rules."""
    first = min(alike, key=lambda one: (one.step, one.due_on))
    by_age = sorted(alike, key=lambda one: (one.rounds[0][1].born_on or date.max, one.rounds[0][1].child_id))
    tellings = [one.told_on for one in alike if one.told_on]
    leads = [one.lead for one in by_age if one.lead]
    return replace(
        first,
        children=tuple(dict.fromkeys(one.children[0] for one in by_age)),
        due_on=min(one.due_on for one in alike),
        told_on=min(tellings, default=None),
        rounds=tuple(sorted((one.rounds[0] for one in alike), key=lambda each: (each[1].due_on, each[0].code))),
        said=tuple(dict.fromkeys(words for one in alike for words in one.said)),
        has_lead=all(one.has_lead for one in alike),
        lead=leads[0] if leads else "",
    )
