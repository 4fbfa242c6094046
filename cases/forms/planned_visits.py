"""The forms that plan a visit, and call it off."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.template.loader import render_to_string

from camden.office.layout import HTML, Button, Field, PlainForm, hour_field
from cases.models import Visit
from cases.rules.planning import day_ahead

LONGEST_REMARK, LONGEST_WHY = 200, 200  # characters
_TYPED = ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d %m %Y", "%d %B %Y", "%d %b %Y"]
_FOLD = '<details class="later"{}><summary>A time, somebody who comes along, somewhere else</summary>'


def typed_day(label: str) -> forms.DateField:
    """A day that stands on none of the buttons."""
    return forms.DateField(
        label=label,
        required=False,
        input_formats=_TYPED,
        widget=forms.DateInput(attrs={"type": "date", "class": "another-day"}, format="%Y-%m-%d"),
        error_messages={"invalid": "We cannot read that day. Write it like 12/11/2026."},
    )


def day_of_button(text: str) -> date | None:
    """The day of the button that was pressed; nothing for nonsense."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


class DayButtons:
    """A button for each day: one tap plans it. The first, which nobody sees, is what the Enter key presses."""

    def render(self, form: Any, context: Any, template_pack: str = "", **_: Any) -> str:
        return render_to_string("cases/_plan_days.html", {"days": form.days})


class PlanVisitForm(PlainForm):
    """When, and if anybody knows: at what time, with whom, where. `cleaned_data["planned_on"]` is a day.

    `days` are offered at one tap, `homes` are the family's as (key, name), the first one where most children live;
    `people` may come along. `cleaned_data["where"]` is a pair: the kind, and the key of a home or None.
    """

    save = ""

    day = forms.CharField(required=False)
    other = typed_day("Another day")
    starts = hour_field("At what time?", required=False, hint="If it is agreed: 9.30, or 4 pm.")
    companion = forms.TypedChoiceField(label="Who comes with you?", required=False, coerce=int, empty_value=None)
    place = forms.ChoiceField(label="Where?", required=False)
    remark = forms.CharField(
        label="To remember",
        help_text="For instance the bell that does not work. No reasons for worry: the calendar on a wall is read.",
        required=False,
        max_length=LONGEST_REMARK,
    )

    def __init__(
        self,
        *args: Any,
        on: date,
        days: Sequence[date],
        due_on: date | None,
        homes: Sequence[tuple[int, str]],
        people: Sequence[tuple[int, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, on=on, **kwargs)
        self.days = [(day, day_ahead(day, on), "due" if day == due_on else "") for day in days]
        named: Any = self.fields
        named["companion"].choices = [("", "Nobody"), *people]
        elsewhere = [(kind, label) for kind, label in Visit.Kind.choices if kind != Visit.Kind.HOME]
        at_home = [(f"home-{key}", f"At {name}") for key, name in homes] or [("home", "At home")]
        named["place"].choices = [*at_home, *elsewhere]

    def rows(self) -> list[Any]:
        fold = HTML(_FOLD.format(" open" if self.is_bound else ""))
        options = [Field("starts"), Field("companion"), Field("place"), Field("remark")]
        return [DayButtons(), fold, *options, HTML("</details>"), Field("other"),
                Button("", "Plan it for that day", kind="secondary")]  # fmt: skip

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        said["planned_on"] = day_of_button(said.get("day", "")) or said.get("other")
        if not said["planned_on"] and "other" not in self.errors:
            self.add_error("other", "Choose a day.")
        kind, _, home = (said.get("place") or self.fields["place"].choices[0][0]).partition("-")  # type: ignore[attr-defined]
        said["where"] = kind, int(home) if home else None
        return said


class CallingOffForm(PlainForm):
    """Why a planned visit will not take place. If somebody was there and it did not work out, that is a visit."""

    save = "Call it off"

    why = forms.CharField(
        label="Why will it not take place?",
        help_text="One line is enough: “Moved to Friday”, “Anisa is at her aunt’s”.",
        max_length=LONGEST_WHY,
        error_messages={"required": "Write why, even if it is two words."},
    )
