"""Times pages through Django's whole stack, with their floors and the empty page in between."""

import logging
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from io import BytesIO, StringIO
from statistics import median, quantiles
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.staticfiles.storage import StaticFilesStorage, staticfiles_storage
from django.utils.crypto import get_random_string

from camden.management.benching import empty
from camden.management.benching.database import BenchDatabase
from camden.management.benching.pages import LONG, Page, Person, Turn
from camden.management.benching.widening import widen
from camden.middleware import JsonLines
from camden.models import User
from cases.readings.caseload import PAGE

WORKERS, NAMES = 20, 200


class WrongAnswer(Exception):
    """A page did not answer as it does to a person: its time would mean nothing."""


@dataclass(frozen=True)
class Answer:
    """What came back, and how long it took."""

    status: int
    body: bytes
    ms: float


@dataclass
class Timed:
    """Every measurement of one page, in milliseconds."""

    page: Page
    whole: list[float] = field(default_factory=list)
    floor: list[float] = field(default_factory=list)
    empty: list[float] = field(default_factory=list)
    sql: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    queries: int = 0
    html_bytes: int = 0

    def figures(self) -> dict[str, Any]:
        """Medians. `ratio` is the page against its floor and the empty page together."""
        page, floor, bare = median(self.whole), median(self.floor), median(self.empty)
        return {
            "page": f"{self.page.method} {self.page.name}",
            "part": self.page.part,
            "who": self.page.who,
            "page_ms": round(page, 2),
            "page_p10_ms": round(quantiles(self.whole, n=10)[0], 2),
            "page_p90_ms": round(quantiles(self.whole, n=10)[-1], 2),
            "page_p95_ms": round(quantiles(self.whole, n=20)[-1], 2),
            "floor_ms": round(floor, 2),
            "empty_ms": round(bare, 2),
            "sum_ms": round(floor + bare, 2),
            "ratio": round(page / (floor + bare), 2),
            "queries": self.queries,
            "sql_ms": round(median(self.sql), 2),
            "wall_ms": round(median(self.wall), 2),
            "html_bytes": self.html_bytes,
        }


class Service:
    """The people and families of the bench's database, and a web process of our own that serves them."""

    def __init__(self, database: BenchDatabase, today: date) -> None:
        self.database, self.today = database, today
        with database.as_default(database.free):
            self.people = {
                "worker": _workers(database),
                "manager": _managers(database),
                "team-manager": _team_managers(database),
            }
        self.names = database.rows(
            "select given_name, family_name from cases_member where kind = 'child' order by md5(id::text) limit %s",
            [NAMES],
        )
        self.csrf = get_random_string(32)
        self.host = next((host for host in settings.ALLOWED_HOSTS if host.strip("*.") == host), "localhost")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that no static files were collected: nothing here asks for them
            self.web = import_module("camden.wsgi").application

    def turn(self, page: Page, number: int) -> Turn:
        """The request of that number: every time another person, family and name."""
        people = self.people[page.who]
        person = people[number % len(people)]
        families = person.families[:1] if page.is_long else person.families[-1:] if page.is_wide else person.families
        case, children = families[number // len(people) % len(families)]
        return Turn(person, case, children, self.names[number % len(self.names)], self.today)

    def ask(self, turn: Turn, url: str, method: str = "GET", data: dict[str, str] | None = None) -> Answer:
        """One request through the whole stack, from the socket's side of Django and back."""
        body = urlencode((data or {}) | {"csrfmiddlewaretoken": self.csrf}).encode() if method == "POST" else b""
        path, _, query = url.partition("?")
        scheme = "https" if settings.SECURE_SSL_REDIRECT else "http"
        cookies = {settings.SESSION_COOKIE_NAME: turn.person.session, settings.CSRF_COOKIE_NAME: self.csrf}
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SCRIPT_NAME": "",
            "SERVER_NAME": self.host,
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": self.host,
            "HTTP_REFERER": f"{scheme}://{self.host}/",
            "HTTP_X_FORWARDED_PROTO": scheme,
            "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in cookies.items()),
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.url_scheme": scheme,
            "wsgi.input": BytesIO(body),
            "wsgi.errors": StringIO(),
            "wsgi.multithread": True,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
        }
        status = []
        began = time.perf_counter()
        response = self.web(environ, lambda line, headers: status.append(int(line.split()[0])))
        answer = b"".join(response)
        response.close()
        return Answer(status[0], answer, (time.perf_counter() - began) * 1000)

    def ask_page(self, page: Page, turn: Turn) -> Answer:
        """A page, which must answer as it does to a person."""
        answer = self.ask(turn, page.url(turn), page.method, page.data(turn) if page.data else None)
        if answer.status != page.answer:
            raise WrongAnswer(f"{page.method} {page.name}, {page.who}: answered {answer.status}, not {page.answer}.")
        return answer


