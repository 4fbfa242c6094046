"""Steps up and down: take one, read one."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.models import User
from camden.office.kept import keeps_words
from camden.operations.drafts import Sheet, save
from cases.forms.asking import refuse
from cases.forms.thresholds import PROTECTION, ThresholdForm
from cases.lookup import get_beneath, get_case, people_of
from cases.models import Case, Member, ThresholdMove
from cases.operations.decisions import NotDecided
from cases.operations.thresholds import NotMoved, move_threshold
from cases.readings.decisions import decisions_about, hearing_for
from cases.readings.decisions_theirs import their_step
from cases.readings.help import leads_and_who_joins, plans_in_words, read_move
from cases.readings.step_checks import check_after, read_check, step_up_after


@needs(Permission.CASE_AUTHORISE)
@keeps_words("a step up or down")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """A manager decides that help becomes more or less formal. What the children have is computed, never asked."""
    case, on = get_case(request, case_pk), timezone.localdate()
    everybody = people_of(case)
    children = [person for person in everybody if person.kind == Member.Kind.CHILD]
    leads, joins = leads_and_who_joins(children)
    form = _form(request, case, everybody, leads)
    if request.POST.get("to_basis") == PROTECTION:
        return _protect(request, case, form)
    if form.is_valid():
        try:
            move = move_threshold(case=case, by=request.user, on=on, decided=form.decided(), **form.step())
        except (NotMoved, NotDecided) as why:
            refuse(form, why)
        else:
            messages.success(request, "Saved: one plan has ended and the next begun.")
            return redirect(move)
    shown = {"case": case, "form": form, "children": children, "now": plans_in_words(case, children)}
    return render(request, "cases/threshold_new.html", shown | {"must_join": joins})


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A step up or down: who was heard and what it changed, when it is looked at again, and what was seen then."""
    move, on = get_beneath(request, ThresholdMove, case_pk, pk, "decided_by"), timezone.localdate()
    shown = {"case": move.case, "move": read_move(move), "seen": read_check(check_after(move))}
    shown |= {"decisions": decisions_about("threshold", move.pk, on=on)}
    return render(request, "cases/threshold.html", shown | {"may_record": may(request.user, Permission.CASE_RECORD)})


@needs(Permission.CASE_READ)
def paper(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The step for the family to keep: what changes, why, who was heard, in words that hide nothing from them."""
    move, on = get_beneath(request, ThresholdMove, case_pk, pk, "decided_by"), timezone.localdate()
    step, decisions, withheld = their_step(move, on)
    shown = {"case": move.case, "move": step, "decisions": decisions, "withheld": withheld}
    shown["may_record"] = may(request.user, Permission.CASE_RECORD)
    return render(request, "cases/threshold_paper.html", shown)


def _form(request: HttpRequest, case: Case, everybody: Sequence[Member], leads: Sequence[User]) -> ThresholdForm:
    children = [person for person in everybody if person.kind == Member.Kind.CHILD]
    hearing = hearing_for(case, children, timezone.localdate())
    who_may_agree = [person for person in everybody if person.died_on is None and person.expected_on is None]
    return ThresholdForm(
        request.POST or None,
        children=children,
        leads=leads,
        on=timezone.localdate(),
        hearing=hearing,
        grown=sorted(who_may_agree, key=lambda person: person.kind == Member.Kind.CHILD),
        initial=_after(request, case),
    )


def _after(request: HttpRequest, case: Case) -> dict[str, Any]:
    """What was seen of a step down that does not hold (`?after=`), so that nobody writes it again."""
    asked = request.GET.get("after", "")
    return step_up_after(case, int(asked)) if asked.isdecimal() and len(asked) < 10 else {}


def _protect(request: HttpRequest, case: Case, form: ThresholdForm) -> HttpResponse:
    """A strategy discussion comes next, at once: the reasons wait in its form, and nothing is asked twice."""
    address = reverse("cases:strategy-new", args=[case.pk])
    if reasons := form.reasons():
        sheet = Sheet(form="cases:strategy-new", what="a strategy discussion", about=address, record_id=case.pk)
        tab, now = uuid.uuid4(), timezone.now()
        words = {"decision": [reasons]}
        save(by=request.user, sheet=sheet, key=uuid.uuid4(), tab=tab, base=0, revision=1, words=words, at=now)
    messages.success(request, "A strategy discussion comes first. What you wrote is in this form.")
    return redirect(address)
