"""Short forms about what is hard: a child who was lost, somebody's health. And taking back what was not so."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm, Size, day_field
from cases.forms.marks import add_marks, marks_row
from cases.models import Member
from cases.readings.marks import names_of
from cases.rules.about import NoSuchDay, read_about
from cases.rules.picturing import HEALTH_MARK, LOSS

OVER, NEVER = "over", "never"
LONGEST_WHY = 300


def about_field(label: str, on_example: str = "For example 2019 or May 2019. Leave it empty if nobody knows.") -> Any:
    """Asks for a time as well as anybody knows it: a year, a month or a day."""
    return forms.CharField(label=label, help_text=on_example, max_length=30, required=False)


class AboutForm(PlainForm):
    """A form with one question of `about_field`, named by `about`. `on` is today."""

    about = ""

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        try:
            said[self.about] = read_about(said.get(self.about, ""), self.on or date.max)
        except NoSuchDay as why:
            self.add_error(self.about, str(why))
        return said


class PastLossForm(AboutForm):
    """A child who was lost, of whom the record has no person. `people` may be the other parent."""

    about = "lost_about"

    kind = forms.ChoiceField(
        label="What happened?",
        choices=list(LOSS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what happened."},
    )
    name = forms.CharField(
        label="What do the parents call the child?", help_text="Only if they gave a name.", max_length=80,
        required=False,
    )  # fmt: skip
    lost_about = about_field("When was it?")
    other_parent = forms.ChoiceField(label="The other parent, if it was told", required=False)

    def __init__(self, *args: Any, mother: Member, people: Sequence[Member], on: date, **kwargs: Any) -> None:
        super().__init__(*args, on=on, **kwargs)
        names = names_of(people)
        self._people = {str(person.pk): person for person in people if person.pk != mother.pk}
        adults = [person for person in self._people.values() if person.kind == Member.Kind.ADULT]
        parents: Any = self.fields["other_parent"]
        parents.choices = [("", "Not told"), *((str(person.pk), names[person.pk]) for person in adults)]
        add_marks(self, names.items())

    def rows(self) -> list[Any]:
        kind = Field.radios("kind", inline=True, legend_size=Size.SMALL)
        return [kind, "name", "lost_about", "other_parent", marks_row()]

    def facts(self) -> dict[str, Any]:
        """What `note_loss` takes."""
        said = self.cleaned_data
        other = self._people.get(said["other_parent"])
        return {"kind": said["kind"], "name": said["name"], "lost_about": said["lost_about"], "other_parent": other}


class HealthMarkForm(AboutForm):
    """What fills half of somebody's symbol."""

    about = "started_about"

    kind = forms.ChoiceField(
        label="What is it about?",
        choices=list(HEALTH_MARK.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it is about."},
    )
    words = forms.CharField(
        label="In their words, if they said it",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    started_about = about_field("Since when?")

    def __init__(self, *args: Any, people: Sequence[Member], on: date, **kwargs: Any) -> None:
        super().__init__(*args, on=on, **kwargs)
        add_marks(self, names_of(people).items())

    def rows(self) -> list[Any]:
        kind = Field.radios("kind", inline=True, legend_size=Size.SMALL)
        return [kind, "words", "started_about", marks_row()]

    def facts(self) -> dict[str, Any]:
        """What `note_health` takes."""
        return {name: self.cleaned_data[name] for name in ("kind", "words", "started_about")}


class TakeBackForm(PlainForm):
    """Why something was not so."""

    save = "Take it back"

    why = forms.CharField(
        label="Why was it not so?",
        help_text="It stays to be read by people who work here, crossed out, with your name and reason.",
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Write why, even if it is one line."},
    )


class NoLongerForm(PlainForm):
    """Something has ended, or was never so: the last day, or the reason."""

    what = forms.ChoiceField(
        label="What is the case?",
        choices=[(OVER, "It was so, and has ended"), (NEVER, "It was never so: a slip")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose which it is."},
    )
    ended_on = day_field("If it has ended: on which day?", ask="the last day", required=False)
    why = forms.CharField(
        label="If it was never so: why?",
        max_length=LONGEST_WHY,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def rows(self) -> list[Any]:
        what = Field.radios("what", inline=True, legend_size=Size.SMALL)
        return [what, Field.radios("ended_on"), "why"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("what") == OVER and not said.get("ended_on") and "ended_on" not in self.errors:
            self.add_error("ended_on", "Enter the last day.")
        if said.get("what") == NEVER and not said.get("why") and "why" not in self.errors:
            self.add_error("why", "Write why, even if it is one line.")
        return said
