-- Search over what was written. The web has no grant on the tables it walks: searches are not leakproof, and behind a
-- policy they would lose their index (DESIGN 3.6). The rule of access is inside the functions, as a join.

-- Words as they are looked for: no capitals, no accents, and every sign a gap, so that "mother/father" is two words.
create or replace function camden_plain(text) returns text language sql immutable parallel safe strict
return translate(camden_fold($1), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~’‘“”–—…•', repeat(' ', 40));
create or replace function camden_tsv(text) returns tsvector language sql immutable parallel safe strict
return strip(to_tsvector('public.camden_words', camden_plain(left($1, 100000))));

-- Everything somebody wrote about a family, in one shape: what is found, where it leads, and its words.
-- What is marked *not to be shared* is found by its words, and they are not repeated (`is_kept`).
drop view if exists cases_notesource;
create view cases_notesource (kind, subject_id, case_id, happened_on, is_struck, is_kept, words) as
select 'visit'::varchar(12), v.id, v.case_id, v.visited_on, v.struck_on is not null,
       v.is_kept_from_family or v.kept_from <> '{}', a.words || ' ' || a.meaning
from cases_visit v join cases_visitaccount a on a.visit_id = v.id
union all select 'note', n.id, n.case_id, n.happened_on, n.struck_on is not null,
       n.is_kept_from_family or n.kept_from <> '{}',
       concat_ws(' ', nullif(n.title, ''), a.words, a.meaning, a.learned, a.changed)
from cases_casenote n join cases_casenoteaccount a on a.note_id = n.id
union all select 'quote', id, case_id, said_on, struck_on is not null, is_kept_from_family or kept_from <> '{}', words
from cases_quote
union all select 'event', e.id, e.case_id, e.happened_on, e.struck_on is not null,
       e.is_kept_from_family or e.kept_from <> '{}',
       concat_ws(' ', e.what, e.analysis, (select string_agg(p.impact, ' ') from cases_significanteventchild p
                                           where p.event_id = e.id))
from cases_significantevent e
union all select 'duty', id, case_id, (written_at at time zone 'Europe/London')::date, false, false,
       concat_ws(' ', why, done, left_to_do) from cases_dutynote
union all select 'contact', id, case_id, (received_at at time zone 'Europe/London')::date, false, false,
       concat_ws(' ', worry, strengths, care_when_calling, consent_note, rationale) from cases_contact
union all select 'referral', id, case_id, (received_at at time zone 'Europe/London')::date, false, false, rationale
from cases_referral where rationale <> ''
union all select 'assessment', id, case_id, started_on, false, false,
       concat_ws(' ', nullif(check_note, ''), nullif(familys_answer, ''), nullif(decision, ''), stop_reason)
from cases_assessment
union all select 'strategy', id, case_id, (held_at at time zone 'Europe/London')::date, false, false,
       concat_ws(' ', shared, safety_tonight, telling_parents, decision) from cases_strategydiscussion
union all select 'enquiry', id, case_id, started_on, false, false, concat_ws(' ', findings, not_required_why)
from cases_enquiry where findings <> '' or not_required_why <> ''
union all select 'conference', c.id, c.case_id, coalesce(c.held_on, c.planned_on, c.created_at::date), false, false,
       concat_ws(' ', nullif(c.contingency, ''), nullif(c.called_off_why, ''),
                 (select string_agg(p.views || ' ' || p.dissent, ' ') from cases_protectionconferencechild p
                  where p.conference_id = c.id))
from cases_protectionconference c
union all select 'meeting', id, case_id, held_on, false, false, concat_ws(' ', words, familys_words, who_came)
from cases_planmeeting
union all select 'step', id, case_id, moved_on, false, false,
       concat_ws(' ', why, familys_view, network_plan, step_up_again_if) from cases_thresholdmove
union all select 'closing', id, case_id, asked_on, false, false,
       concat_ws(' ', summary, family_told, way_back, network_plan, goodbye, answer) from cases_closure
union all select 'fact', id, case_id, happened_on, struck_on is not null, false, note
from cases_milestone where note <> ''
union all select 'action', id, case_id, agreed_on, false, is_kept_from_family or kept_from <> '{}',
       concat_ws(' ', what, why, first_sentence, outcome) from cases_action
union all select 'goal', id, case_id, set_on, false, is_kept_from_family or kept_from <> '{}',
       concat_ws(' ', words, ended_why) from cases_goal
union all select 'document', id, case_id, coalesce(made_on, added_on), struck_on is not null,
       is_kept_from_family or kept_from <> '{}', title from cases_document
union all select 'disagree', d.id, d.case_id, d.said_on, false, e.is_kept_from_family or e.kept_from <> '{}', d.words
from cases_disagreement d join cases_chronologyentry e on e.id = d.entry_id
union all select 'feedback', id, case_id, answered_on, false, false, concat_ws(' ', nullif(words, ''), reply)
from cases_feedback where words <> '' or reply <> ''
-- A paper of a family, part by part. Words that were taken from a quote are found as that quote.
union all select 'part', id, case_id, (written_at at time zone 'Europe/London')::date, false,
       is_kept_from_family or kept_from <> '{}', words
from cases_writingpart where words <> ''
union all select 'says', id, case_id, said_on, false, is_kept_from_family or kept_from <> '{}', words
from cases_familysays where left_out_on is null and quote_id is null
union all select 'view', id, case_id, said_on, false, is_kept_from_family or kept_from <> '{}',
       concat_ws(' ', about, nullif(our_words, ''), their_words)
from cases_sharedview where left_out_on is null
-- Why somebody was not shown or not asked, for safety, is never repeated where a family may look.
union all select 'shared', id, case_id, coalesce(answered_on, shared_on), false, how = 'not-safe',
       concat_ws(' ', nullif(why_not, ''), nullif(remarks, ''), changed)
from cases_sharing where why_not <> '' or remarks <> '' or changed <> ''
union all select 'decision', d.id, d.case_id, coalesce(d.made_on, d.dropped_on, d.asked_on), false, false,
       concat_ws(' ', nullif(d.question, ''), nullif(d.what, ''), nullif(d.why, ''), nullif(d.least_formal, ''),
                 nullif(d.family_would_rather, ''), nullif(d.urgent_because, ''), nullif(d.dropped_why, ''),
                 (select string_agg(o.words || ' ' || o.why_not, ' ' order by o.position) from cases_decisionoption o
                  where o.decision_id = d.id))
from cases_decision d
union all select 'heard', h.id, h.case_id, coalesce(h.heard_on, d.made_on), false,
       h.is_kept_from_family or h.kept_from <> '{}' or h.how = 'not-safe', concat_ws(' ', nullif(h.words, ''), h.changed)
from cases_decisionheard h join cases_decision d on d.id = h.decision_id where h.words <> '' or h.changed <> ''
union all select 'oversight', id, case_id, written_on, false, false, concat_ws(' ', about, decision, rationale)
from cases_oversight
union all select 'drift', id, case_id, answered_on, false, false, words from cases_driftanswer
union all select 'check', id, case_id, checked_on, false, false, concat_ws(' ', words, familys_words)
from cases_stepcheck;

-- After a write: the row of what it belongs to, anew. `kind` and the column with the subject's key are the trigger's.
create or replace function app_keep_note() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = 'force_generic_plan' as $$
declare
    v_subject bigint := (to_jsonb(case when tg_op = 'DELETE' then old else new end) ->> tg_argv[1])::bigint;
begin
    insert into cases_notesearch (case_id, kind, subject_id, happened_on, tsv)
    select s.case_id, s.kind, s.subject_id, s.happened_on, camden_tsv(s.words)
    from cases_notesource s where s.kind = tg_argv[0] and s.subject_id = v_subject
    on conflict (kind, subject_id) do update
        set case_id = excluded.case_id, happened_on = excluded.happened_on, tsv = excluded.tsv
        where (cases_notesearch.case_id, cases_notesearch.happened_on, cases_notesearch.tsv)
              is distinct from (excluded.case_id, excluded.happened_on, excluded.tsv);
    if not found and tg_op <> 'INSERT' and not exists (
        select 1 from cases_notesource s where s.kind = tg_argv[0] and s.subject_id = v_subject) then
        delete from cases_notesearch n where n.kind = tg_argv[0] and n.subject_id = v_subject;
    end if;
    return null;
end
$$;
do $$
declare
    v_source record;
begin
    for v_source in select * from (values
        ('visit', 'visit', 'id'), ('visitaccount', 'visit', 'visit_id'), ('casenote', 'note', 'id'),
        ('casenoteaccount', 'note', 'note_id'), ('quote', 'quote', 'id'), ('significantevent', 'event', 'id'),
        ('significanteventchild', 'event', 'event_id'), ('dutynote', 'duty', 'id'), ('contact', 'contact', 'id'),
        ('referral', 'referral', 'id'), ('assessment', 'assessment', 'id'), ('strategydiscussion', 'strategy', 'id'),
        ('enquiry', 'enquiry', 'id'), ('protectionconference', 'conference', 'id'),
        ('protectionconferencechild', 'conference', 'conference_id'), ('planmeeting', 'meeting', 'id'),
        ('thresholdmove', 'step', 'id'), ('closure', 'closing', 'id'), ('milestone', 'fact', 'id'),
        ('action', 'action', 'id'), ('goal', 'goal', 'id'), ('document', 'document', 'id'),
        ('disagreement', 'disagree', 'id'), ('feedback', 'feedback', 'id'), ('writingpart', 'part', 'id'),
        ('familysays', 'says', 'id'), ('sharedview', 'view', 'id'), ('sharing', 'shared', 'id'),
        ('decision', 'decision', 'id'), ('decisionoption', 'decision', 'decision_id'), ('decisionheard', 'heard', 'id'),
        ('oversight', 'oversight', 'id'), ('driftanswer', 'drift', 'id'), ('stepcheck', 'check', 'id')) t (source, kind, subject)
    loop
        execute format('create or replace trigger keep_note after insert or update or delete on %I for each row '
                       'execute function app_keep_note(%L, %L)',
                       'cases_' || v_source.source, v_source.kind, v_source.subject);
    end loop;
end
$$;

-- The newest of what was written with every word of `q`, in visible records, or in one (`p_case`): at most `n`, before
-- a day and key (`p_day`, `p_key`), for the next page. Two steps: count a few matches first. Few are taken from the
-- index of words and put in order. Many are walked by day, newest first; or record by record, for somebody who sees few.
create or replace function search_notes(q text, n int, p_case bigint default null, p_day date default null,
                                        p_key bigint default null)
returns table (note_id bigint, case_id bigint, kind varchar, subject_id bigint, happened_on date, is_struck boolean,
               is_kept boolean, words text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = 'force_custom_plan' as $$
declare
    v_q tsquery := plainto_tsquery('public.camden_words', camden_plain(left(q, 400)));
    v_n int := least(coalesce(n, 20), 200);
    v_all boolean := coalesce(app_all(), false);
    v_teams bigint[] := app_teams();
    v_mine bigint[] := app_cases();
    v_not bigint[] := app_excluded();
    v_day date := coalesce(p_day, 'infinity');
    v_key bigint := coalesce(p_key, 0);
    v_cases bigint[];
    v_found bigint[];
    v_many boolean := false;
begin
    if coalesce(numnode(v_q), 0) = 0 then
        return;
    end if;
    if p_case is null then
        select count(*) >= 1500 into v_many
        from (select 1 from cases_notesearch s where s.tsv @@ v_q limit 1500) few;
        if v_many then
            select array_agg(c.id) into v_cases from (
                select c.id from cases_case c
                where (((not c.is_restricted and c.team_ids && v_teams) or c.id = any(v_mine)) and not c.id = any(v_not)) or v_all
                limit 601) c;
        end if;
    elsif app_sees(p_case) then
        v_cases := array[p_case];
    else
        v_cases := '{}';
    end if;
    if p_case is not null or (v_many and coalesce(cardinality(v_cases), 0) <= 600) then
        select array_agg(f.id) into v_found from (
            select s.id from cases_notesearch s
            where s.case_id = any(v_cases) and (s.tsv @@ v_q) is true and (s.happened_on, s.id) < (v_day, v_key)
            order by s.happened_on desc, s.id desc limit v_n) f;
    else
        if v_many then
            -- "is true" hides the words from their index: the walk is by day, and stops when it has enough.
            select array_agg(f.id) into v_found from (
                select w.id from (
                    select s.id, s.case_id, s.tsv, s.happened_on from cases_notesearch s
                    where (s.happened_on, s.id) < (v_day, v_key)
                    order by s.happened_on desc, s.id desc limit 30000) w
                join cases_case c on c.id = w.case_id
                where (w.tsv @@ v_q) is true
                  and ((((not c.is_restricted and c.team_ids && v_teams) or c.id = any(v_mine)) and not c.id = any(v_not)) or v_all)
                order by w.happened_on desc, w.id desc limit v_n) f;
        end if;
        if coalesce(cardinality(v_found), 0) < v_n then
            with matched as materialized (
                select s.id, s.case_id, s.happened_on from cases_notesearch s where s.tsv @@ v_q)
            select array_agg(f.id) into v_found from (
                select h.id from matched h join cases_case c on c.id = h.case_id
                where (h.happened_on, h.id) < (v_day, v_key)
                  and ((((not c.is_restricted and c.team_ids && v_teams) or c.id = any(v_mine)) and not c.id = any(v_not)) or v_all)
                order by h.happened_on desc, h.id desc limit v_n) f;
        end if;
    end if;
    return query select * from app_note_words(v_found);
end
$$;

-- What these rows of the search are about, with their words: in a function of its own, whose plan is kept.
create or replace function app_note_words(p_found bigint[])
returns table (note_id bigint, case_id bigint, kind varchar, subject_id bigint, happened_on date, is_struck boolean,
               is_kept boolean, words text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = 'force_generic_plan' as $$
declare
    v_row record;
begin
    -- One after the other: asked for together, the planner reads every table of the view whole.
    for v_row in select s.* from cases_notesearch s where s.id = any(p_found) order by s.happened_on desc, s.id desc loop
        return query
            select v_row.id, v.case_id, v.kind, v.subject_id, v.happened_on, v.is_struck, v.is_kept,
                   case when v.is_kept then '' else v.words end
            from cases_notesource v
            where v.kind = v_row.kind and v.subject_id = v_row.subject_id and v.case_id = v_row.case_id;
    end loop;
end
$$;

revoke execute on function app_keep_note, app_note_words, search_notes from public;
grant execute on function search_notes to camden_app;
