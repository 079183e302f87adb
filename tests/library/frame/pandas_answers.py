"""Computes what pandas answers to every idiom that tests/library/frame/pandas.test.ts asks.

Not part of the tests: it was run once with pandas 2.3.3 and NumPy 2.4.6, and writes
fixtures/inputs.json and fixtures/answers.json. To run it again, from the repository's root:

    python3 -m venv .cache/pandas && .cache/pandas/bin/pip install pandas==2.3.3 numpy==2.4.6
    .cache/pandas/bin/python tests/library/frame/pandas_answers.py
"""

import inspect
import json
import math
from pathlib import Path

import numpy as np
import pandas as pd

assert pd.__version__ == "2.3.3", f"the answers are pandas 2.3.3's, this is {pd.__version__}"

here = Path(__file__).parent
fixtures = here / "fixtures"
root = here.parent.parent.parent

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
d = dates["d"].dt


def flat(grouped):
    """danfo's names for a grouped result: `column_aggregation`, keys as columns."""
    out = grouped.copy()
    out.columns = ["_".join(c) if isinstance(c, tuple) else c for c in out.columns]
    return out.reset_index()


def suffixed(grouped, name):
    return grouped.add_suffix("_" + name).reset_index()


# One idiom a line: what it is called here and in the test, and pandas' own way to write it.
cases = {
    "filter gt": lambda: awkward[awkward.n > 1],
    "filter and": lambda: awkward[(awkward.n > 0) & (awkward.k == "b")],
    "filter or": lambda: awkward[(awkward.n < 0) | awkward.k.isna()],
    "filter not": lambda: awkward[~(awkward.n > 1)],
    "filter isin": lambda: awkward[awkward.k.isin(["a", "ü"])],
    "filter isin missing": lambda: awkward[awkward.k.isin(["a", None])],
    "filter between": lambda: awkward[awkward.n.between(0, 2)],
    "filter nothing": lambda: awkward[awkward.n > 100],
    "eq": lambda: n == 3,
    "ne": lambda: n != 3,
    "lt column": lambda: n < x,
    "ge": lambda: n >= 2,
    "le text": lambda: s[s.notna()].reset_index(drop=True) <= "a",
    "select": lambda: awkward[["x", "k"]],
    "iloc slice": lambda: awkward.iloc[1:3],
    "iloc negative": lambda: awkward.iloc[-2:, [0, -1]],
    "iloc list": lambda: awkward.iloc[[5, 0, 0]],
    "loc slice": lambda: awkward.loc[2:4, ["k", "n"]],
    "loc column slice": lambda: awkward.loc[:, "g":"x"],
    "loc labels": lambda: awkward.set_index("s").loc[["日本", "Rome"], ["n"]].reset_index(),
    "head negative": lambda: awkward.head(-5),
    "tail negative": lambda: awkward.tail(-5),
    "head beyond": lambda: one.head(10),
    "sort": lambda: awkward.sort_values("n", kind="stable"),
    "sort descending": lambda: awkward.sort_values("n", ascending=False, kind="stable"),
    "sort missing first": lambda: awkward.sort_values("n", na_position="first", kind="stable"),
    "sort several": lambda: awkward.sort_values(["k", "n"], ascending=[True, False]),
    "sort text": lambda: awkward.sort_values("s", kind="stable"),
    "sort penguins": lambda: penguins.sort_values(["Island", mass], ascending=[False, True])[["Island", mass, beak]],
    "sort series": lambda: x.sort_values(kind="stable").reset_index(drop=True),
    "sort empty": lambda: empty.sort_values("v"),
    "group mean": lambda: suffixed(awkward.groupby("k")[["g", "n", "t"]].mean(), "mean"),
    "group sum": lambda: suffixed(awkward.groupby("k")[["g", "n", "t"]].sum(), "sum"),
    "group count": lambda: suffixed(awkward.groupby("k").count(), "count"),
    "group size": lambda: awkward.groupby("k").size().rename("size").reset_index(),
    "group keep missing": lambda: awkward.groupby("k", dropna=False).size().rename("size").reset_index(),
    "group unsorted": lambda: awkward.groupby("k", sort=False).size().rename("size").reset_index(),
    "group std": lambda: suffixed(awkward.groupby("k")[["n"]].std(), "std"),
    "group var": lambda: suffixed(awkward.groupby("k")[["n"]].var(), "var"),
    "group median": lambda: suffixed(awkward.groupby("k")[["n"]].median(), "median"),
    "group min text": lambda: suffixed(awkward[awkward.s.notna()].groupby("k")[["s"]].min(), "min"),
    "group first": lambda: suffixed(awkward.groupby("g")[["k", "n"]].first(), "first"),
    "group last": lambda: suffixed(awkward.groupby("g")[["k", "n"]].last(), "last"),
    "group nunique": lambda: suffixed(awkward.groupby("g")[["k", "n"]].nunique(), "nUnique"),
    "group two keys": lambda: flat(awkward.groupby(["k", "g"]).agg({"n": ["mean", "count"], "x": ["max"]})),
    "group zeros": lambda: suffixed(zeros.groupby("z")[["v"]].sum(), "sum"),
    "group one row": lambda: flat(one.groupby("k").agg({"v": ["mean", "std", "count"]})),
    "group empty": lambda: suffixed(empty.groupby("k")[["v"]].mean(), "mean"),
    "group penguins": lambda: flat(penguins.groupby(["Species", "Sex"]).agg({mass: ["mean", "std", "min", "max"], beak: ["median"]})),
    "describe": lambda: awkward[["g", "n"]].describe(),
    "describe penguins": lambda: penguins.describe(),
    "describe one row": lambda: one.describe(),
    "describe empty": lambda: empty[["v"]].astype(float).describe(),
    "describe series": lambda: n.describe(),
    "sum": lambda: n.sum(),
    "sum nothing": lambda: empty.v.sum(),
    "sum booleans": lambda: t.sum(),
    "sum big": lambda: float(big.b.iloc[[0, 3]].sum()),
    "mean": lambda: n.mean(),
    "mean nothing": lambda: empty.v.mean(),
    "mean booleans": lambda: t.mean(),
    "median": lambda: n.median(),
    "std": lambda: n.std(),
    "std one": lambda: one.v.std(),
    "var": lambda: n.var(),
    "var penguins": lambda: penguins[mass].var(),
    "min": lambda: x.min(),
    "max big": lambda: big.b.max(),
    "min nothing": lambda: empty.v.min(),
    "min text": lambda: k.dropna().min(),
    "count": lambda: n.count(),
    "quantile": lambda: [n.quantile(q) for q in (0, 0.1, 0.25, 0.5, 0.9, 1)],
    "quantile penguins": lambda: [penguins[beak].quantile(q) for q in (0.01, 0.33, 0.99)],
    "mode": lambda: n.mode(),
    "unique": lambda: list(k.unique()),
    "nunique": lambda: k.nunique(),
    "value counts": lambda: k.value_counts(),
    "value counts missing": lambda: k.value_counts(dropna=False),
    "value counts share": lambda: k.value_counts(normalize=True),
    "value counts penguins": lambda: penguins["Species"].value_counts(),
    "value counts zeros": lambda: list(zeros.z.value_counts().values),
    "frame mean": lambda: awkward[["g", "n", "x"]].mean(),
    "frame sum": lambda: awkward[["g", "n", "t"]].sum(),
    "frame max": lambda: awkward[["g", "n", "x"]].max(),
    "frame count": lambda: awkward.count(),
    "frame nunique": lambda: awkward.nunique(),
    "frame quantile": lambda: awkward[["g", "n"]].quantile(0.3),
    "frame std": lambda: penguins.std(numeric_only=True),
    "isna sum": lambda: awkward.isna().sum(),
    "notna": lambda: awkward.notna(),
    "dropna": lambda: awkward.dropna(),
    "dropna subset": lambda: awkward.dropna(subset=["k", "g"]),
    "dropna all": lambda: awkward.dropna(how="all", subset=["k", "s"]),
    "dropna columns": lambda: awkward.dropna(axis=1),
    "dropna penguins": lambda: penguins.dropna()[["Species", mass]],
    "fillna": lambda: awkward[["g", "n"]].fillna(0),
    "fillna mean": lambda: n.fillna(n.mean()),
    "fillna by column": lambda: awkward.fillna({"k": "?", "n": -1}),
    "ffill": lambda: awkward.ffill(),
    "bfill": lambda: awkward.bfill(),
    "corr": lambda: awkward[["g", "n", "x"]].assign(x=[1.5, np.nan, 0, 2.5, 9, 0.1, 0.2]).corr(),
    "corr penguins": lambda: penguins.corr(numeric_only=True),
    "corr pair": lambda: penguins[mass].corr(penguins[beak]),
    "corr constant": lambda: pd.Series([1, 1, 1]).corr(pd.Series([1, 2, 3])),
    "add scalar": lambda: n + 1,
    "add column": lambda: n + x,
    "add text": lambda: k + "!",
    "add big": lambda: big.b.iloc[:2] + 1,
    "sub booleans": lambda: n - t,
    "mul": lambda: n * 2.5,
    "div": lambda: n / x.where(x < 1e10, 7),
    "div zero": lambda: pd.Series([1, -1, 0]) / 0,
    "mod": lambda: n % 3,
    "mod negative": lambda: pd.Series([-7, 7, -7.5]) % -3,
    "pow": lambda: n**2,
    "pow root": lambda: n**0.5,
    "abs": lambda: n.abs(),
    "round": lambda: pd.Series([0.5, 1.5, 2.5, -0.5, 2.675, None]).round(0),
    "round decimals": lambda: pd.Series([1.005, 2.675, 1234.5678, None]).round(2),
    "standardise": lambda: (n - n.mean()) / n.std(),
    "concat": lambda: pd.concat([left, right], ignore_index=True),
    "concat columns": lambda: pd.concat([left, right.add_suffix("2")], axis=1),
    "merge inner": lambda: left.merge(right, on="k"),
    "merge left": lambda: left.merge(right, on="k", how="left"),
    "merge right": lambda: left.merge(right, on="k", how="right"),
    "merge outer": lambda: left.merge(right, on="k", how="outer"),
    "merge two keys": lambda: left.merge(right, on=["k", "v"], how="left"),
    "rename": lambda: left.rename(columns={"v": "value"}),
    "drop": lambda: left.drop(columns=["v"]),
    "drop rows": lambda: left.drop(index=[0, 2]),
    "assign": lambda: left.assign(sum=left.v + left.w, v=left.v * 10),
    "astype": lambda: pd.Series([1.9, -1.9, 3.0]).astype("int64"),
    "astype text": lambda: pd.Series(["1.5", "-2", "1e3"]).astype(float),
    "text lower": lambda: s.str.lower(),
    "text upper": lambda: s.str.upper(),
    "text strip": lambda: s.str.strip(),
    "text len": lambda: s.str.len(),
    "text contains": lambda: s.str.contains("a.", regex=False, na=False),
    "text contains pattern": lambda: s.str.contains("a.", regex=True, na=False),
    "text starts": lambda: s.str.startswith("n", na=False),
    "text replace": lambda: s.str.replace(".", "$1", regex=False),
    "text slice": lambda: s.str.slice(1, 3),
    "date year": lambda: d.year,
    "date month": lambda: d.month,
    "date day": lambda: d.day,
    "date weekday": lambda: d.dayofweek,
    "date hour": lambda: d.hour,
    "date second": lambda: d.second,
    "date month name": lambda: d.month_name(),
    "date day name": lambda: d.day_name(),
    "date filter": lambda: dates[dates.d > "2024-03-01"].d.dt.day,
    "csv": lambda: pd.read_csv(fixtures / "awkward.csv"),
    "csv some": lambda: pd.read_csv(fixtures / "awkward.csv", usecols=["id", "score"], nrows=3),
    "csv no header": lambda: pd.read_csv(fixtures / "awkward.csv", header=None, skiprows=1).iloc[:, [0, 1]],
    "csv own missing": lambda: pd.read_csv(fixtures / "awkward.csv", na_values=["1", "日本"])[["id", "name"]],
    "csv semicolons": lambda: pd.read_csv(fixtures / "semicolons.csv", sep=";", decimal=",", na_values=["missing"]),
    "csv dates": lambda: pd.read_csv(fixtures / "awkward.csv", parse_dates=["day"]).day.dt.year,
}


