-- The journey of the invented service's children, for its clocks: laid upon what `service.sql` wrote.
--
-- Each family is referred and assessed; four in five of those who stay then have a child in need plan with reviews, one
-- in six an enquiry, a conference and a protection plan before, with core groups and reviews. Reads bench.today.

select case when rolsuper then set_config('session_replication_role', 'replica', false) end
from pg_roles where rolname = current_user;
set constraints all immediate;

create temp table course as
select c.id case_id, opened_on, closed_on, coalesce(closed_on, today) until_on, opened_on + 40 assessed_on,
       opened_on + 46 + greatest(0, extract(isodow from opened_on + 46)::int - 5) % 3 * 2 held_on,
       c.id % 24 < 4 is_protected, c.id % 5 < 4 is_planned
from cases_case c, (select current_setting('bench.today')::date today) t;
update course set held_on = held_on + 1 where extract(isodow from held_on) = 6;
update course set held_on = held_on + 1 where extract(isodow from held_on) = 7;
update course set is_protected = is_protected and held_on + 210 < until_on, is_planned = is_planned and opened_on + 45 < until_on;
create temp table kid as select m.id child_id, m.case_id from cases_member m where m.kind = 'child';

insert into cases_referral (id, case_id, received_at, source, outcomes, rationale, decided_at, decided_by_id, told_at, told_by_id)
select case_id, case_id, opened_on + time '10:00', '6', '{assessment}', '-', opened_on + time '16:00', 1, opened_on + 1 + time '9:00', 1
from course;
insert into cases_referralchild (case_id, referral_id, child_id) select case_id, case_id, child_id from kid;

insert into cases_assessment (id, case_id, legal_basis, counts_from_on, started_on, checked_on, check_note, shared_on,
    familys_answer, submitted_on, authorised_on, decision, stop_reason)
select case_id, case_id, 'need', opened_on, opened_on + 1, opened_on + 12, '', opened_on + 36, '', opened_on + 38, assessed_on,
       '', '' from course where assessed_on <= until_on;
insert into cases_assessmentchild (case_id, assessment_id, child_id, started_on, ended_on, factors)
select k.case_id, k.case_id, child_id, a.started_on, a.authorised_on, '{}' from kid k join cases_assessment a on a.id = k.case_id;

insert into cases_strategydiscussion (id, case_id, cause_at, held_at, agencies, shared, safety_tonight, telling_parents, decision)
select case_id, case_id, opened_on + 30 + time '11:00', opened_on + 30 + time '15:00', '{}', '', '', '', ''
from course where is_protected;
insert into cases_strategychild (case_id, strategy_id, child_id, is_enquired)
select case_id, case_id, child_id, true from kid join course using (case_id) where is_protected;
insert into cases_enquiry (case_id, child_id, strategy_id, started_on, outcome, findings, concluded_on, not_required_why, ended_on)
select case_id, child_id, case_id, opened_on + 30, 'conference', '', held_on - 3, '', held_on
from kid join course using (case_id) where is_protected;

-- The initial conference, then reviews after three months and six more.
insert into cases_protectionconference (case_id, kind, planned_on, held_on, called_off_why, agencies, report_shared_on,
    decisions_sent_on, record_sent_on, contingency)
select case_id, case n when 0 then 'initial' else 'review' end, d, case when d <= until_on then d end, '', '{}',
       d - 5, case when d + 4 <= until_on then d + 4 end, case when d + 16 <= until_on then d + 16 end, ''
from course, generate_series(0, 2) n, lateral (select held_on + (array[0, 84, 252])[n + 1] d) x
where is_protected and d - 60 <= until_on;
insert into cases_protectionconferencechild (case_id, conference_id, child_id, outcome, category, participation, views, dissent)
select k.case_id, p.id, child_id, '', '', '', '', '' from kid k join cases_protectionconference p on p.case_id = k.case_id;

insert into cases_planspell (case_id, child_id, basis, started_on, first_category, latest_category, ended_on, end_reason)
select case_id, child_id, 'protection', held_on, 'NEG', 'NEG', case when case_id % 2 = 0 then held_on + 200 end,
       case when case_id % 2 = 0 then 'step-down' else '' end
from kid join course using (case_id) where is_protected
union all
select case_id, child_id, 'need', case when is_protected then held_on + 200 else opened_on + 44 end, '', '', closed_on,
       case when closed_on is null then '' else 'no-longer-needed' end
from kid join course using (case_id) where is_planned and (not is_protected or case_id % 2 = 0);

insert into cases_planmeeting (case_id, kind, held_on, who_came, words, familys_words, record_sent_on)
select case_id, 'core-group', d::date, '', '', '', null
from course, generate_series(held_on + 9, least(until_on, held_on + 400), interval '40 days') d where is_protected
union all
select case_id, 'need-review', d::date, '', '', '', d::date + 4
from course, generate_series(opened_on + 130, until_on, interval '88 days') d where is_planned and not is_protected;
insert into cases_planmeetingchild (case_id, meeting_id, child_id)
select k.case_id, m.id, child_id from kid k join cases_planmeeting m on m.case_id = k.case_id;

drop table course, kid;
select case when rolsuper then set_config('session_replication_role', 'origin', false) end
from pg_roles where rolname = current_user;
