"""`pandas_chunks.py FILE`: what daylab.ts computes, by pandas in chunks; JSON on stdout."""

import json
import re
import sys
import time
from pathlib import Path

import pandas as pd

anonymous = 0.0


def status(name):
    text = Path("/proc/self/status").read_text(encoding="utf8")
    return int(re.search(rf"{name}:\s+(\d+)", text).group(1)) / 1024


def look():
    global anonymous
    anonymous = max(anonymous, status("RssAnon"))


file = sys.argv[1]
start = time.perf_counter()
parts, values = [], {}
for chunk in pd.read_csv(file, usecols=["city", "price", "days"], chunksize=200_000):
    paid = chunk[chunk.price > 0]
    groups = paid.groupby("city")
    part = groups.agg(n=("price", "count"), sum=("price", "sum"), low=("days", "min"), high=("days", "max"))
    part["squares"] = (paid.price**2).groupby(paid.city).sum()
    parts.append(part)
    for city, days in groups["days"]:
        values.setdefault(city, set()).update(days.unique().tolist())
    look()
merged = pd.concat(parts).groupby(level=0).agg(
    {"n": "sum", "sum": "sum", "low": "min", "high": "max", "squares": "sum"}
)
mean = merged["sum"] / merged.n
std = ((merged.squares - merged.n * mean**2) / (merged.n - 1)) ** 0.5
by_city = [
    [city, mean[city], std[city], int(merged.n[city]), int(merged.low[city]), int(merged.high[city]), len(values[city])]
    for city in merged.index
]
grouped = time.perf_counter()
best = None
for chunk in pd.read_csv(file, usecols=["id", "price"], chunksize=200_000):
    both = chunk if best is None else pd.concat([best, chunk])
    best = both.sort_values(["price", "id"], ascending=[False, True]).head(10)
    look()
done = time.perf_counter()
samples = {"group": grouped - start, "top": done - grouped, "peak": status("VmHWM"), "anonymous": anonymous}
samples["group"] *= 1000
samples["top"] *= 1000
checks = {"byCity": by_city, "top": best[["id", "price"]].values.tolist()}
print(json.dumps({"samples": {k: [v] for k, v in samples.items()}, "checks": checks}))
