"""What keeps people safe, for the coordinator whatever anybody agreed to: what the record's people said, what stood in
the referral, and what the record itself knows. Nothing of it is ever left out for want of a consent.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db import connection

from camden.rules.names import day_in_words
from cases.rules.visits import in_a_row
from conferences.models import FamilyConference, SafetyFact
from conferences.rules.consent import FACT_SAYS, Asked, Fact, Known, Person, for_coordinator

OF_THE_RECORD = "The family’s record"


@dataclass(frozen=True)
class SafetyLine:
    """One fact: what kind, about whom, in which words, who said it and since when.

    `until` says when an order or bail is to end, `is_past` that the day has come: it stands until somebody says that
    it is over. `pk` is empty for what the record knows by itself.
    """

    kind: str
    about: str
    words: str
    who: str
    until: str = ""
    is_past: bool = False
    ended: str = ""
    pk: int | None = None


@dataclass(frozen=True)
class Safety:
    """Everything a coordinator must know to keep people safe, and what is over."""

    now: tuple[SafetyLine, ...]
    ended: tuple[SafetyLine, ...]
    in_the_referral: str
    referred_by: str

    @property
    def is_nothing_known(self) -> bool:
        """Whether nobody knows of anything: said as a sentence, and never as an empty page."""
        return not self.now and not self.in_the_referral


def read_safety(
    conference: FamilyConference, on: date, people: Iterable[Person] = (), asked: Iterable[Asked] = ()
) -> Safety:
    """Two queries. `people` and `asked` go to the rule that decides, which lets every fact of safety through."""
    rows = list(SafetyFact.objects.filter(conference=conference).select_related("said_by").order_by("pk"))
    live = {row.pk: row for row in rows if row.ended_on is None or row.ended_on > on}
    facts = [Known(Fact(row.kind), row.pk, row.words) for row in live.values()]
    passed = for_coordinator(facts, list(people), list(asked))
    brief = getattr(conference, "brief", None)
    return Safety(
        now=(*(_line(live[fact.about], on) for fact in passed), *_together(known_to_the_record(conference.case_id))),
        ended=tuple(_line(row, on) for row in rows if row.pk not in live),
        in_the_referral=brief.safety_facts if brief else "",
        referred_by=f"{conference.referred_by.name}, {day_in_words(conference.referred_on)}",
    )


def known_to_the_record(case: int) -> tuple[SafetyLine, ...]:
    """Whose home must not be known, and which ways to reach them are not safe. No address, no number. One query."""
    with connection.cursor() as cursor:
        cursor.execute("select kind, about, words from conference_safety(%s)", [case])
        rows = cursor.fetchall()
    return tuple(SafetyLine(FACT_SAYS[Fact(kind)], about, words, OF_THE_RECORD) for kind, about, words in rows)


def _together(lines: Iterable[SafetyLine]) -> tuple[SafetyLine, ...]:
    """What the record says alike of several people, as one line that names each of them."""
    about: dict[SafetyLine, list[str]] = {}
    for line in lines:
        about.setdefault(replace(line, about=""), []).append(line.about)
    return tuple(replace(line, about=in_a_row(names)) for line, names in about.items())


def _line(row: SafetyFact, on: date) -> SafetyLine:
    return SafetyLine(
        kind=FACT_SAYS[Fact(row.kind)],
        about=row.about,
        words=row.words,
        who=f"{row.said_by.name}, {day_in_words(row.said_on)}",
        until=day_in_words(row.ends_on) if row.ends_on else "",
        is_past=row.ends_on is not None and row.ends_on < on,
        ended=day_in_words(row.ended_on) if row.ended_on else "",
        pk=row.pk,
    )
