"""Visits in words."""

from collections.abc import Sequence
from datetime import date

from camden.rules.names import full_years

PLACES = {
    "home": "at home",
    "school": "at school or nursery",
    "office": "at our office",
    "out": "out and about",
    "online": "by video or phone",
}

BABY_UNTIL = 2  # years: until then a child is observed with whoever cares for them
ALONE_FROM = 2
"""Years from which a child is asked whether they were seen alone, if an authority sets no other age: no law names one
(CP13 is local procedure, REFERENCE 2.2). The setting is SEEN_ALONE_FROM_AGE."""
CHOSE_COMPANY = "chose-company"
"""On a form only: seen with others there, because the child did not want to be seen alone."""

HOW_SEEN = {
    "alone": "Seen alone",
    "with-others": "Seen with others there",
    "asleep": "Seen asleep",
    "observed": "Observed with their carer",
    "not-seen": "Not seen",
    "unborn": "Unborn; talked about",
}


def ways_to_be_seen(
    born_on: date | None, expected_on: date | None, on: date, alone_from: int = ALONE_FROM
) -> list[tuple[str, str]]:
    """How a visit may say that a child was seen, as (code, words); fitting their age on the day.

    Nobody is asked whether an unborn child, a baby or a child younger than `alone_from` years was seen alone. Codes
    are those of VisitChild.Seen.
    """
    if expected_on is not None:
        return [("unborn", "Talked about")]
    if born_on is not None and full_years(born_on, on) < BABY_UNTIL:
        return [("observed", "Seen with carer"), ("asleep", "Asleep"), ("not-seen", "Not seen")]
    alone = [] if born_on is not None and full_years(born_on, on) < alone_from else [("alone", "Alone")]
    return [("with-others", "Seen"), *alone, ("asleep", "Asleep"), ("not-seen", "Not seen")]


def seen_in_words(seen: str, chose_company: bool) -> str:
    """How a child was seen, as the page of a visit says it: "Seen with others there, as they chose"."""
    return HOW_SEEN[seen] + (", as they chose" if chose_company else "")


def missed_in_a_sentence(worker: str, why: str, again: str = "") -> str:
    """One line for the timeline of a visit in which nobody was seen. It is nobody's failure.

    >>> missed_in_a_sentence("Ade", "Nobody was in", "4 November 2026")
    'Unsuccessful visit by Ade: nobody was in. Planned again for 4 November 2026'
    """
    said = f"Unsuccessful visit by {worker}: {why[:1].lower()}{why[1:]}"
    return f"{said}. Planned again for {again}" if again else said


def seen_today(children: Sequence[tuple[str, str]], when: str) -> str:
    """What a visit has settled, in a sentence. `children` are (name, how seen), `when` is "today" or a day.

    >>> seen_today([("Anisa", "alone"), ("Imran", "with-others"), ("Zayd", "observed")], "today")
    'Anisa, Imran and Zayd seen today.'
    >>> seen_today([("Anisa", "alone"), ("Imran", "not-seen"), ("Baby", "unborn")], "on 3 November")
    'Anisa seen on 3 November. Imran not seen. Baby talked about.'
    """
    seen = [name for name, how in children if how not in ("not-seen", "unborn")]
    said = [f"{in_a_row(seen)} seen {when}."] if seen else []
    for how, words in (("not-seen", "not seen"), ("unborn", "talked about")):
        if names := [name for name, each in children if each == how]:
            said.append(f"{in_a_row(names)} {words}.")
    return " ".join(said)


def visit_in_a_sentence(worker: str, kind: str, children: Sequence[tuple[str, str]]) -> str:
    """One line for the timeline. `children` are (name, how seen); see VisitChild.Seen for the codes.

    >>> visit_in_a_sentence("Ade", "home", [("Anisa", "alone"), ("Imran", "alone"), ("Zayd", "observed")])
    'Ade visited at home: saw Anisa, Imran and Zayd; Anisa and Imran alone'
    >>> visit_in_a_sentence("Ade", "school", [("Leon", "not-seen")])
    'Ade visited at school or nursery: did not see Leon'
    """
    seen = [name for name, how in children if how not in ("not-seen", "unborn")]
    alone = [name for name, how in children if how == "alone"]
    unborn = [name for name, how in children if how == "unborn"]
    missed = [name for name, how in children if how == "not-seen"]
    said = []
    if seen:
        said.append(f"saw {in_a_row(seen)}" + (" alone" if alone == seen else ""))
    if alone and alone != seen:
        said.append(f"{in_a_row(alone)} alone")
    if unborn:
        said.append(f"talked about {in_a_row(unborn)}")
    if missed:
        said.append(f"did not see {in_a_row(missed)}")
    return f"{worker} visited {PLACES[kind]}: " + "; ".join(said)


def in_a_row(names: Sequence[str]) -> str:
    """Names as one says them: "Anisa, Imran and Zayd"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
