-- Row-level security of families' records. Says the same as cases/access.py; a test of random worlds holds them equal.

-- Records the principal's own involvement opens. Involvements only: an array of everything a service may see is linear.
create or replace function app_cases() returns bigint[]
language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(distinct i.case_id), '{}') from public.cases_involvement i
    where i.worker_id = public.app_user() and i.ended_on is null and i.scope in ('full', 'duty', 'audit')
$$;

-- Records the principal must not see, whatever else would open them.
create or replace function app_excluded() returns bigint[]
language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(e.case_id), '{}') from public.cases_exclusion e
    where e.stands_against = public.app_user()
$$;

-- Records of which the principal sees only a conference or a consultation, and what was written down for it.
create or replace function app_conferences() returns bigint[]
language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(distinct i.case_id), '{}') from public.cases_involvement i
    where i.worker_id = public.app_user() and i.ended_on is null and i.scope = 'conference'
      and not i.case_id = any(public.app_excluded())
$$;
create or replace function app_consulted() returns bigint[]
language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(distinct i.case_id), '{}') from public.cases_involvement i
    where i.worker_id = public.app_user() and i.ended_on is null and i.scope = 'consultation'
      and not i.case_id = any(public.app_excluded())
$$;

-- Of these records, those that nothing but a duty opens to the principal now.
create or replace function app_only_on_duty(p_cases bigint[]) returns bigint[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(c.id), '{}') from public.cases_case c
    where c.id = any(p_cases) and not public.app_all() and not c.id = any(public.app_cases())
      and not c.team_ids && public.app_member_teams() and c.team_ids && public.app_teams()
$$;

-- Teams for whose workers the principal decides, and all beneath. The one function here that reads roles: a senior
-- practitioner reaches as far as a manager, and must not learn of a proposed move before the manager talked about it.
create or replace function app_manages() returns bigint[]
language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(distinct t.id), '{}')
    from public.camden_membership m join public.camden_team t on t.path @> array[m.team_id]
    where m.user_id = public.app_user() and m.ended_on is null and m.scope = 'team'
      and m.role in ('team-manager', 'service-manager')
$$;

