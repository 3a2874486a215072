"""Django's settings. Everything that differs between installations comes from the environment.

DATABASE_URL      the PostgreSQL to use; the commands set it to the embedded server when it is absent (zhixing.cli.postgres)
SECRET_KEY        signs sessions; made once and kept in var/secrets when absent
ZHIXING_KEY       encrypts identities; likewise. Losing it loses them
ZHIXING_SEAL      with what the heads of the record are signed: ed25519 (default) or sm2
ZHIXING_SEAL_KEY  what its private key is made from; made once likewise. Whoever has it can sign in the court's name
ZHIXING_NETWORK   where the property network is reached, such as http://127.0.0.1:8100; nothing is sent when absent
ZHIXING_NETWORK_KEY       what the courts' key in the network is made from; made once likewise
ZHIXING_NETWORK_PEER      the exchange's public keys, hexadecimal, separated by commas; the sandbox's when absent
ZHIXING_NETWORK_PATIENCE  after how many minutes without an answer a request is sent again; 1440 when absent
ZHIXING_TODAY     holds the clock at a day (the demonstration district lives on 2017-06-15)
ZHIXING_HOSTS     names under which the platform is reached, separated by commas
ZHIXING_HTTPS     "1" when it is reached over HTTPS (behind a proxy that says so): cookies and redirects insist on it
ZHIXING_FILE_MB   how large a file kept with an act may be, in MB; 20 when absent
ZHIXING_API_RATE  how many requests a minute one API token may make; 30000 when absent, 0 for any number
ZHIXING_OIDC_ISSUER  the provider of single sign-on (people/oidc.py); none when absent. ZHIXING_OIDC_CLIENT is our name there,
                  ZHIXING_OIDC_SECRET_FILE holds our secret there, ZHIXING_OIDC_STRONG the values of `acr` or `amr` that count as
                  a second factor, separated by commas
ZHIXING_DEBUG     "1" while developing
"""

from __future__ import annotations

import importlib.util
import os
import pkgutil
from urllib.parse import parse_qsl, unquote, urlsplit

import zhixing
from zhixing.web.places import PROJECT, secret, state

ROOMS = tuple(
    package.name
    for package in pkgutil.iter_modules(zhixing.__path__)
    if package.ispkg and importlib.util.find_spec(f"zhixing.{package.name}.apps")
)


def database(url: str) -> dict[str, object]:
    """Django's description of the database at a postgresql:// address; a socket directory may stand in ?host=."""
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise ValueError("DATABASE_URL 应以 postgresql:// 开头")
    options = dict(parse_qsl(parts.query))
    host = options.pop("host", None) or unquote(parts.hostname or "")
    return {
        "ENGINE": "zhixing.web.database",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or options.pop("port", "")),
        # What is asked twice is planned once, for any parameters: it finds its rows by the number of their dossier.
        "OPTIONS": {
            **options,
            "prepare_threshold": 1,
            "options": f"{options.get('options', '')} -c plan_cache_mode=force_generic_plan".strip(),
        },
        "ATOMIC_REQUESTS": True,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def flag(name: str) -> bool:
    """Whether an environment variable is switched on."""
    return os.environ.get(name, "") == "1"


DEBUG = flag("ZHIXING_DEBUG")
SECRET_KEY = secret("SECRET_KEY")
ZHIXING_KEY = secret("ZHIXING_KEY")
ZHIXING_SEAL = os.environ.get("ZHIXING_SEAL", "ed25519")
ZHIXING_SEAL_KEY = secret("ZHIXING_SEAL_KEY")
ZHIXING_NETWORK = os.environ.get("ZHIXING_NETWORK", "")
ZHIXING_NETWORK_KEY = secret("ZHIXING_NETWORK_KEY")
ZHIXING_NETWORK_PEER = os.environ.get("ZHIXING_NETWORK_PEER", "")
ZHIXING_NETWORK_PATIENCE = float(os.environ.get("ZHIXING_NETWORK_PATIENCE", "1440"))
ZHIXING_TODAY = os.environ.get("ZHIXING_TODAY", "")
ZHIXING_DEMONSTRATION = flag("ZHIXING_DEMONSTRATION")  # set by `serve --demo` alone
OIDC_ISSUER = os.environ.get("ZHIXING_OIDC_ISSUER", "")
OIDC_CLIENT = os.environ.get("ZHIXING_OIDC_CLIENT", "zhixing")
OIDC_SECRET_FILE = os.environ.get("ZHIXING_OIDC_SECRET_FILE", "")
OIDC_STRONG = frozenset(filter(None, os.environ.get("ZHIXING_OIDC_STRONG", "").split(",")))
API_RATE = int(os.environ.get("ZHIXING_API_RATE", "30000"))
ALLOWED_HOSTS = os.environ.get("ZHIXING_HOSTS", "127.0.0.1,localhost").split(",")

DATABASES = {"default": database(os.environ.get("DATABASE_URL") or "postgresql:///zhixing")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_htmx",
    "procrastinate.contrib.django",
    *(f"zhixing.{room}" for room in ROOMS),
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "zhixing.web.headers.protective_headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "zhixing.api.gate.api_gate",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "zhixing.people.languages.in_their_language",
    "zhixing.people.middleware.CourtScope",
    "zhixing.people.limits.Limited",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "zhixing.web.null_bytes.no_null_bytes",
]
ROOT_URLCONF = "zhixing.web.urls"
WSGI_APPLICATION = "zhixing.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [("zhixing.web.speaking.Loader", ["django.template.loaders.app_directories.Loader"])],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "zhixing.web.context.page",
            ],
        },
    }
]

AUTH_USER_MODEL = "people.Officer"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "sign-in"

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(state() / "files")},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
LARGEST_FILE = int(os.environ.get("ZHIXING_FILE_MB", "20")) * 1024 * 1024  # bytes
FILE_UPLOAD_HANDLERS = ["zhixing.web.uploads.KeptInMemory"]
WHITENOISE_USE_FINDERS = (
    True  # the packages' own folders are served as they are: nothing to collect, nothing to forget
)
WHITENOISE_AUTOREFRESH = DEBUG

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 30 * 60  # idle: each request begins it anew
SESSION_SAVE_EVERY_REQUEST = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True  # the pages carry the token; no script needs the cookie
CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER: tuple[str, str] | None = None
if flag("ZHIXING_HTTPS"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 365 * 24 * 3600

# Norm texts are taken in from here at start-up when the folder is there; the platform runs without it.
NORM_TEXTS = PROJECT.parent / "shared" / "law" / "norms"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
