"""Strategy discussions: record one, read one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.strategy import StrategyForm
from cases.lookup import get_beneath, get_case, living_children
from cases.models import StrategyDiscussion
from cases.operations.strategy import ChildWeighed, NotHeld, Said, hold_strategy_discussion
from cases.readings.deciders import managers_of
from cases.readings.protection import read_strategy
from cases.rules.protection import missing_from_strategy
from cases.rules.visits import in_a_row


@needs(Permission.CASE_RECORD)
@keeps_words("a strategy discussion")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """What agencies weighed and a manager decided, once for all the children it was about."""
    case = get_case(request, case_pk)
    on, at = timezone.localdate(), timezone.now()
    children = living_children(case)
    form = StrategyForm(
        request.POST or None, children=children, managers=managers_of(case, besides=request.user), at=at, on=on
    )
    if form.is_valid():
        said = form.cleaned_data
        words = {name: said[name] for name in Said.__dataclass_fields__}
        try:
            discussion = hold_strategy_discussion(
                case=case,
                by=request.user,
                decided_by=said["decided_by"],
                cause_at=said["cause_at"],
                held_at=said["held_at"],
                said=Said(**words),
                parts=[ChildWeighed(child, is_enquired) for child, is_enquired in said["parts"]],
                on=on,
            )
        except NotHeld as why:
            refuse(form, why)
        else:
            messages.success(request, _saved([child.first_name for child, enquired in said["parts"] if enquired]))
            if missing := missing_from_strategy(said["agencies"]):
                messages.warning(request, f"Usually there too: {in_a_row(missing)}. Tell them what was decided.")
            return redirect(discussion)
    return render(request, "cases/strategy_new.html", {"case": case, "form": form})


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """One strategy discussion, and the enquiries it began."""
    discussion = get_beneath(request, StrategyDiscussion, case_pk, pk, "decided_by", "recorded_by")
    context = {
        "case": discussion.case,
        "strategy": read_strategy(discussion),
        "may_record": may(request.user, Permission.CASE_RECORD),
    }
    return render(request, "cases/strategy.html", context)


def _saved(enquired: list[str]) -> str:
    if not enquired:
        return "Strategy discussion recorded. No new enquiry."
    return f"Strategy discussion recorded. An enquiry about {in_a_row(enquired)} has begun."
