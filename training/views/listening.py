"""Pages of everybody: three questions to answer without a name, what people said, and what was done about it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.models import Team
from camden.office.kept import keeps_words
from training import readings
from training.forms import AnswerForm
from training.lookup import get_opened_round, get_team
from training.models import Survey
from training.operations import answer_round, leave_for_now

DONE = "You have answered these questions, and nobody asks you again. What you sent first stays as it was."
OVER = "The questions closed at midnight, so this was not sent. Your words are still here, for you to take with you."


@needs(Permission.LEARNING_KEEP)
@keeps_words("an answer without your name")
def answer(request: HttpRequest, survey_pk: int) -> HttpResponse:
    """Three questions, once. What was sent is not shown again, because no page can read it."""
    survey, on = get_opened_round(request, survey_pk), timezone.localdate()
    questions = readings.questions_of(survey)
    form = AnswerForm(request.POST or None, questions=questions)
    is_asked = readings.to_answer(request.user, on) == survey
    if not is_asked and (request.method != "POST" or survey.closes_on >= on):
        messages.info(request, DONE if survey.closes_on >= on else "These questions are closed.")
        return redirect("training:said")
    if form.is_valid():
        if answer_round(survey=survey, said=form.said, by=request.user, on=on):
            messages.success(request, "Sent, without your name. What people said is here once the round is over.")
            return redirect("training:said")
        form.add_error(None, OVER)
    return render(request, "training/answer.html", _page(survey, form) | {"questions": questions})


@needs(Permission.LEARNING_KEEP)
def not_now(request: HttpRequest, survey_pk: int) -> HttpResponse:
    """Leave them for this time, which is an answer."""
    survey = get_opened_round(request, survey_pk)
    if request.method == "POST":
        left = leave_for_now(survey=survey, by=request.user, on=timezone.localdate())
        messages.success(request, "That is fine. Nobody asks you about these again." if left else DONE)
    return redirect("training:mine")


@needs(Permission.LEARNING_KEEP)
def said(request: HttpRequest) -> HttpResponse:
    """What people said, in the whole service and in my own team."""
    return _said(request, None)


@needs(Permission.LEARNING_KEEP)
def said_of(request: HttpRequest, team_pk: int) -> HttpResponse:
    """What people of a team said, and those above it."""
    return _said(request, get_team(request, team_pk))


@needs(Permission.LEARNING_KEEP)
def you_said(request: HttpRequest) -> HttpResponse:
    """What people said, and what was done about it."""
    on, leads = timezone.localdate(), may(request.user, Permission.LEARNING_LEAD)
    context = {"told": readings.told(on), "drafts": readings.to_tell(on) if leads else (), "may_lead": leads}
    return render(request, "training/you_said.html", context)


def _said(request: HttpRequest, team: Team | None) -> HttpResponse:
    on = timezone.localdate()
    context = {
        "said": readings.what_people_said(request.user, team),
        "to_answer": readings.to_answer(request.user, on),
        "may_lead": may(request.user, Permission.LEARNING_LEAD),
    }
    return render(request, "training/said.html", context)


def _page(survey: Survey, form: AnswerForm) -> dict[str, object]:
    return {"survey": survey, "form": form, "is_over": survey.closes_on < timezone.localdate()}
