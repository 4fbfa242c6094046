-- Row-level security of courses. A wish for a place is its person's, their manager's and whoever's looks after courses.
-- Places are given out here and nowhere else, one wish after the other, by the order of training/rules/places.py: a
-- test of random wishes holds the two equal.

-- Sessions the principal has a place on.
create or replace function app_places() returns bigint[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(b.session_id), '{}') from public.training_booking b
    where b.person_id = public.app_user() and b.placed_at is not null and b.withdrawn_at is null
$$;

-- Sessions the principal leads: they keep the register of those, and of no other.
create or replace function app_leads_sessions() returns bigint[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(s.id), '{}') from public.training_coursesession s where s.led_by_id = public.app_user()
$$;

do $$
declare
    v_table text;
begin
    foreach v_table in array array['training_booking', 'training_requireddone'] loop
        execute format('alter table %I enable row level security', v_table);
        execute format('drop policy if exists own_or_answered_for on %I', v_table);
        execute format('create policy own_or_answered_for on %I for select using (person_id = (select app_user())'
                       ' or person_id = any((select app_answers_for())::bigint[]) or (select app_leads_learning())'
                       ' or (select app_all()))', v_table);
    end loop;
    foreach v_table in array array['training_attendancecode', 'training_attendanceimport'] loop
        execute format('alter table %I enable row level security', v_table);
        execute format('drop policy if exists looks_after_learning on %I', v_table);
        execute format('create policy looks_after_learning on %I using ((select app_leads_learning()))', v_table);
    end loop;
    execute 'drop policy if exists leads_it on training_attendancecode';
    execute 'create policy leads_it on training_attendancecode using'
            ' (session_id = any((select app_leads_sessions())::bigint[]))';
    foreach v_table in array array['training_booking', 'training_joiningdetails'] loop
        execute format('drop policy if exists leads_it on %I', v_table);
        execute format('create policy leads_it on %I for select using'
                       ' (session_id = any((select app_leads_sessions())::bigint[]))', v_table);
    end loop;
    foreach v_table in array array['training_coursefeedback', 'training_feedbackgiven'] loop
        execute format('alter table %I enable row level security', v_table);
    end loop;
end
$$;
drop policy if exists noted_by_lead on training_requireddone;
create policy noted_by_lead on training_requireddone for insert with check (
    (select app_leads_learning()) and noted_by_id = (select app_user()));
drop policy if exists its_person on training_feedbackgiven;
create policy its_person on training_feedbackgiven for select using (person_id = (select app_user()));
alter table training_certificate enable row level security;
drop policy if exists its_person_or_lead on training_certificate;
create policy its_person_or_lead on training_certificate for select using (
    person_id = (select app_user()) or (select app_leads_learning()));
alter table training_joiningdetails enable row level security;
drop policy if exists has_a_place on training_joiningdetails;
drop policy if exists looks_after_learning on training_joiningdetails;
create policy has_a_place on training_joiningdetails for select using (session_id = any((select app_places())::bigint[]));
create policy looks_after_learning on training_joiningdetails using ((select app_leads_learning()));
grant select on training_booking, training_certificate, training_feedbackgiven to camden_app;
grant select, insert on training_requireddone, training_attendancecode, training_attendanceimport to camden_app;
grant select, insert, update on training_joiningdetails to camden_app;
grant update (problems, version) on training_attendanceimport to camden_app;

