"""*What we already have*: what the record holds that a paper can be made of, so that nothing known is typed twice.

Only what stands in the record: of group supervision what flowed into it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from camden.rules.names import day_in_words
from cases.models import Case, CaseNote, ChronologyEntry, Goal, Quote, SignificantEvent, Visit, Writing, WritingPart
from cases.readings.family import Who, read_family
from cases.readings.sections import page
from cases.rules.audience import FAMILY, STAFF, Marks, in_words
from cases.rules.recording import NOTE_KIND
from cases.rules.sections import SECTIONS
from cases.rules.writing import PAPER, SOURCE_KIND

MOST = 12  # of each kind on a page; a search finds the others
OFFERED = ("quote", "visit", "note", "event", "hypothesis", "goal", "person", "assessment")
_TITLES = {(each.paper, each.code): each.title for each in SECTIONS}


@dataclass(frozen=True)
class Known:
    """One thing the record holds: its words, where they come from, its page, and from whom it is kept.

    `speaker` is whose words a quote is; `kept_from` the marks in words.
    """

    kind: str
    subject: int
    words: str
    source: str
    on: date | None
    href: str
    marks: Marks
    speaker: str = ""
    kept_from: str = ""
    is_taken: bool = False

    @property
    def key(self) -> str:
        """What a button sends: "quote-12"."""
        return f"{self.kind}-{self.subject}"

    @property
    def label(self) -> str:
        """What kind of thing it is, in words."""
        return SOURCE_KIND[self.kind]

    @property
    def is_quote(self) -> bool:
        """Words of the family go beside ours, everything else beneath."""
        return self.kind == "quote"

    @property
    def paper(self) -> str:
        """Of words of another paper, which: "assessment of 3 March 2026"."""
        said = self.source.partition(":")[0]
        return said[:1].lower() + said[1:]

    @property
    def day(self) -> str:
        """When it was, in words."""
        return day_in_words(self.on) if self.on else ""


@dataclass(frozen=True)
class Asked:
    """What of the panel somebody wants to see: one kind or "", one child or 0, words to find or ""."""

    kind: str = ""
    child: int = 0
    find: str = ""


def known_already(
    case: Case, asked: Asked, on: date, *, names: Mapping[int, str], taken: frozenset[str] = frozenset(), paper: int = 0
) -> tuple[Known, ...]:
    """What the record holds, of each kind the newest first. One query, and two where people are asked for.

    `taken` are keys of what stands in the part already; `paper` is the paper it is for, which is no source of itself.
    """
    kinds = [asked.kind] if asked.kind in OFFERED else [kind for kind in OFFERED if kind != "person"]
    rows = {kind: _narrowed(kind, _ROWS[kind](OuterRef("pk"), paper), asked) for kind in kinds if kind in _ROWS}
    found = _asked(case, rows)
    if "person" in kinds:
        found += _people(case, asked, on)
    found.sort(key=lambda one: OFFERED.index(one.kind))
    return tuple(
        Known(**{**vars(one), "kept_from": in_words(one.marks, names), "is_taken": one.key in taken}) for one in found
    )


def begins_with(writing: Writing, section: str, child: int) -> Known | None:
    """What the latest paper of this kind before said in this section, of this child; None where none did. One query."""
    rows = _ROWS["assessment"](OuterRef("pk"), writing.pk)
    before: dict[str, Any] = {"writing__paper": writing.paper, "writing__begun_on__lte": writing.begun_on}
    rows = rows.filter(**before, section=section, child=child or None)
    return next(iter(_asked(writing.case, {"assessment": rows})), None)


def find_known(case: Case, kind: str, subject: int, on: date) -> Known | None:
    """One thing of the record, to be taken; None when there is none, or it was taken back. Two queries at most."""
    if kind == "person":
        return next((one for one in _people(case, Asked(), on) if one.subject == subject), None)
    if kind not in _ROWS:
        return None
    return next(iter(_asked(case, {kind: _ROWS[kind](OuterRef("pk"), 0).filter(pk=subject)})), None)


def _asked(case: Case, rows: "Mapping[str, QuerySet[Any]]") -> list[Known]:
    """The newest of each kind, in one question."""
    if not rows:
        return []
    here = Case.objects.filter(pk=case.pk)  # nosemgrep: record-not-asked-for-a-person - it was fetched through lookup
    asked = {
        kind: ArraySubquery(found.values(row=JSONObject(**_MARKS, **_FIELDS[kind]))[:MOST])
        for kind, found in rows.items()
    }
    said: Any = here.values(says=JSONObject(**asked)).get()["says"]
    return [_READ[kind](case.pk, row) for kind in rows for row in said[kind] or []]


def _narrowed(kind: str, rows: "QuerySet[Any]", asked: Asked) -> "QuerySet[Any]":
    if asked.child:
        of = Q(**{_CHILD[kind]: asked.child})
        rows = rows.filter(of | Q(**{_CHILD[kind]: None}) if kind in _ALSO_FAMILYS else of)
    if asked.find:
        words = Q()
        for field in _FIND[kind]:
            words |= Q(**{f"{field}__icontains": asked.find})
        rows = rows.filter(words)
    return rows


_ROWS: dict[str, Callable[[Any, int], "QuerySet[Any]"]] = {
    "quote": lambda case, paper: Quote.objects.filter(case=case, struck_on=None).order_by("-said_on", "-pk"),
    "visit": lambda case, paper: (
        Visit.objects.filter(case=case, struck_on=None, account__isnull=False).order_by("-visited_on", "-pk")
    ),
    "note": lambda case, paper: (
        CaseNote.objects.filter(case=case, struck_on=None, account__isnull=False).order_by("-happened_on", "-pk")
    ),
    "event": lambda case, paper: (
        SignificantEvent.objects.filter(case=case, struck_on=None).order_by("-happened_on", "-pk")
    ),
    "hypothesis": lambda case, paper: (
        ChronologyEntry.objects.filter(case=case, kind=ChronologyEntry.Kind.REFLECTION, struck_on=None)
        .order_by("-happened_on", "-pk")
    ),
    "goal": lambda case, paper: (
        Goal.objects.filter(case=case).order_by(F("ended_on").desc(nulls_first=True), "-set_on", "-pk")
    ),
    "assessment": lambda case, paper: (
        WritingPart.objects.filter(case=case).exclude(words="").exclude(writing=paper)
        .order_by("-writing__begun_on", "-writing", "pk")
    ),
}  # fmt: skip
_MARKS = {"subject": "pk", "kept": "is_kept_from_family", "kept_from": "kept_from"}
_FIELDS: dict[str, dict[str, str]] = {
    "quote": {"one": "words", "on": "said_on", "who": "speaker__given_name", "named": "speaker__family_name",
              "visit": "visit_id", "note": "note__kind", "setting": "setting"},
    "visit": {"one": "account__words", "two": "account__meaning", "on": "visited_on", "who": "worker__name"},
    "note": {"one": "account__words", "two": "account__meaning", "three": "account__learned",
             "four": "account__changed", "on": "happened_on", "who": "writer__name", "what": "kind"},
    "event": {"one": "what", "two": "analysis", "on": "happened_on", "source": "source"},
    "hypothesis": {"one": "summary", "on": "happened_on"},
    "goal": {"one": "words", "two": "worry", "known": "how_known", "on": "set_on", "who": "child__given_name"},
    "assessment": {"one": "words", "on": "writing__begun_on", "paper": "writing__paper", "section": "section",
                   "who": "child__given_name", "writing": "writing_id"},
}  # fmt: skip
# Where a kind says which child it is about, and which of its words a search reads.
_CHILD = {"quote": "speaker", "visit": "children", "note": "children", "event": "children", "hypothesis": "children",
          "goal": "child", "assessment": "child"}  # fmt: skip
_FIND = {
    "quote": ("words",),
    "visit": ("account__words", "account__meaning"),
    "note": ("account__words", "account__meaning", "account__learned", "account__changed"),
    "event": ("what", "analysis", "source"),
    "hypothesis": ("summary",),
    "goal": ("words", "worry"),
    "assessment": ("words",),
}
_ALSO_FAMILYS = frozenset({"goal", "assessment"})
"""What is about no child is about the family, and so about each of them."""


def _quote(case: int, row: Any) -> Known:
    who = row["who"] or row["named"]
    where = "visit" if row["visit"] else NOTE_KIND.get(row["note"] or "", row["setting"]).lower()
    source = ", ".join(filter(None, (who, _day(row), where)))
    return _known("quote", case, row, source, "cases:quote", who)


def _visit(case: int, row: Any) -> Known:
    return _known("visit", case, row, f"Visit by {row['who']}, {_day(row)}", "cases:visit")


def _note(case: int, row: Any) -> Known:
    return _known("note", case, row, f"{NOTE_KIND[row['what']]} by {row['who']}, {_day(row)}", "cases:note")


def _event(case: int, row: Any) -> Known:
    source = f"Chronology, {_day(row)}" + (f": {row['source']}" if row["source"] else "")
    return _known("event", case, row, source, "cases:event")


def _hypothesis(case: int, row: Any) -> Known:
    return _known("hypothesis", case, row, f"Group supervision, {_day(row)}")


def _goal(case: int, row: Any) -> Known:
    row["three"] = f"We know it by: {row['known']}" if row["known"] else ""
    return _known("goal", case, row, f"Goal for {row['who'] or 'the family'}, {_day(row)}")


def _text(case: int, row: Any) -> Known:
    code = row["section"]
    title = _TITLES.get((row["paper"], code), code.replace("-", " ").capitalize()).replace("…", row["who"] or "a child")
    known = _known("assessment", case, row, f"{PAPER[row['paper']]} of {_day(row)}: {title}")
    return Known(**{**vars(known), "href": page("cases:writing", case, row["writing"])})


_READ: dict[str, Callable[[int, Any], Known]] = {
    "quote": _quote,
    "visit": _visit,
    "note": _note,
    "event": _event,
    "hypothesis": _hypothesis,
    "goal": _goal,
    "assessment": _text,
}


def _known(kind: str, case: int, row: Any, source: str, name: str = "", speaker: str = "") -> Known:
    return Known(
        kind=kind,
        subject=row["subject"],
        words="\n\n".join(filter(None, (row.get(part) for part in ("one", "two", "three", "four")))),
        source=source,
        on=date.fromisoformat(row["on"]),
        href=page(name, case, row["subject"]) if name else "",
        marks=Marks(row["kept"], tuple(sorted(row["kept_from"]))),
        speaker=speaker,
    )


def _day(row: Any) -> str:
    return day_in_words(date.fromisoformat(row["on"]))


def _people(case: Case, asked: Asked, on: date) -> list[Known]:
    """Everybody of the family, as it is known who they are. Whatever of it the family together may not read, keeps it
    from the family: a private father, a safe address."""
    family = read_family(case, on, FAMILY)
    theirs = {who.pk: _who_in_words(who) for who in family.people if not who.is_kept}
    unsafe = {home.name for home in family.homes if not home.is_safe_to_share}
    found = []
    for who in read_family(case, on, STAFF).people:
        words = _who_in_words(who)
        is_kept = theirs.get(who.pk) != words or bool(unsafe & set(who.homes))
        if asked.find.lower() in words.lower() and asked.child in (0, who.pk):
            href = page("cases:member", case.pk, who.pk)
            source = f"Who is who, {day_in_words(on)}"
            found.append(Known("person", who.pk, words, source, None, href, Marks(is_kept_from_family=is_kept)))
    return found


def _who_in_words(who: Who) -> str:
    """Not when we last spoke with them: what one of them told us is not for the others to work out."""
    said = [
        ", ".join(filter(None, (who.name, who.age))),
        *who.ties,
        *(f"lives at {home}" for home in who.homes),
        f"speaks {who.language}" if who.language else "",
        *(f"{one.label}: {one.name}" for one in who.around if one.name),
    ]
    return "; ".join(filter(None, said))
