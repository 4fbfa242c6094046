"""Tables and functions that models cannot say: partitioned read events, the cache, and how names are folded."""

from django.db import migrations

READ_EVENTS = """
create sequence camden_recordopened_id_seq;
create table camden_recordopened (
    id bigint not null, at timestamptz not null, user_id bigint not null, page varchar(80) not null,
    basis varchar(20) not null, why text not null, request_id uuid not null, primary key (id, at)
) partition by range (at);
create index recordopened_user on camden_recordopened (user_id, at desc);
create table camden_recordopened_other partition of camden_recordopened default;
create table camden_caseopened (
    event_id bigint not null, case_id bigint not null, at timestamptz not null
) partition by range (at);
create index caseopened_case on camden_caseopened (case_id, at desc);
create table camden_caseopened_other partition of camden_caseopened default;
"""

# The table Django's createcachetable would make: in a migration, so that every database has it.
CACHE = """
create table camden_cache (cache_key varchar(255) primary key, value text not null, expires timestamptz not null);
create index camden_cache_expires on camden_cache (expires);
"""

# Immutable, so that an index can hold it: "Şirin" and "sirin" are found by the same letters.
FOLD = """
create function camden_fold(text) returns text language sql immutable parallel safe strict
as $$ select lower(public.unaccent('public.unaccent', $1)) $$;
"""


class Migration(migrations.Migration):
    dependencies = [("camden", "0001_initial")]

    operations = [
        migrations.RunSQL(
            READ_EVENTS,
            "drop table camden_recordopened, camden_caseopened; drop sequence camden_recordopened_id_seq;",
        ),
        migrations.RunSQL(CACHE, "drop table camden_cache;"),
        migrations.RunSQL(FOLD, "drop function camden_fold(text);"),
    ]
