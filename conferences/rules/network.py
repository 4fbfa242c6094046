"""Who may be missing from the table. Fathers and their families are asked least often (REFERENCE 6.2)."""


def who_else(mothers_side: int, fathers_side: int) -> list[str]:
    """A gentle question for each side with fewer than two people, the father's first; none when both have more."""
    sides = (("Father’s side", fathers_side), ("Mother’s side", mothers_side))
    return [_ask(name, count) for name, count in sides if count < 2]


def _ask(name: str, count: int) -> str:
    if count:
        return f"{name} has 1 person so far: who else?"
    return f"{name} has nobody yet: who do the children speak of?"
