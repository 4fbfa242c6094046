"""Letters and the family's plan as papers to print, without a name in the file's title.

The sentences here are ours, in words a child of eleven reads (`tests/conferences/readings/test_printing.py` measures).
"""

from collections.abc import Sequence

from camden.papers.paper import Block, Heading, Points, Words
from camden.papers.paper import Paper as Printed
from conferences.models import Letter
from conferences.rules.languages import code_of
from conferences.rules.letters import Reader
from conferences.rules.paper import CarerLine, MustHaveLine, Paper, PromiseLine, WishLine, for_children

GROWN_UP, CHILD = 12.5, 17.0
"""Points. A plan lies on a kitchen table; a child reads in large letters."""
TITLE_OF_LETTER, TITLE_OF_PLAN = "Letter", "Our plan"
NOT_AGREED = "This plan is not agreed yet."
STILL_OPEN = "Still open."
DECIDES_NOTHING = "helped us to meet, and decides nothing about this plan."
CHILD_MAY_ASK = "You can ask about this plan at any time. You can say if it is not good for you."
HEADINGS = {
    "family": "What family and friends will do",
    "workers": "What workers will do",
    "family-time": "Who sees whom, and when",
    "warning-signs": "How we will see that it is getting hard",
    "if-not": "If it does not work out",
    "wishes": "What we asked for",
    "council": "What the council answered",
    "child-promises": "What they will do for you",
    "child-message": "What you said",
    "keeping": "Keeping our plan",
}


def letter_paper(letter: Letter) -> Printed:
    """One letter, a paragraph each; in its language and direction."""
    is_child = letter.reader in (Reader.CHILD, Reader.YOUNG_PERSON)
    parts = [part.strip() for part in letter.text.replace("\r\n", "\n").split("\n\n")]
    return Printed(
        title=TITLE_OF_LETTER,
        blocks=[_part(part) for part in parts if part],
        size=CHILD - 2 if is_child else GROWN_UP,
        dated=letter.written_on,
        lang=code_of(letter.language),
        is_right_to_left=letter.is_right_to_left,
        is_titled=False,
    )


def plan_paper(paper: Paper) -> Printed:
    """The family's plan for grown-ups."""
    names = paper.children
    blocks: list[Block] = [] if paper.is_agreed else [Words(NOT_AGREED)]
    blocks += [Words(paper.childs_message, is_quote=True)] if paper.childs_message.strip() else []
    for question, words in paper.answers:
        blocks += [Heading(question), Words(words if words.strip() else STILL_OPEN)]
    blocks += _list(HEADINGS["family"], [_promise(line) for line in paper.family])
    blocks += _list(HEADINGS["workers"], [_promise(line) for line in paper.professionals])
    blocks += _said(HEADINGS["family-time"], paper.family_time)
    blocks += _said(HEADINGS["warning-signs"], paper.warning_signs)
    blocks += _said(HEADINGS["if-not"], paper.contingency)
    blocks += _list(f"Who could look after {names}", [_carer(line) for line in paper.could_care])
    blocks += _list(HEADINGS["wishes"], [_wish(line) for line in paper.wishes])
    safe = f"What must happen for {names} to be safe"
    blocks += _list(safe, [_must_have(line) for line in paper.must_haves]) or _said(safe, paper.bottom_lines)
    if paper.agency:
        blocks += [
            Heading(HEADINGS["council"]),
            Words(f"{paper.agency.answer}. {paper.agency.who}, {paper.agency.day}"),
        ]
        blocks += [Words(paper.agency.words)] if paper.agency.words.strip() else []
    if end := _end(paper):
        blocks += [Heading(HEADINGS["keeping"]), *map(Words, end)]
    return Printed(title=TITLE_OF_PLAN, subtitle=_about(paper), blocks=blocks, size=GROWN_UP)


def childs_plan(paper: Paper) -> Printed:
    """The plan for the children: large, few words, and no worry of grown-ups."""
    theirs = for_children(paper)
    blocks: list[Block] = [] if theirs.is_agreed else [Words(NOT_AGREED)]
    blocks += [Words(part) for part in theirs.words.split("\n\n") if part.strip()]
    blocks += _list(HEADINGS["child-promises"], theirs.promises)
    blocks += _said(HEADINGS["child-message"], theirs.message, is_quote=True)
    blocks.append(Heading(HEADINGS["keeping"]))
    blocks += [Words(f"{theirs.keeper} keeps this plan.")] if theirs.keeper.strip() else []
    blocks += [Words(f"We look at it again on {theirs.review}.")] if theirs.review else []
    blocks.append(Words(CHILD_MAY_ASK))
    return Printed(title=TITLE_OF_PLAN, subtitle=f"For {theirs.children}", blocks=blocks, size=CHILD)


def _about(paper: Paper) -> str:
    made = f"Made by the family on {paper.day}" if paper.day else ""
    agreed = f"Agreed on {paper.agreed}" if paper.is_agreed else ""
    number = f"Plan number {paper.edition}" if paper.edition > 1 else ""
    return "\n".join(filter(None, [f"For {paper.children}", ". ".join(filter(None, [made, agreed, number]))]))


def _end(paper: Paper) -> list[str]:
    end = [f"{paper.plan_keeper} keeps this plan for the family."] if paper.plan_keeper.strip() else []
    end += [f"We look at this plan again on {paper.review}."] if paper.review else []
    return [*end, f"{paper.coordinator} {DECIDES_NOTHING}"] if paper.coordinator else end


def _part(text: str) -> Block:
    """A paragraph; lines that each begin with a dash are a list."""
    lines = text.splitlines()
    if lines and all(line.startswith("- ") for line in lines):
        return Points([line[2:] for line in lines])
    return Words(text)


def _list(heading: str, points: Sequence[str]) -> list[Block]:
    return [Heading(heading), Points(list(points))] if points else []


def _said(heading: str, words: str, *, is_quote: bool = False) -> list[Block]:
    return [Heading(heading), Words(words, is_quote=is_quote)] if words.strip() else []


def _promise(line: PromiseLine) -> str:
    more = [f"When: {line.when}"] if line.when.strip() else []
    more += [f"How we will know: {line.how_we_know}"] if line.how_we_know.strip() else []
    return "\n".join([f"{line.who}: {line.what}", *more])


def _carer(line: CarerLine) -> str:
    tie = f" ({line.tie})" if line.tie.strip() else ""
    return f"{line.who}{tie}, {'for a long time' if line.for_long else 'for a while'}"


def _wish(line: WishLine) -> str:
    return f"{line.what}\n{line.says}"


def _must_have(line: MustHaveLine) -> str:
    return "\n".join([line.words, " ".join(filter(None, [f"{line.says}.", line.how.strip()]))])
