-- Clinical consultations: locked after two days, each clinician's own words, a name only with the family's leave.
-- Continues wall_record.sql.

-- What a consultation says stays as it is 48 hours after it was first written (supervision/rules/consulting.py). Whether
-- the family agrees may always be said anew: leave that is taken back takes the name with it. Until then its clinician
-- alone writes the clinician's words, and nobody moves the hour from which the 48 count.
create or replace function supervision_consultation_keeps() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
    if session_user <> 'camden_app' then
        return new;
    end if;
    if tg_op = 'INSERT' then
        if new.written_at is not null then
            raise exception 'it is asked for first: "a_clinician_writes_their_own"'
                using errcode = 'check_violation', constraint = 'a_clinician_writes_their_own';
        end if;
        return new;
    end if;
    if (new.case_id, new.clinician_id, new.asked_by_id, new.asked_on)
        is distinct from (old.case_id, old.clinician_id, old.asked_by_id, old.asked_on)
       or (old.written_at is not null and new.written_at is distinct from old.written_at) then
        raise exception 'a consultation stays with who asked and who was asked: "a_consultation_is_theirs"'
            using errcode = 'check_violation', constraint = 'a_consultation_is_theirs';
    end if;
    if (new.formulation, new.suggestions, new.worker_will, new.held_on, new.look_again_on, new.specialist_referral_on,
        new.written_at) is distinct from (old.formulation, old.suggestions, old.worker_will, old.held_on,
        old.look_again_on, old.specialist_referral_on, old.written_at) then
        if app_user() is distinct from old.clinician_id then
            raise exception 'these words are the clinician''s: "a_clinician_writes_their_own"'
                using errcode = 'check_violation', constraint = 'a_clinician_writes_their_own';
        end if;
        if now() >= old.written_at + interval '48 hours' then
            raise exception 'written two days ago: "a_consultation_is_locked"'
                using errcode = 'check_violation', constraint = 'a_consultation_is_locked';
        end if;
    end if;
    if app_user() is not distinct from old.clinician_id
       and not exists (select 1 from cases_case c where c.id = old.case_id)
       and (new.child_id, new.consent, new.family_told, new.question, new.withdrawn_on, new.joint_visit_id)
           is distinct from (old.child_id, old.consent, old.family_told, old.question, old.withdrawn_on, old.joint_visit_id)
       then
        raise exception 'whom it is about is the record''s: "a_clinician_writes_their_own"'
            using errcode = 'check_violation', constraint = 'a_clinician_writes_their_own';
    end if;
    if new.question is distinct from old.question and old.written_at is not null then
        raise exception 'it was answered: "a_consultation_is_locked"'
            using errcode = 'check_violation', constraint = 'a_consultation_is_locked';
    end if;
    return new;
end
$$;
drop trigger if exists keeps on supervision_consultation;
create trigger keeps before insert or update on supervision_consultation
    for each row execute function supervision_consultation_keeps();

-- Of whom consultations of the principal's own are, where the family agreed to be named: the child's first name, and the
-- day of a visit planned with them. A clinician does not see the record these stand in.
create or replace function consulted_about(p_consultations bigint[])
returns table (consultation_id bigint, first_name text, visit_on date, visit_starts time)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select c.id, coalesce(nullif(m.given_name, ''), case when m.id is not null then 'A child' end), v.planned_on, v.starts
    from public.supervision_consultation c
    left join public.cases_member m on m.id = c.child_id
    left join public.cases_plannedvisit v on v.id = c.joint_visit_id and v.called_off_on is null
    where c.id = any(p_consultations) and c.id = any(public.app_consultations()) and c.consent = 'given'
$$;
revoke execute on function consulted_about from public;
grant execute on function consulted_about to camden_app;
