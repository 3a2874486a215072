"""Telephones become identities, encrypted; what is stored for display shows less. The rows of every court are moved."""

from django.db import migrations, models

from zhixing.record.scope import EVERY_COURT, seeing


def protect(apps, schema_editor):
    """Encrypt the telephones that stand in clear, and veil the masked numbers anew."""
    from zhixing.law.identities import IdentityError
    from zhixing.parties.identity import ACCOUNT, telephone
    from zhixing.parties.protection import decrypt, veil

    party_model = apps.get_model("parties", "Party")
    identity_model = apps.get_model("parties", "PartyIdentity")
    with seeing(EVERY_COURT):
        for row in identity_model.objects.exclude(paper=ACCOUNT).iterator():
            row.masked = veil(decrypt(bytes(row.cipher)))
            row.save(update_fields=["masked"])
        for party in party_model.objects.exclude(phones=[]).iterator():
            for text in party.phones:
                try:
                    made = telephone(party.court, text)
                except IdentityError:
                    party.address = f"{party.address}（电话 {text}）"[:200]
                    party.save(update_fields=["address"])
                    continue
                identity_model.objects.create(
                    party=party, court=party.court, paper=made.paper, cipher=made.cipher, hash=made.hash, masked=made.masked
                )


class Migration(migrations.Migration):
    dependencies = [("parties", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="partyidentity", name="retired_at", field=models.DateTimeField(null=True)
        ),
        migrations.RunPython(protect, migrations.RunPython.noop),
    ]
