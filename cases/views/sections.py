"""The sections of papers, for whoever looks after settings: read them, change, add, order, take one out of use."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from camden.operations.refusals import NotDone
from cases.forms.sections import FIRST, NewSectionForm, SectionForm
from cases.operations.sections import add_section, edit_section, retire_section
from cases.readings.sections_kept import sections_of, versions_of
from cases.rules.sections import Section
from cases.rules.writing import PAPER


@needs(Permission.RULES_KEEP)
def list_(request: HttpRequest) -> HttpResponse:
    """The sections of one paper, in their order. `?paper=`."""
    paper = request.GET.get("paper", "")
    paper = paper if paper in PAPER else next(iter(PAPER))
    tabs = [(f"?paper={code}", title, code == paper) for code, title in PAPER.items()]
    shown = {"paper": paper, "title": PAPER[paper], "tabs": tabs, "changed": set(versions_of(paper))}
    return render(request, "cases/sections.html", shown | {"sections": sections_of(paper, retired=True)})


@needs(Permission.RULES_KEEP)
@keeps_words("a section of a paper")
def new(request: HttpRequest, paper: str) -> HttpResponse:
    """Add a section to a paper."""
    title, others = _title(paper), sections_of(paper)
    form = NewSectionForm(request.POST or None, others=others, initial={"after": others[-1].code if others else FIRST})
    if form.is_valid():
        for_each, on = form.cleaned_data["for_each"], timezone.localdate()
        if _done(form, lambda: add_section(paper=paper, for_each=for_each, said=form.said(), on=on)):
            messages.success(request, f"Added to: {title}.")
            return _back(paper)
    return render(request, "cases/section_new.html", {"paper": paper, "title": title, "form": form})


@needs(Permission.RULES_KEEP)
@keeps_words("a section of a paper")
def edit(request: Any, paper: str, code: str) -> HttpResponse:
    """Change a section; or, by its small button, take it out of use or bring it back."""
    title, on = _title(paper), timezone.localdate()
    sections = sections_of(paper, retired=True)
    section = next((each for each in sections if each.code == code), None)
    if section is None:
        raise Http404
    version = versions_of(paper).get(code, 0)
    form = SectionForm(
        request.POST if "title" in request.POST else None,
        others=[each for each in sections if each.code != code],
        version=version,
        initial=_as_it_is(section, sections),
    )
    if "retire" in request.POST:
        said = {"version": _number(request.POST.get("_version")), "is_retired": not section.is_retired, "on": on}
        try:
            retire_section(paper=paper, code=code, **said)
        except NotDone as why:
            messages.error(request, str(why))
        else:
            messages.success(request, "It is in use again." if section.is_retired else "Taken out of use.")
            return _back(paper)
    elif form.is_valid() and _done(
        form, lambda: edit_section(paper=paper, code=code, version=form.version, said=form.said(), on=on)
    ):
        messages.success(request, "Saved. New parts are written under it from now on.")
        return _back(paper)
    shown = {"paper": paper, "title": title, "section": section, "version": version, "form": form}
    return render(request, "cases/section_edit.html", shown)


def _done(form: SectionForm, change: Any) -> bool:
    """Whether it was done; what the database refused stands on the form."""
    try:
        change()
    except NotDone as why:
        form.add_error(why.about if why.about in form.fields else None, str(why))
        return False
    return True


def _title(paper: str) -> str:
    if paper not in PAPER:
        raise Http404
    return PAPER[paper]


def _as_it_is(section: Section, sections: tuple[Section, ...]) -> dict[str, str]:
    at = [each.code for each in sections].index(section.code)
    said = {"title": section.title, "prompt": section.prompt, "familys_title": section.familys_title}
    return said | {"after": sections[at - 1].code if at else FIRST}


def _back(paper: str) -> HttpResponse:
    response = redirect("cases:sections")
    response["Location"] += f"?paper={paper}"
    return response


def _number(text: Any) -> int:
    return int(text) if isinstance(text, str) and text.isascii() and text.isdigit() and len(text) < 10 else 0
