-- Row-level security of learning: a person's own, and nobody else's. Others get numbers, through functions.

do $$
declare
    v_table text;
begin
    foreach v_table in array array['training_learning', 'training_piece'] loop
        execute format('alter table %I enable row level security', v_table);
        execute format('drop policy if exists its_person on %I', v_table);
        execute format('create policy its_person on %I using (person_id = (select app_user()))', v_table);
    end loop;
end
$$;
grant select on training_learning to camden_app;
grant select, insert, update on training_piece to camden_app;

-- Somebody learned something. Whoever closes a session writes it down for all who were there, and reads none of it.
create or replace function log_learning(p_person bigint, p_on date, p_kind text, p_title text, p_source text,
                                        p_source_key text, p_role text, p_peers text[]) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if app_user() is null then
        raise exception 'nobody is writing this' using errcode = 'insufficient_privilege';
    end if;
    insert into training_learning (person_id, learned_on, kind, title, source, source_key, role_played, peers)
    values (p_person, p_on, p_kind, p_title, p_source, p_source_key, p_role, p_peers)
    on conflict (person_id, source_key) do nothing;
    return found;
end
$$;

-- How many different pieces one person recorded in a year, and whether with a peer. Their own page asks, and the job
-- that writes the digest.
create or replace function pieces_recorded(p_person bigint, p_from date, p_to date)
returns table (recorded bigint, with_peer boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select count(distinct lower(regexp_replace(btrim(p.learned), '\s+', ' ', 'g'))),
           coalesce(bool_or(p.peer_with <> '' and p.peer_changed <> ''), false)
    from public.training_piece p
    where p.person_id = p_person and p.recorded_on is not null and p.done_on between p_from and p_to
      and (p_person = public.app_user() or public.app_all())
$$;

-- For whoever looks after what the service learns: in each team, of how many registered with Social Work England how
-- many have recorded what their year asks. No names; nothing of a team with fewer than `p_fewest` such people.
create or replace function learning_in_teams(p_from date, p_to date, p_fewest int)
returns table (team_id bigint, people bigint, whole bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with registered as (
        select distinct m.team_id, m.user_id
        from public.camden_membership m
        join public.camden_user u on u.id = m.user_id and u.is_active
        join public.camden_employment e on e.user_id = u.id and e.ended_on is null and e.registered_with = 'swe'
        where m.ended_on is null
    ), done as (
        select p.person_id from public.training_piece p
        where p.recorded_on is not null and p.done_on between p_from and p_to
        group by p.person_id
        having count(distinct lower(regexp_replace(btrim(p.learned), '\s+', ' ', 'g'))) >= 2
           and bool_or(p.peer_with <> '' and p.peer_changed <> '')
    )
    select r.team_id, count(*), count(d.person_id)
    from registered r left join done d on d.person_id = r.user_id
    where exists (select 1 from public.camden_membership mine where mine.user_id = public.app_user()
                  and mine.ended_on is null and mine.role in ('training-lead', 'principal-social-worker'))
    group by r.team_id having count(*) >= greatest(p_fewest, 3)
$$;

revoke execute on function log_learning, pieces_recorded, learning_in_teams from public;
grant execute on function log_learning, pieces_recorded to camden_app, camden_worker;
grant execute on function learning_in_teams to camden_app;
