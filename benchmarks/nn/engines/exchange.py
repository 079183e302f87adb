"""Reads what exchange.ts wrote, and times calls as engines/daylab.ts does."""

import json
import resource
import time
from pathlib import Path

import numpy as np


def tensors(folder):
    header = json.loads((Path(folder) / "tensors.json").read_text())
    data = (Path(folder) / "tensors.bin").read_bytes()
    offset = 0
    found = {}
    for entry in header:
        count = int(np.prod(entry["shape"], dtype=int))
        array = np.frombuffer(data, entry["dtype"], count, offset)
        found[entry["name"]] = array.reshape(entry["shape"]).copy()
        offset += 4 * count
    weights = [array for name, array in found.items() if name.startswith("weight")]
    return weights, found["x"], found["y"], found["asked"]


def time_into(samples, key, seconds, run, warm_up=5):
    for _ in range(warm_up):
        run()
    times = []
    before = time.process_time()
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        start = time.perf_counter()
        run()
        times.append((time.perf_counter() - start) * 1000)
    samples[key] = times
    samples[f"{key} cpu"] = [(time.process_time() - before) * 1000 / len(times)]


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def show(samples, losses):
    print(json.dumps({"samples": {**samples, "peak": [peak()]}, "losses": losses}))
