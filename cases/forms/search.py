"""The box that finds a child."""

from django import forms

from camden.office.layout import PlainForm


class SearchForm(PlainForm):
    """Some words of a name, or the council's number for a child. Asked by GET, so there is nothing to lose."""

    save = "Find"

    q = forms.CharField(label="Find a child", help_text="A name, or the council’s number.", max_length=100)
