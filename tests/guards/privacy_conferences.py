"""Which fields of family group conferences are about a person, and which are not; see privacy.py."""

KEPT = "id created_at version"
# Everything said by or about a family is personal; what the council sets is not.
CONFERENCES: dict[str, tuple[str, str]] = {
    "conferences.AgencyAnswer": ("answer words answered_on", f"{KEPT} case conference answered_by decided_by mandate"),
    "conferences.Arrangement": ("need words is_done", f"{KEPT} case conference"),
    "conferences.Brief": (
        "reason questions bottom_lines safety safety_facts shared shared_agreed_by shared_agreed_on"
        " arrangements childrens_views",
        f"{KEPT} case conference",
    ),
    "conferences.ConferenceChild": ("first_name age", f"{KEPT} case conference child"),
    "conferences.ConferenceSettings": ("", f"{KEPT} commenced_on leave_to duty_phone set_by"),
    "conferences.ConferenceStage": ("stage happened_on reason", f"{KEPT} case conference said_by"),
    "conferences.CouldCare": ("who tie for_long removed_on", f"{KEPT} case conference"),
    "conferences.DangerAnswered": ("did answered_on", f"{KEPT} case conference danger answered_by"),
    "conferences.DangerTold": (
        "words children soon family why_family_not_told spoken_with told said_on",
        f"{KEPT} case conference said_by",
    ),
    "conferences.DangerWord": ("", f"{KEPT} words is_off is_whole edited_by"),
    "conferences.FamilyAnswer": (
        "who tie answer asked_on has_responsibility is_child language interpreter is_kin shares"
        " not_asked_because words",
        f"{KEPT} case conference asked_by member",
    ),
    "conferences.FamilyConference": (
        "referred_on before_proceedings plan_given_on threshold planned_on starts place asks_no_more",
        f"{KEPT} case referred_by coordinator",
    ),
    "conferences.FamilyLink": (
        "opens timing expires_on closed_on answered_on",
        f"{KEPT} case conference invitee edition token_sha256 made_by made_on opened",
    ),
    "conferences.FamilyMeeting": (
        "held_on place private_from private_until mothers_side fathers_side others professionals father_came"
        " children_there children_with_advocate",
        f"{KEPT} case conference",
    ),
    "conferences.FamilyPlan": (
        "contingency childs_message plan_keeper family_time warning_signs in_childs_words review_on",
        f"{KEPT} case conference",
    ),
    "conferences.InformationReport": (
        "who asked_on going_well worries offers ready_on",
        f"{KEPT} case conference invitee written_by",
    ),
    "conferences.Invitee": (
        "name tie side kind answer reach safe_contact taking_part is_parent is_child is_screened way why_not"
        " language needs advocate email is_safe_to_write protected wants_no_asking came",
        f"{KEPT} case conference network",
    ),
    "conferences.KeptApart": ("because is_by_law ended_on", f"{KEPT} case conference one two"),
    "conferences.Letter": (
        "language text written_on sent_on sent_how",
        f"{KEPT} case conference invitee kind reader is_right_to_left",
    ),
    "conferences.Mandate": ("words up_to given_on", f"{KEPT} case conference given_by"),
    "conferences.MayPromise": ("what up_to", f"{KEPT} case conference mandate"),
    "conferences.MustHave": ("words said_on ended_on", f"{KEPT} case conference place said_by"),
    "conferences.MustHaveLooked": ("is_met how said_on", f"{KEPT} case conference must_have said_by"),
    "conferences.NetworkPerson": (
        "name tie side is_parent is_child has_died removed_on",
        f"{KEPT} case conference member",
    ),
    "conferences.NotTakenUp": ("why noted_on words attempts evidence", f"{KEPT} case conference noted_by decided_by"),
    "conferences.NotYetOffered": ("threshold why said_on", f"{KEPT} case said_by"),
    "conferences.OfferInLetter": ("letter_on is_in_letter said_on", f"{KEPT} case said_by"),
    "conferences.Outcome": (
        "timing answered_on control coping happy safer by_link speaks_of_danger",
        f"{KEPT} case conference",
    ),
    "conferences.OutcomeWords": ("words read_on", f"{KEPT} case conference outcome invitee read_by"),
    "conferences.PlanAnswer": ("question words", f"{KEPT} case conference place"),
    "conferences.PlanEdition": ("agreed_on content", f"{KEPT} case conference edition"),
    "conferences.PlanItem": (
        "what who whose when how_we_know promised_to due_on removed_on",
        f"{KEPT} case conference keeper",
    ),
    "conferences.PlanResource": ("what cost is_network_support removed_on", f"{KEPT} case conference"),
    "conferences.PlanReview": ("held_on went_well hard change childs_words", f"{KEPT} case conference written_by"),
    "conferences.PreparingContact": ("happened_on how minutes words", f"{KEPT} case conference invitee by"),
    "conferences.PreparingNote": ("written_on words", f"{KEPT} case conference by"),
    "conferences.PromiseHeard": ("went note", f"{KEPT} case conference review item"),
    "conferences.PromisedAction": ("", f"{KEPT} case conference item action"),
    "conferences.ResourceAnswer": (
        "is_agreed cost of reason answered_on",
        f"{KEPT} case conference resource answered_by",
    ),
    "conferences.ServiceFigures": ("", f"{KEPT} made_on content"),
    "conferences.SafetyFact": ("kind about words ends_on said_on ended_on", f"{KEPT} case conference said_by"),
}
