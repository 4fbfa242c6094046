"""Who was written down by mistake: what still hangs on somebody, and who said that it was a slip."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import Exists, OuterRef

from camden.models import User
from camden.rules.names import day_in_words
from cases.models import ChronologyChild, ChronologyEntry, Member, Relationship

# What hangs on somebody, as people say it; anything else goes by the name of its table.
_WORDS = {
    "HouseholdMembership": "where they live",
    "ContactPoint": "how to reach them",
    "NetworkTie": "who is around them",
    "Alias": "another name",
    "Quote": "words of theirs",
    "EmotionalTie": "what is between them and somebody",
    "AsTold": "something they told",
    "MemberMerge": "that they are two names of one person",
    "ChronologyChild": "the timeline",
    "Clock": "dates that run for them",
    "Involvement": "who works with them",
    "VisitChild": "a visit",
}
# Goes with them; and what an import keeps, which the web may not read: whom it names has an episode, which counts.
_GOES_TOO = {"Relationship", "ImportedChild", "SourceRow"}


@dataclass(frozen=True)
class Slip:
    """That somebody was a mistake: the day, who said so, and in which request, by its id."""

    on: date
    by: int
    who: str
    request: str

    @property
    def words(self) -> str:
        """Ade Fashola said so on 3 November 2026."""
        return f"{self.who or 'Somebody'} said so on {day_in_words(self.on)}."


def hangs_on(member: Member) -> list[str]:
    """What a record says of somebody beyond how they are related, in words. One query."""
    relations: list[Any] = list(Member._meta.get_fields(include_hidden=True))
    fields = [
        relation.field
        for relation in relations
        if relation.auto_created and relation.is_relation and not relation.concrete and _counts(relation)
    ]
    asked: dict[str, Any] = {}
    for at, field in enumerate(fields):
        rows = field.model._base_manager.filter(**{field.name: OuterRef("pk")})
        if field.model is ChronologyChild:
            own = {"entry__kind": ChronologyEntry.Kind.PEOPLE, "entry__subject_id": OuterRef("pk")}
            rows = rows.exclude(**own)
        asked[f"hangs_{at}"] = Exists(rows)
    found: Any = Member._base_manager.filter(pk=member.pk).values(**asked).get()
    names = [_WORDS.get(field.model.__name__, field.model._meta.verbose_name) for field in fields]
    return list(dict.fromkeys(str(name) for at, name in enumerate(names) if found[f"hangs_{at}"]))


def _counts(relation: Any) -> bool:
    model = relation.related_model
    is_of_ours = model._meta.app_label == "cases" and not hasattr(model, "pgh_tracked_model")
    return is_of_ours and not relation.many_to_many and model.__name__ not in _GOES_TOO and model is not Member


def slip_of(member: Member) -> Slip | None:
    """Who said that somebody was a mistake; None for everybody who is not. Two queries."""
    if member.mistaken_on is None:
        return None
    events: Any = apps.get_model("cases", "MemberEvent")._base_manager
    said = events.filter(case=member.case_id, pgh_obj=member.pk, mistaken_on__isnull=False).order_by("-pgh_id").first()
    context: dict[str, Any] = (said.pgh_context if said else None) or {}
    who = User.objects.filter(pk=context.get("user") or 0).values_list("name", flat=True).first()
    return Slip(member.mistaken_on, context.get("user") or 0, who or "", str(context.get("request") or ""))


def ended_before(ties: list[Relationship], request: str) -> dict[int, date | None]:
    """Of relationships that became mistakes in this request, the day on which each had ended before it. One query."""
    events: Any = apps.get_model("cases", "RelationshipEvent")._base_manager
    rows = events.filter(pgh_obj__in=[tie.pk for tie in ties]).order_by("pgh_obj", "pgh_id")
    before: dict[int, Any] = {}
    found: dict[int, date | None] = {}
    for row in rows:
        was, before[row.pgh_obj_id] = before.get(row.pgh_obj_id), row
        if row.was_mistake and was and not was.was_mistake and str((row.pgh_context or {}).get("request")) == request:
            found[row.pgh_obj_id] = was.ended_on
        elif not row.was_mistake:
            found.pop(row.pgh_obj_id, None)
    return found
