"""Which sessions and discussions a person sees. Conditions, like those of `cases.access`, which this leans on."""

from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import Case, F, Func, Q, SmallIntegerField, Value, When

from cases.access import visible_cases
from supervision.rules.deciding import NEEDS


def visible_groups(user: Any) -> Q:
    """Groups of the person's own teams, never through a duty, and groups they belong to now as more than a guest."""
    if not user.is_active:
        return Q(pk__in=[])
    members = apps.get_model("supervision.GroupMember")._base_manager.filter(person=user.pk, ended_on=None)
    mine = Q(pk__in=members.exclude(as_what="guest").values("group"))
    return _some("supervision.Group", mine | Q(team__in=user.member_team_ids))


def visible_sessions(user: Any) -> Q:
    """Sessions of groups the person sees, and those they attended.

    A session holds no family's name: what was said is each discussion's own matter.
    """
    if not user.is_active:
        return Q(pk__in=[])
    groups = apps.get_model("supervision.Group")._base_manager.filter(visible_groups(user))
    there = apps.get_model("supervision.Attendance")._base_manager.filter(person=user.pk)
    return Q(group__in=groups.values("pk")) | Q(pk__in=there.values("session"))


def visible_discussions(user: Any) -> Q:
    """Those of records the person sees, and those of sessions they attended; never of a family they are excluded from.

    Attending opens the discussion and its brief, never the record. `wall.sql` says the same to the database; a test of
    random worlds holds the two, and a rule of its own in plain Python, equal.
    """
    if not user.is_active:
        return Q(pk__in=[])
    records = apps.get_model("cases.Case")._base_manager.filter(visible_cases(user))
    excluded = apps.get_model("cases.Exclusion")._base_manager.filter(stands_against=user.pk)
    there = apps.get_model("supervision.Attendance")._base_manager.filter(person=user.pk)
    seen = Q(case__in=records.values("pk")) | Q(session__in=there.values("session"))
    return seen & ~Q(case__in=excluded.values("case"))


def heard_in_the_room(user: Any) -> Q:
    """Rows beneath discussions of sessions the person took part in, but for families kept from them: what was asked,
    noticed or objected to stays with those who were there."""
    if not user.is_active:
        return Q(pk__in=[])
    excluded = apps.get_model("cases.Exclusion")._base_manager.filter(stands_against=user.pk)
    there = apps.get_model("supervision.Attendance")._base_manager.filter(person=user.pk)
    return Q(discussion__session__in=there.values("session")) & ~Q(case__in=excluded.values("case"))


def still_in_the_room(user: Any) -> Q:
    """The same, only while the person belongs to the group, as whatever: it closes to whoever leaves."""
    if not user.is_active:
        return Q(pk__in=[])
    members = apps.get_model("supervision.GroupMember")._base_manager.filter(person=user.pk, ended_on=None)
    return heard_in_the_room(user) & Q(discussion__session__group__in=members.values("group"))


def visible_agenda_items(user: Any) -> Q:
    """Items of records the person sees, and of published agendas of sessions they are expected at; never of a family
    kept from them. `wall_record.sql` says the same."""
    if not user.is_active:
        return Q(pk__in=[])
    records = apps.get_model("cases.Case")._base_manager.filter(visible_cases(user))
    excluded = apps.get_model("cases.Exclusion")._base_manager.filter(stands_against=user.pk)
    there = apps.get_model("supervision.Attendance")._base_manager.filter(person=user.pk)
    given = Q(session__in=there.values("session"), session__agenda_published_at__isnull=False)
    return (Q(case__in=records.values("pk")) | given) & ~Q(case__in=excluded.values("case"))


def authorities_over(user: Any) -> dict[str, Any]:
    """Beside a recommendation: the authority it needs, that of this person over its record now (`theirs_now`), and that
    of the manager it names (`named_now`), numbers of `deciding.Authority`; null for none.

    `authority_over` of `wall_record.sql` reads roles: whoever left, moved or must not know the family has none.
    """
    needs = [When(about=about.value, then=Value(level.value)) for about, level in NEEDS.items()]
    return {
        "needs": Case(*needs, output_field=SmallIntegerField()),
        "theirs_now": Func(Value(user.pk), F("case"), function="authority_over", output_field=SmallIntegerField()),
        "named_now": Func(F("for_manager"), F("case"), function="authority_over", output_field=SmallIntegerField()),
    }


def may_answer(user: Any, on: date) -> Q:
    """A recommendation is its named manager's; once they cannot answer, or its day is past, it is the matter of
    whoever manages the team now (`rules.deciding`). Wants `authorities_over`."""
    cannot = Q(named_now=None) | Q(named_now__lt=F("needs"))
    return Q(for_manager=user) | (Q(theirs_now__gte=F("needs")) & (cannot | Q(decide_by_on__lt=on)))


def visible_consultations(user: Any) -> Q:
    """Those of records the person sees, and those they hold as clinician, but for families kept from them.

    A clinician reads the consultation and no more of the family; `wall_record.sql` says the same.
    """
    if not user.is_active:
        return Q(pk__in=[])
    records = apps.get_model("cases.Case")._base_manager.filter(visible_cases(user))
    excluded = apps.get_model("cases.Exclusion")._base_manager.filter(stands_against=user.pk)
    return (Q(case__in=records.values("pk")) | Q(clinician=user.pk)) & ~Q(case__in=excluded.values("case"))


def _some(model: str, condition: Q) -> Q:
    """Rows that pass a condition with joins, each once."""
    return Q(pk__in=apps.get_model(model)._base_manager.filter(condition).values("pk"))
