"""Goals: set one, end one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.visit_later import GoalEndingForm, GoalForm
from cases.lookup import get_beneath, get_case, living_children, people_of
from cases.models import Goal
from cases.operations.goals import EndedAlready, end_goal, set_goal


@needs(Permission.CASE_RECORD)
@keeps_words("a goal")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Say what should be different, for a child or for the family. `?child=` is chosen already."""
    case = get_case(request, case_pk)
    children = {str(child.pk): child for child in living_children(case)}
    people = [(member.pk, member.name) for member in people_of(case)]
    chosen = request.GET.get("child", "")
    form = GoalForm(
        request.POST or None,
        children=[(child.pk, child.name) for child in children.values()],
        people=people,
        initial={"child": chosen if chosen in children else ""},
    )
    if form.is_valid():
        said = form.cleaned_data
        set_goal(
            case=case,
            child=children.get(said["child"]),
            words=said["words"],
            by=request.user,
            on=timezone.localdate(),
            marks=said["marks"],
        )
        messages.success(request, "Goal set.")
        return redirect(children.get(said["child"]) or case)
    return render(request, "cases/goal_new.html", {"case": case, "form": form})


@needs(Permission.CASE_RECORD)
@keeps_words("why a goal ends")
def ending(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Work on a goal is over. It stays to be read."""
    goal = get_beneath(request, Goal, case_pk, pk, "child")
    form = GoalEndingForm(request.POST or None)
    if form.is_valid():
        try:
            end_goal(goal=goal, by=request.user, on=timezone.localdate(), why=form.cleaned_data["why"])
        except EndedAlready as why:
            refuse(form, why)
        else:
            messages.success(request, "Goal ended.")
            return redirect(goal.case)
    return render(request, "cases/goal_ending.html", {"case": goal.case, "goal": goal, "form": form})
