"""The forms about people of a conference: who they are, how they take part, who was rung, who must not meet whom."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import HTML, Field, Fieldset, PlainForm, Size, day_field
from conferences.models import Invitee
from conferences.models.invitee import CONTACTED_SAYS
from conferences.rules.inviting import WAY_SAYS, Contacted, Way
from conferences.rules.letters import NEEDS

NEED_SAYS = {
    "interpreter": "An interpreter",
    "travel": "The way there and back",
    "childcare": "Somebody for the small children",
    "food": "Food they can eat",
    "no-stairs": "No stairs",
    "prayer": "A quiet room to pray in",
    "advocate": "Somebody to help them say what they think",
}
assert set(NEED_SAYS) == {need.code for need in NEEDS}
_WHO = (
    '<details class="govuk-details"{% if form.errors %} open{% endif %}><summary class="govuk-details__summary">'
    '<span class="govuk-details__summary-text">Name, side, and who they are</span></summary>'
)
LONGEST_CONTACT = 600  # minutes: ten hours with one person in a day is a slip of the finger
ANSWERS = [each for each in Invitee.Answer.choices if each[0] != Invitee.Answer.NOT_INVITED]
SAFE_TO_WRITE = [
    ("", "Not asked yet"),
    ("True", "Yes, they read it alone"),
    ("False", "No, somebody else could"),
]


def _lines(label: str, *, rows: int = 2, hint: str = "", longest: int = 1000) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=hint, widget=widget, max_length=longest, required=False)


class NewInviteeForm(PlainForm):
    """Somebody by name: what is enough to put them on the list."""

    save = "Put them on the list"

    name = forms.CharField(label="Name, as the family says it", max_length=120)
    tie = forms.CharField(
        label="Who are they to the child?", help_text="For example Dad’s mother, neighbour, teacher.",
        max_length=120, required=False,
    )  # fmt: skip
    side = forms.ChoiceField(
        label="Whose side?",
        choices=[("father", "Father’s side"), ("mother", "Mother’s side"), ("other", "Neither, or both")],
        widget=forms.RadioSelect,
    )
    kind = forms.ChoiceField(label="They are", choices=Invitee.Kind.choices, widget=forms.RadioSelect)
    is_parent = forms.BooleanField(label="A parent, or has parental responsibility", required=False)
    is_child = forms.BooleanField(label="One of the children or young people", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"kind": Invitee.Kind.FAMILY} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)

    def rows(self) -> list[Any]:
        return ["name", "tie", Field.radios("side"), Field.radios("kind"), "is_parent", "is_child"]


class InviteeForm(NewInviteeForm):
    """All that is known of somebody who may come. `facts()` is what the operation takes."""

    save = "Save"

    answer = forms.ChoiceField(label="What did they say?", choices=ANSWERS, widget=forms.RadioSelect)
    way = forms.ChoiceField(
        label="How do they take part?",
        choices=[(way.value, says) for way, says in WAY_SAYS.items()],
        widget=forms.RadioSelect,
    )
    why_not = forms.CharField(
        label="Why are they not invited?",
        help_text="Whom it keeps safe, and from what. It stands on no letter.",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=500,
        required=False,
    )
    taking_part = _lines("More about it", hint="A door of their own, somebody at their side, who speaks for them.")
    is_screened = forms.BooleanField(label="I asked them, alone, who they are safe with", required=False)
    reach = _lines("How to reach them", longest=500)
    safe_contact = _lines(
        "How is it safe to contact them?", hint="For example only mornings, no messages left.", longest=500
    )
    protected = _lines(
        "Addresses and numbers nobody else may learn",
        hint="One on each line. No letter, link or file leaves with one of them in it.",
    )
    email = forms.EmailField(label="E-mail", required=False)
    is_safe_to_write = forms.TypedChoiceField(
        label="Is it safe to write to them?",
        choices=SAFE_TO_WRITE,
        coerce=lambda text: text == "True",
        empty_value=None,
        widget=forms.RadioSelect,
        required=False,
    )
    language = forms.CharField(
        label="Language they think in", help_text="Empty for English.", max_length=60, required=False
    )
    needs = forms.MultipleChoiceField(
        label="What do they need to come?", choices=list(NEED_SAYS.items()), widget=forms.CheckboxSelectMultiple,
        required=False,
    )  # fmt: skip
    advocate = forms.CharField(
        label="Who speaks for them, or with them?",
        help_text="For a child: the advocate they chose.",
        max_length=120,
        required=False,
    )

    def __init__(self, *args: Any, invitee: Invitee, **kwargs: Any) -> None:
        first = {name: getattr(invitee, name) for name in self.base_fields}
        if first["answer"] == Invitee.Answer.NOT_INVITED:
            first |= {"answer": Invitee.Answer.NOT_ASKED, "way": Way.NOT_INVITED.value}
        first["is_safe_to_write"] = "" if invitee.is_safe_to_write is None else str(invitee.is_safe_to_write)
        super().__init__(*args, initial=first, version=invitee.version, **kwargs)

    def rows(self) -> list[Any]:
        takes = ("is_screened", Field.radios("answer"), Field.radios("way"), "why_not", "taking_part")
        reach = ("reach", "safe_contact", "protected", "email", Field.radios("is_safe_to_write"))
        needs = ("language", Field.checkboxes("needs"), "advocate")
        who = ("name", "tie", Field.radios("side"), Field.radios("kind"), "is_parent", "is_child")
        return [
            Fieldset(*takes, legend="Taking part", legend_size=Size.MEDIUM),
            Fieldset(*reach, legend="Reaching them safely", legend_size=Size.MEDIUM),
            Fieldset(*needs, legend="What they need", legend_size=Size.MEDIUM),
            HTML(_WHO),
            *who,
            HTML("</details>"),
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("way") == Way.NOT_INVITED and not said.get("why_not"):
            self.add_error("why_not", "Write why they are not invited: whom it keeps safe, and from what.")
        return said

    def facts(self) -> dict[str, Any]:
        """As the operation takes it: who is not invited gives no answer."""
        said = dict(self.cleaned_data)
        if said["way"] == Way.NOT_INVITED:
            said["answer"] = Invitee.Answer.NOT_INVITED
        return said


class ContactForm(PlainForm):
    """One contact in preparation: how, on which day, how many minutes, and what matters of it."""

    how = forms.ChoiceField(
        label="How?", choices=[(how.value, says) for how, says in CONTACTED_SAYS.items()], widget=forms.RadioSelect
    )
    happened_on = day_field("When?", ask="the day")
    minutes = forms.IntegerField(
        label="How many minutes, with the way there?",
        help_text="For what a conference costs. It is set against nobody. Leave it empty if you do not know.",
        min_value=0,
        max_value=LONGEST_CONTACT,
        required=False,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}),
    )
    words = _lines("What matters of it", rows=3, hint="For you alone.", longest=10_000)

    def __init__(self, *args: Any, on: date, how: str = "", **kwargs: Any) -> None:
        known = {each.value for each in Contacted}
        first = {"happened_on": on, "how": how if how in known else ""}
        kwargs["initial"] = first | kwargs.get("initial", {})
        super().__init__(*args, on=on, **kwargs)

    def rows(self) -> list[Any]:
        return [Field.radios("how", inline=True), "minutes", "happened_on", "words"]

    def clean_minutes(self) -> int:
        return self.cleaned_data["minutes"] or 0


class ApartForm(PlainForm):
    """Two who must not meet, and why. `pair()` are the two."""

    save = "They must not meet"

    one = forms.ChoiceField(label="Who?", error_messages={"required": "Choose the first of the two."})
    two = forms.ChoiceField(label="And who?", error_messages={"required": "Choose the second of the two."})
    because = _lines("Why?", hint="What happened, or what the order says, and until when.")
    is_by_law = forms.BooleanField(label="An order or a condition of bail says so", required=False)

    def __init__(self, *args: Any, people: Sequence[Invitee], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = {str(each.pk): each for each in people}
        names = [(key, f"{each.name} ({each.tie})" if each.tie else each.name) for key, each in self._people.items()]
        for name in ("one", "two"):
            self.fields[name].choices = [("", "Choose somebody"), *names]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("one") and said.get("one") == said.get("two"):
            self.add_error("two", "Choose two different people.")
        return said

    def pair(self) -> dict[str, Invitee]:
        """The two, as the operation takes them."""
        return {name: self._people[self.cleaned_data[name]] for name in ("one", "two")}


class EndApartForm(PlainForm):
    """That two may meet again: nothing to fill in, only to agree to."""

    save = "They may meet again"
