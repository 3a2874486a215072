from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='caserow',
            name='first_case',
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='caserow',
            name='paused_until',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='caserow',
            name='weight',
            field=models.IntegerField(default=0),
        ),
    ]
