"""Who is a child's worker, and who could be."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from camden.rules.workdays import england
from cases.forms.allocation import AllocationForm
from cases.forms.asking import refuse
from cases.lookup import get_case, get_child, still_sees
from cases.models import Case, Member
from cases.operations.allocation import NotAllocated
from cases.operations.decisions import NotDecided
from cases.operations.taking import allocate_together
from cases.readings import header, taking
from cases.readings.decisions import hearing_for
from cases.readings.workers import may_lead
from cases.rules.introducing import meet_by
from cases.rules.visits import in_a_row
from cases.views.taking import key_in


@needs(Permission.CASE_ALLOCATE)
@keeps_words("an allocation")
def new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Make somebody a child's lead worker. How often the lead changed so far is said before, not after."""
    child = get_child(request, case_pk, pk)
    on = timezone.localdate()
    card = header.child_header(child, on)
    form = _form(request, child.case, [child], card.lead is not None, card.had_lead, on)
    if form.is_valid() and _allocate(request, form, on):
        return redirect(child if still_sees(request, case_pk) else "cases:list")
    return render(request, "cases/allocation_new.html", {"case": child.case, "child": card, "form": form})


@needs(Permission.CASE_ALLOCATE)
def who(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Who could take the children who wait, or those who share this child's lead: everybody with reasons, in order."""
    case = get_case(request, case_pk)
    on = timezone.localdate()
    children = taking.group_of(case, key_in(request.GET.get("child")))
    page = taking.take(case=case, children=children, user=request.user, on=on) if children else None
    return render(request, "cases/who_could_take.html", {"case": case, "page": page})


@needs(Permission.CASE_ALLOCATE)
@keeps_words("an allocation")
def together(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Make the person chosen lead worker of brothers and sisters at once: what it is for each of them stands first."""
    case = get_case(request, case_pk)
    on = timezone.localdate()
    children = taking.group_of(case, key_in(request.GET.get("child")))
    cards = [card for card in header.children_of(case, on) if card.pk in {child.pk for child in children}]
    if not cards:
        return redirect("cases:who-could-take", case_pk)
    form = _form(request, case, children, any(c.lead for c in cards), any(c.had_lead for c in cards), on)
    if form.is_valid() and _allocate(request, form, on):
        return redirect(case if still_sees(request, case_pk) else "cases:list")
    chosen = key_in(request.GET.get("to"))
    changes = taking.if_taken(children, chosen, on) if chosen else ()
    shown = {"case": case, "children": cards, "form": form, "changes": changes, "lead": cards[0].lead}
    of = key_in(request.GET.get("child"))
    shown["back"] = reverse("cases:who-could-take", args=[case_pk]) + (f"?child={of}" if of else "")
    return render(request, "cases/allocation_together.html", shown)


def _form(
    request: HttpRequest, case: Case, children: list[Member], has_lead: bool, is_change: bool, on: date
) -> AllocationForm:
    """What is asked; where the worker said yes already, that they were talked with is known."""
    workers, chosen = may_lead(request.user), key_in(request.GET.get("to"))
    to = next((str(membership.pk) for membership in workers if membership.user_id == chosen), "")
    said_yes = any(line.is_yes for line in taking.asked_lines(case=case, user=request.user) if line.worker == chosen)
    return AllocationForm(
        request.POST or None,
        workers=workers,
        is_change=is_change,
        on=on,
        hearing=hearing_for(case, children, on) if has_lead else None,
        children=children,
        known=[request.user],
        meet_by=meet_by(on, england()),
        initial={"to": to, "spoken": "discussed" if said_yes else "", "introduced_by": str(request.user.pk)},
    )


def _allocate(request: HttpRequest, form: AllocationForm, on: date) -> bool:
    """Do it and say so; what stands in the way is said beside the answer it is about."""
    said, children = form.cleaned_data, form.chosen()
    names = in_a_row([child.first_name for child in children])
    try:
        allocate_together(
            children=children,
            to=said["to"].user,
            team=said["to"].team,
            on=said["started_on"],
            today=on,
            agreed=form.agreed(),
            reason=said.get("reason", ""),
            by=request.user,
            decided=form.decided(names),
        )
    except (NotAllocated, NotDecided) as why:
        # Without the question: somebody else allocated the first lead while this page was open.
        refuse(form, why)
        return False
    messages.success(request, f"{said['to'].user.name} is now lead worker of {names}.")
    return True
