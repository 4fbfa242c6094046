"""What was written as the family reads it: on the screen, and as a file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.sharing import WritingFileForm
from cases.lookup import get_beneath
from cases.models import Writing
from cases.operations.exports import ask_writing
from cases.readings.marks import members_of
from cases.readings.readers import readers_of
from cases.readings.writing_paper import sides, version_of


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The family's version, or that of one person (`?person=`): without what is not to be shared with them."""
    writing, on = get_beneath(request, Writing, case_pk, pk, "assessment", "conference"), timezone.localdate()
    asked = request.GET.get("person", "")
    readers = readers_of(writing, int(asked) if asked.isdecimal() and len(asked) < 19 else None)
    reader = readers.one(asked)
    version = version_of(writing, reader=reader, on=on, readers=readers if reader or not asked else None)
    shown = {"case": writing.case, "writing": writing, "reader": reader, "version": version, "sides": sides(version)}
    shown["needed"] = readers.needed(on)
    shown["may_record"] = may(request.user, Permission.CASE_RECORD)
    return render(request, "cases/writing_family.html", shown)


@needs(Permission.CASE_RECORD)
@keeps_words("a paper as a file")
def file_new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Ask for it as Word or PDF, for one person or the family together, for a grown-up or a child."""
    writing = get_beneath(request, Writing, case_pk, pk)
    reader = readers_of(writing).one(request.GET.get("person", ""))
    form = WritingFileForm(request.POST or None, people=members_of(writing.case), reader=reader)
    if form.is_valid():
        said = form.cleaned_data
        export = ask_writing(
            writing=writing,
            layout=said["layout"],
            reader=said["reader"],
            words_for=said["words_for"],
            by=request.user,
            at=timezone.now(),
        )
        return redirect("cases:export", case_pk, export.pk)
    return render(request, "cases/writing_file_new.html", {"case": writing.case, "writing": writing, "form": form})
