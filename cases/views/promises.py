"""Promises: all of a family, and a new one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.models import User
from camden.office.kept import keeps_words
from cases.forms.marks import said_marks
from cases.forms.promises import PromiseForm
from cases.lookup import get_case, of_case
from cases.models import Case, Visit
from cases.operations.agreements import agree_action
from cases.readings.promises import people_of, promises_of, who_may_keep


@needs(Permission.CASE_READ)
def list_(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Who promised whom what and by when; what was kept, what was explained, what passed to somebody else."""
    case = get_case(request, case_pk)
    found = promises_of(case, timezone.localdate())
    may_record = may(request.user, Permission.CASE_RECORD)
    return render(request, "cases/promises.html", {"case": case, "promises": found, "may_record": may_record})


@needs(Permission.CASE_RECORD)
@keeps_words("a promise")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Write down what was promised, to whom, by when. `?visit=` is the visit it was promised in."""
    case, on, user = get_case(request, case_pk), timezone.localdate(), request.user
    visit, people = _visit(case, request.GET.get("visit", "")), people_of(case)
    keepers = dict([(user.pk, user.name), *who_may_keep(case)])
    form = PromiseForm(request.POST or None, on=on, people=people, keepers=list(keepers.items()))
    if form.is_valid():
        said = form.cleaned_data
        action = agree_action(
            case=case, by=user, on=on, visit=visit,
            children=[each for each in people if each.pk in said["children"]],
            what=said["what"], keeper=user if said["keeper"] == user.pk else User.objects.get(pk=said["keeper"]),
            agreed_in=f"Visit, {visit.visited_on.day} {visit.visited_on:%B}" if visit else "Promised",
            promised_to=said["promised_to"], due_on=said["due_on"], marks=said_marks(said),
        )  # fmt: skip
        messages.success(request, f"Promised to {action.promised_to}: it is on {action.keeper.name}’s My day.")
        return redirect("cases:agreed-new", case.pk, visit.pk) if visit else redirect("cases:promises", case.pk)
    return render(request, "cases/promise_new.html", {"case": case, "form": form})


def _visit(case: Case, key: str) -> Visit | None:
    """The visit of this record with that key; none for nonsense."""
    if not (key.isascii() and key.isdigit() and len(key) < 18):
        return None
    visit = of_case(Visit, case, [int(key)]).get(int(key))
    return None if visit is None or visit.struck_on else visit
