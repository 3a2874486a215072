"""Addresses of the pages of property."""

from django.urls import path

from zhixing.assets.pages.debtor import debtor_page
from zhixing.assets.pages.inquiries import inquiries
from zhixing.assets.pages.network import network_desk, network_institutions
from zhixing.assets.pages.property import property_page
from zhixing.assets.pages.renewals import renewal_page
from zhixing.assets.pages.reports import report_list, report_page
from zhixing.assets.pages.sales import sales_page

urlpatterns = [
    path("cases/<int:number>/property/", property_page, name="property"),
    path("parties/<int:number>/property/", debtor_page, name="debtor-property"),
    path("renewals/", renewal_page, name="renewals"),
    path("cases/<int:number>/reports/", report_page, name="property-report"),
    path("cases/<int:number>/sales/", sales_page, name="sales"),
    path("cases/<int:number>/inquiries/", inquiries, name="inquiries"),
    path("network/", network_desk, name="network-desk"),
    path("network/institutions/", network_institutions, name="network-institutions"),
    path("reports/", report_list, name="property-reports"),
]
