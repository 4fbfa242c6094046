"""Pages of a reflective log: its writer's own, page by page shown to the assessor."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from camden.operations.versions import Overtaken
from training.forms import LogForm
from training.lookup import get_log, get_own_log, get_own_programme
from training.operations import ShownAlready, change_log, show_log, write_log
from training.views.one_form import Way, ask

PRIVATE = "Only you read this, until you show this page to your assessor. Nobody else ever does."
SHOWN = "You showed this page: its words stay as they were read."


@needs(Permission.LEARNING_KEEP)
@keeps_words("a page of a log")
def new(request: HttpRequest, programme_pk: int) -> HttpResponse:
    """Write a page."""
    programme = get_own_programme(request, programme_pk)
    form = LogForm(request.POST or None, on=timezone.localdate(), began=programme.started_on)
    if form.is_valid():
        entry = write_log(programme=programme, by=request.user, **form.cleaned_data)
        messages.success(request, "Kept. Only you can read it.")
        return redirect("training:log-entry", entry.pk)
    back = Way("The programme", reverse("training:programme", args=[programme.pk]))
    return ask(request, form, title="A page of my log", foot=PRIVATE, back=back)


@needs(Permission.LEARNING_KEEP)
def entry(request: HttpRequest, entry_pk: int) -> HttpResponse:
    """One page: my own, or one that somebody I assess shows me."""
    found = get_log(request, entry_pk)
    context = {"entry": found, "is_mine": found.person_id == request.user.pk}
    return render(request, "training/log_entry.html", context)


@needs(Permission.LEARNING_KEEP)
@keeps_words("a page of a log")
def edit(request: HttpRequest, entry_pk: int) -> HttpResponse:
    """Go on with a page that nobody has seen."""
    found = get_own_log(request, entry_pk)
    said = {"written_on": found.written_on, "words": found.words}
    began = found.programme.started_on
    form = LogForm(request.POST or None, initial=said, version=found.version, on=timezone.localdate(), began=began)
    if found.shown_on is not None and request.method != "POST":
        messages.info(request, SHOWN)
        return redirect("training:log-entry", found.pk)
    if form.is_valid():
        try:
            change_log(entry=found, version=form.version, by=request.user, **form.cleaned_data)
        except Overtaken as theirs:
            form.overtaken(theirs)
        except ShownAlready:
            form.add_error(None, f"{SHOWN} Write a new page for what you add.")
        else:
            messages.success(request, "Kept. Only you can read it.")
            return redirect("training:log-entry", found.pk)
    back = Way("The page", reverse("training:log-entry", args=[found.pk]))
    return ask(request, form, title="A page of my log", foot=PRIVATE, back=back)


@needs(Permission.LEARNING_KEEP)
def showing(request: HttpRequest, entry_pk: int) -> HttpResponse:
    """Show a page to my assessor, for good."""
    found = get_own_log(request, entry_pk)
    if request.method == "POST":
        show_log(entry=found, by=request.user, on=timezone.localdate())
        messages.success(request, "Your assessor can read this page now, and no other page.")
    return redirect("training:log-entry", found.pk)
