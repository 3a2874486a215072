"""The read models of campaigns that clear up old money."""

import django.db.models.deletion
from django.db import migrations, models

from zhixing.record.scope import protect_by_court


class Migration(migrations.Migration):

    dependencies = [
        ('funds', '0006_judicial_aid'),
        ('record', '0008_sealed_text'),
    ]

    operations = [
        migrations.CreateModel(
            name='ClearanceRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('name', models.CharField(max_length=120)),
                ('account', models.BigIntegerField()),
                ('base_on', models.DateField()),
                ('own_by', models.DateField()),
                ('joint_by', models.DateField()),
                ('done_by', models.DateField()),
                ('inspected_on', models.DateField(null=True)),
                ('finished_on', models.DateField(null=True)),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='clearance_rows', to='record.dossierhead')),
            ],
            options={
                'db_table': 'funds_clearance',
            },
        ),
        migrations.CreateModel(
            name='OldLineRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('flow', models.CharField(max_length=20)),
                ('amount', models.BigIntegerField()),
                ('on', models.DateField(db_column='on_day')),
                ('kind', models.CharField(max_length=20)),
                ('case', models.BigIntegerField(null=True)),
                ('until', models.DateField(null=True)),
                ('owner', models.BigIntegerField(null=True)),
                ('registered_on', models.DateField()),
                ('since', models.DateField(null=True)),
                ('seq', models.IntegerField(null=True)),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='old_line_rows', to='record.dossierhead')),
            ],
            options={
                'db_table': 'funds_old_line',
                'indexes': [models.Index(fields=['dossier', 'kind'], name='old_line_kind')],
            },
        ),
        protect_by_court("funds_clearance"),
        protect_by_court("funds_old_line"),
    ]
