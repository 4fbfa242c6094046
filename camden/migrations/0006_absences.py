import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('camden', '0005_timescales'),
    ]

    operations = [
        migrations.CreateModel(
            name='Absence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                ('from_on', models.DateField()),
                ('back_on', models.DateField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='absences', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['person', '-from_on'], name='absence_of_person')],
                'constraints': [models.CheckConstraint(condition=models.Q(('back_on', None), ('back_on__gt', models.F('from_on')), _connector='OR'), name='somebody_is_away_for_a_day_or_more'), models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('person', 'from_on'), name='one_absence_from_a_day_on')],
            },
        ),
    ]
