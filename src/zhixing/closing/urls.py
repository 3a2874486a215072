"""Addresses of the pages of closing."""

from django.urls import path

from zhixing.closing.pages.ending import resumption, termination_proof
from zhixing.closing.pages.rechecks import rechecks

urlpatterns = [
    path("cases/<int:number>/termination/", termination_proof, name="termination-proof"),
    path("cases/<int:number>/resumption/", resumption, name="resumption"),
    path("network/rechecks/", rechecks, name="rechecks"),
]
