"""Reading single values of a census. What cannot be read is never an error, only a sentence for a person."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from cases.returns.cin_elements import Element, Kind
from cases.rules.codesets import FORMER_SEX

# A fact outside these years is a slip of the keyboard, and pages that count ages or add eighteen years to
# it would break: 9999 has no tomorrow. Nobody in need of a children's service was born earlier or is
# referred later.
FIRST_YEAR = 1900
LAST_YEAR = 2100

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(T[\d:.]+)?(Z|[+-]\d\d:\d\d)?", re.ASCII)
_UPN = re.compile(r"[A-Za-z][0-9]{11}[0-9A-Za-z]")
_NUMBER = re.compile(r"[0-9]{1,9}")
_TRUTH = {"1": True, "true": True, "0": False, "false": False}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a value says, or None, and a remark when it could not be read or was read with a doubt."""

    fact: date | bool | str | None
    problem: str = ""


EMPTY = Reading(None, "Nothing is written here.")


def _day(text: str, element: Element) -> Reading:
    found = _DAY.fullmatch(text)
    if not found:
        return Reading(None, "This is not a day written as YYYY-MM-DD.")
    year, month, day = (int(part) for part in found.groups()[:3])
    try:
        fact = date(year, month, day)
    except ValueError:
        return Reading(None, "There is no such day in the calendar.")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Reading(None, f"The year is not between {FIRST_YEAR} and {LAST_YEAR}.")
    return Reading(fact, "A time is written with the day; only the day was used." if found[4] else "")


def _code(text: str, element: Element) -> Reading:
    codes = element.codes or {}
    if text in element.retired:
        return Reading(text, "This code is no longer used.")
    if text in codes:
        return Reading(text)
    if text.upper() in codes:
        return Reading(text.upper(), f"Written in small letters; read as {text.upper()}.")
    return Reading(None, "This code is not in the list for this element.")


def _sex(text: str, element: Element) -> Reading:
    if text in FORMER_SEX:
        now = FORMER_SEX[text]
        return Reading(now, f"Written as a number, as until 2023/24; read as {now}.")
    return _code(text, element)


def _gender(text: str, element: Element) -> Reading:
    return Reading(FORMER_SEX[text]) if text in FORMER_SEX else _code(text, element)


def _yes_no(text: str, element: Element) -> Reading:
    fact = _TRUTH.get(text.lower())
    return Reading(fact) if fact is not None else Reading(None, "This is neither 0 nor 1, true nor false.")


def _number(text: str, element: Element) -> Reading:
    return Reading(text) if _NUMBER.fullmatch(text) else Reading(None, "This is not a whole number.")


def _upn(text: str, element: Element) -> Reading:
    if _UPN.fullmatch(text):
        return Reading(text.upper())
    return Reading(None, "A unique pupil number is a letter, eleven digits, and a digit or letter.")


def _text(text: str, element: Element) -> Reading:
    return Reading(" ".join(text.split()))


_READERS: dict[Kind, Callable[[str, Element], Reading]] = {
    Kind.TEXT: _text,
    Kind.DATE: _day,
    Kind.CODE: _code,
    Kind.SEX: _sex,
    Kind.GENDER: _gender,
    Kind.YES_NO: _yes_no,
    Kind.NUMBER: _number,
    Kind.UPN: _upn,
}


def read_value(value: str, element: Element) -> Reading:
    """What `value` says as that element. Blanks around it do not count; the census allows them."""
    text = value.strip()
    return _READERS[element.kind](text, element) if text else EMPTY
