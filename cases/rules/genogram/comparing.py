"""What changed between two pictures of one family, in sentences: by what happened, never by who is to blame."""

from collections.abc import Iterator

from cases.rules.genogram.days import in_words
from cases.rules.genogram.family import BIRTH, CURRENT, UNASKED, Family, Feeling, Person, Union
from cases.rules.genogram.telling import FEELINGS, PARENTS, TIES, feeling_words, link_words, name_of, union_words
from cases.rules.genogram.text import plain


def what_changed(then: Family, now: Family) -> tuple[str, ...]:
    """Sentences about people, partnerships, parents, homes, what is between people, and what is around them."""
    called = {person.id: name_of(person) for person in (*then.persons, *now.persons)}
    called |= {home.id: plain(home.label) or "a home" for home in (*then.homes, *now.homes)}
    called |= {agency.id: plain(agency.name) for agency in (*then.agencies, *now.agencies)}
    said = [
        *_people(then, now),
        *_couples(then, now, called),
        *_parents(then, now, called),
        *_homes(then, now, called),
        *_feelings(then, now, called),
        *_ties(then, now, called),
    ]
    return tuple(dict.fromkeys(said))


def _people(then: Family, now: Family) -> Iterator[str]:
    before, after = then.by_id(), now.by_id()
    for person in now.persons:
        if person.id not in before:
            yield _came(person, then)
        else:
            yield from _person(before[person.id], person)
    for person in then.persons:
        if person.id not in after:
            yield f"{name_of(person)} is not in the picture any more."


def _came(person: Person, then: Family) -> str:
    if person.pregnancy == CURRENT:
        return f"{name_of(person)}: a baby is expected{f', due {in_words(person.birth)}' if person.birth else ''}."
    if person.pregnancy or not _is_born_since(person, then):
        return f"{name_of(person)} is new in the picture."
    day = f" on {in_words(person.birth)}" if len(person.birth) == 10 else f", {in_words(person.birth)}"
    return f"{name_of(person)} was {'stillborn' if person.is_stillborn else 'born'}{day}."


def _is_born_since(person: Person, then: Family) -> bool:
    return person.birth > then.on.isoformat()[: len(person.birth)]


def _person(was: Person, now: Person) -> Iterator[str]:
    name = name_of(now)
    if was.pregnancy == CURRENT and not now.pregnancy:
        born = f" on {in_words(now.birth)}" if now.birth else ""
        yield f"{name} was {'stillborn' if now.is_stillborn else 'born'}{born}."
    elif was.pregnancy != now.pregnancy:
        yield f"{name_of(was)}: {now.pregnancy or 'born'}."
    elif name_of(was) != name:
        yield f"{name_of(was)} is called {name} now."
    if now.death and not was.death:
        yield f"{name} died{f' on {in_words(now.death)}' if len(now.death) == 10 else f', {in_words(now.death)}'}."


def _couples(then: Family, now: Family, called: dict[str, str]) -> Iterator[str]:
    before, after = _by_partners(then), _by_partners(now)
    for pair in sorted(before.keys() | after.keys()):
        names = f"{called[pair[0]]} and {called[pair[1]]}"
        was, is_now = before.get(pair), after.get(pair)
        if is_now and (not was or _begins(was, is_now)):
            yield f"{names}: {union_words(is_now)}."
        elif was and is_now and union_words(was) != union_words(is_now):
            yield f"{names}: {union_words(was)} then, {union_words(is_now)} now."
        elif was and not is_now:
            yield f"{names} are not drawn as partners any more."


def _begins(was: Union, is_now: Union) -> bool:
    """Whether two were drawn as parents alone, before the day from which they were together."""
    return bool(is_now.start) and not was.start and was.kind == "unknown"


def _by_partners(family: Family) -> dict[tuple[str, ...], Union]:
    return {tuple(sorted(union.partners)): union for union in family.unions if len(union.partners) > 1}


def _parents(then: Family, now: Family, called: dict[str, str]) -> Iterator[str]:
    before, after = _childhoods(then), _childhoods(now)
    born = {each.id for each in now.persons if each.id not in then.by_id() and _is_born_since(each, then)}
    for child, parent, kind in sorted(after - before):
        if kind == BIRTH and child in born:
            continue  # that they were born says it
        yield f"{called[child]} is {PARENTS.get(kind, f'{kind} of')} {called[parent]}."
    for child, parent, kind in sorted(before - after):
        yield f"{called[child]} is not drawn as {PARENTS.get(kind, f'{kind} of')} {called[parent]} any more."


def _childhoods(family: Family) -> set[tuple[str, str, str]]:
    partners = {union.id: union.partners for union in family.unions}
    return {(each.child, p, each.kind or BIRTH) for each in family.parentage for p in partners.get(each.union, ())}


def _homes(then: Family, now: Family, called: dict[str, str]) -> Iterator[str]:
    before = {(member, home.id) for home in then.homes for member in home.members}
    after = {(member, home.id) for home in now.homes for member in home.members}
    people = then.by_id().keys() & now.by_id().keys()
    for member, home in sorted(after - before):
        yield f"{called[member]} lives at {called[home]} now."
    for member, home in sorted(before - after):
        if member in people:
            yield f"{called[member]} does not live at {called[home]} any more."


def _feelings(then: Family, now: Family, called: dict[str, str]) -> Iterator[str]:
    before, after = _views(then), _views(now)
    for key in sorted(before.keys() | after.keys()):
        was, is_now = before.get(key), after.get(key)
        names = f"{called[key[0]]} and {called[key[1]]}"
        if is_now and (not was or was.kind != is_now.kind):
            earlier = f" (before: {FEELINGS.get(was.kind, was.kind)})" if was else ""
            yield f"{names}: {feeling_words(is_now, called)}{earlier}."
        elif was and not is_now:
            yield f"{names}: {feeling_words(was, called)}; not drawn any more."


def _views(family: Family) -> dict[tuple[str, str, str], Feeling]:
    """The last view of each person about each two: what somebody sees is compared with what they saw."""
    found = sorted(family.feelings, key=lambda each: each.seen_on)
    return {(*sorted((each.a, each.b)), each.view): each for each in found}  # type: ignore[misc]


def _ties(then: Family, now: Family, called: dict[str, str]) -> Iterator[str]:
    before = {(tie.agency, tie.to): tie.kind for tie in then.ties}
    after = {(tie.agency, tie.to): tie.kind for tie in now.ties}
    for key in sorted(before.keys() | after.keys()):
        agency, to = called.get(key[0], ""), called.get(key[1], "")
        was, is_now = before.get(key), after.get(key)
        if is_now and was != is_now:
            before_it = "not asked" if was == UNASKED else TIES.get(was or "", was)
            yield f"{agency} and {to}: a {link_words(is_now)}, {f'{before_it} before' if was else 'new'}."
        elif was and not is_now:
            yield f"{agency} is not around {to} any more."
