"""Which framework somebody links their learning to on a day, and what becomes of older links when one takes over.

| rule | source |
|---|---|
| frameworks hold from a day until a day; one piece is linked to as many areas as its author likes | REFERENCE 7.2 |
| a piece is linked to what held when the learning was done, or to what holds when it is linked | our own design |
| a link stays as it was made, for ever: nothing is linked anew by the switch | the step's issue: no link is lost |
| what an older area corresponds to now is said beside it, and where nobody has said, that is said | our own design |

The mapping is a reading and no fact: it is shown in other words (“close to”), and changing it changes no link.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from training.rules.capabilities import CORRESPONDS, SHIPPED, Capability, Framework

NOT_SAID = "Nobody has said yet what this corresponds to."
CHECK = "The wording is a draft’s. Check it against what is published."


class NotInForce(ValueError):
    """An area of a framework that held neither when the learning was done nor when it was linked."""


class UnknownArea(ValueError):
    """No framework known here has such an area."""


@dataclass(frozen=True)
class Link:
    """A piece and one area it shows, as its author linked them on a day. Never changed, only taken back."""

    piece: int
    capability: str
    linked_on: date


@dataclass(frozen=True)
class Seen:
    """A link as a page shows it on a day: the area in its own words, its framework, and what it is close to now.

    `is_of_today`: its framework still holds. Else `close_to` has the areas it corresponds to, and `note` says so where
    nobody has said which.
    """

    link: Link
    title: str
    framework: str
    is_of_today: bool
    close_to: tuple[Capability, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Shown:
    """An area of a framework in force, the pieces linked to it, and those that come to it from an older framework."""

    capability: Capability
    pieces: tuple[int, ...]
    from_before: tuple[int, ...]


def in_force(on: date, frameworks: Iterable[Framework] = SHIPPED) -> tuple[Framework, ...]:
    """The frameworks that hold on a day, in their order."""
    return tuple(framework for framework in frameworks if framework.holds(on))


def offered(grade: str, on: date, frameworks: Iterable[Framework] = SHIPPED) -> tuple[Framework, ...]:
    """Those somebody of that grade is offered on a day: what is for everybody, and what is for their grade."""
    return tuple(each for each in in_force(on, frameworks) if not each.grades or grade in each.grades)


def may_link(code: str, done_on: date, on: date, frameworks: Iterable[Framework] = SHIPPED) -> bool:
    """Whether an area may be linked on a day to learning of another: its framework held on one of the two.

    Raises UnknownArea.
    """
    framework, _ = _found(code, tuple(frameworks))
    return framework.holds(done_on) or framework.holds(on)


def link(piece: int, code: str, done_on: date, on: date, frameworks: Iterable[Framework] = SHIPPED) -> Link:
    """A new link. Raises UnknownArea and NotInForce."""
    if not may_link(code, done_on, on, frameworks):
        raise NotInForce(code)
    return Link(piece, code, on)


def seen(
    links: Iterable[Link],
    on: date,
    frameworks: Sequence[Framework] = SHIPPED,
    corresponds: Mapping[str, Sequence[str]] = CORRESPONDS,
) -> tuple[Seen, ...]:
    """Each link once, as it was made, with what its area is close to on that day. Raises UnknownArea."""
    return tuple(_seen(each, on, frameworks, corresponds) for each in links)


def coverage(
    framework: Framework,
    links: Iterable[Link],
    on: date,
    frameworks: Sequence[Framework] = SHIPPED,
    corresponds: Mapping[str, Sequence[str]] = CORRESPONDS,
) -> tuple[Shown, ...]:
    """The areas of a framework with what shows them, for the person alone: those with most first, never a score.

    A piece is counted once in an area, as linked there rather than as coming from before.
    """
    own: dict[str, set[int]] = {area.code: set() for area in framework.areas}
    before: dict[str, set[int]] = {area.code: set() for area in framework.areas}
    for each in seen(links, on, frameworks, corresponds):
        if each.link.capability in own:
            own[each.link.capability].add(each.link.piece)
        for area in each.close_to:
            if area.code in before:
                before[area.code].add(each.link.piece)
    shown = [
        Shown(area, tuple(sorted(own[area.code])), tuple(sorted(before[area.code] - own[area.code])))
        for area in framework.areas
    ]
    return tuple(sorted(shown, key=lambda area: -len(area.pieces) - len(area.from_before)))


def problems(
    frameworks: Sequence[Framework], corresponds: Mapping[str, Sequence[str]] = CORRESPONDS
) -> tuple[str, ...]:
    """What is wrong with a set of frameworks and its mapping, a sentence each: for whoever keeps them."""
    found = []
    codes = [area.code for each in frameworks for area in each.areas]
    for each in frameworks:
        if each.from_on and each.until_on and each.until_on < each.from_on:
            found.append(f"{each.title} ends before it begins.")
        if any(area.framework != each.code for area in each.areas):
            found.append(f"{each.title} has an area with a code of another framework.")
    found += [f"Two areas have the code {code}." for code in sorted({code for code in codes if codes.count(code) > 1})]
    named = {*corresponds, *(code for codes_to in corresponds.values() for code in codes_to)}
    found += [f"The mapping names {code}, which no framework has." for code in sorted(named - set(codes))]
    return tuple(found)


def _seen(each: Link, on: date, frameworks: Sequence[Framework], corresponds: Mapping[str, Sequence[str]]) -> Seen:
    framework, area = _found(each.capability, frameworks)
    if framework.holds(on) or (framework.from_on and on < framework.from_on):
        return Seen(each, area.title, framework.title, is_of_today=True, note=CHECK if framework.is_draft else "")
    close_to = _close_to(each.capability, on, frameworks, corresponds)
    return Seen(each, area.title, framework.title, False, close_to, "" if close_to else NOT_SAID)


def _close_to(
    code: str, on: date, frameworks: Sequence[Framework], corresponds: Mapping[str, Sequence[str]]
) -> tuple[Capability, ...]:
    """What an area corresponds to on a day; where that has ended too, what that corresponds to, and so on."""
    found: dict[str, Capability] = {}
    passed, ahead = {code}, list(corresponds.get(code, ()))
    while ahead:
        next_code = ahead.pop(0)
        if next_code in passed:
            continue
        passed.add(next_code)
        framework, area = _found(next_code, frameworks)
        if framework.holds(on):
            found[next_code] = area
        else:
            ahead += corresponds.get(next_code, ())
    return tuple(found.values())


def _found(code: str, frameworks: Sequence[Framework]) -> tuple[Framework, Capability]:
    for framework in frameworks:
        for area in framework.areas:
            if area.code == code:
                return framework, area
    raise UnknownArea(code)
