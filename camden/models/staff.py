"""People of the service: users, teams as a tree, memberships."""

from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models.functions import Lower

from camden.access import Permission, Role, Scope
from camden.models.base import Kept


class ArrayValue(models.Func):
    """An array of one: what `path` must hold."""

    template = "array[%(expressions)s]"
    output_field = ArrayField(models.BigIntegerField())


class Standing(NamedTuple):
    """What somebody holds at present: a membership, or, without a role, a duty that runs `until` a moment."""

    pk: int
    role: str
    scope: str
    reach: list[int]
    team: str
    until: datetime | None


class Team(Kept):
    """A service, team or pod. `path` holds the ids from the top of the tree down to the team itself."""

    class Kind(models.TextChoices):
        SERVICE = "service", "Service"
        TEAM = "team", "Team"
        POD = "pod", "Pod"

    code = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    path = ArrayField(models.BigIntegerField(), default=list)

    class Meta:
        constraints = [models.UniqueConstraint(Lower("code"), name="one_team_for_each_code")]
        indexes = [GinIndex(fields=["path"], name="team_path")]

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    """Finds people by e-mail whatever its capitals. Accounts are made by `camden.operations.people`."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """A person who works here, or a named job of the system."""

    email = models.EmailField()
    name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    is_system = models.BooleanField(default=False)

    alerts_waiting = 0
    """How many alerts they have not opened, as it was when the transaction was bound to them (`camden.principal`)."""

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_person_for_each_email"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name

    @cached_property
    def _standing(self) -> list[Standing]:
        """Present memberships, then the duties that run now, with the ids of their team and all beneath.

        One query, asked once for each request. A duty has no role, and the scope `Scope.DUTY`.
        """
        beneath = Team.objects.filter(path__contains=ArrayValue(models.OuterRef("team_id"))).order_by("pk")
        reach = {"reach": ArraySubquery(beneath.values("pk")), "where": models.F("team__name")}
        none, duty = models.Value(""), models.Value(Scope.DUTY.value)
        never = models.Value(None, output_field=models.DateTimeField())
        works = self.memberships.filter(ended_on=None).annotate(until=never, **reach)
        on_duty = self.duties.now().annotate(role=none, scope=duty, until=models.F("ends_at"), **reach)  # type: ignore[attr-defined]
        columns = ("pk", "role", "scope", "reach", "where", "until")
        found = works.values_list(*columns).union(on_duty.values_list(*columns), all=True)
        return sorted((Standing(*row) for row in found), key=lambda standing: (standing.role == "", standing.pk))

    @property
    def roles(self) -> list[Role]:
        """Present roles, in the order they were given."""
        return [Role(standing.role) for standing in self._standing if standing.role]

    @property
    def scope_team_ids(self) -> list[int]:
        """Teams whose ordinary records this person reads now: of their memberships, of their duty, and all beneath."""
        return self._reached(Scope.TEAM, Scope.DUTY)

    @property
    def member_team_ids(self) -> list[int]:
        """The same without duty: teams this person belongs to, and all beneath."""
        return self._reached(Scope.TEAM)

    def team_ids_for(self, permission: Permission) -> list[int]:
        """Teams for which a role of this person carries the permission, and all beneath; a duty adds none."""
        mine = [each for each in self._standing if each.role and each.scope == Scope.TEAM]
        return sorted({t for each in mine if permission in Role(each.role).says.permissions for t in each.reach})

    def team_ids_as(self, *roles: Role) -> list[int]:
        """Teams in which this person has one of these roles, and all beneath."""
        return sorted({team for each in self._standing if each.role in roles for team in each.reach})

    @property
    def is_on_duty(self) -> bool:
        """Whether a duty of theirs runs at this moment."""
        return bool(self.duties_now)

    @property
    def duties_now(self) -> list[Standing]:
        """Duties of theirs that run at this moment, the longest first."""
        running = [standing for standing in self._standing if standing.until]
        return sorted(running, key=lambda standing: (standing.until, standing.pk), reverse=True)

    def _reached(self, *scopes: Scope) -> list[int]:
        return sorted({team for standing in self._standing if standing.scope in scopes for team in standing.reach})

    def refresh_from_db(self, *args: Any, **kwargs: Any) -> None:
        self.__dict__.pop("_standing", None)
        super().refresh_from_db(*args, **kwargs)


class Membership(Kept):
    """A person's place in a team, from a day until a day. `scope` says how far it reaches; see `Scope`."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=40, choices=[(r.value, r.says.label) for r in Role])
    scope = models.CharField(max_length=10, choices=[(s.value, s.value) for s in (Scope.TEAM, Scope.OWN)])
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "team", "role"],
                condition=models.Q(ended_on=None),
                name="one_open_membership_for_each_role_in_a_team",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_on=None) | models.Q(ended_on__gte=models.F("started_on")),
                name="membership_ends_after_it_starts",
            ),
        ]
        indexes = [
            models.Index(fields=["user"], condition=models.Q(ended_on=None), name="membership_open"),
        ]

    def __str__(self) -> str:
        return f"{self.user} in {self.team}"

    @property
    def role_label(self) -> str:
        """What the role is called."""
        return Role(self.role).says.label
