"""What of an imported file becomes fact: blanks are filled, episodes added, nothing that is held is written
over.

A value that contradicts what is held, or a rule the database keeps, stays with the source rows and gets a
sentence for the person who checks the file. The census's rule numbers are in brackets.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from camden.rules.names import day_in_words
from cases.models import Case, Episode, Member

if TYPE_CHECKING:
    from cases.returns.cin_census import Child, Fact
    from cases.returns.cin_census import Episode as GivenEpisode

# In this order: a birth ends the expecting, and only then may the sex be known.
OF_THE_CHILD = ("born_on", "expected_on", "died_on", "sex", "ethnicity", "upn", "upn_unknown")
OF_AN_EPISODE = ("source", "primary_need", "no_further_action", "closed_on", "closure_reason")
# Codes that say nobody knows yet: they neither contradict a fact nor keep one out.
NOT_KNOWN = {"sex": "U", "ethnicity": "NOBT"}

DIFFERS = "This differs from what is held ({}), which was kept."
ALREADY_BORN = "The child is held as born on {}, so the expected date was not used."
SEX_IS_HELD = "The child's sex is held as known, so the expected birth date was not used."
NOT_BORN = "The child is held as not yet born, so the sex was not used."
DEATH_FIRST = "The death would be before the birth, so this was not used."

NO_REFERRAL_DATE = "There is no referral date that can be read, so no episode was made of this referral."
HALF_CLOSED = "A closing needs a readable day and reason, so no episode was made of this referral."
CLOSED_FIRST = "The closing is before the referral, so no episode was made of this referral."
TWICE = "The same referral is given twice; it is held once."
TWO_OPEN = "The child has another open episode, from {}, so no episode was made of this referral."
OVERLAPS = "This overlaps with the episode that began on {}, so no episode was made of this referral."
CLOSING_OVERLAPS = "Closed on this day, the referral would overlap with the episode from {}, so it was not closed."


@dataclass(slots=True)
class Episodes:
    """What becomes of a child's episodes: added, changed, closed by this file, already held, or refused."""

    new: list[Episode] = field(default_factory=list)
    changed: list[Episode] = field(default_factory=list)
    closed: list[Episode] = field(default_factory=list)
    already: int = 0
    refused: int = 0
    pairs: list[tuple["GivenEpisode", Episode]] = field(default_factory=list)
    """Each referral of the file that is held, and as which episode."""


def new_member(child: "Child", case: Case) -> Member:
    """A member for a child nobody knew yet. Not saved."""
    return Member(case=case, kind=Member.Kind.CHILD, disabilities=child.disabilities, **child.facts)


def fill_member(member: Member, child: "Child") -> bool:
    """Fill what is not held yet; say where the file differs. Whether anything changed."""
    given = [name for name in OF_THE_CHILD if name in child.facts]
    return any([_fill_disabilities(member, child), *(_fill(member, child, name) for name in given)])


def _fill_disabilities(member: Member, child: "Child") -> bool:
    held, given = member.disabilities, child.disabilities
    if not given or held == given:
        return False
    if held:
        child.drop_each("disabilities", DIFFERS.format(", ".join(held)))
        return False
    member.disabilities = given
    return True


def _fill(member: Member, child: "Child", name: str) -> bool:
    held, given = getattr(member, name), child.facts[name]
    unknown = NOT_KNOWN.get(name)
    if held == given:
        return False
    if held and given == unknown:
        child.drop(name, "")
        return False
    if held and held != unknown:
        child.drop(name, DIFFERS.format(_shown(held)))
        return False
    if why := _contradiction(member, name, given):
        child.drop(name, why)
        return False
    setattr(member, name, given)
    if name == "born_on":
        member.expected_on = None  # never both (8525); the expected day stays with the source rows
    return True


def _contradiction(member: Member, name: str, given: "Fact") -> str:
    """Why the record as it stands cannot take this fact, or ""."""
    is_known = given in ("M", "F")
    born_on = given if name == "born_on" else member.born_on
    died_on = given if name == "died_on" else member.died_on
    if name == "expected_on" and member.born_on:
        return ALREADY_BORN.format(day_in_words(member.born_on))
    if name == "expected_on" and member.sex in ("M", "F"):
        return SEX_IS_HELD
    if name == "sex" and is_known and member.expected_on:
        return NOT_BORN
    if isinstance(born_on, date) and isinstance(died_on, date) and died_on < born_on:
        return DEATH_FIRST
    return ""


