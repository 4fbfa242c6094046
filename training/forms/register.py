"""Forms about a session that is held: its register, the code of the room, and what those who came say of it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.db.models import Q

from camden.models import User
from camden.office.layout import Button, Div, Field, PlainForm
from training.models import CourseFeedback
from training.rules.room_code import DIGITS, typed

THERE, NOT_THERE = "yes", "no"
SAYS = {True: THERE, False: NOT_THERE}
LABELS = [(THERE, "Was there"), (NOT_THERE, "Was not there")]
MOST_WALKED_IN = 100
CHANGED = (
    "Somebody else wrote in this register while you were. What they said stands beside each name where you say"
    " otherwise: save once more to go over it."
)


class RegisterForm(PlainForm):
    """Everybody with a place, and whoever came without one. `lines` are (key, name, came) of each."""

    save = ""

    came_too = forms.CharField(
        label="Who came without a place?",
        help_text="Names or e-mail addresses as they are here, one on each line.",
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, lines: Sequence[tuple[int, str, bool | None]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = {f"there_{key}": key for key, _, _ in lines}
        for key, name, came in lines:
            initial = None if came is None else SAYS[came]
            self.fields[f"there_{key}"] = forms.ChoiceField(
                label=name, choices=LABELS, required=False, widget=forms.RadioSelect, initial=initial
            )

    def rows(self) -> list[Any]:
        people = [Field.radios(name, inline=True) for name in self._people]
        rest = [Button("rest", "Save, and everybody else was there", kind="secondary")] if people else []
        return [Div(*people, css_class="register"), "came_too", Button("", "Save the register"), *rest]

    def clean_came_too(self) -> list[User]:
        """The people themselves."""
        lines = [
            line for line in (" ".join(each.split()) for each in self.cleaned_data["came_too"].split("\n")) if line
        ]
        if len(lines) > MOST_WALKED_IN:
            raise forms.ValidationError(f"Put up to {MOST_WALKED_IN} people down at a time.")
        found = [_person(line) for line in lines]
        wrong = [each for each in found if isinstance(each, str)]
        if wrong:
            raise forms.ValidationError(wrong)
        return [each for each in found if isinstance(each, User)]

    @property
    def came(self) -> dict[int, bool]:
        """By key of the person whether they came: of everybody of whom something is said."""
        rest = THERE if "rest" in self.data else ""
        said = {key: self.cleaned_data.get(name) or rest for name, key in self._people.items()}
        return {key: word == THERE for key, word in said.items() if word} | {
            person.pk: True for person in self.cleaned_data.get("came_too") or ()
        }

    def changed(self, says: Mapping[int, bool], version: int) -> None:
        """Show beside each name what somebody else said meanwhile; what was said here stays."""
        names = {key: name for name, key in self._people.items()}
        for key, came in says.items():
            if key in names:
                self[names[key]].theirs = dict(LABELS)[SAYS[came]]  # type: ignore[attr-defined]
        self.version_now = version
        self.add_error(None, CHANGED)


class CodeForm(PlainForm):
    """The code of the room, typed on a phone."""

    save = "I am here"

    code = forms.CharField(
        label="The code on the wall",
        help_text=f"{DIGITS} digits. Whoever leads the course shows it.",
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-10 learn-code-typed"}),
        error_messages={"required": "Type the code that is shown in the room."},
    )

    def clean_code(self) -> str:
        """Its digits."""
        code = typed(self.cleaned_data["code"])
        if len(code) != DIGITS:
            raise forms.ValidationError(f"The code has {DIGITS} digits. Look at it once more.")
        return code


class FeedbackForm(PlainForm):
    """What somebody who came thinks of it: two questions, and no name."""

    save = "Send it"

    useful = forms.ChoiceField(
        label="Is it of use in your work?",
        choices=CourseFeedback.Useful.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is nearest."},
    )
    words = forms.CharField(
        label="What should stay, and what should be different next time?",
        help_text="Leave it empty if you like. No family’s name, and nothing that says who you are.",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def rows(self) -> list[Any]:
        return [Field.radios("useful"), "words"]


def _person(words: str) -> User | str:
    """The colleague who is called so, or what to do about it."""
    people = User.objects.filter(is_active=True, is_system=False)
    found = list(people.filter(Q(email__iexact=words) | Q(name__iexact=words)).order_by("pk")[:2])
    if not found:
        return f"Nobody here is called “{words[:80]}” or has this e-mail address."
    if len(found) > 1:
        return f"Several people are called “{words[:80]}”. Write the e-mail address instead."
    return found[0]
