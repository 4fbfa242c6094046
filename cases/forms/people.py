"""Forms about the people of a record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import HTML, Field, PlainForm, Size, day_field
from cases.forms.about import AboutField
from cases.forms.marks import add_marks, marks_row
from cases.models import Member, Person, Relationship
from cases.readings.member import Elsewhere, alike_here
from cases.readings.offers import Kin, Offer, offers_for
from cases.rules.about_when import When
from cases.rules.codesets import DISABILITY, SEX
from cases.rules.kinship_words import QUICK, SIBLINGS, what_one_is
from cases.rules.picturing import GENDER
from cases.rules.recording import INTERPRETER

NEW, CHILD = "new", "child"
_GUESSED = ("born_about", "died_about")
_DEATH = ("died_on", "died_about", "has_died")
_OPEN = HTML('<details class="folded" open><summary class="folded__summary">More, if you know it</summary>')
_SHUT = HTML('<details class="folded"><summary class="folded__summary">More, if you know it</summary>')
_MARKS_OPEN = HTML('<details class="folded" open><summary class="folded__summary">Not to be shared</summary>')
_MARKS_SHUT = HTML('<details class="folded"><summary class="folded__summary">Not to be shared</summary>')
_END = HTML("</details>")


@dataclass(frozen=True)
class Asked:
    """Whom somebody new is added for, and as what: from the address of the page. Nothing, if it says nothing."""

    kind: str = ""
    of: Member | None = None

    @property
    def words(self) -> str:
        """What the page is called: "Mother of Anisa", "Somebody in the life of Anisa", "Somebody new"."""
        if self.of is None:
            return "Somebody new"
        if not self.kind:
            return f"Somebody in the life of {self.of.first_name}"
        what = QUICK.get(self.kind) or what_one_is(self.kind)
        return f"{what[:1].upper()}{what[1:]} of {self.of.first_name}"


def asked_of(said: Any, people: Sequence[Member]) -> Asked:
    """Read `?as=mother&of=12`. What makes no sense is left out."""
    kind, of = said.get("as", ""), said.get("of", "")
    known = {str(each.pk): each for each in people}
    if kind not in Relationship.Kind.values and kind != CHILD:
        kind = ""
    return Asked(kind if of in known else "", known.get(of))


def folded_marks(form: forms.Form) -> list[Any]:
    """The question of marks, folded away until it is needed."""
    is_said = bool(form["kept_from"].value()) or bool(form.errors.get("kept_from"))
    return [_MARKS_OPEN if is_said else _MARKS_SHUT, marks_row(), _END]


def folded(form: forms.Form, title: str, *names: str) -> list[Any]:
    """Those of these questions that the form asks, folded away under `title`, words of ours, until one is answered."""
    there = [name for name in names if name in form.fields]
    is_open = any(form[name].errors or _is_said(form[name].value()) for name in there)
    start = f'<details class="folded"{" open" if is_open else ""}><summary class="folded__summary">{title}</summary>'
    return [HTML(start), *there, _END] if there else []


def _is_said(value: Any) -> bool:
    return any(value) if isinstance(value, tuple) else bool(value)


def kinds_of_relationship() -> list[tuple[str, str]]:
    """Every word for what somebody is to another."""
    return [(kind.value, what_one_is(kind.value)) for kind in Relationship.Kind]


class MemberNewForm(PlainForm):
    """Somebody new: a name, and for whom. Names that are alike are shown before anything is written."""

    name = forms.CharField(label="What is their name?", max_length=160, error_messages={"required": "Enter a name."})
    born_on = day_field("Day of birth", ask="the day of birth", recent=False, required=False)
    expected_on = day_field(
        "Not born yet: when is the birth expected?", ask="the expected day", recent=False, future=True, required=False
    )
    sex = forms.ChoiceField(label="Sex", choices=[("", "Not asked yet"), *SEX.items()], required=False)
    language = forms.CharField(label="Language they like best to speak", max_length=80, required=False)
    marks_label = "Keep how they are related from"

    def __init__(
        self,
        *args: Any,
        people: Sequence[Member],
        asked: Asked,
        look: Callable[[str], list[Elsewhere]],
        on: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, on=on, **kwargs)
        self.people, self.asked = list(people), asked
        self.elsewhere: list[Elsewhere] = []
        if self._may_be_child():
            self.fields["is_child"] = forms.BooleanField(
                label="A child this record is about, with a page, visits and dates of their own", required=False
            )
        self.fields |= self._whose()
        self.offers: list[Offer] = [] if asked.kind == CHILD else offers_for(asked.kind, asked.of, self.people)
        if self.offers:
            label = (
                "The same family?"
                if asked.kind in SIBLINGS
                else f"Also {QUICK.get(asked.kind) or what_one_is(asked.kind)} of"
            )
            self.fields["also"] = forms.MultipleChoiceField(
                label=label,
                choices=[(offer.key, offer.label) for offer in self.offers],
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
        add_marks(self, [(each.pk, each.name) for each in self.people], label=self.marks_label)
        self._ask_who(look)

    def rows(self) -> list[Any]:
        first = [Field.radios("who")] if "who" in self.fields else []
        more = ("born_on", "expected_on", "sex", "language")
        is_said = any(self[name].errors or any(self[name].value() or ()) for name in more)
        own = ["name", *(name for name in ("kind", "of") if name in self.fields)]
        own += [Field.checkboxes("also")] if "also" in self.fields else []
        own += ["is_child"] if "is_child" in self.fields else []
        return [*first, *own, _OPEN if is_said else _SHUT, *more, _END, *folded_marks(self)]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if self.asked.of is None and bool(said.get("kind")) != bool(said.get("of")):
            self.add_error("of" if said.get("kind") else "kind", "Say both: what they are, and to whom.")
        return said

    def existing(self) -> Member | None:
        """The one of this record whom it was about all along."""
        who = self.cleaned_data.get("who", NEW)
        return next((each for each in self.people if str(each.pk) == who), None)

    def person(self) -> Person | None:
        """Who they are in another record, if somebody said that it is the same human being."""
        who = self.cleaned_data.get("who", NEW)
        same = next((each for each in self.elsewhere if f"e{each.pk}" == who), None)
        return Person(pk=same.person_id) if same else None

    def kin(self) -> list[Kin]:
        """How they belong to whom."""
        said = self.cleaned_data
        of = self.asked.of or next((each for each in self.people if str(each.pk) == said.get("of")), None)
        kind = self.asked.kind or said.get("kind", "")
        if of is None or not kind:
            return []
        parent = {"F": "mother", "M": "father"}.get(of.sex, "parent")
        own = Kin(parent, of, other_way=True) if kind == CHILD else Kin(kind, of)
        ticked = [offer for offer in self.offers if offer.key in said.get("also", ())]
        return [own, *(Kin(offer.kind, offer.other, offer.other_way) for offer in ticked)]

    def facts(self) -> dict[str, Any]:
        """Fields of Member. The last word of a name is the family's, unless it is the only one."""
        said = self.cleaned_data
        given, _, family = said["name"].strip().rpartition(" ")
        facts = {name: said[name] for name in ("born_on", "expected_on", "sex", "language")}
        if facts["expected_on"] and not facts["sex"]:
            facts["sex"] = "U"
        kind = Member.Kind.CHILD if said.get("is_child") else Member.Kind.ADULT
        return facts | {"kind": kind, "given_name": (given or family)[:80], "family_name": family[:80] if given else ""}

    def _may_be_child(self) -> bool:
        return self.asked.kind in (*SIBLINGS, CHILD) or not self.asked.kind

    def _whose(self) -> dict[str, forms.Field]:
        """What the address did not say: what they are, and to whom."""
        asked: dict[str, forms.Field] = {}
        if not self.asked.kind:
            whom = self.asked.of.first_name if self.asked.of else "somebody of the record"
            choices = [("", "Not said"), *kinds_of_relationship(), (CHILD, "child")]
            asked["kind"] = forms.ChoiceField(label=f"What are they to {whom}?", choices=choices, required=False)
        if self.asked.of is None and self.people:
            people = [("", "Nobody yet"), *((str(each.pk), each.name) for each in self.people)]
            asked["of"] = forms.ChoiceField(label="To whom?", choices=people, required=False)
        return asked

    def _ask_who(self, look: Callable[[str], list[Elsewhere]]) -> None:
        """Once there is a name: people who may be the one, before they are written down twice."""
        name = str(self.data.get("name", ""))[:160].strip() if self.is_bound else ""
        if not name:
            return
        here = [each for each in alike_here(self.people, name) if each != self.asked.of]
        self.elsewhere = look(name)
        if not here and not self.elsewhere:
            return
        choices = [
            (str(each.pk), f"{_known(each.name, each.age(self.on or date.max))}, in this record") for each in here
        ]
        choices += [
            (f"e{one.pk}", f"{_known(one.name, one.age)}, known in the {one.family} family") for one in self.elsewhere
        ]
        self.fields["who"] = forms.ChoiceField(
            label="Is it one of these?",
            help_text="Of somebody known in another family nothing is copied: only that it is the same human being.",
            choices=[*choices, (NEW, "None of them: somebody new")],
            widget=forms.RadioSelect,
            error_messages={"required": "We know people of that name. Choose which, or that it is somebody new."},
        )


