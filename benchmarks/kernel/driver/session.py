"""Measures one kernel in a few sessions, each with a new process of it, and prints one JSON object.

The argument is JSON: the kernelspec's name, folder, log file, how often, and the peer's code, in which
{i} stands for a number that changes. Times are in milliseconds, memory in MiB.
"""

import json
import sys

from kernel import Kernel

plan = json.loads(sys.argv[1])
code, times = plan["code"], plan["times"]
samples, counts = {}, {}


def sample(name, *values):
    samples.setdefault(name, []).extend(values)


def cell(name, i):
    return code[name].replace("{i}", str(i))


def cells(kernel, how_often, first=0):
    """Trivial cells, one after the other: what each took, lost replies and idles aside."""
    ended = [kernel.run(cell("trivial", first + i)).ended for i in range(how_often)]
    return [end for end in ended if end is not None]


def trivial_cells(kernel):
    cells(kernel, 5, first=1000)
    kernel.settle()
    before = kernel.cpu_ms()
    sample("trivial", *cells(kernel, times["trivial"]))
    kernel.settle()
    sample("trivial-cpu", (kernel.cpu_ms() - before) / times["trivial"])


def completion(kernel):
    kernel.run(code["before completion"])
    kernel.complete(cell("completion", "warm"))
    kernel.settle()
    answers = [kernel.complete(cell("completion", i)) for i in range(times["completion"])]
    sample("completion", *(answer.replied for answer in answers if answer.reply))
    names = [
        {match.split(".")[-1] for match in answer.reply["matches"]}
        for answer in answers
        if answer.reply
    ]
    right = sum(code["completed"] in matches for matches in names)
    counts["completion-right"] = [right, times["completion"]]


def quick_cells(kernel):
    """Cells that print, each after the reply to the one before."""
    cells(kernel, 20)
    kernel.settle()
    sample("rss-before", kernel.megabytes())
    answers = [kernel.run(cell("print", i), silence=5) for i in range(times["quick"])]
    replies = sum(answer.reply is not None for answer in answers)
    outputs = sum(answer.text().strip() == f"out {i}" for i, answer in enumerate(answers))
    counts["quick-replies"] = [replies, times["quick"]]
    counts["quick-outputs"] = [outputs, times["quick"]]
    kernel.settle()
    sample("rss-after", kernel.megabytes())


def cells_at_once(kernel):
    """Cells that print, all sent before the first is answered, as Run All does."""
    codes = [cell("print", i) for i in range(times["quick"])]
    answers = kernel.run_all(codes, silence=10)
    replies = sum((answer.reply or {}).get("status") == "ok" for answer in answers)
    outputs = sum(answer.text().strip() == f"out {i}" for i, answer in enumerate(answers))
    counts["burst-replies"] = [replies, times["quick"]]
    counts["burst-outputs"] = [outputs, times["quick"]]
    if replies == outputs == times["quick"]:
        sample("burst", max(answer.ended or 0 for answer in answers))


def small_writes(kernel):
    """The time is that of the last byte, and counts only if all bytes arrived before the idle."""
    answer = kernel.run(code["writes"], silence=3, may_fail=True)
    arrived = len(answer.text(until=answer.idle))
    counts["writes-bytes"] = [arrived, times["bytes"]]
    if arrived == times["bytes"] and answer.ended:
        sample("writes", answer.ended)


def after_imports(kernel):
    sample("imports", kernel.run(code["imports"], silence=120).ended)
    kernel.settle()
    sample("after-imports", *cells(kernel, times["after imports"]))


sessions = [trivial_cells, completion, quick_cells, cells_at_once, small_writes]
for session in sessions + ([after_imports] if "imports" in code else []):
    with open(plan["log"], "ab") as log:
        kernel = Kernel(plan["kernel"], plan["folder"], log)
    try:
        sample("start", kernel.started)
        sample("first-cell", kernel.first_cell)
        session(kernel)
    finally:
        kernel.stop()

print(json.dumps({"samples": samples, "counts": counts}))
