import camden.migrations._together
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.datetime
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


RISK_ACCEPTED = "Made before the first release, when no service had any visit: what is taken away was moved."


class Migration(migrations.Migration):

    dependencies = [
        ('camden', '0005_timescales'),
        ('camden', '__first__'),
        ('cases', '0005_journey_and_clocks'),
    ]

    operations = [
        camden.migrations._together.Together(
            operations=[pgtrigger.migrations.RemoveTrigger(
                model_name='action',
                name='insert_insert',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='action',
                name='update_update',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='chronologyentry',
                name='insert_insert',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='chronologyentry',
                name='update_update',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='member',
                name='insert_insert',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='member',
                name='update_update',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='relationship',
                name='insert_insert',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='relationship',
                name='update_update',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='visit',
                name='insert_insert',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='visit',
                name='update_update',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='visitaccount',
                name='insert_insert',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='visitaccount',
                name='update_update',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='visitchild',
                name='insert_insert',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='visitchild',
                name='update_update',
            ), migrations.AddField(
                model_name='action',
                name='is_kept_from_family',
                field=models.BooleanField(db_default=False, default=False),
            ), migrations.AddField(
                model_name='action',
                name='kept_from',
                field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None),
            ), migrations.AddField(
                model_name='action',
                name='visit',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='cases.visit'),
            ), migrations.AddField(
                model_name='actionevent',
                name='is_kept_from_family',
                field=models.BooleanField(db_default=False, default=False),
            ), migrations.AddField(
                model_name='actionevent',
                name='kept_from',
                field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None),
            ), migrations.AddField(
                model_name='actionevent',
                name='visit',
                field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.visit'),
            ), migrations.AddField(
                model_name='chronologyentry',
                name='is_kept_from_family',
                field=models.BooleanField(db_default=False, default=False),
            ), migrations.AddField(
                model_name='chronologyentry',
                name='kept_from',
                field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None),
            ), migrations.AddField(
                model_name='chronologyentry',
                name='struck_on',
                field=models.DateField(blank=True, null=True),
            ), migrations.AddField(
                model_name='chronologyentryevent',
                name='is_kept_from_family',
                field=models.BooleanField(db_default=False, default=False),
            ), migrations.AddField(
                model_name='chronologyentryevent',
                name='kept_from',
                field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None),
            ), migrations.AddField(
                model_name='chronologyentryevent',
                name='struck_on',
                field=models.DateField(blank=True, null=True),
            ), migrations.AddField(
                model_name='member',
                name='communication',
                field=models.CharField(blank=True, db_default='', default='', max_length=200),
            ), migrations.AddField(
                model_name='member',
                name='interpreter',
                field=models.CharField(blank=True, choices=[('needed', 'Needs an interpreter'), ('not-needed', 'Needs no interpreter')], db_default='', default='', max_length=10),
            ), migrations.AddField(
                model_name='member',
                name='merged_into',
                field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member'),
            ), migrations.AddField(
                model_name='memberevent',
                name='communication',
                field=models.CharField(blank=True, db_default='', default='', max_length=200),
            ), migrations.AddField(
                model_name='memberevent',
                name='interpreter',
                field=models.CharField(blank=True, choices=[('needed', 'Needs an interpreter'), ('not-needed', 'Needs no interpreter')], db_default='', default='', max_length=10),
            ), migrations.AddField(
                model_name='memberevent',
                name='merged_into',
                field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member'),
            ), migrations.AddField(
                model_name='relationship',
                name='is_kept_from_family',
                field=models.BooleanField(db_default=False, default=False),
            ), migrations.AddField(
                model_name='relationship',
                name='kept_from',
                field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None),
            ), migrations.AddField(
                model_name='relationship',
                name='responsibility_basis',
                field=models.CharField(blank=True, choices=[('mother', 'Mother'), ('registered', 'Registered as father or second parent'), ('married', 'Married to the mother'), ('agreement', 'Agreement'), ('order', 'Order of a court'), ('special-guardian', 'Special guardian'), ('adoption', 'Adoption')], db_default='', default='', max_length=16),
            ), migrations.AddField(
                model_name='relationship',
                name='responsible_from_on',
                field=models.DateField(blank=True, null=True),
            ), migrations.AddField(
                model_name='relationship',
                name='responsible_until_on',
                field=models.DateField(blank=True, null=True),
            ), migrations.AddField(
                model_name='relationshipevent',
                name='is_kept_from_family',
                field=models.BooleanField(db_default=False, default=False),
            ), migrations.AddField(
                model_name='relationshipevent',
                name='kept_from',
                field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None),
            ), migrations.AddField(
                model_name='relationshipevent',
                name='responsibility_basis',
                field=models.CharField(blank=True, choices=[('mother', 'Mother'), ('registered', 'Registered as father or second parent'), ('married', 'Married to the mother'), ('agreement', 'Agreement'), ('order', 'Order of a court'), ('special-guardian', 'Special guardian'), ('adoption', 'Adoption')], db_default='', default='', max_length=16),
            ), migrations.AddField(
                model_name='relationshipevent',
                name='responsible_from_on',
                field=models.DateField(blank=True, null=True),
            ), migrations.AddField(
                model_name='relationshipevent',
                name='responsible_until_on',
                field=models.DateField(blank=True, null=True),
            ), migrations.AddField(
                model_name='visit',
                name='companion',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
            ), migrations.AddField(
                model_name='visit',
                name='ended_at',
                field=models.DateTimeField(blank=True, null=True),
            ), migrations.AddField(
                model_name='visit',
                name='interpreting',
                field=models.CharField(blank=True, choices=[('not-needed', 'Not needed'), ('interpreter', 'An interpreter'), ('signing', 'A sign language interpreter'), ('worker', 'The worker speaks the language'), ('adult', 'Another adult of the family'), ('child', 'A child of the family')], db_default='', default='', max_length=12),
            ), migrations.AddField(
                model_name='visit',
                name='is_kept_from_family',
                field=models.BooleanField(db_default=False, default=False),
            ), migrations.AddField(
                model_name='visit',
                name='kept_from',
                field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None),
            ), migrations.AddField(
                model_name='visit',
                name='missed_why',
                field=models.CharField(blank=True, choices=[('nobody-in', 'Nobody was in'), ('not-today', 'The family asked for another day'), ('not-let-in', 'We were not let in'), ('child-away', 'The children were somewhere else'), ('ours', 'We could not come')], db_default='', default='', max_length=10),
            ), migrations.AddField(
                model_name='visit',
                name='purpose',
                field=models.CharField(blank=True, choices=[('see', 'See the children and how things are'), ('unannounced', 'Unannounced visit'), ('assessment', 'Assessment'), ('direct-work', 'Direct work with a child'), ('plan', 'Talk about the plan'), ('hello', 'First visit of a new worker'), ('goodbye', 'Goodbye visit'), ('urgent', 'Something urgent')], db_default='', default='', max_length=12),
            ), migrations.AddField(
                model_name='visit',
                name='struck_by',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
            ), migrations.AddField(
                model_name='visit',
                name='struck_on',
                field=models.DateField(blank=True, null=True),
            ), migrations.AddField(
                model_name='visit',
                name='struck_why',
                field=models.TextField(blank=True, db_default='', default=''),
            ), migrations.AddField(
                model_name='visitaccount',
                name='meaning',
                field=models.TextField(blank=True, db_default='', default=''),
            ), migrations.AddField(
                model_name='visitaccount',
                name='written_at',
                field=models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
            ), migrations.AddField(
                model_name='visitaccountevent',
                name='meaning',
                field=models.TextField(blank=True, db_default='', default=''),
            ), migrations.AddField(
                model_name='visitaccountevent',
                name='written_at',
                field=models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
            ), migrations.AddField(
                model_name='visitchild',
                name='chose_company',
                field=models.BooleanField(db_default=False, default=False),
            ), migrations.AddField(
                model_name='visitchild',
                name='saw_bedroom',
                field=models.BooleanField(default=None, null=True),
            ), migrations.AddField(
                model_name='visitchild',
                name='why_not',
                field=models.CharField(blank=True, db_default='', default='', max_length=200),
            ), migrations.AddField(
                model_name='visitchildevent',
                name='chose_company',
                field=models.BooleanField(db_default=False, default=False),
            ), migrations.AddField(
                model_name='visitchildevent',
                name='saw_bedroom',
                field=models.BooleanField(default=None, null=True),
            ), migrations.AddField(
                model_name='visitchildevent',
                name='why_not',
                field=models.CharField(blank=True, db_default='', default='', max_length=200),
            ), migrations.AddField(
                model_name='visitevent',
                name='companion',
                field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
            ), migrations.AddField(
                model_name='visitevent',
                name='ended_at',
                field=models.DateTimeField(blank=True, null=True),
            ), migrations.AddField(
                model_name='visitevent',
                name='interpreting',
                field=models.CharField(blank=True, choices=[('not-needed', 'Not needed'), ('interpreter', 'An interpreter'), ('signing', 'A sign language interpreter'), ('worker', 'The worker speaks the language'), ('adult', 'Another adult of the family'), ('child', 'A child of the family')], db_default='', default='', max_length=12),
            ), migrations.AddField(
                model_name='visitevent',
                name='is_kept_from_family',
                field=models.BooleanField(db_default=False, default=False),
            ), migrations.AddField(
                model_name='visitevent',
                name='kept_from',
                field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None),
            ), migrations.AddField(
                model_name='visitevent',
                name='missed_why',
                field=models.CharField(blank=True, choices=[('nobody-in', 'Nobody was in'), ('not-today', 'The family asked for another day'), ('not-let-in', 'We were not let in'), ('child-away', 'The children were somewhere else'), ('ours', 'We could not come')], db_default='', default='', max_length=10),
            ), migrations.AddField(
                model_name='visitevent',
                name='purpose',
                field=models.CharField(blank=True, choices=[('see', 'See the children and how things are'), ('unannounced', 'Unannounced visit'), ('assessment', 'Assessment'), ('direct-work', 'Direct work with a child'), ('plan', 'Talk about the plan'), ('hello', 'First visit of a new worker'), ('goodbye', 'Goodbye visit'), ('urgent', 'Something urgent')], db_default='', default='', max_length=12),
            ), migrations.AddField(
                model_name='visitevent',
                name='struck_by',
                field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
            ), migrations.AddField(
                model_name='visitevent',
                name='struck_on',
                field=models.DateField(blank=True, null=True),
            ), migrations.AddField(
                model_name='visitevent',
                name='struck_why',
                field=models.TextField(blank=True, db_default='', default=''),
            ), migrations.AlterField(
                model_name='chronologyentry',
                name='kind',
                field=models.CharField(choices=[('referral', 'Referral'), ('closure', 'Closing'), ('allocation', 'Worker'), ('visit', 'Visit'), ('agreed', 'Agreed'), ('duty', 'Duty'), ('reflection', 'Group supervision'), ('family-plan', 'Family group conference'), ('contact', 'Contact'), ('referral-decided', 'Referral'), ('assessment', 'Assessment'), ('strategy', 'Strategy discussion'), ('enquiry', 'Section 47 enquiry'), ('conference', 'Child protection conference'), ('plan', 'Plan'), ('meeting', 'Meeting'), ('threshold', 'Step up or down'), ('closing', 'Closing'), ('milestone', 'Dated fact'), ('call', 'Call or message'), ('conversation', 'Meeting or conversation'), ('note', 'Case note'), ('direct-work', 'Direct work'), ('observation', 'Observation'), ('quote', 'In their words'), ('disagreement', 'Seen differently'), ('consent', 'Consent'), ('document', 'Document'), ('given', 'Given to the family'), ('feedback', 'How we did'), ('people', 'People')], max_length=20),
            ), migrations.AlterField(
                model_name='chronologyentryevent',
                name='kind',
                field=models.CharField(choices=[('referral', 'Referral'), ('closure', 'Closing'), ('allocation', 'Worker'), ('visit', 'Visit'), ('agreed', 'Agreed'), ('duty', 'Duty'), ('reflection', 'Group supervision'), ('family-plan', 'Family group conference'), ('contact', 'Contact'), ('referral-decided', 'Referral'), ('assessment', 'Assessment'), ('strategy', 'Strategy discussion'), ('enquiry', 'Section 47 enquiry'), ('conference', 'Child protection conference'), ('plan', 'Plan'), ('meeting', 'Meeting'), ('threshold', 'Step up or down'), ('closing', 'Closing'), ('milestone', 'Dated fact'), ('call', 'Call or message'), ('conversation', 'Meeting or conversation'), ('note', 'Case note'), ('direct-work', 'Direct work'), ('observation', 'Observation'), ('quote', 'In their words'), ('disagreement', 'Seen differently'), ('consent', 'Consent'), ('document', 'Document'), ('given', 'Given to the family'), ('feedback', 'How we did'), ('people', 'People')], max_length=20),
            ), migrations.AlterField(
                model_name='relationship',
                name='kind',
                field=models.CharField(choices=[('mother', 'mother'), ('father', 'father'), ('parent', 'parent'), ('step-parent', 'step-parent'), ('grandparent', 'grandparent'), ('adoptive-parent', 'adoptive parent'), ('foster-carer', 'foster carer'), ('special-guardian', 'special guardian'), ('great-grandparent', 'great-grandparent'), ('sibling', 'brother or sister'), ('half-sibling', 'half-brother or half-sister'), ('step-sibling', 'step-brother or step-sister'), ('aunt-or-uncle', 'aunt or uncle'), ('cousin', 'cousin'), ('partner', 'partner'), ('spouse', 'husband or wife'), ('ex-partner', 'former partner'), ('kin', 'relative'), ('friend', 'friend'), ('carer', 'carer'), ('other', 'somebody important')], max_length=20),
            ), migrations.AlterField(
                model_name='relationshipevent',
                name='kind',
                field=models.CharField(choices=[('mother', 'mother'), ('father', 'father'), ('parent', 'parent'), ('step-parent', 'step-parent'), ('grandparent', 'grandparent'), ('adoptive-parent', 'adoptive parent'), ('foster-carer', 'foster carer'), ('special-guardian', 'special guardian'), ('great-grandparent', 'great-grandparent'), ('sibling', 'brother or sister'), ('half-sibling', 'half-brother or half-sister'), ('step-sibling', 'step-brother or step-sister'), ('aunt-or-uncle', 'aunt or uncle'), ('cousin', 'cousin'), ('partner', 'partner'), ('spouse', 'husband or wife'), ('ex-partner', 'former partner'), ('kin', 'relative'), ('friend', 'friend'), ('carer', 'carer'), ('other', 'somebody important')], max_length=20),
            ), migrations.AlterField(
                model_name='visitchild',
                name='seen',
                field=models.CharField(choices=[('alone', 'Seen alone'), ('with-others', 'Seen with others there'), ('asleep', 'Seen asleep'), ('observed', 'Observed with their carer'), ('not-seen', 'Not seen'), ('unborn', 'Unborn; talked about')], max_length=16),
            ), migrations.AlterField(
                model_name='visitchildevent',
                name='seen',
                field=models.CharField(choices=[('alone', 'Seen alone'), ('with-others', 'Seen with others there'), ('asleep', 'Seen asleep'), ('observed', 'Observed with their carer'), ('not-seen', 'Not seen'), ('unborn', 'Unborn; talked about')], max_length=16),
            ), migrations.CreateModel(
                name='ActionHandover',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('action', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handovers', to='cases.action')),
                    ('from_keeper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('to_keeper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('handed_on', models.DateField()),
                    ('because', models.CharField(max_length=200)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('from_keeper', models.F('to_keeper')), _negated=True), name='an_action_is_handed_to_somebody_else')],
                },
            ), migrations.CreateModel(
                name='Alias',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('is_kept_from_family', models.BooleanField(db_default=False, default=False)),
                    ('kept_from', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None)),
                    ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='aliases', to='cases.member')),
                    ('kind', models.CharField(choices=[('known-as', 'Known as'), ('former', 'Former name'), ('spelling', 'Other spelling')], max_length=8)),
                    ('given_name', models.CharField(blank=True, default='', max_length=80)),
                    ('family_name', models.CharField(blank=True, default='', max_length=80)),
                ],
                options={
                    'verbose_name_plural': 'aliases',
                    'constraints': [models.CheckConstraint(condition=models.Q(('family_name', ''), ('given_name', ''), _negated=True), name='another_name_is_a_name'), models.UniqueConstraint(fields=('member', 'given_name', 'family_name'), name='somebody_has_another_name_once')],
                },
            ), migrations.CreateModel(
                name='AnonymousFeedback',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('listened', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)])),
                    ('did_as_said', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)])),
                    ('understood', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)])),
                    ('respected', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)])),
                    ('better', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)])),
                    ('words', models.TextField(blank=True, default='')),
                    ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='camden.team')),
                    ('after', models.CharField(blank=True, choices=[('visits', 'Visits'), ('assessment', 'Assessment'), ('family-conference', 'Family group conference'), ('conference', 'Child protection conference'), ('worker-change', 'A change of worker'), ('closing', 'The ending of our work')], default='', max_length=20)),
                    ('answered_on', models.DateField()),
                ],
                options={
                    'indexes': [models.Index(fields=['team', '-answered_on'], name='anonymous_feedback_of_team')],
                },
            ), migrations.CreateModel(
                name='BriefPart',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('is_kept_from_family', models.BooleanField(db_default=False, default=False)),
                    ('kept_from', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None)),
                    ('kind', models.CharField(choices=[('why', 'Why we are involved'), ('working', 'What is working'), ('tonight', 'What keeps the children safe tonight'), ('danger', 'What is dangerous'), ('how', 'How to work with us')], max_length=8)),
                    ('words', models.TextField()),
                    ('told_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member')),
                    ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('written_on', models.DateField()),
                    ('ended_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('ended_on', None)), fields=('case', 'kind'), name='one_present_part_of_each_kind'), models.CheckConstraint(condition=models.Q(('ended_on', None), ('ended_on__gte', models.F('written_on')), _connector='OR'), name='a_part_ends_after_it_is_written')],
                },
            ), migrations.CreateModel(
                name='CaseNote',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('is_kept_from_family', models.BooleanField(db_default=False, default=False)),
                    ('kept_from', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None)),
                    ('struck_on', models.DateField(blank=True, null=True)),
                    ('struck_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('struck_why', models.TextField(blank=True, db_default='', default='')),
                    ('kind', models.CharField(choices=[('call', 'Phone or video call'), ('message', 'Message or letter'), ('conversation', 'Meeting or conversation'), ('note', 'Case note'), ('direct-work', 'Direct work'), ('observation', 'Observation')], max_length=12)),
                    ('writer', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('happened_on', models.DateField()),
                    ('starts', models.TimeField(blank=True, null=True)),
                    ('title', models.CharField(blank=True, default='', max_length=120)),
                    ('tool', models.CharField(blank=True, choices=[('three-houses', 'Three houses'), ('wishes-and-fears', 'Wishes and fears'), ('safety-house', 'Safety house'), ('genogram', 'Genogram drawn by the child'), ('words-and-pictures', 'Words and pictures'), ('life-story', 'Life story'), ('ecomap', 'Ecomap'), ('differences-cards', 'Differences that may matter: cards'), ('scaling', 'Scaling'), ('play', 'Play or drawing'), ('other', 'Something else')], default='', max_length=20)),
                    ('interpreting', models.CharField(blank=True, choices=[('not-needed', 'Not needed'), ('interpreter', 'An interpreter'), ('signing', 'A sign language interpreter'), ('worker', 'The worker speaks the language'), ('adult', 'Another adult of the family'), ('child', 'A child of the family')], default='', max_length=12)),
                    ('children', models.ManyToManyField(related_name='+', through='cases.CaseNoteChild', to='cases.member')),
                ],
                options={
                    'indexes': [models.Index(fields=['case', '-happened_on', '-id'], name='case_note_of_case')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('struck_by', None), ('struck_on', None), ('struck_why', '')), models.Q(('struck_by__isnull', False), ('struck_on__isnull', False), models.Q(('struck_why', ''), _negated=True)), _connector='OR'), name='a_struck_note_says_who_and_why'), models.CheckConstraint(condition=models.Q(('tool', ''), ('kind', 'direct-work'), _connector='OR'), name='only_direct_work_has_a_tool')],
                },
            ), migrations.CreateModel(
                name='CaseNoteAccount',
                fields=[
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('note', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='account', serialize=False, to='cases.casenote')),
                    ('words', models.TextField()),
                    ('meaning', models.TextField(blank=True, default='')),
                    ('learned', models.TextField(blank=True, default='')),
                    ('changed', models.TextField(blank=True, default='')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='CaseNoteChild',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('note', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='cases.casenote')),
                    ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('note', 'child'), name='a_note_names_a_child_once')],
                },
            ), migrations.CreateModel(
                name='Consent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consents', to='cases.member')),
                    ('purpose', models.CharField(choices=[('artefact', 'Keeping a drawing, photo or recording'), ('help', 'Help by agreement'), ('conference', 'A family group conference'), ('clinical', 'Talking with a clinician'), ('contacting', 'Talking with somebody else about the family'), ('feedback', 'Being asked how we did')], max_length=12)),
                    ('words', models.CharField(blank=True, default='', max_length=300)),
                    ('how', models.CharField(choices=[('spoken', 'Said so'), ('written', 'Wrote so'), ('signed', 'Signed'), ('interpreted', 'Said so through an interpreter')], max_length=12)),
                    ('given_on', models.DateField()),
                    ('until_on', models.DateField(blank=True, null=True)),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('withdrawn_on', models.DateField(blank=True, null=True)),
                    ('withdrawn_words', models.CharField(blank=True, default='', max_length=300)),
                    ('withdrawn_to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'indexes': [models.Index(fields=['case', '-given_on'], name='consent_of_case')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gte', models.F('given_on')), _connector='OR'), name='consent_ends_after_it_is_given'), models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_on', None), ('withdrawn_to', None), ('withdrawn_words', '')), models.Q(('withdrawn_on__gte', models.F('given_on')), ('withdrawn_to__isnull', False)), _connector='OR'), name='consent_withdrawn_says_to_whom')],
                },
            ), migrations.CreateModel(
                name='ContactPoint',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('is_kept_from_family', models.BooleanField(db_default=False, default=False)),
                    ('kept_from', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None)),
                    ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contact_points', to='cases.member')),
                    ('kind', models.CharField(choices=[('mobile', 'Mobile'), ('phone', 'Phone'), ('email', 'E-mail'), ('other', 'Another way')], max_length=8)),
                    ('value', models.CharField(max_length=200)),
                    ('is_safe', models.BooleanField(default=None, null=True)),
                    ('remark', models.CharField(blank=True, default='', max_length=200)),
                    ('started_on', models.DateField(blank=True, null=True)),
                    ('ended_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'indexes': [models.Index(condition=models.Q(('ended_on', None)), fields=['member'], name='contact_point_of_member')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('started_on', None), ('ended_on', None), ('ended_on__gte', models.F('started_on')), _connector='OR'), name='a_way_to_reach_somebody_ends_after_it_starts')],
                },
            ), migrations.CreateModel(
                name='Disagreement',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='disagreements', to='cases.chronologyentry')),
                    ('member', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member')),
                    ('said_by', models.CharField(blank=True, default='', max_length=120)),
                    ('words', models.TextField()),
                    ('said_on', models.DateField()),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('member__isnull', False), models.Q(('said_by', ''), _negated=True), _connector='OR'), name='a_disagreement_says_whose_it_is')],
                },
            ), migrations.CreateModel(
                name='Document',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('is_kept_from_family', models.BooleanField(db_default=False, default=False)),
                    ('kept_from', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None)),
                    ('struck_on', models.DateField(blank=True, null=True)),
                    ('struck_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('struck_why', models.TextField(blank=True, db_default='', default='')),
                    ('kind', models.CharField(choices=[('drawing', 'Drawing or something made'), ('photo', 'Photo'), ('letter', 'Letter'), ('report', 'Report'), ('scan', 'Scanned paper'), ('other', 'Something else')], max_length=8)),
                    ('title', models.CharField(max_length=160)),
                    ('sha256', models.CharField(editable=False, max_length=64)),
                    ('content_type', models.CharField(editable=False, max_length=80)),
                    ('size', models.PositiveIntegerField(editable=False)),
                    ('made_on', models.DateField(blank=True, null=True)),
                    ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('added_on', models.DateField()),
                    ('child', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='cases.member')),
                    ('visit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='cases.visit')),
                    ('note', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='cases.casenote')),
                    ('consent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='cases.consent')),
                    ('portrait_of', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='portraits', to='cases.member')),
                ],
                options={
                    'indexes': [models.Index(fields=['case', '-added_on', '-id'], name='document_of_case')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('struck_by', None), ('struck_on', None), ('struck_why', '')), models.Q(('struck_by__isnull', False), ('struck_on__isnull', False), models.Q(('struck_why', ''), _negated=True)), _connector='OR'), name='a_struck_document_says_who_and_why'), models.UniqueConstraint(condition=models.Q(('portrait_of__isnull', False), ('struck_on', None)), fields=('portrait_of',), name='one_portrait_of_each_person')],
                },
            ), migrations.CreateModel(
                name='Export',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('what', models.CharField(max_length=20)),
                    ('layout', models.CharField(max_length=8)),
                    ('asked', models.JSONField(default=dict)),
                    ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('asked_at', models.DateTimeField()),
                    ('ready_at', models.DateTimeField(blank=True, null=True)),
                    ('failed_at', models.DateTimeField(blank=True, null=True)),
                    ('sha256', models.CharField(blank=True, default='', max_length=64)),
                    ('size', models.PositiveIntegerField(default=0)),
                ],
                options={
                    'indexes': [models.Index(condition=models.Q(('failed_at', None), ('ready_at', None)), fields=['asked_at'], name='export_to_make')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('ready_at', None), ('sha256', '')), models.Q(('failed_at', None), ('ready_at__isnull', False), models.Q(('sha256', ''), _negated=True)), _connector='OR'), name='a_ready_export_has_its_file')],
                },
            ), migrations.CreateModel(
                name='FeedbackInvitation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('token_sha256', models.CharField(editable=False, max_length=64, unique=True)),
                    ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member')),
                    ('after', models.CharField(choices=[('visits', 'Visits'), ('assessment', 'Assessment'), ('family-conference', 'Family group conference'), ('conference', 'Child protection conference'), ('worker-change', 'A change of worker'), ('closing', 'The ending of our work')], max_length=20)),
                    ('invited_on', models.DateField()),
                    ('invited_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('expires_on', models.DateField()),
                    ('opened', models.PositiveSmallIntegerField(default=0)),
                    ('answered_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.F('case'), '='), (models.Func(models.F('invited_on'), django.db.models.expressions.CombinedExpression(models.F('invited_on'), '+', models.Value(56, output_field=models.IntegerField())), models.Value('[)'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='a_family_is_asked_once_in_eight_weeks')],
                },
            ), migrations.CreateModel(
                name='Feedback',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('listened', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)])),
                    ('did_as_said', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)])),
                    ('understood', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)])),
                    ('respected', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)])),
                    ('better', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)])),
                    ('words', models.TextField(blank=True, default='')),
                    ('invitation', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='cases.feedbackinvitation')),
                    ('member', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member')),
                    ('after', models.CharField(blank=True, choices=[('visits', 'Visits'), ('assessment', 'Assessment'), ('family-conference', 'Family group conference'), ('conference', 'Child protection conference'), ('worker-change', 'A change of worker'), ('closing', 'The ending of our work')], default='', max_length=20)),
                    ('answered_on', models.DateField()),
                    ('speaks_of_danger', models.BooleanField(default=False)),
                    ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('reply', models.TextField(blank=True, default='')),
                    ('replied_on', models.DateField(blank=True, null=True)),
                    ('replied_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'indexes': [models.Index(fields=['case', '-answered_on'], name='feedback_of_case')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('replied_by', None), ('replied_on', None), ('reply', '')), models.Q(('replied_by__isnull', False), ('replied_on__isnull', False), models.Q(('reply', ''), _negated=True)), _connector='OR'), name='a_reply_to_a_family_says_who_and_when')],
                },
            ), migrations.CreateModel(
                name='Goal',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('is_kept_from_family', models.BooleanField(db_default=False, default=False)),
                    ('kept_from', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None)),
                    ('child', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='goals', to='cases.member')),
                    ('words', models.CharField(max_length=300)),
                    ('set_on', models.DateField()),
                    ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('ended_on', models.DateField(blank=True, null=True)),
                    ('ended_why', models.CharField(blank=True, default='', max_length=300)),
                ],
                options={
                    'indexes': [models.Index(condition=models.Q(('ended_on', None)), fields=['case'], name='goal_of_case')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('ended_on', None), ('ended_why', '')), models.Q(('ended_on__isnull', False), models.Q(('ended_why', ''), _negated=True)), _connector='OR'), name='an_ended_goal_says_why')],
                },
            ), migrations.CreateModel(
                name='GoalTouched',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('visit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='goals', to='cases.visit')),
                    ('goal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='touched', to='cases.goal')),
                    ('moved', models.CharField(blank=True, choices=[('closer', 'Closer'), ('same', 'The same'), ('further', 'Further away')], default='', max_length=8)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('visit', 'goal'), name='a_visit_touches_a_goal_once')],
                },
            ), migrations.CreateModel(
                name='MemberMerge',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('kept', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member')),
                    ('merged', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member')),
                    ('moved', models.JSONField(default=dict)),
                    ('merged_on', models.DateField()),
                    ('merged_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('undone_on', models.DateField(blank=True, null=True)),
                    ('undone_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('kept', models.F('merged')), _negated=True), name='somebody_is_merged_into_another'), models.UniqueConstraint(condition=models.Q(('undone_on', None)), fields=('merged',), name='somebody_is_merged_once'), models.CheckConstraint(condition=models.Q(models.Q(('undone_by', None), ('undone_on', None)), models.Q(('undone_by__isnull', False), ('undone_on__isnull', False)), _connector='OR'), name='an_undone_merge_says_by_whom')],
                },
            ), migrations.CreateModel(
                name='NetworkTie',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('is_kept_from_family', models.BooleanField(db_default=False, default=False)),
                    ('kept_from', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None)),
                    ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='network', to='cases.member')),
                    ('kind', models.CharField(choices=[('school', 'School'), ('nursery', 'Nursery or childminder'), ('gp', 'GP'), ('health-visitor', 'Health visitor or school nurse'), ('hospital', 'Hospital or paediatrician'), ('mental-health', 'Mental health service'), ('dentist', 'Dentist'), ('midwife', 'Midwife'), ('substance', 'Drug or alcohol service'), ('housing', 'Housing'), ('police', 'Police'), ('probation', 'Probation'), ('solicitor', 'Solicitor'), ('faith', 'Faith community'), ('club', 'Club or activity'), ('friend', 'Friend or neighbour'), ('other', 'Somebody else')], max_length=16)),
                    ('organisation', models.CharField(blank=True, default='', max_length=120)),
                    ('contact_name', models.CharField(blank=True, default='', max_length=120)),
                    ('phone', models.CharField(blank=True, default='', max_length=60)),
                    ('remark', models.CharField(blank=True, default='', max_length=200)),
                    ('started_on', models.DateField(blank=True, null=True)),
                    ('ended_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'indexes': [models.Index(condition=models.Q(('ended_on', None)), fields=['case'], name='network_tie_of_case')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('started_on', None), ('ended_on', None), ('ended_on__gte', models.F('started_on')), _connector='OR'), name='a_tie_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(('contact_name', ''), ('organisation', ''), _negated=True), name='a_tie_is_to_somebody_or_something')],
                },
            ), migrations.CreateModel(
                name='PlannedVisit',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('worker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('planned_on', models.DateField()),
                    ('starts', models.TimeField(blank=True, null=True)),
                    ('kind', models.CharField(choices=[('home', 'At home'), ('school', 'At school or nursery'), ('office', 'At our office'), ('out', 'Somewhere else'), ('online', 'By video or phone')], default='home', max_length=10)),
                    ('purpose', models.CharField(blank=True, choices=[('see', 'See the children and how things are'), ('unannounced', 'Unannounced visit'), ('assessment', 'Assessment'), ('direct-work', 'Direct work with a child'), ('plan', 'Talk about the plan'), ('hello', 'First visit of a new worker'), ('goodbye', 'Goodbye visit'), ('urgent', 'Something urgent')], default='', max_length=12)),
                    ('household', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.household')),
                    ('companion', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('remark', models.CharField(blank=True, default='', max_length=200)),
                    ('planned_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('visit', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='plan', to='cases.visit')),
                    ('called_off_on', models.DateField(blank=True, null=True)),
                    ('called_off_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('called_off_why', models.CharField(blank=True, default='', max_length=200)),
                ],
                options={
                    'indexes': [models.Index(condition=models.Q(('called_off_on', None), ('visit', None)), fields=['worker', 'planned_on'], name='planned_visit_of_worker'), models.Index(fields=['case', 'planned_on'], name='planned_visit_of_case')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('called_off_by', None), ('called_off_on', None), ('called_off_why', '')), models.Q(('called_off_on__isnull', False), ('called_off_by__isnull', False), models.Q(('called_off_why', ''), _negated=True)), _connector='OR'), name='a_visit_called_off_says_who_and_why'), models.CheckConstraint(condition=models.Q(('visit', None), ('called_off_on', None), _connector='OR'), name='a_visit_made_was_not_called_off')],
                },
            ), migrations.CreateModel(
                name='Presence',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('visit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='present', to='cases.visit')),
                    ('note', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='present', to='cases.casenote')),
                    ('member', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='presences', to='cases.member')),
                    ('name', models.CharField(blank=True, default='', max_length=120)),
                    ('happened_on', models.DateField()),
                ],
                options={
                    'verbose_name_plural': 'presences',
                    'indexes': [models.Index(fields=['member', '-happened_on'], name='presence_of_member'), models.Index(fields=['case'], name='presence_of_case')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('note__isnull', True), ('visit__isnull', False)), models.Q(('note__isnull', False), ('visit__isnull', True)), _connector='OR'), name='somebody_was_there_in_one_thing'), models.CheckConstraint(condition=models.Q(models.Q(('member__isnull', False), ('name', '')), models.Q(('member', None), models.Q(('name', ''), _negated=True)), _connector='OR'), name='somebody_who_was_there_is_known_or_named'), models.UniqueConstraint(fields=('visit', 'member'), name='somebody_is_once_in_a_visit'), models.UniqueConstraint(fields=('note', 'member'), name='somebody_is_once_in_a_note')],
                },
            ), migrations.CreateModel(
                name='Quote',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('is_kept_from_family', models.BooleanField(db_default=False, default=False)),
                    ('kept_from', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None)),
                    ('struck_on', models.DateField(blank=True, null=True)),
                    ('struck_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('struck_why', models.TextField(blank=True, db_default='', default='')),
                    ('speaker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='quotes', to='cases.member')),
                    ('words', models.TextField()),
                    ('said_on', models.DateField()),
                    ('how', models.CharField(choices=[('said', 'Said'), ('written', 'Written'), ('drawn', 'Drawn'), ('signed', 'Signed'), ('interpreted', 'Said through an interpreter'), ('shown', 'Shown, without words')], default='said', max_length=12)),
                    ('is_view', models.BooleanField(default=False)),
                    ('setting', models.CharField(blank=True, default='', max_length=120)),
                    ('heard_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('visit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='quotes', to='cases.visit')),
                    ('note', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='quotes', to='cases.casenote')),
                    ('action', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='cases.action')),
                    ('headed_on', models.DateField(blank=True, null=True)),
                    ('headed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'indexes': [models.Index(fields=['case', '-said_on', '-id'], name='quote_of_case'), models.Index(fields=['speaker', '-said_on', '-id'], name='quote_of_speaker')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('struck_by', None), ('struck_on', None), ('struck_why', '')), models.Q(('struck_by__isnull', False), ('struck_on__isnull', False), models.Q(('struck_why', ''), _negated=True)), _connector='OR'), name='a_struck_quote_says_who_and_why'), models.UniqueConstraint(condition=models.Q(('headed_on__isnull', False)), fields=('speaker',), name='one_quote_heads_a_childs_page'), models.CheckConstraint(condition=models.Q(models.Q(('headed_by', None), ('headed_on', None)), models.Q(('headed_by__isnull', False), ('headed_on__isnull', False)), _connector='OR'), name='a_quote_in_a_header_was_chosen_by_somebody'), models.CheckConstraint(condition=models.Q(('headed_on', None), models.Q(('is_kept_from_family', False), ('kept_from', []), ('struck_on', None)), _connector='OR'), name='a_quote_in_a_header_may_be_read_by_all')],
                },
            ), migrations.CreateModel(
                name='Release',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('kind', models.CharField(choices=[('agreed', 'What we agreed'), ('before-you-meet', 'Before you meet them'), ('chronology', 'Chronology')], max_length=16)),
                    ('title', models.CharField(max_length=160)),
                    ('visit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='releases', to='cases.visit')),
                    ('recipient', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member')),
                    ('given_to', models.CharField(blank=True, default='', max_length=120)),
                    ('body', models.JSONField(default=dict)),
                    ('how', models.CharField(choices=[('by-hand', 'By hand'), ('printed', 'Printed'), ('copied', 'Copied into a message'), ('posted', 'By post')], max_length=8)),
                    ('given_on', models.DateField()),
                    ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'indexes': [models.Index(fields=['case', '-given_on', '-id'], name='release_of_case')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('recipient__isnull', False), models.Q(('given_to', ''), _negated=True), _connector='OR'), name='a_copy_was_given_to_somebody')],
                },
            ), migrations.CreateModel(
                name='SetAside',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='set_aside', to='cases.chronologyentry')),
                    ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('set_on', models.DateField()),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='SignificantEvent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('is_kept_from_family', models.BooleanField(db_default=False, default=False)),
                    ('kept_from', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None)),
                    ('struck_on', models.DateField(blank=True, null=True)),
                    ('struck_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('struck_why', models.TextField(blank=True, db_default='', default='')),
                    ('happened_on', models.DateField()),
                    ('precision', models.CharField(choices=[('day', 'On that day'), ('month', 'In that month'), ('year', 'In that year'), ('about', 'About then')], default='day', max_length=5)),
                    ('until_on', models.DateField(blank=True, null=True)),
                    ('what', models.CharField(max_length=600)),
                    ('source', models.CharField(blank=True, default='', max_length=200)),
                    ('analysis', models.TextField(blank=True, default='')),
                    ('entry', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='event', to='cases.chronologyentry')),
                    ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('written_on', models.DateField()),
                    ('children', models.ManyToManyField(related_name='+', through='cases.SignificantEventChild', to='cases.member')),
                ],
                options={
                    'indexes': [models.Index(fields=['case', 'happened_on', 'id'], name='significant_event_of_case')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('struck_by', None), ('struck_on', None), ('struck_why', '')), models.Q(('struck_by__isnull', False), ('struck_on__isnull', False), models.Q(('struck_why', ''), _negated=True)), _connector='OR'), name='a_struck_event_says_who_and_why'), models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gte', models.F('happened_on')), _connector='OR'), name='an_event_ends_after_it_begins')],
                },
            ), migrations.CreateModel(
                name='SignificantEventChild',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('event', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='cases.significantevent')),
                    ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member')),
                    ('impact', models.TextField(blank=True, default='')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('event', 'child'), name='an_event_names_a_child_once')],
                },
            ), migrations.CreateModel(
                name='ActionHandoverEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.actionhandover')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('action', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.action')),
                    ('from_keeper', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('to_keeper', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('handed_on', models.DateField()),
                    ('because', models.CharField(max_length=200)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='AliasEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.alias')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('is_kept_from_family', models.BooleanField(db_default=False, default=False)),
                    ('kept_from', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None)),
                    ('member', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('kind', models.CharField(choices=[('known-as', 'Known as'), ('former', 'Former name'), ('spelling', 'Other spelling')], max_length=8)),
                    ('given_name', models.CharField(blank=True, default='', max_length=80)),
                    ('family_name', models.CharField(blank=True, default='', max_length=80)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='BriefPartEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.briefpart')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('is_kept_from_family', models.BooleanField(db_default=False, default=False)),
                    ('kept_from', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None)),
                    ('kind', models.CharField(choices=[('why', 'Why we are involved'), ('working', 'What is working'), ('tonight', 'What keeps the children safe tonight'), ('danger', 'What is dangerous'), ('how', 'How to work with us')], max_length=8)),
                    ('words', models.TextField()),
                    ('told_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('written_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('written_on', models.DateField()),
                    ('ended_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='CaseNoteAccountEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.casenoteaccount')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('note', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', serialize=False, to='cases.casenote')),
                    ('words', models.TextField()),
                    ('meaning', models.TextField(blank=True, default='')),
                    ('learned', models.TextField(blank=True, default='')),
                    ('changed', models.TextField(blank=True, default='')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='CaseNoteChildEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.casenotechild')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('note', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.casenote')),
                    ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='CaseNoteEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.casenote')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('is_kept_from_family', models.BooleanField(db_default=False, default=False)),
                    ('kept_from', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None)),
                    ('struck_on', models.DateField(blank=True, null=True)),
                    ('struck_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('struck_why', models.TextField(blank=True, db_default='', default='')),
                    ('kind', models.CharField(choices=[('call', 'Phone or video call'), ('message', 'Message or letter'), ('conversation', 'Meeting or conversation'), ('note', 'Case note'), ('direct-work', 'Direct work'), ('observation', 'Observation')], max_length=12)),
                    ('writer', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('happened_on', models.DateField()),
                    ('starts', models.TimeField(blank=True, null=True)),
                    ('title', models.CharField(blank=True, default='', max_length=120)),
                    ('tool', models.CharField(blank=True, choices=[('three-houses', 'Three houses'), ('wishes-and-fears', 'Wishes and fears'), ('safety-house', 'Safety house'), ('genogram', 'Genogram drawn by the child'), ('words-and-pictures', 'Words and pictures'), ('life-story', 'Life story'), ('ecomap', 'Ecomap'), ('differences-cards', 'Differences that may matter: cards'), ('scaling', 'Scaling'), ('play', 'Play or drawing'), ('other', 'Something else')], default='', max_length=20)),
                    ('interpreting', models.CharField(blank=True, choices=[('not-needed', 'Not needed'), ('interpreter', 'An interpreter'), ('signing', 'A sign language interpreter'), ('worker', 'The worker speaks the language'), ('adult', 'Another adult of the family'), ('child', 'A child of the family')], default='', max_length=12)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='ConsentEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.consent')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('member', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('purpose', models.CharField(choices=[('artefact', 'Keeping a drawing, photo or recording'), ('help', 'Help by agreement'), ('conference', 'A family group conference'), ('clinical', 'Talking with a clinician'), ('contacting', 'Talking with somebody else about the family'), ('feedback', 'Being asked how we did')], max_length=12)),
                    ('words', models.CharField(blank=True, default='', max_length=300)),
                    ('how', models.CharField(choices=[('spoken', 'Said so'), ('written', 'Wrote so'), ('signed', 'Signed'), ('interpreted', 'Said so through an interpreter')], max_length=12)),
                    ('given_on', models.DateField()),
                    ('until_on', models.DateField(blank=True, null=True)),
                    ('recorded_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('withdrawn_on', models.DateField(blank=True, null=True)),
                    ('withdrawn_words', models.CharField(blank=True, default='', max_length=300)),
                    ('withdrawn_to', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='ContactPointEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.contactpoint')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('is_kept_from_family', models.BooleanField(db_default=False, default=False)),
                    ('kept_from', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None)),
                    ('member', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('kind', models.CharField(choices=[('mobile', 'Mobile'), ('phone', 'Phone'), ('email', 'E-mail'), ('other', 'Another way')], max_length=8)),
                    ('value', models.CharField(max_length=200)),
                    ('is_safe', models.BooleanField(default=None, null=True)),
                    ('remark', models.CharField(blank=True, default='', max_length=200)),
                    ('started_on', models.DateField(blank=True, null=True)),
                    ('ended_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='DisagreementEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.disagreement')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('entry', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.chronologyentry')),
                    ('member', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('said_by', models.CharField(blank=True, default='', max_length=120)),
                    ('words', models.TextField()),
                    ('said_on', models.DateField()),
                    ('recorded_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='DocumentEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.document')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('is_kept_from_family', models.BooleanField(db_default=False, default=False)),
                    ('kept_from', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None)),
                    ('struck_on', models.DateField(blank=True, null=True)),
                    ('struck_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('struck_why', models.TextField(blank=True, db_default='', default='')),
                    ('kind', models.CharField(choices=[('drawing', 'Drawing or something made'), ('photo', 'Photo'), ('letter', 'Letter'), ('report', 'Report'), ('scan', 'Scanned paper'), ('other', 'Something else')], max_length=8)),
                    ('title', models.CharField(max_length=160)),
                    ('sha256', models.CharField(editable=False, max_length=64)),
                    ('content_type', models.CharField(editable=False, max_length=80)),
                    ('size', models.PositiveIntegerField(editable=False)),
                    ('made_on', models.DateField(blank=True, null=True)),
                    ('added_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('added_on', models.DateField()),
                    ('child', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('visit', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.visit')),
                    ('note', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.casenote')),
                    ('consent', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.consent')),
                    ('portrait_of', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='ExportEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.export')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('what', models.CharField(max_length=20)),
                    ('layout', models.CharField(max_length=8)),
                    ('asked', models.JSONField(default=dict)),
                    ('asked_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('asked_at', models.DateTimeField()),
                    ('ready_at', models.DateTimeField(blank=True, null=True)),
                    ('failed_at', models.DateTimeField(blank=True, null=True)),
                    ('sha256', models.CharField(blank=True, default='', max_length=64)),
                    ('size', models.PositiveIntegerField(default=0)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='FeedbackEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.feedback')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('listened', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)])),
                    ('did_as_said', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)])),
                    ('understood', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)])),
                    ('respected', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)])),
                    ('better', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)])),
                    ('words', models.TextField(blank=True, default='')),
                    ('invitation', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.feedbackinvitation')),
                    ('member', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('after', models.CharField(blank=True, choices=[('visits', 'Visits'), ('assessment', 'Assessment'), ('family-conference', 'Family group conference'), ('conference', 'Child protection conference'), ('worker-change', 'A change of worker'), ('closing', 'The ending of our work')], default='', max_length=20)),
                    ('answered_on', models.DateField()),
                    ('speaks_of_danger', models.BooleanField(default=False)),
                    ('written_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('reply', models.TextField(blank=True, default='')),
                    ('replied_on', models.DateField(blank=True, null=True)),
                    ('replied_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='FeedbackInvitationEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.feedbackinvitation')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('member', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('after', models.CharField(choices=[('visits', 'Visits'), ('assessment', 'Assessment'), ('family-conference', 'Family group conference'), ('conference', 'Child protection conference'), ('worker-change', 'A change of worker'), ('closing', 'The ending of our work')], max_length=20)),
                    ('invited_on', models.DateField()),
                    ('invited_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('expires_on', models.DateField()),
                    ('opened', models.PositiveSmallIntegerField(default=0)),
                    ('answered_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='GoalEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.goal')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('is_kept_from_family', models.BooleanField(db_default=False, default=False)),
                    ('kept_from', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None)),
                    ('child', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('words', models.CharField(max_length=300)),
                    ('set_on', models.DateField()),
                    ('set_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('ended_on', models.DateField(blank=True, null=True)),
                    ('ended_why', models.CharField(blank=True, default='', max_length=300)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='GoalTouchedEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.goaltouched')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('visit', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.visit')),
                    ('goal', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.goal')),
                    ('moved', models.CharField(blank=True, choices=[('closer', 'Closer'), ('same', 'The same'), ('further', 'Further away')], default='', max_length=8)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='MemberMergeEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.membermerge')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('kept', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('merged', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('moved', models.JSONField(default=dict)),
                    ('merged_on', models.DateField()),
                    ('merged_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('undone_on', models.DateField(blank=True, null=True)),
                    ('undone_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='NetworkTieEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.networktie')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('is_kept_from_family', models.BooleanField(db_default=False, default=False)),
                    ('kept_from', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None)),
                    ('member', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('kind', models.CharField(choices=[('school', 'School'), ('nursery', 'Nursery or childminder'), ('gp', 'GP'), ('health-visitor', 'Health visitor or school nurse'), ('hospital', 'Hospital or paediatrician'), ('mental-health', 'Mental health service'), ('dentist', 'Dentist'), ('midwife', 'Midwife'), ('substance', 'Drug or alcohol service'), ('housing', 'Housing'), ('police', 'Police'), ('probation', 'Probation'), ('solicitor', 'Solicitor'), ('faith', 'Faith community'), ('club', 'Club or activity'), ('friend', 'Friend or neighbour'), ('other', 'Somebody else')], max_length=16)),
                    ('organisation', models.CharField(blank=True, default='', max_length=120)),
                    ('contact_name', models.CharField(blank=True, default='', max_length=120)),
                    ('phone', models.CharField(blank=True, default='', max_length=60)),
                    ('remark', models.CharField(blank=True, default='', max_length=200)),
                    ('started_on', models.DateField(blank=True, null=True)),
                    ('ended_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='PlannedVisitEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.plannedvisit')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('worker', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('planned_on', models.DateField()),
                    ('starts', models.TimeField(blank=True, null=True)),
                    ('kind', models.CharField(choices=[('home', 'At home'), ('school', 'At school or nursery'), ('office', 'At our office'), ('out', 'Somewhere else'), ('online', 'By video or phone')], default='home', max_length=10)),
                    ('purpose', models.CharField(blank=True, choices=[('see', 'See the children and how things are'), ('unannounced', 'Unannounced visit'), ('assessment', 'Assessment'), ('direct-work', 'Direct work with a child'), ('plan', 'Talk about the plan'), ('hello', 'First visit of a new worker'), ('goodbye', 'Goodbye visit'), ('urgent', 'Something urgent')], default='', max_length=12)),
                    ('household', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.household')),
                    ('companion', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('remark', models.CharField(blank=True, default='', max_length=200)),
                    ('planned_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('visit', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.visit')),
                    ('called_off_on', models.DateField(blank=True, null=True)),
                    ('called_off_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('called_off_why', models.CharField(blank=True, default='', max_length=200)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='PresenceEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.presence')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('visit', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.visit')),
                    ('note', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.casenote')),
                    ('member', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('name', models.CharField(blank=True, default='', max_length=120)),
                    ('happened_on', models.DateField()),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='QuoteEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.quote')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('is_kept_from_family', models.BooleanField(db_default=False, default=False)),
                    ('kept_from', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None)),
                    ('struck_on', models.DateField(blank=True, null=True)),
                    ('struck_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('struck_why', models.TextField(blank=True, db_default='', default='')),
                    ('speaker', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('words', models.TextField()),
                    ('said_on', models.DateField()),
                    ('how', models.CharField(choices=[('said', 'Said'), ('written', 'Written'), ('drawn', 'Drawn'), ('signed', 'Signed'), ('interpreted', 'Said through an interpreter'), ('shown', 'Shown, without words')], default='said', max_length=12)),
                    ('is_view', models.BooleanField(default=False)),
                    ('setting', models.CharField(blank=True, default='', max_length=120)),
                    ('heard_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('visit', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.visit')),
                    ('note', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.casenote')),
                    ('action', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.action')),
                    ('headed_on', models.DateField(blank=True, null=True)),
                    ('headed_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='ReleaseEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.release')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('kind', models.CharField(choices=[('agreed', 'What we agreed'), ('before-you-meet', 'Before you meet them'), ('chronology', 'Chronology')], max_length=16)),
                    ('title', models.CharField(max_length=160)),
                    ('visit', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.visit')),
                    ('recipient', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('given_to', models.CharField(blank=True, default='', max_length=120)),
                    ('body', models.JSONField(default=dict)),
                    ('how', models.CharField(choices=[('by-hand', 'By hand'), ('printed', 'Printed'), ('copied', 'Copied into a message'), ('posted', 'By post')], max_length=8)),
                    ('given_on', models.DateField()),
                    ('given_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='SetAsideEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.setaside')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('entry', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.chronologyentry')),
                    ('set_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('set_on', models.DateField()),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='SignificantEventChildEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.significanteventchild')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('event', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.significantevent')),
                    ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('impact', models.TextField(blank=True, default='')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='SignificantEventEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.significantevent')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('is_kept_from_family', models.BooleanField(db_default=False, default=False)),
                    ('kept_from', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None)),
                    ('struck_on', models.DateField(blank=True, null=True)),
                    ('struck_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('struck_why', models.TextField(blank=True, db_default='', default='')),
                    ('happened_on', models.DateField()),
                    ('precision', models.CharField(choices=[('day', 'On that day'), ('month', 'In that month'), ('year', 'In that year'), ('about', 'About then')], default='day', max_length=5)),
                    ('until_on', models.DateField(blank=True, null=True)),
                    ('what', models.CharField(max_length=600)),
                    ('source', models.CharField(blank=True, default='', max_length=200)),
                    ('analysis', models.TextField(blank=True, default='')),
                    ('entry', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.chronologyentry')),
                    ('written_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('written_on', models.DateField()),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.RemoveConstraint(
                model_name='visitchild',
                name='seen_is_said_in_one_of_five_ways',
            ), migrations.RunSQL(
                sql="\ninsert into cases_quote (case_id, speaker_id, words, said_on, how, is_view, setting, heard_by_id, visit_id)\nselect p.case_id, p.child_id, p.words, v.visited_on, 'said', false, '', v.worker_id, v.id\nfrom cases_visitchild p join cases_visit v on v.id = p.visit_id where p.words <> '' order by v.visited_on, p.id;\nupdate cases_visitchild p set seen = case when exists (\n    select 1 from cases_member m join cases_visit v on v.id = p.visit_id\n    where m.id = p.child_id and m.born_on + interval '2 years' > v.visited_on) then 'observed' else 'asleep' end\nwhere p.seen = 'asleep-or-baby'\n",
                reverse_sql='',
            ), migrations.RemoveField(
                model_name='visitchild',
                name='words',
            ), migrations.RemoveField(
                model_name='visitchildevent',
                name='words',
            ), migrations.AddConstraint(
                model_name='member',
                constraint=models.CheckConstraint(condition=models.Q(('merged_into', None), models.Q(('merged_into', models.F('pk')), _negated=True), _connector='OR'), name='nobody_is_merged_into_themselves'),
            ), migrations.AddConstraint(
                model_name='relationship',
                constraint=models.CheckConstraint(condition=models.Q(('responsible_from_on', None), ('responsible_until_on', None), ('responsible_until_on__gte', models.F('responsible_from_on')), _connector='OR'), name='responsibility_ends_after_it_starts'),
            ), migrations.AddConstraint(
                model_name='visit',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('struck_by', None), ('struck_on', None), ('struck_why', '')), models.Q(('struck_by__isnull', False), ('struck_on__isnull', False), models.Q(('struck_why', ''), _negated=True)), _connector='OR'), name='a_struck_visit_says_who_and_why'),
            ), migrations.AddConstraint(
                model_name='visit',
                constraint=models.CheckConstraint(condition=models.Q(('companion', None), models.Q(('companion', models.F('worker')), _negated=True), _connector='OR'), name='nobody_accompanies_themselves'),
            ), migrations.AddConstraint(
                model_name='visitchild',
                constraint=models.CheckConstraint(condition=models.Q(('seen__in', ['alone', 'with-others', 'asleep', 'observed', 'not-seen', 'unborn'])), name='seen_is_said_in_one_of_six_ways'),
            ), migrations.AddConstraint(
                model_name='visitchild',
                constraint=models.CheckConstraint(condition=models.Q(('chose_company', False), ('seen', 'with-others'), _connector='OR'), name='who_chose_company_was_seen_with_others'),
            ), pgtrigger.migrations.AddTrigger(
                model_name='action',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_actionevent" ("agreed_by_id", "agreed_in", "agreed_on", "case_id", "closed_by_id", "closed_on", "created_at", "due_on", "first_sentence", "id", "is_done", "is_kept_from_family", "keeper_id", "kept_from", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised_to", "version", "visit_id", "what", "why") VALUES (NEW."agreed_by_id", NEW."agreed_in", NEW."agreed_on", NEW."case_id", NEW."closed_by_id", NEW."closed_on", NEW."created_at", NEW."due_on", NEW."first_sentence", NEW."id", NEW."is_done", NEW."is_kept_from_family", NEW."keeper_id", NEW."kept_from", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."promised_to", NEW."version", NEW."visit_id", NEW."what", NEW."why"); RETURN NULL;', hash='d944f503623361ef47b3f798eab15ce9c6698288', operation='INSERT', pgid='pgtrigger_insert_insert_83b95', table='cases_action', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='action',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_actionevent" ("agreed_by_id", "agreed_in", "agreed_on", "case_id", "closed_by_id", "closed_on", "created_at", "due_on", "first_sentence", "id", "is_done", "is_kept_from_family", "keeper_id", "kept_from", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised_to", "version", "visit_id", "what", "why") VALUES (NEW."agreed_by_id", NEW."agreed_in", NEW."agreed_on", NEW."case_id", NEW."closed_by_id", NEW."closed_on", NEW."created_at", NEW."due_on", NEW."first_sentence", NEW."id", NEW."is_done", NEW."is_kept_from_family", NEW."keeper_id", NEW."kept_from", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."promised_to", NEW."version", NEW."visit_id", NEW."what", NEW."why"); RETURN NULL;', hash='7e59ca40d9a396aeda57e3fe9b3198f262bb7471', operation='UPDATE', pgid='pgtrigger_update_update_3816b', table='cases_action', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='chronologyentry',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_chronologyentryevent" ("case_id", "created_at", "happened_on", "id", "is_kept_from_family", "kept_from", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "struck_on", "subject_id", "summary", "version", "written_by_id") VALUES (NEW."case_id", NEW."created_at", NEW."happened_on", NEW."id", NEW."is_kept_from_family", NEW."kept_from", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."struck_on", NEW."subject_id", NEW."summary", NEW."version", NEW."written_by_id"); RETURN NULL;', hash='aa3abe6452061043f0f09cdc6a8b5e7946c129a2', operation='INSERT', pgid='pgtrigger_insert_insert_c255f', table='cases_chronologyentry', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='chronologyentry',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_chronologyentryevent" ("case_id", "created_at", "happened_on", "id", "is_kept_from_family", "kept_from", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "struck_on", "subject_id", "summary", "version", "written_by_id") VALUES (NEW."case_id", NEW."created_at", NEW."happened_on", NEW."id", NEW."is_kept_from_family", NEW."kept_from", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."struck_on", NEW."subject_id", NEW."summary", NEW."version", NEW."written_by_id"); RETURN NULL;', hash='f84a460b6d70775588cc0207028737174210555b', operation='UPDATE', pgid='pgtrigger_update_update_5fa09', table='cases_chronologyentry', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='member',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_memberevent" ("born_on", "case_id", "communication", "created_at", "died_on", "ethnicity", "expected_on", "family_name", "given_name", "id", "interpreter", "kind", "la_child_id", "language", "merged_into_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sex", "upn", "upn_unknown", "version") VALUES (NEW."born_on", NEW."case_id", NEW."communication", NEW."created_at", NEW."died_on", NEW."ethnicity", NEW."expected_on", NEW."family_name", NEW."given_name", NEW."id", NEW."interpreter", NEW."kind", NEW."la_child_id", NEW."language", NEW."merged_into_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."sex", NEW."upn", NEW."upn_unknown", NEW."version"); RETURN NULL;', hash='4b4bfab1483d4d7a8e55c8f4245aad931ee760fd', operation='INSERT', pgid='pgtrigger_insert_insert_9e3e0', table='cases_member', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='member',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_memberevent" ("born_on", "case_id", "communication", "created_at", "died_on", "ethnicity", "expected_on", "family_name", "given_name", "id", "interpreter", "kind", "la_child_id", "language", "merged_into_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sex", "upn", "upn_unknown", "version") VALUES (NEW."born_on", NEW."case_id", NEW."communication", NEW."created_at", NEW."died_on", NEW."ethnicity", NEW."expected_on", NEW."family_name", NEW."given_name", NEW."id", NEW."interpreter", NEW."kind", NEW."la_child_id", NEW."language", NEW."merged_into_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."sex", NEW."upn", NEW."upn_unknown", NEW."version"); RETURN NULL;', hash='09d5a9934924664bc6f7c92dcb2156a959423c11', operation='UPDATE', pgid='pgtrigger_update_update_a04ec', table='cases_member', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='relationship',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_relationshipevent" ("case_id", "created_at", "ended_on", "id", "is_kept_from_family", "kept_from", "kind", "one_id", "other_id", "parental_responsibility", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "responsibility_basis", "responsible_from_on", "responsible_until_on", "started_on", "version") VALUES (NEW."case_id", NEW."created_at", NEW."ended_on", NEW."id", NEW."is_kept_from_family", NEW."kept_from", NEW."kind", NEW."one_id", NEW."other_id", NEW."parental_responsibility", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."responsibility_basis", NEW."responsible_from_on", NEW."responsible_until_on", NEW."started_on", NEW."version"); RETURN NULL;', hash='80d0f52e105f67bbc167539dd57a1e3bcb5ce8e9', operation='INSERT', pgid='pgtrigger_insert_insert_4d4e6', table='cases_relationship', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='relationship',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_relationshipevent" ("case_id", "created_at", "ended_on", "id", "is_kept_from_family", "kept_from", "kind", "one_id", "other_id", "parental_responsibility", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "responsibility_basis", "responsible_from_on", "responsible_until_on", "started_on", "version") VALUES (NEW."case_id", NEW."created_at", NEW."ended_on", NEW."id", NEW."is_kept_from_family", NEW."kept_from", NEW."kind", NEW."one_id", NEW."other_id", NEW."parental_responsibility", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."responsibility_basis", NEW."responsible_from_on", NEW."responsible_until_on", NEW."started_on", NEW."version"); RETURN NULL;', hash='c0365737da89aefcc1d0c38ac4dfdd866e84ea08', operation='UPDATE', pgid='pgtrigger_update_update_f957b', table='cases_relationship', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='visit',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_visitevent" ("case_id", "companion_id", "created_at", "ended_at", "id", "interpreting", "is_kept_from_family", "kept_from", "kind", "missed_why", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "struck_by_id", "struck_on", "struck_why", "version", "visited_on", "worker_id") VALUES (NEW."case_id", NEW."companion_id", NEW."created_at", NEW."ended_at", NEW."id", NEW."interpreting", NEW."is_kept_from_family", NEW."kept_from", NEW."kind", NEW."missed_why", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."purpose", NEW."struck_by_id", NEW."struck_on", NEW."struck_why", NEW."version", NEW."visited_on", NEW."worker_id"); RETURN NULL;', hash='63c36864b7836153a15a37a3b6286144e6bf272e', operation='INSERT', pgid='pgtrigger_insert_insert_11497', table='cases_visit', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='visit',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_visitevent" ("case_id", "companion_id", "created_at", "ended_at", "id", "interpreting", "is_kept_from_family", "kept_from", "kind", "missed_why", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "struck_by_id", "struck_on", "struck_why", "version", "visited_on", "worker_id") VALUES (NEW."case_id", NEW."companion_id", NEW."created_at", NEW."ended_at", NEW."id", NEW."interpreting", NEW."is_kept_from_family", NEW."kept_from", NEW."kind", NEW."missed_why", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."purpose", NEW."struck_by_id", NEW."struck_on", NEW."struck_why", NEW."version", NEW."visited_on", NEW."worker_id"); RETURN NULL;', hash='0cdd274bd8420ba83525a74f56d7d305de8aa76c', operation='UPDATE', pgid='pgtrigger_update_update_a3c6e', table='cases_visit', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='visitaccount',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_visitaccountevent" ("case_id", "created_at", "meaning", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "visit_id", "words", "written_at") VALUES (NEW."case_id", NEW."created_at", NEW."meaning", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."visit_id", NEW."version", NEW."visit_id", NEW."words", NEW."written_at"); RETURN NULL;', hash='a537ee6212c615823d8861cf476fca84d72bcbf4', operation='INSERT', pgid='pgtrigger_insert_insert_a961d', table='cases_visitaccount', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='visitaccount',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_visitaccountevent" ("case_id", "created_at", "meaning", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "visit_id", "words", "written_at") VALUES (NEW."case_id", NEW."created_at", NEW."meaning", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."visit_id", NEW."version", NEW."visit_id", NEW."words", NEW."written_at"); RETURN NULL;', hash='f0ecc104adf996fa70336627566d4b66d86c1714', operation='UPDATE', pgid='pgtrigger_update_update_b9650', table='cases_visitaccount', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='visitchild',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_visitchildevent" ("case_id", "child_id", "chose_company", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saw_bedroom", "seen", "version", "visit_id", "why_not") VALUES (NEW."case_id", NEW."child_id", NEW."chose_company", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."saw_bedroom", NEW."seen", NEW."version", NEW."visit_id", NEW."why_not"); RETURN NULL;', hash='70bbb9c75fd4f02f71a746b5ebd1492e9eb3f0c5', operation='INSERT', pgid='pgtrigger_insert_insert_24f21', table='cases_visitchild', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='visitchild',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_visitchildevent" ("case_id", "child_id", "chose_company", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saw_bedroom", "seen", "version", "visit_id", "why_not") VALUES (NEW."case_id", NEW."child_id", NEW."chose_company", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."saw_bedroom", NEW."seen", NEW."version", NEW."visit_id", NEW."why_not"); RETURN NULL;', hash='e0794741c08bae9df366a2905c38b1f289975389', operation='UPDATE', pgid='pgtrigger_update_update_7a8ae', table='cases_visitchild', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='actionhandover',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_actionhandoverevent" ("action_id", "because", "case_id", "created_at", "from_keeper_id", "handed_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_keeper_id", "version") VALUES (NEW."action_id", NEW."because", NEW."case_id", NEW."created_at", NEW."from_keeper_id", NEW."handed_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."to_keeper_id", NEW."version"); RETURN NULL;', hash='16cd78b9699f65a23dde79e9b7d777c4faeaed9c', operation='INSERT', pgid='pgtrigger_insert_insert_fa3a2', table='cases_actionhandover', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='actionhandover',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_actionhandoverevent" ("action_id", "because", "case_id", "created_at", "from_keeper_id", "handed_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_keeper_id", "version") VALUES (NEW."action_id", NEW."because", NEW."case_id", NEW."created_at", NEW."from_keeper_id", NEW."handed_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."to_keeper_id", NEW."version"); RETURN NULL;', hash='02d0dff566f9952ecd9b26c165be353f8ebb6b80', operation='UPDATE', pgid='pgtrigger_update_update_3f3ed', table='cases_actionhandover', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='actionhandoverevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='75b675d07034e3b57fe84111485bc0958179d3d2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0a457', table='cases_actionhandoverevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='alias',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_aliasevent" ("case_id", "created_at", "family_name", "given_name", "id", "is_kept_from_family", "kept_from", "kind", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."case_id", NEW."created_at", NEW."family_name", NEW."given_name", NEW."id", NEW."is_kept_from_family", NEW."kept_from", NEW."kind", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version"); RETURN NULL;', hash='1e14e6af5ece1789be4d4beedc0c758c3c8050d3', operation='INSERT', pgid='pgtrigger_insert_insert_cba3d', table='cases_alias', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='alias',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_aliasevent" ("case_id", "created_at", "family_name", "given_name", "id", "is_kept_from_family", "kept_from", "kind", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."case_id", NEW."created_at", NEW."family_name", NEW."given_name", NEW."id", NEW."is_kept_from_family", NEW."kept_from", NEW."kind", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version"); RETURN NULL;', hash='2145517600ea99b5f61b86a7fad243d9310eb90e', operation='UPDATE', pgid='pgtrigger_update_update_60ceb', table='cases_alias', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='aliasevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b0d2861f8d541bfeb0d3c7e61ac3fb8692ac11b6', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2b182', table='cases_aliasevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='briefpart',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_briefpartevent" ("case_id", "created_at", "ended_on", "id", "is_kept_from_family", "kept_from", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "told_by_id", "version", "words", "written_by_id", "written_on") VALUES (NEW."case_id", NEW."created_at", NEW."ended_on", NEW."id", NEW."is_kept_from_family", NEW."kept_from", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."told_by_id", NEW."version", NEW."words", NEW."written_by_id", NEW."written_on"); RETURN NULL;', hash='64e34ea5511c73ee07322941dc51b8e21b23dfe8', operation='INSERT', pgid='pgtrigger_insert_insert_78222', table='cases_briefpart', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='briefpart',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_briefpartevent" ("case_id", "created_at", "ended_on", "id", "is_kept_from_family", "kept_from", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "told_by_id", "version", "words", "written_by_id", "written_on") VALUES (NEW."case_id", NEW."created_at", NEW."ended_on", NEW."id", NEW."is_kept_from_family", NEW."kept_from", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."told_by_id", NEW."version", NEW."words", NEW."written_by_id", NEW."written_on"); RETURN NULL;', hash='843989e773129fba9356e2b4d3521cb2e51bc19c', operation='UPDATE', pgid='pgtrigger_update_update_0d129', table='cases_briefpart', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='briefpartevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b62901dbfd5c1493238be04d6fccbba4e6a3a5a4', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9e2ba', table='cases_briefpartevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='casenotechild',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_casenotechildevent" ("case_id", "child_id", "created_at", "id", "note_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."case_id", NEW."child_id", NEW."created_at", NEW."id", NEW."note_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version"); RETURN NULL;', hash='0f6c420ba12cba31ab272eb452628a7e0efe8ed5', operation='INSERT', pgid='pgtrigger_insert_insert_59702', table='cases_casenotechild', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='casenotechild',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_casenotechildevent" ("case_id", "child_id", "created_at", "id", "note_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."case_id", NEW."child_id", NEW."created_at", NEW."id", NEW."note_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version"); RETURN NULL;', hash='2d0813c63126277b932cad24264986c318b80d05', operation='UPDATE', pgid='pgtrigger_update_update_18847', table='cases_casenotechild', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='casenote',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_casenoteevent" ("case_id", "created_at", "happened_on", "id", "interpreting", "is_kept_from_family", "kept_from", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts", "struck_by_id", "struck_on", "struck_why", "title", "tool", "version", "writer_id") VALUES (NEW."case_id", NEW."created_at", NEW."happened_on", NEW."id", NEW."interpreting", NEW."is_kept_from_family", NEW."kept_from", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."starts", NEW."struck_by_id", NEW."struck_on", NEW."struck_why", NEW."title", NEW."tool", NEW."version", NEW."writer_id"); RETURN NULL;', hash='c502467e8c50be4205efd756cf0bf79068c4acc2', operation='INSERT', pgid='pgtrigger_insert_insert_0c4c5', table='cases_casenote', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='casenote',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_casenoteevent" ("case_id", "created_at", "happened_on", "id", "interpreting", "is_kept_from_family", "kept_from", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts", "struck_by_id", "struck_on", "struck_why", "title", "tool", "version", "writer_id") VALUES (NEW."case_id", NEW."created_at", NEW."happened_on", NEW."id", NEW."interpreting", NEW."is_kept_from_family", NEW."kept_from", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."starts", NEW."struck_by_id", NEW."struck_on", NEW."struck_why", NEW."title", NEW."tool", NEW."version", NEW."writer_id"); RETURN NULL;', hash='bf153c9fc6edb99ca0c7c1c28f5a2eceecae780e', operation='UPDATE', pgid='pgtrigger_update_update_f902d', table='cases_casenote', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='casenotechildevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4e020cd3f43182385c70e30da2f1d515f7c6ca71', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_58288', table='cases_casenotechildevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='casenoteevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='293ea905a85a7066790ee82a154e4859661b8964', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_549dd', table='cases_casenoteevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='consent',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_consentevent" ("case_id", "created_at", "given_on", "how", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recorded_by_id", "until_on", "version", "withdrawn_on", "withdrawn_to_id", "withdrawn_words", "words") VALUES (NEW."case_id", NEW."created_at", NEW."given_on", NEW."how", NEW."id", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."purpose", NEW."recorded_by_id", NEW."until_on", NEW."version", NEW."withdrawn_on", NEW."withdrawn_to_id", NEW."withdrawn_words", NEW."words"); RETURN NULL;', hash='4217e9cd4c970f4d2fc770ad4617fd0c76fc57d8', operation='INSERT', pgid='pgtrigger_insert_insert_d4098', table='cases_consent', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='consent',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_consentevent" ("case_id", "created_at", "given_on", "how", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recorded_by_id", "until_on", "version", "withdrawn_on", "withdrawn_to_id", "withdrawn_words", "words") VALUES (NEW."case_id", NEW."created_at", NEW."given_on", NEW."how", NEW."id", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."purpose", NEW."recorded_by_id", NEW."until_on", NEW."version", NEW."withdrawn_on", NEW."withdrawn_to_id", NEW."withdrawn_words", NEW."words"); RETURN NULL;', hash='80be13e52e58ce11e377b11c6013475dfd7613ac', operation='UPDATE', pgid='pgtrigger_update_update_8a7aa', table='cases_consent', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='consentevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='65a83e5b5c145b1db37749ad974f52d0d72a5916', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_06899', table='cases_consentevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='contactpoint',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_contactpointevent" ("case_id", "created_at", "ended_on", "id", "is_kept_from_family", "is_safe", "kept_from", "kind", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark", "started_on", "value", "version") VALUES (NEW."case_id", NEW."created_at", NEW."ended_on", NEW."id", NEW."is_kept_from_family", NEW."is_safe", NEW."kept_from", NEW."kind", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."remark", NEW."started_on", NEW."value", NEW."version"); RETURN NULL;', hash='0e902cf7ff4fccfb8244651956f27233475183b3', operation='INSERT', pgid='pgtrigger_insert_insert_348c3', table='cases_contactpoint', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='contactpoint',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_contactpointevent" ("case_id", "created_at", "ended_on", "id", "is_kept_from_family", "is_safe", "kept_from", "kind", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remark", "started_on", "value", "version") VALUES (NEW."case_id", NEW."created_at", NEW."ended_on", NEW."id", NEW."is_kept_from_family", NEW."is_safe", NEW."kept_from", NEW."kind", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."remark", NEW."started_on", NEW."value", NEW."version"); RETURN NULL;', hash='259bf4b83596471a10456cb7e00372e106b24bf0', operation='UPDATE', pgid='pgtrigger_update_update_8b428', table='cases_contactpoint', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='contactpointevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9758a6bcc20315ea26f449a7829ef0ed055f1f94', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b82a7', table='cases_contactpointevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='disagreement',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_disagreementevent" ("case_id", "created_at", "entry_id", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "said_by", "said_on", "version", "words") VALUES (NEW."case_id", NEW."created_at", NEW."entry_id", NEW."id", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."recorded_by_id", NEW."said_by", NEW."said_on", NEW."version", NEW."words"); RETURN NULL;', hash='1eb551a46b7f2ced4f9570665e36f88456ad1566', operation='INSERT', pgid='pgtrigger_insert_insert_f5e49', table='cases_disagreement', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='disagreement',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_disagreementevent" ("case_id", "created_at", "entry_id", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "said_by", "said_on", "version", "words") VALUES (NEW."case_id", NEW."created_at", NEW."entry_id", NEW."id", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."recorded_by_id", NEW."said_by", NEW."said_on", NEW."version", NEW."words"); RETURN NULL;', hash='008d995eee390d3daacb5b8201e1191dcb9e6fa3', operation='UPDATE', pgid='pgtrigger_update_update_f560a', table='cases_disagreement', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='disagreementevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='11ddba332c90a25588af0d9f926d6066a9f21668', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_811e5', table='cases_disagreementevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='document',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_documentevent" ("added_by_id", "added_on", "case_id", "child_id", "consent_id", "content_type", "created_at", "id", "is_kept_from_family", "kept_from", "kind", "made_on", "note_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "portrait_of_id", "sha256", "size", "struck_by_id", "struck_on", "struck_why", "title", "version", "visit_id") VALUES (NEW."added_by_id", NEW."added_on", NEW."case_id", NEW."child_id", NEW."consent_id", NEW."content_type", NEW."created_at", NEW."id", NEW."is_kept_from_family", NEW."kept_from", NEW."kind", NEW."made_on", NEW."note_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."portrait_of_id", NEW."sha256", NEW."size", NEW."struck_by_id", NEW."struck_on", NEW."struck_why", NEW."title", NEW."version", NEW."visit_id"); RETURN NULL;', hash='37c42fb6760ca2fe9ec3cb26dc2db9c38f5f8803', operation='INSERT', pgid='pgtrigger_insert_insert_96a33', table='cases_document', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='document',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_documentevent" ("added_by_id", "added_on", "case_id", "child_id", "consent_id", "content_type", "created_at", "id", "is_kept_from_family", "kept_from", "kind", "made_on", "note_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "portrait_of_id", "sha256", "size", "struck_by_id", "struck_on", "struck_why", "title", "version", "visit_id") VALUES (NEW."added_by_id", NEW."added_on", NEW."case_id", NEW."child_id", NEW."consent_id", NEW."content_type", NEW."created_at", NEW."id", NEW."is_kept_from_family", NEW."kept_from", NEW."kind", NEW."made_on", NEW."note_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."portrait_of_id", NEW."sha256", NEW."size", NEW."struck_by_id", NEW."struck_on", NEW."struck_why", NEW."title", NEW."version", NEW."visit_id"); RETURN NULL;', hash='7623724645bf3cf03bfa5e03572cd559dcaf84b2', operation='UPDATE', pgid='pgtrigger_update_update_5bc40', table='cases_document', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='documentevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1073a84d05fc489ffa67dc45de50ff69711df0d5', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_88b73', table='cases_documentevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='export',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_exportevent" ("asked", "asked_at", "asked_by_id", "case_id", "created_at", "failed_at", "id", "layout", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ready_at", "sha256", "size", "version", "what") VALUES (NEW."asked", NEW."asked_at", NEW."asked_by_id", NEW."case_id", NEW."created_at", NEW."failed_at", NEW."id", NEW."layout", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."ready_at", NEW."sha256", NEW."size", NEW."version", NEW."what"); RETURN NULL;', hash='5a0e011eb5255dfae7f070713968a5432d75cb3f', operation='INSERT', pgid='pgtrigger_insert_insert_a1629', table='cases_export', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='export',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_exportevent" ("asked", "asked_at", "asked_by_id", "case_id", "created_at", "failed_at", "id", "layout", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ready_at", "sha256", "size", "version", "what") VALUES (NEW."asked", NEW."asked_at", NEW."asked_by_id", NEW."case_id", NEW."created_at", NEW."failed_at", NEW."id", NEW."layout", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."ready_at", NEW."sha256", NEW."size", NEW."version", NEW."what"); RETURN NULL;', hash='f3a1e53925746b884f22e0f5fbf1f1b539992b2d', operation='UPDATE', pgid='pgtrigger_update_update_498e3', table='cases_export', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='exportevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1d7b977038e51ae7d5efbb64e763e62f624a86f5', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_36fa3', table='cases_exportevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='feedbackinvitation',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_feedbackinvitationevent" ("after", "answered_on", "case_id", "created_at", "expires_on", "id", "invited_by_id", "invited_on", "member_id", "opened", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."after", NEW."answered_on", NEW."case_id", NEW."created_at", NEW."expires_on", NEW."id", NEW."invited_by_id", NEW."invited_on", NEW."member_id", NEW."opened", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version"); RETURN NULL;', hash='06b1ff73ac994bcb7162e887a696693328c9e181', operation='INSERT', pgid='pgtrigger_insert_insert_d9fcb', table='cases_feedbackinvitation', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='feedbackinvitation',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."after" IS DISTINCT FROM (NEW."after") OR OLD."answered_on" IS DISTINCT FROM (NEW."answered_on") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."expires_on" IS DISTINCT FROM (NEW."expires_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."invited_by_id" IS DISTINCT FROM (NEW."invited_by_id") OR OLD."invited_on" IS DISTINCT FROM (NEW."invited_on") OR OLD."member_id" IS DISTINCT FROM (NEW."member_id") OR OLD."opened" IS DISTINCT FROM (NEW."opened") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func='INSERT INTO "cases_feedbackinvitationevent" ("after", "answered_on", "case_id", "created_at", "expires_on", "id", "invited_by_id", "invited_on", "member_id", "opened", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."after", NEW."answered_on", NEW."case_id", NEW."created_at", NEW."expires_on", NEW."id", NEW."invited_by_id", NEW."invited_on", NEW."member_id", NEW."opened", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version"); RETURN NULL;', hash='7b27d7bf149c23d59278cc94259c00a6c944e3cb', operation='UPDATE', pgid='pgtrigger_update_update_ac15a', table='cases_feedbackinvitation', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='feedbackevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9a1695a0fa170052789aa4f31cce10460809a530', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c0dac', table='cases_feedbackevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='feedback',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_feedbackevent" ("after", "answered_on", "better", "case_id", "created_at", "did_as_said", "id", "invitation_id", "listened", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replied_by_id", "replied_on", "reply", "respected", "speaks_of_danger", "understood", "version", "words", "written_by_id") VALUES (NEW."after", NEW."answered_on", NEW."better", NEW."case_id", NEW."created_at", NEW."did_as_said", NEW."id", NEW."invitation_id", NEW."listened", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."replied_by_id", NEW."replied_on", NEW."reply", NEW."respected", NEW."speaks_of_danger", NEW."understood", NEW."version", NEW."words", NEW."written_by_id"); RETURN NULL;', hash='8769f349e6c42603f3ffff2c8933a8930c65889c', operation='INSERT', pgid='pgtrigger_insert_insert_bb16c', table='cases_feedback', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='feedback',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_feedbackevent" ("after", "answered_on", "better", "case_id", "created_at", "did_as_said", "id", "invitation_id", "listened", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replied_by_id", "replied_on", "reply", "respected", "speaks_of_danger", "understood", "version", "words", "written_by_id") VALUES (NEW."after", NEW."answered_on", NEW."better", NEW."case_id", NEW."created_at", NEW."did_as_said", NEW."id", NEW."invitation_id", NEW."listened", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."replied_by_id", NEW."replied_on", NEW."reply", NEW."respected", NEW."speaks_of_danger", NEW."understood", NEW."version", NEW."words", NEW."written_by_id"); RETURN NULL;', hash='4253ef81bed1c9b2b98cc314765449145b947629', operation='UPDATE', pgid='pgtrigger_update_update_2b2e9', table='cases_feedback', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='feedbackinvitationevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ebf9c8c87b1ca13786a639eb0605313dd98118d2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_bad5c', table='cases_feedbackinvitationevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='goal',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_goalevent" ("case_id", "child_id", "created_at", "ended_on", "ended_why", "id", "is_kept_from_family", "kept_from", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "set_by_id", "set_on", "version", "words") VALUES (NEW."case_id", NEW."child_id", NEW."created_at", NEW."ended_on", NEW."ended_why", NEW."id", NEW."is_kept_from_family", NEW."kept_from", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."set_by_id", NEW."set_on", NEW."version", NEW."words"); RETURN NULL;', hash='1ddccf3d679737aa3b5751c5c3a4d313c2dfb923', operation='INSERT', pgid='pgtrigger_insert_insert_0935e', table='cases_goal', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='goal',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_goalevent" ("case_id", "child_id", "created_at", "ended_on", "ended_why", "id", "is_kept_from_family", "kept_from", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "set_by_id", "set_on", "version", "words") VALUES (NEW."case_id", NEW."child_id", NEW."created_at", NEW."ended_on", NEW."ended_why", NEW."id", NEW."is_kept_from_family", NEW."kept_from", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."set_by_id", NEW."set_on", NEW."version", NEW."words"); RETURN NULL;', hash='7067e0d151812220ec6166cbfdb3ebd013a0552e', operation='UPDATE', pgid='pgtrigger_update_update_ef2a9', table='cases_goal', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='goalevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='cd9add2963bc0404013141dbf793d75f3d1b7dcc', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f9d0a', table='cases_goalevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='goaltouched',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_goaltouchedevent" ("case_id", "created_at", "goal_id", "id", "moved", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "visit_id") VALUES (NEW."case_id", NEW."created_at", NEW."goal_id", NEW."id", NEW."moved", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version", NEW."visit_id"); RETURN NULL;', hash='75e01e03468d150e230fe36872ffff0eb843665e', operation='INSERT', pgid='pgtrigger_insert_insert_fcddc', table='cases_goaltouched', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='goaltouched',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_goaltouchedevent" ("case_id", "created_at", "goal_id", "id", "moved", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "visit_id") VALUES (NEW."case_id", NEW."created_at", NEW."goal_id", NEW."id", NEW."moved", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version", NEW."visit_id"); RETURN NULL;', hash='dd025427ec5ee3cf118b78adae95658116057259', operation='UPDATE', pgid='pgtrigger_update_update_13034', table='cases_goaltouched', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='goaltouchedevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9f71d5ce5bc844c166ed92aaac6f5e5892201d2f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7e93f', table='cases_goaltouchedevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='membermerge',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_membermergeevent" ("case_id", "created_at", "id", "kept_id", "merged_by_id", "merged_id", "merged_on", "moved", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "undone_by_id", "undone_on", "version") VALUES (NEW."case_id", NEW."created_at", NEW."id", NEW."kept_id", NEW."merged_by_id", NEW."merged_id", NEW."merged_on", NEW."moved", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."undone_by_id", NEW."undone_on", NEW."version"); RETURN NULL;', hash='9f972eb4ecfa1f50b293388c76d1bceae044988d', operation='INSERT', pgid='pgtrigger_insert_insert_9703c', table='cases_membermerge', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='membermerge',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_membermergeevent" ("case_id", "created_at", "id", "kept_id", "merged_by_id", "merged_id", "merged_on", "moved", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "undone_by_id", "undone_on", "version") VALUES (NEW."case_id", NEW."created_at", NEW."id", NEW."kept_id", NEW."merged_by_id", NEW."merged_id", NEW."merged_on", NEW."moved", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."undone_by_id", NEW."undone_on", NEW."version"); RETURN NULL;', hash='3f18cc75913d6f668d23864578348ab451e3120e', operation='UPDATE', pgid='pgtrigger_update_update_1aeb1', table='cases_membermerge', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='membermergeevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='df4af4c02da531faf4714549cb2346d92f8dfc7d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9c5c3', table='cases_membermergeevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='networktie',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_networktieevent" ("case_id", "contact_name", "created_at", "ended_on", "id", "is_kept_from_family", "kept_from", "kind", "member_id", "organisation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "remark", "started_on", "version") VALUES (NEW."case_id", NEW."contact_name", NEW."created_at", NEW."ended_on", NEW."id", NEW."is_kept_from_family", NEW."kept_from", NEW."kind", NEW."member_id", NEW."organisation", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."phone", NEW."remark", NEW."started_on", NEW."version"); RETURN NULL;', hash='cfea9bdb98f959f58b7bae79c8d5c3fc6d87d89f', operation='INSERT', pgid='pgtrigger_insert_insert_e01fc', table='cases_networktie', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='networktie',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_networktieevent" ("case_id", "contact_name", "created_at", "ended_on", "id", "is_kept_from_family", "kept_from", "kind", "member_id", "organisation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "remark", "started_on", "version") VALUES (NEW."case_id", NEW."contact_name", NEW."created_at", NEW."ended_on", NEW."id", NEW."is_kept_from_family", NEW."kept_from", NEW."kind", NEW."member_id", NEW."organisation", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."phone", NEW."remark", NEW."started_on", NEW."version"); RETURN NULL;', hash='0eaba1c4b19f27ab4c5185416ba02711734f4d42', operation='UPDATE', pgid='pgtrigger_update_update_14119', table='cases_networktie', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='networktieevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c433bf36d207dbf4fd05db3746e6d5f0af32340a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_91e0d', table='cases_networktieevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='plannedvisit',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_plannedvisitevent" ("called_off_by_id", "called_off_on", "called_off_why", "case_id", "companion_id", "created_at", "household_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_by_id", "planned_on", "purpose", "remark", "starts", "version", "visit_id", "worker_id") VALUES (NEW."called_off_by_id", NEW."called_off_on", NEW."called_off_why", NEW."case_id", NEW."companion_id", NEW."created_at", NEW."household_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."planned_by_id", NEW."planned_on", NEW."purpose", NEW."remark", NEW."starts", NEW."version", NEW."visit_id", NEW."worker_id"); RETURN NULL;', hash='921971e19dcabbd7d5acae61bf9082883edfdd55', operation='INSERT', pgid='pgtrigger_insert_insert_1dbd6', table='cases_plannedvisit', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='plannedvisit',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_plannedvisitevent" ("called_off_by_id", "called_off_on", "called_off_why", "case_id", "companion_id", "created_at", "household_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_by_id", "planned_on", "purpose", "remark", "starts", "version", "visit_id", "worker_id") VALUES (NEW."called_off_by_id", NEW."called_off_on", NEW."called_off_why", NEW."case_id", NEW."companion_id", NEW."created_at", NEW."household_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."planned_by_id", NEW."planned_on", NEW."purpose", NEW."remark", NEW."starts", NEW."version", NEW."visit_id", NEW."worker_id"); RETURN NULL;', hash='2a85bf14a148301ec96975e04ebb76d8b37fcb1a', operation='UPDATE', pgid='pgtrigger_update_update_8da4d', table='cases_plannedvisit', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='plannedvisitevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='58450049ff00aeff953513932ec8a06a20314e00', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_02673', table='cases_plannedvisitevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='presence',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_presenceevent" ("case_id", "created_at", "happened_on", "id", "member_id", "name", "note_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "visit_id") VALUES (NEW."case_id", NEW."created_at", NEW."happened_on", NEW."id", NEW."member_id", NEW."name", NEW."note_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version", NEW."visit_id"); RETURN NULL;', hash='b8b00c95b40b2e717bffb664e311c3bcc873a991', operation='INSERT', pgid='pgtrigger_insert_insert_cb373', table='cases_presence', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='presence',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_presenceevent" ("case_id", "created_at", "happened_on", "id", "member_id", "name", "note_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "visit_id") VALUES (NEW."case_id", NEW."created_at", NEW."happened_on", NEW."id", NEW."member_id", NEW."name", NEW."note_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version", NEW."visit_id"); RETURN NULL;', hash='bec970128a280e185560b91b774a713aee0a9d4f', operation='UPDATE', pgid='pgtrigger_update_update_bd8cd', table='cases_presence', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='presenceevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ad3ffb940e17d026a07e7980a33fa23f4f22cb41', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f78dd', table='cases_presenceevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='quote',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_quoteevent" ("action_id", "case_id", "created_at", "headed_by_id", "headed_on", "heard_by_id", "how", "id", "is_kept_from_family", "is_view", "kept_from", "note_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_on", "setting", "speaker_id", "struck_by_id", "struck_on", "struck_why", "version", "visit_id", "words") VALUES (NEW."action_id", NEW."case_id", NEW."created_at", NEW."headed_by_id", NEW."headed_on", NEW."heard_by_id", NEW."how", NEW."id", NEW."is_kept_from_family", NEW."is_view", NEW."kept_from", NEW."note_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."said_on", NEW."setting", NEW."speaker_id", NEW."struck_by_id", NEW."struck_on", NEW."struck_why", NEW."version", NEW."visit_id", NEW."words"); RETURN NULL;', hash='0726b7b921fa0d95affef59e3e50b159a8495551', operation='INSERT', pgid='pgtrigger_insert_insert_0922b', table='cases_quote', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='quote',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_quoteevent" ("action_id", "case_id", "created_at", "headed_by_id", "headed_on", "heard_by_id", "how", "id", "is_kept_from_family", "is_view", "kept_from", "note_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_on", "setting", "speaker_id", "struck_by_id", "struck_on", "struck_why", "version", "visit_id", "words") VALUES (NEW."action_id", NEW."case_id", NEW."created_at", NEW."headed_by_id", NEW."headed_on", NEW."heard_by_id", NEW."how", NEW."id", NEW."is_kept_from_family", NEW."is_view", NEW."kept_from", NEW."note_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."said_on", NEW."setting", NEW."speaker_id", NEW."struck_by_id", NEW."struck_on", NEW."struck_why", NEW."version", NEW."visit_id", NEW."words"); RETURN NULL;', hash='a3f938206c4f0ab55b277c70963e3290a466a119', operation='UPDATE', pgid='pgtrigger_update_update_48ce4', table='cases_quote', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='quoteevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d6766408b17028a571332c169ee580eb81f0b607', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_76d4d', table='cases_quoteevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='release',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_releaseevent" ("body", "case_id", "created_at", "given_by_id", "given_on", "given_to", "how", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recipient_id", "title", "version", "visit_id") VALUES (NEW."body", NEW."case_id", NEW."created_at", NEW."given_by_id", NEW."given_on", NEW."given_to", NEW."how", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."recipient_id", NEW."title", NEW."version", NEW."visit_id"); RETURN NULL;', hash='d546a1787d37d2798206cc316766d07b26912458', operation='INSERT', pgid='pgtrigger_insert_insert_0b23f', table='cases_release', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='release',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_releaseevent" ("body", "case_id", "created_at", "given_by_id", "given_on", "given_to", "how", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recipient_id", "title", "version", "visit_id") VALUES (NEW."body", NEW."case_id", NEW."created_at", NEW."given_by_id", NEW."given_on", NEW."given_to", NEW."how", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."recipient_id", NEW."title", NEW."version", NEW."visit_id"); RETURN NULL;', hash='097e84e597d21a02646f1b8a746ece1d2a5c3135', operation='UPDATE', pgid='pgtrigger_update_update_c8892', table='cases_release', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='releaseevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9603ea8e4faea995ddfd5b1417161685b35d2f3c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4f3aa', table='cases_releaseevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='setaside',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_setasideevent" ("case_id", "created_at", "entry_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "set_by_id", "set_on", "version") VALUES (NEW."case_id", NEW."created_at", NEW."entry_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."set_by_id", NEW."set_on", NEW."version"); RETURN NULL;', hash='6ad84329e4c4a44240c6bf9473e4911ee5615896', operation='INSERT', pgid='pgtrigger_insert_insert_6c54d', table='cases_setaside', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='setaside',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_setasideevent" ("case_id", "created_at", "entry_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "set_by_id", "set_on", "version") VALUES (NEW."case_id", NEW."created_at", NEW."entry_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."set_by_id", NEW."set_on", NEW."version"); RETURN NULL;', hash='c0ffc908b4cc66cad01af3db69f7b7a82bff3b02', operation='UPDATE', pgid='pgtrigger_update_update_9e6c2', table='cases_setaside', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='setasideevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='68efca269de5911cb5e8af8852a0b01f7030d729', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_87f78', table='cases_setasideevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='significanteventchild',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_significanteventchildevent" ("case_id", "child_id", "created_at", "event_id", "id", "impact", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."case_id", NEW."child_id", NEW."created_at", NEW."event_id", NEW."id", NEW."impact", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version"); RETURN NULL;', hash='d9ce9e2068d277f58a50f0a26c53dfddfd0bc63a', operation='INSERT', pgid='pgtrigger_insert_insert_c4ad1', table='cases_significanteventchild', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='significanteventchild',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_significanteventchildevent" ("case_id", "child_id", "created_at", "event_id", "id", "impact", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."case_id", NEW."child_id", NEW."created_at", NEW."event_id", NEW."id", NEW."impact", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version"); RETURN NULL;', hash='1078b91bc910e9ffce8d86a3c5380f0a5a3edff2', operation='UPDATE', pgid='pgtrigger_update_update_3a987', table='cases_significanteventchild', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='significantevent',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_significanteventevent" ("analysis", "case_id", "created_at", "entry_id", "happened_on", "id", "is_kept_from_family", "kept_from", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "source", "struck_by_id", "struck_on", "struck_why", "until_on", "version", "what", "written_by_id", "written_on") VALUES (NEW."analysis", NEW."case_id", NEW."created_at", NEW."entry_id", NEW."happened_on", NEW."id", NEW."is_kept_from_family", NEW."kept_from", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."precision", NEW."source", NEW."struck_by_id", NEW."struck_on", NEW."struck_why", NEW."until_on", NEW."version", NEW."what", NEW."written_by_id", NEW."written_on"); RETURN NULL;', hash='296cffe617d57ba58d7890c741733a9ba862f395', operation='INSERT', pgid='pgtrigger_insert_insert_8d8f7', table='cases_significantevent', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='significantevent',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_significanteventevent" ("analysis", "case_id", "created_at", "entry_id", "happened_on", "id", "is_kept_from_family", "kept_from", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "source", "struck_by_id", "struck_on", "struck_why", "until_on", "version", "what", "written_by_id", "written_on") VALUES (NEW."analysis", NEW."case_id", NEW."created_at", NEW."entry_id", NEW."happened_on", NEW."id", NEW."is_kept_from_family", NEW."kept_from", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."precision", NEW."source", NEW."struck_by_id", NEW."struck_on", NEW."struck_why", NEW."until_on", NEW."version", NEW."what", NEW."written_by_id", NEW."written_on"); RETURN NULL;', hash='bcf3ff1500ddbcc9d954fe338ea607736cc9cef6', operation='UPDATE', pgid='pgtrigger_update_update_70c98', table='cases_significantevent', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='significanteventchildevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='25548130589e0a072cc83fad3d4e5c0b847ed9a2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_8af06', table='cases_significanteventchildevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='significanteventevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='907fc385889b0cd4596a949fac34728593e481de', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_47424', table='cases_significanteventevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='casenoteaccountevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5f3b8bf67263ff44f77e3003a4a577d2997246a6', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e4865', table='cases_casenoteaccountevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='casenoteaccount',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_casenoteaccountevent" ("case_id", "changed", "created_at", "learned", "meaning", "note_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "words") VALUES (NEW."case_id", NEW."changed", NEW."created_at", NEW."learned", NEW."meaning", NEW."note_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."note_id", NEW."version", NEW."words"); RETURN NULL;', hash='3fe29feeeb1d51af8b54909d67ed63b2aee6d7a2', operation='INSERT', pgid='pgtrigger_insert_insert_f2be4', table='cases_casenoteaccount', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='casenoteaccount',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_casenoteaccountevent" ("case_id", "changed", "created_at", "learned", "meaning", "note_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "words") VALUES (NEW."case_id", NEW."changed", NEW."created_at", NEW."learned", NEW."meaning", NEW."note_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."note_id", NEW."version", NEW."words"); RETURN NULL;', hash='52a4f4221116dfbc2f8705b5c58141d125448ab5', operation='UPDATE', pgid='pgtrigger_update_update_88766', table='cases_casenoteaccount', when='AFTER')),
            )],
        ),
    ]
