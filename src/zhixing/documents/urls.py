"""Addresses of the pages of documents."""

from django.urls import path

from zhixing.documents.pages import again, document, efile, volume

urlpatterns = [
    path("cases/<int:number>/documents/", efile, name="efile"),
    path("cases/<int:number>/documents/again/", again, name="documents-again"),
    path("cases/<int:number>/documents/<int:seq>.pdf", document, {"form": "pdf"}, name="document"),
    path("cases/<int:number>/documents/<int:seq>.docx", document, {"form": "docx"}, name="document-word"),
    path("cases/<int:number>/documents/volume-<slug:key>.pdf", volume, name="volume"),
]
