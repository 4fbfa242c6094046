"""The chronology: what happened that matters and what it meant, oldest first, of a family or of one child."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q

from camden.rules.names import day_in_words
from cases.models import Case, Member, SignificantEvent, SignificantEventChild
from cases.readings.audience import shown_to
from cases.rules.audience import STAFF, Audience, Marks
from cases.rules.chronology import when_in_words
from cases.rules.keyset import Mark, read_mark

PAGE = 50


@dataclass(frozen=True)
class Impact:
    """What something meant for one child. `words` may be empty."""

    child: int
    name: str
    words: str


@dataclass(frozen=True)
class EventLine:
    """One entry of the chronology, in words. `entry` is the timeline's entry it was taken from, if any."""

    pk: int
    when: str
    iso: str
    what: str
    source: str
    analysis: str
    impacts: tuple[Impact, ...]
    names: str
    written: str
    is_marked: bool
    struck: str
    struck_why: str
    on: date


@dataclass(frozen=True)
class Chronology:
    """One page of a chronology; `later` is the mark of the next, or empty on the last."""

    lines: tuple[EventLine, ...]
    later: str = ""


def chronology(
    case: Case, *, child: Member | None = None, after: str = "", audience: Audience = STAFF, page: int = PAGE
) -> Chronology:
    """Two queries. What was taken back is not here: it is read on its own page."""
    found = shown_to(audience, SignificantEvent.objects.filter(case=case, struck_on=None))
    if child is not None:
        found = found.filter(parts__child=child)
    mark = read_mark(after)
    if mark:
        found = found.filter(Q(happened_on__gt=mark.day) | Q(happened_on=mark.day, pk__gt=mark.key))
    parts = SignificantEventChild.objects.select_related("child").order_by("child__born_on", "child_id")
    found = found.select_related("written_by", "struck_by").prefetch_related(Prefetch("parts", queryset=parts))
    events = list(found.order_by("happened_on", "pk")[: page + 1])
    later = str(Mark(events[page - 1].happened_on, events[page - 1].pk)) if len(events) > page else ""
    return Chronology(tuple(read_event(event) for event in events[:page]), later)


def read_event(event: SignificantEvent) -> EventLine:
    """One entry, with who wrote it, and, if it was taken back, who did so and why."""
    impacts = tuple(Impact(part.child_id, part.child.first_name, part.impact) for part in event.parts.all())
    struck = f"{event.struck_by}, {day_in_words(event.struck_on)}" if event.struck_on else ""
    return EventLine(
        pk=event.pk,
        when=when_in_words(event.happened_on, event.precision, event.until_on),
        iso=event.happened_on.isoformat(),
        what=event.what,
        source=event.source,
        analysis=event.analysis,
        impacts=impacts,
        names=", ".join(impact.name for impact in impacts),
        written=f"{event.written_by.name}, {day_in_words(event.written_on)}",
        is_marked=bool(Marks(event.is_kept_from_family, tuple(event.kept_from))),
        struck=struck,
        struck_why=event.struck_why,
        on=event.happened_on,
    )
