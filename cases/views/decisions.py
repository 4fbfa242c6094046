"""Decisions that affect a family: all of them, one, make one, ask for one, hear somebody, one that is not needed."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse, typed_in
from cases.forms.decisions import FREE, AskForm, DecisionForm, DroppingForm, HearingForm, MakingForm
from cases.lookup import children_among, children_of, get_beneath, get_case, living_children
from cases.models import Decision, DecisionHeard
from cases.operations.decisions import (
    NotDecided,
    ask_decision,
    decide_freely,
    drop_decision,
    hear,
    make_decision,
)
from cases.readings.decisions import (
    decisions_of,
    hearing_for,
    read_decision,
)
from cases.readings.decisions_theirs import their_decision
from cases.rules.deciding import DECISION_KIND, NOT_YET

# Where each other kind is decided, and whether only a manager opens that page.
_ELSEWHERE = {
    "threshold": ("cases:threshold-new", True),
    "assessment": ("cases:journey", False),
    "conference": ("cases:journey", False),
    "plan": ("cases:plan-new", False),
    "worker": ("cases:people-around", False),
    "closing": ("cases:closure-new", False),
}


@needs(Permission.CASE_READ)
def list_(request: HttpRequest, case_pk: int) -> HttpResponse:
    """A family's decisions: what waits for one first, then those made, the newest first.

    `?child=` narrows it to a child, `?kind=` to a kind, `about=` with it to one thing, and leads to its only decision.
    """
    case = get_case(request, case_pk)
    children = children_of(case)
    child = next((each for each in children if str(each.pk) == request.GET.get("child")), None)
    about = _about(request)
    lines = decisions_of(case, on=timezone.localdate(), child=child, about=about)
    if about and about[1] and len(lines) == 1:
        return redirect(lines[0].href)
    shown = {"case": case, "decisions": lines, "people": children, "person": child}
    return render(request, "cases/decisions.html", shown | _may(request.user))


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """One decision, whole. `?for=family` is their copy, without what is kept from them."""
    decision = get_beneath(request, Decision, case_pk, pk)
    on = timezone.localdate()
    shown: dict[str, Any] = {"case": decision.case}
    if request.GET.get("for") == "family":
        shown |= {"decision": their_decision(decision, on), "is_familys": True} | _may(request.user)
        return render(request, "cases/decision.html", shown)
    shown["decision"] = read_decision(decision, on=on)
    return render(request, "cases/decision.html", shown | _may(request.user))


@needs(Permission.CASE_RECORD)
@keeps_words("a decision")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Write down where a child lives. A manager's decision is a manager's to make; the other kinds are led to."""
    case, on = get_case(request, case_pk), timezone.localdate()
    children = living_children(case)
    hearing = hearing_for(case, children, on)
    form = DecisionForm(
        request.POST or None,
        children=children,
        hearing=hearing,
        is_manager=may(request.user, Permission.CASE_AUTHORISE),
        on=on,
    )
    if children and form.is_valid():
        said = form.cleaned_data
        try:
            decision = decide_freely(
                case=case, kind=FREE, children=said["children"], decided=form.decided(), by=request.user, on=on
            )
        except NotDecided as why:
            refuse(form, why)
        else:
            messages.success(request, _said(decision))
            return redirect(decision)
    shown = {"case": case, "form": form, "children": children, "ways": _elsewhere(request.user, case.pk)}
    return render(request, "cases/decision_new.html", shown)


