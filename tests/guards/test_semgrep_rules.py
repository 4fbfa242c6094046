"""semgrep's rules name every model of a record. That the rules bite is asked by .ci/run (semgrep_samples.py)."""

import re

import yaml

from cases.models import Case
from tests.guards import walk


def named(rules: str) -> set[str]:
    """The models that .ci/semgrep.yml takes for models of a record."""
    by_id = {rule["id"]: rule for rule in yaml.safe_load(rules)["rules"]}
    expressions = [each for each in by_id["row-fetched-in-a-view"]["patterns"] if "metavariable-regex" in each]
    return set(re.findall(r"\w{3,}", expressions[0]["metavariable-regex"]["regex"]))


def of_a_record() -> set[str]:
    """Every model whose rows hang beneath a record, and the record."""
    facts = [model for model in walk.our_models() if not walk.is_event(model)]
    return {model.__name__ for model in facts if any(field.related_model is Case for field in model._meta.fields)} | {
        "Case"
    }


def test_semgrep_knows_every_model_of_a_record():
    assert named(walk.text(".ci/semgrep.yml")) == of_a_record()


def test_a_model_that_semgrep_does_not_know_is_reported():
    short = walk.text(".ci/semgrep.yml").replace("|Member|", "|")
    assert of_a_record() - named(short) == {"Member"}
