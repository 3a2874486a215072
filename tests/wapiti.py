"""`make wapiti`: scan the running demonstration, signed in as its judge, and fail on any finding above "info" or server error.

The scanner lives in an environment of its own. Left out are modules that ask a third party or look for other people's programs:
what they need is not here, or not ours. The demonstration is written to: forms are sent as the scanner pleases.

    python -m tests.wapiti http://127.0.0.1:8000/ [SECONDS]      # for each module; 120 when absent
"""

from __future__ import annotations

import subprocess
import sys
from http.cookiejar import CookieJar
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import msgspec

ROOT = Path(__file__).parents[1]
SCANNER = ROOT / ".venv-wapiti" / "bin" / "wapiti"
USER, PASSWORD = "0235.judge", "zhixing-2017"  # of the demonstration; people/seed.py
MODULES = (
    "backup", "cookieflags", "crlf", "csp", "csrf", "exec", "file", "htaccess", "http_headers", "ldap", "methods",
    "permanentxss", "redirect", "shellshock", "sql", "timesql", "upload", "xss",
)  # fmt: skip
LEFT_ALONE = ("sign-out/", "sign-in/", "account/security/", "language/", "static/")
INFO = 0
NEEDS_TLS = "Secure Flag cookie"  # told of any site without TLS; with ZHIXING_HTTPS=1 the cookies bear it (a test says so)


class Finding(msgspec.Struct):
    """One thing the scanner reports; `level` 0 is information, 4 is critical."""

    method: str
    path: str
    info: str
    level: int
    parameter: str | None = None
    module: str = ""
    http_request: str = ""


class Report(msgspec.Struct):
    """The scanner's report, by the name of what was found."""

    vulnerabilities: dict[str, list[Finding]]
    anomalies: dict[str, list[Finding]]
    additionals: dict[str, list[Finding]]
    infos: dict[str, object] = {}

    def found(self) -> list[tuple[str, Finding]]:
        """Everything found, with its name."""
        kinds = (self.vulnerabilities, self.anomalies, self.additionals)
        return [(name, each) for kind in kinds for name, several in kind.items() for each in several]


def cookies(site: str) -> str:
    """The cookies of a fresh sign-in, for a header. SystemExit when there is none."""
    jar = CookieJar()
    browser = build_opener(HTTPCookieProcessor(jar))
    with browser.open(f"{site}sign-in/") as page:
        token = page.read().decode().split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    form = urlencode({"username": USER, "password": PASSWORD, "csrfmiddlewaretoken": token})
    with browser.open(f"{site}sign-in/", form.encode()) as page:
        if "/sign-in/" in page.geturl():
            raise SystemExit(f"{USER} 没有登录成功，请先 make run")
    return "; ".join(f"{each.name}={each.value}" for each in jar)


def scan(site: str, seconds: int, folder: Path) -> Report:
    """Let the scanner at the site, that many seconds for each module; what it reports."""
    written = folder / "report.json"
    command = [
        str(SCANNER), "--url", site, "--scope", "domain", "--module", ",".join(MODULES), "--cookie-value", cookies(site),
        "--max-links-per-page", "10", "--max-files-per-dir", "6", "--depth", "4", "--max-parameters", "80",
        "--max-scan-time", str(3 * seconds), "--max-attack-time", str(seconds), "--tasks", "4", "--timeout", "20",
        "--store-session", str(folder), "--flush-session", "--no-bugreport", "--verbose", "1",
        "--format", "json", "--output", str(written), "--detailed-report", "1",
    ]  # fmt: skip
    for each in LEFT_ALONE:
        command += ["--exclude", f"{site}{each}*"]
    subprocess.run(command, check=True)
    return msgspec.json.decode(written.read_bytes(), type=Report)


def main(site: str, seconds: int) -> int:
    """Exit 0 when nothing was found above information."""
    with TemporaryDirectory() as folder:
        report = scan(site if site.endswith("/") else f"{site}/", seconds, Path(folder))
    excused = () if site.startswith("https:") else (NEEDS_TLS,)
    grave = [each for name, each in report.found() if each.level > INFO and name not in excused]
    for name, each in report.found():
        sys.stdout.write(
            f"[{each.level}] {name}: {each.method} {each.path} {each.parameter or ''} {each.info}\n"
        )
    pages = report.infos.get("crawled_pages_nbr", "?")
    sys.stdout.write(f"{len(MODULES)} modules over {pages} pages: {len(grave)} findings above information\n")
    return 1 if grave else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 120))
