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

BABY_UNTIL = 2  # years: from then on a child can be asked whether they were seen alone


def ways_to_be_seen(born_on: date | None, expected_on: date | None, on: date) -> list[tuple[str, str]]:
    """How a visit may say that a child was seen, as (code, words); fitting their age on the day.

    Nobody is asked whether an unborn child or a baby was seen alone. Codes are those of VisitChild.Seen.
    """
    if expected_on is not None:
        return [("unborn", "Unborn: talked about")]
    if born_on is not None and full_years(born_on, on) < BABY_UNTIL:
        return [("observed", "Seen"), ("asleep", "Seen asleep"), ("not-seen", "Not seen")]
    return [
        ("alone", "Seen alone"),
        ("with-others", "Seen with others"),
        ("asleep", "Seen asleep"),
        ("not-seen", "Not seen"),
    ]


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
