"""What this council sets about conferences."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from conferences.forms.settings import DangerWordForm, SettingsForm
from conferences.operations.settings import set_conferences, set_danger_word
from conferences.readings.settings import danger_words, settings_row


@needs(Permission.RULES_KEEP)
@keeps_words("how conferences are offered")
def settings(request: HttpRequest) -> HttpResponse:
    """Since when section 31ZA binds here, where *Leave this page* leads, what to ring; and the words of danger."""
    row = settings_row()
    first = {name: getattr(row, name) for name in SettingsForm.base_fields}
    form = SettingsForm(request.POST or None, on=timezone.localdate(), initial=first)
    if form.is_valid():
        set_conferences(by=request.user, **form.cleaned_data)
        messages.success(request, "Saved. It holds from now on, for every family.")
        return redirect("conferences:settings")
    return render(request, "conferences/settings.html", {"form": form, "words": danger_words()})


@needs(Permission.RULES_KEEP)
@keeps_words("a word that speaks of danger")
def danger_word(request: HttpRequest) -> HttpResponse:
    """Add a word, or take one off. Nothing happens by itself: somebody reads what was written."""
    form = DangerWordForm(request.POST or None)
    if form.is_valid():
        said = form.cleaned_data
        is_off = said["what"] == "off"
        set_danger_word(words=said["words"], is_off=is_off, is_whole=said["is_whole"], by=request.user)
        messages.success(request, f"“{said['words']}” {'moves an answer no more' if is_off else 'moves an answer'}.")
        return redirect("conferences:settings")
    return render(request, "conferences/danger_word.html", {"form": form})
