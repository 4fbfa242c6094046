"""Who and what is around a home on a day: the picture, the same as a table, and what is worth asking (8.3)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from django.utils.safestring import SafeString

from camden.rules.names import day_in_words
from cases.models import Case, Household, NetworkTie, TieSeen
from cases.readings.audience import shown_to
from cases.readings.drawn import as_drawn
from cases.readings.feelings import according_to, first_names
from cases.readings.genogram_facts import PLACES, SOME_HOME, facts_of
from cases.readings.kept_words import kept_in_words
from cases.rules.audience import STAFF, Audience
from cases.rules.genogram.ecomap import Ecomap, ecomap, gathered
from cases.rules.genogram.family import UNASKED, Agency, Family, Home, Tie
from cases.rules.genogram.telling import name_of
from cases.rules.picturing import TIE_FLOW
from cases.rules.views_held import held

WORTH_ASKING = (
    (("friend",), "friends or neighbours"),
    (("faith",), "a faith community"),
    (("club",), "clubs or activities"),
    (("other",), "work, or somebody else"),
    (("gp", "health-visitor", "hospital", "mental-health", "dentist", "midwife"), "health"),
    (("school", "nursery"), "school or nursery"),
)


@dataclass(frozen=True)
class SeenLine:
    """How somebody sees one tie: "Strong. Gives them strength", according to whom."""

    pk: int
    what: str
    according: str
    words: str
    kept: str
    is_drawn: bool


@dataclass(frozen=True)
class TieRow:
    """One line of the table: a place or a person around somebody of the home, and what it is to them, by view."""

    pk: int
    name: str
    kind: str
    whom: str
    since: str
    kept: str
    seen: tuple[SeenLine, ...]


@dataclass(frozen=True)
class Worker:
    """A professional in the picture."""

    name: str
    role: str
    works_with: str


@dataclass(frozen=True)
class HomeChoice:
    """A home of the record, and who lives there on the day."""

    pk: int
    name: str
    people: str
    is_this: bool


@dataclass(frozen=True)
class EcomapPage:
    """A home on a day and what is around it, as one audience may know it."""

    home_pk: int
    home: str
    on: date
    day: str
    people: tuple[tuple[int, str], ...]
    """Who lives there: key and first name."""
    picture: Ecomap | None
    """None on a day on which nobody lived there."""
    facts: Family
    """What it is drawn from: each tie as the view that is drawn has it."""
    rows: tuple[TieRow, ...]
    workers: tuple[Worker, ...]
    homes: tuple[HomeChoice, ...]
    also: tuple[str, ...]
    """Whoever of this home has another one too: "Imran also lives at Luton"."""
    not_there: tuple[str, ...]
    """Of what no link is known: worth asking."""
    viewers: tuple[tuple[str, str], ...] = ()
    """Whose views there are: a word for the address, and a name."""
    view: str = ""
    """As whose view ties are drawn, where it is one: a word of `viewers`."""
    said: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """Around Somers Town, as Shirin sees it."""
        whose = {"": "", "ours": ", our own ideas"}.get(self.view, f", as {dict(self.viewers).get(self.view)} sees it")
        return f"Around {self.home}{whose if self.view in dict(self.viewers) else ''}"

    @property
    def svg(self) -> SafeString:
        """The drawing, safe to be shown."""
        return as_drawn(self.picture.svg if self.picture else "")

    @property
    def unasked(self) -> tuple[TieRow, ...]:
        """Ties of which nobody has said what they are."""
        return tuple(row for row in self.rows if not row.seen)


def ecomap_of(
    case: Case,
    household: Household,
    *,
    on: date,
    audience: Audience = STAFF,
    professionals: bool = False,
    view: str = "",
) -> EcomapPage:
    """A home and what is around it on a day. Four queries.

    For the family, facts that are kept from them and our own ideas are left out before anything is drawn. `view` draws
    ties as one person sees them ("m12"), or as we do ("ours"); else each as the person it is about sees it, or
    whoever of the family spoke last. `professionals` adds who works with the children.
    """
    family = facts_of(case, on, audience)
    key = f"h{household.pk}"
    home = next((each for each in family.homes if each.id == key), None)
    label = household.name if household.is_safe_to_share or audience.is_staff else SOME_HOME
    around = _Around(case, family, home or Home(key, label, ()), on, audience, view, professionals)
    return around.page(household.pk, label)


def changes(before: EcomapPage, after: EcomapPage) -> tuple[str, ...]:
    """What is different on the later of two days, in sentences."""
    told = []
    for pair in sorted(before.said.keys() | after.said.keys()):
        was, now = before.said.get(pair), after.said.get(pair)
        who = f"{pair[0]} and {pair[1]}"
        if was is None:
            told.append(f"New: {who} ({now}).")
        elif now is None:
            told.append(f"No longer: {who} ({was}).")
        elif was != now:
            told.append(f"{who}: {now}. Before: {was}.")
    return tuple(told)


class _Around:
    """The rows of one home on one day, for one audience, on their way to a page."""

    def __init__(
        self, case: Case, family: Family, home: Home, on: date, audience: Audience, view: str, professionals: bool
    ) -> None:
        self.case, self.family, self.home, self.on, self.audience = case, family, home, on, audience
        self.view, self.with_workers = view, professionals
        self.people = {int(who[1:]): name_of(family.by_id()[who]).split(" ")[0] for who in home.members}
        self.names = first_names(case) if audience.is_staff else {}
        seen = TieSeen.objects.filter(case=case, tie__member__in=list(self.people), struck_on=None, seen_on__lte=on)
        shown = shown_to(audience, seen.select_related("view_of", "view_of_worker"))
        views = [each for each in shown if audience.is_staff or f"m{each.view_of_id}" in family.by_id()]
        self.views = held(views, on, lambda each: each.tie_id)
        self.ties = [tie for tie in self._asked() if self._holds(tie)]

    def _asked(self) -> Iterable[NetworkTie]:
        ties = NetworkTie.objects.filter(case=self.case, member__in=list(self.people))
        return shown_to(self.audience, ties).order_by(*PLACES, "pk")

    def _holds(self, tie: NetworkTie) -> bool:
        """Undated ties are known since the record was opened, or since somebody said what they are."""
        first = tie.started_on or min([self.case.opened_on, *(v.seen_on for v in self.views if v.tie_id == tie.pk)])
        return first <= self.on and (tie.ended_on is None or tie.ended_on >= self.on)

    def page(self, home_pk: int, label: str) -> EcomapPage:
        """The page."""
        drawn = {tie.pk: self._drawn(tie) for tie in self.ties}
        facts = self._facts(drawn)
        picture = ecomap(gathered(facts, self.home.id), self.home.id) if self.people else None
        rows = tuple(self._row(tie, drawn[tie.pk]) for tie in self.ties)
        return EcomapPage(
            home_pk=home_pk,
            home=label,
            on=self.on,
            day=day_in_words(self.on),
            people=tuple(self.people.items()),
            picture=picture,
            facts=facts,
            rows=rows,
            workers=tuple(self._workers()),
            homes=tuple(self._homes()),
            also=tuple(self._also()),
            not_there=tuple(self._not_there()),
            viewers=tuple(self._viewers()),
            view=self.view,
            said={(row.name, row.whom): _said(drawn[row.pk]) for row in rows},
        )

    def _of_tie(self, tie: NetworkTie) -> list[TieSeen]:
        """Views of one tie, the newest first."""
        return [each for each in reversed(self.views) if each.tie_id == tie.pk]

    def _drawn(self, tie: NetworkTie) -> TieSeen | None:
        """The view that is drawn: their own, else the newest of the family, else the newest idea of ours."""
        views = self._of_tie(tie)
        if self.view:
            views = [each for each in views if _viewer(each) == self.view]
        order = sorted(views, key=lambda each: (each.view_of_id != tie.member_id, each.view_of_id is None))
        return order[0] if order else None

    def _facts(self, drawn: Mapping[int, TieSeen | None]) -> Family:
        """What the picture shows: one place for all who go to the same."""
        agencies: dict[tuple[str, str], Agency] = {}
        lines: list[Tie] = []
        for tie in self.ties:
            called = (tie.organisation or tie.contact_name).strip()
            agency = agencies.setdefault((tie.kind, called.casefold()), Agency(f"n{tie.pk}", called, kind=tie.kind))
            seen = drawn[tie.pk]
            kind, flow = (seen.strength, seen.flow) if seen else (UNASKED, "none")
            lines.append(Tie(agency.id, f"m{tie.member_id}", kind, flow))
        workers = [*self.family.professionals] if self.with_workers else []
        for worker in workers:
            here = [who for who in worker.works_with if who in self.home.members]
            if here:
                agencies["worker", worker.id + worker.role] = Agency(worker.id, f"{worker.name}, {worker.role.lower()}")
                lines.append(Tie(worker.id, self.home.id))  # with the family, whichever children they work with
        places, ties = tuple(agencies.values()), tuple(dict.fromkeys(lines))
        return replace(self.family, on=self.on, agencies=places, ties=ties, feelings=())

    def _row(self, tie: NetworkTie, drawn: TieSeen | None) -> TieRow:
        lines = (
            SeenLine(
                each.pk, _what(each), according_to(each), each.words, kept_in_words(each, self.names), each is drawn
            )
            for each in self._of_tie(tie)
        )
        return TieRow(
            pk=tie.pk,
            name=tie.organisation or tie.contact_name,
            kind=tie.get_kind_display(),
            whom=self.people[tie.member_id],
            since=f"since {day_in_words(tie.started_on)}" if tie.started_on else "",
            kept=kept_in_words(tie, self.names),
            seen=tuple(lines),
        )

    def _workers(self) -> Iterable[Worker]:
        for worker in self.family.professionals if self.with_workers else ():
            here = [self.people[int(who[1:])] for who in worker.works_with if who in self.home.members]
            if here:
                yield Worker(worker.name, worker.role, ", ".join(here))

    def _homes(self) -> Iterable[HomeChoice]:
        named = self.family.by_id()
        for home in sorted(self.family.homes, key=lambda each: int(each.id[1:])):
            people = ", ".join(name_of(named[who]).split(" ")[0] for who in home.members)
            yield HomeChoice(int(home.id[1:]), home.label, people, home.id == self.home.id)

    def _also(self) -> Iterable[str]:
        for home in self.family.homes:
            if home.id != self.home.id:
                both = [self.people[int(who[1:])] for who in home.members if who in self.home.members]
                yield from (f"{who} also lives at {home.label}" for who in both)

    def _not_there(self) -> Iterable[str]:
        kinds = {tie.kind for tie in self.ties}
        yield from (words for asked, words in WORTH_ASKING if not kinds & set(asked))

    def _viewers(self) -> Iterable[tuple[str, str]]:
        found = {_viewer(each): each.view_of.first_name if each.view_of else "our own ideas" for each in self.views}
        yield from sorted(found.items(), key=lambda each: (each[0] == "ours", each[1]))


def _viewer(seen: TieSeen) -> str:
    return f"m{seen.view_of_id}" if seen.view_of_id is not None else "ours"


def _what(seen: TieSeen) -> str:
    flow = "" if seen.flow == "none" else f". {TIE_FLOW[seen.flow]}"
    return f"{seen.get_strength_display()}{flow}"


def _said(seen: TieSeen | None) -> str:
    """strong, gives them strength; what nobody has said is said to be so."""
    if seen is None:
        return "nobody has said what it is"
    flow = "" if seen.flow == "none" else f", {TIE_FLOW[seen.flow].lower()}"
    return f"{seen.get_strength_display().lower()}{flow}"
