"""What third parties owe the debtors; the hour of a control, and whether a freeze of equity is published."""

import django.db.models.deletion
from django.db import migrations, models

from zhixing.record.scope import protect_by_court


class Migration(migrations.Migration):

    dependencies = [
        ('assets', '0004_taken_over'),
        ('record', '0008_sealed_text'),
    ]

    operations = [
        migrations.AddField(
            model_name='controlrow',
            name='at',
            field=models.CharField(blank=True, default='', max_length=5),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='controlrow',
            name='published',
            field=models.BooleanField(default=True),
        ),
        migrations.CreateModel(
            name='ThirdDebtRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('seq', models.IntegerField()),
                ('property', models.IntegerField()),
                ('third', models.BigIntegerField()),
                ('amount', models.BigIntegerField()),
                ('notified_on', models.DateField()),
                ('served_on', models.DateField(null=True)),
                ('last_day', models.DateField(null=True)),
                ('disputed', models.BigIntegerField()),
                ('ruled', models.BigIntegerField()),
                ('paid', models.BigIntegerField()),
                ('revoked_on', models.DateField(null=True)),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='third_debt_rows', to='record.dossierhead')),
            ],
            options={
                'db_table': 'assets_third_debt',
                'indexes': [models.Index(fields=['dossier', 'property'], name='third_debt_thing')],
            },
        ),
        protect_by_court("assets_third_debt"),
    ]
