"""How two partners are or were together."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import PlainForm
from cases.forms.about import AboutField
from cases.forms.marks import add_marks, as_ticked
from cases.forms.people import folded, folded_marks
from cases.models import Member, Relationship
from cases.readings.marks import marks_of
from cases.rules.about_when import known_when
from cases.rules.couples import Couple
from cases.rules.picturing import COUPLE, COUPLE_ENDED

_HELP = "A day, a month or a year: 3 11 2015, May 2015 or 2015."


class CoupleForm(PlainForm):
    """Of `one` and another: of `tie`, which is there already, or somebody chosen here."""

    couple = forms.ChoiceField(label="How are, or were, they together?", required=False)
    since = AboutField(label="Since", help_text=_HELP)
    ended = forms.ChoiceField(label="Has it ended?", required=False)
    until = AboutField(label="Until, if it has ended", help_text=_HELP)
    is_of_one_blood = forms.BooleanField(label="They are related by blood", required=False)

    def __init__(
        self,
        *args: Any,
        one: Member,
        people: Sequence[Member],
        on: date,
        tie: Relationship | None = None,
        **kwargs: Any,
    ) -> None:
        if tie:
            kwargs["initial"] = {
                "couple": tie.couple or ("married" if tie.kind == "spouse" else ""),
                "since": known_when(tie.started_on, tie.started_about),
                "ended": tie.couple_ended or ("separated" if tie.ended_on or tie.kind == "ex-partner" else ""),
                "until": known_when(None if tie.ended_about else tie.ended_on, tie.ended_about),
                "is_of_one_blood": tie.is_of_one_blood,
                "kept_from": as_ticked(marks_of(tie)),
            }
        super().__init__(*args, on=on, version=tie.version if tie else None, **kwargs)
        self.people = [each for each in people if each.pk != one.pk]
        if tie is None:
            self.fields["other"] = forms.ChoiceField(
                label="With whom?",
                choices=[("", "Choose somebody"), *((str(each.pk), each.name) for each in self.people)],
                error_messages={"required": "Choose with whom."},
            )
        self.fields["couple"].choices = [("", "Not said"), *COUPLE.items()]
        self.fields["ended"].choices = [("", "No, or not known"), *COUPLE_ENDED.items()]
        self.fields["since"].on = self.fields["until"].on = on
        add_marks(self, [(each.pk, each.name) for each in people])

    def rows(self) -> list[Any]:
        first = ["other"] if "other" in self.fields else []
        return [
            *first,
            "couple",
            "since",
            "ended",
            "until",
            *folded(self, "More", "is_of_one_blood"),
            *folded_marks(self),
        ]

    def other(self) -> Member:
        """With whom."""
        return next(each for each in self.people if str(each.pk) == self.cleaned_data["other"])

    def said(self) -> Couple:
        """What was said of the two."""
        said = self.cleaned_data
        return Couple(said["couple"], said["since"], said["ended"], said["until"], said["is_of_one_blood"])
