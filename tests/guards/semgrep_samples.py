"""Shows that each of our semgrep rules bites: it finds what the samples mark, and nothing else. Run by .ci/run.

    python tests/guards/semgrep_samples.py path/to/semgrep

A comment `ruleid: a, b` says that the next line breaks these rules, `ok: a` that it breaks nothing of that kind.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLES, RULES = ROOT / "tests/guards/samples", ROOT / ".ci/semgrep.yml"
Finding = tuple[str, int, str]  # the file, the line, the rule


def marked(folder: Path, word: str) -> set[Finding]:
    """What the comments of the samples say."""
    return {
        (str(path.relative_to(folder)), at + 1, rule)
        for path in folder.rglob("sample.*")
        for at, line in enumerate(path.read_text().splitlines(), start=1)
        for said in re.findall(rf"\b{word}: ([\w, -]+)", line)
        for rule in re.findall(r"[a-z]+(?:-[a-z0-9]+)+", said)
    }


def found(semgrep: str, folder: Path) -> set[Finding]:
    """What semgrep says about a copy of the samples: where they lie, it would pass them over as tests."""
    words = [
        semgrep,
        "scan",
        "--config",
        str(RULES),
        "--metrics",
        "off",
        "--disable-version-check",
        "--json",
        "--quiet",
    ]
    done = subprocess.run([*words, "--no-git-ignore", "."], cwd=folder, capture_output=True, text=True)
    if done.returncode > 1:
        sys.exit(done.stderr or done.stdout)
    said = json.loads(done.stdout)
    if said["errors"]:
        sys.exit(json.dumps(said["errors"], indent=1))
    return {(each["path"], each["start"]["line"], each["check_id"].rpartition(".")[2]) for each in said["results"]}


def main(semgrep: str) -> int:
    """Compare, and say what differs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "samples"
        shutil.copytree(SAMPLES, folder)
        wanted, seen = marked(folder, "ruleid"), found(semgrep, folder)
    rules = set(re.findall(r"^  - id: (\S+)", RULES.read_text(), re.M))
    wrong = [f"not found: {each}" for each in sorted(wanted - seen)] + [
        f"unasked for: {each}" for each in sorted(seen - wanted)
    ]
    wrong += [f"no sample of {rule}" for rule in sorted(rules - {rule for _, _, rule in wanted})]
    print(
        "\n".join(wrong) or f"semgrep's {len(rules)} rules find the {len(wanted)} faults of the samples and no others."
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(str(Path(sys.argv[1]).absolute())))
