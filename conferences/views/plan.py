"""The family's plan: written down by the coordinator, printed for the family, answered by the agency."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.lookup import get_case
from cases.readings.deciders import managers_of
from conferences.forms.answering import AnswerForm
from conferences.forms.plan import PlanForm
from conferences.lookup import get_conference
from conferences.operations.answers import answer_plan
from conferences.operations.plans import give_plan, write_plan
from conferences.operations.stages import NotThatWay, Overtaken
from conferences.readings.answering import part_of, sums_of, to_answer
from conferences.readings.mandate import must_haves_of
from conferences.readings.paper import may_promise, paper_as_written
from conferences.readings.plans import plan_written
from conferences.rules.answering import AGREED, AWAITING, NOT_SAFE
from conferences.rules.mandate import Part
from conferences.rules.stages import PLAN_IS_OPEN


@needs(Permission.CONFERENCE_CONVENE)
@keeps_words("a family’s plan")
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Write the plan down in the family's words. When somebody else saved meanwhile, both texts are shown."""
    conference = get_conference(request, case_pk, pk)
    on, now = timezone.localdate(), plan_written(conference)
    form = PlanForm(request.POST or None, now=now, staff=may_promise(conference), on=on)
    overtaken = False
    if form.is_valid():
        try:
            version = form.cleaned_data["version"] or 0
            write_plan(conference=conference, words=form.words(), version=version, on=on)
            if "give" in request.POST:
                give_plan(conference=conference, on=on)
        except Overtaken:
            overtaken, now = True, plan_written(conference, afresh=True)
            form.show_version(now.version)
        except NotThatWay as why:
            form.add_error(None, str(why))
        else:
            messages.success(
                request, "The plan is saved." if "give" not in request.POST else "The worker has the plan."
            )
            return redirect(conference if "give" in request.POST else request.path)
    context = {
        "conference": conference,
        "form": form,
        "now": now,
        "overtaken": overtaken,
        "is_open": conference.stage in PLAN_IS_OPEN,
        "must_haves": must_haves_of(conference),
        "kept": [item for item in now.items if hasattr(item, "promised")],
    }
    return render(request, "conferences/plan.html", context)


@needs(Permission.CASE_RECORD)
@keeps_words("an answer to a family’s plan")
def agreement(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The agency answers the family's plan, on one page. Nobody can change a word of it here."""
    case = get_case(request, case_pk)
    conference = get_conference(request, case_pk, pk)
    is_manager = may(request.user, Permission.CASE_ALLOCATE)
    part, here = part_of(request.user, conference, is_manager=is_manager), to_answer(conference)
    answers = (AGREED, AWAITING, NOT_SAFE) if part in (Part.REFERRER, Part.MANAGER) else ()
    managers = [] if part is Part.MANAGER else [one for one in managers_of(case) if one != request.user]
    form = AnswerForm(request.POST or None, here=here, answers=answers, managers=managers)
    if form.is_valid():
        on = timezone.localdate()
        try:
            answer_plan(case=case, conference=conference, by=request.user, is_manager=is_manager, on=on, **form.facts())
        except Overtaken:
            form.show_version(to_answer(conference).written.version)
            form.add_error(None, "The family changed its plan while you answered. Read it again below, then answer.")
        except NotThatWay as why:
            form.add_error("answer", str(why))
        else:
            messages.success(request, "The family’s plan has its answer.")
            return redirect(conference)
    context = {
        "case": case,
        "conference": conference,
        "form": form,
        "paper": paper_as_written(conference, afresh=True),
        "mandate": here.mandate,
        "holds": here.holds(request.user.pk if part is Part.REFERRER else conference.referred_by_id) is not None,
        "sums": sums_of(here),
        "may_answer": bool(answers),
        "is_manager": part is Part.MANAGER,
    }
    return render(request, "conferences/agreement.html", context)
