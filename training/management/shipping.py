"""Brings the frameworks that are shipped into their tables after each migrate; what is required, a council says."""

from typing import Any

from django.apps import apps as installed

from training.models import Capability, Correspondence, Framework, RequiredItem
from training.rules.capabilities import CORRESPONDS
from training.rules.capabilities import SHIPPED as FRAMEWORKS
from training.rules.required_learning import SHIPPED as ITEMS


def ship_frameworks(using: str = "default", apps: Any = installed, **signal: Any) -> None:
    """After a migrate that made the tables: a council has them from the first day, and keeps its own beside them."""
    if "correspondence" in apps.all_models["training"]:
        keep_frameworks(using)


def ship() -> None:
    """The same, with the items of required learning that an invented service begins with."""
    keep_frameworks()
    for item in ITEMS:
        holds = {"months": item.months, "first_days": item.first_days, "warn_days": item.warn_days}
        RequiredItem.objects.get_or_create(code=item.code, defaults={"title": item.title, **holds})


def keep_frameworks(using: str = "default") -> None:
    """What is not there yet. Nothing is written over: a council's own words stay. As owner, in few queries."""
    kept = {each.code: each for each in Framework.objects.using(using).order_by("pk")}
    new = [
        Framework(
            code=each.code, title=each.title, source=each.source, grades=sorted(each.grades), from_on=each.from_on,
            until_on=each.until_on,
        )
        for each in FRAMEWORKS
        if each.code not in kept
    ]  # fmt: skip
    kept |= {each.code: each for each in Framework.objects.using(using).bulk_create(new)}
    there = set(Capability.objects.using(using).values_list("code", flat=True))
    Capability.objects.using(using).bulk_create(
        Capability(framework=kept[framework.code], code=area.code, place=place, title=area.title)
        for framework in FRAMEWORKS
        for place, area in enumerate(framework.areas, start=1)
        if area.code not in there
    )
    _say_what_is_close(using, new_areas=there)


def _say_what_is_close(using: str, new_areas: set[str]) -> None:
    """The mapping of areas that were not there before: a reading that a council took out stays out."""
    keys = dict(Capability.objects.using(using).values_list("code", "pk"))
    Correspondence.objects.using(using).bulk_create(
        Correspondence(area_id=keys[code], now_id=keys[other])
        for code, close_to in CORRESPONDS.items()
        for other in close_to
        if code not in new_areas or other not in new_areas
    )