-- Who opened the principal's own families on duty since then: the first look and the last, and at how many pages.
create or replace function looked_on_duty(p_since timestamptz)
returns table (case_id bigint, user_id bigint, first_at timestamptz, last_at timestamptz, looks bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select o.case_id, e.user_id, min(e.at), max(e.at), count(*)
    from public.camden_caseopened o join public.camden_recordopened e on e.id = o.event_id and e.at = o.at
    where o.case_id = any(public.app_cases()) and not o.case_id = any(public.app_excluded())
      and o.at > p_since and e.basis = 'duty' and e.page not in ('cases:list', 'cases:find')
    group by o.case_id, e.user_id
$$;

-- The same for one record, for the functions below, which as owner are not held by policies.
create or replace function app_sees(p_case bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select public.app_all() or exists (
        select 1 from public.cases_case c where c.id = p_case
        and ((not c.is_restricted and c.team_ids && public.app_teams()) or c.id = any(public.app_cases()))
        and not c.id = any(public.app_excluded()))
$$;

-- Of these records, those that are not open to the principal, who has some part in what is kept beside them.
create or replace function app_only_in_part(p_cases bigint[]) returns bigint[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(c), '{}') from unnest(p_cases) c where not public.app_sees(c)
$$;

-- The record itself. No insert and no update for the app: records are opened and passed on by the functions below.
alter table cases_case enable row level security;
drop policy if exists the_record on cases_case;
create policy the_record on cases_case for select using (
    (((not is_restricted and team_ids && (select app_teams())::bigint[]) or id = any((select app_cases())::bigint[]))
     and not id = any((select app_excluded())::bigint[]))
    or (select app_all()));
grant select on cases_case to camden_app, camden_worker;

alter table cases_caseevent enable row level security;
drop policy if exists read_history on cases_caseevent;
drop policy if exists write_history on cases_caseevent;
create policy read_history on cases_caseevent for select using (
    exists (select 1 from cases_case c where c.id = cases_caseevent.pgh_obj_id));
-- History is written by triggers, and by nobody's own hand.
create policy write_history on cases_caseevent for insert with check (pg_trigger_depth() > 0);
grant select, insert on cases_caseevent to camden_app;

-- Everything beneath a record is seen when the record is: a new row is visible as soon as its record is.
do $$
declare
    v_table text;
begin
    foreach v_table in array array[
        'cases_action', 'cases_actionchild', 'cases_actionhandover', 'cases_alias', 'cases_assessment',
        'cases_assessmentbasis', 'cases_assessmentchild', 'cases_assessmentreturn', 'cases_astold',
        'cases_briefpart', 'cases_casenote', 'cases_casenoteaccount', 'cases_casenotechild', 'cases_chronologychild',
        'cases_chronologyentry', 'cases_clock', 'cases_clockexception', 'cases_closure', 'cases_closurechild', 'cases_complexityfactor',
        'cases_complaint', 'cases_consent', 'cases_contact', 'cases_contactchild', 'cases_contactpoint',
        'cases_culturalnote', 'cases_decision', 'cases_decisionchild', 'cases_decisionheard', 'cases_decisionoption',
        'cases_disagreement', 'cases_dispute', 'cases_document', 'cases_driftanswer', 'cases_dutynote',
        'cases_emotionaltie', 'cases_enquiry', 'cases_episode', 'cases_exclusion', 'cases_export',
        'cases_familysays', 'cases_feedback', 'cases_feedbackinvitation', 'cases_genogramorder',
        'cases_genogramsnapshot', 'cases_goal', 'cases_goaltouched', 'cases_healthmark', 'cases_household',
        'cases_householdmembership', 'cases_importedchild', 'cases_introduction', 'cases_invitation', 'cases_involvement', 'cases_member',
        'cases_membermerge', 'cases_milestone', 'cases_networktie', 'cases_oversight', 'cases_oversightnote',
        'cases_partsource',
        'cases_pastloss', 'cases_planmeeting', 'cases_planmeetingchild', 'cases_plannedmeeting',
        'cases_plannedvisit', 'cases_planspell', 'cases_presence', 'cases_proposedmove',
        'cases_protectionconference', 'cases_protectionconferencechild', 'cases_question', 'cases_quote', 'cases_referral',
        'cases_referralchild', 'cases_relationship', 'cases_release', 'cases_retentionhold', 'cases_setaside',
        'cases_sharedview', 'cases_sharing', 'cases_significantevent', 'cases_significanteventchild', 'cases_snooze',
        'cases_sourcerow', 'cases_stepcheck', 'cases_strategychild', 'cases_strategydiscussion',
        'cases_thresholdchild', 'cases_thresholdmove', 'cases_tieseen', 'cases_visit', 'cases_visitaccount',
        'cases_visitchild', 'cases_waythere', 'cases_workerasked', 'cases_writing', 'cases_writingpart'] loop
        execute format('alter table %I enable row level security', v_table);
        execute format('drop policy if exists of_record on %I', v_table);
        execute format('create policy of_record on %I using (exists (select 1 from cases_case c where c.id = %I.case_id))',
                       v_table, v_table);
        if to_regclass(v_table || 'event') is not null then
            execute format('alter table %I enable row level security', v_table || 'event');
            execute format('drop policy if exists read_history on %I', v_table || 'event');
            execute format('drop policy if exists write_history on %I', v_table || 'event');
            execute format('create policy read_history on %I for select using '
                           '(exists (select 1 from cases_case c where c.id = %I.case_id))',
                           v_table || 'event', v_table || 'event');
            execute format('create policy write_history on %I for insert with check (pg_trigger_depth() > 0)', v_table || 'event');
            execute format('grant select, insert on %I to camden_app', v_table || 'event');
        end if;
    end loop;
end
$$;

-- Of a visible record, and then only for whoever decides: a proposed change of worker, and how often one was looked for.
drop policy if exists for_who_decides on cases_proposedmove;
create policy for_who_decides on cases_proposedmove as restrictive
    using (team_id = any((select app_manages())::bigint[]) or (select app_all()));
alter table cases_balancingrun enable row level security;
drop policy if exists for_who_decides on cases_balancingrun;
create policy for_who_decides on cases_balancingrun
    using (team_id = any((select app_manages())::bigint[]) or (select app_all()));
grant select, insert, update on cases_proposedmove to camden_app, camden_worker;
grant select, insert, update on cases_balancingrun to camden_app, camden_worker;

-- What people type, the app may write and correct; nothing may be deleted.
grant select, insert, update on cases_action, cases_actionchild, cases_chronologychild, cases_chronologyentry, cases_episode, cases_household,
    cases_householdmembership, cases_member, cases_relationship, cases_visit, cases_visitaccount, cases_visitchild
    to camden_app;
grant select, insert on cases_person, cases_dutynote to camden_app;
-- Who works with whom, and who must not see, only the functions below write. Rows of an import only its command.
grant select on cases_involvement, cases_exclusion, cases_sourcerow to camden_app;
-- Jobs read days and people; narratives (accounts of visits) are not theirs, and no history, which repeats them.
grant select on cases_action, cases_actionchild, cases_chronologychild, cases_chronologyentry, cases_episode, cases_household, cases_householdmembership,
    cases_involvement, cases_exclusion, cases_member, cases_relationship, cases_visit to camden_worker;

-- Opens a record on a team's list. Only for a team the principal's own memberships reach.
create or replace function open_case(p_name text, p_team bigint, p_on date) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_case bigint;
begin
    if not coalesce(app_all() or p_team = any(app_teams()), false) then  -- no team at all is out of reach too
        raise exception 'team out of reach' using errcode = 'insufficient_privilege';
    end if;
    insert into cases_case (name, team_ids, is_restricted, opened_on)
    values (p_name, array[p_team], false, p_on) returning id into v_case;
    return v_case;
end
$$;

-- A worker takes up work with a child. A new lead ends the present one, and only that carries a reason of change.
-- `team_ids` follows: the teams of the leads, and, while a child in need waits for one, the teams that had the record.
create or replace function involve_worker(
    p_child bigint, p_worker bigint, p_team bigint, p_role text, p_scope text, p_cover boolean, p_on date, p_reason text)
returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_case bigint;
    v_before cases_involvement;
    v_new bigint;
begin
    select m.case_id into v_case from cases_member m where m.id = p_child and m.kind = 'child';
    if v_case is null or not app_sees(v_case) then
        raise exception 'no such child' using errcode = 'no_data_found';
    end if;
    perform 1 from cases_case where id = v_case for update;  -- two people allocating at once take turns
    if not exists (select 1 from camden_user u join camden_membership m on m.user_id = u.id
                   where u.id = p_worker and u.is_active and m.team_id = p_team and m.ended_on is null) then
        raise exception 'worker is not in that team' using errcode = 'check_violation';
    end if;
    if exists (select 1 from cases_exclusion where case_id = v_case and stands_against = p_worker) then
        raise exception 'worker cannot take this record' using errcode = 'check_violation';
    end if;
    if p_role = 'lead' and not p_cover then
        select * into v_before from cases_involvement i
        where i.child_id = p_child and i.role = 'lead' and not i.is_cover order by i.ended_on desc nulls first, i.id desc limit 1;
        if v_before.id is not null and coalesce(p_reason, '') = '' then
            raise exception 'a change of lead needs its reason' using errcode = 'check_violation';
        end if;
        if v_before.worker_id = p_worker and v_before.ended_on is null then
            raise exception 'this worker is the lead already' using errcode = 'check_violation';
        end if;
        if p_on < coalesce(v_before.ended_on, v_before.started_on) then
            raise exception 'the change is before the present lead began' using errcode = 'check_violation';
        end if;
        update cases_involvement set ended_on = p_on, version = version + 1
        where id = v_before.id and ended_on is null;
    end if;
    insert into cases_involvement (case_id, child_id, worker_id, team_id, role, scope, is_cover, started_on, change_reason)
    values (v_case, p_child, p_worker, p_team, p_role, p_scope, p_cover, p_on,
            case when p_role = 'lead' and not p_cover then coalesce(nullif(p_reason, ''), 'FCONTA') else '' end)
    returning id into v_new;
    perform app_teams_of_case(v_case);
    return v_new;
end
$$;

-- A restricted record that nobody is involved in would be seen by nobody and wait on no list.
create or replace function app_keep_in_sight(p_case bigint) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if exists (select 1 from cases_case where id = p_case and is_restricted) and not exists (
        select 1 from cases_involvement i join camden_user u on u.id = i.worker_id and u.is_active
        where i.case_id = p_case and i.ended_on is null and i.scope in ('full', 'duty', 'audit')
          and not exists (select 1 from cases_exclusion e where e.case_id = p_case and e.stands_against = i.worker_id)
    ) then
        raise exception 'nobody would see this restricted record' using errcode = 'check_violation';
    end if;
end
$$;

-- A worker's work with a child ends.
create or replace function end_involvement(p_involvement bigint, p_on date) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_case bigint;
begin
    select case_id into v_case from cases_involvement where id = p_involvement and ended_on is null;
    if v_case is null or not app_sees(v_case) then
        raise exception 'no such involvement' using errcode = 'no_data_found';
    end if;
    update cases_involvement set ended_on = p_on, version = version + 1 where id = p_involvement;
    perform app_keep_in_sight(v_case);
    perform app_teams_of_case(v_case);
end
$$;

create or replace function app_teams_of_case(p_case bigint) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update public.cases_case c set version = c.version + 1, team_ids = n.teams
    from (select coalesce(array_agg(distinct t order by t), '{}') teams from (
            select i.team_id t from public.cases_involvement i
            where i.case_id = p_case and i.role = 'lead' and i.ended_on is null
            union
            select unnest(k.team_ids) from public.cases_case k where k.id = p_case and (
                exists (select 1 from public.cases_episode e where e.case_id = p_case and e.closed_on is null and not e.no_further_action
                        and not exists (select 1 from public.cases_involvement i where i.child_id = e.child_id and i.leads_now))
                or not exists (select 1 from public.cases_involvement i
                               where i.case_id = p_case and i.role = 'lead' and i.ended_on is null))
          ) teams) n
    where c.id = p_case and c.team_ids is distinct from n.teams
$$;

-- Somebody must not see a record: beats everything else.
create or replace function exclude_worker(p_case bigint, p_worker bigint, p_reason text, p_on date) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_new bigint;
begin
    if not app_sees(p_case) then
        raise exception 'no such record' using errcode = 'no_data_found';
    end if;
    insert into cases_exclusion (case_id, worker_id, stands_against, reason, started_on)
    values (p_case, p_worker, p_worker, p_reason, p_on) returning id into v_new;
    perform app_keep_in_sight(p_case);
    return v_new;
end
$$;

-- The reason for keeping somebody out has gone.
create or replace function lift_exclusion(p_exclusion bigint, p_on date) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_case bigint;
begin
    select case_id into v_case from cases_exclusion where id = p_exclusion and lifted_on is null;
    if v_case is null or not app_sees(v_case) then
        raise exception 'no such record' using errcode = 'no_data_found';
    end if;
    update cases_exclusion set lifted_on = p_on, stands_against = null, version = version + 1 where id = p_exclusion;
end
$$;

-- Only the people involved see a restricted record.
create or replace function restrict_case(p_case bigint, p_restricted boolean) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if not app_sees(p_case) then
        raise exception 'no such record' using errcode = 'no_data_found';
    end if;
    update cases_case set is_restricted = p_restricted, version = version + 1 where id = p_case;
    perform app_keep_in_sight(p_case);
end
$$;

-- What colleagues have begun to write about a record, for those who manage its team: who, what and when, and no words.
-- The draft itself is its author's alone.
create or replace function drafts_of_case(p_case bigint) returns table (author text, what text, form text, saved_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select u.name, d.what, d.form, d.saved_at
    from public.camden_draft d join public.camden_user u on u.id = d.author_id
    where d.record_id = p_case and d.author_id <> public.app_user()
      and d.put_away_at is null and d.saved_at > now() - interval '30 days'
      and public.app_sees(p_case)
      and exists (
        select 1 from public.camden_membership m join public.camden_team t on t.path @> array[m.team_id]
        join public.cases_case c on c.id = p_case and t.id = any(c.team_ids)
        where m.user_id = public.app_user() and m.ended_on is null and m.scope = 'team'
          and m.role in ('senior-practitioner', 'team-manager', 'service-manager'))
    order by d.saved_at desc limit 10
$$;

revoke execute on function drafts_of_case, app_cases, app_excluded, app_manages, app_conferences, app_consulted, app_only_on_duty, app_only_in_part, looked_on_duty,
    app_sees, app_teams_of_case, app_keep_in_sight, open_case,
    involve_worker, end_involvement, exclude_worker, lift_exclusion, restrict_case from public;
grant execute on function app_cases, app_excluded, app_manages, app_conferences, app_consulted, app_sees to camden_app, camden_worker;
grant execute on function looked_on_duty, drafts_of_case to camden_app;
grant execute on function open_case, involve_worker, end_involvement, exclude_worker, lift_exclusion,
    restrict_case to camden_app;
