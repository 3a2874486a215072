"""Addresses of the pages of closing."""

from django.urls import path

from zhixing.closing.pages import resumption, termination_proof

urlpatterns = [
    path("cases/<int:number>/termination/", termination_proof, name="termination-proof"),
    path("cases/<int:number>/resumption/", resumption, name="resumption"),
]