def measure(service: Service, pages: list[Page], *, requests: int, warm_ups: int) -> list[Timed]:
    """Round after round, each page once with all it is compared with, so that a busy machine is busy for all."""
    timed = [Timed(page) for page in pages]
    if any(page.is_long for page in pages):
        _lengthen(service)
    if any(page.is_wide for page in pages):
        with service.database.as_default(service.database.free):
            for person in service.people["worker"]:
                widen(person.families[-1][0], person.key)
    with at_work(service):
        for each in timed:
            _check(service, each.page)
        for number in range(warm_ups + requests):
            for each in timed:
                _one_round(service, each, number, keep=number >= warm_ups)
    return timed


def _one_round(service: Service, timed: Timed, number: int, *, keep: bool) -> None:
    page, turn, database = timed.page, service.turn(timed.page, number), service.database
    whole = service.ask_page(page, turn)
    bare = service.ask(turn, empty.ADDRESS.format(case=turn.case))
    floor = _floor(database, page, turn)
    if number % 2:
        free, _ = _metered(service, page, turn, free=True)
        held, queries = _metered(service, page, turn)
    else:
        held, queries = _metered(service, page, turn)
        free, _ = _metered(service, page, turn, free=True)
    if bare.status != 200:
        raise WrongAnswer(f"The empty page answered {bare.status}.")
    if keep:
        timed.whole.append(whole.ms)
        timed.empty.append(bare.ms)
        timed.floor.append(floor)
        timed.sql.append(held)
        timed.wall.append(held - free)
        timed.queries, timed.html_bytes = max(timed.queries, queries), max(timed.html_bytes, len(whole.body))


def _lengthen(service: Service) -> None:
    """Give the first family of each worker a timeline of `LONG` entries, each about one child after the other."""
    long = [person.families[0] for person in service.people["worker"]]
    with service.database.free.cursor() as cursor:
        cursor.execute("alter table cases_chronologyentry disable trigger user")
        cursor.execute("alter table cases_chronologychild disable trigger user")
        for case, children in long:
            cursor.execute(
                """with new as (
                    insert into cases_chronologyentry (case_id, happened_on, kind, summary, subject_id)
                    select %s, %s::date - 2000 + n / 3, (array['visit','call','note','agreed'])[1 + n %% 4],
                           'Somebody visited at home: saw the children; spoke of school and of the week', null
                    from generate_series(1, %s) n returning id, case_id, happened_on)
                insert into cases_chronologychild (case_id, entry_id, child_id, happened_on)
                select case_id, id, (%s::bigint[])[1 + id %% %s], happened_on from new""",
                [case, service.today, LONG, children, len(children)],
            )
        cursor.execute("alter table cases_chronologyentry enable trigger user")
        cursor.execute("alter table cases_chronologychild enable trigger user")
        cursor.execute("analyze cases_chronologyentry, cases_chronologychild")


def _floor(database: BenchDatabase, page: Page, turn: Turn) -> float:
    """The floor's one statement, committed, on a bare cursor of the driver."""
    facts = turn.facts()
    with database.free.connection.cursor() as cursor:
        began = time.perf_counter()
        cursor.execute(page.floor, facts)
        cursor.fetchall()
        return (time.perf_counter() - began) * 1000


