-- Row-level security of early-career programmes. What somebody reflects on is theirs until they show it; a manager and a
-- training lead see days, through functions that return no words; a panel decides, and never the assessor.

-- Programmes the principal is a party to: their own, those they assess, of their people, or on the panel of.
create or replace function app_programmes() returns bigint[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(p.id), '{}') from public.training_programme p
    where p.person_id = public.app_user() or p.assessor_id = public.app_user()
       or p.person_id = any(public.app_answers_for())
       or exists (select 1 from public.training_panelmember m where m.programme_id = p.id
                  and m.person_id = public.app_user() and m.ended_on is null)
$$;

-- Those the principal agrees how to go about: the worker, the assessor, whoever answers for the worker. No panel.
create or replace function app_programmes_agreed() returns bigint[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(p.id), '{}') from public.training_programme p
    where p.decided_on is null and (p.person_id = public.app_user() or p.assessor_id = public.app_user()
                                    or p.person_id = any(public.app_answers_for()))
$$;

alter table training_programme enable row level security;
drop policy if exists a_party_to_it on training_programme;
drop policy if exists looks_after_learning on training_programme;
create policy a_party_to_it on training_programme for select using (
    id = any((select app_programmes())::bigint[]) or (select app_all()));
create policy looks_after_learning on training_programme using ((select app_leads_learning())) with check (
    (select app_leads_learning()) and decided_on is null and not exists (
        select 1 from training_panelmember m
        where m.programme_id = training_programme.id and m.person_id = assessor_id and m.ended_on is null));

do $$
declare
    v_table text;
begin
    foreach v_table in array array['training_programmeagreement', 'training_programmereview', 'training_panelmember',
                                   'training_protectedtime'] loop
        execute format('alter table %I enable row level security', v_table);
        execute format('drop policy if exists a_party_to_it on %I', v_table);
        execute format('drop policy if exists written_by_a_party on %I', v_table);
    end loop;
    foreach v_table in array array['training_programmeagreement', 'training_panelmember'] loop
        execute format('create policy a_party_to_it on %I for select using'
                       ' (programme_id = any((select app_programmes())::bigint[]))', v_table);
    end loop;
    -- A line manager and a panel get the days, and a panel the reviews, from functions: what the worker says of the
    -- support they had, and how their week went, is between them and their assessor.
    foreach v_table in array array['training_programmereview', 'training_protectedtime'] loop
        execute format('drop policy if exists worker_and_assessor on %I', v_table);
        execute format('create policy worker_and_assessor on %I for select using (exists (select 1 from'
                       ' training_programme p where p.id = programme_id'
                       ' and (select app_user()) in (p.person_id, p.assessor_id)))', v_table);
    end loop;
end
$$;
drop policy if exists agreed_by_the_three on training_programmeagreement;
create policy agreed_by_the_three on training_programmeagreement for insert with check (
    programme_id = any((select app_programmes_agreed())::bigint[]));
drop policy if exists held_by_the_assessor on training_programmereview;
create policy held_by_the_assessor on training_programmereview for insert with check (
    held_by_id = (select app_user()) and worker_says = '' and exists (
        select 1 from training_programme p
        where p.id = programme_id and p.assessor_id = (select app_user()) and p.decided_on is null));

-- Neither the newly qualified worker nor whoever assesses them sits on the panel.
drop policy if exists looks_after_learning on training_panelmember;
create policy looks_after_learning on training_panelmember using ((select app_leads_learning())) with check (
    (select app_leads_learning()) and exists (
        select 1 from training_programme p
        where p.id = programme_id and training_panelmember.person_id not in (p.person_id, p.assessor_id)));
drop policy if exists its_person on training_protectedtime;
create policy its_person on training_protectedtime using (
    exists (select 1 from training_programme p where p.id = programme_id and p.person_id = (select app_user())));

-- What was shown stays as it was read: from then on its page is not changed any more.
alter table training_logentry enable row level security;
drop policy if exists its_person on training_logentry;
drop policy if exists written_by_its_person on training_logentry;
drop policy if exists kept_until_shown on training_logentry;
drop policy if exists shown_to_assessor on training_logentry;
create policy its_person on training_logentry for select using (person_id = (select app_user()));
create policy written_by_its_person on training_logentry for insert with check (
    person_id = (select app_user()) and exists (
        select 1 from training_programme p where p.id = programme_id and p.person_id = (select app_user())));
create policy kept_until_shown on training_logentry for update using (
    person_id = (select app_user()) and shown_on is null) with check (person_id = (select app_user()));
create policy shown_to_assessor on training_logentry for select using (
    shown_on is not null and exists (
        select 1 from training_programme p where p.id = programme_id and p.assessor_id = (select app_user())));

revoke update on training_programme, training_programmeagreement, training_programmereview, training_panelmember,
    training_protectedtime, training_logentry from camden_app;
grant select, insert on training_programme, training_programmeagreement, training_programmereview, training_panelmember,
    training_protectedtime, training_logentry to camden_app;
grant update (assessor_id, extended_to_on, version) on training_programme to camden_app;
grant update (ended_on, version) on training_panelmember to camden_app;
grant update (planned_minutes, had_minutes, version) on training_protectedtime to camden_app;
grant update (words, written_on, shown_on, version) on training_logentry to camden_app;

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

