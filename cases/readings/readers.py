"""The people of a family and one paper: whom it is about, whose it is to hear, and which parts are for whom."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q, Value

from camden.rules.names import full_years
from cases.models import (
    AssessmentChild,
    HouseholdMembership,
    Member,
    PlanSpell,
    ProtectionConferenceChild,
    Relationship,
    Writing,
)
from cases.rules.sharing import OLD_ENOUGH

PARENT = (Relationship.Kind.MOTHER, Relationship.Kind.FATHER, Relationship.Kind.PARENT)


@dataclass(frozen=True)
class Readers:
    """Everybody who is alive and born, adults first."""

    everybody: tuple[Any, ...]

    @property
    def children(self) -> list[Member]:
        """The children the paper is about, oldest first."""
        return [one for one in self.everybody if one.is_about]

    @property
    def parents(self) -> list[Member]:
        """Parents of those children, where they live or not, and whoever may decide for one of them."""
        return [one for one in self.everybody if one.is_parent]

    @property
    def theirs(self) -> list[Member]:
        """The children whose parts the reader reads: their own, those they are a parent of, decide for or live with."""
        return [one for one in self.everybody if one.is_about and one.is_theirs]

    def needed(self, on: date) -> list[Member]:
        """Whose it is to hear: parents and whoever may decide, then children old enough on that day."""
        old = [one for one in self.children if not one.born_on or full_years(one.born_on, on) >= OLD_ENOUGH]
        return [*self.parents, *old]

    def others(self, on: date) -> list[Member]:
        """The other adults."""
        needed = self.needed(on)
        return [one for one in self.everybody if one not in needed and one.kind == Member.Kind.ADULT]

    def one(self, key: str) -> Member | None:
        """Somebody by the key in an address; nobody for nonsense."""
        return next((one for one in self.everybody if str(one.pk) == key), None)


def readers_of(writing: Writing, reader: int | None = None) -> Readers:
    """Everybody and this paper; `reader` is the key of who will read it, nobody for the family together. One query."""
    rows: Any = Member.objects.living().filter(case=writing.case_id, expected_on=None)
    ties = Relationship.objects.filter(case=writing.case_id, ended_on=None)
    ties = ties.filter(Q(kind__in=PARENT) | Q(parental_responsibility=True))
    about = Member.objects.filter(Q(kind=Member.Kind.CHILD) & _about(writing), case=writing.case_id)
    ours = ties.filter(one=OuterRef("pk"), other__in=about.values("pk"))  # a grandmother is a mother too: not of them
    rows = rows.annotate(
        is_parent=_also(Q(kind=Member.Kind.ADULT) & Exists(ours)),
        is_about=_also(Q(kind=Member.Kind.CHILD) & _about(writing)),
        is_theirs=_also(_theirs(ties, reader)) if reader else Value(True),
    )
    return Readers(tuple(rows.order_by("kind", F("born_on").asc(nulls_last=True), "pk")))


def children_about(writing: Writing) -> list[Member]:
    """The living children a paper is about, oldest first. One query."""
    return readers_of(writing).children


def _about(writing: Writing) -> Any:
    if writing.assessment_id:
        return Exists(AssessmentChild.objects.filter(assessment=writing.assessment_id, child=OuterRef("pk")))
    if writing.conference_id:
        return Exists(ProtectionConferenceChild.objects.filter(conference=writing.conference_id, child=OuterRef("pk")))
    planned = PlanSpell.objects.filter(case=writing.case_id, ended_on=None)
    if writing.paper == "plan":
        return Exists(planned.filter(child=OuterRef("pk"))) | ~Exists(planned)
    return Value(True)


def _theirs(ties: Any, reader: int) -> Any:
    homes = HouseholdMembership.objects.filter(member=reader, ended_on=None).values("household")
    shared_home = HouseholdMembership.objects.filter(household__in=homes, ended_on=None, member=OuterRef("pk"))
    grown_up = Exists(Member.objects.filter(pk=reader, kind=Member.Kind.ADULT))
    tie = Exists(ties.filter(one=reader, other=OuterRef("pk")))
    return Q(pk=reader) | (Q(grown_up) & (Q(tie) | Q(Exists(shared_home))))


def _also(condition: Any) -> Any:
    return ExpressionWrapper(Q(condition), output_field=BooleanField())
