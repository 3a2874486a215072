"""Addresses of the pages of preservation."""

from django.urls import path

from zhixing.preservation.pages.desk import preservation_desk

urlpatterns = [path("preservation/", preservation_desk, name="preservation-desk")]
