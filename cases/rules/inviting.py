"""Who is asked to a meeting, what they need, whether enough agencies came, and what a letter to the family says.

A letter speaks to one person. It names nobody else of the family, no address but the place of the meeting, and no time
but its beginning: what two parents who must not meet need is arranged with each of them, and never on paper.
"""

from collections.abc import Iterable, Sequence

from cases.rules.codesets import in_a_sentence
from cases.rules.journey import AGENCY
from cases.rules.protection import QUORUM, is_quorate
from cases.rules.visits import in_a_row

# Of those around a family, who is asked to a meeting about them, and for which agency they sit there (REFERENCE 1.5).
# Friends, faith and clubs are the family's own to bring.
AGENCY_OF: dict[str, str] = {
    "school": "education",
    "nursery": "education",
    "gp": "health",
    "health-visitor": "health",
    "hospital": "health",
    "mental-health": "health",
    "midwife": "health",
    "substance": "health",
    "police": "police",
    "probation": "other",
    "housing": "other",
}
# What somebody needs to be able to come: in a list, and as a sentence of their own letter.
NEEDS: dict[str, tuple[str, str]] = {
    "interpreter": ("An interpreter", "An interpreter will be there for you."),
    "lift": ("A lift there and back", "We fetch you and take you home again."),
    "childcare": ("Somebody to look after the children", "Somebody will look after the children meanwhile."),
    "apart": (
        "Comes and leaves apart from somebody",
        "You come and leave apart from everybody else. Ring us, and we tell you when and by which door.",
    ),
    "ground": ("A room without stairs", "The room can be reached without stairs."),
}
THERE = frozenset({"came", "online", "part"})
"""Of ATTENDED: who sat in the meeting, whether for all of it or not."""
# How somebody of the family is asked: what leaves their hands only where a way to reach them is known to be safe.
FAR_KINDS: dict[str, tuple[str, ...]] = {"phone": ("phone", "mobile"), "email": ("email",)}
PLAIN_MEETING: dict[str, str] = {
    "core-group": "the meeting of everybody who helps with your family’s plan",
    "need-review": "the meeting where we look again at your family’s plan with you",
    "help-review": "the meeting where we look again at your family’s plan with you",
    "initial": "a meeting about what your children need to be safe",
    "review": "a meeting where we look again at the plan that keeps your children safe",
    "transfer-in": "a meeting about the plan for your children, now that you live here",
    "pre-birth": "a meeting about what your baby needs to be safe",
}
_OTHER = "; "


def needs_in_words(codes: Iterable[str], other: str) -> str:
    """What is kept of it: "An interpreter; A lift there and back; Her sister comes too".

    >>> needs_in_words(["lift"], "  Her sister comes too ")
    'A lift there and back; Her sister comes too'
    """
    return _OTHER.join([*(NEEDS[code][0] for code in NEEDS if code in set(codes)), *filter(None, [other.strip()])])


def needs_of(kept: str) -> tuple[tuple[str, ...], str]:
    """The codes of what was kept, and what else stands there.

    >>> needs_of("An interpreter; Her sister comes too")
    (('interpreter',), 'Her sister comes too')
    """
    parts = [part for part in kept.split(_OTHER) if part]
    codes = {label: code for code, (label, _) in NEEDS.items()}
    return tuple(codes[part] for part in parts if part in codes), _OTHER.join(p for p in parts if p not in codes)


def agencies_there(came: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Of (agency, attended) of everybody who was asked: the agencies that sat there, in the order of the list.

    >>> agencies_there([("health", "came"), ("police", "absent"), ("social-care", "online"), ("", "came")])
    ('social-care', 'health')
    """
    there = {agency for agency, attended in came if attended in THERE}
    return tuple(code for code in AGENCY if code in there)


def quorum_in_words(agencies: Sequence[str]) -> str:
    """Whether those who were there make a quorum, as a hint and never as a bar (REFERENCE 1.5)."""
    if is_quorate(agencies):
        return "Children’s social care and two other agencies were there: a quorum."
    who = in_a_row([AGENCY[code] if code == "social-care" else in_a_sentence(AGENCY[code]) for code in agencies])
    began = f"So far {who} {'was' if len(agencies) == 1 else 'were'} there." if agencies else "Nobody is marked yet."
    return (
        f"{began} A quorum is children’s social care and {QUORUM} other agencies that know the children. "
        "If it goes ahead without, the chair says why."
    )


def letter_to(
    *, name: str, is_child: bool, kind: str, day: str, hour: str, place: str, needs: Iterable[str], signed: str
) -> str:
    """The words an invitation begins with, to one person of the family. Whoever sends it edits them.

    `kind` is a code of MEETING_KIND or CONFERENCE_KIND; `day` and `hour` are in words, `place` may be empty.
    """
    when = f"on {day}{f' at {hour}' if hour else ''}{f', at {place}' if place else ''}"
    own = [sentence for code, (_, sentence) in NEEDS.items() if code in set(needs)]
    if is_child:
        head = [f"Hello {name},", f"There is a meeting about you and your family {when}."]
        middle = [
            "What you think matters there. You can come, or somebody you trust can say it for you, or you can tell me"
            " before, or draw or write it. You choose, and you can change your mind."
        ]
        return "\n\n".join([*head, *middle, *([" ".join(own)] if own else []), signed.split(" ")[0]])
    meeting = PLAIN_MEETING[kind]
    head = [f"Dear {name},", f"We ask you to come to {meeting}, {when}."]
    middle = [
        "What you say counts there. You can bring somebody who supports you. If you would rather not come, or it is"
        " hard for you to come, tell us: you can join by phone, write, or tell us before and we say it for you.",
        *([" ".join(own)] if own else ["Tell us what would make it easier to come."]),
    ]
    return "\n\n".join([*head, *middle, signed])
