-- Files that lie on the disk: which of some digests does a row name? For the job that drops the others, which may read
-- no document. It answers with digests it was given, and says nothing of whose they are. Whoever sees less than all is
-- told so loudly: "none" would drop every file.
create or replace function files_named(p_digests text[]) returns text[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if not app_all() then
        raise exception 'files are swept by jobs of the system' using errcode = 'insufficient_privilege';
    end if;
    return (select coalesce(array_agg(n.sha256), '{}') from (
        select sha256 from public.cases_document where sha256 = any(p_digests)
        union select sha256 from public.cases_export where sha256 = any(p_digests)) n);
end
$$;
revoke execute on function files_named from public;
grant execute on function files_named to camden_worker;
