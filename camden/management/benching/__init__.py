"""Measures pages on an invented service in a database of its own. Started by `manage.py bench`."""
