"""The family ends help by agreement."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.help_ending import HelpEndingForm
from cases.lookup import children_of, get_case
from cases.models import Case, Member
from cases.operations.help_ending import HelpNotEnded, end_help
from cases.readings.closing import what_runs
from cases.readings.help import helped_by_agreement, leads_of
from cases.readings.marks import members_of
from cases.rules.help_ending import way_back_words
from cases.rules.visits import in_a_row


@needs(Permission.CASE_RECORD)
@keeps_words("that a family ended our help")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Anybody who works with the family writes it down, in the family's words. A worry has its own way beside it."""
    case, on = get_case(request, case_pk), timezone.localdate()
    children = helped_by_agreement(case, children_of(case))
    form = _form(request, case, children, on)
    if children and form.is_valid():
        said = form.cleaned_data
        try:
            ended = end_help(
                case=case, children=said["children"], said_by=said["member"], said=form.said(), by=request.user
            )
        except HelpNotEnded as why:
            refuse(form, why)
        else:
            then = "" if what_runs(case) else " Nothing else runs here: after the goodbye, close the record."
            messages.success(request, f"Written down, in their words. The help has ended.{then}")
            if said["worried"]:
                return redirect("cases:contact-for", case.pk)
            return redirect("cases:given", case.pk, ended.paper.pk) if ended.paper else redirect(ended.note)
    return render(request, "cases/help_ending.html", {"case": case, "form": form, "children": children})


def _form(request: HttpRequest, case: Case, children: list[Member], on: date) -> HelpEndingForm:
    names = in_a_row([child.first_name for child in children])
    workers = in_a_row([lead.name for lead in leads_of(children)]) if children and not request.POST else ""
    initial = {"way_back": way_back_words(names, workers)}
    return HelpEndingForm(request.POST or None, children=children, people=members_of(case), on=on, initial=initial)
