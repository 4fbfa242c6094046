"""Only operations write. Everybody else reads, and asks the database in Django's words."""

import pytest

from tests.guards import walk
from tests.guards.writes import Finding, writes

# Who writes, and asks in SQL where it must.
MAY = ("/operations/", "/operations.py", "/management/", "camden/audit.py", "camden/outbox.py", "camden/principal.py")
# Who else does one such thing, in which function, and why.
BUT = {
    (
        "camden/models/once.py",
        "Statement.rows",
    ): "asks a query that Django put together once, on the connection whose principal is bound",
    ("camden/models/once.py", "_prepared"): "has that query prepared by the connection, and drops the oldest",
    ("camden/models/once.py", "later"): "a placeholder for a value, and nothing else",
    (
        "cases/readings/timeline.py",
        "_newest",
    ): "calls newest_entries, a function of wall_timeline.sql that holds the policy inside",
    ("cases/readings/visit_sheet.py", "_team"): "makes rows of one array of keys; knows no table",
    (
        "cases/readings/caseload.py",
        "people_called",
    ): "calls search_people, a function of wall_search_people.sql that holds the policy inside",
    (
        "cases/readings/finding.py",
        "find_people",
    ): "calls search_people, a function of wall_search_people.sql that holds the policy inside",
    (
        "cases/readings/finding.py",
        "find_notes",
    ): "calls search_notes, a function of wall_search.sql that holds the policy inside",
    (
        "cases/measures/everybody.py",
        "_asked",
    ): "calls caseloads_to_weigh, a function of wall_weighing.sql that asks who may know and names nobody",
    (
        "cases/measures/team_counts.py",
        "counted",
    ): "counts rows behind their policies, of records the person sees (docs/adr/0024)",
    (
        "supervision/measures.py",
        "heard_in",
    ): "counts rows behind their policies, of records the person sees (docs/adr/0024)",
    (
        "cases/readings/due.py",
        "ahead_of",
    ): "calls happenings_of, a function of wall_clocks.sql that holds the policy inside, beside clocks behind theirs",
    (
        "conferences/readings/reminding.py",
        "_waits",
    ): "calls conferences_afterwards, a function of wall_links.sql that asks whose families they are",
    (
        "conferences/readings/safety.py",
        "known_to_the_record",
    ): "calls conference_safety, a function of wall_danger.sql that asks who coordinates and who sees the record",
    (
        "conferences/readings/journeys.py",
        "happenings",
    ): "calls happenings_of, a function of wall_clocks.sql that holds the policy inside",
    (
        "cases/readings/access_log.py",
        "access_log",
    ): "calls who_opened, a function of wall_seen.sql that asks whether the record is visible",
    ("cases/readings/drafts.py", "begun"): "calls drafts_of_case, a function of wall.sql that holds the policy inside",
    (
        "cases/readings/news.py",
        "_looks",
    ): "calls looked_on_duty, a function of wall.sql that holds the policy inside",
    (
        "cases/readings/registered.py",
        "not_registered",
    ): "calls not_registered, a function of wall_registered.sql that says no more of how somebody is employed",
    (
        "supervision/readings/discussions.py",
        "children_of",
    ): "calls heard_children, a function of wall.sql that asks whether the person was there",
    (
        "supervision/readings/consultations.py",
        "_about",
    ): "calls consulted_about, a function of wall_record_consulting.sql that names a child by the family's leave alone",
    (
        "supervision/readings/agenda.py",
        "_children",
    ): "calls agenda_children, a function of wall_record.sql that asks whether the person was given the agenda",
    (
        "supervision/readings/quality.py",
        "ratings_of",
    ): "calls group_ratings, a function of wall_quality.sql for the group's own people, which leaves out who said it",
    ("training/measures.py", "in_teams"): "calls learning_in_teams, which counts without showing anybody's words",
    ("training/readings/register.py", "_version"): "calls register_version, which answers with a number",
    (
        "training/readings/register.py",
        "_said",
    ): "calls feedback_of, which answers whoever runs the course, from five people up and without a name",
    ("training/readings/required.py", "who_is_away"): "calls learners, which answers whoever may ask about them",
    ("training/readings/required.py", "_people"): "calls learners, which answers whoever may ask about them",
    ("training/measures.py", "_ask"): "calls functions of training's walls, which answer with keys, days and numbers",
    (
        "training/readings/panel.py",
        "reviews_for_panel",
    ): "calls reviews_for_panel, a function of wall_programmes.sql that leaves out what the worker says of support",
    ("camden/papers/word.py", "as_word"): "saves a document into bytes; knows no database",
    ("camden/overview/sheets.py", "as_workbook"): "saves a sheet into bytes; knows no database",
    ("cases/rules/pictures.py", "_as_jpeg"): "saves a picture into bytes; knows no database",
    ("camden/office/views.py", "_database"): "asks which role the web runs as, for /readyz; reads no record",
}


