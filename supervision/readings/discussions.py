"""What was said about families, for one person: whose record they see, and what they were there for."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Exists, F, OuterRef, Subquery

from camden.models import User
from camden.rules.names import day_in_words
from cases.models import Case, Member
from supervision.models import (
    AgreedAction,
    Attendance,
    Discussion,
    DiscussionChild,
    DiscussionQuerySet,
    Hypothesis,
    Session,
)
from supervision.rules.stages import Voice, still_to_write
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
class ChildSaid:
    """A child's first name, what was written of their voice, and how we know."""

    name: str
    voice: str
    source: str


@dataclass(frozen=True)
class Said:
    """One discussion as it is read afterwards. `others` are ideas that stay with those who were there."""

    line: DiscussionLine
    reason: str
    dilemma: str
    useful: str
    kept: tuple[str, ...]
    others: tuple[str, ...]
    conversations: tuple[AgreedAction, ...]
    voices: tuple[ChildSaid, ...] = ()
    safety: str = ""
    recommendation: str = ""
    recommended_by: str = ""


def still_missing(discussion: Discussion) -> list[str]:
    """What a discussion needs before it counts, in words. For somebody who sees the family's record."""
    voices = discussion.voices.select_related("child").order_by("child__born_on", "pk")
    said = [Voice(each.child.first_name, each.voice) for each in voices]
    return still_to_write(discussion.words.dilemma, said, discussion.words.safety)


def heard(user: User, on: date) -> tuple[DiscussionLine, ...]:
    """Discussions this person takes or took part in, the newest first."""
    found = Discussion.objects.visible_to(user).heard_by(user).order_by("-held_on", "-pk")[:RECENT]
    return lines(found, user)


def room(discussion: Discussion) -> list[User]:
    """Who is there for this family. For somebody who sees its record."""
    there = Attendance.objects.filter(session=discussion.session_id).hearing_of(discussion.case_id)
    return [one.person for one in there]


def asked(discussion: Discussion) -> dict[str, Any]:
    """What the form of a discussion asks about, as it stands: children and voices, ideas, actions, who may keep one.

    A clinician advises and is never made to hold a case, so keeps no action of it.
    """
    voices = discussion.voices.select_related("child").order_by("child__born_on", "pk")
    return {
        "discussion": discussion,
        "children": [(each.child, each.voice, each.source) for each in voices],
        "ideas": _ideas(discussion),
        "actions": list(discussion.actions.filter(action=None).exclude(what="").order_by("pk")),
        "keepers": [one for one in room(discussion) if one.pk != discussion.session.group.clinician_id],
    }


def of_session(session: Session, user: User) -> tuple[DiscussionLine, ...]:
    """Families of a session that this person may read about: none that is kept from them, and no word that it is."""
    found = Discussion.objects.visible_to(user).filter(session=session).order_by("pk")
    return lines(found, user)


def of_case(case: Case, user: User) -> tuple[DiscussionLine, ...]:
    """Discussions of one family, the newest first."""
    found = Discussion.objects.visible_to(user).filter(case=case).order_by("-held_on", "-pk")
    return lines(found, user)


def lines(found: DiscussionQuerySet, user: User) -> tuple[DiscussionLine, ...]:
    """Discussions as lines. Two queries, however many; one more for somebody who does not see the records."""
    rows = list(_annotated(found, user))
    children = children_of([row.pk for row in rows])
    return tuple(_line(row, children[row.pk]) for row in rows)


def said(discussion: Discussion, user: User) -> Said:
    """One discussion to read. Ideas that were not kept are there only for those who were in the room."""
    (row,) = _annotated(Discussion.objects.visible_to(user).filter(pk=discussion.pk), user)
    children = children_of([row.pk])[row.pk]
    ideas, words = _ideas(row), row.words
    kept = [each.text for each in ideas if each.status == Hypothesis.Status.KEPT]
    others = [each.text for each in ideas if each.status != Hypothesis.Status.KEPT]
    return Said(
        line=_line(row, children),
        reason=row.get_reason_display(),
        dilemma=words.dilemma,
        useful=words.useful,
        kept=tuple(kept),
        others=tuple(others) if row.was_there else (),
        conversations=tuple(row.actions.exclude(what="").select_related("keeper").order_by("pk")),
        voices=tuple(child for child in children if child.voice),
        safety=words.safety,
        recommendation=words.recommendation,
        recommended_by=words.recommended_by.name if words.recommended_by else "",
    )


def _annotated(found: DiscussionQuerySet, user: User) -> Any:
    """With the family's name where its record is seen, and whether this person takes or took part."""
    families = Case.objects.visible_to(user).filter(pk=OuterRef("case_id"))
    there = Attendance.objects.filter(person=user, session=OuterRef("session_id"))
    asked = found.select_related("presenter", "words__recommended_by")
    return asked.annotate(family=Subquery(families.values("name")[:1]), was_there=Exists(there))


def _line(row: Any, children: Sequence[ChildSaid]) -> DiscussionLine:
    voices = [Voice(child.name, child.voice) for child in children]
    missing = [] if row.agreed_on else still_to_write(row.words.dilemma, voices, row.words.safety)
    return DiscussionLine(
        pk=row.pk,
        case_pk=row.case_id,
        children=in_a_row([child.name for child in children]),
        family=row.family or "",
        day=day_in_words(row.held_on),
        presenter=row.presenter.name,
        depth=row.get_depth_display(),
        is_agreed=row.agreed_on is not None,
        may_write=bool(row.family) and row.was_there and row.agreed_on is None,
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
            cursor.execute("select discussion_id, child_id, first_name from heardchildren_of(%s)", [list(keys)])
            names = {(discussion, key): name for discussion, key, name in cursor.fetchall()}
    children: dict[int, list[ChildSaid]] = defaultdict(list)
    for row in found:
        name = row.name or names.get((row.discussion_id, row.child_id)) or "A child"
        children[row.discussion_id].append(ChildSaid(name, row.voice, row.source))
    return children


def _ideas(discussion: Discussion) -> list[Hypothesis]:
    return list(discussion.hypotheses.order_by("pk"))
