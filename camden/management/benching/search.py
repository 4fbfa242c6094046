"""Times the search: words that are rare, middling and common, people, and what is hidden beside what is not there."""
# ruff: noqa: S608 - the statements are put together from constants of this file

import time
from collections.abc import Iterator
from statistics import median, quantiles
from typing import Any

from django.db import transaction
from django.urls import reverse

from camden.management.benching.measure import Service, WrongAnswer, at_work
from camden.management.benching.pages import Person, Turn
from camden.models import User
from camden.principal import acting_as

PAIRS = 200
ROUNDS = 10  # that do not count
# Words of service.sql by how many notes they stand in: about ten of 300,000, one in a hundred, one in ten, all.
WORDS = {
    "rare": [f"q{n:05d}".translate(str.maketrans("0123456789", "abcdefghij")) for n in range(18_900, 19_100, 7)],
    "middling": [f"q{n:05d}".translate(str.maketrans("0123456789", "abcdefghij")) for n in range(25)],
    "common": ["kettle"],
    "in nearly all": ["school", "week"],
}
NOTES = "select * from search_notes(%s, 20)"
PEOPLE = "select * from search_people(%s, 50)"


def measure_search(service: Service, *, requests: int) -> dict[str, Any]:
    """Milliseconds of each kind of search as the web's role asks it, and of the page for hidden and missing words."""
    found = {}
    names = [" ".join(name) for name in service.names]
    for who in ("worker", "manager"):
        asked = {f"notes, {kind}": (NOTES, words) for kind, words in WORDS.items()}
        asked["people, whole name"] = (PEOPLE, names)
        asked["people, misspelled"] = (PEOPLE, [f"{name[:2]}{name[3:]}" for name in names])
        found[who] = {kind: _searched(service, service.people[who], *what, requests) for kind, what in asked.items()}
        found[who] |= _pages(service, service.people[who], requests)
    ((notes,),) = service.database.rows("select count(*) from cases_notesearch")
    return {"notes": notes, **found, "hidden": _hidden(service)}


def search_in_words(figures: dict[str, Any]) -> str:
    """The figures as lines of text."""
    lines = [f"A search of {figures['notes']:,} notes, milliseconds in the database:"]
    for who in ("worker", "manager"):
        for kind, line in figures[who].items():
            lines.append(f"  {kind}, {who}: p50 {line['p50_ms']:.1f}, p95 {line['p95_ms']:.1f}, rows {line['rows']}")
    hidden = figures["hidden"]
    lines.append(
        f"  Hidden {hidden['hidden_ms']:.2f}, not there {hidden['missing_ms']:.2f}: {hidden['apart']:+.1%} apart in"
        f" {hidden['pairs']} pairs."
    )
    return "\n".join(lines)


def _searched(service: Service, people: list[Person], sql: str, words: list[str], requests: int) -> dict[str, Any]:
    spent, rows = [], 0
    with service.database.as_default(service.database.free):
        asking = list(User.objects.filter(pk__in=[one.key for one in people]))
    for number in range(ROUNDS + requests):
        ms, rows = _asked(service, asking[number % len(asking)], sql, words[number % len(words)])
        spent += [ms] if number >= ROUNDS else []
    return {"p50_ms": round(median(spent), 2), "p95_ms": round(quantiles(spent, n=20)[-1], 2), "rows": rows}


def _pages(service: Service, people: list[Person], requests: int) -> dict[str, Any]:
    """What a person waits for: the whole page with its snippets, kind of word after kind in turn.

    A rare word is one that this person finds at least three times, so that there is something to show.
    """
    rare = {one.key: _rare(service, one) for one in people}
    kinds = [kind for kind in WORDS if kind != "rare" or any(rare.values())]
    spent: dict[str, list[float]] = {kind: [] for kind in kinds}
    rows = dict.fromkeys(kinds, 0)
    with at_work(service):
        for number in range(ROUNDS + requests):
            for kind in kinds:
                asking = [one for one in people if rare[one.key]] if kind == "rare" else people
                person = asking[number % len(asking)]
                words = rare[person.key] if kind == "rare" else WORDS[kind]
                turn = Turn(person, person.families[0][0], [], ("", ""), service.today)
                answer = service.ask(turn, reverse("cases:find", query={"q": words[number % len(words)]}))
                if answer.status != 200:
                    raise WrongAnswer(f"A search answered {answer.status}.")
                spent[kind] += [answer.ms] if number >= ROUNDS else []
                rows[kind] = max(rows[kind], answer.body.count(b'class="found__words"'))
    return {
        f"page, {kind}": {
            "p50_ms": round(median(times), 2),
            "p95_ms": round(quantiles(times, n=20)[-1], 2),
            "rows": rows[kind],
        }
        for kind, times in spent.items()
    }


def _rare(service: Service, person: Person) -> list[str]:
    """Words that stand in three to ten notes of this person's teams; whoever reaches all has those rare in all."""
    found = service.database.rows(
        "select word from (select n.tsv from cases_notesearch n join cases_case c on c.id = n.case_id"
        " where c.team_ids && %s::bigint[] and not c.is_restricted order by n.id limit 5000) few,"
        " unnest(tsvector_to_array(few.tsv)) word where word ~ '^q[a-j]{5}$'"
        " group by word having count(*) between 3 and 10 order by word limit 20",
        [person.teams],
    )
    return [word for (word,) in found] or WORDS["rare"]


def _asked(service: Service, person: User, sql: str, words: str) -> tuple[float, int]:
    """One search, bound to the person as a request is."""
    web = service.database.web
    with service.database.as_default(web), transaction.atomic(), acting_as(person), web.cursor() as cursor:
        began = time.perf_counter()
        cursor.execute(sql, [words])
        rows = len(cursor.fetchall())
        return (time.perf_counter() - began) * 1000, rows


def _hidden(service: Service) -> dict[str, Any]:
    """The page for a word that stands only in a record one must not see, and for one that stands nowhere."""
    person = service.people["worker"][0]
    with service.database.free.cursor() as cursor:
        cursor.execute(
            "insert into cases_dutynote (case_id, writer_id, written_at, why, done, left_to_do)"
            " select c.id, 1, now(), 'zzhidden', 'x', '' from cases_case c"
            " where c.is_restricted and not c.team_ids && %s::bigint[]"
            " and not exists (select 1 from cases_involvement i where i.case_id = c.id and i.worker_id = %s)"
            " order by c.id limit 1 returning id",
            [person.teams, person.key],
        )
        if cursor.fetchone() is None:
            return {"pairs": 0, "hidden_ms": 0.0, "missing_ms": 0.0, "apart": 0.0}
    turn = Turn(person, person.families[0][0], [], ("", ""), service.today)
    spent: dict[str, list[float]] = {"zzhidden": [], "zznobody": []}
    with at_work(service):
        for word in _turns():
            answer = service.ask(turn, reverse("cases:find", query={"q": word}))
            if answer.status != 200 or b"Nobody found" not in answer.body:
                raise WrongAnswer(f"A search for what is hidden answered {answer.status}.")
            spent[word].append(answer.ms)
    hidden, missing = (median(times[ROUNDS:]) for times in spent.values())
    return {"pairs": PAIRS, "hidden_ms": hidden, "missing_ms": missing, "apart": hidden / missing - 1}


def _turns() -> Iterator[str]:
    """One after the other, and which comes first changes."""
    for number in range(PAIRS + ROUNDS):
        yield from ("zzhidden", "zznobody") if number % 2 else ("zznobody", "zzhidden")
