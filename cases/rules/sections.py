"""The sections of what is written with a family, as they are shipped: headings, what the writer asks themselves, and
what the family is asked, in its own words.

Sources: REFERENCE 1.2, 1.3 (fields of an assessment), 1.6 (a plan), 10.4 (words a child may read at 25). A council
changes, adds, orders and retires sections: `cases.readings.sections_kept`.
"""

from dataclasses import dataclass

FAMILY, CHILD = "family", "child"
FOR_EACH: dict[str, str] = {FAMILY: "The family, once", CHILD: "Each child"}
STEP = 100
"""Between two positions: there is room to put a section in between."""


@dataclass(frozen=True)
class Section:
    """One section of one paper. In titles and questions “…” stands for the child's first name.

    `for_each` is FAMILY, written once, or CHILD, written for every child. `begins_as` are (paper, code) of the sections
    of other papers a report's section is made of, so that nothing known is typed twice.
    """

    code: str
    paper: str
    title: str
    prompt: str
    familys_title: str
    for_each: str
    position: int
    begins_as: tuple[tuple[str, str], ...] = ()
    is_retired: bool = False

    @property
    def written_for(self) -> str:
        """For whom it is written, in words."""
        return FOR_EACH[self.for_each]

    def titled(self, name: str = "") -> str:
        """Its heading, for this child. Without a name, “…” says “each child”."""
        return _named(self.title, name)

    def asked(self, name: str = "") -> str:
        """What the writer asks themselves."""
        return _named(self.prompt, name)

    def asked_of_family(self, name: str = "") -> str:
        """What the family is asked."""
        return _named(self.familys_title, name)


@dataclass(frozen=True)
class SectionSaid:
    """What a section is called and asks. `after` is the code of the section it stands after, "" for the first."""

    title: str
    prompt: str
    familys_title: str
    after: str


def _named(words: str, name: str) -> str:
    return words.replace("…", name or "each child")


