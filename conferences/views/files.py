"""Files that are given out: kept nowhere on the way, named after nobody."""

from django.http import HttpResponse


def as_download(content: bytes, name: str) -> HttpResponse:
    """A PDF to save or to print."""
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "no-store"
    return answer
