"""What was thought together about a child, on that child's file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from camden.access import Permission, may, needs
from cases.lookup import get_beneath, get_child
from cases.models import OversightNote
from cases.readings.marks import mark_history, people_of
from cases.readings.oversight_notes import oversight_notes, read_oversight_note


@needs(Permission.CASE_READ)
def list_(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """All that was thought about one child, the newest first: this child's alone."""
    child = get_child(request, case_pk, pk)
    page = oversight_notes(child, people_of(child.case), after=request.GET.get("after", ""))
    return render(request, "cases/oversight_notes.html", {"case": child.case, "child": child, "page": page})


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """One note, and from whom it is kept."""
    row = get_beneath(request, OversightNote, case_pk, pk, "child", "agreed_by")
    names = people_of(row.case)
    context = {"case": row.case, "child": row.child, "note": read_oversight_note(row, names)}
    context |= {"history": mark_history(row, names), "may_record": may(request.user, Permission.CASE_RECORD)}
    return render(request, "cases/oversight_note.html", context)
