"""The family's plan as a paper: for grown-ups, and in few words for the children. As plain values it is an edition.

| rule | source |
|---|---|
| the plan in the family's words, in adult and in child-friendly form | issue of the step; REFERENCE 6.3 |
| nobody's address, number, time or way of arriving | PRACTICE 3 |
| what a relative promised is never red, late or "not done" | PRACTICE 1, 3 |
| a child reads what touches them, and no worry of grown-ups | issue of the step; DESIGN: by name, and by words |
| no "siblings" on children's papers: brothers and sisters | PRACTICE 1 |

A promise stands on the children's paper when it was made to them, or names one of them, and nothing in it is a grown-up
worry. What was left out is named to the coordinator before it is printed, who can say it in the children's words.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from cases.rules.family_plan import in_childs_words
from cases.rules.visits import in_a_row
from conferences.rules.outcomes import speaks_of

ALL_OF_THEM = ("children", "kids", "babies", "the baby", "us all", "all of us")
_GROWN_UP = re.compile(
    r"\b(?:alcohol\w*|arrest\w*|bail|benefits?|court|custody|debts?|detox|drink(?:s|ing)?|drugs?|drunk|heroin|injunction"
    r"|methadone|order|overdos\w*|police|prescription|prison|probation|refuge|rehab|relaps\w*|rent|sober|solicitor"
    r"|tag|tenancy|test(?:s|ed|ing)?|urine|using|uses|violen\w*|weed)\b",
    re.IGNORECASE,
)
"""Words of grown-up worries: a promise with one of them is said to a child by somebody, and not by a paper."""


@dataclass(frozen=True)
class PromiseLine:
    """Who will do what, when, how everybody will know, and to whom it was promised where somebody was named."""

    who: str
    what: str
    when: str = ""
    how_we_know: str = ""
    promised_to: str = ""


@dataclass(frozen=True)
class WishLine:
    """Something the family asked for: agreed, declined with its reason, or None while nobody answered.

    `cost` is what was agreed to, in whole pounds; 0 for what costs nothing, or is not agreed.
    """

    what: str
    is_agreed: bool | None = None
    reason: str = ""
    cost: int = 0

    @property
    def says(self) -> str:
        """What became of it, in a sentence."""
        if self.is_agreed is None:
            return "There is no answer yet."
        if not self.is_agreed:
            return f"The council said no. This is why: {self.reason}"
        up_to = f" It can cost up to £{self.cost:,}." if self.cost else ""
        return " ".join(f"The council said yes.{up_to} {self.reason}".split())


@dataclass(frozen=True)
class MustHaveLine:
    """What must happen for the children to be safe, whether the plan does it (None: nobody looked yet), and how."""

    words: str
    is_met: bool | None = None
    how: str = ""

    @property
    def says(self) -> str:
        """Whether the plan does it, in words."""
        return {None: "Not looked at yet", True: "The plan does this", False: "The plan does not do this yet"}[
            self.is_met
        ]


@dataclass(frozen=True)
class CarerLine:
    """Somebody who could look after the children, and for how long in words."""

    who: str
    tie: str = ""
    for_long: bool = False


@dataclass(frozen=True)
class Answered:
    """What the agency answered to the plan, in words the family reads; who decided, on which day."""

    answer: str
    words: str
    who: str
    day: str


@dataclass(frozen=True)
class Paper:
    """The plan as it is read and printed. Days are in words. `edition` is 0 and `agreed` empty while it is not agreed.

    `answers` are (question, words) in the family's order. `bottom_lines` are the referral's words, for a plan whose
    must-haves nobody has listed.
    """

    names: tuple[str, ...]
    day: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    family: tuple[PromiseLine, ...] = ()
    professionals: tuple[PromiseLine, ...] = ()
    family_time: str = ""
    warning_signs: str = ""
    contingency: str = ""
    could_care: tuple[CarerLine, ...] = ()
    wishes: tuple[WishLine, ...] = ()
    must_haves: tuple[MustHaveLine, ...] = ()
    bottom_lines: str = ""
    childs_message: str = ""
    in_childs_words: str = ""
    plan_keeper: str = ""
    review: str = ""
    agency: Answered | None = None
    coordinator: str = ""
    edition: int = 0
    agreed: str = ""

    @property
    def children(self) -> str:
        """The children's names as one says them."""
        return in_a_row(list(self.names))

    @property
    def is_agreed(self) -> bool:
        """Whether it was agreed; else it is what is written by now."""
        return bool(self.agreed)

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text somebody typed into it, of which each is asked whether it gives an address away."""
        return tuple(_texts(asdict(self)))


def as_content(paper: Paper) -> dict[str, Any]:
    """As plain values: what an edition keeps. Lists for tuples, so that it is the same after JSON."""
    told: dict[str, Any] = _plain(asdict(paper))
    return told


def from_content(content: Mapping[str, Any]) -> Paper:
    """An edition as it was kept, word for word; what a later release added is empty in it."""
    agency = content.get("agency")
    return Paper(
        names=tuple(content.get("names", ())),
        answers=tuple((question, words) for question, words in content.get("answers", ())),
        family=tuple(PromiseLine(**line) for line in content.get("family", ())),
        professionals=tuple(PromiseLine(**line) for line in content.get("professionals", ())),
        could_care=tuple(CarerLine(**line) for line in content.get("could_care", ())),
        wishes=tuple(WishLine(**line) for line in content.get("wishes", ())),
        must_haves=tuple(MustHaveLine(**line) for line in content.get("must_haves", ())),
        agency=Answered(**agency) if agency else None,
        **{name: content[name] for name in _WORDS if name in content},
    )


_WORDS = (
    "day", "family_time", "warning_signs", "contingency", "bottom_lines", "childs_message", "in_childs_words",
    "plan_keeper", "review", "coordinator", "edition", "agreed",
)  # fmt: skip


@dataclass(frozen=True)
class ChildsPaper:
    """The plan for the children: what was said for them, promises as sentences, who keeps it, when it is looked at.

    `left_out` are promises that touch them and are not on it, for the coordinator's eyes alone.
    """

    children: str
    words: str
    promises: tuple[str, ...]
    message: str
    keeper: str
    review: str
    is_agreed: bool
    left_out: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing yet that a child could read."""
        return not (self.words or self.promises or self.message)


