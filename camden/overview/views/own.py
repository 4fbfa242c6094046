"""One's own caseload and figures: they belong first to the person they are about, who can say something about each."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from camden.access import Permission, needs
from camden.models import FigureAnswer
from camden.office.kept import keeps_words
from camden.operations.figures import answer_figure, take_back_answer
from camden.overview.figures import FIGURES, own_figures_of
from camden.overview.forms import FigureAnswerForm
from camden.overview.own_figures import SHOWN, own_figures
from camden.overview.team_lists import lines_of
from camden.overview.views.teams import caseload
from cases.readings import teams


@needs(Permission.CASE_RECORD)
def mine(request: HttpRequest) -> HttpResponse:
    """One's own caseload, what the figures are made of, and what one says about them."""
    on = timezone.localdate()
    load = teams.own_caseload(user=request.user, on=on)
    if load is None:
        return render(request, "overview/my_caseload.html", {})
    shown = {"own": own_figures(user=request.user, on=on)} | caseload(request, load, on)
    return render(request, "overview/my_caseload.html", shown)


@needs(Permission.CASE_RECORD)
def figure(request: HttpRequest, what: str) -> HttpResponse:
    """The rows that one of one's own figures is counted from."""
    if what not in SHOWN:
        raise Http404
    figures = own_figures_of(user=request.user, on=timezone.localdate())
    items = figures.of(what, request.user.pk)
    lines = lines_of(user=request.user, items=items, code=what, figures=figures)
    request.opened.add(*(item.case for item in items))
    shown = {"figure": FIGURES[what], "lines": lines, "on": figures.on, "is_today": True}
    way = {"back": reverse("overview:my-caseload"), "back_text": "My caseload", "whose": request.user.name}
    return render(request, "overview/team_list.html", shown | way)


@needs(Permission.CASE_RECORD)
@keeps_words("what you say about a figure of yours")
def answer(request: HttpRequest, what: str) -> HttpResponse:
    """Say something about a figure of one's own, or take it back."""
    if what not in SHOWN:
        raise Http404
    if request.POST.get("take_back"):
        take_back_answer(person=request.user, figure=what, at=timezone.now())
        messages.success(request, "Nothing is said beside it any more.")
        return redirect("overview:my-caseload")
    said = FigureAnswer.objects.filter(person=request.user, figure=what, withdrawn_at=None).first()
    form = FigureAnswerForm(request.POST or None, initial={"words": said.words if said else ""})
    if form.is_valid():
        now = {"on": timezone.localdate(), "at": timezone.now()}
        answer_figure(person=request.user, figure=what, words=form.cleaned_data["words"], **now)
        messages.success(request, "Saved. Your line manager reads it beside the figure.")
        return redirect("overview:my-caseload")
    return render(request, "overview/my_figure_answer.html", {"form": form, "figure": FIGURES[what], "said": said})
