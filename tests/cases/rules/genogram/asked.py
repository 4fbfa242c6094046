"""Facts made from a record as a file of the schema genogram/1, to measure of them what a file must show."""

from typing import Any

from cases.rules.genogram.family import Family, in_order
from cases.rules.genogram.rows import rows_of


def as_file(family: Family) -> dict[str, Any]:
    """The parts of a file that `measuring.faults` looks at."""
    level = rows_of(in_order(family))
    return {
        "schema": "genogram/1",
        "as_of": family.on.isoformat(),
        "persons": [
            {
                "id": who.id, "name": who.name, "gender": who.gender, "birth": who.birth or None,
                "death": who.death or ("?" if who.is_dead else None), "index": who.is_index,
                "pregnancy": who.pregnancy or None, "stillbirth": who.is_stillborn,
            }
            for who in family.persons
        ],
        "unions": [
            {"id": each.id, "partners": list(each.partners), "kind": each.kind, "status": each.status}
            for each in family.unions
        ],
        "parentage": [{"child": each.child, "union": each.union, "kind": each.kind} for each in family.parentage],
        "multiple_births": [
            {"kind": "identical" if each.is_identical else "fraternal", "members": list(each.members)}
            for each in family.multiples
        ],
        "households": [{"id": each.id, "label": each.label, "members": list(each.members)} for each in family.homes],
        "emotional": [{"a": each.a, "b": each.b, "kind": each.kind} for each in family.feelings],
        "expect": {"generations": level},
    }  # fmt: skip
