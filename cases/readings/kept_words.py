"""The mark *not to be shared* in words, for people who work here."""

from collections.abc import Mapping

from cases.models.marks import KeptFrom
from cases.rules.visits import in_a_row


def kept_in_words(fact: KeptFrom, names: Mapping[int, str]) -> str:
    """From whom a fact is kept, or nothing. `names` are first names by the keys of members.

    Somebody of `kept_from` whom `names` does not know is somebody all the same: the mark never grows less.
    """
    if fact.is_kept_from_family:
        return "Not to be shared with the family"
    if not fact.kept_from:
        return ""
    return f"Not to be shared with {in_a_row([names.get(key, 'somebody') for key in fact.kept_from])}"
