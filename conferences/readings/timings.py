"""How long each stretch of a conference may take, as this council keeps it; and its clocks, for many at once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from camden.operations.rulebook import calendar, timescales
from conferences.models import ConferenceStage, Outcome
from conferences.rules.stages import Stage
from conferences.rules.steps import DEFAULTS, Clock, Limit, Step, Timing, clocks
from conferences.rules.timescales import ROWS


def limits_on(on: date) -> dict[Timing, Limit]:
    """Each limit, with the amount of its timescale where a council keeps one, as it holds on that day. One query."""
    kept = {
        rule.code: rule
        for rule in timescales(ROWS, on)
        if rule.amount and (rule.effective_to is None or rule.effective_to > on)
    }
    found = {}
    for timing, limit in DEFAULTS.items():
        rule = kept.get(limit.code)
        found[timing] = replace(limit, until=type(limit.until)(rule.amount, rule.unit)) if rule else limit
    return found


def clocks_by_conference(keys: Sequence[int], on: date) -> Mapping[int, tuple[Clock, ...]]:
    """The clocks of several conferences by their keys. Four queries, however many."""
    steps: dict[int, list[Step]] = defaultdict(list)
    said = ConferenceStage.objects.filter(conference__in=keys).order_by("pk")
    for conference, stage, day in said.values_list("conference", "stage", "happened_on"):
        steps[conference].append(Step(Stage(stage), day))
    asked: dict[int, list[tuple[Timing, date]]] = defaultdict(list)
    answers = Outcome.objects.filter(conference__in=keys, timing__startswith="ask-")
    for conference, timing, day in answers.values_list("conference", "timing", "answered_on"):
        asked[conference].append((Timing(timing), day))
    limits, days = limits_on(on), calendar()
    return {key: clocks(steps[key], days, on=on, asked=asked[key], limits=limits) for key in keys}
