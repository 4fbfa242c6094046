"""Alerts in words: what happened, to which family, when, and the way there."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.urls import NoReverseMatch, reverse

from camden.models import User
from camden.operations.alerts import ALERTS, Alert
from camden.rules.moments import clock, day_here, recent_day
from cases.models import Case
from cases.models.case import OfCase


@dataclass(frozen=True)
class AlertLine:
    """One alert. `about` is a family, or a colleague; `href` is empty where there is nothing to open."""

    what: str
    about: str
    href: str
    when: str
    is_new: bool
    case_pk: int | None


def alert_lines(alerts: Iterable[Alert], user: User, on: date) -> list[AlertLine]:
    """Of families that are open to this person, in their order. One query for each kind of thing they are about."""
    alerts = list(alerts)
    keys: dict[str, set[int]] = defaultdict(set)
    for alert in alerts:
        keys[alert.subject].add(alert.subject_id)
    about = {(label, pk): said for label, pks in keys.items() for pk, said in _about(label, pks, user).items()}
    return [_line(alert, *about.get((alert.subject, alert.subject_id), ("", None, "")), on) for alert in alerts]


def _about(label: str, pks: set[int], user: User) -> dict[int, tuple[str, int | None, str]]:
    """A family's name, the key of its record, and the page where it is answered; of a colleague their name."""
    model: Any = apps.get_model(label)
    visible = Case.objects.visible_to(user)
    if model is User:
        return {person.pk: (person.name, None, "") for person in User.objects.filter(pk__in=pks)}
    if model is Case:
        return {case.pk: (case.name, case.pk, "") for case in visible.filter(pk__in=pks)}
    if not issubclass(model, OfCase):
        return {}
    rows = model._base_manager.filter(pk__in=pks, case__in=visible).select_related("case")
    answered = getattr(model, "get_answer_url", lambda row: "")
    return {row.pk: (row.case.name, row.case_id, answered(row)) for row in rows}


def _line(alert: Alert, about: str, case: int | None, answered: str, on: date) -> AlertLine:
    when = f"{recent_day(day_here(alert.written_at), on)} {clock(alert.written_at)}"
    what = ALERTS.get(alert.kind, "Something needs you")
    return AlertLine(what, about, (answered or _where(alert.kind, case)) if case else "", when, alert.is_new, case)


def _where(kind: str, case: int) -> str:
    try:
        return reverse("cases:feedback" if kind == "alert-family" else "cases:journey", args=[case])
    except NoReverseMatch:
        return reverse("cases:detail", args=[case])
