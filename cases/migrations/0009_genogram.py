import camden.migrations._together
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


RISK_ACCEPTED = "Made before the first release: what is added to people and relationships stands empty."


class Migration(migrations.Migration):

    dependencies = [
        ('camden', '__first__'),
        ('cases', '0008_assessment_plan_decisions'),
    ]

    operations = [
        camden.migrations._together.Together(
            operations=[pgtrigger.migrations.RemoveTrigger(
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
            ), migrations.AddField(
                model_name='member',
                name='born_about',
                field=models.CharField(blank=True, db_default='', default='', max_length=7),
            ), migrations.AddField(
                model_name='member',
                name='died_about',
                field=models.CharField(blank=True, db_default='', default='', max_length=7),
            ), migrations.AddField(
                model_name='member',
                name='gender',
                field=models.CharField(blank=True, choices=[('female', 'Girl or woman'), ('male', 'Boy or man'), ('other', 'Another gender')], db_default='', default='', max_length=8),
            ), migrations.AddField(
                model_name='member',
                name='gender_words',
                field=models.CharField(blank=True, db_default='', default='', max_length=60),
            ), migrations.AddField(
                model_name='member',
                name='has_died',
                field=models.BooleanField(db_default=False, default=False),
            ), migrations.AddField(
                model_name='member',
                name='loss',
                field=models.CharField(blank=True, choices=[('miscarriage', 'Miscarriage'), ('termination', 'Termination'), ('stillbirth', 'Stillbirth')], db_default='', default='', max_length=12),
            ), migrations.AddField(
                model_name='member',
                name='mistaken_on',
                field=models.DateField(blank=True, editable=False, null=True),
            ), migrations.AddField(
                model_name='memberevent',
                name='born_about',
                field=models.CharField(blank=True, db_default='', default='', max_length=7),
            ), migrations.AddField(
                model_name='memberevent',
                name='died_about',
                field=models.CharField(blank=True, db_default='', default='', max_length=7),
            ), migrations.AddField(
                model_name='memberevent',
                name='gender',
                field=models.CharField(blank=True, choices=[('female', 'Girl or woman'), ('male', 'Boy or man'), ('other', 'Another gender')], db_default='', default='', max_length=8),
            ), migrations.AddField(
                model_name='memberevent',
                name='gender_words',
                field=models.CharField(blank=True, db_default='', default='', max_length=60),
            ), migrations.AddField(
                model_name='memberevent',
                name='has_died',
                field=models.BooleanField(db_default=False, default=False),
            ), migrations.AddField(
                model_name='memberevent',
                name='loss',
                field=models.CharField(blank=True, choices=[('miscarriage', 'Miscarriage'), ('termination', 'Termination'), ('stillbirth', 'Stillbirth')], db_default='', default='', max_length=12),
            ), migrations.AddField(
                model_name='memberevent',
                name='mistaken_on',
                field=models.DateField(blank=True, editable=False, null=True),
            ), migrations.AddField(
                model_name='relationship',
                name='couple',
                field=models.CharField(blank=True, choices=[('married', 'Married'), ('civil_partnership', 'Civil partners'), ('cohabiting', 'Living together'), ('relationship', 'Together, living apart'), ('brief', 'A brief relationship'), ('affair', 'A relationship beside another')], db_default='', default='', max_length=18),
            ), migrations.AddField(
                model_name='relationship',
                name='couple_ended',
                field=models.CharField(blank=True, choices=[('separated', 'Separated'), ('divorced', 'Divorced'), ('widowed', 'One of them died')], db_default='', default='', max_length=10),
            ), migrations.AddField(
                model_name='relationship',
                name='ended_about',
                field=models.CharField(blank=True, db_default='', default='', max_length=7),
            ), migrations.AddField(
                model_name='relationship',
                name='is_of_one_blood',
                field=models.BooleanField(db_default=False, default=False),
            ), migrations.AddField(
                model_name='relationship',
                name='started_about',
                field=models.CharField(blank=True, db_default='', default='', max_length=7),
            ), migrations.AddField(
                model_name='relationship',
                name='was_mistake',
                field=models.BooleanField(db_default=False, default=False),
            ), migrations.AddField(
                model_name='relationshipevent',
                name='couple',
                field=models.CharField(blank=True, choices=[('married', 'Married'), ('civil_partnership', 'Civil partners'), ('cohabiting', 'Living together'), ('relationship', 'Together, living apart'), ('brief', 'A brief relationship'), ('affair', 'A relationship beside another')], db_default='', default='', max_length=18),
            ), migrations.AddField(
                model_name='relationshipevent',
                name='couple_ended',
                field=models.CharField(blank=True, choices=[('separated', 'Separated'), ('divorced', 'Divorced'), ('widowed', 'One of them died')], db_default='', default='', max_length=10),
            ), migrations.AddField(
                model_name='relationshipevent',
                name='ended_about',
                field=models.CharField(blank=True, db_default='', default='', max_length=7),
            ), migrations.AddField(
                model_name='relationshipevent',
                name='is_of_one_blood',
                field=models.BooleanField(db_default=False, default=False),
            ), migrations.AddField(
                model_name='relationshipevent',
                name='started_about',
                field=models.CharField(blank=True, db_default='', default='', max_length=7),
            ), migrations.AddField(
                model_name='relationshipevent',
                name='was_mistake',
                field=models.BooleanField(db_default=False, default=False),
            ), migrations.AlterField(
                model_name='document',
                name='kind',
                field=models.CharField(choices=[('drawing', 'Drawing or something made'), ('photo', 'Photo'), ('letter', 'Letter'), ('report', 'Report'), ('scan', 'Scanned paper'), ('genogram', 'Genogram or ecomap drawn by hand'), ('other', 'Something else')], max_length=8),
            ), migrations.AlterField(
                model_name='documentevent',
                name='kind',
                field=models.CharField(choices=[('drawing', 'Drawing or something made'), ('photo', 'Photo'), ('letter', 'Letter'), ('report', 'Report'), ('scan', 'Scanned paper'), ('genogram', 'Genogram or ecomap drawn by hand'), ('other', 'Something else')], max_length=8),
            ), migrations.AlterField(
                model_name='relationship',
                name='kind',
                field=models.CharField(choices=[('mother', 'mother'), ('father', 'father'), ('parent', 'parent'), ('step-parent', 'step-parent'), ('grandparent', 'grandparent'), ('adoptive-parent', 'adoptive parent'), ('foster-carer', 'foster carer'), ('special-guardian', 'special guardian'), ('great-grandparent', 'great-grandparent'), ('sibling', 'brother or sister'), ('twin', 'twin'), ('identical-twin', 'identical twin'), ('half-sibling', 'half-brother or half-sister'), ('step-sibling', 'step-brother or step-sister'), ('aunt-or-uncle', 'aunt or uncle'), ('cousin', 'cousin'), ('partner', 'partner'), ('spouse', 'husband or wife'), ('ex-partner', 'former partner'), ('kin', 'relative'), ('friend', 'friend'), ('carer', 'carer'), ('other', 'somebody important')], max_length=20),
            ), migrations.AlterField(
                model_name='relationshipevent',
                name='kind',
                field=models.CharField(choices=[('mother', 'mother'), ('father', 'father'), ('parent', 'parent'), ('step-parent', 'step-parent'), ('grandparent', 'grandparent'), ('adoptive-parent', 'adoptive parent'), ('foster-carer', 'foster carer'), ('special-guardian', 'special guardian'), ('great-grandparent', 'great-grandparent'), ('sibling', 'brother or sister'), ('twin', 'twin'), ('identical-twin', 'identical twin'), ('half-sibling', 'half-brother or half-sister'), ('step-sibling', 'step-brother or step-sister'), ('aunt-or-uncle', 'aunt or uncle'), ('cousin', 'cousin'), ('partner', 'partner'), ('spouse', 'husband or wife'), ('ex-partner', 'former partner'), ('kin', 'relative'), ('friend', 'friend'), ('carer', 'carer'), ('other', 'somebody important')], max_length=20),
            ), migrations.AlterField(
                model_name='release',
                name='kind',
                field=models.CharField(choices=[('agreed', 'What we agreed'), ('before-you-meet', 'Before you meet them'), ('chronology', 'Chronology'), ('assessment', 'Assessment'), ('plan', 'Plan'), ('plan-child', 'Plan, for the child'), ('report', 'Report'), ('invitation', 'Invitation'), ('genogram', 'Genogram')], max_length=16),
            ), migrations.AlterField(
                model_name='releaseevent',
                name='kind',
                field=models.CharField(choices=[('agreed', 'What we agreed'), ('before-you-meet', 'Before you meet them'), ('chronology', 'Chronology'), ('assessment', 'Assessment'), ('plan', 'Plan'), ('plan-child', 'Plan, for the child'), ('report', 'Report'), ('invitation', 'Invitation'), ('genogram', 'Genogram')], max_length=16),
            ), migrations.CreateModel(
                name='AsTold',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('kind', models.CharField(choices=[('person', 'Somebody'), ('relationship', 'How two are related'), ('stay', 'Where somebody lives'), ('emotion', 'What is between two people'), ('loss', 'A loss'), ('culture', 'Where they come from'), ('network', 'Somebody around them'), ('strength', 'What somebody around them is to them')], max_length=12)),
                    ('subject_id', models.BigIntegerField()),
                    ('told_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member')),
                    ('told_on', models.DateField()),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('undone_on', models.DateField(blank=True, null=True)),
                    ('undone_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name_plural': 'facts as told',
                    'indexes': [models.Index(fields=['case', '-told_on', '-id'], name='as_told_of_case')],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('undone_on', None)), fields=('case', 'kind', 'subject_id'), name='a_fact_is_told_once'), models.CheckConstraint(condition=models.Q(models.Q(('undone_by', None), ('undone_on', None)), models.Q(('undone_by__isnull', False), ('undone_on__isnull', False)), _connector='OR'), name='an_undone_fact_says_by_whom')],
                },
            ), migrations.CreateModel(
                name='CulturalNote',
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
                    ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member')),
                    ('kind', models.CharField(choices=[('birthplace', 'Where they were born'), ('migration', 'Coming from one country to another'), ('language', 'Languages'), ('faith', 'Faith or what they live by'), ('ethnicity', 'Ethnicity, in their own words'), ('work', 'Work and class'), ('immigration', 'Immigration status'), ('story', 'Something they are proud of'), ('shame', 'Something that is hard to speak of'), ('racism', 'Racism and being treated unfairly'), ('naming', 'Names, and what people call each other')], max_length=12)),
                    ('words', models.CharField(blank=True, default='', max_length=300)),
                    ('is_declined', models.BooleanField(db_default=False, default=False)),
                    ('about', models.CharField(blank=True, default='', max_length=10)),
                    ('told_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member')),
                    ('noted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('noted_on', models.DateField()),
                    ('ended_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'indexes': [models.Index(condition=models.Q(('ended_on', None)), fields=['case'], name='cultural_note_of_case')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('is_declined', True), models.Q(('words', ''), _negated=True), _connector='XOR'), name='what_is_told_or_declined'), models.CheckConstraint(condition=models.Q(models.Q(('struck_by', None), ('struck_on', None), ('struck_why', '')), models.Q(('struck_by__isnull', False), ('struck_on__isnull', False), models.Q(('struck_why', ''), _negated=True)), _connector='OR'), name='a_struck_cultural_note_says_who_and_why')],
                },
            ), migrations.CreateModel(
                name='EmotionalTie',
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
                    ('one', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member')),
                    ('other', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member')),
                    ('kind', models.CharField(choices=[('close', 'Close'), ('very_close', 'Very close'), ('distant', 'Distant'), ('conflict', 'In conflict'), ('close_conflict', 'Close and in conflict'), ('hostile', 'Hostile'), ('cut_off', 'Cut off'), ('repaired', 'Cut off once, and repaired'), ('focused', 'Focused on them'), ('caretaker', 'Takes care of them'), ('controlling', 'Controlling'), ('neglect', 'Neglect'), ('emotional_abuse', 'Emotional abuse'), ('physical_abuse', 'Physical abuse'), ('sexual_abuse', 'Sexual abuse'), ('none', 'Nothing of this any more')], max_length=16)),
                    ('words', models.CharField(blank=True, default='', max_length=300)),
                    ('view_of', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member')),
                    ('view_of_worker', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('seen_on', models.DateField()),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'indexes': [models.Index(fields=['case', 'seen_on'], name='emotional_tie_of_case')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('one', models.F('other')), _negated=True), name='what_is_between_two_is_between_two'), models.CheckConstraint(condition=models.Q(models.Q(('view_of__isnull', False), ('view_of_worker__isnull', True)), models.Q(('view_of__isnull', True), ('view_of_worker__isnull', False)), _connector='OR'), name='what_is_between_two_is_somebodys_view'), models.CheckConstraint(condition=models.Q(models.Q(('struck_by', None), ('struck_on', None), ('struck_why', '')), models.Q(('struck_by__isnull', False), ('struck_on__isnull', False), models.Q(('struck_why', ''), _negated=True)), _connector='OR'), name='a_struck_view_of_two_says_who_and_why')],
                },
            ), migrations.CreateModel(
                name='GenogramOrder',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('made_for', models.CharField(max_length=30)),
                    ('rows', models.JSONField(default=list)),
                    ('wishes', models.JSONField(default=list)),
                    ('facts_sha256', models.CharField(blank=True, default='', max_length=64)),
                    ('drawn_at', models.DateTimeField(blank=True, null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('case', 'made_for'), name='one_order_for_each_who_sees_a_genogram')],
                },
            ), migrations.CreateModel(
                name='GenogramSnapshot',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('title', models.CharField(max_length=160)),
                    ('kept_for', models.CharField(choices=[('keeping', 'To look back at'), ('supervision', 'Group supervision'), ('conference', 'A conference or meeting'), ('assessment', 'An assessment or plan'), ('court', 'Court'), ('family', "The family's own copy")], max_length=12)),
                    ('made_for', models.CharField(max_length=30)),
                    ('pictured_on', models.DateField()),
                    ('facts', models.JSONField()),
                    ('rows', models.JSONField(default=list)),
                    ('shown', models.JSONField(default=dict)),
                    ('household_id', models.BigIntegerField(blank=True, null=True)),
                    ('writing', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.writing')),
                    ('taken_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('taken_on', models.DateField()),
                ],
                options={
                    'indexes': [models.Index(fields=['case', '-pictured_on', '-id'], name='genogram_snapshot_of_case')],
                },
            ), migrations.CreateModel(
                name='HealthMark',
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
                    ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member')),
                    ('kind', models.CharField(choices=[('substance', 'Drugs or alcohol'), ('mental_health', 'Mental health'), ('illness', 'Illness or disability')], max_length=14)),
                    ('words', models.CharField(blank=True, default='', max_length=300)),
                    ('started_about', models.CharField(blank=True, default='', max_length=10)),
                    ('ended_on', models.DateField(blank=True, null=True)),
                    ('noted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('noted_on', models.DateField()),
                ],
                options={
                    'indexes': [models.Index(condition=models.Q(('ended_on', None)), fields=['case'], name='health_mark_of_case')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('struck_by', None), ('struck_on', None), ('struck_why', '')), models.Q(('struck_by__isnull', False), ('struck_on__isnull', False), models.Q(('struck_why', ''), _negated=True)), _connector='OR'), name='a_struck_health_mark_says_who_and_why')],
                },
            ), migrations.CreateModel(
                name='PastLoss',
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
                    ('mother', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member')),
                    ('other_parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member')),
                    ('kind', models.CharField(choices=[('miscarriage', 'Miscarriage'), ('termination', 'Termination'), ('stillbirth', 'Stillbirth')], max_length=12)),
                    ('name', models.CharField(blank=True, default='', max_length=80)),
                    ('lost_about', models.CharField(blank=True, default='', max_length=10)),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('recorded_on', models.DateField()),
                ],
                options={
                    'verbose_name_plural': 'past losses',
                    'indexes': [models.Index(fields=['case'], name='past_loss_of_case')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('other_parent', None), models.Q(('other_parent', models.F('mother')), _negated=True), _connector='OR'), name='a_loss_has_two_different_parents'), models.CheckConstraint(condition=models.Q(models.Q(('struck_by', None), ('struck_on', None), ('struck_why', '')), models.Q(('struck_by__isnull', False), ('struck_on__isnull', False), models.Q(('struck_why', ''), _negated=True)), _connector='OR'), name='a_struck_loss_says_who_and_why')],
                },
            ), migrations.CreateModel(
                name='TieSeen',
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
                    ('tie', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seen', to='cases.networktie')),
                    ('strength', models.CharField(choices=[('strong', 'Strong'), ('moderate', 'A link'), ('weak', 'Weak'), ('stressful', 'Stressful')], max_length=10)),
                    ('flow', models.CharField(choices=[('none', 'Neither way'), ('to', 'Gives them strength'), ('from', 'Takes strength from them'), ('both', 'Both ways')], db_default='none', default='none', max_length=4)),
                    ('words', models.CharField(blank=True, default='', max_length=300)),
                    ('view_of', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member')),
                    ('view_of_worker', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('seen_on', models.DateField()),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name_plural': 'ties as seen',
                    'indexes': [models.Index(fields=['case', 'seen_on'], name='tie_seen_of_case')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('view_of__isnull', False), ('view_of_worker__isnull', True)), models.Q(('view_of__isnull', True), ('view_of_worker__isnull', False)), _connector='OR'), name='how_strong_a_tie_is_is_somebodys_view'), models.CheckConstraint(condition=models.Q(models.Q(('struck_by', None), ('struck_on', None), ('struck_why', '')), models.Q(('struck_by__isnull', False), ('struck_on__isnull', False), models.Q(('struck_why', ''), _negated=True)), _connector='OR'), name='a_struck_view_of_a_tie_says_who_and_why')],
                },
            ), migrations.CreateModel(
                name='AsToldEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.astold')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('kind', models.CharField(choices=[('person', 'Somebody'), ('relationship', 'How two are related'), ('stay', 'Where somebody lives'), ('emotion', 'What is between two people'), ('loss', 'A loss'), ('culture', 'Where they come from'), ('network', 'Somebody around them'), ('strength', 'What somebody around them is to them')], max_length=12)),
                    ('subject_id', models.BigIntegerField()),
                    ('told_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('told_on', models.DateField()),
                    ('recorded_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('undone_on', models.DateField(blank=True, null=True)),
                    ('undone_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='CulturalNoteEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.culturalnote')),
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
                    ('member', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('kind', models.CharField(choices=[('birthplace', 'Where they were born'), ('migration', 'Coming from one country to another'), ('language', 'Languages'), ('faith', 'Faith or what they live by'), ('ethnicity', 'Ethnicity, in their own words'), ('work', 'Work and class'), ('immigration', 'Immigration status'), ('story', 'Something they are proud of'), ('shame', 'Something that is hard to speak of'), ('racism', 'Racism and being treated unfairly'), ('naming', 'Names, and what people call each other')], max_length=12)),
                    ('words', models.CharField(blank=True, default='', max_length=300)),
                    ('is_declined', models.BooleanField(db_default=False, default=False)),
                    ('about', models.CharField(blank=True, default='', max_length=10)),
                    ('told_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('noted_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('noted_on', models.DateField()),
                    ('ended_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='EmotionalTieEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.emotionaltie')),
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
                    ('one', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('other', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('kind', models.CharField(choices=[('close', 'Close'), ('very_close', 'Very close'), ('distant', 'Distant'), ('conflict', 'In conflict'), ('close_conflict', 'Close and in conflict'), ('hostile', 'Hostile'), ('cut_off', 'Cut off'), ('repaired', 'Cut off once, and repaired'), ('focused', 'Focused on them'), ('caretaker', 'Takes care of them'), ('controlling', 'Controlling'), ('neglect', 'Neglect'), ('emotional_abuse', 'Emotional abuse'), ('physical_abuse', 'Physical abuse'), ('sexual_abuse', 'Sexual abuse'), ('none', 'Nothing of this any more')], max_length=16)),
                    ('words', models.CharField(blank=True, default='', max_length=300)),
                    ('view_of', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('view_of_worker', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('seen_on', models.DateField()),
                    ('recorded_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='GenogramOrderEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.genogramorder')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('made_for', models.CharField(max_length=30)),
                    ('rows', models.JSONField(default=list)),
                    ('wishes', models.JSONField(default=list)),
                    ('facts_sha256', models.CharField(blank=True, default='', max_length=64)),
                    ('drawn_at', models.DateTimeField(blank=True, null=True)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='GenogramSnapshotEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.genogramsnapshot')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('title', models.CharField(max_length=160)),
                    ('kept_for', models.CharField(choices=[('keeping', 'To look back at'), ('supervision', 'Group supervision'), ('conference', 'A conference or meeting'), ('assessment', 'An assessment or plan'), ('court', 'Court'), ('family', "The family's own copy")], max_length=12)),
                    ('made_for', models.CharField(max_length=30)),
                    ('pictured_on', models.DateField()),
                    ('facts', models.JSONField()),
                    ('rows', models.JSONField(default=list)),
                    ('shown', models.JSONField(default=dict)),
                    ('household_id', models.BigIntegerField(blank=True, null=True)),
                    ('writing', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.writing')),
                    ('taken_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('taken_on', models.DateField()),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='HealthMarkEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.healthmark')),
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
                    ('member', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('kind', models.CharField(choices=[('substance', 'Drugs or alcohol'), ('mental_health', 'Mental health'), ('illness', 'Illness or disability')], max_length=14)),
                    ('words', models.CharField(blank=True, default='', max_length=300)),
                    ('started_about', models.CharField(blank=True, default='', max_length=10)),
                    ('ended_on', models.DateField(blank=True, null=True)),
                    ('noted_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('noted_on', models.DateField()),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='PastLossEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.pastloss')),
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
                    ('mother', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('other_parent', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('kind', models.CharField(choices=[('miscarriage', 'Miscarriage'), ('termination', 'Termination'), ('stillbirth', 'Stillbirth')], max_length=12)),
                    ('name', models.CharField(blank=True, default='', max_length=80)),
                    ('lost_about', models.CharField(blank=True, default='', max_length=10)),
                    ('recorded_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('recorded_on', models.DateField()),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='TieSeenEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.tieseen')),
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
                    ('tie', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.networktie')),
                    ('strength', models.CharField(choices=[('strong', 'Strong'), ('moderate', 'A link'), ('weak', 'Weak'), ('stressful', 'Stressful')], max_length=10)),
                    ('flow', models.CharField(choices=[('none', 'Neither way'), ('to', 'Gives them strength'), ('from', 'Takes strength from them'), ('both', 'Both ways')], db_default='none', default='none', max_length=4)),
                    ('words', models.CharField(blank=True, default='', max_length=300)),
                    ('view_of', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('view_of_worker', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('seen_on', models.DateField()),
                    ('recorded_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.AddConstraint(
                model_name='member',
                constraint=models.CheckConstraint(condition=models.Q(('born_about', ''), models.Q(('born_on', None), ('expected_on', None)), _connector='OR'), name='born_on_a_day_or_about'),
            ), migrations.AddConstraint(
                model_name='member',
                constraint=models.CheckConstraint(condition=models.Q(('died_about', ''), ('died_on', None), _connector='OR'), name='died_on_a_day_or_about'),
            ), migrations.AddConstraint(
                model_name='relationship',
                constraint=models.CheckConstraint(condition=models.Q(('started_about', ''), ('started_on', None), _connector='OR'), name='began_on_a_day_or_about'),
            ), migrations.AddConstraint(
                model_name='relationship',
                constraint=models.CheckConstraint(condition=models.Q(('was_mistake', False), ('ended_on__isnull', False), _connector='OR'), name='a_slip_about_two_people_has_ended'),
            ), pgtrigger.migrations.AddTrigger(
                model_name='member',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_memberevent" ("born_about", "born_on", "case_id", "communication", "created_at", "died_about", "died_on", "ethnicity", "expected_on", "family_name", "gender", "gender_words", "given_name", "has_died", "id", "interpreter", "kind", "la_child_id", "language", "loss", "merged_into_id", "mistaken_on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sex", "upn", "upn_unknown", "version") VALUES (NEW."born_about", NEW."born_on", NEW."case_id", NEW."communication", NEW."created_at", NEW."died_about", NEW."died_on", NEW."ethnicity", NEW."expected_on", NEW."family_name", NEW."gender", NEW."gender_words", NEW."given_name", NEW."has_died", NEW."id", NEW."interpreter", NEW."kind", NEW."la_child_id", NEW."language", NEW."loss", NEW."merged_into_id", NEW."mistaken_on", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."sex", NEW."upn", NEW."upn_unknown", NEW."version"); RETURN NULL;', hash='a99ef50a70a462eafa05b320c6e1f9e1b37fdfb5', operation='INSERT', pgid='pgtrigger_insert_insert_9e3e0', table='cases_member', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='member',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_memberevent" ("born_about", "born_on", "case_id", "communication", "created_at", "died_about", "died_on", "ethnicity", "expected_on", "family_name", "gender", "gender_words", "given_name", "has_died", "id", "interpreter", "kind", "la_child_id", "language", "loss", "merged_into_id", "mistaken_on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sex", "upn", "upn_unknown", "version") VALUES (NEW."born_about", NEW."born_on", NEW."case_id", NEW."communication", NEW."created_at", NEW."died_about", NEW."died_on", NEW."ethnicity", NEW."expected_on", NEW."family_name", NEW."gender", NEW."gender_words", NEW."given_name", NEW."has_died", NEW."id", NEW."interpreter", NEW."kind", NEW."la_child_id", NEW."language", NEW."loss", NEW."merged_into_id", NEW."mistaken_on", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."sex", NEW."upn", NEW."upn_unknown", NEW."version"); RETURN NULL;', hash='89fd07148ce2e0a84eb8ecd3fbe3dd130b0a07d5', operation='UPDATE', pgid='pgtrigger_update_update_a04ec', table='cases_member', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='relationship',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_relationshipevent" ("case_id", "couple", "couple_ended", "created_at", "ended_about", "ended_on", "id", "is_kept_from_family", "is_of_one_blood", "kept_from", "kind", "one_id", "other_id", "parental_responsibility", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "responsibility_basis", "responsible_from_on", "responsible_until_on", "started_about", "started_on", "version", "was_mistake") VALUES (NEW."case_id", NEW."couple", NEW."couple_ended", NEW."created_at", NEW."ended_about", NEW."ended_on", NEW."id", NEW."is_kept_from_family", NEW."is_of_one_blood", NEW."kept_from", NEW."kind", NEW."one_id", NEW."other_id", NEW."parental_responsibility", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."responsibility_basis", NEW."responsible_from_on", NEW."responsible_until_on", NEW."started_about", NEW."started_on", NEW."version", NEW."was_mistake"); RETURN NULL;', hash='c275fc3cc0d2a11adb4d16f605f4946dcde6fded', operation='INSERT', pgid='pgtrigger_insert_insert_4d4e6', table='cases_relationship', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='relationship',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_relationshipevent" ("case_id", "couple", "couple_ended", "created_at", "ended_about", "ended_on", "id", "is_kept_from_family", "is_of_one_blood", "kept_from", "kind", "one_id", "other_id", "parental_responsibility", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "responsibility_basis", "responsible_from_on", "responsible_until_on", "started_about", "started_on", "version", "was_mistake") VALUES (NEW."case_id", NEW."couple", NEW."couple_ended", NEW."created_at", NEW."ended_about", NEW."ended_on", NEW."id", NEW."is_kept_from_family", NEW."is_of_one_blood", NEW."kept_from", NEW."kind", NEW."one_id", NEW."other_id", NEW."parental_responsibility", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."responsibility_basis", NEW."responsible_from_on", NEW."responsible_until_on", NEW."started_about", NEW."started_on", NEW."version", NEW."was_mistake"); RETURN NULL;', hash='9241b58c6b4fe56fde53d598da994926e17037fb', operation='UPDATE', pgid='pgtrigger_update_update_f957b', table='cases_relationship', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='astold',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_astoldevent" ("case_id", "created_at", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "subject_id", "told_by_id", "told_on", "undone_by_id", "undone_on", "version") VALUES (NEW."case_id", NEW."created_at", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."recorded_by_id", NEW."subject_id", NEW."told_by_id", NEW."told_on", NEW."undone_by_id", NEW."undone_on", NEW."version"); RETURN NULL;', hash='419f156b1e1d7c7324088024fe6503da969f87a8', operation='INSERT', pgid='pgtrigger_insert_insert_698c2', table='cases_astold', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='astold',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_astoldevent" ("case_id", "created_at", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "subject_id", "told_by_id", "told_on", "undone_by_id", "undone_on", "version") VALUES (NEW."case_id", NEW."created_at", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."recorded_by_id", NEW."subject_id", NEW."told_by_id", NEW."told_on", NEW."undone_by_id", NEW."undone_on", NEW."version"); RETURN NULL;', hash='ce9dd1834acbee5a0318d9931c8c5a6b1a6136ac', operation='UPDATE', pgid='pgtrigger_update_update_443a1', table='cases_astold', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='astoldevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='abd670f603abce9a3f85b1b631046841d248a7e8', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6493c', table='cases_astoldevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='culturalnote',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_culturalnoteevent" ("about", "case_id", "created_at", "ended_on", "id", "is_declined", "is_kept_from_family", "kept_from", "kind", "member_id", "noted_by_id", "noted_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "struck_by_id", "struck_on", "struck_why", "told_by_id", "version", "words") VALUES (NEW."about", NEW."case_id", NEW."created_at", NEW."ended_on", NEW."id", NEW."is_declined", NEW."is_kept_from_family", NEW."kept_from", NEW."kind", NEW."member_id", NEW."noted_by_id", NEW."noted_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."struck_by_id", NEW."struck_on", NEW."struck_why", NEW."told_by_id", NEW."version", NEW."words"); RETURN NULL;', hash='b5ab84efe75b5342ae1aa1cb796c16fbdf9d4001', operation='INSERT', pgid='pgtrigger_insert_insert_1fa40', table='cases_culturalnote', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='culturalnote',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_culturalnoteevent" ("about", "case_id", "created_at", "ended_on", "id", "is_declined", "is_kept_from_family", "kept_from", "kind", "member_id", "noted_by_id", "noted_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "struck_by_id", "struck_on", "struck_why", "told_by_id", "version", "words") VALUES (NEW."about", NEW."case_id", NEW."created_at", NEW."ended_on", NEW."id", NEW."is_declined", NEW."is_kept_from_family", NEW."kept_from", NEW."kind", NEW."member_id", NEW."noted_by_id", NEW."noted_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."struck_by_id", NEW."struck_on", NEW."struck_why", NEW."told_by_id", NEW."version", NEW."words"); RETURN NULL;', hash='06eeac984d984ad02363922abcf576426ef90a18', operation='UPDATE', pgid='pgtrigger_update_update_870a5', table='cases_culturalnote', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='culturalnoteevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4a19f831cd662de6b6997698c96d114293676124', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c3a5a', table='cases_culturalnoteevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='emotionaltie',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_emotionaltieevent" ("case_id", "created_at", "id", "is_kept_from_family", "kept_from", "kind", "one_id", "other_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "seen_on", "struck_by_id", "struck_on", "struck_why", "version", "view_of_id", "view_of_worker_id", "words") VALUES (NEW."case_id", NEW."created_at", NEW."id", NEW."is_kept_from_family", NEW."kept_from", NEW."kind", NEW."one_id", NEW."other_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."recorded_by_id", NEW."seen_on", NEW."struck_by_id", NEW."struck_on", NEW."struck_why", NEW."version", NEW."view_of_id", NEW."view_of_worker_id", NEW."words"); RETURN NULL;', hash='750069fc720106d66e2140a78c39646cc8f1a22b', operation='INSERT', pgid='pgtrigger_insert_insert_2e1b1', table='cases_emotionaltie', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='emotionaltie',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_emotionaltieevent" ("case_id", "created_at", "id", "is_kept_from_family", "kept_from", "kind", "one_id", "other_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "seen_on", "struck_by_id", "struck_on", "struck_why", "version", "view_of_id", "view_of_worker_id", "words") VALUES (NEW."case_id", NEW."created_at", NEW."id", NEW."is_kept_from_family", NEW."kept_from", NEW."kind", NEW."one_id", NEW."other_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."recorded_by_id", NEW."seen_on", NEW."struck_by_id", NEW."struck_on", NEW."struck_why", NEW."version", NEW."view_of_id", NEW."view_of_worker_id", NEW."words"); RETURN NULL;', hash='6941a650cd410872e78d96a68287980eda4b1a70', operation='UPDATE', pgid='pgtrigger_update_update_7b4a7', table='cases_emotionaltie', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='emotionaltieevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='46927d33e38fd339047d16bcf4a29afb4309300f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_8e1b8', table='cases_emotionaltieevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='genogramorder',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_genogramorderevent" ("case_id", "created_at", "drawn_at", "facts_sha256", "id", "made_for", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rows", "version", "wishes") VALUES (NEW."case_id", NEW."created_at", NEW."drawn_at", NEW."facts_sha256", NEW."id", NEW."made_for", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."rows", NEW."version", NEW."wishes"); RETURN NULL;', hash='b926a86b0e8b125f7f707afa3020baa3ed827551', operation='INSERT', pgid='pgtrigger_insert_insert_a4fa9', table='cases_genogramorder', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='genogramorder',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_genogramorderevent" ("case_id", "created_at", "drawn_at", "facts_sha256", "id", "made_for", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rows", "version", "wishes") VALUES (NEW."case_id", NEW."created_at", NEW."drawn_at", NEW."facts_sha256", NEW."id", NEW."made_for", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."rows", NEW."version", NEW."wishes"); RETURN NULL;', hash='90d27731edc66815705b68e5e2f6523213a50d0d', operation='UPDATE', pgid='pgtrigger_update_update_1e7d8', table='cases_genogramorder', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='genogramorderevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c97da9fbf69ac4d8b0b5d5b92e1594def65cb177', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_47e8c', table='cases_genogramorderevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='genogramsnapshot',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_genogramsnapshotevent" ("case_id", "created_at", "facts", "household_id", "id", "kept_for", "made_for", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pictured_on", "rows", "shown", "taken_by_id", "taken_on", "title", "version", "writing_id") VALUES (NEW."case_id", NEW."created_at", NEW."facts", NEW."household_id", NEW."id", NEW."kept_for", NEW."made_for", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pictured_on", NEW."rows", NEW."shown", NEW."taken_by_id", NEW."taken_on", NEW."title", NEW."version", NEW."writing_id"); RETURN NULL;', hash='441565daab4a12ec862e850dc873237cb65e46bf', operation='INSERT', pgid='pgtrigger_insert_insert_164dd', table='cases_genogramsnapshot', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='genogramsnapshot',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_genogramsnapshotevent" ("case_id", "created_at", "facts", "household_id", "id", "kept_for", "made_for", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pictured_on", "rows", "shown", "taken_by_id", "taken_on", "title", "version", "writing_id") VALUES (NEW."case_id", NEW."created_at", NEW."facts", NEW."household_id", NEW."id", NEW."kept_for", NEW."made_for", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pictured_on", NEW."rows", NEW."shown", NEW."taken_by_id", NEW."taken_on", NEW."title", NEW."version", NEW."writing_id"); RETURN NULL;', hash='3efe60967e963cefce1097892fc690d3ccc12951', operation='UPDATE', pgid='pgtrigger_update_update_3ee37', table='cases_genogramsnapshot', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='genogramsnapshotevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='239342aac7adc2ba440dc70ab9139819d5dd6094', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2c89b', table='cases_genogramsnapshotevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='healthmark',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_healthmarkevent" ("case_id", "created_at", "ended_on", "id", "is_kept_from_family", "kept_from", "kind", "member_id", "noted_by_id", "noted_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_about", "struck_by_id", "struck_on", "struck_why", "version", "words") VALUES (NEW."case_id", NEW."created_at", NEW."ended_on", NEW."id", NEW."is_kept_from_family", NEW."kept_from", NEW."kind", NEW."member_id", NEW."noted_by_id", NEW."noted_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."started_about", NEW."struck_by_id", NEW."struck_on", NEW."struck_why", NEW."version", NEW."words"); RETURN NULL;', hash='d79c3f69593d285d52ea5fbb29c17ab256516fb8', operation='INSERT', pgid='pgtrigger_insert_insert_e4c05', table='cases_healthmark', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='healthmark',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_healthmarkevent" ("case_id", "created_at", "ended_on", "id", "is_kept_from_family", "kept_from", "kind", "member_id", "noted_by_id", "noted_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_about", "struck_by_id", "struck_on", "struck_why", "version", "words") VALUES (NEW."case_id", NEW."created_at", NEW."ended_on", NEW."id", NEW."is_kept_from_family", NEW."kept_from", NEW."kind", NEW."member_id", NEW."noted_by_id", NEW."noted_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."started_about", NEW."struck_by_id", NEW."struck_on", NEW."struck_why", NEW."version", NEW."words"); RETURN NULL;', hash='1f7cab0e8fe7c7fcab15ccc998e4f161d08de776', operation='UPDATE', pgid='pgtrigger_update_update_a6f86', table='cases_healthmark', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='healthmarkevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8b5ceabcc2a8acdf25b429cad78b59a3c283729f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_aeec4', table='cases_healthmarkevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='pastloss',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_pastlossevent" ("case_id", "created_at", "id", "is_kept_from_family", "kept_from", "kind", "lost_about", "mother_id", "name", "other_parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "recorded_on", "struck_by_id", "struck_on", "struck_why", "version") VALUES (NEW."case_id", NEW."created_at", NEW."id", NEW."is_kept_from_family", NEW."kept_from", NEW."kind", NEW."lost_about", NEW."mother_id", NEW."name", NEW."other_parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."recorded_by_id", NEW."recorded_on", NEW."struck_by_id", NEW."struck_on", NEW."struck_why", NEW."version"); RETURN NULL;', hash='ca55a936eebd3817bafb14c27f8132d8353e1487', operation='INSERT', pgid='pgtrigger_insert_insert_554f3', table='cases_pastloss', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='pastloss',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_pastlossevent" ("case_id", "created_at", "id", "is_kept_from_family", "kept_from", "kind", "lost_about", "mother_id", "name", "other_parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "recorded_on", "struck_by_id", "struck_on", "struck_why", "version") VALUES (NEW."case_id", NEW."created_at", NEW."id", NEW."is_kept_from_family", NEW."kept_from", NEW."kind", NEW."lost_about", NEW."mother_id", NEW."name", NEW."other_parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."recorded_by_id", NEW."recorded_on", NEW."struck_by_id", NEW."struck_on", NEW."struck_why", NEW."version"); RETURN NULL;', hash='733092e7dc325b8fdc81e3534bfc982b30fcf206', operation='UPDATE', pgid='pgtrigger_update_update_90676', table='cases_pastloss', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='pastlossevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8ea9a966c748f3cbb718f234f7196b79343af9bb', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_3cccd', table='cases_pastlossevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='tieseen',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_tieseenevent" ("case_id", "created_at", "flow", "id", "is_kept_from_family", "kept_from", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "seen_on", "strength", "struck_by_id", "struck_on", "struck_why", "tie_id", "version", "view_of_id", "view_of_worker_id", "words") VALUES (NEW."case_id", NEW."created_at", NEW."flow", NEW."id", NEW."is_kept_from_family", NEW."kept_from", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."recorded_by_id", NEW."seen_on", NEW."strength", NEW."struck_by_id", NEW."struck_on", NEW."struck_why", NEW."tie_id", NEW."version", NEW."view_of_id", NEW."view_of_worker_id", NEW."words"); RETURN NULL;', hash='10f6787696ab1806e6dc5e91038d5f109cd26f67', operation='INSERT', pgid='pgtrigger_insert_insert_59ce3', table='cases_tieseen', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='tieseen',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_tieseenevent" ("case_id", "created_at", "flow", "id", "is_kept_from_family", "kept_from", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "seen_on", "strength", "struck_by_id", "struck_on", "struck_why", "tie_id", "version", "view_of_id", "view_of_worker_id", "words") VALUES (NEW."case_id", NEW."created_at", NEW."flow", NEW."id", NEW."is_kept_from_family", NEW."kept_from", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."recorded_by_id", NEW."seen_on", NEW."strength", NEW."struck_by_id", NEW."struck_on", NEW."struck_why", NEW."tie_id", NEW."version", NEW."view_of_id", NEW."view_of_worker_id", NEW."words"); RETURN NULL;', hash='cabec7f96746e34a346891427817a403cdd0daa5', operation='UPDATE', pgid='pgtrigger_update_update_81db1', table='cases_tieseen', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='tieseenevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e55e1443acce27104743c5c1949b71ddadea3e31', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d51ef', table='cases_tieseenevent', when='BEFORE')),
            )],
        ),
    ]
