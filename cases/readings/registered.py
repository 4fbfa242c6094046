"""Who is no registered social worker, whom one must join, and who could: the family keeps its own worker."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import BooleanField, F, Func

from camden.access import Role
from camden.models import Membership, User
from cases.models import Involvement
from cases.readings.workers import may_work_beside
from cases.rules.visits import in_a_row

_JOINS = (Role.LEAD_CHILD_PROTECTION, Role.SENIOR_PRACTITIONER, Role.SOCIAL_WORKER)
_BESIDE = (Involvement.Role.LEAD, Involvement.Role.LEAD_CHILD_PROTECTION, Involvement.Role.CO_WORKER)


@dataclass(frozen=True)
class Joining:
    """Whom a registered social worker must join. `children` are keys of those who have none beside them yet."""

    leads: tuple[str, ...]
    children: frozenset[int]
    said: str
    """In a sentence for the family; empty when nobody has to join."""

    def __bool__(self) -> bool:
        return bool(self.children)


def not_registered(people: Collection[int]) -> frozenset[int]:
    """The keys of those who are no registered social worker, as far as the service knows. One query, or none."""
    if not people:
        return frozenset()
    with connection.cursor() as cursor:
        cursor.execute("select not_registered(%s)", [sorted(people)])
        return frozenset(cursor.fetchone()[0])


def unregistered_worker() -> Func:
    """Beside a row with a `worker`: whether they are no registered social worker. No question of its own."""
    return Func(
        F("worker"), template="(%(expressions)s = any(not_registered(array[%(expressions)s])))",
        output_field=BooleanField(),
    )  # fmt: skip


def who_must_join(keys: Sequence[int]) -> Joining:
    """Whether a registered social worker must join whoever leads for the children with these keys. Two queries."""
    found = Involvement.objects.filter(child__in=keys, ended_on=None, role__in=_BESIDE, is_cover=False)
    rows = list(found.select_related("worker").order_by("pk"))
    others = not_registered({row.worker_id for row in rows})
    leads: dict[int, User] = {row.child_id: row.worker for row in rows if row.leads_now and row.worker_id in others}
    beside: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        if row.worker_id not in others:
            beside[row.child_id].add(row.worker_id)
    alone = frozenset(key for key in leads if not beside[key])
    names = tuple(dict.fromkeys(leads[key].name for key in keys if key in alone))
    return Joining(names, alone, _said(names))


def may_join(user: User) -> list[Membership]:
    """Registered social workers who may be asked to join, in the teams this person reaches; by name. Three queries."""
    found = [each for each in may_work_beside(user) if each.role in _JOINS]
    others = not_registered({each.user_id for each in found})
    first = {role: place for place, role in enumerate(_JOINS)}
    fit = [each for each in found if each.user_id not in others]
    return sorted(fit, key=lambda each: (first[Role(each.role)] > 0, each.user.name, each.pk))


def _said(names: Sequence[str]) -> str:
    if not names:
        return ""
    stays = f"{in_a_row(list(names))} {'stays your worker' if len(names) == 1 else 'stay your workers'}"
    return f"{stays}. A registered social worker joins for what the law asks of us."
