"""The tables that searches walk, and how words are cut. Nobody has a grant on them: see `wall_search.sql`."""

from django.contrib.postgres.operations import CreateExtension
from django.db import migrations

# Stems, so that "bruises" finds "bruise"; no stop words, because Will and May are names.
WORDS = """
create text search dictionary camden_stem (template = snowball, language = english);
create text search configuration camden_words (copy = pg_catalog.simple);
alter text search configuration camden_words alter mapping for asciiword, word with camden_stem;
"""

# One narrow row for each thing somebody wrote. Its words stay where they are (the view `cases_notesource`).
NOTES = """
create table cases_notesearch (
    id bigint generated always as identity primary key, case_id bigint not null, kind varchar(12) not null,
    subject_id bigint not null, happened_on date not null, tsv tsvector not null, unique (kind, subject_id)
);
create index notesearch_words on cases_notesearch using gin (tsv) with (fastupdate = off);
create index notesearch_days on cases_notesearch (happened_on desc, id desc);
create index notesearch_case on cases_notesearch (case_id, happened_on desc, id desc);
"""

# One row for each person of a record: names and numbers, other names, where they live, how to reach them, folded.
PEOPLE = """
create table cases_membersearch (
    member_id bigint primary key, case_id bigint not null, own text not null, words text not null,
    numbers text[] not null, address text not null, phones text not null, sounds text[] not null, born_on date
);
create index membersearch_words on cases_membersearch using gin (words gin_trgm_ops);
create index membersearch_address on cases_membersearch using gin (address gin_trgm_ops);
create index membersearch_phones on cases_membersearch using gin (phones gin_trgm_ops);
create index membersearch_sounds on cases_membersearch using gin (sounds);
create index membersearch_born on cases_membersearch (born_on);
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0006_the_familys_record")]

    operations = [
        CreateExtension("fuzzystrmatch"),
        migrations.RunSQL(
            WORDS, "drop text search configuration camden_words; drop text search dictionary camden_stem;"
        ),
        migrations.RunSQL(NOTES, "drop table cases_notesearch;"),
        migrations.RunSQL(PEOPLE, "drop table cases_membersearch;"),
    ]
