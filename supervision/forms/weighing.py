"""The form that says what became of an idea."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Div, Field, Fieldset, Folded, PlainForm, Size, day_field
from supervision.rules.hypotheses import State

_WAYS = {
    State.STRENGTHENED: "We hold it more firmly",
    State.REVISED: "It became another idea",
    State.DROPPED: "We let it go",
}


class WeighingForm(PlainForm):
    """What the answer showed. `was_asked`: without an answer, an idea can only be let go.

    `people` are those who may ask, as (key, name); `cleaned_data["ask_by"]` is the key of one of them, or 0.
    """

    save = "Save what it showed"

    def __init__(
        self, *args: Any, on: date, people: Sequence[tuple[int, str]], me: int, was_asked: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, on=on, **kwargs)
        self._was_asked = was_asked
        ways = [(state.value, words) for state, words in _WAYS.items() if was_asked or state is State.DROPPED]
        self.fields["verdict"] = forms.ChoiceField(
            label="What do we think now?",
            choices=ways,
            initial="" if was_asked else State.DROPPED.value,
            widget=forms.RadioSelect,
            error_messages={"required": "Choose what you think now."},
        )
        self.fields["evidence"] = forms.CharField(
            label="What showed it?",
            help_text="What was said, seen or not said. One line is enough.",
            max_length=2000,
            widget=forms.Textarea(attrs={"rows": 3}),
            error_messages={"required": "Write what showed it, even if it is one line."},
        )
        if was_asked:
            self._ask_what_next([(str(key), name) for key, name in people], str(me))

    def _ask_what_next(self, people: list[tuple[str, str]], me: str) -> None:
        self.fields["now"] = _line("The idea as we hold it now", 300, "One tentative sentence: perhaps, I wonder.")
        self.fields["ask_what"] = _line("What will we ask next?", 300)
        self.fields["ask_whom"] = _line("Whom?", 160, "For example: Anisa, alone")
        self.fields["first_sentence"] = _line("In which first sentence?", 600)
        self.fields["ask_by"] = forms.ChoiceField(label="Who asks?", choices=people, initial=me, required=False)
        self.fields["ask_by_on"] = day_field(
            "By when?", ask="the day by when", future=True, recent=False, required=False
        )
        self.fields["not_asked_because"] = _line("Or: nobody will ask, because …", 600)

    def rows(self) -> list[Any]:
        if not self._was_asked:
            return [Field.radios("verdict"), "evidence"]
        question = ("ask_what", "ask_whom", "first_sentence", "ask_by", "ask_by_on")
        becomes = Fieldset(
            "now", *question, Folded("Nobody will ask", "not_asked_because"),
            legend="The idea it became", legend_size=Size.MEDIUM,
        )  # fmt: skip
        return [Field.radios("verdict"), "evidence", Div(becomes, css_class="if-revised")]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        said["ask_by"] = int(said.get("ask_by") or 0)
        if said.get("verdict") == State.REVISED:
            if not said.get("now"):
                self.add_error("now", "Write the idea as you hold it now.")
            if not said.get("not_asked_because"):
                self._whole_question(said)
        elif said.get("now"):
            self.add_error("verdict", "Choose “It became another idea”, or take out the new sentence.")
        return said

    def _whole_question(self, said: dict[str, Any]) -> None:
        lacks = {
            "ask_what": "Write what will be asked, or why nobody will ask.",
            "ask_whom": "Write whom.",
            "first_sentence": "Write the first sentence.",
            "ask_by": "Choose who asks.",
            "ask_by_on": "Choose by when.",
        }
        for name, sentence in lacks.items():
            if not said.get(name) and name not in self.errors:
                self.add_error(name, sentence)


def _line(label: str, most: int, hint: str = "") -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, required=False, max_length=most)
