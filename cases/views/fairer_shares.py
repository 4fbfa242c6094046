"""Fairer shares for a price, only where a manager asks; and somebody else for a proposed change of worker."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.models import Team, User
from camden.office.kept import keeps_words
from cases.forms.proposals import AdjustForm, BuyForm
from cases.lookup import get_proposed_move
from cases.models import BalancingRun
from cases.operations.proposals import Overtaken, adjust, ask_look, set_aside
from cases.readings import proposals
from cases.readings.fairer_shares import exchange_of, who_else


@needs(Permission.CASE_ALLOCATE)
def detail(request: HttpRequest, team_pk: int) -> HttpResponse:
    """What fairer shares would cost the families of a team: nothing is worked out before somebody asks."""
    team, on, at = _team(request, team_pk), timezone.localdate(), timezone.now()
    exchange = exchange_of(team, on)
    form = BuyForm(request.POST if "budget" in request.POST else None, prices=exchange.costing)
    if form.is_valid():
        ask_look(team=team, by=request.user, at=at, budget=int(form.cleaned_data["budget"]))
        return redirect("cases:proposals")
    if request.method == "POST" and "work_out" in request.POST:
        ask_look(team=team, by=request.user, at=at, what=BalancingRun.What.CURVE)
        return redirect("cases:fairer-shares", team.pk)
    answer = render(request, "cases/fairer_shares.html", {"exchange": exchange, "form": form})
    if exchange.is_under_way:
        answer["Refresh"] = "2"  # works without JavaScript, and ends when it is worked out
    return answer


@needs(Permission.CASE_ALLOCATE)
@keeps_words("another worker for a proposed change")
def adjustment(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Somebody else to lead for these children; the rest is looked at again around it. Nobody moves."""
    move = get_proposed_move(request, case_pk, pk)
    on, at = timezone.localdate(), timezone.now()
    line, could = proposals.read_move(move, user=request.user, on=on), who_else(request.user, move, on)
    form = AdjustForm(request.POST or None, could=[(each.key, each.words) for each in could])
    if form.is_valid():
        to = next(each for each in could if str(each.key) == form.cleaned_data["to"])
        worker, team = User.objects.get(pk=to.key), Team.objects.get(pk=to.team)
        because = form.cleaned_data["because"]
        try:
            adjust(move=move, to=worker, team=team, by=request.user, on=on, at=at, because=because)
        except Overtaken as why:
            set_aside(move=move, on=on, why=str(why))
            messages.warning(request, str(why))
        return redirect("cases:proposals")
    shown = {"case": move.case, "move": line, "form": form, "could": could}
    return render(request, "cases/proposal_adjustment.html", shown)


def _team(request: HttpRequest, pk: int) -> Team:
    """A team this person decides for. Raises Http404."""
    for team in proposals.teams_to_look_at(request.user):
        if team.pk == pk:
            return team
    raise Http404
