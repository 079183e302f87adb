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
    "dates": {"d": ["2024-02-29T13:05:09.250", None, "1999-12-31T23:59:59", "2024-03-04T00:00:00"]},
}

awkward = pd.DataFrame(inputs["awkward"])
big = pd.DataFrame(inputs["big"])
zeros = pd.DataFrame(inputs["zeros"])
one = pd.DataFrame(inputs["one"])
left = pd.DataFrame(inputs["left"])
right = pd.DataFrame(inputs["right"])
dates = pd.DataFrame({"d": pd.to_datetime(inputs["dates"]["d"], format="ISO8601")})
empty = pd.DataFrame({"k": pd.Series([], dtype=object), "v": pd.Series([], dtype=float)})
penguins = pd.DataFrame(json.loads((root / "node_modules/vega-datasets/data/penguins.json").read_text()))
mass, beak = "Body Mass (g)", "Beak Length (mm)"
x, n, k, s, t = (awkward[name] for name in "xnkst")
d = dates["d"]
