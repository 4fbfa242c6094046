"""What the page of the room shows while a group talks, for one person who is there. It asks little: it asks often."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Subquery
from django.db.models.functions import JSONObject

from camden.models import User
from cases.models import Case, Member
from supervision.models import (
    AgreedAction,
    Attendance,
    Discussion,
    DiscussionChild,
    DiscussionPart,
    DiscussionStep,
    GroupMember,
    Hypothesis,
    PromptEdit,
    RoomQuestion,
    Session,
)
from supervision.readings.discussions import children_of
from supervision.rules import hypotheses, prompts, roles, stages
from supervision.rules.hypotheses import KeptBy
from supervision.rules.roles import GIVEN_OUT, Part
from supervision.rules.words import in_a_row

FEW_PROMPTS = 3
REMEMBERED = 20  # parts somebody played, the last ones
_EDITED = ("code", "words", "is_off", "kind")
_GIVEN = [part.value for part in GIVEN_OUT]
ASKED_SHOWN = 6  # the last questions of the room


@dataclass(frozen=True)
class FamilyTab:
    """A family in the row at the top. `name` is what this person may call them."""

    pk: int
    name: str
    is_here: bool
    is_agreed: bool


@dataclass(frozen=True)
class PartLine:
    """Somebody in the room, and what they do for this family, in words."""

    person: str
    does: str
    is_proposed: bool


@dataclass(frozen=True)
class Card:
    """One idea on the board. `by_supervisor`: kept as the one about danger; `is_tentative`: room to be wrong."""

    pk: int
    text: str
    is_kept: bool
    by_supervisor: bool
    is_tentative: bool


@dataclass(frozen=True)
class Promise:
    """What somebody will do next, and the first sentence they will say."""

    what: str
    keeper: str
    first_sentence: str


@dataclass(frozen=True)
class Room:
    """Everything that changes while a group talks, for one family.

    `stamp` is new whenever any of it is, and each minute, for the strip. `may_write`: this person sees the record.
    `has_presented`: what became of last time was looked at, and the presenter has begun.
    """

    stamp: str
    tabs: tuple[FamilyTab, ...]
    children: str
    presenter: str
    may_write: bool
    may_keep_danger: bool
    dilemma: str
    useful: str
    resonance: str
    strip: tuple[stages.OnStrip, ...]
    step: str
    step_hint: str
    next_step: stages.Step | None
    minutes: int
    ends: datetime | None
    parts: tuple[PartLine, ...]
    parts_are_given: bool
    has_presented: bool
    board_is_open: bool
    may_offer: bool
    may_keep: bool
    cards: tuple[Card, ...]
    kept_count: int
    danger_is_kept: bool
    asked: tuple[str, ...]
    prompts: tuple[prompts.Prompt, ...]
    actions: tuple[Promise, ...]


def stamp_of(session: Any, at: datetime) -> str:
    """What is different whenever something of the session changed, and when a minute has passed. No query of its own:
    the session is fetched with its pulse.

    Empty for somebody from whom a record is kept: how often something changed would tell them of a family that they do
    not hear of. What they see has a stamp of its own (`room_of`), which looks no different.
    """
    pulse = getattr(session, "pulse", None)
    return "" if session.kept else _stamp(pulse.number if pulse else 0, at)


def families_of(session: Session, user: User) -> list[Any]:
    """The families in depth of a session that this person hears, in their order, each with `family` where its record
    is seen, `moved_at`, when the group last moved on with it, and `named`, what its children are called on the record.
    One query."""
    seen = Case.objects.visible_to(user).filter(pk=OuterRef("case_id"))
    found = Discussion.objects.visible_to(user).filter(session=session, depth=Discussion.Depth.DEEP)
    steps = DiscussionStep.objects.filter(discussion=OuterRef("pk"))
    moved = steps.order_by("-entered_at").values("entered_at")[:1]
    child = Member.objects.filter(pk=OuterRef("child_id"))
    named = DiscussionChild.objects.filter(discussion=OuterRef("pk")).annotate(
        name=Subquery(child.values("given_name")[:1]), born_on=Subquery(child.values("born_on")[:1])
    )
    in_order = named.order_by(F("born_on").asc(nulls_last=True), "child_id").values("name")
    found = found.select_related("presenter", "words", "case").annotate(
        family=Subquery(seen.values("name")[:1]), moved_at=Subquery(moved), is_record=Exists(seen),
        named=ArraySubquery(in_order),
    )  # fmt: skip
    return list(found.order_by("place", "pk"))


def now_with(found: Sequence[Any], asked_for: str) -> Any:
    """The family the group is with: the one asked for, else the one it moved on with last, else the first."""
    chosen = next((each for each in found if str(each.pk) == asked_for), None)
    moved = [each for each in found if each.moved_at and not each.agreed_on]
    left = [each for each in found if not each.agreed_on]
    return chosen or max(moved, key=lambda each: each.moved_at, default=None) or next(iter(left or found), None)


def room_of(session: Session, found: Sequence[Any], now: Any, user: User, at: datetime) -> Room:
    """The room with one family. Two queries, however many people, cards and questions; two more for a guest."""
    children = _children(found)
    board = _board(now, user)
    entered = {each["step"]: datetime.fromisoformat(each["at"]) for each in board.moved}
    strip = stages.strip(entered, at)
    step = next((each.step for each in strip if each.is_now), None)
    code = step.code if step else "roles"
    given = {Part(each["part"]): each["person"] for each in board.given}
    cards, asked = _cards(board.offered), tuple(each["text"] for each in board.asked)
    room = Room(
        stamp=stamp_of(session, at),
        tabs=tuple(_tab(each, now, children.get(each.pk, "")) for each in found),
        children=children.get(now.pk, "") or "A family",
        presenter=now.presenter.name.split()[0],
        may_write=now.is_record and not now.agreed_on,
        may_keep_danger=user.pk == session.supervisor_id,
        dilemma=now.words.dilemma,
        useful=now.words.useful,
        resonance=now.words.resonance,
        strip=strip,
        step=step.title if step else "",
        step_hint=step.hint if step else "",
        next_step=_next(code, step is not None),
        minutes=sum(each.minutes_spent for each in strip),
        ends=stages.ends_about(entered, at) if step else None,
        parts=_parts(session, now, given),
        parts_are_given=bool(given),
        has_presented=any(code != "roles" for code in entered),
        board_is_open=hypotheses.may_offer(code) or bool(cards and any(map(hypotheses.may_offer, entered))),
        may_offer=hypotheses.may_offer(code),
        may_keep=code in ("bells", "conversations", "close"),
        cards=cards,
        kept_count=sum(card.is_kept and not card.by_supervisor for card in cards),
        danger_is_kept=any(card.by_supervisor for card in cards),
        asked=asked,
        prompts=_library(now, board.edited, asked) if code in ("curiosity", "reflecting", "conversations") else (),
        actions=tuple(Promise(**each) for each in board.promised),
    )
    return room if room.stamp else replace(room, stamp=_stamp(room, at))


def _stamp(what: object, at: datetime) -> str:
    return sha256(f"{what!r}.{int(at.timestamp()) // 60}".encode()).hexdigest()[:16]


def parts_now(now: Discussion) -> dict[Part, int]:
    """What was given out for this family, else what is proposed. Two queries."""
    rows = now.parts.filter(part__in=_GIVEN).values_list("part", "person")
    return {Part(part): person for part, person in rows} or _proposed(now.session, now, _people(now.session, now))


def prompt_of(code: str) -> prompts.Prompt | None:
    """One question of the library as the authority words it. One query."""
    return next((each for each in _worded(_edits().values(*_EDITED)) if each.code == code), None)


def _board(now: Any, user: User) -> Any:
    """What stands beneath one discussion, in one query: moves, parts, ideas, questions, promises, each as objects."""
    of = {"discussion": OuterRef("pk")}
    moved = DiscussionStep.objects.filter(**of).order_by("entered_at", "pk")
    given = DiscussionPart.objects.filter(**of, part__in=_GIVEN).order_by("pk")
    asked = RoomQuestion.objects.visible_to(user).filter(**of).order_by("-pk")[:ASKED_SHOWN]
    promised = AgreedAction.objects.filter(**of).exclude(what="").order_by("pk")
    ideas = Hypothesis.objects.filter(**of).order_by("pk")
    return Discussion.objects.annotate(
        moved=_objects(moved, step="step", at="entered_at"),
        given=_objects(given, part="part", person="person_id"),
        offered=_objects(ideas, pk="pk", text="text", status="status", kept_by="kept_by"),
        asked=_objects(asked, text="text"),
        edited=_objects(_edits(), **{name: name for name in _EDITED}),
        promised=_objects(promised, what="what", keeper="keeper__name", first_sentence="first_sentence"),
    ).get(pk=now.pk)


def _objects(found: Any, **fields: str) -> ArraySubquery:
    return ArraySubquery(found.values(as_object=JSONObject(**fields)))


def _people(session: Session, now: Any) -> list[Any]:
    """Who is there for this family, each with what they are in the group and the parts they played. One query."""
    member = GroupMember.objects.filter(group=session.group_id, person=OuterRef("person_id"), ended_on=None)
    played = DiscussionPart.objects.filter(person=OuterRef("person_id"), part__in=_GIVEN).exclude(discussion=now.pk)
    found = Attendance.objects.filter(session=session).hearing_of(now.case_id)
    played = _objects(played.order_by("-pk")[:REMEMBERED], part="part", on="discussion__held_on")
    return list(found.annotate(as_what=Subquery(member.values("as_what")[:1]), played=played))


def _children(found: Sequence[Any]) -> dict[int, str]:
    """What the children of each family are called here: as on its record, else as heard in the room."""
    if all(each.is_record for each in found):
        return {each.pk: in_a_row([name or "A child" for name in each.named]) for each in found}
    said = children_of([each.pk for each in found])
    return {key: in_a_row([child.name for child in children]) for key, children in said.items()}


def _tab(each: Any, now: Any, children: str) -> FamilyTab:
    return FamilyTab(each.pk, each.family or children or "A family", each.pk == now.pk, each.agreed_on is not None)


def _next(code: str, has_begun: bool) -> stages.Step | None:
    codes = [step.code for step in stages.OF_A_FAMILY]
    place = codes.index(code) + 1 if has_begun else 0
    return stages.OF_A_FAMILY[place] if place < len(codes) else None


def _parts(session: Session, now: Discussion, given: dict[Part, int]) -> tuple[PartLine, ...]:
    people = _people(session, now)
    shown = given or _proposed(session, now, people)
    return tuple(PartLine(one.person.name, _does(one.person_id, session, now, shown), not given) for one in people)


def _proposed(session: Session, now: Discussion, people: Sequence[Any]) -> dict[Part, int]:
    """Who might ask, plan and write, by `rules.roles.give_out`: keys of people by part; nobody without a presenter."""
    if now.presenter_id not in {one.person_id for one in people}:
        return {}
    played = [
        roles.Played(one.person_id, Part(each["part"]), date.fromisoformat(each["on"]))
        for one in people
        for each in one.played
    ]
    given = roles.give_out([_here(one, session) for one in people], now.presenter_id, played)
    return {part: key for key, parts in given.items() for part in parts if part in GIVEN_OUT}


def _does(person: int, session: Session, now: Discussion, given: dict[Part, int]) -> str:
    does = [Part.PRESENTER] if person == now.presenter_id else []
    does += [Part.SUPERVISOR] if person == session.supervisor_id else []
    does += [part for part, key in given.items() if key == person]
    labels = [Attendance.Part(part.value).label for part in does or [Part.OBSERVER]]
    return ", ".join([labels[0], *(label.lower() for label in labels[1:])])


def _here(one: Any, session: Session) -> roles.Here:
    if one.as_what in (None, GroupMember.As.GUEST):
        return roles.guest(one.person_id)
    if one.as_what != GroupMember.As.WORKER or one.person_id == session.group.clinician_id:
        return roles.clinician(one.person_id)
    return roles.Here(one.person_id, is_supervisor=one.person_id == session.supervisor_id)


def _cards(rows: Sequence[Mapping[str, Any]]) -> tuple[Card, ...]:
    """Kept ones first, each in the order in which it was offered."""
    return tuple(
        Card(
            pk=row["pk"],
            text=row["text"],
            is_kept=row["status"] != Hypothesis.Status.PROPOSED,
            by_supervisor=row["kept_by"] == KeptBy.SUPERVISOR.value,
            is_tentative=hypotheses.is_tentative(row["text"]),
        )
        for row in sorted(rows, key=lambda row: row["status"] == Hypothesis.Status.PROPOSED)
    )


def _library(now: Any, edited: Sequence[Mapping[str, Any]], asked: Sequence[str]) -> tuple[prompts.Prompt, ...]:
    few = prompts.a_few(_worded(edited), FEW_PROMPTS, now.held_on.toordinal() + now.pk)
    return tuple(each for each in few if each.words not in asked)


def _edits() -> Any:
    return PromptEdit.objects.filter(kind__in=[kind.value for kind in prompts.Kind]).order_by("pk")


def _worded(edited: Iterable[Mapping[str, Any]]) -> tuple[prompts.Prompt, ...]:
    return prompts.library(prompts.Edited(**{**each, "kind": prompts.Kind(each["kind"])}) for each in edited)