def astray(findings: list[Finding], but: dict[tuple[str, str], str]) -> list[str]:
    """Writing and SQL outside the rooms that may, and exceptions nobody needs any more."""
    found = [finding for finding in findings if not any(room in finding.path for room in MAY)]
    needed = {(finding.path, finding.function) for finding in found}
    stray = [str(finding) for finding in found if (finding.path, finding.function) not in but]
    return stray + [
        f"{path} {function} is excepted, and need not be" for path, function in but if (path, function) not in needed
    ]


def test_only_operations_write():
    findings = [finding for name in walk.sources() for finding in writes(walk.text(name), name)]
    assert astray(findings, BUT) == []


BEFORE = """
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.db import connection, connections, transaction
from django.shortcuts import get_object_or_404
from camden.models import Team, User
from cases import lookup
from cases.lookup import get_case, get_child, get_visit
from cases.models import Case, Household, Member, Visit, VisitChild
from cases.models.involvement import Involvement as Work
from cases.operations.visits import ChildPart
"""
WRITING = [
    "def view(request, pk): case = get_case(request, pk); case.save()",
    "def view(request, pk): lookup.get_case(request, pk).delete()",
    "def view(request, pk): get_visit(request, 1, pk).account.save(update_fields=['words'])",
    "def view(request, pk): get_visit(request, 1, pk).parts.filter(seen='alone').update(words='')",
    "def view(request, pk): get_child(request, 1, pk).involvements.all().delete()",
    "def view(request): Case.objects.create(name='x')",
    "async def view(request): await Case.objects.acreate(name='x')",
    "def view(request): Member.objects.children().update(sex='')",
    "def view(request): Work._base_manager.filter(pk=1).delete()",
    "def view(request): Visit.objects.bulk_create(Visit() for _ in range(3))",
    "def view(request): Visit.objects.get(pk=1).children.add(7)",
    "def view(request): Visit.objects.first().children.clear()",
    "def view(request): request.user.save()",
    "def view(request): get_user_model().objects.create(name='x')",
    "def view(request): get_object_or_404(Case, pk=1).save()",
    "def view(request): Session.objects.filter(pk=1).delete()",
    "def view(case: Case | None): case and case.save()",
    "def view(cases: 'list[Case]'):\n    for case in cases: case.save()",
    "def view(byname: dict[str, Case]):\n    for _, case in byname.items(): case.asave()",
    "def view(byname: dict[str, Case]): byname['x'].save()",
    "def view(kind: type[Case]): kind.objects.create()",
    "def view(parts: list[ChildPart]): [part.child.save() for part in parts]",
    "def view(request): home, made = Household.objects.get_or_create(name='x'); home.save()",
    "def view(request): case = Case(name='x'); transaction.on_commit(case.save)",
    "def view(request): getattr(Case.objects.get(pk=1), 'save')()",
    "def view(request): changes = Case.objects.filter(pk=1); changes = changes.exclude(pk=2); changes.update(name='x')",
    "def view(request): (case := Case.objects.get(pk=1)).save()",
    "def view(request): Case.save(Case.objects.get(pk=1))",
    "def view(whatever): whatever.save()",
    "def view(whatever): whatever.update(name='x')",
    "def view(whatever): whatever.bulk_create([])",
    "def view(request):\n with connection.cursor() as cursor: cursor.execute('select 1')",
    "def view(request):\n cursor = connections['aside'].cursor(); cursor.executemany('select 1', [])",
    "def view(request): Case.objects.raw('select 1')",
    "def view(request): Case.objects.extra(where=['true'])",
    "from django.db.models.expressions import RawSQL\ndef view(request): Case.objects.annotate(x=RawSQL('1', []))",
    "class Page:\n def __init__(self, team: Team): self.team = team\n def show(self): self.team.save()",
    "class Question(Case):\n def save(self, **kwargs): super().save(**kwargs)",
    "def find() -> User: ...\ndef view(request): find().save()",
    "Case.objects.update(name='x')",
]
INNOCENT = [
    "def view(request): request.opened.add(7)",
    "def view(request): seen = set(); seen.add(7); seen.clear(); seen.remove(7)",
    "def view(request): facts = {}; facts.update(name='x'); facts.update({'a': 1})",
    "def view(facts: dict[str, object]): facts.update(name='x')",
    "import hashlib\ndef view(data: bytes): sha = hashlib.sha256(); sha.update(data)",
    "from cases.forms.search import SearchForm\ndef view(request): form = SearchForm(request.GET); print(form.save)",
    "from django.contrib import messages\ndef view(request): messages.add_message(request, 1, 'x')",
    "from django.core.cache import cache\ndef view(request): cache.set('a', 1); cache.delete('a')",
    "from datetime import datetime\ndef view(request): return datetime.now().replace(year=2026)",
    "from cases.operations.visits import log_visit\ndef view(case: Case): log_visit(case=case, by=None)",
    "from pathlib import Path\ndef view(folder: Path): (folder / 'x').unlink()",
    "from collections import Counter\ndef view(request): counts = Counter(); counts.update(name=1); counts.clear()",
    "def view(request): cases = list(Case.objects.visible_to(request.user)); cases.clear(); cases.remove(1)",
    "def view(request): return Case.objects.filter(pk=1).values('pk').order_by('pk').exists()",
    "def view(request): ids = {case.pk for case in Case.objects.all()}; ids.add(7)",
    "def view(request): request.session.save(); request.session.update(a=1)",
    "def view(request):\n for word in (): print(word.strip())\n return [each.upper() for each in []]",
    "class Tally:\n def add(self, n: int): ...\ndef view(request): Tally().add(7)",
]


@pytest.mark.parametrize("sample", WRITING)
def test_writing_in_a_view_is_reported(sample):
    assert [
        finding for finding in writes(BEFORE + sample, "cases/views/sample.py") if finding.line > BEFORE.count("\n")
    ]


@pytest.mark.parametrize("sample", INNOCENT)
def test_what_only_sounds_like_writing_is_innocent(sample):
    assert writes(BEFORE + sample, "cases/views/sample.py") == []


def test_only_the_rooms_that_may_write_are_passed_over():
    sample = "from cases.models import Case\n\n\ndef close(request):\n    Case.objects.update(name='')\n"
    found = [finding for path in ("cases/operations/x.py", "cases/views/x.py") for finding in writes(sample, path)]
    said = "cases/views/x.py:5 close writes a manager or queryset of Case: Case.objects.update"
    assert astray(found, {}) == [said]
    assert astray(found, {("cases/views/x.py", "close"): "because"}) == []
    assert astray([], {("cases/views/x.py", "close"): "because"}) == [
        "cases/views/x.py close is excepted, and need not be"
    ]
