"""Pages about group supervision."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from camden.operations.versions import Overtaken
from camden.rules.names import day_in_words
from cases.lookup import get_case
from supervision import readings
from supervision.forms import DiscussionForm, FamilyForm, SessionForm, WhoIsHereForm
from supervision.lookup import (
    get_discussion,
    get_discussion_to_write,
    get_family_to_bring,
    get_session,
    get_session_i_am_at,
    groups_of,
)
from supervision.models import Discussion, Session
from supervision.operations import (
    Locked,
    NextConversation,
    NotInTheRoom,
    NotYetHeld,
    bring_family,
    close_session,
    open_session,
    say_who_is_here,
    write_discussion,
)

SOMEBODY_ELSE = "Choose somebody else for this family."


@needs(Permission.SUPERVISION_JOIN)
def list_(request: HttpRequest) -> HttpResponse:
    """My groups, what is ahead and what was last, whom we have not heard of for longest, and what I was there for."""
    on = timezone.localdate()
    groups = readings.groups(groups_of(request), request.user, on)
    heard = readings.heard(request.user, on)
    request.opened.add(*(line.case_pk for line in heard), *(line.pk for group in groups for line in group.unheard))
    holds = may(request.user, Permission.SUPERVISION_HOLD)
    return render(request, "supervision/list.html", {"groups": groups, "heard": heard, "may_hold": holds})


@needs(Permission.SUPERVISION_HOLD)
@keeps_words("a session")
def session_new(request: HttpRequest) -> HttpResponse:
    """Open a session of one of my groups: today's, or one that is planned. `?group=` says which."""
    groups = groups_of(request)
    group = next((each for each in groups if str(each.pk) == request.GET.get("group")), groups[0] if groups else None)
    if group is None:
        return render(request, "supervision/session_new.html", {})
    on = timezone.localdate()
    given = {
        "initial": {"held_on": on},
        "people": readings.people_of(group),
        "present": {request.user.pk: "supervisor"},
    }
    form = SessionForm(request.POST or None, on=on, **given)
    if form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("held_on", "setting", "place", "parts")}
        session = open_session(group=group, by=request.user, **said)
        how = "planned" if session.held_on > on else "open"
        messages.success(request, f"The session is {how}. Bring the first family.")
        return redirect("supervision:session", session.pk)
    others = [each for each in groups if each != group]
    return render(request, "supervision/session_new.html", {"form": form, "group": group, "others": others})


@needs(Permission.SUPERVISION_JOIN)
def session(request: HttpRequest, session_pk: int) -> HttpResponse:
    """One session: who is here, and the families, one after the other."""
    return render(request, "supervision/session.html", _shown(request, get_session(request, session_pk)))


@needs(Permission.SUPERVISION_HOLD)
@keeps_words("who was there")
def attendance(request: HttpRequest, session_pk: int) -> HttpResponse:
    """Who is here after all, and as what."""
    found = get_session(request, session_pk)
    present = {each.person_id: each.part for each in readings.people(found)}
    form = WhoIsHereForm(request.POST or None, people=readings.people_of(found.group), present=present)
    if form.is_valid():
        try:
            say_who_is_here(session=found, parts=form.cleaned_data["parts"])
        except Locked:
            messages.error(request, _locked(found))
        return redirect("supervision:session", found.pk)
    return render(request, "supervision/attendance.html", {"session": found, "form": form})


@needs(Permission.SUPERVISION_HOLD)
def closure(request: HttpRequest, session_pk: int) -> HttpResponse:
    """End a session: what will happen, and then it happens."""
    found = get_session(request, session_pk)
    if request.method != "POST":
        return render(request, "supervision/closure.html", _shown(request, found))
    try:
        left = close_session(session=found, by=request.user, on=timezone.localdate())
    except NotYetHeld:
        messages.error(request, "This session is on a later day. It can end once it has been held.")
    except Locked:
        messages.error(request, _locked(found))
    else:
        _say_how_it_ended(request, left)
    return redirect("supervision:session", found.pk)


@needs(Permission.SUPERVISION_JOIN)
@keeps_words("a discussion")
def discussion_new(request: HttpRequest, session_pk: int) -> HttpResponse:
    """Bring a family to a session. `?case=` is chosen already."""
    found, on = get_session_i_am_at(request, session_pk), timezone.localdate()
    families = readings.families_to_bring(found, request.user, on)
    request.opened.add(*(family.pk for family in families))
    people = [each.person for each in readings.people(found)]
    form = FamilyForm(request.POST or None, families=families, people=people, first=_key(request, "case"))
    if form.is_valid():
        case, children = get_family_to_bring(request, int(form.cleaned_data["case"]))
        presenter = next(person for person in people if str(person.pk) == form.cleaned_data["presenter"])
        said = {name: form.cleaned_data[name] for name in ("depth", "reason")}
        try:
            new = bring_family(session=found, case=case, children=children, presenter=presenter, **said)
        except NotInTheRoom:
            form.add_error("presenter", SOMEBODY_ELSE)
        except Locked:
            messages.error(request, _locked(found))
            return redirect("supervision:session", found.pk)
        else:
            return redirect("supervision:discussion-edit", new.pk)
    return render(request, "supervision/discussion_new.html", {"session": found, "form": form, "families": families})


