"""Pages of whoever leads learning: promises, rounds of three questions, links for partners, you said and we did."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from camden.office.people_forms import AgreeForm
from camden.operations.refusals import NotDone
from camden.operations.refusals import Overtaken as Refused
from camden.operations.versions import Overtaken
from training import readings
from training.forms import LinksForm, PromiseEndForm, PromiseForm, RewordForm, RoundForm, YouSaidForm
from training.lookup import get_promise, get_round, get_you_said
from training.models import Survey, YouSaid
from training.operations import (
    call_off_round,
    end_promise,
    make_links,
    make_promise,
    plan_round,
    reword_promise,
    write_you_said,
)
from training.rules.listening import EXAMPLE, EXAMPLE_OF_PARTNERS, Whose

OPENED = "This round has opened: people may have answered, so it stays as it is until its last day."
FIRST = "Somebody else changed this round while your page was open. Look at theirs below, then send yours again."


@needs(Permission.LEARNING_KEEP)
def promises(request: HttpRequest) -> HttpResponse:
    """What is promised: everybody reads it."""
    leads = may(request.user, Permission.LEARNING_LEAD)
    context = {"promises": readings.promises(timezone.localdate()), "may_lead": leads}
    return render(request, "training/promises.html", context)


@needs(Permission.LEARNING_LEAD)
@keeps_words("a promise")
def promise_new(request: HttpRequest) -> HttpResponse:
    """Promise something from a day on."""
    form = PromiseForm(request.POST or None, on=timezone.localdate())
    if form.is_valid():
        make_promise(by=request.user, **form.cleaned_data)
        messages.success(request, "Promised. Everybody can read it.")
        return redirect("training:promises")
    return render(request, "training/promise_form.html", {"form": form})


@needs(Permission.LEARNING_LEAD)
@keeps_words("a promise in other words")
def promise_edit(request: HttpRequest, promise_pk: int) -> HttpResponse:
    """Say a promise in other words from a day on."""
    promise, on = get_promise(request, promise_pk), timezone.localdate()
    form = RewordForm(request.POST or None, on=on, version=promise.version, initial={"words": promise.words})
    if form.is_valid():
        try:
            reword_promise(promise=promise, version=form.version, by=request.user, on=on, **form.cleaned_data)
        except Overtaken as found:
            form.overtaken(found)
        except NotDone as why:
            form.add_error(why.about or None, str(why))
        else:
            messages.success(request, "Kept. Until that day it holds as it was.")
            return redirect("training:promises")
    return render(request, "training/promise_form.html", {"form": form, "promise": promise})


@needs(Permission.LEARNING_LEAD)
@keeps_words("the end of a promise")
def promise_ending(request: HttpRequest, promise_pk: int) -> HttpResponse:
    """End a promise. It stays to be read."""
    promise, on = get_promise(request, promise_pk), timezone.localdate()
    form = PromiseEndForm(request.POST or None, on=on)
    if form.is_valid():
        try:
            end_promise(promise=promise, by=request.user, **form.cleaned_data)
        except NotDone as why:
            form.add_error(why.about or None, str(why))
        else:
            messages.success(request, "Ended on that day. It stays to be read.")
            return redirect("training:promises")
    return render(request, "training/promise_ending.html", {"form": form, "promise": promise})


@needs(Permission.LEARNING_LEAD)
def rounds(request: HttpRequest) -> HttpResponse:
    """The rounds that were, are and will be. Nobody sees who answered, or how many."""
    return render(request, "training/rounds.html", {"rounds": readings.rounds(timezone.localdate())})


@needs(Permission.LEARNING_LEAD)
@keeps_words("a round of three questions")
def round_new(request: HttpRequest) -> HttpResponse:
    """Plan a round. `?of=partners` asks schools, health and police."""
    of = Whose.PARTNERS if request.GET.get("of") == Whose.PARTNERS else Whose.STAFF
    return _round(request, of, None)


@needs(Permission.LEARNING_LEAD)
@keeps_words("a round of three questions")
def round_edit(request: HttpRequest, survey_pk: int) -> HttpResponse:
    """Change a round before it opens."""
    survey = get_round(request, survey_pk)
    if survey.opens_on <= timezone.localdate():
        messages.info(request, OPENED)
        return redirect("training:rounds")
    return _round(request, Whose(survey.asked), survey)


@needs(Permission.LEARNING_LEAD)
def round_calling_off(request: HttpRequest, survey_pk: int) -> HttpResponse:
    """Ask nobody after all: before the day a round opens."""
    survey, on = get_round(request, survey_pk), timezone.localdate()
    form = AgreeForm(
        request.POST if request.method == "POST" else None, save="Call it off", version=survey.version, on=on
    )
    line = readings.round_in_words(survey, on)
    if not line.can_change:
        messages.info(request, OPENED)
        return redirect("training:rounds")
    if form.is_valid():
        try:
            call_off_round(survey=survey, version=form.version or 0, by=request.user, on=on)
        except Refused:
            form.add_error(None, FIRST)
            form.version_now = get_round(request, survey.pk).version
        except NotDone as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, "Called off. Nobody was asked, and links to it open nothing.")
            return redirect("training:rounds")
    context = {"form": form, "round": line, "questions": readings.questions_of(survey)}
    return render(request, "training/round_calling_off.html", context)


# The addresses typed here are kept nowhere, in no draft either.
@needs(Permission.LEARNING_LEAD)
def links(request: HttpRequest, survey_pk: int) -> HttpResponse:
    """Links to a partners' round, one for each address, shown once."""
    survey, on = get_round(request, survey_pk), timezone.localdate()
    line = readings.round_in_words(survey, on)
    if not line.can_send:
        messages.info(request, "Links are made for a round of partners that is open or still to open.")
        return redirect("training:rounds")
    form = LinksForm(request.POST or None)
    context: dict[str, Any] = {"form": form, "round": line}
    if form.is_valid():
        made = make_links(survey=survey, emails=form.cleaned_data["emails"], by=request.user)
        start = settings.CAMDEN_URL.rstrip("/")
        context["links"] = [(email, start + reverse("training:partner-link", args=[end])) for email, end in made]
    answer = render(request, "training/round_links.html", context)
    answer["Cache-Control"] = "no-store"
    return answer


