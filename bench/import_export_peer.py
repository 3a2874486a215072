"""The peer of the register bench: django-import-export takes the same CSV into one table. Run by the bench in a venv of its own.

`python import_export_peer.py FILE MODE`, MODE rows (each row looked up, compared and saved, as it comes) or bulk; the database
stands in PEER_DATABASE, as JSON of Django's words. Prints one line of JSON: seconds of the import, rows in the table, refused.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

import django
from django.conf import settings

WHOLE = ("N_AJBS", "N_FDZXQX")


def connect(database: dict[str, str]) -> None:
    """Set Django up with one database and no application but the importer."""
    settings.configure(
        DATABASES={"default": {"ENGINE": "django.db.backends.postgresql", **database}},
        INSTALLED_APPS=["import_export"],
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    )
    django.setup()


def measured(path: Path, *, bulk: bool) -> dict[str, float]:
    """Import the file into a table of its own, made and dropped here: seconds, rows in the table, rows refused."""
    import tablib
    from django.db import connection, models
    from import_export import resources

    def field_of(code: str) -> models.Field:
        if code.startswith("D_"):
            return models.DateField(null=True, blank=True)
        if code in WHOLE:
            return models.BigIntegerField(null=True, blank=True)
        if code.startswith("N_"):
            return models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
        return models.CharField(max_length=300, blank=True, unique=code == "C_AH")

    began = time.monotonic()
    dataset = tablib.Dataset().load(path.read_text(encoding="utf-8-sig"), format="csv")
    columns = {code: field_of(code) for code in dataset.headers}
    meta = type("Meta", (), {"app_label": "import_export"})
    case = type("Case", (models.Model,), {"__module__": __name__, **columns, "Meta": meta})
    options = {
        "model": case,
        "import_id_fields": ("C_AH",),
        "fields": tuple(dataset.headers),
        "use_bulk": bulk,
        "batch_size": 1000,
        "skip_diff": bulk,
        "force_init_instance": bulk,
    }
    resource = type("CaseResource", (resources.ModelResource,), {"Meta": type("Meta", (), options)})
    with connection.schema_editor() as editor:
        editor.create_model(case)
    result = resource().import_data(dataset, raise_errors=False, use_transactions=False)
    spent = time.monotonic() - began
    rows = case.objects.count()
    with connection.schema_editor() as editor:
        editor.delete_model(case)
    return {"seconds": spent, "rows": rows, "refused": len(result.error_rows) + len(result.invalid_rows)}


if __name__ == "__main__":
    connect(json.loads(os.environ["PEER_DATABASE"]))
    print(json.dumps(measured(Path(sys.argv[1]), bulk=sys.argv[2] == "bulk")))
