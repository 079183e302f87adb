"""pandas' side of the frame benchmark. Arguments: rows, customers, repetitions."""

import json
import resource
import sys
import time

import pandas as pd

rows, customers, repetitions = sys.argv[1], sys.argv[2], int(sys.argv[3])
samples, checks = {}, {}


def measure(name, run, check):
    wall, cpu = [], []
    for _ in range(repetitions):
        start, before = time.perf_counter(), time.process_time()
        result = run()
        wall.append((time.perf_counter() - start) * 1e3)
        cpu.append((time.process_time() - before) * 1e3)
        checks[name] = [float(value) for value in check(result)]
    samples[name], samples[f"{name}-cpu"] = wall, cpu


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
samples["peak"] = [resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]
print(json.dumps({"samples": samples, "checks": checks, "refused": {}}))
