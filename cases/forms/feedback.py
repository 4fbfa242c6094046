"""Forms for hearing how we did: whom to ask, what they answer, what we did with it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Choice, Field, PlainForm, day_field
from cases.forms.asking import choose_among
from cases.models import Member
from cases.rules.feedback import BY_CONTACT, IN_PERSON, ITEMS, POINTS
from cases.rules.recording import FEEDBACK_AFTER

NAMED, UNNAMED = "named", "unnamed"
BEFORE_YOU_WRITE = (
    "If you write that somebody is in danger or is being hurt, your answer cannot stay without a name: a worker on "
    "duty reads it today and may ring you. Everything else stays as you choose above."
)


class InvitationForm(PlainForm):
    """Whom we ask how we did, after what, and how they get the link. `cleaned_data` holds the `member`."""

    save = "Make the link"

    member = forms.ChoiceField(
        label="Whom do you ask?", widget=forms.RadioSelect, error_messages={"required": "Choose whom you ask."}
    )
    after = forms.ChoiceField(
        label="After what?",
        choices=list(FEEDBACK_AFTER.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose after what you ask."},
    )
    handed = forms.ChoiceField(
        label="How do they get it?",
        choices=[
            Choice(IN_PERSON, "I give it to them myself", hint="A slip of paper, or the code on my screen."),
            Choice(BY_CONTACT, "I send it where it is safe", hint="Only to a contact they told us is safe."),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how they get it."},
    )

    def __init__(self, *args: Any, people: Sequence[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = choose_among(self, "member", people)

    def rows(self) -> list[Any]:
        return [Field.radios("member", inline=True), Field.radios("after", inline=True), "handed"]

    def clean_member(self) -> Member:
        return self._people[self.cleaned_data["member"]]


class _Answers(PlainForm):
    """The five items, each from 1 to 10 or left open. `points` gives them as numbers."""

    def _ask(self) -> None:
        for item in ITEMS:
            self.fields[item.field] = forms.ChoiceField(
                label=item.sentence,
                choices=[(str(points), str(points)) for points in POINTS],
                widget=forms.RadioSelect,
                required=False,
            )

    def _items(self) -> Iterator[Any]:
        for item in ITEMS:
            yield Field.radios(item.field, inline=True)

    def points(self) -> dict[str, int | None]:
        """What was answered, by the item's field."""
        return {item.field: int(said) if (said := self.cleaned_data.get(item.field)) else None for item in ITEMS}


class LinkForm(_Answers):
    """What somebody of a family answers by a link, without an account."""

    save = "Send"

    name = forms.ChoiceField(
        label="May we know that it was you?",
        choices=[(UNNAMED, "No, leave my name out"), (NAMED, "Yes, you may know")],
        initial=UNNAMED,
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label="Anything you want to say?",
        help_text=BEFORE_YOU_WRITE,
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    worried = forms.BooleanField(label="I am worried that somebody is in danger", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._ask()

    def rows(self) -> list[Any]:
        return [*self._items(), Field.radios("name", inline=True), "words", "worried"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.errors and not (any(self.points().values()) or said.get("words") or said.get("worried")):
            self.add_error("listened", "Answer one of them, or write something.")
        return said


class PaperForm(_Answers):
    """What somebody told us on paper or by telephone, written down by a worker. `cleaned_data` holds `member`."""

    save = "Keep it"

    who = forms.ChoiceField(
        label="Who told us?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who told us, or that they want no name."},
    )
    answered_on = day_field("When?", ask="the day they told us")
    words = forms.CharField(
        label="In their words", required=False, max_length=10_000, widget=forms.Textarea(attrs={"rows": 4})
    )
    worried = forms.BooleanField(label="They speak of a danger: tell duty now", required=False)

    def __init__(self, *args: Any, people: Sequence[Member], on: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("answered_on", on)
        super().__init__(*args, on=on, **kwargs)
        self._people = choose_among(self, "who", people, Choice(UNNAMED, "No name"))
        self._ask()

    def rows(self) -> list[Any]:
        return [
            Field.radios("who", inline=True),
            Field.radios("answered_on"),
            *self._items(),
            "words",
            "worried",
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        said["member"] = self._people.get(said.get("who", ""))
        return said


class ReplyForm(PlainForm):
    """You said, we did."""

    save = "Keep the reply"

    reply = forms.CharField(
        label="You said. We did:",
        help_text="In words that you can read to them. Say too what we could not do, and why.",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write what we did with it."},
    )
