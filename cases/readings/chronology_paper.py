"""A chronology as a paper: all of it, oldest first, or two pages of it."""

from collections.abc import Sequence
from datetime import date

from camden.papers.paper import Heading, Paper, Table, Words
from camden.papers.pdf import pages_of
from camden.rules.names import day_in_words
from cases.models import Case, Member
from cases.readings.chronology import Chronology, EventLine, chronology
from cases.rules.audience import STAFF, Audience
from cases.rules.chronology import worth_telling

SUMMARY_PAGES = 2
_ALL = 20_000  # entries: more than the longest chronology


def chronology_paper(
    case: Case, *, child: Member | None, audience: Audience, on: date, made_for: str, is_summary: bool
) -> Paper:
    """The chronology of the family, or of one child, for this audience. `on` is the day it is made, `made_for` whom."""
    told = chronology(case, child=child, audience=audience, page=_ALL)
    children = [child] if child else list(Member.objects.children().filter(case=case))
    whole = _paper(case, children, told, told.lines, on, made_for, audience, is_summary=False)
    if not is_summary:
        return whole
    most = len(told.lines)
    thought = [bool(line.analysis or any(impact.words for impact in line.impacts)) for line in told.lines]
    low, high = 0, min(most, 200)
    while low < high:  # the most entries that two pages hold
        middle = (low + high + 1) // 2
        lines = [told.lines[place] for place in worth_telling(thought, middle)]
        fits = pages_of(_paper(case, children, told, lines, on, made_for, audience, is_summary=True)) <= SUMMARY_PAGES
        low, high = (middle, high) if fits else (low, middle - 1)
    lines = [told.lines[place] for place in worth_telling(thought, low)]
    return _paper(case, children, told, lines, on, made_for, audience, is_summary=True)


def _paper(
    case: Case,
    children: Sequence[Member],
    told: Chronology,
    lines: Sequence[EventLine],
    on: date,
    made_for: str,
    audience: Audience,
    *,
    is_summary: bool,
) -> Paper:
    whose = children[0].first_name if len(children) == 1 else case.name
    blocks: list[Heading | Words | Table] = [Heading("The children" if len(children) > 1 else "The child")]
    blocks += [Words(f"{child.name}{f', {age}' if (age := child.age(on)) else ''}") for child in children]
    blocks.append(Heading("What happened, and what it meant"))
    left = len(told.lines) - len(lines)
    if not lines:
        blocks.append(Words("Nothing is in the chronology yet."))
    elif left:
        blocks.append(Words(f"A summary: {len(lines)} of {len(told.lines)} entries."))
    if lines:
        rows = [[line.when, _what(line), _meant(line, audience)] for line in lines]
        blocks.append(Table(["When", "What happened", "What it meant"], rows, [2, 4, 4]))
    kind = "Summary of the chronology" if is_summary else "Chronology"
    for_whom = "" if audience.is_staff else "For the family. "
    return Paper(
        title=f"{kind} of {whose}",
        subtitle=f"{for_whom}Oldest first. Made on {day_in_words(on)} for {made_for}.",
        foot=f"{kind} of {whose}, {day_in_words(on)}. Confidential.",
        blocks=blocks,
    )


def _what(line: EventLine) -> str:
    return "\n".join(part for part in (line.what, f"({line.source})" if line.source else "", line.names) if part)


def _meant(line: EventLine, audience: Audience) -> str:
    """What it meant for each child; what a worker thinks of it is for those who work with the family."""
    impacts = [f"{impact.name}: {impact.words}" for impact in line.impacts if impact.words]
    return "\n".join([*impacts, *([line.analysis] if line.analysis and audience is STAFF else [])])
