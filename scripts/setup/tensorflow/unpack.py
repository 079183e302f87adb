"""Takes the C library and the C headers out of a TensorFlow wheel: unpack.py WHEEL FOLDER LIBRARY..."""

import os
import shutil
import sys
import zipfile

wheel, folder, *libraries = sys.argv[1:]

HEADERS = (
    "tensorflow/include/tensorflow/c/",
    "tensorflow/include/tensorflow/core/platform/ctstring",
    "tensorflow/include/tensorflow/tsl/",
    "tensorflow/include/tsl/",
    "tensorflow/include/xla/tsl/c/",
    "tensorflow/include/xla/tsl/platform/ctstring",
)


def destination(name: str) -> str | None:
    if name in [f"tensorflow/{library}" for library in libraries]:
        return os.path.basename(name)
    if name.startswith(HEADERS) and name.endswith(".h"):
        return name.removeprefix("tensorflow/")
    return None


found = set()
with zipfile.ZipFile(wheel) as archive:
    for entry in archive.infolist():
        relative = destination(entry.filename)
        if relative is None:
            continue
        path = os.path.join(folder, relative)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with archive.open(entry) as source, open(path, "wb") as target:
            shutil.copyfileobj(source, target, 1 << 20)
        found.add(relative)

missing = [library for library in libraries if library not in found]
if missing:
    sys.exit(f"the wheel holds no {', '.join(missing)}")
