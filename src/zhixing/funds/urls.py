"""Addresses of the pages of case money. The pages of its dossiers bear the names of their kinds."""

from django.urls import path

from zhixing.funds.aid.pages.applying import case_aid_page
from zhixing.funds.aid.pages.desk import aid_desk
from zhixing.funds.aid.pages.fund import aid_fund_page
from zhixing.funds.aid.pages.one import aid_page
from zhixing.funds.clearance.pages import clearance_desk, clearance_lines, clearance_page
from zhixing.funds.distribution.pages import distribution_file, distribution_page
from zhixing.funds.pages.account import account_page, bank_account_page
from zhixing.funds.pages.case_money import case_money_page
from zhixing.funds.pages.overview import funds_page
from zhixing.funds.pages.recording import record_all
from zhixing.funds.pages.statement import statement_page
from zhixing.funds.paying.pages import payment_file, payments_page, settle
from zhixing.funds.reconciling.pages import reconciliation_page
from zhixing.funds.sheets.pages import columns_page

urlpatterns = [
    path("funds/", funds_page, name="funds"),
    path("funds/accounts/<int:number>/", account_page, name="ledger-account"),
    path("funds/bank-accounts/<int:number>/", bank_account_page, name="bank-account"),
    path("funds/aid/", aid_desk, name="aid-desk"),
    path("funds/aid/<int:number>/", aid_page, name="aid"),
    path("funds/aid/funds/<int:number>/", aid_fund_page, name="aid-fund"),
    path("cases/<int:number>/aid/", case_aid_page, name="case-aid"),
    path("funds/clearance/", clearance_desk, name="clearance-desk"),
    path("funds/clearance/<int:number>/", clearance_page, name="clearance"),
    path("funds/clearance/<int:number>/lines.csv", clearance_lines, name="clearance-lines"),
    path("funds/reconciliation/", reconciliation_page, name="reconciliation"),
    path("funds/bank-accounts/<int:number>/columns/", columns_page, name="columns"),
    path("funds/bank-accounts/<int:number>/payments/", payments_page, name="payments"),
    path("funds/bank-accounts/<int:number>/payments/<int:seq>.<str:form>", payment_file, name="payment-file"),
    path("funds/statements/<int:number>/settle/", settle, name="settle"),
    path("cases/<int:number>/money/", case_money_page, name="case-money"),
    path("cases/<int:number>/money/record/", record_all, name="money-record"),
    path("cases/<int:number>/distribution/", distribution_page, name="distribution"),
    path("cases/<int:number>/distribution.json", distribution_file, name="distribution-file"),
    path("funds/statements/<int:number>/", statement_page, name="statement"),
]