def for_children(paper: Paper) -> ChildsPaper:
    """What the children's own paper says."""
    touching = [line for line in (*paper.family, *paper.professionals) if touches(line, paper.names)]
    said = [line for line in touching if not is_grown_up(_whole(line))]
    return ChildsPaper(
        children=paper.children,
        words=in_childs_words(paper.in_childs_words),
        promises=tuple(_sentence(line) for line in said),
        message=paper.childs_message,
        keeper=paper.plan_keeper,
        review=paper.review,
        is_agreed=paper.is_agreed,
        left_out=tuple(f"{line.who}: {line.what}" for line in touching if line not in said),
    )


def touches(line: PromiseLine, names: Iterable[str]) -> bool:
    """Whether a promise touches a child: it was made to them, or it names one of them or them all."""
    where = f"{line.promised_to} {line.what}"
    return any(re.search(rf"\b{re.escape(name)}\b", where, re.IGNORECASE) for name in (*names, *ALL_OF_THEM) if name)


def is_grown_up(text: str) -> bool:
    """Whether a text speaks of what grown-ups worry about.

    >>> [is_grown_up(text) for text in ("Take Anisa to school", "Mum does not drink when Anisa is there")]
    [False, True]
    """
    return bool(_GROWN_UP.search(text)) or speaks_of(text)


def _sentence(line: PromiseLine) -> str:
    what = in_childs_words(line.what).strip().rstrip(".")
    first = what.split(" ", 1)[0].casefold()
    if first in ("i", "i’ll", "i'll", "we", "we’ll", "we'll", line.who.split(" ", 1)[0].casefold()):
        said = what if first == line.who.split(" ", 1)[0].casefold() else f"{line.who}: {what}"
    else:
        said = f"{line.who} will {what[:1].lower()}{what[1:]}"
    return f"{said}. {line.when.strip().rstrip('.')}." if line.when.strip() else f"{said}."


def _whole(line: PromiseLine) -> str:
    return f"{line.what} {line.when}"


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, (tuple, list)) else value


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from _texts(each)
