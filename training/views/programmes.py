"""Pages of early-career programmes: for the worker, the assessor, the panel, a manager and a training lead."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from camden.operations.refusals import NotDone
from camden.operations.versions import Overtaken
from camden.rules.names import day_in_words
from training import readings
from training.forms import (
    AgreementForm,
    DatesForm,
    OutcomeForm,
    OwnWordsForm,
    PanelForm,
    ProgrammeForm,
    ReviewForm,
    WeekForm,
)
from training.lookup import (
    get_assessed,
    get_led_programme,
    get_own_programme,
    get_own_review,
    get_panel_member,
    get_programme,
    get_programme_of_panel,
    get_programme_to_agree,
)
from training.models import Programme
from training.operations import (
    AgreedAlready,
    agree_on_learning,
    begin_programme,
    change_programme,
    decide_programme,
    end_on_panel,
    hold_review,
    keep_week,
    name_to_panel,
    say_of_support,
)
from training.rules.early_career import Outcome
from training.rules.protecting import WEEK, monday_of
from training.views.one_form import Way, ask

NOT_NOTED = "No employment is noted for them, so their caseload is reckoned as full until somebody notes it."
AGREED = "The agreement is written already: it is on this page. What has changed since belongs in the next review."
WEEKS_BACK = 5
LISTS = (
    ("own", "My own"),
    ("assessed", "I assess"),
    ("panel", "Panels I sit on"),
    ("people", "My people"),
    ("all", "Everybody who is on one"),
)


@needs(Permission.LEARNING_KEEP)
def programmes(request: HttpRequest) -> HttpResponse:
    """Programmes I have a part in: my own, of people I assess, whose panel I sit on, of my people."""
    lists = readings.programme_lists(request.user, timezone.localdate())
    parts = [(title, getattr(lists, name)) for name, title in LISTS if getattr(lists, name)]
    leads = may(request.user, Permission.LEARNING_LEAD)
    return render(request, "training/programmes.html", {"parts": parts, "may_lead": leads})


@needs(Permission.LEARNING_KEEP)
def programme(request: HttpRequest, programme_pk: int) -> HttpResponse:
    """One programme, as far as it is mine to see."""
    found = get_programme(request, programme_pk)
    page = readings.one_programme(found, request.user, timezone.localdate())
    return render(request, "training/programme.html", {"page": page, "programme": found})


@needs(Permission.LEARNING_LEAD)
@keeps_words("an early-career programme")
def new(request: HttpRequest) -> HttpResponse:
    """Somebody newly qualified begins."""
    choices = {"people": readings.to_begin(), "assessors": readings.assessors()}
    form = ProgrammeForm(request.POST or None, on=timezone.localdate(), **choices)
    if form.is_valid():
        try:
            begun, is_noted = begin_programme(by=request.user, **form.said)
        except NotDone as why:
            form.add_error(why.about or None, str(why))
        else:
            messages.success(request, f"{begun.get_code_display()}, since {day_in_words(begun.started_on)}.")
            if not is_noted:
                messages.warning(request, NOT_NOTED)
            return redirect("training:programme-panel", begun.pk)
    lead = "Their caseload is capped from the day they start. Next you name the panel."
    return ask(
        request, form, title="Begin a programme", lead=lead, back=Way("Programmes", reverse("training:programmes"))
    )


@needs(Permission.LEARNING_LEAD)
@keeps_words("the dates of a programme")
def dates(request: HttpRequest, programme_pk: int) -> HttpResponse:
    """Who assesses, and until when it goes on."""
    found = get_led_programme(request, programme_pk)
    said = {"assessor": str(found.assessor_id), "extended_to_on": found.extended_to_on}
    people = {each.pk: each for each in [*readings.assessors(), found.assessor]}
    form = DatesForm(
        request.POST or None, initial=said, version=found.version, on=timezone.localdate(),
        assessors=sorted(people.values(), key=lambda each: each.name), ends_anyway=readings.ends_anyway(found),
    )  # fmt: skip
    if form.is_valid():
        try:
            change_programme(programme=found, version=form.version, by=request.user, **form.said)
        except Overtaken as theirs:
            form.overtaken(theirs)
        except NotDone as why:
            form.add_error(why.about or None, str(why))
        else:
            messages.success(request, "Kept.")
            return redirect("training:programme", found.pk)
    return ask(request, form, title="Assessor and dates", caption=found.person.name, back=_back(found))


@needs(Permission.LEARNING_LEAD)
@keeps_words("who sits on a panel")
def panel(request: HttpRequest, programme_pk: int) -> HttpResponse:
    """Name somebody to the panel."""
    found = get_led_programme(request, programme_pk)
    form = PanelForm(request.POST or None, people=readings.may_sit(found))
    if form.is_valid():
        try:
            name_to_panel(programme=found, person=form.chosen("person"), by=request.user, on=timezone.localdate())
        except NotDone as why:
            form.add_error(why.about or None, str(why))
        else:
            messages.success(request, f"{form.chosen('person').name} sits on the panel.")
            return redirect("training:programme", found.pk)
    lead = (
        "Two people or more. Neither the worker nor the assessor; who manages the worker may sit, and does not decide."
    )
    return ask(
        request, form, title="Name somebody to the panel", caption=found.person.name, lead=lead, back=_back(found)
    )


@needs(Permission.LEARNING_LEAD)
def panel_ending(request: HttpRequest, programme_pk: int, member_pk: int) -> HttpResponse:
    """Somebody sits on the panel no longer."""
    found = get_led_programme(request, programme_pk)
    member = get_panel_member(request, found, member_pk)
    if request.method == "POST":
        end_on_panel(member=member, by=request.user, on=timezone.localdate())
        messages.success(request, "They sit on this panel no longer.")
    return redirect("training:programme", found.pk)


@needs(Permission.LEARNING_KEEP)
@keeps_words("a learning agreement")
def agreement(request: HttpRequest, programme_pk: int) -> HttpResponse:
    """What the worker, their manager and the assessor agreed, written once by one of the three."""
    found = get_programme_to_agree(request, programme_pk)
    form = AgreementForm(request.POST or None, on=timezone.localdate(), began=found.started_on)
    if form.is_valid():
        try:
            agree_on_learning(programme=found, by=request.user, **form.said)
        except AgreedAlready as before:
            form.add_error(
                None, f"It was agreed on {day_in_words(before.theirs.agreed_on)} and is on the programme’s page."
            )
        else:
            messages.success(request, "Agreed. All three of you find it on this page, and the panel.")
            return redirect("training:programme", found.pk)
    elif request.method != "POST" and readings.is_agreed(found):
        messages.info(request, AGREED)
        return redirect("training:programme", found.pk)
    lead = "One of you writes, all three speak. It is written once."
    foot = "The worker, their manager, the assessor and the panel read this."
    return ask(
        request, form, title="Learning agreement", caption=found.person.name, lead=lead, foot=foot, back=_back(found)
    )


@needs(Permission.LEARNING_KEEP)
@keeps_words("a review")
def review_new(request: HttpRequest, programme_pk: int) -> HttpResponse:
    """The assessor writes down a review."""
    found = get_assessed(request, programme_pk)
    form = ReviewForm(request.POST or None, on=timezone.localdate(), began=found.started_on)
    if form.is_valid():
        try:
            hold_review(programme=found, by=request.user, **form.cleaned_data)
        except NotDone as why:
            form.add_error(why.about or None, str(why))
        else:
            messages.success(request, f"{found.person.name} can read it, and say what support there was.")
            return redirect("training:programme", found.pk)
    foot = f"{found.person.name} and the panel read this. A manager sees the day."
    return ask(request, form, title="Write down a review", caption=found.person.name, foot=foot, back=_back(found))


@needs(Permission.LEARNING_KEEP)
@keeps_words("what support there was")
def review_answer(request: HttpRequest, review_pk: int) -> HttpResponse:
    """The worker's own words about the support they had."""
    review = get_own_review(request, review_pk)
    form = OwnWordsForm(
        request.POST or None, initial={"worker_says": review.worker_says}, version=review.version,
        label="What support did you have, and what did you miss?",
        help_text="They are yours. Your assessor reads them; your manager, the panel and the training lead do not.",
    )  # fmt: skip
    if form.is_valid():
        try:
            said = form.cleaned_data["worker_says"]
            say_of_support(review=review, version=form.version or 0, words=said, by=request.user)
        except Overtaken as theirs:
            form.overtaken(theirs, who="You, on another page,")
        except NotDone as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, "Kept. You and your assessor read it.")
            return redirect("training:programme", review.programme_id)
    caption = f"Review of {day_in_words(review.held_on)}"
    foot = "You and your assessor read this, and nobody else."
    return ask(request, form, title="The support I had", caption=caption, foot=foot, back=_back(review.programme))


