"""What was said about families, for one person: whose record they see, and what they were there for."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import Exists, F, Max, OuterRef, Subquery

from camden.models import User
from camden.rules.names import day_in_words
from cases.models import Case, Member, VisitChild
from cases.rules.visits import ways_to_be_seen
from supervision.models import (
    AgreedAction,
    Attendance,
    Discussion,
    DiscussionChild,
    DiscussionQuerySet,
    Hypothesis,
    Session,
)
from supervision.readings.decisions import DecidedLine, decisions
from supervision.readings.ending import missing_of
from supervision.readings.kept import KeptIdea, kept_ideas
from supervision.rules.recorded import voice_kinds
from supervision.rules.words import in_a_row

RECENT = 10  # discussions on a list


@dataclass(frozen=True)
class DiscussionLine:
    """A family in a session. `family` is empty for somebody who sees no more than the discussion."""

    pk: int
    case_pk: int
    children: str
    family: str
    day: str
    presenter: str
    depth: str
    is_agreed: bool
    may_write: bool = False
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class ChildAsked:
    """A child of a discussion, what is written so far, in which kinds they may be heard, and when last seen alone.

    `alone` is a sentence; empty at an age at which nobody asks for it.
    """

    child: Member
    voice: str
    source: str
    kind: str
    kinds: tuple[str, ...]
    alone: str


@dataclass(frozen=True)
class ChildSaid:
    """A child's first name, what was written of their voice, in which kind, and how we know."""

    name: str
    voice: str
    source: str
    kind: str = ""


@dataclass(frozen=True)
class Said:
    """One discussion as it is read afterwards: nothing of what stays in the room."""

    line: DiscussionLine
    reason: str
    dilemma: str
    useful: str
    kept: tuple[KeptIdea, ...]
    conversations: tuple[AgreedAction, ...]
    voices: tuple[ChildSaid, ...] = ()
    safety: str = ""
    recommendation: str = ""
    recommended_by: str = ""
    resonance: str = ""
    minutes: int | None = None
    decisions: tuple[DecidedLine, ...] = ()
    was_there: bool = False


def still_missing(discussion: Discussion) -> list[str]:
    """What a discussion needs before it counts, in words. For somebody who sees the family's record."""
    return list(missing_of([discussion], children_of([discussion.pk])).get(discussion.pk, ()))


def heard(user: User, on: date) -> tuple[DiscussionLine, ...]:
    """Discussions this person takes or took part in, the newest first; none of a session that was called off."""
    found = Discussion.objects.visible_to(user).heard_by(user).filter(session__cancelled_on=None)
    return lines(found.order_by("-held_on", "-pk")[:RECENT], user)


def room(discussion: Discussion) -> list[User]:
    """Who is there for this family. For somebody who sees its record."""
    there = Attendance.objects.filter(session=discussion.session_id).hearing_of(discussion.case_id)
    return [one.person for one in there]


def asked(discussion: Discussion, there: Sequence[User]) -> dict[str, Any]:
    """What the form of a discussion asks about, as it stands: children and voices, ideas, actions, who may keep one.

    `there` is the `room`. A clinician advises and is never made to hold a case, so keeps no action of it.
    """
    voices = list(discussion.voices.select_related("child").order_by("child__born_on", "pk"))
    alone = last_alone([each.child_id for each in voices], discussion.held_on)
    return {
        "discussion": discussion,
        "children": [_child_asked(each, alone.get(each.child_id)) for each in voices],
        "ideas": _ideas(discussion),
        "actions": list(discussion.actions.filter(action=None).exclude(what="").order_by("pk")),
        "keepers": keepers(discussion, there),
    }


def last_alone(children: Sequence[int], on: date) -> dict[int, date]:
    """The last day up to that one on which each of these children was seen alone, by key. One query."""
    found = VisitChild.objects.filter(child__in=children, seen=VisitChild.Seen.ALONE, visit__struck_on=None)
    days = found.filter(visit__visited_on__lte=on).values_list("child").annotate(Max("visit__visited_on"))
    return dict(days.order_by())


def _child_asked(row: DiscussionChild, alone_on: date | None) -> ChildAsked:
    child, on = row.child, row.discussion.held_on
    kinds = voice_kinds(child.born_on, child.expected_on, on)
    ways = dict(ways_to_be_seen(child.born_on, child.expected_on, on, settings.SEEN_ALONE_FROM_AGE))
    alone = f"Last seen alone on {day_in_words(alone_on)}." if alone_on else "Not seen alone yet."
    return ChildAsked(
        child=child,
        voice=row.voice,
        source=row.source,
        kind=row.kind if row.kind in kinds else kinds[0],
        kinds=kinds,
        alone=alone if VisitChild.Seen.ALONE in ways else "",
    )


