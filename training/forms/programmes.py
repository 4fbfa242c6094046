"""Forms of an early-career programme: who, what was agreed, a review, a week, a page of a log, what a panel says."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms

from camden.models import User
from camden.office.layout import Field, PlainForm, day_field
from camden.rules.names import day_in_words
from training.rules.early_career import FULL_TIME, Outcome

FURTHEST_BACK = timedelta(weeks=156)  # the longest programme, extended by a year
NO_NAMES = "“A mother”, “a brother and sister”: nobody should be able to tell who they are."


def lines(rows: int) -> forms.Textarea:
    """A box for so many lines."""
    return forms.Textarea(attrs={"rows": rows})


def hours_field(label: str, help_text: str) -> forms.DecimalField:
    """Hours of a week, as people write them: 3 or 3.5."""
    hours = "Enter hours, like 3 or 3.5."
    return forms.DecimalField(
        label=label, help_text=help_text, min_value=0, max_value=40, max_digits=4, decimal_places=2,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "govuk-input--width-4"}),
        error_messages={
            "required": hours, "invalid": hours, "min_value": hours, "max_digits": hours,
            "max_decimal_places": hours, "max_whole_digits": hours, "max_value": "A week has 40 hours here at most.",
        },
    )  # fmt: skip


class OfPeople(PlainForm):
    """A form that asks for people of a list."""

    people: dict[str, User]

    def offer(self, name: str, people: Iterable[User], *, none: str) -> None:
        """Whom to choose from, by name; `none` stands for nobody chosen yet."""
        self.people = getattr(self, "people", {}) | {str(each.pk): each for each in people}
        self.fields[name].choices = [("", none), *((str(each.pk), each.name) for each in people)]  # type: ignore[attr-defined]

    def chosen(self, name: str) -> User:
        """The person themselves."""
        return self.people[self.cleaned_data[name]]


class SinceItBegan(PlainForm):
    """Asks for a day that is not before the programme `began`, or not long before. `day` names the question.

    Without it, a slip of the finger in the year would take the place of the first review that is due.
    """

    day = ""
    sooner = timedelta(0)

    def __init__(self, *args: Any, began: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._began = began

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if (on := said.get(self.day)) and on < self._began - self.sooner:
            self.add_error(self.day, f"The programme began on {day_in_words(self._began)}. Check the day and its year.")
        return said


class ProgrammeForm(OfPeople):
    """Somebody newly qualified begins."""

    save = "Begin the programme"

    person = forms.ChoiceField(
        label="Who begins?",
        help_text="Listed are those in the role of a newly qualified social worker who are on no programme.",
        error_messages={"required": "Choose who begins."},
    )
    assessor = forms.ChoiceField(label="Who assesses?", error_messages={"required": "Choose who assesses."})
    started_on = day_field("When did they start?", ask="the day they started", recent=False, future=True)
    per_cent = forms.IntegerField(
        label="How much of full time do they work, in per cent?",
        help_text="Reviews, observations and the capped load move in proportion.",
        min_value=20,
        max_value=100,
        initial=100,
    )

    def __init__(self, data: Any = None, *, people: list[User], assessors: list[User], on: date) -> None:
        super().__init__(data, on=on)
        self.fields["started_on"].earliest = on - FURTHEST_BACK  # type: ignore[attr-defined]
        self.offer("person", people, none="Choose somebody")
        self.offer("assessor", assessors, none="Choose somebody")

    def rows(self) -> list[Any]:
        return ["person", "assessor", Field.radios("started_on"), "per_cent"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("person") and said.get("person") == said.get("assessor"):
            self.add_error("assessor", "Somebody else assesses.")
        return said

    @property
    def said(self) -> dict[str, Any]:
        """What the operation takes."""
        return {
            "person": self.chosen("person"),
            "assessor": self.chosen("assessor"),
            "started_on": self.cleaned_data["started_on"],
            "fte_permille": self.cleaned_data["per_cent"] * FULL_TIME // 100,
        }


class DatesForm(OfPeople):
    """Who assesses, and until when the programme goes on beyond its time."""

    assessor = forms.ChoiceField(label="Who assesses?", error_messages={"required": "Choose who assesses."})
    extended_to_on = day_field(
        "Until when does it go on beyond its time?", ask="the day until which it goes on", recent=False, future=True,
        required=False, help_text="Leave it empty when it ends in its time. Leave and sickness move the days anyway.",
    )  # fmt: skip

    def __init__(self, *args: Any, assessors: list[User], ends_anyway: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._ends_anyway = ends_anyway
        self.offer("assessor", assessors, none="Choose somebody")

    def rows(self) -> list[Any]:
        return ["assessor", Field.radios("extended_to_on")]

    def clean_extended_to_on(self) -> date | None:
        """A day beyond its own time, or none."""
        day: date | None = self.cleaned_data["extended_to_on"]
        if day and day <= self._ends_anyway:
            until = day_in_words(self._ends_anyway)
            raise forms.ValidationError(f"It goes on until {until} anyway. Enter a later day, or leave it empty.")
        return day

    @property
    def said(self) -> dict[str, Any]:
        """What the operation takes."""
        return {"assessor": self.chosen("assessor"), "extended_to_on": self.cleaned_data["extended_to_on"]}


class PanelForm(OfPeople):
    """Somebody sits on the panel."""

    save = "Name them to the panel"

    person = forms.ChoiceField(
        label="Who sits on the panel?",
        help_text="They read the agreement and the reviews, and nothing that the worker writes for themselves.",
        error_messages={"required": "Choose who sits on the panel."},
    )

    def __init__(self, data: Any = None, *, people: list[User]) -> None:
        super().__init__(data)
        self.offer("person", people, none="Choose somebody")


class AgreementForm(SinceItBegan):
    """What the three agreed at the beginning, or in the weeks before it."""

    day = "agreed_on"
    sooner = timedelta(weeks=12)

    save = "We agreed this"

    agreed_on = day_field("When did the three of you agree?", ask="the day you agreed")
    wants_to_learn = forms.CharField(
        label="What does the newly qualified worker want to learn?",
        widget=lines(4),
        error_messages={"required": "Write what they want to learn, in their words."},
    )
    support = forms.CharField(
        label="What support is there, and from whom?",
        widget=lines(4),
        error_messages={"required": "Write what support there is."},
    )
    supervision = forms.CharField(label="When is supervision?", required=False, widget=lines(2))
    protected_time = forms.CharField(label="When is the protected time in the week?", required=False, widget=lines(2))
    together = forms.BooleanField(
        label="The worker, their manager and the assessor agreed this together",
        error_messages={"required": "It is an agreement of the three. Keep it open until you have all spoken."},
    )

    def rows(self) -> list[Any]:
        asked = ["wants_to_learn", "support", "supervision", "protected_time", "together"]
        return [Field.radios("agreed_on"), *asked]

    @property
    def said(self) -> dict[str, Any]:
        """What the operation takes."""
        return {name: words for name, words in self.cleaned_data.items() if name != "together"}


class ReviewForm(SinceItBegan):
    """A review, as the assessor writes it down."""

    day = "held_on"

    save = "Keep the review"

    held_on = day_field("When was it?", ask="the day of the review")
    going_well = forms.CharField(
        label="What is going well?",
        help_text=NO_NAMES,
        widget=lines(5),
        error_messages={"required": "Begin with what is going well."},
    )
    comes_next = forms.CharField(
        label="What comes next?", widget=lines(4), error_messages={"required": "Write what comes next."}
    )

    def rows(self) -> list[Any]:
        return [Field.radios("held_on"), "going_well", "comes_next"]


class OwnWordsForm(PlainForm):
    """Words of one's own, and whose they are to read. `label` and `help_text` say so."""

    worker_says = forms.CharField(label="", required=False, widget=lines(5))

    def __init__(self, *args: Any, label: str, help_text: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["worker_says"].label, self.fields["worker_says"].help_text = label, help_text


class LogForm(SinceItBegan):
    """A page of a reflective log."""

    day = "written_on"

    written_on = day_field("When was it?", ask="the day it was")
    words = forms.CharField(
        label="What stays with you?",
        help_text=NO_NAMES,
        widget=lines(10),
        error_messages={"required": "Write something, or leave the page."},
    )

    def rows(self) -> list[Any]:
        return [Field.radios("written_on"), "words"]


class WeekForm(PlainForm):
    """Protected time of a week: two fields."""

    planned = hours_field("How many hours were planned?", "For example 3 or 3.5.")
    had = hours_field("How many were there in the end?", "Nobody is asked why. When it gives way, others mend it.")

    @property
    def said(self) -> dict[str, int]:
        """Minutes, as the operation takes them."""
        return {name: round(self.cleaned_data[name] * 60) for name in ("planned", "had")}


class OutcomeForm(PlainForm):
    """What the panel says."""

    save = "Write down what the panel decided"

    outcome = forms.ChoiceField(
        label="What did the panel decide?",
        choices=[
            (Outcome.PASSED.value, "Passed"),
            (Outcome.EXTENDED.value, "It goes on, until a day"),
            (Outcome.FAILED.value, "Not passed"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what the panel decided."},
    )
    until = day_field(
        "Until when does it go on?", ask="the day until which it goes on", recent=False, future=True, required=False,
        help_text="Only when it goes on.",
    )  # fmt: skip

    def rows(self) -> list[Any]:
        return [Field.radios("outcome"), Field.radios("until")]
