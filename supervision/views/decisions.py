"""What is decided in a session, and a manager's list of what was recommended to them."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from supervision import readings
from supervision.forms import RecommendationForm, SessionDecisionForm, WithdrawalForm
from supervision.lookup import get_decision_to_withdraw, get_discussion_to_write, get_recommendation
from supervision.models import Discussion, ManagementDecision
from supervision.operations import (
    AnsweredAlready,
    Locked,
    NotTheirs,
    answer_recommendation,
    say_decision,
    withdraw_decision,
)
from supervision.views.sessions import locked

ANSWERED = "This was answered meanwhile. What was said stays as it is."


@needs(Permission.SUPERVISION_HOLD)
@keeps_words("a decision")
def decisions(request: HttpRequest, discussion_pk: int) -> HttpResponse:
    """Decide in a session, or recommend to a named manager. `?decision=` says one again in other words."""
    found = get_discussion_to_write(request, discussion_pk)
    if found.agreed_on or found.session.cancelled_on:
        messages.info(request, locked(found))
        return redirect("supervision:discussion", found.pk)
    known, on = _known(request, found), timezone.localdate()
    authority, managers = readings.deciders(found.case, request.user)
    form = SessionDecisionForm(request.POST or None, authority=authority, managers=managers, on=on, known=known)
    if form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("about", "what", "why", "decide_by_on")}
        said |= {"for_manager": form.cleaned_data["manager"], "known": known.pk if known else None}
        try:
            decided = say_decision(discussion=found, by=request.user, **said)
        except Locked:
            messages.error(request, locked(found))
        except AnsweredAlready:
            messages.error(request, ANSWERED)
        except NotTheirs:
            form.add_error("for_manager", "Choose another manager.")
        else:
            words = "It waits on the manager’s list." if decided.is_recommendation else "The decision is written down."
            messages.success(request, words)
        if form.is_valid():
            return redirect("supervision:discussion", found.pk)
    context = {
        "discussion": found,
        "case": found.case,
        "form": form,
        "decisions": readings.decisions(found, request.user),
    }
    return render(request, "supervision/decisions.html", context | {"known": known})


@needs(Permission.CASE_AUTHORISE)
def recommendations(request: HttpRequest) -> HttpResponse:
    """What groups recommended to this manager and waits for an answer; beneath it, what was answered last."""
    on = timezone.localdate()
    waiting = readings.recommended_to(request.user, on)
    answered = readings.recommended_to(request.user, on, answered=True)
    request.opened.add(*(line.case_pk for line in (*waiting, *answered)))
    return render(request, "supervision/recommendations.html", {"waiting": waiting, "answered": answered})


@needs(Permission.CASE_AUTHORISE)
@keeps_words("an answer")
def recommendation(request: HttpRequest, recommendation_pk: int) -> HttpResponse:
    """One recommendation, and the manager's answer."""
    on = timezone.localdate()
    found = get_recommendation(request, recommendation_pk, on)
    context: dict[str, Any] = {"recommendation": found, "case": found.case}
    if found.answered_on or found.withdrawn_on:
        unsaid = request.POST.get("answer", "").strip()
        return render(request, "supervision/recommendation.html", context | {"unsaid": unsaid})
    form = RecommendationForm(request.POST or None, decisions=readings.decisions_to_name(found, request.user))
    if form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("answer", "decision")}
        try:
            answer_recommendation(recommendation=found, by=request.user, on=on, **said)
        except (AnsweredAlready, NotTheirs):
            messages.error(request, ANSWERED)
        else:
            messages.success(request, "Your answer is with the group, and on the family’s timeline.")
        return redirect("supervision:recommendations")
    return render(request, "supervision/recommendation.html", context | {"form": form})


@needs(Permission.SUPERVISION_HOLD)
@keeps_words("why a decision is withdrawn")
def withdrawal(request: HttpRequest, recommendation_pk: int) -> HttpResponse:
    """What was decided in a session does not hold any more: why."""
    found = get_decision_to_withdraw(request, recommendation_pk)
    back = redirect("supervision:discussion", found.discussion_id)
    form = WithdrawalForm(request.POST or None)
    if found.answered_on or found.withdrawn_on:
        context = {"decision": found, "case": found.case, "unsaid": request.POST.get("why", "").strip()}
        return render(request, "supervision/withdrawal.html", context)
    if form.is_valid():
        try:
            withdraw_decision(decision=found, by=request.user, on=timezone.localdate(), **form.cleaned_data)
        except (AnsweredAlready, NotTheirs):
            messages.error(request, ANSWERED)
        else:
            messages.success(request, "Withdrawn. What was said stays, with your reason beside it.")
        return back
    return render(request, "supervision/withdrawal.html", {"decision": found, "case": found.case, "form": form})


def _known(request: HttpRequest, found: Discussion) -> ManagementDecision | None:
    """The decision that is said again. Raises Http404 for one that is not of this discussion, or answered."""
    asked = request.GET.get("decision", "")
    if not asked:
        return None
    if not (asked.isascii() and asked.isdigit() and len(asked) < 18):
        raise Http404
    known = found.decisions.filter(pk=int(asked), answered_on=None, withdrawn_on=None).first()
    if known is None:
        raise Http404
    return known
