"""Addresses of the pages of the plan. The page of a plan's dossier bears the name of its kind."""

from django.urls import path

from zhixing.plan.pages.assign import assign_page
from zhixing.plan.pages.drafts import draft_new, draft_page
from zhixing.plan.pages.measure import measure_page
from zhixing.plan.pages.report import report_page, report_pdf
from zhixing.plan.pages.wall import plan_page, plan_wall

urlpatterns = [
    path("plan/", plan_wall, name="plan-wall"),
    path("plan/new/", draft_new, name="plan-new"),
    path("plan/drafts/<int:number>/", draft_page, name="plan-draft"),
    path("plan/<int:number>/", plan_page, name="plan"),
    path("plan/<int:number>/assign/", assign_page, name="plan-assign"),
    path("plan/<int:number>/measures/<int:no>/", measure_page, name="plan-measure"),
    path("plan/<int:number>/report/", report_page, name="plan-report"),
    path("plan/<int:number>/report.pdf", report_pdf, name="plan-report-pdf"),
]
