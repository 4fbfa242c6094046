"""Letters about a family's meeting, in plain words, to each who gets one. A coordinator edits them before they go.

| rule | source |
|---|---|
| plain language by recipient, at grade 6 or below | issue of the step; `reading_age` |
| voluntary; the family's plan; time alone; the coordinator decides nothing | REFERENCE 6.1, PRACTICE 1 |
| nobody's address but the meeting's place; nobody else's name, hour or way of coming | PRACTICE 3 |
| who takes part apart is told where and when by voice, and never on paper | PRACTICE 3 |
| a relative's letter says nothing of why the council is involved | REFERENCE 10.2: need to know |
| a no is held against nobody, and it is offered again | REFERENCE 6.4 |

Other languages are written by somebody who speaks them, beside these; nothing here is translated by a machine.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from cases.rules.visits import in_a_row
from conferences.rules.inviting import Way


class Kind(StrEnum):
    """What a letter is for."""

    OFFER = "offer"
    INVITATION = "invitation"
    PLAN = "plan"
    REVIEW = "review"
    ASKING = "asking"


class Reader(StrEnum):
    """Who reads it. A parent is anybody with parental responsibility; a young person is about twelve or older."""

    PARENT = "parent"
    CHILD = "child"
    YOUNG_PERSON = "young-person"
    WIDER_FAMILY = "wider-family"
    PROFESSIONAL = "professional"


class Need(NamedTuple):
    """What somebody needs to come: its code, the sentence in their letter, and the one in a child's."""

    code: str
    sentence: str
    to_child: str


NEEDS: tuple[Need, ...] = (
    Need(
        "interpreter", "Someone who speaks your language will be there.", "Someone who speaks your language is there."
    ),
    Need("travel", "We pay for your trip there and back.", "We bring you there and take you home."),
    Need("childcare", "Someone will look after the small children.", "Someone plays with the small ones."),
    Need("food", "There will be food that you can eat.", "There is food you like."),
    Need("no-stairs", "You can get to the room with no stairs.", "You can get to the room with no stairs."),
    Need("prayer", "There is a quiet room to pray in.", "There is a quiet room to pray in."),
    Need("advocate", "Someone can help you to say what you think.", "Someone can help you say what you think."),
)
TOGETHER = frozenset({Way.TOGETHER})
"""Only whoever sits in the room with the others reads the hour and the place."""


@dataclass(frozen=True)
class Facts:
    """What goes into a letter. Words that are not known are left out with their sentence.

    `name` greets; `children` are their first names; `phone` is the coordinator's; `day` and `hour` are in words,
    `place` is the meeting's. `way` is how this reader takes part. `link` is for asking how it went.
    """

    name: str
    children: tuple[str, ...]
    coordinator: str
    phone: str
    day: str = ""
    hour: str = ""
    place: str = ""
    way: Way = Way.TOGETHER
    needs: tuple[str, ...] = ()
    link: str = ""
    is_before_court: bool = False


