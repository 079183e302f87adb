"""Executes one notebook with nbconvert's ExecutePreprocessor and says how it went.

    python execute.py in.ipynb out.ipynb report.json --cwd DIR [--timeout 60]

The executed notebook is written also when a cell fails. The report is JSON: `seconds` (kernel start
included), `megabytes` (the most that the kernel held at once) and `failure` (null, or what stopped the
notebook and at which cell, counted from 0). With `--allow-errors` the cells after an error run too. The
exit status is 0 whenever both files could be written: judging the run is the caller's work.
"""

import argparse
import json
import resource
import sys
import time
from pathlib import Path

import nbformat
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbconvert.preprocessors import ExecutePreprocessor


def execute(source: Path, target: Path, cwd: Path, timeout: int, allow_errors: bool) -> dict:
    notebook = nbformat.read(source, as_version=4)
    at = {"cell": None}

    def on_cell_start(cell, cell_index):
        at["cell"] = cell_index

    preprocessor = ExecutePreprocessor(
        kernel_name=notebook.metadata.kernelspec.name,
        timeout=timeout,
        allow_errors=allow_errors,
        record_timing=False,
        store_widget_state=False,
        on_cell_start=on_cell_start,
    )
    failure = None
    started = time.monotonic()
    try:
        preprocessor.preprocess(notebook, {"metadata": {"path": str(cwd)}})
    except CellExecutionError as error:
        failure = {"kind": "error", "message": f"{error.ename}: {error.evalue}"}
    except CellTimeoutError:
        failure = {"kind": "timeout", "message": f"the cell took more than {timeout} s"}
    except DeadKernelError as error:
        failure = {"kind": "dead-kernel", "message": f"the kernel died ({error})"}
    except Exception as error:  # whatever else goes wrong must reach the report, not only stderr
        failure = {"kind": "runner", "message": f"{type(error).__name__}: {error}"}
    finally:
        seconds = time.monotonic() - started
        nbformat.write(notebook, target)
    if failure:
        failure["cell"] = at["cell"]
    return {"seconds": round(seconds, 3), "megabytes": peak_megabytes(), "failure": failure}


def peak_megabytes() -> int:
    # Of the largest process that was started and has ended: the kernel. Linux counts in KiB, macOS in bytes.
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return round(peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("report", type=Path)
    parser.add_argument("--cwd", type=Path, required=True)
    parser.add_argument("--timeout", type=int, default=60)
    parser.add_argument("--allow-errors", action="store_true")
    options = parser.parse_args()
    report = execute(
        options.source, options.target, options.cwd, options.timeout, options.allow_errors
    )
    options.report.write_text(json.dumps(report))


if __name__ == "__main__":
    main()
