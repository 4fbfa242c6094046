"""Forms for the sections of papers, as this council keeps them."""

from collections.abc import Sequence
from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm
from cases.rules.sections import FAMILY, FOR_EACH, Section, SectionSaid

FIRST = "-"


class SectionForm(PlainForm):
    """What a section is called and asks, and where it stands. `others` are the sections of the paper, in order."""

    save = "Save the section"

    title = forms.CharField(
        label="Heading",
        help_text="In words families read. In a section for each child, … stands for the child’s first name.",
        max_length=120,
        error_messages={"required": "Give the section a heading."},
    )
    prompt = forms.CharField(
        label="What do workers ask themselves?",
        help_text="A line or two. It stands above the box.",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    familys_title = forms.CharField(
        label="What is the family asked?",
        help_text="One question, as you would ask it in their kitchen.",
        max_length=120,
        required=False,
    )
    after = forms.ChoiceField(label="Where does it stand?")

    def __init__(self, *args: Any, others: Sequence[Section], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["after"].choices = [
            (FIRST, "First of all"),
            *((each.code, f"After “{each.titled('…')}”") for each in others),
        ]

    def said(self) -> SectionSaid:
        """The answers."""
        said = self.cleaned_data
        after = "" if said["after"] == FIRST else said["after"]
        return SectionSaid(said["title"], said["prompt"], said["familys_title"], after)


class NewSectionForm(SectionForm):
    """A section this council adds. Whether it is for each child does not change any more."""

    save = "Add the section"

    for_each = forms.ChoiceField(
        label="Is it written once, or for each child?",
        choices=list(FOR_EACH.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether it is written once, or for each child."},
    )

    def rows(self) -> list[Any]:
        return ["title", Field.radios("for_each"), "prompt", "familys_title", "after"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("for_each") == FAMILY and "…" in said.get("title", ""):
            self.add_error("title", "… stands for a child’s name: take it out, or choose “Each child”.")
        return said
