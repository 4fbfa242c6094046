"""Pages that look across the apps."""

from camden.overview.views.first import home

__all__ = ["home"]
