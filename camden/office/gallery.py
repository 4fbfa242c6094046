"""Every component in each of its states, with invented words: what a page may be made of, looked at in one place."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from camden.access import Permission, needs
from camden.office.layout import Field, PlainForm, Size, day_field

# A component's name, then what each state is called and what the template is given.
STATES: dict[str, list[tuple[str, dict[str, Any]]]] = {
    "account": [("for whoever is signed in; in the header", {})],
    "alarm": [("one thing", {"waiting": 1}), ("several", {"waiting": 3})],
    "back": [("to the page above", {"text": "Doyle–Okafor family", "href": "#back"})],
    "button": [
        ("the one thing a page is for", {"text": "Log the visit"}),
        ("secondary", {"text": "Save and go on later", "kind": "secondary"}),
        ("warning", {"text": "Close the record", "kind": "warning"}),
        ("quiet, as a link", {"text": "Not now", "kind": "quiet", "href": "#button"}),
        ("with more for screen readers", {"text": "Log a visit", "more": "to Anisa", "href": "#button"}),
    ],
    "card": [
        ("with nothing but words", {"title": "Group supervision", "text": "Thursday, 10 o’clock.", "level": 4}),
        (
            "that leads somewhere, with facts and a tag",
            {
                "title": "Anisa Rahman",
                "href": "#card",
                "level": 4,
                "tag": "Seen alone",
                "tag_kind": "green",
                "facts": [("Lead worker", "Ade Fashola"), ("School", "An invented school")],
            },
        ),
    ],
    "begun": [
        (
            "for a manager, on a family’s page",
            {
                "begun": [
                    {"author": "Ade Fashola", "what": "a visit", "saved_at": datetime(2026, 11, 3, 14, 5, tzinfo=UTC)}
                ]
            },
        )
    ],
    "due": [
        ("ahead", {"what": "Next visit", "day": "24 November", "iso": "2026-11-24", "away": "in 21 days"}),
        (
            "soon",
            {"what": "Next visit", "day": "5 November", "iso": "2026-11-05", "away": "in 2 days", "state": "soon"},
        ),
        ("late", {"what": "Review", "day": "30 October", "iso": "2026-10-30", "away": "4 days late", "state": "late"}),
        ("met", {"what": "Visit", "day": "2 November", "iso": "2026-11-02", "away": "done", "state": "met"}),
    ],
    "empty": [
        ("nothing, and that is good", {"title": "Nobody needs a new worker today."}),
        (
            "with one way on",
            {
                "title": "No visits yet",
                "text": "The first is the one to log.",
                "action": "Log a visit",
                "href": "#empty",
            },
        ),
    ],
    "error_summary": [("see the refused form below", {})],
    "field_error": [("beside the field", {"id": "an-error", "errors": ["Enter the day you visited."]})],
    "given_back": [("on a page that could not save it", {"typed": [("Account", "Anisa showed her drawing.")]})],
    "kept_from": [("for people who work here only", {"who": "Jamal"}), ("from everybody", {"who": "the family"})],
    "mark": [("the invented one; a logo takes its place", {})],
    "find": [("for whoever finds families; in the header", {})],
    "nav": [("for whoever is signed in; in the header", {})],
    "notice": [
        (kind, {"kind": kind, "text": text})
        for kind, text in (
            ("success", "Visit logged. It is on the page of each child."),
            ("info", "Ade Fashola is away until 12 November; Rosa Begum stands in."),
            ("warning", "Somebody else has changed this since you opened it."),
            ("error", "Nothing was saved: the day is after today."),
        )
    ],
    "overtaken": [("beneath a field", {"label": "Where is it?", "theirs": "1 Otter Street"})],
    "pager": [("in the middle of a list", {"newer": "#pager", "older": "#pager", "what": "visits"})],
    "person": [
        ("a child", {"initials": "AR", "name": "Anisa Rahman", "age": "11", "href": "#person"}),
        ("a worker, with a note", {"initials": "NC", "name": "Niamh Castellan", "note": "Senior practitioner"}),
    ],
    "printed": [("only on paper: print this page to see it", {})],
    "signed_out": [("a bar at the foot of the window; hidden until somebody is signed out while they write", {})],
    "tabs": [
        (
            "of a family",
            {
                "label": "Of the gallery’s family",
                "signed_out": [
                    ("a bar at the foot of the window; hidden until somebody is signed out while they write", {})
                ],
                "tabs": [
                    {"text": "Story", "href": "#tabs", "current": True},
                    {"text": "People", "href": "#tabs", "count": 5},
                    {"text": "Plans", "href": "#tabs", "count": 0},
                ],
            },
        )
    ],
    "tag": [(kind, {"kind": kind, "text": kind.capitalize()}) for kind in ("grey", "green", "amber", "red", "blue")],
    "timeline_entry": [
        (
            "inside an ordered list",
            {
                "day": "2 November 2026",
                "iso": "2026-11-02",
                "kind": "Visit",
                "title": "Ade Fashola visited at home",
                "href": "#timeline_entry",
                "who": "Anisa, Imran",
                "summary": "Anisa showed her drawing of the garden.",
                "by": "Written by Ade Fashola",
                "mark": "Corrected",
                "mark_kind": "amber",
            },
        )
    ],
}
INSIDE = {"timeline_entry": "ol"}  # a component that only stands in a list of its own
IN_THE_FRAME = {
    "account",
    "find",
    "nav",
    "printed",
    "error_summary",
}  # drawn once by the page itself: twice would be one too many


@dataclass(frozen=True)
class Shown:
    """One component in one state, drawn."""

    says: str
    drawn: SafeString


@dataclass(frozen=True)
class Component:
    """One file of templates/components, and the first line of it, which says what it takes."""

    name: str
    inside: str
    states: tuple[Shown, ...]


class SampleForm(PlainForm):
    """Each kind of question a form may ask."""

    save = "Save"

    name = forms.CharField(label="What is it called?", help_text="A name that people will know in a year.")
    seen_on = day_field("When was it?", ask="the day it was")
    place = forms.ChoiceField(
        label="Where?",
        choices=[("home", "At home"), ("school", "At school"), ("else", "Somewhere else")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose where it was."},
    )
    who = forms.MultipleChoiceField(
        label="Who was there?",
        choices=[("anisa", "Anisa"), ("imran", "Imran"), ("zayd", "Zayd")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    kind = forms.ChoiceField(label="What kind?", choices=[("", "Choose one"), ("a", "The first"), ("b", "The second")])
    words = forms.CharField(
        label="What happened?",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write what happened, even if it is one line."},
    )

    def rows(self) -> list[Any]:
        return [
            Field("name"),
            Field.radios("seen_on"),
            Field.radios("place", inline=True, legend_size=Size.SMALL),
            Field.checkboxes("who", legend_size=Size.SMALL),
            Field("kind"),
            Field("words"),
        ]


@needs(Permission.STAFF_READ)
def gallery(request: HttpRequest) -> HttpResponse:
    """All of them. `?form=refused` shows a form that was refused, with its summary; without it one to fill in."""
    on = timezone.localdate()
    refused = request.GET.get("form") == "refused"
    form = SampleForm({"name": "A" * 4}, on=on) if refused else SampleForm(on=on)
    if refused:
        form.is_valid()
    shown = {"components": components(request), "form": form, "refused": refused}
    return render(request, "office/gallery.html", shown)


def components(request: HttpRequest) -> list[Component]:
    """Every component, drawn in each of its states."""
    return [
        Component(
            name,
            INSIDE.get(name, "div"),
            tuple(Shown(says, _drawn(name, given, request)) for says, given in states),
        )
        for name, states in STATES.items()
    ]


def _drawn(name: str, given: dict[str, Any], request: HttpRequest) -> SafeString:
    if name in IN_THE_FRAME:
        return SafeString("")  # nosemgrep: unescaped-text - nothing at all
    return render_to_string(f"components/{name}.html", given)
