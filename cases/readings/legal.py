"""The tab *Legal*: who has parental responsibility, orders and court, consent, who may not see this."""

from typing import Any

from django.urls import reverse

from camden.rules.names import day_in_words
from cases.models import Case, Exclusion, Member, Milestone, Relationship
from cases.readings.sections import Row, Section, notes, page
from cases.rules.milestones import COURT, DANGER, TELLINGS, words_of
from cases.rules.recording import RESPONSIBILITY_BASIS
from cases.rules.visits import in_a_row

KINDS = tuple(
    dict.fromkeys(
        [telling.kind.value for telling in TELLINGS.values() if telling.group in (DANGER, COURT)]
        + ["missing", "returned"]
    )
)
MOST = 60


def legal_tab(case: Case, child: Member | None, *, says_who_is_kept_out: bool) -> tuple[Section, ...]:
    """The sections of the tab. Three queries at most: whoever is kept out is named only to those who decide."""
    kept_out = [_kept_out(case)] if says_who_is_kept_out else []
    return (_responsibility(case, child), _facts(case, child), _consents(case), _said_of_us(case), *kept_out)


def _responsibility(case: Case, child: Member | None) -> Section:
    found: Any = Relationship.objects.filter(case=case, was_mistake=False, parental_responsibility__isnull=False)
    found = found.filter(other__kind=Member.Kind.CHILD, other__merged_into=None, other__mistaken_on=None)
    found = found.filter(one__merged_into=None, one__mistaken_on=None).select_related("one", "other")
    if child:
        found = found.filter(other=child)
    rows = []
    for tie in found.order_by("one", "-parental_responsibility", "other__born_on", "pk"):
        rows.append((tie, _basis(tie)))
    together: dict[Any, list[str]] = {}
    for tie, basis in rows:
        together.setdefault((tie.one.name, tie.get_kind_display(), tie.parental_responsibility, basis), []).append(
            tie.other.first_name
        )
    return Section(
        "Parental responsibility",
        tuple(
            Row(f"{name}, {kind} of {in_a_row(names)}", "", basis, "Has it" if has else "Does not have it",
                "green" if has else "grey")
            for (name, kind, has, basis), names in together.items()
        ),
        "Nobody wrote down who has parental responsibility",
        "It is a fact of its own, apart from being a parent and from caring for a child. Ask, and look at the papers.",
        ("Who is who", page("cases:people", case.pk)),
    )  # fmt: skip


def _basis(tie: Relationship) -> tuple[str, ...]:
    basis = RESPONSIBILITY_BASIS.get(tie.responsibility_basis, "")
    unknown = "What it rests on is not written down" if tie.parental_responsibility else ""
    return notes(
        f"Rests on: {basis.lower()}" if basis else unknown,
        f"From {day_in_words(tie.responsible_from_on)}" if tie.responsible_from_on else "",
        f"Until {day_in_words(tie.responsible_until_on)}" if tie.responsible_until_on else "",
        f"The relationship ended {day_in_words(tie.ended_on)}" if tie.ended_on else "",
    )  # fmt: skip


def _facts(case: Case, child: Member | None) -> Section:
    found = Milestone.objects.filter(case=case, struck_on=None, kind__in=KINDS).select_related("child")
    if child:
        found = found.filter(child=child)
    rows: dict[Any, list[Milestone]] = {}
    for each in found.order_by("-happened_on", "-happened_at", "child__born_on", "pk")[:MOST]:
        rows.setdefault((each.happened_on, words_of(each.kind, each.note)), []).append(each)
    return Section(
        "Orders, court, and times of danger",
        tuple(
            Row(
                f"{words}: {in_a_row([each.child.first_name for each in facts])}",
                reverse("cases:milestone", args=[case.pk, facts[0].pk]),
                notes(day_in_words(day), facts[0].note),
            )
            for (day, words), facts in rows.items()
        ),
        "No order and no step towards court is recorded",
        "",
        ("Record a dated fact", reverse("cases:milestone-new", args=[case.pk])),
    )


def _consents(case: Case) -> Section:
    register = page("cases:consents", case.pk)
    rows = (Row("Who agreed to what", register, ("One register, for everything that needs somebody’s yes",)),)
    return Section("Consent", rows if register else (), "The register is not here yet")


def _said_of_us(case: Case) -> Section:
    rows = (
        Row(
            "Complaints, compliments and comments", page("cases:complaints", case.pk), ("And how to complain, to keep",)
        ),
        Row("How long we keep this record", page("cases:retention", case.pk), ("For each child, by which source",)),
    )
    return Section("What people say of our work, and how long we keep it", rows, "")


def _kept_out(case: Case) -> Section:
    found = Exclusion.objects.filter(case=case, lifted_on=None).select_related("worker")
    return Section(
        "Who must not see this record",
        tuple(
            Row(each.worker.name, "", notes(each.reason, f"Since {day_in_words(each.started_on)}"))
            for each in found.order_by("started_on", "pk")
        ),
        "Nobody is kept from this record",
        "You read this because you decide who works with whom.",
    )
