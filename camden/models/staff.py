"""People of the service: users, teams as a tree, memberships."""

from functools import cached_property
from typing import Any

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
    def _standing(self) -> list[tuple[str, str, list[int]]]:
        """Present memberships, and the duty that runs now, as (role, scope, ids of the team and all beneath).

        One query, asked once for each request. A duty has no role, and the scope `Scope.DUTY`.
        """
        beneath = Team.objects.filter(path__contains=ArrayValue(models.OuterRef("team_id"))).order_by("pk")
        reach = {"reach": ArraySubquery(beneath.values("pk"))}
        none, duty = models.Value(""), models.Value(Scope.DUTY.value)
        works = self.memberships.filter(ended_on=None).annotate(**reach)
        on_duty = self.duties.now().annotate(role=none, scope=duty, **reach)  # type: ignore[attr-defined]
        columns = ("pk", "role", "scope", "reach")
        found = works.values_list(*columns).union(on_duty.values_list(*columns), all=True)
        return [(role, scope, teams) for _, role, scope, teams in sorted(found, key=lambda row: (row[1] == "", row[0]))]

    @property
    def roles(self) -> list[Role]:
        """Present roles, in the order they were given."""
        return [Role(role) for role, _, _ in self._standing if role]

    @property
    def scope_team_ids(self) -> list[int]:
        """Teams whose ordinary records this person reads now: of their memberships, of their duty, and all beneath."""
        return sorted(
            {team for role, scope, reach in self._standing if scope == Scope.TEAM or not role for team in reach}
        )

    @property
    def member_team_ids(self) -> list[int]:
        """The same without duty: teams this person belongs to, and all beneath."""
        return sorted({team for _, scope, reach in self._standing if scope == Scope.TEAM for team in reach})

    def team_ids_for(self, permission: Permission) -> list[int]:
        """Teams for which a role of this person carries the permission, and all beneath; a duty adds none."""
        found = (t for role, scope, reach in self._standing if role and scope == Scope.TEAM
                 and permission in Role(role).says.permissions for t in reach)  # fmt: skip
        return sorted(set(found))

    @property
    def is_on_duty(self) -> bool:
        """Whether a duty of theirs runs at this moment."""
        return any(not role for role, _, _ in self._standing)

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
