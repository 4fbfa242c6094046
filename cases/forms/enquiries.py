"""Forms that conclude and authorise an enquiry."""

from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Choice, Field, PlainForm, day_field
from cases.rules.enquiries import LEADS_TO_A_CONFERENCE, NOT_OFFERED
from cases.rules.journey import ENQUIRY_OUTCOME

AGREED, MORE = "agreed", "more"
LONGEST_ANSWER = 200  # characters: it stands on the timeline as a whole
_HINTS = {
    "not-substantiated": "The worry was not borne out.",
    "no-continuing-risk": "It happened, and the child is safe from now on.",
    "conference": "It happened, and may happen again.",
    "legal-action": "What keeps the child safe is a matter for a court.",
}


class ConclusionForm(PlainForm):
    """What an enquiry found, and, unless it leads to a conference, why none is needed."""

    save = "Conclude the enquiry"

    outcome = forms.ChoiceField(
        label="What did the enquiry find?",
        choices=[
            Choice(code, words, hint=_HINTS.get(code, ""))
            for code, words in ENQUIRY_OUTCOME.items()
            if code != NOT_OFFERED
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what the enquiry found."},
    )
    findings = forms.CharField(
        label="What did you find, and how do you know?",
        help_text="What the child said and showed, what the family says, what others know.",
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": "Write what you found, even if it is one line."},
    )
    why_no_conference = forms.CharField(
        label="If no conference is needed: why?",
        help_text="A manager reads this and decides.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    concluded_on = day_field("On which day do you conclude it?", ask="the day you concluded it")

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("concluded_on", on)
        super().__init__(*args, on=on, **kwargs)

    def rows(self) -> list[Any]:
        return [Field.radios("outcome"), "findings", "why_no_conference", Field.radios("concluded_on")]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        outcome, why = said.get("outcome"), said.get("why_no_conference")
        if outcome and outcome != LEADS_TO_A_CONFERENCE and not why and "why_no_conference" not in self.errors:
            self.add_error("why_no_conference", "Write why no conference is needed, even if it is one line.")
        return said


class AuthorisationForm(PlainForm):
    """A manager agrees, or says what is still needed. `needs_reason`: no conference follows, and they say why."""

    save = "Save the decision"

    decision = forms.ChoiceField(
        label="Do you agree?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether you agree."},
    )
    why_not_required = forms.CharField(
        label="Why is no conference needed?",
        help_text="The worker’s reason is here to begin with. Make it yours.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    why = forms.CharField(
        label="If not yet: what is still needed?",
        help_text="The worker finds this on the timeline and on the page of the enquiry.",
        required=False,
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, needs_reason: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        agree = "Yes: no conference is needed" if needs_reason else "Yes: a conference follows"
        self.fields["decision"].choices = [(AGREED, agree), (MORE, "Not yet")]
        if not needs_reason:
            del self.fields["why_not_required"]

    def rows(self) -> list[Any]:
        return [Field.radios(name) if name == "decision" else name for name in self.fields]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        decision = said.get("decision")
        if decision == MORE and not said.get("why") and "why" not in self.errors:
            self.add_error("why", "Write what is still needed, even if it is one line.")
        if decision == AGREED and "why_not_required" in self.fields and not said.get("why_not_required"):
            self.add_error("why_not_required", "Write why no conference is needed, even if it is one line.")
        return said
