"""What others measured, to be set beside our own figures, with what it does not say.

| what | source |
|---|---|
| the first British trial: referred before court or not, by lot; 1,511 families | REFERENCE 6.6 [S49][S50] |
| 87 and 115 days in care, in a window of six months | [S51] |
| what Camden said of its own conferences, 2014/15 | REFERENCE 6.5 [S45] |

They are shown as they were printed. A difference of shares is in points: 8.6 points fewer is 19 per cent fewer
(REFERENCE 6.6 names a news item that mixed the two up).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class TrialFigure:
    """One outcome of the trial: shares of families, as fractions, of those referred and those not."""

    what: str
    referred: float
    other: float
    source: str

    @property
    def points(self) -> float:
        """How many points more among the referred; fewer is below nought."""
        return round((self.referred - self.other) * 100, 1)

    @property
    def in_words(self) -> str:
        """As a page says it: "36.2% and 44.8%: 8.6 points fewer"."""
        more = "more" if self.points > 0 else "fewer"
        return f"{self.referred:.1%} and {self.other:.1%}: {abs(self.points):g} points {more}"


@dataclass(frozen=True)
class OwnFigure:
    """What Camden said of itself in one year, in the words it used."""

    code: str
    what: str
    said: str


TRIAL = (
    TrialFigure("Looked after 12 months after the letter before proceedings", 0.362, 0.448, "[S50]"),
    TrialFigure("Care proceedings issued", 0.592, 0.717, "[S50]"),
)
TRIAL_DAYS_IN_CARE = (87, 115)
"""Of a child referred and of one not, in a window of six months [S51]."""
TRIAL_FAMILIES = 1511
CAMDEN_YEAR = "2014/15"
CAMDEN = (
    OwnFigure("held", "Conferences in a year", "more than 220"),
    OwnFigure("happy", "Happy with the outcome", "more than 9 in 10"),
    OwnFigure("control", "Feel more in control, up to 6 months later", "nearly 8 in 10"),
    OwnFigure("coping", "Better able to cope, up to 6 months later", "nearly 8 in 10"),
    OwnFigure("fathers", "Fathers present", "nearly two in three"),
    OwnFigure("step-down", "Less formal help after the first conference", "84%"),
)
"""[S45]: what the service reported of itself. Nobody else checked it, and families were not drawn by lot."""
LIMITS = (
    "Nobody drew lots here. Families who are referred differ from those who are not, in ways no figure shows.",
    "Everybody who was referred is counted, whether the family met or not. Who met is never set against who did not"
    " want to: they were different from the beginning.",
    "The interval is a plain one. It treats every family as alone and is narrower than one that minds their teams.",
    "The trial looked at families with a letter before proceedings. It says nothing about earlier help.",
)
"""To stand beside every comparison (REFERENCE 6.6, 15)."""
