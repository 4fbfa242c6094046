"""Tells what stands still in families of the demo, what was answered to it, and what a manager noted."""

from dataclasses import dataclass
from datetime import timedelta

from cases.management.telling_record import Teller
from cases.models import Action
from cases.operations.agreements import move_action
from cases.operations.oversight import answer_drift, oversee
from cases.readings.drift import drift_of


@dataclass(frozen=True)
class _Answered:
    """An answer to the first sign of a kind that is about this child, some days ago."""

    kind: str
    who: str
    worker: str
    days_ago: int
    answer: str
    words: str
    quiet: int
    """Days from the answer on."""


@dataclass(frozen=True)
class _Seen:
    """A manager's note, some days ago; looked at again some days from today."""

    manager: str
    days_ago: int
    about: str
    decision: str
    rationale: str
    who: str = ""
    again_in: int | None = None


_ANSWERED: dict[str, tuple[_Answered, ...]] = {
    "Carter–Mensah": (
        _Answered(
            "goal-still", "Maisie", "Liam Docherty", 5, "changed",
            "Maisie sees Tyrell every day and missed Noah. From this Saturday his foster carer brings him to "
            "Lorraine’s for tea every other week. Maisie has chosen the biscuits.",
            28,
        ),
    ),
    "Rahman–Khatun": (
        _Answered(
            "not-alone", "Imran", "Ade Fashola", 4, "changed",
            "Imran likes to talk while he plays football. On my next visit we go to the pitch behind the school, just "
            "the two of us; Shirin thinks it a good idea.",
            14,
        ),
    ),
}  # fmt: skip
_SEEN: dict[str, tuple[_Seen, ...]] = {
    "Rahman–Khatun": (
        _Seen(
            "Ruth Adeyemi", 10, "The plan after ten weeks: less formal help from next month?",
            "We decide on the step down after the family group conference, not before. Ade asks Shirin and each of the "
            "children what they would rather have.",
            "The flat is calm and the order holds. Anisa is still quiet at school, and the family’s own plan should "
            "say what happens when it gets hard. Before that meeting it would be our timetable and not theirs.",
            again_in=12,
        ),
    ),
    "Carter–Mensah": (
        _Seen(
            "Ruth Adeyemi", 6, "Where Tyrell will live: he asked again and nobody told him",
            "Whoever visits tells Tyrell by Friday what the judge decides, when, and what he can tell the guardian.",
            "He has asked three times. Not knowing is harder for him than an answer he may not like.",
            "Tyrell", again_in=0,
        ),
    ),
}  # fmt: skip


@dataclass(frozen=True)
class _Moved:
    """Something agreed that gets another day, some days ago; the day is so many days before today."""

    what: str
    worker: str
    days_ago: int
    due_ago: int
    why: str


# Yonas was told two days on which the health assessment would be, and neither came (REFERENCE 14, 4).
_MOVED: dict[str, tuple[_Moved, ...]] = {
    "Tesfay": (
        _Moved(
            "Book the health assessment, and tell Yonas the day yourself", "Priya Shah", 9, 4,
            "The clinic has no interpreter for Tigrinya that week, and Yonas does not want one by telephone.",
        ),
        _Moved(
            "Book the health assessment, and tell Yonas the day yourself", "Priya Shah", 5, 2,
            "The interpreter fell ill. Priya told Yonas herself, at the door of the college.",
        ),
    ),
}  # fmt: skip


def tell_drift(family: str, teller: Teller) -> None:
    """After everything else of the family, which says what stands still and what does not."""
    for moved in _MOVED.get(family, ()):
        _move(moved, teller)
    for seen in _SEEN.get(family, ()):
        _note(seen, teller)
    for answered in _ANSWERED.get(family, ()):
        _answer(answered, teller)


def _move(moved: _Moved, teller: Teller) -> None:
    move_action(
        action=Action.objects.get(case=teller.case, what=moved.what),
        due_on=teller.ago(moved.due_ago),
        why=moved.why,
        by=teller.world.people[moved.worker],
        on=teller.ago(moved.days_ago),
    )


def _note(seen: _Seen, teller: Teller) -> None:
    oversee(
        case=teller.case,
        child=teller.one(seen.who) if seen.who else None,
        about=seen.about,
        decision=seen.decision,
        rationale=seen.rationale,
        by=teller.world.people[seen.manager],
        on=teller.ago(seen.days_ago),
        look_again_on=None if seen.again_in is None else teller.ago(-seen.again_in),
    )


def _answer(told: _Answered, teller: Teller) -> None:
    on, child = teller.ago(told.days_ago), teller.one(told.who)
    signs = drift_of([teller.case.pk], on).get(teller.case.pk, ())
    sign = next((each for each in signs if each.kind == told.kind and child.pk in each.about), None)
    if sign is None:
        return  # another day is shown, on which the family moved
    answer_drift(
        case=teller.case,
        sign=sign,
        children=[child],
        answer=told.answer,
        words=told.words,
        quiet_until_on=on + timedelta(days=told.quiet),
        by=teller.world.people[told.worker],
        on=on,
    )