@needs(Permission.LEARNING_KEEP)
@keeps_words("protected time")
def week(request: HttpRequest, programme_pk: int) -> HttpResponse:
    """Protected time of a week, in two fields."""
    found, on = get_own_programme(request, programme_pk), timezone.localdate()
    weeks = [monday_of(on) - n * WEEK for n in range(WEEKS_BACK)]
    weeks = [each for each in weeks if each + WEEK > found.started_on] or weeks[:1]
    monday = _asked_week(request, weeks)
    form = WeekForm(request.POST or None, initial=readings.week_begins(found, monday))
    if form.is_valid():
        keep_week(programme=found, week_on=monday, by=request.user, **form.said)
        messages.success(request, f"Kept for the week of {day_in_words(monday)}.")
        return redirect("training:programme", found.pk)
    others = tuple(
        Way(f"The week of {day_in_words(each)}", f"{request.path}?week={each.isoformat()}")
        for each in weeks
        if each != monday
    )
    foot = "You and your assessor read the hours. When it gives way three weeks running, others are told, after you."
    title = "Protected time"
    caption = f"The week of {day_in_words(monday)}"
    return ask(request, form, title=title, caption=caption, foot=foot, back=_back(found), more=others)


@needs(Permission.LEARNING_KEEP)
@keeps_words("what a panel decided")
def outcome(request: HttpRequest, programme_pk: int) -> HttpResponse:
    """What the panel says, written down by somebody who sits on it."""
    found, on = get_programme_of_panel(request, programme_pk), timezone.localdate()
    form = OutcomeForm(request.POST or None, on=on, version=found.version)
    way = readings.way_of(found)
    if form.is_valid() and way:
        said: dict[str, Any] = {"outcome": Outcome(form.cleaned_data["outcome"]), "until": form.cleaned_data["until"]}
        try:
            decide_programme(programme=found, version=form.version or 0, way=way, on=on, by=request.user, **said)
        except NotDone as why:
            form.add_error(why.about or None, str(why))
        else:
            messages.success(request, "Written down. The worker finds it on their page.")
            return redirect("training:programme", found.pk)
    lead = "You decide together and one of you writes it down: never the assessor, and nobody who manages the worker."
    return ask(request, form, title="What the panel decided", caption=found.person.name, lead=lead, back=_back(found))


def _back(found: Programme) -> Way:
    return Way("The programme", reverse("training:programme", args=[found.pk]))


def _asked_week(request: HttpRequest, weeks: list[date]) -> date:
    """The week of the address; else the last that is over, or the first there is."""
    asked = {each.isoformat(): each for each in weeks}.get(request.GET.get("week", ""))
    last = monday_of(timezone.localdate()) - timedelta(weeks=1)
    return asked or (last if last in weeks else weeks[0])
