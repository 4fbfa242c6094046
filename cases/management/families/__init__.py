"""The families of the demo, in the order in which they are written. All are invented."""

from cases.management.families import (
    baptiste,
    carter_mensah,
    doyle_okafor,
    hoxha,
    levy_grant,
    nowicka_mirza,
    rahman_khatun,
    silva_moraes,
    tesfay,
    warsame,
)
from cases.management.families.around_a_table import AROUND_A_TABLE
from cases.management.families.front_door import FRONT_DOOR

__all__ = ["AROUND_A_TABLE", "EARLY_HELP", "EIGHT", "FRONT_DOOR"]

EIGHT = [
    rahman_khatun.FAMILY,
    warsame.FAMILY,
    doyle_okafor.FAMILY,
    tesfay.FAMILY,
    hoxha.FAMILY,
    carter_mensah.FAMILY,
    silva_moraes.FAMILY,
    levy_grant.FAMILY,
]
EARLY_HELP = [baptiste.FAMILY, nowicka_mirza.FAMILY]
