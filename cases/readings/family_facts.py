"""Small facts about somebody of a family: how to reach them, who is around them, words they said."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reach:
    """A way to reach somebody. `safe` is "yes", "no" or "", which is not asked yet."""

    by: str
    value: str
    safe: str
    remark: str


@dataclass(frozen=True)
class Around:
    """Somebody or something around a person that is not family."""

    kind: str
    label: str
    name: str
    phone: str
    remark: str
    since: str


@dataclass(frozen=True)
class Words:
    """Words of somebody, and when they said them."""

    words: str
    said: str
