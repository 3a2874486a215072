"""Every act's place in its court's tree and in the feed; signed heads; which dossiers have acts without a place."""

from django.db import migrations, models

from zhixing.record.scope import protect_by_court


class Migration(migrations.Migration):
    dependencies = [("record", "0004_duty_is_a_right")]

    operations = [
        migrations.AddField(
            model_name="dossierhead", name="placed", field=models.IntegerField(default=0, db_default=0)
        ),
        migrations.AddIndex(
            model_name="dossierhead",
            index=models.Index(
                fields=["id"], name="dossier_unplaced", condition=models.Q(head_seq__gt=models.F("placed"))
            ),
        ),
        migrations.CreateModel(
            name="Leaf",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("court", models.CharField(max_length=8)),
                ("place", models.BigIntegerField()),
                ("dossier_id", models.BigIntegerField()),
                ("seq", models.IntegerField()),
                ("hash", models.BinaryField()),
            ],
            options={
                "db_table": "record_leaf",
                "constraints": [
                    models.UniqueConstraint(fields=["court", "place"], name="leaf_place_once"),
                    models.UniqueConstraint(fields=["dossier_id", "seq"], name="leaf_act_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SignedHead",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("court", models.CharField(max_length=8)),
                ("size", models.BigIntegerField()),
                ("root", models.BinaryField()),
                ("at", models.DateTimeField()),
                ("algorithm", models.CharField(max_length=20)),
                ("key", models.BinaryField()),
                ("signature", models.BinaryField()),
            ],
            options={
                "db_table": "record_signed_head",
                "indexes": [models.Index(fields=["court", "-at"], name="head_newest")],
            },
        ),
        protect_by_court("record_leaf"),
        protect_by_court("record_signed_head"),
        migrations.RunSQL(
            """
            CREATE SEQUENCE record_leaf_id;
            CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON record_leaf FOR EACH ROW EXECUTE FUNCTION record_refuse();
            CREATE TRIGGER keep_all BEFORE TRUNCATE ON record_leaf FOR EACH STATEMENT EXECUTE FUNCTION record_refuse();
            CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON record_signed_head
                FOR EACH ROW EXECUTE FUNCTION record_refuse();
            """,
            """
            DROP SEQUENCE record_leaf_id; DROP TRIGGER keep ON record_leaf; DROP TRIGGER keep_all ON record_leaf;
            DROP TRIGGER keep ON record_signed_head;
            """,
        ),
    ]
