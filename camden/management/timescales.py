"""Every timescale of the house, and every word for what starts or stops one; no lower storey knows them all."""

from cases.rules.happenings import Happened
from cases.rules.timescales import ROWS as JOURNEY
from conferences.rules.timescales import ROWS as CONFERENCES
from conferences.rules.timescales import Convened
from supervision.rules.timescales import ROWS as SUPERVISION
from supervision.rules.timescales import Supervised
from training.rules.timescales import ROWS as LEARNING
from training.rules.timescales import Learned

EVERY = (*JOURNEY, *SUPERVISION, *CONFERENCES, *LEARNING)
KINDS = {
    "A child's journey": tuple(str(kind) for kind in Happened),
    "Supervision": tuple(str(kind) for kind in Supervised),
    "Family group conferences": tuple(str(kind) for kind in Convened),
    "Learning": tuple(str(kind) for kind in Learned),
}
