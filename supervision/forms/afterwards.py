"""What somebody takes from a session for themselves."""

from django import forms

from camden.office.layout import PlainForm


class ReflectionForm(PlainForm):
    """Words for oneself, as many or as few as one likes."""

    save = "Keep it for me"

    words = forms.CharField(
        label="What I take from it",
        help_text="What moved you, what you will do differently, what you want to bring next time. Leave names out.",
        required=False,
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
