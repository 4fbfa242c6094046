"""What a council sets about supervision, and the library of questions it edits."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from supervision.forms.settings import NewPromptForm, PromptForm, SettingsForm
from supervision.operations.settings import add_prompt, edit_prompt, set_supervision
from supervision.readings.settings import prompt_groups, prompt_line, settings_row


@needs(Permission.RULES_KEEP)
@keeps_words("how supervision counts")
def settings(request: HttpRequest) -> HttpResponse:
    """What begins PR1 anew, its limits, and the minutes an agenda reckons with."""
    row = settings_row()
    form = SettingsForm(request.POST or None, initial={name: getattr(row, name) for name in SettingsForm.base_fields})
    if form.is_valid():
        set_supervision(by=request.user, **form.cleaned_data)
        messages.success(request, "Saved. It holds from now on, for every group.")
        return redirect("supervision:settings")
    return render(request, "supervision/settings.html", {"form": form})


@needs(Permission.STAFF_READ)
def prompts(request: HttpRequest) -> HttpResponse:
    """Questions to think with, and the differences that may matter, as this council has them."""
    may_edit = may(request.user, Permission.LEARNING_LEAD)
    return render(request, "supervision/prompts.html", {"groups": prompt_groups(), "may_edit": may_edit})


@needs(Permission.LEARNING_LEAD)
@keeps_words("a question of the library")
def prompt_new(request: HttpRequest) -> HttpResponse:
    """Add a question of our own."""
    form = NewPromptForm(request.POST or None)
    if form.is_valid():
        add_prompt(by=request.user, **form.cleaned_data)
        messages.success(request, "It is in the library.")
        return redirect("supervision:prompts")
    return render(request, "supervision/prompt_new.html", {"form": form})


@needs(Permission.LEARNING_LEAD)
@keeps_words("a question of the library")
def prompt_edit(request: HttpRequest, code: str) -> HttpResponse:
    """Give a question other words, or leave it out."""
    line = prompt_line(code)
    if line is None:
        raise Http404
    form = PromptForm(request.POST or None, line=line)
    if form.is_valid():
        words = form.cleaned_data["words"]
        words = "" if words == line.ours else words
        edit_prompt(code=code, kind=line.kind, words=words, is_off=form.cleaned_data["is_off"], by=request.user)
        messages.success(request, "Saved.")
        return redirect("supervision:prompts")
    return render(request, "supervision/prompt_edit.html", {"line": line, "form": form})
