"""Whom a record is about, in initials: for letters that leave the house."""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import F

from camden.models import User
from cases.models import Case, Member
from cases.rules.initials import initials_of


def initials_by_record(user: User, case_pks: Collection[int]) -> dict[int, str]:
    """Initials of the children of these records, as far as they are open to this person. One query."""
    visible = Case.objects.visible_to(user).filter(pk__in=case_pks)
    found = Member.objects.children().filter(case__in=visible).order_by(F("born_on").asc(nulls_last=True), "pk")
    children: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
    for case, *names in found.values_list("case", "given_name", "family_name", "la_child_id"):
        children[case].append((names[0], names[1], names[2]))
    return {case: initials_of(names) for case, names in children.items()}
