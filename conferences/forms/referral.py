"""The forms of a referral: the offer itself, who coordinates, what may be agreed."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms

from camden.models import Membership
from camden.office.layout import Field, Fieldset, Folded, PlainForm, Size, day_field
from cases.models import Member
from conferences.forms.asking import asked_fields, asked_said
from conferences.forms.offering import belongs
from conferences.models import Brief, FamilyAnswer
from conferences.readings.referral import OfTheRecord, ToAsk
from conferences.rules.consent import FACT_SAYS, SAFETY, THRESHOLD_SAYS, Fact, Threshold
from conferences.rules.words import AnswerSaid, Beside, BriefWords, SafetySaid, is_yes

SAFETY_ROWS = 3
MUST_HAVE = 500  # characters: the longest line of what must happen
_BEFORE_COURT = [("yes", "Yes"), ("no", "No"), ("unsure", "Not sure")]
_KINDS = [("", "Choose what it is"), *((fact.value, FACT_SAYS[fact]) for fact in Fact if fact in SAFETY)]
_NOW = [("", "No change: it could simply help")]
_NOW += [(each.value, f"{says[:1].upper()}{says[1:]}") for each, says in THRESHOLD_SAYS.items()]


class ReferralForm(PlainForm):
    """Offer a conference, and send what the coordinator needs to know.

    `children` are the record's, `chosen` the keys of those offered first; `record` says whom to ask and who belongs to
    the network, `now` the change of threshold that asks for an offer. `answers()`, `words()` and `beside()` give what
    was said, as the operation takes it.
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
        label="Anything else the coordinator must know to keep people safe",
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    asked_on = day_field("When did you ask?", ask="the day you asked the family")
    coordinator = forms.ChoiceField(
        label="Who coordinates?", required=False, help_text="They hear of the family once somebody has said yes."
    )
    threshold = forms.ChoiceField(label="Why now?", choices=_NOW, required=False)
    before_proceedings = forms.ChoiceField(
        label="Is it offered before going to court?",
        choices=_BEFORE_COURT,
        widget=forms.RadioSelect,
        required=False,
    )
    questions = forms.CharField(
        label="The family’s questions",
        help_text="One on each line. The family may change them.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    bottom_lines = forms.CharField(
        label="What must happen for the children to be safe?",
        help_text="One on each line: what any plan has to make sure of. The family reads this before they plan.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    network = forms.MultipleChoiceField(
        label="Who belongs to the family’s network?",
        help_text="From the picture of the family. Take the tick away from whoever the family does not want named.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    shared = forms.CharField(
        label="What else did the family agree to share?", widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    shared_agreed_by = forms.CharField(label="Who agreed to that?", max_length=120, required=False)
    arrangements = forms.CharField(
        label="Faith, food, days to avoid", widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    childrens_views = forms.CharField(
        label="What do the children think of it?", widget=forms.Textarea(attrs={"rows": 2}), required=False
    )

    def __init__(
        self,
        *args: Any,
        children: Sequence[Member],
        chosen: Sequence[int],
        record: OfTheRecord,
        coordinators: Sequence[Membership],
        on: date,
        now: Threshold | None = None,
        **kwargs: Any,
    ) -> None:
        self._coordinators = {str(each.pk): each for each in coordinators}
        self._only = next(iter(self._coordinators)) if len(self._coordinators) == 1 else ""
        first: dict[str, Any] = {"children": [str(key) for key in chosen], "asked_on": on}
        first |= {"coordinator": self._only, "threshold": now.value if now else ""}
        first |= {"before_proceedings": "yes"} if now is Threshold.BEFORE_COURT else {}
        kwargs["initial"] = first | kwargs.get("initial", {})
        super().__init__(*args, on=on, **kwargs)
        self._children = {str(child.pk): child for child in children}
        self._people = record.to_ask
        self._network = {str(each.member_id): each for each in record.network}
        self.fields["children"].choices = [(key, f"{c.first_name}, {c.age(on)}") for key, c in self._children.items()]
        self.fields["network"].initial = list(self._network)  # the field's own answer: what holds it stays folded
        self.fields["network"].choices = [(key, belongs(each)) for key, each in self._network.items()]
        self.fields["coordinator"].choices = [
            ("", "Nobody yet: the family is still thinking"),
            *((key, each.user.name) for key, each in self._coordinators.items()),
        ]
        for each in self._people:
            self.fields |= asked_fields(each)
        for row in range(1, SAFETY_ROWS + 1):
            self.fields |= _safety_fields(row)

    def rows(self) -> list[Any]:
        first = [each for each in self._people if each.comes_first]
        others = [each for each in self._people if not each.comes_first]
        asked = [row for each in first for row in _asked_rows(each)]
        if others and first:
            asked.append(Folded("Others in the family", *(f"asked_{each.key}" for each in others)))
        else:
            asked += [row for each in others for row in _asked_rows(each)]
        network = ["network"] if self._network else []
        can_wait = ["questions", "bottom_lines", "shared", "shared_agreed_by", "arrangements", "childrens_views"]
        return [
            Field.checkboxes("children"),
            Field("reason"),
            Field.radios("safety"),
            Folded("If something is known: what must the coordinator know?", *_safety_rows(), Field("safety_facts")),
            Fieldset(*asked, Field.radios("asked_on"), legend="Who in the family was asked?", legend_size=Size.MEDIUM),
            Field("coordinator"),
            Field("threshold"),
            Folded(
                "Say more now, or leave it to the coordinator",
                *(Field(name) for name in can_wait),
                *(Field.checkboxes(name) for name in network),
                Field.radios("before_proceedings", inline=True),
            ),
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        known = said.get("safety") == Brief.Safety.KNOWN
        facts = self._safety(said)
        if known and not facts and not said.get("safety_facts"):
            self.add_error("safety_facts", "Write what the coordinator must know to keep people safe.")
        if said.get("safety") == Brief.Safety.NOTHING_KNOWN and (facts or said.get("safety_facts")):
            self.add_error("safety", "You chose that nothing is known, and wrote something beneath. Keep one of them.")
        if bool(said.get("shared")) != bool(said.get("shared_agreed_by")):
            missing = "shared_agreed_by" if said.get("shared") else "shared"
            words = "Write who agreed to share this." if said.get("shared") else "Write what they agreed to share."
            self.add_error(missing, words)
        for place, line in enumerate(_lines(said.get("bottom_lines", "")), 1):
            if len(line) > MUST_HAVE:
                self.add_error("bottom_lines", f"Line {place} is longer than {MUST_HAVE} characters. Make it two.")
        self._clean_people(said)
        return said

    def _clean_people(self, said: dict[str, Any]) -> None:
        for row in range(1, SAFETY_ROWS + 1):
            given = [bool(said.get(f"{name}_{row}")) for name in ("kind", "about", "what")]
            if any(given) and not all(given):
                name = ("kind", "about", "what")[given.index(False)]
                ask = {"kind": "Choose what it is.", "about": "Write whom it is about.", "what": "Write what is so."}
                self.add_error(f"{name}_{row}", ask[name])
        for each in self._people:
            if said.get(f"asked_{each.key}") == FamilyAnswer.Answer.NOT_ASKED and not said.get(f"because_{each.key}"):
                self.add_error(self._asks_why(each), f"Write why {each.person.name} was not asked.")
        chosen = said.get("coordinator")
        if chosen and chosen != self._only and not is_yes(self._answers(said)):
            self.add_error(
                "coordinator",
                "Nobody has said yes yet. Choose “Nobody yet” to note the offer, or who said yes above.",
            )

    def _asks_why(self, each: ToAsk) -> str:
        return f"because_{each.key}"

    def chosen(self) -> list[Member]:
        """The children it is about."""
        return [self._children[key] for key in self.cleaned_data["children"]]

    def membership(self) -> Membership | None:
        """Who coordinates, in which team; nobody before somebody said yes, though the form offered somebody first."""
        if not is_yes(self.answers()):
            return None
        return self._coordinators.get(self.cleaned_data["coordinator"])

    def answers(self) -> list[AnswerSaid]:
        """What each person who was asked said."""
        return self._answers(self.cleaned_data)

    def words(self) -> BriefWords:
        """The brief. What keeps people safe stands in it in words, beside its rows."""
        said = self.cleaned_data
        names = ("reason", "safety", "questions", "bottom_lines", "shared", "shared_agreed_by")
        names += ("arrangements", "childrens_views")
        agreed_on = said["asked_on"] if said["shared"] else None
        facts = [f"{FACT_SAYS[Fact(each.kind)]}, {each.about}: {each.words}" for each in self._safety(said)]
        safe = "\n".join(filter(None, [*facts, said["safety_facts"]]))
        return BriefWords(**{name: said[name] for name in names}, safety_facts=safe, shared_agreed_on=agreed_on)

    def beside(self) -> Beside:
        """What goes with the brief in rows of its own."""
        said = self.cleaned_data
        return Beside(
            safety=self._safety(said),
            must_haves=_lines(said["bottom_lines"]),
            network=[self._network[key] for key in said["network"]],
            threshold=said["threshold"],
        )

    def court(self) -> bool | None:
        """Whether the offer is one before court; None when not said or not sure."""
        return {"yes": True, "no": False}.get(self.cleaned_data["before_proceedings"])

    def _answers(self, said: dict[str, Any]) -> list[AnswerSaid]:
        on = said.get("asked_on") or self.on
        return [one for each in self._people if on and (one := asked_said(each, said, on))]

    def _safety(self, said: dict[str, Any]) -> list[SafetySaid]:
        rows = [[said.get(f"{name}_{row}") or "" for name in ("kind", "about", "what")] for row in
                range(1, SAFETY_ROWS + 1)]  # fmt: skip
        return [SafetySaid(*row) for row in rows if all(row)]


def _asked_rows(each: ToAsk) -> list[Any]:
    inside = [name for name in asked_fields(each) if not name.startswith("asked_")]
    ticks = {f"shares_{each.key}", f"kin_{each.key}"}
    more = [Field.checkboxes(name) if name in ticks and name.startswith("shares") else Field(name) for name in inside]
    return [Field(f"asked_{each.key}"), Folded(f"How {each.person.name} was asked, and what may be shared", *more)]


def _safety_fields(row: int) -> dict[str, forms.Field]:
    return {
        f"kind_{row}": forms.ChoiceField(label="What is it?", choices=_KINDS, required=False),
        f"about_{row}": forms.CharField(label="Whom is it about?", max_length=160, required=False),
        f"what_{row}": forms.CharField(
            label="What must the coordinator know of it?", widget=forms.Textarea(attrs={"rows": 2}), required=False
        ),
    }


def _safety_rows() -> Iterable[Any]:
    for row in range(1, SAFETY_ROWS + 1):
        legend = "To keep somebody safe" if row == 1 else f"And another, {row} of {SAFETY_ROWS}"
        yield Fieldset(f"kind_{row}", f"about_{row}", f"what_{row}", legend=legend, legend_size=Size.SMALL)


def _lines(text: str) -> list[str]:
    return [line.strip(" -•\t") for line in text.splitlines() if line.strip(" -•\t")]


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
