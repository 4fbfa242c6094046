"""A family written as a `genogram/1` object: what is kept with a snapshot. `reading.read` takes it back, equal."""

import json
from typing import Any

from cases.rules.genogram.family import Family, Feeling, Home, Parentage, Person, Tie, Union, in_order
from cases.rules.genogram.reading import SCHEMA


def as_object(family: Family) -> dict[str, Any]:
    """Plain values in one order: the same facts give the same object. What says nothing is left out."""
    family = in_order(family)
    return {
        "schema": SCHEMA,
        "title": family.title,
        "as_of": family.on.isoformat(),
        "persons": [_person(each) for each in family.persons],
        "unions": [_union(each) for each in family.unions],
        "parentage": [_parentage(each) for each in family.parentage],
        "multiple_births": [
            {"kind": "identical" if each.is_identical else "fraternal", "members": list(each.members)}
            for each in family.multiples
        ],
        "households": [_home(each) for each in family.homes],
        "emotional": [_feeling(each) for each in family.feelings],
        "agencies": [
            _said(id=each.id, name=each.name, private=each.is_private, kind=each.kind) for each in family.agencies
        ],
        "ties": [_tie(each) for each in family.ties],
        "links": [{"one": e.one, "other": e.other, "what": e.what, "steps": e.steps} for e in family.links],
        "professionals": [
            {"id": each.id, "name": each.name, "role": each.role, "works_with": list(each.works_with)}
            for each in family.professionals
        ],
        "responsible": [{"who": who, "for": child} for who, child in family.responsible],
    }  # fmt: skip


def written(family: Family) -> str:
    """The text of a file."""
    return json.dumps(as_object(family), ensure_ascii=False)


def _person(each: Person) -> dict[str, Any]:
    return _said(
        id=each.id,
        name=each.name,
        gender=each.gender,
        birth=each.birth,
        death=each.death,
        index=each.is_index,
        pregnancy=each.pregnancy,
        stillbirth=each.is_stillborn,
        marks=list(each.marks),
        private=each.is_private,
        died=each.has_died,
        says=each.says,
        not_known=each.is_not_known,
    )


def _union(each: Union) -> dict[str, Any]:
    return _said(
        id=each.id,
        partners=list(each.partners),
        kind=each.kind,
        status=each.status,
        start=each.start,
        end=each.end,
        consanguineous=each.is_of_one_blood,
        private=each.is_private,
    )


def _parentage(each: Parentage) -> dict[str, Any]:
    return _said(
        child=each.child, union=each.union, kind=each.kind, start=each.start, end=each.end, private=each.is_private
    )


def _home(each: Home) -> dict[str, Any]:
    stays: dict[str, list[dict[str, Any]]] = {}
    for who, start, end in sorted(each.stays):
        stays.setdefault(who, []).append(_said(id=who, start=start, end=end))
    members = [stay for who in each.members for stay in stays.get(who, [who])]
    told = _said(id=each.id, label=each.label, start=each.start, end=each.end, private=each.is_private)
    return told | {"members": members}


def _feeling(each: Feeling) -> dict[str, Any]:
    return _said(
        a=each.a,
        b=each.b,
        kind=each.kind,
        directed=each.is_directed,
        view=each.view,
        on=each.seen_on,
        private=each.is_private,
    )


def _tie(each: Tie) -> dict[str, Any]:
    return _said(agency=each.agency, to=each.to, kind=each.kind, flow=each.flow, private=each.is_private)


def _said(**values: Any) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}
