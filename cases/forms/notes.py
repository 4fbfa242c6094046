"""The form that writes down a call, a message, a conversation, a case note, direct work or an observation."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import HTML, Field, Fieldset, PlainForm, Size, day_field, hour_field
from camden.rules.names import full_years
from cases.forms.asking import chosen, which_children, words
from cases.forms.marks import FAMILY, add_marks, marks_row, said_marks
from cases.models import Member
from cases.readings.around import Around
from cases.rules.audience import Marks
from cases.rules.notes import ASKED, NextStep, NoteSaid
from cases.rules.recording import DIRECT_WORK_TOOL, INTERPRETING
from cases.rules.visits import BABY_UNTIL

LONGEST_WORDS = 4000  # characters: what somebody said, word for word
MOST_NAMES = 6
STEPS = 2
END = HTML("</details>")


def fold(summary: str, *fields: str) -> HTML:
    """Begins a part that unfolds, until `END`; open already when one of its fields has an answer or is wrong."""
    is_open = " or ".join(f"form.{field}.errors or form.{field}.value" for field in fields)
    return HTML(
        f'<details class="govuk-details"{{% if {is_open} %}} open{{% endif %}}>'
        f'<summary class="govuk-details__summary"><span class="govuk-details__summary-text">{summary}</span></summary>'
    )


class NoteForm(PlainForm):
    """One note of one kind, once for many children. Which questions it asks follows from the kind (`ASKED`).

    Nobody is ticked but the `first` child, from whose page it was opened. `said()`, `children()`, `people()`,
    `names()`, `spoken()`, `next_steps()` and `marks()` give the answers to the operation.
    """

    save = "Save"

    happened_on = day_field("When was it?", ask="the day it was")
    starts = hour_field("At what time?", required=False)

    def __init__(
        self, *args: Any, kind: str, around: Around, on: date, first: int | None = None, **kwargs: Any
    ) -> None:
        kwargs["initial"] = {"happened_on": on} | kwargs.get("initial", {})
        super().__init__(*args, on=on, **kwargs)
        self.kind, self.asks, self.around = kind, ASKED[kind], around
        self._ask_about_whom(first)
        self._ask_what()
        self._ask_for_words(on)
        self._ask_what_next()
        add_marks(self, around.named(), "Whom should none of this be shared with?")

    def rows(self) -> list[Any]:
        return [
            _chips("children"),
            *self._with_whom(),
            Field.radios("happened_on", inline=True),
            *self._seldom(),
            *(Field(name) for name in ("tool", "title") if name in self.fields),
            Field("words"),
            Field("meaning"),
            *(Field(name) for name in ("learned", "changed") if name in self.fields),
            *self._own_words(),
            *self._steps(),
            fold("Not to be shared", "kept_from"),
            marks_row(),
            END,
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("said_words") and not said.get("said_by"):
            self.add_error("said_by", "Choose whose words these are.")
        if said.get("said_by") and not said.get("said_words") and "said_words" not in self.errors:
            self.add_error("said_words", "Write what they said, or choose nobody.")
        for number in range(1, STEPS + 1):
            rest = said.get(f"due_{number}") or said.get(f"promised_{number}")
            if rest and not said.get(f"what_{number}") and f"what_{number}" not in self.errors:
                self.add_error(f"what_{number}", "Write what you will do, or take out the rest.")
            due, day = said.get(f"due_{number}"), said.get("happened_on")
            if due and day and due < day:
                self.add_error(f"due_{number}", "Enter a day on or after the day it happened.")
        return said

    def clean_others(self) -> list[str]:
        """Names of people the record does not know, one after another."""
        typed = self.cleaned_data["others"].replace("\n", ",").replace(";", ",")
        names = list(dict.fromkeys(name for one in typed.split(",") if (name := " ".join(one.split()))))
        if len(names) > MOST_NAMES or any(len(name) > 120 for name in names):
            raise forms.ValidationError(f"Write at most {MOST_NAMES} names, with commas between them.")
        return names

    def said(self) -> NoteSaid:
        """What the worker wrote."""
        found = self.cleaned_data
        asked = ("title", "tool", "interpreting", "meaning", "learned", "changed")
        return NoteSaid(
            kind=self.kind,
            happened_on=found["happened_on"],
            starts=found["starts"],
            words=found["words"],
            **{name: found.get(name, "") for name in asked},
        )

    def about(self) -> list[Member]:
        """The children it is about."""
        return chosen(self.around.children, self.cleaned_data["children"])

    def people(self) -> list[Member]:
        """Members of the record who were there."""
        ticked = set(self.cleaned_data.get("with_whom", []))
        return [adult for adult in self.around.adults if f"m{adult.pk}" in ticked]

    def names(self) -> list[str]:
        """Others who were there: those around the family, and those only named."""
        ticked = set(self.cleaned_data.get("with_whom", []))
        around = [name for key, name in self.around.network if f"n{key}" in ticked]
        return list(dict.fromkeys([*around, *self.cleaned_data.get("others", [])]))

    def spoken(self) -> list[tuple[Member, str]]:
        """Whose own words there are, and what they said."""
        said = self.cleaned_data
        by_child = [(child, said.get(f"words_{child.pk}", "")) for child in self.around.children]
        by_other = [(adult, said["said_words"]) for adult in self.around.adults if str(adult.pk) == said["said_by"]]
        return [(person, words) for person, words in by_child + by_other if words]

    def next_steps(self) -> list[NextStep]:
        """What the writer will do."""
        said = self.cleaned_data
        promised = {str(person.pk): person.name for person in self.around.members} | {FAMILY: "the family"}
        return [
            NextStep(said[f"what_{n}"], said[f"due_{n}"], promised.get(said[f"promised_{n}"], ""))
            for n in range(1, STEPS + 1)
            if said[f"what_{n}"]
        ]

    def marks(self) -> Marks:
        """From whom the whole note is kept."""
        return said_marks(self.cleaned_data)

    def words_marks(self) -> Marks:
        """From whom the people's own words are kept."""
        return said_marks({"kept_from": self.cleaned_data["words_kept_from"]})

    def _ask_about_whom(self, first: int | None) -> None:
        children = which_children(self.around.children, "Which children was it about?")
        children.required = self.asks.needs_child
        if not children.required:
            children.help_text = "Choose nobody if it was about the family as a whole."
        if any(child.pk == first for child in self.around.children):
            children.initial = [str(first)]
        self.fields["children"] = children
        if self.asks.with_whom:
            people = [(f"m{adult.pk}", adult.name) for adult in self.around.adults]
            people += [(f"n{key}", name) for key, name in self.around.network]
            self.fields["with_whom"] = forms.MultipleChoiceField(
                label=self.asks.with_whom, choices=people, required=False, widget=forms.CheckboxSelectMultiple
            )
            self.fields["others"] = forms.CharField(
                label="Somebody else" if people else self.asks.with_whom,
                help_text="Names, with commas between them.",
                required=False,
            )

    def _ask_what(self) -> None:
        if self.asks.interpreting:
            self.fields["interpreting"] = forms.ChoiceField(
                label="Interpreting", choices=[("", "Nothing to say"), *INTERPRETING.items()], required=False
            )
        if self.kind == "direct-work":
            self.fields["tool"] = forms.ChoiceField(
                label="What did you work with?",
                choices=[("", "Choose one"), *DIRECT_WORK_TOOL.items()],
                error_messages={"required": "Choose what you worked with."},
            )
        if self.asks.title:
            self.fields["title"] = forms.CharField(
                label=self.asks.title,
                required=self.asks.needs_title,
                max_length=120,
                error_messages={"required": "Write in a few words what it was about."},
            )
        self.fields["words"] = forms.CharField(
            label=self.asks.words,
            widget=forms.Textarea(attrs={"rows": 6}),
            error_messages={"required": "Write it down, even if it is one line."},
        )
        self.fields["meaning"] = words(
            "What do you think it means?", help_text="Your own view, kept apart from what was said and seen."
        )
        if self.kind == "direct-work":
            self.fields["learned"] = words("What did we learn?", rows=2)
            self.fields["changed"] = words("What changes because of it?", rows=2)

    def _ask_for_words(self, on: date) -> None:
        for child in self.around.children:
            if not child.expected_on:
                self.fields[f"words_{child.pk}"] = _verbatim(_asks_for(child, on))
        adults = [(str(adult.pk), adult.name) for adult in self.around.adults]
        self.fields["said_by"] = forms.ChoiceField(
            label="Whose words?", choices=[("", "Nobody"), *adults], required=False
        )
        self.fields["said_words"] = _verbatim("What they said")
        add_marks(self, self.around.named(), "Whom should these words not be shared with?")
        self.fields["words_kept_from"] = self.fields.pop("kept_from")

    def _ask_what_next(self) -> None:
        promised = [("", "Nobody"), (FAMILY, "The family")]
        promised += [(str(person.pk), person.name) for person in self.around.members]
        for number in range(1, STEPS + 1):
            self.fields[f"what_{number}"] = forms.CharField(label="What will you do?", required=False, max_length=300)
            self.fields[f"due_{number}"] = day_field(
                "By which day?", ask="the day", recent=False, future=True, required=False
            )
            self.fields[f"promised_{number}"] = forms.ChoiceField(
                label="Whom did you promise it to?", choices=promised, required=False
            )

    def _with_whom(self) -> Iterator[Any]:
        if self.asks.with_whom:
            if self.fields["with_whom"].choices:
                yield _chips("with_whom")
            yield Field("others")

    def _seldom(self) -> Iterator[Any]:
        names = [name for name in ("starts", "interpreting") if name in self.fields]
        yield fold("The time, and interpreting" if len(names) > 1 else "The time", *names)
        yield from (Field(name) for name in names)
        yield END

    def _own_words(self) -> list[Any]:
        rows: list[Any] = [Field(name) for name in self.fields if name.startswith("words_") and name[6:].isdigit()]
        if self.around.adults:
            rows += [fold("Words of somebody else", "said_by", "said_words"), "said_by", "said_words", END]
        marked = [
            fold("These words are not to be shared", "words_kept_from"),
            Field.checkboxes("words_kept_from"),
            END,
        ]
        return [Fieldset(*rows, *marked, legend="In their own words", legend_size=Size.MEDIUM)] if rows else []

    def _steps(self) -> list[Any]:
        folded: list[Any] = []
        for number in range(1, STEPS + 1):
            what = f"what_{number}"
            summary = "What you will do next" if number == 1 else "One thing more that you will do"
            folded += [fold(summary, what), what, f"due_{number}", f"promised_{number}", END]
        return folded


def _chips(name: str) -> Field:
    """Checkboxes in a row."""
    return Field(name, context={"radios_inline": True})


def _asks_for(child: Member, on: date) -> str:
    """A baby has no words yet: what they showed is kept in the same place."""
    is_baby = child.born_on is not None and full_years(child.born_on, on) < BABY_UNTIL
    return f"What {child.first_name} showed us" if is_baby else f"{child.first_name}’s own words"


def _verbatim(label: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 1, "class": "words"}),
    )
