"""Questions to think with, as they are shipped; a council writes its own, and switches ours off.

| what | source |
|---|---|
| kinds of question: linear, circular, strategic, reflexive; six kinds of circular ones | REFERENCE 5.3 (from memory) |
| the aspects of *Differences that may matter* (GGRRAAACCEEESSS) | REFERENCE 5.3, 15; letters vary by version |
| offered beside the words and never asked for: no list is ever to be completed | REFERENCE 5.3 |
| risk is asked about as openly as everything else | REFERENCE 5.2: risk-clear |

All questions are in our own words. A code never changes: what a council edits is the words beside it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

LONGEST = 160  # characters of a question


class Kind(StrEnum):
    """Kinds of question. Linear and strategic ones are recognised when asked; none of them is shipped."""

    LINEAR = "linear"
    CIRCULAR = "circular"
    STRATEGIC = "strategic"
    REFLEXIVE = "reflexive"
    FUTURE = "future"


class Circular(StrEnum):
    """What a circular question goes round."""

    DIFFERENCE = "difference"
    RANKING = "ranking"
    BEFORE_AFTER = "before-after"
    HYPOTHETICAL = "hypothetical"
    TRIADIC = "triadic"
    MIND_READING = "mind-reading"


class For(StrEnum):
    """Whom a question is for: the family, or those who think together about it."""

    FAMILY = "family"
    GROUP = "group"


@dataclass(frozen=True)
class Prompt:
    """One question: its code, kind and words, whom it is for, and of a circular one what it goes round."""

    code: str
    kind: Kind
    words: str
    who: For = For.FAMILY
    circular: Circular | None = None


@dataclass(frozen=True)
class Lens:
    """One of the differences that may matter: its name, and two questions to look through it."""

    code: str
    title: str
    asks: tuple[str, ...]


@dataclass(frozen=True)
class Edited:
    """What a council says of one code: other words, or not at all. A code of its own is a question of its own."""

    code: str
    words: str = ""
    is_off: bool = False
    kind: Kind = Kind.CIRCULAR


KIND_SAYS: Mapping[Kind, str] = {
    Kind.LINEAR: "What happened",
    Kind.CIRCULAR: "What goes on between people",
    Kind.STRATEGIC: "What would you have them do",
    Kind.REFLEXIVE: "What could be seen another way",
    Kind.FUTURE: "What may come",
}


def _circular(code: str, about: Circular, words: str, who: For = For.FAMILY) -> Prompt:
    return Prompt(code, Kind.CIRCULAR, words, who, about)


C = Circular
PROMPTS: tuple[Prompt, ...] = (
    _circular("notices-first", C.RANKING, "Who notices first when things get harder at home, and who after that?"),
    _circular("worries-most", C.RANKING, "Of everybody at home, who worries most, and who worries least?"),
    _circular("closest-now", C.RANKING, "Who would you go to first with good news? Who would hear it last?"),
    _circular("better-day", C.DIFFERENCE, "What is different on a day that goes well? Who does something else then?"),
    _circular("two-homes", C.DIFFERENCE, "What may you do in one home that you would not do in the other?"),
    _circular("agree-disagree", C.DIFFERENCE, "Who sees it as you do, and who sees it quite another way?"),
    _circular("before-that", C.BEFORE_AFTER, "How did the two of you talk before this happened, and how do you now?"),
    _circular("since-us", C.BEFORE_AFTER, "What has changed at home since we began to come, for better or worse?"),
    _circular("if-moved", C.HYPOTHETICAL, "If Gran lived next door, who would be glad, and what would change first?"),
    _circular("if-quiet", C.HYPOTHETICAL, "If nobody shouted for a week, what would you hear instead?"),
    _circular("what-then", C.TRIADIC, "When Mum and Dad argue, what does your sister do, and what happens next?"),
    _circular("two-and-one", C.TRIADIC, "When those two get on well, what becomes easier for the third?"),
    _circular("would-say", C.MIND_READING, "What would your brother say about this, if he sat here with us?"),
    _circular("would-miss", C.MIND_READING, "What does your mother think that you would miss if you lived elsewhere?"),
    _circular("about-us", C.MIND_READING, "What do they think we came for?", For.GROUP),
    _circular("who-asks", C.TRIADIC, "When we ask one of them, what happens between the other two?", For.GROUP),
    Prompt("your-advice", Kind.REFLEXIVE, "What would you tell a friend who stood where you stand now?"),
    Prompt("what-learned", Kind.REFLEXIVE, "What did you learn as a child about asking for help? What do you pass on?"),
    Prompt("other-meaning", Kind.REFLEXIVE, "If it was not meant as an attack, what else could it have been?"),
    Prompt("child-sees", Kind.REFLEXIVE, "What do your children see you do that you are proud of?"),
    Prompt("own-part", Kind.REFLEXIVE, "What do you do, meaning well, that may keep things as they are?"),
    Prompt("held-danger", Kind.REFLEXIVE, "What would have to happen for you to say: tonight it is not safe here?"),
    Prompt("we-keep", Kind.REFLEXIVE, "What do we do, meaning well, that keeps things as they are?", For.GROUP),
    Prompt("we-cannot-say", Kind.REFLEXIVE, "What is hard to say in this room about this family?", For.GROUP),
    Prompt("other-story", Kind.REFLEXIVE, "Which story of them do we tell so often that we hear no other?", For.GROUP),
    Prompt("mirror", Kind.REFLEXIVE, "Does anything between them happen between us and them as well?", For.GROUP),
    Prompt("worst-and-likely", Kind.REFLEXIVE, "What is the worst that could happen, and how likely is it?", For.GROUP),
    Prompt("first-sign", Kind.FUTURE, "What would be the first small sign that things are getting better?"),
    Prompt("who-else-sees", Kind.FUTURE, "In half a year it has gone well. Who noticed, and what did they see?"),
    Prompt("birthday", Kind.FUTURE, "How would you like the next birthday at home to be? Who is there?"),
    Prompt("our-goodbye", Kind.FUTURE, "When we are no longer needed, what will you be doing that you do not do now?"),
    Prompt("bad-night", Kind.FUTURE, "If there is a bad night again, who comes first, and how will the children know?"),
    Prompt("at-25", Kind.FUTURE, "When the child reads this at 25, what will they want us to have asked?", For.GROUP),
    Prompt("next-words", Kind.FUTURE, "Which sentence will you begin with, and how may it be heard?", For.GROUP),
)  # fmt: skip

LENSES: tuple[Lens, ...] = (
    Lens(
        "gender",
        "Gender",
        ("What is expected of a girl here, and of a boy?", "Whom do we ask first, and is it the mother?"),
    ),
    Lens(
        "geography",
        "Where people live",
        ("What does this street make easy, and what hard?", "Which place do they call home?"),
    ),
    Lens(
        "race",
        "Race",
        ("Where have they met racism, from us as well?", "What does our own race make easy or hard to say?"),
    ),
    Lens(
        "religion",
        "Religion",
        ("What do they hold sacred, and who agrees?", "What do we take for granted about their faith?"),
    ),
    Lens(
        "age",
        "Age",
        ("Who counts as a child here, and until when?", "How would it be heard from somebody older, or younger?"),
    ),
    Lens(
        "ability",
        "Ability",
        ("What can each of them do that we do not see?", "Who is heard less because of how they speak or move?"),
    ),
    Lens(
        "appearance",
        "Appearance",
        ("What do people think when they first see them?", "What do they see when we come in?"),
    ),
    Lens(
        "class",
        "Class",
        ("What does money, or none of it, decide here?", "What do our clothes, words and cars say at the door?"),
    ),
    Lens(
        "culture",
        "Culture",
        ("What would go without saying in their family, and in mine?", "Who keeps the old ways, and who the new?"),
    ),
    Lens("ethnicity", "Ethnicity", ("How do they name where they belong?", "Whose history sits with us in the room?")),
    Lens("education", "Education", ("What was school for the parents?", "Which of our words would shut somebody out?")),
    Lens("employment", "Work", ("What does work give them, or take?", "Whose hours do our meetings suit?")),
    Lens(
        "sexuality",
        "Sexuality",
        ("What can be said here about love and bodies, and to whom?", "What do we leave out because we are shy?"),
    ),
    Lens(
        "sexual-orientation",
        "Sexual orientation",
        ("Who may love whom in this family, and who knows?", "Whom did we take for granted as a couple?"),
    ),
    Lens(
        "spirituality",
        "Spirituality",
        ("What gives them strength when nobody else does?", "What do they believe happens after death?"),
    ),
)
LENSES_TITLE = "Differences that may matter"
# Whose difference a note is about, and how far it is spoken of (REFERENCE 5.3).
WHOSE: Mapping[str, str] = {"child": "A child’s", "parent": "A parent’s", "worker": "The worker’s", "team": "Ours"}
VISIBLE: Mapping[str, str] = {"visible": "It can be seen", "invisible": "It cannot be seen"}
VOICED: Mapping[str, str] = {"voiced": "It is spoken of", "unvoiced": "It is not spoken of"}


def library(edited: Iterable[Edited] = ()) -> tuple[Prompt, ...]:
    """The questions as this council has them: ours with its words, without those it switched off, then its own.

    Words that are empty leave ours. The council's own come in the order in which they were written.
    """
    said = {each.code: each for each in edited}
    ours = [prompt for prompt in PROMPTS if not (prompt.code in said and said[prompt.code].is_off)]
    known = {prompt.code for prompt in PROMPTS}
    changed = [
        Prompt(each.code, each.kind, _words(said, each.code, each.words), each.who, each.circular) for each in ours
    ]
    own = [
        Prompt(each.code, each.kind, each.words)
        for code, each in said.items()
        if code not in known and not each.is_off and each.words.strip()
    ]
    return (*changed, *own)


def a_few(found: Iterable[Prompt], number: int, day: int, who: For = For.FAMILY) -> tuple[Prompt, ...]:
    """A few of the questions, others on another day (any number that grows), so that nobody reads always the same."""
    fitting = [each for each in found if each.who is who]
    first = (day * number) % len(fitting) if fitting else 0
    return tuple((fitting + fitting)[first : first + min(number, len(fitting))])


def _words(said: Mapping[str, Edited], code: str, words: str) -> str:
    return (said[code].words.strip() if code in said else "") or words
