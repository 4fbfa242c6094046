"""Which fields of group supervision are about a person, and which are not; see privacy.py."""

KEPT = "id created_at version"
SUPERVISION: dict[str, tuple[str, str]] = {
    "supervision.AgendaItem": (
        "why words due_on needs_cover",
        f"{KEPT} case session depth place minutes proposed_on accepted_on accepted_by taken_off_on taken_off_by",
    ),
    "supervision.AgendaRequest": ("why wants", f"{KEPT} case asked_by asked_on answered_on"),
    "supervision.AgreedAction": (
        "what why first_sentence due_on",
        f"{KEPT} case discussion keeper action",
    ),
    "supervision.Attendance": ("part", f"{KEPT} session person"),
    "supervision.Consultation": (
        "question consent family_told held_on formulation suggestions worker_will look_again_on specialist_referral_on",
        f"{KEPT} case child asked_by asked_on clinician joint_visit written_at withdrawn_on",
    ),
    "supervision.ConsultationAddendum": ("words", f"{KEPT} case consultation written_by written_at"),
    "supervision.DifferenceNote": ("lens whose is_visible is_voiced so_what", f"{KEPT} case discussion"),
    "supervision.Discussion": (
        "reason standing",
        f"{KEPT} case session held_on presenter depth place genogram minutes_spent agreed_on agreed_by",
    ),
    "supervision.DiscussionChild": ("kind voice source", f"{KEPT} case discussion child"),
    "supervision.DiscussionPart": ("part", f"{KEPT} case discussion person"),
    "supervision.DiscussionStep": ("", f"{KEPT} case discussion step entered_at entered_by"),
    "supervision.DiscussionWords": (
        "dilemma useful safety risk_worst risk_likely safe_tonight bottom_line contingency resonance changed worry"
        " next_step recommendation",
        "created_at version case discussion recommended_by",
    ),
    "supervision.Dissent": ("words", f"{KEPT} case discussion person"),
    "supervision.Group": (
        "",
        f"{KEPT} team name senior_practitioner clinician kind cadence_weeks weekday starts minutes ended_on",
    ),
    "supervision.GroupMember": ("as_what started_on ended_on", f"{KEPT} group person"),
    "supervision.Hypothesis": (
        "text status level kept_by is_about_danger",
        f"{KEPT} case discussion revised_from client_key",
    ),
    "supervision.HypothesisKept": (
        "whose_view evidence_for evidence_against would_see risk_means ask_what ask_whom ask_by_on first_sentence"
        " not_asked_because",
        "created_at version case hypothesis ask_by question",
    ),
    "supervision.HypothesisWeighed": (
        "verdict evidence weighed_on",
        "created_at version case hypothesis weighed_by",
    ),
    "supervision.ManagementDecision": (
        "about what why answered_on answer withdrawn_on withdrawn_why",
        f"{KEPT} case discussion said_by authority for_manager decide_by_on answered_by decision withdrawn_by",
    ),
    "supervision.NeedsAnotherSession": ("since_on is_for_manager", f"{KEPT} case group answered_on answered_by"),
    "supervision.OneToOne": ("held_on next_on agreed_on", f"{KEPT} worker supervisor"),
    "supervision.OneToOneChild": ("voice source", f"{KEPT} case family child"),
    "supervision.OneToOneFamily": (
        "changed worry next_step safety",
        f"{KEPT} case one_to_one held_on agreed_on",
    ),
    "supervision.OneToOneWords": ("wellbeing learning agreed", "one_to_one version"),
    "supervision.Position": ("words was_spoken", f"{KEPT} case discussion person"),
    "supervision.PromptEdit": ("", f"{KEPT} code kind words is_off edited_by"),
    "supervision.Reflection": ("words", f"{KEPT} session person"),
    "supervision.RoomQuestion": ("text kind circular", f"{KEPT} case discussion client_key"),
    "supervision.Session": (
        "",
        f"{KEPT} group held_on setting place supervisor begun_at ended_at agenda_published_at join_key agreed_on"
        " agreed_by cancelled_on cancelled_why",
    ),
    "supervision.SessionPulse": ("", "session number"),
    "supervision.SessionRating": ("band items", f"{KEPT} session person source"),
    "supervision.SessionReading": ("read_on", f"{KEPT} session person"),
    "supervision.SessionWords": ("check_in process", "session version"),
    "supervision.SupervisionSettings": (
        "",
        f"{KEPT} resets resets_watched weeks weeks_watched quick_minutes quick_watched_minutes most_in_depth set_by",
    ),
}
