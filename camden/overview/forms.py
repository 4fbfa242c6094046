"""The form in which somebody says something about a figure of their own."""

from django import forms

from camden.office.layout import PlainForm

LONGEST = 400  # characters


class FigureAnswerForm(PlainForm):
    """A sentence."""

    save = "Save what you say"

    words = forms.CharField(
        label="What should be known about it?",
        max_length=LONGEST,
        help_text="Your line manager reads it beside the figure. Name no family: their records say what is theirs.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Write a sentence.",
            "max_length": f"Write it in {LONGEST} characters or fewer.",
        },
    )
