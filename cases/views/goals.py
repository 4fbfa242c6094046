"""Goals: set one, say it better, take what an assessment offers, say what is done for it, end one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from camden.operations.versions import Overtaken
from cases.forms.asking import refuse
from cases.forms.goals import AGAIN, GoalActionForm, GoalEditForm, LinkForm, OfferedForm
from cases.forms.marks import said_marks
from cases.forms.visit_later import GoalEndingForm, GoalForm
from cases.lookup import get_beneath, get_case, living_children, of_case, people_of
from cases.models import Action, Goal
from cases.operations.agreements import agree_action
from cases.operations.goals import EndedAlready, change_goal, end_goal, link_actions, set_goal, set_goals
from cases.readings.goals import loose_actions, offered_of
from cases.readings.help import staff_with


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
        child = children.get(said["child"])
        words = {name: said[name] for name in ("words", "worry", "how_known", "marks")}
        set_goal(case=case, child=child, by=request.user, on=timezone.localdate(), **words)
        messages.success(request, "Goal set.")
        if request.GET.get("from") == "plan":
            return redirect("cases:plan-whole", case.pk)
        return redirect(child or case)
    return render(request, "cases/goal_new.html", {"case": case, "form": form})


@needs(Permission.CASE_RECORD)
@keeps_words("goals from an assessment")
def offered(request: HttpRequest, case_pk: int) -> HttpResponse:
    """What the authorised assessment says needs to change: each line becomes a goal at one tap."""
    case = get_case(request, case_pk)
    lines = offered_of(case)
    form = OfferedForm(request.POST or None, offered=lines)
    if form.is_valid():
        meant = [(each.child, each.words) for each in form.cleaned_data["lines"]]
        set_goals(case=case, meant=meant, by=request.user, on=timezone.localdate())
        messages.success(request, f"{len(meant)} goals set." if len(meant) > 1 else "Goal set.")
        return redirect("cases:plan-whole", case.pk)
    return render(request, "cases/goals_offered.html", {"case": case, "form": form, "offered": lines})


@needs(Permission.CASE_RECORD)
@keeps_words("a goal in other words")
def edit(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Say a goal better. Two people at once see both texts."""
    goal = get_beneath(request, Goal, case_pk, pk, "child")
    form = GoalEditForm(request.POST or None, goal=goal)
    if form.is_valid():
        said, on = form.cleaned_data, timezone.localdate()
        try:
            change_goal(goal=goal, version=form.version, by=request.user, on=on, **said)
        except Overtaken as found:
            form.overtaken(found)
        except EndedAlready as why:
            refuse(form, why)
        else:
            messages.success(request, "Saved.")
            return redirect("cases:plan-whole", case_pk)
    return render(request, "cases/goal_edit.html", {"case": goal.case, "goal": goal, "form": form})


@needs(Permission.CASE_RECORD)
@keeps_words("what is done for a goal")
def action_new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Who does what by when, to bring a goal closer; the next one at once if there is more."""
    goal, on, user = get_beneath(request, Goal, case_pk, pk, "child"), timezone.localdate(), request.user
    staff = sorted(staff_with(goal.case, user), key=lambda each: each.pk != user.pk)
    form = GoalActionForm(request.POST or None, on=on, staff=staff, people=people_of(goal.case))
    if form.is_valid():
        said = form.cleaned_data
        words = {name: said[name] for name in ("what", "keeper", "due_on", "promised_to")}
        children = [goal.child] if goal.child else []
        agree_action(
            case=goal.case, children=children, by=user, on=on, agreed_in="The plan", goal=goal,
            marks=said_marks(said), **words,
        )  # fmt: skip
        messages.success(request, f"It is on {said['keeper'].name}’s My day.")
        if AGAIN in request.POST:
            return redirect("cases:goal-action-new", case_pk, pk)
        return redirect("cases:plan-whole", case_pk)
    return render(request, "cases/goal_action_new.html", {"case": goal.case, "goal": goal, "form": form})


@needs(Permission.CASE_RECORD)
@keeps_words("which actions are for a goal")
def actions(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """What is agreed already and brings this goal closer."""
    goal = get_beneath(request, Goal, case_pk, pk, "child")
    loose = loose_actions(goal.case)
    form = LinkForm(request.POST or None, loose=loose)
    if form.is_valid():
        meant = list(of_case(Action, goal.case, form.cleaned_data["actions"]).values())
        try:
            link_actions(goal=goal, actions=meant, by=request.user)
        except EndedAlready as why:
            refuse(form, why)
        else:
            messages.success(request, "Saved.")
            return redirect("cases:plan-whole", case_pk)
    return render(request, "cases/goal_actions.html", {"case": goal.case, "goal": goal, "form": form, "loose": loose})


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
