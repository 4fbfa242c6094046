"""Files of a record: the list, one of them, its bytes, adding one, taking one back."""

import logging
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from camden.office.uploads import most, too_large
from camden.operations.files import NotThere, read
from cases.forms.asking import refuse
from cases.forms.documents import DocumentForm, PortraitForm
from cases.forms.milestones import StrikeForm
from cases.lookup import children_of, get_beneath, get_case, get_child
from cases.models import Case, CaseNote, Document, Visit
from cases.operations.documents import DocumentStruckAlready, keep_document, keep_portrait, strike_document
from cases.readings.around import people_around
from cases.readings.documents import consents_held, documents, read_document
from cases.rules.recording import DOCUMENT_KIND
from cases.rules.uploads import JPEG, file_name

log = logging.getLogger(__name__)
# A file is shown by nobody's page but ours, runs nothing, and fetches nothing.
SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'none'"


@needs(Permission.CASE_READ)
def list_(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Files of a family, the newest first. `?child=` narrows it to one child's."""
    case = get_case(request, case_pk)
    children = children_of(case)
    child = next((child for child in children if child.pk == _key(request, "child")), None)
    page = documents(case=case, child=child, after=request.GET.get("after", ""))
    older = f"?after={page.older}" + (f"&child={child.pk}" if child else "") if page.older else ""
    return render(
        request,
        "cases/documents.html",
        {
            "case": case,
            "children": children,
            "child": child,
            "page": page,
            "older": older,
            "may_record": may(request.user, Permission.CASE_RECORD),
        },
    )


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """One file: what it is, who added it when, who agreed that we keep it."""
    document = _get(request, case_pk, pk)
    may_strike = document.struck_on is None and may(request.user, Permission.CASE_RECORD)
    reading = read_document(document, timezone.localdate())
    return render(
        request, "cases/document.html", {"case": document.case, "document": reading, "may_strike": may_strike}
    )


@needs(Permission.CASE_READ)
def file(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The bytes of a file, as what we found it to be. Read whole: nothing of a record goes on after its transaction."""
    document = _get(request, case_pk, pk)
    try:
        content = read(document.sha256)
    except NotThere:
        log.error("a file is not there: document %s", document.pk)
        messages.error(request, "We cannot find this file. Tell whoever looks after the service.")
        return redirect("cases:document", case_pk, pk)
    is_shown = document.content_type == JPEG  # made anew by us; anything else is taken out, never opened in the page
    answer = HttpResponse(content, content_type=document.content_type)
    name = file_name(document.title, document.content_type)
    answer["Content-Disposition"] = content_disposition_header(not is_shown, name) or "attachment"
    answer["Content-Security-Policy"] = SANDBOX
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@needs(Permission.CASE_RECORD)
@keeps_words("a document")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Add a file. `?note=` or `?visit=` is what it was made in, `?child=` whose it is, `?camera=` asks for a photo."""
    case = get_case(request, case_pk)
    on = timezone.localdate()
    note, visit = _made_in(request, case_pk, CaseNote, "note"), _made_in(request, case_pk, Visit, "visit")
    form = DocumentForm(*_sent(request), **_asked(request, case), on=on, initial=_first(request, note))
    if form.is_valid():
        document = keep_document(
            case=case,
            by=request.user,
            on=on,
            said=form.said(),
            file=form.cleaned_data["file"],
            child=form.child(),
            note=note,
            visit=visit,
            consent=form.consent(),
            marks=form.marks(),
        )
        messages.success(request, f"Kept: {document.title}.")
        if request.GET.get("back") == "genogram":
            return redirect("cases:genogram", case.pk)
        return redirect("cases:document", case.pk, document.pk)
    return render(request, "cases/document_new.html", {"case": case, "form": form, "made_in": note or visit})


@needs(Permission.CASE_RECORD)
@keeps_words("a photo of a child")
def portrait_new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Add the photo that stands beside a child's name."""
    child = get_child(request, case_pk, pk)
    on = timezone.localdate()
    form = PortraitForm(*_sent(request), **_asked(request, child.case))
    if form.is_valid():
        keep_portrait(
            child=child, by=request.user, on=on, file=form.cleaned_data["file"], consent=_must(form.consent())
        )
        messages.success(request, f"Kept: the photo of {child.first_name}.")
        return redirect(child)
    return render(request, "cases/portrait_new.html", {"case": child.case, "child": child, "form": form})


@needs(Permission.CASE_RECORD)
@keeps_words("why a document should not be there")
def strike(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Take back a file that should not be there. It stays to be read by people who work here."""
    document = _get(request, case_pk, pk)
    form = StrikeForm(request.POST or None)
    if form.is_valid():
        try:
            strike_document(document=document, by=request.user, on=timezone.localdate(), why=form.cleaned_data["why"])
        except DocumentStruckAlready as why:
            refuse(form, why)
            document = _get(request, case_pk, pk)
        else:
            messages.success(request, "Taken back. Nobody in the family is shown it.")
            return redirect("cases:document", case_pk, pk)
    reading = read_document(document, timezone.localdate())
    return render(request, "cases/document_strike.html", {"case": document.case, "document": reading, "form": form})


def _get(request: HttpRequest, case_pk: int, pk: int) -> Document:
    related = ("child", "added_by", "struck_by", "consent", "note", "visit")
    return get_beneath(request, Document, case_pk, pk, *related)


def _sent(request: HttpRequest) -> tuple[Any, Any]:
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _asked(request: HttpRequest, case: Case) -> dict[str, Any]:
    """What every form that asks for a file is given."""
    around = people_around(case)
    held = consents_held(case, around.members, timezone.localdate())
    camera = bool(request.GET.get("camera"))
    return {"around": around, "held": held, "most": most(), "too_large": too_large(request), "camera": camera}


def _first(request: HttpRequest, note: CaseNote | None) -> dict[str, Any]:
    """Whose it is, when that is known: the one child's that the note is about."""
    about = list(note.parts.values_list("child", flat=True)[:2]) if note and request.method != "POST" else []
    child = about[0] if len(about) == 1 else _key(request, "child")
    asked = request.GET.get("kind", "")
    kind = asked if asked in DOCUMENT_KIND else "drawing" if request.GET.get("camera") else None
    return {"child": child or "", "kind": kind}


def _made_in(request: HttpRequest, case_pk: int, model: Any, name: str) -> Any:
    """What the address says the file was made in. Raises Http404 for a row that is not of this record."""
    key = _key(request, name)
    return get_beneath(request, model, case_pk, key) if key is not None else None


def _key(request: HttpRequest, name: str) -> int | None:
    key = request.GET.get(name, "")
    return int(key) if key.isascii() and key.isdigit() and len(key) < 18 else None


def _must(consent: Any) -> Any:
    if consent is None:
        raise RuntimeError("a portrait is kept with consent; its form says so")
    return consent
