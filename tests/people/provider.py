"""A provider of OpenID Connect for the tests: django-oauth-toolkit, in a process and with a database of its own.

    python -m tests.people.provider PORT FOLDER

FOLDER holds `key.pem`, with which it signs, and keeps its database. Whoever signs in there is `zhang`, `li` or `strong`; what it
says of `strong` besides is that they showed a second factor. It stands for all tests of a process; each tells it at /site/
where its own site is.
"""

from __future__ import annotations

import sys
from pathlib import Path
from wsgiref.simple_server import WSGIServer, make_server

import django
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt

CLIENT, SECRET, PASSWORD = "zhixing", "secret-of-the-tests", "password-there"
PEOPLE = ("zhang", "li", "strong")
FORM = '<form method="post">{% csrf_token %}{{ form.as_p }}<button>Sign in there</button></form>'
LOGIN = f"<!DOCTYPE html><title>Provider</title>{FORM}"


def configure(port: int, folder: Path) -> None:
    """Django as the provider wants it."""
    settings.configure(
        SECRET_KEY="provider",
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF=__name__,
        USE_TZ=True,
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(folder / "provider.db")}},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        SESSION_COOKIE_NAME="provider_session",  # cookies know no ports: else the two sites would share them
        CSRF_COOKIE_NAME="provider_csrf",
        LOGIN_URL="/login/",
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "oauth2_provider",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {
                    "loaders": [
                        ("django.template.loaders.locmem.Loader", {"registration/login.html": LOGIN})
                    ],
                    "context_processors": ["django.template.context_processors.request"],
                },
            }
        ],
        OAUTH2_PROVIDER={
            "OIDC_ENABLED": True,
            "OIDC_ISS_ENDPOINT": f"http://127.0.0.1:{port}/o",
            "OIDC_RSA_PRIVATE_KEY": (folder / "key.pem").read_text(),
            "PKCE_REQUIRED": True,
            "SCOPES": {"openid": "who you are"},
        },
    )
    django.setup()


def claims(_validator: object, request: HttpRequest) -> dict[str, object]:
    """How the person showed who they are, as RFC 8176 has it: a password, and `strong` a one-time code besides."""
    return {"amr": ["pwd", "otp"] if request.user.get_username() == "strong" else ["pwd"]}


def fill() -> None:
    """The people, and the one client, which comes back to nowhere yet."""
    from django.contrib.auth.models import User
    from oauth2_provider.models import Application
    from oauth2_provider.oauth2_validators import OAuth2Validator

    OAuth2Validator.oidc_claim_scope = None  # says it whatever scope was asked
    OAuth2Validator.get_additional_claims = claims
    call_command("migrate", verbosity=0)
    for name in PEOPLE:
        if not User.objects.filter(username=name).exists():
            User.objects.create_user(name, password=PASSWORD)
    Application.objects.update_or_create(
        client_id=CLIENT,
        defaults={
            "client_secret": SECRET,
            "client_type": "confidential",
            "authorization_grant_type": "authorization-code",
            "redirect_uris": "http://127.0.0.1/",
            "algorithm": "RS256",
            "skip_authorization": True,
        },
    )


@csrf_exempt
def site(request: HttpRequest) -> HttpResponse:
    """From now on people are sent back to the address in the body, and nobody is signed in here."""
    from django.contrib.sessions.models import Session
    from oauth2_provider.models import Application

    Session.objects.all().delete()
    Application.objects.update(redirect_uris=request.body.decode())
    return HttpResponse()


class Server(WSGIServer):
    """May take its port again at once."""

    allow_reuse_address = True


def main(port: int, folder: Path) -> None:
    """Serve until ended."""
    global urlpatterns
    configure(port, folder)
    fill()
    from django.contrib.auth.views import LoginView

    urlpatterns = [
        path("site/", site),
        path("login/", LoginView.as_view()),
        path("o/", include("oauth2_provider.urls", namespace="oauth2_provider")),
    ]
    sys.modules["tests.people.provider"] = sys.modules["__main__"]
    server = make_server("127.0.0.1", port, get_wsgi_application(), server_class=Server)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    server.serve_forever()


urlpatterns: list[object] = []
if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
