"""The form of a report: what it begins with."""

from collections.abc import Sequence
from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm
from camden.rules.names import day_in_words
from cases.models import Writing


class ReportForm(PlainForm):
    """Which papers of the family the report is made of: all of them, unless somebody unticks one."""

    save = "Begin the report"

    sources = forms.MultipleChoiceField(
        label="Begin with what is written in…", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, sources: Sequence[Writing], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named: Any = self.fields["sources"]
        named.choices = [(str(each.pk), f"the {each.paper}, begun {day_in_words(each.begun_on)}") for each in sources]
        named.initial = [str(each.pk) for each in sources]
        if not sources:
            del self.fields["sources"]

    def rows(self) -> list[Any]:
        return [Field.checkboxes("sources")] if "sources" in self.fields else []

    def clean(self) -> dict[str, Any]:
        return {"sources": [], **(super().clean() or self.cleaned_data)}
