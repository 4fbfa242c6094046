"""What a family is asked of how we did (REFERENCE 4.7), and when their words cannot wait."""

import re
from typing import NamedTuple


class Item(NamedTuple):
    """One of the five fixed items: the field, and the sentence one agrees with from 1 (not at all) to 10 (fully)."""

    field: str
    sentence: str


ITEMS = (
    Item("listened", "I was listened to."),
    Item("did_as_said", "They did what they said they would do."),
    Item("understood", "I understand the worry and the plan."),
    Item("respected", "My culture and my family were respected."),
    Item("better", "Things are safer or better for the children."),
)
POINTS = range(1, 11)
BY_CONTACT, IN_PERSON = "contact", "in-person"  # how somebody gets a link: sent where it is safe, or handed over
DAYS_OPEN = 28  # a link is open for four weeks

# Beginnings of words that may mean that somebody is in danger. Too many are better than too few: somebody reads what
# was written, and nothing happens by itself.
_DANGER = re.compile(
    r"\b(abus|afraid|assault|bruis|burn|chok|danger|died?\b|dying|drown|emergenc|frighten|grabb|guns?\b|harm(ed|ing|s)?\b"
    r"|hits?\b|hitting|hurt|kick|kill|kni(fe|ves)\b|molest|murder|overdos|pills|poison|punch|rap(ed?|ing)\b|scar(ed|y)\b"
    r"|scream|slap|smack|stab|stalk|strangl|suicid|threat|violen|weapon|whipp|unsafe"
    r"|beat(s|en|ing)? (me|us|her|him|them|up)\b|touch(ed|es|ing) (me|her|him|them)\b|hang (my|her|him)self"
    r"|cut(s|ting)? (my|her|him)self|self.?harm|not safe|end (my life|it all)|run away|locked (in|up)\b)"
)


def speaks_of_danger(words: str) -> bool:
    """Whether words of a family may speak of a danger, so that somebody reads them today.

    >>> speaks_of_danger("He hits me when you are gone"), speaks_of_danger("It is not safe at home")
    (True, True)
    >>> speaks_of_danger("She kept in touch and never beat about the bush."), speaks_of_danger("")
    (False, False)
    """
    return _DANGER.search(words.lower()) is not None


def in_ten(points: int | None) -> str:
    """An answer as people read it.

    >>> in_ten(9), in_ten(None)
    ('9 of 10', 'left open')
    """
    return "left open" if points is None else f"{points} of 10"
