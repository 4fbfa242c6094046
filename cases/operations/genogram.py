"""Verbs about the order in which people stand in a genogram: keep it, nudge somebody, begin afresh, find a clearer.

An order found while somebody looks is kept at once, in the look's own transaction. It is no surprise: the same facts
and the same order give the same drawing, so a second look writes nothing, and of two first looks at once one writes
what the other would. Were it not kept, the next fact would turn the whole picture round.
"""

import json
import logging
from datetime import date, datetime
from functools import partial
from typing import Any

from django.db import connection, transaction
from django.db.models import F

from camden.audit import record
from camden.celery import app
from camden.operations.versions import Overtaken, change
from cases.models import Case, GenogramOrder
from cases.readings.genogram import Picture
from cases.rules.picture_order import moved, people_of, stands, still_there, wished

log = logging.getLogger("camden.jobs")

CLEARER = "cases.tasks.find_clearer_order"
STALE = 120  # seconds after which a job that nobody took is let go: the next look asks again
PATIENCE = {"socket_connect_timeout": 0.5, "socket_timeout": 0.5, "max_retries": 0}


def keep_order(*, case: Case, picture: Picture, on: date, at: datetime) -> None:
    """Keep the order of a drawing of today, if it is new, and ask for a clearer one where it was found in a hurry.

    A drawing of an earlier day, or of what is shown only once, is never kept.
    """
    if not picture.made_for or picture.family.on < on:
        return
    if picture.is_new:
        _keep(case, picture, at)
    if picture.is_quick:
        asked = [case.pk, picture.made_for, picture.facts_sha256, picture.shape, picture.wishes]
        transaction.on_commit(partial(_ask, asked), robust=True)


@transaction.atomic
def _keep(case: Case, picture: Picture, at: datetime) -> None:
    found = {
        "rows": [list(row) for row in picture.rows],
        "facts_sha256": picture.facts_sha256,
        "drawn_at": None if picture.is_quick else at,
    }
    if picture.order is None:
        row = GenogramOrder(case=case, made_for=picture.made_for, **found)
        GenogramOrder.objects.bulk_create([row], ignore_conflicts=True)
    else:
        found["wishes"] = still_there(picture.order.wishes, (p.id for p in picture.family.persons))
        now = GenogramOrder.objects.filter(pk=picture.order.pk, version=picture.order.version)
        now.update(**found, version=F("version") + 1)


@transaction.atomic
def nudge(*, case: Case, picture: Picture, version: int | None, person: str, past: str, way: str, at: datetime) -> None:
    """Somebody stands to the left, or the right, of somebody in their row, and a drawing afresh is to keep to that.

    `picture` is today's. Asked twice, the second time changes nothing. Raises Overtaken when somebody else moved
    people meanwhile, and NotMoved where they cannot stand.
    """
    order = picture.order
    if order is None or not order.rows:
        keep_order(case=case, picture=picture, on=picture.family.on, at=at)
        order = GenogramOrder.objects.get(case=case, made_for=picture.made_for)
        version = order.version
    if stands(order.rows, person, past, way):
        return
    if version != order.version:
        raise Overtaken(order, frozenset({"rows"}))
    rows = moved(picture.family, order.rows, person, past, way)
    now = change(order, version=version, rows=rows, wishes=wished(order.wishes, person, past, way))
    record(action="moved somebody in the genogram", subject=now, case_id=case.pk)


@transaction.atomic
def draw_afresh(*, case: Case, made_for: str, keeps_wishes: bool) -> None:
    """Forget the order, so that the next look finds another; nudges stay if they are to. Nothing to forget: nothing."""
    orders = GenogramOrder.objects.select_for_update().filter(case=case, made_for=made_for).exclude(rows=[])
    for order in orders:
        order.rows, order.facts_sha256, order.drawn_at = [], "", None
        order.wishes = order.wishes if keeps_wishes else []
        kept = {name: getattr(order, name) for name in ("rows", "facts_sha256", "drawn_at", "wishes")}
        change(order, version=order.version, **kept)
        record(action="had the genogram drawn afresh", subject=order, case_id=case.pk)


def keep_clearer(*, case_pk: int, made_for: str, facts_sha256: str, wishes: Any, rows: Any) -> bool:
    """Keep the order that a job found, if it is still waited for. Whether it was.

    Written by a function of the database: jobs have no other access to a family's picture.
    """
    said: list[Any] = [case_pk, made_for, facts_sha256, json.dumps(wishes), json.dumps(people_of(rows))]
    with connection.cursor() as cursor:
        cursor.execute("select keep_clearer_order(%s, %s, %s, %s::jsonb, %s::jsonb)", said)
        return bool(cursor.fetchone()[0])


def _ask(asked: list[Any]) -> None:
    """Send the shape of a family to the jobs. A queue that does not answer costs a second, and never the page."""
    try:
        with app.connection_for_write(transport_options=PATIENCE, connect_timeout=1) as there:
            app.send_task(CLEARER, asked, connection=there, expires=STALE, retry=False)
    except Exception as why:  # whatever the queue's client raises: the picture is there, and the next look asks again
        log.warning("genogram: no job could be asked (%s)", type(why).__name__)
