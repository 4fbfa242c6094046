"""The plan of a family in words: what its legal basis means, how a child reads it, where each section stands."""

import re

from cases.rules.helping import plan_name
from cases.rules.visits import in_a_row

# Sections of the plan that stand after its goals (cases.rules.sections); every other one stands before them.
AFTER = ("safe", "helps", "worse")
# What a plan rests on, to a parent and to a child (REFERENCE 1.2, 1.6, 1.7; docs/glossary.md).
FOR_PARENTS: dict[str, str] = {
    "early-help": "You asked for help and agreed to it. You may end it at any time.",
    "need": "After a referral the council helps, under section 17 of the Children Act 1989. The plan is made with you.",
    "protection": "A child protection conference decided it. A review conference looks at it again, with you.",
}
FOR_CHILDREN: dict[str, str] = {
    "early-help": "Your family asked for some help, and said yes to this plan.",
    "need": "This plan is so that you and your family get extra help.",
    "protection": "This plan is so that you are safe. Grown-ups met about it, and they meet again to see how it goes.",
}
# How a child reads the sections of the plan, instead of our headings.
CHILDS_TITLES: dict[str, str] = {
    "childs-worries": "What matters to you",
    "works": "What goes well",
    "safe": "What must happen so that you are safe",
    "helps": "Who helps",
    "worse": "If things get hard",
}
_CHILDS_WORDS = (
    (re.compile(r"\bsiblings\b", re.IGNORECASE), "brothers and sisters"),
    (re.compile(r"\bsibling\b", re.IGNORECASE), "brother or sister"),
    (re.compile(r"\bstep down\b", re.IGNORECASE), "do less"),
    (re.compile(r"\bsteps down\b", re.IGNORECASE), "does less"),
    (re.compile(r"\bstepping down\b", re.IGNORECASE), "doing less"),
    (re.compile(r"\bevery working day\b", re.IGNORECASE), "every day from Monday to Friday"),
)
_WORKING_DAYS = re.compile(r"\b(?P<every>every )?(?P<days>\d{1,3}) working days?\b", re.IGNORECASE)


def basis_in_words(basis: str, *, for_child: bool) -> str:
    """What such a plan means for whoever reads it."""
    return (FOR_CHILDREN if for_child else FOR_PARENTS)[basis]


def in_childs_words(text: str) -> str:
    """The same text without words that are ours alone: weeks for working days, and no "siblings".

    >>> in_childs_words("Siblings first. Her sibling knows.")
    'Brothers and sisters first. Her brother or sister knows.'
    >>> in_childs_words("We come every 15 working days, and ring within 2 working days. Then we step down.")
    'We come every 3 weeks, and ring within 2 days, not counting weekends. Then we do less.'
    """
    text = _WORKING_DAYS.sub(_in_weeks, text)
    for pattern, words in _CHILDS_WORDS:
        text = pattern.sub(lambda found, words=words: _as(found[0], words), text)  # type: ignore[misc]
    return text


def who_has(basis: str, names: list[str], since: str) -> str:
    """Who has which plan since when: "Anisa and Imran have a child in need plan since 1 September 2026."."""
    return f"{in_a_row(names)} {'has' if len(names) == 1 else 'have'} a {plan_name(basis)} since {since}."


def will(who: str, what: str, by: str) -> str:
    """What somebody does, by when: "Ade Fashola will ring the school, by 10 November 2026."."""
    task = (what[:1].lower() + what[1:]).rstrip(". ")
    return f"{who} will {task}{f', by {by}' if by else ''}."


def _in_weeks(found: re.Match[str]) -> str:
    every, days = found["every"] or "", int(found["days"])
    if days == 5 and every:
        return f"{every}week"
    if days % 5:
        return f"{every}{days} day{'s' if days > 1 else ''}, not counting weekends"
    return f"{every}{days // 5} week{'s' if days > 5 else ''}"


def _as(found: str, words: str) -> str:
    return words[:1].upper() + words[1:] if found[:1].isupper() else words