def settle_episodes(child: "Child", member: Member, held: Sequence[Episode], on: date) -> Episodes:
    """Compare the child's referrals in the file with the episodes held, and make episodes of the others.

    Closed ones come first, then open ones from the latest back: an episode that somebody forgot to close
    years ago must not keep out all that followed. Those after `on`, the day of the import, give way, because
    a year is easily mistyped. A referral with no further action and no closing comes last, and may stand
    beside any other (8815).
    """
    result = Episodes()
    unclaimed = list(held)
    for given in child.episodes:
        if why := _impossible(given):
            _refuse(result, given, why)
    possible = sorted((given for given in child.episodes if given.facts), key=lambda given: _turn(given, on))
    unmatched = [given for given in possible if not _matched(result, given, unclaimed, held)]
    for given in unmatched:
        taken = [*held, *result.new]
        facts = {name: given.facts[name] for name in ("referred_on", *OF_AN_EPISODE) if name in given.facts}
        episode = Episode(case=member.case, child=member, **facts)
        if why := _clash(episode, taken):
            _refuse(result, given, why)
        else:
            result.new.append(episode)
            result.pairs.append((given, episode))
    return result


def _turn(given: "GivenEpisode", on: date) -> tuple[int, bool, int]:
    referred_on = given.day("referred_on")
    assert referred_on is not None
    if given.day("closed_on"):
        return 0, referred_on > on, referred_on.toordinal()
    if not given.facts.get("no_further_action"):
        return 1, referred_on > on, -referred_on.toordinal()
    return 2, referred_on > on, referred_on.toordinal()


def _refuse(result: Episodes, given: "GivenEpisode", why: str) -> None:
    result.refused += 1
    is_closing = why in (HALF_CLOSED, CLOSED_FIRST)
    given.refuse(why, *(("CINclosureDate", "ReasonForClosure") if is_closing else ("CINreferralDate",)))


def _impossible(given: "GivenEpisode") -> str:
    """What the referral lacks to be an episode by itself, or ""."""
    referred_on, closed_on = given.day("referred_on"), given.day("closed_on")
    if referred_on is None:
        return NO_REFERRAL_DATE
    if given.mentions_closing and not (closed_on and given.text("closure_reason")):  # (8805, 8810)
        return HALF_CLOSED
    if closed_on and closed_on < referred_on:  # (8630)
        return CLOSED_FIRST
    return ""


def _matched(
    result: Episodes, given: "GivenEpisode", unclaimed: list[Episode], of_the_child: Sequence[Episode]
) -> bool:
    """Whether the referral is one that is held: the same day. If so, fill and compare it."""
    same_day = [held for held in unclaimed if held.referred_on == given.day("referred_on")]
    if not same_day:
        return False
    held = next((one for one in same_day if one.closed_on == given.day("closed_on")), same_day[0])
    unclaimed.remove(held)
    result.already += 1
    result.pairs.append((given, held))
    was_open = held.closed_on is None
    if was_open and (closed_on := given.day("closed_on")):
        _check_closing(held, given, closed_on, of_the_child)
    if any([_fill_episode(held, given, name) for name in OF_AN_EPISODE if name in given.facts]):
        result.changed.append(held)
        if was_open and held.closed_on:
            result.closed.append(held)
    return True


def _check_closing(held: Episode, given: "GivenEpisode", closed_on: date, of_the_child: Sequence[Episode]) -> None:
    """Drop a closing that would make the episode overlap another.

    Only one with no further action can: while nothing closes it, it may stand beside any other (8815).
    """
    others = (one for one in of_the_child if one is not held)
    other = next((one for one in others if _overlap(_closed(held, closed_on), one)), None)
    if other:  # (8820)
        given.drop("closed_on", CLOSING_OVERLAPS.format(day_in_words(other.referred_on)))
        given.drop("closure_reason", "")


def _closed(held: Episode, closed_on: date) -> Episode:
    """The episode's days as they would be. Not saved."""
    return Episode(referred_on=held.referred_on, closed_on=closed_on, no_further_action=held.no_further_action)


def _fill_episode(held: Episode, given: "GivenEpisode", name: str) -> bool:
    before, now = getattr(held, name), given.facts[name]
    if before == now:
        return False
    if before in (None, ""):
        setattr(held, name, now)
        return True
    shown = ("yes" if before else "no") if isinstance(before, bool) else _shown(before)
    given.drop(name, DIFFERS.format(shown))
    return False


def _clash(new: Episode, others: Sequence[Episode]) -> str:
    """Which other episode of the child forbids this one, in words, or ""."""
    for other in others:
        if all(getattr(new, name) == getattr(other, name) for name in ("referred_on", *OF_AN_EPISODE)):
            return TWICE
        if new.is_open and other.is_open:  # (8815)
            return TWO_OPEN.format(day_in_words(other.referred_on))
        if _overlap(new, other):  # (8820)
            return OVERLAPS.format(day_in_words(other.referred_on))
    return ""


def _overlap(one: Episode, other: Episode) -> bool:
    """Whether they share a day. The day of a closing is free again, and a day alone is no time at all.

    Nor is a referral with no further action that nothing closes: it overlaps nothing.
    """
    if any(episode.no_further_action and episode.closed_on is None for episode in (one, other)):
        return False
    if one.referred_on == one.closed_on or other.referred_on == other.closed_on:
        return False
    one_ends, other_ends = one.closed_on or date.max, other.closed_on or date.max
    return one.referred_on < other_ends and other.referred_on < one_ends


def _shown(value: object) -> str:
    return day_in_words(value) if isinstance(value, date) else str(value)
