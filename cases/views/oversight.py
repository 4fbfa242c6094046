"""Notes on oversight: a manager's decision with its reasons, from any row that is late or stands still."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.oversight import OversightForm
from cases.lookup import children_of, get_beneath, get_case
from cases.models import Oversight
from cases.operations.oversight import NotOverseen, oversee
from cases.readings.oversight import about_of, notes_of, read_note


@needs(Permission.CASE_READ)
def list_(request: HttpRequest, case_pk: int) -> HttpResponse:
    """What managers looked at and decided, the latest first."""
    case = get_case(request, case_pk)
    notes = notes_of(case, timezone.localdate())
    may_decide = may(request.user, Permission.CASE_AUTHORISE)
    return render(request, "cases/oversights.html", {"case": case, "notes": notes, "may_decide": may_decide})


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """One note: what was looked at, what was decided, why, and when it is looked at again."""
    seen = get_beneath(request, Oversight, case_pk, pk, "written_by", "child")
    may_decide = may(request.user, Permission.CASE_AUTHORISE)
    context = {"case": seen.case, "pk": seen.pk, "note": read_note(seen, timezone.localdate())}
    return render(request, "cases/oversight.html", context | {"may_decide": may_decide})


@needs(Permission.CASE_AUTHORISE)
@keeps_words("a note on oversight")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Note a decision. `?about=` names the row it is about, whose words stand above the form."""
    case, on = get_case(request, case_pk), timezone.localdate()
    children = children_of(case)
    about = about_of(case, request.GET.get("about", ""), children, on)
    form = OversightForm(
        request.POST or None,
        on=on,
        children=children,
        about=about.words if about else "",
        child=about.child if about else None,
    )
    if form.is_valid():
        row = {"about": about.words, "about_code": about.code} if about else {}
        try:
            seen = oversee(case=case, by=request.user, on=on, **(form.cleaned_data | row))
        except NotOverseen as why:
            refuse(form, why)
        else:
            messages.success(request, "Decision noted. It stands on the record.")
            return redirect(seen)
    return render(request, "cases/oversight_new.html", {"case": case, "about": about, "form": form})
