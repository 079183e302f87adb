"""Writes the sets that scikit-learn bundles as CSV files into data/.

Run once, in an environment of its own:

    python3 -m venv /tmp/daylab-export
    /tmp/daylab-export/bin/pip install scikit-learn==1.9.1
    /tmp/daylab-export/bin/python datasets/scripts/export_sklearn.py

It prints each file's SHA-256 for its card in data/cards. The values are scikit-learn's, unrounded.
"""

import csv
import hashlib
import re
from pathlib import Path

from sklearn.datasets import (
    load_breast_cancer,
    load_diabetes,
    load_digits,
    load_iris,
    load_linnerud,
    load_wine,
)

DATA = Path(__file__).resolve().parent.parent / "data"


def write(name, header, rows):
    path = DATA / f"{name}.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    print(path.name, hashlib.sha256(path.read_bytes()).hexdigest())


def snake(name):
    return re.sub(r"\W+", "_", name.lower()).strip("_")


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

wine = load_wine()
write(
    "wine",
    [snake(name) for name in wine.feature_names] + ["cultivar"],
    ([*map(float, row), int(t)] for row, t in zip(wine.data, wine.target)),
)

cancer = load_breast_cancer()
write(
    "breast-cancer",
    [snake(name) for name in cancer.feature_names] + ["diagnosis"],
    ([*map(float, row), cancer.target_names[t]] for row, t in zip(cancer.data, cancer.target)),
)

diabetes = load_diabetes(scaled=False)
write(
    "diabetes",
    ["age", "sex", "bmi", "blood_pressure", "tc", "ldl", "hdl", "tch", "ltg", "glucose", "progression"],
    ([*map(float, row), int(t)] for row, t in zip(diabetes.data, diabetes.target)),
)

linnerud = load_linnerud()
write(
    "linnerud",
    ["chins", "situps", "jumps", "weight", "waist", "pulse"],
    ([*map(int, row), *map(int, t)] for row, t in zip(linnerud.data, linnerud.target)),
)