@needs(Permission.CASE_READ)
def discussion(request: HttpRequest, discussion_pk: int) -> HttpResponse:
    """What was said about one family, for those who see its record or were there."""
    found = get_discussion(request, discussion_pk)
    return render(request, "supervision/discussion.html", {"said": readings.said(found, request.user)})


@needs(Permission.SUPERVISION_JOIN)
@keeps_words("a discussion")
def discussion_edit(request: HttpRequest, discussion_pk: int) -> HttpResponse:
    """Write down what is said, in the order in which it is said. One scribe and one laptop are enough."""
    found = get_discussion_to_write(request, discussion_pk)
    on = timezone.localdate()
    if found.agreed_on:
        messages.info(request, _locked(found))
        return redirect("supervision:discussion", found.pk)
    asked = readings.asked(found)
    form = DiscussionForm(
        request.POST or None, on=on, may_recommend=may(request.user, Permission.SUPERVISION_HOLD), **asked
    )
    if form.is_valid():
        return _write(request, found, form, {person.pk: person for person in asked["keepers"]})
    return _page(request, found, form)


@needs(Permission.CASE_READ)
def for_case(request: HttpRequest, case_pk: int) -> HttpResponse:
    """What was said about one family, session by session."""
    case = get_case(request, case_pk)
    found = readings.of_case(case, request.user)
    return render(request, "supervision/for_case.html", {"case": case, "discussions": found})


def _page(request: HttpRequest, found: Discussion, form: DiscussionForm) -> HttpResponse:
    context = {"discussion": found, "form": form, "case": found.case, "room": readings.room(found)}
    return render(request, "supervision/discussion_edit.html", context)


def _write(request: HttpRequest, found: Discussion, form: DiscussionForm, people: dict[int, Any]) -> HttpResponse:
    said = {name: form.cleaned_data[name] for name in ("dilemma", "useful", "ideas", "voices", "safety")}
    said["kept"] = form.cleaned_data.get("kept", [])
    said["recommendation"] = form.cleaned_data.get("recommendation")
    said["conversations"] = [
        NextConversation(what, why, first, people.get(keeper or 0), due_on, key)
        for key, what, why, first, keeper, due_on in form.cleaned_data["conversations"]
    ]
    try:
        on, version = timezone.localdate(), form.version or None  # a page from before says none
        agreed = write_discussion(discussion=found, by=request.user, on=on, version=version, **said)
    except Locked:
        messages.error(request, _locked(found))
        return redirect("supervision:discussion", found.pk)
    except Overtaken:
        form.overtaken(form.as_it_is_now())
        return _page(request, found, form)
    if agreed:
        messages.success(request, "Finished: it is on the family’s timeline, and what was agreed is with its keepers.")
        return redirect("supervision:discussion", found.pk)
    messages.success(request, "Saved.")
    again = redirect("supervision:discussion-edit", found.pk)
    if "bells" in request.POST:
        again["Location"] += "#bells"
    return again


def _shown(request: HttpRequest, found: Session) -> dict[str, Any]:
    lines = readings.of_session(found, request.user)
    request.opened.add(*(line.case_pk for line in lines))
    people = readings.people(found)
    return {
        "session": found,
        "day": day_in_words(found.held_on),
        "people": people,
        "discussions": lines,
        "is_here": any(each.person_id == request.user.pk for each in people),
        "may_hold": may(request.user, Permission.SUPERVISION_HOLD),
    }


def _say_how_it_ended(request: HttpRequest, left: list[Discussion]) -> None:
    messages.success(request, "The session has ended. What was agreed is with its keepers, and on each timeline.")
    if left:
        one = len(left) == 1
        words = "One family is" if one else f"{len(left)} families are"
        messages.warning(request, f"{words} still to finish, within two working days, and does not count until then.")


def _locked(found: Session | Discussion) -> str:
    when = day_in_words(found.agreed_on) if found.agreed_on else "a moment ago"
    return f"This was agreed {'on ' if found.agreed_on else ''}{when}. What was written stays as it is."


def _key(request: HttpRequest, name: str) -> int | None:
    key = request.GET.get(name, "")
    return int(key) if key.isascii() and key.isdigit() and len(key) < 18 else None
