"""Whether a child somebody tells us about has a record already, among those that are open to whoever asks."""

from collections.abc import Sequence
from datetime import date

from django.db.models import F, Func, TextField, Value
from django.db.models.functions import Concat

from camden.models import User
from cases.models import Case, Member
from cases.readings.caseload import RecordLine, lines_of
from cases.rules.front_door import ChildSaid, is_same_name


class _Fold(Func):
    """Without capitals and accents, as a search reads it."""

    function = "camden_fold"
    output_field = TextField()


def known_children(*, user: User, said: Sequence[ChildSaid], on: date) -> tuple[RecordLine, ...]:
    """Families with a child of that name, born that day. One query for each child, two more if any is found."""
    found: dict[int, int] = {}
    for child in said:
        named = (
            Member.objects.visible_to(user)
            .children()
            .filter(born_on=child.day)
            .annotate(
                recorded=_Fold(Concat(F("given_name"), Value(" "), F("family_name"))), asked=_Fold(Value(child.name))
            )
        )
        rows = named.values_list("pk", "case", "recorded", "asked")
        found |= {key: case for key, case, recorded, asked in rows if is_same_name(asked, recorded)}
    cases = Case.objects.visible_to(user).filter(pk__in=found.values()).order_by("pk")
    return lines_of(cases, on, frozenset(found)) if found else ()