-- Weeks of protected time in minutes, for whoever can mend them: the parties, and whoever looks after learning.
create or replace function protected_weeks(p_programmes bigint[])
returns table (programme_id bigint, week_on date, planned int, had int)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select t.programme_id, t.week_on, t.planned_minutes::int, t.had_minutes::int
    from public.training_protectedtime t join public.training_programme p on p.id = t.programme_id
    where t.programme_id = any(p_programmes)
      and (public.app_user() in (p.person_id, p.assessor_id) or p.person_id = any(public.app_answers_for())
           or public.app_leads_learning())
$$;

-- Reviews as a panel reads them: without what the worker says of the support they had.
create or replace function reviews_for_panel(p_programme bigint)
returns table (review_id bigint, held_on date, held_by text, going_well text, comes_next text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select r.id, r.held_on, u.name::text, r.going_well, r.comes_next
    from public.training_programmereview r join public.camden_user u on u.id = r.held_by_id
    where r.programme_id = p_programme and exists (
        select 1 from public.training_panelmember m where m.programme_id = p_programme
        and m.person_id = public.app_user() and m.ended_on is null)
$$;

-- The worker's own words about the support they had: theirs to write, in a review that was held.
create or replace function answer_review(p_review bigint, p_version int, p_words text) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform 1 from training_programmereview r join training_programme p on p.id = r.programme_id
    where r.id = p_review and p.person_id = app_user();
    if not found then
        raise exception 'no such review' using errcode = 'no_data_found';
    end if;
    update training_programmereview set worker_says = p_words, version = version + 1
    where id = p_review and version = p_version;
    if not found then
        raise exception 'changed meanwhile' using errcode = 'serialization_failure';
    end if;
    return p_review;
end
$$;

-- A caseload reckons by what stands in the employment: the programme and its first day go there when it begins, and
-- until when it was extended as soon as that is said.
create or replace function note_early_career(p_programme bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if not app_leads_learning() then
        raise exception 'who looks after learning begins a programme' using errcode = 'insufficient_privilege';
    end if;
    update camden_employment e set programme = p.code, programme_started_on = p.started_on,
        programme_extended_to_on = p.extended_to_on, version = e.version + 1
    from training_programme p
    where p.id = p_programme and p.decided_on is null and e.user_id = p.person_id and e.ended_on is null;
    return found;
end
$$;

-- Until when a programme goes on beyond its time, as it stands there; for one that is over, up to the day it was decided.
create or replace function app_extended(p_programme bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    update camden_employment e set version = e.version + 1,
        programme_extended_to_on = case when p.extended_to_on >= e.programme_started_on
                                        then greatest(least(p.extended_to_on, p.decided_on), e.programme_started_on) end
    from training_programme p
    where p.id = p_programme and e.user_id = p.person_id and e.ended_on is null and e.programme = p.code;
    return found;
end
$$;

create or replace function note_extension(p_programme bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if not app_leads_learning() then
        raise exception 'who looks after learning changes a programme' using errcode = 'insufficient_privilege';
    end if;
    return app_extended(p_programme);
end
$$;

-- What the panel says: somebody who sits on it and does not manage the worker writes it down, and a panel is two people
-- or more. `p_until` is how long an extended programme goes on.
create or replace function decide_programme(p_programme bigint, p_version int, p_outcome text, p_until date, p_on date)
returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_programme training_programme;
begin
    select * into v_programme from training_programme where id = p_programme for update;
    if v_programme.id is null or not exists (
        select 1 from training_panelmember m where m.programme_id = p_programme
        and m.person_id = app_user() and m.ended_on is null) then
        raise exception 'no such programme' using errcode = 'no_data_found';
    elsif app_user() in (v_programme.person_id, v_programme.assessor_id)
          or v_programme.person_id = any(app_answers_for()) then
        raise exception 'somebody else of the panel' using errcode = 'insufficient_privilege';
    elsif (select count(*) from training_panelmember m where m.programme_id = p_programme and m.ended_on is null) < 2 then
        raise exception 'a panel is two' using errcode = 'check_violation';
    elsif v_programme.decided_on is not null or v_programme.version <> p_version then
        raise exception 'changed meanwhile' using errcode = 'serialization_failure';
    end if;
    if p_outcome = 'extended' then
        update training_programme set extended_to_on = p_until, version = version + 1 where id = p_programme;
    else
        update training_programme set outcome = p_outcome, decided_on = p_on, decided_by_id = app_user(),
            version = version + 1 where id = p_programme;
    end if;
    perform app_extended(p_programme);
    return p_programme;
end
$$;

revoke execute on function app_programmes, app_programmes_agreed, programmes_of, away_of, programme_held, protected_weeks,
    reviews_for_panel, answer_review, note_early_career, app_extended, note_extension, decide_programme from public;
grant execute on function app_programmes, programmes_of, away_of to camden_app, camden_worker;
grant execute on function app_programmes_agreed, programme_held, protected_weeks, reviews_for_panel, answer_review,
    note_early_career, note_extension, decide_programme to camden_app;
