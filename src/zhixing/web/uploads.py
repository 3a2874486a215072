"""Files that come in with forms: held in memory only, checked, kept; a form that comes back still has them.

A file input is called like its field with UPLOAD behind. Once kept, the file's hash stands in the form in its place. A dry run
sends only the file's name (the browser need not send the file with every change): NOT_YET stands for what is yet to be kept.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping, Sequence

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest

from zhixing.record import files
from zhixing.record.models import StoredFile

UPLOAD = "@file"
NOT_YET = "0" * 64
HASH = re.compile(r"^[0-9a-f]{64}$")
Keep = Callable[[str, bytes], StoredFile]


class KeptInMemory(FileUploadHandler):
    """Django's upload handler of the platform: no upload lies on the disk in clear, and one beyond the limit is only counted."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.parts: list[bytes] = []
        self.length = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Take a part, unless the file has become too large."""
        self.length += len(raw_data)
        if self.length <= settings.LARGEST_FILE:
            self.parts.append(raw_data)
        else:
            self.parts.clear()

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """The file; its size tells when it was too large and is not there. The next file begins."""
        content, length = io.BytesIO(b"".join(self.parts)), self.length
        self.parts, self.length = [], 0
        return InMemoryUploadedFile(
            content, self.field_name, self.file_name, self.content_type, length, self.charset
        )


def taken(request: HttpRequest, keep: Keep | None) -> tuple[dict[str, list[str]], dict[str, str]]:
    """What a form says, and what is wrong with its files: field → sentence. Without `keep` files are only looked at."""
    said = {key: request.POST.getlist(key) for key in request.POST}
    submitted = {key: values for key, values in said.items() if not key.endswith(UPLOAD)}
    for key, values in said.items():
        if keep is None and key.endswith(UPLOAD) and any(values):
            submitted[key.removesuffix(UPLOAD)] = [NOT_YET]
    wrong: dict[str, str] = {}
    for key, upload in request.FILES.items():
        if not key.endswith(UPLOAD) or not isinstance(upload, UploadedFile):
            continue
        field = key.removesuffix(UPLOAD)
        try:
            submitted[field] = [_hash(upload, keep)]
        except files.NotKept as error:
            wrong[field] = str(error)
    return submitted, wrong


def _hash(upload: UploadedFile[bytes], keep: Keep | None) -> str:
    if (upload.size or 0) > settings.LARGEST_FILE:
        raise files.too_large()
    content = upload.read()
    if keep is not None:
        return keep(upload.name or "", content).sha256
    files.check(content)
    return NOT_YET


def kept_in(court: str, submitted: Mapping[str, Sequence[str]]) -> tuple[tuple[str, str], ...]:
    """(hash, name and size) of the files that a form holds; one kept elsewhere has its hash for a name."""
    hashes = sorted({value for values in submitted.values() for value in values if HASH.match(value)})
    found = StoredFile.objects.filter(court=court, sha256__in=hashes) if hashes else ()
    names = {each.sha256: shown(each) for each in found}
    return tuple((each, names.get(each, f"{each[:12]}…")) for each in hashes)


def shown(file: StoredFile) -> str:
    """A file as people read it: its name and size."""
    if file.size < 1024 * 1024:
        return f"{file.name}（{-(-file.size // 1024)} KB）"
    return f"{file.name}（{file.size / (1024 * 1024):.1f} MB）"
