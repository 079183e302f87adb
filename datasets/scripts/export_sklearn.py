"""Writes data/iris.csv and data/digits.csv from the sets that scikit-learn bundles.

Run once, in an environment of its own:

    python3 -m venv /tmp/daylab-export
    /tmp/daylab-export/bin/pip install scikit-learn==1.9.1
    /tmp/daylab-export/bin/python datasets/scripts/export_sklearn.py

It prints each file's SHA-256 for data/manifest.json. The values are scikit-learn's, unrounded.
"""

import csv
import hashlib
from pathlib import Path

from sklearn.datasets import load_digits, load_iris

DATA = Path(__file__).resolve().parent.parent / "data"


def write(name, header, rows):
    path = DATA / f"{name}.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    print(path.name, hashlib.sha256(path.read_bytes()).hexdigest())


iris = load_iris()
write(
    "iris",
    ["sepal_length_cm", "sepal_width_cm", "petal_length_cm", "petal_width_cm", "species"],
    ([*map(float, row), iris.target_names[t]] for row, t in zip(iris.data, iris.target)),
)

digits = load_digits()
write(
    "digits",
    [f"pixel_{y}_{x}" for y in range(8) for x in range(8)] + ["target"],
    ([*map(int, row), int(t)] for row, t in zip(digits.data, digits.target)),
)
