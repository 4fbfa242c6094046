"""How two people are related, in words that fit them. Codes are those of Relationship.Kind and of SEX.

A relationship is kept one way ("Shirin is mother of Anisa") and read both ways: on Anisa's page Shirin is her mother,
on Shirin's page Anisa is her daughter. REFERENCE 1.0: parental responsibility is a fact of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cases.rules.visits import in_a_row

MALE, FEMALE = "M", "F"

# By code: what a man is, a woman, and somebody of whom we do not know, or who is neither.
_ONE: dict[str, tuple[str, str, str]] = {
    "mother": ("mother", "mother", "mother"),
    "father": ("father", "father", "father"),
    "parent": ("parent", "parent", "parent"),
    "step-parent": ("stepfather", "stepmother", "step-parent"),
    "grandparent": ("grandfather", "grandmother", "grandparent"),
    "adoptive-parent": ("adoptive father", "adoptive mother", "adoptive parent"),
    "foster-carer": ("foster carer", "foster carer", "foster carer"),
    "special-guardian": ("special guardian", "special guardian", "special guardian"),
    "great-grandparent": ("great-grandfather", "great-grandmother", "great-grandparent"),
    "sibling": ("brother", "sister", "brother or sister"),
    "twin": ("twin brother", "twin sister", "twin"),
    "identical-twin": ("identical twin brother", "identical twin sister", "identical twin"),
    "half-sibling": ("half-brother", "half-sister", "half-brother or half-sister"),
    "step-sibling": ("stepbrother", "stepsister", "stepbrother or stepsister"),
    "aunt-or-uncle": ("uncle", "aunt", "aunt or uncle"),
    "cousin": ("cousin", "cousin", "cousin"),
    "partner": ("partner", "partner", "partner"),
    "spouse": ("husband", "wife", "husband or wife"),
    "ex-partner": ("former partner", "former partner", "former partner"),
    "kin": ("relative", "relative", "relative"),
    "friend": ("friend", "friend", "friend"),
    "carer": ("carer", "carer", "carer"),
    "other": ("somebody important", "somebody important", "somebody important"),
}
_CHILD = ("son", "daughter", "child")
# What the other is to the one; a code that is not here reads the same both ways.
_OTHER: dict[str, tuple[str, str, str]] = {
    "mother": _CHILD,
    "father": _CHILD,
    "parent": _CHILD,
    "step-parent": ("stepson", "stepdaughter", "stepchild"),
    "grandparent": ("grandson", "granddaughter", "grandchild"),
    "adoptive-parent": ("adopted son", "adopted daughter", "adopted child"),
    "foster-carer": ("foster son", "foster daughter", "foster child"),
    "special-guardian": ("in their special guardianship",) * 3,
    "great-grandparent": ("great-grandson", "great-granddaughter", "great-grandchild"),
    "aunt-or-uncle": ("nephew", "niece", "nephew or niece"),
    "carer": ("in their care",) * 3,
}


@dataclass(frozen=True, kw_only=True)
class Responsibility:
    """Parental responsibility of the one for the other: yes, no or not asked; what it rests on, and its days.

    A fact of its own: nothing follows from it about who is a parent, or who cares for a child (REFERENCE 1.0).
    """

    parental_responsibility: bool | None = None
    responsibility_basis: str = ""
    responsible_from_on: date | None = None
    responsible_until_on: date | None = None


NOT_ASKED = Responsibility()

PARENTS = ("mother", "father", "parent", "adoptive-parent")
"""Whoever is a parent in law or by birth; a new brother or sister may have the same."""
SIBLINGS = ("sibling", "twin", "identical-twin", "half-sibling", "step-sibling")
TWINS = ("twin", "identical-twin")
COUPLES = ("partner", "spouse", "ex-partner")
# Who may have parental responsibility, and so is asked about it.
RESPONSIBLE = (*PARENTS, "step-parent", "grandparent", "special-guardian", "kin", "carer", "aunt-or-uncle", "sibling")

QUICK: dict[str, str] = {
    "mother": "mother",
    "father": "father",
    "sibling": "brother or sister",
    "partner": "partner",
    "grandparent": "grandparent",
    "child": "child",
}
"""What one tap adds beside somebody, as people say it: the code of a kind, or "child", who is the other way round."""


def what_one_is(kind: str, sex: str = "") -> str:
    """What the one is to the other: `sex` is of the one.

    >>> what_one_is("step-parent", "F"), what_one_is("sibling")
    ('stepmother', 'brother or sister')
    """
    return _fitting(_ONE[kind], sex)


def what_other_is(kind: str, sex: str = "") -> str:
    """What the other is to the one: `sex` is of the other.

    >>> what_other_is("mother", "F"), what_other_is("ex-partner"), what_other_is("step-parent", "F")
    ('daughter', 'former partner', 'stepdaughter')
    """
    return _fitting(_OTHER.get(kind, _ONE[kind]), sex)


def related(kind: str, one: str, sex: str, others: Sequence[str]) -> str:
    """A sentence's worth: who is what to whom.

    >>> related("grandparent", "Lorraine", "F", ["Tyrell", "Maisie"])
    'Lorraine is grandmother of Tyrell and Maisie'
    """
    return f"{one} is {what_one_is(kind, sex)} of {in_a_row(others)}"


def is_mutual(kind: str) -> bool:
    """Whether a kind reads the same both ways, so that to say it once more the other way round says nothing new."""
    return kind not in _OTHER


def _fitting(words: tuple[str, str, str], sex: str) -> str:
    return words[0] if sex == MALE else words[1] if sex == FEMALE else words[2]
