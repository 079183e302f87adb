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


def cells(kernel, how_often, first=0, kind="trivial"):
    """Cells, one after the other: what each took, lost replies and idles aside."""
    ended = [kernel.run(cell(kind, first + i)).ended for i in range(how_often)]
    return [end for end in ended if end is not None]


def no_cell(kernel):
    kernel.settle()
    sample("rss-start", kernel.megabytes())


def trivial_cells(kernel):
    cells(kernel, 5, first=1000)
    kernel.settle()
    before = kernel.cpu_ms()
    sample("trivial", *cells(kernel, times["trivial"]))
    kernel.settle()
    sample("trivial-cpu", (kernel.cpu_ms() - before) / times["trivial"])
    cells(kernel, 5, first=1000, kind="declaration")
    kernel.settle()
    sample("declaration", *cells(kernel, times["trivial"], kind="declaration"))


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


def inspection(kernel):
    kernel.run(code["before completion"])
    kernel.inspect(cell("inspection", "warm"))
    kernel.settle()
    answers = [kernel.inspect(cell("inspection", i)) for i in range(times["completion"])]
    sample("inspection", *(answer.replied for answer in answers if answer.reply))
    texts = [answer.reply["data"].get("text/plain", "") for answer in answers if answer.reply]
    right = sum(code["completed"] in text for text in texts)
    counts["inspection-right"] = [right, times["completion"]]


def quick_cells(kernel):
    """Cells that print, each after the reply to the one before, and what the memory grows by."""
    cells(kernel, 20)
    kernel.settle()
    sample("rss-20", kernel.megabytes())
    answers = []
    for key in ("rss-half", "rss-all"):
        for i in range(len(answers), len(answers) + times["quick"] // 2):
            answers.append(kernel.run(cell("print", i), silence=5))
        kernel.settle()
        sample(key, kernel.megabytes())
    replies = sum(answer.reply is not None for answer in answers)
    outputs = sum(answer.text().strip() == f"out {i}" for i, answer in enumerate(answers))
    counts["quick-replies"] = [replies, times["quick"]]
    counts["quick-outputs"] = [outputs, times["quick"]]


def cells_at_once(kernel):
    """Cells that print, all sent before the first is answered, as Run All does."""
    codes = [cell("print", i) for i in range(times["burst"])]
    answers = kernel.run_all(codes, silence=10)
    replies = sum((answer.reply or {}).get("status") == "ok" for answer in answers)
    outputs = sum(answer.text().strip() == f"out {i}" for i, answer in enumerate(answers))
    counts["burst-replies"] = [replies, times["burst"]]
    counts["burst-outputs"] = [outputs, times["burst"]]
    if replies == outputs == times["burst"]:
        sample("burst", max(answer.ended or 0 for answer in answers))


def small_writes(kernel):
    """The time is that of the last byte, and counts only if all bytes arrived before the idle."""
    answer = kernel.run(code["writes"], silence=3, may_fail=True)
    arrived = len(answer.text(until=answer.idle))
    counts["writes-bytes"] = [arrived, times["bytes"]]
    if arrived == times["bytes"] and answer.ended:
        sample("writes", answer.ended)


def top_level_loop(kernel):
    sample("loop", kernel.run(cell("loop", 1), silence=100).ended)


def after_imports(kernel):
    sample("imports", kernel.run(code["imports"], silence=120).ended)
    kernel.settle()
    sample("after-imports", *cells(kernel, times["after imports"]))


sessions = [no_cell, trivial_cells, completion, inspection, quick_cells, cells_at_once, small_writes]
sessions += [top_level_loop]
for session in sessions + ([after_imports] if "imports" in code else []):
    with open(plan["log"], "ab") as log:
        kernel = Kernel(plan["kernel"], plan["folder"], log)
    try:
        sample("start", kernel.started)
        if session is not no_cell:
            sample("first-cell", kernel.first_cell())
        session(kernel)
    finally:
        kernel.stop()

print(json.dumps({"samples": samples, "counts": counts}))
