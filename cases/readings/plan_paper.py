"""The plan as somebody of the family has it: a page, a file and the copy they are given are made of the same blocks.

Nothing that is kept from whoever reads is in it; a text in which such words were typed is withheld whole. A child reads
their own: plain words, nothing about brothers and sisters alone, and no worry written for grown-ups.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from camden.papers.paper import Block, Heading, Paper, Picture, Points, Table, Words
from camden.rules.names import day_in_words
from cases.models import Case, HouseholdMembership, Member, Relationship, Release
from cases.readings.family import read_family
from cases.readings.giving import kept_from_reader
from cases.readings.whole_plan import Aim, Task, Text, WholePlan, for_one_child, whole_plan
from cases.readings.writing_paper import BODY, BODY_CHILD
from cases.rules.audience import FAMILY, Audience
from cases.rules.family_plan import CHILDS_TITLES, basis_in_words, in_childs_words, who_has, will
from cases.rules.giving import day_for_them, gives_away, trade_words_in
from cases.rules.recording import GIVEN_HOW

_KINDS: dict[str, type[Block]] = {"Heading": Heading, "Words": Words, "Points": Points, "Table": Table}
DIFFERENTLY = "If you see something differently, tell us. Your words go beside ours, and nobody takes them out."


@dataclass(frozen=True)
class Copy:
    """The plan for one reader, or for the family together. `hints` are words of the trade in it, and plainer ones.

    `withheld` names texts in which words stand that are kept from them: for the worker's eyes.
    """

    paper: Paper
    is_for_child: bool
    hints: tuple[tuple[str, str], ...]
    withheld: tuple[str, ...]
    is_empty: bool

    @property
    def text(self) -> str:
        """Every word of it."""
        return "\n".join([self.paper.title, *_texts(self.paper.blocks)])


def copy_for(case: Case, reader: Member | None, on: date) -> Copy:
    """The plan as this person may have it; nobody: as the family may read it together. About thirteen queries."""
    audience = Audience(person=reader.pk) if reader else FAMILY
    is_child = reader is not None and reader.kind == Member.Kind.CHILD
    name = reader.first_name if reader else "the family"
    plan, withheld = _clean(whole_plan(case, audience, on, name=name), kept_from_reader(case, audience))
    if reader is not None and is_child:
        plan = for_one_child(plan, reader.pk)
    else:
        plan = _only(plan, _theirs(case, reader, audience, on))
    blocks = _for_child(plan, name) if is_child else _for_family(plan)
    whose = f"{name}’s plan" if is_child else "Your family’s plan"
    for_whom = f"For {reader.name}" if reader else "For the family"
    paper = Paper(
        title=whose,
        subtitle=f"{for_whom}, as it is on {day_in_words(on)}.",
        foot=f"{whose}, {day_in_words(on)}. Confidential.",
        blocks=blocks,
        size=BODY_CHILD if is_child else BODY,
    )
    hints = tuple(trade_words_in("\n".join(_texts(blocks)))) if is_child else ()
    is_empty = not (plan.standing or plan.aims or plan.before or plan.after)
    return Copy(paper, is_child, hints, withheld, is_empty)


def as_body(copy: Copy) -> dict[str, Any]:
    """As plain values: how a copy is frozen."""
    blocks = [{"kind": type(block).__name__, **asdict(block)} for block in copy.paper.blocks]
    said = {"title": copy.paper.title, "subtitle": copy.paper.subtitle, "foot": copy.paper.foot}
    return {"version": "child" if copy.is_for_child else "grown-up", **said, "blocks": blocks}


def from_body(body: Mapping[str, Any]) -> Paper:
    """A frozen copy, word for word as it was given."""
    blocks = []
    for each in body["blocks"]:
        said = dict(each)
        blocks.append(_KINDS[said.pop("kind")](**said))
    size = BODY_CHILD if body["version"] == "child" else BODY
    return Paper(body["title"], body["subtitle"], body["foot"], blocks, size)


def copies_of(case: Case) -> list[tuple[int, str]]:
    """Copies of the plan that were given, the latest first: (key, "Anisa Rahman, by hand, Tuesday 3 November")."""
    found = Release.objects.filter(case=case, kind__in=("plan", "plan-child"), body__has_key="blocks")
    return [
        (each.pk, f"{each.recipient.name if each.recipient else each.given_to}, {GIVEN_HOW[each.how].lower()}, "
                  f"{day_for_them(each.given_on)}")
        for each in found.select_related("recipient").order_by("-given_on", "-pk")
    ]  # fmt: skip


def blocks_of(paper: Paper) -> list[tuple[str, Block]]:
    """Its blocks with what each is, for a page."""
    return [(type(block).__name__, block) for block in paper.blocks]


def _clean(plan: WholePlan, kept: Sequence[str]) -> tuple[WholePlan, tuple[str, ...]]:
    """Without any text in which words stand that are kept from the reader; and what those were."""
    texts = [text for text in plan.texts if not gives_away(_of_text(text), kept)]
    aims = [aim for aim in plan.aims if not gives_away(_of_aim(aim), kept)]
    loose = [task for task in plan.loose if not gives_away(task.what, kept)]
    contingency = "" if gives_away(plan.contingency, kept) else plan.contingency
    gone = [text.title for text in plan.texts if text not in texts]
    gone += [aim.words for aim in plan.aims if aim not in aims] + [t.what for t in plan.loose if t not in loose]
    gone += ["If things get worse"] if contingency != plan.contingency else []
    clean = replace(plan, texts=tuple(texts), aims=tuple(aims), loose=tuple(loose), contingency=contingency)
    return clean, tuple(dict.fromkeys(gone))


def _of_text(text: Text) -> str:
    return "\n".join([text.words, *(words for words, _ in text.says)])


def _of_aim(aim: Aim) -> str:
    return "\n".join([aim.words, aim.worry, aim.how_known, *(task.what for task in aim.tasks)])


def _theirs(case: Case, reader: Member | None, audience: Audience, on: date) -> set[int]:
    """The children this reader reads of: whose parent they are, for whom they decide, with whom they live.

    The family together reads of all. Nobody reads of a child of whom they may not know.
    """
    people = [who for who in read_family(case, on, audience).people if who.is_child]
    known = {who.pk for who in people if not who.is_kept}
    if reader is None:
        return known
    ties = Relationship.objects.filter(one=reader, ended_on=None)
    parents = (Relationship.Kind.MOTHER, Relationship.Kind.FATHER, Relationship.Kind.PARENT)
    near = ties.filter(kind__in=parents) | ties.filter(parental_responsibility=True)
    homes = HouseholdMembership.objects.filter(member=reader, ended_on=None).values("household")
    live_there = HouseholdMembership.objects.filter(household__in=homes, ended_on=None)
    return known & {*near.values_list("other", flat=True), *live_there.values_list("member", flat=True)}


def _only(plan: WholePlan, keys: set[int]) -> WholePlan:
    """Of the plan what is about the family and these children. What a conference said goes with who has its plan."""
    standing = [
        replace(
            each,
            names=tuple(name for name, key in zip(each.names, each.children, strict=True) if key in keys),
            children=tuple(key for key in each.children if key in keys),
        )
        for each in plan.standing
    ]
    shown = tuple(each for each in standing if each.names)
    return replace(
        plan,
        standing=shown,
        aims=tuple(each for each in plan.aims if each.child in keys | {0}),
        texts=tuple(each for each in plan.texts if each.child in keys | {0}),
        contingency=plan.contingency if any(each.basis == "protection" for each in shown) else "",
        children=tuple(each for each in plan.children if each[0] in keys),
    )


def _for_family(plan: WholePlan) -> list[Block]:
    blocks: list[Block] = [Heading("Why there is a plan")] if plan.standing else []
    for each in plan.standing:
        blocks.append(Words(who_has(each.basis, list(each.names), each.since)))
        blocks.append(Words(basis_in_words(each.basis, for_child=False)))
    for text in plan.before:
        blocks += _text(text.title, text)
    blocks += [Heading("What should be different")] if plan.aims else []
    for aim in plan.aims:
        blocks += _aim(aim, is_child=False)
    if plan.loose:
        blocks += [Heading("What we promised you"), _table(plan.loose)]
    for text in plan.after:
        blocks += _text(text.title, text)
    if plan.contingency:
        blocks += [Heading("If things get worse, the conference said"), Words(plan.contingency)]
    blocks += _when(plan, is_child=False)
    if plan.workers:
        blocks.append(Heading("Who works with you"))
        blocks += [Words(f"{name}: {role[:1].lower()}{role[1:]}") for name, role in plan.workers]
    return [*blocks, Heading("If you see it differently"), Words(DIFFERENTLY)]


def _for_child(plan: WholePlan, name: str) -> list[Block]:
    blocks: list[Block] = [Words(f"Hello {name}. This is your plan. It says what will be different, and who helps.")]
    blocks += [Words(basis_in_words(each.basis, for_child=True)) for each in plan.standing]
    for text in plan.before:
        if text.child or text.code in CHILDS_TITLES:  # what was written about grown-ups is for them
            blocks += _text(CHILDS_TITLES.get(text.code, text.title), text)
    blocks += [Heading("What should be different")] if plan.aims else []
    for aim in plan.aims:
        blocks += _aim(aim, is_child=True)
    if plan.loose:
        blocks += [Heading("What we promised you"), *(_sentence(task) for task in plan.loose)]
    for text in plan.after:
        blocks += _text(CHILDS_TITLES.get(text.code, text.title), text)
    blocks += _when(plan, is_child=True)
    if plan.workers:
        first = [who for who, _ in plan.workers]
        blocks += [Heading("Who you can talk to"), Words(", ".join(first) + ".")]
    ask = "You can always ask what a word means, or tell us that something is not right, or has changed."
    return [_plainly(block) for block in [*blocks, Words(ask)]]


def _text(title: str, text: Text) -> list[Block]:
    ours = [Words(text.words)] if text.words else []
    return [Heading(title), *ours, *(Words(f"{who}: “{words}”", is_quote=True) for words, who in text.says)]


def _aim(aim: Aim, *, is_child: bool) -> list[Block]:
    blocks: list[Block] = [Heading(aim.words, 2)]
    if not is_child:
        blocks += [Words(f"For {aim.whose if aim.child else 'the family'}.")]
        blocks += [Words(f"The worry behind it: {aim.worry}")] if aim.worry else []
        blocks += [_table(aim.tasks)] if aim.tasks else []
    else:
        blocks += [_sentence(task) for task in aim.tasks]
    if aim.how_known:
        blocks.append(Words(f"How we will all know: {aim.how_known}"))
    return blocks


def _table(tasks: Iterable[Task]) -> Table:
    rows = [
        [task.keeper, task.what[:1].upper() + task.what[1:], task.became or (task.by and f"By {task.by}")]
        for task in tasks
    ]
    return Table(["Who", "What", "When"], rows, [3, 6, 3])


def _sentence(task: Task) -> Words:
    if task.became:
        return Words(f"{task.became}: {task.keeper}, {task.what[:1].lower()}{task.what[1:].rstrip('. ')}.")
    return Words(will(task.keeper, task.what, task.by))


def _when(plan: WholePlan, *, is_child: bool) -> list[Block]:
    """How often somebody comes, and when the next meeting is: its day where they are asked to it, else by when.

    No place, no hour, nothing of who else comes.
    """
    visits = [each for each in plan.standing if each.visits]
    known = {each.work for each in plan.booked}
    meets = [each for each in plan.coming if each.is_meeting and each.state != "late" and each.work not in known]
    if not visits and not meets and not plan.booked:
        return []
    blocks: list[Block] = [Heading("When we come, and when we meet")]
    for each in visits:
        often = each.visits[:1].lower() + each.visits[1:]
        blocks.append(Words(f"We come {often}." if is_child else f"We visit {each.who} {often}."))
    blocks += [Words(f"We meet about the plan on {each.day}.") for each in plan.booked]
    return blocks + [Words(f"The next meeting about the plan is by {each.day}.") for each in meets]


def _plainly(block: Block) -> Block:
    if isinstance(block, Table | Picture) or getattr(block, "is_quote", False):
        return block  # what somebody said stays as they said it
    if isinstance(block, Points):
        return replace(block, points=[in_childs_words(point) for point in block.points])
    return replace(block, text=in_childs_words(block.text))


def _texts(blocks: Iterable[Block]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            found += [cell for row in block.rows for cell in row]
        elif isinstance(block, Points):
            found += block.points
        else:
            found.append(block.alt if isinstance(block, Picture) else block.text)
    return found
