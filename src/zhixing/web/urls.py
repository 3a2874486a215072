"""Addresses of the pages. Rooms bring their own pages: a room's `urls.py` is taken in without being named here."""

from __future__ import annotations

from django.urls import include, path

from zhixing.record.catalogue import packages_with
from zhixing.web.pages.act_page import act_page
from zhixing.web.pages.approval_page import approval_page
from zhixing.web.pages.bulk_page import bulk_page
from zhixing.web.pages.case_export import case_export
from zhixing.web.pages.case_list import case_list
from zhixing.web.pages.case_page import case_page
from zhixing.web.pages.correction_page import correction_page
from zhixing.web.pages.declare_page import declare_form, declare_page, declare_receipt
from zhixing.web.pages.derivation_page import duty_page, owed_page
from zhixing.web.pages.desk import desk
from zhixing.web.pages.dossier_page import dossier_page
from zhixing.web.pages.file_page import file_page
from zhixing.web.pages.filing_page import filing_page
from zhixing.web.pages.law_pages import act_reference, catalogue_page, norm_page
from zhixing.web.pages.notices_page import notice_page, notices_page
from zhixing.web.pages.party_page import party_page
from zhixing.web.pages.power_page import power_export, power_page
from zhixing.web.pages.preservation_filing import preservation_filing_page
from zhixing.web.pages.preview_page import preview_page
from zhixing.web.pages.search_page import search_page

urlpatterns = [
    path("", desk, name="desk"),
    path("cases/", case_list, name="case-list"),
    path("cases/export.<str:form>", case_export, name="case-export"),
    path("cases/bulk/", bulk_page, name="bulk"),
    path("cases/new/", filing_page, name="case-new"),
    path("cases/new/preservation/", preservation_filing_page, name="preservation-new"),
    path("cases/<int:number>/", case_page, name="case"),
    path("cases/<int:number>/owed/", owed_page, name="owed"),
    path("cases/<int:number>/acts/<str:tag>/", act_page, name="act"),
    path("cases/<int:number>/acts/<str:tag>/preview/", preview_page, name="document-preview"),
    path("cases/<int:number>/entries/<int:seq>/correct/", correction_page, name="correct"),
    path("cases/<int:number>/proposals/<int:seq>/", approval_page, name="approval"),
    path("cases/<int:number>/duties/<str:name>/<int:seq>/<int:index>/", duty_page, name="duty"),
    path("dossiers/<int:number>/", dossier_page, name="dossier"),
    path("parties/<int:number>/", party_page, name="party"),
    path("cases/<int:number>/files/<str:sha256>/", file_page, name="file"),
    path("law/<str:short>/<int:article>/", norm_page, name="norm"),
    path("catalogue/", catalogue_page, name="catalogue"),
    path("catalogue/<str:tag>/", act_reference, name="act-reference"),
    path("powers/", power_page, name="powers"),
    path("powers.csv", power_export, name="powers-csv"),
    path("notices/", notices_page, name="notices"),
    path("notices/<int:number>/", notice_page, name="notice"),
    path("search/", search_page, name="search"),
    path("declare/", declare_page, name="declare"),
    path("declare/form/", declare_form, name="declare-form"),
    path("declare/receipt/", declare_receipt, name="declare-receipt"),
    *(path("", include(f"zhixing.{room}.urls")) for room in packages_with("urls") if room != "web"),
]