def scalar(value):
    if value is None or value is pd.NaT or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (int, np.integer)):
        return int(value) if abs(int(value)) < 2**53 else {"integer": str(value)}
    if isinstance(value, (float, np.floating)):
        return {"infinity": int(math.copysign(1, value))} if math.isinf(value) else float(value)
    return str(value)


def encoded(value):
    if isinstance(value, pd.DataFrame):
        labels = list(value.index) if value.index.dtype == object and value.index.name is None else None
        columns = {str(c): [scalar(v) for v in value[c]] for c in value.columns}
        return {"columns": columns} | ({"index": labels} if labels is not None else {})
    if isinstance(value, pd.Series):
        labelled = value.index.dtype == object
        values = {"values": [scalar(v) for v in value]}
        return values | ({"index": [scalar(v) for v in value.index]} if labelled else {})
    if isinstance(value, list):
        return [scalar(v) for v in value]
    return scalar(value)


def idiom(function):
    source = inspect.getsource(function).strip()
    return source.split("lambda: ", 1)[1].rstrip(",")


answers = {name: {"idiom": idiom(ask), "answer": encoded(ask())} for name, ask in cases.items()}
header = {"pandas": pd.__version__, "numpy": np.__version__, "script": Path(__file__).name}
(fixtures / "inputs.json").write_text(json.dumps(inputs, ensure_ascii=False, indent=1) + "\n")
text = json.dumps({"made with": header, "answers": answers}, ensure_ascii=False)
text = text.replace('}, "', '},\n"')
(fixtures / "answers.json").write_text(text + "\n")
print(len(answers), "answers")
