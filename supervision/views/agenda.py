"""Pages about the agenda of a session, and a worker's request to be on it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from camden.rules.names import day_in_words
from cases.lookup import get_case
from supervision.forms.agenda import AgendaItemForm, AgendaRequestForm
from supervision.lookup import get_agenda_item, get_another, get_session, get_session_i_supervise, supervises
from supervision.models import Session
from supervision.operations import Locked
from supervision.operations.agenda import (
    NotOnThisAgenda,
    accept_agenda,
    ask_for_family,
    bring_agenda,
    change_depth,
    change_place,
    plan_another,
    put_on_agenda,
    take_off_agenda,
)
from supervision.readings import agenda as shown

LOCKED = "This session has ended. Its agenda stays as it is."
ELSEWHERE = "This family needs another session. It stands under “Needs another session”, for you alone."


@needs(Permission.SUPERVISION_JOIN)
def agenda(request: HttpRequest, session_pk: int) -> HttpResponse:
    """What a session is for: its families in order, and, for whoever supervises, what waits for them.

    Each press of theirs changes one thing, and may be sent twice.
    """
    found = get_session(request, session_pk)
    is_mine = supervises(request, found)
    if request.method == "POST":
        return _pressed(request, found, is_mine=is_mine)
    read = shown.agenda(found, request.user, is_mine=is_mine) if is_mine or found.agenda_published_at else None
    elsewhere = shown.elsewhere([found.group], request.user)
    request.opened.add(*(each.case_pk for each in (*(read.lines if read else ()), *elsewhere)))
    context = {"session": found, "day": day_in_words(found.held_on), "agenda": read, "elsewhere": elsewhere}
    may_change = is_mine and found.agreed_on is None and found.cancelled_on is None
    is_today = found.held_on <= timezone.localdate()
    context |= {"may_change": may_change, "is_today": is_today, "may_record": may(request.user, Permission.CASE_RECORD)}
    return render(request, "supervision/agenda.html", context)


@needs(Permission.SUPERVISION_HOLD)
@keeps_words("a family for an agenda")
def agenda_item_new(request: HttpRequest, session_pk: int) -> HttpResponse:
    """Put another family on the agenda."""
    found, on = get_session_i_supervise(request, session_pk), timezone.localdate()
    families = shown.families_to_add(found, request.user, on)
    request.opened.add(*(key for key, _ in families))
    form = AgendaItemForm(request.POST or None, families=families)
    if form.is_valid():
        case = get_case(request, form.cleaned_data["case"])
        try:
            put_on_agenda(session=found, case=case, depth=form.cleaned_data["depth"], by=request.user, on=on)
        except NotOnThisAgenda:
            messages.warning(request, ELSEWHERE)
        except Locked:
            messages.error(request, LOCKED)
        else:
            messages.success(request, f"{case.name} is on the agenda.")
        return redirect("supervision:agenda", found.pk)
    context = {"session": found, "day": day_in_words(found.held_on), "form": form}
    return render(request, "supervision/agenda_item_new.html", context)


@needs(Permission.SUPERVISION_JOIN)
@keeps_words("a request to think together")
def agenda_request_new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Ask that a family be talked about. One that is asked for already is not asked for again, and the page says so."""
    case = get_case(request, case_pk)
    waiting = shown.asked_for(case, request.user)
    form = AgendaRequestForm(request.POST or None)
    if form.is_valid() and not waiting:
        ask_for_family(case=case, by=request.user, on=timezone.localdate(), **form.cleaned_data)
        messages.success(request, "Asked. The next agenda proposes this family, and whoever supervises decides.")
        return redirect("supervision:for-case", case.pk)
    return render(request, "supervision/agenda_request_new.html", {"case": case, "form": form, "waiting": waiting})


def _pressed(request: HttpRequest, found: Session, *, is_mine: bool) -> HttpResponse:
    if "planned" in request.POST:
        need = get_another(request, request.POST["planned"])
        plan_another(need=need, by=request.user, on=timezone.localdate())
        messages.success(request, "Noted: another session is planned.")
        return redirect("supervision:agenda", found.pk)
    if not is_mine:
        raise Http404
    try:
        _change(request, found)
    except Locked:
        messages.error(request, LOCKED)
    return redirect("supervision:session" if "bring" in request.POST else "supervision:agenda", found.pk)


def _change(request: Any, found: Session) -> None:
    on, post = timezone.localdate(), request.POST
    if "publish" in post:
        accept_agenda(session=found, by=request.user, on=on, at=timezone.now())
        messages.success(request, "Accepted. The group can read it now.")
    elif "accept" in post:
        accept_agenda(session=found, by=request.user, on=on)
        messages.success(request, "Accepted. The group reads it once you publish it.")
    elif "bring" in post:
        accept_agenda(session=found, by=request.user, on=on)
        many = len(bring_agenda(session=found, by=request.user))
        messages.success(request, f"{many} {'family is' if many == 1 else 'families are'} here, in the agenda’s order.")
    elif "off" in post:
        take_off_agenda(item=get_agenda_item(request, found, post["off"]), by=request.user, on=on)
    elif "deep" in post or "quick" in post:
        depth = "deep" if "deep" in post else "quick"
        change_depth(item=get_agenda_item(request, found, post[depth]), depth=depth)
    elif ":" in post.get("place", ""):
        key, place = post["place"].split(":", 1)
        if not place.isascii() or not place.isdigit() or len(place) > 4:
            raise Http404
        change_place(item=get_agenda_item(request, found, key), place=int(place), by=request.user)
