"""Visits: log one, read one."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from cases.forms.visits import VisitForm
from cases.lookup import get_case, get_visit
from cases.operations.visits import ChildPart, log_visit
from cases.readings.due import next_visit
from cases.readings.homes import Home, homes_of_children
from cases.readings.visit import read_visit
from cases.rules.visits import in_a_row


@needs(Permission.CASE_RECORD)
@keeps_words("a visit")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Log a visit once, for all the children it was about. `?child=` is the page it was opened from."""
    case = get_case(request, case_pk)
    on = timezone.localdate()
    homes = homes_of_children(case, on, first=_child(request))
    form = VisitForm(request.POST or None, homes=homes, on=on)
    if form.is_valid():
        said = form.cleaned_data
        parts = _parts(homes, said["parts"])
        log_visit(
            case=case,
            by=request.user,
            visited_on=said["visited_on"],
            kind=said["kind"],
            account=said["account"],
            parts=parts,
        )
        who = in_a_row([part.child.first_name for part in parts])
        messages.success(request, f"Visit logged for {who}. {next_visit([part.child for part in parts], on)}".strip())
        came_from = next((part.child for part in parts if part.child.pk == _child(request)), None)
        return redirect(came_from or case)
    return render(request, "cases/visit_new.html", {"case": case, "form": form, "back": case.get_absolute_url()})


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """One visit: the account, and what was particular to each child."""
    visit = get_visit(request, case_pk, pk)
    return render(request, "cases/visit.html", {"case": visit.case, "visit": read_visit(visit)})


def _child(request: HttpRequest) -> int | None:
    key = request.GET.get("child", "")
    return int(key) if key.isascii() and key.isdigit() and len(key) < 18 else None


def _parts(homes: Iterable[Home], said: list[tuple[int, str, str]]) -> list[ChildPart]:
    children = {here.pk: here.child for home in homes for here in home.children}
    return [ChildPart(children[key], seen, words) for key, seen, words in said]
