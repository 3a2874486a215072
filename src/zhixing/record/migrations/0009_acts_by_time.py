"""Acts of a dossier are found by dossier and time: years are left out by the time, so one index answers the whole question.

Beside an index by dossier and number PostgreSQL 18 also walked the primary key, whose second column is the time.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("record", "0008_sealed_text")]

    operations = [
        migrations.RunSQL(
            "DROP INDEX record_act_dossier; CREATE INDEX record_act_dossier ON record_act (dossier_id, recorded_at)",
            "DROP INDEX record_act_dossier; CREATE INDEX record_act_dossier ON record_act (dossier_id, seq)",
        )
    ]
