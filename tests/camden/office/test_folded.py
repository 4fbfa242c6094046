"""Questions most people have no answer to are folded away, and open where there is one."""

from datetime import date
from typing import Any

from django import forms
from django.template import Context, Template

from camden.office.layout import Field, Folded, PlainForm, day_field

ON = date(2026, 11, 3)


def drawn(form: forms.Form) -> str:
    return Template("{% load crispy_forms_tags %}{% crispy form %}").render(Context({"form": form}))


def test_what_is_folded_opens_once_it_was_answered_or_refused():
    class Folding(PlainForm):
        day = day_field("When?", ask="the day")
        note = forms.CharField(required=False)

        def rows(self) -> list[Any]:
            return [Folded("More <b>", Field.radios("day")), Folded("Still more", "note")]

    def opened(**said: Any) -> list[bool]:
        return ["open" in each.split(">")[0] for each in drawn(Folding(on=ON, **said)).split("<details")[1:]]

    assert opened() == [False, False]
    assert opened(initial={"note": "x"}) == [False, True]
    assert opened(data={"day_quick": "2026-11-03", "note": ""}) == [True, False]
    assert opened(data={"note": "x"}) == [True, True]
    assert "More &lt;b&gt;" in drawn(Folding(on=ON))
