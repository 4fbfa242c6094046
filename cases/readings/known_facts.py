"""What is known of a child and never typed again: at the top of their part of a paper, ready-made."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings

from camden.rules.names import day_in_words
from cases.models import Case, VisitChild
from cases.readings.due import Ahead, ahead_of
from cases.readings.family import Family, Who, read_family
from cases.rules.audience import Audience
from cases.rules.happenings import Happened
from cases.rules.ladder import standing
from cases.rules.visits import in_a_row, ways_to_be_seen

LEARNING, DOCTOR = ("school", "nursery"), ("gp", "health-visitor")


@dataclass(frozen=True)
class Fact:
    """Something that is known, and the page where it is put right."""

    label: str
    text: str
    href: str = ""


def facts_of(case: Case, on: date, audience: Audience) -> dict[int, tuple[Fact, ...]]:
    """Facts of every child of the family, by key, as this audience may know them. Two queries."""
    family, ahead = read_family(case, on, audience), ahead_of(case.pk, on)
    return {who.pk: _facts(who, family, ahead, on, audience) for who in family.children if not who.is_kept}


def _facts(who: Who, family: Family, ahead: Ahead, on: date, audience: Audience) -> tuple[Fact, ...]:
    last, episode = ahead.last[who.pk], family.episodes.get(who.pk)
    stands = standing(last, episode.referred_on if episode and episode.is_open else None)
    parents = [one.first_name for one in family.adults if any(_is_parent_of(tie, who) for tie in one.ties)]
    said = [
        Fact("Name and age", ", ".join(filter(None, (who.name, who.age)))),
        Fact("Known as", who.known_as),
        Fact("Parents", in_a_row(parents)),
        Fact("Lives", _lives(who, family, audience)),
        Fact("School or nursery", _around(who, LEARNING)),
        Fact("GP and health visitor", _around(who, DOCTOR)),
        Fact("Speaks", ", ".join(filter(None, (who.language, who.communication)))),
        Fact("Where things stand", _since(stands.words, stands.since)),
        Fact("Last seen", _seen(last.get(Happened.CHILD_SEEN))),
    ]
    if _is_asked_alone(who, on):
        said.append(Fact("Last seen alone", _seen(last.get(Happened.CHILD_SEEN_ALONE))))
    return tuple(fact for fact in said if fact.text)


def _is_parent_of(tie: str, who: Who) -> bool:
    kind, _, names = tie.partition(" of ")
    return kind in ("mother", "father", "parent") and who.first_name in names.replace(" and ", ", ").split(", ")


def _lives(who: Who, family: Family, audience: Audience) -> str:
    """Where and with whom; not where, in the family's own copy, when the address is not safe."""
    homes = {home.name: home for home in family.homes}
    said = []
    for name in who.homes:
        home = homes.get(name)
        others = in_a_row([one for one in (home.people if home else ()) if one != who.first_name])
        is_told = audience.is_staff or (home and home.is_safe_to_share)
        said.append(" ".join(filter(None, (f"at {name}" if is_told else "", f"with {others}" if others else ""))))
    return "; ".join(filter(None, said))


def _around(who: Who, kinds: tuple[str, ...]) -> str:
    return "; ".join(one.name for one in who.around if one.kind in kinds and one.name)


def _since(words: str, since: date | None) -> str:
    return f"{words}, since {day_in_words(since)}" if since else words


def _seen(day: date | None) -> str:
    return day_in_words(day) if day else "Not so far"


def _is_asked_alone(who: Who, on: date) -> bool:
    return VisitChild.Seen.ALONE in dict(
        ways_to_be_seen(who.born_on, who.expected_on, on, settings.SEEN_ALONE_FROM_AGE)
    )
