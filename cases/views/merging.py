"""One human being who was written down twice: merge two members, take them apart, tie two records' people."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from camden.operations.versions import Overtaken
from cases.forms.asking import refuse
from cases.forms.merging import MergeForm, SureForm, TieForm
from cases.lookup import get_beneath, get_member
from cases.models import MemberMerge
from cases.operations.merging import CHOSEN, NotMerged, merge, tie, undo_merge, untie
from cases.readings.member import alike_elsewhere, like_names_first, two_as_one
from cases.readings.people import people_of

_FORM = "cases/people_form.html"


@needs(Permission.CASE_RECORD)
@keeps_words("whether two are the same")
def new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Two members are the same: first whom (`?with=`), then what of both stands. `pk` is the one who stays."""
    kept, on = get_member(request, case_pk, pk), timezone.localdate()
    others = like_names_first(kept, people_of(kept.case))
    merged = next((each for each in others if str(each.pk) == request.GET.get("with")), None)
    context = {"case": kept.case, "member": kept, "others": others}
    if merged is None:
        return render(request, "cases/merge.html", context)
    form = MergeForm(request.POST or None, kept=kept, merged=merged, facts=CHOSEN)
    if form.is_valid():
        try:
            merge(kept=kept, merged=merged, by=request.user, on=on, facts=form.facts())
        except NotMerged as why:
            refuse(form, why)
        except Overtaken as why:
            form.overtaken(why)
        else:
            messages.success(request, f"{merged.name} and {kept.name} are one now. You can take them apart again.")
            return redirect("cases:member", case_pk, pk)
    context |= {"merged": merged, "form": form, "both": two_as_one(kept, merged, on)}
    return render(request, "cases/merge.html", context)


@needs(Permission.CASE_RECORD)
@keeps_words("that two are not the same")
def undo(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """They were two after all."""
    found = get_beneath(request, MemberMerge, case_pk, pk, "kept", "merged")
    form = SureForm(request.POST or None, save="Take them apart again")
    if form.is_valid():
        try:
            undo_merge(merge=found, by=request.user, on=timezone.localdate())
        except NotMerged as why:
            refuse(form, why)
        else:
            messages.success(request, "They are two again. What was written since stays where it is.")
            return redirect("cases:member", case_pk, found.kept_id)
    lead = f"{found.merged.name} and {found.kept.name} become two again, each with what they had before."
    context = {"case": found.case, "member": found.kept, "title": "Two people after all", "lead": lead, "form": form}
    return render(request, _FORM, context)


@needs(Permission.CASE_RECORD)
@keeps_words("who is known in another family")
def tied(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Somebody is the same human being as somebody of another family that is open to whoever says so."""
    member = get_member(request, case_pk, pk)
    found = alike_elsewhere(member.case, request.user, member.name, timezone.localdate())
    found = [each for each in found if each.person_id != member.person_id]
    request.opened.add(*(each.case_pk for each in found))
    form = TieForm(request.POST or None, found=found)
    if form.is_valid():
        other = form.chosen()
        try:
            tie(member=member, other=other.pk, case=other.case_pk)
        except NotMerged as why:
            refuse(form, why)
        else:
            messages.success(request, "Saved. Nothing was copied, and nobody sees more than before.")
            return redirect("cases:member", case_pk, pk)
    return render(request, "cases/person_tie.html", {"case": member.case, "member": member, "form": form})


@needs(Permission.CASE_RECORD)
@keeps_words("that two records know two people")
def untied(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Somebody is not the one whom other families know."""
    member = get_member(request, case_pk, pk)
    form = SureForm(request.POST or None, save="They are different people")
    if form.is_valid():
        try:
            untie(member=member)
        except NotMerged as why:
            refuse(form, why)
        else:
            messages.success(request, "Saved.")
            return redirect("cases:member", case_pk, pk)
    lead = f"{member.name} of this family is nobody whom another family knows."
    context = {"case": member.case, "member": member, "title": "Different people", "lead": lead, "form": form}
    return render(request, _FORM, context)
