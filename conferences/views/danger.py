"""*Tell the social worker about a danger*, and what became of it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from conferences.forms.danger import DangerForm, DidForm
from conferences.lookup import get_danger, get_prepared, names_of
from conferences.operations.danger import NotSaid, answer_danger, tell_danger
from conferences.readings.danger import duty_phone, read_danger


@needs(Permission.CONFERENCE_CONVENE)
@keeps_words("a danger to pass on")
def new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Pass a danger on. Nothing else of the preparation goes with it."""
    conference = get_prepared(request, case_pk, pk)
    form = DangerForm(request.POST or None, children=names_of(conference))
    if form.is_valid():
        try:
            told = tell_danger(
                conference=conference, danger=form.danger(), by=request.user, on=timezone.localdate()
            )  # fmt: skip
        except NotSaid as why:
            form.add_error("words", str(why))
        else:
            messages.success(request, "It is passed on." if told.told else "It is kept, and nobody could be told.")
            return redirect(told)
    return render(request, "conferences/danger_new.html", {"conference": conference, "form": form})


@needs(Permission.CONFERENCE_READ)
@keeps_words("what I do about a danger")
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Who was told and what is left to do; for whoever sees the record, *What I do now*."""
    danger = get_danger(request, case_pk, pk)
    answers = not danger.is_convened and may(request.user, Permission.CASE_RECORD)  # type: ignore[attr-defined]
    form = DidForm(request.POST or None) if answers else None
    if form and form.is_valid():
        answer_danger(danger=danger, did=form.cleaned_data["did"], by=request.user, on=timezone.localdate())
        messages.success(request, "The coordinator reads what you do now.")
        return redirect(danger)
    context = {"danger": danger, "line": read_danger(danger), "form": form, "duty_phone": duty_phone()}
    return render(request, "conferences/danger.html", context)
