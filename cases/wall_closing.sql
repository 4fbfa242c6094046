-- Closing: what may not be closed over, and what may not begin after a closing. The web is held; files and invented
-- services tell what was so elsewhere, and are written by the owner.

-- One child's closing and one child's new beginning take turns, so that neither overlooks the other.
create or replace function cases_take_turns(p_child bigint) returns void
language sql set search_path = pg_catalog, public, pg_temp as $$
    select 1 from public.cases_member where id = p_child for no key update
$$;
revoke execute on function cases_take_turns from public;
grant execute on function cases_take_turns to camden_app;

-- No assessment, enquiry, or plan of need or protection of that time may be open when it closes (8867, 8868).
create or replace function cases_closes_nothing_open() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
    if session_user <> 'camden_app' or new.closed_on is null then
        return new;
    end if;
    perform cases_take_turns(new.child_id);
    if exists (select 1 from cases_assessmentchild p where p.child_id = new.child_id
               and p.started_on >= new.referred_on and (p.ended_on is null or p.ended_on > new.closed_on)) then
        raise exception 'an assessment is open: "nothing_is_open_at_the_closing"' using errcode = 'check_violation', constraint = 'nothing_is_open_at_the_closing';
    end if;
    if exists (select 1 from cases_enquiry q where q.child_id = new.child_id
               and q.started_on >= new.referred_on and (q.ended_on is null or q.ended_on > new.closed_on)) then
        raise exception 'an enquiry is open: "nothing_is_open_at_the_closing"' using errcode = 'check_violation', constraint = 'nothing_is_open_at_the_closing';
    end if;
    if exists (select 1 from cases_planspell s where s.child_id = new.child_id and s.basis in ('need', 'protection')
               and s.started_on >= new.referred_on and (s.ended_on is null or s.ended_on > new.closed_on)) then
        raise exception 'a plan is open: "nothing_is_open_at_the_closing"' using errcode = 'check_violation', constraint = 'nothing_is_open_at_the_closing';
    end if;
    return new;
end
$$;
drop trigger if exists closes_nothing_open on cases_episode;
create trigger closes_nothing_open before insert or update of closed_on on cases_episode
    for each row execute function cases_closes_nothing_open();

-- What needs an episode lies within one, once the child had one: nothing begins after the closing or outlasts it (8565,
-- 8867, 8868), nor on a referral without further action (8831, 8832, 4000). Help by agreement needs none.
create or replace function cases_begins_in_an_episode() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
    if session_user <> 'camden_app' then
        return new;
    end if;
    if tg_table_name = 'cases_planspell' then
        if (to_jsonb(new) ->> 'basis') = 'early-help' then
            return new;
        end if;
    elsif tg_table_name = 'cases_assessmentchild' then
        if exists (select 1 from cases_assessment a where a.id = (to_jsonb(new) ->> 'assessment_id')::bigint
                   and a.legal_basis = 'early-help') then
            return new;
        end if;
    end if;
    perform cases_take_turns(new.child_id);
    if exists (select 1 from cases_episode e where e.child_id = new.child_id and e.referred_on <= new.started_on)
       and not exists (select 1 from cases_episode e where e.child_id = new.child_id and not e.no_further_action
                       and e.referred_on <= new.started_on and (e.closed_on is null or e.closed_on >= new.ended_on)) then
        raise exception 'the child was not in need on that day: "nothing_begins_after_the_closing"'
            using errcode = 'check_violation', constraint = 'nothing_begins_after_the_closing';
    end if;
    return new;
end
$$;
do $$
declare
    v_table text;
begin
    foreach v_table in array array['cases_assessmentchild', 'cases_enquiry', 'cases_planspell'] loop
        execute format('drop trigger if exists begins_in_an_episode on %I', v_table);
        execute format('create trigger begins_in_an_episode before insert or update of started_on on %I '
                       'for each row execute function cases_begins_in_an_episode()', v_table);
    end loop;
end
$$;

-- A record closes when nobody in it is in need or helped by agreement any more, and is open again when somebody is.
create or replace function close_case(p_case bigint, p_on date) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if not app_sees(p_case) then
        raise exception 'no such record' using errcode = 'no_data_found';
    end if;
    perform 1 from cases_case where id = p_case for update;
    if exists (select 1 from cases_episode where case_id = p_case and closed_on is null and not no_further_action) then
        raise exception 'a child of this record is in need' using errcode = 'check_violation';
    end if;
    if exists (select 1 from cases_planspell where case_id = p_case and ended_on is null) then
        raise exception 'a child of this record has a plan' using errcode = 'check_violation';
    end if;
    update cases_case set closed_on = greatest(p_on, opened_on), version = version + 1 where id = p_case and closed_on is null;
end
$$;
create or replace function reopen_case(p_case bigint) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if not app_sees(p_case) then
        raise exception 'no such record' using errcode = 'no_data_found';
    end if;
    update cases_case set closed_on = null, version = version + 1 where id = p_case and closed_on is not null;
end
$$;
revoke execute on function close_case, reopen_case from public;
grant execute on function close_case, reopen_case to camden_app;
