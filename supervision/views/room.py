"""The room: one page on the wall while a group talks, what it asks every two seconds, and what one scribe presses."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words, read_key
from camden.office.signed_out import is_fetch
from camden.operations.versions import Overtaken
from supervision.forms.room import PartsForm, RoomWordsForm, SentenceForm
from supervision.lookup import get_discussion_to_write, get_room
from supervision.models import Discussion, Session
from supervision.operations.holding import Locked, NotInTheRoom, NotYetHeld
from supervision.operations.room import (
    ask_in_room,
    begin_session,
    give_parts,
    keep_idea,
    let_idea_go,
    move_on,
    offer_idea,
    write_in_room,
)
from supervision.readings import opens_with, projector
from supervision.readings.discussions import room as who_hears
from supervision.readings.projected import genogram_of
from supervision.rules.hypotheses import KeptBy, NotNow
from supervision.rules.stages import OF_A_FAMILY

FOLDED = 15 * 60  # seconds for which one look stands for all that the page asks again
NOT_YET = "This session is on a later day. It begins on its day; what is written down is kept until then."
_SALT = "supervision.room"


@needs(Permission.SUPERVISION_JOIN)
@keeps_words("what is said in the room")
def room(request: HttpRequest, session_pk: int) -> HttpResponse:
    """The genogram of that day in the middle, what the presenter asks on the left, ideas on the right. `?family=`."""
    session = get_room(request, session_pk)
    if session.agreed_on or session.cancelled_on:
        return redirect("supervision:session", session.pk)
    found = projector.families_of(session, request.user)
    now = projector.now_with(found, request.GET.get("family", ""))
    if now and request.GET.get("family") != str(now.pk):
        return redirect(_address(session.pk, now.pk))
    if now is None:
        return render(request, "supervision/room.html", _bare(request, session))
    request.opened.add(*(each.case_id for each in found if each.is_record), now.case_id)
    form = RoomWordsForm(request.POST or None, words=now.words, presenter=now.presenter.name.split()[0])
    if form.is_valid():
        return _write(request, session, found, now, form)
    return _page(request, session, found, now, form)


@needs(Permission.SUPERVISION_JOIN)
def room_state(request: HttpRequest, session_pk: int) -> HttpResponse:
    """JSON `{number, html?, looked?}`: what changed since `?since=`, for the family of `?family=`.

    The record is written down as opened when something is shown and the last such look is 15 minutes old; `looked`,
    signed, says when that was, and comes back in `?looked=`. 404 when this person is not there.
    """
    session, at = get_room(request, session_pk), timezone.now()
    number, since = projector.stamp_of(session, at), request.GET.get("since")
    if session.agreed_on:
        return JsonResponse({"number": number, "ended": reverse("supervision:session", args=[session.pk])})
    if number and since == number:
        return JsonResponse({"number": number})
    found = projector.families_of(session, request.user)
    now = next((each for each in found if str(each.pk) == request.GET.get("family")), None)
    if now is None:
        raise Http404
    looked = request.GET.get("looked", "")
    request.opened.add(*(each.case_id for each in found if each.is_record), now.case_id)
    room = projector.room_of(session, found, now, request.user, at)
    request.opened.is_written = since == room.stamp or _looked_lately(looked, request, now)
    if since == room.stamp:  # nothing is shown
        return JsonResponse({"number": since})
    looked = looked if request.opened.is_written else _look(request, now)
    shown = {"session": session, "now": now, "room": room}
    html = render_to_string("supervision/_room_live.html", shown, request=request)
    return JsonResponse({"number": room.stamp, "html": html, "looked": looked})


@needs(Permission.SUPERVISION_HOLD)
def room_beginning(request: HttpRequest, session_pk: int) -> HttpResponse:
    """The group begins. Without a POST, it does not."""
    session = get_room(request, session_pk)
    if request.method == "POST":
        try:
            begin_session(session=session, at=timezone.now(), on=timezone.localdate())
        except Locked:
            messages.error(request, "This session has ended.")
        except NotYetHeld:
            messages.error(request, NOT_YET)
    return redirect("supervision:room", session.pk)


@needs(Permission.SUPERVISION_JOIN)
def room_step(request: HttpRequest, discussion_pk: int) -> HttpResponse:
    """The group moves on to a step, or back to one."""
    at = timezone.now()

    def go(found: Discussion) -> None:
        step = request.POST.get("step", "")
        if step in {each.code for each in OF_A_FAMILY}:
            move_on(discussion=found, step=step, by=request.user, at=at, on=timezone.localdate(at))

    return _done(request, discussion_pk, go)


@needs(Permission.SUPERVISION_JOIN)
def room_sentence(request: HttpRequest, discussion_pk: int) -> HttpResponse:
    """One sentence of somebody in the room: an idea on the board, or a question that was asked. `as` says which."""
    form = SentenceForm(request.POST or None)

    def say(found: Discussion) -> None:
        if not form.is_valid():
            raise NotNow(" ".join(words for words, _ in form.problems()) or "Type one sentence first.")
        said = {"discussion": found, "text": form.cleaned_data["text"], "key": read_key(form.cleaned_data["key"])}
        ask_in_room(**said) if request.POST.get("as") == "question" else offer_idea(**said)

    return _done(request, discussion_pk, say)


@needs(Permission.SUPERVISION_JOIN)
def room_prompt(request: HttpRequest, discussion_pk: int) -> HttpResponse:
    """A question of the library was asked."""

    def ask(found: Discussion) -> None:
        if prompt := projector.prompt_of(request.POST.get("prompt", "")):
            ask_in_room(discussion=found, text=prompt.words, prompt=prompt)

    return _done(request, discussion_pk, ask)


@needs(Permission.SUPERVISION_JOIN)
def room_bell(request: HttpRequest, discussion_pk: int) -> HttpResponse:
    """An idea rang a bell, or none after all. The one about danger is the supervisor's alone."""

    def ring(found: Discussion) -> None:
        leads = request.user.pk == found.session.supervisor_id
        by = KeptBy.SUPERVISOR if leads and request.POST.get("danger") else KeptBy.PRESENTER
        if keep := _number(request.POST.get("keep", "")):
            keep_idea(discussion=found, key=keep, by=by)
        elif back := _number(request.POST.get("back", "")):
            let_idea_go(discussion=found, key=back, is_supervisor=leads)

    return _done(request, discussion_pk, ring)


