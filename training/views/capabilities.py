"""What a piece, or something I learned from, shows: areas of the frameworks in force."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from camden.rules.names import day_in_words
from training import readings
from training.forms import CapabilitiesForm
from training.lookup import get_own_learning, get_piece
from training.operations import link_to
from training.views.one_form import Way, ask

LEAD = "Tick what it shows. Your passport puts it under each; a link stays when a framework ends."
FOOT = "Only you see these links."


@needs(Permission.LEARNING_KEEP)
@keeps_words("what a piece shows")
def of_piece(request: HttpRequest, piece_pk: int) -> HttpResponse:
    """What one of my pieces shows."""
    piece, on = get_piece(request, piece_pk), timezone.localdate()
    there = {each.capability_id for each in readings.linked(request.user, piece=piece)}
    offered = readings.to_link(request.user, piece.done_on, on)
    form = CapabilitiesForm(request.POST if request.method == "POST" else None, offered=offered, linked=there)
    if form.is_valid():
        link_to(by=request.user, on=on, chosen=form.chosen, offered=form.offered, piece=piece)
        messages.success(request, "Kept. You find it in your passport.")
        return redirect("training:piece", piece.pk)
    back = Way("The piece", reverse("training:piece", args=[piece.pk]))
    caption = f"{piece.get_activity_display()}, {day_in_words(piece.done_on)}"
    return ask(request, form, title="What this shows", caption=caption, lead=LEAD, foot=FOOT, back=back)


@needs(Permission.LEARNING_KEEP)
@keeps_words("what something learned shows")
def of_learning(request: HttpRequest, learning_pk: int) -> HttpResponse:
    """What a course, an observation or a session I learned from shows."""
    learning, on = get_own_learning(request, learning_pk), timezone.localdate()
    there = {each.capability_id for each in readings.linked(request.user, learning=learning)}
    offered = readings.to_link(request.user, learning.learned_on, on)
    form = CapabilitiesForm(request.POST if request.method == "POST" else None, offered=offered, linked=there)
    if form.is_valid():
        link_to(by=request.user, on=on, chosen=form.chosen, offered=form.offered, learning=learning)
        messages.success(request, "Kept. You find it in your passport.")
        return redirect("training:passport")
    back = Way("My learning", reverse("training:mine"))
    return ask(request, form, title="What this shows", caption=learning.source, lead=LEAD, foot=FOOT, back=back)
