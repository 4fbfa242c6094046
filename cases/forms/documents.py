"""The forms that add a file to a record: a document, and the photo beside a child's name."""

from collections.abc import Sequence
from typing import Any

from django import forms

from camden.office.layout import Field, Fieldset, PlainForm, Size, day_field
from cases.forms.marks import add_marks, marks_row, said_marks
from cases.forms.notes import END, fold
from cases.models import Consent, Member
from cases.readings.around import Around
from cases.rules.audience import Marks
from cases.rules.recording import CONSENT_HOW, DOCUMENT_KIND
from cases.rules.taking import NotTaken
from cases.rules.uploads import JPEG, Agreed, DocumentSaid, Taken, shown_name, take, take_portrait

PICTURES = "image/jpeg,image/png,image/webp"  # so that a telephone sends no format that we cannot read
DOCUMENTS = f"{PICTURES},.pdf,.docx,.xlsx,.odt,.txt"
NEEDS_CONSENT = ("drawing", "photo")
AGAIN = "What you typed is here still. No browser keeps a file: choose it once more."


class FileForm(PlainForm):
    """Asks for a file, and who agreed that we keep it. `cleaned_data["file"]` is `Taken`: looked through already.

    `held` are consents given before, with their words. `most` is the largest file, in bytes; `too_large` says that one
    was let go on its way here.
    """

    accepts = DOCUMENTS

    file = forms.FileField(
        label="Choose the file", error_messages={"required": "Choose a file.", "empty": "The file is empty."}
    )

    def __init__(
        self,
        *args: Any,
        around: Around,
        held: Sequence[tuple[Consent, str]],
        most: int,
        too_large: bool = False,
        camera: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.around, self._most, self._too_large = around, most, too_large
        self._held = {f"c{consent.pk}": consent for consent, _ in held}
        self._people = {f"m{member.pk}": member for member in around.members}
        self.fields["file"].widget.attrs["accept"] = self.accepts
        if camera:
            self.fields["file"].widget.attrs["capture"] = "environment"
        choices = [(f"c{consent.pk}", f"Before: {words}") for consent, words in held]
        choices += [(key, f"Now: {member.name}") for key, member in self._people.items()]
        self.fields["consent"] = forms.ChoiceField(
            label="Who agreed that we keep it?",
            choices=[("", "Nobody was asked"), *choices],
            required=False,
        )
        self.fields["consent_how"] = forms.ChoiceField(
            label="If now: how did they agree?", choices=[("", "Choose one"), *CONSENT_HOW.items()], required=False
        )

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_bound and self.errors and self.files and "file" not in self.errors:
            self.add_error("file", AGAIN)

    def clean_file(self) -> Taken:
        """The file as we keep it, whatever it said it was."""
        sent = self.cleaned_data["file"]
        if sent.size > self._most:
            raise forms.ValidationError(self._too_much(sent.size))
        try:
            return self.taken(sent.read(), sent.name or "")
        except NotTaken as why:
            raise forms.ValidationError(str(why)) from why

    def taken(self, content: bytes, name: str) -> Taken:
        """Look through what was sent. Raises NotTaken."""
        return take(content, name)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if self._too_large and "file" in self.errors:
            del self._errors["file"]  # it was chosen: it was too large to come in
            self.add_error("file", self._too_much())
        if said.get("consent") in self._people and not said.get("consent_how"):
            self.add_error("consent_how", "Choose how they agreed.")
        if self.must_agree(said) and not said.get("consent") and "consent" not in self.errors:
            self.add_error(
                "consent", "Ask first: we keep what somebody drew or a photo of them only if they, or a parent, agree."
            )
        return said

    def must_agree(self, said: dict[str, Any]) -> bool:
        """Whether this file is one that we keep only with somebody's consent (REFERENCE 10.3)."""
        return True

    def consent(self) -> Consent | Agreed | None:
        """Who agreed, before or now."""
        chosen = self.cleaned_data["consent"]
        if chosen in self._people:
            return Agreed(self._people[chosen].pk, self.cleaned_data["consent_how"])
        return self._held.get(chosen)

    def _too_much(self, size: int = 0) -> str:
        found = f"The file has {size / 1_000_000:.0f} MB" if size else "The file is too large"
        return f"{found}. We can keep up to {self._most / 1_000_000:.0f} MB: make it smaller, or add it in parts."


class DocumentForm(FileForm):
    """A file, what it is, whose it is, and whom it must not be shared with."""

    save = "Keep it"

    kind = forms.ChoiceField(
        label="What is it?",
        choices=list(DOCUMENT_KIND.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it is."},
    )
    title = forms.CharField(
        label="What shall we call it?",
        help_text="For example: Anisa’s three houses. Left empty, it is called as the file is.",
        max_length=160,
        required=False,
    )
    made_on = day_field("When was it made or written?", ask="the day", required=False, recent=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        children = [(str(child.pk), child.name) for child in self.around.children]
        self.fields["child"] = forms.ChoiceField(
            label="Whose is it?", choices=[("", "The family’s"), *children], required=False
        )
        add_marks(self, self.around.named())

    def rows(self) -> list[Any]:
        return [
            Field("file"),
            Field.radios("kind", inline=True),
            Field("title"),
            Field("child"),
            Fieldset("consent", "consent_how", legend="For drawings, photos and recordings", legend_size=Size.MEDIUM),
            fold("When it was made", "made_on.errors"),
            "made_on",
            END,
            fold("Not to be shared", "kept_from"),
            marks_row(),
            END,
        ]

    def must_agree(self, said: dict[str, Any]) -> bool:
        return said.get("kind") in NEEDS_CONSENT

    def said(self) -> DocumentSaid:
        """What is said of the file. A photo's own name ("IMG_2041") tells nobody anything."""
        found = self.cleaned_data
        from_file = "" if found["file"].content_type == JPEG else shown_name(self.files["file"].name or "")
        title = found["title"] or from_file or DOCUMENT_KIND[found["kind"]]
        return DocumentSaid(found["kind"], title, found["made_on"])

    def child(self) -> Member | None:
        """Whose it is; nobody's in particular when it is the family's."""
        return next((one for one in self.around.children if str(one.pk) == self.cleaned_data["child"]), None)

    def marks(self) -> Marks:
        """From whom it is kept."""
        return said_marks(self.cleaned_data)


class PortraitForm(FileForm):
    """A photo of a child, for beside their name."""

    save = "Keep the photo"
    accepts = PICTURES

    def taken(self, content: bytes, name: str) -> Taken:
        """The middle of the photo, square."""
        return take_portrait(content)
