"""Proposed changes of worker: for the manager who decides, and for nobody else."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.proposals import ACCEPT, DecisionForm
from cases.lookup import get_proposed_move, of_case
from cases.models import Member, ProposedMove
from cases.operations.allocation import NotAllocated
from cases.operations.decisions import NotDecided
from cases.operations.proposals import Overtaken, accept, ask_look, decline, set_aside
from cases.readings import proposals
from cases.readings.decisions import hearing_for


@needs(Permission.CASE_ALLOCATE)
def list_(request: HttpRequest) -> HttpResponse:
    """What there is to decide; on most days nobody needs a new worker. By POST, ask for a look now."""
    on = timezone.localdate()
    if request.method == "POST":
        for team in proposals.teams_to_look_at(request.user):
            ask_look(team=team, by=request.user, at=timezone.now())
        return redirect("cases:proposals")
    moves = proposals.to_decide(user=request.user, on=on)
    request.opened.add(*(move.case_pk for move in moves))
    looked, under_way = proposals.looked(user=request.user), proposals.under_way(user=request.user)
    unplaced = any(look.waiting_still for look in looked)
    shown = {"moves": moves, "looked": looked, "is_somebody_unplaced": unplaced, "under_way": under_way}
    shown["teams"] = proposals.teams_to_look_at(request.user)
    shown["given_up"] = proposals.given_up(user=request.user)
    shown["is_calm"] = not any(look.found for look in looked)
    answer = render(request, "cases/proposals.html", shown)
    if under_way:
        answer["Refresh"] = "2"  # works without JavaScript, and ends when the look does
    return answer


@needs(Permission.CASE_ALLOCATE)
@keeps_words("a decision about a change of worker")
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """One proposal with its reason and what it costs the children, and the decision."""
    move = get_proposed_move(request, case_pk, pk)
    on = timezone.localdate()
    line = proposals.read_move(move, user=request.user, on=on)
    children = list(of_case(Member, move.case, move.child_ids).values())
    form = DecisionForm(
        request.POST or None,
        to_name=move.to_worker.name,
        asks_reason=bool(move.change_reason),
        suggested=move.change_reason,
        on=on,
        hearing=hearing_for(move.case, children, on) if move.from_worker_id else None,
    )
    if form.is_valid():
        try:
            _decide(request, move, line, form, on)
        except (NotAllocated, NotDecided) as why:
            refuse(form, why)
        else:
            return redirect("cases:proposals")
    return render(request, "cases/proposal.html", {"case": move.case, "move": line, "form": form})


def _decide(request: HttpRequest, move: ProposedMove, line: proposals.MoveLine, form: DecisionForm, on: date) -> None:
    """Do what was decided and say so; what came in between is said too. Raises NotAllocated, NotDecided."""
    said, user = form.cleaned_data, request.user
    because = said["because"]
    try:
        if said["answer"] == ACCEPT:
            reason = said.get("reason", "")
            spoken, decided = said["spoken"], form.decided(line.who)
            accept(move=move, by=user, on=on, spoken=spoken, because=because, reason=reason, decided=decided)
            messages.success(request, f"{line.to_name} is now lead worker of {line.who}.")
        else:
            decline(move=move, by=user, on=on, because=because)
            messages.success(request, "Things stay as they are.")
    except Overtaken as why:
        set_aside(move=move, on=on, why=str(why))
        messages.warning(request, str(why))
