"""Somebody added beside somebody in a picture: as few questions as will do; what can be implied is."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm, Size
from cases.forms.about import AboutField
from cases.forms.marks import add_marks, said_marks
from cases.forms.people import folded_marks
from cases.models import Member, Person
from cases.readings.adding import ADDED, CHILD, PARENT_OF, Bond, Near
from cases.readings.member import Elsewhere, alike_here
from cases.rules.about_when import MIDDLE, When
from cases.rules.audience import Marks
from cases.rules.picturing import COUPLE

NEW, OTHER = "new", "other"
ASKED = "parents_asked"
"""Which parents the form asked about: words that were kept may be of a time when there were others."""
_SEX: dict[str, list[tuple[str, str]]] = {
    "sibling": [("F", "Sister"), ("M", "Brother"), ("", "Not said")],
    "child": [("F", "Girl"), ("M", "Boy"), ("", "Not said")],
}
_SEX_OF_GROWN = [("F", "Woman"), ("M", "Man"), (OTHER, "Another gender"), ("", "Not said")]
_IMPLIED = {"mother": "F", "father": "M"}
_OLDER = ("mother", "father", "parent")
_TWINS = [("twin", "Yes: twins"), ("identical-twin", "Yes: identical twins"), ("no", "No")]


class RelativeForm(PlainForm):
    """Somebody new as `kind` of the one in `around`. `is_family`: it is filled in beside the family, and asks less.

    `look` finds people of other records by name; whoever is alike is shown before anything is written. `tellers` are
    asked for where nobody said yet who is telling.
    """

    given_name = forms.CharField(label="First name", max_length=80, required=False)
    family_name = forms.CharField(label="Family name", max_length=80, required=False)

    def __init__(
        self,
        *args: Any,
        kind: str,
        around: Near,
        on: date,
        look: Callable[[str], list[Elsewhere]] | None = None,
        is_family: bool = False,
        tellers: Sequence[Member] = (),
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = {"family_name": _family_name(kind, around.of), **kwargs.get("initial", {})}
        super().__init__(*args, on=on, **kwargs)
        self.kind, self.around, self.is_family = kind, around, is_family
        self.save = f"Add {ADDED[kind]}"
        self.elsewhere: list[Elsewhere] = []
        self.fields["given_name"].widget.attrs["autofocus"] = True
        self.tellers = list(tellers)
        if tellers:
            self.fields["teller"] = forms.ChoiceField(
                label="Who is telling?",
                choices=[(str(each.pk), each.first_name) for each in tellers],
                widget=forms.RadioSelect,
                error_messages={"required": "Choose who is telling."},
            )
        self._ask_sex()
        self._ask_whose()
        self._ask_days()
        if not is_family:
            add_marks(self, [(each.pk, each.name) for each in around.people], label="Keep how they are related from")
        self._ask_who(look)
        self._ask_twins()

    def rows(self) -> list[Any]:
        first = [Field.radios("who")] if "who" in self.fields else []
        first += [Field.radios("twins", inline=True)] if "twins" in self.fields else []
        first += [Field.radios("teller", inline=True)] if "teller" in self.fields else []
        own: list[Any] = ["given_name", "family_name"]
        own += [Field.radios("sex", inline=True, legend_size=Size.SMALL)] if "sex" in self.fields else []
        own += [Field.radios("other_parent", legend_size=Size.SMALL)] if "other_parent" in self.fields else []
        own += [Field.checkboxes("parents", legend_size=Size.SMALL), ASKED] if "parents" in self.fields else []
        own += [name for name in ("couple", "since", "born", "has_died", "is_child") if name in self.fields]
        return [*first, *own, *([] if self.is_family else folded_marks(self))]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        is_expected = self._expected_on() is not None
        if not said.get("given_name") and not is_expected and "given_name" not in self.errors:
            self.add_error("given_name", "Enter a first name, or what they are called.")
        if said.get("sex") in ("F", "M") and is_expected:
            self.add_error("sex", "The sex of a child who is not born yet is recorded after the birth.")
        if said.get(ASKED) and said[ASKED] != self.fields[ASKED].initial:
            self._ask_parents_again()
        return said

    def put_right(self, words: Any) -> None:
        """In kept words that come back: where there were other parents then, all who are now are ticked."""
        asked = words.pop(ASKED, [])
        if ASKED in self.fields and asked != [self.fields[ASKED].initial]:
            words["parents"] = list(self.fields["parents"].initial)

    def _ask_parents_again(self) -> None:
        """Tick everybody who is a parent now, and say so: whoever is not ticked makes a half-sister."""
        self.data = self.data.copy()
        self.data.setlist("parents", self.fields["parents"].initial)
        self.data[ASKED] = self.fields[ASKED].initial
        who = self.around.of.first_name
        self.add_error(
            "parents", f"{who}’s parents have changed in the record since this was begun. Look at them again."
        )

    def existing(self) -> Member | None:
        """The one of this record whom it was about all along."""
        who = self.cleaned_data.get("who", NEW)
        return next((each for each in self.around.people if str(each.pk) == who), None)

    def person(self) -> Person | None:
        """Who they are in another record, if somebody said that it is the same human being."""
        who = self.cleaned_data.get("who", NEW)
        same = next((each for each in self.elsewhere if f"e{each.pk}" == who), None)
        return Person(pk=same.person_id) if same else None

    def teller(self) -> Member | None:
        """Who is telling, where the form asked."""
        return next((each for each in self.tellers if str(each.pk) == self.cleaned_data.get("teller")), None)

    def bonds(self) -> list[Bond]:
        """How they belong to whom: first to the one they are added for, then what follows from it."""
        said, of, marks = self.cleaned_data, self.around.of, self.marks()
        if self.kind == CHILD:
            other = next((each for each in self.around.partners if str(each.pk) == said.get("other_parent")), None)
            whose = [of, *([other] if other else [])]
            return [
                *(Bond(PARENT_OF.get(each.sex, "parent"), each, True, marks) for each in whose),
                *self._twin_bonds(),
            ]
        if self.kind == "sibling":
            chosen = set(said.get("parents", ()))
            parents = [each for each in self.around.parents if str(each.other.pk) in chosen]
            is_half = bool(self.around.parents) and len(parents) < len(self.around.parents)
            shared = [Bond(each.kind, each.other, True, each.marks | marks) for each in parents]
            twins = self._twin_bonds()
            is_twin_of = [each for each in twins if each.other == of]
            plain = [Bond("half-sibling" if is_half else "sibling", of, marks=marks)]
            # Somebody who is here already has parents of their own.
            return [*(is_twin_of or plain), *([] if self.existing() else shared), *set_of(twins, is_twin_of)]
        kind = "spouse" if said.get("couple") == "married" else self.kind
        return [Bond(kind, of, marks=marks, facts=self._couple() if self.kind == "partner" else {})]

    def marks(self) -> Marks:
        """From whom it is kept."""
        return Marks() if self.is_family else said_marks(self.cleaned_data)

    def facts(self) -> dict[str, Any]:
        """Fields of Member."""
        said = self.cleaned_data
        sex = _IMPLIED.get(self.kind, said.get("sex", ""))
        facts: dict[str, Any] = {"given_name": said["given_name"], "family_name": said["family_name"]}
        facts |= {"sex": "" if sex == OTHER else sex, "gender": OTHER if sex == OTHER else ""}
        if expected_on := self._expected_on():
            facts |= {"expected_on": expected_on, "sex": "U"}
        else:
            born: When = said["born"]
            facts |= {"born_on": born.day, "born_about": born.about}
        if said.get("has_died"):
            facts["has_died"] = True
        facts["kind"] = Member.Kind.CHILD if said.get("is_child") else Member.Kind.ADULT
        return facts

    def _expected_on(self) -> date | None:
        """The day of a birth that is to come. Of a month, the middle; of nothing less can it be said."""
        born: When = self.cleaned_data.get("born") or When()
        day = born.day or (born.first and born.first.replace(day=MIDDLE) if len(born.about) > 4 else None)
        return day if day and self.on and day > self.on else None

    def _couple(self) -> dict[str, Any]:
        since: When = self.cleaned_data.get("since") or When()
        return {"couple": self.cleaned_data.get("couple", ""), "started_on": since.day, "started_about": since.about}

    def _twin_bonds(self) -> list[Bond]:
        said = self.cleaned_data.get("twins", "")
        return [Bond(said, each, marks=self.marks()) for each in self.same_birth] if said not in ("", "no") else []

    def _ask_sex(self) -> None:
        if self.kind not in _IMPLIED:
            self.fields["sex"] = forms.ChoiceField(
                label="Sex", choices=_SEX.get(self.kind, _SEX_OF_GROWN), widget=forms.RadioSelect, required=False
            )

    def _ask_whose(self) -> None:
        around = self.around
        if self.kind == CHILD and around.partners:
            people = [*((str(each.pk), each.name) for each in around.partners), ("", "Somebody else, or not said")]
            self.fields["other_parent"] = forms.ChoiceField(
                label="The other parent",
                choices=people,
                initial=people[0][0],
                widget=forms.RadioSelect,
                required=False,
            )
        if self.kind == "sibling" and around.parents:
            keys = [str(each.other.pk) for each in around.parents]
            self.fields["parents"] = forms.MultipleChoiceField(
                label=f"Which parents have they in common with {around.of.first_name}?",
                choices=[(str(each.other.pk), each.other.name) for each in around.parents],
                initial=list(dict.fromkeys(keys)),
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
            asked = "-".join(dict.fromkeys(keys))
            self.fields[ASKED] = forms.CharField(initial=asked, widget=forms.HiddenInput, required=False)
        if self.kind == "partner":
            self.fields["couple"] = forms.ChoiceField(
                label="How are they together?", choices=[("", "Not said"), *COUPLE.items()], required=False
            )

    def _ask_days(self) -> None:
        if self.kind == "partner":
            self.fields["since"] = AboutField(label="Together since", help_text="A day, a month or a year.")
        label = "Born, or expected" if self.kind == CHILD else "Born"
        self.fields["born"] = AboutField(label=label, future=self.kind in (CHILD, "sibling"))
        if self.kind in (*_OLDER, "sibling"):
            self.fields["has_died"] = forms.BooleanField(label="They have died", required=False)
        if self.kind in (CHILD, "sibling") and not self.is_family:
            self.fields["is_child"] = forms.BooleanField(
                label="A child this record is about, with a page, visits and dates of their own", required=False
            )
        for field in self.fields.values():
            if isinstance(field, AboutField) and self.on:
                field.on = self.on

    def _typed(self, name: str) -> str:
        return str(self.data.get(name, ""))[:80].strip() if self.is_bound else ""

    def _ask_who(self, look: Callable[[str], list[Elsewhere]] | None) -> None:
        """Once there is a name: people who may be the one, before they are written down twice."""
        given = self._typed("given_name")
        name = f"{given} {self._typed('family_name')}".strip()
        if not given:
            return
        here = [each for each in alike_here(list(self.around.people), name) if each != self.around.of]
        self.elsewhere = look(name) if look else []
        if not here and not self.elsewhere:
            return
        on = self.on or date.max
        choices = [(str(each.pk), _known(each.name, each.age(on), "drawn already")) for each in here]
        choices += [(f"e{one.pk}", _known(one.name, one.age, f"of the {one.family} family")) for one in self.elsewhere]
        self.fields["who"] = forms.ChoiceField(
            label="Is it one of these?",
            choices=[*choices, (NEW, "None of them: somebody new")],
            widget=forms.RadioSelect,
            error_messages={"required": "We know people of that name. Choose which, or that it is somebody new."},
        )

    def _ask_twins(self) -> None:
        """Once there is a day: brothers and sisters of the same birth."""
        self.same_birth: list[Member] = []
        try:
            when = self.fields["born"].clean(self._typed("born"))
        except forms.ValidationError:
            return
        self.same_birth = self.around.of_same_birth(self.kind, when.day)
        if self.same_birth:
            names = " and ".join(each.first_name for each in self.same_birth)
            self.fields["twins"] = forms.ChoiceField(
                label=f"{names} has the same day. Are they of one birth?",
                choices=_TWINS,
                widget=forms.RadioSelect,
                error_messages={"required": f"Say whether they and {names} are twins."},
            )


def set_of(bonds: Sequence[Bond], but: Sequence[Bond]) -> list[Bond]:
    """These bonds without some of them."""
    return [each for each in bonds if each not in but]


def _family_name(kind: str, of: Member) -> str:
    return of.family_name if kind in ("father", "sibling", CHILD) else ""


def _known(name: str, age: str, where: str) -> str:
    return ", ".join(part for part in (name, age, where) if part)
