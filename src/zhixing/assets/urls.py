"""Addresses of the pages of property."""

from django.urls import path

from zhixing.assets.report_pages import report_list, report_page

urlpatterns = [
    path("cases/<int:number>/reports/", report_page, name="property-report"),
    path("reports/", report_list, name="property-reports"),
]
