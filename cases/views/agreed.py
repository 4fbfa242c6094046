"""What was agreed: read it, and say what became of it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.agreed import DONE, ActionClosureForm, AnotherDayForm
from cases.forms.asking import refuse
from cases.lookup import get_action
from cases.operations.agreements import AlreadyClosed, NotMoved, close_action, move_action
from cases.readings.agreed import read_action


@needs(Permission.CASE_READ)
def action(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """One action: what, why, the first sentence, where and when it was agreed, what became of it."""
    agreed = get_action(request, case_pk, pk)
    may_close = agreed.closed_on is None and may(request.user, Permission.CASE_RECORD)
    reading = read_action(agreed, timezone.localdate())
    return render(request, "cases/action.html", {"case": agreed.case, "action": reading, "may_close": may_close})


@needs(Permission.CASE_RECORD)
@keeps_words("what came of an action")
def closure(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Done, or put aside and why. If somebody else was first, what they said is shown and nothing is changed."""
    agreed = get_action(request, case_pk, pk)
    on = timezone.localdate()
    form = ActionClosureForm(request.POST or None)
    if form.is_valid():
        said = form.cleaned_data
        is_done = said["became"] == DONE
        try:
            close_action(action=agreed, by=request.user, on=on, is_done=is_done, outcome=said["outcome"])
        except AlreadyClosed:
            agreed = get_action(request, case_pk, pk)  # as the other one left it; the words typed here stay in the form
        else:
            messages.success(request, f"{agreed.what}: {'done' if is_done else 'put aside'}.")
            return redirect("cases:detail", case_pk)
    context = {"case": agreed.case, "action": read_action(agreed, on), "form": form}
    return render(request, "cases/action_closure.html", context)


@needs(Permission.CASE_RECORD)
@keeps_words("another day for an action")
def another_day(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """An action gets another day, and says why. Its first one stays known."""
    agreed, on = get_action(request, case_pk, pk), timezone.localdate()
    form = AnotherDayForm(request.POST or None, on=on)
    if form.is_valid():
        try:
            move_action(action=agreed, by=request.user, on=on, **form.cleaned_data)
        except NotMoved as why:
            refuse(form, why)
        except AlreadyClosed:
            agreed = get_action(request, case_pk, pk)
        else:
            messages.success(request, "Saved: the new day is on My day.")
            return redirect("cases:action", case_pk, pk)
    shown = {"case": agreed.case, "action": read_action(agreed, on), "form": form, "is_open": agreed.closed_on is None}
    return render(request, "cases/action_day.html", shown)
