# What semgrep must find in a reading, and what it must leave alone. Never run.
from django.db.models.expressions import RawSQL

from cases.models import Case, Member


def read(user, case, keys):
    # ok: row-fetched-in-a-view, row-of-any-record
    Member.objects.filter(case=case)
    # ok: row-of-any-record
    Member.objects.get(pk=1, case=case)
    # ruleid: row-of-any-record
    Member.objects.get(pk=1)
    # ruleid: row-of-any-record
    Member.objects.all()
    # ruleid: row-of-any-record
    Member.objects.in_bulk(keys)
    # ok: record-not-asked-for-a-person
    Case.objects.visible_to(user).filter(closed_on=None).order_by("pk")
    # ruleid: record-not-asked-for-a-person
    Case.objects.filter(closed_on=None)
    # ruleid: record-not-asked-for-a-person
    Case.objects.filter(closed_on=None).visible_to(user)
    # ruleid: record-not-asked-for-a-person
    Case._base_manager.filter(closed_on=None)
    # ruleid: rows-by-sql
    Member.objects.raw("select 1")
    # ruleid: rows-by-sql
    Member.objects.filter(case=case).extra(where=["true"])
    # ruleid: rows-by-sql
    return Member.objects.filter(case=case).annotate(x=RawSQL("1", []))
