-- The journey of a child: who reads and writes its facts, all of them in one view for the clocks, and passing a record on.

-- What people type, the app may write and correct; nothing may be deleted. Policies are those of wall.sql.
grant select, insert, update on cases_contact, cases_contactchild, cases_referral, cases_referralchild, cases_assessment,
    cases_assessmentchild, cases_strategydiscussion, cases_strategychild, cases_enquiry, cases_protectionconference,
    cases_protectionconferencechild, cases_planspell, cases_planmeeting, cases_planmeetingchild, cases_thresholdmove,
    cases_thresholdchild, cases_closure, cases_closurechild, cases_milestone, cases_clockexception, cases_snooze
    to camden_app;
grant select, insert on cases_assessmentreturn to camden_app;
-- Derived, so whoever writes a fact may make and unmake its clocks.
grant select, insert, update, delete on cases_clock to camden_app, camden_worker;

-- Jobs read what the view below says, by column: no narrative is theirs (docs/adr/0012).
grant select on cases_contactchild, cases_referralchild, cases_assessmentchild, cases_strategychild, cases_planspell,
    cases_planmeetingchild, cases_thresholdchild, cases_closurechild to camden_worker;
grant select (id, case_id, received_at, rating, decided_at, told_at) on cases_contact to camden_worker;
grant select (id, case_id, received_at, decided_at, told_at) on cases_referral to camden_worker;
grant select (id, case_id, counts_from_on, started_on, checked_on, shared_on, authorised_on, stopped_on)
    on cases_assessment to camden_worker;
grant select (id, case_id, cause_at, held_at) on cases_strategydiscussion to camden_worker;
grant select (id, case_id, child_id, started_on, not_required_on, ended_on) on cases_enquiry to camden_worker;
grant select (id, case_id, kind, planned_on, held_on, called_off_on, report_shared_on, decisions_sent_on, record_sent_on)
    on cases_protectionconference to camden_worker;
grant select (id, case_id, conference_id, child_id) on cases_protectionconferencechild to camden_worker;
grant select (id, case_id, kind, held_on, record_sent_on) on cases_planmeeting to camden_worker;
grant select (id, case_id, child_id, kind, happened_on, happened_at, struck_on) on cases_milestone to camden_worker;
grant select (id, case_id, visit_id, child_id, seen) on cases_visitchild to camden_worker;
grant select (id, case_id, child_id, rule, anchor_on, recorded_on, agreed_on) on cases_clockexception to camden_worker;
grant select (id, case_id, person_id, work, until_on) on cases_snooze to camden_worker;

