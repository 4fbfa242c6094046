"""The index that `search_people` walks."""

from django.db import migrations

RISK_ACCEPTED = "Made before the first release, when the table had no rows."


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial"), ("camden", "0002_partitions_and_cache")]

    operations = [
        migrations.RunSQL(
            "create index member_search on cases_member using gin"
            " (camden_fold(given_name || ' ' || family_name || ' ' || la_child_id) gin_trgm_ops);",
            "drop index member_search;",
        ),
    ]
