"""Which fields of learning are about a person, and which are not; see privacy.py."""

KEPT = "id created_at version"
TRAINING: dict[str, tuple[str, str]] = {
    "training.AttendanceCode": ("", f"{KEPT} session digest opens_at closes_at made_by"),
    "training.AttendanceImport": ("problems", f"{KEPT} sha256 file_name imported_at imported_by good bad there"),
    "training.Booking": (
        "ends_on was_agreed came minutes",
        f"{KEPT} session person asked_at answered_at answered_by placed_at withdrawn_at",
    ),
    "training.Capability": ("", f"{KEPT} framework code place title"),
    "training.CapabilityLink": ("", f"{KEPT} person capability piece learning linked_on taken_back_on"),
    "training.Certificate": ("number title held_on minutes issued_on", f"{KEPT} person session"),
    "training.Correspondence": ("", f"{KEPT} area now"),
    "training.Course": (
        "",
        f"{KEPT} code title about provider minutes needs_agreement gives_certificate item step ended_on",
    ),
    "training.CourseFeedback": ("words", "id session useful"),
    "training.CourseSession": (
        "",
        f"{KEPT} course held_on starts_at ends_at venue is_online places led_by called_off_on called_off_why",
    ),
    "training.DecidedPeriod": ("groups cells", f"{KEPT} question"),
    "training.FeedbackGiven": ("", "id session person"),
    "training.Framework": ("", f"{KEPT} code title source from_on until_on grades checked_on checked_by"),
    "training.HasAnswered": ("", "id survey person"),
    "training.HeardIn": ("", f"{KEPT} you_said question"),
    "training.JoiningDetails": ("", "session link words version"),
    "training.Learning": (
        "learned_on title source role_played peers minutes",
        f"{KEPT} person kind source_key",
    ),
    "training.LogEntry": ("words shown_on", f"{KEPT} programme person written_on"),
    "training.Nudge": ("about", f"{KEPT} person nudged_on nudged_by"),
    "training.Observation": (
        "observed_on setting focus consent asked_how strengths family_said agreed_learning by_registered worker_says"
        " looked_again_on",
        f"{KEPT} worker observer programme given_on",
    ),
    "training.ObservationSkill": ("number", f"{KEPT} observation skill"),
    "training.PanelMember": ("", f"{KEPT} programme person started_on ended_on"),
    "training.Piece": (
        "activity done_on description learned impact peer_with peer_changed recorded_on",
        f"{KEPT} person learning",
    ),
    "training.PieceShare": ("", f"{KEPT} piece with_person shared_on ended_on"),
    "training.Programme": (
        "code started_on fte_permille extended_to_on outcome decided_on",
        f"{KEPT} person assessor decided_by",
    ),
    "training.ProgrammeAgreement": ("wants_to_learn support supervision protected_time", f"{KEPT} programme agreed_on"),
    "training.ProgrammeReview": ("going_well comes_next worker_says", f"{KEPT} programme held_on held_by"),
    "training.Promise": ("", f"{KEPT} code whose words from_on until_on set_by"),
    "training.ProtectedTime": ("planned_minutes had_minutes", f"{KEPT} programme week_on"),
    "training.Question": ("", f"{KEPT} survey place promise words"),
    "training.RequiredDone": ("done_on source", f"{KEPT} person item noted_by"),
    "training.RequiredItem": ("", f"{KEPT} code title months first_days warn_days"),
    "training.RequiredRule": ("", f"{KEPT} item from_on until_on roles teams grades is_required set_by"),
    "training.ShownAnswer": ("words", f"{KEPT} question path share"),
    "training.Survey": ("", f"{KEPT} opens_on closes_on asked set_by decided_at"),
    "training.SurveyAnswer": ("mark path answer words", "id question"),
    "training.SystemicHours": ("minutes", f"{KEPT} training kind"),
    "training.SystemicTraining": (
        "step provider is_accredited started_on certified_on stopped_on funded_by tied_until_on",
        f"{KEPT} person",
    ),
    "training.YouSaid": ("", f"{KEPT} words did what will_by_on told_on told_by"),
}
