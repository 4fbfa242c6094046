"""The forms of preparing: when and where, one thing that is arranged, the questions, a note, a page of information."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Button, Field, FormHelper, Layout, PlainForm, day_field, hour_field
from conferences.models import Arrangement, FamilyConference, InformationReport, Invitee
from conferences.rules.faith import FEASTS
from conferences.rules.questions import LONGEST, MOST, lines_of, stamp_of

NEXT = "next"
REFERRER, OTHER = "referrer", "other"
HINTS: dict[str, str] = {
    "advocate": "Who, for which child, and how the child chose them.",
    "interpreter": "Which language, who comes, a woman or a man. Never a child, never somebody of the family.",
    "venue": "Somewhere the family likes, with a door for whoever comes apart.",
    "food": "Halal, kosher, allergies, what the children like.",
    "childcare": "Who, in which room, with what to play.",
    "travel": "Fares, a taxi, a lift, nothing with stairs.",
    "faith": f"What the family says: days and hours of prayer, days that do not suit. {FEASTS}",
    "private-room": "A room the family has for itself, with tea, paper and pens, and nobody at the door.",
}


class WhenForm(PlainForm):
    """When and where the family will meet. Each may wait."""

    planned_on = day_field("Which day does the family want?", ask="the day", future=True, required=False)
    starts = hour_field("At what time?", required=False)
    place = forms.CharField(
        label="Where?", help_text="The only address that stands on a letter.", max_length=200, required=False
    )

    def __init__(self, *args: Any, conference: FamilyConference, **kwargs: Any) -> None:
        first = {name: getattr(conference, name) for name in self.base_fields}
        super().__init__(*args, initial=first, version=conference.version, **kwargs)

    def rows(self) -> list[Any]:
        return [Field.radios("planned_on"), "starts", "place"]


class ArrangementForm(PlainForm):
    """What is arranged for one need."""

    words = forms.CharField(
        label="What is arranged?", widget=forms.Textarea(attrs={"rows": 3}), max_length=2000, required=False
    )
    is_done = forms.BooleanField(label="This is arranged, or not needed", required=False)

    def __init__(self, *args: Any, arrangement: Arrangement, has_next: bool, **kwargs: Any) -> None:
        first = {"words": arrangement.words, "is_done": arrangement.is_done}
        super().__init__(*args, initial=first, version=arrangement.version or None, **kwargs)
        self.fields["words"].help_text = HINTS[arrangement.need]
        self._has_next = has_next

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        buttons = [Button(NEXT, "Save, and the next", kind="secondary")] if self._has_next else []
        helper.layout = Layout("words", "is_done", Button("", self.save), *buttons)
        return helper


class QuestionsForm(PlainForm):
    """The family's questions, one on each line. `shown` is the stamp of those the form was shown with."""

    questions = forms.CharField(
        label="The family’s questions, one on each line",
        help_text="As the family says them. Each becomes a part of its plan.",
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=MOST * LONGEST,
        error_messages={"required": "Write at least one question."},
    )
    shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, questions: Sequence[str], **kwargs: Any) -> None:
        said = "\n".join(questions)
        super().__init__(*args, initial={"questions": said, "shown": stamp_of(questions)}, **kwargs)

    def clean_questions(self) -> tuple[str, ...]:
        lines = lines_of(self.cleaned_data["questions"])
        if not lines:
            raise forms.ValidationError("Write at least one question.")
        if len(lines) > MOST:
            raise forms.ValidationError(f"Keep to {MOST} questions: the family answers each of them.")
        for line in lines:
            if len(line) > LONGEST:
                raise forms.ValidationError(f"Shorten the question “{line[:40]}…” to {LONGEST} characters.")
        return lines

    def overtaken_by(self, theirs: Sequence[str]) -> None:
        """Show what somebody else asked meanwhile; what was typed here stays."""
        self["questions"].theirs = "\n".join(theirs)
        self.data = self.data.copy()
        self.data["shown"] = stamp_of(theirs)
        self.add_error(
            None, "Somebody changed the questions while you were writing. Both are here: make of them what is right."
        )


class NoteForm(PlainForm):
    """A note for the coordinator alone."""

    save = "Add the note"

    words = forms.CharField(
        label="A note for you alone",
        help_text="It stays as you write it. No worker and no manager reads it.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=20_000,
        error_messages={"required": "Write the note."},
    )


class AskForm(PlainForm):
    """From whom a page in plain words is asked. `asked()` is what the operation takes."""

    save = "Ask for it"

    whom = forms.ChoiceField(
        label="Who brings information?", widget=forms.RadioSelect, error_messages={"required": "Choose who brings it."}
    )
    who = forms.CharField(
        label="Somebody else: who, and from where?", help_text="For example Anisa’s teacher.", max_length=120,
        required=False,
    )  # fmt: skip

    def __init__(self, *args: Any, conference: FamilyConference, bringers: Sequence[Invitee], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._referrer = conference.referred_by
        self._bringers = {str(each.pk): each for each in bringers}
        named = [(key, f"{each.name}, {each.tie}" if each.tie else each.name) for key, each in self._bringers.items()]
        own = (REFERRER, f"{self._referrer.name}, who referred: they write it on a page of their own")
        self.fields["whom"].choices = [own, *named, (OTHER, "Somebody else")]

    def rows(self) -> list[Any]:
        return [Field.radios("whom"), "who"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("whom") == OTHER and not said.get("who"):
            self.add_error("who", "Write who brings the information.")
        return said

    def asked(self) -> dict[str, Any]:
        """Who, and who writes it."""
        whom = self.cleaned_data["whom"]
        if whom == REFERRER:
            return {"who": self._referrer.name[:120], "writer": self._referrer}
        if whom == OTHER:
            return {"who": self.cleaned_data["who"]}
        return {"who": self._bringers[whom].name, "invitee": self._bringers[whom]}


class ReportForm(PlainForm):
    """A page for the family in three parts. Its coordinator may say that it is ready (`may_ready`)."""

    going_well = forms.CharField(
        label="What goes well?", widget=forms.Textarea(attrs={"rows": 4}), max_length=10_000, required=False
    )
    worries = forms.CharField(
        label="What worries you, and why?",
        help_text="What you saw or heard, in words the family would use. Nothing somebody at the table must not know.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=10_000,
        required=False,
    )
    offers = forms.CharField(
        label="What can you offer?", widget=forms.Textarea(attrs={"rows": 3}), max_length=10_000, required=False
    )
    is_ready = forms.BooleanField(label="I read it: it is plain, and the family may have it", required=False)

    def __init__(self, *args: Any, report: InformationReport | None, may_ready: bool, **kwargs: Any) -> None:
        first = {name: getattr(report, name) for name in ("going_well", "worries", "offers")} if report else {}
        first["is_ready"] = bool(report and report.ready_on)
        super().__init__(*args, initial=first, version=report.version if report else None, **kwargs)
        if not may_ready:
            del self.fields["is_ready"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not any(said.get(name) for name in ("going_well", "worries", "offers")):
            self.add_error("going_well", "Write at least one of the three.")
        return said

    def facts(self, report: InformationReport | None, on: date) -> dict[str, Any]:
        """As the operation takes it: the day on which it became ready stays; other words of its writer's end it."""
        said = dict(self.cleaned_data)
        is_ready = said.pop("is_ready", False)
        since = report.ready_on if report else None
        return said | {"ready_on": (since or on) if is_ready else None}
