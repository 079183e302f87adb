import assert from "node:assert/strict";
import { checkMimeType, outcomeMimeType } from "daylab/check/records";
import type {
  CodeCell,
  Notebook,
  NotebookOutput,
} from "../../../scripts/lessons/notebook/types.ts";
import { problemsOf, type Execution, type Expected } from "../../../scripts/lessons/run/judge.ts";

const show = (data: Record<string, unknown>): NotebookOutput => ({
  output_type: "display_data",
  data,
});
const check = (exercise: string, outcome: string, event = "check"): NotebookOutput =>
  show({ [checkMimeType]: { event, exercise, outcome, message: `it is ${outcome}` } });
const outcome = (value: number, bounds: object, status = "met", metric = "accuracy") =>
  show({ [outcomeMimeType]: { metric, value, bounds, status } });

function cell(outputs: NotebookOutput[] = [], over: Partial<CodeCell> = {}): CodeCell {
  const base = {
    cell_type: "code",
    execution_count: 1,
    id: "c",
    metadata: {},
    source: ["x"],
  } as const;
  return { ...base, outputs, ...over };
}

const expected: Expected = {
  variant: "solution",
  exercises: [{ id: "a", wrong: 2 }],
  outcomes: [{ metric: "accuracy", atLeast: 0.9 }],
};
const passing = [cell([check("a", "PASS")]), cell([outcome(0.95, { atLeast: 0.9 })])];

function judge(
  cells: readonly CodeCell[],
  { execution = {}, ...held }: Partial<Expected> & { execution?: Partial<Execution> } = {},
): string[] {
  const notebook = { cells } as Notebook;
  const run = { seconds: 1, megabytes: 300, failure: null, stderr: "", ...execution };
  return problemsOf(notebook, run, { ...expected, ...held });
}

describe("judging a run", () => {
  it("passes what is right", () => assert.deepEqual(judge(passing), []));

  it("fails on what nbconvert stopped at, once, and names the cell", () => {
    const error = { output_type: "error", ename: "Error", evalue: "no", traceback: [] } as const;
    const failure = { kind: "error", message: "Error: no", cell: 1 };
    const cells = [passing[0], cell([error])];
    assert.deepEqual(judge(cells, { execution: { failure } }), ["cell 2 (c): Error: no"]);
    const dead = { kind: "dead-kernel", message: "the kernel died", cell: null };
    assert.deepEqual(judge(passing, { execution: { failure: dead } }), ["the kernel died"]);
  });

  it("fails on an error output that nothing else reported", () => {
    const error = { output_type: "error", ename: "Error", evalue: "no", traceback: [] } as const;
    assert.deepEqual(judge([...passing, cell([error])]), ["cell 3 (c): Error: no"]);
    const metadata = { tags: ["raises-exception"] };
    assert.deepEqual(judge([...passing, cell([error], { metadata })]), []);
    assert.deepEqual(judge([...passing, cell([], { metadata })]), [
      "cell 3 (c): is tagged raises-exception but raised none",
    ]);
  });

  it("fails on a cell that was not executed", () => {
    assert.deepEqual(judge([...passing, cell([], { execution_count: null })]), [
      "cell 3 (c): was not executed",
    ]);
  });

  it("fails on an unhandled rejection that is only printed", () => {
    const text = ["fine\n", "Unhandled rejection: Error: late\n"];
    const printed = cell([{ output_type: "stream", name: "stderr", text }]);
    assert.deepEqual(judge([...passing, printed]), [
      "cell 3 (c): Unhandled rejection: Error: late",
    ]);
    const stderr = "x\nUnhandledPromiseRejection\n";
    assert.deepEqual(judge(passing, { execution: { stderr } }), [
      "the kernel wrote: UnhandledPromiseRejection",
    ]);
  });

  it("fails on memory", () => {
    const held = (megabytes: number) => judge(passing, { execution: { megabytes } });
    assert.deepEqual(held(1611), []);
    assert.deepEqual(held(1612), ["held 1612 MB of memory, more than 1611 MB"]);
  });

  it("fails on time and on size, images apart", () => {
    assert.deepEqual(judge(passing, { execution: { seconds: 60.04 } }), [
      "took 60.0 s, more than 60 s",
    ]);
    const image = cell([show({ "image/png": "x".repeat(400_000), "text/plain": "a figure" })]);
    assert.deepEqual(judge([...passing, image]), []);
    assert.match(
      judge([...passing, ...Array<CodeCell>(8).fill(image)]).join(),
      /^images are 3200 kB/,
    );
    const text = cell([{ output_type: "stream", name: "stdout", text: "é".repeat(150_001) }]);
    assert.match(judge([...passing, text]).join(), /^text outputs are 301 kB, more than 300 kB/);
  });

  it("wants every exercise to end as its variant must", () => {
    const starter = { variant: "starter", outcomes: [] } as const;
    assert.deepEqual(judge([cell([check("a", "UNATTEMPTED")])], starter), []);
    assert.deepEqual(judge([cell([check("a", "FAIL")])], starter), [
      'exercise "a": FAIL instead of UNATTEMPTED: it is FAIL',
    ]);
    const wrong = { variant: "wrong" } as const;
    const outcomes = ["FAIL", "FAIL", "PASS"].map((each) => check("a", each));
    assert.deepEqual(judge([cell(outcomes)], wrong), []);
    assert.deepEqual(judge([cell([outcomes[0], outcomes[2], outcomes[2]])], wrong), [
      'exercise "a": FAIL, PASS, PASS instead of FAIL, FAIL, PASS: it is PASS',
    ]);
    assert.deepEqual(judge([cell(), passing[1]]), ['exercise "a": no check record']);
    assert.deepEqual(judge([...passing, cell([check("b", "PASS")])]), [
      'check "b" is not an exercise of the lesson',
    ]);
  });

  it("does not take a hint for a check", () => {
    assert.deepEqual(judge([cell([check("a", "PASS", "hint")]), passing[1]]), [
      'exercise "a": no check record',
    ]);
  });

  it("wants the outcomes of the curriculum, met, with its bounds", () => {
    const [first] = passing;
    const second = (output: NotebookOutput) => judge([first, cell([output])]);
    assert.deepEqual(judge([first]), ['outcome "accuracy" is not in the notebook']);
    assert.deepEqual(second(outcome(0.8, { atLeast: 0.9 }, "missed")), [
      'outcome "accuracy" is missed: 0.8, wanted atLeast 0.9',
    ]);
    assert.deepEqual(second(outcome(0.95, { atLeast: 0.9 }, "pending")), [
      'outcome "accuracy" is pending: 0.95, wanted atLeast 0.9',
    ]);
    assert.deepEqual(second(outcome(0.8, { atLeast: 0.7 })), [
      'outcome "accuracy" is held to atLeast 0.7; curriculum.json says atLeast 0.9',
    ]);
    assert.deepEqual(judge([...passing, cell([outcome(1, { equals: 1 }, "met", "other")])]), [
      'outcome "other" is not in curriculum.json',
    ]);
    assert.deepEqual(judge([first], { outcomes: [] }), [
      "curriculum.json has no outcomes for the lesson",
    ]);
  });
});
