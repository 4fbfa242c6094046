"""What the tabs of a record are made of: a heading, lines beneath it, and what to say when there are none."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse


@dataclass(frozen=True)
class Row:
    """One line: what it is, its page (or ""), what is said beneath it, and a tag (or "")."""

    title: str
    href: str = ""
    notes: tuple[str, ...] = ()
    tag: str = ""
    kind: str = "grey"


@dataclass(frozen=True)
class Section:
    """A heading and its lines. `empty` says in plain words that there are none, `text` what that means.

    `way` is one way on, as (text, address).
    """

    title: str
    rows: tuple[Row, ...]
    empty: str
    text: str = ""
    way: tuple[str, str] = ("", "")


def notes(*said: str) -> tuple[str, ...]:
    """What there is to say of these."""
    return tuple(one for one in said if one)


def page(name: str, *keys: object) -> str:
    """The address of a page; empty while it does not exist."""
    try:
        return reverse(name, args=keys)
    except NoReverseMatch:
        return ""
