-- Row-level security of listening. An answer has no key of a person and the web never reads one: a job decides once, when
-- a round is over, what is shown of it, and that is what everybody reads.

alter table training_surveyanswer enable row level security;
drop policy if exists for_the_job on training_surveyanswer;
create policy for_the_job on training_surveyanswer for select using ((select app_all()));
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
grant select on training_surveyanswer, training_survey, training_question to camden_worker;
grant select, insert on training_shownanswer, training_decidedperiod to camden_worker;
grant update (decided_at, version) on training_survey to camden_worker;

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
grant select, insert, update on training_yousaid to camden_app;
grant select, insert, delete on training_heardin to camden_app;

-- The principal answers a round, or changes what they said while it is open: [{"question", "answer", "words"}]. That they
-- answered stands in a row of its own, with nothing that ties it to what was said.
create or replace function answer_survey(p_survey bigint, p_mark text, p_answers jsonb, p_on date) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_path bigint[];
    v_first boolean;
begin
    if app_user() is null or not exists (select 1 from training_survey s where s.id = p_survey and s.asked = 'staff'
                                         and s.decided_at is null and p_on between s.opens_on and s.closes_on) then
        return false;
    end if;
    select t.path into v_path from camden_membership m join camden_team t on t.id = m.team_id
    where m.user_id = app_user() and m.ended_on is null order by cardinality(t.path) desc, m.id limit 1;
    insert into training_hasanswered (id, survey_id, person_id) values (gen_random_uuid(), p_survey, app_user())
    on conflict (survey_id, person_id) do nothing;
    v_first := found;
    if not v_first and not exists (
        select 1 from training_surveyanswer a join training_question q on q.id = a.question_id
        where q.survey_id = p_survey and a.mark = p_mark) then
        return false;  -- another mark would be another person
    end if;
    insert into training_surveyanswer (id, question_id, mark, path, answer, words)
    select gen_random_uuid(), q.id, p_mark, coalesce(v_path, '{}'), said.answer, coalesce(said.words, '')
    from jsonb_to_recordset(p_answers) said(question bigint, answer text, words text)
    join training_question q on q.id = said.question and q.survey_id = p_survey
    on conflict (question_id, mark) do update set answer = excluded.answer, words = excluded.words;
    return true;
end
$$;
revoke execute on function answer_survey from public;
grant execute on function answer_survey to camden_app;
