-- Two members of one record were the same human being: what hung on the one hangs on the other, and can go back.

-- Every column that points at a member, from the catalogue, so that a table of tomorrow is not forgotten; a test holds
-- this equal to the models. Not moved: who was merged into whom, and clocks, which are derived again.
create or replace function app_points_at_members() returns table (tbl text, col text, is_dated boolean)
language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select c.conrelid::regclass::text, a.attname::text,
           exists (select 1 from pg_attribute d where d.attrelid = c.conrelid and d.attname = 'ended_on' and not d.attisdropped)
           and exists (select 1 from pg_attribute d where d.attrelid = c.conrelid and d.attname = 'started_on' and not d.attisdropped)
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'public.cases_member'::regclass
      and c.conrelid not in ('public.cases_member'::regclass, 'public.cases_membermerge'::regclass, 'public.cases_clock'::regclass)
    order by 1, 2
$$;

-- Tables whose facts may be kept from members: their keys stand in an array, which no foreign key knows.
create or replace function app_keeps_from_members() returns table (tbl text)
language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select r.oid::regclass::text
    from pg_class r
    join pg_attribute k on k.attrelid = r.oid and k.attname = 'kept_from' and not k.attisdropped
    join pg_attribute c on c.attrelid = r.oid and c.attname = 'case_id' and not c.attisdropped
    where r.relkind = 'r' and r.relnamespace = 'public'::regnamespace
      and not exists (select 1 from pg_attribute h where h.attrelid = r.oid and h.attname = 'pgh_id')
    order by 1
$$;

