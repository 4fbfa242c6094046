"""Visits in words."""

from collections.abc import Sequence

PLACES = {
    "home": "at home",
    "school": "at school or nursery",
    "office": "at our office",
    "out": "out and about",
    "online": "by video or phone",
}


def visit_in_a_sentence(worker: str, kind: str, children: Sequence[tuple[str, str]]) -> str:
    """One line for the timeline. `children` are (name, how seen); see VisitChild.Seen for the codes.

    >>> visit_in_a_sentence("Ade", "home", [("Anisa", "alone"), ("Imran", "alone"), ("Zayd", "asleep-or-baby")])
    'Ade visited at home: saw Anisa, Imran and Zayd; Anisa and Imran alone'
    >>> visit_in_a_sentence("Ade", "school", [("Leon", "not-seen")])
    'Ade visited at school or nursery: did not see Leon'
    """
    seen = [name for name, how in children if how != "not-seen"]
    alone = [name for name, how in children if how == "alone"]
    missed = [name for name, how in children if how == "not-seen"]
    said = []
    if seen:
        said.append(f"saw {in_a_row(seen)}" + (" alone" if alone == seen else ""))
    if alone and alone != seen:
        said.append(f"{in_a_row(alone)} alone")
    if missed:
        said.append(f"did not see {in_a_row(missed)}")
    return f"{worker} visited {PLACES[kind]}: " + "; ".join(said)


def in_a_row(names: Sequence[str]) -> str:
    """Names as one says them: "Anisa, Imran and Zayd"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
