"""Pictures of a family that were kept: keep one, read it as it was, see what changed since, have it as a file."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from camden.rules.names import day_in_words
from cases.forms.snapshots import KeepForm
from cases.lookup import get_beneath, get_case, of_case
from cases.models import Case, GenogramSnapshot, Household, Writing
from cases.operations.snapshots import keep_snapshot
from cases.readings.ecomap import ecomap_of
from cases.readings.ecomap_shown import as_a_paper, ecomap_asked
from cases.readings.genogram import with_culture
from cases.readings.genogram_asked import Asked, asked_of
from cases.readings.genogram_paper import FOR_STAFF, is_small, whose_version
from cases.readings.genogram_shown import staff_layers, staff_picture
from cases.readings.snapshots import has_changed_for_family, kept_pictures, line_of, shown, since
from cases.rules.audience import FAMILY, STAFF
from cases.rules.genogram.telling import title_of
from cases.views.genogram_family import as_file


@needs(Permission.CASE_READ)
def list_(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Every picture that was kept of this family, and today's to print."""
    case = get_case(request, case_pk)
    context = {"case": case, "kept": kept_pictures(case), "may_record": may(request.user, Permission.CASE_RECORD)}
    return render(request, "cases/snapshots.html", context)


@needs(Permission.CASE_RECORD)
@keeps_words("a picture that is kept")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Keep the picture that an address asks for; `?home=` the ecomap of one; `?writing=` the paper it is kept with."""
    case, on = get_case(request, case_pk), timezone.localdate()
    asked = asked_of(request.GET, on)
    writing, home = (
        _row(Writing, case, request.GET.get("writing", "")),
        _row(Household, case, request.GET.get("home", "")),
    )
    around = ecomap_of(case, home, on=asked.on, **ecomap_asked(request.GET)) if home else None
    picture = None if around else staff_picture(case, asked)
    drawn = as_a_paper(around) if around else picture
    if drawn is None:
        raise Http404
    title = around.title if around else title_of(drawn.family).partition(" on ")[0]
    initial = {"kept_for": "assessment" if writing else "", "title": title}
    form = KeepForm(request.POST or None, initial=initial)
    if form.is_valid():
        said: dict[str, Any] = form.cleaned_data
        layers = with_culture(case, asked, asked.on, staff_layers(asked))
        kept = keep_snapshot(
            case=case, pictured_on=asked.on, layers=layers, picture=picture, writing=writing,
            household=home,
            around=around, by=request.user, on=on, **said,
        )  # fmt: skip
        messages.success(request, f"Kept as it was on {day_in_words(asked.on)}.")
        return redirect("cases:snapshot", case.pk, kept.pk)
    context = {"case": case, "form": form, "drawn": drawn, "day": day_in_words(asked.on), "writing": writing}
    context["home"] = home
    return render(request, "cases/snapshot_new.html", context)


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """As it was kept; `?and=now` says what changed since; `?for=family` is the family's copy, by today's marks."""
    kept, on = get_beneath(request, GenogramSnapshot, case_pk, pk, "taken_by", "writing"), timezone.localdate()
    is_family = request.GET.get("for") == "family"
    drawn = shown(kept, FAMILY if is_family else STAFF, on=on)
    context = {
        "case": kept.case,
        "kept": kept,
        "line": line_of(kept),
        "drawn": drawn,
        "is_family": is_family,
        "has_changed": not is_family and has_changed_for_family(kept, on),
        "since": since(kept, kept.case, on) if request.GET.get("and") == "now" and not is_family else None,
        "is_small": is_small((drawn.width, drawn.height)),
        "now": Asked(on, on),
    }
    return render(request, "cases/snapshot.html", context)


@needs(Permission.CASE_READ)
def file(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A kept picture as a file: as the genogram's, `?for=family` for the family's copy."""
    kept = get_beneath(request, GenogramSnapshot, case_pk, pk)
    is_family = request.GET.get("for") == "family"
    drawn = shown(kept, FAMILY if is_family else STAFF, on=timezone.localdate())
    return as_file(drawn, whose_version("") if is_family else FOR_STAFF, request, f"genogram-kept-{kept.pk}")


def _row(model: Any, case: Case, key: str) -> Any:
    """The row of this record with that key; none for nonsense."""
    return of_case(model, case, [int(key)]).get(int(key)) if key.isascii() and key.isdigit() and len(key) < 16 else None