def _metered(service: Service, page: Page, turn: Turn, *, free: bool = False) -> tuple[float, int]:
    """The page once more, for the time its statements take, held by row-level security or free of it."""
    spent: list[float] = []

    def meter(execute: Callable[..., Any], *words: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(*words)
        finally:
            spent.append((time.perf_counter() - began) * 1000)

    connection = service.database.free if free else service.database.web
    with service.database.as_default(connection), connection.execute_wrapper(meter):
        service.ask_page(page, turn)
    return sum(spent), len(spent)


def _check(service: Service, page: Page) -> None:
    """Page and floor are about the same records: to compare them would mean nothing otherwise."""
    turn, database = service.turn(page, 0), service.database
    ((before,),) = database.rows("select coalesce(max(id), 0) from camden_recordopened")
    service.ask_page(page, turn)
    shown = {case for (case,) in database.rows("select case_id from camden_caseopened where event_id > %s", [before])}
    with database.free.connection.cursor() as cursor:
        cursor.execute(page.floor, turn.facts())
        fetched = {row[0] for row in cursor.fetchall()}
    # A full list may end one short of what is fetched, which says that there is a next page.
    if not shown <= fetched or len(fetched - shown) > (len(fetched) == PAGE + 1):
        raise WrongAnswer(f"{page.method} {page.name}, {page.who}: the floor is about other records than the page.")


@contextmanager
def at_work(service: Service) -> Iterator[None]:
    """Serve the empty page too, as the web's role, and write the log as always, to nowhere."""
    log = logging.getLogger("camden.request")
    nowhere = logging.StreamHandler(StringIO())
    nowhere.setFormatter(JsonLines())
    before = settings.ROOT_URLCONF, log.propagate, staticfiles_storage._wrapped
    if not getattr(staticfiles_storage, "hashed_files", True):
        staticfiles_storage._wrapped = StaticFilesStorage()  # nothing was collected here: any address will do
    settings.ROOT_URLCONF, log.propagate = empty.__name__, False
    log.addHandler(nowhere)
    try:
        with service.database.as_default(service.database.web):
            yield
    finally:
        log.removeHandler(nowhere)
        settings.ROOT_URLCONF, log.propagate, staticfiles_storage._wrapped = before


def _workers(database: BenchDatabase) -> list[Person]:
    """Workers from all over the service, each with the families they lead for."""
    found = database.rows(
        "select worker_id, case_id, array_agg(child_id order by child_id) from cases_involvement where worker_id in ("
        " select worker_id from cases_involvement where leads_now group by 1 order by md5(worker_id::text) limit %s)"
        " and leads_now group by 1, 2 order by 1, 2",
        [WORKERS],
    )
    return [
        _sign_in(key, [(case, children) for worker, case, children in found if worker == key])
        for key in sorted({worker for worker, _, _ in found})
    ]


def _managers(database: BenchDatabase) -> list[Person]:
    """The one who reaches every team."""
    found = database.rows(
        "select case_id, array_agg(id order by id) from cases_member where kind = 'child'"
        " group by 1 order by 1 limit 20"
    )
    return [_sign_in(1, found)]


def _team_managers(database: BenchDatabase) -> list[Person]:
    """Who manages one team each, with a family of it."""
    found = database.rows(
        "select m.user_id, min(i.case_id), min(i.child_id) from camden_membership m"
        " join camden_team t on t.path @> array[m.team_id] join cases_involvement i on i.team_id = t.id and i.leads_now"
        " where m.role = 'team-manager' group by 1 order by 1 limit %s",
        [WORKERS],
    )
    return [_sign_in(key, [(case, [child])]) for key, case, child in found]


def _sign_in(key: int, families: list[Any]) -> Person:
    """A session as signing in leaves one behind."""
    user = User.objects.get(pk=key)
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session["signed_in_at"] = session["last_here_at"] = int(time.time())
    session.create()
    return Person(key, user.scope_team_ids, families, session.session_key)
