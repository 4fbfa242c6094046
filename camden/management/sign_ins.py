"""Whom to sign in as in an invented service: one line for each role, and whoever is on duty."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from camden.management.staff import PASSWORD, Post
from camden.models import Duty

FILE = "sign-ins.txt"


@dataclass(frozen=True)
class SignIn:
    """One line for the person who tries the service."""

    name: str
    email: str
    role: str


def one_for_each_role(posts: Sequence[Post], duties: Iterable[Duty]) -> list[SignIn]:
    """The first who has each role, in the order given; then this week's people on duty, whose rota says when."""
    first: dict[str, Post] = {}
    for post in posts:
        first.setdefault(post.role, post)
    lines = [SignIn(post.name, post.address, post.role.says.label) for post in first.values()]
    on_duty: dict[str, SignIn] = {}
    for duty in duties:
        words = "On duty this week, on weekdays" if duty.kind == Duty.Kind.DAY else "On duty this week, out of hours"
        on_duty.setdefault(duty.kind, SignIn(duty.worker.name, duty.worker.email, words))
    return [*lines, *on_duty.values()]


def keep(lines: Sequence[SignIn]) -> str:
    """Write the lines where the next start finds them. Returns the text."""
    width = max(len(line.email) for line in lines)
    text = "\n".join(
        [f"Everybody's password is {PASSWORD}", *(f"  {line.email:<{width}}  {line.role}" for line in lines), ""]
    )
    settings.DATA.mkdir(parents=True, exist_ok=True)
    Path(settings.DATA / FILE).write_text(text, encoding="utf-8")
    return text