-- Every dated fact of the journey in the words of cases/rules/happenings.py: one row for each child it happened to.
-- `happened_at` where the minute is known; `amount` where this plan has a shorter limit than the rule. It reads with
-- the rights of whoever asks.
create or replace view cases_happening with (security_invoker = true) as
    select p.case_id, p.child_id, e.kind, (e.at at time zone 'Europe/London')::date happened_on, e.at happened_at,
        null::int amount
    from cases_contactchild p join cases_contact c on c.id = p.contact_id
    cross join lateral (values ('contact-received', c.received_at),
        (case when c.rating <> '' then 'contact-rated-' || c.rating end, c.received_at),
        ('contact-decided', c.decided_at), ('referrer-told', c.told_at)) e(kind, at)
    where e.kind is not null and e.at is not null
    union all
    select p.case_id, p.child_id, e.kind, (e.at at time zone 'Europe/London')::date, e.at, null
    from cases_referralchild p join cases_referral r on r.id = p.referral_id
    cross join lateral (values ('referral-received', r.received_at), ('referral-decided', r.decided_at),
        ('referrer-told', r.told_at)) e(kind, at)
    where e.at is not null
    union all
    select case_id, child_id, 'need-ended', closed_on, null, null from cases_episode where closed_on is not null
    union all
    select case_id, id, 'died', died_on, null, null from cases_member where died_on is not null and kind = 'child'
    union all
    select p.case_id, p.child_id, e.kind, e.happened_on, null, null
    from cases_assessmentchild p join cases_assessment a on a.id = p.assessment_id
    -- Where help by agreement became statutory, it counts from the referral that was taken meanwhile (cases/rules/basis.py).
    cross join lateral (values ('assessment-called-for', coalesce((
            select max(ep.referred_on) from cases_assessmentbasis b join cases_episode ep on ep.referred_on <= b.began_on
            where b.assessment_id = a.id and b.before = 'early-help' and ep.child_id = p.child_id
              and ep.referred_on > a.started_on), a.counts_from_on)), ('assessment-started', a.started_on),
        ('assessment-checked', a.checked_on), ('assessment-shared', a.shared_on),
        ('assessment-authorised', a.authorised_on), ('assessment-ended', a.stopped_on)) e(kind, happened_on)
    where e.happened_on is not null
    union all
    select p.case_id, p.child_id, e.kind, (e.at at time zone 'Europe/London')::date, e.at, null
    from cases_strategychild p join cases_strategydiscussion s on s.id = p.strategy_id
    cross join lateral (values ('cause-identified', s.cause_at), ('strategy-discussion', s.held_at)) e(kind, at)
    union all
    select q.case_id, q.child_id, e.kind, e.happened_on, null, null
    from cases_enquiry q
    cross join lateral (values ('enquiry-started', q.started_on), ('conference-not-required', q.not_required_on),
        ('enquiry-ended', q.ended_on)) e(kind, happened_on)
    where e.happened_on is not null
    union all
    select p.case_id, p.child_id, e.kind, e.happened_on, null, null
    from cases_protectionconferencechild p join cases_protectionconference c on c.id = p.conference_id
    cross join lateral (values
        (case when c.kind = 'review' then 'review-planned' else 'conference-planned' end,
         case when c.called_off_on is null then c.planned_on end),
        (case when c.kind = 'review' then 'review-conference' else 'initial-conference' end, c.held_on),
        ('report-shared', c.report_shared_on), ('decisions-sent', c.decisions_sent_on),
        ('conference-record-sent', c.record_sent_on)) e(kind, happened_on)
    where e.happened_on is not null
    union all
    select s.case_id, s.child_id, e.kind, e.happened_on, null, e.amount
    from cases_planspell s
    cross join lateral (values
        (case s.basis when 'early-help' then 'help' else s.basis end || '-plan-started', s.started_on, s.visit_every),
        (case s.basis when 'early-help' then 'help' else s.basis end || '-plan-ended', s.ended_on, null))
        e(kind, happened_on, amount)
    where e.happened_on is not null
    union all
    select p.case_id, p.child_id, e.kind, e.happened_on, null, null
    from cases_planmeetingchild p join cases_planmeeting m on m.id = p.meeting_id
    cross join lateral (values
        (case m.kind when 'core-group' then 'core-group' when 'need-review' then 'need-plan-reviewed'
         else 'help-plan-reviewed' end, m.held_on),
        (case when m.kind = 'need-review' then 'review-record-sent' end, m.record_sent_on)) e(kind, happened_on)
    where e.kind is not null and e.happened_on is not null
    union all
    -- A child seen; and a visit that waits to be written up, or was written up on a later day: one that was written up
    -- on its own day is nothing to count, and most are. Facts of one kind meet all that wait, so a later visit that is
    -- written up says nothing here as long as an earlier one of the same child is not. All visits are read once.
    select v.case_id, v.child_id, e.kind, e.happened_on, e.at, null
    from (
        select p.case_id, p.child_id, p.seen, w.visited_on, w.ended_at, w.missed_why, a.written_at,
            (a.written_at at time zone 'Europe/London')::date written_on,
            min(w.visited_on) filter (where a.visit_id is null and w.missed_why = '')
                over (partition by p.case_id, p.child_id) waits_from
        from cases_visitchild p join cases_visit w on w.id = p.visit_id and w.struck_on is null
        left join cases_visitaccount a on a.visit_id = w.id
    ) v
    cross join lateral (select v.missed_why = '' and (v.written_on is null
        or v.written_on > v.visited_on and (v.waits_from is null or v.waits_from > v.written_on))) l(is_later)
    cross join lateral (values ('child-seen', v.visited_on, null, v.seen <> 'not-seen'),
        ('child-seen-alone', v.visited_on, null, v.seen = 'alone'), ('visit-made', v.visited_on, v.ended_at, l.is_later),
        ('visit-written-up', v.written_on, v.written_at, l.is_later)) e(kind, happened_on, at, is_so)
    where e.is_so and e.happened_on is not null
    union all
    select case_id, child_id, kind, happened_on, happened_at, null from cases_milestone where struck_on is null;
grant select on cases_happening to camden_app, camden_worker;

-- A record that nobody leads in yet goes to another team's list. Only by whoever decides for the team it is with now;
-- once somebody leads, the lead's team has it.
create or replace function transfer_case(p_case bigint, p_team bigint) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if not app_sees(p_case) or not exists (
        select 1 from cases_case c where c.id = p_case and (app_all() or c.team_ids && app_manages())) then
        raise exception 'no such record' using errcode = 'no_data_found';
    end if;
    perform 1 from cases_case where id = p_case for update;
    if exists (select 1 from cases_involvement i where i.case_id = p_case and i.leads_now) then
        raise exception 'somebody leads in this record' using errcode = 'check_violation';
    end if;
    if not exists (select 1 from camden_team where id = p_team) then
        raise exception 'no such team' using errcode = 'no_data_found';
    end if;
    update cases_case set team_ids = array[p_team], version = version + 1 where id = p_case;
end
$$;
revoke execute on function transfer_case from public;
grant execute on function transfer_case to camden_app;