-- Gives out the free places of a session in order. Whoever asks, answers or gives one back calls it and holds the lock on
-- the session meanwhile: two at once come one after the other. How many got one.
create or replace function settle_places(p_session bigint, p_at timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_session training_coursesession;
    v_asks boolean;
    v_given bigint;
begin
    select * into v_session from training_coursesession where id = p_session for update;
    if v_session.id is null or v_session.called_off_on is not null then
        return 0;
    end if;
    select c.needs_agreement into v_asks from training_course c where c.id = v_session.course_id;
    with taken as (
        select count(*) many from training_booking b
        where b.session_id = p_session and b.withdrawn_at is null and b.placed_at is not null
    ), line as (
        select b.id, row_number() over (
            order by coalesce(b.ends_on < v_session.held_on, false) desc,
                     case when b.ends_on < v_session.held_on then b.ends_on end, b.asked_at, b.person_id) turn
        from training_booking b
        where b.session_id = p_session and b.withdrawn_at is null and b.placed_at is null
          and b.was_agreed is distinct from false and (b.was_agreed or not v_asks)
    )
    update training_booking b set placed_at = p_at, version = version + 1
    from line, taken where b.id = line.id and line.turn <= v_session.places - taken.many;
    get diagnostics v_given = row_count;
    return v_given;
end
$$;

-- The principal asks for a place, once however often they press. `p_ends_on`: when required learning of theirs ends.
create or replace function ask_for_place(p_session bigint, p_ends_on date, p_at timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_session training_coursesession;
    v_booking bigint;
begin
    if app_user() is null then
        raise exception 'nobody is asking' using errcode = 'insufficient_privilege';
    end if;
    select * into v_session from training_coursesession where id = p_session for update;
    if v_session.id is null then
        raise exception 'no such session' using errcode = 'no_data_found';
    elsif v_session.called_off_on is not null then
        raise exception 'called off' using errcode = 'check_violation';
    elsif v_session.held_on <= (p_at at time zone 'Europe/London')::date then
        raise exception 'it has begun' using errcode = 'check_violation';
    end if;
    insert into training_booking (session_id, person_id, asked_at, ends_on)
    values (p_session, app_user(), p_at, p_ends_on)
    on conflict (session_id, person_id) where withdrawn_at is null do nothing;
    select b.id into v_booking from training_booking b
    where b.session_id = p_session and b.person_id = app_user() and b.withdrawn_at is null;
    perform settle_places(p_session, p_at);
    return v_booking;
end
$$;

-- The principal gives their place back, or waits no longer; who waits moves up.
create or replace function give_place_back(p_session bigint, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_was boolean;
begin
    perform 1 from training_coursesession where id = p_session for update;
    update training_booking set withdrawn_at = p_at, version = version + 1
    where session_id = p_session and person_id = app_user() and withdrawn_at is null and came is null;
    v_was := found;
    perform settle_places(p_session, p_at);
    return v_was;
end
$$;

-- A manager answers a wish of somebody whose work they answer for; never their own.
create or replace function answer_wish(p_booking bigint, p_agreed boolean, p_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_wish training_booking;
begin
    select * into v_wish from training_booking where id = p_booking;
    if v_wish.id is null or v_wish.person_id = app_user() or not v_wish.person_id = any(app_answers_for()) then
        raise exception 'no such wish' using errcode = 'no_data_found';
    end if;
    perform 1 from training_coursesession where id = v_wish.session_id for update;
    update training_booking set was_agreed = p_agreed, answered_at = p_at, answered_by_id = app_user(),
        version = version + 1
    where id = p_booking and withdrawn_at is null and placed_at is null;
    if not found then
        raise exception 'changed meanwhile' using errcode = 'serialization_failure';
    end if;
    perform settle_places(v_wish.session_id, p_at);
end
$$;

-- Of each session how many have a place and how many wait; how many are before the principal, where they wait. No names.
create or replace function places_of(p_sessions bigint[])
returns table (session_id bigint, has_place bigint, waiting bigint, before_me bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with line as (
        select b.session_id, b.person_id, b.placed_at is not null is_placed, row_number() over (
            partition by b.session_id, b.placed_at is null
            order by coalesce(b.ends_on < s.held_on, false) desc, case when b.ends_on < s.held_on then b.ends_on end,
                     b.asked_at, b.person_id) turn
        from public.training_booking b
        join public.training_coursesession s on s.id = b.session_id
        join public.training_course c on c.id = s.course_id
        where b.session_id = any(p_sessions) and b.withdrawn_at is null
          and (b.placed_at is not null or (b.was_agreed is distinct from false and (b.was_agreed or not c.needs_agreement)))
    )
    select l.session_id, count(*) filter (where l.is_placed), count(*) filter (where not l.is_placed),
           min(l.turn) filter (where not l.is_placed and l.person_id = public.app_user()) - 1
    from line l group by l.session_id
$$;

-- Writes down who came: [{"session", "person", "came", "minutes"}]. It adds and never overwrites: where the register says
-- something already, that stands. Who came has learned from it, has done what it renews, and has a certificate. How many
-- rows were new.
create or replace function write_register(p_rows jsonb, p_on date, p_at timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_new bigint;
begin
    perform 1 from training_coursesession
    where id in (select (r ->> 'session')::bigint from jsonb_array_elements(p_rows) r) order by id for update;
    with said as (
        select r.session, r.person, r.came, r.minutes, s.held_on, c.id course_id, c.title, c.item_id,
               c.minutes course_minutes, c.gives_certificate
        from jsonb_to_recordset(p_rows) r(session bigint, person bigint, came boolean, minutes int)
        join training_coursesession s on s.id = r.session and s.held_on <= p_on and s.called_off_on is null
        join training_course c on c.id = s.course_id
    ), had as (
        update training_booking b set came = said.came, minutes = case when said.came then said.minutes end,
            version = b.version + 1
        from said where b.session_id = said.session and b.person_id = said.person and b.withdrawn_at is null
          and b.came is null
        returning b.session_id, b.person_id
    ), walked_in as (
        insert into training_booking (session_id, person_id, asked_at, placed_at, came, minutes)
        select said.session, said.person, p_at, p_at, said.came, case when said.came then said.minutes end from said
        where not exists (select 1 from training_booking b where b.session_id = said.session
                          and b.person_id = said.person and b.withdrawn_at is null)
        on conflict (session_id, person_id) where withdrawn_at is null do nothing
        returning session_id, person_id
    ), written as (
        select session_id, person_id from had union all select session_id, person_id from walked_in
    ), came as (
        select distinct on (said.session, said.person) said.*, coalesce(said.minutes, said.course_minutes) there
        from written join said on said.session = written.session_id and said.person = written.person_id
        where said.came order by said.session, said.person
    ), learned as (
        insert into training_learning (person_id, learned_on, kind, title, source, source_key, role_played, peers, minutes)
        select person, held_on, 'course', title, 'Course, ' || to_char(held_on, 'FMDD FMMonth'),
               'course session ' || session, '', '{}', there from came
        on conflict (person_id, source_key) do nothing
    ), done as (
        insert into training_requireddone (person_id, item_id, done_on, source)
        select person, item_id, held_on, title from came where item_id is not null
        on conflict (person_id, item_id, done_on) do nothing
    ), certified as (
        insert into training_certificate (person_id, session_id, number, title, held_on, minutes, issued_on)
        select person, session, to_char(held_on, 'YYYY') || '-' || session || '-' || person, title, held_on, there, p_on
        from came where gives_certificate on conflict (person_id, session_id) do nothing
    )
    select count(*) into v_new from written;
    return v_new;
end
$$;

-- The register, by whoever looks after courses.
create or replace function keep_register(p_rows jsonb, p_on date, p_at timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if not coalesce(app_leads_learning() or app_all(), false) then
        raise exception 'the register is kept by others' using errcode = 'insufficient_privilege';
    end if;
    return write_register(p_rows, p_on, p_at);
end
$$;

-- The register, by somebody who is there and types the code of the room. Only of their own place.
create or replace function sign_register(p_session bigint, p_digest text, p_on date, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if not exists (select 1 from training_attendancecode k where k.session_id = p_session and k.digest = p_digest
                   and p_at >= k.opens_at and p_at < k.closes_at)
       or not p_session = any(app_places()) then
        return false;
    end if;
    perform write_register(jsonb_build_array(jsonb_build_object('session', p_session, 'person', app_user(),
                                                                'came', true)), p_on, p_at);
    -- Where whoever leads it said that somebody was not there, a code does not say otherwise.
    return exists (select 1 from training_booking b where b.session_id = p_session and b.person_id = app_user()
                   and b.withdrawn_at is null and b.came);
end
$$;

-- Who came says what they think of it, once and without a name. False when they said it already, or were not there.
create or replace function give_feedback(p_session bigint, p_useful text, p_words text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if not exists (select 1 from training_booking b where b.session_id = p_session and b.person_id = app_user() and b.came) then
        return false;
    end if;
    insert into training_feedbackgiven (id, session_id, person_id) values (gen_random_uuid(), p_session, app_user())
    on conflict (session_id, person_id) do nothing;
    if not found then
        return false;
    end if;
    insert into training_coursefeedback (id, session_id, useful, words)
    values (gen_random_uuid(), p_session, p_useful, p_words);
    return true;
end
$$;

-- What was said of a session, from five people up, in no order of arrival.
create or replace function feedback_of(p_session bigint) returns table (useful text, words text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select f.useful::text, f.words from public.training_coursefeedback f
    where f.session_id = p_session
      and (public.app_leads_learning() or p_session = any(public.app_leads_sessions()))
      and (select count(*) from public.training_coursefeedback o where o.session_id = p_session) >= 5
    order by f.id
$$;

-- Dates still to come that the principal leads, has a place on or waits for, and that are not held.
create or replace function called_off_for(p_on date)
returns table (course_id bigint, title text, held_on date, why text, since_on date)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select c.id, c.title::text, s.held_on, s.called_off_why::text, s.called_off_on
    from public.training_coursesession s join public.training_course c on c.id = s.course_id
    where s.called_off_on is not null and s.held_on >= p_on and (s.led_by_id = public.app_user() or exists (
        select 1 from public.training_booking b where b.session_id = s.id and b.person_id = public.app_user()
        and b.withdrawn_at is null and b.was_agreed is distinct from false))
$$;

revoke execute on function called_off_for, app_places, app_leads_sessions, settle_places, ask_for_place, give_place_back, answer_wish, places_of,
    write_register, keep_register, sign_register, give_feedback, feedback_of from public;
grant execute on function app_places, app_leads_sessions, called_off_for to camden_app, camden_worker;
grant execute on function settle_places, ask_for_place, give_place_back, answer_wish, places_of, keep_register,
    sign_register, give_feedback, feedback_of to camden_app;
