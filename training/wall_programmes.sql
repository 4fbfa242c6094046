-- Row-level security of programmes and observations. What somebody reflects on is theirs until they show it; a manager
-- and a training lead see days, through functions that return no words.

-- Programmes whose words the principal is a party to: their own, those they assess, of their people, or on the panel of.
create or replace function app_programmes() returns bigint[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(p.id), '{}') from public.training_programme p
    where p.person_id = public.app_user() or p.assessor_id = public.app_user()
       or p.person_id = any(public.app_answers_for())
       or exists (select 1 from public.training_panelmember m where m.programme_id = p.id
                  and m.person_id = public.app_user() and m.ended_on is null)
$$;

alter table training_programme enable row level security;
drop policy if exists a_party_to_it on training_programme;
drop policy if exists looks_after_learning on training_programme;
create policy a_party_to_it on training_programme for select using (
    id = any((select app_programmes())::bigint[]) or (select app_all()));
create policy looks_after_learning on training_programme using ((select app_leads_learning()));

do $$
declare
    v_table text;
begin
    foreach v_table in array array['training_programmeagreement', 'training_programmereview', 'training_panelmember',
                                   'training_protectedtime'] loop
        execute format('alter table %I enable row level security', v_table);
        execute format('drop policy if exists a_party_to_it on %I', v_table);
        execute format('create policy a_party_to_it on %I for select using'
                       ' (programme_id = any((select app_programmes())::bigint[]))', v_table);
    end loop;
    foreach v_table in array array['training_programmeagreement', 'training_programmereview'] loop
        execute format('drop policy if exists written_by_a_party on %I', v_table);
        execute format('create policy written_by_a_party on %I using'
                       ' (programme_id = any((select app_programmes())::bigint[]))', v_table);
    end loop;
end
$$;
drop policy if exists looks_after_learning on training_panelmember;
create policy looks_after_learning on training_panelmember using ((select app_leads_learning()));
drop policy if exists its_person on training_protectedtime;
create policy its_person on training_protectedtime using (
    exists (select 1 from training_programme p where p.id = programme_id and p.person_id = (select app_user())));

alter table training_logentry enable row level security;
drop policy if exists its_person on training_logentry;
drop policy if exists shown_to_assessor on training_logentry;
create policy its_person on training_logentry using (person_id = (select app_user())) with check (
    person_id = (select app_user()) and exists (
        select 1 from training_programme p where p.id = programme_id and p.person_id = (select app_user())));
create policy shown_to_assessor on training_logentry for select using (
    shown_on is not null and exists (
        select 1 from training_programme p where p.id = programme_id and p.assessor_id = (select app_user())));

alter table training_observation enable row level security;
drop policy if exists its_observer on training_observation;
drop policy if exists given_to on training_observation;
create policy its_observer on training_observation using (observer_id = (select app_user()));
create policy given_to on training_observation for select using (
    given_on is not null and worker_id = (select app_user()));
alter table training_observationskill enable row level security;
drop policy if exists of_observation on training_observationskill;
create policy of_observation on training_observationskill using (
    exists (select 1 from training_observation o where o.id = observation_id))
    with check (exists (select 1 from training_observation o where o.id = observation_id
                        and o.observer_id = (select app_user()) and o.given_on is null));
drop policy if exists taken_out on training_observationskill;
create policy taken_out on training_observationskill as restrictive for delete using (
    exists (select 1 from training_observation o where o.id = observation_id
            and o.observer_id = (select app_user()) and o.given_on is null));
grant select, insert, update on training_programme, training_programmeagreement, training_programmereview,
    training_panelmember, training_protectedtime, training_logentry, training_observation to camden_app;
grant select, insert, update, delete on training_observationskill to camden_app;

-- Days of programmes and no words, for caseloads, passports and radar: of oneself, of one's people, of whom one assesses,
-- and of all for whoever looks after learning, and for jobs. Nothing of anybody else.
create or replace function programmes_of(p_people bigint[])
returns table (programme_id bigint, person_id bigint, code text, started_on date, fte_permille int, extended_to_on date)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select p.id, p.person_id, p.code::text, p.started_on, p.fte_permille::int, p.extended_to_on
    from public.training_programme p
    where p.person_id = any(p_people) and p.decided_on is null
      and (p.id = any(public.app_programmes()) or public.app_leads_learning() or public.app_all())
$$;

-- When they were away, for the same programmes: the days move what is still to come.
create or replace function away_of(p_people bigint[]) returns table (person_id bigint, from_on date, back_on date)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select a.person_id, a.from_on, a.back_on from public.camden_absence a
    where a.person_id = any(p_people) and a.withdrawn_at is null and exists (
        select 1 from public.programmes_of(p_people) p where p.person_id = a.person_id)
$$;

-- What took place of these programmes: the agreement, reviews and observations by their days.
create or replace function programme_held(p_programmes bigint[])
returns table (programme_id bigint, work text, held_on date, by_registered boolean, has_family boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with mine as (
        select p.id from public.training_programme p where p.id = any(p_programmes)
          and (p.id = any(public.app_programmes()) or public.app_leads_learning() or public.app_all())
    )
    select a.programme_id, 'agreement', a.agreed_on, false, false
    from public.training_programmeagreement a join mine on mine.id = a.programme_id
    union all
    select r.programme_id, 'review', r.held_on, false, false
    from public.training_programmereview r join mine on mine.id = r.programme_id
    union all
    select o.programme_id, 'observation', o.observed_on, o.by_registered, o.family_said <> '' and o.consent = 'given'
    from public.training_observation o join mine on mine.id = o.programme_id where o.given_on is not null
$$;

revoke execute on function app_programmes, programmes_of, away_of, programme_held from public;
grant execute on function app_programmes, programmes_of, away_of to camden_app, camden_worker;
grant execute on function programme_held to camden_app;
