# What semgrep must find in a view, and what it must leave alone. Never run.
from django.shortcuts import get_object_or_404
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.views.decorators.csrf import csrf_exempt

from cases import models
from cases.lookup import get_case
from cases.models import Case, Member


def detail(request, pk):
    # ok: row-fetched-in-a-view
    case = get_case(request, pk)
    # ruleid: row-fetched-in-a-view
    Member.objects.filter(case=case)
    # ruleid: row-fetched-in-a-view
    models.Visit.objects.all()
    # ruleid: row-fetched-in-a-view
    Member._base_manager.get(pk=pk)
    # ruleid: row-fetched-in-a-view, record-not-asked-for-a-person
    Case.objects.get(pk=pk)
    # ruleid: row-fetched-in-a-view
    Case.objects.visible_to(request.user)
    # ok: row-fetched-in-a-view
    models.Team.objects.all()
    # ruleid: row-fetched-in-a-view, record-not-asked-for-a-person, shortcut-that-names-what-is-missing
    return get_object_or_404(Case.objects.filter(pk=pk))


# ruleid: form-from-anywhere
@csrf_exempt
def words(request, typed):
    # ruleid: unescaped-text
    mark_safe(typed)
    # ruleid: format-html-of-made-up-text
    format_html(f"<b>{typed}</b>")
    # ruleid: format-html-of-made-up-text
    format_html("<b>" + typed + "</b>")
    # ruleid: format-html-of-made-up-text
    format_html("<b>%s</b>" % typed)
    # ruleid: format-html-of-made-up-text
    format_html("<b>{}</b>".format(typed))
    # ok: format-html-of-made-up-text
    return format_html("<b>{}</b>", typed)
