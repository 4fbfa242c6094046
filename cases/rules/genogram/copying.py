"""The family's copy of a picture that was kept: what was kept, as far as they may be shown it today.

Kept facts never open what is closed now, and what is told today never adds to what was kept. A home is called what the
family version calls it today: where it is may have become a secret.
"""

from collections.abc import Iterable
from dataclasses import replace

from cases.rules.genogram.family import Family, Feeling, MultipleBirth, Parentage, Union, in_order, only, reached
from cases.rules.genogram.sharing import shared_with_family


def familys_copy(kept: Family, then: Family, now: Family) -> Family:
    """Of what was kept, what stands in the family version of today as well.

    `then` and `now` are that version's facts, as they are told today of the picture's day and of today: homes and what
    is around them may be known without days, and so of today only.
    """
    was = shared_with_family(kept)
    called = {home.id: home.label for told in (now, then) for home in told.homes}
    homes = {(home.id, member) for told in (then, now) for home in told.homes for member in home.members}
    ties = {(tie.agency, tie.to): tie for told in (now, then) for tie in told.ties}
    unions, parentage = _kinship(was, then)
    made = replace(
        was,
        unions=unions,
        parentage=parentage,
        multiples=tuple(_multiples(was, then)),
        homes=tuple(
            replace(
                home,
                label=called.get(home.id, ""),
                members=tuple(who for who in home.members if (home.id, who) in homes),
                stays=tuple(stay for stay in home.stays if (home.id, stay[0]) in homes),
            )
            for home in was.homes
        ),
        feelings=tuple(_feelings(kept, was, then)),
        ties=tuple(ties[tie.agency, tie.to] for tie in was.ties if (tie.agency, tie.to) in ties),
        links=tuple(each for each in was.links if each in then.links),
        responsible=tuple(each for each in was.responsible if each in then.responsible),
    )
    told = then.by_id()
    made = replace(made, persons=tuple(replace(p, says=told[p.id].says) for p in made.persons if p.id in told))
    made = only(made, told)
    start = [person.id for person in made.index] or [person.id for person in made.persons[:1]]
    return in_order(only(made, reached(made, start)))


def _feelings(kept: Family, was: Family, then: Family) -> Iterable[Feeling]:
    """Views that were drawn and may be told; where a view that is kept from them had taken the place of an older one
    of the same person, the older one, as in the family version: a gap would tell of what is kept."""
    told = {(each.a, each.b, each.kind, each.view) for each in then.feelings}
    found = {_about(each): each for each in was.feelings if (each.a, each.b, each.kind, each.view) in told}
    drawn = {_about(each): each.seen_on for each in kept.feelings}
    beneath = [each for each in then.feelings if _about(each) in drawn and each.seen_on <= drawn[_about(each)]]
    return ({_about(each): each for each in beneath} | found).values()


def _about(feeling: Feeling) -> tuple[frozenset[str], str]:
    return frozenset((feeling.a, feeling.b)), feeling.view


def _multiples(was: Family, then: Family) -> Iterable[MultipleBirth]:
    """Of triplets of whom one is kept from them now, twins are left, as in the family version."""
    people, born = then.by_id(), {frozenset(each.members) for each in then.multiples}
    for each in was.multiples:
        left = tuple(who for who in each.members if who in people)
        if frozenset(left) in born:
            yield replace(each, members=left)


def _kinship(was: Family, then: Family) -> tuple[tuple[Union, ...], tuple[Parentage, ...]]:
    """Who is whose as it may be told today, as far as it was in the picture: a father who is kept from them now leaves
    the child with the mother alone, as in the family version."""
    partners = {union.id: union.partners for union in (*was.unions, *then.unions)}
    known = {(each.child, p, each.kind) for each in was.parentage for p in _of(was, each)}
    parentage = tuple(
        each for each in then.parentage if all((each.child, p, each.kind) in known for p in _of(then, each))
    )
    needed = {each.union for each in parentage}
    couples = {frozenset(union.partners): union for union in was.unions}
    unions = []
    for union in then.unions:
        kept = couples.get(frozenset(union.partners))
        if kept:
            unions.append(_as_told(kept, union))
        elif union.id in needed:
            unions.append(union)
    return tuple(unions), tuple(each for each in parentage if partners.get(each.union))


def _as_told(kept: Union, told: Union) -> Union:
    """How two were together, as far as it is told today: the kept end of a marriage is not in the copy either."""
    if (kept.kind, kept.status, kept.start, kept.end) == (told.kind, told.status, told.start, told.end):
        return replace(kept, id=told.id)
    return told


def _of(family: Family, each: Parentage) -> tuple[str, ...]:
    return next((union.partners for union in family.unions if union.id == each.union), ())
