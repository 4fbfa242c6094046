"""Which fields are about a person, and which are not: from this an anonymised copy can be made.

PERSONAL: by itself, or with what stands beside it, it tells something of a living person: who they are, what happened
to them, what somebody wrote about them. PLAIN: keys, codes of no one, days of the service's own doing.
History has the fields of what it follows, and its own, which are plain.
"""

from tests.guards.privacy_conferences import CONFERENCES
from tests.guards.privacy_supervision import KEPT, SUPERVISION
from tests.guards.privacy_training import TRAINING

PERSONAL, PLAIN = "personal", "plain"
ELSEWHERE = SUPERVISION | TRAINING | CONFERENCES

# A model: (what is personal, what is plain).
FIELDS: dict[str, tuple[str, str]] = ELSEWHERE | {
    "camden.Absence": ("from_on back_on withdrawn_at", f"{KEPT} person"),
    "camden.CaughtUp": ("read_at", "user"),
    "camden.Draft": ("words", "id author key form what about record_id revision tab started_at saved_at put_away_at"),
    "camden.Duty": ("", f"{KEPT} worker team kind starts_at ends_at planned_by withdrawn_at"),
    "camden.Employment": (
        "started_on ended_on grade fte_permille is_agency programme programme_started_on programme_extended_to_on"
        " registered_with"
        " registration_number",
        f"{KEPT} user",
    ),
    "camden.FigureAnswer": ("figure words said_on withdrawn_at", f"{KEPT} person"),
    "camden.Message": ("", "id recipient kind subject subject_id due_on written_at sent_at seen_at tries"),
    "camden.Submission": ("", "id author key form digest location sent_at"),
    "camden.CaseOpened": ("", "event_id case_id at"),
    "camden.Heartbeat": ("", "part beat_at"),
    "camden.Membership": ("role started_on ended_on", f"{KEPT} user team scope"),
    "camden.RecordOpened": ("why", "id at user_id page basis request_id"),
    "camden.Recorded": ("", "id at user_id action subject subject_id case_id request_id"),
    "camden.Refusal": ("", "id at user_id page asked_for status request_id"),
    "camden.Team": ("", f"{KEPT} code name kind parent path"),
    "camden.User": ("email name password last_login", "id is_active is_system"),
    "camden.Wall": ("", "app sha256 applied_at"),
    "cases.Action": (
        "what why first_sentence promised_to agreed_on agreed_in due_on first_due_on moved_times closed_on is_done"
        " outcome is_kept_from_family",
        f"{KEPT} case keeper agreed_by closed_by children visit goal kept_from",
    ),
    "cases.ActionChild": ("", f"{KEPT} case action child"),
    "cases.DutyNote": ("why done left_to_do", f"{KEPT} case writer written_at"),
    "cases.Case": ("name is_restricted opened_on closed_on", f"{KEPT} team_ids"),
    "cases.ChronologyChild": ("happened_on", f"{KEPT} case entry child"),
    "cases.ChronologyEntry": (
        "happened_on kind summary struck_on is_kept_from_family",
        f"{KEPT} case subject_id written_by children kept_from",
    ),
    "cases.Episode": (
        "referred_on source primary_need no_further_action closed_on closure_reason",
        f"{KEPT} case child",
    ),
    "cases.Exclusion": ("reason started_on lifted_on", f"{KEPT} case worker stands_against"),
    "cases.Household": ("name address is_safe_to_share", f"{KEPT} case"),
    "cases.HouseholdMembership": ("started_on ended_on", f"{KEPT} case household member"),
    "cases.ImportRun": ("file_name header", f"{KEPT} collection year sha256 team counts at by"),
    "cases.ImportedChild": ("fingerprint", f"{KEPT} case run child number"),
    "cases.Involvement": (
        "role is_cover started_on ended_on change_reason leads_now",
        f"{KEPT} child case worker team scope",
    ),
    "cases.Member": (
        "kind given_name family_name la_child_id born_on expected_on died_on sex ethnicity disabilities upn"
        " upn_unknown language interpreter communication gender gender_words born_about died_about has_died loss"
        " mistaken_on",
        f"{KEPT} case person merged_into",
    ),
    "cases.Person": ("", "id"),
    "cases.BalancingRun": (
        "found",
        f"{KEPT} team what budget asked_at asked_by began_at looked_at failed_at waiting_still changes changes_bound"
        " curve",
    ),
    "cases.ProposedMove": (
        "why because proposed_on decided_on overtaken_on overtaken_why chosen_on change_reason",
        f"{KEPT} case run team child_ids from_worker to_worker to_team cause cost decision decided_by spoken chosen_by",
    ),
    "cases.Relationship": (
        "kind parental_responsibility responsibility_basis responsible_from_on responsible_until_on started_on ended_on"
        " started_about ended_about couple couple_ended is_of_one_blood was_mistake is_kept_from_family",
        f"{KEPT} case one other kept_from",
    ),
    "cases.SourceRow": ("value problem", f"{KEPT} case run child number position path taken_as"),
    "cases.Visit": (
        "visited_on kind purpose missed_why ended_at interpreting struck_on struck_why is_kept_from_family",
        f"{KEPT} case worker children companion struck_by kept_from",
    ),
    "cases.VisitAccount": ("words meaning", "created_at version case visit written_at"),
    "cases.VisitChild": ("seen chose_company saw_bedroom why_not", f"{KEPT} case visit child"),
}

