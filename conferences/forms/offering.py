"""Forms after the offer: not taken up, and why; not yet, because; the letter before court; who is around the family."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Choice, Field, Fieldset, Folded, PlainForm, Size, day_field
from conferences.models.offering import WHOSE_SIDE
from conferences.rules.not_taken_up import ATTEMPTS, SAYS, Why
from conferences.rules.words import NetworkSaid

_SIDES = {"mother": "Mother’s side", "father": "Father’s side"}
ADDED = 3  # people by name, at one time


class NotTakenUpForm(PlainForm):
    """Why there is no conference at present: one code, and what it needs.

    `codes` are those that may be said now, by this person: only a manager may decide against one.
    """

    save = "Note it"

    why = forms.ChoiceField(
        label="Why is it not taken up at present?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what comes nearest to what was said."},
    )
    noted_on = day_field("Since when?", ask="the day")
    words = forms.CharField(
        label="In their words, if you have them",
        help_text="The family may read this. If they would like another meeting, write which.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    evidence = forms.CharField(
        label="If you decide against it: what does that rest on?",
        help_text="Your name stands beside it, and the family is told.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def __init__(self, *args: Any, on: date, codes: Sequence[Why], **kwargs: Any) -> None:
        kwargs["initial"] = {"noted_on": on} | kwargs.get("initial", {})
        super().__init__(*args, on=on, **kwargs)
        said = {why: says for why, says in SAYS.items() if why in codes}
        self.fields["why"].choices = [Choice(why.value, says.worker, hint=says.next_time) for why, says in said.items()]
        if Why.NOT_IN_INTEREST not in codes:
            del self.fields["evidence"]
        for number, ask in zip(range(1, ATTEMPTS + 1), ("first", "second", "third"), strict=True):
            self.fields[f"attempt_{number}"] = day_field(
                f"The {ask} attempt", ask=f"the day of the {ask} attempt", recent=False, required=False
            )

    def rows(self) -> list[Any]:
        tried = [f"attempt_{number}" for number in range(1, ATTEMPTS + 1)]
        return [
            Field.radios("why"),
            Field.radios("noted_on"),
            "words",
            Folded("If nobody answered: on which days did you try?", *tried),
            *(["evidence"] if "evidence" in self.fields else []),
        ]

    def code(self) -> Why:
        """Which of them was chosen."""
        return Why(self.cleaned_data["why"])

    def attempts(self) -> list[date]:
        """The days somebody tried, of those that were given."""
        days = [self.cleaned_data.get(f"attempt_{number}") for number in range(1, ATTEMPTS + 1)]
        return [day for day in days if day]


class NotYetForm(PlainForm):
    """Why a conference is not offered yet."""

    save = "Not yet"

    why = forms.CharField(
        label="Not yet, because…",
        help_text="You are asked again at the next change, and whenever court comes near.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write why not yet, even if it is one line."},
    )


class LetterForm(PlainForm):
    """Whether the offer was in the letter before proceedings."""

    letter_on = day_field("Which day is the letter of?", ask="the day of the letter", recent=False)
    is_in_letter = forms.ChoiceField(
        label="Was a family group conference offered in it?",
        choices=[("yes", "Yes, the offer is in the letter"), ("no", "No, the letter went without it")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether the offer was in the letter."},
    )

    def __init__(self, *args: Any, on: date, letter_on: date | None, **kwargs: Any) -> None:
        kwargs["initial"] = {"letter_on": letter_on} | kwargs.get("initial", {})
        super().__init__(*args, on=on, **kwargs)

    def rows(self) -> list[Any]:
        return ["letter_on", Field.radios("is_in_letter")]


class NetworkForm(PlainForm):
    """Who belongs to the network: from the picture of the family, and by name."""

    known = forms.MultipleChoiceField(
        label="From the picture of the family",
        help_text="Take the tick away from whoever the family does not want named.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, known: Sequence[NetworkSaid], there: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, initial={"known": list(there)}, **kwargs)
        self._known = {key_of(each): each for each in known}
        self.fields["known"].choices = [(key, belongs(each)) for key, each in self._known.items()]
        for row in range(1, ADDED + 1):
            self.fields[f"name_{row}"] = forms.CharField(label="Name", max_length=120, required=False)
            self.fields[f"tie_{row}"] = forms.CharField(
                label="Who are they to the children?", max_length=160, required=False,
                help_text="For example neighbour, godmother, football coach.",
            )  # fmt: skip
            self.fields[f"side_{row}"] = forms.ChoiceField(label="Whose side?", choices=WHOSE_SIDE, initial="other")

    def rows(self) -> list[Any]:
        one, *others = (
            Fieldset(f"name_{row}", f"tie_{row}", f"side_{row}", legend=legend, legend_size=Size.SMALL)
            for row, legend in ((1, "Somebody else"), (2, "And another"), (3, "And another"))
        )
        return [*([Field.checkboxes("known")] if self._known else []), one, Folded("More people", *others)]

    def there(self) -> list[NetworkSaid]:
        """Everybody who is named now."""
        said = self.cleaned_data
        added = [
            NetworkSaid(said[f"name_{row}"], said[f"tie_{row}"], said[f"side_{row}"])
            for row in range(1, ADDED + 1)
            if said[f"name_{row}"]
        ]
        return [*(self._known[key] for key in said["known"]), *added]


def key_of(each: NetworkSaid) -> str:
    """What a tick is called: the key in the record, or the name of somebody who is in none."""
    return str(each.member_id) if each.member_id else f"name:{each.name}"


def belongs(each: NetworkSaid) -> str:
    """Whose side, then who: people of one side stand together."""
    tie = each.tie.removesuffix(f" ({each.side}'s side)")
    return f"{_SIDES.get(each.side, 'Also')}: {each.name}{', ' if tie else ''}{tie}"
