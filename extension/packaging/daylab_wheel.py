"""Builds the wheel of the JupyterLab extension: the build backend (PEP 517) that pyproject.toml names.

The wheel holds no Python. Its files are data that `pip install` lays under `share/jupyter/labextensions`,
where JupyterLab, Notebook 7 and JupyterLite look for prebuilt extensions. `dist/labextension` is bundled
before, by `npm run setup`. The same bundle makes the same wheel, byte for byte.
"""

import base64
import hashlib
import json
import zipfile
from pathlib import Path

EXTENSION = Path(__file__).resolve().parent.parent
BUNDLE = EXTENSION / "dist/labextension"

NAME = "daylab-labextension"
REQUIRES_PYTHON = ">=3.10"
REQUIRES = ("jupyterlab>=4.0,<5",)
CLASSIFIERS = (
    "Framework :: Jupyter",
    "Framework :: Jupyter :: JupyterLab",
    "Framework :: Jupyter :: JupyterLab :: 4",
    "Framework :: Jupyter :: JupyterLab :: Extensions",
    "Framework :: Jupyter :: JupyterLab :: Extensions :: Prebuilt",
    "Intended Audience :: Education",
)

INSTALL = {
    "packageManager": "python",
    "packageName": NAME,
    "uninstallInstructions": f"pip uninstall {NAME}",
}


class UnsupportedOperation(Exception):
    """What a frontend is told by PEP 517 where there is no source distribution."""


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    """Writes the wheel into `wheel_directory` and returns its name."""
    package = package_json()
    stem = f"{NAME.replace('-', '_')}-{package['version']}"
    files = {
        **data_files(package, f"{stem}.data/data/share/jupyter/labextensions/{package['name']}"),
        f"{stem}.dist-info/METADATA": metadata(package).encode(),
        f"{stem}.dist-info/WHEEL": wheel().encode(),
        f"{stem}.dist-info/licenses/LICENSE": (EXTENSION.parent / "LICENSE").read_bytes(),
    }
    record = f"{stem}.dist-info/RECORD"
    files[record] = record_of(files, record).encode()
    name = f"{stem}-py3-none-any.whl"
    write_archive(Path(wheel_directory) / name, files)
    return name


def build_sdist(sdist_directory, config_settings=None):
    raise UnsupportedOperation("The wheel is built from a clone of the repository, by npm run wheel.")


def package_json():
    """The bundle's own, which names what JupyterLab loads."""
    file = BUNDLE / "package.json"
    if not file.exists():
        raise FileNotFoundError(f"There is no {file}. Run npm run wheel, which bundles it first.")
    return json.loads(file.read_text(encoding="utf-8"))


def data_files(package, folder):
    found = {
        f"{folder}/{file.relative_to(BUNDLE).as_posix()}": file.read_bytes()
        for file in BUNDLE.rglob("*")
        if file.is_file()
    }
    entry = f"{folder}/{package['jupyterlab']['_build']['load']}"
    if entry not in found:
        raise FileNotFoundError(f"{BUNDLE} lacks the file that JupyterLab loads, {entry}.")
    return {**found, f"{folder}/install.json": json.dumps(INSTALL, indent=2).encode()}


def metadata(package):
    lines = [
        "Metadata-Version: 2.4",
        f"Name: {NAME}",
        f"Version: {package['version']}",
        f"Summary: {package['description']}",
        f"Keywords: {','.join(package['keywords'])}",
        f"License-Expression: {package['license']}",
        "License-File: LICENSE",
        *(f"Classifier: {each}" for each in CLASSIFIERS),
        f"Requires-Python: {REQUIRES_PYTHON}",
        *(f"Requires-Dist: {each}" for each in REQUIRES),
        "Description-Content-Type: text/markdown",
    ]
    return "\n".join(lines) + "\n\n" + (EXTENSION / "README.md").read_text(encoding="utf-8")


def wheel():
    return "Wheel-Version: 1.0\nGenerator: daylab-wheel\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def record_of(files, record):
    lines = []
    for name, content in sorted(files.items()):
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        lines.append(f"{name},sha256={digest},{len(content)}")
    return "\n".join([*lines, f"{record},,"]) + "\n"


def write_archive(file, files):
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            # The oldest time that the format has; a file's own would differ from clone to clone.
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
