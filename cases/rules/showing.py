"""What a family is not shown on a picture unless somebody chooses it for one showing, and says why (ADR 0017).

Whatever is marked *not to be shared* is never among it: that takes the mark away, where it was made.
"""

from collections.abc import Iterable

from cases.rules.genogram.sharing import Chosen

# By the field of `Chosen`, in words and with what to think of first.
SHOWING: dict[str, tuple[str, str]] = {
    "losses": ("Lost or ended pregnancies", "Who in the room does not know of them?"),
    "marks": ("Illness, mental health, drugs or alcohol", "Half-filled symbols, and their legend."),
    "affairs": ("A relationship beside another", "Who in the room does not know of it?"),
    "ideas": ("What practitioners think is between people", "Ideas, and what was said of harm."),
}
MINUTES = 10
"""How long one showing lasts: long enough to talk about it and to print it."""


def chosen_of(codes: Iterable[str]) -> Chosen:
    """What is shown all the same."""
    return Chosen(**{code: True for code in SHOWING if code in set(codes)})


def in_words(codes: Iterable[str]) -> str:
    """What is shown, as one reads it in the audit: "lost or ended pregnancies; a relationship beside another"."""
    said = [words for code, (words, _) in SHOWING.items() if code in set(codes)]
    return "; ".join(each[:1].lower() + each[1:] for each in said)


def as_number(codes: Iterable[str]) -> int:
    """The choice as a number, so that an address does not say in words what is on the wall."""
    return sum(1 << at for at, code in enumerate(SHOWING) if code in set(codes))


def of_number(number: int) -> tuple[str, ...]:
    """What a number stands for."""
    return tuple(code for at, code in enumerate(SHOWING) if number >> at & 1)
