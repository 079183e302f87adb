"""What the engines in Python share; see measure.ts."""

import json
import resource
import sys
import time

rows, customers, repetitions = sys.argv[1], sys.argv[2], int(sys.argv[3])
samples, checks = {}, {}
# Seconds after which an operation is not repeated any more.
patience = 4


def measure(name, run, check):
    """Runs an operation some times; `check` makes the numbers that every engine must agree on."""
    wall, cpu = [], []
    begun = time.perf_counter()
    while len(wall) < repetitions and time.perf_counter() - begun < patience:
        start, before = time.perf_counter(), time.process_time()
        result = run()
        wall.append((time.perf_counter() - start) * 1e3)
        cpu.append((time.process_time() - before) * 1e3)
        checks[name] = [float(value) for value in check(result)]
    samples[name], samples[f"{name}-cpu"] = wall, cpu


def finish():
    samples["peak"] = [resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]
    print(json.dumps({"samples": samples, "checks": checks, "refused": {}}))
