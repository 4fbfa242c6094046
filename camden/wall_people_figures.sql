-- What people say about their own figures: they themselves read it, and whoever answers for their work. Nobody else
-- writes in their name.

alter table camden_figureanswer enable row level security;
drop policy if exists own_or_answered_for on camden_figureanswer;
drop policy if exists their_own_words on camden_figureanswer;
drop policy if exists taken_back_by_themselves on camden_figureanswer;
create policy own_or_answered_for on camden_figureanswer for select using (
    person_id = (select app_user()) or person_id = any((select app_answers_for())::bigint[]));
create policy their_own_words on camden_figureanswer for insert with check (person_id = (select app_user()));
create policy taken_back_by_themselves on camden_figureanswer for update using (person_id = (select app_user()));
grant select, insert, update on camden_figureanswer to camden_app;
