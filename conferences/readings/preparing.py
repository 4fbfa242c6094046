"""*Preparing*, as the coordinator reads it: the day, what is arranged, the questions, notes, pages of information."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from camden.models import User
from camden.rules.names import day_in_words
from conferences.models import (
    Arrangement,
    Brief,
    FamilyConference,
    InformationReport,
    Invitee,
    PlanAnswer,
    PreparingNote,
)
from conferences.rules.faith import asks_of
from conferences.rules.inviting import NEEDS
from conferences.rules.questions import LONGEST, lines_of
from conferences.rules.stages import PLAN_IS_OPEN


@dataclass(frozen=True)
class NeedLine:
    """One thing that is thought of: its code, what it is, what was arranged, whether it is done."""

    code: str
    title: str
    words: str
    is_done: bool


@dataclass(frozen=True)
class NoteLine:
    """A note, and whose."""

    who: str
    words: str


@dataclass(frozen=True)
class ReportLine:
    """A page of information: from whom, and how far it is."""

    pk: int
    who: str
    state: str
    kind: str


@dataclass(frozen=True)
class PreparingPage:
    """All of *Preparing*. `day`, `hour` and `place` are empty until they are said; `asks` is asked about the day."""

    day: str
    hour: str
    place: str
    asks: str
    needs: tuple[NeedLine, ...]
    questions: tuple[str, ...]
    is_open: bool
    notes: tuple[NoteLine, ...]
    reports: tuple[ReportLine, ...]

    @property
    def done(self) -> int:
        """How many needs are arranged."""
        return sum(each.is_done for each in self.needs)


def read_preparing(conference: FamilyConference) -> PreparingPage:
    """Four queries."""
    arranged = {each.need: each for each in Arrangement.objects.filter(conference=conference)}
    notes = PreparingNote.objects.filter(conference=conference).select_related("by").order_by("-written_on", "-pk")
    reports = InformationReport.objects.filter(conference=conference).order_by("pk")
    return PreparingPage(
        day=day_in_words(conference.planned_on) if conference.planned_on else "",
        hour=f"{conference.starts:%H:%M}" if conference.starts else "",
        place=conference.place,
        asks=asks_of(conference.planned_on) if conference.planned_on else "",
        needs=tuple(_need(code, title, arranged.get(code)) for code, title in NEEDS.items()),
        questions=questions_asked(conference),
        is_open=is_open(conference),
        notes=tuple(NoteLine(f"{day_in_words(each.written_on)}, {each.by.name}", each.words) for each in notes),
        reports=tuple(ReportLine(each.pk, each.who, *_state(each)) for each in reports),
    )


def questions_asked(conference: FamilyConference) -> tuple[str, ...]:
    """The family's questions; until they are said, those of the referral. One query."""
    said = PlanAnswer.objects.filter(conference=conference).order_by("place").values_list("question", flat=True)
    return tuple(said) or _of_the_referral(getattr(conference, "brief", None))


def is_open(conference: FamilyConference) -> bool:
    """Whether the family's questions and its plan may still change."""
    return conference.stage in PLAN_IS_OPEN  # type: ignore[attr-defined]


def arrangement_of(conference: FamilyConference, need: str) -> Arrangement:
    """What is arranged for one need; an unsaved one, of version 0, before the first. One query."""
    there = Arrangement.objects.filter(conference=conference, need=need).first()
    return there or Arrangement(conference=conference, need=need, version=0)


def bringers_of(conference: FamilyConference) -> tuple[Invitee, ...]:
    """Professionals on the list, who may be asked for a page. One query."""
    return tuple(Invitee.objects.filter(conference=conference, kind=Invitee.Kind.PROFESSIONAL).order_by("pk"))


def own_report(conference: FamilyConference, user: User) -> InformationReport | None:
    """The page that this person writes for the family, if it was begun or asked for. One query."""
    found = InformationReport.objects.filter(conference=conference, written_by=user)
    return found.order_by("pk").first()


def next_need(need: str) -> str:
    """The code of the need after this one; empty after the last."""
    codes: Sequence[str] = list(NEEDS)
    place = codes.index(need) + 1
    return codes[place] if place < len(codes) else ""


def _need(code: str, title: str, row: Arrangement | None) -> NeedLine:
    return NeedLine(code, title, row.words if row else "", bool(row and row.is_done))


def _of_the_referral(brief: Brief | None) -> tuple[str, ...]:
    if brief is None:
        return ()
    return tuple(line[:LONGEST] for line in lines_of(brief.questions))


def _state(report: InformationReport) -> tuple[str, str]:
    if report.ready_on:
        return "Ready for the family", "green"
    if report.going_well or report.worries or report.offers:
        return "Written, not ready yet", "blue"
    asked: date | None = report.asked_on
    return (f"Asked on {day_in_words(asked)}" if asked else "Not written yet"), ""
