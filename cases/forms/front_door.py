"""The forms of the front door: look first, take a contact, say who was told."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from django import forms

from camden.models import Team
from camden.office.layout import HTML, Choice, Field, Fieldset, PlainForm, Size, day_field, hour_field
from camden.rules.moments import clock, day_here, moment_here
from cases.models import Member, Relationship
from cases.rules.codesets import REFERRAL_SOURCE, SEX
from cases.rules.front_door import AdultSaid, ChildSaid, ContactSaid, PeopleSaid
from cases.rules.journey import CONSENT, CONTACT_METHOD, CONTACT_RATING

MOST_CHILDREN, MOST_ADULTS = 6, 3
SHOWN_CHILDREN = 2  # rows in sight; the others unfold
NOT_RATED = ("", "Not rated yet")
_LONGEST_AHEAD = timedelta(days=290)  # a baby expected later than that is a slip of the finger


def _more(text: str, when: str) -> HTML:
    """A part that unfolds; open already when the form says so: something in it is filled in, or is wrong."""
    return HTML(
        f'<details class="govuk-details"{{% if form.{when} %}} open{{% endif %}}>'
        f'<summary class="govuk-details__summary"><span class="govuk-details__summary-text">{text}</span></summary>'
    )


class LookForm(PlainForm):
    """Who is it about? Asked by GET before anything is written: a name or the council's number, or a birthday."""

    save = "Look"

    q = forms.CharField(label="A name, or the council’s number", max_length=100, required=False)
    born = day_field("Born on", ask="the day of birth", recent=False, required=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.errors and not said.get("q") and not said.get("born"):
            self.add_error("q", "Enter a name, the council’s number or a day of birth.")
        return said


class MomentForm(PlainForm):
    """A form that asks for a moment: a day and a minute, now if nothing else is said, and never later than now."""

    moment = ""  # what the fields are called: `<moment>_on` and `<moment>_time`

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        now = {f"{self.moment}_on": day_here(at), f"{self.moment}_time": clock(at)}
        kwargs["initial"] = now | kwargs.get("initial", {})
        self.at = at
        super().__init__(*args, on=day_here(at), **kwargs)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        day, time = said.get(f"{self.moment}_on"), said.get(f"{self.moment}_time")
        if found := moment_here(day, time):
            said[f"{self.moment}_at"] = found
            if found > self.at:
                self.add_error(f"{self.moment}_time", f"That is later than now, {clock(self.at)}.")
        return said


class ContactForm(MomentForm):
    """A contact, for a family that is known (`children` to tick) or a new one (`teams` to open the record for).

    Nothing is compulsory but when, how, who told us, what the family knows, the worry and one child. `said()`,
    `people()` and `chosen()` give it as the operation takes it.
    """

    save = "Save the contact"
    moment = "received"

    received_on = day_field("When did it come?", ask="the day it came")
    received_time = hour_field("At what time?")
    method = forms.ChoiceField(label="How did it come?", choices=list(CONTACT_METHOD.items()), widget=forms.RadioSelect)
    source = forms.ChoiceField(
        label="Where does it come from?",
        choices=[("", "Choose"), *REFERRAL_SOURCE.items()],
        error_messages={"required": "Choose who told us: “Anonymous” and “Not known” are answers too."},
    )
    who = forms.CharField(label="Their name", max_length=120, required=False)
    agency = forms.CharField(label="Where they work", max_length=120, required=False)
    reach = forms.CharField(label="How we reach them again", max_length=200, required=False)
    children = forms.MultipleChoiceField(
        label="Which children of this family?", required=False, widget=forms.CheckboxSelectMultiple
    )
    worry = forms.CharField(
        label="What is the worry?",
        help_text="In their own words, and a child’s word for word. What has happened, and what they fear.",
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Write what the worry is, even if it is one line."},
    )
    strengths = forms.CharField(
        label="Who helps already, and what goes well?", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    care_when_calling = forms.CharField(
        label="What must we take care of when we call?",
        help_text="A number that is not safe to text, a person who must not hear, a time to avoid.",
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    consent = forms.ChoiceField(
        label="Does the family know that we were told?", choices=list(CONSENT.items()), widget=forms.RadioSelect
    )
    consent_note = forms.CharField(
        label="Why, or what they said", widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    rating = forms.ChoiceField(
        label="How soon does it need a decision?",
        choices=[*CONTACT_RATING.items(), NOT_RATED],
        initial="",
        required=False,
        widget=forms.RadioSelect,
    )
    team = forms.ChoiceField(label="Whose list does it go on?", error_messages={"required": "Choose a team."})
    another_child = forms.BooleanField(label="It is another child", required=False)

    def __init__(
        self, *args: Any, at: datetime, children: Sequence[Member] = (), teams: Sequence[Team] = (), **kwargs: Any
    ) -> None:
        if teams:
            kwargs["initial"] = {"team": str(teams[0].pk)} | kwargs.get("initial", {})
        super().__init__(*args, at=at, **kwargs)
        self._known = {str(child.pk): child for child in children}
        self._teams = {str(team.pk): team for team in teams}
        self.fields["children"].choices = [(key, f"{c.name}, {c.age(day_here(at))}") for key, c in self._known.items()]
        self.fields["team"].choices = [(key, team.name) for key, team in self._teams.items()]
        if not self._known:
            del self.fields["children"]
        if not teams:
            del self.fields["team"], self.fields["another_child"]
        for number in range(1, MOST_CHILDREN + 1):
            self._add_child(number)
        for number in range(1, MOST_ADULTS + 1):
            self._add_adult(number)

    def rows(self) -> list[Any]:
        came = [Field.radios("received_on"), Field("received_time"), Field.radios("method", inline=True)]
        asks = ["worry", "strengths", "care_when_calling", Field.radios("consent"), "consent_note"]
        whose = ["team"] if "team" in self.fields else []
        known = ["another_child"] if self.is_another or "another_child" in self.errors else []
        return [
            *known,
            Fieldset(*came, legend="When and how?", legend_size=Size.MEDIUM),
            Fieldset("source", "who", "agency", "reach", legend="Who told us?", legend_size=Size.MEDIUM),
            *self._child_rows(),
            *self._adult_rows(),
            Fieldset(*asks, legend="What did they tell us?", legend_size=Size.MEDIUM),
            Field.radios("rating"),
            *whose,
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        said["new_children"] = list(self._new_children(said))
        if not said["new_children"] and not said.get("children") and "children" not in self.errors:
            first = "children" if self._known else "child_1_given"
            self.add_error(first, "Say whom it is about: at least one child, even “a boy of about 4”.")
        for number in range(1, MOST_ADULTS + 1):
            if said.get(f"adult_{number}_tie") and not said.get(f"adult_{number}_name"):
                self.add_error(f"adult_{number}_name", "Write the name, or take out who they are.")
        return said

    @property
    def is_another(self) -> bool:
        """Whether somebody read that a child of this name and birthday is known, and says that it is not this one."""
        return "another_child" in self.fields and bool(self["another_child"].value())

    def born(self) -> list[ChildSaid]:
        """New children with a name and a birthday: those who can be found if they are known already."""
        return [
            child for child in self.cleaned_data["new_children"] if child.name and child.day and child.day <= self.on
        ]

    def say_known(self) -> None:
        """The form comes back: a child in it has a record. It goes on when somebody says that it is another child."""
        self.add_error(
            "another_child",
            "We know a child of this name and birthday. Read who it is, then tick if it is another child.",
        )

    @property
    def has_new_child(self) -> bool:
        """Whether somebody began to write of a child who is new to this record."""
        return self._has_any("child_", 1)

    @property
    def has_more_children(self) -> bool:
        """Whether somebody began to write in a row that is folded away."""
        return self._has_any("child_", SHOWN_CHILDREN + 1)

    @property
    def has_adults(self) -> bool:
        """Whether somebody began to write of an adult."""
        return self._has_any("adult_", 1)

    def said(self) -> ContactSaid:
        """What was said, without the people."""
        words = self.cleaned_data
        fields = ("method", "source", "consent", "worry", "who", "agency", "reach", "consent_note")
        fields += ("strengths", "care_when_calling", "rating")
        return ContactSaid(received_at=words["received_at"], **{name: words[name] for name in fields})

    def people(self) -> PeopleSaid:
        """Who is new."""
        words = self.cleaned_data
        rows = range(1, MOST_ADULTS + 1)
        adults = [
            AdultSaid(words[f"adult_{n}_name"], words[f"adult_{n}_tie"]) for n in rows if words[f"adult_{n}_name"]
        ]
        return PeopleSaid(tuple(words["new_children"]), tuple(adults))

    def chosen(self) -> list[Member]:
        """Known children it is about."""
        return [self._known[key] for key in self.cleaned_data.get("children", [])]

    def team_chosen(self) -> Team:
        """On whose list a new family's record is opened."""
        return self._teams[self.cleaned_data["team"]]

    def _has_any(self, start: str, first: int) -> bool:
        names = [name for name in self.fields if name.startswith(start) and int(name.split("_")[1]) >= first]
        return any(self.data.get(name) or name in self.errors for name in names) if self.is_bound else False

    def _new_children(self, said: dict[str, Any]) -> Iterator[ChildSaid]:
        for number in range(1, MOST_CHILDREN + 1):
            given, family, day, sex = (said.get(f"child_{number}_{part}") for part in ("given", "family", "day", "sex"))
            if day and day > self.on + _LONGEST_AHEAD:
                self.add_error(f"child_{number}_day", "No baby is expected so far ahead. Check the day.")
            if given or family or day:
                yield ChildSaid(given or ("Baby" if day and day > self.on else ""), family or "", day, sex or "")

    def _child_rows(self) -> list[Any]:
        rows = [
            Fieldset(
                *(f"child_{number}_{part}" for part in ("given", "family")),
                Field.radios(f"child_{number}_day"),
                f"child_{number}_sex",
                legend=f"Child {number}",
                legend_size=Size.SMALL,
            )
            for number in range(1, MOST_CHILDREN + 1)
        ]
        if self._known:
            known = Field.checkboxes("children")
            return [
                known,
                _more("A child who is not in this record yet", "has_new_child"),
                *rows[:SHOWN_CHILDREN],
                HTML("</details>"),
            ]
        head = HTML('<h2 class="govuk-heading-m">The children</h2>')
        return [
            head,
            *rows[:SHOWN_CHILDREN],
            _more("More children", "has_more_children"),
            *rows[SHOWN_CHILDREN:],
            HTML("</details>"),
        ]

    def _adult_rows(self) -> list[Any]:
        fields = [f"adult_{n}_{part}" for n in range(1, MOST_ADULTS + 1) for part in ("name", "tie")]
        return [_more("Adults in the children’s life", "has_adults"), *fields, HTML("</details>")]

    def _add_child(self, number: int) -> None:
        self.fields[f"child_{number}_given"] = forms.CharField(
            label="First name, or what is known", max_length=80, required=False
        )
        self.fields[f"child_{number}_family"] = forms.CharField(label="Family name", max_length=80, required=False)
        self.fields[f"child_{number}_day"] = day_field(
            "Born on, or expected on", ask="the day", recent=False, future=True, required=False
        )
        sexes = [("", "Not said"), *((code, label) for code, label in SEX.items() if code != "U")]
        self.fields[f"child_{number}_sex"] = forms.ChoiceField(label="Sex", choices=sexes, required=False)

    def _add_adult(self, number: int) -> None:
        self.fields[f"adult_{number}_name"] = forms.CharField(label=f"Adult {number}", max_length=160, required=False)
        self.fields[f"adult_{number}_tie"] = forms.ChoiceField(
            label="Who they are to the children",
            choices=[("", "Not said"), *Relationship.Kind.choices],
            required=False,
        )


class FeedbackForm(MomentForm):
    """The referrer and the family were told what was decided."""

    save = "They were told"
    moment = "told"

    told_on = day_field("When were they told?", ask="the day they were told")
    told_time = hour_field("At what time?")
    how = forms.CharField(
        label="How?",
        help_text="One line, for example “by phone, and the mother by letter”. It stands on the timeline.",
        max_length=160,
        required=False,
    )

    def rows(self) -> list[Any]:
        return [Field.radios("told_on"), "told_time", "how"]


class ContactDecisionForm(PlainForm):
    """What a manager decides. `rating` may be changed with it."""

    save = "Decide"

    outcome = forms.ChoiceField(label="What happens now?", widget=forms.RadioSelect)
    rationale = forms.CharField(
        label="Why?",
        help_text="The family may read this one day.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write why, even if it is one line."},
    )
    rating = forms.ChoiceField(
        label="How soon did it need a decision?",
        choices=[*CONTACT_RATING.items(), NOT_RATED],
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, outcomes: Sequence[tuple[str, str, str]], rating: str, **kwargs: Any) -> None:
        kwargs["initial"] = {"rating": rating} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = [Choice(code, label, hint=hint) for code, label, hint in outcomes]

    def rows(self) -> list[Any]:
        return [Field.radios("outcome"), "rationale", Field.radios("rating")]
