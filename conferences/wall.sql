-- Row-level security of family group conferences. A coordinator sees the conference and what was written down for it,
-- and never the record: says the same as conferences/access.py.

-- Families somebody coordinates for at present. The web may ask only about its own principal; jobs about anybody.
create or replace function app_convened(p_user bigint) returns bigint[]
language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(distinct i.case_id), '{}') from public.cases_involvement i
    where i.worker_id = p_user and i.ended_on is null and i.scope = 'conference'
      and (session_user <> 'camden_app' or p_user = public.app_user())
      and not exists (select 1 from public.cases_exclusion e
                      where e.case_id = i.case_id and e.stands_against = p_user)
$$;
revoke execute on function app_convened from public;
grant execute on function app_convened to camden_app, camden_worker;

-- Whether the principal coordinates for this family: for functions that run as owner.
create or replace function app_coordinates(p_case bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select p_case = any(public.app_conferences())
$$;

-- What hangs beneath a conference is read with the record, or by the family's coordinator without it. Three rooms:
-- both       read and written by both;
-- record     read by both, written with the record: the referral, what must happen, every answer of the agency;
-- family     read by both, written by the coordinator alone: the family's plan and its reviews are nobody's to edit;
-- preparing  read and written by the coordinator alone: whoever sees the record sees nothing of it.
do $$
declare
    v_room text;
    v_table text;
    v_record text;
    v_coordinator text;
    v_reads text;
    v_writes text;
begin
    for v_room, v_table in
        select 'both', unnest(array['conferencestage', 'familyanswer', 'familyconference', 'nottakenup', 'outcome'])
        union all
        select 'record', unnest(array['agencyanswer', 'brief', 'conferencechild', 'dangeranswered', 'musthave',
            'musthavelooked', 'networkperson', 'planedition', 'promisedaction', 'resourceanswer', 'safetyfact'])
        union all
        select 'family', unnest(array['couldcare', 'dangertold', 'familymeeting', 'familyplan', 'plananswer', 'planitem',
            'planresource', 'planreview', 'promiseheard'])
        union all
        select 'preparing', unnest(array['arrangement', 'familylink', 'invitee', 'keptapart', 'letter', 'outcomewords',
            'preparingcontact', 'preparingnote'])
        union all
        select 'alone', unnest(array['mandate', 'maypromise', 'notyetoffered', 'offerinletter'])
    loop
        v_table := 'conferences_' || v_table;
        v_record := format('(exists (select 1 from cases_case c where c.id = %I.case_id))', v_table);
        v_coordinator := '(case_id = any((select app_conferences())::bigint[]))';
        v_reads := case v_room when 'preparing' then v_coordinator when 'alone' then v_record
                   else '(' || v_record || ' or ' || v_coordinator || ')' end;
        v_writes := case v_room when 'record' then v_record when 'family' then v_coordinator else v_reads end;
        execute format('alter table %I enable row level security', v_table);
        execute format('drop policy if exists of_conference on %I', v_table);
        execute format('create policy of_conference on %1$I using ' || v_reads || ' with check ' || v_writes, v_table);
        execute format('alter table %I enable row level security', v_table || 'event');
        execute format('drop policy if exists read_history on %I', v_table || 'event');
        execute format('drop policy if exists write_history on %I', v_table || 'event');
        execute format('create policy read_history on %1$I for select using '
                       || replace(v_reads, v_table || '.', v_table || 'event.'), v_table || 'event');
        execute format('create policy write_history on %I for insert with check (pg_trigger_depth() > 0)', v_table || 'event');
        execute format('grant select, insert on %I to camden_app', v_table || 'event');
    end loop;
end
$$;

-- A page for the family is read by the coordinator, and by whoever wrote it, who sees the record.
do $$
declare
    v_sees text := '((exists (select 1 from cases_case c where c.id = %1$I.case_id) and written_by_id = (select app_user()))'
                   ' or case_id = any((select app_conferences())::bigint[]))';
begin
    alter table conferences_informationreport enable row level security;
    drop policy if exists of_conference on conferences_informationreport;
    execute format('create policy of_conference on %1$I using ' || v_sees || ' with check ' || v_sees,
                   'conferences_informationreport');
    alter table conferences_informationreportevent enable row level security;
    drop policy if exists read_history on conferences_informationreportevent;
    drop policy if exists write_history on conferences_informationreportevent;
    execute format('create policy read_history on %1$I for select using ' || v_sees, 'conferences_informationreportevent');
    create policy write_history on conferences_informationreportevent for insert with check (pg_trigger_depth() > 0);
    grant select, insert on conferences_informationreportevent to camden_app;
end
$$;

-- What was said, decided and answered stands as it was written.
grant select, insert on conferences_agencyanswer, conferences_brief, conferences_conferencechild,
    conferences_conferencestage, conferences_dangeranswered, conferences_dangertold, conferences_familyanswer,
    conferences_mandate, conferences_maypromise, conferences_musthavelooked, conferences_nottakenup,
    conferences_notyetoffered, conferences_offerinletter, conferences_outcome, conferences_planedition,
    conferences_preparingnote, conferences_promisedaction, conferences_resourceanswer to camden_app;
grant select, insert, update on conferences_arrangement, conferences_couldcare, conferences_familyconference,
    conferences_familylink, conferences_familymeeting, conferences_familyplan, conferences_informationreport,
    conferences_invitee, conferences_keptapart, conferences_letter, conferences_musthave, conferences_networkperson,
    conferences_outcomewords, conferences_plananswer, conferences_planitem, conferences_planresource,
    conferences_planreview, conferences_preparingcontact, conferences_promiseheard, conferences_safetyfact to camden_app;
-- Jobs read days and people, for reminders and figures: no brief, no words, nobody's number.
grant select on conferences_conferencechild, conferences_conferencestage, conferences_familyconference to camden_worker;

-- What this council sets, and its words that move an answer to the front: read by all, written by who keeps settings.
do $$
declare
    v_table text;
begin
    foreach v_table in array array['conferences_conferencesettings', 'conferences_dangerword'] loop
        execute format('alter table %I enable row level security', v_table);
        execute format('drop policy if exists read_by_all on %I', v_table);
        execute format('drop policy if exists set_by_who_keeps_settings on %I', v_table);
        execute format('drop policy if exists changed_by_who_keeps_settings on %I', v_table);
        execute format('create policy read_by_all on %I for select using (true)', v_table);
        execute format('create policy set_by_who_keeps_settings on %I for insert with check ((select app_keeps_settings()))', v_table);
        execute format('create policy changed_by_who_keeps_settings on %I for update using ((select app_keeps_settings()))', v_table);
    end loop;
end
$$;
grant select, insert, update on conferences_conferencesettings, conferences_dangerword to camden_app;
grant select on conferences_conferencesettings, conferences_dangerword to camden_worker;
revoke execute on function app_coordinates from public;

-- What the figures are counted from: days, numbers and codes. No words, no place, nobody's name.
grant select (id, case_id, conference_id, answer) on conferences_agencyanswer to camden_worker;
grant select (id, case_id, conference_id, held_on, mothers_side, fathers_side, others, professionals, father_came,
    children_there, children_with_advocate) on conferences_familymeeting to camden_worker;
grant select (id, case_id, conference_id, why, noted_on) on conferences_nottakenup to camden_worker;
grant select on conferences_outcome to camden_worker;
grant select (id, case_id, held_on) on conferences_planreview to camden_worker;
grant select (id, case_id, conference_id, item_id, review_id, went) on conferences_promiseheard to camden_worker;

-- What the morning's message is written from: that a danger waits, and since when; that an offer was put off; that a
-- page was asked for and not begun; the day on which a family looks at its plan again.
grant select (id, case_id, conference_id, said_on) on conferences_dangertold to camden_worker;
grant select (id, case_id, danger_id) on conferences_dangeranswered to camden_worker;
grant select (id, case_id, said_on) on conferences_notyetoffered to camden_worker;
grant select (id, case_id, conference_id, written_by_id, asked_on, ready_on, version) on conferences_informationreport
    to camden_worker;
grant select (id, case_id, conference_id, review_on) on conferences_familyplan to camden_worker;

-- Figures of the whole service, as of one night, with small numbers hidden before they are stored.
grant select on conferences_servicefigures to camden_app;
grant select, insert, update on conferences_servicefigures to camden_worker;
