"""The peer of the write bench: Django REST framework making the inserts of our API by models and a serializer, and asking no law.

Runs in a venv of its own, so it knows nothing of ours but the tables; it spares itself the case's row but for one column.
"""

from __future__ import annotations

import hashlib
import json
import os
from datetime import UTC, datetime
from urllib.parse import parse_qs, unquote, urlsplit

import django
from django.conf import settings


def connect() -> None:
    """Set Django up on the database of DATABASE_URL, with the framework and nothing else."""
    given = urlsplit(os.environ["DATABASE_URL"])
    database = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": given.path[1:],
        "USER": unquote(given.username or ""),
        "PASSWORD": unquote(given.password or ""),
        "HOST": parse_qs(given.query)["host"][0],
        "CONN_MAX_AGE": None,
    }
    settings.configure(
        DATABASES={"default": database},
        INSTALLED_APPS=["rest_framework"],
        REST_FRAMEWORK={"UNAUTHENTICATED_USER": None, "DEFAULT_AUTHENTICATION_CLASSES": []},
        ALLOWED_HOSTS=["*"],
        USE_TZ=True,
    )
    django.setup()


def build() -> object:
    """The WSGI application with one view: POST /api/v1/cases/NUMBER/entries."""
    from django.contrib.postgres.fields import ArrayField
    from django.core.wsgi import get_wsgi_application
    from django.db import connection, models, transaction
    from django.urls import path
    from rest_framework import serializers
    from rest_framework.exceptions import NotAuthenticated
    from rest_framework.request import Request
    from rest_framework.response import Response
    from rest_framework.views import APIView

    def table(name: str, **fields: models.Field) -> type[models.Model]:
        meta = type("Meta", (), {"app_label": "rest_framework", "managed": False, "db_table": name})
        made: type[models.Model] = type(
            name.title().replace("_", ""), (models.Model,), {"__module__": __name__, "Meta": meta, **fields}
        )
        return made

    token = table(
        "api_token",
        hash=models.BinaryField(),
        courts=ArrayField(models.CharField(max_length=8)),
        officer_id=models.BigIntegerField(),
        revoked_at=models.DateTimeField(null=True),
    )
    head = table(
        "record_dossier",
        court=models.CharField(max_length=8),
        head_seq=models.IntegerField(),
        head_hash=models.BinaryField(),
    )
    act = table(
        "record_act",
        id=models.BigAutoField(primary_key=True),
        dossier_id=models.BigIntegerField(),
        court=models.CharField(max_length=8),
        seq=models.IntegerField(),
        type=models.CharField(max_length=80),
        on_day=models.DateField(),
        recorded_at=models.DateTimeField(),
        by_kind=models.CharField(max_length=10),
        by_id=models.BigIntegerField(),
        body=models.BinaryField(),
        prev_hash=models.BinaryField(),
        hash=models.BinaryField(),
    )
    case = table(
        "cases_case", dossier_id=models.BigIntegerField(), livelihood=models.CharField(max_length=20)
    )

    class Given(serializers.Serializer):
        on = serializers.DateField()
        acts = serializers.ListField(child=serializers.DictField(child=serializers.CharField()))

    class Entries(APIView):
        def post(self, request: Request, number: int) -> Response:
            """Enter the act; what it answers is the entry."""
            given = Given(data=request.data)
            given.is_valid(raise_exception=True)
            text = request.headers["Authorization"][7:]
            held = token.objects.filter(hash=hashlib.sha256(text.encode()).digest(), revoked_at=None).first()
            if held is None:
                raise NotAuthenticated
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SELECT set_config('app.courts', %s, true)", [",".join(held.courts)])
                found = head.objects.select_for_update().get(pk=number)
                told = given.validated_data["acts"][0]
                entry = {
                    "dossier": number,
                    "seq": found.head_seq + 1,
                    "on": str(given.validated_data["on"]),
                    "recorded_at": datetime.now(UTC).isoformat(),
                    "by": {"kind": "officer", "id": held.officer_id, "name": ""},
                    "act": told,
                }
                body, previous = json.dumps(entry, ensure_ascii=False).encode(), bytes(found.head_hash)
                act.objects.create(
                    dossier_id=number,
                    court=found.court,
                    seq=entry["seq"],
                    type=told["type"],
                    on_day=given.validated_data["on"],
                    recorded_at=entry["recorded_at"],
                    by_kind="officer",
                    by_id=held.officer_id,
                    body=body,
                    prev_hash=previous,
                    hash=hashlib.sha256(previous + body).digest(),
                )
                case.objects.filter(dossier_id=number).update(livelihood=told["category"])
            return Response({"dossier": number, "head": entry["seq"], "entries": [entry]}, status=201)

    settings.ROOT_URLCONF = (path("api/v1/cases/<int:number>/entries", Entries.as_view()),)
    return get_wsgi_application()


connect()
application = build()
