"""Pages about required learning: its items, the rules that ask for them, and a word to whom something ends."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from camden.operations.versions import Overtaken
from training import readings
from training.forms import ItemForm, RuleForm
from training.lookup import get_item, get_rule
from training.models import Nudge, RequiredItem, RequiredRule
from training.operations import keep_item, keep_rule, nudge_all


@needs(Permission.LEARNING_LEAD)
def list_(request: HttpRequest) -> HttpResponse:
    """What is asked of whom, and for how many it stands."""
    return render(request, "training/required.html", {"items": readings.required_items(timezone.localdate())})


@needs(Permission.LEARNING_LEAD)
@keeps_words("an item of required learning")
def item_new(request: HttpRequest) -> HttpResponse:
    """Something new to learn; whom it is asked of comes next."""
    form = ItemForm(request.POST or None)
    if form.is_valid():
        item = keep_item(by=request.user, **form.cleaned_data)
        messages.success(request, "Kept. Now say of whom it is asked.")
        return redirect("training:rule-new", item.pk)
    return render(request, "training/required_item.html", {"form": form, "item": None})


@needs(Permission.LEARNING_LEAD)
@keeps_words("an item of required learning")
def item_edit(request: HttpRequest, item_pk: int) -> HttpResponse:
    """What it is called, and how long it holds."""
    item = get_item(request, item_pk)
    form = ItemForm(request.POST or None, item=item)
    if form.is_valid():
        try:
            keep_item(item=item, by=request.user, version=form.version, **form.cleaned_data)
        except Overtaken as found:
            form.overtaken(found)
        else:
            messages.success(request, "Saved. Passports and the radar follow it at once.")
            return redirect("training:required")
    return render(request, "training/required_item.html", {"form": form, "item": item})


@needs(Permission.LEARNING_LEAD)
@keeps_words("a rule of required learning")
def rule_new(request: HttpRequest, item_pk: int) -> HttpResponse:
    """Of whom an item is asked: first look, then save."""
    return _rule(request, get_item(request, item_pk))


@needs(Permission.LEARNING_LEAD)
@keeps_words("a rule of required learning")
def rule_edit(request: HttpRequest, rule_pk: int) -> HttpResponse:
    """Change a rule, or say until when it asks: first look, then save."""
    rule = get_rule(request, rule_pk)
    return _rule(request, rule.item, rule)


@needs(Permission.LEARNING_LEAD)
def word(request: HttpRequest) -> HttpResponse:
    """A word to all whose required learning ends or is wanted soon; pressed again, to nobody."""
    on = timezone.localdate()
    if request.method == "POST":
        people = readings.ending(on).to_nudge
        many = nudge_all(people=people, by=request.user, on=on, about=Nudge.About.REQUIRED)
        said = "Nobody was left to write to." if not many else f"Sent to {many} {'person' if many == 1 else 'people'}."
        messages.success(request, said)
    return redirect("training:radar")


def _rule(request: HttpRequest, item: RequiredItem, rule: RequiredRule | None = None) -> HttpResponse:
    on = timezone.localdate()
    form = RuleForm(request.POST or None, item=item, rule=rule, teams=readings.teams(), on=on)
    context: dict[str, Any] = {"form": form, "item": item, "rule": rule}
    if form.is_valid():
        if form.is_kept:
            try:
                keep_rule(item=item, rule=rule, version=form.version, by=request.user, **form.said)
            except Overtaken as found:
                form.overtaken(found)
            else:
                asked = readings.who_would_be_asked(item, form.rule, on).in_words
                messages.success(request, f"Saved. It asks: {asked[:1].lower()}{asked[1:]}.")
                return redirect("training:required")
        context["preview"] = readings.who_would_be_asked(item, form.rule, on)
    return render(request, "training/required_rule.html", context)
