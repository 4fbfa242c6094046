"""Somebody in the family sees it differently."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.disagreements import DisagreementForm
from cases.lookup import get_beneath
from cases.models import ChronologyEntry
from cases.operations.disagreements import NotAttached, disagree
from cases.readings.disagreements import disagreements_of
from cases.readings.marks import members_of
from cases.readings.timeline import read_entry


@needs(Permission.CASE_RECORD)
@keeps_words("how somebody sees it differently")
def new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Attach a statement of disagreement to an entry of the timeline. Those that are there are shown above it."""
    entry = get_beneath(request, ChronologyEntry, case_pk, pk)
    on = timezone.localdate()
    form = DisagreementForm(request.POST or None, people=members_of(entry.case), on=on)
    if form.is_valid():
        said = form.cleaned_data
        try:
            disagree(
                entry=entry,
                words=said["words"],
                said_on=said["said_on"],
                by=request.user,
                on=on,
                member=said["member"],
                said_by="" if said["member"] else said["said_by"],
            )
        except NotAttached as why:
            refuse(form, why)
        else:
            messages.success(request, "Attached. It stands wherever the entry does.")
            shown = read_entry(entry)
            return redirect(shown.href or entry.case)
    context = {"case": entry.case, "entry": read_entry(entry), "form": form}
    context["others"] = disagreements_of(entry.case, [entry.pk]).get(entry.pk, ())
    return render(request, "cases/disagreement_new.html", context)
