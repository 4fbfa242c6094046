"""Hand-over notes: leave one, read one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from cases.forms.duty import DutyNoteForm
from cases.lookup import get_case, get_duty_note
from cases.operations.duty import hand_over
from cases.readings.duty import read_duty_note


@needs(Permission.CASE_RECORD)
@keeps_words("a hand-over note")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Leave a hand-over note for the people who work with the family."""
    case = get_case(request, case_pk)
    form = DutyNoteForm(request.POST or None)
    if form.is_valid():
        hand_over(case=case, by=request.user, at=timezone.now(), on=timezone.localdate(), **form.cleaned_data)
        messages.success(request, "The family’s workers will read your note at the top of My day.")
        return redirect(case)
    return render(request, "cases/duty_note_new.html", {"case": case, "form": form})


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """One hand-over note."""
    note = get_duty_note(request, case_pk, pk)
    return render(request, "cases/duty_note.html", {"case": note.case, "note": read_duty_note(note)})
