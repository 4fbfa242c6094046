"""The eight measures of continuity in words: what each counts, where it comes from, what others published of it.

Every figure is the sum of what its children contribute (`parts`), so that it opens into a list that reconciles with it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from camden.rules.names import day_in_words
from cases.rules import steadiness as rules
from cases.rules.continuity import year_before
from cases.rules.steadiness import ENGLAND_2024, ChildFacts, Share, Steadiness, last_year_end, steadiness


@dataclass(frozen=True)
class Measure:
    """One of the eight. `sentence` says what is counted, `source` whose definition it is, `beside` what others found.

    `silent` is what it does not show. `unit` is what the list behind it counts.
    """

    code: str
    title: str
    sentence: str
    source: str
    unit: str
    silent: str
    beside: str = ""
    counted_heading: str = "Counted"
    rest_heading: str = "Looked at, and not counted"


_DAYS_OF_STEP = rules.STEP_DAYS // 7
MEASURES: Mapping[str, Measure] = {
    each.code: each
    for each in (
        Measure(
            "c1",
            "Three or more lead workers in a year",
            "Of children looked after on 31 March: those who had three or more different lead workers in the year to "
            "that day. Somebody who came back counts once.",
            "C1, as the Department for Education counts",
            "children",
            "It counts people, so a worker who went and came back is not seen. Children who are not looked after are "
            "not in it.",
            f"{ENGLAND_2024.words}: {{percent}} ({ENGLAND_2024.share.count:,} of {ENGLAND_2024.share.of:,}). "
            f"{ENGLAND_2024.source}.",
        ),
        Measure(
            "c2",
            "Two or more changes in 12 months",
            "Of children in need on the day: those whose lead worker changed twice or more in the 12 months to it. "
            "There and back again is two changes.",
            "C2, the Children’s Commissioner’s stability index",
            "children",
            "The index is of looked-after children. Ours is of all children in need.",
            "England, looked-after children in 2015/16: about 1 in 4. Children’s Commissioner (S83).",
        ),
        Measure(
            "c3",
            "Changes of lead worker for each child-year",
            "Changes of lead worker in the 12 months to the day, for each year that children were in need. Cover for a "
            "holiday or an illness is no change.",
            "C3; reasons of the national list, and which could have been avoided is our own reading",
            "changes",
            "A change that a child or a parent asked for is somebody being heard, and is counted apart. Whether a "
            "reason was the whole reason, no list can say.",
        ),
        Measure(
            "c4",
            "A year or more with the same lead worker",
            "Of children who have a lead worker on the day: those who have known that one for 12 months or more.",
            "C4",
            "children",
            "A child who came a month ago cannot have known anybody for a year.",
        ),
        Measure(
            "c5",
            "The same lead worker at a step up or down",
            "Of steps up and down in the 12 months to the day: those at which the lead worker did not change, on the "
            f"day or in the {_DAYS_OF_STEP} weeks after it.",
            f"C5; the {_DAYS_OF_STEP} weeks are our own",
            "steps",
            "A step of the last weeks counts as it stands today.",
            counted_heading="The lead worker stayed",
            rest_heading="The lead worker changed",
        ),
        Measure(
            "c6",
            "Changes with a joint introduction",
            "Of changes of lead worker in the 12 months to the day: those at which the family was told why, the old "
            "worker said goodbye, and the new one was brought to them.",
            "C6",
            "changes",
            "That it was done and noted; not how the child felt about it.",
            counted_heading="With all three",
            rest_heading="Something is missing, or not noted",
        ),
        Measure(
            "c7",
            "Lead workers who work through an agency",
            "Of children who have a lead worker on the day: those whose lead works here through an agency.",
            "C7",
            "children",
            "Some who come through an agency stay for years. What counts for a child is in the other measures.",
        ),
        Measure(
            "c8",
            "How far one face made the visits",
            "For each child visited in the 12 months to the day: each worker’s share of the visits, squared and added "
            "up; then the average over children. 1 means that one worker made every visit.",
            "C8, a concentration index",
            "children",
            "Visits in pairs count for whoever wrote them down. A good worker beside the lead lowers it.",
            counted_heading="Children who were visited",
        ),
    )
}


@dataclass(frozen=True)
class FigureOf:
    """A figure: its `value` as it stands in a table, in `words` what it is made of, and `more` sentences."""

    value: str
    words: str
    more: tuple[str, ...] = ()


NOTHING = "–"
FEW = 20
"""Children (or changes, or steps) below which a share moves by five points or more with each one."""


def percent(share: Share) -> str:
    """A share in whole per cent: "27%".

    >>> percent(Share(22_140, 83_300)), percent(Share(0, 0))
    ('27%', '–')
    """
    return NOTHING if share.permille is None else f"{(share.permille + 5) // 10}%"


def beside(measure: Measure) -> str:
    """What others published, in a sentence; empty where REFERENCE knows of nothing."""
    return measure.beside.format(percent=percent(ENGLAND_2024.share))


def figure_of(code: str, found: Steadiness, on: date) -> FigureOf:
    """One of the eight, of those already counted."""
    says: Mapping[str, Callable[[Steadiness], FigureOf]] = {
        "c1": lambda s: _share(s.many_workers, "children", f"looked after on {day_in_words(last_year_end(on))}"),
        "c2": lambda s: _share(s.unsettled, "children", "in need"),
        "c3": _changes,
        "c4": _tenure,
        "c5": lambda s: _share(s.kept_at_steps, "steps", "up or down"),
        "c6": lambda s: _share(s.introduced, "changes", "of lead worker"),
        "c7": lambda s: _share(s.agency, "children", "who have a lead worker"),
        "c8": _faces,
    }
    return says[code](found)


def _share(share: Share, unit: str, of_whom: str) -> FigureOf:
    if not share.of:
        return FigureOf(NOTHING, f"There were no {unit} {of_whom}.")
    few = (f"Of so few {unit}, each one moves the figure a long way.",) if share.of < FEW else ()
    return FigureOf(percent(share), f"{share.count} of {share.of} {unit} {of_whom}.", few)


def _changes(found: Steadiness) -> FigureOf:
    made = found.changes
    if not made.open_days:
        return FigureOf(NOTHING, "No child was in need.")
    years = f"{made.open_days / 365.25:.1f}"
    kinds = (
        f"Could have been avoided: {made.avoidable} (managing caseloads, a usual transfer, a reorganisation).",
        f"Asked for by the child or a parent: {made.asked_for}.",
        f"Could not be avoided, or nobody noted why: {made.other}.",
    )
    words = f"{made.all} change{'' if made.all == 1 else 's'} in {years} child-years."
    return FigureOf(f"{made.per_thousand_years / 1000:.2f}", words, kinds if made.all else ())


def _tenure(found: Steadiness) -> FigureOf:
    known = found.tenure
    figure = _share(known.year, "children", "who have a lead worker")
    if known.median_days is None:
        return figure
    half = f"{percent(known.half_year)} have known theirs for six months or more ({known.half_year.count})."
    middle = f"The child in the middle has known theirs for {known.median_days} days."
    return FigureOf(figure.value, figure.words, (half, middle, *figure.more))


def _faces(found: Steadiness) -> FigureOf:
    if found.concentration is None:
        return FigureOf(NOTHING, "No child was visited.")
    return FigureOf(f"{found.concentration / 1000:.2f}", "On average over the children who were visited.")


def parts(code: str, child: ChildFacts, on: date) -> tuple[int, int]:
    """What one child adds to a figure: to what is counted, and to what it is counted of. (0, 0): not looked at.

    Of C3 the second are days in need; of C8 the first are thousandths.
    """
    after = year_before(on)
    if code == "c3":
        made = rules.changes_of([child], after, on)
        return made.all, made.open_days
    if code == "c8":
        one = rules.concentration([child], after, on)
        return (0, 0) if one is None else (one, 1)
    share = _SHARES[code](child, on)
    return share.count, share.of


_SHARES: Mapping[str, Callable[[ChildFacts, date], Share]] = {
    "c1": lambda child, on: rules.many_workers([child], last_year_end(on)),
    "c2": lambda child, on: rules.unsettled([child], on),
    "c4": lambda child, on: rules.tenure([child], on).year,
    "c5": lambda child, on: rules.kept_at_steps([child], year_before(on), on),
    "c6": lambda child, on: rules.introduced([child], year_before(on), on),
    "c7": lambda child, on: rules.agency([child], on),
}


def every_figure(children: Sequence[ChildFacts], on: date) -> dict[str, FigureOf]:
    """All eight of these children, by code, in the order of the page."""
    found = steadiness(children, on)
    return {code: figure_of(code, found, on) for code in MEASURES}
