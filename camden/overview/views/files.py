"""A table as a file to keep: CSV, or a sheet for a spreadsheet."""

from django.http import HttpResponse

from camden.overview.sheets import SHEETS, Rows


def as_file(kind: str, rows: Rows, title: str, name: str) -> HttpResponse:
    """The rows as a download named `name`, of a kind of SHEETS. Raises KeyError for one we do not have."""
    content_type, write = SHEETS[kind]
    answer = HttpResponse(write(rows, title), content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
