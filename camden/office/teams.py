"""The settings area: its first page, and the tree of teams."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from camden.access import Permission, needs
from camden.models import Team
from camden.office.kept import keeps_words
from camden.office.teams_forms import TeamForm, TeamNameForm
from camden.office.teams_reading import team_tree
from camden.operations.people import open_team, rename_team
from camden.operations.refusals import NotDone, Overtaken


@needs(Permission.STAFF_KEEP)
def settings(request: HttpRequest) -> HttpResponse:
    """Where an administrator begins."""
    return render(request, "office/settings.html")


@needs(Permission.STAFF_KEEP)
def list_(request: HttpRequest) -> HttpResponse:
    """Services, teams and pods as a tree, with how many people belong to each."""
    return render(request, "office/teams.html", {"teams": team_tree()})


@needs(Permission.STAFF_KEEP)
@keeps_words("a team")
def new(request: HttpRequest) -> HttpResponse:
    """Open a team. `?beneath=` is the one it was asked from."""
    form = TeamForm(
        request.POST or None, teams=list(Team.objects.all()), initial={"parent": request.GET.get("beneath", "")}
    )
    if form.is_valid():
        try:
            team = open_team(**form.cleaned_data)
        except NotDone as why:
            form.add_error(why.about if why.about in form.fields else None, str(why))
        else:
            messages.success(request, f"{team.name} is open.")
            return redirect("office:teams")
    return render(request, "office/team_form.html", {"form": form, "title": "Open a team"})


@needs(Permission.STAFF_KEEP)
@keeps_words("the name of a team")
def name(request: HttpRequest, pk: int) -> HttpResponse:
    """Another name for a team. Everybody who reads its name reads the new one."""
    team = get_object_or_404(Team, pk=pk)  # nosemgrep: shortcut-that-names-what-is-missing - teams are no record
    form = TeamNameForm(request.POST or None, team=team)
    if form.is_valid():
        try:
            rename_team(team=team, **form.cleaned_data)
        except Overtaken:
            form.show_both()
        except NotDone as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, f"{team.name} is now called {form.cleaned_data['name']}.")
            return redirect("office:teams")
    return render(request, "office/team_form.html", {"form": form, "title": f"Rename {team.name}"})
