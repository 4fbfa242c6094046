"""What is between people, in whose view and since when; children who were lost; health. For one person of a record."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from camden.rules.names import day_in_words
from cases.models import Case, EmotionalTie, HealthMark, Member, PastLoss
from cases.readings.audience import shown_to
from cases.readings.kept_words import kept_in_words
from cases.rules.about import about_in_words
from cases.rules.audience import STAFF, Audience
from cases.rules.genogram.telling import ONE_WAY
from cases.rules.picturing import EMOTION
from cases.rules.views_held import held, in_time

HARM = frozenset({"controlling", "neglect", "emotional_abuse", "physical_abuse", "sexual_abuse"})
NOTHING = "none"


@dataclass(frozen=True)
class BetweenLine:
    """One view of what is between this person and another. `kept` says from whom it is kept, or is empty."""

    pk: int
    other_pk: int
    other: str
    what: str
    """"Close", "Takes care of them: from Anisa to Zayd"."""
    according: str
    """"according to Shirin, 12 March 2026"; never empty."""
    words: str
    kept: str
    is_harm: bool
    is_idea: bool
    """Whether it is the idea of somebody who works here."""
    struck: str = ""
    """Why it was taken back; empty otherwise."""


@dataclass(frozen=True)
class FeelingsPanel:
    """What is between one person and others, on a day: what holds, what was said before, what was taken back."""

    member_pk: int
    first_name: str
    now: tuple[BetweenLine, ...]
    before: tuple[BetweenLine, ...]
    struck: tuple[BetweenLine, ...]


@dataclass(frozen=True)
class HardLine:
    """A loss, or something of somebody's health, in words."""

    pk: int
    what: str
    more: str
    kept: str
    struck: str = ""
    ended: str = ""


@dataclass(frozen=True)
class Hardships:
    """What is hard in somebody's life. For people who work here alone."""

    losses: tuple[HardLine, ...]
    health: tuple[HardLine, ...]

    @property
    def is_there(self) -> bool:
        """Whether anything is noted."""
        return bool(self.losses or self.health)


def panel(
    case: Case,
    member: Member,
    on: date,
    audience: Audience = STAFF,
    *,
    names: Mapping[int, str] | None = None,
    ties: Iterable[EmotionalTie] | None = None,
) -> FeelingsPanel:
    """What is between this person and others on a day. Two queries.

    For the family: without what is kept from them, our own ideas, and whatever goes one way (focus, control, harm).
    """
    if ties is None:
        rows = EmotionalTie.objects.filter(Q(one=member) | Q(other=member), case=case)
        ties = shown_to(audience, rows).select_related("one", "other", "view_of", "view_of_worker").order_by("pk")
    shown = list(ties)
    if not audience.is_staff:
        shown = [tie for tie in shown if tie.view_of_id is not None and tie.kind not in ONE_WAY]
    names = first_names(case) if names is None else names
    holding = held(shown, on, lambda tie: frozenset((tie.one_id, tie.other_id)))
    now = [tie for tie in reversed(holding) if tie.kind != NOTHING]
    before = [tie for tie in reversed(in_time(shown, on)) if tie not in now]
    struck = [tie for tie in shown if tie.struck_on]

    def lines(these: Sequence[EmotionalTie]) -> tuple[BetweenLine, ...]:
        return tuple(_between(tie, member, names) for tie in these)

    return FeelingsPanel(member.pk, member.first_name, lines(now), lines(before), lines(struck))


def hardships(
    member: Member,
    *,
    names: Mapping[int, str],
    losses: Iterable[PastLoss],
    health: Iterable[HealthMark],
) -> Hardships:
    """Losses of somebody, as mother or other parent, and their health, for people who work here. No query."""
    return Hardships(
        losses=tuple(
            _loss(loss, member, names) for loss in sorted(losses, key=lambda each: (each.lost_about, each.pk))
        ),
        health=tuple(_health(mark, names) for mark in health),
    )


def between_in_words(tie: EmotionalTie) -> str:
    """Shirin and Jamal: close, according to Shirin, 12 March 2026."""
    who = f"{tie.one.first_name} and {tie.other.first_name}"
    return f"{who}: {_what(tie)[:1].lower()}{_what(tie)[1:]}, {according_to(tie)}"


def according_to(view: Any) -> str:
    """Whose view it is, and since when: "according to Shirin, 12 March 2026"; "Ade’s own idea, 12 March 2026"."""
    day = day_in_words(view.seen_on)
    if view.view_of is not None:
        return f"according to {view.view_of.first_name}, {day}"
    return f"{view.view_of_worker.name}’s own idea, {day}"


def first_names(case: Case) -> Mapping[int, str]:
    """First names of everybody of a record, those who were merged too. One query."""
    return {member.pk: member.first_name for member in Member._base_manager.filter(case=case)}


def _what(tie: EmotionalTie) -> str:
    words = EMOTION[tie.kind]
    return f"{words}: from {tie.one.first_name} to {tie.other.first_name}" if tie.kind in ONE_WAY else words


def _between(tie: EmotionalTie, member: Member, names: Mapping[int, str]) -> BetweenLine:
    other = tie.other if tie.one_id == member.pk else tie.one
    return BetweenLine(
        pk=tie.pk,
        other_pk=other.pk,
        other=other.first_name,
        what=_what(tie),
        according=according_to(tie),
        words=tie.words,
        kept=kept_in_words(tie, names),
        is_harm=tie.kind in HARM,
        is_idea=tie.view_of_id is None,
        struck=tie.struck_why,
    )


def _loss(loss: PastLoss, member: Member, names: Mapping[int, str]) -> HardLine:
    other = loss.other_parent if loss.mother_id == member.pk else loss.mother
    parts = (about_in_words(loss.lost_about), f"with {other.first_name}" if other else "")
    what = f"{loss.name} ({loss.get_kind_display().lower()})" if loss.name else loss.get_kind_display()
    return HardLine(loss.pk, what, ", ".join(filter(None, parts)), kept_in_words(loss, names), loss.struck_why)


def _health(mark: HealthMark, names: Mapping[int, str]) -> HardLine:
    since = f"since {about_in_words(mark.started_about)}" if mark.started_about else ""
    noted = f"noted {day_in_words(mark.noted_on)}"
    more = ", ".join(filter(None, (mark.words and f"“{mark.words}”", since, noted)))
    ended = day_in_words(mark.ended_on) if mark.ended_on else ""
    return HardLine(mark.pk, mark.get_kind_display(), more, kept_in_words(mark, names), mark.struck_why, ended)