_WHO = (
    "My name is {coordinator}. I help families to meet. I do not work for the team that helps you now. I do not decide"
    " what will happen."
)
_RING = "You can ring or text me on {phone}. Tell me what would make it easy for you to come."
_CHILD_RING = "You can ring or text me on {phone}. A grown-up you trust can do it with you."
_APART = (
    "You take part in your own way, as we said. I will tell you the time and the place myself. They are on no paper."
)
_COURT = (
    "The council may go to court about {children}. First, we want you to have the chance to make your own plan. It is"
    " good to get advice from a lawyer."
)
# The paragraphs of each letter between greeting and name. In braces: a word of `Facts`, or a part that may be empty.
LETTERS: Mapping[tuple[Kind, Reader], tuple[str, ...]] = {
    (Kind.OFFER, Reader.PARENT): (
        "You can have a family meeting about {children}. It is for you, your family and your friends. You say who"
        " you would like to come. Both sides of the family count.",
        "At the meeting you make a plan. It is your plan, in your own words. For some of the time you are on your"
        " own, with no one from the council in the room.",
        _WHO,
        "{court}",
        "You can say yes or no. You can also change your mind. If you say no, no one will hold it against you. We"
        " will ask you again when things change.",
        "We pay for the room, the food and the trip. We can bring someone who speaks your language. If you do not"
        " feel safe with someone, tell me. Then we find a way that is safe.",
        _RING,
    ),
    (Kind.OFFER, Reader.CHILD): (
        "Your family can have a meeting. It is about you and how you can all be well and safe. Your family makes"
        " the plan. You can help to make it.",
        "I am {coordinator}. I help families to meet. I would like to hear what you think. You can talk, draw or"
        " write. You can also say that you do not want to.",
        "You can say who should be there. You can say if someone should not be there. I will not be cross, and no"
        " one will be cross with you.",
        _CHILD_RING,
    ),
    (Kind.OFFER, Reader.YOUNG_PERSON): (
        "Your family can have a meeting about what would help you. Your family and friends make the plan, and so"
        " do you. It is not a meeting where the council tells you what to do.",
        _WHO,
        "What you think counts. You can come, or come for a part of it. Someone you trust can speak for you. You"
        " can write it down, or tell me first. You can say no.",
        "Tell me who you would like to be there. Tell me as well if there is someone you do not feel safe with."
        " Then I will plan it so that you do not meet them.",
        _CHILD_RING,
    ),
    (Kind.OFFER, Reader.WIDER_FAMILY): (
        "The family of {children} may have a family meeting. They have asked me to talk with you, as you matter"
        " to {children}.",
        _WHO,
        "At a family meeting, family and friends make a plan for the children. It is their own plan. You can come"
        " if you would like to. You do not have to.",
        "We pay for the food and the trip. If you live far away, you can join by phone or video.",
        _RING,
    ),
    (Kind.INVITATION, Reader.PARENT): (
        "This is about your family meeting for {children}. {when}",
        "First, people tell you what they know, in plain words. You can ask them anything. Then they leave the"
        " room. You and your family have as much time as you like on your own. Then you show us your plan.",
        "The council says yes to your plan if it keeps {children} safe. If it cannot say yes, it must tell you"
        " why, and who said so.",
        "You can bring someone to support you. {needs}",
        _RING,
    ),
    (Kind.INVITATION, Reader.CHILD): (
        "Your family will have its meeting. {when}",
        "Your family will talk about how you can all be well and safe. They make a plan. You can help.",
        "You can come for all of it or for a part. You can go out and play at any time. If you do not want to"
        " come, tell me what you think, or draw it. I will take it there for you. {needs}",
        _CHILD_RING,
    ),
    (Kind.INVITATION, Reader.YOUNG_PERSON): (
        "Your family will have its meeting. {when}",
        "First, people say what they know. Then they leave. You and your family have time on your own to make a"
        " plan. No one from the council is in the room.",
        "You can come for all of it or for a part. You can bring a friend. You can speak, or someone can speak"
        " for you. You can also write or record what you want to say. {needs}",
        _CHILD_RING,
    ),
    (Kind.INVITATION, Reader.WIDER_FAMILY): (
        "We ask you to the family meeting for {children}. {when}",
        "First, people tell the family what they know. Then they leave the room. The family has time on its own"
        " to make a plan. There is no rush.",
        "You do not have to say yes to anything there. Think of what you could do to help, even if it is small."
        " What is said there should stay there. {needs}",
        _RING,
    ),
    (Kind.INVITATION, Reader.PROFESSIONAL): (
        "The family of {children} will meet to make its own plan. {when}",
        "The family would like to hear what you know. Please write one page in plain words. Say what goes well."
        " Say what you worry about and why. Say what you can offer. Do not put in what other people told you in"
        " trust.",
        "The family reads your page before the day. So please send it to me one week before. Do not tell the"
        " family what their plan should be.",
        "You are there for the first part only. Then you leave, and the family plans on its own. Please stay"
        " near, so they can ask you things. {needs}",
        "You can ring me on {phone}.",
    ),
    (Kind.PLAN, Reader.PARENT): (
        "Here is the plan that your family made for {children}. It is yours. The words are your own. If a word is"
        " wrong, tell me and I will change it.",
        "Keep it in a safe place. You choose who may see it. {review}",
        "If things get hard, you do not have to wait. Ring me on {phone}, or ring your worker.",
    ),
    (Kind.PLAN, Reader.CHILD): (
        "Your family met and made a plan. Here it is. It says who will do what, so that you can all be well and safe.",
        "You can ask about it at any time. You can say if it does not go well. {review}",
        _CHILD_RING,
    ),
    (Kind.PLAN, Reader.YOUNG_PERSON): (
        "Here is the plan that your family made with you. It says who will do what.",
        "If it does not work, or you do not feel safe, tell someone you trust. You can tell me too. {review}",
        _CHILD_RING,
    ),
    (Kind.PLAN, Reader.WIDER_FAMILY): (
        "Thank you for what you did for {children}. Here is the part of the plan that is about you.",
        "No one will check on you. If you cannot do what you said, that is all right. Tell the family or me, and"
        " you can find another way. {review}",
        _RING,
    ),
    (Kind.PLAN, Reader.PROFESSIONAL): (
        "The family of {children} has made its plan. Here is the part that you said you would do.",
        "The family counts on you. If you cannot do it, tell them and me at once, and say what you can do. {review}",
        "You can ring me on {phone}.",
    ),
    (Kind.REVIEW, Reader.PARENT): (
        "It is time to look at your plan again, if you would like to. {when}",
        "What went well? What was hard? What would you like to change? You can make a new plan, or keep this one."
        " No one is told off for what did not work.",
        "You can bring someone to support you. {needs}",
        _RING,
    ),
    (Kind.REVIEW, Reader.CHILD): (
        "Your family meets again to look at the plan. {when}",
        "You can say what is good now and what is not. You can come, or tell me first, or draw it. {needs}",
        _CHILD_RING,
    ),
    (Kind.REVIEW, Reader.YOUNG_PERSON): (
        "Your family meets again to look at the plan. {when}",
        "What got better for you? What did not? You can come, or tell me first and I will say it for you. {needs}",
        _CHILD_RING,
    ),
    (Kind.REVIEW, Reader.WIDER_FAMILY): (
        "The family of {children} will look at its plan again. {when}",
        "What went well? What was hard? You can help to change the plan. No one is told off for what did not"
        " work. {needs}",
        _RING,
    ),
    (Kind.REVIEW, Reader.PROFESSIONAL): (
        "The family of {children} will look at its plan again. {when}",
        "Please tell me one week before what you did of what you said you would do. Say it in plain words. {needs}",
        "You can ring me on {phone}.",
    ),
    (Kind.ASKING, Reader.PARENT): (
        "Some time ago your family met and made a plan. We would like to know how it is now. It takes two"
        " minutes, and you do not have to.",
        "{link}",
        "What you say helps us to do it better. It is not used against you. If you write that someone is not"
        " safe, a worker will read it on the same day and will try to help.",
        "If you want no more of these, ring or text me on {phone}.",
    ),
    (Kind.ASKING, Reader.WIDER_FAMILY): (
        "Some time ago you were at a family meeting. We would like to know how it was for you. It takes two"
        " minutes, and you do not have to.",
        "{link}",
        "What you say helps us to do it better. If you write that someone is not safe, a worker will read it on"
        " the same day and will try to help.",
        "If you want no more of these, ring or text me on {phone}.",
    ),
}
PARAGRAPH_IN_THE_LETTER = (
    "You can have a family meeting before we go to court. At it, you and your family and friends make your own"
    " plan for {children}. For some of the time you are on your own. Someone who does not work with us on this"
    " helps you to meet. You can say yes or no. Please tell us by {day}, or ring {phone}. You can also say yes"
    " later."
)
"""The offer that stands inside the letter before proceedings (section 31ZA; PL4)."""


