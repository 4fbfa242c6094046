"""Sharing what was written with the people it is about: who has it, share it, write down what they answer."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from camden.operations.versions import Overtaken
from cases.forms.asking import refuse
from cases.forms.sharing import AnswerForm, ShareForm
from cases.lookup import get_beneath
from cases.models import Sharing, Writing
from cases.operations.sharing import NotShared, answer, share
from cases.readings.giving import ways_of
from cases.readings.readers import readers_of
from cases.readings.report import report_due
from cases.readings.sharing import read_shared, who_of
from cases.readings.writing import locked_now
from cases.rules.giving import Ways

ELSEWHERE = "elsewhere"
_BY_HAND = Ways(("by-hand", "printed"), "", ())


@needs(Permission.CASE_RECORD)
@keeps_words("how a paper was shared")
def new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """First everybody, with who has it and what they said; then (`?person=`) how one of them read or heard it."""
    writing, on = (
        get_beneath(request, Writing, case_pk, pk, "assessment", "conference", "meeting"),
        timezone.localdate(),
    )
    asked, readers = request.GET.get("person", ""), readers_of(writing)
    who = readers.one(asked)
    context = {"case": writing.case, "writing": writing, "who": who}
    if who is None and asked != ELSEWHERE:
        shown = {
            "shared": read_shared(writing, readers, on),
            "due": report_due(writing, on),
            "locked": locked_now(writing),
        }
        return render(request, "cases/sharing_new.html", context | shown)
    ways = ways_of(who) if who else _BY_HAND
    form = ShareForm(request.POST or None, who=who, ways=ways, on=on)
    if form.is_valid():
        said = form.cleaned_data
        said["on"] = said.pop("shared_on")
        try:
            made = share(writing=writing, member=who, by=request.user, **said)
        except NotShared as why:
            refuse(form, why)
        else:
            if not made.member or made.how in ("not-reached", "not-safe"):
                messages.success(request, "Saved.")
                return redirect("cases:sharing-new", case_pk, pk)
            messages.success(request, f"Saved. What does {made.member.first_name} say?")
            return redirect("cases:sharing-answer", case_pk, pk, made.pk)
    return render(request, "cases/sharing_new.html", context | {"form": form, "ways": ways})


@needs(Permission.CASE_RECORD)
@keeps_words("what somebody answered")
def answered(request: HttpRequest, case_pk: int, pk: int, sharing_pk: int) -> HttpResponse:
    """What they say about it, and what we changed because of it or why not. The sharing's key says which it is."""
    sharing = get_beneath(request, Sharing, case_pk, sharing_pk, "writing", "member")
    sharing.writing.case = sharing.case
    before = {"before": sharing.remarks, "changed": sharing.changed, "version": sharing.version}
    form = AnswerForm(request.POST or None, on=timezone.localdate(), **before)
    if form.is_valid():
        said = form.cleaned_data
        said["on"] = said.pop("answered_on")
        try:
            answer(sharing=sharing, by=request.user, version=form.version, **said)
        except NotShared as why:
            refuse(form, why)
        except Overtaken as overtaken:
            form.overtaken(overtaken)
        else:
            messages.success(request, "Saved, beside what we wrote.")
            return redirect("cases:sharing-new", case_pk, sharing.writing_id)
    shown = {"case": sharing.case, "sharing": sharing, "who": who_of(sharing), "form": form}
    return render(request, "cases/sharing_answer.html", shown)
