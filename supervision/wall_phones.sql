-- A phone in a session: who has the session's key may say a sentence, and learns nothing. No principal is bound, and these
-- two functions are all that the key opens. It opens nothing before or after the session's day, nor once it has ended.

-- What a phone calls the family that is being talked about: says which one only to whoever knows the key and the row.
create or replace function app_phone_round(p_key text, p_discussion bigint) returns text
language sql immutable parallel safe set search_path = pg_catalog, public, pg_temp as $$
    select left(encode(sha256(convert_to(p_key || ':' || p_discussion, 'UTF8')), 'hex'), 16)
$$;

-- Whether a key opens its session now, and which family's turn it is, without a word who they are: a round that means
-- nothing elsewhere, empty between two families. `p_offering` are the steps in which ideas are asked for.
create or replace function phone_state(p_session bigint, p_key text, p_on date, p_offering text[])
returns table (is_open boolean, round text, takes_ideas boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with session as (
        select s.id from public.supervision_session s
        where s.id = p_session and p_key <> '' and s.join_key = p_key and s.held_on = p_on
          and s.ended_at is null and s.agreed_on is null and s.cancelled_on is null),
    now as (
        select t.discussion_id from public.supervision_discussionstep t
        join public.supervision_discussion d on d.id = t.discussion_id and d.agreed_on is null
        join session on session.id = d.session_id
        order by t.entered_at desc, t.id desc limit 1)
    select exists (select 1 from session),
           coalesce((select public.app_phone_round(p_key, now.discussion_id) from now), ''),
           exists (select 1 from now join public.supervision_discussionstep t using (discussion_id)
                   where t.step = any(p_offering))
$$;

-- A sentence from a phone, said of the family whose turn it was when it was begun. 'kept', also when it was kept before;
-- 'not-yet' for an idea before ideas are asked for; 'full'; 'over' for everything else, in one word.
create or replace function post_from_phone(p_session bigint, p_key text, p_on date, p_offering text[], p_round text,
                                           p_kind text, p_text text, p_client uuid) returns text
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_discussion supervision_discussion;
begin
    -- Held against the closing of the session: a sentence is there before it, or is told that it came too late.
    perform 1 from supervision_session s
    where s.id = p_session and p_key <> '' and s.join_key = p_key and s.held_on = p_on
      and s.ended_at is null and s.agreed_on is null and s.cancelled_on is null
    for share;
    if not found or p_client is null or btrim(p_text) = '' or length(p_text) > 300 then
        return 'over';
    end if;
    select * into v_discussion from supervision_discussion d
    where d.session_id = p_session and d.agreed_on is null and app_phone_round(p_key, d.id) = p_round
      and exists (select 1 from supervision_discussionstep t where t.discussion_id = d.id);
    if v_discussion.id is null then
        return 'over';
    end if;
    if exists (select 1 from supervision_hypothesis h where h.discussion_id = v_discussion.id and h.client_key = p_client)
       or exists (select 1 from supervision_roomquestion q
                  where q.discussion_id = v_discussion.id and q.client_key = p_client) then
        return 'kept';
    end if;
    -- No evening's talk has so many sentences about one family; somebody who found a code does.
    if (select count(*) from supervision_hypothesis h where h.discussion_id = v_discussion.id)
       + (select count(*) from supervision_roomquestion q where q.discussion_id = v_discussion.id) >= 5000 then
        return 'full';
    end if;
    if p_kind = 'question' then
        insert into supervision_roomquestion (case_id, discussion_id, text, kind, circular, client_key)
        values (v_discussion.case_id, v_discussion.id, btrim(p_text), '', '', p_client) on conflict do nothing;
        return 'kept';
    end if;
    if not exists (select 1 from supervision_discussionstep t
                   where t.discussion_id = v_discussion.id and t.step = any(p_offering)) then
        return 'not-yet';
    end if;
    insert into supervision_hypothesis (case_id, discussion_id, text, status, client_key)
    values (v_discussion.case_id, v_discussion.id, btrim(p_text), 'proposed', p_client) on conflict do nothing;
    return 'kept';
end
$$;

revoke execute on function app_phone_round, phone_state, post_from_phone from public;
grant execute on function phone_state, post_from_phone to camden_app;