class MemberEditForm(PlainForm):
    """What is known of somebody. `is_expected`: a child who is not born yet, whose birth is a step of its own."""

    given_name = forms.CharField(label="First names", max_length=80, required=False)
    family_name = forms.CharField(label="Family name", max_length=80, required=False)
    born_on = day_field("Day of birth", ask="the day of birth", recent=False, required=False)
    expected_on = day_field(
        "When is the birth expected?", ask="the expected day", recent=False, future=True, required=False
    )
    sex = forms.ChoiceField(label="Sex", choices=[("", "Not asked yet"), *SEX.items()], required=False)
    disabilities = forms.MultipleChoiceField(
        label="Disability",
        help_text="What is hard for the child because of it, in the words of the census. Tick each that is true; with "
        "nothing ticked it counts as not asked yet.",
        choices=list(DISABILITY.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    language = forms.CharField(label="Language they like best to speak", max_length=80, required=False)
    interpreter = forms.ChoiceField(
        label="Interpreter",
        choices=[("", "Not asked yet"), *INTERPRETER.items()],
        widget=forms.RadioSelect,
        required=False,
    )
    communication = forms.CharField(
        label="How to talk with them",
        help_text="For example: Sylheti; a woman interpreter, not a relative. BSL. Short messages, no letters.",
        max_length=200,
        required=False,
    )
    gender = forms.ChoiceField(
        label="How do they see themselves, where sex does not say it?",
        choices=[("", "Not said"), *GENDER.items()],
        required=False,
    )
    gender_words = forms.CharField(label="In their own words", max_length=60, required=False)
    born_about = AboutField(label="Or the month or year of birth, or an age", help_text="May 1984, 1984 or 42.")
    died_on = day_field("Day of death", ask="the day of death", recent=False, required=False)
    died_about = AboutField(label="Or the month or year of death", help_text="May 2014 or 2014.")
    has_died = forms.BooleanField(label="They have died, nobody knows when", required=False)

    def __init__(self, *args: Any, member: Member, on: date, **kwargs: Any) -> None:
        named = (*(name for name in self.base_fields if name != "kind"),)
        kwargs["initial"] = {name: getattr(member, name) for name in named}
        kwargs["initial"] |= {name: When(about=getattr(member, name)).words for name in _GUESSED}
        super().__init__(*args, on=on, version=member.version, **kwargs)
        if member.expected_on:
            for name in (
                "born_on",
                "sex",
                "interpreter",
                "communication",
                "gender",
                "gender_words",
                "disabilities",
                *_DEATH,
                *_GUESSED,
            ):
                self.fields.pop(name, None)
        else:
            del self.fields["expected_on"]
            self.fields["born_on"].help_text = (
                "If only the month is known, the 15th of it. If nobody knows, leave it."
                if member.kind == Member.Kind.CHILD
                else "Leave it where nobody knows the day: a month or a year is enough, below."
            )
        for name in _GUESSED:
            if name in self.fields:
                self.fields[name].on = on
        if member.kind == Member.Kind.CHILD:  # whose death has a day
            for name in ("died_about", "has_died"):
                self.fields.pop(name, None)
        else:
            self.fields.pop("disabilities", None)  # the census asks it of children
            self.fields["is_child"] = forms.BooleanField(
                label="A child this record is about, with a page, visits and dates of their own", required=False
            )

    def rows(self) -> list[Any]:
        inline = {"interpreter": Field.radios("interpreter", inline=True, legend_size=Size.SMALL)}
        # Boxes in a row, as chips: thirteen one beneath the other would be half of the form.
        inline["disabilities"] = Field.radios("disabilities", inline=True, legend_size=Size.SMALL)
        more = {
            "sex": folded(self, "How they see themselves", "gender", "gender_words"),
            "born_on": folded(self, "The day is not known", "born_about"),
        }
        last = folded(self, "They have died", *_DEATH)
        rows: list[Any] = []
        for name in self.fields:
            if name not in (*_DEATH, "born_about", "gender", "gender_words", "is_child"):
                rows += [inline.get(name, name), *more.get(name, [])]
        return [*rows, *last, *(["is_child"] if "is_child" in self.fields else [])]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if (
            not said.get("given_name")
            and not said.get("family_name")
            and not self.errors
            and self.initial.get("given_name")
        ):
            self.add_error("given_name", "Keep a name: they had one.")
        for name in _GUESSED:
            guess = said.get(name)
            if isinstance(guess, When) and guess.day:
                self.add_error(name, "That is a day: enter it above.")
            elif guess and said.get(name.replace("about", "on")):
                self.add_error(name, "Enter the day, or the month or year: one of the two.")
        return said

    def facts(self) -> dict[str, Any]:
        """Fields of Member."""
        facts = dict(self.cleaned_data)
        facts |= {name: facts[name].about for name in _GUESSED if name in facts}
        if facts.pop("is_child", False):
            facts["kind"] = Member.Kind.CHILD
        return facts


class BirthForm(PlainForm):
    """A child is born: the day, and the name and sex as far as they are known."""

    save = "Record the birth"

    born_on = day_field("On which day?", ask="the day of birth")
    given_name = forms.CharField(label="First names", max_length=80, required=False)
    family_name = forms.CharField(label="Family name", max_length=80, required=False)
    sex = forms.ChoiceField(
        label="Sex", choices=list(SEX.items()), widget=forms.RadioSelect, error_messages={"required": "Choose one."}
    )

    def rows(self) -> list[Any]:
        return [Field.radios("born_on"), "given_name", "family_name", Field.radios("sex", inline=True)]


class LossForm(PlainForm):
    """A child who was expected will not come home. Asked in few words, and only what is needed."""

    save = "Record it"

    lost_on = day_field("On which day?", ask="the day")
    what = forms.ChoiceField(
        label="What shall stand in the record?",
        help_text="The timeline says no more than that the pregnancy was lost.",
        choices=[
            ("stillbirth", "The child was stillborn"),
            ("miscarriage", "The pregnancy was lost"),
            ("termination", "The pregnancy was ended"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what shall stand in the record."},
    )

    def __init__(self, *args: Any, people: Sequence[Member], on: date, **kwargs: Any) -> None:
        super().__init__(*args, on=on, **kwargs)
        add_marks(self, [(each.pk, each.name) for each in people])

    def rows(self) -> list[Any]:
        return [Field.radios("lost_on"), Field.radios("what"), marks_row()]


def _known(name: str, age: str) -> str:
    return f"{name}, {age}" if age else name
