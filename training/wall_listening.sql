-- Row-level security of listening. An answer has no key of a person and the web never reads one: a job decides once, when
-- a round is over, what is shown of it, and that is what everybody reads.

alter table training_surveyanswer enable row level security;
drop policy if exists for_the_job on training_surveyanswer;
drop policy if exists deleted_once_decided on training_surveyanswer;
create policy for_the_job on training_surveyanswer for select using ((select app_all()));
create policy deleted_once_decided on training_surveyanswer for delete using ((select app_all()));
alter table training_decidedperiod enable row level security;
drop policy if exists for_the_job on training_decidedperiod;
create policy for_the_job on training_decidedperiod using ((select app_all()));
alter table training_shownanswer enable row level security;
drop policy if exists everybody_reads on training_shownanswer;
drop policy if exists for_the_job on training_shownanswer;
create policy everybody_reads on training_shownanswer for select using (true);
create policy for_the_job on training_shownanswer for insert with check ((select app_all()));
alter table training_hasanswered enable row level security;
drop policy if exists its_person on training_hasanswered;
create policy its_person on training_hasanswered for select using (person_id = (select app_user()));
grant select on training_hasanswered, training_shownanswer to camden_app;
grant select on training_surveyanswer, training_survey, training_question, training_promise to camden_worker;
grant select, insert on training_shownanswer, training_decidedperiod to camden_worker;
grant update (decided_at, version) on training_survey to camden_worker;
grant delete on training_surveyanswer to camden_worker;

alter table training_yousaid enable row level security;
drop policy if exists told_to_all on training_yousaid;
drop policy if exists looks_after_learning on training_yousaid;
create policy told_to_all on training_yousaid for select using (told_on is not null);
create policy looks_after_learning on training_yousaid using ((select app_leads_learning()));
alter table training_heardin enable row level security;
drop policy if exists of_what_was_said on training_heardin;
drop policy if exists looks_after_learning on training_heardin;
create policy of_what_was_said on training_heardin for select using (
    exists (select 1 from training_yousaid y where y.id = you_said_id));
create policy looks_after_learning on training_heardin using ((select app_leads_learning()));
grant select on training_survey, training_question to camden_app;
grant select, insert, update on training_yousaid to camden_app;
grant select, insert, delete on training_heardin to camden_app;

-- A round is planned whole, with its three questions, and changed until the day it opens: nobody writes half of one, and
-- what people answer is what they were asked. Each of `p_questions`: {"promise", "words"}, in their order.
create or replace function plan_survey(p_survey bigint, p_version int, p_asked text, p_opens date, p_closes date,
                                       p_questions jsonb, p_on date) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_survey bigint := p_survey;
    v_now training_survey;
begin
    if not app_leads_learning() then
        raise exception 'only who leads learning asks' using errcode = 'insufficient_privilege';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('training_survey', 7));  -- two rounds are planned one after the other
    if p_survey is not null then
        select * into v_now from training_survey s where s.id = p_survey for update;
        if v_now.id is null then
            raise exception 'no such round';
        elsif v_now.version <> p_version then
            raise exception 'changed meanwhile';
        elsif v_now.opens_on <= p_on or survey_is_answered(p_survey) then
            raise exception 'it is open';
        end if;
    end if;
    if p_opens <= p_on then
        raise exception 'it opens tomorrow or later';
    elsif p_questions is null or jsonb_typeof(p_questions) <> 'array' or jsonb_array_length(p_questions) <> 3 then
        raise exception 'three questions';
    elsif exists (select 1 from training_survey s where s.asked = p_asked and s.id is distinct from p_survey
                  and s.opens_on <= p_closes and s.closes_on >= p_opens) then
        raise exception 'another round is open then';
    elsif exists (select 1 from jsonb_to_recordset(p_questions) q(promise bigint, words text)
                  where coalesce(btrim(q.words), '') = '' or not exists (
                      select 1 from training_promise p where p.id = q.promise and p.from_on <= p_opens
                      and (p.until_on is null or p.until_on > p_opens))) then
        raise exception 'no such promise';
    end if;
    if p_survey is null then
        insert into training_survey (opens_on, closes_on, asked, set_by_id)
        values (p_opens, p_closes, p_asked, app_user()) returning id into v_survey;
        insert into training_question (survey_id, place, promise_id, words)
        select v_survey, q.place, (q.said ->> 'promise')::bigint, q.said ->> 'words'
        from jsonb_array_elements(p_questions) with ordinality q(said, place);
    else
        update training_survey set opens_on = p_opens, closes_on = p_closes, asked = p_asked, set_by_id = app_user(),
            version = version + 1 where id = p_survey;
        update training_question t set promise_id = (q.said ->> 'promise')::bigint, words = q.said ->> 'words',
            version = t.version + 1
        from jsonb_array_elements(p_questions) with ordinality q(said, place)
        where t.survey_id = p_survey and t.place = q.place;
    end if;
    return v_survey;
end
$$;

-- A round is called off before the day it opens: nobody has been asked, so nothing of it is kept but the note that
-- somebody did so. Once it is open it runs to its last day: people have answered what they were asked.
create or replace function call_off_survey(p_survey bigint, p_version int, p_on date) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_now training_survey;
begin
    if not app_leads_learning() then
        raise exception 'only who leads learning asks' using errcode = 'insufficient_privilege';
    end if;
    select * into v_now from training_survey s where s.id = p_survey for update;
    if v_now.id is null then
        raise exception 'no such round';
    elsif v_now.version <> p_version then
        raise exception 'changed meanwhile';
    elsif v_now.opens_on <= p_on or survey_is_answered(p_survey) then
        raise exception 'it is open';
    end if;
    delete from training_question where survey_id = p_survey;
    delete from training_survey where id = p_survey;
    return p_survey;
