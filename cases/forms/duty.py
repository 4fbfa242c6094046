"""The hand-over note."""

from django import forms

from camden.office.layout import PlainForm

LONGEST_PART = 10_000  # characters: a night's work with one family


class DutyNoteForm(PlainForm):
    """Why somebody was called, what they did, what is left to do."""

    save = "Leave the note"

    why = forms.CharField(
        label="Why were you called?",
        max_length=LONGEST_PART,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write why you were called, even if it is one line."},
    )
    done = forms.CharField(
        label="What did you do?",
        help_text="Whom you spoke with, what you agreed, and what keeps the children safe tonight.",
        max_length=LONGEST_PART,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Write what you did, even if it is one line."},
    )
    left_to_do = forms.CharField(
        label="What is left to do?",
        help_text="For the family’s own workers. Leave it empty if nothing is.",
        required=False,
        max_length=LONGEST_PART,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
