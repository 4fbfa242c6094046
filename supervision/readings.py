"""What the pages of group supervision show, for one person: whose record they see, and what they were there for."""

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
from supervision.measures import families_heard
from supervision.models import (
    AgreedAction,
    Attendance,
    Discussion,
    DiscussionChild,
    DiscussionQuerySet,
    Group,
    Hypothesis,
    Session,
)
from supervision.rules.rotation import Heard, in_weeks, longest_unheard, weeks_unheard
from supervision.rules.stages import Voice, still_to_write
from supervision.rules.words import in_a_row

RECENT = 10  # discussions on a list
FEW = 3  # groups whose families are shown beside them


@dataclass(frozen=True)
class SessionLine:
    """A session on a list: its day in words, and whether that is still to come."""

    pk: int
    day: str
    is_ahead: bool


@dataclass(frozen=True)
class UnheardLine:
    """A family that has not been discussed for long."""

    pk: int
    name: str
    weeks: str
    was_ever: bool


@dataclass(frozen=True)
class GroupCard:
    """A group: who leads it, what is ahead, what was last, whom they have not heard of for longest."""

    pk: int
    name: str
    led_by: str
    ahead: tuple[SessionLine, ...]
    last: SessionLine | None
    unheard: tuple[UnheardLine, ...]


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


def groups(found: Sequence[Group], user: User, on: date) -> tuple[GroupCard, ...]:
    """Each group with its sessions and the families of its team that this person may see."""
    seen = Session.objects.visible_to(user).filter(group__in=found)
    ahead: dict[int, list[SessionLine]] = defaultdict(list)
    for session in seen.open():
        ahead[session.group_id].append(_session(session, on))
    agreed = seen.filter(agreed_on__isnull=False).order_by("group_id", "-held_on", "-pk").distinct("group_id")
    last = {session.group_id: _session(session, on) for session in agreed}
    return tuple(
        GroupCard(
            pk=group.pk,
            name=group.name,
            led_by=group.senior_practitioner.name,
            ahead=tuple(ahead[group.pk]),
            last=last.get(group.pk),
            # Somebody with a whole service of groups opens the one they want to know about.
            unheard=unheard(group, user, on) if len(found) <= FEW else (),
        )
        for group in found
    )


def unheard(group: Group, user: User, on: date, most: int = 5) -> tuple[UnheardLine, ...]:
    """Families of the group's team that this person may see, those unheard for longest first."""
    first = longest_unheard(families_heard([group.team_id], on, user=user), most)
    names = _names([each.key for each in first], user)
    return tuple(_unheard(each, names[each.key], on) for each in first)


def heard(user: User, on: date) -> tuple[DiscussionLine, ...]:
    """Discussions this person takes or took part in, the newest first."""
    found = Discussion.objects.visible_to(user).heard_by(user).order_by("-held_on", "-pk")[:RECENT]
    return lines(found, user)


def people(session: Session) -> list[Attendance]:
    """Who takes part in a session, in the order of their names."""
    return list(Attendance.objects.filter(session=session).select_related("person").order_by("person__name", "pk"))


def people_of(group: Group) -> list[User]:
    """Who belongs to a group now, in the order of their names."""
    members = group.members.filter(ended_on=None, person__is_active=True).select_related("person")
    return [member.person for member in members.order_by("person__name", "person")]


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
    children = _children([row.pk for row in rows])
    return tuple(_line(row, children[row.pk]) for row in rows)


def said(discussion: Discussion, user: User) -> Said:
    """One discussion to read. Ideas that were not kept are there only for those who were in the room."""
    (row,) = _annotated(Discussion.objects.visible_to(user).filter(pk=discussion.pk), user)
    children = _children([row.pk])[row.pk]
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


def families_to_bring(session: Session, user: User, on: date) -> list[UnheardLine]:
    """Families of the group's team that are not in this session yet, those unheard for longest first."""
    there = set(Discussion.objects.visible_to(user).filter(session=session).values_list("case", flat=True))
    return [each for each in unheard(session.group, user, on, most=500) if each.pk not in there]


def _session(session: Session, on: date) -> SessionLine:
    return SessionLine(session.pk, day_in_words(session.held_on), session.held_on > on)


def _unheard(family: Heard, name: str, on: date) -> UnheardLine:
    return UnheardLine(family.key, name, in_weeks(weeks_unheard(family, on)), family.last_on is not None)


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


def _names(keys: Sequence[int], user: User) -> dict[int, str]:
    """Names of families whose record this person sees; the others have none here."""
    return dict(Case.objects.visible_to(user).filter(pk__in=keys).values_list("pk", "name"))


def _children(keys: Sequence[int]) -> dict[int, list[ChildSaid]]:
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
        children[row.discussion_id].append(ChildSaid(name, row.voice, row.source))
    return children


def _ideas(discussion: Discussion) -> list[Hypothesis]:
    return list(discussion.hypotheses.order_by("pk"))
