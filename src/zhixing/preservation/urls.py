"""Addresses of the pages of preservation."""

from django.urls import path

from zhixing.preservation.pages.case import case_preservation
from zhixing.preservation.pages.desk import preservation_desk

urlpatterns = [
    path("preservation/", preservation_desk, name="preservation-desk"),
    path("cases/<int:number>/preservation/", case_preservation, name="case-preservation"),
]
