/** Our estimators; prints times and scores. Arguments: x, y, rows, columns, repetitions. */
import { readFileSync } from "node:fs";
import * as learn from "../../../library/src/learn/index.ts";
import { type Task, tasks } from "../tasks.ts";

interface Any {
  fit(x: learn.Matrix, y?: ArrayLike<unknown>): Any;
  predict(x: learn.Matrix): ArrayLike<unknown>;
  transform(x: learn.Matrix): learn.Matrix;
  score(x: learn.Matrix, y?: ArrayLike<unknown>): number;
  readonly inertia_: number;
}

const [xFile, yFile, rows, columns, repetitions] = process.argv.slice(2);
const floats = (file: string): Float64Array => {
  const { buffer, byteOffset, byteLength } = readFileSync(file);
  return new Float64Array(buffer.slice(byteOffset, byteOffset + byteLength));
};
const all = new learn.Matrix(floats(xFile), Number(rows), Number(columns));
const numbers = floats(yFile);

const first = (x: learn.Matrix, count: number): learn.Matrix =>
  new learn.Matrix(x.data.subarray(0, count * x.columns), count, x.columns);

const samples: Record<string, number[]> = {};
const scores: Record<string, number> = {};

function time(name: string, run: () => void): void {
  const times: number[] = [];
  for (let i = 0; i < Number(repetitions); i += 1) {
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  }
  samples[name] = times;
}

function measure(task: Task): void {
  const made = learn[task.estimator as keyof typeof learn] as unknown;
  if (typeof made !== "function") return;
  const one = new (made as new (params: object) => Any)(task.params ?? {});
  const x = first(all, Math.min(all.rows, task.most ?? all.rows));
  const asked = first(x, Math.min(x.rows, task.predict ?? x.rows));
  const y: ArrayLike<unknown> | undefined =
    task.kind === "classifier"
      ? Array.from(numbers.subarray(0, x.rows), (value) => (value > 0 ? "yes" : "no"))
      : task.kind === "regressor"
        ? numbers.subarray(0, x.rows)
        : undefined;
  time(`${task.estimator} fit`, () => one.fit(x, y));
  time(`${task.estimator} predict`, () => {
    if (task.kind === "transformer") one.transform(asked);
    else one.predict(asked);
  });
  if (y !== undefined)
    scores[task.estimator] = one.score(asked, Array.from(y).slice(0, asked.rows));
  else if (task.kind === "clusterer") scores[task.estimator] = one.inertia_;
}

for (const task of tasks) measure(task);
samples.peak = [process.resourceUsage().maxRSS / 1024];
console.log(JSON.stringify({ samples, scores }));
