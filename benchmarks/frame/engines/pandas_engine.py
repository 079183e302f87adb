"""pandas' side of the frame benchmark. Arguments: rows, customers, repetitions."""

import pandas as pd
from measure import customers, finish, measure, rows


def read():
    return pd.read_csv(rows, parse_dates=["day"])


right = pd.read_csv(customers)
left = read()
numbers = ["id", "age", "fare", "score", "cust"]


def scores(df):
    return [df["score"].iloc[at] for at in (0, len(df) // 2, len(df) - 1)]


measure("read", read, lambda df: [*df.shape, df["fare"].sum()])
measure(
    "filter",
    lambda: left[(left["fare"] > 60) & (left["city"] == "Rome")],
    lambda df: [*df.shape, df["fare"].sum()],
)
measure(
    "group-1", lambda: left.groupby("seg")["age"].mean(), lambda means: [len(means), means.sum()]
)
measure(
    "group-2",
    lambda: left.groupby(["seg", "city"])["age"].mean(),
    lambda means: [len(means), means.sum()],
)
measure("sort-1", lambda: left.sort_values("score"), scores)
measure("sort-2", lambda: left.sort_values(["seg", "score"], ascending=[True, False]), scores)
# Without the dates, which the other engines leave out by themselves.
measure(
    "describe",
    lambda: left[numbers].describe(),
    lambda df: [df.at["mean", "fare"], df.at["std", "score"], df.at["25%", "age"]],
)
measure(
    "merge", lambda: left.merge(right, on="cust"), lambda df: [*df.shape, df["weight"].sum()]
)
measure(
    "pivot",
    lambda: left.pivot_table(index="seg", columns="city", values="fare"),
    lambda df: [*df.shape, df.to_numpy().sum()],
)
measure(
    "rolling",
    lambda: left["score"].rolling(100).mean(),
    lambda means: [len(means), means.isna().sum(), means.sum()],
)
finish()
