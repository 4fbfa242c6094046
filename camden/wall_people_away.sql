-- When somebody is away: they themselves know it, and whoever answers for their work. Nowhere does it say why.

alter table camden_absence enable row level security;
drop policy if exists own_or_answered_for on camden_absence;
create policy own_or_answered_for on camden_absence using (
    person_id = (select app_user()) or person_id = any((select app_answers_for())::bigint[]) or (select app_all()));
grant select, insert, update on camden_absence to camden_app;
grant select on camden_absence to camden_worker;
