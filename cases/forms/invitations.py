"""The forms of who is asked to a meeting: a grid of answers, a grid of who came, who else is asked, a letter."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.template.loader import render_to_string

from camden.office.layout import Choice, Field, Fieldset, PlainForm, Size
from camden.operations.versions import Overtaken
from cases.forms.giving import WhatWeAgreedForm
from cases.readings.invitations import Asked, Invited, Proposed
from cases.rules.giving import Ways
from cases.rules.inviting import NEEDS, needs_in_words
from cases.rules.journey import AGENCY
from cases.rules.overseeing import ATTENDED, INVITE_ANSWER, INVITED_HOW
from cases.rules.protection import ways_to_take_part
from cases.rules.recording import GIVEN_HOW

LONGEST_NAME, LONGEST_REACHED, LONGEST_OTHER, LONGEST_NUMBER = 120, 200, 120, 60  # characters
LONGEST_LETTER = 3000
_NEAR = ("by-hand", "printed")


class _Grid:
    """The people of the list, a row each; on a narrow screen a card each."""

    def render(self, form: Any, context: Any, template_pack: str = "", **_: Any) -> str:
        return render_to_string(form.grid, {"rows": list(form.lines())})


class _GridForm(PlainForm):
    """A row of fields for each person. Only what somebody changed is said in `marks()`: what another person changed in
    the meantime is not put back. `version_<key>` is that of the row that was shown."""

    save = "Save the list"
    grid = ""

    def __init__(self, *args: Any, people: Sequence[Invited], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        for each in people:
            self.fields[f"version_{each.pk}"] = forms.IntegerField(initial=each.version, widget=forms.HiddenInput())
            for name, field in self.ask(each).items():
                field.required, field.show_hidden_initial = False, True
                self.fields[f"{name}_{each.pk}"] = field

    def ask(self, each: Invited) -> dict[str, forms.Field]:
        """The fields of one person, by name: each list says which."""
        return {}

    def rows(self) -> list[Any]:
        return [_Grid()]

    def lines(self) -> Iterator[dict[str, Any]]:
        """A person with their fields, for the grid."""
        for each in self.people:
            cells = {name: self[f"{name}_{each.pk}"] for name in self.ask(each)}
            yield {"who": each, "version": self[f"version_{each.pk}"], "cells": cells,
                   "errors": [error for cell in cells.values() for error in cell.errors]}  # fmt: skip

    def marks(self) -> list[tuple[int, int, dict[str, Any]]]:
        """Key, version and what was changed, of each person something was changed about."""
        changed = set(self.changed_data)
        found = []
        for each in self.people:
            said = self.said(each, {name for name in self.ask(each) if f"{name}_{each.pk}" in changed})
            if said:
                found.append((each.pk, self.cleaned_data[f"version_{each.pk}"] or 0, said))
        return found

    def said(self, each: Invited, changed: set[str]) -> dict[str, Any]:
        """What was changed of one person, by the names the operation knows."""
        return {name: self.cleaned_data[f"{name}_{each.pk}"] for name in changed}

    def refuse_row(self, key: int, why: Exception) -> None:
        """Say beside a person's row why nothing was kept. Sent again, it goes over what another said knowingly."""
        about = getattr(why, "about", "") or next(iter(self.ask(self._one(key))))
        sentence = str(why)
        if isinstance(why, Overtaken):
            theirs: Any = why.theirs
            says = [theirs.get_answer_display(), theirs.needs, theirs.get_attended_display()]
            now = ". ".join(filter(None, says)) or "nothing yet"
            sentence = f"Somebody wrote about {theirs} meanwhile: {now}. Save again if yours is right."
            data: Any = self.data.copy()
            data[f"version_{key}"] = str(theirs.version)
            self.data = data
        self.add_error(f"{about}_{key}" if f"{about}_{key}" in self.fields else None, sentence)

    def _one(self, key: int) -> Invited:
        return next(each for each in self.people if each.pk == key)


