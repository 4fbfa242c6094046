"""A person's own page of learning, and numbers of teams; never somebody else's words."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from camden.models import Employment, Team, User
from camden.rules.names import day_in_words
from training.measures import in_teams
from training.models import Learning, Nudge, Piece, PieceShare
from training.rules.requirements import (
    Recorded,
    RegistrationYear,
    Standing,
    asks,
    registration_year,
    standing,
    whose_rule,
)

FROM_SESSION = "group supervision session "
FROM_COURSE = "course session "
FROM_OBSERVATION = "observation "
ABOUT = {Nudge.About.PIECES.value: "your two pieces", Nudge.About.REQUIRED.value: "required learning"}
SHOWN = 2  # of what could be written about, the newest: the rest is folded
MOST = 12  # lines of what was learned, the newest first


@dataclass(frozen=True)
class RolePlayed:
    """How often somebody played a role in group supervision in the past year."""

    role: str
    times: int

    @property
    def in_words(self) -> str:
        """Times as people say them."""
        return {1: "once", 2: "twice"}.get(self.times, f"{self.times} times")


@dataclass(frozen=True)
class LearningLine:
    """One thing somebody learned from. `piece` is the key of what was written from it.

    `session`, `course` and `observation` are the key of what it was, where it was one of these.
    """

    pk: int
    day: str
    title: str
    source: str
    role: str
    peers: str
    piece: int | None
    session: int | None = None
    course: int | None = None
    observation: int | None = None


@dataclass(frozen=True)
class PieceLine:
    """One piece of one's own, ready to show."""

    pk: int
    day: str
    activity: str
    about: str
    is_final: bool
    has_peer: bool
    author: str = ""


@dataclass(frozen=True)
class Mine:
    """A person's page: what they have become good at first, then what is written, then what could be."""

    year: RegistrationYear
    roles: tuple[RolePlayed, ...]
    pieces: tuple[PieceLine, ...]
    to_write: tuple[LearningLine, ...]
    written: tuple[LearningLine, ...]
    is_asked: bool
    standing: Standing
    days_left: int
    nudges: tuple[str, ...]
    shown_to_me: tuple[PieceLine, ...]
    whose: str = ""
    """Of somebody of whom no pieces are asked here: whose rule theirs is, or that nobody has one."""
    came_late: bool = False
    """They came since renewal opened; whether they joined the register since then as well, they alone know."""

    @property
    def more_to_write(self) -> int:
        """How many wait folded, beneath the two newest."""
        return max(len(self.to_write) - SHOWN, 0)


@dataclass(frozen=True)
class TeamLine:
    """How many of a team's registered workers have recorded what their year asks."""

    name: str
    whole: int
    people: int


def mine(person: User, on: date) -> Mine:
    """The person's own page. Pieces are only asked of those registered with Social Work England."""
    year = registration_year(on)
    learning = list(
        Learning.objects.filter(person=person).select_related("piece").order_by("-learned_on", "-pk")[: 3 * MOST]
    )
    written = list(Piece.objects.written_by(person)[: 4 * MOST])
    shown = Piece.objects.filter(
        recorded_on__isnull=False, pk__in=PieceShare.objects.filter(with_person=person, ended_on=None).values("piece")
    ).select_related("person")
    lines = [_learning(each) for each in learning]
    recorded = [
        Recorded(piece.done_on, piece.learned, piece.has_peer_reflection, piece.recorded_on)
        for piece in written
        if piece.recorded_on
    ]
    employed = list(Employment.objects.filter(user=person).values_list("registered_with", "started_on", "ended_on"))
    held = [each for each in learning if each.kind == Learning.Kind.GROUP_SUPERVISION]
    played = Counter(each.role_played for each in held if each.role_played)
    stands = standing(recorded, year)
    is_asked = any(asks(body) and ended is None for body, _, ended in employed)
    bodies = [body for body, _, ended in employed if ended is None]
    return Mine(
        year=year,
        roles=tuple(RolePlayed(role, times) for role, times in sorted(played.items(), key=lambda r: (-r[1], r[0]))),
        pieces=tuple(_piece(piece) for piece in written[:MOST]),
        to_write=tuple(line for line in lines if line.piece is None)[:MOST],
        written=tuple(line for line in lines if line.piece is not None)[:MOST],
        is_asked=is_asked,
        whose=whose_rule(bodies[0]) if bodies and not is_asked else "",
        standing=stands,
        days_left=year.days_left(on),
        nudges=words_from_leads(person, year, is_whole=stands.is_whole),
        shown_to_me=tuple(_piece(piece, piece.person.name) for piece in shown.order_by("-done_on", "-pk")[:MOST]),
        came_late=came_late([began for body, began, _ in employed if asks(body)], year),
    )


def words_from_leads(person: User, year: RegistrationYear, *, is_whole: bool = False) -> tuple[str, ...]:
    """The newest word of each kind a training lead sent this person in a year: from whom, and when. One query.

    A word about pieces goes once both are recorded: it has been answered.
    """
    sent = Nudge.objects.filter(person=person, nudged_on__gte=year.begins_on).select_related("nudged_by")
    newest: dict[str, Nudge] = {}
    for each in sent.order_by("-nudged_on", "-pk"):
        newest.setdefault(each.about, each)
    if is_whole:
        newest.pop(Nudge.About.PIECES, None)
    return tuple(
        f"{each.nudged_by.name} sent you a word about {ABOUT[each.about]} on {day_in_words(each.nudged_on)}."
        for each in newest.values()
    )


def came_late(began: Iterable[date], year: RegistrationYear) -> bool:
    """Whether every employment as a registered social worker began since renewal opened that year.

    The day somebody joined the register is not kept here: `is_asked_in` needs it, so the page says both cases.
    """
    days = [day for day in began if day <= year.ends_on]
    return bool(days) and min(days) >= year.opens_on


def teams() -> list[Team]:
    """Every team somebody could have learned with, as in the tree."""
    return list(Team.objects.order_by("path"))


def service(on: date) -> tuple[TeamLine, ...]:
    """Numbers of each team with three registered workers or more; no names, and nothing of a smaller team."""
    numbers = in_teams(registration_year(on))
    names = dict(Team.objects.filter(pk__in=numbers).values_list("pk", "name"))
    return tuple(
        sorted((TeamLine(names[key], whole, people) for key, (whole, people) in numbers.items()), key=lambda t: t.name)
    )


def _learning(learning: Learning) -> LearningLine:
    piece = getattr(learning, "piece", None)
    return LearningLine(
        pk=learning.pk,
        day=day_in_words(learning.learned_on),
        title=learning.title,
        source=learning.source,
        role=learning.role_played,
        peers=", ".join(learning.peers),
        piece=piece.pk if piece else None,
        session=key_of(learning, FROM_SESSION),
        course=key_of(learning, FROM_COURSE),
        observation=key_of(learning, FROM_OBSERVATION),
    )


def key_of(learning: Learning, where: str) -> int | None:
    """The key of what it is from, if it is from one of those: for an address, and nothing else."""
    key = learning.source_key.removeprefix(where)
    return int(key) if key != learning.source_key and key.isascii() and key.isdigit() else None


def _piece(piece: Piece, author: str = "") -> PieceLine:
    return PieceLine(
        pk=piece.pk,
        day=day_in_words(piece.done_on),
        activity=piece.get_activity_display(),
        about=piece.description,
        is_final=piece.recorded_on is not None,
        has_peer=piece.has_peer_reflection,
        author=author,
    )
