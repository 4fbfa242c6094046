"""Pages about a session that is held: its register, the code of the room, and what those who came say of it."""

from typing import Any

from allauth.core.internal.ratelimit import consume
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from camden.operations.refusals import NotDone
from camden.rules.moments import clock
from camden.rules.names import day_in_words
from training import readings
from training.forms import CodeForm, FeedbackForm, RegisterForm
from training.lookup import get_date, get_led_date
from training.operations import RegisterChanged, give_feedback, keep_register, show_code, sign_with_code
from training.rules.learning_hours import in_hours
from training.rules.room_code import OPEN_FOR, TRIES, shown

NO_COURSE = (
    "No course of yours has this code now. Look at it once more: it changes after a quarter of an hour. If you came"
    " without a place, tell whoever leads the course: they put you on the register."
)
TOO_OFTEN = "That was tried too often. Wait a few minutes, or tell whoever leads the course that you are here."
SAID_ALREADY = "You have said what you think of it, or were not there. Nothing was sent twice."


@needs(Permission.LEARNING_KEEP)
@keeps_words("a register")
def register(request: HttpRequest, date_pk: int) -> HttpResponse:
    """Who came to a session I run, in one go; the code of the room; what people said of it."""
    session, on = get_led_date(request, date_pk), timezone.localdate()
    page = readings.register(session, on)
    lines = [(line.person, line.name, line.came) for line in page.lines]
    form = RegisterForm(request.POST or None, lines=lines, version=page.version)
    if page.is_open and form.is_valid():
        try:
            keep_register(
                session=session, came=form.came, version=form.version or 0, by=request.user, on=on, at=timezone.now()
            )
        except RegisterChanged as changed:
            form.changed(changed.says, page.version)
        except NotDone as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "The register is saved. Whoever came has their hours of learning.")
            return redirect("training:register", session.pk)
    may_call_off = may(request.user, Permission.LEARNING_LEAD) and page.may_be_called_off(on)
    context = {"page": page, "session": session, "form": form, "may_call_off": may_call_off}
    return render(request, "training/register.html", context)


@needs(Permission.LEARNING_KEEP)
def room_code(request: HttpRequest, date_pk: int) -> HttpResponse:
    """Show a code for those in the room. Only this page ever shows it, so it is not led on from."""
    session, on, at = get_led_date(request, date_pk), timezone.localdate(), timezone.now()
    if request.method != "POST" or session.held_on != on or session.called_off_on:
        return redirect("training:register", session.pk)
    code = shown(show_code(session=session, by=request.user, at=at))
    context = {"session": session, "code": code, "until": clock(at + OPEN_FOR)}
    return render(request, "training/room_code.html", context)


@needs(Permission.LEARNING_KEEP)
@keeps_words("the code of a room")
def here(request: HttpRequest) -> HttpResponse:
    """Type the code that is shown in the room I sit in."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        tried: dict[str, Any] = {
            "app": "camden",
            "action": "room-code",
            "config": {"room-code": TRIES},
            "limit_get": True,
        }
        if not consume(request, key=str(request.user.pk), **tried):
            form.add_error("code", TOO_OFTEN)
        else:
            at = timezone.now()
            session = sign_with_code(code=form.cleaned_data["code"], by=request.user, on=timezone.localdate(), at=at)
            if session is not None:
                hours = in_hours(session.course.minutes)
                messages.success(
                    request, f"You are on the register of “{session.course.title}”. {hours} of learning are yours."
                )
                return redirect("training:course", session.course_id)
            form.add_error("code", NO_COURSE)
    return render(request, "training/here.html", {"form": form})


@needs(Permission.LEARNING_KEEP)
def feedback(request: HttpRequest, date_pk: int) -> HttpResponse:
    """Say what I think of a session I went to, without my name.

    Its words are kept nowhere under a name, not even while they are written: so it is no form that keeps them.
    """
    session = get_date(request, date_pk)
    form = FeedbackForm(request.POST or None)
    if not readings.may_say(request.user, session):
        messages.info(request, SAID_ALREADY)
        return redirect("training:course", session.course_id)
    if form.is_valid():
        done = give_feedback(session=session, by=request.user, **form.cleaned_data)
        messages.success(request, "Thank you. It is there without your name." if done else SAID_ALREADY)
        return redirect("training:course", session.course_id)
    day = day_in_words(session.held_on)
    return render(request, "training/feedback_new.html", {"form": form, "session": session, "day": day})
