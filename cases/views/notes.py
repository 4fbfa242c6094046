"""Calls, messages, conversations, case notes, direct work and observations: write one, read one, take one back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.milestones import StrikeForm
from cases.forms.notes import NoteForm
from cases.lookup import get_beneath, get_case
from cases.models import CaseNote
from cases.operations.marks import TOLD_AS
from cases.operations.notes import NoteStruckAlready, NotWritten, strike_note, write_note
from cases.readings.around import people_around
from cases.readings.disagreements import disagreements_about
from cases.readings.notes import read_note
from cases.rules.notes import ASKED


@needs(Permission.CASE_RECORD)
@keeps_words("a note")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Write one note, once for all the children it is about. `?kind=` says which; `?child=` where it was opened."""
    case = get_case(request, case_pk)
    kind = request.GET.get("kind", "")
    kind = kind if kind in ASKED else "note"
    form = NoteForm(
        request.POST or None, kind=kind, around=people_around(case), on=timezone.localdate(), first=_child(request)
    )
    if form.is_valid():
        try:
            note = write_note(
                case=case,
                by=request.user,
                said=form.said(),
                children=form.about(),
                people=form.people(),
                names=form.names(),
                spoken=form.spoken(),
                next_steps=form.next_steps(),
                marks=form.marks(),
                words_marks=form.words_marks(),
            )
        except NotWritten as why:
            refuse(form, why)
        else:
            messages.success(request, f"Written down: {ASKED[kind].heading.lower()}.")
            return redirect(note)
    kinds = [(code, asks.heading) for code, asks in ASKED.items()]
    return render(
        request,
        "cases/note_new.html",
        {"case": case, "form": form, "kind": kind, "kinds": kinds, "child": _child(request)},
    )


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """One note: what was said and seen, what it means, and who wrote it when."""
    note = _get(request, case_pk, pk)
    may_record = note.struck_on is None and may(request.user, Permission.CASE_RECORD)
    others = disagreements_about(note.case, TOLD_AS[CaseNote], note.pk)
    context = {"case": note.case, "note": read_note(note), "may_record": may_record, "others": others}
    return render(request, "cases/note.html", context)


@needs(Permission.CASE_RECORD)
@keeps_words("why a note was not so")
def strike(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Take back a note that was not so. It stays to be read."""
    note = _get(request, case_pk, pk)
    form = StrikeForm(request.POST or None)
    if form.is_valid():
        try:
            strike_note(note=note, by=request.user, on=timezone.localdate(), why=form.cleaned_data["why"])
        except NoteStruckAlready as why:
            refuse(form, why)
            note = _get(request, case_pk, pk)
        else:
            messages.success(request, "Taken back. It stays to be read, crossed out.")
            return redirect(note)
    return render(request, "cases/note_strike.html", {"case": note.case, "note": read_note(note), "form": form})


def _get(request: HttpRequest, case_pk: int, pk: int) -> CaseNote:
    return get_beneath(request, CaseNote, case_pk, pk, "account", "writer", "struck_by")


def _child(request: HttpRequest) -> int | None:
    key = request.GET.get("child", "")
    return int(key) if key.isascii() and key.isdigit() and len(key) < 18 else None
