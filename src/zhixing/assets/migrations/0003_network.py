"""What goes into the property network and what comes back, and what was answered."""

import django.db.models.deletion
from django.db import migrations, models

from zhixing.record.scope import protect_by_court


class Migration(migrations.Migration):

    dependencies = [
        ('assets', '0002_report'),
        ('record', '0008_sealed_text'),
    ]

    operations = [
        migrations.CreateModel(
            name='NetworkRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('seq', models.IntegerField()),
                ('debtor', models.BigIntegerField(null=True)),
                ('institution', models.CharField(max_length=20)),
                ('operation', models.CharField(max_length=10)),
                ('number', models.CharField(max_length=80, unique=True)),
                ('body', models.BinaryField()),
                ('state', models.CharField(choices=[('queued', '待发送'), ('sent', '已发送，待反馈'), ('answered', '已反馈'), ('silent', '多次发送仍未反馈'), ('refused', '对方拒收')], default='queued', max_length=10)),
                ('attempts', models.IntegerField(default=0)),
                ('sendings', models.IntegerField(default=0)),
                ('queued_at', models.DateTimeField()),
                ('next_at', models.DateTimeField()),
                ('first_sent_at', models.DateTimeField(null=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('error', models.CharField(blank=True, max_length=300)),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.dossierhead')),
            ],
            options={
                'db_table': 'assets_network_request',
            },
        ),
        migrations.CreateModel(
            name='NetworkAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('number', models.CharField(blank=True, max_length=80)),
                ('institution', models.CharField(blank=True, max_length=20)),
                ('sha256', models.CharField(max_length=64)),
                ('signed', models.BooleanField()),
                ('envelope', models.BinaryField()),
                ('place', models.CharField(choices=[('kept', '待录入'), ('taken', '已录入'), ('parked', '搁置'), ('dismissed', '不予采用')], default='kept', max_length=10)),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('repeats', models.IntegerField(default=0)),
                ('received_at', models.DateTimeField()),
                ('settled_by', models.BigIntegerField(null=True)),
                ('settled_at', models.DateTimeField(null=True)),
                ('settled_why', models.CharField(blank=True, max_length=300)),
                ('request', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='assets.networkrequest')),
            ],
            options={
                'db_table': 'assets_network_answer',
            },
        ),
        migrations.CreateModel(
            name='InquiryRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('seq', models.IntegerField()),
                ('debtor', models.BigIntegerField()),
                ('institution', models.CharField(max_length=20)),
                ('asked_on', models.DateField()),
                ('answered_on', models.DateField()),
                ('status', models.CharField(max_length=10)),
                ('found', models.IntegerField()),
                ('contradicted', models.BooleanField()),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='inquiry_rows', to='record.dossierhead')),
            ],
            options={
                'db_table': 'assets_inquiry',
                'indexes': [models.Index(fields=['court', 'institution', 'answered_on'], name='inquiry_of_court')],
            },
        ),
        migrations.AddIndex(
            model_name='networkrequest',
            index=models.Index(condition=models.Q(('state__in', ('queued', 'sent'))), fields=['next_at'], name='network_due'),
        ),
        migrations.AddIndex(
            model_name='networkrequest',
            index=models.Index(fields=['court', 'institution'], name='network_of_court'),
        ),
        migrations.AddIndex(
            model_name='networkanswer',
            index=models.Index(fields=['number'], name='network_answer_number'),
        ),
        migrations.AddIndex(
            model_name='networkanswer',
            index=models.Index(condition=models.Q(('place', 'kept')), fields=['id'], name='network_answer_kept'),
        ),
        migrations.AddIndex(
            model_name='networkanswer',
            index=models.Index(condition=models.Q(('place', 'parked')), fields=['court'], name='network_parked'),
        ),
        migrations.AddConstraint(
            model_name='networkanswer',
            constraint=models.UniqueConstraint(fields=('sha256', 'signed'), name='network_answer_once'),
        ),
        protect_by_court("assets_network_request"),
        protect_by_court("assets_network_answer"),
        protect_by_court("assets_inquiry"),
    ]
