"""What people say of our work: read it, write it down, go on with a complaint, answer it; how to complain."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.complaints import ACKNOWLEDGED, LONGER, AnswerForm, ComplaintForm, CourseForm
from cases.lookup import get_case, get_complaint
from cases.models import Complaint
from cases.operations import complaints as verbs
from cases.operations.complaints import NotComplained
from cases.readings.complaints import read_complaint, rules_of_complaints, said_of_us
from cases.readings.marks import members_of
from cases.rules.complaints import COMPLAINT, Course, counted_how


@needs(Permission.CASE_READ)
def list_(request: HttpRequest, case_pk: int) -> HttpResponse:
    """What people said of our work with this family, as far as this person may read it."""
    case = get_case(request, case_pk)
    lines = said_of_us(case, request.user, timezone.localdate())
    return render(request, "cases/complaints.html", {"case": case, "lines": lines} | _may(request))


# What it is called here stands in lists of what colleagues began to write: it must not say that it is a complaint.
@needs(Permission.CASE_RECORD)
@keeps_words("what somebody said of our work")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Write down a complaint, a compliment or a comment."""
    case, on = get_case(request, case_pk), timezone.localdate()
    form = ComplaintForm(request.POST or None, people=members_of(case), on=on)
    if form.is_valid():
        try:
            said = verbs.take_complaint(case=case, said=form.said(), by=request.user, on=on)
        except NotComplained as why:
            refuse(form, why)
        else:
            messages.success(request, "Kept, in their words.")
            return redirect(said)
    return render(request, "cases/complaint_new.html", {"case": case, "form": form})


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """One of them: their words, how far it has gone, what was answered at each stage."""
    said = get_complaint(request, case_pk, pk)
    shown = {"case": said.case, "said": read_complaint(said, timezone.localdate())}
    return render(request, "cases/complaint.html", shown | _may(request))


@needs(Permission.CASE_AUTHORISE)
@keeps_words("where something stands")
def course(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A manager says that it was acknowledged, that it takes longer, or that it goes to the next stage."""
    said, on = get_complaint(request, case_pk, pk), timezone.localdate()
    reading = read_complaint(said, on)
    form = CourseForm(request.POST or None, complaint=said, more=reading.more, on=on)
    if reading.goes_on and form.is_valid():
        try:
            _go_on(said, form, request)
        except NotComplained as why:
            refuse(form, why)
        else:
            messages.success(request, "Saved.")
            return redirect(said)
    return render(request, "cases/complaint_course.html", {"case": said.case, "said": reading, "form": form})


@needs(Permission.CASE_AUTHORISE)
@keeps_words("an answer")
def answer(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A manager answers a complaint at the stage where it is."""
    said, on = get_complaint(request, case_pk, pk), timezone.localdate()
    form = AnswerForm(request.POST or None, on=on)
    if form.is_valid():
        try:
            verbs.answer(complaint=said, by=request.user, on=on, **form.cleaned_data)
        except NotComplained as why:
            refuse(form, why)
        else:
            messages.success(request, "Saved: they have an answer.")
            return redirect(said)
    is_open = said.kind == COMPLAINT and said.answered_on is None
    shown = {"case": said.case, "said": read_complaint(said, on), "form": form, "is_open": is_open}
    return render(request, "cases/complaint_answer.html", shown)


@needs(Permission.CASE_READ)
def paper(request: HttpRequest, case_pk: int) -> HttpResponse:
    """How to complain or to thank us, for the family to keep: in plain words, with how long we take."""
    case, on = get_case(request, case_pk), timezone.localdate()
    rules = rules_of_complaints(on)
    days = [counted_how(Course(stage, on), rules) for stage in (1, 2, 3)]
    return render(request, "cases/complaint_paper.html", {"case": case, "days": days})


def _go_on(said: Complaint, form: CourseForm, request: HttpRequest) -> None:
    what, day = form.cleaned_data["what"], form.cleaned_data["day"]
    who = {"complaint": said, "by": request.user, "on": timezone.localdate()}
    if what == ACKNOWLEDGED:
        verbs.acknowledge(day=day, **who)
    elif what == LONGER:
        verbs.extend(why=form.cleaned_data["why"], **who)
    else:
        verbs.go_further(day=day, **who)


def _may(request: HttpRequest) -> dict[str, bool]:
    user = request.user
    return {"may_record": may(user, Permission.CASE_RECORD), "may_answer": may(user, Permission.CASE_AUTHORISE)}
