"""Who is a child's worker."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from cases.forms.allocation import AllocationForm
from cases.forms.asking import refuse
from cases.lookup import get_child, still_sees
from cases.operations.allocation import NotAllocated, allocate
from cases.operations.decisions import NotDecided
from cases.readings import header
from cases.readings.decisions import hearing_for
from cases.readings.workers import may_lead


@needs(Permission.CASE_ALLOCATE)
@keeps_words("an allocation")
def new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Make somebody a child's lead worker. How often the lead changed so far is said before, not after."""
    child = get_child(request, case_pk, pk)
    on = timezone.localdate()
    card = header.child_header(child, on)
    form = AllocationForm(
        request.POST or None,
        workers=may_lead(request.user),
        is_change=card.had_lead,
        on=on,
        hearing=hearing_for(child.case, [child], on) if card.lead else None,
    )
    if form.is_valid():
        said = form.cleaned_data
        try:
            allocate(
                child=child,
                to=said["to"].user,
                team=said["to"].team,
                on=said["started_on"],
                reason=said.get("reason", ""),
                by=request.user,
                decided_on=on,
                decided=form.decided(child.first_name),
            )
        except (NotAllocated, NotDecided) as why:
            # Without the question: somebody else allocated the first lead while this page was open.
            refuse(form, why)
        else:
            messages.success(request, f"{said['to'].user.name} is now lead worker of {child.first_name}.")
            return redirect(child if still_sees(request, case_pk) else "cases:list")
    return render(request, "cases/allocation_new.html", {"case": child.case, "child": card, "form": form})
