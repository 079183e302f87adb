"""scikit-learn's estimators with one job; see daylab.ts. Arguments: x, y, rows, columns, repetitions, tasks."""

import json
import re
import resource
import sys
import time

import numpy as np
import sklearn.cluster
import sklearn.decomposition
import sklearn.ensemble
import sklearn.linear_model
import sklearn.mixture
import sklearn.naive_bayes
import sklearn.neighbors
import sklearn.preprocessing
import sklearn.svm
import sklearn.tree

x_file, y_file, rows, columns, repetitions, tasks_file = sys.argv[1:]
modules = [
    sklearn.cluster,
    sklearn.decomposition,
    sklearn.ensemble,
    sklearn.linear_model,
    sklearn.mixture,
    sklearn.naive_bayes,
    sklearn.neighbors,
    sklearn.preprocessing,
    sklearn.svm,
    sklearn.tree,
]
data = np.fromfile(x_file).reshape(int(rows), int(columns))
numbers = np.fromfile(y_file)
samples, scores = {}, {}


def snake(name):
    return re.sub("([A-Z])", lambda letter: "_" + letter[1].lower(), name)


def measure(name, run):
    times = []
    for _ in range(int(repetitions)):
        start = time.perf_counter()
        run()
        times.append((time.perf_counter() - start) * 1e3)
    samples[name] = times


for task in json.load(open(tasks_file)):
    name, kind = task["estimator"], task["kind"]
    made = next(getattr(module, name) for module in modules if hasattr(module, name))
    one = made(**{snake(key): value for key, value in task.get("params", {}).items()})
    x = data[: task.get("most", len(data))]
    asked = x[: task.get("predict", len(x))]
    y = numbers[: len(x)]
    if kind == "classifier":
        y = np.where(y > 0, "yes", "no")
    fit = (lambda: one.fit(x, y)) if kind in ("classifier", "regressor") else (lambda: one.fit(x))
    measure(f"{name} fit", fit)
    measure(f"{name} predict", lambda: (one.transform if kind == "transformer" else one.predict)(asked))
    if kind in ("classifier", "regressor"):
        scores[name] = float(one.score(asked, y[: len(asked)]))
    elif kind == "clusterer":
        scores[name] = float(one.inertia_)
samples["peak"] = [resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]
print(json.dumps({"samples": samples, "scores": scores}))
