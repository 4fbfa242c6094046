"""The sections of a paper as this council keeps them: the shipped ones, with what was changed here laid over them."""

from cases.models import LocalSection
from cases.rules.sections import SECTIONS, Section, in_order


def sections_of(paper: str, *, retired: bool = False) -> tuple[Section, ...]:
    """The sections of a paper in their order. One query. Those taken out of use only when `retired` are asked for."""
    return laid_over(paper, list(LocalSection.objects.filter(paper=paper)), retired=retired)


def laid_over(paper: str, rows: list[LocalSection], *, retired: bool = False) -> tuple[Section, ...]:
    """The same from rows of the paper that are at hand."""
    shipped = {each.code: each for each in SECTIONS if each.paper == paper}
    found = dict(shipped)
    for row in rows:
        found[row.code] = Section(
            code=row.code,
            paper=paper,
            title=row.title,
            prompt=row.prompt,
            familys_title=row.familys_title,
            for_each=row.for_each,
            position=row.position,
            begins_as=shipped[row.code].begins_as if row.code in shipped else (),
            is_retired=row.retired_on is not None,
        )
    return in_order([each for each in found.values() if retired or not each.is_retired])


def section_of(paper: str, code: str) -> Section | None:
    """One section of a paper, also one taken out of use; None for no such section. One query."""
    return next((each for each in sections_of(paper, retired=True) if each.code == code), None)


def versions_of(paper: str) -> dict[str, int]:
    """The versions of those that were changed here, by code. One query."""
    return dict(LocalSection.objects.filter(paper=paper).values_list("code", "version"))
