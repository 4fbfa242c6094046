-- Search for people. As in wall_search.sql, the web has no grant on the table that is walked.

-- An extension's settings are its own once its library is loaded; before that, no owner may name one in a function.
do $$ begin perform public.word_similarity('', ''); end $$;

-- How a word sounds, both ways English may say it. Nothing for what is too short to tell anything.
create or replace function camden_sounds(p_words text) returns text[]
language sql immutable parallel safe set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(distinct s.code), '{}')
    from regexp_split_to_table(public.camden_plain(p_words), '\s+') w
    cross join lateral (values (public.dmetaphone(w)), (public.dmetaphone_alt(w))) s (code)
    where length(w) > 2 and length(s.code) > 1
$$;

-- A number as it is dialled here: digits without the country.
create or replace function camden_phone(text) returns text language sql immutable parallel safe strict
return regexp_replace(regexp_replace($1, '[^0-9+]', '', 'g'), '^(\+44|0044|44(?=\d{10}$))?0?', '0');

-- Everybody in a record, but those merged into another or written down by mistake: whom they are found by.
drop view if exists cases_membersource;
create view cases_membersource (member_id, case_id, own, words, numbers, address, phones, sounds, born_on) as
select m.id, m.case_id, n.own,
       concat_ws(' ', n.own, case when n.own ~ '[^[:alnum:] ]' then regexp_replace(n.own, '[^[:alnum:] ]', '', 'g') end,
                 camden_fold(o.names)),
       array_remove(array[camden_fold(m.la_child_id), camden_fold(m.upn)], ''),
       coalesce(camden_fold(h.address), ''), coalesce(p.phones, ''),
       camden_sounds(concat_ws(' ', m.given_name, m.family_name, o.names)), m.born_on
from cases_member m
cross join lateral (select camden_fold(concat_ws(' ', m.given_name, m.family_name, m.la_child_id, m.upn)) own) n
cross join lateral (select string_agg(a.given_name || ' ' || a.family_name, ' ') names from (
    select given_name, family_name from cases_alias where member_id = m.id
    union all select given_name, family_name from cases_member where merged_into_id = m.id) a) o
cross join lateral (select string_agg(a.address || ' ' || replace(a.address, ' ', ''), ' ') address
    from cases_household a join cases_householdmembership l on l.household_id = a.id
    where l.member_id = m.id and a.address <> '') h
cross join lateral (select string_agg(camden_phone(c.value), ' ') phones from (
    select value from cases_contactpoint where member_id = m.id
    union all select phone from cases_networktie where member_id = m.id) c where c.value ~ '\d{3}') p
where m.merged_into_id is null and m.mistaken_on is null;

-- After a write: the rows of whom it is about, anew.
create or replace function app_keep_member() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = 'force_generic_plan' as $$
declare
    v_row jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
    v_old jsonb := to_jsonb(case when tg_op = 'UPDATE' then old end);
    v_members bigint[];
begin
    if tg_argv[0] = 'household_id' then
        select array_agg(l.member_id) into v_members
        from cases_householdmembership l where l.household_id = (v_row ->> 'id')::bigint;
    else
        v_members := array[(v_row ->> tg_argv[0])::bigint, (v_old ->> tg_argv[0])::bigint,
                           (v_row ->> 'merged_into_id')::bigint, (v_old ->> 'merged_into_id')::bigint];
    end if;
    insert into cases_membersearch select * from cases_membersource s where s.member_id = any(v_members)
    on conflict (member_id) do update set (case_id, own, words, numbers, address, phones, sounds, born_on) =
        (excluded.case_id, excluded.own, excluded.words, excluded.numbers, excluded.address, excluded.phones,
         excluded.sounds, excluded.born_on);
    delete from cases_membersearch s where s.member_id = any(v_members)
        and not exists (select 1 from cases_member m
            where m.id = s.member_id and m.merged_into_id is null and m.mistaken_on is null);
    return null;
end
$$;
do $$
declare
    v_source record;
