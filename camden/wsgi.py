"""The door for WSGI servers."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "camden.settings")
application = get_wsgi_application()
# Every page is imported before the first person asks for one: else whoever meets a fresh worker waits a second or more
# for all of them, and so does a room that polls.
assert get_resolver().url_patterns
# What was just made lives as long as the worker: looking through all of it for rubbish took a quarter of a second of
# every fourth or fifth large page. Costs nothing: no part of it ever is rubbish.
gc.collect()
gc.freeze()
