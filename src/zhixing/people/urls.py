"""Addresses of signing in and of one's account."""

from django.urls import path

from zhixing.people.accounts import accounts_page, resets_page
from zhixing.people.languages import choose_language
from zhixing.people.oidc_pages import oidc_page, oidc_return_page
from zhixing.people.organisation import court_organisation, organisation_open, organisation_wall
from zhixing.people.pages import account_page, locks_page, sign_in_page, sign_out
from zhixing.people.second_factor import passkey_options, second_step_page, totp_page, verify_page
from zhixing.people.security import security_page

urlpatterns = [
    path("sign-in/", sign_in_page, name="sign-in"),
    path("sign-out/", sign_out, name="sign-out"),
    path("sign-in/second/", second_step_page, name="second-step"),
    path("sign-in/oidc/", oidc_page, name="oidc"),
    path("sign-in/oidc/return/", oidc_return_page, name="oidc-return"),
    path("accounts/", accounts_page, name="accounts"),
    path("accounts/resets/", resets_page, name="resets"),
    path("account/", account_page, name="account"),
    path("account/security/", security_page, name="security"),
    path("account/totp/", totp_page, name="totp"),
    path("account/verify/", verify_page, name="verify"),
    path("account/passkey/", passkey_options, name="passkey-options"),
    path("language/", choose_language, name="language"),
    path("organisation/", organisation_wall, name="organisation"),
    path("organisation/open/", organisation_open, name="organisation-open"),
    path("organisation/<int:number>/", court_organisation, name="court-organisation"),
    path("locks/", locks_page, name="locks"),
]
