"""What this council sets about supervision, and its library of questions."""

from dataclasses import dataclass

from supervision.models import PromptEdit, SupervisionSettings
from supervision.readings import agenda_facts
from supervision.rules.counting import Counting
from supervision.rules.prompts import KIND_SAYS, LENSES, PROMPTS, Edited, Kind, Prompt, a_few, library

LENS = "lens"


@dataclass(frozen=True)
class PromptLine:
    """A question of the library: what it says now, what we shipped, and whether it is switched off."""

    code: str
    kind: str
    words: str
    ours: str
    is_off: bool
    is_own: bool


@dataclass(frozen=True)
class PromptGroup:
    """Questions of one kind."""

    title: str
    prompts: tuple[PromptLine, ...]


def settings_row() -> SupervisionSettings:
    """The one row; as shipped while nobody has set anything."""
    return SupervisionSettings.objects.filter(pk=1).first() or SupervisionSettings(pk=1)


def counting() -> Counting:
    """What this council counts, as the rules take it. One query."""
    return agenda_facts.counting()[0]


def prompts() -> tuple[Prompt, ...]:
    """The library as this council has it, for whoever asks questions in the room. One query."""
    return library(_edited(row) for row in PromptEdit.objects.exclude(kind=LENS).order_by("pk"))


def to_think_with(day: int, number: int = 3) -> tuple[str, ...]:
    """A few of the library's questions for a family, others on another day (any number that grows). One query."""
    return tuple(each.words for each in a_few(prompts(), number, day))


def lens_titles(*, with_those_left_out: bool = False) -> dict[str, str]:
    """The differences that may matter as this council calls them, by code. What was noted before keeps its name.
    One query.
    """
    said = {row.code: row for row in PromptEdit.objects.filter(kind=LENS)}
    off = {code for code, row in said.items() if row.is_off and not with_those_left_out}
    kept = [lens for lens in LENSES if lens.code not in off]
    return {lens.code: (said[lens.code].words if lens.code in said else "") or lens.title for lens in kept}


def prompt_groups() -> tuple[PromptGroup, ...]:
    """Everything of the library, also what is switched off, by kind. One query."""
    said = {row.code: row for row in PromptEdit.objects.order_by("pk")}
    lines = [_line(prompt.code, prompt.kind, prompt.words, said) for prompt in PROMPTS]
    lenses = [_line(lens.code, LENS, lens.title, said) for lens in LENSES]
    known = {each.code for each in (*lines, *lenses)}
    own = [
        PromptLine(row.code, row.kind, row.words, "", row.is_off, True)
        for row in said.values()
        if row.code not in known
    ]
    groups = [(KIND_SAYS[kind], [each for each in (*lines, *own) if each.kind == kind]) for kind in Kind]
    groups.append(("Differences that may matter", lenses))
    return tuple(PromptGroup(title, tuple(found)) for title, found in groups if found)


def prompt_line(code: str) -> PromptLine | None:
    """One question or lens of the library; None when there is none of that code."""
    return next((each for group in prompt_groups() for each in group.prompts if each.code == code), None)


def _line(code: str, kind: str, ours: str, said: dict[str, PromptEdit]) -> PromptLine:
    row = said.get(code)
    return PromptLine(code, kind, (row.words if row else "") or ours, ours, bool(row and row.is_off), False)


def _edited(row: PromptEdit) -> Edited:
    kind = Kind(row.kind) if row.kind in set(Kind) else Kind.CIRCULAR
    return Edited(row.code, row.words, row.is_off, kind)
