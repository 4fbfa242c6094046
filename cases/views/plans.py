"""Plans: begin one, read one, say how often to visit, end one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.help import PlanEndingForm, PlanForm, VisitsForm
from cases.lookup import children_of, get_beneath, get_case
from cases.models import PlanSpell
from cases.operations.decisions import NotDecided
from cases.operations.plans import NotPlanned, end_plans, set_visits, start_plans
from cases.readings.decisions import hearing_for
from cases.readings.help import plans_in_words, read_plan, together, visits_at_most
from cases.readings.registered import who_must_join
from cases.rules.basis import STATUTORY


@needs(Permission.CASE_RECORD)
@keeps_words("the beginning of a plan")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Begin a family help plan or a child in need plan."""
    case, on = get_case(request, case_pk), timezone.localdate()
    children = children_of(case)
    most, is_manager = visits_at_most("need", on) or 0, may(request.user, Permission.CASE_AUTHORISE)
    hearing = hearing_for(case, children, on)
    form = PlanForm(request.POST or None, children=children, on=on, most=most, hearing=hearing)
    if form.is_valid():
        try:
            decided = form.decided(is_manager=is_manager)
            spells = start_plans(case=case, by=request.user, on=on, decided=decided, **form.plan())
        except (NotPlanned, NotDecided) as why:
            refuse(form, why)
        else:
            messages.success(request, "The plan has begun.")
            return redirect(spells[0])
    shown = {"case": case, "form": form, "children": children, "now": plans_in_words(case, children)}
    return render(request, "cases/plan_new.html", shown)


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A plan of the children it began for together, and the meetings about it."""
    spell = _get(request, case_pk, pk)
    plan = read_plan(spell, timezone.localdate())
    running = [child.pk for child in plan.children if not child.ended]
    shown = {
        "case": spell.case,
        "plan": plan,
        "joining": who_must_join(running) if running and spell.basis in STATUTORY else None,
        "may_allocate": may(request.user, Permission.CASE_ALLOCATE),
        "may_record": may(request.user, Permission.CASE_RECORD),
        "may_authorise": may(request.user, Permission.CASE_AUTHORISE),
    }
    return render(request, "cases/plan.html", shown)


@needs(Permission.CASE_RECORD)
@keeps_words("how often a plan asks for visits")
def visits(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """More often by anybody who records; less often by a manager or, under protection, the chair."""
    spell, on = _get(request, case_pk, pk), timezone.localdate()
    running = [each for each in together(spell) if each.ended_on is None]
    form = VisitsForm(request.POST or None, children=[each.child for each in running])
    if form.is_valid():
        meant = [each for each in running if each.child in form.cleaned_data["children"]]
        try:
            set_visits(case=spell.case, spells=meant, every=form.cleaned_data["every"], by=request.user, on=on)
        except NotPlanned as why:
            refuse(form, why)
        else:
            messages.success(request, "Saved: the next visits are due accordingly.")
            return redirect(spell)
    return _on_plan(request, spell, form, "cases/plan_visits.html")


@needs(Permission.CASE_RECORD)
@keeps_words("the end of a plan")
def ending(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A plan ends for some of the children it began for, or for all."""
    spell, on = _get(request, case_pk, pk), timezone.localdate()
    spells = together(spell)
    running = [each for each in spells if each.ended_on is None]
    children = [each.child for each in running]
    form = PlanEndingForm(
        request.POST or None,
        children=children,
        basis=spell.basis,
        on=on,
        hearing=hearing_for(spell.case, children, on),
    )
    if form.is_valid():
        said = form.cleaned_data
        meant = [each for each in running if each.child in said["children"]]
        decided = form.decided(is_manager=may(request.user, Permission.CASE_AUTHORISE))
        facts = {"ended_on": said["ended_on"], "reason": said["end_reason"], "by": request.user, "on": on}
        try:
            end_plans(case=spell.case, spells=meant, decided=decided, **facts)
        except (NotPlanned, NotDecided) as why:
            refuse(form, why)
        else:
            messages.success(request, "The plan has ended.")
            return redirect(spell)
    return _on_plan(request, spell, form, "cases/plan_ending.html", spells)


def _get(request: HttpRequest, case_pk: int, pk: int) -> PlanSpell:
    return get_beneath(request, PlanSpell, case_pk, pk, "child")


def _on_plan(
    request: HttpRequest, spell: PlanSpell, form: object, template: str, spells: list[PlanSpell] | None = None
) -> HttpResponse:
    plan = read_plan(spell, timezone.localdate(), spells)
    needs_manager = plan.basis != "early-help" and not may(request.user, Permission.CASE_AUTHORISE)
    return render(request, template, {"case": spell.case, "plan": plan, "form": form, "needs_manager": needs_manager})
