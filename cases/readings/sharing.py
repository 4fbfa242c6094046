"""Who of a family has read or heard a paper, what they answered and what it changed; and who has not yet."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from camden.rules.moments import day_here
from camden.rules.names import day_in_words, initials
from cases.models import Member, Sharing, Writing, WritingPart
from cases.readings.readers import Readers, readers_of
from cases.readings.sections_kept import sections_of
from cases.rules.recording import GIVEN_HOW
from cases.rules.sharing import Told
from cases.rules.writing import SHARED_HOW


@dataclass(frozen=True)
class SharingLine:
    """One time it was shared, or was not. `copy` is the key of what they were given, with how, or None."""

    pk: int
    who: str
    member: int | None
    how: str
    is_reached: bool
    why_not: str
    day: str
    iso: str
    copy: int | None
    copy_how: str
    answered: str
    remarks: str
    changed: str


@dataclass(frozen=True)
class Stands:
    """One person and the paper. `newer` names sections that were written after they had it."""

    pk: int
    name: str
    first_name: str
    initials: str
    role: str
    is_needed: bool
    lines: tuple[SharingLine, ...]
    newer: tuple[str, ...]

    @property
    def has_it(self) -> bool:
        """They read or heard it."""
        return any(line.is_reached for line in self.lines)

    @property
    def is_open(self) -> bool:
        """It is theirs to hear, and nobody wrote down that they did or why not."""
        return self.is_needed and not self.lines


@dataclass(frozen=True)
class Shared:
    """A paper and everybody of its family; `elsewhere`: people who are not in the record."""

    people: tuple[Stands, ...]
    elsewhere: tuple[SharingLine, ...]

    @property
    def needed(self) -> list[Stands]:
        """Parents, whoever may decide, and children old enough."""
        return [each for each in self.people if each.is_needed]

    @property
    def others(self) -> list[Stands]:
        """Everybody else of the record."""
        return [each for each in self.people if not each.is_needed]

    @property
    def still_open(self) -> list[Stands]:
        """Those of whom nobody wrote down whether they have it."""
        return [each for each in self.people if each.is_open]


def read_shared(writing: Writing, readers: Readers, on: date) -> Shared:
    """Everybody and the paper. Three queries, however many."""
    needed, others = readers.needed(on), readers.others(on)
    lines, newest = defaultdict(list), newest_parts(writing)
    for line in sharings_of(writing):
        lines[line.member].append(line)
    people = [_stands(one, lines[one.pk], newest, on, is_needed=True) for one in needed]
    people += [_stands(one, lines[one.pk], newest, on, is_needed=False) for one in others]
    known = {one.pk for one in (*needed, *others)}
    elsewhere = [line for key, rows in lines.items() if key not in known for line in rows]
    return Shared(tuple(people), tuple(elsewhere))


def sharings_of(writing: Writing) -> list[SharingLine]:
    """Each time it was shared, the first one first. One query."""
    rows = Sharing.objects.filter(writing=writing).select_related("member", "release")
    return [_line(row) for row in rows.order_by("shared_on", "pk")]


def told_of(writing: Writing) -> list[Told]:
    """The same as the rules want it. One query."""
    rows = Sharing.objects.filter(writing=writing).select_related("member").order_by("shared_on", "pk")
    return [Told(who_of(row), row.how, row.shared_on, row.why_not, row.remarks) for row in rows]


def who_of(row: Sharing) -> str:
    """Whom it was shared with, by name."""
    return row.member.name if row.member else row.shared_with


def still_to_hear(writing: Writing) -> list[str]:
    """Parents, and whoever may decide, of whom nobody wrote down whether they had it. Two queries."""
    known = set(Sharing.objects.filter(writing=writing).values_list("member", flat=True))
    return [one.first_name for one in readers_of(writing).parents if one.pk not in known]


def newest_parts(writing: Writing) -> list[tuple[date, str]]:
    """When each section was last written, as (day, title). Two queries."""
    titles = {each.code: each.titled() for each in sections_of(writing.paper, retired=True)}
    found: dict[str, date] = {}
    rows = WritingPart.objects.filter(writing=writing).exclude(words="").values_list("section", "written_at")
    for code, at in rows:
        found[code] = max(found.get(code, date.min), day_here(at))
    return [(day, titles.get(code, code)) for code, day in found.items()]


def _stands(
    one: Member, lines: Sequence[SharingLine], newest: Iterable[tuple[date, str]], on: date, *, is_needed: bool
) -> Stands:
    had = max((date.fromisoformat(line.iso) for line in lines if line.is_reached), default=None)
    newer = tuple(title for day, title in newest if had and day > had)
    is_child = one.kind == Member.Kind.CHILD
    role = one.age(on) if is_child else "" if not is_needed else "Parent, or may decide"
    return Stands(one.pk, one.name, one.first_name, initials(one.name), role, is_needed, tuple(lines), newer)


def _line(row: Sharing) -> SharingLine:
    return SharingLine(
        pk=row.pk,
        who=who_of(row),
        member=row.member_id,
        how=SHARED_HOW[row.how],
        is_reached=row.how not in ("not-reached", "not-safe"),
        why_not=row.why_not,
        day=day_in_words(row.shared_on),
        iso=row.shared_on.isoformat(),
        copy=row.release_id,
        copy_how=GIVEN_HOW[row.release.how].lower() if row.release else "",
        answered=day_in_words(row.answered_on) if row.answered_on else "",
        remarks=row.remarks,
        changed=row.changed,
    )
