import type { Tensor } from "../../tensorflow/index.ts";
import type { NativeBackend } from "./backend.ts";
import type { Executable } from "./executable.ts";
import type { Run } from "./record.ts";
import type { Snapshot } from "./state.ts";

/** A step that ran op by op: what it was given, what it gave, and from where to where it took the state. */
export interface Done {
  readonly run: Run;
  readonly outputs: readonly Tensor[];
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** Of processors' time. */
  readonly milliseconds: number;
}

/** Graphs may be so much slower before they are given up: timings of small steps are noise. */
const tolerated = { times: 2, milliseconds: 10 };

/** The time that processors work for this process: on a busy machine a clock would show the others. */
export function processorTime(since = 0): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000 - since;
}

/**
 * Runs the graph from the state that the step had, and compares: the outputs, and each variable's new
 * value.
 *
 * @returns what differs, or that the graph is slower
 */
export function verify(
  backend: NativeBackend,
  executable: Executable,
  done: Done,
): string | undefined {
  const { run, outputs, before, after } = done;
  const { updated } = executable.graph;
  const replay = () =>
    executable.probe(run.inputs, run.stepNumber, (variable) => before.of(variable) ?? variable);
  const free = (handles: ReturnType<typeof replay>): void =>
    handles.forEach(({ id }) => backend.binding.deleteTensor(id));

  const handles = replay();
  const results = handles.map(({ id }) => backend.binding.tensorDataSync(id));
  free(handles);
  for (const [i, output] of outputs.entries()) {
    const error = distance(results[i], output.dataSync());
    if (error > 1e-4) return `as a graph its output ${i} differs by ${error.toExponential(1)}`;
  }
  const [differing, error] = differingVariables(
    updated.map((variable, i) => ({
      name: variable.name,
      graph: results[outputs.length + i],
      eager: (after.of(variable) ?? variable).dataSync(),
      start: (before.of(variable) ?? variable).dataSync(),
    })),
  );
  if (differing) return `as a graph it changes ${differing} by other values (${error})`;

  let best = Infinity;
  for (let i = 0; i < 5 && best > done.milliseconds; i++) {
    const start = processorTime();
    free(replay());
    best = Math.min(best, processorTime(start));
  }
  if (best > tolerated.times * done.milliseconds + tolerated.milliseconds)
    return `it is slower as a graph: ${best.toFixed(1)} ms for ${done.milliseconds.toFixed(1)} ms`;
  return undefined;
}

type Numbers = ArrayLike<number>;

/** The largest difference, relative to the largest number (or to 0.001 where all are smaller). */
function distance(a: Numbers, b: Numbers): number {
  let difference = 0;
  let largest = 1e-3;
  for (let i = 0; i < b.length; i++) {
    if (Object.is(a[i], b[i]) || (Number.isNaN(a[i]) && Number.isNaN(b[i]))) continue;
    const error = Math.abs(a[i] - b[i]);
    if (Number.isNaN(error)) return Infinity;
    difference = Math.max(difference, error);
  }
  for (let i = 0; i < b.length; i++)
    if (Number.isFinite(b[i])) largest = Math.max(largest, Math.abs(b[i]));
  return difference / largest;
}

interface Change {
  readonly name: string;
  readonly graph: Numbers;
  readonly eager: Numbers;
  readonly start: Numbers;
}

/**
 * Adam and its like divide a gradient by its own size. Where the gradient is nothing but rounding, as
 * for a bias before batch normalisation, the variable then moves by rounding noise, and any two
 * computations differ by up to twice that movement. So a variable may differ as much as it moved, if
 * most others (among them the optimiser's own, which hold the gradients) agree.
 */
function differingVariables(changes: readonly Change[]): [name: string | undefined, error: string] {
  const off = changes.filter(({ graph, eager }) => distance(graph, eager) > 1e-3);
  const beyond = off.find(({ graph, eager, start }) => {
    let [difference, movement] = [0, 0];
    for (let i = 0; i < eager.length; i++) {
      difference = Math.max(difference, Math.abs(graph[i] - eager[i]));
      movement = Math.max(movement, Math.abs(eager[i] - start[i]));
    }
    return !(difference <= 2.5 * movement);
  });
  const wrong = beyond ?? (off.length * 2 > changes.length ? off[0] : undefined);
  return wrong
    ? [wrong.name, distance(wrong.graph, wrong.eager).toExponential(1)]
    : [undefined, ""];
}
