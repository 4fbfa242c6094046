"""A consultation with a clinician: until when it may be written, how a family is known in it, what is asked first.

| rule | default | source |
|---|---|---|
| what was written is locked | 48 hours after it was first written | REFERENCE 4.4 |
| what comes to mind later | an addendum, which nobody changes | REFERENCE 4.4 |
| who edits | the clinician, their own entry and no other | REFERENCE 4.4 |
| clinical notes | stay in the health record | REFERENCE 4.4 |
| a family is named | once it has agreed | REFERENCE 4.4: consent for identifiable clinical contact |
| without names | allowed, and labelled | REFERENCE 4.4 |
"""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

LOCKED_AFTER = timedelta(hours=48)
STAYS_ELSEWHERE = "Clinical notes stay in the health record. This is what was thought about, for the children’s file."
BY_NAME = "given"
WITHOUT_NAMES = "anonymous"


def locked_at(written_at: datetime) -> datetime:
    """From when on a consultation that was first written then stays as it is."""
    return written_at + LOCKED_AFTER


def is_locked(written_at: datetime | None, at: datetime) -> bool:
    """Whether a consultation stays as it is. One that nobody wrote yet never does.

    >>> from datetime import UTC
    >>> is_locked(datetime(2026, 11, 3, 10, tzinfo=UTC), datetime(2026, 11, 5, 10, tzinfo=UTC))
    True
    """
    return written_at is not None and at >= locked_at(written_at)


def names_a_family(consent: str) -> bool:
    """Whether the clinician may know whom it is about. While a family has not been asked yet, they do not."""
    return consent == BY_NAME


def named_in(words: str, names: Iterable[str]) -> list[str]:
    """Those of these names that stand in the words, each once, as whole words and however they are spelt in capitals.

    A name of two letters is one too; an initial is none.

    >>> named_in("How do we hear ANISA when her mother is near?", ["Anisa", "Ann"])
    ['Anisa']
    """
    said = {word.casefold() for word in re.findall(r"[^\W\d_]+", words)}
    found = []
    for name in dict.fromkeys(each.strip() for each in names):
        parts = [part.casefold() for part in re.findall(r"[^\W\d_]+", name) if len(part) > 1]
        if parts and said.issuperset(parts):
            found.append(name)
    return found
