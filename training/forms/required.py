"""Forms about required learning: an item, and a rule that asks for it."""

from datetime import date
from typing import Any

from django import forms

from camden.access import Role
from camden.models import Employment, Team
from camden.office.layout import Button, Choice, Field, Folded, PlainForm, day_field
from training.models import RequiredItem, RequiredRule
from training.rules.required_learning import Rule

REQUIRED, RECOMMENDED = "required", "recommended"


class ItemForm(PlainForm):
    """Something to learn: what it is called, and how long it holds."""

    title = forms.CharField(
        label="What is it called?", max_length=160, error_messages={"required": "Enter what it is called."}
    )
    months = forms.IntegerField(
        label="For how many months does it hold?",
        help_text="36 is three years. Leave it empty if it is done once and for good.",
        required=False,
        min_value=1,
        max_value=120,
    )
    first_days = forms.IntegerField(
        label="How many days do people have to do it the first time?",
        help_text="From the day a rule begins to ask them, or from their first day here.",
        initial=90,
        min_value=1,
        max_value=730,
    )

    def __init__(self, *args: Any, item: RequiredItem | None = None, **kwargs: Any) -> None:
        if item is not None:
            kwargs |= {"version": item.version, "initial": {name: getattr(item, name) for name in self.base_fields}}
        super().__init__(*args, **kwargs)
        self._item = item

    def clean_title(self) -> str:
        """A title that no other item has."""
        title = str(self.cleaned_data["title"])
        others = RequiredItem.objects.filter(title__iexact=title)
        if (others.exclude(pk=self._item.pk) if self._item else others).exists():
            raise forms.ValidationError("There is an item called so already.")
        return title


class RuleForm(PlainForm):
    """Of whom an item is asked, and from when. What is left empty leaves that open."""

    save = ""

    kind = forms.ChoiceField(
        label="Is it required, or recommended?",
        choices=[
            Choice(REQUIRED, "Required", hint="It is on the radar, and late after its day."),
            Choice(RECOMMENDED, "Recommended", hint="It is on the passport, and is never late."),
        ],
        initial=REQUIRED,
        widget=forms.RadioSelect,
    )
    from_on = day_field("From which day?", ask="the day it begins", future=True)
    until_on = day_field(
        "Until which day?", ask="the day it ends", recent=False, future=True, required=False,
        help_text="The first day on which it asks nobody any more. Leave it empty while it goes on.",
    )  # fmt: skip
    roles = forms.MultipleChoiceField(
        label="Which roles?",
        choices=[(role.value, role.says.label) for role in Role if role.has_account],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    grades = forms.MultipleChoiceField(
        label="Which grades?", choices=Employment.Grade.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    teams = forms.TypedMultipleChoiceField(
        label="Which teams?",
        help_text="All teams and pods beneath them are meant too.",
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self,
        *args: Any,
        item: RequiredItem,
        teams: list[Team],
        on: date,
        rule: RequiredRule | None = None,
        **kwargs: Any,
    ) -> None:
        if rule is not None:
            kwargs |= {"version": rule.version, "initial": _said(rule)}
        super().__init__(*args, on=on, **kwargs)
        self._item = item
        self.fields["teams"].choices = [(team.pk, team.name) for team in teams]  # type: ignore[attr-defined]

    def rows(self) -> list[Any]:
        return [
            Field.radios("kind"),
            Field.radios("from_on"),
            "until_on",
            Folded("Only some roles", "roles"),
            Folded("Only some grades", "grades"),
            Folded("Only some teams", "teams"),
            Button("look", "Look whom it asks", kind="secondary"),
            Button("save", "Save the rule"),
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        begins, ends = said.get("from_on"), said.get("until_on")
        if begins and ends and ends <= begins:
            self.add_error("until_on", "Enter a day after it begins.")
        return said

    @property
    def is_kept(self) -> bool:
        """Whether they asked to save it, and not only to look."""
        return "look" not in self.data

    @property
    def said(self) -> dict[str, Any]:
        """What the operation takes."""
        said = {name: self.cleaned_data[name] for name in ("from_on", "until_on", "roles", "grades", "teams")}
        return said | {"is_required": self.cleaned_data["kind"] == REQUIRED}

    @property
    def rule(self) -> Rule:
        """The rule as it would be."""
        said = self.said
        lists = {name: frozenset(said[name]) for name in ("roles", "teams", "grades")}
        return Rule(self._item.code, said["from_on"], said["until_on"], is_required=said["is_required"], **lists)


def _said(rule: RequiredRule) -> dict[str, Any]:
    said = {name: getattr(rule, name) for name in ("from_on", "until_on", "roles", "grades", "teams")}
    return said | {"kind": REQUIRED if rule.is_required else RECOMMENDED}
