"""The bank that keeps an account, which the bank's file states."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('parties', '0005_indexes_that_fit'),
    ]

    operations = [
        migrations.AddField(
            model_name='partyidentity',
            name='bank',
            field=models.CharField(blank=True, default='', max_length=80),
        ),
    ]
