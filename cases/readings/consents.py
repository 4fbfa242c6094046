"""The register of consent: who agreed to what, how, until when, and what was taken back."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from camden.rules.names import day_in_words
from cases.models import Case, Consent

RUNS, ENDED, WITHDRAWN = "runs", "ended", "withdrawn"


@dataclass(frozen=True)
class ConsentLine:
    """One consent. `state` is RUNS, ENDED or WITHDRAWN on the day that was asked about."""

    pk: int
    who: str
    purpose: str
    words: str
    given: str
    until: str
    state: str
    withdrawn: str
    recorded_by: str


def consents_of(case: Case, purpose: str, on: date) -> list[Consent]:
    """Consents of this family to one thing that count on a day: given, not over, not taken back. One query."""
    given = Consent.objects.filter(case=case, purpose=purpose, given_on__lte=on).select_related("member")
    counts = given.filter(Q(until_on=None) | Q(until_on__gte=on)).filter(Q(withdrawn_on=None) | Q(withdrawn_on__gt=on))
    return list(counts.order_by("-given_on", "-pk"))


def register(case: Case, on: date) -> tuple[ConsentLine, ...]:
    """Every consent of a family, those that count first. One query."""
    rows = Consent.objects.filter(case=case).select_related("member", "recorded_by", "withdrawn_to")
    lines = [_line(row, on) for row in rows.order_by("-given_on", "-pk")]
    return tuple(sorted(lines, key=lambda line: line.state != RUNS))


def read_consent(row: Consent, on: date) -> ConsentLine:
    """One consent with its `member`, `recorded_by` and `withdrawn_to`."""
    return _line(row, on)


def _line(row: Consent, on: date) -> ConsentLine:
    withdrawn = f"{day_in_words(row.withdrawn_on)}, to {row.withdrawn_to}" if row.withdrawn_on else ""
    is_over = row.until_on is not None and row.until_on < on
    return ConsentLine(
        pk=row.pk,
        who=row.member.first_name,
        purpose=row.get_purpose_display(),
        words=row.words,
        given=f"{row.get_how_display()}, {day_in_words(row.given_on)}",
        until=day_in_words(row.until_on) if row.until_on else "",
        state=WITHDRAWN if row.withdrawn_on and row.withdrawn_on <= on else ENDED if is_over else RUNS,
        withdrawn=f"{withdrawn}{': ' if row.withdrawn_words else ''}{row.withdrawn_words}" if withdrawn else "",
        recorded_by=row.recorded_by.name,
    )
