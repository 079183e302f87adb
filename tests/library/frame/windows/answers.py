"""Computes what pandas answers to each case of windows.test.ts, into answers.json.

    python3 -m venv .cache/pandas && .cache/pandas/bin/pip install pandas==2.3.3 numpy==2.4.6
    .cache/pandas/bin/python tests/library/frame/windows/answers.py
"""

import json
from pathlib import Path

import numpy as np
import pandas as pd

assert pd.__version__ == "2.3.3"

rng = np.random.default_rng(5)
noise = np.round(rng.normal(0, 10, 60), 3).tolist()
noise[7:10] = [None, None, None]
noise[31] = None
columns = {
    "few": [3, None, 1, 2, 3, -5, 0],
    "one": [2.5],
    "none": [],
    "missing": [None, None],
    "alike": [0.1, 0.1, 0.1, 0.1, 0.2, 0.2, 0.2],
    "large": [1.0, 1e16, 1.0, 2.0, 3.0, -1e16, 1.0, 1.0],
    "gaps": [None, None, 1.5, None, None, None, 7.0, None, 2.0, None, None],
    "noise": noise,
}
series = {name: pd.Series(values, dtype="float64") for name, values in columns.items()}

statistics = ["sum", "mean", "std", "var", "min", "max", "median", "count"]
windows = {
    "rolling 1": lambda s: s.rolling(1),
    "rolling 3": lambda s: s.rolling(3),
    "rolling 3 min 1": lambda s: s.rolling(3, min_periods=1),
    "rolling 3 min 0": lambda s: s.rolling(3, min_periods=0),
    "rolling 4 centre": lambda s: s.rolling(4, center=True, min_periods=2),
    "rolling 50": lambda s: s.rolling(50, min_periods=5),
    "expanding": lambda s: s.expanding(),
    "expanding min 3": lambda s: s.expanding(min_periods=3),
}
faded = {
    "alpha": {"alpha": 0.3},
    "span": {"span": 5},
    "com": {"com": 2},
    "halflife": {"halflife": 1.5},
    "not adjusted": {"alpha": 0.3, "adjust": False},
    "ignore": {"alpha": 0.3, "ignore_na": True},
    "not adjusted, ignore": {"alpha": 0.3, "adjust": False, "ignore_na": True},
    "min 3": {"alpha": 0.3, "min_periods": 3},
}
lines = {
    "default": {},
    "limit 1": {"limit": 1},
    "backward": {"limit_direction": "backward"},
    "both": {"limit_direction": "both"},
    "both, limit 1": {"limit_direction": "both", "limit": 1},
}


def cells(result):
    return [None if pd.isna(value) else float(value) for value in result]


answers = {}
for name, s in series.items():
    for window, make in windows.items():
        for statistic in statistics:
            answers[f"{name} {window} {statistic}"] = cells(getattr(make(s), statistic)())
        answers[f"{name} {window} quantile"] = cells(make(s).quantile(0.3))
    for way, options in faded.items():
        for statistic in ("mean", "std", "var"):
            answers[f"{name} ewm {way} {statistic}"] = cells(getattr(s.ewm(**options), statistic)())
    for way, options in lines.items():
        answers[f"{name} interpolate {way}"] = cells(s.interpolate(**options))

target = Path(__file__).parent / "answers.json"
target.write_text(json.dumps({"columns": columns, "answers": answers}) + "\n")
print(len(answers))
