"""The forms of a referral: the offer itself, who coordinates, what may be agreed."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.models import Membership
from camden.office.layout import HTML, Field, Fieldset, PlainForm, Size, day_field
from cases.models import Member
from cases.readings.header import AdultLine
from conferences.models import Brief, FamilyAnswer
from conferences.rules.words import AnswerSaid, BriefWords

NOT_ASKED = ("", "Not asked yet")
# Open as soon as there is a problem, which may be inside.
_CAN_WAIT = (
    '<details class="govuk-details"{% if form.errors %} open{% endif %}><summary class="govuk-details__summary">'
    '<span class="govuk-details__summary-text">Say more now, or leave it to the coordinator</span></summary>'
)
_BEFORE_COURT = [("yes", "Yes"), ("no", "No"), ("unsure", "Not sure")]


class ReferralForm(PlainForm):
    """Offer a conference, and send what the coordinator needs to know.

    `children` are the record's, `chosen` the keys of those offered first; `adults` may each have been asked.
    `answers()` and `words()` give what was said, as the operation takes it.
    """

    save = "Send"

    children = forms.MultipleChoiceField(
        label="Which children is it about?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one child."},
    )
    reason = forms.CharField(
        label="Why could a family group conference help?",
        help_text="One paragraph, in words the family would recognise. They may read it.",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Write why a conference could help, even if it is one line."},
    )
    safety = forms.ChoiceField(
        label="Is there anything that must be known to keep somebody safe?",
        help_text="A court order, a condition of bail, an address to keep safe, people who must not meet."
        " This reaches the coordinator whatever anybody agreed to share.",
        choices=Brief.Safety.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether anything is known: “nothing is known” is an answer too."},
    )
    safety_facts = forms.CharField(
        label="What must the coordinator know?", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    asked_on = day_field("When did you ask?", ask="the day you asked the family")
    coordinator = forms.ChoiceField(label="Who coordinates?", required=False)
    childrens_views = forms.CharField(
        label="What do the children think of it?", widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    questions = forms.CharField(
        label="The family’s questions",
        help_text="One on each line. The family may change them.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    bottom_lines = forms.CharField(
        label="What must happen for the children to be safe?",
        help_text="What any plan has to make sure of. The family reads this before they plan.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    shared = forms.CharField(
        label="What else did the family agree to share?", widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    shared_agreed_by = forms.CharField(label="Who agreed to that?", max_length=120, required=False)
    arrangements = forms.CharField(
        label="Language, interpreter, faith, food, days to avoid",
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    before_proceedings = forms.ChoiceField(
        label="Is it offered before going to court?",
        choices=_BEFORE_COURT,
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        children: Sequence[Member],
        chosen: Sequence[int],
        adults: Sequence[AdultLine],
        coordinators: Sequence[Membership],
        on: date,
        **kwargs: Any,
    ) -> None:
        first = {"children": [str(key) for key in chosen], "asked_on": on}
        if len(coordinators) == 1:
            first["coordinator"] = str(coordinators[0].pk)
        kwargs["initial"] = first | kwargs.get("initial", {})
        super().__init__(*args, on=on, **kwargs)
        self._children = {str(child.pk): child for child in children}
        self._coordinators = {str(each.pk): each for each in coordinators}
        self._adults = list(adults)
        self.fields["children"].choices = [(key, f"{c.first_name}, {c.age(on)}") for key, c in self._children.items()]
        self.fields["coordinator"].choices = [
            ("", "Nobody yet: the family is still thinking"),
            *((key, each.user.name) for key, each in self._coordinators.items()),
        ]
        for number, adult in enumerate(self._adults):
            tie = f" ({', '.join(adult.ties)})" if adult.ties else ""
            self.fields[f"asked_{number}"] = forms.ChoiceField(
                label=f"{adult.name}{tie}",
                choices=[NOT_ASKED, *FamilyAnswer.Answer.choices],
                required=False,
            )

    def rows(self) -> list[Any]:
        asked = [Field(f"asked_{number}") for number in range(len(self._adults))]
        can_wait = ("childrens_views", "questions", "bottom_lines", "shared", "shared_agreed_by", "arrangements")
        court = Field.radios("before_proceedings", inline=True)
        return [
            Field.checkboxes("children"),
            Field("reason"),
            Field.radios("safety"),
            Field("safety_facts"),
            Fieldset(*asked, Field.radios("asked_on"), legend="Who in the family was asked?", legend_size=Size.MEDIUM),
            Field("coordinator"),
            HTML(_CAN_WAIT),
            *(Field(name) for name in can_wait),
            court,
            HTML("</details>"),
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        known = said.get("safety") == Brief.Safety.KNOWN
        if known and not said.get("safety_facts"):
            self.add_error("safety_facts", "Write what the coordinator must know to keep people safe.")
        if said.get("safety") == Brief.Safety.NOTHING_KNOWN and said.get("safety_facts"):
            self.add_error("safety", "You chose that nothing is known, and wrote something beneath. Keep one of them.")
        if bool(said.get("shared")) != bool(said.get("shared_agreed_by")):
            missing = "shared_agreed_by" if said.get("shared") else "shared"
            words = "Write who agreed to share this." if said.get("shared") else "Write what they agreed to share."
            self.add_error(missing, words)
        if said.get("coordinator") and not any(each.answer == "yes" for each in self._said(said)):
            self.add_error(
                "coordinator",
                "Nobody has said yes yet. Choose “Nobody yet” to note the offer, or who said yes above.",
            )
        return said

    def chosen(self) -> list[Member]:
        """The children it is about."""
        return [self._children[key] for key in self.cleaned_data["children"]]

    def membership(self) -> Membership | None:
        """Who coordinates, in which team."""
        return self._coordinators.get(self.cleaned_data["coordinator"])

    def answers(self) -> list[AnswerSaid]:
        """What each adult who was asked said."""
        return self._said(self.cleaned_data)

    def words(self) -> BriefWords:
        """The brief."""
        said = self.cleaned_data
        names = ("reason", "safety", "safety_facts", "questions", "bottom_lines", "shared", "shared_agreed_by")
        names += ("arrangements", "childrens_views")
        agreed_on = said["asked_on"] if said["shared"] else None
        return BriefWords(**{name: said[name] for name in names}, shared_agreed_on=agreed_on)

    def court(self) -> bool | None:
        """Whether the offer is one before court; None when not said or not sure."""
        return {"yes": True, "no": False}.get(self.cleaned_data["before_proceedings"])

    def _said(self, said: dict[str, Any]) -> list[AnswerSaid]:
        found = [(adult, said.get(f"asked_{number}", "")) for number, adult in enumerate(self._adults)]
        on = said.get("asked_on") or self.on
        return [
            AnswerSaid(adult.name[:120], ", ".join(adult.ties)[:160], answer, on) for adult, answer in found if answer
        ]


class CoordinatorForm(PlainForm):
    """Who coordinates. `cleaned_data["coordinator"]` is the membership."""

    save = "Give it to this coordinator"

    coordinator = forms.ChoiceField(
        label="Who coordinates?", error_messages={"required": "Choose who coordinates the conference."}
    )

    def __init__(self, *args: Any, coordinators: Sequence[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._coordinators = {str(each.pk): each for each in coordinators}
        self.fields["coordinator"].choices = [
            ("", "Choose somebody"),
            *((key, each.user.name) for key, each in self._coordinators.items()),
        ]

    def clean_coordinator(self) -> Membership:
        return self._coordinators[self.cleaned_data["coordinator"]]
