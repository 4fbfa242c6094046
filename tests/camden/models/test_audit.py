"""The memory of a look outlives what was looked at."""

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from camden.models import CaseOpened, Recorded, RecordOpened, Refusal

AUDIT = (RecordOpened, CaseOpened, Recorded, Refusal)


@pytest.mark.django_db
def test_no_row_of_the_audit_hangs_on_another_table() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            r"""
            select conrelid::regclass::text, confrelid::regclass::text from pg_constraint
            where contype = 'f' and (conrelid::regclass::text ~ 'opened|recorded|refusal'
              or confrelid::regclass::text ~ 'opened|recorded')
            """
        )
        assert cursor.fetchall() == []
    assert not [field for model in AUDIT for field in model._meta.fields if field.is_relation]


@pytest.mark.django_db
def test_history_is_added_to_and_never_changed_not_even_by_the_owner(cast: object) -> None:
    events = [model for model in apps.get_models() if hasattr(model, "pgh_tracked_model")]
    assert len(events) >= 13
    for event in events:
        with connection.cursor() as cursor:
            cursor.execute(f"select count(*) from {event._meta.db_table}")
            if not cursor.fetchone()[0]:
                continue
            for change in ("delete from {}", "update {} set pgh_label = 'x'"):
                with pytest.raises(DatabaseError, match="pgtrigger"), transaction.atomic():
                    cursor.execute(change.format(event._meta.db_table))
