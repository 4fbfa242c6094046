"""Families for tests: invented, like everybody in them."""

from datetime import UTC, date, datetime, time
from typing import Any

import factory

from cases.access import CaseScope
from cases.models import (
    Action,
    ActionChild,
    BalancingRun,
    Case,
    DutyNote,
    Episode,
    Exclusion,
    Household,
    HouseholdMembership,
    Involvement,
    Member,
    Person,
    ProposedMove,
    Visit,
    VisitAccount,
)


class CaseFactory(factory.django.DjangoModelFactory[Case]):
    """A family's record on nobody's list."""

    class Meta:
        model = Case

    name = factory.Sequence(lambda n: f"Family {n}")
    opened_on = date(2026, 8, 20)
    team_ids: list[int] = []


class ChildFactory(factory.django.DjangoModelFactory[Member]):
    """A child whom the record is about."""

    class Meta:
        model = Member

    case = factory.SubFactory(CaseFactory)
    person = factory.LazyFunction(Person.objects.create)
    kind = Member.Kind.CHILD
    given_name = factory.Sequence(lambda n: f"Child {n}")
    family_name = "Example"
    born_on = date(2016, 4, 9)


class EpisodeFactory(factory.django.DjangoModelFactory[Episode]):
    """A child's open episode of need."""

    class Meta:
        model = Episode

    child = factory.SubFactory(ChildFactory)
    case = factory.LazyAttribute(lambda episode: episode.child.case)
    referred_on = date(2026, 8, 20)
    source = "2A"
    primary_need = "N4"


class InvolvementFactory(factory.django.DjangoModelFactory[Involvement]):
    """The lead worker of a child."""

    class Meta:
        model = Involvement

    role = Involvement.Role.LEAD
    scope = CaseScope.FULL
    started_on = date(2026, 8, 21)
    case = factory.LazyAttribute(lambda involvement: involvement.child.case)


class ExclusionFactory(factory.django.DjangoModelFactory[Exclusion]):
    """A standing exclusion."""

    class Meta:
        model = Exclusion

    reason = "A cousin of the mother"
    started_on = date(2026, 9, 1)
    stands_against = factory.LazyAttribute(lambda e: None if getattr(e, "lifted_on", None) else e.worker.pk)


class HouseholdFactory(factory.django.DjangoModelFactory[Household]):
    """A home with the `people` who live in it."""

    class Meta:
        model = Household
        skip_postgeneration_save = True

    name = "Home"

    @factory.post_generation
    def people(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        for member in extracted or []:
            HouseholdMembership.objects.create(case=self.case, household=self, member=member)


class VisitFactory(factory.django.DjangoModelFactory[Visit]):
    """A visit at home, written up the same evening."""

    class Meta:
        model = Visit
        skip_postgeneration_save = True

    visited_on = date(2026, 10, 1)
    kind = Visit.Kind.HOME

    @factory.post_generation
    def account(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        words = extracted or "We talked in the kitchen."
        evening = datetime.combine(self.visited_on, time(18), UTC)
        VisitAccount.objects.create(case=self.case, visit=self, words=words, written_at=evening)


class ActionFactory(factory.django.DjangoModelFactory[Action]):
    """Something its keeper agreed to do, for the family or for `children`."""

    class Meta:
        model = Action
        skip_postgeneration_save = True

    what = "Ring the school"
    agreed_on = date(2026, 10, 27)
    agreed_in = "Group supervision, 27 October"
    agreed_by = factory.SelfAttribute("keeper")

    @factory.post_generation
    def children(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        for child in extracted or []:
            ActionChild.objects.create(case=self.case, action=self, child=child)


class DutyNoteFactory(factory.django.DjangoModelFactory[DutyNote]):
    """A hand-over note, without its place on the timeline."""

    class Meta:
        model = DutyNote

    written_at = datetime(2026, 11, 2, 19, 5, tzinfo=UTC)
    why = "Shirin rang."
    done = "Talked it through."


class ProposedMoveFactory(factory.django.DjangoModelFactory[ProposedMove]):
    """A proposal nobody has decided, of the `children` of one record. From nobody, if not said otherwise."""

    class Meta:
        model = ProposedMove
        exclude = ["children"]

    children: list[Any] = []
    run = factory.LazyAttribute(lambda m: BalancingRun.objects.create(team=m.team, looked_at="2026-11-03T02:00:00Z"))
    child_ids = factory.LazyAttribute(lambda move: [child.pk for child in move.children])
    why = "Nobody leads for them at present. Rosa Begum has room."
    cost = 0
    proposed_on = date(2026, 11, 3)