# code, for each, heading, what the writer asks themselves, what the family is asked.
_ASSESSMENT = (
    ("why", FAMILY, "Why we are involved",
     "What happened, who told us, and what we were asked. In words the children could read at 25.",
     "What brought us together, as you see it?"),
    ("people", FAMILY, "Who is who, and the wider family",
     "Everybody who matters to the children, in and out of the home. A parent who lives elsewhere and their family"
     " belong here. With whom have we spoken, and with whom not yet?",
     "Who belongs to your family, and who do you turn to?"),
    ("history", FAMILY, "What came before",
     "What shaped this family, good times too. What was tried, what helped, what did not.",
     "What should we know about what came before?"),
    ("seen", CHILD, "How we met …",
     "What we noticed when we were together. Of a baby, or a child who does not speak: what we observed.",
     "Have we got to know …? What did we miss?"),
    ("voice", CHILD, "What … says and wishes",
     "Their own words, and what they wish for. How did we ask? What can they not say yet?",
     "What do you want everybody to know?"),
    ("day", CHILD, "What daily life is like for …",
     "A day from waking to sleeping: who is there, what is fun, what is hard.",
     "What is a good day for …, and what is a hard one?"),
    ("needs", CHILD, "What … needs",
     "Health, feelings, learning, friends, growing up: what goes well, and where … needs something.",
     "What does … need most?"),
    ("works", FAMILY, "What works",
     "What this family does well, who helps, when the worry is smaller. Be exact: who does what.",
     "What goes well at home, and what are you proud of?"),
    ("parenting", FAMILY, "Being a parent here",
     "Care, safety, warmth, boundaries, steadiness. Each parent, also the one who lives elsewhere.",
     "What is it like to be a parent here?"),
    ("home", FAMILY, "Home and around",
     "Housing, money, work, school, street, faith, friends; harm outside the home, and what is safe there.",
     "What is home like, and what is around it?"),
    ("differences", FAMILY, "Differences that may matter",
     "Gender, race, religion, age, ability, class, culture, language, sexuality and more: what is spoken of, what is"
     " not, and what of our own shapes how we see it.",
     "What about you or your life do we need to understand better?"),
    ("hypotheses", FAMILY, "How we understand it",
     "Each idea in a sentence, then what speaks for it and what against it. What else could explain it?",
     "How do you explain it?"),
    ("risk", FAMILY, "What could happen",
     "What could happen, to whom, how likely, when and in what circumstances. What makes it more or less likely?",
     "What worries you most?"),
    ("protective", FAMILY, "What keeps the children safe",
     "Who does what that protects, and has it held when it was needed?",
     "Who or what keeps your children safe?"),
    ("change", FAMILY, "What needs to change",
     "What must be different, how everybody will know, and the least formal help that could be enough.",
     "What do you want to be different, and what help would you choose?"),
)  # fmt: skip
_PLAN = (
    ("worries", FAMILY, "What we worry about",
     "Each worry in a sentence: what happened, and what could happen if nothing changes.",
     "What do you worry about?"),
    ("works", FAMILY, "What works already",
     "What the family does that the plan builds on.",
     "What works already, and should go on?"),
    ("childs-worries", CHILD, "What matters for …",
     "What is worrying for …, what … wishes for, and what will be different for them.",
     "What should change for …?"),
    ("safe", CHILD, "What must happen for … to be safe",
     "As few as possible, each so plain that everybody knows whether it is so.",
     "What do you think must happen?"),
    ("helps", FAMILY, "Who helps",
     "Family, friends and professionals by name: what each does, and from when.",
     "Who do you want beside you?"),
    ("worse", FAMILY, "If things get worse",
     "Who notices first, whom they ring, where the children are, what we do and when.",
     "What would you do, and who would you call?"),
)  # fmt: skip
_CONFERENCE = (
    ("why", FAMILY, "Why we meet",
     "What led to this conference, in a few sentences.", "Why are we meeting, as you see it?",
     "assessment.why"),
    ("people", FAMILY, "Who is who", "Who matters to the children, and who was asked for this report.",
     "Who belongs to your family?", "assessment.people"),
    ("history", FAMILY, "What came before", "What shaped this family. The chronology is added as it stands.",
     "What should the conference know about what came before?", "assessment.history"),
    ("day", CHILD, "What daily life is like for …", "A day from waking to sleeping, and what … needs.",
     "What is a good day for …, and what is a hard one?", "assessment.seen assessment.day assessment.needs"),
    ("voice", CHILD, "What … says and wishes", "Their own words, and how they want to take part.",
     "What do you want everybody at the meeting to know?", "assessment.voice"),
    ("works", FAMILY, "What works, and what keeps the children safe", "Who does what that protects.",
     "What goes well, and who helps?", "assessment.works assessment.protective plan.works"),
    ("parenting", FAMILY, "Being a parent here", "Each parent, also the one who lives elsewhere.",
     "What is it like to be a parent here?", "assessment.parenting assessment.home assessment.differences"),
    ("hypotheses", FAMILY, "How we understand it", "Each idea, what speaks for it and what against it.",
     "How do you explain it?", "assessment.hypotheses"),
    ("risk", FAMILY, "What we worry about", "What could happen, to whom, how likely and when.",
     "What worries you most?", "assessment.risk plan.worries"),
    ("safe", CHILD, "What must happen for … to be safe", "As few as possible, each plain.",
     "What do you think must happen?", "plan.safe plan.childs-worries"),
    ("ask", FAMILY, "What we ask the conference", "What we recommend for each child, why, and the alternatives.",
     "What do you ask of the conference?", "assessment.change plan.worse"),
)  # fmt: skip
_REVIEW = (
    ("since", FAMILY, "What has changed since we last met", "What is better, what is harder, what stayed the same.",
     "What has changed, as you see it?", "plan.worries"),
    ("day", CHILD, "How … is now", "What daily life is like for … today, and how it was when we began.",
     "How is … now?", "assessment.day plan.childs-worries"),
    ("voice", CHILD, "What … says and wishes", "Their own words since we last met.",
     "What do you want everybody at the meeting to know?", "assessment.voice"),
    ("works", FAMILY, "What works", "What the family did, and who helped.",
     "What are you proud of since we last met?", "plan.works assessment.works"),
    ("safe", CHILD, "What must happen for … to be safe", "What is so by now, and what is not yet.",
     "What do you think must still happen?", "plan.safe"),
    ("risk", FAMILY, "What we still worry about", "What could happen, to whom, how likely and when.",
     "What worries you now?", "assessment.risk plan.worse"),
    ("ask", FAMILY, "What comes next", "What we suggest: go on, change it, more help or less, or end it; and why.",
     "What do you want to come next?", "assessment.change plan.helps"),
)  # fmt: skip


def _shipped(paper: str, rows: tuple[tuple[str, ...], ...]) -> tuple[Section, ...]:
    return tuple(
        Section(code, paper, title, prompt, familys, for_each, number * STEP, _origins("".join(more)))
        for number, (code, for_each, title, prompt, familys, *more) in enumerate(rows, start=1)
    )


def _origins(words: str) -> tuple[tuple[str, str], ...]:
    return tuple((one.partition(".")[0], one.partition(".")[2]) for one in words.split())


SECTIONS: tuple[Section, ...] = (
    *_shipped("assessment", _ASSESSMENT),
    *_shipped("plan", _PLAN),
    *_shipped("conference-report", _CONFERENCE),
    *_shipped("review-report", _REVIEW),
)


def in_order(sections: list[Section]) -> tuple[Section, ...]:
    """As they stand in the paper; two in one place by their code."""
    return tuple(sorted(sections, key=lambda each: (each.position, each.code)))


def place_after(before: tuple[Section, ...], code: str, after: str) -> dict[str, int]:
    """The positions that change when the section `code` stands after the section `after` ("" is first).

    `before` are the sections in their order, with or without it. Only its own, as long as there is room; else all.
    """
    others = [each for each in before if each.code != code]
    at = next((number for number, each in enumerate(others, start=1) if each.code == after), 0)
    low = others[at - 1].position if at else 0
    high = others[at].position if at < len(others) else low + 2 * STEP
    if high - low > 1:
        return {code: (low + high) // 2}
    names = [each.code for each in others[:at]] + [code] + [each.code for each in others[at:]]
    return {name: number * STEP for number, name in enumerate(names, start=1)}
