"""The form for one part of *Before you meet them*."""

from collections.abc import Sequence
from typing import Any

from django import forms

from camden.office.layout import PlainForm
from cases.forms.marks import add_marks, marks_row
from cases.models import Member

LONGEST = 1200  # characters: all five parts must fit on one sheet of paper
HINTS: dict[str, str] = {
    "why": "In words a child could read. What happened, what worries us, what we hope for.",
    "working": "What goes well, who helps, what the family is proud of.",
    "tonight": "Who is there, where, and what everybody does if it gets hard.",
    "danger": "Who or what, when, and what to do before you knock. Say it plainly. Whoever stands beside you must not"
    " read it: mark from whom it is kept.",
    "how": "In their own words, as they said them: how to knock, what to call us, what not to ask at the door.",
}


class BriefPartForm(PlainForm):
    """What one part says, whose words they are if they are the family's, and from whom it is kept."""

    words = forms.CharField(max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 6}))

    def __init__(self, *args: Any, kind: str, title: str, people: Sequence[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = title
        self.fields["words"].help_text = HINTS[kind]
        self._people = {str(member.pk): member for member in people}
        if kind == "how":
            self.fields["told_by"] = forms.ChoiceField(
                label="Whose words are these?",
                choices=[("", "The family’s together"), *((key, each.name) for key, each in self._people.items())],
                required=False,
            )
        add_marks(self, [(member.pk, member.name) for member in people])

    def rows(self) -> list[Any]:
        return [*(name for name in self.fields if name != "kept_from"), marks_row()]

    def clean_told_by(self) -> Member | None:
        """Whoever said it, or nobody in particular."""
        return self._people.get(self.cleaned_data["told_by"])
