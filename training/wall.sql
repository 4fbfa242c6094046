-- Row-level security of learning: a person's own, and whoever they show a piece to. Others get numbers, through functions.

-- Whether the principal looks after what the service learns.
create or replace function app_leads_learning() returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (select 1 from public.camden_membership m where m.user_id = public.app_user() and m.ended_on is null
                   and m.role in ('training-lead', 'principal-social-worker'))
$$;

-- Pieces that their authors show to the principal at present. A draft is shown to nobody.
create or replace function app_pieces_shown() returns bigint[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(s.piece_id), '{}')
    from public.training_pieceshare s join public.training_piece p on p.id = s.piece_id and p.recorded_on is not null
    where s.with_person_id = public.app_user() and s.ended_on is null
$$;

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

drop policy if exists shown_to on training_piece;
create policy shown_to on training_piece for select using (id = any((select app_pieces_shown())::bigint[]));

alter table training_pieceshare enable row level security;
drop policy if exists its_author on training_pieceshare;
drop policy if exists shown_to on training_pieceshare;
create policy its_author on training_pieceshare using (
    exists (select 1 from training_piece p where p.id = piece_id and p.person_id = (select app_user())
            and p.recorded_on is not null));
create policy shown_to on training_pieceshare for select using (with_person_id = (select app_user()));
grant select, insert, update on training_pieceshare to camden_app;

-- What a piece or something learned shows: linked by its person to what is their own, whatever becomes of a framework.
alter table training_capabilitylink enable row level security;
drop policy if exists its_person on training_capabilitylink;
create policy its_person on training_capabilitylink using (person_id = (select app_user())) with check (
    person_id = (select app_user())
    and (piece_id is null or exists (
        select 1 from training_piece p where p.id = piece_id and p.person_id = (select app_user())))
    and (learning_id is null or exists (
        select 1 from training_learning l where l.id = learning_id and l.person_id = (select app_user()))));
grant select, insert on training_capabilitylink to camden_app;
grant update (taken_back_on, version) on training_capabilitylink to camden_app;

-- What the council keeps for everybody: read by all, kept by those who look after what the service learns.
do $$
declare
    v_table text;
begin
    foreach v_table in array array[
        'training_framework', 'training_capability', 'training_correspondence', 'training_requireditem',
        'training_requiredrule', 'training_course', 'training_coursesession', 'training_promise', 'training_survey',
        'training_question'] loop
        execute format('alter table %I enable row level security', v_table);
        execute format('drop policy if exists everybody_reads on %I', v_table);
        execute format('create policy everybody_reads on %I for select using (true)', v_table);
        execute format('drop policy if exists looks_after_learning on %I', v_table);
        execute format('create policy looks_after_learning on %I using ((select app_leads_learning()) or (select app_all()))',
                       v_table);
    end loop;
end
$$;
-- An area is never written over and a reading of what it is close to may be changed.
grant select, insert on training_capability to camden_app;
grant select, insert, delete on training_correspondence to camden_app;
grant select, insert, update on training_framework, training_requireditem, training_requiredrule, training_course,
    training_coursesession, training_promise to camden_app;

-- Steps of the systemic ladder: their person's, and whoever plans courses. Hours are the person's alone.
alter table training_systemictraining enable row level security;
drop policy if exists its_person_or_lead on training_systemictraining;
create policy its_person_or_lead on training_systemictraining using (
    person_id = (select app_user()) or (select app_leads_learning()));
alter table training_systemichours enable row level security;
drop policy if exists its_person on training_systemichours;
create policy its_person on training_systemichours using (
    exists (select 1 from training_systemictraining t where t.id = training_id and t.person_id = (select app_user())));
grant select, insert, update on training_systemictraining, training_systemichours to camden_app;

-- A word from a training lead: whoever it went to knows from whom it came and when.
alter table training_nudge enable row level security;
drop policy if exists told_to on training_nudge;
drop policy if exists looks_after_learning on training_nudge;
create policy told_to on training_nudge for select using (person_id = (select app_user()));
create policy looks_after_learning on training_nudge using ((select app_leads_learning()))
    with check ((select app_leads_learning()) and nudged_by_id = (select app_user()));
grant select, insert on training_nudge to camden_app;

-- Somebody learned something. Whoever closes a session writes it down for all who were there, and reads none of it.
drop function if exists log_learning(bigint, date, text, text, text, text, text, text[]);
create or replace function log_learning(p_person bigint, p_on date, p_kind text, p_title text, p_source text,
                                        p_source_key text, p_role text, p_peers text[], p_minutes int) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if app_user() is null then
        raise exception 'nobody is writing this' using errcode = 'insufficient_privilege';
    end if;
    insert into training_learning (person_id, learned_on, kind, title, source, source_key, role_played, peers,
                                   minutes)
    values (p_person, p_on, p_kind, p_title, p_source, p_source_key, p_role, p_peers, p_minutes)
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
    where p.person_id = p_person and p.recorded_on <= p_to and p.done_on between p_from and p_to
      and (p_person = public.app_user() or public.app_all())
$$;

-- How many of two each has recorded, and nothing else of it: of the people whose work the principal answers for, and of
-- everybody registered with Social Work England for whoever looks after what the service learns. With whether they are
-- away that day, and when they last got a word about it.
create or replace function pieces_of_people(p_from date, p_to date, p_on date)
returns table (person_id bigint, recorded bigint, with_peer boolean, is_away boolean, nudged_on date)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with asked as (
        select distinct e.user_id
        from public.camden_employment e join public.camden_user u on u.id = e.user_id and u.is_active
        where e.ended_on is null and e.registered_with = 'swe'
          and (public.app_leads_learning() or e.user_id = any(public.app_answers_for()))
    )
    select a.user_id, count(distinct lower(regexp_replace(btrim(p.learned), '\s+', ' ', 'g'))),
           coalesce(bool_or(p.peer_with <> '' and p.peer_changed <> ''), false),
           exists (select 1 from public.camden_absence away where away.person_id = a.user_id
                   and away.withdrawn_at is null and away.from_on <= p_on
                   and (away.back_on is null or away.back_on > p_on)),
           (select max(n.nudged_on) from public.training_nudge n where n.person_id = a.user_id and n.about = 'pieces'
            and public.app_leads_learning())
    from asked a left join public.training_piece p on p.person_id = a.user_id
        and p.recorded_on <= p_to and p.done_on between p_from and p_to
    group by a.user_id
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
        where p.recorded_on <= p_to and p.done_on between p_from and p_to
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

revoke execute on function app_leads_learning, app_pieces_shown, log_learning, pieces_recorded, pieces_of_people,
    learning_in_teams from public;
grant execute on function log_learning, pieces_recorded to camden_app, camden_worker;
grant execute on function app_leads_learning, app_pieces_shown to camden_app, camden_worker;
grant execute on function learning_in_teams, pieces_of_people to camden_app;
