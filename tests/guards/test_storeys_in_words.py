"""A lower storey does not name an upper one in words either: not its models, tables, addresses or reverse accessors.

import-linter sees imports only. The trade's own words (supervision order, child protection conference) are innocent.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db import models
from django.test.utils import isolate_apps

from cases.models import Case, Member
from tests.guards import walk

# Whom an app must not name: those above it, and the stranger beside it.
UNKNOWN_TO = {
    "camden": ("cases", "training", "supervision", "conferences"),
    "cases": ("training", "supervision", "conferences"),
    "training": ("cases", "supervision", "conferences"),
    "supervision": ("conferences",),
    "conferences": ("supervision",),
}
# The roof: what stands above every app, in the package that is also the floor.
ROOF = ("camden/urls.py", "camden/settings.py", "camden/celery.py", "camden/overview/", "camden/management/")


@dataclass
class Words:
    """What must not be said: labels as expressions, accessors as names."""

    labels: list[str] = field(default_factory=list)
    accessors: set[str] = field(default_factory=set)


def words_of(found: Iterable[type[models.Model]], apps: Iterable[str]) -> Words:
    """The words of these apps: labels, tables and URL names, and the accessors they give to models of other apps."""
    words = Words(labels=[rf"\b{app}:[a-z]" for app in apps])
    for meta in [model._meta for model in found if model._meta.app_label in apps]:
        words.labels += [rf"\b{meta.app_label}\.{meta.object_name}\b", rf"\b{meta.db_table}\b"]
        for relation in [*meta.fields, *meta.many_to_many]:
            remote = relation.remote_field
            if remote and not remote.hidden and relation.related_model._meta.app_label not in apps:
                words.accessors |= {remote.get_accessor_name(), relation.related_query_name()}
    return words


def said_too_high(source: str, path: str, words: Words) -> list[str]:
    """Where a module, or a file of SQL, says one of the words."""
    if not path.endswith(".py"):
        lines = enumerate(source.splitlines(), start=1)
        return [
            f"{path}:{at} says {label}" for at, line in lines for label in words.labels if re.search(label, line, re.I)
        ]
    return [f"{path}:{at} says {word}" for at, word in sorted(set(_in_python(ast.parse(source), words)))]


def _in_python(tree: ast.Module, words: Words) -> Iterator[tuple[int, str]]:
    comments = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        said = ""
        match node:
            case ast.Constant(value=str(said)) if id(node) not in comments:
                yield from ((node.lineno, label) for label in words.labels if re.search(label, said, re.I))
            case ast.Attribute(attr=said) | ast.keyword(arg=str(said)):
                pass
            case _:
                continue
        if re.fullmatch(r"-?\w+", said):
            yield from ((node.lineno, name) for name in set(said.lstrip("-").split("__")) & words.accessors)


def own_words(app: str) -> set[str]:
    """Names of fields and accessors that the app itself, or one below it, gives: they are not another's."""
    known = [model for model in walk.our_models() if model._meta.app_label not in UNKNOWN_TO[app]]
    names = {each.name for model in known for each in [*model._meta.fields, *model._meta.many_to_many]}
    ties = [
        each.remote_field
        for model in known
        for each in [*model._meta.fields, *model._meta.many_to_many]
        if each.remote_field
    ]
    return names | {tie.get_accessor_name() for tie in ties} | {tie.name for tie in ties}


def test_a_lower_storey_never_names_an_upper_one():
    found = []
    for app, unknown in UNKNOWN_TO.items():
        words = words_of(walk.our_models(), unknown)
        words.accessors -= own_words(app)
        sql = [name for name in walk.files() if name.startswith(f"{app}/") and name.endswith(".sql")]
        for name in [*walk.sources(app), *sql]:
            if not name.startswith(ROOF):
                found += said_too_high(walk.text(name), name, words)
    assert found == []


SAMPLE = '''
"""About supervision.Session: this is only prose."""
from django.urls import reverse

ORDER = "supervision"  # the order of a court
kind = "child protection conference"
label = apps.get_model("supervision.Session")
sql = "select 1 from supervision_session"
where = reverse("supervision:for-case", args=[1])
drifting = Case.objects.filter(discussions=None)
late = Case.objects.order_by("-discussions__session__held_on")
first = case.discussions.first()
children = case.present_at.all()
innocent = [worker.supervision_order, dict(session=1), "supervision: every month"]
'''


def test_words_of_an_upper_storey_are_reported():
    with isolate_apps("supervision"):

        class Session(models.Model):
            children = models.ManyToManyField(Member, related_name="present_at")

            class Meta:
                app_label = "supervision"

        class Discussion(models.Model):
            session = models.ForeignKey(Session, on_delete=models.CASCADE)
            case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="discussions")
            next_case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")

            class Meta:
                app_label = "supervision"

        words = words_of([Session, Discussion], ["supervision"])
    assert words.accessors == {"discussions", "present_at"}
    said = [finding.removeprefix("cases/sample.py:") for finding in said_too_high(SAMPLE, "cases/sample.py", words)]
    assert said == [
        r"7 says \bsupervision\.Session\b",
        r"8 says \bsupervision_session\b",
        r"9 says \bsupervision:[a-z]",
        "10 says discussions",
        "11 says discussions",
        "12 says discussions",
        "13 says present_at",
    ]
    assert said_too_high("select 1\nfrom supervision_session", "cases/wall.sql", words) == [
        r"cases/wall.sql:2 says \bsupervision_session\b"
    ]
