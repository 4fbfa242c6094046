"""How two are or were together, as somebody says it in one go."""

from dataclasses import dataclass

from cases.rules.about_when import When


@dataclass(frozen=True)
class Couple:
    """How two are or were together: codes of picturing.COUPLE and COUPLE_ENDED, and days as far as they are known."""

    couple: str = ""
    since: When = When()
    ended: str = ""
    until: When = When()
    is_of_one_blood: bool = False
