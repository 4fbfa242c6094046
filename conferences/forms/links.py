"""Forms around a family's links: whom to give one, what they answer, and what somebody said by voice."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Choice, Field, PlainForm, day_field
from conferences.models import Invitee
from conferences.models.asking import WHEN
from conferences.rules.links import For
from conferences.rules.outcomes import ASKS, SCALE

BEFORE_YOU_WRITE = (
    "The person who helped you to meet reads it within two working days. If you write that someone is not safe, a "
    "worker reads it today, and may ring you. You can leave this open."
)
OPENS_SAYS = {
    For.PLAN: "The family’s plan",
    For.CHILDS_PLAN: "The plan in words for the children, to read with them",
    For.ASKING: "Four questions: how it is now",
}


class _Asks(PlainForm):
    """The four statements, each from 1 to 10 or left open."""

    def _ask(self) -> None:
        for name, sentence in ASKS:
            self.fields[name] = forms.ChoiceField(
                label=sentence,
                choices=[(str(points), str(points)) for points in SCALE],
                widget=forms.RadioSelect,
                required=False,
            )

    def _items(self) -> Iterator[Any]:
        for name, _ in ASKS:
            yield Field.radios(name, inline=True)

    def points(self) -> dict[str, int | None]:
        """What was answered, by the statement's name."""
        return {name: int(said) if (said := self.cleaned_data.get(name)) else None for name, _ in ASKS}

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.errors and not (any(self.points().values()) or said.get("words") or said.get("worried")):
            self.add_error(ASKS[0][0], "Answer one of them, or write something.")
        return said


class AskingForm(_Asks):
    """What somebody of a family answers by a link, without an account."""

    save = "Send"

    words = forms.CharField(
        label="Do you want to say more?",
        help_text=BEFORE_YOU_WRITE,
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    worried = forms.BooleanField(label="I am worried that someone is not safe", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._ask()

    def rows(self) -> list[Any]:
        return [*self._items(), "words", "worried"]


class OutcomeForm(_Asks):
    """What somebody of the family says to the coordinator, who writes it down or hands over the telephone."""

    save = "Keep it"

    who = forms.ChoiceField(
        label="Who says it?", widget=forms.RadioSelect, error_messages={"required": "Choose who says it."}
    )
    timing = forms.ChoiceField(
        label="When is it about?", choices=WHEN, widget=forms.RadioSelect,
        error_messages={"required": "Choose when it is about."},
    )  # fmt: skip
    answered_on = day_field("Which day did they say it?", ask="the day they said it")
    words = forms.CharField(
        label="In their words", required=False, max_length=10_000, widget=forms.Textarea(attrs={"rows": 4})
    )
    worried = forms.BooleanField(label="They speak of a danger: tell the worker and duty now", required=False)

    def __init__(self, *args: Any, people: Sequence[Invitee], on: date, timing: str, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).update({"answered_on": on, "timing": timing} | kwargs.get("initial", {}))
        super().__init__(*args, on=on, **kwargs)
        self._people = _choose(self, "who", people)
        self._ask()

    def rows(self) -> list[Any]:
        first = [Field.radios(name) for name in ("who", "timing", "answered_on")]
        return [*first, *self._items(), "words", "worried"]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        said["invitee"] = self._people.get(said.get("who", ""))
        return said


class LinkForm(PlainForm):
    """Whom to give a link, to what, until when. `cleaned_data` holds the `invitee`; `opens` is a `For`."""

    save = "Make the link"

    who = forms.ChoiceField(
        label="Who is it for?", widget=forms.RadioSelect, error_messages={"required": "Choose who it is for."}
    )
    opens = forms.ChoiceField(
        label="What does it open?", widget=forms.RadioSelect, error_messages={"required": "Choose what it opens."}
    )

    def __init__(self, *args: Any, people: Sequence[Invitee], opens: Sequence[For], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = _choose(self, "who", people)
        self.fields["opens"].choices = [(each.value, OPENS_SAYS[each]) for each in opens]  # type: ignore[attr-defined]

    def rows(self) -> list[Any]:
        return [Field.radios("who"), Field.radios("opens")]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        said["invitee"] = self._people.get(said.get("who", ""))
        if said.get("opens"):
            said["opens"] = For(said["opens"])
        return said


def _choose(form: forms.Form, name: str, people: Sequence[Invitee]) -> dict[str, Invitee]:
    """Offers the people by name; gives them by what is chosen."""
    choices = [Choice(str(one.pk), f"{one.name}, {one.tie}" if one.tie else one.name) for one in people]
    form.fields[name].choices = choices  # type: ignore[attr-defined]
    return {str(one.pk): one for one in people}
