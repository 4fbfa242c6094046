"""Forms of the timeline and the chronology."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Field, Fieldset, PlainForm, Size, day_field
from cases.forms.asking import words
from cases.forms.marks import add_marks, marks_row, said_marks
from cases.models import Member
from cases.rules.chronology import EventSaid
from cases.rules.recording import PRECISION

LONGEST_WHAT = 600  # characters: a chronology is read by people who have ten minutes


class EventForm(PlainForm):
    """One entry of the chronology: what, when as exactly as it is known, for which children, what it meant for each."""

    save = "Keep it in the chronology"

    what = forms.CharField(
        label="What happened?",
        help_text="One or two sentences, so that somebody who knows nothing of the family understands.",
        max_length=LONGEST_WHAT,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write what happened."},
    )
    happened_on = day_field("When?", ask="the day it happened, or one near it", recent=False)
    precision = forms.ChoiceField(
        label="How exactly is the day known?", choices=list(PRECISION.items()), initial="day", widget=forms.RadioSelect
    )
    until_on = day_field("Until when, if it lasted?", ask="the day it ended", recent=False, required=False)
    source = forms.CharField(
        label="How do we know?",
        help_text="For example: police report, Shirin told Ade.",
        required=False,
        max_length=200,
    )
    analysis = words(
        "What do you think it means?",
        help_text="Your analysis, apart from the fact: what it tells us about how the family lives and copes.",
        rows=4,
    )

    def __init__(
        self, *args: Any, children: Sequence[Member], people: Sequence[tuple[int, str]], on: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, on=on, **kwargs)
        self.people = {str(child.pk): child for child in children}
        self.fields["children"] = forms.MultipleChoiceField(
            label="Which children is it about?",
            choices=[(key, child.first_name) for key, child in self.people.items()],
            widget=forms.CheckboxSelectMultiple,
            initial=list(self.people) if len(self.people) == 1 else [],
            error_messages={"required": "Choose at least one child."},
        )
        for key, child in self.people.items():
            self.fields[f"impact_{key}"] = words(f"What did it mean for {child.first_name}?", rows=2)
        add_marks(self, people)

    def rows(self) -> list[Any]:
        impacts = [Field(f"impact_{key}") for key in self.people]
        return [
            "what",
            Field.radios("happened_on"),
            Field.radios("precision", inline=True),
            Field.radios("until_on"),
            "source",
            Field.checkboxes("children"),
            Fieldset(*impacts, legend="What it meant for each child", legend_size=Size.MEDIUM),
            "analysis",
            marks_row(),
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for key, child in self.people.items():
            if said.get(f"impact_{key}") and key not in said.get("children", []) and "children" not in self.errors:
                self.add_error("children", f"Choose {child.first_name} too, or take out what it meant for them.")
        return said

    def said(self) -> EventSaid:
        """What was said, for the operation."""
        said = self.cleaned_data
        return EventSaid(
            what=said["what"],
            happened_on=said["happened_on"],
            precision=said["precision"],
            until_on=said["until_on"],
            source=said["source"],
            analysis=said["analysis"],
            children={int(key): said[f"impact_{key}"] for key in said["children"]},
            marks=said_marks(said),
        )


class ProposalsForm(PlainForm):
    """Which entries of the timeline belong into the chronology. Nothing is ticked before somebody ticks it."""

    save = ""

    entries = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple, error_messages={"required": "Tick at least one entry."}
    )

    def __init__(self, *args: Any, shown: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["entries"].choices = [(str(key), words) for key, words in shown.items()]


class ExportForm(PlainForm):
    """A chronology as a file: how it is laid out, how long, for whom."""

    save = "Make the file"

    layout = forms.ChoiceField(
        label="As what?",
        choices=[("pdf", "PDF, to print or to send"), ("word", "Word, to go on writing")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose PDF or Word."},
    )
    length = forms.ChoiceField(
        label="How much?",
        choices=[("whole", "All of it, oldest first"), ("summary", "A summary of two pages")],
        initial="whole",
        widget=forms.RadioSelect,
    )
    reader = forms.ChoiceField(
        label="Who will read it?",
        help_text="What is marked not to be shared is left out for the family.",
        choices=[("staff", "People who work with the family, or a court"), ("family", "The family")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who will read it."},
    )
    child = forms.ChoiceField(label="About whom?", required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, children: Sequence[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(str(child.pk), f"{child.first_name} only") for child in children]
        self.fields["child"].choices = [("all", "The whole family"), *names]
        self.fields["child"].initial = "all"

    def rows(self) -> list[Any]:
        return [Field.radios(name) for name in ("layout", "length", "reader", "child")]
