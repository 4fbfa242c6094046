"""The mark *not to be shared*, on what is written already."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.marks import MarksForm, said_marks
from cases.lookup import get_beneath
from cases.models import CaseNote, ChronologyEntry, OversightNote, Quote, Visit
from cases.operations.marks import NotMarked, change_marks
from cases.readings.marks import mark_history, marks_of, people_of


@needs(Permission.CASE_RECORD)
@keeps_words("a mark on somebody’s words")
def of_quote(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """From whom somebody's words are kept."""
    return _marks(request, get_beneath(request, Quote, case_pk, pk, "speaker"), "words", "cases:quote")


@needs(Permission.CASE_RECORD)
@keeps_words("a mark on a visit")
def of_visit(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """From whom a visit is kept, and with it what was said in it."""
    return _marks(request, get_beneath(request, Visit, case_pk, pk), "this visit", "cases:visit")


@needs(Permission.CASE_RECORD)
@keeps_words("a mark on a note")
def of_note(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """From whom a note is kept, and with it what was said in it."""
    return _marks(request, get_beneath(request, CaseNote, case_pk, pk), "this note", "cases:note")


@needs(Permission.CASE_RECORD)
@keeps_words("a mark on an entry")
def of_entry(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """From whom an entry of the timeline is kept."""
    return _marks(request, get_beneath(request, ChronologyEntry, case_pk, pk), "this entry", "")


@needs(Permission.CASE_RECORD)
@keeps_words("a mark on what was thought together")
def of_oversight_note(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """From whom a note of what was thought about a child is kept."""
    row = get_beneath(request, OversightNote, case_pk, pk, "child")
    return _marks(request, row, "what was thought together", "cases:oversight-note")


def _marks(request: HttpRequest, row: Any, what: str, page: str) -> HttpResponse:
    names, marks = people_of(row.case), marks_of(row)
    form = MarksForm(request.POST or None, people=names.items(), marks=marks)
    if form.is_valid():
        said = said_marks(form.cleaned_data)
        try:
            change_marks(
                row=row, marks=said, by=request.user, on=timezone.localdate(), why=form.cleaned_data.get("why", "")
            )
        except NotMarked as why:
            refuse(form, why)
        else:
            messages.success(request, "Marked. It stays out of everything they may read." if said else "Not marked.")
            return redirect(_page(page, row))
    context = {"case": row.case, "form": form, "what": what, "history": mark_history(row, names)}
    return render(request, "cases/marks.html", context)


def _page(name: str, row: Any) -> str:
    try:
        return reverse(name, args=[row.case_id, row.pk])
    except NoReverseMatch:
        return row.case.get_absolute_url()  # type: ignore[no-any-return]
