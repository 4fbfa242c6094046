"""The forms of an ending: what the worker prepares, what the manager answers."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import HTML, Field, Fieldset, PlainForm, Size, day_field
from cases.forms.deciding import add_decision, decision_rows, said_decision, shortened
from cases.models import Member
from cases.readings.decisions import Hearing
from cases.rules.closing import ClosingSaid
from cases.rules.codesets import CLOSURE_REASON
from cases.rules.deciding import Decided

# Seldom asked, and hard to read for whoever has nothing to do with it.
_A_DEATH = (
    '<details class="govuk-details"{% if form.died_on.errors or form.died_on.value.typed %} open{% endif %}>'
    '<summary class="govuk-details__summary"><span class="govuk-details__summary-text">If a child died</span></summary>'
)
_NOBODY = Hearing()
AGREED, GIVEN_BACK = "agreed", "given-back"
STATUTORY_ENDS = "Agreed: statutory work ends, and help by agreement goes on"


def _words(label: str, hint: str = "", rows: int = 2) -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, required=False, widget=forms.Textarea(attrs={"rows": rows}))


class ClosureForm(PlainForm):
    """Which children, why, from when; and how the family is left. `said()` and `chosen()` give it to the operation."""

    save = "Ask a manager to agree"

    children = forms.MultipleChoiceField(
        label="For which children does the work end?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one child."},
    )
    reason = forms.ChoiceField(
        label="Why?", choices=list(CLOSURE_REASON.items()), widget=forms.RadioSelect,
        error_messages={"required": "Choose why the work ends."},
    )  # fmt: skip
    died_on = day_field("On which day did the child die?", ask="the day the child died", recent=False, required=False)
    closed_on = day_field("On which day does it end?", ask="the day the work ends")
    summary = forms.CharField(
        label="What has changed, and what was it that helped?",
        help_text="A few lines the family would recognise.",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Write what has changed, even if it is a few lines."},
    )
    family_told = _words("How were the children and the family told?")
    way_back = _words("How can they come back to us?", "What we said, and to whom: a child too.")
    named_person = forms.CharField(
        label="Whom can they turn to?", help_text="A name, and where.", max_length=200, required=False
    )
    network_plan = _words("What do the people around them do from now on?")
    goodbye = _words("How did we say goodbye?")
    feedback_asked_on = day_field(
        "When were they asked what it was like to work with us?", ask="the day they were asked",
        recent=False, required=False,
    )  # fmt: skip

    def __init__(self, *args: Any, children: Sequence[Member], on: date, **kwargs: Any) -> None:
        first: dict[str, Any] = {"closed_on": on}
        if len(children) == 1:
            first["children"] = [str(children[0].pk)]
        kwargs["initial"] = first | kwargs.get("initial", {})
        super().__init__(*args, on=on, **kwargs)
        self._children = {str(child.pk): child for child in children}
        self.fields["children"].choices = [(key, child.name) for key, child in self._children.items()]

    def rows(self) -> list[Any]:
        left = ["family_told", "way_back", "named_person", "network_plan", "goodbye"]
        return [
            Field.checkboxes("children"),
            Field.radios("reason"),
            HTML(_A_DEATH),
            Field.radios("died_on"),
            HTML("</details>"),
            Field.radios("closed_on"),
            "summary",
            Fieldset(
                *left, Field.radios("feedback_asked_on"), legend="How the family is left", legend_size=Size.MEDIUM
            ),
        ]

    def said(self) -> ClosingSaid:
        """What was said, as the operation takes it."""
        return ClosingSaid(**{name: value for name, value in self.cleaned_data.items() if name != "children"})

    def chosen(self) -> list[Member]:
        """The children it is for."""
        return [self._children[key] for key in self.cleaned_data["children"]]


class RecordEndingForm(PlainForm):
    """Nobody is in need or helped by us any more: from when the record is closed, and how the family is left."""

    save = "Close the record"

    closed_on = day_field("On which day does it close?", ask="the day the record closes")
    words = forms.CharField(
        label="How is the family left?",
        help_text="One sentence: whom they turn to, and how they come back to us.",
        max_length=200,
        error_messages={"required": "Write how the family is left, in one sentence."},
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, on=on, initial={"closed_on": on}, **kwargs)

    def rows(self) -> list[Any]:
        return [Field.radios("closed_on"), "words"]


class ClosureDecisionForm(PlainForm):
    """Agreed, or given back with what is missing."""

    save = "Save"

    became = forms.ChoiceField(
        label="Do you agree?",
        choices=[(AGREED, "Agreed: the work ends"), (GIVEN_BACK, "Not yet: give it back")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether you agree."},
    )
    answer = forms.CharField(
        label="What do you want to say?",
        help_text="If you give it back: what is missing. Whoever asked will read this.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(
        self,
        *args: Any,
        on: date,
        names: str = "",
        why: str = "",
        goes_on: str = "",
        hearing: Hearing = _NOBODY,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, on=on, **kwargs)
        self._names, self._why, self._goes_on = names, why, goes_on
        if goes_on:
            self.fields["became"].choices = [(AGREED, STATUTORY_ENDS), (GIVEN_BACK, "Not yet: give it back")]
        add_decision(self, hearing, kind="closing", asks=("rather",), optional=True)

    def rows(self) -> list[Any]:
        return [Field.radios("became"), Field("answer"), *decision_rows(self)]

    def decided(self) -> Decided:
        """Who was heard on the ending, and what it changed. Its reason is the one it was asked for."""
        why = " ".join(filter(None, (self._why, self.cleaned_data["answer"])))
        what, formality = f"Our work with {self._names} ends.", "universal"
        if self._goes_on:
            what, formality = shortened(f"Statutory work with {self._names} ends. {self._goes_on}."), "early-help"
        return said_decision(self.cleaned_data, what=what, why=why, formality=formality, on=self.on)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("became") == GIVEN_BACK and not said.get("answer") and "answer" not in self.errors:
            self.add_error("answer", "Write what is missing, even if it is one line.")
        return said
