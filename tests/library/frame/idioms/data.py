"""The frames that the idioms are asked of; data.ts makes the same ones from inputs.json."""

import json
from pathlib import Path

import numpy as np
import pandas as pd

fixtures = Path(__file__).parent / "fixtures"
root = Path(__file__).parents[4]

inputs = {
    "awkward": {
        "k": ["b", "a", None, "b", "ü", "a", "b"],
        "g": [1, 2, 1, None, 2, 1, 1],
        "n": [3, None, 1, 2, 3, -5, 0],
        "x": [1.5, None, -0.0, 2.5, 1e300, 0.1, 0.2],
        "t": [True, False, True, True, False, False, True],
        "s": ["Rome", "", None, "日本", "naïve", "a.c", "  x "],
    },
    "big": {"b": [9007199254740993, -9007199254740993, 9223372036854775807, 9007199254740993]},
    "zeros": {"z": [0.0, -0.0, 1.0, -1.0], "v": [1, 2, 3, 4]},
    "one": {"k": ["a"], "v": [2.5]},
    "left": {"k": ["b", "a", None, "b"], "v": [1, 2, 3, 4], "w": [1, 1, 2, 2]},
    "right": {"k": ["b", None, "c", "b"], "v": [10, 20, 30, 40], "u": [0.5, 1.5, None, 3.5]},
    "sales": {
        "city": ["Rome", "Oslo", "Rome", "Oslo", "Rome", None],
        "year": [2023, 2023, 2024, 2024, 2024, 2024],
        "item": ["a", "b", "a", "a", "b", "a"],
        "sum": [3.5, 5.0, 4.0, None, -0.0, 7.0],
    },
    "wide": {"city": ["Rome", "Oslo"], "may": [20.0, 11.5], "june": [25.0, None]},
    "dups": {"a": [1, 1, 2, 1, None, None], "b": ["x", "x", "y", "z", None, None]},
    # Around both changes of the clock in Berlin.
    "moments": {
        "when": [
            "2024-03-30T23:30:00.000Z",
            "2024-03-31T00:59:59.999Z",
            "2024-03-31T01:00:00.000Z",
            "2024-10-27T00:30:00.000Z",
            "2024-10-27T01:30:00.000Z",
            None,
        ]
    },
    "dates": {"d": ["2024-02-29T13:05:09.250", None, "1999-12-31T23:59:59", "2024-03-04T00:00:00"]},
}

awkward = pd.DataFrame(inputs["awkward"])
big = pd.DataFrame(inputs["big"])
zeros = pd.DataFrame(inputs["zeros"])
one = pd.DataFrame(inputs["one"])
left = pd.DataFrame(inputs["left"])
right = pd.DataFrame(inputs["right"])
dates = pd.DataFrame({"d": pd.to_datetime(inputs["dates"]["d"], format="ISO8601")})
sales = pd.DataFrame(inputs["sales"])
wide = pd.DataFrame(inputs["wide"])
dups = pd.DataFrame(inputs["dups"])
moments = pd.DataFrame({"when": pd.to_datetime(inputs["moments"]["when"])})
empty = pd.DataFrame({"k": pd.Series([], dtype=object), "v": pd.Series([], dtype=float)})
penguins = pd.DataFrame(json.loads((root / "node_modules/vega-datasets/data/penguins.json").read_text()))
mass, beak = "Body Mass (g)", "Beak Length (mm)"
x, n, k, s, t = (awkward[name] for name in "xnkst")
d = dates["d"]
