-- Row-level security of practice observations: their observer's until they are given, then of both, and of nobody else.
-- Once given, words stay as they were read; what may still happen to them happens through the functions below.

alter table training_observation enable row level security;
drop policy if exists its_observer on training_observation;
drop policy if exists begun_by_its_observer on training_observation;
drop policy if exists kept_until_given on training_observation;
drop policy if exists given_to on training_observation;
create policy its_observer on training_observation for select using (observer_id = (select app_user()));
create policy begun_by_its_observer on training_observation for insert with check (
    observer_id = (select app_user()) and given_on is null and programme_id is null and not by_registered);
create policy kept_until_given on training_observation for update using (
    observer_id = (select app_user()) and given_on is null) with check (
    observer_id = (select app_user()) and given_on is null and programme_id is null and not by_registered);
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
grant select, insert, update on training_observation to camden_app;
grant select, insert, update, delete on training_observationskill to camden_app;

-- The observer gives it: the worker reads it from now on. Whether the observer is a registered social worker, and to
-- which programme of the worker it counts, is known here and typed by nobody.
create or replace function give_observation(p_observation bigint, p_version int, p_on date) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_seen training_observation;
begin
    select * into v_seen from training_observation where id = p_observation and observer_id = app_user() for update;
    if v_seen.id is null then
        raise exception 'no such observation' using errcode = 'no_data_found';
    elsif v_seen.given_on is not null or v_seen.version <> p_version then
        raise exception 'changed meanwhile' using errcode = 'serialization_failure';
    end if;
    update training_observation set given_on = p_on, version = version + 1,
        by_registered = exists (
            select 1 from camden_employment e where e.user_id = v_seen.observer_id and e.registered_with = 'swe'
            and e.started_on <= v_seen.observed_on and (e.ended_on is null or e.ended_on > v_seen.observed_on)),
        programme_id = (
            select p.id from training_programme p where p.person_id = v_seen.worker_id and p.decided_on is null
            and p.started_on <= v_seen.observed_on)
    where id = p_observation;
    return p_observation;
end
$$;

-- The worker's answer to what they were given.
create or replace function answer_observation(p_observation bigint, p_version int, p_words text) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform 1 from training_observation
    where id = p_observation and worker_id = app_user() and given_on is not null;
    if not found then
        raise exception 'no such observation' using errcode = 'no_data_found';
    end if;
    update training_observation set worker_says = p_words, version = version + 1
    where id = p_observation and version = p_version;
    if not found then
        raise exception 'changed meanwhile' using errcode = 'serialization_failure';
    end if;
    return p_observation;
end
$$;

-- The family takes its consent back, and tells whichever of the two it meets: its words go, and what was learned stays.
create or replace function consent_taken_back(p_observation bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    update training_observation set consent = 'taken-back', family_said = '', version = version + 1
    where id = p_observation and consent = 'given'
      and (observer_id = app_user() or (worker_id = app_user() and given_on is not null));
    return found;
end
$$;

-- The two looked again at what they agreed.
create or replace function looked_again(p_observation bigint, p_on date) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    update training_observation set looked_again_on = p_on, version = version + 1
    where id = p_observation and given_on is not null and looked_again_on is null and app_user() in (observer_id, worker_id);
    return found;
end
$$;

-- That somebody was observed, by whom and on which day, and not a word of it: for whoever answers for their work, and for
-- whoever looks after what the service learns.
create or replace function observed_of(p_people bigint[])
returns table (worker_id bigint, observer_id bigint, observed_on date)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select o.worker_id, o.observer_id, o.observed_on from public.training_observation o
    where o.worker_id = any(p_people) and o.given_on is not null
      and (o.worker_id = public.app_user() or o.worker_id = any(public.app_answers_for()) or public.app_leads_learning())
$$;

revoke execute on function give_observation, answer_observation, consent_taken_back, looked_again, observed_of from public;
grant execute on function give_observation, answer_observation, consent_taken_back, looked_again, observed_of
    to camden_app;
