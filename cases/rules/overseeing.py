"""Looking again: what is said of something that drifts, of a complaint, of a dispute, of who was asked to a meeting."""

# What drift detection looks for; the rules themselves are in `drift`.
DRIFT_KIND: dict[str, str] = {
    "plan-long": "The plan has run for a long time",
    "goal-still": "A goal does not move",
    "late-twice": "Something agreed was late twice",
    "not-alone": "Not seen alone, twice",
    "no-supervision": "Not talked about in supervision",
    "no-oversight": "No manager has looked at it",
    "decision-waits": "A decision was promised and not made",
    "step-check": "A step down was not looked at again",
}
DRIFT_ANSWER: dict[str, str] = {
    "going-on": "We go on as we are, because",
    "changed": "We changed something",
    "talk": "We will talk about it",
    "decide": "It needs a decision",
    "wrong": "The record is wrong, and will be put right",
}
QUIET_MOST = 92  # days: an answer silences an alert, and never for ever
SAID_KIND: dict[str, str] = {
    "complaint": "Complaint",
    "compliment": "Compliment",
    "comment": "Comment or suggestion",
}
SAID_HOW: dict[str, str] = {
    "spoken": "Told us",
    "phone": "By phone",
    "written": "Wrote to us",
    "advocate": "Through an advocate",
    "form": "By our form",
}
COMPLAINT_OUTCOME: dict[str, str] = {
    "upheld": "Upheld",
    "partly": "Partly upheld",
    "not-upheld": "Not upheld",
    "settled": "Settled with the person",
    "withdrawn": "Taken back by the person",
}
# REFERENCE 2.7, IG4: local resolution, investigation, panel.
COMPLAINT_STAGE: dict[int, str] = {1: "Local resolution", 2: "Investigation", 3: "Panel"}
INVITED_HOW: dict[str, str] = {
    "spoken": "Spoken to",
    "phone": "Phone",
    "letter": "Letter by hand",
    "post": "Post",
    "email": "E-mail",
}
INVITE_ANSWER: dict[str, str] = {
    "coming": "Comes",
    "online": "Joins by video or phone",
    "cannot": "Cannot come",
    "report": "Sends a report or views",
}
ATTENDED: dict[str, str] = {
    "came": "Came",
    "online": "Joined by video or phone",
    "part": "Came for a part",
    "sent": "Did not come, and sent a report or views",
    "apologies": "Did not come, and said so",
    "absent": "Did not come",
}
# How far a dispute of a chair or reviewing officer has gone, from the worker upwards.
DISPUTE_STAGE: dict[str, str] = {
    "worker": "Raised with the worker",
    "manager": "Raised with the team manager",
    "service": "Raised with the service manager",
    "director": "Raised with the director",
}
