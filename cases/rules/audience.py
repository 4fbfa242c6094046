"""Who will read something, and from whom a fact is kept: the mark *not to be shared*."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Marks:
    """From whom a fact is kept: the whole family, or some of its people by their keys. Nobody, if nothing is said."""

    is_kept_from_family: bool = False
    kept_from: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return self.is_kept_from_family or bool(self.kept_from)


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
