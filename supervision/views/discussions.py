"""Pages about what is said about one family."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.models import User
from camden.office.kept import keeps_words
from camden.operations.versions import Overtaken
from cases.lookup import get_case
from supervision import readings
from supervision.forms import DiscussionForm, FamilyForm
from supervision.lookup import (
    get_discussion,
    get_discussion_to_write,
    get_family_to_bring,
    get_session_i_am_at,
)
from supervision.models import Discussion
from supervision.operations import (
    Locked,
    NextConversation,
    NotInTheRoom,
    TooManyKept,
    bring_family,
    write_discussion,
)
from supervision.readings.agenda import asked_for
from supervision.readings.consultations import consultations_of
from supervision.rules.stages import MOST_KEPT
from supervision.views.sessions import locked

SAID = ("dilemma", "useful", "ideas", "resonance", "voices", "safety", "risk", "minutes_spent")
SOMEBODY_ELSE = "Choose somebody else for this family."


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
            messages.error(request, locked(found))
            return redirect("supervision:session", found.pk)
        else:
            return redirect("supervision:discussion-edit", new.pk)
    return render(request, "supervision/discussion_new.html", {"session": found, "form": form, "families": families})


@needs(Permission.CASE_READ)
def discussion(request: HttpRequest, discussion_pk: int) -> HttpResponse:
    """What was said about one family, for those who see its record or were there."""
    found = get_discussion(request, discussion_pk)
    holds = may(request.user, Permission.SUPERVISION_HOLD)
    said = readings.said(found, request.user)
    return render(request, "supervision/discussion.html", {"said": said, "may_hold": holds})


@needs(Permission.SUPERVISION_JOIN)
@keeps_words("a discussion")
def discussion_edit(request: HttpRequest, discussion_pk: int) -> HttpResponse:
    """Write down what is said, in the order in which it is said. One scribe and one laptop are enough."""
    found = get_discussion_to_write(request, discussion_pk)
    on = timezone.localdate()
    if found.agreed_on or found.session.cancelled_on:
        messages.info(request, locked(found))
        return redirect("supervision:discussion", found.pk)
    room = readings.room(found)
    asked = readings.asked(found, room)
    form = DiscussionForm(request.POST or None, on=on, **asked)
    if form.is_valid():
        return _write(request, found, form, room)
    return _page(request, found, form, room)


@needs(Permission.CASE_READ)
def for_case(request: HttpRequest, case_pk: int) -> HttpResponse:
    """What was said about one family, session by session."""
    case = get_case(request, case_pk)
    found = readings.of_case(case, request.user)
    asked = consultations_of(case, request.user, timezone.localdate())
    context = {"case": case, "discussions": found, "consultations": asked}
    context["may_record"] = may(request.user, Permission.CASE_RECORD)
    context["may_ask"] = may(request.user, Permission.SUPERVISION_JOIN)
    context["waiting"] = asked_for(case, request.user)
    return render(request, "supervision/for_case.html", context)


def _page(request: HttpRequest, found: Discussion, form: DiscussionForm, room: list[User]) -> HttpResponse:
    context = {"discussion": found, "form": form, "case": found.case, "room": room}
    context["may_hold"] = may(request.user, Permission.SUPERVISION_HOLD)
    context["opens_with"] = readings.opens_with(found.case, timezone.localdate(), wall=True)
    return render(request, "supervision/discussion_edit.html", context)


def _write(request: HttpRequest, found: Discussion, form: DiscussionForm, room: list[User]) -> HttpResponse:
    people = {person.pk: person for person in room}
    said: dict[str, Any] = {name: form.cleaned_data[name] for name in SAID}
    said |= {name: form.cleaned_data[name] for name in ("kept", "kept_before")}
    said["conversations"] = [
        NextConversation(what, why, first, people.get(keeper or 0), due_on, key)
        for key, what, why, first, keeper, due_on in form.cleaned_data["conversations"]
    ]
    try:
        on, version = timezone.localdate(), form.version or None  # a page from before says none
        agreed = write_discussion(discussion=found, by=request.user, on=on, version=version, **said)
    except Locked:
        messages.error(request, locked(found))
        return redirect("supervision:discussion", found.pk)
    except Overtaken:
        form.overtaken(form.as_it_is_now())
        return _page(request, found, form, room)
    except TooManyKept:
        form.add_error("kept", f"Others were kept meanwhile: {MOST_KEPT} in all. Leave one of yours.")
        return _page(request, found, form, room)
    if agreed:
        messages.success(request, "Finished: it is on the family’s timeline, and what was agreed is with its keepers.")
        return redirect("supervision:discussion", found.pk)
    messages.success(request, "Saved.")
    again = redirect("supervision:discussion-edit", found.pk)
    if "bells" in request.POST:
        again["Location"] += "#bells"
    return again


def _key(request: HttpRequest, name: str) -> int | None:
    key = request.GET.get(name, "")
    return int(key) if key.isascii() and key.isdigit() and len(key) < 18 else None
