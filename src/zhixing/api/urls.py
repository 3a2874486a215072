"""The one page of the API's room; the API itself is answered at its gate."""

from __future__ import annotations

from django.urls import path

from zhixing.api.pages import tokens_page

urlpatterns = [path("account/tokens/", tokens_page, name="tokens")]
