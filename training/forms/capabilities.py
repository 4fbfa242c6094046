"""What a piece of learning shows: areas of the frameworks in force, one question for each framework."""

from collections.abc import Collection, Sequence
from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm, Size
from training.models import Capability, Framework

DRAFT = "The wording is a draft’s: check it against what is published."


class CapabilitiesForm(PlainForm):
    """One question for each framework, with its areas to tick. Nothing has to be ticked."""

    save = "Keep these links"

    def __init__(
        self, data: Any = None, *, offered: Sequence[tuple[Framework, Sequence[Capability]]], linked: Collection[int]
    ) -> None:
        super().__init__(data)
        self._areas = {str(area.pk): area for _, areas in offered for area in areas}
        for framework, areas in offered:
            self.fields[f"of_{framework.pk}"] = forms.MultipleChoiceField(
                label=framework.title,
                help_text="" if framework.checked_on or "draft" not in framework.source else DRAFT,
                choices=[(str(area.pk), area.title) for area in areas],
                initial=[str(area.pk) for area in areas if area.pk in linked],
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )

    def rows(self) -> list[Any]:
        return [Field.checkboxes(name, legend_size=Size.MEDIUM) for name in self.fields]

    @property
    def offered(self) -> list[Capability]:
        """Every area that could be ticked."""
        return list(self._areas.values())

    @property
    def chosen(self) -> list[Capability]:
        """The areas that were."""
        keys = [key for name in self.fields for key in self.cleaned_data[name]]
        return [self._areas[key] for key in keys]
