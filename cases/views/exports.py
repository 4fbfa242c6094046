"""The chronology as a file: ask for it, wait for it, have it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from camden.operations.files import NotThere, read
from cases.forms.events import ExportForm
from cases.lookup import children_of, get_beneath, get_case
from cases.models import Export
from cases.operations.exports import ask_chronology
from cases.readings.exports import file_name, read_export

TYPES = {
    "word": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


@needs(Permission.CASE_RECORD)
@keeps_words("a file of the chronology")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Ask for the chronology as Word or PDF: all of it or two pages, for those who work here or for the family."""
    case = get_case(request, case_pk)
    children = children_of(case)
    form = ExportForm(request.POST or None, children=children)
    if form.is_valid():
        said = form.cleaned_data
        export = ask_chronology(
            case=case,
            layout=said["layout"],
            reader=said["reader"],
            is_summary=said["length"] == "summary",
            child=next((child for child in children if str(child.pk) == said["child"]), None),
            by=request.user,
            at=timezone.now(),
        )
        return redirect("cases:export", case.pk, export.pk)
    return render(request, "cases/export_new.html", {"case": case, "form": form})


@needs(Permission.CASE_RECORD)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Being made, ready, or given up."""
    export = _get(request, case_pk, pk)
    answer = render(request, "cases/export.html", {"case": export.case, "export": read_export(export)})
    if not export.ready_at and not export.failed_at:
        answer["Refresh"] = "2"  # works without JavaScript, and ends when there is something to have
    return answer


@needs(Permission.CASE_RECORD)
def file(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The file itself, for whoever asked for it."""
    export = _get(request, case_pk, pk)
    if not export.ready_at:
        raise Http404
    try:
        content = read(export.sha256)
    except NotThere as error:
        raise Http404 from error
    answer = HttpResponse(content, content_type=TYPES[export.layout])
    answer["Content-Disposition"] = f'attachment; filename="{file_name(export)}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _get(request: HttpRequest, case_pk: int, pk: int) -> Export:
    export = get_beneath(request, Export, case_pk, pk)
    if export.asked_by_id != request.user.pk:
        raise Http404
    return export