-- Moves everything from the one to the other, row by row. What a unique constraint does not let move, because the one
-- that stays has it already (both were in one visit), stays where it is; if it is dated and present, it ends that day.
-- Two open referrals, plans, enquiries or assessments are no doubt about names: then nothing is merged; one that is over
-- and lay beside another stays as history. What is kept
-- from the merged one is kept from the one that stays. `moved` says all of it, so that it can be taken back exactly.
create or replace function merge_members(p_kept bigint, p_merged bigint, p_on date, p_facts jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_case bigint;
    v_was uuid;
    v_person uuid;
    v_at record;
    v_row bigint;
    v_name text;
    v_open boolean;
    v_moved bigint[];
    v_ended bigint[];
    v_said jsonb := jsonb_build_object('facts', p_facts);
    v_new bigint;
begin
    select k.case_id, k.person_id, m.person_id into v_case, v_person, v_was
    from cases_member k join cases_member m on m.case_id = k.case_id and m.id = p_merged and m.merged_into_id is null and m.mistaken_on is null
    where k.id = p_kept and k.merged_into_id is null and k.mistaken_on is null and k.id <> m.id;
    if v_case is null or not app_sees(v_case) then
        raise exception 'no such two members' using errcode = 'no_data_found';
    end if;
    perform 1 from cases_case where id = v_case for update;
    perform 1 from cases_member where id in (p_kept, p_merged) and merged_into_id is null order by id for update;
    if (select count(*) from cases_member where id in (p_kept, p_merged) and merged_into_id is null) <> 2 then
        raise exception 'no such two members' using errcode = 'no_data_found';
    end if;
    for v_at in select * from app_points_at_members() loop
        v_moved := '{}';
        v_ended := '{}';
        for v_row in execute format('select id from %s where %I = $1 order by id', v_at.tbl, v_at.col) using p_merged loop
            begin
                execute format('update %s set %I = $1, version = version + 1 where id = $2', v_at.tbl, v_at.col) using p_kept, v_row;
                v_moved := v_moved || v_row;
            exception when unique_violation or check_violation or exclusion_violation then
                get stacked diagnostics v_name = constraint_name;
                execute format('select coalesce(to_jsonb(t) ->> ''closed_on'', to_jsonb(t) ->> ''ended_on'') is null '
                               'from %s t where id = $1', v_at.tbl) into v_open using v_row;
                if v_name in ('one_open_episode_for_each_child', 'one_open_plan_for_each_child',
                              'one_open_enquiry_for_each_child', 'one_open_assessment_for_each_child')
                   or (v_name like '%_of_a_child_do_not_overlap' and v_open) then
                    raise;
                end if;
                if v_at.is_dated then
                    execute format('update %s set ended_on = greatest($1, started_on), version = version + 1 '
                                   'where id = $2 and ended_on is null returning id', v_at.tbl) into v_row using p_on, v_row;
                    v_ended := v_ended || coalesce(array[v_row], '{}');
                end if;
            end;
        end loop;
        if v_moved <> '{}' then
            v_said := jsonb_set(v_said, array[v_at.tbl || '.' || v_at.col], to_jsonb(v_moved));
        end if;
        if array_remove(v_ended, null) <> '{}' then
            v_said := jsonb_set(v_said, array['ended:' || v_at.tbl || '.' || v_at.col], to_jsonb(array_remove(v_ended, null)));
        end if;
    end loop;
    for v_at in select * from app_keeps_from_members() loop
        execute format('with kept as (update %s set kept_from = kept_from || $1, version = version + 1 '
                       'where case_id = $2 and $3 = any(kept_from) and not $1 = any(kept_from) returning id) '
                       'select array_agg(id order by id) from kept', v_at.tbl)
            into v_moved using p_kept, v_case, p_merged;
        if v_moved is not null then
            v_said := jsonb_set(v_said, array['kept:' || v_at.tbl], to_jsonb(v_moved));
        end if;
    end loop;
    if v_was <> v_person then
        with tied as (update cases_member set person_id = v_person, version = version + 1 where person_id = v_was returning id)
        select array_agg(id order by id) into v_moved from tied;
        v_said := v_said || jsonb_build_object('person', jsonb_build_object('was', v_was, 'ids', to_jsonb(v_moved)));
    end if;
    update cases_member set merged_into_id = p_kept, version = version + 1 where id = p_merged;
    insert into cases_membermerge (case_id, kept_id, merged_id, moved, merged_on, merged_by_id)
    values (v_case, p_kept, p_merged, v_said, p_on, app_user()) returning id into v_new;
    return v_new;
end
$$;

-- They were two after all: what moved goes back, as far as nobody has changed it since to belong to somebody else.
create or replace function unmerge_members(p_merge bigint, p_on date) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_merge cases_membermerge;
    v_at record;
    v_ids bigint[];
begin
    select * into v_merge from cases_membermerge where id = p_merge and undone_on is null;
    if v_merge.id is null or not app_sees(v_merge.case_id) then
        raise exception 'no such merge' using errcode = 'no_data_found';
    end if;
    perform 1 from cases_case where id = v_merge.case_id for update;
    update cases_membermerge set undone_on = p_on, undone_by_id = app_user(), version = version + 1
    where id = p_merge and undone_on is null;
    if not found or exists (select 1 from cases_member where id = v_merge.kept_id and merged_into_id is not null) then
        raise exception 'no such merge' using errcode = 'no_data_found';
    end if;
    for v_at in select * from app_points_at_members() loop
        select coalesce(array_agg(i::bigint), '{}') into v_ids
        from jsonb_array_elements_text(v_merge.moved -> (v_at.tbl || '.' || v_at.col)) i;
        execute format('update %1$s set %2$I = $1, version = version + 1 where id = any($2) and %2$I = $3', v_at.tbl, v_at.col)
            using v_merge.merged_id, v_ids, v_merge.kept_id;
        if v_at.is_dated then
            select coalesce(array_agg(i::bigint), '{}') into v_ids
            from jsonb_array_elements_text(v_merge.moved -> ('ended:' || v_at.tbl || '.' || v_at.col)) i;
            execute format('update %1$s set ended_on = null, version = version + 1 where id = any($1)', v_at.tbl) using v_ids;
        end if;
    end loop;
    for v_at in select * from app_keeps_from_members() loop
        select coalesce(array_agg(i::bigint), '{}') into v_ids
        from jsonb_array_elements_text(v_merge.moved -> ('kept:' || v_at.tbl)) i;
        execute format('update %s set kept_from = array_remove(kept_from, $1), version = version + 1 where id = any($2)', v_at.tbl)
            using v_merge.kept_id, v_ids;
    end loop;
    if v_merge.moved ? 'person' then
        select coalesce(array_agg(i::bigint), '{}') into v_ids
        from jsonb_array_elements_text(v_merge.moved -> 'person' -> 'ids') i;
        update cases_member set person_id = (v_merge.moved -> 'person' ->> 'was')::uuid, version = version + 1
        where id = any(v_ids);
    end if;
    update cases_member set merged_into_id = null, version = version + 1 where id = v_merge.merged_id;
end
$$;

-- Two members of two records are the same human being, or are not after all. Whoever says so sees both; of others who
-- are tied to them nothing is said, and nobody sees more of any record than before.
create or replace function tie_people(p_one bigint, p_other bigint) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_was uuid;
    v_person uuid;
begin
    select o.person_id, t.person_id into v_was, v_person
    from cases_member o, cases_member t
    where o.id = p_one and t.id = p_other and o.case_id <> t.case_id and o.merged_into_id is null and t.merged_into_id is null
        and o.mistaken_on is null and t.mistaken_on is null
      and app_sees(o.case_id) and app_sees(t.case_id);
    if v_person is null then
        raise exception 'no such two members' using errcode = 'no_data_found';
    end if;
    if v_was <> v_person then
        update cases_member set person_id = v_person, version = version + 1 where person_id = v_was;
    end if;
end
$$;
create or replace function untie_person(p_member bigint) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_new uuid := gen_random_uuid();
begin
    if not exists (select 1 from cases_member m where m.id = p_member and m.merged_into_id is null and app_sees(m.case_id)) then
        raise exception 'no such member' using errcode = 'no_data_found';
    end if;
    insert into cases_person (id) values (v_new);
    update cases_member set person_id = v_new, version = version + 1 where id = p_member or merged_into_id = p_member;
end
$$;

revoke execute on function app_points_at_members, app_keeps_from_members, merge_members, unmerge_members, tie_people,
    untie_person from public;
grant execute on function merge_members, unmerge_members, tie_people, untie_person to camden_app;
