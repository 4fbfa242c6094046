import camden.migrations._together
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('camden', '0006_absences'),
        ('training', '0001_learning_and_pieces'),
    ]

    operations = [
        camden.migrations._together.Together(
            operations=[migrations.AddField(
                model_name='learning',
                name='minutes',
                field=models.PositiveSmallIntegerField(blank=True, null=True),
            ), migrations.CreateModel(
                name='RequiredItem',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('code', models.SlugField(max_length=40, unique=True)),
                    ('title', models.CharField(max_length=160)),
                    ('months', models.PositiveSmallIntegerField(blank=True, null=True)),
                    ('first_days', models.PositiveSmallIntegerField(default=90)),
                    ('warn_days', models.PositiveSmallIntegerField(default=60)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('months', None), models.Q(('months__gte', 1), ('months__lte', 120)), _connector='OR'), name='an_item_holds_up_to_ten_years')],
                    'indexes': [],
                },
            ), migrations.CreateModel(
                name='RequiredRule',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rules', to='training.requireditem')),
                    ('from_on', models.DateField()),
                    ('until_on', models.DateField(blank=True, null=True)),
                    ('roles', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('social-worker', 'Social worker'), ('early-career-worker', 'Social worker in their early career'), ('family-help-practitioner', 'Family help lead practitioner'), ('lead-child-protection-practitioner', 'Lead child protection practitioner'), ('senior-practitioner', 'Senior practitioner'), ('team-manager', 'Team manager'), ('service-manager', 'Service manager'), ('clinician', 'CAMHS clinician'), ('conference-coordinator', 'Family group conference coordinator'), ('reviewing-officer', 'Reviewing officer or conference chair'), ('principal-social-worker', 'Principal social worker'), ('training-lead', 'Training lead'), ('practice-educator', 'Practice educator'), ('personal-adviser', 'Personal adviser'), ('business-support', 'Business support'), ('analyst', 'Performance analyst'), ('information-governance', 'Information governance officer'), ('system-administrator', 'System administrator'), ('partner-practitioner', 'Partner practitioner'), ('family-member', 'Family member')], max_length=40), blank=True, default=list, size=None)),
                    ('teams', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, default=list, size=None)),
                    ('grades', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('social-worker', 'Social worker'), ('senior-practitioner', 'Senior practitioner'), ('family-help', 'Family help practitioner'), ('personal-adviser', 'Personal adviser'), ('manager', 'Manager'), ('clinician', 'Clinician'), ('other', 'Other')], max_length=20), blank=True, default=list, size=None)),
                    ('is_required', models.BooleanField(default=True)),
                    ('set_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gt', models.F('from_on')), _connector='OR'), name='a_rule_ends_after_it_begins')],
                    'indexes': [],
                },
            ), migrations.CreateModel(
                name='RequiredDone',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='training.requireditem')),
                    ('done_on', models.DateField()),
                    ('source', models.CharField(max_length=160)),
                    ('noted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name_plural': 'required learning done',
                    'constraints': [models.UniqueConstraint(fields=('person', 'item', 'done_on'), name='an_item_is_done_once_a_day')],
                    'indexes': [],
                },
            ), migrations.CreateModel(
                name='Course',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('code', models.SlugField(max_length=40)),
                    ('title', models.CharField(max_length=160)),
                    ('about', models.TextField(blank=True)),
                    ('provider', models.CharField(blank=True, max_length=120)),
                    ('minutes', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1)])),
                    ('needs_agreement', models.BooleanField(default=False)),
                    ('item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='training.requireditem')),
                    ('step', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'Five-day introduction'), (2, 'Systemic conversations'), (3, 'Foundation, first year'), (4, 'Intermediate, second year'), (5, 'Qualifying, third and fourth year'), (6, 'Supervision of systemic practice')], null=True)),
                    ('ended_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('code'), name='one_course_for_each_code'), models.CheckConstraint(condition=models.Q(('minutes__gte', 1)), name='a_course_takes_some_time')],
                    'indexes': [],
                },
            ), migrations.CreateModel(
                name='CourseSession',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('course', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='training.course')),
                    ('held_on', models.DateField()),
                    ('starts_at', models.DateTimeField()),
                    ('ends_at', models.DateTimeField()),
                    ('venue', models.CharField(blank=True, max_length=160)),
                    ('is_online', models.BooleanField(default=False)),
                    ('places', models.PositiveSmallIntegerField()),
                    ('called_off_on', models.DateField(blank=True, null=True)),
                    ('called_off_why', models.CharField(blank=True, max_length=200)),
                ],
                options={
                    'indexes': [models.Index(fields=['held_on', 'id'], name='course_session_by_day')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='a_course_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(('places__lte', 500)), name='a_course_has_up_to_500_places'), models.UniqueConstraint(condition=models.Q(('called_off_on', None)), fields=('course', 'held_on'), name='a_course_is_held_once_a_day'), models.CheckConstraint(condition=models.Q(models.Q(('called_off_on', None), ('called_off_why', '')), models.Q(('called_off_on__isnull', False), models.Q(('called_off_why', ''), _negated=True)), _connector='OR'), name='a_course_called_off_says_why')],
                },
            ), migrations.CreateModel(
                name='JoiningDetails',
                fields=[
                    ('session', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='joining', serialize=False, to='training.coursesession')),
                    ('link', models.URLField(blank=True, max_length=300)),
                    ('words', models.TextField(blank=True)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                ],
                options={
                    'verbose_name_plural': 'joining details',
                    'indexes': [],
                    'constraints': [],
                },
            ), migrations.CreateModel(
                name='Booking',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bookings', to='training.coursesession')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('asked_at', models.DateTimeField()),
                    ('ends_on', models.DateField(blank=True, null=True)),
                    ('was_agreed', models.BooleanField(blank=True, null=True)),
                    ('answered_at', models.DateTimeField(blank=True, null=True)),
                    ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('placed_at', models.DateTimeField(blank=True, null=True)),
                    ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                    ('came', models.BooleanField(blank=True, null=True)),
                    ('minutes', models.PositiveSmallIntegerField(blank=True, null=True)),
                ],
                options={
                    'indexes': [models.Index(fields=['person', 'session'], name='booking_of_person'), models.Index(condition=models.Q(('withdrawn_at', None)), fields=['session'], name='booking_of_session')],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('session', 'person'), name='somebody_asks_for_one_place'), models.CheckConstraint(condition=models.Q(models.Q(('answered_at', None), ('answered_by', None), ('was_agreed', None)), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False), ('was_agreed__isnull', False)), _connector='OR'), name='an_answer_to_a_wish_says_whose_it_is'), models.CheckConstraint(condition=models.Q(('minutes', None), ('came', True), _connector='OR'), name='who_came_stayed_for_a_time'), models.CheckConstraint(condition=models.Q(('answered_by', None), models.Q(('answered_by', models.F('person')), _negated=True), _connector='OR'), name='nobody_agrees_to_their_own_wish')],
                },
            ), migrations.CreateModel(
                name='AttendanceCode',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='codes', to='training.coursesession')),
                    ('digest', models.CharField(max_length=64)),
                    ('opens_at', models.DateTimeField()),
                    ('closes_at', models.DateTimeField()),
                    ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'indexes': [models.Index(fields=['session'], name='code_of_session')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('closes_at__gt', models.F('opens_at'))), name='a_code_closes_after_it_opens')],
                },
            ), migrations.CreateModel(
                name='CourseFeedback',
                fields=[
                    ('id', models.UUIDField(primary_key=True, serialize=False)),
                    ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='feedback', to='training.coursesession')),
                    ('useful', models.CharField(choices=[('very', 'I use it already'), ('some', 'I will use some of it'), ('little', 'Little of it fits my work')], max_length=6)),
                    ('words', models.TextField(blank=True)),
                ],
                options={
                    'verbose_name_plural': 'course feedback',
                    'indexes': [],
                    'constraints': [],
                },
            ), migrations.CreateModel(
                name='FeedbackGiven',
                fields=[
                    ('id', models.UUIDField(primary_key=True, serialize=False)),
                    ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='training.coursesession')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name_plural': 'feedback given',
                    'constraints': [models.UniqueConstraint(fields=('session', 'person'), name='feedback_is_given_once')],
                    'indexes': [],
                },
            ), migrations.CreateModel(
                name='Certificate',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='training.coursesession')),
                    ('number', models.CharField(max_length=48, unique=True)),
                    ('title', models.CharField(max_length=160)),
                    ('held_on', models.DateField()),
                    ('minutes', models.PositiveSmallIntegerField()),
                    ('issued_on', models.DateField()),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('person', 'session'), name='one_certificate_for_each_session'), models.CheckConstraint(condition=models.Q(('issued_on__gte', models.F('held_on'))), name='a_certificate_is_issued_after_the_course')],
                    'indexes': [],
                },
            ), migrations.CreateModel(
                name='AttendanceImport',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('sha256', models.CharField(max_length=64)),
                    ('file_name', models.CharField(max_length=120)),
                    ('imported_at', models.DateTimeField()),
                    ('imported_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('good', models.PositiveIntegerField()),
                    ('bad', models.PositiveIntegerField()),
                    ('there', models.PositiveIntegerField()),
                    ('problems', models.JSONField(blank=True, default=list)),
                ],
                options={
                    'indexes': [models.Index(fields=['-imported_at'], name='import_by_moment')],
                    'constraints': [],
                },
            ), migrations.CreateModel(
                name='PieceShare',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('piece', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shares', to='training.piece')),
                    ('with_person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('shared_on', models.DateField()),
                    ('ended_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'indexes': [models.Index(condition=models.Q(('ended_on', None)), fields=['with_person'], name='piece_shown_to')],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('ended_on', None)), fields=('piece', 'with_person'), name='a_piece_is_shown_to_somebody_once'), models.CheckConstraint(condition=models.Q(('ended_on', None), ('ended_on__gte', models.F('shared_on')), _connector='OR'), name='a_share_ends_after_it_begins')],
                },
            ), migrations.CreateModel(
                name='Framework',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('code', models.SlugField(max_length=20, unique=True)),
                    ('title', models.CharField(max_length=160)),
                    ('source', models.CharField(max_length=200)),
                    ('from_on', models.DateField(blank=True, null=True)),
                    ('until_on', models.DateField(blank=True, null=True)),
                    ('grades', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('social-worker', 'Social worker'), ('senior-practitioner', 'Senior practitioner'), ('family-help', 'Family help practitioner'), ('personal-adviser', 'Personal adviser'), ('manager', 'Manager'), ('clinician', 'Clinician'), ('other', 'Other')], max_length=20), blank=True, default=list, size=None)),
                    ('checked_on', models.DateField(blank=True, null=True)),
                    ('checked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('from_on', None), ('until_on', None), ('until_on__gte', models.F('from_on')), _connector='OR'), name='a_framework_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(models.Q(('checked_by', None), ('checked_on', None)), models.Q(('checked_by__isnull', False), ('checked_on__isnull', False)), _connector='OR'), name='who_checked_a_framework_is_known')],
                    'indexes': [],
                },
            ), migrations.CreateModel(
                name='Capability',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('framework', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='areas', to='training.framework')),
                    ('code', models.CharField(max_length=24, unique=True)),
                    ('place', models.PositiveSmallIntegerField()),
                    ('title', models.CharField(max_length=200)),
                ],
                options={
                    'verbose_name_plural': 'capabilities',
                    'constraints': [models.UniqueConstraint(fields=('framework', 'place'), name='one_area_for_each_place_of_a_framework')],
                    'indexes': [],
                },
            ), migrations.CreateModel(
                name='Correspondence',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='close_to', to='training.capability')),
                    ('now', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='training.capability')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('area', 'now'), name='an_area_is_close_to_another_once'), models.CheckConstraint(condition=models.Q(('area', models.F('now')), _negated=True), name='an_area_is_close_to_another')],
                    'indexes': [],
                },
            ), migrations.CreateModel(
                name='CapabilityLink',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('capability', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='training.capability')),
                    ('piece', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='links', to='training.piece')),
                    ('learning', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='links', to='training.learning')),
                    ('linked_on', models.DateField()),
                    ('taken_back_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'indexes': [models.Index(fields=['person', 'linked_on'], name='link_of_person')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('learning__isnull', False), ('piece', None)), models.Q(('learning', None), ('piece__isnull', False)), _connector='OR'), name='a_link_is_from_a_piece_or_from_learning'), models.UniqueConstraint(condition=models.Q(('taken_back_on', None)), fields=('piece', 'learning', 'capability'), name='linked_to_an_area_once', nulls_distinct=False), models.CheckConstraint(condition=models.Q(('taken_back_on', None), ('taken_back_on__gte', models.F('linked_on')), _connector='OR'), name='a_link_is_taken_back_after_it_was_made')],
                },
            ), migrations.CreateModel(
                name='SystemicTraining',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('step', models.PositiveSmallIntegerField(choices=[(1, 'Five-day introduction'), (2, 'Systemic conversations'), (3, 'Foundation, first year'), (4, 'Intermediate, second year'), (5, 'Qualifying, third and fourth year'), (6, 'Supervision of systemic practice')])),
                    ('provider', models.CharField(max_length=120)),
                    ('is_accredited', models.BooleanField(default=False)),
                    ('started_on', models.DateField()),
                    ('certified_on', models.DateField(blank=True, null=True)),
                    ('stopped_on', models.DateField(blank=True, null=True)),
                    ('funded_by', models.CharField(blank=True, max_length=120)),
                    ('tied_until_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'indexes': [models.Index(fields=['person', 'step'], name='step_of_person')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('certified_on', None), ('stopped_on', None), _connector='OR'), name='a_step_is_complete_or_was_left'), models.CheckConstraint(condition=models.Q(('certified_on', None), ('certified_on__gte', models.F('started_on')), _connector='OR'), name='a_step_is_complete_after_it_began'), models.CheckConstraint(condition=models.Q(('is_accredited', False), ('step__gte', 3), _connector='OR'), name='only_courses_of_the_ladder_are_accredited')],
                },
            ), migrations.CreateModel(
                name='SystemicHours',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('training', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hours', to='training.systemictraining')),
                    ('kind', models.CharField(choices=[('taught', 'taught'), ('private study', 'private study'), ('systemic practice', 'systemic practice'), ('practice with systemic supervision', 'practice with systemic supervision'), ('clinical work in group supervision', 'clinical work in group supervision'), ('direct clinical work', 'direct clinical work'), ('systemic work elsewhere', 'systemic work elsewhere')], max_length=40)),
                    ('minutes', models.PositiveIntegerField()),
                ],
                options={
                    'verbose_name_plural': 'systemic hours',
                    'constraints': [models.UniqueConstraint(fields=('training', 'kind'), name='one_figure_for_each_kind_of_hours')],
                    'indexes': [],
                },
            ), migrations.CreateModel(
                name='Promise',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('code', models.SlugField(max_length=40)),
                    ('whose', models.CharField(choices=[('families', 'families'), ('staff', 'staff'), ('partners', 'partners')], max_length=8)),
                    ('words', models.TextField()),
                    ('from_on', models.DateField()),
                    ('until_on', models.DateField(blank=True, null=True)),
                    ('set_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('until_on', None)), fields=('code',), name='a_promise_holds_once'), models.CheckConstraint(condition=models.Q(('until_on', None), ('until_on__gt', models.F('from_on')), _connector='OR'), name='a_promise_ends_after_it_begins')],
                    'indexes': [],
                },
            ), migrations.CreateModel(
                name='Survey',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('opens_on', models.DateField(unique=True)),
                    ('closes_on', models.DateField()),
                    ('asked', models.CharField(choices=[('families', 'families'), ('staff', 'staff'), ('partners', 'partners')], max_length=8)),
                    ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('decided_at', models.DateTimeField(blank=True, null=True)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('closes_on__gte', models.F('opens_on'))), name='a_round_closes_after_it_opens')],
                    'indexes': [],
                },
            ), migrations.CreateModel(
                name='Question',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('survey', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='training.survey')),
                    ('place', models.PositiveSmallIntegerField()),
                    ('promise', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='training.promise')),
                    ('words', models.CharField(max_length=300)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('survey', 'place'), name='one_question_for_each_place'), models.CheckConstraint(condition=models.Q(('place__gte', 1), ('place__lte', 3)), name='three_questions_and_no_more')],
                    'indexes': [],
                },
            ), migrations.CreateModel(
                name='SurveyAnswer',
                fields=[
                    ('id', models.UUIDField(primary_key=True, serialize=False)),
                    ('question', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='training.question')),
                    ('mark', models.CharField(max_length=64)),
                    ('path', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                    ('answer', models.CharField(choices=[('Yes', 'Yes'), ('Mostly', 'Mostly'), ('Seldom', 'Seldom'), ('No', 'No')], max_length=8)),
                    ('words', models.TextField(blank=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('question', 'mark'), name='a_mark_answers_a_question_once')],
                    'indexes': [],
                },
            ), migrations.CreateModel(
                name='HasAnswered',
                fields=[
                    ('id', models.UUIDField(primary_key=True, serialize=False)),
                    ('survey', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='training.survey')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name_plural': 'has answered',
                    'constraints': [models.UniqueConstraint(fields=('survey', 'person'), name='somebody_answers_a_round_once')],
                    'indexes': [],
                },
            ), migrations.CreateModel(
                name='ShownAnswer',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('question', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shown', to='training.question')),
                    ('path', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                    ('share', models.CharField(max_length=40)),
                    ('words', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), blank=True, default=list, size=None)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('question', 'path'), name='a_group_is_shown_once')],
                    'indexes': [],
                },
            ), migrations.CreateModel(
                name='DecidedPeriod',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('question', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='decided', to='training.question')),
                    ('groups', models.JSONField(default=list)),
                    ('cells', models.JSONField(default=list)),
                ],
                options={
                    'abstract': False,
                    'indexes': [],
                    'constraints': [],
                },
            ), migrations.CreateModel(
                name='YouSaid',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('words', models.TextField()),
                    ('did', models.CharField(blank=True, choices=[('We did', 'We did'), ('We will', 'We will'), ('We cannot, because', 'We cannot, because')], max_length=20)),
                    ('what', models.TextField(blank=True)),
                    ('will_by_on', models.DateField(blank=True, null=True)),
                    ('told_on', models.DateField(blank=True, null=True)),
                    ('told_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name_plural': 'you said',
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('told_by', None), ('told_on', None)), models.Q(('told_by__isnull', False), ('told_on__isnull', False), models.Q(('did', ''), _negated=True), models.Q(('what', ''), _negated=True)), _connector='OR'), name='what_is_told_says_what_was_done_and_who_answers_for_it')],
                    'indexes': [],
                },
            ), migrations.CreateModel(
                name='HeardIn',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('you_said', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='heard', to='training.yousaid')),
                    ('question', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='training.question')),
                ],
                options={
                    'verbose_name_plural': 'heard in',
                    'constraints': [models.UniqueConstraint(fields=('you_said', 'question'), name='something_is_heard_in_a_question_once')],
                    'indexes': [],
                },
            ), migrations.CreateModel(
                name='Nudge',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('nudged_on', models.DateField()),
                    ('nudged_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('about', models.CharField(choices=[('pieces', 'Pieces of learning'), ('required', 'Required learning')], max_length=8)),
                ],
                options={
                    'indexes': [models.Index(fields=['person', '-nudged_on'], name='nudge_of_person')],
                    'constraints': [models.UniqueConstraint(fields=('person', 'about', 'nudged_on'), name='one_word_a_day')],
                },
            ), migrations.CreateModel(
                name='Programme',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('code', models.CharField(choices=[('asye', 'Assessed and supported year in employment'), ('ecdp', 'Early career development programme')], max_length=4)),
                    ('started_on', models.DateField()),
                    ('fte_permille', models.PositiveSmallIntegerField(default=1000)),
                    ('assessor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('extended_to_on', models.DateField(blank=True, null=True)),
                    ('outcome', models.CharField(blank=True, choices=[('passed', 'passed'), ('extended', 'extended'), ('failed', 'failed')], max_length=8)),
                    ('decided_on', models.DateField(blank=True, null=True)),
                    ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'indexes': [models.Index(fields=['assessor'], name='programme_of_assessor')],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('decided_on', None)), fields=('person',), name='one_programme_for_somebody_at_a_time'), models.CheckConstraint(condition=models.Q(('assessor', models.F('person')), _negated=True), name='nobody_assesses_themselves'), models.CheckConstraint(condition=models.Q(('fte_permille__gte', 50), ('fte_permille__lte', 1000)), name='a_programme_is_up_to_full_time'), models.CheckConstraint(condition=models.Q(models.Q(('decided_by', None), ('decided_on', None), ('outcome', '')), models.Q(('decided_by__isnull', False), ('decided_on__gte', models.F('started_on')), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='an_outcome_has_its_day_and_its_panel'), models.CheckConstraint(condition=models.Q(('decided_by', None), models.Q(models.Q(('decided_by', models.F('assessor')), _negated=True), models.Q(('decided_by', models.F('person')), _negated=True)), _connector='OR'), name='a_panel_decides_and_not_the_assessor')],
                },
            ), migrations.CreateModel(
                name='ProgrammeAgreement',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('programme', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='agreement', to='training.programme')),
                    ('agreed_on', models.DateField()),
                    ('wants_to_learn', models.TextField()),
                    ('support', models.TextField()),
                    ('supervision', models.TextField(blank=True)),
                    ('protected_time', models.TextField(blank=True)),
                ],
                options={
                    'abstract': False,
                    'indexes': [],
                    'constraints': [],
                },
            ), migrations.CreateModel(
                name='ProgrammeReview',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='training.programme')),
                    ('held_on', models.DateField()),
                    ('held_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('going_well', models.TextField()),
                    ('comes_next', models.TextField()),
                    ('worker_says', models.TextField(blank=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'held_on'), name='one_review_a_day')],
                    'indexes': [],
                },
            ), migrations.CreateModel(
                name='LogEntry',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='log', to='training.programme')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('written_on', models.DateField()),
                    ('words', models.TextField()),
                    ('shown_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'verbose_name_plural': 'log entries',
                    'indexes': [models.Index(fields=['programme', '-written_on'], name='log_of_programme')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('shown_on', None), ('shown_on__gte', models.F('written_on')), _connector='OR'), name='a_log_is_shown_after_it_is_written')],
                },
            ), migrations.CreateModel(
                name='ProtectedTime',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='protected', to='training.programme')),
                    ('week_on', models.DateField()),
                    ('planned_minutes', models.PositiveSmallIntegerField()),
                    ('had_minutes', models.PositiveSmallIntegerField()),
                ],
                options={
                    'verbose_name_plural': 'protected time',
                    'constraints': [models.UniqueConstraint(fields=('programme', 'week_on'), name='a_week_of_protected_time_once'), models.CheckConstraint(condition=models.Q(('week_on__iso_week_day', 1)), name='a_week_begins_on_a_monday')],
                    'indexes': [],
                },
            ), migrations.CreateModel(
                name='PanelMember',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='panel', to='training.programme')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('started_on', models.DateField()),
                    ('ended_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('ended_on', None)), fields=('programme', 'person'), name='somebody_sits_on_a_panel_once'), models.CheckConstraint(condition=models.Q(('ended_on', None), ('ended_on__gte', models.F('started_on')), _connector='OR'), name='a_panel_ends_after_it_begins')],
                    'indexes': [],
                },
            ), migrations.CreateModel(
                name='Observation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('worker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('observer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('programme', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='observations', to='training.programme')),
                    ('observed_on', models.DateField()),
                    ('setting', models.CharField(choices=[('home', 'home'), ('meeting', 'meeting'), ('supervision', 'supervision')], max_length=12)),
                    ('focus', models.TextField(blank=True)),
                    ('consent', models.CharField(choices=[('not-asked', 'not-asked'), ('given', 'given'), ('refused', 'refused'), ('taken-back', 'taken-back')], default='not-asked', max_length=10)),
                    ('strengths', models.TextField(blank=True)),
                    ('family_said', models.TextField(blank=True)),
                    ('agreed_learning', models.TextField(blank=True)),
                    ('by_registered', models.BooleanField(default=False)),
                    ('given_on', models.DateField(blank=True, null=True)),
                    ('looked_again_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'indexes': [models.Index(fields=['worker', '-observed_on'], name='observation_of_worker'), models.Index(fields=['observer', '-observed_on'], name='observation_by_observer')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('worker', models.F('observer')), _negated=True), name='somebody_else_observes'), models.CheckConstraint(condition=models.Q(('family_said', ''), ('consent', 'given'), _connector='OR'), name='a_family_agrees_to_its_words'), models.CheckConstraint(condition=models.Q(('given_on', None), models.Q(('given_on__gte', models.F('observed_on')), models.Q(('strengths', ''), _negated=True), models.Q(('focus', ''), _negated=True), models.Q(('agreed_learning', ''), _negated=True)), _connector='OR'), name='what_is_given_says_a_strength')],
                },
            ), migrations.CreateModel(
                name='ObservationSkill',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('observation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='skills', to='training.observation')),
                    ('skill', models.CharField(choices=[('curiosity', 'Curiosity'), ('collaboration', 'Collaboration'), ('empathy', 'Empathy'), ('child_focus', 'Focus on the child'), ('authority', 'Use of authority'), ('difference', 'Differences that may matter'), ('hypotheses', 'Led by hypotheses')], max_length=16)),
                    ('number', models.PositiveSmallIntegerField()),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('observation', 'skill'), name='a_skill_is_seen_once'), models.CheckConstraint(condition=models.Q(('number__gte', 1), ('number__lte', 5)), name='a_scale_from_one_to_five')],
                    'indexes': [],
                },
            )],
        ),
    ]
