"""Verbs about the sections of what is written with families, as this council keeps them.

They are changed by a function of `wall_sections.sql`, which asks whether the principal looks after settings
(`Permission.RULES_KEEP`). Each verb raises NotDone, or Overtaken.
"""

import json
from dataclasses import replace
from datetime import date

from django.db import transaction
from django.utils.text import slugify

from camden.operations.refusals import NotDone, call
from cases.models import LocalSection
from cases.readings.sections_kept import laid_over
from cases.rules.sections import Section, SectionSaid, place_after

_SENTENCES = {
    "only an administrator keeps settings": ("Only a system administrator can do this.", ""),
    "a section stays whose it is": ("A section stays for the family, or for each child. Add another one.", "for_each"),
    "out of bounds": ("Give the section a heading of at most 120 characters.", "title"),
}


@transaction.atomic
def add_section(*, paper: str, for_each: str, said: SectionSaid, on: date) -> str:
    """Add a section to a paper. Its code, made of its title, which stays as it is for ever."""
    before, versions = _now(paper)
    code = _free_code(said.title, {each.code for each in before})
    new = Section(code, paper, said.title, said.prompt, said.familys_title, for_each, 0)
    _place(before, versions, new, said.after, on)
    return code


@transaction.atomic
def edit_section(*, paper: str, code: str, version: int | None, said: SectionSaid, on: date) -> None:
    """Change a section, shipped or not. `version` is that of the local row the person saw, 0 for none."""
    before, versions = _now(paper)
    section = next((each for each in before if each.code == code), None)
    if section is None:
        raise NotDone("There is no such section.")
    versions[code] = version or 0
    changed = replace(section, title=said.title, prompt=said.prompt, familys_title=said.familys_title)
    _place(before, versions, changed, said.after, on)


@transaction.atomic
def retire_section(*, paper: str, code: str, version: int | None, is_retired: bool, on: date) -> None:
    """Take a section out of use, or bring it back. What was written in it stays to be read."""
    before, _ = _now(paper)
    section = next((each for each in before if each.code == code), None)
    if section is None:
        raise NotDone("There is no such section.")
    _keep(replace(section, is_retired=is_retired), version or 0, on)


def _now(paper: str) -> tuple[tuple[Section, ...], dict[str, int]]:
    """The sections as they are, and the versions of those that were changed here."""
    rows = list(LocalSection.objects.filter(paper=paper))
    return laid_over(paper, rows, retired=True), {row.code: row.version for row in rows}


def _place(before: tuple[Section, ...], versions: dict[str, int], section: Section, after: str, on: date) -> None:
    """Write the section where it stands, and those that had to make room."""
    codes = [each.code for each in before]
    stands = codes[codes.index(section.code) - 1] if section.code in codes[1:] else ""
    moved = {} if section.code in codes and stands == after else place_after(before, section.code, after)
    known = {each.code: each for each in before} | {section.code: section}
    for code in {section.code: 0} | moved:
        each = known[code]
        _keep(replace(each, position=moved.get(code, each.position)), versions.get(code, 0), on)


def _keep(section: Section, version: int, on: date) -> None:
    facts = {
        "title": section.title,
        "prompt": section.prompt,
        "familys_title": section.familys_title,
        "for_each": section.for_each,
        "position": section.position,
        "is_retired": section.is_retired,
    }
    values = (section.paper, section.code, version, on, json.dumps(facts))
    call("select keep_section(%s, %s, %s, %s, %s)", values, _SENTENCES)


def _free_code(title: str, taken: set[str]) -> str:
    base = slugify(title)[:24].strip("-")
    base = base if base[:1].isalpha() and len(base) > 1 else f"section-{base}".strip("-")
    number, code = 1, base
    while code in taken:
        number += 1
        code = f"{base}-{number}"
    return code
