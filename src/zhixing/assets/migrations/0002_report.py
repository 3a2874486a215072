"""Codes and drafts of property reports, and how the orders stand."""

import django.db.models.deletion
from django.db import migrations, models

from zhixing.record.scope import protect_by_court


class Migration(migrations.Migration):

    dependencies = [
        ('assets', '0001_initial'),
        ('record', '0008_sealed_text'),
    ]

    operations = [
        migrations.CreateModel(
            name='DeclarationDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('seq', models.IntegerField()),
                ('cipher', models.BinaryField()),
                ('saved_at', models.DateTimeField()),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='record.dossierhead')),
            ],
            options={
                'db_table': 'assets_declaration_draft',
                'constraints': [models.UniqueConstraint(fields=('dossier', 'seq'), name='draft_once')],
            },
        ),
        migrations.CreateModel(
            name='ReportAccessRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('seq', models.IntegerField()),
                ('order', models.IntegerField()),
                ('party', models.BigIntegerField()),
                ('hash', models.CharField(max_length=64)),
                ('until', models.DateField()),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='report_access_rows', to='record.dossierhead')),
            ],
            options={
                'db_table': 'assets_report_access',
                'constraints': [models.UniqueConstraint(fields=('hash',), name='report_code_once')],
            },
        ),
        migrations.CreateModel(
            name='ReportRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('case', models.CharField(blank=True, max_length=60)),
                ('debtor', models.BigIntegerField()),
                ('ordered_on', models.DateField()),
                ('last_day', models.DateField(null=True)),
                ('declared_on', models.DateField(null=True)),
                ('verified_on', models.DateField(null=True)),
                ('contradictions', models.IntegerField()),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='report_rows', to='record.dossierhead')),
            ],
            options={
                'db_table': 'assets_report',
                'indexes': [models.Index(condition=models.Q(('contradictions__gt', 0), ('verified_on', None)), fields=['court'], name='report_contradicted'), models.Index(condition=models.Q(('declared_on', None)), fields=['court', 'last_day'], name='report_missing')],
            },
        ),
        protect_by_court("assets_report_access"),
        protect_by_court("assets_declaration_draft"),
        protect_by_court("assets_report"),
    ]
