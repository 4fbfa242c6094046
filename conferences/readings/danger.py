"""A danger that a coordinator passed on: who was told, what is left to do, and what the family's worker does now."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings

from camden.rules.names import day_in_words
from cases.rules.visits import in_a_row
from conferences.models import ConferenceSettings, DangerAnswered, DangerTold, FamilyConference
from conferences.rules.danger import Danger, Soon, ToldFamily, still_to_do

SOON_SAYS = {
    Soon.TONIGHT: "Somebody could be hurt before tomorrow.",
    Soon.SOON: "Nobody is thought to be hurt before tomorrow.",
}
FAMILY_SAYS = {
    ToldFamily.TOLD: "The family knows that it was passed on.",
    ToldFamily.WOULD_HARM: "The family does not know that it was passed on:",
    ToldFamily.NOT_YET: "The family does not know yet that it was passed on.",
}


@dataclass(frozen=True)
class Did:
    """What somebody does now."""

    words: str
    who: str


@dataclass(frozen=True)
class DangerLine:
    """One danger as it was passed on. Nothing else of the preparation is here.

    `who` is empty of a name where the family said it itself, by a link. `told` are the names of those who were told.
    """

    pk: int
    case_pk: int
    words: str
    children: str
    soon: str
    is_tonight: bool
    family: str
    why_not: str
    spoken_with: str
    told: str
    who: str
    left: tuple[str, ...]
    did: tuple[Did, ...]


def read_danger(danger: DangerTold, did: Iterable[DangerAnswered] | None = None) -> DangerLine:
    """One query, where what was done is not given."""
    answers = _did(danger.conference_id) if did is None else did
    said = (Soon(danger.soon), ToldFamily(danger.family), danger.why_family_not_told, danger.spoken_with)
    told = Danger(danger.words, (), *said)
    by_whom = danger.said_by.name if danger.said_by else "The family, when it was asked how it went"
    return DangerLine(
        pk=danger.pk,
        case_pk=danger.case_id,
        words=danger.words,
        children=in_a_row(danger.children),
        soon=SOON_SAYS.get(told.soon, ""),
        is_tonight=told.soon is Soon.TONIGHT,
        family=FAMILY_SAYS[told.family],
        why_not=danger.why_family_not_told if told.family is ToldFamily.WOULD_HARM else "",
        spoken_with=danger.spoken_with,
        told=in_a_row(danger.told),
        who=f"{by_whom}, {day_in_words(danger.said_on)}",
        left=tuple(still_to_do(told)),
        did=tuple(
            Did(answer.did, f"{answer.answered_by.name}, {day_in_words(answer.answered_on)}")
            for answer in answers
            if answer.danger_id == danger.pk
        ),
    )  # fmt: skip


def dangers_of(conference: FamilyConference) -> tuple[DangerLine, ...]:
    """Those of one conference, the last first. One query; two when there are any."""
    found = list(DangerTold.objects.filter(conference=conference).select_related("said_by").order_by("-pk"))
    answers = _did(conference.pk) if found else []
    return tuple(read_danger(danger, answers) for danger in found)


def duty_phone() -> str:
    """The number of duty, as this council set it; empty where nobody wrote it down. One query."""
    row = ConferenceSettings.objects.values_list("duty_phone", flat=True).first()
    return row or settings.DUTY_PHONE


def _did(conference: int) -> list[DangerAnswered]:
    found = DangerAnswered.objects.filter(conference=conference).select_related("answered_by")
    return list(found.order_by("pk"))
