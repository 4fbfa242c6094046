"""*Afterwards*: what came of a meeting. The coordinator reads a family's words; whoever sees the record, numbers and
where the children are."""

from dataclasses import dataclass
from datetime import date

from camden.rules.dates import months_after
from camden.rules.names import day_in_words
from cases.rules.ladder import Status
from conferences.models import ConferenceChild, FamilyConference, FamilyMeeting, Outcome, OutcomeWords
from conferences.models.asking import WHEN
from conferences.readings.journeys import Journeys, journeys_of
from conferences.readings.outcomes import children_after
from conferences.rules.outcomes import ASKS, MONTHS, changed
from conferences.rules.outcomes import Outcome as BecameOf

_WHEN = [code for code, _ in WHEN]


@dataclass(frozen=True)
class Said:
    """One statement and what somebody answered: "7 of 10", and how that is beside their first answer."""

    sentence: str
    points: str
    change: str


@dataclass(frozen=True)
class AnswerLine:
    """One answer. `who` and `words` are empty for whoever does not coordinate."""

    pk: int
    """Of the words, for the page that notes that they were read; 0 without them."""
    who: str
    timing: str
    day: str
    how: str
    said: tuple[Said, ...]
    words: str
    is_danger: bool
    is_read: bool
    read: str


@dataclass(frozen=True)
class ChildLine:
    """A child: where they stood at the referral, and at each of the times that have come, with what that means."""

    name: str
    at_referral: str
    later: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ChildrenThen:
    """The children in rows, the times that have come in columns."""

    times: tuple[str, ...]
    children: tuple[ChildLine, ...]


def held_on(conference: FamilyConference) -> date | None:
    """The day of the first meeting. One query."""
    met = FamilyMeeting.objects.filter(conference=conference).order_by("held_on")
    return met.values_list("held_on", flat=True).first()


def answers_of(conference: FamilyConference) -> tuple[AnswerLine, ...]:
    """Every answer, in the order of the times they belong to. One query."""
    found = Outcome.objects.filter(conference=conference).select_related("said__invitee", "said__read_by")
    every = sorted(found, key=lambda each: (_WHEN.index(each.timing), each.answered_on, each.pk))
    first: dict[int, Outcome] = {}
    for each in every:
        words = _words(each)
        if words and words.invitee_id:
            first.setdefault(words.invitee_id, each)
    return tuple(_answer(each, first) for each in every)


def children_then(conference: FamilyConference, held: date | None, on: date) -> ChildrenThen:
    """Where the children stood at the referral, and 3, 6 and 12 months after the meeting. Six queries.

    For whoever sees the record: of any other nothing is known here.
    """
    named = dict(
        ConferenceChild.objects.filter(conference=conference).order_by("pk").values_list("child", "first_name")
    )
    began = held or conference.referred_on
    times = [months for months in MONTHS.values() if months_after(began, months) <= on]
    journeys = journeys_of([conference.case_id])
    became = {months: children_after(named, conference.referred_on, held, journeys, on, months) for months in times}
    lines = [
        ChildLine(
            name=name,
            at_referral=_status(journeys, child, conference.referred_on),
            later=tuple(
                (_status(journeys, child, months_after(began, months)), _became(became[months][place]))
                for months in times
            ),
        )
        for place, (child, name) in enumerate(named.items())
    ]
    return ChildrenThen(tuple(f"After {months} months" for months in times), tuple(lines))


def _status(journeys: Journeys, child: int, on: date) -> str:
    status = journeys.status(child, on)
    return "Not known" if status is Status.UNKNOWN else status.words


def _became(outcome: BecameOf) -> str:
    """In words: less, the same or more formal help, and nights in care where there were any."""
    said = [outcome.words]
    if outcome.days_in_care:
        kin = f", {outcome.days_with_kin} of them with family or friends" if outcome.days_with_kin else ""
        said.append(f"{outcome.days_in_care} nights in care{kin}")
    if outcome.proceedings:
        said.append("care proceedings began")
    return ". ".join(said) + "."


def _words(outcome: Outcome) -> OutcomeWords | None:
    return getattr(outcome, "said", None)


def _answer(outcome: Outcome, first: dict[int, Outcome]) -> AnswerLine:
    words = _words(outcome)
    before = first.get(words.invitee_id or 0) if words else None
    read = ""
    if words and words.read_on and words.read_by:
        read = f"Read by {words.read_by.name} on {day_in_words(words.read_on)}"
    return AnswerLine(
        pk=words.pk if words else 0,
        who=words.invitee.name if words and words.invitee else "",
        timing=dict(WHEN)[outcome.timing],
        day=day_in_words(outcome.answered_on),
        how="by their link" if outcome.by_link else "said to the coordinator",
        said=tuple(_said(name, sentence, outcome, before) for name, sentence in ASKS),
        words=words.words if words else "",
        is_danger=outcome.speaks_of_danger,
        is_read=bool(words and words.read_on),
        read=read,
    )


def _said(name: str, sentence: str, outcome: Outcome, before: Outcome | None) -> Said:
    points = getattr(outcome, name)
    apart = changed(getattr(before, name), points) if before and before.pk != outcome.pk else None
    return Said(sentence, "left open" if points is None else f"{points} of 10", _apart(apart))


def _apart(apart: int | None) -> str:
    if apart is None:
        return ""
    return f"{abs(apart)} {'more' if apart > 0 else 'less'} than at first" if apart else "the same as at first"