begin
    for v_source in select * from (values
        ('member', 'id'), ('alias', 'member_id'), ('contactpoint', 'member_id'), ('networktie', 'member_id'),
        ('householdmembership', 'member_id'), ('household', 'household_id')) t (source, subject)
    loop
        execute format('create or replace trigger keep_member after insert or update or delete on %I for each row '
                       'execute function app_keep_member(%L)', 'cases_' || v_source.source, v_source.subject);
    end loop;
end
$$;

-- Whoever is no superuser may keep a setting of pg_trgm with a function only once its library is there: later than the
-- first time, in a session of its own, nothing else has asked for it.
do $$ begin perform show_limit(); end $$;

-- People of visible records, and why they were found (`how`, and in words what of it may be said: `told`). By name,
-- other name or identifier that holds every word of `q`; by telephone; by address; and, where few were found so, by
-- a name that is spelled or sounds alike. `p_born` narrows all, and finds by itself. Exact first, then as names go.
drop function if exists search_people(text, int);
create or replace function search_people(q text, n int, p_born date default null)
returns table (member_id bigint, case_id bigint, how text, told text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = 'force_custom_plan' set pg_trgm.word_similarity_threshold = 0.5 as $$
declare
    v_n int := least(n, 200);
    v_words text[];
    v_like text[];
    v_phone text := case when q ~ '^[\d\s+()./-]+$' and length(camden_phone(q)) > 6 then camden_phone(q) end;
    v_there int;
    v_long text;
    v_sounds text[];
begin
    select array_agg(w order by length(w) desc, w), array_agg('%' || regexp_replace(w, '([\\%_])', '\\\1', 'g') || '%' order by length(w) desc, w)
    into v_words, v_like
    from regexp_split_to_table(camden_fold(left(q, 400)), '\s+') w where w <> '';
    if v_words is null and p_born is null then
        return;
    end if;
    return query
        with hits as (
            select s.*, case
                when v_words is null then 'born'
                when s.numbers && v_words then 'number'
                when s.own like all (v_like) then
                    case when string_to_array(s.own, ' ') @> v_words then 'name'
                         when ' ' || s.own like all (array(select '% ' || substr(l, 2) from unnest(v_like) l)) then 'start'
                         else 'part' end
                else 'alias' end how
            from cases_membersearch s
            -- Two words apart, so that both walk the index; "all" alone would not.
            where (v_words is null or (s.words like v_like[1] and s.words like coalesce(v_like[2], v_like[1])
                                       and s.words like all (v_like)))
              and (p_born is null or s.born_on = p_born)
            union all
            select s.*, 'phone' from cases_membersearch s
            where v_phone is not null and s.phones like '%' || v_phone || '%' and not s.words like all (v_like)
            union all
            select s.*, 'address' from cases_membersearch s
            where length(v_words[1]) > 2 and s.address like v_like[1] and s.address like all (v_like)
              and not s.words like all (v_like) and (p_born is null or s.born_on = p_born)
        ), best as (
            select h.member_id, h.case_id, h.how, m.family_name, m.given_name, m.la_child_id
            from hits h join cases_member m on m.id = h.member_id join cases_case c on c.id = h.case_id
            where ((((not c.is_restricted and c.team_ids && (select public.app_teams())::bigint[])
                     or c.id = any((select public.app_cases())::bigint[]))
                    and not c.id = any((select public.app_excluded())::bigint[]))
                   or (select public.app_all()))
            order by array_position(array['number', 'name', 'start', 'part', 'alias', 'phone', 'address', 'born'], h.how),
                     camden_fold(m.family_name), camden_fold(m.given_name), m.la_child_id, h.member_id
            limit v_n)
        select b.member_id, b.case_id, b.how, app_told_of(b.member_id, b.how, v_like) from best b;
    get diagnostics v_there = row_count;
    -- Alike: only letters tell, and a name that was found needs no others.
    if v_there >= 5 or v_there >= v_n or v_words is null or exists (select 1 from unnest(v_words) w where w !~ '^[[:alpha:]''’-]{3,}$') then
        return;
    end if;
    v_long := v_words[1];
    v_sounds := camden_sounds(v_long);
    return query
        with hits as (
            select s.member_id, s.case_id, a.near, a.alike
            from cases_membersearch s
            cross join lateral (
                select min(word_similarity(w, s.words)) near,  -- of three letters two are nearly always alike
                       bool_and((length(w) > 3 and word_similarity(w, s.words) >= 0.5) or s.sounds && camden_sounds(w)) alike
                from unnest(v_words) w) a
            where (v_long <% s.words or s.sounds && v_sounds)
              and not s.words like all (v_like) and (p_born is null or s.born_on = p_born))
        select h.member_id, h.case_id, case when h.near >= 0.5 then 'like' else 'sound' end, ''
        from hits h join cases_member m on m.id = h.member_id join cases_case c on c.id = h.case_id
        where h.alike
          and ((((not c.is_restricted and c.team_ids && (select public.app_teams())::bigint[])
                 or c.id = any((select public.app_cases())::bigint[]))
                and not c.id = any((select public.app_excluded())::bigint[]))
               or (select public.app_all()))
        order by h.near desc, camden_fold(m.family_name), camden_fold(m.given_name), m.id
        limit least(v_n - v_there, 20);
end
$$;

-- What may be said of why somebody was found: another name, or an address. Neither what is marked not to be shared, nor
-- an address that is not safe, is repeated on a screen that a family may see.
create or replace function app_told_of(p_member bigint, p_how text, p_like text[]) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(case p_how
        when 'alias' then (
            select btrim(a.given_name || ' ' || a.family_name) from public.cases_alias a
            where a.member_id = p_member and not a.is_kept_from_family and a.kept_from = '{}'
              and public.camden_fold(a.given_name || ' ' || a.family_name) like any (p_like) order by a.id limit 1)
        when 'address' then (
            select h.address from public.cases_household h join public.cases_householdmembership l on l.household_id = h.id
            where l.member_id = p_member and h.is_safe_to_share
              and public.camden_fold(h.address || ' ' || replace(h.address, ' ', '')) like all (p_like) order by h.id limit 1)
        end, '')
$$;

-- All rows anew, from the facts: after a service was written without triggers, or whenever somebody doubts them.
create or replace function rebuild_search() returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
    -- Written a moment ago, perhaps: a plan that knows nothing of its tables reads one of them for each row of another.
    analyze cases_member, cases_alias, cases_contactpoint, cases_networktie, cases_household, cases_householdmembership,
        cases_visit, cases_visitaccount, cases_casenote, cases_casenoteaccount, cases_significantevent,
        cases_significanteventchild, cases_protectionconference, cases_protectionconferencechild, cases_disagreement,
        cases_chronologyentry, cases_decision, cases_decisionoption, cases_decisionheard;
    drop index if exists notesearch_words, membersearch_words, membersearch_address, membersearch_phones, membersearch_sounds;
    delete from cases_notesearch;
    delete from cases_membersearch;
    insert into cases_notesearch (case_id, kind, subject_id, happened_on, tsv)
    select s.case_id, s.kind, s.subject_id, s.happened_on, camden_tsv(s.words) from cases_notesource s
    order by s.happened_on, s.kind, s.subject_id;
    insert into cases_membersearch select * from cases_membersource;
    create index notesearch_words on cases_notesearch using gin (tsv) with (fastupdate = off);
    create index membersearch_words on cases_membersearch using gin (words gin_trgm_ops);
    create index membersearch_address on cases_membersearch using gin (address gin_trgm_ops);
    create index membersearch_phones on cases_membersearch using gin (phones gin_trgm_ops);
    create index membersearch_sounds on cases_membersearch using gin (sounds);
    analyze cases_notesearch, cases_membersearch;
end
$$;

revoke execute on function app_keep_member, app_told_of, rebuild_search, search_people from public;
grant execute on function search_people to camden_app;

-- A service that was there before its search.
do $$
begin
    if exists (select 1 from cases_member) and (
        not exists (select 1 from cases_membersearch)
        -- or that was there before its search read papers and decisions
        or (exists (select 1 from cases_writingpart where words <> '')
            and not exists (select 1 from cases_notesearch where kind = 'part'))
        or (exists (select 1 from cases_decision) and not exists (select 1 from cases_notesearch where kind = 'decision'))
    ) then
        perform rebuild_search();
    end if;
end
$$;
