"""Settings. Everything a service may set comes from the environment; README lists it."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

import environ
import pghistory
from celery.schedules import crontab

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parent.parent
DATA = Path(env("CAMDEN_DATA", default=str(BASE_DIR / "var")))

DEBUG = env.bool("CAMDEN_DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY", default="")
SECRET_KEY_FALLBACKS = env.list(
    "SECRET_KEY_FALLBACKS", default=[]
)  # what earlier keys signed and encrypted still works
# Answers without a name carry a mark made with this key, the same for the same person in every round, so that what is
# shown can be judged against earlier rounds (training.operations.marks). It outlives SECRET_KEY: without a key of its
# own it is the oldest that is listed. A round after it was changed shows nothing.
LISTENING_KEY = env("LISTENING_KEY", default="") or [SECRET_KEY, *SECRET_KEY_FALLBACKS][-1]
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
COUNCIL_NAME = env("COUNCIL_NAME", default="Camden")
DUTY_PHONE = env("DUTY_PHONE", default="")  # the number of duty and out of hours, on Before you meet them
COUNCIL_COLOUR = env("COUNCIL_COLOUR", default="")  # like #123b41; inks that can be read on it are worked out
COUNCIL_LOGO = env("COUNCIL_LOGO", default="")  # path of a PNG or a plain SVG
# Years from which a child is asked whether they were seen alone; each authority sets its own (REFERENCE 2.2, CP13).
SEEN_ALONE_FROM_AGE = env.int("SEEN_ALONE_FROM_AGE", default=2)
# Whether the page to sign in on offers the invented people and their password. Two things must agree: what the
# supervisor says, and what it wrote into the data folder, which `up` then refuses. Neither is a real service's.
_KIND = DATA / "kind"
DEMO = env.bool("CAMDEN_DEMO", default=False) and _KIND.is_file() and _KIND.read_text().strip() == "demo"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "pgtrigger",
    "pghistory",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "crispy_forms",
    "crispy_forms_gds",
    "camden",
    "cases",
    "training",
    "supervision",
    "conferences",
]

MIDDLEWARE = [
    "camden.middleware.RequestLog",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "camden.office.signed_out.SessionLimits",
    "django.contrib.messages.middleware.MessageMiddleware",
    # Outside the transaction: what allauth says and sends after it is kept needs its request still.
    "allauth.account.middleware.AccountMiddleware",
    "camden.middleware.Principal",
    "camden.office.signed_out.SignInFirst",
    "camden.office.second_proof.SecondProofFirst",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "camden.urls"
WSGI_APPLICATION = "camden.wsgi.application"
ASGI_APPLICATION = "camden.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "camden.office.context.council",
                "camden.overview.navigation.shown",
            ],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = ["gds"]
CRISPY_TEMPLATE_PACK = "gds"

# --- The database, as one of three roles (docs/adr/0002) -------------------------------------------------
# The web process is `app`, Celery is `worker`, migrations and imports are `owner`. Only the owner may change
# tables; only owner and worker may act as a system principal; row-level security holds the other two.
_URLS = {
    "app": env("DATABASE_URL", default="postgres:///camden"),
    "worker": env("DATABASE_URL_WORKER", default="") or env("DATABASE_URL", default="postgres:///camden"),
    "owner": env("DATABASE_URL_OWNER", default="") or env("DATABASE_URL", default="postgres:///camden"),
}
DATABASE_ROLE = env("CAMDEN_DB_ROLE", default="app")


def _read_url(url: str) -> dict[str, object]:
    """A database URL as Django's settings. A socket's folder is written as its host: postgres://app@%2Frun%2Fpg/camden."""
    config = dict(env.db_url_config(url))
    host = urlsplit(url).netloc.rpartition("@")[2]
    return config | {"HOST": unquote(host)} if host.lower().startswith("%2f") else config


_database = _read_url(_URLS[DATABASE_ROLE]) | {
    "CONN_MAX_AGE": env.int("DATABASE_CONN_MAX_AGE", default=60),
    "CONN_HEALTH_CHECKS": True,
}
DATABASES = {
    "default": _database,
    # The same database outside the request's transaction: throttles and refusals must survive its rollback.
    "aside": _database | {"TEST": {"MIRROR": "default"}},
}
ASIDE = "aside"
DATABASE_ROUTERS = ["camden.models.routing.Aside"]
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "camden_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # at the usual 300, made-up addresses would push out real throttles
    }
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"

# History by trigger. The context is a JSON value set once for each transaction (camden.principal), because the
# package's own context table is upserted, which a role that may only insert cannot do.
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
PGHISTORY_APPEND_ONLY = True
PGHISTORY_ADMIN_ALL_EVENTS = False

