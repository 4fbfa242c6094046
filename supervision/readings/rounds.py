"""The quick round of a session: one line a family, and what was said last time."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q

from camden.models import User
from cases.models import Case, Member
from supervision.measures import standings
from supervision.models import AgendaItem, Discussion, DiscussionChild, DiscussionWords, Session
from supervision.rules.counting import Standing
from supervision.rules.words import voice_asked


@dataclass(frozen=True)
class RoundChild:
    """A child whose voice is asked for: how, what is written, and how we know."""

    pk: int
    name: str
    asks: str
    voice: str = ""
    source: str = ""


@dataclass(frozen=True)
class RoundFamily:
    """A family in a quick round. `children` and safety are asked only with a protection plan or before court.

    `before` is the next step that was said last time. `item` brings the family where no discussion is there yet.
    """

    case: Case
    discussion: Discussion | None
    item: AgendaItem | None
    standing: Standing
    said: dict[str, str] = field(default_factory=dict)
    children: tuple[RoundChild, ...] = ()
    before: str = ""


def quick_round(session: Session, user: User, on: date) -> tuple[RoundFamily, ...]:
    """The families of the quick round whose record this person sees and that are not agreed, in the agenda's order."""
    seen = Case.objects.visible_to(user)
    found = Discussion.objects.visible_to(user).filter(session=session, case__in=seen.values("pk"))
    open_ = Q(depth=Discussion.Depth.QUICK, agreed_on=None)
    there = {each.case_id: each for each in found.filter(open_).select_related("case", "words").order_by("place", "pk")}
    items: dict[int, Any] = {}
    if session.agreed_on is None:
        accepted = AgendaItem.objects.visible_to(user).filter(
            session=session, depth=Discussion.Depth.QUICK, accepted_on__isnull=False
        )
        accepted = accepted.exclude(case__in=found.exclude(open_).values("case"))
        items = {item.case_id: item for item in accepted.select_related("case").order_by("place", "pk")}
    wanted = list(dict.fromkeys([*items, *there]))
    ranks, before = standings(wanted, on), _before(wanted, session, user)
    children = _children([key for key in wanted if _standing(there.get(key), ranks[key]).is_watched], there, on)
    return tuple(
        RoundFamily(
            case=(there.get(key) or items[key]).case,
            discussion=there.get(key),
            item=items.get(key),
            standing=_standing(there.get(key), ranks[key]),
            said=_said(there.get(key)),
            children=tuple(children[key]),
            before=before.get(key, ""),
        )
        for key in wanted
    )


def _standing(discussion: Discussion | None, now: Standing) -> Standing:
    """What was so when the family came to the session, once that is kept; else what is so now."""
    return Standing(discussion.standing) if discussion and discussion.standing else now


def _said(discussion: Discussion | None) -> dict[str, str]:
    if discussion is None:
        return {}
    words = discussion.words
    return {"changed": words.changed, "worry": words.worry, "next_step": words.next_step, "safety": words.safety}


def _before(keys: Iterable[int], session: Session, user: User) -> dict[int, str]:
    """The next step of the last quick round before this session, by family."""
    last = DiscussionWords.objects.visible_to(user).filter(
        case__in=list(keys), discussion__held_on__lt=session.held_on, discussion__agreed_on__isnull=False
    )
    rows = last.exclude(next_step="").order_by("case", "-discussion__held_on").distinct("case")
    return dict(rows.values_list("case", "next_step"))


def _children(keys: list[int], there: dict[int, Any], on: date) -> dict[int, list[RoundChild]]:
    """Each child, as the discussion names them with what is written, else as the record does."""
    written = {
        each.child_id: each
        for each in DiscussionChild.objects.filter(discussion__in=[there[key].pk for key in keys if key in there])
    }
    named = {there[key].case_id for key in keys if key in there}
    found: dict[int, list[RoundChild]] = defaultdict(list)
    for child in Member.objects.children().filter(case__in=keys):
        said = written.get(child.pk)
        if said is None and child.case_id in named:
            continue  # somebody brought the family without this child
        asks = voice_asked(child.first_name, child.born_on, child.expected_on, on)
        known = (said.voice, said.source) if said else ("", "")
        found[child.case_id].append(RoundChild(child.pk, child.first_name, asks, *known))
    return found