# What workers record of their work with a family; who wrote it and from whom it is kept are keys.
_STRUCK, _KEPT_FROM = "struck_on struck_why", "is_kept_from_family"
_BY = "kept_from struck_by"
_FIVE = "listened did_as_said understood respected better words"
FIELDS |= {
    "cases.ActionHandover": ("handed_on because", f"{KEPT} case action from_keeper to_keeper"),
    "cases.Alias": (f"kind given_name family_name {_KEPT_FROM}", f"{KEPT} case member kept_from"),
    "cases.AnonymousFeedback": (f"{_FIVE} after answered_on", f"{KEPT} team"),
    "cases.BriefPart": (f"kind words written_on ended_on {_KEPT_FROM}", f"{KEPT} case told_by written_by kept_from"),
    "cases.CaseNote": (
        f"kind happened_on starts title tool interpreting {_STRUCK} {_KEPT_FROM}",
        f"{KEPT} case writer children {_BY}",
    ),
    "cases.CaseNoteAccount": ("words meaning learned changed", "created_at version case note"),
    "cases.CaseNoteChild": ("", f"{KEPT} case note child"),
    "cases.Consent": (
        "purpose words how given_on until_on withdrawn_on withdrawn_words",
        f"{KEPT} case member recorded_by withdrawn_to",
    ),
    "cases.ContactPoint": (
        f"kind value is_safe remark started_on ended_on {_KEPT_FROM}",
        f"{KEPT} case member kept_from",
    ),
    "cases.Disagreement": ("said_by words said_on", f"{KEPT} case entry member recorded_by"),
    "cases.Document": (
        f"kind title made_on added_on {_STRUCK} {_KEPT_FROM}",
        f"{KEPT} case sha256 content_type size added_by child visit note consent portrait_of {_BY}",
    ),
    "cases.Export": ("asked", f"{KEPT} case what layout asked_by asked_at ready_at failed_at sha256 size"),
    "cases.Feedback": (
        f"{_FIVE} after answered_on speaks_of_danger reply replied_on",
        f"{KEPT} case invitation member written_by replied_by",
    ),
    "cases.FeedbackInvitation": (
        "after invited_on expires_on answered_on",
        f"{KEPT} case token_sha256 member invited_by opened",
    ),
    "cases.Goal": (
        f"words worry how_known set_on ended_on ended_why {_KEPT_FROM}",
        f"{KEPT} case child set_by kept_from",
    ),
    "cases.GoalTouched": ("moved", f"{KEPT} case visit goal"),
    "cases.MemberMerge": ("merged_on undone_on", f"{KEPT} case kept merged moved merged_by undone_by"),
    "cases.NetworkTie": (
        f"kind organisation contact_name phone remark started_on ended_on {_KEPT_FROM}",
        f"{KEPT} case member kept_from",
    ),
    "cases.PlannedVisit": (
        "planned_on starts kind purpose remark called_off_on called_off_why",
        f"{KEPT} case worker household companion planned_by visit called_off_by",
    ),
    "cases.Presence": ("name happened_on", f"{KEPT} case visit note member"),
    "cases.Quote": (
        f"words said_on how is_view setting headed_on {_STRUCK} {_KEPT_FROM}",
        f"{KEPT} case speaker heard_by visit note action headed_by {_BY}",
    ),
    "cases.Release": ("title given_to body how given_on", f"{KEPT} case kind visit recipient given_by"),
    "cases.SetAside": ("set_on", f"{KEPT} case entry set_by"),
    "cases.SignificantEvent": (
        f"happened_on precision until_on what source analysis written_on {_STRUCK} {_KEPT_FROM}",
        f"{KEPT} case entry written_by children {_BY}",
    ),
    "cases.SignificantEventChild": ("impact", f"{KEPT} case event child"),
}

