import camden.migrations._together
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('camden', '0004_drafts_in_full'),
    ]

    operations = [
        camden.migrations._together.Together(
            operations=[migrations.CreateModel(
                name='CalendarFeed',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('token_sha256', models.CharField(max_length=64, unique=True)),
                    ('revoked_at', models.DateTimeField(null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('revoked_at', None)), fields=('person',), name='one_calendar_address_for_each_person')],
                },
            ), migrations.CreateModel(
                name='LocalHoliday',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('closed_on', models.DateField(unique=True)),
                    ('name', models.CharField(max_length=120)),
                    ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='Mute',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('work', models.CharField(max_length=24)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('person', 'work'), name='a_reminder_is_muted_once')],
                },
            ), migrations.CreateModel(
                name='TimescaleRow',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('code', models.CharField(max_length=8)),
                    ('title', models.CharField(max_length=200)),
                    ('kind', models.CharField(max_length=10)),
                    ('amount', models.SmallIntegerField(null=True)),
                    ('unit', models.CharField(blank=True, max_length=2)),
                    ('then_amount', models.SmallIntegerField(null=True)),
                    ('then_unit', models.CharField(blank=True, max_length=2)),
                    ('warn_days', models.PositiveSmallIntegerField(default=0)),
                    ('owner', models.CharField(blank=True, max_length=24)),
                    ('ladder', models.CharField(blank=True, max_length=12)),
                    ('basis', models.CharField(max_length=10)),
                    ('source', models.TextField(blank=True)),
                    ('silent', models.TextField(blank=True)),
                    ('begins_on', models.DateField(null=True)),
                    ('ends_on', models.DateField(null=True)),
                    ('is_commenced', models.BooleanField(default=True)),
                    ('is_ticking', models.BooleanField(default=False)),
                    ('edited_at', models.DateTimeField(null=True)),
                    ('edited_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('code', 'begins_on'), name='a_timescale_begins_once_on_a_day', nulls_distinct=False), models.CheckConstraint(condition=models.Q(models.Q(('edited_at', None), ('edited_by', None)), models.Q(('edited_at__isnull', False), ('edited_by__isnull', False)), _connector='OR'), name='who_edited_a_timescale_is_known'), models.CheckConstraint(condition=models.Q(('begins_on', None), ('ends_on', None), ('ends_on__gt', models.F('begins_on')), _connector='OR'), name='a_timescale_ends_after_it_begins')],
                },
            ), migrations.CreateModel(
                name='Workday',
                fields=[
                    ('day_on', models.DateField(primary_key=True, serialize=False)),
                    ('number', models.IntegerField()),
                    ('is_working', models.BooleanField()),
                ],
                options={
                    'indexes': [models.Index(condition=models.Q(('is_working', True)), fields=['number'], name='workday_number')],
                },
            )],
        ),
    ]
