"""Who will read something, and from whom a fact is kept: the mark *not to be shared*."""

from collections.abc import Mapping
from dataclasses import dataclass

from cases.rules.visits import in_a_row


@dataclass(frozen=True)
class Marks:
    """From whom a fact is kept: the whole family, or some of its people by their keys. Nobody, if nothing is said."""

    is_kept_from_family: bool = False
    kept_from: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return self.is_kept_from_family or bool(self.kept_from)

    def __or__(self, other: "Marks") -> "Marks":
        """Kept from whomever either keeps it from."""
        return Marks(
            self.is_kept_from_family or other.is_kept_from_family,
            tuple(sorted({*self.kept_from, *other.kept_from})),
        )

    def opens_to_somebody(self, before: "Marks") -> bool:
        """Whether somebody may be shown now what was kept from them `before`."""
        if before.is_kept_from_family and not self.is_kept_from_family:
            return True
        return not self.is_kept_from_family and bool(set(before.kept_from) - set(self.kept_from))


@dataclass(frozen=True)
class Audience:
    """Who will read a page, a print or a link: people who work here, the whole family, or one person of it."""

    is_staff: bool = False
    person: int | None = None

    def may_read(self, marks: Marks) -> bool:
        """Whether a fact with these marks may be shown to them.

        What is kept from one person is not shown to the family together, who would read it side by side.
        """
        if self.is_staff:
            return True
        if self.person is None:
            return not marks
        return not marks.is_kept_from_family and self.person not in marks.kept_from


STAFF = Audience(is_staff=True)
FAMILY = Audience()
"""The family together; and whatever stands where they may read over a shoulder: headers, projector pages."""


def in_words(marks: Marks, names: Mapping[int, str]) -> str:
    """From whom a fact is kept, in words; empty for nobody. `names` are those of the record's people, by key.

    >>> in_words(Marks(kept_from=(1, 2)), {1: "Jamal", 2: "Shirin"})
    'Jamal and Shirin'
    >>> in_words(Marks(is_kept_from_family=True), {}), in_words(Marks(), {})
    ('the family', '')
    """
    if marks.is_kept_from_family:
        return "the family"
    return in_a_row([names.get(key, "somebody of the family") for key in marks.kept_from])
