"""How discussions would end: what each still needs, and what of it flows where (REFERENCE 5.4)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from camden.rules.names import day_in_words
from supervision.models import AgreedAction, Discussion, DiscussionChild, Hypothesis, ManagementDecision
from supervision.rules import closing, counting, deciding, hypotheses
from supervision.rules.closing import Discussed, Part
from supervision.rules.stages import Voice

OFFERED = Hypothesis.Status.PROPOSED
# How a voice begins where nobody could ask: DiscussionChild.Kind.
BEGINS = {DiscussionChild.Kind.SHOWS: "What we see: ", DiscussionChild.Kind.NEEDS: "What this child will need: "}

_IDEAS = (
    Hypothesis.objects.filter(discussion=OuterRef("pk"))
    .exclude(status=OFFERED)
    .order_by("pk")
    .values(
        told=JSONObject(
            text="text", kept_by="kept_by", danger="is_about_danger", whom="kept__ask_whom", by="kept__ask_by",
            on="kept__ask_by_on", first="kept__first_sentence", because="kept__not_asked_because",
        )
    )
)  # fmt: skip
_DECIDED = (
    ManagementDecision.objects.filter(discussion=OuterRef("pk"), withdrawn_on=None)
    .order_by("pk")
    .values(told=JSONObject(about="about", what="what", why="why", authority="authority", manager="for_manager"))
)


class Heard(Protocol):
    """A child's first name, and what was written of their voice."""

    @property
    def name(self) -> str: ...
    @property
    def voice(self) -> str: ...


def discussed(rows: Sequence[Any], children: Mapping[int, Sequence[Heard]]) -> list[Discussed]:
    """Discussions that brought their `words`, as the rules of closing know them. `children` of each by its key.

    One query, however many.
    """
    ideas: dict[int, list[hypotheses.Hypothesis]] = defaultdict(list)
    decided: dict[int, list[deciding.Decided]] = defaultdict(list)
    told = Discussion.objects.filter(pk__in=[row.pk for row in rows]).annotate(
        ideas=ArraySubquery(_IDEAS), decided=ArraySubquery(_DECIDED)
    )
    for key, held_on, kept, decisions in told.values_list("pk", "held_on", "ideas", "decided"):
        ideas[key] = [_idea(each, held_on) for each in kept]
        decided[key] = [_decided(**each) for each in decisions]
    return [
        Discussed(row.pk, _said(row, children.get(row.pk, ())), tuple(ideas[row.pk]), tuple(decided[row.pk]))
        for row in rows
    ]


def missing_of(rows: Sequence[Any], children: Mapping[int, Sequence[Heard]]) -> dict[int, tuple[str, ...]]:
    """What each discussion still needs before it is agreed, in words. No question to the database for none."""
    open_ = [row for row in rows if row.agreed_on is None]
    return {one.key: tuple(closing.missing(one)) for one in discussed(open_, children)} if open_ else {}


def decided_of(row: ManagementDecision) -> deciding.Decided:
    """A decision as the rules know it."""
    return _decided(row.about, row.what, row.why, row.authority, row.for_manager_id)


def on_file(discussion: Discussion) -> dict[Part, str]:
    """All that was written of a family and may flow to its children's files, by part. Three queries.

    What stays in the room is not even asked for.
    """
    words = discussion.words
    kept = discussion.hypotheses.exclude(status=OFFERED).order_by("pk").values_list("text", flat=True)
    actions = discussion.actions.exclude(what="").select_related("keeper").order_by("pk")
    decisions = discussion.decisions.filter(withdrawn_on=None).select_related("said_by").order_by("pk")
    return {
        Part.DILEMMA: words.dilemma,
        Part.KEPT: "\n".join(kept),
        Part.SAFETY: words.safety,
        Part.ACTION: "\n".join(_action(each) for each in actions),
        Part.DECISION: "\n".join(_decision(each) for each in decisions if not decided_of(each).is_recommendation),
        Part.QUICK_LINE: _lines({"What changed": words.changed, "Next": words.next_step}),
    }


def voice_on_file(row: DiscussionChild) -> str:
    """One child's line, with how we know; empty while nobody wrote it."""
    said = row.voice.strip()
    source = f" ({row.source.strip()})" if row.source.strip() else ""
    return f"{BEGINS.get(DiscussionChild.Kind(row.kind), '')}{said}{source}" if said else ""


def _said(row: Any, children: Iterable[Heard]) -> counting.Said:
    words = row.words
    return counting.Said(
        talk=counting.Talk(row.depth),
        standing=counting.Standing(row.standing),
        dilemma=words.dilemma,
        voices=tuple(Voice(child.name, child.voice) for child in children),
        safety=words.safety,
        changed=words.changed,
        worry=words.worry,
        next_step=words.next_step,
    )


def _decided(about: str, what: str, why: str, authority: int | None, manager: int | None) -> deciding.Decided:
    level = deciding.Authority(authority) if authority else None
    return deciding.Decided(deciding.About(about), what, why, level, manager)


def _idea(told: Mapping[str, Any], held_on: date) -> hypotheses.Hypothesis:
    """Kept before anybody said by whom is the presenter's. A question for a day before the session has no day yet."""
    kept_by = hypotheses.KeptBy(told["kept_by"] or hypotheses.KeptBy.PRESENTER)
    day = date.fromisoformat(told["on"]) if told["on"] else None
    to_ask = hypotheses.ToAsk(
        told["whom"] or "", told["by"], day if day and day >= held_on else None, told["first"] or ""
    )
    return hypotheses.Hypothesis(told["text"], kept_by, told["danger"], to_ask, not_asked_because=told["because"] or "")


def _action(row: AgreedAction) -> str:
    by = f", by {day_in_words(row.due_on)}" if row.due_on else ""
    why = f" Why: {row.why.strip()}" if row.why.strip() else ""
    return f"{row.keeper} will {row.what[:1].lower()}{row.what[1:].rstrip('.')}{by}.{why}"


def _decision(row: ManagementDecision) -> str:
    return f"{row.what.strip()} ({row.said_by}) Why: {row.why.strip()}"


def _lines(said: Mapping[str, str]) -> str:
    return "\n".join(f"{heading}: {words.strip()}" for heading, words in said.items() if words.strip())
