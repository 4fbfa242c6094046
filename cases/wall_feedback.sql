-- A link without an account: a family tells us how we did. The hash of its secret is in `app.link`, for one transaction,
-- as the principal is in `app.user_id`; and these two functions are all that it opens.

-- The invitation of this link, if it is open still. Opening counts it, and gives away nothing but that it is open.
create or replace function open_link(p_counts boolean) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_invitation bigint := app_invitation();
begin
    if v_invitation is not null and p_counts then
        update cases_feedbackinvitation set opened = least(opened + 1, 9999) where id = v_invitation;
    end if;
    return v_invitation is not null;
end
$$;

create or replace function app_invitation() returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select i.id from public.cases_feedbackinvitation i
    where i.token_sha256 = nullif(current_setting('app.link', true), '')
      and i.answered_on is null and i.expires_on >= (now() at time zone 'Europe/London')::date
$$;

-- The answer. Without a name, nothing ties it to the family: it goes to the team of the whole service's unit, in the
-- month, and the link is used up by forgetting its secret, not by marking who answered. What speaks of a danger, and
-- what is said by name, is kept with the family and whose it is: the page says so before anything is written. A danger
-- is told to duty, the children's workers and their managers in the same transaction. False for a link that is not open.
create or replace function answer_link(
    p_points smallint[], p_words text, p_named boolean, p_danger boolean) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_on date := (now() at time zone 'Europe/London')::date;
    v_invitation cases_feedbackinvitation;
    v_feedback bigint;
begin
    select * into v_invitation from cases_feedbackinvitation where id = app_invitation() for update;
    if v_invitation.id is null or v_invitation.answered_on is not null
       or v_invitation.token_sha256 <> current_setting('app.link', true) then
        return false;
    end if;
    if not p_named and not p_danger then
        insert into cases_anonymousfeedback (team_id, after, answered_on, created_at, words,
                                             listened, did_as_said, understood, respected, better)
        select app_unit(c.team_ids[1]), v_invitation.after, date_trunc('month', v_on)::date, date_trunc('month', now()),
               left(p_words, 10000), p_points[1], p_points[2], p_points[3], p_points[4], p_points[5]
        from cases_case c where c.id = v_invitation.case_id;
        update cases_feedbackinvitation
        set token_sha256 = encode(sha256(gen_random_uuid()::text::bytea), 'hex') where id = v_invitation.id;
        return true;
    end if;
    update cases_feedbackinvitation set answered_on = v_on, version = version + 1 where id = v_invitation.id;
    insert into cases_feedback (case_id, invitation_id, member_id, after, answered_on, speaks_of_danger, words, reply,
                                listened, did_as_said, understood, respected, better)
    values (v_invitation.case_id, v_invitation.id, v_invitation.member_id,
            v_invitation.after, v_on, p_danger, left(p_words, 10000), '',
            p_points[1], p_points[2], p_points[3], p_points[4], p_points[5])
    returning id into v_feedback;
    insert into cases_chronologyentry (case_id, happened_on, kind, summary, subject_id, is_kept_from_family, kept_from)
    values (v_invitation.case_id, v_on, 'feedback', 'Somebody told us how we did', v_feedback, p_danger, '{}');
    if p_danger then
        perform tell_of_danger(v_feedback);
    end if;
    return true;
end
$$;

-- The unit a pod belongs to: a pod is so small that its people would know who spoke.
create or replace function app_unit(p_team bigint) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce((select t.id from public.camden_team p join public.camden_team t on t.id = any(p.path)
                     where p.id = p_team and t.kind <> 'pod' order by cardinality(t.path) desc limit 1), p_team)
$$;

-- Who hears of a danger today: whoever is on duty for the family's teams now, the workers of its children, and the
-- managers above them; of a restricted record, only those who are involved. Nobody who is kept from it.
create or replace function tell_of_danger(p_feedback bigint) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with told as (
        select f.id, f.answered_on, c.id as case_id, c.team_ids, c.is_restricted
        from cases_feedback f join cases_case c on c.id = f.case_id where f.id = p_feedback and f.speaks_of_danger),
    above as (
        select distinct unnest(t.path) as team from told join camden_team t on t.id = any(told.team_ids)),
    people as (
        select i.worker_id from told join cases_involvement i on i.case_id = told.case_id
        where i.ended_on is null and i.scope in ('full', 'duty') and i.role in ('lead', 'co-worker', 'lead-child-protection')
        union
        select d.worker_id from told, above join camden_duty d on d.team_id = above.team
        where not told.is_restricted and d.starts_at <= now() and d.ends_at > now() and d.withdrawn_at is null
        union
        select m.user_id from told, above join camden_membership m on m.team_id = above.team
        where not told.is_restricted and m.ended_on is null and m.role in ('team-manager', 'service-manager'))
    insert into camden_message (recipient_id, kind, subject, subject_id, due_on, tries)
    select p.worker_id, 'alert-family', 'cases.Feedback', told.id, told.answered_on, 0
    from told, people p join camden_user u on u.id = p.worker_id and u.is_active and not u.is_system
    where not exists (select 1 from cases_exclusion e where e.case_id = told.case_id and e.stands_against = p.worker_id)
    on conflict do nothing
$$;

revoke execute on function app_invitation, app_unit, tell_of_danger, open_link, answer_link from public;
grant execute on function open_link, answer_link to camden_app;
