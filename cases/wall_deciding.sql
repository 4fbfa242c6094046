-- A decision that was made says who was heard: with what it changed, or that they are not yet heard and by when they
-- are asked. The rows come in one transaction, so it is looked at when that ends.

create or replace function cases_heard_somebody() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if new.made_on is not null
       and not exists (select 1 from cases_decisionheard h where h.decision_id = new.id) then
        raise exception 'nobody was heard: "a_made_decision_heard_somebody"'
            using errcode = 'check_violation', constraint = 'a_made_decision_heard_somebody';
    end if;
    return null;
end
$$;
revoke execute on function cases_heard_somebody from public;
drop trigger if exists heard_somebody on cases_decision;
create constraint trigger heard_somebody after insert or update on cases_decision
    deferrable initially deferred for each row execute function cases_heard_somebody();