@needs(Permission.LEARNING_LEAD)
@keeps_words("what people said")
def you_said_new(request: HttpRequest) -> HttpResponse:
    """Write down what was heard, and what was or will be done."""
    return _you_said(request, None)


@needs(Permission.LEARNING_LEAD)
@keeps_words("what people said")
def you_said_edit(request: HttpRequest, entry_pk: int) -> HttpResponse:
    """Go on with it, or say what became of it."""
    return _you_said(request, get_you_said(request, entry_pk))


def _round(request: HttpRequest, of: Whose, survey: Survey | None) -> HttpResponse:
    on = timezone.localdate()
    found = readings.promised(on)
    begins = readings.planned(survey) if survey else readings.examples(found, _EXAMPLES[of])
    version = survey.version if survey else None
    form = RoundForm(request.POST or None, promises=found, on=on, version=version, initial=begins)
    context = {"form": form, "of": of, "survey": survey, "is_partners": of is Whose.PARTNERS}
    if form.is_valid():
        who = {"asked": of.value, "by": request.user, "on": on, "survey": survey, "version": form.version or 0}
        try:
            plan_round(**who, **form.said)
        except Refused:
            form.add_error(None, FIRST)
            form.version_now = get_round(request, survey.pk).version if survey else None
            context["theirs"] = readings.questions_of(survey) if survey else ()
        except NotDone as why:
            form.add_error(why.about or None, str(why))
        else:
            messages.success(request, "Planned. You can change it until the day it opens.")
            return redirect("training:rounds")
    return render(request, "training/round_form.html", context)


def _you_said(request: HttpRequest, entry: YouSaid | None) -> HttpResponse:
    on, questions = timezone.localdate(), readings.heard_in(entry)
    is_told = bool(entry and entry.told_on)
    form = YouSaidForm(
        request.POST or None,
        questions=questions,
        is_told=is_told,
        on=on,
        version=entry.version if entry else None,
        initial=readings.as_written(entry) if entry else {},
    )
    if form.is_valid():
        try:
            write_you_said(entry=entry, version=form.version, by=request.user, on=on, **form.said)
        except Overtaken as found:
            form.overtaken(found)
        except NotDone as why:
            form.add_error(why.about or None, str(why))
        else:
            messages.success(request, "Told to everybody." if form.is_telling else "Kept as a draft.")
            return redirect("training:you-said")
    context = {"form": form, "entry": entry, "has_questions": bool(questions)}
    return render(request, "training/you_said_form.html", context)


_EXAMPLES = {Whose.STAFF: EXAMPLE, Whose.PARTNERS: EXAMPLE_OF_PARTNERS}
