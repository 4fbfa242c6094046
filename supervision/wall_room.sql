-- What stays with a session and those who were there, what is one person's own, and what a page asks every two seconds.
-- Continues wall.sql, whose loop gives the tables beneath a discussion their policies.

-- Asked, noticed or objected to in the room: read by those who were there, whoever sees the record, while they belong to
-- the group.
do $$
declare
    v_table text;
begin
    foreach v_table in array array['supervision_roomquestion', 'supervision_differencenote', 'supervision_dissent'] loop
        execute format('drop policy if exists stays_in_the_room on %I', v_table);
        execute format('create policy stays_in_the_room on %I as restrictive for select using '
                       '(discussion_id = any((select app_still_heard())::bigint[]))', v_table);
    end loop;
end
$$;

-- Somebody who was there sees it differently, until it is agreed: a clinician or a guest too, who see no record. False
-- where it is not theirs to say, or too late.
create or replace function say_differently(p_discussion bigint, p_words text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_case bigint;
begin
    select d.case_id into v_case from supervision_discussion d join supervision_session s on s.id = d.session_id
    where d.id = p_discussion and d.id = any(app_still_heard()) and d.agreed_on is null and s.cancelled_on is null
    for update of d;
    if v_case is null then
        return false;
    end if;
    insert into supervision_dissent (created_at, version, case_id, discussion_id, person_id, words)
    values (now(), 1, v_case, p_discussion, app_user(), p_words)
    on conflict (discussion_id, person_id) do update set words = excluded.words, version = supervision_dissent.version + 1;
    return true;
end
$$;
revoke execute on function say_differently from public;
grant execute on function say_differently to camden_app;
revoke insert, update on supervision_dissent from camden_app;

-- A worker's position: those who were there, while they belong to the group; and only its worker writes it.
drop policy if exists stays_in_the_room on supervision_position;
create policy stays_in_the_room on supervision_position as restrictive for select using (
    discussion_id = any((select app_still_heard())::bigint[]));
drop policy if exists own_words on supervision_position;
create policy own_words on supervision_position as restrictive for update using (person_id = (select app_user()));
drop policy if exists own_new_words on supervision_position;
create policy own_new_words on supervision_position as restrictive for insert with check (
    person_id = (select app_user()));

-- How the group came in and worked together.
alter table supervision_sessionwords enable row level security;
drop policy if exists of_the_room on supervision_sessionwords;
create policy of_the_room on supervision_sessionwords using (session_id = any((select app_still_there())::bigint[]));

-- One person's own.
do $$
declare
    v_table text;
begin
    foreach v_table in array array['supervision_reflection', 'supervision_sessionrating'] loop
        execute format('alter table %I enable row level security', v_table);
        execute format('drop policy if exists own on %I', v_table);
        execute format('create policy own on %I using (person_id = (select app_user()) and '
                       'session_id = any((select app_attended())::bigint[]))', v_table);
    end loop;
end
$$;

-- Who has read what was agreed: the group sees it, and each says it for themselves.
alter table supervision_sessionreading enable row level security;
drop policy if exists of_session on supervision_sessionreading;
create policy of_session on supervision_sessionreading for select using (
    exists (select 1 from supervision_session s where s.id = supervision_sessionreading.session_id));
drop policy if exists own_reading on supervision_sessionreading;
create policy own_reading on supervision_sessionreading for insert with check (
    person_id = (select app_user())
    and exists (select 1 from supervision_session s where s.id = supervision_sessionreading.session_id));

-- How often something of a session changed.
alter table supervision_sessionpulse enable row level security;
drop policy if exists of_session on supervision_sessionpulse;
create policy of_session on supervision_sessionpulse for select using (
    exists (select 1 from supervision_session s where s.id = supervision_sessionpulse.session_id));

create or replace function supervision_beats() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_new jsonb := to_jsonb(new);
    v_session bigint := coalesce((v_new ->> 'session_id')::bigint, (
        select d.session_id from supervision_discussion d where d.id = coalesce(
            (v_new ->> 'discussion_id')::bigint,
            (select h.discussion_id from supervision_hypothesis h where h.id = (v_new ->> 'hypothesis_id')::bigint))));
begin
    if v_session is not null then
        insert into supervision_sessionpulse (session_id, number) values (v_session, 1)
        on conflict (session_id) do update set number = supervision_sessionpulse.number + 1;
    end if;
    return null;
end
$$;
create or replace function supervision_session_beats() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    insert into supervision_sessionpulse (session_id, number) values (new.id, 1)
    on conflict (session_id) do update set number = supervision_sessionpulse.number + 1;
    return null;
end
$$;
do $$
declare
    v_table text;
begin
    foreach v_table in array array[
        'supervision_agendaitem', 'supervision_agreedaction', 'supervision_attendance', 'supervision_discussion',
        'supervision_discussionchild', 'supervision_discussionpart', 'supervision_discussionstep',
        'supervision_discussionwords', 'supervision_hypothesis', 'supervision_hypothesiskept',
        'supervision_managementdecision', 'supervision_roomquestion'] loop
        execute format('create or replace trigger beats after insert or update on %I '
                       'for each row execute function supervision_beats()', v_table);
    end loop;
    create or replace trigger beats after insert or update on supervision_session
        for each row execute function supervision_session_beats();
end
$$;
revoke execute on function supervision_beats, supervision_session_beats from public;

grant select, insert, update on supervision_sessionwords, supervision_reflection, supervision_sessionrating,
    supervision_discussionpart, supervision_roomquestion, supervision_differencenote,
    supervision_position, supervision_managementdecision to camden_app;
grant select, insert on supervision_sessionreading, supervision_discussionstep to camden_app;
grant select on supervision_sessionpulse, supervision_dissent to camden_app;
