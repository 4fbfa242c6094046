-- The sections of what is written with families are changed by this function alone. It asks whether the principal looks
-- after settings, and writes down in words what was changed.

-- Changes one section of a paper, or adds one. `p_version` is that of the row the caller saw, 0 when there was none.
-- `p_facts` holds title, prompt, familys_title, for_each, position and is_retired. Whether a section is for each child
-- does not change any more once it is here: what was written in it would have no place. Nothing is ever deleted.
create or replace function keep_section(p_paper text, p_code text, p_version int, p_on date, p_facts jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_row cases_localsection;
    v_said record;
    v_id bigint;
begin
    perform app_keeping(null);
    select * into v_said from jsonb_to_record(p_facts)
        f(title text, prompt text, familys_title text, for_each text, "position" int, is_retired boolean);
    if not coalesce(p_paper in ('assessment', 'plan', 'conference-report', 'review-report')
                    and p_code ~ '^[a-z][a-z0-9-]{1,29}$' and v_said.for_each in ('family', 'child')
                    and btrim(v_said.title) <> '' and length(v_said.title) <= 120
                    and length(v_said.prompt) <= 2000 and length(v_said.familys_title) <= 120
                    and v_said.position between 0 and 32000 and v_said.is_retired is not null, false) then
        raise exception 'out of bounds' using errcode = 'check_violation';
    end if;
    select * into v_row from cases_localsection where paper = p_paper and code = p_code for update;
    if coalesce(v_row.version, 0) <> coalesce(p_version, 0) then
        raise exception 'changed meanwhile' using errcode = 'serialization_failure';
    end if;
    if v_row.id is null then
        insert into cases_localsection (paper, code, title, prompt, familys_title, for_each, position, retired_on,
            edited_at, edited_by_id)
        values (p_paper, p_code, v_said.title, v_said.prompt, v_said.familys_title, v_said.for_each, v_said.position,
            case when v_said.is_retired then p_on end, now(), app_user())
        returning id into v_id;
        perform app_kept('changed a section: ' || v_said.title, 'cases.LocalSection', v_id);
        return v_id;
    end if;
    if v_said.for_each <> v_row.for_each then
        raise exception 'a section stays whose it is' using errcode = 'check_violation';
    end if;
    update cases_localsection set title = v_said.title, prompt = v_said.prompt, familys_title = v_said.familys_title,
        position = v_said.position, retired_on = case when v_said.is_retired then coalesce(retired_on, p_on) end,
        edited_at = now(), edited_by_id = app_user(), version = version + 1
    where id = v_row.id;
    if v_said.title <> v_row.title then
        perform app_kept('renamed a section: ' || v_said.title || ', was ' || v_row.title, 'cases.LocalSection', v_row.id);
    end if;
    if v_said.is_retired <> (v_row.retired_on is not null) then
        perform app_kept(case when v_said.is_retired then 'took a section out of use' else 'brought a section back' end,
                         'cases.LocalSection', v_row.id);
    end if;
    if v_said.position <> v_row.position then
        perform app_kept('moved a section', 'cases.LocalSection', v_row.id);
    end if;
    if (v_said.prompt, v_said.familys_title) is distinct from (v_row.prompt, v_row.familys_title::text) then
        perform app_kept('changed what a section asks', 'cases.LocalSection', v_row.id);
    end if;
    return v_row.id;
end
$$;
revoke execute on function keep_section from public;
grant execute on function keep_section to camden_app;