@needs(Permission.SUPERVISION_JOIN)
def room_parts(request: HttpRequest, discussion_pk: int) -> HttpResponse:
    """Who asks, plans and writes for this family: accepted as proposed with one press, or given out otherwise."""
    found = get_discussion_to_write(request, discussion_pk)
    people, given = who_hears(found), projector.parts_now(found)
    if request.POST.get("accept"):
        return _done(request, discussion_pk, lambda found: give_parts(discussion=found, parts=given))
    form = PartsForm(request.POST or None, people=people, given=given)
    if form.is_valid():
        return _done(
            request, discussion_pk, lambda found: give_parts(discussion=found, parts=form.cleaned_data["parts"])
        )
    return render(request, "supervision/room_parts.html", {"discussion": found, "case": found.case, "form": form})


def _page(request: HttpRequest, session: Session, found: list[Any], now: Any, form: RoomWordsForm) -> HttpResponse:
    at = timezone.now()
    shown, on = projector.room_of(session, found, now, request.user, at), timezone.localdate(at)
    picture = genogram_of(session, now, request.GET, on) if now.is_record else None
    context = _bare(request, session) | {
        "now": now,
        "room": shown,
        "form": form,
        "sentence": SentenceForm(),
        "looked": _look(request, now),
        "picture": picture,
        "opens_with": opens_with(now.case, on, wall=not picture.is_all) if picture else (),
        "may_record": may(request.user, Permission.CASE_RECORD),
    }
    return render(request, "supervision/room.html", context)


def _bare(request: HttpRequest, session: Session) -> dict[str, Any]:
    holds, is_ahead = may(request.user, Permission.SUPERVISION_HOLD), session.held_on > timezone.localdate()
    return {"session": session, "may_hold": holds, "may_begin": holds and not session.begun_at and not is_ahead}


def _write(request: HttpRequest, session: Session, found: list[Any], now: Any, form: RoomWordsForm) -> HttpResponse:
    if not now.is_record:
        raise Http404
    try:
        write_in_room(discussion=now, version=form.version, **form.cleaned_data)
    except Locked:
        messages.error(request, "This was agreed. What was written stays as it is.")
    except Overtaken as overtaken:
        form.overtaken(overtaken)
        return _page(request, session, found, now, form)
    return redirect(_address(session.pk, now.pk))


def _done(request: HttpRequest, discussion_pk: int, does: Callable[[Discussion], None]) -> HttpResponse:
    """Do one thing in the room and go back to it; to a script, JSON with the `problem` in words, or none."""
    found, problem = get_discussion_to_write(request, discussion_pk), ""
    try:
        if request.method == "POST":
            does(found)
    except NotNow as why:
        problem = str(why)
    except Locked:
        problem = "This was agreed. What was written stays as it is."
    except NotYetHeld:
        problem = NOT_YET
    except NotInTheRoom:
        problem = "Choose somebody who is here for this family."
    if is_fetch(request):
        return JsonResponse({"problem": problem})
    if problem:
        messages.warning(request, problem)
    return redirect(_address(found.session_id, found.pk))


def _number(said: str) -> int:
    return int(said) if said.isascii() and said.isdigit() and len(said) < 18 else 0


def _address(session_pk: int, discussion_pk: int) -> str:
    return f"{reverse('supervision:room', args=[session_pk])}?{urlencode({'family': discussion_pk})}"


def _look(request: HttpRequest, now: Any) -> str:
    return signing.TimestampSigner(salt=_SALT).sign(f"{request.user.pk}.{now.pk}")


def _looked_lately(said: str, request: HttpRequest, now: Any) -> bool:
    try:
        looked = signing.TimestampSigner(salt=_SALT).unsign(said, max_age=FOLDED)
    except signing.BadSignature:
        return False
    return looked == f"{request.user.pk}.{now.pk}"
