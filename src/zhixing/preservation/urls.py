"""Addresses of the pages of preservation."""

from django.urls import path

from zhixing.preservation.pages.case import case_preservation
from zhixing.preservation.pages.desk import preservation_desk
from zhixing.preservation.pages.figure import figure_file, figure_page

urlpatterns = [
    path("preservation/", preservation_desk, name="preservation-desk"),
    path("preservation/figures/<slug:name>/", figure_page, name="preservation-figure"),
    path("preservation/figures/<slug:name>.csv", figure_file, name="preservation-figure-file"),
    path("cases/<int:number>/preservation/", case_preservation, name="case-preservation"),
]