end
$$;

create or replace function survey_is_answered(p_survey bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (select 1 from public.training_hasanswered h where h.survey_id = p_survey)
        or exists (select 1 from public.training_surveyanswer a join public.training_question q on q.id = a.question_id
                   where q.survey_id = p_survey)
$$;

-- Whether a round can be answered that day by those it asks: three questions, and not decided. The row is held until the
-- answer is written, so that the job that decides waits for it, and an answer that comes after the job finds it closed.
create or replace function hold_survey(p_survey bigint, p_asked text, p_on date) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform 1 from training_survey s where s.id = p_survey and s.asked = p_asked and s.decided_at is null
        and p_on between s.opens_on and s.closes_on for share;
    return found and (select count(*) = 3 from training_question q where q.survey_id = p_survey);
end
$$;

-- The principal answers a round, once: [{"question", "answer", "words"}], or none of them, which says "not this time".
-- That they answered stands in a row of its own, with nothing that ties it to what was said. What was sent stays.
create or replace function answer_survey(p_survey bigint, p_mark text, p_answers jsonb, p_on date) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_path bigint[];
begin
    if app_user() is null or not hold_survey(p_survey, 'staff', p_on) then
        return false;
    end if;
    insert into training_hasanswered (id, survey_id, person_id) values (gen_random_uuid(), p_survey, app_user())
    on conflict (survey_id, person_id) do nothing;
    if not found then
        return false;
    end if;
    select t.path into v_path from camden_membership m join camden_team t on t.id = m.team_id
    where m.user_id = app_user() and m.ended_on is null order by cardinality(t.path) desc, m.id limit 1;
    return keep_answers(p_survey, p_mark, coalesce(v_path, '{}'), p_answers);
end
$$;

-- Somebody of a school, a health service or the police answers by a link without an account, once. The page has read
-- the link, which is signed; nobody is bound, and no row says whose it was.
create or replace function answer_partner_survey(p_survey bigint, p_mark text, p_answers jsonb, p_on date) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if not open_partner_survey(p_survey, p_mark, p_on) or not hold_survey(p_survey, 'partners', p_on) then
        return false;
    end if;
    perform pg_advisory_xact_lock(hashtextextended(p_mark, 7));  -- the same link pressed twice at once
    if not open_partner_survey(p_survey, p_mark, p_on) then
        return false;
    end if;
    return keep_answers(p_survey, p_mark, '{}', p_answers);
end
$$;

create or replace function open_partner_survey(p_survey bigint, p_mark text, p_on date) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (select 1 from public.training_survey s where s.id = p_survey and s.asked = 'partners'
                   and s.decided_at is null and p_on between s.opens_on and s.closes_on)
       and not exists (select 1 from public.training_surveyanswer a
                       join public.training_question q on q.id = a.question_id
                       where q.survey_id = p_survey and a.mark = p_mark)
$$;

create or replace function keep_answers(p_survey bigint, p_mark text, p_path bigint[], p_answers jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    insert into training_surveyanswer (id, question_id, mark, path, answer, words)
    select gen_random_uuid(), q.id, p_mark, p_path, said.answer, left(coalesce(said.words, ''), 2000)
    from jsonb_to_recordset(p_answers) said(question bigint, answer text, words text)
    join training_question q on q.id = said.question and q.survey_id = p_survey
    on conflict (question_id, mark) do nothing;
    return true;
end
$$;

-- What of listening concerns the principal that day, for one quiet line each: a round to answer; what was told since they
-- last read what happened, for two weeks at most; and, for whoever answers for it, what was to be done by a day that
-- has passed. When somebody who answered for it looks after learning no more, it comes to all who do.
create or replace function listening_for(p_on date) returns table (what text, key bigint, words text, on_day date)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select 'answer', s.id, '', s.closes_on from public.training_survey s
    where public.app_user() is not null and s.asked = 'staff' and s.decided_at is null
      and p_on between s.opens_on and s.closes_on
      and not exists (select 1 from public.training_hasanswered h
                      where h.survey_id = s.id and h.person_id = public.app_user())
    union all
    select 'told', y.id, y.words, y.told_on from public.training_yousaid y
    where y.told_by_id <> public.app_user() and y.told_on <= p_on and y.told_on >= greatest(p_on - 14, coalesce(
        (select (c.read_at at time zone 'Europe/London')::date from public.camden_caughtup c
         where c.user_id = public.app_user()), p_on - 7))
    union all
    select 'past', y.id, y.words, y.will_by_on from public.training_yousaid y
    where y.did = 'We will' and y.will_by_on < p_on and public.app_leads_learning() and (
        y.told_by_id = public.app_user() or y.told_by_id is null or not exists (
            select 1 from public.camden_membership m where m.user_id = y.told_by_id and m.ended_on is null
            and m.role in ('training-lead', 'principal-social-worker')))
$$;

revoke execute on function plan_survey, call_off_survey, survey_is_answered, hold_survey, answer_survey,
    answer_partner_survey, open_partner_survey, keep_answers, listening_for from public;
grant execute on function plan_survey, call_off_survey, answer_survey, answer_partner_survey, open_partner_survey
    to camden_app;
grant execute on function listening_for to camden_app, camden_worker;
