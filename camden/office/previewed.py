"""A form whose effect is shown before it is saved: sent once to see, and once more, unchanged, to save."""

import hashlib
from typing import Any

from django import forms
from django.template.loader import render_to_string

from camden.office.layout import PlainForm


class Preview:
    """Where the effect is told inside a form, just above its button."""

    def render(self, form: Any, context: Any, template_pack: str = "", **_: Any) -> str:
        """Nothing, until there is something to tell."""
        return render_to_string("office/_preview.html", {"lines": form.preview}) if form.preview else ""


class PreviewedForm(PlainForm):
    """Asks to look before it saves. `save` is on the button that shows, `keep` on the one that saves.

    A view that has a valid form calls `tell(lines)` unless `is_seen`, and shows the form again.
    """

    save = "See what would change"
    keep = "Save"

    _seen = forms.CharField(required=False, widget=forms.HiddenInput, max_length=64)

    preview: tuple[str, ...] = ()

    @property
    def is_seen(self) -> bool:
        """Whether the effect of exactly these answers was shown before."""
        return bool(self.cleaned_data["_seen"] == self._digest())

    def tell(self, lines: list[str]) -> None:
        """Show the effect in words; sent again as it is, the form saves."""
        self.preview, self.save = tuple(lines), self.keep
        self._mark(self._digest())

    def look_again(self) -> None:
        """What was shown does not hold any more."""
        self._mark("")

    def _mark(self, seen: str) -> None:
        self.data = data = self.data.copy()
        data[self.add_prefix("_seen")] = seen

    def _digest(self) -> str:
        said = sorted((name, str(value)) for name, value in self.cleaned_data.items() if name != "_seen")
        return hashlib.sha256(repr([self.version, said]).encode()).hexdigest()
