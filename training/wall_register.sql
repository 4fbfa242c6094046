-- The register as whoever runs a session writes it: who came, in one go, and put right where it was wrong.

-- Takes back what the register said of somebody, with what followed from it. What they wrote themselves stays theirs: a
-- piece keeps the hours it was written from. Called only by `set_register`, which asks who may and holds the lock.
create or replace function unsay_register(p_session bigint, p_person bigint) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_held date;
    v_item bigint;
begin
    select s.held_on, c.item_id into v_held, v_item
    from training_coursesession s join training_course c on c.id = s.course_id where s.id = p_session;
    delete from training_learning l
    where l.person_id = p_person and l.source_key = 'course session ' || p_session
      and not exists (select 1 from training_piece p where p.learning_id = l.id)
      and not exists (select 1 from training_capabilitylink k where k.learning_id = l.id);
    delete from training_requireddone d
    where d.person_id = p_person and d.item_id = v_item and d.done_on = v_held and d.noted_by_id is null;
    delete from training_certificate c where c.person_id = p_person and c.session_id = p_session;
    update training_booking set came = null, minutes = null, version = version + 1
    where session_id = p_session and person_id = p_person and withdrawn_at is null;
end
$$;

-- How far a register has come: it grows with everything that happens to a wish for a place on the session.
create or replace function register_version(p_session bigint) returns bigint
language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select 1 + coalesce(sum(b.version), 0) from public.training_booking b where b.session_id = p_session
$$;

-- The register of one session, by whoever leads it or looks after learning: [{"person", "came"}], as a page said it that
-- showed the register in `p_version`. Somebody without a wish came unbooked. Gives the people of whom the register says
-- otherwise since: then nothing is written.
create or replace function set_register(p_session bigint, p_rows jsonb, p_version bigint, p_on date, p_at timestamptz)
returns bigint[]
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_session training_coursesession;
    v_overtaken bigint[];
    v_person bigint;
begin
    if not coalesce(app_leads_learning() or p_session = any(app_leads_sessions()), false) then
        raise exception 'the register is kept by others' using errcode = 'insufficient_privilege';
    end if;
    select * into v_session from training_coursesession where id = p_session for update;
    if v_session.called_off_on is not null then
        raise exception 'called off' using errcode = 'check_violation';
    elsif v_session.held_on > p_on then
        raise exception 'it has not begun' using errcode = 'check_violation';
    end if;
    if register_version(p_session) is distinct from p_version then
        select array_agg(b.person_id order by b.person_id) into v_overtaken
        from training_booking b join jsonb_to_recordset(p_rows) r(person bigint, came boolean) on r.person = b.person_id
        where b.session_id = p_session and b.withdrawn_at is null and b.came <> r.came;
        if v_overtaken is not null then
            return v_overtaken;
        end if;
    end if;
    for v_person in
        select b.person_id from training_booking b
        join jsonb_to_recordset(p_rows) r(person bigint, came boolean) on r.person = b.person_id
        where b.session_id = p_session and b.withdrawn_at is null and b.came <> r.came
    loop
        perform unsay_register(p_session, v_person);
    end loop;
    perform write_register((
        select coalesce(jsonb_agg(jsonb_build_object('session', p_session, 'person', r.person, 'came', r.came)), '[]')
        from jsonb_to_recordset(p_rows) r(person bigint, came boolean)
        where r.came or exists (select 1 from training_booking b where b.session_id = p_session
                                and b.person_id = r.person and b.withdrawn_at is null)), p_on, p_at);
    return '{}';
end
$$;

revoke execute on function unsay_register, register_version, set_register from public;
grant execute on function register_version, set_register to camden_app;
