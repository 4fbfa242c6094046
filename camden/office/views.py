"""Pages of the floor: health, roles, errors."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, HttpResponseServerError, JsonResponse
from django.shortcuts import render
from django.template import loader
from django.utils import timezone
from django.views.decorators.cache import never_cache
from redis import Redis, RedisError

from camden.access import ROLES, Permission, needs
from camden.models import Heartbeat
from camden.office.typed import given_back, sent_again


@never_cache
@login_not_required
def livez(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok", content_type="text/plain")


@never_cache
@login_not_required
def readyz(request: HttpRequest) -> JsonResponse:
    """Whether all that a page needs is there: 200, or 503 with the part that is missing. Names no value of any."""
    parts = {}
    for name, check in (("database", _database), ("migrations", _migrations), ("broker", _broker), ("worker", _worker)):
        try:
            parts[name] = check()
        except (DatabaseError, RedisError, OSError, ValueError, ImproperlyConfigured) as error:
            parts[name] = type(error).__name__
    ready = all(state == "ok" for state in parts.values())
    return JsonResponse(parts, status=200 if ready else 503)


def _database() -> str:
    """The web must be held by row-level security: an owner or a superuser is not."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select r.rolsuper or r.rolbypassrls or pg_has_role(session_user, c.relowner, 'member')"
            " from pg_roles r, pg_class c where r.rolname = session_user and c.oid = 'camden_user'::regclass"
        )
        return "the web runs as owner or superuser" if cursor.fetchone()[0] else "ok"


def _migrations() -> str:
    executor = MigrationExecutor(connection)
    return "not migrated" if executor.migration_plan(executor.loader.graph.leaf_nodes()) else "ok"


def _broker() -> str:
    url = settings.REDIS_URL.replace("redis+socket://", "unix://")
    with Redis.from_url(url, socket_connect_timeout=2, socket_timeout=2) as broker:
        broker.ping()
    return "ok"


def _worker() -> str:
    since = timezone.now() - timedelta(seconds=settings.HEARTBEAT_SECONDS)
    return "ok" if Heartbeat.objects.filter(part="worker", beat_at__gte=since).exists() else "silent"


@needs(Permission.STAFF_READ)
def roles(request: HttpRequest) -> HttpResponse:
    """Every role with its sentence, so that a manager can say "no, that role may not do that"."""
    return render(request, "office/roles.html", {"roles": list(ROLES.values())})


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form came from a page that is too old. Gives the typed words back, so that they can be copied."""
    return render(request, "csrf.html", {"typed": given_back(request)}, status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Something broke. Gives the typed words back, and asks nothing of the person or the database: either may be it."""
    shown: dict[str, Any] = {}
    if request.method == "POST":
        shown = {"typed": given_back(request), "again": sent_again(request), "address": request.get_full_path()}
    return HttpResponseServerError(loader.get_template("500.html").render(shown))
