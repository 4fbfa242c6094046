"""Draws who belongs to a family: children, adults, ties, homes."""

from collections.abc import Callable
from dataclasses import dataclass

from cases.management.drawing import names, proportions
from cases.management.drawing.chance import Chance
from cases.management.drawing.drawn import DrawnMember

YEAR = 365.25
BETWEEN_BIRTHS = 320  # days, at least, unless they are twins
TWINS = 0.03
STREETS = ("Larch", "Mill", "Orchard", "Kestrel", "Station", "Meadow", "Foundry", "Cedar", "Harbour", "Quarry")


# (who, of whom, what they are, whether with parental responsibility), by place among the members.
Tie = tuple[int, int, str, bool | None]
# (name, address, whether it may be shared, who lives there).
Home = tuple[str, str, bool, list[int]]


@dataclass(slots=True)
class People:
    """What `draw_people` found: the members, their ties and homes, and what the family is called."""

    name: str
    members: list[DrawnMember]
    ties: list[Tie]
    homes: list[Home]


def draw_people(chance: Chance, *, size: int, referred: int, first_number: int) -> People:
    """The people of one family, as of the day of its first referral. Children's numbers count up from the first."""
    ethnicity = chance.by_weight(proportions.ETHNICITY)
    cultures = names.OF_ETHNICITY[ethnicity]
    hers, his = (names.CULTURES[chance.one_of(cultures)] for _ in range(2))
    if not ethnicity.startswith("M"):
        his = hers
    mothers, fathers = chance.one_of(hers.families), chance.one_of(his.families)
    given = _names(chance)
    family = fathers if chance.is_so(0.6) else mothers
    members = [
        _child(chance, (hers, his)[place % 2], given, family, ethnicity, born, first_number + place)
        for place, born in enumerate(_birthdays(chance, size, referred))
    ]
    if chance.is_so(proportions.HOSTILE_NAME):
        members[0].given, members[0].family = chance.one_of(names.HARD)
    oldest = min(member.born if member.born is not None else 0 for member in members)
    adults = _Adults(chance, members, oldest)
    adults.draw(hers, his, (mothers, fathers))
    double = f"{fathers}–{mothers}" if mothers != fathers and chance.is_so(0.3) else family
    return People(double, members, adults.ties, adults.homes())


def _child(
    chance: Chance,
    culture: names.Culture,
    given: Callable[[tuple[str, ...]], str],
    family: str,
    ethnicity: str,
    born: int,
    number: int,
) -> DrawnMember:
    """A child, born already or expected."""
    if born > 0:
        return DrawnMember("Baby", family, True, "U", None, born, ethnicity, "", f"C{number:07d}")
    sex = chance.by_weight(proportions.SEX)
    language = f"{culture.language} and English" if culture.language else "English" if chance.is_so(0.5) else ""
    name = given(culture.girls if sex == "F" else culture.boys)
    return DrawnMember(name, family, True, sex, born, None, ethnicity, language, f"C{number:07d}")


def _names(chance: Chance) -> Callable[[tuple[str, ...]], str]:
    """Gives each child of a family another name, as far as there are any."""
    taken: set[str] = set()

    def given(choice: tuple[str, ...]) -> str:
        for _ in range(6):
            name = chance.one_of(choice)
            if name not in taken:
                break
        taken.add(name)
        return name

    return given


def _birthdays(chance: Chance, size: int, referred: int) -> list[int]:
    """Days of birth, the oldest first. Above nought: the birth is expected on that day."""
    days = sorted(
        referred - round(YEAR * (low + chance.is_so_at_all() * (high - low)))
        for low, high in (chance.by_weight(proportions.AGE) for _ in range(size))
    )
    for place in range(1, size):
        if days[place] - days[place - 1] < BETWEEN_BIRTHS:
            twins = chance.is_so(TWINS)
            days[place] = days[place - 1] if twins else days[place - 1] + BETWEEN_BIRTHS + place * 17
    # Nobody is known of more than seven months before the birth: the whole family is that much older.
    late = max(0, days[-1] - referred - 210)
    return [day - late for day in days]


class _Adults:
    """Adds the adults of one family, ties everybody, and finds out who lives where."""

    def __init__(self, chance: Chance, members: list[DrawnMember], oldest: int) -> None:
        self.chance, self.members, self.oldest = chance, members, oldest
        self.children = list(range(len(members)))
        self.ties: list[Tie] = [(a, b, "sibling", None) for a in self.children for b in self.children if a < b]
        self.home = list(self.children)
        self.elsewhere: list[tuple[str, int]] = []

    def draw(self, hers: names.Culture, his: names.Culture, families: tuple[str, str]) -> None:
        """A mother, a father or a mother's partner, a grandmother, an aunt: each as often as it is so."""
        is_so = self.chance.is_so
        if is_so(proportions.MOTHER):
            self.home.append(self._add(hers.girls, families[0], "F", (17, 36), hers, "mother", True))
        if is_so(proportions.FATHER):
            responsible = is_so(proportions.FATHER_HAS_RESPONSIBILITY) or None
            father = self._add(his.boys, families[1], "M", (18, 42), his, "father", responsible)
            self._lives(father, "flat", elsewhere=is_so(proportions.FATHER_ELSEWHERE))
        elif is_so(proportions.STEP_PARENT):
            family = self.chance.one_of(his.families)
            self.home.append(self._add(his.boys, family, "M", (18, 40), his, "step-parent", None))
        is_alone = len(self.home) == len(self.children)
        if is_so(proportions.GRANDPARENT) or is_alone:
            grandmother = self._add(hers.girls, families[0], "F", (40, 60), hers, "grandparent", None)
            self._lives(grandmother, "house", elsewhere=not is_alone)
        if is_so(proportions.AUNT):
            self._add(his.girls, families[1], "F", (16, 38), his, "aunt-or-uncle", None)

    def homes(self) -> list[Home]:
        """Where they live. An unborn child lives nowhere yet."""
        chance, born = self.chance, [who for who in self.home if self.members[who].expected is None]
        away = [child for child in self.children[1:] if child in born and chance.is_so(proportions.CHILD_ELSEWHERE)]
        address = f"{chance.between((1, 99))} {chance.one_of(STREETS)} Street, an invented one"
        is_safe = not chance.is_so(proportions.UNSAFE_ADDRESS)
        homes: list[Home] = [("Home", address, is_safe, [who for who in born if who not in away])]
        homes += [(name, "", True, [who]) for name, who in self.elsewhere]
        return homes + [("Foster home", "", False, [child]) for child in away]

    def _lives(self, who: int, kind: str, *, elsewhere: bool) -> None:
        if elsewhere:
            self.elsewhere.append((f"{self.members[who].given}’s {kind}", who))
        else:
            self.home.append(who)

    def _add(
        self,
        given: tuple[str, ...],
        family: str,
        sex: str,
        years: tuple[int, int],
        culture: names.Culture,
        tie: str,
        responsible: bool | None,
    ) -> int:
        """An adult so many years older than the oldest child, and what they are to each child."""
        born = self.oldest - round(YEAR * self.chance.between(years)) - self.chance.between((0, 365))
        name = self.chance.one_of(given)
        self.members.append(DrawnMember(name, family, False, sex, born, language=culture.language))
        place = len(self.members) - 1
        self.ties += [(place, child, tie, responsible) for child in self.children]
        return place
