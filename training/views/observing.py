"""Pages of practice observations: written by the observer, given, answered by the worker, read by nobody else."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from camden.operations.refusals import NotDone
from camden.operations.versions import Overtaken
from camden.rules.names import day_in_words
from training import readings
from training.forms import ObservationForm, OwnWordsForm
from training.lookup import get_observation, get_observation_given, get_own_observation
from training.models import Observation
from training.operations import (
    GIVEN,
    StillWanted,
    answer_observation,
    look_again,
    take_consent_back,
    write_observation,
)
from training.views.one_form import Way, ask

READS = (
    "Only you read this, until you give it. Then the two of you do, and nobody else: a manager sees that it happened."
)


@needs(Permission.LEARNING_KEEP)
def observations(request: HttpRequest) -> HttpResponse:
    """Observations of my work, those I wrote, and those that are due."""
    page = readings.observations(request.user, timezone.localdate())
    return render(request, "training/observations.html", {"page": page})


@needs(Permission.LEARNING_KEEP)
@keeps_words("a practice observation")
def new(request: HttpRequest) -> HttpResponse:
    """Write what I saw."""
    return _write(request, None)


@needs(Permission.LEARNING_KEEP)
@keeps_words("a practice observation")
def edit(request: HttpRequest, observation_pk: int) -> HttpResponse:
    """Go on with a draft."""
    found = get_own_observation(request, observation_pk)
    if found.given_on is not None and request.method != "POST":
        messages.info(request, GIVEN)
        return redirect("training:observation", found.pk)
    return _write(request, found)


@needs(Permission.LEARNING_KEEP)
def observation(request: HttpRequest, observation_pk: int) -> HttpResponse:
    """One observation, for the two who read it."""
    found = get_observation(request, observation_pk)
    one = readings.one_observation(found, request.user, timezone.localdate())
    return render(request, "training/observation.html", {"one": one, "seen": found})


@needs(Permission.LEARNING_KEEP)
@keeps_words("an answer to an observation")
def answer(request: HttpRequest, observation_pk: int) -> HttpResponse:
    """What I say to what was seen of my work."""
    found = get_observation_given(request, observation_pk)
    form = OwnWordsForm(
        request.POST or None, initial={"worker_says": found.worker_says}, version=found.version,
        label=f"What do you say to it, {found.worker.name.split()[0]}?",
        help_text=f"{found.observer.name} reads it, and nobody else.",
    )  # fmt: skip
    if form.is_valid():
        try:
            words = form.cleaned_data["worker_says"]
            answer_observation(observation=found, version=form.version or 0, words=words, by=request.user)
        except Overtaken as theirs:
            form.overtaken(theirs, who="You, on another page,")
        except NotDone as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, f"Kept. {found.observer.name} can read it.")
            return redirect("training:observation", found.pk)
    caption = f"Observation of {day_in_words(found.observed_on)}"
    return ask(request, form, title="What I say to it", caption=caption, back=_back(found))


@needs(Permission.LEARNING_KEEP)
def consent(request: HttpRequest, observation_pk: int) -> HttpResponse:
    """The family takes its consent back: its words go."""
    found = get_observation(request, observation_pk)
    if request.method == "POST" and take_consent_back(observation=found, by=request.user):
        messages.success(request, "The family’s words are gone. What was learned stays.")
    return redirect("training:observation", found.pk)


@needs(Permission.LEARNING_KEEP)
def again(request: HttpRequest, observation_pk: int) -> HttpResponse:
    """The two of us looked again at what we agreed."""
    found = get_observation(request, observation_pk)
    if request.method == "POST" and look_again(observation=found, by=request.user, on=timezone.localdate()):
        messages.success(request, "Noted.")
    return redirect("training:observation", found.pk)


def _write(request: HttpRequest, draft: Observation | None) -> HttpResponse:
    """Keep a draft, or give it: what is missing then is said beside each question."""
    people = readings.colleagues(request.user)
    if draft and draft.worker_id not in {each.pk for each in people}:
        people.append(draft.worker)
    form = ObservationForm(
        request.POST or None, colleagues=people, observer=request.user, on=timezone.localdate(),
        initial=ObservationForm.initial_of(draft) if draft else None, version=draft.version if draft else None,
    )  # fmt: skip
    if form.is_valid():
        on = timezone.localdate()
        try:
            kept = write_observation(
                by=request.user,
                observation=draft,
                version=form.version,
                give_on=on if form.is_given else None,
                **form.said,
            )
        except Overtaken as theirs:
            form.overtaken(theirs)
        except StillWanted as wanted:
            form.still_wanted(wanted.missing)
        except NotDone as why:
            form.add_error(why.about or None, str(why))
        else:
            says = (
                f"Given. {kept.worker.name} can read it now." if form.is_given else "Kept as a draft. Only you read it."
            )
            messages.success(request, says)
            return redirect("training:observation", kept.pk)
    lead = "Write about the work, not about the family: no names, no street, no school. Begin with what went well."
    title = "Go on with your observation" if draft else "Write an observation"
    back = _back(draft) if draft else Way("Observations", reverse("training:observations"))
    return ask(request, form, title=title, lead=lead, foot=READS, back=back)


def _back(found: Observation) -> Way:
    return Way("The observation", reverse("training:observation", args=[found.pk]))
