"""The one plan of a family: as a whole, as the family reads it, as a copy somebody is given, as a file."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.family_plan import GivingForm, PlanFileForm
from cases.lookup import get_beneath, get_case, people_of
from cases.models import Case, Member, Release
from cases.operations.family_plans import NotGiven, ask_plan, give_plan
from cases.operations.writing import begin_writing
from cases.readings import giving
from cases.readings.plan_paper import blocks_of, copies_of, copy_for, from_body
from cases.readings.sections import page
from cases.readings.whole_plan import for_one_child, whole_plan
from cases.rules.audience import STAFF


@needs(Permission.CASE_READ)
def whole(request: HttpRequest, case_pk: int) -> HttpResponse:
    """The plan on one page, for those who work here; `?child=` narrows it. Posted: its text begins."""
    case, on = get_case(request, case_pk), timezone.localdate()
    may_record = may(request.user, Permission.CASE_RECORD)
    if request.method == "POST" and may_record:
        text = begin_writing(case=case, paper="plan", by=request.user, on=on)
        return redirect(page("cases:writing", case.pk, text.pk) or request.path)
    plan = whole_plan(case, STAFF, on)
    child = next((key for key, _ in plan.children if str(key) == request.GET.get("child")), 0)
    shown = {
        "case": case,
        "plan": for_one_child(plan, child) if child else plan,
        "children": plan.children,
        "child": child,
        "may_record": may_record,
        "may_allocate": may(request.user, Permission.CASE_ALLOCATE),
    }
    return render(request, "cases/plan_whole.html", shown)


@needs(Permission.CASE_READ)
def familys(request: HttpRequest, case_pk: int) -> HttpResponse:
    """The plan as the family reads it together; `?person=` as one of them may, `?child=` a child's own."""
    case = get_case(request, case_pk)
    key = request.GET.get("person") or request.GET.get("child") or ""
    reader = _reader(case, key)
    if key and reader is None:
        raise Http404
    copy = copy_for(case, reader, timezone.localdate())
    shown = {
        "case": case,
        "copy": copy,
        "blocks": blocks_of(copy.paper),
        "reader": reader,
        "readers": giving.readers_of(case),
        "may_record": may(request.user, Permission.CASE_RECORD),
    }
    return render(request, "cases/plan_family.html", shown)


@needs(Permission.CASE_RECORD)
@keeps_words("a copy of the plan")
def given_new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """First whom it is for; then (`?to=`) the plan as they will have it, and how they get it."""
    case, on = get_case(request, case_pk), timezone.localdate()
    recipient = _reader(case, request.GET.get("to", ""))
    if recipient is None:
        shown = {"case": case, "readers": giving.readers_of(case), "copies": copies_of(case)}
        return render(request, "cases/plan_given_new.html", shown)
    ways = giving.ways_of(recipient)
    form = GivingForm(request.POST or None, ways=ways)
    if form.is_valid():
        try:
            made = give_plan(case=case, recipient=recipient, how=form.cleaned_data["how"], by=request.user, on=on)
        except NotGiven as why:
            refuse(form, why)
        else:
            messages.success(request, f"Kept as {recipient.first_name} gets it.")
            return redirect("cases:plan-given", case.pk, made.pk)
    copy = copy_for(case, recipient, on)
    about = {"recipient": recipient, "ways": ways, "copy": copy, "blocks": blocks_of(copy.paper)}
    return render(request, "cases/plan_given_new.html", {"case": case, "form": form} | about)


@needs(Permission.CASE_READ)
def given(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A copy as somebody got it, to read and to print again."""
    release = get_beneath(request, Release, case_pk, pk, "recipient", "given_by")
    if "blocks" not in release.body:
        raise Http404
    paper = from_body(release.body)
    read = giving.read_given(release)
    return render(
        request,
        "cases/plan_given.html",
        {"case": release.case, "given": read, "paper": paper, "blocks": blocks_of(paper)},
    )


@needs(Permission.CASE_RECORD)
@keeps_words("a file of the plan")
def file_new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Ask for the plan as Word or PDF, for somebody of the family or the family together."""
    case = get_case(request, case_pk)
    readers = giving.readers_of(case)
    first = request.GET.get("person", "")
    form = PlanFileForm(request.POST or None, readers=readers, initial={"reader": first})
    if form.is_valid():
        said, at = form.cleaned_data, timezone.now()
        reader = _reader(case, said["reader"])
        export = ask_plan(case=case, layout=said["layout"], reader=reader, by=request.user, at=at)
        return redirect("cases:export", case.pk, export.pk)
    return render(request, "cases/plan_file_new.html", {"case": case, "form": form})


def _reader(case: Case, key: str) -> Member | None:
    """Somebody of this record; nobody for nonsense, for who died or is not born yet."""
    there = (member for member in people_of(case) if member.died_on is None and member.expected_on is None)
    return next((member for member in there if str(member.pk) == key), None) if key else None