def write(kind: Kind, reader: Reader, facts: Facts) -> str:
    """A letter as text, ready to be copied or printed. Raises ValueError for a letter that is not written.

    Who takes part apart from somebody reads neither hour nor place, whatever is given.
    """
    paragraphs = LETTERS.get((kind, reader))
    if paragraphs is None:
        raise ValueError(f"There is no such letter: {kind}, {reader}.")
    if facts.way is Way.NOT_INVITED:
        raise ValueError("Whoever is not invited gets no letter: the coordinator talks with them.")
    is_child = reader in (Reader.CHILD, Reader.YOUNG_PERSON)
    children = in_a_row(list(facts.children))
    parts = {
        "children": children,
        "coordinator": facts.coordinator,
        "phone": facts.phone,
        "when": _when(facts),
        "needs": _needs(facts.needs, to_child=reader is Reader.CHILD),
        "review": f"You can meet again to look at it. We thought of {facts.day}." if facts.day else "",
        "link": f"This is the link: {facts.link}" if facts.link else "",
        "court": _COURT.format(children=children) if facts.is_before_court else "",
    }
    greeting = f"{'Hello' if is_child else 'Dear'} {facts.name},"
    middle = [" ".join(paragraph.format_map(parts).split()) for paragraph in paragraphs]
    signed = facts.coordinator.split(" ")[0] if is_child else facts.coordinator
    return "\n\n".join([greeting, *filter(None, middle), signed])


def offer_in_letter(facts: Facts) -> str:
    """The paragraph for the letter before proceedings. `day` is until when an answer is hoped for.

    Raises ValueError without the day: somebody who reads it must know how long they have.
    """
    if not facts.day:
        raise ValueError("Say until which day you hope for an answer.")
    return PARAGRAPH_IN_THE_LETTER.format(children=in_a_row(list(facts.children)), day=facts.day, phone=facts.phone)


def kinds_for(reader: Reader) -> tuple[Kind, ...]:
    """Which letters there are for somebody. A child is never asked by a link how it went."""
    return tuple(kind for kind in Kind if (kind, reader) in LETTERS)


def _when(facts: Facts) -> str:
    if facts.way not in TOGETHER:
        if facts.way is Way.BY_VIDEO and facts.day:
            hour = f" at {facts.hour}" if facts.hour else ""
            return f"It is on {facts.day}{hour}. You join by phone or video, and I will tell you how."
        return _APART
    if not facts.day:
        return "We will find a day that is good for you."
    hour = f" at {facts.hour}" if facts.hour else ""
    place = f" The place is {facts.place}." if facts.place else ""
    return f"It is on {facts.day}{hour}.{place}"


def _needs(codes: Iterable[str], *, to_child: bool) -> str:
    chosen = set(codes)
    return " ".join(need.to_child if to_child else need.sentence for need in NEEDS if need.code in chosen)
