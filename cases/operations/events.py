"""Verbs about the chronology: write an entry, take one from the timeline, set one aside, take one back."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from cases.models import Case, ChronologyEntry, Member, SetAside, SignificantEvent, SignificantEventChild
from cases.operations.papers import leave_papers
from cases.operations.refusing import Refusal
from cases.rules.chronology import EventSaid, as_precise, told_alike
from cases.rules.visits import in_a_row


class NotAnEvent(Refusal):
    """The entry was not kept. Says why, and about which answer."""


class StruckAlready(Refusal):
    """Somebody else has taken this entry back already."""


@transaction.atomic
def write_event(
    *, case: Case, said: EventSaid, by: User, on: date, entry: ChronologyEntry | None = None
) -> SignificantEvent:
    """Put one entry into the chronology, once for all the children it is about. `entry` is where it was taken from.

    Raises NotAnEvent for a day to come, one that ends before it begins, no child, or an entry that somebody took first.
    """
    _check(case, said, on)
    if entry is not None and SignificantEvent.objects.filter(entry=entry, struck_on=None).exists():
        raise NotAnEvent("Somebody has taken this into the chronology already.")
    if entry is not None:  # of an entry taken back, the timeline's entry is free again
        SignificantEvent.objects.filter(entry=entry).update(entry=None, version=F("version") + 1)
    event = SignificantEvent.objects.create(
        case=case,
        happened_on=as_precise(said.happened_on, said.precision),
        precision=said.precision,
        until_on=said.until_on,
        what=said.what,
        source=said.source,
        analysis=said.analysis,
        entry=entry,
        written_by=by,
        written_on=on,
        is_kept_from_family=said.marks.is_kept_from_family,
        kept_from=list(said.marks.kept_from),
    )
    SignificantEventChild.objects.bulk_create(
        SignificantEventChild(case=case, event=event, child_id=child, impact=impact)
        for child, impact in said.children.items()
    )
    record(action="wrote into the chronology", subject=event, case_id=case.pk)
    return event


@transaction.atomic
def take_entries(*, case: Case, entries: Sequence[ChronologyEntry], by: User, on: date) -> list[SignificantEvent]:
    """Take entries of the timeline into the chronology. One that was taken meanwhile is left as it is.

    What says the same of one brother or sister after the other becomes one event about all of them. An entry about no
    child in particular is about every child of the family who lives.
    """
    taken = set(SignificantEvent.objects.filter(entry__in=entries).values_list("entry", flat=True))
    new = sorted((entry for entry in entries if entry.pk not in taken), key=lambda entry: (entry.happened_on, entry.pk))
    everybody = list(Member.objects.children().filter(case=case, died_on=None))
    about = {entry.pk: [part.child for part in entry.about.select_related("child")] for entry in new}
    only = {key: found[0].first_name if len(found) == 1 else "" for key, found in about.items()}
    groups = [
        [new[place] for place in group]
        for group in told_alike([(e.happened_on, e.kind, e.summary, only[e.pk]) for e in new])
    ]
    events = SignificantEvent.objects.bulk_create(_event(case, group, only, by, on) for group in groups)
    SignificantEventChild.objects.bulk_create(
        SignificantEventChild(case=case, event=event, child=child)
        for event, group in zip(events, groups, strict=True)
        for child in ([child for entry in group for child in about[entry.pk]] or everybody)
    )
    set_aside(case=case, entries=[entry for group in groups for entry in group[1:]], by=by, on=on)
    for event in events:
        record(action="took into the chronology", subject=event, case_id=case.pk)
    return events


def _event(
    case: Case, group: Sequence[ChronologyEntry], only: Mapping[int, str], by: User, on: date
) -> SignificantEvent:
    """What a group of entries that say the same becomes; kept from whomever any of them is kept from."""
    first = group[0]
    names = in_a_row([only[entry.pk] for entry in group])
    return SignificantEvent(
        case=case,
        happened_on=first.happened_on,
        what=first.summary.replace(only[first.pk], names) if len(group) > 1 else first.summary,
        source=first.get_kind_display(),
        entry=first,
        written_by=by,
        written_on=on,
        is_kept_from_family=any(entry.is_kept_from_family for entry in group),
        kept_from=sorted({key for entry in group for key in entry.kept_from}),
    )


@transaction.atomic
def set_aside(*, case: Case, entries: Sequence[ChronologyEntry], by: User, on: date) -> None:
    """These do not belong into the chronology: they stay on the timeline and are proposed no more."""
    rows = SetAside.objects.bulk_create(
        (SetAside(case=case, entry=entry, set_by=by, set_on=on) for entry in entries), ignore_conflicts=True
    )
    if rows:
        record(action="set entries aside", subject=case, case_id=case.pk)


@transaction.atomic
def strike_event(*, event: SignificantEvent, by: User, on: date, why: str) -> None:
    """Take back an entry of the chronology. It stays to be read, with who and why. Raises StruckAlready."""
    struck = {"struck_on": on, "struck_by": by, "struck_why": why, "version": F("version") + 1}
    if not SignificantEvent.objects.filter(pk=event.pk, struck_on=None).update(**struck):
        raise StruckAlready("Somebody else has taken this back already.")
    leave_papers(event.case, ["event"], event.pk, on)
    record(action="took an entry of the chronology back", subject=event, case_id=event.case_id)


def _check(case: Case, said: EventSaid, on: date) -> None:
    theirs = Member.objects.children().filter(case=case, pk__in=said.children)
    if not said.children or theirs.count() < len(said.children):
        raise NotAnEvent("Choose at least one child.", "children")
    if said.happened_on > on:
        raise NotAnEvent("Write down what has happened: this day is to come.", "happened_on")
    if said.until_on and said.until_on < said.happened_on:
        raise NotAnEvent("It ended before it began: check both days.", "until_on")
