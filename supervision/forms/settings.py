"""Forms about what a council sets for supervision, and the words of its library."""

from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm
from supervision.readings.settings import PromptLine
from supervision.rules.counting import Talk
from supervision.rules.prompts import KIND_SAYS, LONGEST

TALK_SAYS = {Talk.DEEP: "A discussion in depth", Talk.QUICK: "A quick round", Talk.ONE_TO_ONE: "A one-to-one"}
_TALKS = [(talk.value, says) for talk, says in TALK_SAYS.items()]
_NUMBER = {"inputmode": "numeric", "class": "hour"}


def _number(label: str, least: int, most: int) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=least, max_value=most, widget=forms.TextInput(attrs=dict(_NUMBER)))


class SettingsForm(PlainForm):
    """What begins PR1 anew and how often; minutes of an agenda. Fields are called as the operation's words."""

    resets = forms.MultipleChoiceField(
        label="What counts as having talked about a child?", choices=_TALKS, widget=forms.CheckboxSelectMultiple
    )
    resets_watched = forms.MultipleChoiceField(
        label="With a protection plan, or before court?", choices=_TALKS, widget=forms.CheckboxSelectMultiple,
        help_text="Each child’s voice and risk are asked for whatever you choose here.",
    )  # fmt: skip
    weeks = _number("Each child is talked about within how many weeks?", 1, 26)
    weeks_watched = _number("With a protection plan, or before court: within how many weeks?", 1, 26)
    quick_minutes = _number("Minutes for a family in a quick round", 1, 30)
    quick_watched_minutes = _number("The same with a protection plan, or before court", 1, 30)
    most_in_depth = _number("How many families in depth at most in one session?", 1, 10)

    def clean_resets(self) -> list[Talk]:
        return [Talk(each) for each in self.cleaned_data["resets"]]

    def clean_resets_watched(self) -> list[Talk]:
        return [Talk(each) for each in self.cleaned_data["resets_watched"]]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("weeks") and said.get("weeks_watched") and said["weeks_watched"] > said["weeks"]:
            self.add_error("weeks_watched", "Children with a protection plan are talked about no later than others.")
        return said


class PromptForm(PlainForm):
    """Other words for one question, or none of it."""

    words = forms.CharField(
        label="The words", required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 2})
    )
    is_off = forms.BooleanField(label="Leave it out of the library", required=False)

    def __init__(self, *args: Any, line: PromptLine, **kwargs: Any) -> None:
        super().__init__(*args, initial={"words": line.words, "is_off": line.is_off}, **kwargs)
        if line.ours:
            self.fields["words"].help_text = f"Empty: as it came, “{line.ours}”"

    def clean_words(self) -> str:
        return " ".join(self.cleaned_data["words"].split())


class NewPromptForm(PlainForm):
    """A question of the council's own."""

    save = "Add it"

    kind = forms.ChoiceField(
        label="What kind of question?", choices=[(kind.value, says) for kind, says in KIND_SAYS.items()],
        widget=forms.RadioSelect,
    )  # fmt: skip
    words = forms.CharField(label="The question", max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 2}))

    def rows(self) -> list[Any]:
        return [Field.radios("kind"), "words"]

    def clean_words(self) -> str:
        return " ".join(self.cleaned_data["words"].split())