# Of the journey: what was said, decided and dated of a child; who wrote and who decided are keys.
FIELDS |= {
    "camden.CalendarFeed": ("", f"{KEPT} person token_sha256 revoked_at"),
    "camden.LocalHoliday": ("", f"{KEPT} closed_on name added_by"),
    "camden.Mute": ("", f"{KEPT} person work"),
    "camden.TimescaleRow": (
        "",
        f"{KEPT} code title kind amount unit then_amount then_unit warn_days owner ladder basis source silent"
        " begins_on ends_on is_commenced is_ticking edited_at edited_by",
    ),
    "camden.Workday": ("", "day_on number is_working"),
    "cases.Assessment": (
        "legal_basis counts_from_on started_on checked_on check_note shared_on familys_answer submitted_on"
        " authorised_on decision stopped_on stop_reason",
        f"{KEPT} case worker checked_by submitted_by authorised_by children",
    ),
    "cases.AssessmentChild": ("started_on ended_on factors is_in_need", f"{KEPT} case assessment child"),
    "cases.AssessmentReturn": ("returned_on why", f"{KEPT} case assessment returned_by"),
    "cases.Clock": (
        "anchor_on anchor_at due_on due_at do_by met_on ended_on",
        "id case child rule amount unit",
    ),
    "cases.ClockException": (
        "anchor_on reason recorded_on agreed_on",
        f"{KEPT} case child rule recorded_by agreed_by",
    ),
    "cases.Closure": (
        "reason closed_on asked_on summary family_told way_back named_person network_plan goodbye feedback_asked_on"
        " decided_on is_agreed answer",
        f"{KEPT} case asked_by decided_by children",
    ),
    "cases.ClosureChild": ("", f"{KEPT} case closure child episode"),
    "cases.ProtectionConferenceChild": (
        "outcome category participation views dissent",
        f"{KEPT} case conference child",
    ),
    "cases.Contact": (
        "received_at method source who agency reach consent consent_note worry strengths care_when_calling rating"
        " outcome rationale decided_at told_at",
        f"{KEPT} case taken_by decided_by told_by children",
    ),
    "cases.ContactChild": ("", f"{KEPT} case contact child"),
    "cases.Enquiry": (
        "started_on outcome findings concluded_on not_required_on not_required_why ended_on",
        f"{KEPT} case child strategy concluded_by not_required_by ended_by",
    ),
    "cases.Milestone": (
        "kind happened_on happened_at note struck_on struck_why",
        f"{KEPT} case child recorded_by struck_by",
    ),
    "cases.PlanMeeting": (
        "kind held_on who_came words familys_words record_sent_on",
        f"{KEPT} case written_by children",
    ),
    "cases.PlanMeetingChild": ("", f"{KEPT} case meeting child"),
    "cases.PlanSpell": (
        "basis started_on first_category latest_category earlier_plans visit_every ended_on end_reason",
        f"{KEPT} case child started_by conference ended_by",
    ),
    "cases.ProtectionConference": (
        "kind planned_on booked_on held_on called_off_on called_off_why agencies report_shared_on decisions_sent_on"
        " record_sent_on contingency",
        f"{KEPT} case chair children",
    ),
    "cases.Referral": (
        "received_at source outcomes rationale decided_at told_at",
        f"{KEPT} case contact decided_by told_by children",
    ),
    "cases.ReferralChild": ("", f"{KEPT} case referral child episode"),
    "cases.Snooze": ("until_on reason snoozed_on", f"{KEPT} case person work"),
    "cases.StrategyChild": ("is_enquired", f"{KEPT} case strategy child"),
    "cases.StrategyDiscussion": (
        "cause_at held_at agencies shared safety_tonight telling_parents decision is_joint",
        f"{KEPT} case recorded_by decided_by children",
    ),
    "cases.ThresholdChild": ("", f"{KEPT} case move child"),
    "cases.ThresholdMove": (
        "moved_on from_basis to_basis driver why familys_view keeps_worker network_plan step_up_again_if",
        f"{KEPT} case decided_by children",
    ),
}

