from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('record', '0003_indexes_once'),
    ]

    operations = [
        migrations.AddField(
            model_name='dutyrow',
            name='right',
            field=models.BooleanField(default=False),
        ),
    ]
