"""What was found, and what is held."""

import django.db.models.deletion
from django.db import migrations, models

from zhixing.record.scope import protect_by_court


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('record', '0008_sealed_text'),
    ]

    operations = [
        migrations.CreateModel(
            name='AssetRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('seq', models.IntegerField()),
                ('owner', models.BigIntegerField()),
                ('kind', models.CharField(max_length=30)),
                ('name', models.CharField(max_length=300)),
                ('token', models.CharField(blank=True, max_length=64)),
                ('value', models.BigIntegerField(null=True)),
                ('found_by', models.CharField(max_length=20)),
                ('found_on', models.DateField()),
                ('ruled_out_on', models.DateField(null=True)),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='asset_rows', to='record.dossierhead')),
            ],
            options={
                'db_table': 'assets_asset',
                'indexes': [models.Index(fields=['owner'], name='asset_owner'), models.Index(condition=models.Q(('token', ''), _negated=True), fields=['token'], name='asset_token')],
            },
        ),
        migrations.CreateModel(
            name='ControlRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('case', models.CharField(blank=True, max_length=60)),
                ('seq', models.IntegerField()),
                ('property', models.IntegerField()),
                ('owner', models.BigIntegerField(null=True)),
                ('kind', models.CharField(max_length=30)),
                ('name', models.CharField(max_length=300)),
                ('token', models.CharField(blank=True, max_length=64)),
                ('manner', models.CharField(max_length=10)),
                ('since', models.DateField()),
                ('in_force_since', models.DateField(null=True)),
                ('until', models.DateField(null=True)),
                ('released_on', models.DateField(null=True)),
                ('amount', models.BigIntegerField(null=True)),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='control_rows', to='record.dossierhead')),
            ],
            options={
                'db_table': 'assets_control',
                'indexes': [models.Index(condition=models.Q(('released_on', None), models.Q(('token', ''), _negated=True)), fields=['token'], name='control_line'), models.Index(condition=models.Q(('released_on', None), ('until__isnull', False)), fields=['court', 'until'], name='control_ends'), models.Index(fields=['owner'], name='control_owner')],
            },
        ),
        protect_by_court('assets_asset'),
        protect_by_court('assets_control'),
    ]