class ListForm(_GridForm):
    """How each person was asked, what they answered, what they need to come."""

    grid = "cases/_invitation_grid.html"

    def ask(self, each: Invited) -> dict[str, forms.Field]:
        codes: list[Any] = [(code, label) for code, (label, _) in NEEDS.items()]
        return {
            "how": forms.ChoiceField(label="Asked", choices=[("", "Not yet"), *INVITED_HOW.items()], initial=each.how),
            "answer": forms.ChoiceField(
                label="Answer", choices=[("", "No answer yet"), *INVITE_ANSWER.items()], initial=each.answer
            ),
            "needs": forms.MultipleChoiceField(
                label="Needs", choices=codes, widget=forms.CheckboxSelectMultiple, initial=list(each.need_codes)
            ),
            "other": forms.CharField(label="Something else", max_length=LONGEST_OTHER, initial=each.need_other),
        }

    def said(self, each: Invited, changed: set[str]) -> dict[str, Any]:
        said = super().said(each, changed - {"needs", "other"})
        if changed & {"needs", "other"}:
            values = (self.cleaned_data[f"{name}_{each.pk}"] for name in ("needs", "other"))
            said["needs"] = needs_in_words(*values)
        return said


class AttendanceForm(_GridForm):
    """Whether each person came, and how a child took part."""

    save = "Save who came"
    grid = "cases/_attendance_grid.html"

    def __init__(self, *args: Any, held_on: Any, **kwargs: Any) -> None:
        self._held_on = held_on
        super().__init__(*args, **kwargs)

    def ask(self, each: Invited) -> dict[str, forms.Field]:
        asked: dict[str, forms.Field] = {
            "attended": forms.ChoiceField(
                label="Did they come?", choices=[("", "Not said yet"), *ATTENDED.items()], initial=each.attended
            )
        }
        if each.is_child:
            ways = ways_to_take_part(each.born_on, self._held_on)
            asked["participation"] = forms.ChoiceField(
                label="How did they take part?", choices=[("", "Not said yet"), *ways], initial=each.participation
            )
        return asked


class WhoElseForm(PlainForm):
    """Who else is asked: of those proposed, and somebody who is not. `asked()` gives them all."""

    save = "Put them on the list"

    people = forms.MultipleChoiceField(
        label="Who is asked?",
        help_text="From who is who, those around the children, and who was asked before.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    name = forms.CharField(label="Name", required=False, max_length=LONGEST_NAME)
    agency = forms.ChoiceField(label="Agency", required=False, choices=[("", "Choose one"), *AGENCY.items()])
    reached_by = forms.CharField(
        label="How are they reached?", help_text="A number or an e-mail address at work.", required=False,
        max_length=LONGEST_REACHED,
    )  # fmt: skip

    def __init__(self, *args: Any, proposed: Sequence[Proposed], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._proposed = {each.key: each for each in proposed}
        named: Any = self.fields["people"]
        named.choices = [Choice(each.key, each.name, hint=each.note) for each in proposed]

    def rows(self) -> list[Any]:
        new = Fieldset("name", "agency", "reached_by", legend="Somebody else", legend_size=Size.MEDIUM)
        return [*([Field.checkboxes("people")] if self._proposed else []), new]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("name") and not said.get("agency"):
            self.add_error("agency", "Choose the agency they come from.")
        if (said.get("agency") or said.get("reached_by")) and not said.get("name"):
            self.add_error("name", "Write their name.")
        if not said.get("people") and not said.get("name") and not self.errors:
            self.add_error("people" if self._proposed else "name", "Choose somebody, or write a name.")
        return said

    def asked(self) -> list[Asked]:
        """Everybody to put on the list."""
        said = self.cleaned_data
        found = [self._proposed[key].asked for key in said["people"]]
        if said["name"]:
            found.append(Asked(said["name"], agency=said["agency"], reached_by=said["reached_by"]))
        return found


class LetterForm(WhatWeAgreedForm):
    """The letter as somebody will read it, the number to ring, and one of the ways that are safe for this person."""

    words = forms.CharField(
        label="What they will read",
        help_text="One person’s letter: nobody else’s name, address, number or arrival.",
        max_length=LONGEST_LETTER,
        widget=forms.Textarea(attrs={"rows": 14}),
        error_messages={"required": "Write the invitation."},
    )
    number = forms.CharField(
        label="The number to ring", help_text="Ours, not the family’s.", required=False, max_length=LONGEST_NUMBER
    )

    def __init__(self, *args: Any, ways: Ways, **kwargs: Any) -> None:
        super().__init__(*args, ways=ways, **kwargs)
        named: Any = self.fields["how"]
        named.choices = [Choice(how, GIVEN_HOW[how], hint=ways.by_hand if how in _NEAR else "") for how in ways.allowed]
