"""One visit, as its page shows it."""

from dataclasses import dataclass

from camden.rules.names import day_in_words, initials
from cases.models import Visit


@dataclass(frozen=True)
class PartLine:
    """What was particular to one child: how they were seen, and their own words."""

    child: int
    name: str
    initials: str
    seen: str
    words: str


@dataclass(frozen=True)
class VisitReading:
    """A visit: the day and the place in words, who visited, what was particular to each child, the account."""

    pk: int
    day: str
    place: str
    worker: str
    parts: tuple[PartLine, ...]
    account: str


def read_visit(visit: Visit) -> VisitReading:
    """Two queries, for the children's parts and their words: the account comes with the visit."""
    parts = visit.parts.select_related("child").order_by("child__born_on", "child_id")
    said = dict(visit.quotes.filter(struck_on=None).order_by("pk").values_list("speaker", "words"))
    return VisitReading(
        pk=visit.pk,
        day=day_in_words(visit.visited_on),
        place=visit.get_kind_display(),
        worker=visit.worker.name,
        parts=tuple(
            PartLine(p.child_id, p.child.name, initials(p.child.name), p.get_seen_display(), said.get(p.child_id, ""))
            for p in parts
        ),
        account=visit.account.words,
    )