def keepers(discussion: Discussion, there: Sequence[User]) -> list[User]:
    """Of those who are there, whoever may be asked to do something: not the clinician."""
    return [one for one in there if one.pk != discussion.session.group.clinician_id]


def of_session(session: Session, user: User) -> tuple[DiscussionLine, ...]:
    """Families of a session that this person may read about: none that is kept from them, and no word that it is."""
    found = Discussion.objects.visible_to(user).filter(session=session).order_by("pk")
    return lines(found, user)


def of_case(case: Case, user: User) -> tuple[DiscussionLine, ...]:
    """Discussions of one family, the newest first."""
    found = Discussion.objects.visible_to(user).filter(case=case).order_by("-held_on", "-pk")
    return lines(found, user)


def lines(found: DiscussionQuerySet, user: User) -> tuple[DiscussionLine, ...]:
    """Discussions as lines. Two queries, however many; one more where some are not agreed, and one
    for somebody who does not see the records."""
    rows = list(_annotated(found, user))
    children = children_of([row.pk for row in rows])
    missing = missing_of(rows, children)
    return tuple(_line(row, children[row.pk], missing.get(row.pk, ())) for row in rows)


def said(discussion: Discussion, user: User) -> Said:
    """One discussion to read. What stays in the room is elsewhere: `readings.room_notes`."""
    (row,) = _annotated(Discussion.objects.visible_to(user).filter(pk=discussion.pk), user)
    children = children_of([row.pk])[row.pk]
    words = row.words
    return Said(
        line=_line(row, children, missing_of([row], {row.pk: children}).get(row.pk, ())),
        reason=row.get_reason_display(),
        dilemma=words.dilemma,
        useful=words.useful,
        kept=kept_ideas(row),
        conversations=tuple(row.actions.exclude(what="").select_related("keeper").order_by("pk")),
        voices=tuple(child for child in children if child.voice),
        safety=words.safety,
        recommendation=words.recommendation,
        recommended_by=words.recommended_by.name if words.recommended_by else "",
        resonance=words.resonance,
        minutes=row.minutes_spent,
        decisions=decisions(row, user if row.family else None),
        was_there=row.was_there,
    )


def _annotated(found: DiscussionQuerySet, user: User) -> Any:
    """With the family's name where its record is seen, and whether this person takes or took part."""
    families = Case.objects.visible_to(user).filter(pk=OuterRef("case_id"))
    there = Attendance.objects.filter(person=user, session=OuterRef("session_id"))
    asked = found.select_related("presenter", "session", "words__recommended_by")
    return asked.annotate(family=Subquery(families.values("name")[:1]), was_there=Exists(there))


def _line(row: Any, children: Sequence[ChildSaid], missing: Sequence[str]) -> DiscussionLine:
    return DiscussionLine(
        pk=row.pk,
        case_pk=row.case_id,
        children=in_a_row([child.name for child in children]),
        family=row.family or "",
        day=day_in_words(row.held_on),
        presenter=row.presenter.name,
        depth=row.get_depth_display(),
        is_agreed=row.agreed_on is not None,
        may_write=bool(row.family) and row.was_there and row.agreed_on is None and row.session.cancelled_on is None,
        missing=tuple(missing),
    )


def children_of(keys: Sequence[int]) -> dict[int, list[ChildSaid]]:
    """Each discussion's children, oldest first: named from the record where it is seen, else as heard in the room."""
    child = Member.objects.filter(pk=OuterRef("child_id"))
    rows = DiscussionChild.objects.filter(discussion__in=keys).annotate(
        name=Subquery(child.values("given_name")[:1]), born_on=Subquery(child.values("born_on")[:1])
    )
    found = list(rows.order_by(F("born_on").asc(nulls_last=True), "child_id"))
    names: dict[tuple[int, int], str] = {}
    if any(row.name is None for row in found):
        with connection.cursor() as cursor:
            cursor.execute("select discussion_id, child_id, first_name from heard_children(%s)", [list(keys)])
            names = {(discussion, key): name for discussion, key, name in cursor.fetchall()}
    children: dict[int, list[ChildSaid]] = defaultdict(list)
    for row in found:
        name = row.name or names.get((row.discussion_id, row.child_id)) or "A child"
        children[row.discussion_id].append(ChildSaid(name, row.voice, row.source, row.get_kind_display()))
    return children


def _ideas(discussion: Discussion) -> list[Hypothesis]:
    return list(discussion.hypotheses.order_by("pk"))
