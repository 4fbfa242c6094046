"""Forms about how to reach somebody, what else they are called, and who is around them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm, Size, day_field
from cases.forms.marks import FAMILY, add_marks
from cases.forms.people import folded_marks
from cases.models import ContactPoint, Member
from cases.rules.recording import ALIAS_KIND, CONTACT_BY, NETWORK_KIND

_SAID = {"yes": True, "no": False, "": None}


class ContactPointForm(PlainForm):
    """A way to reach somebody, and whether it is safe. `point` is the one to correct."""

    kind = forms.ChoiceField(
        label="How?",
        choices=list(CONTACT_BY.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how."},
    )
    value = forms.CharField(
        label="Number, address or name of the way",
        max_length=200,
        error_messages={"required": "Enter the number or the address."},
    )
    is_safe = forms.ChoiceField(
        label="Is it safe?",
        help_text="Does anybody else see or hear it who must not?",
        choices=[("yes", "Safe"), ("no", "Not safe: do not use"), ("", "Nobody has asked")],
        widget=forms.RadioSelect,
        required=False,
        initial="",
    )
    remark = forms.CharField(
        label="Anything to know?", help_text="For example: text only, never after five.", max_length=200, required=False
    )

    def __init__(self, *args: Any, people: Sequence[Member], point: ContactPoint | None = None, **kwargs: Any) -> None:
        if point:
            kept = [FAMILY] if point.is_kept_from_family else []
            kwargs["initial"] = {
                "kind": point.kind,
                "value": point.value,
                "is_safe": {True: "yes", False: "no", None: ""}[point.is_safe],
                "remark": point.remark,
                "kept_from": [*kept, *(str(key) for key in point.kept_from)],
            }
            kwargs["version"] = point.version
        super().__init__(*args, **kwargs)
        add_marks(self, [(each.pk, each.name) for each in people])

    def rows(self) -> list[Any]:
        inline = {"inline": True, "legend_size": Size.SMALL}
        asked = [Field.radios("kind", **inline), "value", Field.radios("is_safe", **inline), "remark"]
        return [*asked, *folded_marks(self)]

    def clean_is_safe(self) -> bool | None:
        return _SAID.get(self.cleaned_data["is_safe"])

    def facts(self) -> dict[str, Any]:
        """Fields of ContactPoint."""
        return {name: self.cleaned_data[name] for name in ("kind", "value", "is_safe", "remark")}


class AliasForm(PlainForm):
    """Another name of somebody."""

    kind = forms.ChoiceField(
        label="What kind of name?",
        choices=list(ALIAS_KIND.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what kind of name it is."},
    )
    given_name = forms.CharField(label="First names", max_length=80, required=False)
    family_name = forms.CharField(label="Family name", max_length=80, required=False)

    def __init__(self, *args: Any, people: Sequence[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        add_marks(self, [(each.pk, each.name) for each in people])

    def rows(self) -> list[Any]:
        kind = Field.radios("kind", inline=True, legend_size=Size.SMALL)
        return [kind, "given_name", "family_name", *folded_marks(self)]

    def facts(self) -> dict[str, Any]:
        """Fields of Alias."""
        return {name: self.cleaned_data[name] for name in ("kind", "given_name", "family_name")}


class NetworkForm(PlainForm):
    """Somebody or something around a person that is not family."""

    kind = forms.ChoiceField(
        label="What are they?",
        choices=[("", "Choose one"), *NETWORK_KIND.items()],
        error_messages={"required": "Choose what they are."},
    )
    organisation = forms.CharField(label="Name of the place", max_length=120, required=False)
    contact_name = forms.CharField(label="Whom to ask for there, or their name", max_length=120, required=False)
    phone = forms.CharField(label="Phone", max_length=60, required=False)
    remark = forms.CharField(label="Anything to know?", max_length=200, required=False)
    started_on = day_field("Since when?", ask="the day it began", recent=False, required=False)

    def __init__(self, *args: Any, people: Sequence[Member], on: date, **kwargs: Any) -> None:
        super().__init__(*args, on=on, **kwargs)
        add_marks(self, [(each.pk, each.name) for each in people])

    def rows(self) -> list[Any]:
        asked = ("kind", "organisation", "contact_name", "phone", "remark", "started_on")
        return [*asked, *folded_marks(self)]

    def facts(self) -> dict[str, Any]:
        """Fields of NetworkTie."""
        names = ("kind", "organisation", "contact_name", "phone", "remark", "started_on")
        return {name: self.cleaned_data[name] for name in names}
