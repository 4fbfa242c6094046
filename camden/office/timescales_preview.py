"""What a change of a timescale would do, in sentences, before it is saved."""

from datetime import date, datetime

from camden.models import TimescaleRow
from camden.office.timescales_forms import TimescaleForm
from camden.office.timescales_reading import of_limit
from camden.operations import rules
from camden.rules.dates import Span, Unit
from camden.rules.limits import OWNER, span_in_words
from camden.rules.names import day_in_words


def effects(form: TimescaleForm, row: TimescaleRow, at: datetime) -> list[str]:
    """Each difference with what follows from it. Figures only: an administrator sees nobody's record."""
    said = form.facts()
    found: list[str] = []
    if form.has_other_limit(said):
        found += _other_limit(said["amount"], said["unit"], said["begins_on"], row, at)
    if said["is_ticking"] != row.is_ticking:
        found.append(_switched(row, on=said["is_ticking"]))
    if said["warn_days"] != row.warn_days:
        before = span_in_words(said["warn_days"], Unit.WORKING_DAYS)
        found.append(f"The first reminder comes {before} before, instead of {row.warn_days}.")
    if said["owner"] != row.owner:
        new, old = OWNER[said["owner"]].lower(), OWNER.get(row.owner, row.owner).lower()
        found.append(f"Reminders go to {new}, instead of {old}.")
    if said["source"] != row.source:
        found.append("Everybody who works here reads the new words about where it is written.")
    return found


def commencing(on: date) -> list[str]:
    """What follows when law begins."""
    return [
        f"It is counted from {day_in_words(on)} on, for what counts from that day or later, and people are reminded.",
        "Law cannot be switched off again. The day can be put right.",
    ]


def _other_limit(amount: int, unit: str, begins_on: date, row: TimescaleRow, at: datetime) -> list[str]:
    new, old = span_in_words(amount, unit), span_in_words(row.amount or 0, row.unit)
    lines = [f"The limit is {new} instead of {old}, for what counts from {day_in_words(begins_on)} on."]
    rule = next((rule for rule in rules.shipped() if rule.code == row.code), None)
    if rule:
        found = rules.impact_of_limit(rule, row, limit=Span(amount, Unit(unit)), begins_on=begins_on, at=at)
        lines.append(of_limit(found, begins_on))
    return lines


def _switched(row: TimescaleRow, *, on: bool) -> str:
    if on:
        return "It is counted from the coming night, also for what happened before. Whoever is late by it then is told."
    stopped = rules.running(row.code)
    if not stopped:
        return "Nobody is reminded of it any more. No clock of it runs at present."
    return (
        f"{stopped} running {'clock stops' if stopped == 1 else 'clocks stop'}, and nobody is reminded of it any more."
    )
