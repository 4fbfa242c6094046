"""The family's plan: written down by the coordinator, printed for the family, answered by the agency."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.lookup import get_case
from conferences.forms.plan import PlanForm
from conferences.forms.workspace import AgencyForm
from conferences.lookup import get_conference
from conferences.operations.plans import answer_plan, give_plan, write_plan
from conferences.operations.stages import NotThatWay, Overtaken
from conferences.readings.paper import may_promise, plan_now, read_paper
from conferences.readings.workspace import met_on
from conferences.rules.answering import answers_open
from conferences.rules.stages import PLAN_IS_OPEN


@needs(Permission.CONFERENCE_CONVENE)
@keeps_words("a family’s plan")
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Write the plan down in the family's words. When somebody else saved meanwhile, both texts are shown."""
    conference = get_conference(request, case_pk, pk)
    on, now = timezone.localdate(), plan_now(conference)
    form = PlanForm(request.POST or None, now=now, staff=may_promise(conference), on=on)
    overtaken = False
    if form.is_valid():
        try:
            version = form.cleaned_data["version"] or 0
            write_plan(conference=conference, words=form.words(), version=version, on=on)
            if "give" in request.POST:
                give_plan(conference=conference, on=on)
        except Overtaken:
            overtaken, now = True, plan_now(conference, afresh=True)
            form.show_version(now.version)
        except NotThatWay as why:
            form.add_error(None, str(why))
        else:
            messages.success(
                request, "The plan is saved." if "give" not in request.POST else "The worker has the plan."
            )
            return redirect(conference if "give" in request.POST else request.path)
    is_open = conference.stage in PLAN_IS_OPEN
    context = {"conference": conference, "form": form, "now": now, "overtaken": overtaken, "is_open": is_open}
    return render(request, "conferences/plan.html", context)


@needs(Permission.CASE_RECORD)
@keeps_words("an answer to a family’s plan")
def agreement(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The agency answers the family's plan. Nobody can change a word of it here."""
    case = get_case(request, case_pk)
    conference = get_conference(request, case_pk, pk)
    is_manager = may(request.user, Permission.CASE_ALLOCATE)
    answers = answers_open(is_manager=is_manager, mandate_on=conference.mandate_on, held_on=met_on(conference))
    form = AgencyForm(request.POST or None, answers=answers)
    if form.is_valid():
        try:
            answer_plan(
                case=case, conference=conference, by=request.user, is_manager=is_manager,
                on=timezone.localdate(), **form.cleaned_data,
            )  # fmt: skip
        except NotThatWay as why:
            form.add_error("answer", str(why))
        else:
            messages.success(request, "The family’s plan has its answer.")
            return redirect(conference)
    context = {"case": case, "conference": conference, "form": form, "paper": read_paper(conference)}
    return render(request, "conferences/agreement.html", context | {"needs_manager": len(answers) == 1})
