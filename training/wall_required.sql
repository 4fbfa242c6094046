-- Required learning, and observations: what whoever looks after learning may know of people to plan for them. Grades,
-- first days and whether somebody is away; never why, and of an observation its day and nothing else.

-- How people are employed, as far as a rule of required learning asks: of oneself, of whose work one answers for, of
-- everybody for whoever looks after learning, and for jobs.
create or replace function learners(p_people bigint[], p_on date)
returns table (person_id bigint, grade text, started_on date, is_away boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select u.id, coalesce(e.grade, '')::text,
           coalesce(e.started_on, (select min(m.started_on) from public.camden_membership m
                                   where m.user_id = u.id and m.ended_on is null), p_on),
           exists (select 1 from public.camden_absence a where a.person_id = u.id and a.withdrawn_at is null
                   and a.from_on <= p_on and (a.back_on is null or a.back_on > p_on))
    from public.camden_user u
    left join public.camden_employment e on e.user_id = u.id and e.ended_on is null
    where u.is_active and not u.is_system and (p_people is null or u.id = any(p_people))
      and exists (select 1 from public.camden_membership m where m.user_id = u.id and m.ended_on is null)
      and (u.id = public.app_user() or u.id = any(public.app_answers_for()) or public.app_leads_learning()
           or public.app_all())
$$;

-- Observations that were given and whose agreed learning nobody has looked at again: whose, and the day. No word of them.
create or replace function observations_to_look_at() returns table (worker_id bigint, observed_on date)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select o.worker_id, max(o.observed_on) from public.training_observation o
    join public.camden_user u on u.id = o.worker_id and u.is_active
    where o.given_on is not null and public.app_leads_learning()
    group by o.worker_id
    having (array_agg(o.looked_again_on order by o.observed_on desc, o.id desc))[1] is null
$$;

revoke execute on function learners, observations_to_look_at from public;
grant execute on function learners to camden_app, camden_worker;
grant execute on function observations_to_look_at to camden_app;
-- The morning's message is written by a job, as the person it is for.
grant select on training_requireditem, training_requiredrule, training_requireddone to camden_worker;
