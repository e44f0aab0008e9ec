"""zip.py ZIP SECONDS FILE…: packs files into a folder `taphuan` of a zip, all with this date (seconds since 1970), so
that the same files give the same zip. Debian's own zip does not mark names as UTF-8; Windows then shows “ĐỌC TRƯỚC”
as nonsense."""

import pathlib
import sys
import time
import zipfile

target, seconds, *files = sys.argv[1:]
date = time.gmtime(int(seconds))[:6]
with zipfile.ZipFile(target, "w") as archive:
    for file in map(pathlib.Path, files):
        entry = zipfile.ZipInfo(f"taphuan/{file.name}", date)
        entry.external_attr = 0o644 << 16
        archive.writestr(entry, file.read_bytes(), zipfile.ZIP_DEFLATED, 9)
