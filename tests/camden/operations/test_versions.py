"""Two people on one record: the second is told, and both texts are there."""

from types import SimpleNamespace
from typing import Any

import pytest
from django import forms
from django.template import Context, Template

from camden.office.layout import PlainForm
from camden.operations.versions import Overtaken, change
from cases.models import Household


class HomeForm(PlainForm):
    """A household's name and address, changed."""

    name = forms.CharField(label="What is it called?")
    address = forms.CharField(label="Where is it?", required=False, widget=forms.Textarea)


@pytest.fixture
def home(cast: SimpleNamespace) -> Household:
    cast.home.refresh_from_db()
    return cast.home


def sent(home: Household, **words: str) -> HomeForm:
    """The form as one who opened it on `home` sends it."""
    form = HomeForm({"name": home.name, "address": home.address, "_version": str(home.version)} | words)
    assert form.is_valid()
    return form


def test_the_first_change_is_made_and_counts(home: Household) -> None:
    changed = change(home, version=home.version, name="Grandmother’s")
    assert (changed.name, changed.version) == ("Grandmother’s", home.version + 1)


def test_the_second_of_two_sees_both_texts_and_neither_is_lost(home: Household) -> None:
    rosas, ades = sent(home, address="1 Otter Street"), sent(home, address="12 Otter Street, top bell")
    change(home, version=rosas.version, **rosas.cleaned_data)
    with pytest.raises(Overtaken) as caught:
        change(home, version=ades.version, **ades.cleaned_data)
    home.refresh_from_db()
    assert home.address == "1 Otter Street"
    ades.overtaken(caught.value, who="Rosa Begum, today at 14:05,")
    page = _drawn(ades)
    assert ades["address"].value() == "12 Otter Street, top bell"
    assert "12 Otter Street, top bell</textarea>" in page and 'dir="auto">1 Otter Street</p>' in page
    assert page.count("Saved meanwhile by somebody else") == 1, "only beside what differs"
    assert "Rosa Begum, today at 14:05, changed this while you were writing." in str(list(ades.problems()))
    assert f'name="_version" value="{home.version}"' in page
    again = sent(home, address="12 Otter Street, top bell")
    assert change(home, version=again.version, **again.cleaned_data).address == "12 Otter Street, top bell"


@pytest.mark.parametrize("version", [None, 0, 999])
def test_a_page_that_says_no_version_changes_nothing(home: Household, version: Any) -> None:
    with pytest.raises(Overtaken):
        change(home, version=version, name="x")
    home.refresh_from_db()
    assert home.name == "Somers Town"


@pytest.mark.parametrize("nonsense", ["", "x", "-1", "9" * 40, "٣", "\x00"])
def test_nonsense_for_a_version_is_none(nonsense: str) -> None:
    assert HomeForm({"name": "x", "_version": nonsense}).version == 0


def test_what_is_gone_is_gone(home: Household) -> None:
    home.pk = 987_654_321
    with pytest.raises(Household.DoesNotExist):
        change(home, version=1, name="x")


def _drawn(form: HomeForm) -> str:
    return Template("{% load crispy_forms_tags %}{% crispy form %}").render(Context({"form": form}))
