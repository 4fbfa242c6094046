import camden.migrations._together
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('camden', '__first__'),
    ]

    operations = [
        camden.migrations._together.Together(
            operations=[migrations.CreateModel(
                name='Learning',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('learned_on', models.DateField()),
                    ('kind', models.CharField(choices=[('group-supervision', 'Group supervision'), ('course', 'Course or workshop'), ('observation', 'Practice observation'), ('reading', 'Reading or research'), ('other', 'Something else')], max_length=20)),
                    ('title', models.CharField(max_length=160)),
                    ('source', models.CharField(max_length=120)),
                    ('source_key', models.CharField(max_length=120)),
                    ('role_played', models.CharField(blank=True, max_length=60)),
                    ('peers', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), blank=True, default=list, size=None)),
                ],
                options={
                    'verbose_name_plural': 'learning',
                    'indexes': [models.Index(fields=['person', '-learned_on', '-id'], name='learning_of_person')],
                    'constraints': [models.UniqueConstraint(fields=('person', 'source_key'), name='learned_from_one_thing_once')],
                },
            ), migrations.CreateModel(
                name='Piece',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('learning', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='piece', to='training.learning')),
                    ('activity', models.CharField(choices=[('supervision', 'Supervision or reflective discussion'), ('course', 'Course, workshop or conference'), ('reading', 'Reading or research'), ('practice', 'Practice experience'), ('feedback', 'Feedback from people'), ('teaching', 'Teaching or mentoring'), ('other', 'Something else')], max_length=12)),
                    ('done_on', models.DateField()),
                    ('description', models.TextField(blank=True)),
                    ('learned', models.TextField(blank=True)),
                    ('impact', models.TextField(blank=True)),
                    ('peer_with', models.CharField(blank=True, max_length=200)),
                    ('peer_changed', models.TextField(blank=True)),
                    ('recorded_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'indexes': [models.Index(fields=['person', '-done_on', '-id'], name='piece_of_person')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('recorded_on', None), models.Q(models.Q(('description', ''), _negated=True), models.Q(('learned', ''), _negated=True), models.Q(('impact', ''), _negated=True)), _connector='OR'), name='a_final_piece_says_what_was_learned_and_what_it_changed'), models.CheckConstraint(condition=models.Q(('recorded_on', None), ('recorded_on__gte', models.F('done_on')), _connector='OR'), name='a_piece_is_final_after_it_was_done'), models.CheckConstraint(condition=models.Q(('peer_changed', ''), models.Q(('peer_with', ''), _negated=True), _connector='OR'), name='a_peer_reflection_says_with_whom')],
                },
            )],
        ),
    ]
