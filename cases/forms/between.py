"""Forms about how somebody sees things: what is between two people, and what somebody around them is to them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Choice, Field, PlainForm, Size, day_field
from cases.forms.marks import add_marks, marks_row, said_marks
from cases.models import Member
from cases.readings.marks import names_of
from cases.rules.audience import Marks
from cases.rules.genogram.telling import ONE_WAY
from cases.rules.picturing import EMOTION, TIE_FLOW, TIE_STRENGTH

OURS = "ours"
THIS_WAY, THAT_WAY = "from", "to"
LONGEST_WORDS = 300
HARM = ("controlling", "neglect", "emotional_abuse", "physical_abuse", "sexual_abuse")
NO_FINDING = "One person’s view is no finding, and a line tells nobody. If somebody may not be safe, speak up today."


class _ViewForm(PlainForm):
    """A view: whose it is is always asked, a person of the family first, and nobody is chosen already."""

    whose = forms.ChoiceField(
        label="Whose view is it?",
        help_text="Ask them. Our own idea stays with people who work here: no version of the family’s shows it.",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whose view it is."},
    )
    seen_on = day_field("When did they see it so?", ask="the day they said it")
    words = forms.CharField(
        label="In their words, if you have them",
        max_length=LONGEST_WORDS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, people: Sequence[Member], on: date, **kwargs: Any) -> None:
        kwargs["initial"] = {"seen_on": on} | kwargs.get("initial", {})
        super().__init__(*args, on=on, **kwargs)
        names, self._people = names_of(people), {str(person.pk): person for person in people}
        children_first = sorted(people, key=lambda person: person.kind != Member.Kind.CHILD)
        family = [Choice(str(person.pk), names[person.pk]) for person in children_first]
        whose: Any = self.fields["whose"]
        whose.choices = [*family, Choice(OURS, "My own idea")]
        add_marks(self, names.items())

    def rest(self) -> list[Any]:
        """What every view asks after what it is."""
        whose = Field.radios("whose", inline=True, legend_size=Size.SMALL)
        return [whose, Field.radios("seen_on"), "words", marks_row()]

    def view_of(self) -> Member | None:
        """Whose view; None for the worker's own idea."""
        return self._people.get(self.cleaned_data["whose"])

    def view(self) -> dict[str, Any]:
        """What every view says, for the operation."""
        said = self.cleaned_data
        marks: Marks = said_marks(said)
        return {"view_of": self.view_of(), "seen_on": said["seen_on"], "words": said["words"], "marks": marks}


class BetweenForm(_ViewForm):
    """What is between `one` and somebody else. `others` are whom it may be with, the dead among them."""

    other = forms.ChoiceField(
        label="With whom?", widget=forms.RadioSelect, error_messages={"required": "Choose with whom."}
    )
    kind = forms.ChoiceField(
        label="What is between them?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is between them."},
    )
    way = forms.ChoiceField(label="Which way?", widget=forms.RadioSelect, required=False)

    def __init__(self, *args: Any, one: Member, others: Sequence[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = names_of(others)
        self._others = {str(person.pk): person for person in others if person.pk != one.pk}
        fields: Any = self.fields
        fields["other"].choices = [(key, names[person.pk]) for key, person in self._others.items()]
        fields["kind"].choices = _kinds()
        who = one.first_name
        fields["way"].choices = [(THIS_WAY, f"From {who} to them"), (THAT_WAY, f"From them to {who}")]
        fields["way"].help_text = "Only for what goes one way: care, focus, control and harm."

    def rows(self) -> list[Any]:
        inline = {"inline": True, "legend_size": Size.SMALL}
        kind = Field.radios("kind", **inline)
        return [Field.radios("other", **inline), kind, Field.radios("way", **inline), *self.rest()]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("kind") in ONE_WAY and not said.get("way"):
            self.add_error("way", "Choose from whom to whom it goes.")
        return said

    def other_person(self) -> Member:
        """The other of the two."""
        return self._others[self.cleaned_data["other"]]

    def is_turned(self) -> bool:
        """Whether it goes from the other to this person."""
        return self.cleaned_data["kind"] in ONE_WAY and self.cleaned_data["way"] == THAT_WAY


class TieSeenForm(_ViewForm):
    """What somebody or something around `member` is to them."""

    strength = forms.ChoiceField(
        label="How strong is it?",
        choices=list(TIE_STRENGTH.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how strong it is."},
    )
    flow = forms.ChoiceField(
        label="Does it give strength, or take it?",
        choices=[(key, TIE_FLOW[key]) for key in ("to", "from", "both", "none")],
        initial="none",
        widget=forms.RadioSelect,
    )

    def rows(self) -> list[Any]:
        inline = {"inline": True, "legend_size": Size.SMALL}
        return [Field.radios("strength", **inline), Field.radios("flow", **inline), *self.rest()]


def _kinds() -> list[Choice]:
    """What is between two first, what goes from one to the other after it, harm, and last that it is over."""
    order = [kind for kind in EMOTION if kind not in ONE_WAY and kind != "none"]
    order += [kind for kind in EMOTION if kind in ONE_WAY and kind not in HARM]
    return [Choice(kind, EMOTION[kind]) for kind in (*order, *HARM, "none")]
