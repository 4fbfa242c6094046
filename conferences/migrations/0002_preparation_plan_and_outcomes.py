import camden.migrations._together
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.datetime
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


RISK_ACCEPTED = "Made before the first release: what is added to conferences, answers, invitees and plans stands empty or has a default; a promise's action moves to a table of its own."


class Migration(migrations.Migration):

    dependencies = [
        ('camden', '__first__'),
        ('cases', '0010_questions_and_oversight_notes'),
        ('conferences', '0001_referral_people_and_plan'),
    ]

    operations = [
        camden.migrations._together.Together(
            operations=[pgtrigger.migrations.RemoveTrigger(
                model_name='familyanswer',
                name='insert_insert',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='familyanswer',
                name='update_update',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='familyconference',
                name='insert_insert',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='familyconference',
                name='update_update',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='familymeeting',
                name='insert_insert',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='familymeeting',
                name='update_update',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='familyplan',
                name='insert_insert',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='familyplan',
                name='update_update',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='invitee',
                name='insert_insert',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='invitee',
                name='update_update',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='mandate',
                name='insert_insert',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='mandate',
                name='update_update',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='planitem',
                name='insert_insert',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='planitem',
                name='update_update',
            ), migrations.RemoveConstraint(
                model_name='planitem',
                name='a_relatives_promise_stays_the_familys_own',
            ), migrations.RemoveField(
                model_name='planitem',
                name='action',
            ), migrations.RemoveField(
                model_name='planitemevent',
                name='action',
            ), migrations.CreateModel(
                name='Arrangement',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('need', models.CharField(choices=[('advocate', 'Somebody to speak for each child'), ('interpreter', 'An interpreter who is not of the family'), ('venue', 'A place that is not ours'), ('food', 'Food that everybody can eat'), ('childcare', 'Somebody to look after the little ones'), ('travel', 'Fares, a lift, no stairs'), ('faith', 'Days and hours of prayer, fasts and feasts'), ('private-room', 'A room for the family alone')], max_length=14)),
                    ('words', models.TextField(blank=True)),
                    ('is_done', models.BooleanField(default=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('conference', 'need'), name='a_need_is_arranged_once')],
                },
            ), migrations.CreateModel(
                name='ConferenceSettings',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('commenced_on', models.DateField(blank=True, null=True)),
                    ('leave_to', models.URLField(blank=True, default='')),
                    ('duty_phone', models.CharField(blank=True, default='', max_length=40)),
                    ('set_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name_plural': 'conference settings',
                    'constraints': [models.CheckConstraint(condition=models.Q(('pk', 1)), name='one_row_of_conference_settings')],
                },
            ), migrations.CreateModel(
                name='CouldCare',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('who', models.CharField(max_length=120)),
                    ('tie', models.CharField(blank=True, default='', max_length=120)),
                    ('for_long', models.BooleanField(default=False)),
                    ('removed_on', models.DateField(blank=True, null=True)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='DangerTold',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('words', models.TextField()),
                    ('children', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=80), size=None)),
                    ('soon', models.CharField(choices=[('tonight', 'TONIGHT'), ('soon', 'SOON')], max_length=8)),
                    ('family', models.CharField(choices=[('told', 'TOLD'), ('would-harm', 'WOULD_HARM'), ('not-yet', 'NOT_YET')], max_length=12)),
                    ('why_family_not_told', models.TextField(blank=True, default='')),
                    ('spoken_with', models.CharField(blank=True, default='', max_length=160)),
                    ('told', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=160), blank=True, default=list, size=None)),
                    ('said_on', models.DateField()),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                    ('said_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('family', 'would-harm'), _negated=True), models.Q(('why_family_not_told', ''), _negated=True), _connector='OR'), name='why_a_family_is_not_told_of_a_danger')],
                },
            ), migrations.CreateModel(
                name='DangerWord',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('words', models.CharField(max_length=60, unique=True)),
                    ('is_off', models.BooleanField(default=False)),
                    ('is_whole', models.BooleanField(default=False)),
                    ('edited_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='InformationReport',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('who', models.CharField(max_length=120)),
                    ('asked_on', models.DateField(blank=True, null=True)),
                    ('going_well', models.TextField(blank=True)),
                    ('worries', models.TextField(blank=True)),
                    ('offers', models.TextField(blank=True)),
                    ('ready_on', models.DateField(blank=True, null=True)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                    ('invitee', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.invitee')),
                    ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='KeptApart',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('because', models.TextField(blank=True)),
                    ('is_by_law', models.BooleanField(default=False)),
                    ('ended_on', models.DateField(blank=True, null=True)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                    ('one', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.invitee')),
                    ('two', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.invitee')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('one', models.F('two')), _negated=True), name='somebody_is_kept_apart_from_another')],
                },
            ), migrations.CreateModel(
                name='Letter',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('kind', models.CharField(choices=[('offer', 'offer'), ('invitation', 'invitation'), ('plan', 'plan'), ('review', 'review'), ('asking', 'asking')], max_length=10)),
                    ('reader', models.CharField(choices=[('parent', 'parent'), ('child', 'child'), ('young-person', 'young-person'), ('wider-family', 'wider-family'), ('professional', 'professional')], max_length=14)),
                    ('language', models.CharField(blank=True, default='', max_length=60)),
                    ('is_right_to_left', models.BooleanField(default=False)),
                    ('text', models.TextField()),
                    ('written_on', models.DateField()),
                    ('sent_on', models.DateField(blank=True, null=True)),
                    ('sent_how', models.CharField(blank=True, choices=[('by-hand', 'Given by hand'), ('post', 'By post'), ('message', 'Copied into a message'), ('read-out', 'Read out')], default='', max_length=10)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                    ('invitee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='letters', to='conferences.invitee')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('sent_how', ''), ('sent_on', None)), models.Q(('sent_on__isnull', False), models.Q(('sent_how', ''), _negated=True)), _connector='OR'), name='a_letter_that_left_says_how')],
                },
            ), migrations.CreateModel(
                name='MayPromise',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('what', models.CharField(max_length=200)),
                    ('up_to', models.PositiveIntegerField(default=0)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                    ('mandate', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='promises', to='conferences.mandate')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='MustHave',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('place', models.PositiveSmallIntegerField()),
                    ('words', models.CharField(max_length=500)),
                    ('said_on', models.DateField()),
                    ('ended_on', models.DateField(blank=True, null=True)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                    ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('ended_on', None)), fields=('conference', 'place'), name='each_must_have_has_a_place_of_its_own')],
                },
            ), migrations.CreateModel(
                name='NetworkPerson',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('name', models.CharField(max_length=120)),
                    ('tie', models.CharField(blank=True, default='', max_length=160)),
                    ('side', models.CharField(choices=[('mother', 'Mother’s side'), ('father', 'Father’s side'), ('other', 'Neither, or both')], max_length=10)),
                    ('is_parent', models.BooleanField(default=False)),
                    ('is_child', models.BooleanField(default=False)),
                    ('has_died', models.BooleanField(default=False)),
                    ('removed_on', models.DateField(blank=True, null=True)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                    ('member', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('member__isnull', False)), fields=('conference', 'member'), name='a_network_names_a_member_once')],
                },
            ), migrations.CreateModel(
                name='NotTakenUp',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('why', models.CharField(choices=[('not-now', 'Not now'), ('distrust', 'They do not trust it, or us'), ('privacy', 'They want to keep it private'), ('safety', 'Somebody would not be safe'), ('no-network', 'They see nobody to ask'), ('other-meeting', 'They prefer another meeting'), ('language', 'It was not offered in their language'), ('estranged', 'The family is not in touch'), ('too-late', 'It came too late'), ('child-objects', 'A child does not want it'), ('not-in-interest', 'A manager decided that it is not in the child’s interest'), ('no-reply', 'No answer after three attempts')], max_length=16)),
                    ('noted_on', models.DateField()),
                    ('words', models.TextField(blank=True, default='')),
                    ('attempts', django.contrib.postgres.fields.ArrayField(base_field=models.DateField(), blank=True, default=list, size=None)),
                    ('evidence', models.TextField(blank=True, default='')),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                    ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('noted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('why', 'not-in-interest'), _negated=True), models.Q(('decided_by__isnull', False), models.Q(('evidence', ''), _negated=True)), _connector='OR'), name='a_decision_against_has_a_manager_and_evidence'), models.CheckConstraint(condition=models.Q(models.Q(('why', 'no-reply'), _negated=True), ('attempts__len__gte', 3), _connector='OR'), name='no_reply_is_after_three_attempts')],
                },
            ), migrations.CreateModel(
                name='NotYetOffered',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('threshold', models.CharField(choices=[('help', 'help by agreement began'), ('need', 'a child in need plan began'), ('enquiry', 'an enquiry (section 47) began'), ('protection', 'a child protection plan began'), ('before-court', 'the letter before proceedings is near'), ('court', 'proceedings began'), ('looked-after', 'a child came into care'), ('home-again', 'a child is coming home'), ('family-asked', 'the family asked for one')], max_length=14)),
                    ('why', models.TextField()),
                    ('said_on', models.DateField()),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='OfferInLetter',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('letter_on', models.DateField()),
                    ('is_in_letter', models.BooleanField()),
                    ('said_on', models.DateField()),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='Outcome',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('timing', models.CharField(choices=[('start', 'At the beginning'), ('end', 'At the end of the meeting'), ('ask-3', 'After 3 months'), ('ask-6', 'After 6 months'), ('ask-12', 'After 12 months')], max_length=6)),
                    ('answered_on', models.DateField()),
                    ('control', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)])),
                    ('coping', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)])),
                    ('happy', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)])),
                    ('safer', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)])),
                    ('by_link', models.BooleanField(default=False)),
                    ('speaks_of_danger', models.BooleanField(default=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                ],
                options={
                    'verbose_name_plural': 'outcomes',
                },
            ), migrations.CreateModel(
                name='PlanEdition',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('edition', models.PositiveSmallIntegerField()),
                    ('agreed_on', models.DateField()),
                    ('content', models.JSONField()),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('conference', 'edition'), name='an_edition_of_a_plan_comes_once')],
                },
            ), migrations.CreateModel(
                name='PlanResource',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('what', models.CharField(max_length=300)),
                    ('cost', models.PositiveIntegerField(default=0)),
                    ('is_network_support', models.BooleanField(default=False)),
                    ('removed_on', models.DateField(blank=True, null=True)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='PlanReview',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('held_on', models.DateField()),
                    ('went_well', models.TextField(blank=True)),
                    ('hard', models.TextField(blank=True)),
                    ('change', models.TextField(blank=True)),
                    ('childs_words', models.TextField(blank=True)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                    ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('conference', 'held_on'), name='a_plan_is_reviewed_once_a_day')],
                },
            ), migrations.CreateModel(
                name='PreparingContact',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('happened_on', models.DateField()),
                    ('how', models.CharField(choices=[('visit', 'A visit'), ('phone', 'A call'), ('video', 'A video call'), ('written', 'A letter or message'), ('not-reached', 'Tried, not reached')], max_length=12)),
                    ('minutes', models.PositiveSmallIntegerField(default=0)),
                    ('words', models.TextField(blank=True)),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                    ('invitee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contacts', to='conferences.invitee')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='PreparingNote',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('written_on', models.DateField()),
                    ('words', models.TextField()),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='PromisedAction',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('action', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.action')),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                    ('item', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='promised', to='conferences.planitem')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='SafetyFact',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('kind', models.CharField(choices=[('order', 'An order of a court'), ('bail', 'A condition of bail'), ('safe-address', 'An address that must not be known'), ('keep-apart', 'People who must not meet'), ('danger', 'Something that could hurt somebody')], max_length=12)),
                    ('about', models.CharField(max_length=160)),
                    ('words', models.TextField()),
                    ('ends_on', models.DateField(blank=True, null=True)),
                    ('said_on', models.DateField()),
                    ('ended_on', models.DateField(blank=True, null=True)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                    ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='ServiceFigures',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('made_on', models.DateField(unique=True)),
                    ('content', models.JSONField()),
                ],
                options={
                    'verbose_name_plural': 'service figures',
                },
            ), migrations.CreateModel(
                name='ArrangementEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('need', models.CharField(choices=[('advocate', 'Somebody to speak for each child'), ('interpreter', 'An interpreter who is not of the family'), ('venue', 'A place that is not ours'), ('food', 'Food that everybody can eat'), ('childcare', 'Somebody to look after the little ones'), ('travel', 'Fares, a lift, no stairs'), ('faith', 'Days and hours of prayer, fasts and feasts'), ('private-room', 'A room for the family alone')], max_length=14)),
                    ('words', models.TextField(blank=True)),
                    ('is_done', models.BooleanField(default=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.arrangement')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='CouldCareEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('who', models.CharField(max_length=120)),
                    ('tie', models.CharField(blank=True, default='', max_length=120)),
                    ('for_long', models.BooleanField(default=False)),
                    ('removed_on', models.DateField(blank=True, null=True)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.couldcare')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='DangerAnswered',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('did', models.TextField()),
                    ('answered_on', models.DateField()),
                    ('answered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                    ('danger', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='conferences.dangertold')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='DangerToldEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('words', models.TextField()),
                    ('children', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=80), size=None)),
                    ('soon', models.CharField(choices=[('tonight', 'TONIGHT'), ('soon', 'SOON')], max_length=8)),
                    ('family', models.CharField(choices=[('told', 'TOLD'), ('would-harm', 'WOULD_HARM'), ('not-yet', 'NOT_YET')], max_length=12)),
                    ('why_family_not_told', models.TextField(blank=True, default='')),
                    ('spoken_with', models.CharField(blank=True, default='', max_length=160)),
                    ('told', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=160), blank=True, default=list, size=None)),
                    ('said_on', models.DateField()),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.dangertold')),
                    ('said_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='FamilyLink',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('opens', models.CharField(choices=[('plan', 'plan'), ('childs-plan', 'childs-plan'), ('asking', 'asking')], max_length=12)),
                    ('timing', models.CharField(blank=True, choices=[('start', 'At the beginning'), ('end', 'At the end of the meeting'), ('ask-3', 'After 3 months'), ('ask-6', 'After 6 months'), ('ask-12', 'After 12 months')], default='', max_length=6)),
                    ('token_sha256', models.CharField(editable=False, max_length=64, unique=True)),
                    ('made_on', models.DateField()),
                    ('expires_on', models.DateField()),
                    ('closed_on', models.DateField(blank=True, null=True)),
                    ('opened', models.PositiveSmallIntegerField(default=0)),
                    ('answered_on', models.DateField(blank=True, null=True)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                    ('invitee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.invitee')),
                    ('made_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('edition', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.planedition')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('opens', 'asking'), models.Q(('timing', ''), _negated=True)), models.Q(models.Q(('opens', 'asking'), _negated=True), ('timing', '')), _connector='OR'), name='an_asking_says_which_it_is')],
                },
            ), migrations.CreateModel(
                name='InformationReportEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('who', models.CharField(max_length=120)),
                    ('asked_on', models.DateField(blank=True, null=True)),
                    ('going_well', models.TextField(blank=True)),
                    ('worries', models.TextField(blank=True)),
                    ('offers', models.TextField(blank=True)),
                    ('ready_on', models.DateField(blank=True, null=True)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('invitee', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.invitee')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.informationreport')),
                    ('written_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='KeptApartEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('because', models.TextField(blank=True)),
                    ('is_by_law', models.BooleanField(default=False)),
                    ('ended_on', models.DateField(blank=True, null=True)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('one', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.invitee')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.keptapart')),
                    ('two', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.invitee')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='LetterEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('kind', models.CharField(choices=[('offer', 'offer'), ('invitation', 'invitation'), ('plan', 'plan'), ('review', 'review'), ('asking', 'asking')], max_length=10)),
                    ('reader', models.CharField(choices=[('parent', 'parent'), ('child', 'child'), ('young-person', 'young-person'), ('wider-family', 'wider-family'), ('professional', 'professional')], max_length=14)),
                    ('language', models.CharField(blank=True, default='', max_length=60)),
                    ('is_right_to_left', models.BooleanField(default=False)),
                    ('text', models.TextField()),
                    ('written_on', models.DateField()),
                    ('sent_on', models.DateField(blank=True, null=True)),
                    ('sent_how', models.CharField(blank=True, choices=[('by-hand', 'Given by hand'), ('post', 'By post'), ('message', 'Copied into a message'), ('read-out', 'Read out')], default='', max_length=10)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('invitee', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.invitee')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.letter')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='MayPromiseEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('what', models.CharField(max_length=200)),
                    ('up_to', models.PositiveIntegerField(default=0)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('mandate', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.mandate')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.maypromise')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='MustHaveEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('place', models.PositiveSmallIntegerField()),
                    ('words', models.CharField(max_length=500)),
                    ('said_on', models.DateField()),
                    ('ended_on', models.DateField(blank=True, null=True)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.musthave')),
                    ('said_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='MustHaveLooked',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('is_met', models.BooleanField()),
                    ('how', models.TextField(blank=True)),
                    ('said_on', models.DateField()),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                    ('must_have', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='looks', to='conferences.musthave')),
                    ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='NetworkPersonEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('name', models.CharField(max_length=120)),
                    ('tie', models.CharField(blank=True, default='', max_length=160)),
                    ('side', models.CharField(choices=[('mother', 'Mother’s side'), ('father', 'Father’s side'), ('other', 'Neither, or both')], max_length=10)),
                    ('is_parent', models.BooleanField(default=False)),
                    ('is_child', models.BooleanField(default=False)),
                    ('has_died', models.BooleanField(default=False)),
                    ('removed_on', models.DateField(blank=True, null=True)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('member', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.networkperson')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='NotTakenUpEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('why', models.CharField(choices=[('not-now', 'Not now'), ('distrust', 'They do not trust it, or us'), ('privacy', 'They want to keep it private'), ('safety', 'Somebody would not be safe'), ('no-network', 'They see nobody to ask'), ('other-meeting', 'They prefer another meeting'), ('language', 'It was not offered in their language'), ('estranged', 'The family is not in touch'), ('too-late', 'It came too late'), ('child-objects', 'A child does not want it'), ('not-in-interest', 'A manager decided that it is not in the child’s interest'), ('no-reply', 'No answer after three attempts')], max_length=16)),
                    ('noted_on', models.DateField()),
                    ('words', models.TextField(blank=True, default='')),
                    ('attempts', django.contrib.postgres.fields.ArrayField(base_field=models.DateField(), blank=True, default=list, size=None)),
                    ('evidence', models.TextField(blank=True, default='')),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('decided_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('noted_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.nottakenup')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='NotYetOfferedEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('threshold', models.CharField(choices=[('help', 'help by agreement began'), ('need', 'a child in need plan began'), ('enquiry', 'an enquiry (section 47) began'), ('protection', 'a child protection plan began'), ('before-court', 'the letter before proceedings is near'), ('court', 'proceedings began'), ('looked-after', 'a child came into care'), ('home-again', 'a child is coming home'), ('family-asked', 'the family asked for one')], max_length=14)),
                    ('why', models.TextField()),
                    ('said_on', models.DateField()),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.notyetoffered')),
                    ('said_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='OfferInLetterEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('letter_on', models.DateField()),
                    ('is_in_letter', models.BooleanField()),
                    ('said_on', models.DateField()),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.offerinletter')),
                    ('said_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='OutcomeEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('timing', models.CharField(choices=[('start', 'At the beginning'), ('end', 'At the end of the meeting'), ('ask-3', 'After 3 months'), ('ask-6', 'After 6 months'), ('ask-12', 'After 12 months')], max_length=6)),
                    ('answered_on', models.DateField()),
                    ('control', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)])),
                    ('coping', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)])),
                    ('happy', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)])),
                    ('safer', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)])),
                    ('by_link', models.BooleanField(default=False)),
                    ('speaks_of_danger', models.BooleanField(default=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.outcome')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='OutcomeWords',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('words', models.TextField(blank=True)),
                    ('read_on', models.DateField(blank=True, null=True)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                    ('invitee', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.invitee')),
                    ('outcome', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='said', to='conferences.outcome')),
                    ('read_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name_plural': 'words of outcomes',
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('read_by', None), ('read_on', None)), models.Q(('read_by__isnull', False), ('read_on__isnull', False)), _connector='OR'), name='who_read_words_says_when')],
                },
            ), migrations.CreateModel(
                name='PlanEditionEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('edition', models.PositiveSmallIntegerField()),
                    ('agreed_on', models.DateField()),
                    ('content', models.JSONField()),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.planedition')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='PlanResourceEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('what', models.CharField(max_length=300)),
                    ('cost', models.PositiveIntegerField(default=0)),
                    ('is_network_support', models.BooleanField(default=False)),
                    ('removed_on', models.DateField(blank=True, null=True)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.planresource')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='PlanReviewEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('held_on', models.DateField()),
                    ('went_well', models.TextField(blank=True)),
                    ('hard', models.TextField(blank=True)),
                    ('change', models.TextField(blank=True)),
                    ('childs_words', models.TextField(blank=True)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.planreview')),
                    ('written_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='PreparingContactEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('happened_on', models.DateField()),
                    ('how', models.CharField(choices=[('visit', 'A visit'), ('phone', 'A call'), ('video', 'A video call'), ('written', 'A letter or message'), ('not-reached', 'Tried, not reached')], max_length=12)),
                    ('minutes', models.PositiveSmallIntegerField(default=0)),
                    ('words', models.TextField(blank=True)),
                    ('by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('invitee', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.invitee')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.preparingcontact')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='PreparingNoteEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('written_on', models.DateField()),
                    ('words', models.TextField()),
                    ('by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.preparingnote')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='PromisedActionEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('action', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.action')),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('item', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.planitem')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.promisedaction')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='PromiseHeard',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('went', models.CharField(blank=True, choices=[('done', 'DONE'), ('part', 'PART'), ('not', 'NOT')], max_length=4)),
                    ('note', models.CharField(blank=True, default='', max_length=500)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                    ('item', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='heard', to='conferences.planitem')),
                    ('review', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='promises', to='conferences.planreview')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('review', 'item'), name='a_review_speaks_of_a_promise_once')],
                },
            ), migrations.CreateModel(
                name='ResourceAnswer',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('is_agreed', models.BooleanField()),
                    ('cost', models.PositiveIntegerField(default=0)),
                    ('of', models.CharField(blank=True, default='', max_length=200)),
                    ('reason', models.TextField(blank=True, default='')),
                    ('answered_on', models.DateField()),
                    ('answered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                    ('resource', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='conferences.planresource')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('is_agreed', True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='a_declined_wish_has_its_reason')],
                },
            ), migrations.CreateModel(
                name='SafetyFactEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('kind', models.CharField(choices=[('order', 'An order of a court'), ('bail', 'A condition of bail'), ('safe-address', 'An address that must not be known'), ('keep-apart', 'People who must not meet'), ('danger', 'Something that could hurt somebody')], max_length=12)),
                    ('about', models.CharField(max_length=160)),
                    ('words', models.TextField()),
                    ('ends_on', models.DateField(blank=True, null=True)),
                    ('said_on', models.DateField()),
                    ('ended_on', models.DateField(blank=True, null=True)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.safetyfact')),
                    ('said_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='DangerAnsweredEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('did', models.TextField()),
                    ('answered_on', models.DateField()),
                    ('answered_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.dangeranswered')),
                    ('danger', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.dangertold')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='FamilyLinkEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('opens', models.CharField(choices=[('plan', 'plan'), ('childs-plan', 'childs-plan'), ('asking', 'asking')], max_length=12)),
                    ('timing', models.CharField(blank=True, choices=[('start', 'At the beginning'), ('end', 'At the end of the meeting'), ('ask-3', 'After 3 months'), ('ask-6', 'After 6 months'), ('ask-12', 'After 12 months')], default='', max_length=6)),
                    ('made_on', models.DateField()),
                    ('expires_on', models.DateField()),
                    ('closed_on', models.DateField(blank=True, null=True)),
                    ('opened', models.PositiveSmallIntegerField(default=0)),
                    ('answered_on', models.DateField(blank=True, null=True)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('invitee', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.invitee')),
                    ('made_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.familylink')),
                    ('edition', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.planedition')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='MustHaveLookedEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('is_met', models.BooleanField()),
                    ('how', models.TextField(blank=True)),
                    ('said_on', models.DateField()),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('must_have', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.musthave')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.musthavelooked')),
                    ('said_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='OutcomeWordsEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('words', models.TextField(blank=True)),
                    ('read_on', models.DateField(blank=True, null=True)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('invitee', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.invitee')),
                    ('outcome', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.outcome')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.outcomewords')),
                    ('read_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='PromiseHeardEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('went', models.CharField(blank=True, choices=[('done', 'DONE'), ('part', 'PART'), ('not', 'NOT')], max_length=4)),
                    ('note', models.CharField(blank=True, default='', max_length=500)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('item', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.planitem')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.promiseheard')),
                    ('review', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.planreview')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='ResourceAnswerEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('is_agreed', models.BooleanField()),
                    ('cost', models.PositiveIntegerField(default=0)),
                    ('of', models.CharField(blank=True, default='', max_length=200)),
                    ('reason', models.TextField(blank=True, default='')),
                    ('answered_on', models.DateField()),
                    ('answered_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.resourceanswer')),
                    ('resource', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.planresource')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.AddField(
                model_name='familyanswer',
                name='has_responsibility',
                field=models.BooleanField(default=False),
            ), migrations.AddField(
                model_name='familyanswer',
                name='interpreter',
                field=models.CharField(blank=True, default='', max_length=120),
            ), migrations.AddField(
                model_name='familyanswer',
                name='is_child',
                field=models.BooleanField(default=False),
            ), migrations.AddField(
                model_name='familyanswer',
                name='is_kin',
                field=models.BooleanField(default=False),
            ), migrations.AddField(
                model_name='familyanswer',
                name='language',
                field=models.CharField(blank=True, default='', max_length=60),
            ), migrations.AddField(
                model_name='familyanswer',
                name='member',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member'),
            ), migrations.AddField(
                model_name='familyanswer',
                name='not_asked_because',
                field=models.CharField(blank=True, default='', max_length=300),
            ), migrations.AddField(
                model_name='familyanswer',
                name='shares',
                field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('reach', 'How to reach you'), ('language', 'Your language, your faith, what you need to take part'), ('health', 'Your health'), ('school', 'School or nursery'), ('plan', 'The plan there is now, and why'), ('history', 'What happened before'), ('money', 'Home and money')], max_length=12), blank=True, default=list, size=None),
            ), migrations.AddField(
                model_name='familyanswer',
                name='words',
                field=models.TextField(blank=True, default=''),
            ), migrations.AddField(
                model_name='familyanswerevent',
                name='has_responsibility',
                field=models.BooleanField(default=False),
            ), migrations.AddField(
                model_name='familyanswerevent',
                name='interpreter',
                field=models.CharField(blank=True, default='', max_length=120),
            ), migrations.AddField(
                model_name='familyanswerevent',
                name='is_child',
                field=models.BooleanField(default=False),
            ), migrations.AddField(
                model_name='familyanswerevent',
                name='is_kin',
                field=models.BooleanField(default=False),
            ), migrations.AddField(
                model_name='familyanswerevent',
                name='language',
                field=models.CharField(blank=True, default='', max_length=60),
            ), migrations.AddField(
                model_name='familyanswerevent',
                name='member',
                field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member'),
            ), migrations.AddField(
                model_name='familyanswerevent',
                name='not_asked_because',
                field=models.CharField(blank=True, default='', max_length=300),
            ), migrations.AddField(
                model_name='familyanswerevent',
                name='shares',
                field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('reach', 'How to reach you'), ('language', 'Your language, your faith, what you need to take part'), ('health', 'Your health'), ('school', 'School or nursery'), ('plan', 'The plan there is now, and why'), ('history', 'What happened before'), ('money', 'Home and money')], max_length=12), blank=True, default=list, size=None),
            ), migrations.AddField(
                model_name='familyanswerevent',
                name='words',
                field=models.TextField(blank=True, default=''),
            ), migrations.AddField(
                model_name='familyconference',
                name='asks_no_more',
                field=models.BooleanField(default=False),
            ), migrations.AddField(
                model_name='familyconference',
                name='place',
                field=models.CharField(blank=True, default='', max_length=200),
            ), migrations.AddField(
                model_name='familyconference',
                name='planned_on',
                field=models.DateField(blank=True, null=True),
            ), migrations.AddField(
                model_name='familyconference',
                name='starts',
                field=models.TimeField(blank=True, null=True),
            ), migrations.AddField(
                model_name='familyconference',
                name='threshold',
                field=models.CharField(blank=True, choices=[('help', 'help by agreement began'), ('need', 'a child in need plan began'), ('enquiry', 'an enquiry (section 47) began'), ('protection', 'a child protection plan began'), ('before-court', 'the letter before proceedings is near'), ('court', 'proceedings began'), ('looked-after', 'a child came into care'), ('home-again', 'a child is coming home'), ('family-asked', 'the family asked for one')], default='', max_length=14),
            ), migrations.AddField(
                model_name='familyconferenceevent',
                name='asks_no_more',
                field=models.BooleanField(default=False),
            ), migrations.AddField(
                model_name='familyconferenceevent',
                name='place',
                field=models.CharField(blank=True, default='', max_length=200),
            ), migrations.AddField(
                model_name='familyconferenceevent',
                name='planned_on',
                field=models.DateField(blank=True, null=True),
            ), migrations.AddField(
                model_name='familyconferenceevent',
                name='starts',
                field=models.TimeField(blank=True, null=True),
            ), migrations.AddField(
                model_name='familyconferenceevent',
                name='threshold',
                field=models.CharField(blank=True, choices=[('help', 'help by agreement began'), ('need', 'a child in need plan began'), ('enquiry', 'an enquiry (section 47) began'), ('protection', 'a child protection plan began'), ('before-court', 'the letter before proceedings is near'), ('court', 'proceedings began'), ('looked-after', 'a child came into care'), ('home-again', 'a child is coming home'), ('family-asked', 'the family asked for one')], default='', max_length=14),
            ), migrations.AddField(
                model_name='familymeeting',
                name='children_there',
                field=models.PositiveSmallIntegerField(blank=True, null=True),
            ), migrations.AddField(
                model_name='familymeeting',
                name='children_with_advocate',
                field=models.PositiveSmallIntegerField(blank=True, null=True),
            ), migrations.AddField(
                model_name='familymeeting',
                name='father_came',
                field=models.BooleanField(default=None, null=True),
            ), migrations.AddField(
                model_name='familymeeting',
                name='fathers_side',
                field=models.PositiveSmallIntegerField(blank=True, null=True),
            ), migrations.AddField(
                model_name='familymeeting',
                name='mothers_side',
                field=models.PositiveSmallIntegerField(blank=True, null=True),
            ), migrations.AddField(
                model_name='familymeeting',
                name='others',
                field=models.PositiveSmallIntegerField(blank=True, null=True),
            ), migrations.AddField(
                model_name='familymeeting',
                name='professionals',
                field=models.PositiveSmallIntegerField(blank=True, null=True),
            ), migrations.AddField(
                model_name='familymeetingevent',
                name='children_there',
                field=models.PositiveSmallIntegerField(blank=True, null=True),
            ), migrations.AddField(
                model_name='familymeetingevent',
                name='children_with_advocate',
                field=models.PositiveSmallIntegerField(blank=True, null=True),
            ), migrations.AddField(
                model_name='familymeetingevent',
                name='father_came',
                field=models.BooleanField(default=None, null=True),
            ), migrations.AddField(
                model_name='familymeetingevent',
                name='fathers_side',
                field=models.PositiveSmallIntegerField(blank=True, null=True),
            ), migrations.AddField(
                model_name='familymeetingevent',
                name='mothers_side',
                field=models.PositiveSmallIntegerField(blank=True, null=True),
            ), migrations.AddField(
                model_name='familymeetingevent',
                name='others',
                field=models.PositiveSmallIntegerField(blank=True, null=True),
            ), migrations.AddField(
                model_name='familymeetingevent',
                name='professionals',
                field=models.PositiveSmallIntegerField(blank=True, null=True),
            ), migrations.AddField(
                model_name='familyplan',
                name='family_time',
                field=models.TextField(blank=True, default=''),
            ), migrations.AddField(
                model_name='familyplan',
                name='in_childs_words',
                field=models.TextField(blank=True, default=''),
            ), migrations.AddField(
                model_name='familyplan',
                name='review_on',
                field=models.DateField(blank=True, null=True),
            ), migrations.AddField(
                model_name='familyplan',
                name='warning_signs',
                field=models.TextField(blank=True, default=''),
            ), migrations.AddField(
                model_name='familyplanevent',
                name='family_time',
                field=models.TextField(blank=True, default=''),
            ), migrations.AddField(
                model_name='familyplanevent',
                name='in_childs_words',
                field=models.TextField(blank=True, default=''),
            ), migrations.AddField(
                model_name='familyplanevent',
                name='review_on',
                field=models.DateField(blank=True, null=True),
            ), migrations.AddField(
                model_name='familyplanevent',
                name='warning_signs',
                field=models.TextField(blank=True, default=''),
            ), migrations.AddField(
                model_name='invitee',
                name='advocate',
                field=models.CharField(blank=True, default='', max_length=120),
            ), migrations.AddField(
                model_name='invitee',
                name='came',
                field=models.BooleanField(default=None, null=True),
            ), migrations.AddField(
                model_name='invitee',
                name='email',
                field=models.EmailField(blank=True, default='', max_length=254),
            ), migrations.AddField(
                model_name='invitee',
                name='is_child',
                field=models.BooleanField(default=False),
            ), migrations.AddField(
                model_name='invitee',
                name='is_parent',
                field=models.BooleanField(default=False),
            ), migrations.AddField(
                model_name='invitee',
                name='is_safe_to_write',
                field=models.BooleanField(default=None, null=True),
            ), migrations.AddField(
                model_name='invitee',
                name='is_screened',
                field=models.BooleanField(default=False),
            ), migrations.AddField(
                model_name='invitee',
                name='language',
                field=models.CharField(blank=True, default='', max_length=60),
            ), migrations.AddField(
                model_name='invitee',
                name='needs',
                field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), blank=True, default=list, size=None),
            ), migrations.AddField(
                model_name='invitee',
                name='protected',
                field=models.TextField(blank=True, default=''),
            ), migrations.AddField(
                model_name='invitee',
                name='wants_no_asking',
                field=models.BooleanField(default=False),
            ), migrations.AddField(
                model_name='invitee',
                name='way',
                field=models.CharField(choices=[('together', 'In the room with the others'), ('other-room', 'In another room, with another door and another time to come'), ('other-time', 'On another day or at another hour'), ('shuttle', 'The coordinator goes to and fro between two places'), ('by-video', 'By video or telephone'), ('in-writing', 'By a letter, a recording or a drawing'), ('spoken-for', 'Somebody speaks for them'), ('not-invited', 'Not invited, to keep somebody safe')], default='together', max_length=12),
            ), migrations.AddField(
                model_name='invitee',
                name='why_not',
                field=models.CharField(blank=True, default='', max_length=500),
            ), migrations.AddField(
                model_name='inviteeevent',
                name='advocate',
                field=models.CharField(blank=True, default='', max_length=120),
            ), migrations.AddField(
                model_name='inviteeevent',
                name='came',
                field=models.BooleanField(default=None, null=True),
            ), migrations.AddField(
                model_name='inviteeevent',
                name='email',
                field=models.EmailField(blank=True, default='', max_length=254),
            ), migrations.AddField(
                model_name='inviteeevent',
                name='is_child',
                field=models.BooleanField(default=False),
            ), migrations.AddField(
                model_name='inviteeevent',
                name='is_parent',
                field=models.BooleanField(default=False),
            ), migrations.AddField(
                model_name='inviteeevent',
                name='is_safe_to_write',
                field=models.BooleanField(default=None, null=True),
            ), migrations.AddField(
                model_name='inviteeevent',
                name='is_screened',
                field=models.BooleanField(default=False),
            ), migrations.AddField(
                model_name='inviteeevent',
                name='language',
                field=models.CharField(blank=True, default='', max_length=60),
            ), migrations.AddField(
                model_name='inviteeevent',
                name='needs',
                field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), blank=True, default=list, size=None),
            ), migrations.AddField(
                model_name='inviteeevent',
                name='protected',
                field=models.TextField(blank=True, default=''),
            ), migrations.AddField(
                model_name='inviteeevent',
                name='wants_no_asking',
                field=models.BooleanField(default=False),
            ), migrations.AddField(
                model_name='inviteeevent',
                name='way',
                field=models.CharField(choices=[('together', 'In the room with the others'), ('other-room', 'In another room, with another door and another time to come'), ('other-time', 'On another day or at another hour'), ('shuttle', 'The coordinator goes to and fro between two places'), ('by-video', 'By video or telephone'), ('in-writing', 'By a letter, a recording or a drawing'), ('spoken-for', 'Somebody speaks for them'), ('not-invited', 'Not invited, to keep somebody safe')], default='together', max_length=12),
            ), migrations.AddField(
                model_name='inviteeevent',
                name='why_not',
                field=models.CharField(blank=True, default='', max_length=500),
            ), migrations.AddField(
                model_name='mandate',
                name='up_to',
                field=models.PositiveIntegerField(blank=True, null=True),
            ), migrations.AddField(
                model_name='mandateevent',
                name='up_to',
                field=models.PositiveIntegerField(blank=True, null=True),
            ), migrations.AlterField(
                model_name='familyanswer',
                name='answer',
                field=models.CharField(choices=[('yes', 'Yes, would like one'), ('thinking', 'Asked, wants time to think'), ('no', 'Asked, does not want one now'), ('no-reply', 'Asked, and has not answered'), ('not-asked', 'Not asked, and why')], max_length=10),
            ), migrations.AlterField(
                model_name='familyanswerevent',
                name='answer',
                field=models.CharField(choices=[('yes', 'Yes, would like one'), ('thinking', 'Asked, wants time to think'), ('no', 'Asked, does not want one now'), ('no-reply', 'Asked, and has not answered'), ('not-asked', 'Not asked, and why')], max_length=10),
            ), migrations.AlterField(
                model_name='mandate',
                name='words',
                field=models.TextField(blank=True),
            ), migrations.AlterField(
                model_name='mandateevent',
                name='words',
                field=models.TextField(blank=True),
            ), migrations.AddConstraint(
                model_name='familyanswer',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', 'not-asked'), _negated=True), models.Q(('not_asked_because', ''), _negated=True), _connector='OR'), name='nobody_is_left_out_without_a_reason'),
            ), migrations.AddConstraint(
                model_name='planitem',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('keeper__isnull', False), ('whose', 'ours')), models.Q(('due_on', None), ('keeper', None)), _connector='OR'), name='a_relatives_promise_stays_the_familys_own'),
            ), migrations.AddField(
                model_name='invitee',
                name='network',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.networkperson'),
            ), migrations.AddField(
                model_name='inviteeevent',
                name='network',
                field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.networkperson'),
            ), migrations.AddConstraint(
                model_name='invitee',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('way', 'not-invited'), _negated=True), models.Q(('why_not', ''), _negated=True), _connector='OR'), name='who_is_not_invited_has_a_reason'),
            ), pgtrigger.migrations.AddTrigger(
                model_name='familyanswer',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_familyanswerevent" ("answer", "asked_by_id", "asked_on", "case_id", "conference_id", "created_at", "has_responsibility", "id", "interpreter", "is_child", "is_kin", "language", "member_id", "not_asked_because", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shares", "tie", "version", "who", "words") VALUES (NEW."answer", NEW."asked_by_id", NEW."asked_on", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."has_responsibility", NEW."id", NEW."interpreter", NEW."is_child", NEW."is_kin", NEW."language", NEW."member_id", NEW."not_asked_because", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."shares", NEW."tie", NEW."version", NEW."who", NEW."words"); RETURN NULL;', hash='f57fa57e30f2a5f7843aa28626f5d2f3dfc9add8', operation='INSERT', pgid='pgtrigger_insert_insert_e75e1', table='conferences_familyanswer', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='familyanswer',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_familyanswerevent" ("answer", "asked_by_id", "asked_on", "case_id", "conference_id", "created_at", "has_responsibility", "id", "interpreter", "is_child", "is_kin", "language", "member_id", "not_asked_because", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shares", "tie", "version", "who", "words") VALUES (NEW."answer", NEW."asked_by_id", NEW."asked_on", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."has_responsibility", NEW."id", NEW."interpreter", NEW."is_child", NEW."is_kin", NEW."language", NEW."member_id", NEW."not_asked_because", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."shares", NEW."tie", NEW."version", NEW."who", NEW."words"); RETURN NULL;', hash='68494c31fb23001c3d2b29e9274c161aeb716b51', operation='UPDATE', pgid='pgtrigger_update_update_08186', table='conferences_familyanswer', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='familyconference',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_familyconferenceevent" ("asks_no_more", "before_proceedings", "case_id", "coordinator_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "plan_given_on", "planned_on", "referred_by_id", "referred_on", "starts", "threshold", "version") VALUES (NEW."asks_no_more", NEW."before_proceedings", NEW."case_id", NEW."coordinator_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."plan_given_on", NEW."planned_on", NEW."referred_by_id", NEW."referred_on", NEW."starts", NEW."threshold", NEW."version"); RETURN NULL;', hash='7e8b65e8fe15d3e0141dcf42b44b868f55fc4d64', operation='INSERT', pgid='pgtrigger_insert_insert_e8ff9', table='conferences_familyconference', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='familyconference',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_familyconferenceevent" ("asks_no_more", "before_proceedings", "case_id", "coordinator_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "plan_given_on", "planned_on", "referred_by_id", "referred_on", "starts", "threshold", "version") VALUES (NEW."asks_no_more", NEW."before_proceedings", NEW."case_id", NEW."coordinator_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."plan_given_on", NEW."planned_on", NEW."referred_by_id", NEW."referred_on", NEW."starts", NEW."threshold", NEW."version"); RETURN NULL;', hash='c168b4549cbaa1eed22520cc659bb6120c04d41a', operation='UPDATE', pgid='pgtrigger_update_update_25597', table='conferences_familyconference', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='familymeeting',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_familymeetingevent" ("case_id", "children_there", "children_with_advocate", "conference_id", "created_at", "father_came", "fathers_side", "held_on", "id", "mothers_side", "others", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "private_from", "private_until", "professionals", "version") VALUES (NEW."case_id", NEW."children_there", NEW."children_with_advocate", NEW."conference_id", NEW."created_at", NEW."father_came", NEW."fathers_side", NEW."held_on", NEW."id", NEW."mothers_side", NEW."others", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."private_from", NEW."private_until", NEW."professionals", NEW."version"); RETURN NULL;', hash='db0fd021482e5c6368add085cfde3c4f283a737e', operation='INSERT', pgid='pgtrigger_insert_insert_07094', table='conferences_familymeeting', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='familymeeting',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_familymeetingevent" ("case_id", "children_there", "children_with_advocate", "conference_id", "created_at", "father_came", "fathers_side", "held_on", "id", "mothers_side", "others", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "private_from", "private_until", "professionals", "version") VALUES (NEW."case_id", NEW."children_there", NEW."children_with_advocate", NEW."conference_id", NEW."created_at", NEW."father_came", NEW."fathers_side", NEW."held_on", NEW."id", NEW."mothers_side", NEW."others", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."private_from", NEW."private_until", NEW."professionals", NEW."version"); RETURN NULL;', hash='c8f11874a939c9d356c0701b79e5c3a81da6655a', operation='UPDATE', pgid='pgtrigger_update_update_2c510', table='conferences_familymeeting', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='familyplan',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_familyplanevent" ("case_id", "childs_message", "conference_id", "contingency", "created_at", "family_time", "id", "in_childs_words", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_keeper", "review_on", "version", "warning_signs") VALUES (NEW."case_id", NEW."childs_message", NEW."conference_id", NEW."contingency", NEW."created_at", NEW."family_time", NEW."id", NEW."in_childs_words", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plan_keeper", NEW."review_on", NEW."version", NEW."warning_signs"); RETURN NULL;', hash='60952a738da92983b066be189c93302c46f90a52', operation='INSERT', pgid='pgtrigger_insert_insert_fa224', table='conferences_familyplan', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='familyplan',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_familyplanevent" ("case_id", "childs_message", "conference_id", "contingency", "created_at", "family_time", "id", "in_childs_words", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_keeper", "review_on", "version", "warning_signs") VALUES (NEW."case_id", NEW."childs_message", NEW."conference_id", NEW."contingency", NEW."created_at", NEW."family_time", NEW."id", NEW."in_childs_words", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plan_keeper", NEW."review_on", NEW."version", NEW."warning_signs"); RETURN NULL;', hash='b3dde12c4c0bbb0778991f48c4a549fa3bf84ae6', operation='UPDATE', pgid='pgtrigger_update_update_d6ead', table='conferences_familyplan', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='invitee',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_inviteeevent" ("advocate", "answer", "came", "case_id", "conference_id", "created_at", "email", "id", "is_child", "is_parent", "is_safe_to_write", "is_screened", "kind", "language", "name", "needs", "network_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protected", "reach", "safe_contact", "side", "taking_part", "tie", "version", "wants_no_asking", "way", "why_not") VALUES (NEW."advocate", NEW."answer", NEW."came", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."email", NEW."id", NEW."is_child", NEW."is_parent", NEW."is_safe_to_write", NEW."is_screened", NEW."kind", NEW."language", NEW."name", NEW."needs", NEW."network_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."protected", NEW."reach", NEW."safe_contact", NEW."side", NEW."taking_part", NEW."tie", NEW."version", NEW."wants_no_asking", NEW."way", NEW."why_not"); RETURN NULL;', hash='1b082af20f93a2942ce23946b5b2123d69da11a2', operation='INSERT', pgid='pgtrigger_insert_insert_6c230', table='conferences_invitee', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='invitee',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_inviteeevent" ("advocate", "answer", "came", "case_id", "conference_id", "created_at", "email", "id", "is_child", "is_parent", "is_safe_to_write", "is_screened", "kind", "language", "name", "needs", "network_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protected", "reach", "safe_contact", "side", "taking_part", "tie", "version", "wants_no_asking", "way", "why_not") VALUES (NEW."advocate", NEW."answer", NEW."came", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."email", NEW."id", NEW."is_child", NEW."is_parent", NEW."is_safe_to_write", NEW."is_screened", NEW."kind", NEW."language", NEW."name", NEW."needs", NEW."network_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."protected", NEW."reach", NEW."safe_contact", NEW."side", NEW."taking_part", NEW."tie", NEW."version", NEW."wants_no_asking", NEW."way", NEW."why_not"); RETURN NULL;', hash='3e641543010b17913a9d32b2ccc259f4575e3f07', operation='UPDATE', pgid='pgtrigger_update_update_2407b', table='conferences_invitee', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='mandate',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_mandateevent" ("case_id", "conference_id", "created_at", "given_by_id", "given_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "up_to", "version", "words") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."given_by_id", NEW."given_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."up_to", NEW."version", NEW."words"); RETURN NULL;', hash='6329c12e8e9e3b6754f42e9ee09149789661c2e2', operation='INSERT', pgid='pgtrigger_insert_insert_622b5', table='conferences_mandate', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='mandate',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_mandateevent" ("case_id", "conference_id", "created_at", "given_by_id", "given_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "up_to", "version", "words") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."given_by_id", NEW."given_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."up_to", NEW."version", NEW."words"); RETURN NULL;', hash='fb79a3c7bf3fbdf080dd9c35b793754073962be0', operation='UPDATE', pgid='pgtrigger_update_update_c3610', table='conferences_mandate', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='planitem',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_planitemevent" ("case_id", "conference_id", "created_at", "due_on", "how_we_know", "id", "keeper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised_to", "removed_on", "version", "what", "when", "who", "whose") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."due_on", NEW."how_we_know", NEW."id", NEW."keeper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."promised_to", NEW."removed_on", NEW."version", NEW."what", NEW."when", NEW."who", NEW."whose"); RETURN NULL;', hash='62f040bdc5ec338227104c347c73d6e65bb27ffd', operation='INSERT', pgid='pgtrigger_insert_insert_5f2de', table='conferences_planitem', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='planitem',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_planitemevent" ("case_id", "conference_id", "created_at", "due_on", "how_we_know", "id", "keeper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised_to", "removed_on", "version", "what", "when", "who", "whose") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."due_on", NEW."how_we_know", NEW."id", NEW."keeper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."promised_to", NEW."removed_on", NEW."version", NEW."what", NEW."when", NEW."who", NEW."whose"); RETURN NULL;', hash='f429fdcb36300cc5231a782230977ab7c51f58a5', operation='UPDATE', pgid='pgtrigger_update_update_28902', table='conferences_planitem', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='arrangement',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_arrangementevent" ("case_id", "conference_id", "created_at", "id", "is_done", "need", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "words") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."id", NEW."is_done", NEW."need", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version", NEW."words"); RETURN NULL;', hash='0e183d6639fda9cccb387f578cfae1d8fb48c852', operation='INSERT', pgid='pgtrigger_insert_insert_5dce3', table='conferences_arrangement', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='arrangement',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_arrangementevent" ("case_id", "conference_id", "created_at", "id", "is_done", "need", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "words") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."id", NEW."is_done", NEW."need", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version", NEW."words"); RETURN NULL;', hash='4a73ecc0984f37105599e571d2b1781be711afe4', operation='UPDATE', pgid='pgtrigger_update_update_7e2d9', table='conferences_arrangement', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='arrangementevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='58edb35760124a3a8d4ccfad2d66aa80d6357985', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_799ed', table='conferences_arrangementevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='couldcare',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_couldcareevent" ("case_id", "conference_id", "created_at", "for_long", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_on", "tie", "version", "who") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."for_long", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."removed_on", NEW."tie", NEW."version", NEW."who"); RETURN NULL;', hash='eb9bcfe7fb398ff6721ed53768ef09eba626cdf0', operation='INSERT', pgid='pgtrigger_insert_insert_6f28c', table='conferences_couldcare', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='couldcare',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_couldcareevent" ("case_id", "conference_id", "created_at", "for_long", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_on", "tie", "version", "who") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."for_long", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."removed_on", NEW."tie", NEW."version", NEW."who"); RETURN NULL;', hash='4dd03a36d5c7ea299994038a54fa5b04ed6ab99d', operation='UPDATE', pgid='pgtrigger_update_update_cca46', table='conferences_couldcare', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='couldcareevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='95f7daac8d0859055ee9edc76c0780786493cee1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_67830', table='conferences_couldcareevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='dangertold',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_dangertoldevent" ("case_id", "children", "conference_id", "created_at", "family", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_by_id", "said_on", "soon", "spoken_with", "told", "version", "why_family_not_told", "words") VALUES (NEW."case_id", NEW."children", NEW."conference_id", NEW."created_at", NEW."family", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."said_by_id", NEW."said_on", NEW."soon", NEW."spoken_with", NEW."told", NEW."version", NEW."why_family_not_told", NEW."words"); RETURN NULL;', hash='12ad2140668ce02b0d7d5a46ef9fd12379b5f73b', operation='INSERT', pgid='pgtrigger_insert_insert_c1487', table='conferences_dangertold', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='dangertold',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_dangertoldevent" ("case_id", "children", "conference_id", "created_at", "family", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_by_id", "said_on", "soon", "spoken_with", "told", "version", "why_family_not_told", "words") VALUES (NEW."case_id", NEW."children", NEW."conference_id", NEW."created_at", NEW."family", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."said_by_id", NEW."said_on", NEW."soon", NEW."spoken_with", NEW."told", NEW."version", NEW."why_family_not_told", NEW."words"); RETURN NULL;', hash='ec633f4f16e98e7af880ea47b04c722c107f5483', operation='UPDATE', pgid='pgtrigger_update_update_b6dbf', table='conferences_dangertold', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='dangeransweredevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='dfd40c13ceac9b6b405c7fd3b9fa7e86196e5a87', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f5b3a', table='conferences_dangeransweredevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='dangeranswered',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_dangeransweredevent" ("answered_by_id", "answered_on", "case_id", "conference_id", "created_at", "danger_id", "did", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."answered_by_id", NEW."answered_on", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."danger_id", NEW."did", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version"); RETURN NULL;', hash='1fe8847bc3e3458ca69e61aa6529a337ec7350d3', operation='INSERT', pgid='pgtrigger_insert_insert_575cd', table='conferences_dangeranswered', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='dangeranswered',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_dangeransweredevent" ("answered_by_id", "answered_on", "case_id", "conference_id", "created_at", "danger_id", "did", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."answered_by_id", NEW."answered_on", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."danger_id", NEW."did", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version"); RETURN NULL;', hash='8f32cce6dc97036dc22bb4d265efc220f243e56e', operation='UPDATE', pgid='pgtrigger_update_update_df5fd', table='conferences_dangeranswered', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='dangertoldevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a45f9dd5372b587395a97fad1955e1f4edfbbad7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_68a4e', table='conferences_dangertoldevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='informationreport',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_informationreportevent" ("asked_on", "case_id", "conference_id", "created_at", "going_well", "id", "invitee_id", "offers", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ready_on", "version", "who", "worries", "written_by_id") VALUES (NEW."asked_on", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."going_well", NEW."id", NEW."invitee_id", NEW."offers", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."ready_on", NEW."version", NEW."who", NEW."worries", NEW."written_by_id"); RETURN NULL;', hash='6dc33abbc010042d8ecb2886eaffb76512728b6d', operation='INSERT', pgid='pgtrigger_insert_insert_a050d', table='conferences_informationreport', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='informationreport',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_informationreportevent" ("asked_on", "case_id", "conference_id", "created_at", "going_well", "id", "invitee_id", "offers", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ready_on", "version", "who", "worries", "written_by_id") VALUES (NEW."asked_on", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."going_well", NEW."id", NEW."invitee_id", NEW."offers", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."ready_on", NEW."version", NEW."who", NEW."worries", NEW."written_by_id"); RETURN NULL;', hash='e8d6cb4e79ba2ca0c57ece55c7b557baf68075f7', operation='UPDATE', pgid='pgtrigger_update_update_a3d6a', table='conferences_informationreport', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='informationreportevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2e09aec92e03678490e3bd08cc38549b49fba1ad', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d0aa5', table='conferences_informationreportevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='keptapart',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_keptapartevent" ("because", "case_id", "conference_id", "created_at", "ended_on", "id", "is_by_law", "one_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "two_id", "version") VALUES (NEW."because", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."ended_on", NEW."id", NEW."is_by_law", NEW."one_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."two_id", NEW."version"); RETURN NULL;', hash='254012154b0e87c51716df377e5c13d604699327', operation='INSERT', pgid='pgtrigger_insert_insert_2ffe4', table='conferences_keptapart', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='keptapart',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_keptapartevent" ("because", "case_id", "conference_id", "created_at", "ended_on", "id", "is_by_law", "one_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "two_id", "version") VALUES (NEW."because", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."ended_on", NEW."id", NEW."is_by_law", NEW."one_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."two_id", NEW."version"); RETURN NULL;', hash='7d4fe340932bd4a0f64ae38906fae9b48c9a7b2a', operation='UPDATE', pgid='pgtrigger_update_update_34400', table='conferences_keptapart', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='keptapartevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='58d6f019ccbef24014c220ef197f6cf56048def1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_24050', table='conferences_keptapartevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='letter',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_letterevent" ("case_id", "conference_id", "created_at", "id", "invitee_id", "is_right_to_left", "kind", "language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reader", "sent_how", "sent_on", "text", "version", "written_on") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."id", NEW."invitee_id", NEW."is_right_to_left", NEW."kind", NEW."language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reader", NEW."sent_how", NEW."sent_on", NEW."text", NEW."version", NEW."written_on"); RETURN NULL;', hash='8d2c4a2978e3b1d1c34c72be41c0c7ac8e14dc2d', operation='INSERT', pgid='pgtrigger_insert_insert_82dd1', table='conferences_letter', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='letter',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_letterevent" ("case_id", "conference_id", "created_at", "id", "invitee_id", "is_right_to_left", "kind", "language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reader", "sent_how", "sent_on", "text", "version", "written_on") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."id", NEW."invitee_id", NEW."is_right_to_left", NEW."kind", NEW."language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reader", NEW."sent_how", NEW."sent_on", NEW."text", NEW."version", NEW."written_on"); RETURN NULL;', hash='6b4b2ceec9c5a20829889c7db6fde368e9126418', operation='UPDATE', pgid='pgtrigger_update_update_8f7a3', table='conferences_letter', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='letterevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='41d5d59853e9bad35c07778985c6282a18016dd1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9df51', table='conferences_letterevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='maypromise',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_maypromiseevent" ("case_id", "conference_id", "created_at", "id", "mandate_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "up_to", "version", "what") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."id", NEW."mandate_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."up_to", NEW."version", NEW."what"); RETURN NULL;', hash='5c559fb1f36b2322f436835b0fc66a3871968379', operation='INSERT', pgid='pgtrigger_insert_insert_66c52', table='conferences_maypromise', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='maypromise',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_maypromiseevent" ("case_id", "conference_id", "created_at", "id", "mandate_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "up_to", "version", "what") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."id", NEW."mandate_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."up_to", NEW."version", NEW."what"); RETURN NULL;', hash='4736e5a15dd117336e6775f0cc54b1f8709efcf3', operation='UPDATE', pgid='pgtrigger_update_update_6ac36', table='conferences_maypromise', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='maypromiseevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='47e56f716f43b1ef34716c628246f5048c02b850', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_3fcb3', table='conferences_maypromiseevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='musthave',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_musthaveevent" ("case_id", "conference_id", "created_at", "ended_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "said_by_id", "said_on", "version", "words") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."ended_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."said_by_id", NEW."said_on", NEW."version", NEW."words"); RETURN NULL;', hash='8bea22f2d8dfed29019b9ba27c0f8c858e0ea22b', operation='INSERT', pgid='pgtrigger_insert_insert_1748e', table='conferences_musthave', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='musthave',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_musthaveevent" ("case_id", "conference_id", "created_at", "ended_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "said_by_id", "said_on", "version", "words") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."ended_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."said_by_id", NEW."said_on", NEW."version", NEW."words"); RETURN NULL;', hash='c5211aa9d12007e5fd2d2a6b0ad2523c0de7d907', operation='UPDATE', pgid='pgtrigger_update_update_05cdc', table='conferences_musthave', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='musthaveevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='962ee3287a91033209bd0ad610b654f298966706', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_62075', table='conferences_musthaveevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='musthavelooked',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_musthavelookedevent" ("case_id", "conference_id", "created_at", "how", "id", "is_met", "must_have_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_by_id", "said_on", "version") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."how", NEW."id", NEW."is_met", NEW."must_have_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."said_by_id", NEW."said_on", NEW."version"); RETURN NULL;', hash='6b3ea1eaf22d97282fe0fa74104eac6c83bf2b4e', operation='INSERT', pgid='pgtrigger_insert_insert_385b6', table='conferences_musthavelooked', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='musthavelooked',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_musthavelookedevent" ("case_id", "conference_id", "created_at", "how", "id", "is_met", "must_have_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_by_id", "said_on", "version") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."how", NEW."id", NEW."is_met", NEW."must_have_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."said_by_id", NEW."said_on", NEW."version"); RETURN NULL;', hash='1479dba87cd736aa22c6e5149d8131a66c962000', operation='UPDATE', pgid='pgtrigger_update_update_9dd47', table='conferences_musthavelooked', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='musthavelookedevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='71896a585c4a1aa0cff86a05ec817add5b03ecdc', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c82b3', table='conferences_musthavelookedevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='networkperson',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_networkpersonevent" ("case_id", "conference_id", "created_at", "has_died", "id", "is_child", "is_parent", "member_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_on", "side", "tie", "version") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."has_died", NEW."id", NEW."is_child", NEW."is_parent", NEW."member_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."removed_on", NEW."side", NEW."tie", NEW."version"); RETURN NULL;', hash='e6c699336b868e79e978b2fa7885db6cd15b178a', operation='INSERT', pgid='pgtrigger_insert_insert_39310', table='conferences_networkperson', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='networkperson',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_networkpersonevent" ("case_id", "conference_id", "created_at", "has_died", "id", "is_child", "is_parent", "member_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_on", "side", "tie", "version") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."has_died", NEW."id", NEW."is_child", NEW."is_parent", NEW."member_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."removed_on", NEW."side", NEW."tie", NEW."version"); RETURN NULL;', hash='3d510229ca354c8090db30f9cbcf7c985669d2c1', operation='UPDATE', pgid='pgtrigger_update_update_76745', table='conferences_networkperson', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='networkpersonevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9b525b8cc4076e7037454893dfa42caa5d4785ac', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_21ffa', table='conferences_networkpersonevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='nottakenup',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_nottakenupevent" ("attempts", "case_id", "conference_id", "created_at", "decided_by_id", "evidence", "id", "noted_by_id", "noted_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "why", "words") VALUES (NEW."attempts", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."decided_by_id", NEW."evidence", NEW."id", NEW."noted_by_id", NEW."noted_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version", NEW."why", NEW."words"); RETURN NULL;', hash='f1e0dd9143cbf778ae70c78d3509da50212ea2f9', operation='INSERT', pgid='pgtrigger_insert_insert_6307e', table='conferences_nottakenup', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='nottakenup',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_nottakenupevent" ("attempts", "case_id", "conference_id", "created_at", "decided_by_id", "evidence", "id", "noted_by_id", "noted_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "why", "words") VALUES (NEW."attempts", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."decided_by_id", NEW."evidence", NEW."id", NEW."noted_by_id", NEW."noted_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version", NEW."why", NEW."words"); RETURN NULL;', hash='11b9ed9519124d057ff1f616e1f1abb2085fa761', operation='UPDATE', pgid='pgtrigger_update_update_56e3e', table='conferences_nottakenup', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='nottakenupevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='bc90e8b9cbe1604eb905cad284bdbcdb0d2a313f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_40334', table='conferences_nottakenupevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='notyetoffered',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_notyetofferedevent" ("case_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_by_id", "said_on", "threshold", "version", "why") VALUES (NEW."case_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."said_by_id", NEW."said_on", NEW."threshold", NEW."version", NEW."why"); RETURN NULL;', hash='605bcd8c124bbbb096d161349df9ee215fbe23b4', operation='INSERT', pgid='pgtrigger_insert_insert_be1dd', table='conferences_notyetoffered', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='notyetoffered',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_notyetofferedevent" ("case_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_by_id", "said_on", "threshold", "version", "why") VALUES (NEW."case_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."said_by_id", NEW."said_on", NEW."threshold", NEW."version", NEW."why"); RETURN NULL;', hash='271eefd809cc060e8fdc47398d18a9e33cf26e39', operation='UPDATE', pgid='pgtrigger_update_update_f637d', table='conferences_notyetoffered', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='notyetofferedevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='fee377ea19aacbfa986c8dbf55a6b3dde3a86ed7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4c848', table='conferences_notyetofferedevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='offerinletter',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_offerinletterevent" ("case_id", "created_at", "id", "is_in_letter", "letter_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_by_id", "said_on", "version") VALUES (NEW."case_id", NEW."created_at", NEW."id", NEW."is_in_letter", NEW."letter_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."said_by_id", NEW."said_on", NEW."version"); RETURN NULL;', hash='178aca1dcd887f2a6631b3f24de5e89e253d42ed', operation='INSERT', pgid='pgtrigger_insert_insert_bc5be', table='conferences_offerinletter', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='offerinletter',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_offerinletterevent" ("case_id", "created_at", "id", "is_in_letter", "letter_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_by_id", "said_on", "version") VALUES (NEW."case_id", NEW."created_at", NEW."id", NEW."is_in_letter", NEW."letter_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."said_by_id", NEW."said_on", NEW."version"); RETURN NULL;', hash='7d42ffa7ecb44a50e84a7c0ec6af9b403c047799', operation='UPDATE', pgid='pgtrigger_update_update_f1ed7', table='conferences_offerinletter', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='offerinletterevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f8c071dda661eabf95a33361dd2c32a33645ba6e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_45402', table='conferences_offerinletterevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='outcome',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_outcomeevent" ("answered_on", "by_link", "case_id", "conference_id", "control", "coping", "created_at", "happy", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "safer", "speaks_of_danger", "timing", "version") VALUES (NEW."answered_on", NEW."by_link", NEW."case_id", NEW."conference_id", NEW."control", NEW."coping", NEW."created_at", NEW."happy", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."safer", NEW."speaks_of_danger", NEW."timing", NEW."version"); RETURN NULL;', hash='6f0f68fd7c1f25c037aed75e6c4482d21f0ae180', operation='INSERT', pgid='pgtrigger_insert_insert_579e8', table='conferences_outcome', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='outcome',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_outcomeevent" ("answered_on", "by_link", "case_id", "conference_id", "control", "coping", "created_at", "happy", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "safer", "speaks_of_danger", "timing", "version") VALUES (NEW."answered_on", NEW."by_link", NEW."case_id", NEW."conference_id", NEW."control", NEW."coping", NEW."created_at", NEW."happy", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."safer", NEW."speaks_of_danger", NEW."timing", NEW."version"); RETURN NULL;', hash='af117ea3a00a3036f25c2e2a5ee72c35a0161114', operation='UPDATE', pgid='pgtrigger_update_update_51ff2', table='conferences_outcome', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='outcomeevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='705ba14d0d4573e27a6364f66969409814989b15', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_68ee2', table='conferences_outcomeevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='outcomewords',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_outcomewordsevent" ("case_id", "conference_id", "created_at", "id", "invitee_id", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_by_id", "read_on", "version", "words") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."id", NEW."invitee_id", NEW."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."read_by_id", NEW."read_on", NEW."version", NEW."words"); RETURN NULL;', hash='dfd1dfad60640df0b1ad48ad3a577dc799cad719', operation='INSERT', pgid='pgtrigger_insert_insert_4ce9e', table='conferences_outcomewords', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='outcomewords',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_outcomewordsevent" ("case_id", "conference_id", "created_at", "id", "invitee_id", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_by_id", "read_on", "version", "words") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."id", NEW."invitee_id", NEW."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."read_by_id", NEW."read_on", NEW."version", NEW."words"); RETURN NULL;', hash='bd9881b7a56393f65d16dca6aa03b0cb49252ec5', operation='UPDATE', pgid='pgtrigger_update_update_7647e', table='conferences_outcomewords', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='outcomewordsevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c5b2742f7b57b24a27de34a9a495a05134564c1d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e3054', table='conferences_outcomewordsevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='planedition',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_planeditionevent" ("agreed_on", "case_id", "conference_id", "content", "created_at", "edition", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."agreed_on", NEW."case_id", NEW."conference_id", NEW."content", NEW."created_at", NEW."edition", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version"); RETURN NULL;', hash='debff23ac8cc63373f9a82861fcd16aa576c75fd', operation='INSERT', pgid='pgtrigger_insert_insert_26ba4', table='conferences_planedition', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='planedition',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_planeditionevent" ("agreed_on", "case_id", "conference_id", "content", "created_at", "edition", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."agreed_on", NEW."case_id", NEW."conference_id", NEW."content", NEW."created_at", NEW."edition", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version"); RETURN NULL;', hash='111eaf99efe6d8a3edfa78344a7331e13e5507f1', operation='UPDATE', pgid='pgtrigger_update_update_515e3', table='conferences_planedition', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='familylinkevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='6d52897d77601726f05c4d7a48f6b1781fe7f387', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4ff49', table='conferences_familylinkevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='familylink',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_familylinkevent" ("answered_on", "case_id", "closed_on", "conference_id", "created_at", "edition_id", "expires_on", "id", "invitee_id", "made_by_id", "made_on", "opened", "opens", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "timing", "version") VALUES (NEW."answered_on", NEW."case_id", NEW."closed_on", NEW."conference_id", NEW."created_at", NEW."edition_id", NEW."expires_on", NEW."id", NEW."invitee_id", NEW."made_by_id", NEW."made_on", NEW."opened", NEW."opens", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."timing", NEW."version"); RETURN NULL;', hash='c084417171dbd8b4c617cde7887f0277065a6d4c', operation='INSERT', pgid='pgtrigger_insert_insert_5d9f3', table='conferences_familylink', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='familylink',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."answered_on" IS DISTINCT FROM (NEW."answered_on") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."closed_on" IS DISTINCT FROM (NEW."closed_on") OR OLD."conference_id" IS DISTINCT FROM (NEW."conference_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."edition_id" IS DISTINCT FROM (NEW."edition_id") OR OLD."expires_on" IS DISTINCT FROM (NEW."expires_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."invitee_id" IS DISTINCT FROM (NEW."invitee_id") OR OLD."made_by_id" IS DISTINCT FROM (NEW."made_by_id") OR OLD."made_on" IS DISTINCT FROM (NEW."made_on") OR OLD."opened" IS DISTINCT FROM (NEW."opened") OR OLD."opens" IS DISTINCT FROM (NEW."opens") OR OLD."timing" IS DISTINCT FROM (NEW."timing") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func='INSERT INTO "conferences_familylinkevent" ("answered_on", "case_id", "closed_on", "conference_id", "created_at", "edition_id", "expires_on", "id", "invitee_id", "made_by_id", "made_on", "opened", "opens", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "timing", "version") VALUES (NEW."answered_on", NEW."case_id", NEW."closed_on", NEW."conference_id", NEW."created_at", NEW."edition_id", NEW."expires_on", NEW."id", NEW."invitee_id", NEW."made_by_id", NEW."made_on", NEW."opened", NEW."opens", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."timing", NEW."version"); RETURN NULL;', hash='fd85d62c5902e766a2ff571ed5727b7e16d609f8', operation='UPDATE', pgid='pgtrigger_update_update_9c620', table='conferences_familylink', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='planeditionevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3a9f5fe467df00ee9343023952c59d2171d082d0', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_40234', table='conferences_planeditionevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='planresource',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_planresourceevent" ("case_id", "conference_id", "cost", "created_at", "id", "is_network_support", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_on", "version", "what") VALUES (NEW."case_id", NEW."conference_id", NEW."cost", NEW."created_at", NEW."id", NEW."is_network_support", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."removed_on", NEW."version", NEW."what"); RETURN NULL;', hash='53a9ac00e1e887ba3a8fe8305334f4b29b670c14', operation='INSERT', pgid='pgtrigger_insert_insert_df136', table='conferences_planresource', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='planresource',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_planresourceevent" ("case_id", "conference_id", "cost", "created_at", "id", "is_network_support", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_on", "version", "what") VALUES (NEW."case_id", NEW."conference_id", NEW."cost", NEW."created_at", NEW."id", NEW."is_network_support", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."removed_on", NEW."version", NEW."what"); RETURN NULL;', hash='7186b9e85343c9698a28024bd676afa16da445d5', operation='UPDATE', pgid='pgtrigger_update_update_aba1d', table='conferences_planresource', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='planresourceevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='516d6768f457b8a415b98f9d9781d2157c60d294', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_36b02', table='conferences_planresourceevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='planreview',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_planreviewevent" ("case_id", "change", "childs_words", "conference_id", "created_at", "hard", "held_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "went_well", "written_by_id") VALUES (NEW."case_id", NEW."change", NEW."childs_words", NEW."conference_id", NEW."created_at", NEW."hard", NEW."held_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version", NEW."went_well", NEW."written_by_id"); RETURN NULL;', hash='b614744b07c97e3a61ac468e9aa870d317edec19', operation='INSERT', pgid='pgtrigger_insert_insert_eb080', table='conferences_planreview', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='planreview',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_planreviewevent" ("case_id", "change", "childs_words", "conference_id", "created_at", "hard", "held_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "went_well", "written_by_id") VALUES (NEW."case_id", NEW."change", NEW."childs_words", NEW."conference_id", NEW."created_at", NEW."hard", NEW."held_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version", NEW."went_well", NEW."written_by_id"); RETURN NULL;', hash='82adc583545bdd37a15422a9b0222a480c14e715', operation='UPDATE', pgid='pgtrigger_update_update_6b292', table='conferences_planreview', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='planreviewevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d54bea238901af4a29504cd7210bfedfa1ac8dbe', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_826c8', table='conferences_planreviewevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='preparingcontact',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_preparingcontactevent" ("by_id", "case_id", "conference_id", "created_at", "happened_on", "how", "id", "invitee_id", "minutes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "words") VALUES (NEW."by_id", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."happened_on", NEW."how", NEW."id", NEW."invitee_id", NEW."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version", NEW."words"); RETURN NULL;', hash='82747e70eb5c378fd079da4a555c4294baceb6db', operation='INSERT', pgid='pgtrigger_insert_insert_a2387', table='conferences_preparingcontact', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='preparingcontact',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_preparingcontactevent" ("by_id", "case_id", "conference_id", "created_at", "happened_on", "how", "id", "invitee_id", "minutes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "words") VALUES (NEW."by_id", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."happened_on", NEW."how", NEW."id", NEW."invitee_id", NEW."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version", NEW."words"); RETURN NULL;', hash='24c17ada14a070bd17e211983889731683bd2753', operation='UPDATE', pgid='pgtrigger_update_update_741ee', table='conferences_preparingcontact', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='preparingcontactevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d063f62e9f284a949f4bd0422757c1c39a28e01b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f151f', table='conferences_preparingcontactevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='preparingnote',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_preparingnoteevent" ("by_id", "case_id", "conference_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "words", "written_on") VALUES (NEW."by_id", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version", NEW."words", NEW."written_on"); RETURN NULL;', hash='daa1575b3ffe5db2c80ad623de0faaf62c1ba680', operation='INSERT', pgid='pgtrigger_insert_insert_20443', table='conferences_preparingnote', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='preparingnote',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_preparingnoteevent" ("by_id", "case_id", "conference_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "words", "written_on") VALUES (NEW."by_id", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version", NEW."words", NEW."written_on"); RETURN NULL;', hash='3da0d5e619b8ab52f02b28f9d55bf26cb726f5df', operation='UPDATE', pgid='pgtrigger_update_update_9f3d0', table='conferences_preparingnote', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='preparingnoteevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0103e1e4298fc89951fd48617c7c7e8c09c68bc9', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5373c', table='conferences_preparingnoteevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='promisedaction',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_promisedactionevent" ("action_id", "case_id", "conference_id", "created_at", "id", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."action_id", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version"); RETURN NULL;', hash='cd1716d417e7bbfbba60d1d2a3d5b104603644e2', operation='INSERT', pgid='pgtrigger_insert_insert_5f63b', table='conferences_promisedaction', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='promisedaction',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_promisedactionevent" ("action_id", "case_id", "conference_id", "created_at", "id", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."action_id", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version"); RETURN NULL;', hash='9ee2c996f7b25281792b30bc8409c502f06fcf2c', operation='UPDATE', pgid='pgtrigger_update_update_51c27', table='conferences_promisedaction', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='promisedactionevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='fec7e998325d50022bd785f1e6a8160771db8448', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c68d2', table='conferences_promisedactionevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='promiseheard',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_promiseheardevent" ("case_id", "conference_id", "created_at", "id", "item_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "version", "went") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."id", NEW."item_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."review_id", NEW."version", NEW."went"); RETURN NULL;', hash='6e1352f7b3fe758a0ebec48d92a6525555aff47b', operation='INSERT', pgid='pgtrigger_insert_insert_69eb4', table='conferences_promiseheard', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='promiseheard',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_promiseheardevent" ("case_id", "conference_id", "created_at", "id", "item_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "version", "went") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."id", NEW."item_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."review_id", NEW."version", NEW."went"); RETURN NULL;', hash='cf48fa83729d09e17bf85fc7393152cde5e0e2bd', operation='UPDATE', pgid='pgtrigger_update_update_0d284', table='conferences_promiseheard', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='promiseheardevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c664a43e51c0a120bad69fb74cb7efd67872ac4f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_10833', table='conferences_promiseheardevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='resourceanswer',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_resourceanswerevent" ("answered_by_id", "answered_on", "case_id", "conference_id", "cost", "created_at", "id", "is_agreed", "of", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "resource_id", "version") VALUES (NEW."answered_by_id", NEW."answered_on", NEW."case_id", NEW."conference_id", NEW."cost", NEW."created_at", NEW."id", NEW."is_agreed", NEW."of", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason", NEW."resource_id", NEW."version"); RETURN NULL;', hash='887c14def5fcc1959511b423ca738be216a54cce', operation='INSERT', pgid='pgtrigger_insert_insert_367a9', table='conferences_resourceanswer', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='resourceanswer',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_resourceanswerevent" ("answered_by_id", "answered_on", "case_id", "conference_id", "cost", "created_at", "id", "is_agreed", "of", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "resource_id", "version") VALUES (NEW."answered_by_id", NEW."answered_on", NEW."case_id", NEW."conference_id", NEW."cost", NEW."created_at", NEW."id", NEW."is_agreed", NEW."of", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."resource_id", NEW."version"); RETURN NULL;', hash='1fbfe999a210412c1d20a6cd03b4bfbad64fd59d', operation='UPDATE', pgid='pgtrigger_update_update_caac2', table='conferences_resourceanswer', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='resourceanswerevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='070e18163a3515e8311fcca3984a31cbc8102a63', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_66f23', table='conferences_resourceanswerevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='safetyfact',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_safetyfactevent" ("about", "case_id", "conference_id", "created_at", "ended_on", "ends_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_by_id", "said_on", "version", "words") VALUES (NEW."about", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."ended_on", NEW."ends_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."said_by_id", NEW."said_on", NEW."version", NEW."words"); RETURN NULL;', hash='bbc007ea748f5c9874855a6a45ee967d82364921', operation='INSERT', pgid='pgtrigger_insert_insert_26b7e', table='conferences_safetyfact', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='safetyfact',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_safetyfactevent" ("about", "case_id", "conference_id", "created_at", "ended_on", "ends_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_by_id", "said_on", "version", "words") VALUES (NEW."about", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."ended_on", NEW."ends_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."said_by_id", NEW."said_on", NEW."version", NEW."words"); RETURN NULL;', hash='71160e9016fc6c860813f3b23bab0a0d196378ef', operation='UPDATE', pgid='pgtrigger_update_update_c3297', table='conferences_safetyfact', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='safetyfactevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='6d9d55da2422b2d848dadd0af9298d3a8c10bc28', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f8305', table='conferences_safetyfactevent', when='BEFORE')),
            )],
        ),
    ]
