-- A link without an account: one person of a family reads the plan, or says how it went. The hash of its secret is in
-- `app.link`, for one transaction, as the principal is in `app.user_id`; these functions are all that it opens.

create or replace function app_family_link() returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select l.id from public.conferences_familylink l
    where l.token_sha256 = nullif(current_setting('app.link', true), '')
      and l.closed_on is null and l.answered_on is null
      and l.expires_on >= (now() at time zone 'Europe/London')::date
$$;

-- What an open link opens: which kind, until when, the newest edition of the plan that was agreed, and for an asking
-- which it is. No row for a link that is not open: it does not say that there was one.
create or replace function open_family_link(p_counts boolean)
returns table (opens text, timing text, expires_on date, agreed_on date, content jsonb)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_link conferences_familylink;
begin
    select * into v_link from conferences_familylink l where l.id = app_family_link();
    if v_link.id is null then
        return;
    end if;
    if p_counts then
        update conferences_familylink set opened = least(opened + 1, 9999) where id = v_link.id;
    end if;
    return query
        select v_link.opens::text, v_link.timing::text, v_link.expires_on, e.agreed_on, e.content
        from (select 1) one left join lateral (
            select p.agreed_on, p.content from conferences_planedition p
            where p.conference_id = v_link.conference_id and v_link.opens <> 'asking'
            order by p.edition desc limit 1) e on true;
end
$$;

-- How it went, said by the family itself. Words that speak of a danger are told at once as every danger is.
create or replace function answer_family_link(p_points smallint[], p_words text, p_danger boolean) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_on date := (now() at time zone 'Europe/London')::date;
    v_link conferences_familylink;
    v_outcome bigint;
begin
    select * into v_link from conferences_familylink l where l.id = app_family_link() and l.opens = 'asking' for update;
    if v_link.id is null or v_link.answered_on is not null then
        return false;
    end if;
    update conferences_familylink set answered_on = v_on, version = version + 1 where id = v_link.id;
    insert into conferences_outcome (case_id, conference_id, timing, answered_on, control, coping, happy, safer, by_link,
                                     speaks_of_danger)
    values (v_link.case_id, v_link.conference_id, v_link.timing, v_on, p_points[1], p_points[2], p_points[3], p_points[4],
            true, p_danger)
    returning id into v_outcome;
    insert into conferences_outcomewords (case_id, conference_id, outcome_id, invitee_id, words)
    values (v_link.case_id, v_link.conference_id, v_outcome, v_link.invitee_id, left(p_words, 10000));
    if p_danger then
        insert into conferences_dangertold (case_id, conference_id, words, children, soon, family, why_family_not_told,
                                            spoken_with, told, said_on)
        select v_link.case_id, v_link.conference_id, left(p_words, 10000),
               coalesce((select array_agg(c.first_name order by c.id) from conferences_conferencechild c
                         where c.conference_id = v_link.conference_id), '{}'),
               'tonight', 'told', '', '', '{}', v_on;
    end if;
    return true;
end
$$;

-- The reader closes the link themselves: "I do not want this any more".
create or replace function close_family_link() returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_link bigint := app_family_link();
begin
    update conferences_familylink set closed_on = (now() at time zone 'Europe/London')::date, version = version + 1
    where id = v_link;
    return v_link is not null;
end
$$;

-- The nightly job asks how it went: whom it may ask, for one day. Keys, days and an e-mail that is known to be safe.
create or replace function families_to_ask(p_on date)
returns table (conference bigint, family bigint, held_on date, asked text[], is_over boolean, reader bigint, email text,
               is_child boolean, came boolean, wants_none boolean, last_asked date)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select c.id, c.case_id, m.held_on,
           array(select distinct l.timing::text from public.conferences_familylink l
                 where l.conference_id = c.id and l.opens = 'asking'
                 union select distinct o.timing::text from public.conferences_outcome o where o.conference_id = c.id),
           c.asks_no_more or exists (
               select 1 from public.cases_member x where x.case_id = c.case_id and x.id in (
                   select k.child_id from public.conferences_conferencechild k where k.conference_id = c.id)
               and (x.died_on is not null or x.died_about <> '' or x.has_died)),
           i.id, i.email::text, i.is_child, coalesce(i.came, false), i.wants_no_asking,
           greatest((select max(l.made_on) from public.conferences_familylink l
                     where l.case_id = c.case_id and l.opens = 'asking'),
                    (select max(f.invited_on) from public.cases_feedbackinvitation f where f.case_id = c.case_id))
    from public.conferences_familyconference c
    join lateral (select max(f.held_on) as held_on from public.conferences_familymeeting f
                  where f.conference_id = c.id and f.held_on <= p_on) m on m.held_on is not null
    join public.conferences_invitee i on i.conference_id = c.id and i.is_safe_to_write and i.kind <> 'professional'
    where m.held_on > p_on - 420
    order by c.id, i.id
$$;

-- The job's own writing: one link, whose secret it sends and does not keep.
create or replace function make_asking_link(p_reader bigint, p_timing text, p_sha256 text, p_on date, p_expires date)
returns bigint
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    insert into public.conferences_familylink (case_id, conference_id, invitee_id, opens, timing, token_sha256, made_on,
                                               expires_on, opened)
    select i.case_id, i.conference_id, i.id, 'asking', p_timing, p_sha256, p_on, p_expires, 0
    from public.conferences_invitee i
    where i.id = p_reader and i.is_safe_to_write and not i.is_child and not i.wants_no_asking
      and not exists (select 1 from public.conferences_familylink l
                      where l.conference_id = i.conference_id and l.opens = 'asking' and l.timing = p_timing)
    returning id
$$;

-- What waits for the family's coordinator afterwards: keys and days only, so that the morning's job may ask as well. An
-- answer nobody has read; and whether there is anybody at all whom the job could write to.
create or replace function conferences_afterwards(p_on date)
returns table (conference bigint, family bigint, unread_since date, held_on date, asked text[], is_over boolean,
               has_reader boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select c.id, c.case_id,
           (select min(o.answered_on) from public.conferences_outcomewords w
            join public.conferences_outcome o on o.id = w.outcome_id
            where w.conference_id = c.id and w.read_on is null),
           (select max(m.held_on) from public.conferences_familymeeting m
            where m.conference_id = c.id and m.held_on <= p_on),
           array(select l.timing::text from public.conferences_familylink l
                 where l.conference_id = c.id and l.opens = 'asking'
                 union select o.timing::text from public.conferences_outcome o where o.conference_id = c.id),
           c.asks_no_more or exists (
               select 1 from public.conferences_conferencechild k join public.cases_member x on x.id = k.child_id
               where k.conference_id = c.id and (x.died_on is not null or x.died_about <> '' or x.has_died)),
           exists (select 1 from public.conferences_invitee i
                   where i.conference_id = c.id and i.is_safe_to_write and i.email <> '' and i.kind <> 'professional'
                     and not i.is_child and i.came and not i.wants_no_asking)
    from public.conferences_familyconference c
    where c.case_id = any(public.app_conferences())
    order by c.id
$$;

revoke execute on function app_family_link, open_family_link, answer_family_link, close_family_link, families_to_ask,
    make_asking_link, conferences_afterwards from public;
grant execute on function open_family_link, answer_family_link, close_family_link to camden_app;
grant execute on function conferences_afterwards to camden_app, camden_worker;
grant execute on function families_to_ask, make_asking_link to camden_worker;
