"""A real service and a real browser. One service for all journeys: it costs some seconds to start.

Both are gone after the last journey: a browser leaves an event loop behind, in which Django asks no database.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from camden.management.demo import PASSWORD

ROOT = Path(__file__).resolve().parents[2]
AXE = (ROOT / "tests/vendor/axe.min.js").read_text(encoding="utf-8")
CHROMIUM = "/usr/bin/chromium"
STARTS = 300
"""Seconds a demo may take to start: 40 on an idle machine, and more than 90 beside the rest of the suite on two cores.

One that fails ends by itself, and is not waited for.
"""
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
QUIET += ["--disable-sync", "--no-first-run"]


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """New families head everybody's list, where other journeys look for those of the demo: they come last.

    That all journeys are run in one process, and first, is said in tests/sharing_out.py.
    """
    yield
    here = Path(__file__).parent
    items.sort(key=lambda item: here in item.path.parents and item.path.name == "test_eight_families.py")


@dataclass(frozen=True)
class Service:
    """A running demo: its address, and its folder for commands that work on its data."""

    url: str
    data: Path
    sessions: dict[str, list[Any]] = field(default_factory=dict)
    """Cookies of those who have signed in, by address: a password is checked as slowly as it should be."""

    def manage(self, *words: str) -> str:
        """Run a command beside the service, as an administrator would. Returns what it printed."""
        done = subprocess.run(
            [sys.executable, "manage.py", *words],
            cwd=ROOT,
            env=_environment(self.data),
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def _environment(data: Path) -> dict[str, str]:
    """The caller's, without the servers of the test run: the service starts its own, as on a new machine."""
    own = {k: v for k, v in os.environ.items() if not k.startswith(("DATABASE_URL", "REDIS_URL", "CAMDEN_", "DJANGO_"))}
    return own | {"CAMDEN_DATA": str(data), "CAMDEN_NO_BOOTSTRAP": "1"}


@pytest.fixture(scope="package")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """`manage.py demo` on a free port, stopped as Ctrl-C stops it."""
    data = tmp_path_factory.mktemp("service")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = data.with_suffix(".log")
    with log.open("wb") as out:
        demo = subprocess.Popen(
            [sys.executable, "manage.py", "demo", "--port", str(port)],
            cwd=ROOT,
            env=_environment(data),
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        until = time.monotonic() + STARTS
        while "running at" not in log.read_text(encoding="utf-8"):
            assert demo.poll() is None and time.monotonic() < until, log.read_text(encoding="utf-8")
            time.sleep(0.1)
        yield Service(f"http://127.0.0.1:{port}", data)
    finally:
        demo.terminate()
        demo.wait(timeout=30)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.skip("No browser here: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


class Person:
    """Somebody at a browser. Counts the clicks, and fails on console errors and failed requests."""

    def __init__(self, context: BrowserContext, service: Service) -> None:
        self.context, self.service = context, service
        self.page: Page = context.new_page()
        self.clicks = 0
        self.faults: list[str] = []
        self.page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("requestfailed", self._failed)
        self.page.on("request", self._stays_here)

    def sign_in(self, email: str) -> None:
        """Through the front door; whoever is still signed in from an earlier journey just comes in."""
        self.context.add_cookies(self.service.sessions.get(email, []))
        self.page.goto(self.service.url)
        if "/accounts/login/" not in self.page.url:
            return
        self.page.get_by_label("Work e-mail address").fill(email)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.page.get_by_role("button", name="Sign in").click()
        self.page.wait_for_url(lambda url: "/accounts/login/" not in url)
        self.service.sessions[email] = self.context.cookies()

    def click(self, role: str, name: str, **more: bool) -> None:
        """One click on what is called so, counted."""
        self.clicks += 1
        self.page.get_by_role(role, name=name, **more).first.click()

    def axe(self) -> list[str]:
        """What an accessibility checker has against this page."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE)
        found = self.page.evaluate("async () => (await axe.run({resultTypes: ['violations']})).violations")
        return [f"{v['id']}: {n['html'][:120]}" for v in found for n in v["nodes"]]

    def overflow(self) -> int:
        """Pixels by which the page is wider than the window."""
        return self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    def _failed(self, request: object) -> None:
        # Chromium gives up the icon of a page that is left before it arrived: nobody's fault.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"failed: {request.url} {request.failure}")

    def _stays_here(self, request: object) -> None:
        if not request.url.startswith((self.service.url, "data:")):
            self.faults.append(f"left the site: {request.url}")


@pytest.fixture
def person(browser: Browser, service: Service) -> Iterator[object]:
    """A person with a window of some width, with or without JavaScript."""
    contexts = []

    def sit_down(width: int = 1280, scripts: bool = True) -> Person:
        context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=scripts)
        context.set_default_timeout(10_000)
        contexts.append((context, Person(context, service)))
        return contexts[-1][1]

    yield sit_down
    for context, somebody in contexts:
        context.close()
        assert somebody.faults == []