# What is written with a family, decided about it, complained of: all of it is personal but keys and who did it.
FIELDS |= {
    "cases.AssessmentBasis": ("legal_basis before began_on why", f"{KEPT} case assessment decided_by joined"),
    "cases.Complaint": (
        "kind said_by how words wanted received_on stage stage_since_on acknowledged_on extended_on extended_why"
        " answered_on answer outcome learned",
        f"{KEPT} case member recorded_by answered_by",
    ),
    "cases.Decision": (
        "kind question asked_on due_on made_on authority what why least_formal family_would_rather urgent_because"
        " dropped_on dropped_why",
        f"{KEPT} case subject_id asked_by made_by children",
    ),
    "cases.DecisionChild": ("", f"{KEPT} case decision child"),
    "cases.DecisionHeard": (
        "said_by how words changed heard_on ask_by_on is_kept_from_family kept_from",
        f"{KEPT} case decision member recorded_by",
    ),
    "cases.DecisionOption": ("words formality is_chosen why_not", f"{KEPT} case decision position"),
    "cases.Dispute": (
        "about words wanted stage raised_on answer_by_on answered_on answer settled_on settled_how",
        f"{KEPT} case child conference raised_by answered_by",
    ),
    "cases.DriftAnswer": (
        "kind evidence since_on answer words answered_on quiet_until_on",
        f"{KEPT} case child subject_id answered_by",
    ),
    "cases.FamilySays": (
        "said_by words how said_on left_out_on is_kept_from_family kept_from",
        f"{KEPT} case part member quote heard_by",
    ),
    "cases.Introduction": (
        "changed_on spoken because meet_by_on told_on goodbye_on hello_on record_on actions_on",
        f"{KEPT} case child worker before introduced_by told_by goodbye_by hello_by record_by actions_by",
    ),
    "cases.ComplexityFactor": (
        "kind why proposed_on answer answer_words answered_on withdrawn_on",
        f"{KEPT} case child proposed_by answered_by withdrawn_by",
    ),
    "cases.ExtraDuty": ("about", f"{KEPT} person duty started_on ended_on noted_by"),
    "cases.Language": ("name", f"{KEPT} person started_on ended_on"),
    "cases.WayThere": ("minutes", f"{KEPT} case household team noted_on noted_by"),
    "cases.LocalWeight": (
        "",
        f"{KEPT} code begins_on amount limit why set_at set_by taken_back_at taken_back_by",
    ),
    "cases.WorkerAsked": (
        "needs reasons lead_told_on asked_on answer answer_words answered_on taken_back_on",
        f"{KEPT} case child_ids worker team asked_by",
    ),
    "cases.Invitation": (
        "name agency reached_by how invited_on answer needs attended participation taken_off_on",
        f"{KEPT} case conference meeting member invited_by",
    ),
    "cases.LocalSection": (
        "",
        f"{KEPT} paper code title prompt familys_title for_each position retired_on edited_at edited_by",
    ),
    "cases.Oversight": (
        "about about_code decision rationale written_on look_again_on",
        f"{KEPT} case child written_by",
    ),
    "cases.OversightNote": (
        "thought_on thought_in said is_kept_from_family",
        f"{KEPT} case child subject_id agreed_on agreed_by kept_from",
    ),
    "cases.Question": (
        "what whom first_sentence ask_by_on asked_for_in planned_on asked_on answer put_aside_on put_aside_why"
        " is_kept_from_family",
        f"{KEPT} case ask_by asked_by visit put_aside_by kept_from",
    ),
    "cases.PartSource": (
        "kind words source happened_on taken_on left_out_on is_kept_from_family kept_from",
        f"{KEPT} case part subject_id taken_by",
    ),
    "cases.PlannedMeeting": (
        "kind planned_at place arranged_on called_off_on called_off_why",
        f"{KEPT} case arranged_by held_as",
    ),
    "cases.RetentionHold": ("why held_on lifted_on lifted_why", f"{KEPT} case held_by lifted_by"),
    "cases.SharedView": (
        "stand about our_words their_words said_by said_on left_out_on is_kept_from_family kept_from",
        f"{KEPT} case writing member recorded_by",
    ),
    "cases.Sharing": (
        "shared_with how why_not shared_on answered_on remarks changed",
        f"{KEPT} case writing member shared_by release",
    ),
    "cases.StepCheck": ("holds words familys_words checked_on", f"{KEPT} case move checked_by"),
    "cases.Writing": ("begun_on closed_on", f"{KEPT} case paper assessment conference meeting begun_by"),
    "cases.WritingPart": (
        "section words written_at is_kept_from_family kept_from",
        f"{KEPT} case writing child written_by taken_from",
    ),
}