# --- People signing in ------------------------------------------------------------------------------------
AUTH_USER_MODEL = "camden.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
PASSWORD_RESET_TIMEOUT = 3600  # seconds
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "camden.office.adapter.CouncilAccounts"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # the council makes accounts; nobody signs up
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # or anybody could make us write to any address
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = False
# Throttles by address count the person, not the balancer: how many proxies of ours stand before the web and add to
# X-Forwarded-For, or the header in which the outermost one writes the address. Without either, nobody's word is taken.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", default=0)
ALLAUTH_TRUSTED_CLIENT_IP_HEADER = env("CLIENT_ADDRESS_HEADER", default="") or None
CALENDAR_RATES = {"calendar": "60/h/key,600/h/ip"}  # programmes of one provider ask from the same addresses
# Two people of one family may answer on one telephone; nobody tries secrets.
FEEDBACK_RATES = {"feedback": "30/h/key,120/h/ip"}
# Phones of one session share its code, and often one address of the council.
PHONE_RATES = {"phone-post": "400/m/key,2000/m/ip", "phone-look": "600/m/key,6000/m/ip"}
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# A second proof: codes from an app, and spare codes on paper. Passkeys wait until a service asks for them.
MFA_ADAPTER = "camden.office.adapter.SecondProof"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True  # the council makes accounts, and knows their addresses
MFA_TOTP_TOLERANCE = 1  # a telephone's clock may be half a minute off
SECOND_FACTOR = env.bool("CAMDEN_SECOND_FACTOR", default=env.bool("CAMDEN_HTTPS", default=False))
SESSION_LONGEST = env.int("SESSION_HOURS", default=10) * 3600  # seconds from signing in, whatever happens
SESSION_IDLE = env.int("SESSION_IDLE_MINUTES", default=60) * 60  # seconds with nobody there
SESSION_COOKIE_AGE = SESSION_LONGEST  # of the row in the database; camden.office.signed_out holds both limits
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
EMAIL_BACKEND = env("EMAIL_BACKEND", default="django.core.mail.backends.console.EmailBackend")
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="no-reply@localhost")
if env("EMAIL_URL", default=""):
    vars().update(env.email_url("EMAIL_URL"))  # the server mail leaves through, and how to speak with it
EMAIL_TIMEOUT = 10  # seconds: a mail server that does not answer must not hold up the jobs
CAMDEN_URL = env("CAMDEN_URL", default="http://localhost:8000")  # the address in e-mail, which no request tells a job

# --- Headers ----------------------------------------------------------------------------------------------
HTTPS = env.bool("CAMDEN_HTTPS", default=False)  # on behind TLS; off for the demo on one's own machine
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^livez$", r"^readyz$"]
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "camden.office.views.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
# A visit's account may be long; a whole form of them still fits. Files have their own limits.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 4
UPLOAD_MOST_MB = env.int("UPLOAD_MOST_MB", default=20)  # of one file; what is larger is let go while it comes in
FILE_UPLOAD_TEMP_DIR = DATA / "incoming"  # with the files themselves, and never in the machine's /tmp
FILE_UPLOAD_HANDLERS = [
    "camden.office.uploads.NotTooMuch",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# --- Words, days, files -----------------------------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True
STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MANIFEST_STRICT = False  # a missing file must not break every page, the one that says so included

# --- Jobs -------------------------------------------------------------------------------------------------
REDIS_URL = env("REDIS_URL", default="redis://localhost:6379/0")
CELERY_BROKER_URL = REDIS_URL
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TIMEZONE = TIME_ZONE
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BEAT_SCHEDULE = {
    "heartbeat": {"task": "camden.overview.tasks.beat", "schedule": 20.0},
    "files": {"task": "cases.tasks.sweep_files", "schedule": crontab(hour=3, minute=0)},
    "old drafts": {"task": "camden.overview.tasks.forget_old_drafts", "schedule": 86400.0},
    "partitions": {"task": "camden.overview.tasks.make_room_for_reads", "schedule": 86400.0},
    "outbox": {"task": "camden.overview.tasks.drain_outbox", "schedule": 2.0, "options": {"expires": 2}},
    "clocks": {"task": "cases.tasks.keep_clocks_tonight", "schedule": crontab(hour=5, minute=30)},
    "days off": {"task": "cases.tasks.count_clocks_again", "schedule": 3600.0},
    "exports": {"task": "cases.tasks.make_exports", "schedule": 2.0, "options": {"expires": 2}},
    # Until the morning's letters are written: see the task.
    "digest": {"task": "camden.overview.tasks.write_digests", "schedule": crontab(hour="6-11", minute="*/5")},
    "referrals": {"task": "cases.tasks.watch_referrals", "schedule": crontab(hour="9-17", minute=0)},
    "restricted": {"task": "cases.tasks.watch_restricted", "schedule": 60.0, "options": {"expires": 60}},
    "proposals": {"task": "cases.tasks.propose_moves", "schedule": crontab(hour=2, minute=0)},
    "looks": {"task": "cases.tasks.look_for_moves", "schedule": 2.0, "options": {"expires": 2}},
    "figures": {"task": "conferences.tasks.count_conferences", "schedule": crontab(hour=3, minute=30)},
    "agendas": {"task": "supervision.tasks.propose_agendas", "schedule": crontab(hour=4, minute=0)},
    "listening": {"task": "training.tasks.decide_rounds", "schedule": crontab(hour=4, minute=30)},
    # In the middle of the morning: nobody's telephone rings at night.
    "how it went": {"task": "conferences.tasks.ask_how_it_went", "schedule": crontab(hour=10, minute=0)},
}
HEARTBEAT_SECONDS = 90  # a worker silent for longer is reported by /readyz

# --- Logs: one JSON object a line, never a fact about a family -----------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "camden.middleware.JsonLines"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "json"},
        "nowhere": {"class": "logging.NullHandler"},  # an empty list would fall through to Python's last resort
    },
    "root": {"handlers": ["stderr"], "level": env("LOG_LEVEL", default="INFO")},
    "loggers": {
        # What jobs did, a line each: said even where nothing else is.
        "camden.jobs": {"level": "INFO"},
        # Django's own request log writes paths and, for 500s, whole requests: ours says the URL's name instead.
        "django.request": {"handlers": ["nowhere"], "propagate": False},
        "django.server": {"handlers": ["nowhere"], "propagate": False},
    },
}
# E-mail is unique whatever its capitals: a constraint on lower(email), which this check does not see.
# The folder of what comes in is made when the first file comes (camden.office.uploads).
SILENCED_SYSTEM_CHECKS = ["auth.W004", "files.E001"]
