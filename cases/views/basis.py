"""The legal basis of an assessment: change it, and let a registered social worker join the family's worker."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.basis import BasisForm, JoiningForm
from cases.lookup import children_among, get_beneath
from cases.models import Assessment, PlanSpell
from cases.operations.bases import NotChanged, change_basis, join_family
from cases.readings.basis import bases_of, changes_of, without_referral
from cases.readings.help import read_plan, running_children
from cases.readings.registered import may_join, who_must_join
from cases.rules.assessing import state_of


@needs(Permission.CASE_AUTHORISE)
@keeps_words("the legal basis of an assessment")
def assessment(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A manager decides that the same assessment goes on with another legal basis."""
    row, on = get_beneath(request, Assessment, case_pk, pk), timezone.localdate()
    children = children_among(row.parts.all())
    joining = who_must_join([child.pk for child in children])
    people = may_join(request.user) if joining else []
    form = BasisForm(request.POST or None, now=row.legal_basis, on=on, people=people, is_asked=bool(joining))
    if form.is_valid():
        try:
            changed = change_basis(assessment=row, by=request.user, **form.cleaned_data)
        except NotChanged as why:
            refuse(form, why)
        else:
            messages.success(request, f"The assessment goes on: {changed.get_legal_basis_display()}.")
            return redirect(row)
    days = (row.shared_on, row.submitted_on, row.authorised_on, row.stopped_on)
    names = ("shared_on", "submitted_on", "authorised_on", "stopped_on")
    shown = {
        "case": row.case,
        "assessment": row,
        "form": form,
        "joining": joining,
        "bases": bases_of(row, changes_of(row)),
        "unreferred": without_referral(children),
        "is_open": state_of(**dict(zip(names, days, strict=True))).is_open,
    }
    return render(request, "cases/assessment_basis.html", shown)


@needs(Permission.CASE_ALLOCATE)
@keeps_words("who joins a family’s worker")
def joining(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A registered social worker joins the worker of the children of a plan, who stays."""
    spell, on = get_beneath(request, PlanSpell, case_pk, pk, "child"), timezone.localdate()
    children = running_children(spell)
    must = who_must_join([child.pk for child in children])
    form = JoiningForm(request.POST or None, people=may_join(request.user))
    if must and form.is_valid():
        try:
            said = form.cleaned_data
            if said["joins"] is None:
                raise NotChanged("Choose who joins.", "joins")
            join_family(case=spell.case, children=children, joins=said["joins"], on=on, by=request.user)
        except NotChanged as why:
            refuse(form, why)
        else:
            messages.success(request, f"{said['joins'].user.name} joins. The family keeps its worker.")
            return redirect(spell)
    plan = read_plan(spell, on)
    return render(request, "cases/plan_joining.html", {"case": spell.case, "plan": plan, "joining": must, "form": form})
