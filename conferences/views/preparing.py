"""Preparing a conference: the day, what is arranged, questions, notes. The coordinator's alone."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from camden.operations.versions import Overtaken
from conferences.forms.preparing import NEXT, ArrangementForm, NoteForm, QuestionsForm, WhenForm
from conferences.lookup import get_prepared
from conferences.operations.preparing import AskedMeanwhile, arrange, ask_questions, plan_meeting, write_note
from conferences.operations.stages import NotThatWay
from conferences.readings.preparing import arrangement_of, is_open, next_need, questions_asked, read_preparing
from conferences.rules.faith import FEASTS
from conferences.rules.inviting import NEEDS
from conferences.rules.questions import Answered


@needs(Permission.CONFERENCE_CONVENE)
@keeps_words("a note in preparation")
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """All that is prepared, and a note."""
    conference = get_prepared(request, case_pk, pk)
    form = NoteForm(request.POST or None)
    if form.is_valid():
        write_note(conference=conference, by=request.user, on=timezone.localdate(), **form.cleaned_data)
        messages.success(request, "Noted.")
        return redirect("conferences:preparing", case_pk, pk)
    context = {"conference": conference, "form": form, "page": read_preparing(conference)}
    return render(request, "conferences/preparing.html", context)


@needs(Permission.CONFERENCE_CONVENE)
@keeps_words("when a family meets")
def when(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The day, the hour and the place, as the family wants them."""
    conference = get_prepared(request, case_pk, pk)
    form = WhenForm(request.POST or None, conference=conference, on=timezone.localdate())
    if form.is_valid():
        try:
            plan_meeting(conference=conference, version=form.version, **form.cleaned_data)
        except Overtaken as found:
            form.overtaken(found)
        else:
            messages.success(request, "Saved.")
            return redirect("conferences:preparing", case_pk, pk)
    faith = arrangement_of(conference, "faith").words
    context = {"conference": conference, "form": form, "faith": faith, "feasts": FEASTS}
    return render(request, "conferences/when.html", context)


@needs(Permission.CONFERENCE_CONVENE)
@keeps_words("what is arranged")
def arrangement(request: HttpRequest, case_pk: int, pk: int, need: str) -> HttpResponse:
    """One thing that is thought of for every meeting."""
    conference = get_prepared(request, case_pk, pk)
    if need not in NEEDS:
        raise Http404
    after = next_need(need)
    now = arrangement_of(conference, need)
    form = ArrangementForm(request.POST or None, arrangement=now, has_next=bool(after))
    if form.is_valid():
        try:
            arrange(conference=conference, need=need, version=form.version, **form.cleaned_data)
        except Overtaken as found:
            form.overtaken(found)
        else:
            messages.success(request, "Saved.")
            if NEXT in request.POST and after:
                return redirect("conferences:arrangement", case_pk, pk, after)
            return redirect("conferences:preparing", case_pk, pk)
    context = {"conference": conference, "form": form, "title": NEEDS[need]}
    return render(request, "conferences/arrangement.html", context)


@needs(Permission.CONFERENCE_CONVENE)
@keeps_words("a family’s questions")
def questions(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The family's questions: they become the parts of its plan."""
    conference = get_prepared(request, case_pk, pk)
    form = QuestionsForm(request.POST or None, questions=questions_asked(conference))
    if form.is_valid():
        asked = form.cleaned_data["questions"]
        try:
            ask_questions(conference=conference, questions=asked, shown=form.cleaned_data["shown"])
        except AskedMeanwhile as found:
            form.overtaken_by(found.theirs)
        except (Answered, NotThatWay) as why:
            form.add_error("questions", str(why))
        else:
            messages.success(request, "The questions are saved.")
            return redirect("conferences:preparing", case_pk, pk)
    context = {"conference": conference, "form": form, "is_open": is_open(conference)}
    return render(request, "conferences/questions.html", context)
