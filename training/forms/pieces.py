"""Forms for pieces of continuing professional development."""

from datetime import timedelta
from typing import Any

from django import forms

from camden.models import User
from camden.office.layout import Button, Field, PlainForm, day_field
from training.models import Piece
from training.rules.cpd_form import ASKED
from training.rules.into_cpd import wonders

FURTHEST_BACK = timedelta(weeks=260)  # five years: an earlier day is a slip of the finger
LOOKED = "These words tell nobody who a family is"


class NamesNobody(PlainForm):
    """Words of one's own about learning. What looks like a name is asked about, once, and never refused."""

    looked = forms.BooleanField(label=LOOKED, required=False)
    words: tuple[str, ...] = ()
    wonders: tuple[str, ...] = ()

    def wonder(self, said: dict[str, Any], *peers: str) -> None:
        """Ask about words that look as if they told who a family is, unless the author has said they do not."""
        text = "\n".join(said.get(name) or "" for name in self.words)
        self.wonders = wonders(text, peers)
        if self.wonders and not said.get("looked"):
            found = "; ".join(self.wonders[:4])
            self.add_error("looked", f"{found}. Take out what tells who a family is, then tick this box.")

    def asks_to_look(self) -> list[str]:
        """The box, once there is something to wonder about."""
        return ["looked"] if self.is_bound and (self.wonders or self.errors.get("looked")) else []


class PieceForm(NamesNobody):
    """One piece, in the order of Social Work England's own form. A draft may be as empty as it likes."""

    save = ""
    words = ("description", "learned", "impact", "peer_changed")

    activity = forms.ChoiceField(label="What kind of activity was it?", choices=Piece.Activity.choices)
    done_on = day_field("When was it?", ask="the day it was")
    description = forms.CharField(
        label="What did you do, and why does it matter to your work?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    learned = forms.CharField(label="What did you learn?", required=False, widget=forms.Textarea(attrs={"rows": 5}))
    impact = forms.CharField(
        label="What good has it done, in your practice and for people?",
        help_text="“A mother”, “a brother and sister”: nobody should be able to tell who they are.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    peer_with = forms.CharField(
        label="Whom did you reflect with?",
        help_text="A colleague or several, by name. One piece a year needs this; leave it empty in the others.",
        required=False,
        max_length=200,
    )
    peer_changed = forms.CharField(
        label="What did talking with them change?", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.on:
            self.fields["done_on"].earliest = self.on - FURTHEST_BACK  # type: ignore[attr-defined]

    def rows(self) -> list[Any]:
        asked = ["activity", Field.radios("done_on"), "description", "learned", "impact", "peer_with", "peer_changed"]
        return [
            *asked,
            *self.asks_to_look(),
            Button("draft", "Keep as a draft", kind="secondary"),
            Button("final", "Make it final"),
        ]

    @property
    def is_final(self) -> bool:
        """Whether the author asked to make it final."""
        return "final" in self.data

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for name, sentence in ASKED.items():
            if self.is_final and not said.get(name) and name not in self.errors:
                self.add_error(name, sentence)
        if said.get("peer_changed") and not said.get("peer_with"):
            self.add_error("peer_with", "Say whom you reflected with, or take out what it changed.")
        if self.is_final and said.get("peer_with") and not said.get("peer_changed"):
            self.add_error("peer_changed", "Say what talking with them changed, or take out the names.")
        if self.is_final:
            self.wonder(said, said.get("peer_with") or "")
        return said


class FromSessionForm(NamesNobody):
    """What is left to write of something one learned from: two fields. The rest flows from the occasion."""

    save = "Record this piece"
    words = ("learned", "impact")

    learned = forms.CharField(
        label="What did you learn?",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": ASKED["learned"]},
    )
    impact = forms.CharField(
        label="What good has it done, in your practice and for people?",
        help_text="“A mother”, “a brother and sister”: nobody should be able to tell who they are.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": ASKED["impact"]},
    )

    def __init__(self, *args: Any, peers: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._peers = peers

    def rows(self) -> list[Any]:
        return ["learned", "impact", *self.asks_to_look()]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        self.wonder(said, *self._peers)
        return said


class SharingForm(PlainForm):
    """A colleague who may read a piece."""

    save = "Show it to them"

    person = forms.EmailField(
        label="Their e-mail address here",
        help_text="They read this piece on their own page of learning until you end it. Nobody else does.",
        error_messages={"required": "Enter the e-mail address of a colleague."},
    )

    def __init__(self, *args: Any, author: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._author = author

    def clean_person(self) -> User:
        """The colleague."""
        people = User.objects.filter(is_active=True, is_system=False).exclude(pk=self._author.pk)
        found = people.filter(email__iexact=self.cleaned_data["person"]).first()
        if found is None:
            raise forms.ValidationError("Nobody else here has this e-mail address.")
        return found