# What a genogram is drawn from.
_TAKEN = "struck_on struck_why is_kept_from_family kept_from"
FIELDS |= {
    "cases.AsTold": ("kind told_on undone_on", f"{KEPT} case subject_id told_by recorded_by undone_by"),
    "cases.CulturalNote": (
        f"kind words is_declined about noted_on ended_on {_TAKEN}",
        f"{KEPT} case member told_by noted_by struck_by",
    ),
    "cases.EmotionalTie": (
        f"kind words seen_on {_TAKEN}",
        f"{KEPT} case one other view_of view_of_worker recorded_by struck_by",
    ),
    "cases.GenogramOrder": ("", f"{KEPT} case made_for rows wishes facts_sha256 drawn_at"),
    "cases.GenogramSnapshot": (
        "title kept_for pictured_on facts shown taken_on",
        f"{KEPT} case made_for rows household_id writing taken_by",
    ),
    "cases.HealthMark": (
        f"kind words started_about ended_on noted_on {_TAKEN}",
        f"{KEPT} case member noted_by struck_by",
    ),
    "cases.PastLoss": (
        f"kind name lost_about recorded_on {_TAKEN}",
        f"{KEPT} case mother other_parent recorded_by struck_by",
    ),
    "cases.TieSeen": (
        f"strength flow words seen_on {_TAKEN}",
        f"{KEPT} case tie view_of view_of_worker recorded_by struck_by",
    ),
}


def classed() -> dict[str, str]:
    """Every field that was classed, "cases.Member.born_on", and its class."""
    return {
        f"{model}.{name}": kind
        for model, (personal, plain) in FIELDS.items()
        for kind, names in ((PERSONAL, personal), (PLAIN, plain))
        for name in names.split()
    }