@needs(Permission.CASE_AUTHORISE)
@keeps_words("a decision somebody asked for")
def making(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Decide what somebody asked for. Once it is decided or dropped, that is shown and nothing is changed."""
    decision = get_beneath(request, Decision, case_pk, pk)
    case, on = decision.case, timezone.localdate()
    children = children_among(decision.parts)
    hearing = hearing_for(case, children, on)
    form = MakingForm(
        request.POST or None,
        hearing=hearing,
        kind=decision.kind,
        on=on,
    )
    if form.is_valid():
        try:
            decision = make_decision(decision=decision, decided=form.decided(), by=request.user, on=on)
        except NotDecided as why:
            refuse(form, why)
        else:
            messages.success(request, _said(decision))
            return redirect(decision)
    shown = {"case": case, "decision": read_decision(decision, on=on), "form": form}
    shown["way"] = dict(_elsewhere(request.user, case.pk)).get(DECISION_KIND[decision.kind], "")
    return render(request, "cases/decision_making.html", shown | {"typed": typed_in(request, form)})


@needs(Permission.CASE_RECORD)
@keeps_words("a question to decide")
def asked(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Ask a manager for a decision by a day."""
    case, on = get_case(request, case_pk), timezone.localdate()
    children = living_children(case)
    form = AskForm(request.POST or None, children=children, on=on)
    if children and form.is_valid():
        try:
            decision = ask_decision(case=case, by=request.user, on=on, **form.cleaned_data)
        except NotDecided as why:
            refuse(form, why)
        else:
            messages.success(request, "Asked. It waits with the managers of this family’s team.")
            return redirect(decision)
    return render(request, "cases/decision_asked.html", {"case": case, "form": form, "children": children})


@needs(Permission.CASE_RECORD)
@keeps_words("what somebody said to a decision")
def hearing(request: HttpRequest, case_pk: int, decision_pk: int, pk: int) -> HttpResponse:
    """Hear somebody who was not yet heard when it was decided: one screen."""
    heard = get_beneath(request, DecisionHeard, case_pk, pk, "decision", "member")
    if heard.decision_id != decision_pk:
        raise Http404
    case, on = heard.case, timezone.localdate()
    people = [heard.member] if heard.member else []
    since = heard.decision.made_on or on
    known = hearing_for(case, people, on)
    before = [said for said in known.before if said.on >= since and said.member == heard.member_id]
    form = HearingForm(request.POST or None, heard=heard, names=known.names, before=before, on=on)
    if form.is_valid():
        try:
            hear(heard=heard, said=form.said(), by=request.user, on=on)
        except NotDecided as why:
            refuse(form, why)
        else:
            messages.success(request, f"Saved: what {form.name} said stands with the decision.")
            return redirect("cases:decision", case.pk, decision_pk)
    heard.decision.case = case
    decision = read_decision(heard.decision, on=on)
    line = next(each for each in decision.heard if each.pk == heard.pk)
    shown = {"case": case, "decision": decision, "form": form, "name": form.name, "line": line}
    return render(request, "cases/decision_hearing.html", shown | {"typed": typed_in(request, form)})


@needs(Permission.CASE_RECORD)
@keeps_words("why a decision is not needed")
def dropping(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Say that a decision somebody asked for is not needed any more, and why."""
    decision = get_beneath(request, Decision, case_pk, pk)
    on = timezone.localdate()
    form = DroppingForm(request.POST or None)
    if form.is_valid():
        try:
            drop_decision(decision=decision, why=form.cleaned_data["why"], by=request.user, on=on)
        except NotDecided as why:
            refuse(form, why)
        else:
            messages.success(request, "Saved: no decision is needed.")
            return redirect(decision)
    shown = {"case": decision.case, "decision": read_decision(decision, on=on), "form": form}
    return render(request, "cases/decision_dropping.html", shown | {"typed": typed_in(request, form)})


def _about(request: HttpRequest) -> tuple[str, int] | None:
    kind, key = request.GET.get("kind", ""), request.GET.get("about", "")
    is_key = key.isascii() and key.isdigit() and len(key) < 16
    return (kind, int(key) if is_key else 0) if kind in DECISION_KIND else None


def _may(user: Any) -> dict[str, bool]:
    return {"may_record": may(user, Permission.CASE_RECORD), "may_decide": may(user, Permission.CASE_AUTHORISE)}


def _said(decision: Decision) -> str:
    waits = decision.heard.filter(how=NOT_YET).count()
    if not waits:
        return "Decided, and everybody’s part stands with it."
    who = "One person is" if waits == 1 else f"{waits} people are"
    return f"Decided. {who} not yet heard: My day asks within five working days."


def _elsewhere(user: Any, case_pk: int) -> tuple[tuple[str, str], ...]:
    """What is decided on a page of its own, and the way there; no way for whoever may not open it."""
    is_manager = may(user, Permission.CASE_AUTHORISE)
    return tuple(
        (DECISION_KIND[kind], reverse(name, args=[case_pk]) if is_manager or not is_managers else "")
        for kind, (name, is_managers) in _ELSEWHERE.items()
    )
