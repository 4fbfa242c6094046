"""The last page of a paper: where we agree, and where we see it differently."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.marks import said_marks
from cases.forms.views_shared import ViewForm
from cases.lookup import get_beneath, of_case
from cases.models import Disagreement, SharedView, Writing
from cases.operations.views_shared import NotSeen, add_view, take_out_view, take_says, take_statement
from cases.readings.marks import members_of
from cases.readings.views_shared import answered, offers_of, says_of, views_of
from cases.readings.writing import locked_now
from cases.rules.sharing import DIFFER


@needs(Permission.CASE_READ)
def list_(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Both lists, and what stands on the record already and could be put there with one tap (`take`, `out`)."""
    writing = get_beneath(request, Writing, case_pk, pk, "assessment", "conference")
    locked = locked_now(writing)
    may_record = may(request.user, Permission.CASE_RECORD) and not locked
    if request.method == "POST" and may_record:
        try:
            messages.success(request, _tapped(request, writing))
        except NotSeen as why:
            messages.warning(request, str(why))
        return redirect("cases:views", case_pk, pk)
    shown = {
        "case": writing.case,
        "writing": writing,
        "views": views_of(writing),
        "may_record": may_record,
        "locked": locked,
    }
    return render(request, "cases/views.html", shown | {"offers": offers_of(writing) if may_record else []})


@needs(Permission.CASE_RECORD)
@keeps_words("where we agree or differ")
def new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Put one thing on the last page. `?answer=` is a sharing whose remarks are their side, not typed again."""
    writing, on = get_beneath(request, Writing, case_pk, pk, "assessment", "conference"), timezone.localdate()
    sharing = answered(writing, _number(request.GET.get("answer", "")))
    theirs: dict[str, Any] = {"theirs": sharing.remarks, "who": sharing.member} if sharing else {}
    form = ViewForm(request.POST or None, people=members_of(writing.case), on=on, **theirs)
    if form.is_valid():
        said = form.cleaned_data
        marks = said_marks(said)
        if sharing:
            said |= {"member": sharing.member, "said_by": sharing.shared_with, "said_on": sharing.answered_on}
        kept = {name: said[name] for name in ("stand", "about", "our_words", "their_words", "said_on", "member")}
        try:
            add_view(writing=writing, by=request.user, marks=marks, said_by=said.get("said_by") or "", **kept)
        except NotSeen as why:
            refuse(form, why)
        else:
            messages.success(request, "It stands on the last page.")
            return redirect("cases:views", case_pk, pk)
    shown = {"case": writing.case, "writing": writing, "form": form, "sharing": sharing}
    return render(request, "cases/view_new.html", shown)


def _tapped(request: HttpRequest, writing: Writing) -> str:
    """Take what stands on the record, or take one out again. Says what was done. Raises NotSeen, Http404."""
    if out := request.POST.get("out", ""):
        view = of_case(SharedView, writing.case, [_number(out)]).get(_number(out))
        if view is None or view.writing_id != writing.pk:
            raise Http404
        view.writing = writing
        take_out_view(view=view, by=request.user, on=timezone.localdate())
        return "Taken out. Its words stay in the history."
    kind, _, key = request.POST.get("take", "").partition("-")
    if kind == "statement" and (found := of_case(Disagreement, writing.case, [_number(key)])):
        (statement,) = found.values()
        take_statement(writing=writing, statement=statement, by=request.user)
    elif kind == "says" and (says := says_of(writing, _number(key))):
        take_says(writing=writing, says=says, stand=request.POST.get("stand") or DIFFER, by=request.user)
    else:
        raise Http404
    return "It stands on the last page."


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
