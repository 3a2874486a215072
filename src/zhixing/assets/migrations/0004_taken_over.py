"""Which control an enforcement case took over from which preservation."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('assets', '0003_network'),
        ('record', '0008_sealed_text'),
    ]

    operations = [
        migrations.AddField(
            model_name='controlrow',
            name='preservation',
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='controlrow',
            name='preserved_as',
            field=models.IntegerField(null=True),
        ),
        migrations.AddIndex(
            model_name='controlrow',
            index=models.Index(condition=models.Q(('preservation__isnull', False)), fields=['preservation'], name='control_taken_over'),
        ),
    ]
