import camden.migrations._together
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


RISK_ACCEPTED = "Made before the first release: there are a few hundred answers, and each of them keeps the new rule or stands empty."

# What an answer showed names the first day of most kinds in a sentence; of the others it stays empty. A goal's twelve
# weeks are the rule's of that time.
FILL = r"""
update cases_driftanswer a set since_on = found.since
from (
    select id, case kind
        when 'plan-long' then to_date(substring(words from 'On (\d+ \w+ \d{4}) it was'), 'DD Month YYYY')
        when 'goal-still' then 84 + greatest(
            to_date(substring(words from 'Set on (\d+ \w+ \d{4})'), 'DD Month YYYY'),
            to_date(substring(words from 'Last closer on (\d+ \w+ \d{4})'), 'DD Month YYYY'))
        when 'late-twice' then coalesce(
            1 + to_date(substring(words from 'That day, (\d+ \w+ \d{4}), has passed'), 'DD Month YYYY'),
            (select least(answered_on, due) from to_date(
                substring(words from 'First due on (\d+ \w+ \d{4})'), 'DD Month YYYY') due where due is not null))
        when 'not-alone' then (
            select max(to_date(day[1], 'DD Month YYYY')) from regexp_matches(words, '(\d+ \w+ \d{4}): seen', 'g') day)
        when 'decision-waits' then
            1 + to_date(substring(words from 'or (\d+ \w+ \d{4})\. It has not'), 'DD Month YYYY')
        when 'step-check' then to_date(substring(words from 'over on (\d+ \w+ \d{4})'), 'DD Month YYYY')
        end as since
    from (select id, kind, answered_on, evidence::text as words from cases_driftanswer where since_on is null) said
) found
where found.id = a.id and found.since <= a.answered_on
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0013_complexity_ways_and_duties"),
    ]

    operations = [
        camden.migrations._together.Together(
            operations=[
                pgtrigger.migrations.RemoveTrigger(
                    model_name='driftanswer',
                    name='insert_insert',
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name='driftanswer',
                    name='update_update',
                ),
                migrations.AddField(
                    model_name='driftanswer',
                    name='since_on',
                    field=models.DateField(editable=False, null=True),
                ),
                migrations.AddField(
                    model_name='driftanswerevent',
                    name='since_on',
                    field=models.DateField(editable=False, null=True),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='driftanswer',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_driftanswerevent" ("answer", "answered_by_id", "answered_on", "case_id", "child_id", "created_at", "evidence", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quiet_until_on", "since_on", "subject_id", "version", "words") VALUES (NEW."answer", NEW."answered_by_id", NEW."answered_on", NEW."case_id", NEW."child_id", NEW."created_at", NEW."evidence", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."quiet_until_on", NEW."since_on", NEW."subject_id", NEW."version", NEW."words"); RETURN NULL;', hash='ddaca2eeb6543352e485e8fa553b6061cd570060', operation='INSERT', pgid='pgtrigger_insert_insert_70c7a', table='cases_driftanswer', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='driftanswer',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_driftanswerevent" ("answer", "answered_by_id", "answered_on", "case_id", "child_id", "created_at", "evidence", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quiet_until_on", "since_on", "subject_id", "version", "words") VALUES (NEW."answer", NEW."answered_by_id", NEW."answered_on", NEW."case_id", NEW."child_id", NEW."created_at", NEW."evidence", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."quiet_until_on", NEW."since_on", NEW."subject_id", NEW."version", NEW."words"); RETURN NULL;', hash='0614c3c511efa778835bc152d07220b1469d1b88', operation='UPDATE', pgid='pgtrigger_update_update_72b19', table='cases_driftanswer', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='driftanswer',
                    constraint=models.CheckConstraint(condition=models.Q(('since_on', None), ('since_on__lte', models.F('answered_on')), _connector='OR'), name='drift_is_answered_after_it_began'),
                ),
            ]
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
