"""Pages about courses: the catalogue, a course, a place on it, a certificate; and what is offered."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from camden.operations.refusals import NotDone
from camden.operations.versions import Overtaken
from camden.papers.pdf import as_pdf
from camden.rules.names import day_in_words
from training import readings
from training.forms import CallOffForm, CourseForm, DateForm
from training.lookup import get_certificate, get_course, get_date, get_my_place, get_wish
from training.models import Booking, CourseSession
from training.operations import answer_wish, ask_for_place, call_off_date, give_place_back, open_course, plan_date
from training.views.one_form import Way, ask

SAID = {
    Booking.Stands.BOOKED: "You have a place. How to join is on this page.",
    Booking.Stands.WAITING: "It is full, so you are on the waiting list. You move up by yourself.",
    Booking.Stands.ASKED: "Your manager is asked first. Your turn is kept meanwhile.",
}


@needs(Permission.LEARNING_KEEP)
def courses(request: HttpRequest) -> HttpResponse:
    """Every course that is offered; above them the dates I lead."""
    on = timezone.localdate()
    context = {
        "courses": readings.catalogue(request.user, on),
        "led": readings.dates_run(request.user, on, leads=False),
        "may_lead": may(request.user, Permission.LEARNING_LEAD),
    }
    return render(request, "training/courses.html", context)


@needs(Permission.LEARNING_KEEP)
def course(request: HttpRequest, course_pk: int) -> HttpResponse:
    """A course with its dates: ask for a place, or give one back; what is left of those I went to, and those I run."""
    found, on = get_course(request, course_pk), timezone.localdate()
    leads = may(request.user, Permission.LEARNING_LEAD)
    context = {
        "one": readings.one_course(found, request.user, on),
        "been": readings.dates_been_to(request.user, found.pk),
        "runs": readings.dates_run(request.user, on, leads=leads, course=found.pk),
        "may_lead": leads,
    }
    return render(request, "training/course.html", context)


@needs(Permission.LEARNING_KEEP)
def place(request: HttpRequest, date_pk: int) -> HttpResponse:
    """Ask for a place on a date."""
    session = get_date(request, date_pk)
    if request.method == "POST":
        try:
            ends_on = readings.ends_on(request.user, session.course, timezone.localdate())
            booking = ask_for_place(session=session, by=request.user, at=timezone.now(), ends_on=ends_on)
            messages.success(request, SAID.get(booking.stands, booking.in_words))
        except NotDone as refused:
            messages.warning(request, str(refused))
    return redirect("training:course", session.course_id)


@needs(Permission.LEARNING_KEEP)
def place_return(request: HttpRequest, date_pk: int) -> HttpResponse:
    """Give a place back, or wait no longer."""
    session = get_date(request, date_pk)
    if request.method == "POST" and give_place_back(session=session, by=request.user, at=timezone.now()):
        messages.success(request, "Given back. Whoever waits has it now.")
    return redirect("training:course", session.course_id)


@needs(Permission.LEARNING_KEEP)
def calendar(request: HttpRequest, date_pk: int) -> HttpResponse:
    """A date one has a place on, for one's own calendar."""
    session: CourseSession = get_my_place(request, date_pk)
    answer = HttpResponse(
        readings.calendar_file(session, request.get_host()), content_type="text/calendar; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="course-{session.pk}.ics"'
    return answer


@needs(Permission.LEARNING_KEEP)
def certificate(request: HttpRequest, certificate_pk: int) -> HttpResponse:
    """A certificate of one's own, as a PDF."""
    found = get_certificate(request, certificate_pk)
    answer = HttpResponse(as_pdf(readings.certificate_paper(found)), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="certificate-{found.number}.pdf"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@needs(Permission.TEAM_READ)
def wish(request: HttpRequest, booking_pk: int) -> HttpResponse:
    """Say yes or no to a wish of one of my people."""
    booking = get_wish(request, booking_pk)
    if request.method == "POST":
        is_agreed = request.POST.get("answer") == "yes"
        try:
            answer_wish(booking=booking, is_agreed=is_agreed, by=request.user, at=timezone.now())
            messages.success(request, f"{booking.person.name} can see your answer.")
        except NotDone as refused:
            messages.warning(request, str(refused))
    return redirect("training:people")


@needs(Permission.LEARNING_LEAD)
@keeps_words("a course")
def course_new(request: HttpRequest) -> HttpResponse:
    """Put a course in the catalogue."""
    form = CourseForm(request.POST or None)
    if form.is_valid():
        return redirect("training:course", open_course(by=request.user, **form.cleaned_data).pk)
    return render(request, "training/course_new.html", {"form": form})


@needs(Permission.LEARNING_LEAD)
@keeps_words("a date of a course")
def course_date_new(request: HttpRequest, course_pk: int) -> HttpResponse:
    """Offer a date."""
    found = get_course(request, course_pk)
    form = DateForm(request.POST or None, course=found, on=timezone.localdate())
    if form.is_valid():
        plan_date(course=found, by=request.user, **form.said)
        messages.success(request, "The date is in the catalogue.")
        return redirect("training:course", found.pk)
    return render(request, "training/course_date_new.html", {"form": form, "course": found})


@needs(Permission.LEARNING_LEAD)
@keeps_words("why a date is called off")
def course_date_calling_off(request: HttpRequest, date_pk: int) -> HttpResponse:
    """A date is not held after all: whoever has a place or waits reads it, and why."""
    session, on = get_date(request, date_pk), timezone.localdate()
    back = Way(session.course.title, reverse("training:course", args=[session.course_id]))
    form = CallOffForm(request.POST or None, version=session.version)
    if session.called_off_on:
        messages.info(request, "This date was called off already.")
        return redirect(back.href)
    if form.is_valid():
        try:
            call_off_date(session=session, version=form.version, by=request.user, on=on, **form.cleaned_data)
        except Overtaken as found:
            form.overtaken(found)
        except NotDone as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, "Called off. Whoever leads it, has a place or waits reads it on their own pages.")
            return redirect(back.href)
    lead = "Whoever leads it, has a place or waits reads it on their own pages, with your words. It stays called off."
    caption = f"{session.course.title}, {day_in_words(session.held_on)}"
    return ask(request, form, title="Call this date off", caption=caption, lead=lead, back=back)
