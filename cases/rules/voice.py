"""How the timeline tells that somebody said something."""

LONGEST = 260  # characters of words on the timeline: the whole of them is behind the link


def quote_in_a_sentence(name: str, words: str, *, is_view: bool, is_kept: bool) -> str:
    """One line for the timeline, which stands on pages that others may glance at.

    What is kept from anybody is not repeated there.

    >>> quote_in_a_sentence("Anisa", "I like it here.", is_view=False, is_kept=False)
    'Anisa: “I like it here.”'
    >>> quote_in_a_sentence("Anisa", "Dad said not to tell.", is_view=False, is_kept=True)
    'Anisa: words that are not to be shared'
    """
    if is_kept:
        return f"{name}: words that are not to be shared"
    said = " ".join(words.split())
    if len(said) > LONGEST:
        said = said[:LONGEST].rsplit(" ", 1)[0] + "…"
    return f"{name}, how they see it: {said}" if is_view else f"{name}: “{said}”"
