"""The door for WSGI servers."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "camden.settings")
application = get_wsgi_application()
# Every page is imported before the first person asks for one: else whoever meets a fresh worker waits a second or more
# for all of them, and so does a room that polls.
assert get_resolver().url_patterns
