"""People of a service for tests."""

from datetime import date, timedelta

import factory
from django.db.models.functions import Now

from camden.access import Role
from camden.models import Duty, Employment, Membership, Team, User

PASSWORD = "stairwell-kettle-otter"  # the only one in tests


class UserFactory(factory.django.DjangoModelFactory[User]):
    """Somebody who works here. Signs in with PASSWORD."""

    class Meta:
        model = User

    name = factory.Sequence(lambda n: f"Worker {n}")
    email = factory.Sequence(lambda n: f"worker{n}@example.org")
    password = factory.django.Password(PASSWORD)


class TeamFactory(factory.django.DjangoModelFactory[Team]):
    """A team, with its path in the tree."""

    class Meta:
        model = Team
        skip_postgeneration_save = True

    code = factory.Sequence(lambda n: f"T{n}")
    name = factory.LazyAttribute(lambda team: f"Team {team.code}")
    kind = Team.Kind.TEAM
    parent = None

    @factory.post_generation
    def path(self, create: bool, extracted: object, **kwargs: object) -> None:
        self.path = [*(self.parent.path if self.parent else []), self.pk]
        self.save(update_fields=["path"])


class MembershipFactory(factory.django.DjangoModelFactory[Membership]):
    """A role in a team since the beginning of the year."""

    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    team = factory.SubFactory(TeamFactory)
    role = Role.SOCIAL_WORKER
    scope = factory.LazyAttribute(lambda membership: Role(membership.role).says.scope)
    started_on = date(2026, 1, 5)


class DutyFactory(factory.django.DjangoModelFactory[Duty]):
    """A turn on the rota that runs now: by the database's clock, which is the one that decides and that never stops."""

    class Meta:
        model = Duty

    worker = factory.SubFactory(UserFactory)
    team = factory.SubFactory(TeamFactory)
    kind = Duty.Kind.OUT_OF_HOURS
    planned_by = factory.SelfAttribute("worker")
    starts_at = factory.LazyFunction(lambda: Now() - timedelta(hours=1))
    ends_at = factory.LazyFunction(lambda: Now() + timedelta(hours=8))


class EmploymentFactory(factory.django.DjangoModelFactory[Employment]):
    """Full time as a social worker, for years."""

    class Meta:
        model = Employment

    user = factory.SubFactory(UserFactory)
    started_on = date(2022, 9, 5)
    grade = Employment.Grade.SOCIAL_WORKER
    registered_with = Employment.Body.SOCIAL_WORK_ENGLAND
    registration_number = "SW000000"
