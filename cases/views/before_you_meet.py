"""*Before you meet them*: the page, and the form for one part of it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from camden.operations.versions import Overtaken
from cases.forms.brief import BriefPartForm
from cases.forms.marks import FAMILY as KEPT_FROM_FAMILY
from cases.forms.marks import said_marks
from cases.lookup import get_case, get_part, people_of
from cases.models import BriefPart
from cases.operations.brief import write_part
from cases.readings.before_you_meet import before_you_meet
from cases.rules.audience import FAMILY, STAFF
from cases.rules.recording import BRIEF_PART


@needs(Permission.CASE_READ)
def page(request: HttpRequest, case_pk: int) -> HttpResponse:
    """One page to read on the stairs or to print. `?for=family` is the family's own copy."""
    case = get_case(request, case_pk)
    audience = FAMILY if request.GET.get("for") == "family" else STAFF
    return render(
        request,
        "cases/before_you_meet.html",
        {
            "case": case,
            "page": before_you_meet(case, timezone.localdate(), audience),
            "may_record": may(request.user, Permission.CASE_RECORD),
        },
    )


@needs(Permission.CASE_RECORD)
@keeps_words("a part of Before you meet them")
def part(request: HttpRequest, case_pk: int, kind: str) -> HttpResponse:
    """Write one part anew. The one before it ends and stays in the history."""
    case = get_case(request, case_pk)
    if kind not in BRIEF_PART:
        raise Http404
    now, title = get_part(case, kind), BRIEF_PART[kind]
    form = BriefPartForm(
        request.POST or None,
        kind=kind,
        title=title,
        people=people_of(case),
        version=now.pk if now else 0,
        initial=_as_it_stands(now),
    )
    if form.is_valid():
        try:
            write_part(
                case=case,
                kind=kind,
                words=form.cleaned_data["words"],
                told_by=form.cleaned_data.get("told_by"),
                marks=said_marks(form.cleaned_data),
                by=request.user,
                on=timezone.localdate(),
                shown=form.version or 0,
            )
        except Overtaken as found:
            form.overtaken(found)
            form.version_now = found.theirs.pk  # a part is not changed but followed by another
        else:
            messages.success(request, f"Written down: {title.lower()}.")
            return redirect("cases:before-you-meet", case.pk)
    return render(request, "cases/brief_part.html", {"case": case, "form": form, "title": title})


def _as_it_stands(now: BriefPart | None) -> dict[str, Any]:
    if now is None:
        return {}
    kept_from = [KEPT_FROM_FAMILY] if now.is_kept_from_family else []
    return {
        "words": now.words,
        "told_by": str(now.told_by_id or ""),
        "kept_from": [*kept_from, *(str(key) for key in now.kept_from)],
    }
