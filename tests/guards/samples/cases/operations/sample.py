# What semgrep must find in an operation, and what it must leave alone. Never run.
from cases.models import Case


def close(cursor, name, pk):
    # ok: record-not-asked-for-a-person, row-fetched-in-a-view
    Case.objects.get(pk=pk)
    # ruleid: value-inside-sql
    cursor.execute(f"select close_case('{name}')")
    # ruleid: value-inside-sql
    cursor.execute("select close_case('" + name + "')")
    # ruleid: value-inside-sql
    cursor.execute("select close_case('%s')" % name)
    # ruleid: value-inside-sql
    cursor.execute("select close_case('{}')".format(name))
    # ok: value-inside-sql
    cursor.execute("select close_case(%s)", [name])
