"""Computes what pandas answers to every idiom of this folder.

Not part of the tests: it was run once with pandas 2.3.3 and NumPy 2.4.6. It asks list.ts for the
expressions, evaluates them over the frames of data.py, and writes fixtures/inputs.json and
fixtures/answers/. To run it again, from the repository's root, with Node 24 on the path:

    python3 -m venv .cache/pandas && .cache/pandas/bin/pip install pandas==2.3.3 numpy==2.4.6
    .cache/pandas/bin/python tests/library/frame/idioms/answers.py
"""

import copy
import datetime
import json
import math
import os
import subprocess
import warnings

import numpy as np
import pandas as pd

import data

assert pd.__version__ == "2.3.3", f"the answers are pandas 2.3.3's, this is {pd.__version__}"


def scalar(value):
    if value is None or value is pd.NaT or value is pd.NA or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (int, np.integer)):
        return int(value) if abs(int(value)) < 2**53 else {"integer": str(value)}
    if isinstance(value, (float, np.floating)):
        return {"infinity": int(math.copysign(1, value))} if math.isinf(value) else float(value)
    if isinstance(value, (pd.Timestamp, np.datetime64, datetime.date)):
        moment = pd.Timestamp(value)
        moment = moment.tz_convert("UTC").tz_localize(None) if moment.tzinfo else moment
        return {"date": moment.isoformat(timespec="milliseconds") + "Z"}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [scalar(v) for v in value]
    return str(value)


def frame(value):
    """Named row labels become columns, as ours are; two levels of names are joined by "_"."""
    if any(name is not None for name in value.index.names):
        value = value.rename(columns=str) if isinstance(value.columns, pd.CategoricalIndex) else value
        value = value.reset_index()
    names = ["_".join(str(p) for p in c if p != "") if isinstance(c, tuple) else str(c) for c in value.columns]
    columns = [[name, [scalar(v) for v in value.iloc[:, i]]] for i, name in enumerate(names)]
    labels = {"index": [scalar(v) for v in value.index]} if value.index.dtype == object else {}
    return {"columns": columns} | labels


def encoded(value):
    if isinstance(value, pd.DataFrame):
        return frame(value)
    if isinstance(value, pd.Series):
        values = {"values": [scalar(v) for v in value]}
        labelled = value.index.dtype == object or value.index.name is not None
        return values | ({"index": [scalar(v) for v in value.index]} if labelled else {})
    if isinstance(value, dict):
        return {str(key): encoded(one) for key, one in value.items()}
    if isinstance(value, (list, tuple, np.ndarray, pd.Index)):
        return [scalar(v) for v in value]
    return scalar(value)


frames = {name: one for name, one in vars(data).items() if isinstance(one, (pd.DataFrame, pd.Series, str))}


def answer(expression):
    # Copies: what one idiom changes in place, the next does not see.
    names = {"pd": pd, "np": np} | {name: copy.deepcopy(one) for name, one in frames.items()}
    try:
        return encoded(eval(expression, names))
    except Exception as error:
        raise SystemExit(f"{expression}\n{type(error).__name__}: {error}")


(data.fixtures / "inputs.json").write_text(json.dumps(data.inputs, ensure_ascii=False, indent=1) + "\n")
questions = json.loads(subprocess.check_output(["node", "tests/library/frame/idioms/list.ts"], cwd=data.root))
os.chdir(data.fixtures)  # where the files are that the expressions name
warnings.simplefilter("ignore")
for group, expressions in questions.items():
    lines = [f"{json.dumps(e, ensure_ascii=False)}: {json.dumps(answer(e), ensure_ascii=False)}" for e in expressions]
    (data.fixtures / "answers" / f"{group}.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")
print(sum(map(len, questions.values())), "answers")
