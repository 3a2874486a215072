"""What was announced of unknown money, and what does not agree, with its age and owner."""

from django.db import migrations, models

from zhixing.record.scope import protect_by_court


class Migration(migrations.Migration):

    dependencies = [
        ('funds', '0007_clearance'),
    ]

    operations = [
        migrations.AddField(
            model_name='linerow',
            name='announced_on',
            field=models.DateField(null=True),
        ),
        migrations.CreateModel(
            name='OpenBreak',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('text', models.TextField()),
                ('since', models.DateTimeField()),
                ('owner', models.BigIntegerField(null=True)),
                ('gone_at', models.DateTimeField(null=True)),
            ],
            options={
                'db_table': 'funds_break',
                'constraints': [models.UniqueConstraint(condition=models.Q(('gone_at', None)), fields=('court', 'text'), name='break_open_once')],
            },
        ),
        protect_by_court("funds_break"),
    ]
