"""A worker is asked whether they could take a family, answers, and is brought to them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.taking import AnswerForm, AskForm, StepsForm
from cases.lookup import get_beneath, get_case, get_worker_asked
from cases.models import Introduction
from cases.operations.taking import NotAsked, NotNoted, NotSaid, answer_asked, ask_worker, note_step
from cases.readings import introducing, taking
from cases.readings.workers import may_lead


@needs(Permission.CASE_ALLOCATE)
@keeps_words("a question to a worker")
def ask(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Ask one worker, with the needs and with why one thought of them."""
    case = get_case(request, case_pk)
    on, worker = timezone.localdate(), key_in(request.GET.get("to"))
    children = taking.group_of(case, key_in(request.GET.get("child")))
    page = taking.take(case=case, children=children, user=request.user, on=on) if children else None
    line = next((each for each in page.could if each.worker == worker), None) if page else None
    if page is None or line is None:  # nobody was named, or they cannot take them
        return redirect("cases:who-could-take", case_pk)
    membership = next(each for each in may_lead(request.user) if each.user_id == worker)
    form = AskForm(request.POST or None, lead=page.lead, needs=taking.in_plain_words(page), on=on)
    if form.is_valid():
        said = form.cleaned_data
        try:
            ask_worker(
                case=case,
                children=children,
                worker=membership.user,
                team=membership.team,
                needs=said["needs"],
                reasons=line.reasons,
                by=request.user,
                on=on,
                is_lead_told=said.get("is_lead_told", False),
            )
        except NotAsked as why:
            refuse(form, why)
        else:
            messages.success(request, f"{line.name} is asked, and answers on My day.")
            return redirect(page.address)
    return render(request, "cases/worker_asked_new.html", {"case": case, "page": page, "line": line, "form": form})


@needs(Permission.CASE_READ)
@keeps_words("an answer to whoever asked")
def asked(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """What somebody is asked, for them and for whoever decides; they answer here. Nothing of the record is shown."""
    row = get_worker_asked(request, case_pk, pk)
    is_mine = row.worker_id == request.user.pk
    is_open = not row.answer and row.taken_back_on is None
    form = AnswerForm(request.POST or None, on=timezone.localdate()) if is_mine and is_open else None
    if form and form.is_valid():
        said = form.cleaned_data
        try:
            answer_asked(asked=row, answer=said["answer"], words=said["words"], on=timezone.localdate())
        except NotSaid as why:
            refuse(form, why)
        else:
            messages.success(request, f"{row.asked_by.name} is told.")
            return redirect("cases:worker-asked", case_pk, pk)
    shown = {"asked": introducing.read_asked(row), "form": form, "is_mine": is_mine, "case_pk": case_pk}
    shown["may_allocate"] = may(request.user, Permission.CASE_ALLOCATE) and not is_mine
    return render(request, "cases/worker_asked.html", shown)


@needs(Permission.CASE_READ)
@keeps_words("steps of an introduction")
def introduction(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """How a child is brought to their new worker: what was agreed, what is done, and what still waits."""
    row = get_beneath(request, Introduction, case_pk, pk, *introducing.RELATED)
    on, page = timezone.localdate(), introducing.read_introduction(row)
    people = introducing.people_of(row, request.user)
    form = None
    if may(request.user, Permission.CASE_RECORD) or may(request.user, Permission.CASE_ALLOCATE):
        others = introducing.alike(row)
        form = StepsForm(request.POST or None, introduction=row, people=people, others=others, on=on)
    if form and form.steps and form.is_valid():
        try:
            for each, step, day, by in form.done():
                note_step(introduction=each, step=step, on=day, by=by)
        except NotNoted as why:
            refuse(form, why)
        else:
            messages.success(request, "Saved.")
            return redirect("cases:introduction", case_pk, pk)
    shown = {"case": row.case, "page": page, "form": form if form and form.steps else None}
    return render(request, "cases/introduction.html", shown)


def key_in(typed: str | None) -> int | None:
    """A key in an address; None for nothing, and for what is no key."""
    return int(typed) if typed and typed.isascii() and typed.isdigit() and len(typed) < 19 else None
