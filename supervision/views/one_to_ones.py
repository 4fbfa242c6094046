"""Pages about one-to-one supervision: whom one talks with, begin a talk, write it down and read it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from camden.operations.versions import Overtaken
from supervision.forms.one_to_ones import AGREE, BeginForm, TalkForm
from supervision.lookup import get_one_to_one
from supervision.models import OneToOne
from supervision.operations.one_to_ones import (
    FamilyLine,
    NotTalked,
    agree_one_to_one,
    begin_one_to_one,
    write_one_to_one,
)
from supervision.readings import one_to_ones as readings


@needs(Permission.SUPERVISION_JOIN)
def list_(request: HttpRequest) -> HttpResponse:
    """Whom I talk with, when next, and our talks."""
    ahead = readings.next_talks(request.user, timezone.localdate())
    holds = may(request.user, Permission.SUPERVISION_HOLD)
    context = {"ahead": ahead, "talks": readings.talks(request.user), "may_hold": holds}
    return render(request, "supervision/one_to_ones.html", context)


@needs(Permission.SUPERVISION_HOLD)
@keeps_words("a one-to-one")
def new(request: HttpRequest) -> HttpResponse:
    """Begin a talk with somebody of my teams. `?worker=` is chosen already."""
    on, people = timezone.localdate(), readings.people_supervised(request.user)
    initial = {"held_on": on, "worker": request.GET.get("worker", "")}
    form = BeginForm(request.POST or None, on=on, people=people, initial=initial)
    if form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("worker", "held_on")}
        try:
            talk = begin_one_to_one(supervisor=request.user, on=on, **said)
        except NotTalked as why:
            form.add_error(why.about or None, str(why))
        else:
            return redirect("supervision:one-to-one", talk.pk)
    return render(request, "supervision/one_to_one_new.html", {"form": form, "people": people})


@needs(Permission.SUPERVISION_JOIN)
@keeps_words("a one-to-one")
def one_to_one(request: HttpRequest, one_to_one_pk: int) -> HttpResponse:
    """A talk: written by either of the two until it is agreed, and read by them alone but for each family's line."""
    talk = get_one_to_one(request, one_to_one_pk)
    families = readings.families_of(talk, request.user)
    request.opened.add(*(family.case.pk for family in families))
    other = talk.supervisor if talk.worker_id == request.user.pk else talk.worker
    context: dict[str, Any] = {"talk": talk, "other": other, "families": [each for each in families if each.pk]}
    if talk.agreed_on:
        return render(request, "supervision/one_to_one.html", context)
    may_agree = talk.supervisor_id == request.user.pk
    given: dict[str, Any] = {"talk": talk, "families": families, "may_agree": may_agree}
    form = TalkForm(request.POST or None, on=timezone.localdate(), **given)
    if form.is_valid() and _write(request, talk, form):
        return redirect("supervision:one-to-one", talk.pk)
    return render(request, "supervision/one_to_one.html", context | {"form": form})


def _write(request: HttpRequest, talk: OneToOne, form: TalkForm) -> bool:
    said = {name: form.cleaned_data[name] for name in ("wellbeing", "learning", "agreed", "next_on")}
    said["families"] = [FamilyLine(**line) for line in form.cleaned_data["families"]]
    try:
        write_one_to_one(talk=talk, by=request.user, version=form.version, **said)
        if AGREE in request.POST:
            whole = [each.pk for each in readings.families_of(talk, request.user) if each.pk and each.counts]
            agree_one_to_one(talk=talk, by=request.user, on=timezone.localdate(), whole=whole)
    except NotTalked as why:
        form.add_error(why.about or None, str(why))
        return False
    except Overtaken as meanwhile:
        form.overtaken(meanwhile)
        return False
    messages.success(request, "Agreed." if AGREE in request.POST else "Saved.")
    return True
