"""Who reads and who writes what of a conference, by table without its app: see conferences/wall.sql."""


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


# Read by the record's people and the coordinator, written with the record: the coordinator decides nothing.
RECORD = _set(
    "agencyanswer brief conferencechild dangeranswered musthave musthavelooked networkperson planedition promisedaction"
    " resourceanswer safetyfact"
)
# Read by both, written by the coordinator alone: the plan is the family's, and nobody of ours edits it.
FAMILY = _set("couldcare dangertold familymeeting familyplan plananswer planitem planresource planreview promiseheard")
# The coordinator's own: whoever sees the record sees nothing of it.
PREPARING = _set("arrangement familylink invitee keptapart letter outcomewords preparingcontact preparingnote")
# What is the agency's own: the coordinator sees nothing of it.
WITH_THE_RECORD_ALONE = _set("mandate maypromise notyetoffered offerinletter")
# In worlds nobody thought of, a report for the family is written by somebody who sees nothing.
BY_ITS_WRITER = _set("informationreport")
