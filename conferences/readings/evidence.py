"""What conferences led to, for one page: measures of a year, and referred beside not referred at the same threshold.

Put together from plain facts (`Told`, `Followed`), so that the page of somebody who sees families and the figures of
the whole service, with small numbers hidden, are made by the same lines.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from camden.models import User
from cases.models import Case
from cases.rules.happenings import Happened as H
from conferences.models import FamilyConference, NotTakenUp, ServiceFigures
from conferences.readings.outcomes import followed, told_of
from conferences.rules.consent import Threshold
from conferences.rules.evidence import Followed, Shown, Side, Sides, points_in_words, show, sides
from conferences.rules.measuring import Measures, Reached, Share, Told, measures
from conferences.rules.not_taken_up import SAYS, Why, counted
from conferences.rules.published import CAMDEN, TRIAL

MONTHS = 12
YEAR = timedelta(days=365)
COMPARED_AT = (Threshold.BEFORE_COURT, Threshold.PROTECTION, Threshold.NEED, Threshold.HELP)
WATCHED = frozenset({Threshold.BEFORE_COURT, Threshold.PROTECTION})
OFFERED_BEFORE = (Threshold.PROTECTION, Threshold.BEFORE_COURT)
HAPPENED = {"care": "Came into care", "proceedings": "Care proceedings issued"}
EVENTS = {"care": H.LOOKED_AFTER_BEGAN, "proceedings": H.PROCEEDINGS_ISSUED}
YEAR_BEFORE = "Of conferences referred in the year before: these are as old as that."
AFTER = {
    Threshold.BEFORE_COURT: "the letter before proceedings",
    Threshold.PROTECTION: "the first child protection plan",
    Threshold.NEED: "the first child in need plan",
    Threshold.HELP: "the beginning of help by agreement",
}
BESIDE_CAMDEN = {each.code: each.said for each in CAMDEN}
BESIDE_TRIAL = {"care": TRIAL[0], "proceedings": TRIAL[1]}


@dataclass(frozen=True)
class FigureLine:
    """One measure: what it is, what it says ("12 of 20 (60%)"), and what Camden said of itself, if it did."""

    code: str
    what: str
    words: str
    camden: str = ""


@dataclass(frozen=True)
class FigureGroup:
    """Measures that belong together."""

    title: str
    lines: tuple[FigureLine, ...]
    note: str = ""


@dataclass(frozen=True)
class Compared:
    """Referred beside not referred at one threshold, for one thing that may happen within twelve months."""

    threshold: str
    what: str
    referred: str
    other: str
    difference: str
    interval: str
    needed: str
    why: str
    left_out: str
    trial: str
    """What the trial measured, in its own words; only at its own threshold."""

    @property
    def is_hidden(self) -> bool:
        """Whether there is nothing to show but why."""
        return not self.referred


@dataclass(frozen=True)
class Evidence:
    """All of the page."""

    groups: tuple[FigureGroup, ...]
    compared: tuple[Compared, ...]
    not_taken_up: tuple[FigureLine, ...]
    on: str
    """The last day it counts, as an ISO date."""

    def as_content(self) -> dict[str, Any]:
        """As plain values, to be stored."""
        return asdict(self)

    @property
    def day(self) -> date:
        """The last day it counts."""
        return date.fromisoformat(self.on)

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> "Evidence":
        """From what `as_content` gave."""
        return cls(
            groups=tuple(FigureGroup(g["title"], _lines_from(g["lines"]), g["note"]) for g in content["groups"]),
            compared=tuple(Compared(**each) for each in content["compared"]),
            not_taken_up=_lines_from(content["not_taken_up"]),
            on=content["on"],
        )


def put_together(
    told: Sequence[Told],
    reached: Iterable[Reached],
    families: Mapping[str, Sequence[Followed]],
    whys: Iterable[Why],
    *,
    earlier: Sequence[Told] = (),
    on: date,
    sees_rows: bool,
) -> Evidence:
    """The page from plain facts. `families` are followed by what may have happened to them, a code of `HAPPENED`;
    `earlier` are conferences of the year before, whose children can be looked at twelve months later.

    Whoever does not see the families' rows gets no count from which fewer than five could be worked out.
    """
    found = measures(told, reached, sees_rows=sees_rows)
    since = measures(earlier, sees_rows=sees_rows)
    return Evidence(
        groups=_groups(found, since, sum(each.held_on is not None for each in told), sees_rows),
        compared=tuple(
            _compared(threshold, what, families[what], on, sees_rows)
            for threshold in COMPARED_AT
            for what in HAPPENED
            if what in families and (what == "care" or threshold in WATCHED)
        ),
        not_taken_up=_not_taken_up(whys, sees_rows),
        on=on.isoformat(),
    )


def _groups(found: Measures, since: Measures, held: int, sees_rows: bool) -> tuple[FigureGroup, ...]:
    offered = [
        _line(f"offered-{threshold}", f"Offered by the day of {AFTER[threshold]}", share)
        for threshold, share in found.offered_before.items()
    ]
    few = not sees_rows and 0 < held < 5
    return (
        FigureGroup(
            "Offered and taken up",
            (
                *offered,
                _line("accepted", "Taken up, of those offered", found.accepted),
                _line("held-of", "Held, of those taken up", found.held),
                FigureLine("count", "Held in the year", "too few to show" if few else str(held), BESIDE_CAMDEN["held"]),
                FigureLine(
                    "days", "Days from the referral to the meeting, in the middle", _days(found.days_to_meeting)
                ),
            ),
        ),
        FigureGroup(
            "Who was there",
            (
                _line("fathers", "The father came", found.fathers),
                _line("fathers-side", "Somebody of the father’s side came", found.fathers_side),
                _line("children", "Children who came", found.children_there),
                _line("children-heard", "Children who came, or had somebody to speak for them", found.children_heard),
                FigureLine("ratio", "People of the family to each professional", _number(found.per_professional)),
            ),
        ),
        FigureGroup(
            "The plan",
            (
                _line("agreed", "Agreed, of those answered", found.agreed),
                _line("done", "Promises done at a review", found.promises_done),
            ),
        ),
        FigureGroup(
            "How it was six months later",
            (
                _line("happy", "Happy with what came of it, 7 or more of 10", since.happy),
                _line("control", "A rise in having a say", since.control),
                _line("coping", "A rise in coping", since.coping),
            ),
            note=YEAR_BEFORE,
        ),
        FigureGroup(
            "The children twelve months later",
            (
                _line("step-down", "Less formal help after the first conference", since.children.stepped_down),
                _line("care", "Came into care", since.children.came_into_care),
                _line("home", "Came home from care", since.children.came_home),
                _line("court", "Care proceedings began", since.children.proceedings),
                _line("kin", "With kin for a part of their time in care", since.children.kin),
                FigureLine("in-care", "Days in care, in the middle", _days(since.children.days_in_care)),
            ),
            note=YEAR_BEFORE,
        ),
    )


def _compared(threshold: Threshold, what: str, families: Sequence[Followed], on: date, sees_rows: bool) -> Compared:
    both = sides(families, threshold=threshold, months=MONTHS, on=on)
    shown = show(both.referred, both.other, sees_rows=sees_rows)
    trial = BESIDE_TRIAL[what].in_words if threshold is Threshold.BEFORE_COURT else ""
    return Compared(
        threshold=AFTER[threshold],
        what=HAPPENED[what],
        referred=_side(shown.referred) if both.referred.total and both.other.total else "",
        other=_side(shown.other) if both.referred.total and both.other.total else "",
        difference=points_in_words(shown.risk_difference) if shown.risk_difference is not None else "",
        interval=_interval(shown),
        needed=f"{shown.number_needed:.1f} referred for one that goes otherwise" if shown.number_needed else "",
        why=shown.why,
        left_out=_left_out(both) if sees_rows else "",
        trial=trial,
    )


def _side(side: Side | None) -> str:
    return "" if side is None else Share(*side).words


def _interval(shown: Shown) -> str:
    if shown.low is None or shown.high is None:
        return ""
    return f"between {points_in_words(shown.low)} and {points_in_words(shown.high)}"


def _left_out(both: Sides) -> str:
    """Families on neither side, in words."""
    parts = [
        (both.too_early, "not followed for a year yet"),
        (both.before, "it had happened before"),
        (both.lost, "moved away"),
    ]
    said = [f"{count} {words}" for count, words in parts if count]
    return f"On neither side: {', '.join(said)}." if said else ""


def _not_taken_up(whys: Iterable[Why], sees_rows: bool) -> tuple[FigureLine, ...]:
    every = list(whys)
    if sees_rows:
        found: dict[str, int | None] = {SAYS[why].worker: every.count(why) for why in Why if why in every}
    else:
        found = {words: count for words, count in counted(every).items() if count != 0}
    return tuple(
        FigureLine(f"why-{place}", words, "too few to show" if count is None else str(count))
        for place, (words, count) in enumerate(found.items())
    )


def _line(code: str, what: str, share: Share) -> FigureLine:
    return FigureLine(code, what, share.words, BESIDE_CAMDEN.get(code, ""))


def _days(days: float | None) -> str:
    return "not to be said yet" if days is None else f"{days:g}"


def _number(ratio: float | None) -> str:
    return "not to be said yet" if ratio is None else f"{ratio:g} to 1"


def _lines_from(lines: Iterable[Mapping[str, str]]) -> tuple[FigureLine, ...]:
    return tuple(FigureLine(**line) for line in lines)


def months_figures() -> Evidence | None:
    """The newest figures of the whole service; None before the first were made. One query."""
    row = ServiceFigures.objects.order_by("-made_on").first()
    return Evidence.from_content(row.content) if row else None


def of_families_seen(user: User, on: date) -> Evidence:
    """Of the families somebody sees, with small numbers shown. A fixed number of queries, however many there are."""
    return _of(FamilyConference.objects.visible_to(user), Case.objects.visible_to(user), on, sees_rows=True)


def of_the_service(on: date) -> Evidence:
    """Of every family, for those who see no rows: asked by a job alone."""
    # nosemgrep: row-of-any-record, record-not-asked-for-a-person - a job counts all, and shows no row
    return _of(FamilyConference.objects.all(), Case.objects.all(), on, sees_rows=False)


def _of(seen: QuerySet[FamilyConference], cases: QuerySet[Case], on: date, *, sees_rows: bool) -> Evidence:
    """The year up to a day; what became of children, of those referred in the year before it."""
    lately = seen.filter(referred_on__gt=on - YEAR, referred_on__lte=on)
    earlier = seen.filter(referred_on__gt=on - 2 * YEAR, referred_on__lte=on - YEAR)
    both = told_of([*lately.order_by("pk"), *earlier.order_by("pk")], on)
    families = {what: followed(on, cases=cases, event=event) for what, event in EVENTS.items()}
    whys = NotTakenUp.objects.filter(conference__in=lately.values("pk")).order_by("pk").values_list("why", flat=True)
    return put_together(
        [each for each in both if each.referred_on and each.referred_on > on - YEAR],
        _reached(families["care"], on),
        families,
        [Why(why) for why in whys],
        earlier=[each for each in both if each.referred_on and each.referred_on <= on - YEAR],
        on=on,
        sees_rows=sees_rows,
    )


def _reached(families: Sequence[Followed], on: date) -> list[Reached]:
    """Families who came to a threshold in the year, and those of them to whom it was offered by then."""
    found = []
    for threshold in OFFERED_BEFORE:
        came = [each for each in families if each.threshold is threshold and on - YEAR < each.reached_on <= on]
        by_then = [each for each in came if each.referred_on and each.referred_on <= each.reached_on]
        found.append(Reached(threshold, len(came), len(by_then)))
    return found
