"""Forms about limits that could not be kept."""

from django import forms

from camden.office.layout import PlainForm


class ClockExceptionForm(PlainForm):
    """Why it could not be done in time."""

    save = "Save the reason"

    reason = forms.CharField(
        label="What got in the way?",
        help_text="A manager reads this and agrees to it, or talks with you. It stays due, and is still done late.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write what got in the way, even if it is one line."},
    )


class AgreementForm(PlainForm):
    """A manager agrees: there is nothing to type."""

    save = "Agree"
