"""The chronology: read it, write an entry, take some from the timeline, take one back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.events import EventForm, ProposalsForm
from cases.forms.milestones import StrikeForm
from cases.lookup import children_of, get_beneath, get_case, people_of
from cases.models import ChronologyEntry, SignificantEvent
from cases.operations.events import NotAnEvent, StruckAlready, set_aside, strike_event, take_entries, write_event
from cases.readings.chronology import chronology, read_event
from cases.readings.timeline import proposals


@needs(Permission.CASE_READ)
def list_(request: HttpRequest, case_pk: int) -> HttpResponse:
    """What happened that matters, oldest first: of the family, or of one child with `?child=`."""
    case = get_case(request, case_pk)
    children = children_of(case)
    child = next((each for each in children if str(each.pk) == request.GET.get("child", "")), None)
    tabs = [{"text": "The family", "href": "?", "current": child is None}]
    tabs += [{"text": c.first_name, "href": f"?child={c.pk}", "current": c == child} for c in children]
    return render(
        request,
        "cases/chronology.html",
        {
            "case": case,
            "child": child,
            "chronology": chronology(case, child=child, after=request.GET.get("after", "")),
            "waiting": len(proposals(case).entries),
            "tabs": tabs,
            "may_record": may(request.user, Permission.CASE_RECORD),
        },
    )


@needs(Permission.CASE_RECORD)
@keeps_words("an entry of the chronology")
def event_new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Write down something that matters. `?entry=` is the entry of the timeline it is taken from."""
    case, on = get_case(request, case_pk), timezone.localdate()
    entry = _entry(request, case_pk)
    people = [(person.pk, person.name) for person in people_of(case)]
    form = EventForm(request.POST or None, children=children_of(case), people=people, on=on, initial=_from_entry(entry))
    if form.is_valid():
        try:
            event = write_event(case=case, said=form.said(), by=request.user, on=on, entry=entry)
        except NotAnEvent as why:
            refuse(form, why)
        else:
            messages.success(request, "It is in the chronology.")
            return redirect("cases:event", case.pk, event.pk)
    return render(request, "cases/event_new.html", {"case": case, "form": form})


@needs(Permission.CASE_READ)
def event(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """One entry, and, if it was taken back, who did so and why."""
    row = _get(request, case_pk, pk)
    may_strike = row.struck_on is None and may(request.user, Permission.CASE_RECORD)
    return render(request, "cases/event.html", {"case": row.case, "event": read_event(row), "may_strike": may_strike})


@needs(Permission.CASE_RECORD)
@keeps_words("why an entry of the chronology is not right")
def strike(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Take back an entry that is not right. It stays to be read."""
    row = _get(request, case_pk, pk)
    form = StrikeForm(request.POST or None)
    if form.is_valid():
        try:
            strike_event(event=row, by=request.user, on=timezone.localdate(), why=form.cleaned_data["why"])
        except StruckAlready as why:
            refuse(form, why)
            row = _get(request, case_pk, pk)
        else:
            messages.success(request, "Taken back. It is in the chronology no more.")
            return redirect("cases:chronology", case_pk)
    return render(request, "cases/event_strike.html", {"case": row.case, "event": read_event(row), "form": form})


@needs(Permission.CASE_RECORD)
def take(request: HttpRequest, case_pk: int) -> HttpResponse:
    """What of the timeline may belong into the chronology: take it, or set it aside."""
    case, on = get_case(request, case_pk), timezone.localdate()
    page = proposals(case, request.GET.get("after", ""))
    form = ProposalsForm(request.POST or None, shown={entry.pk: entry.summary for entry in page.entries})
    if form.is_valid():
        entries = [get_beneath(request, ChronologyEntry, case_pk, int(key)) for key in form.cleaned_data["entries"]]
        if request.POST.get("aside"):
            set_aside(case=case, entries=entries, by=request.user, on=on)
            messages.success(request, "Set aside. The timeline keeps it.")
        else:
            taken = take_entries(case=case, entries=entries, by=request.user, on=on)
            messages.success(request, f"{len(taken)} taken into the chronology. Add what it meant when you can.")
        return redirect("cases:chronology-proposals", case.pk)
    return render(request, "cases/chronology_proposals.html", {"case": case, "page": page, "form": form})


def _get(request: HttpRequest, case_pk: int, pk: int) -> SignificantEvent:
    return get_beneath(request, SignificantEvent, case_pk, pk, "written_by", "struck_by")


def _entry(request: HttpRequest, case_pk: int) -> ChronologyEntry | None:
    key = request.GET.get("entry", "")
    if not (key.isascii() and key.isdigit() and len(key) < 18):
        return None
    return get_beneath(request, ChronologyEntry, case_pk, int(key))


def _from_entry(entry: ChronologyEntry | None) -> dict[str, object]:
    if entry is None:
        return {}
    children = [str(part.child_id) for part in entry.about.all()]
    return {
        "what": entry.summary,
        "happened_on": entry.happened_on,
        "source": entry.get_kind_display(),
        "children": children,
    }
