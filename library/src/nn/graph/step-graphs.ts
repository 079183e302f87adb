import type { Seed } from "../../random/index.ts";
import { tensorflow, type Optimizer } from "../../tensorflow/index.ts";
import { nativeBackend, type NativeBackend } from "./backend.ts";
import { compareTraces, type TwoRates } from "./compare.ts";
import { Executable } from "./executable.ts";
import { writeGraph, type Rates } from "./graph.ts";
import { rateOf, withRate } from "./learning-rate.ts";
import { RandomPlaces, seedNumber } from "./random-places.ts";
import { isInStep, record, runEagerly, type Run } from "./record.ts";
import type { GraphReport, StepReport } from "./report.ts";
import { Snapshot } from "./state.ts";
import { structureOf, type Structure } from "./structure.ts";
import { Traces } from "./traces.ts";
import type { Trace } from "./trace.ts";
import { processorTime, verify } from "./verify.ts";
import { Watch } from "./watch.ts";

export interface StepOptions {
  /** The step's name in messages. */
  readonly name: string;
  /** For the random numbers of dropout, noise and `tf.randomNormal` in the step. */
  readonly seed?: Seed;
  /** How many graphs are kept, one for each make-up of the inputs. */
  readonly maxGraphs: number;
  readonly eager: boolean;
  /** Called once, with the reason, when the step turns out to run op by op. */
  readonly onFallback: (reason: string) => void;
  /** Properties that have to stay the same objects. */
  readonly identities?: () => readonly (readonly [object, string])[];
}

/** A step with one make-up of its inputs. */
interface Version {
  calls: number;
  /** How often its graph was given up. */
  retraced: number;
  executable?: Executable;
  watch?: Watch;
  result?: Structure;
  report?: GraphReport & { runs: number };
  /** Why it runs op by op for good. */
  reason?: string;
}

/** A graph that keeps going stale costs more than it gains. */
const mostRetraces = 20;

/**
 * A step and its graphs. For each make-up of the inputs the first call runs op by op (optimisers make
 * their variables in it), the second is recorded, checked and compiled, and the graph runs from then on.
 */
export class StepGraphs {
  readonly #step: (...inputs: never[]) => unknown;
  readonly #options: StepOptions;
  readonly #places: RandomPlaces;
  readonly #versions: Traces<Version>;
  readonly #givenUp = new Set<string>();
  #stepNumber = 0;
  #warned = false;

  constructor(step: (...inputs: never[]) => unknown, options: StepOptions) {
    this.#step = step;
    this.#options = options;
    this.#places = new RandomPlaces(seedNumber(options.seed));
    this.#versions = new Traces(options.maxGraphs, (version) => version.executable?.dispose());
  }

  call(inputs: readonly unknown[]): unknown {
    const plain = (): unknown => this.#step(...(inputs as never[]));
    const backend = nativeBackend();
    // Within a gradient's function, or another step that is recorded, the ops have to be seen.
    if (!backend || isInStep() || takesGradients()) return plain();
    const given = structureOf(inputs);
    const run: Run = {
      step: plain,
      inputs: given.tensors,
      places: this.#places,
      stepNumber: this.#stepNumber++,
    };
    const key = signature(given);
    const version = this.#versions.get(key) ?? { calls: 0, retraced: 0 };
    this.#versions.set(key, version);
    if (given.obstacle) this.#fallBack(version, `it is given ${given.obstacle}`);
    this.#dropStale(version);
    version.calls += 1;
    if (version.executable) return this.#asGraph(version, run);
    if (this.#options.eager || version.reason !== undefined || version.calls === 1)
      return safely(() => runEagerly(backend, run));
    return this.#compile(backend, version, run, given.form);
  }

  get report(): StepReport {
    const versions = this.#versions.entries();
    return {
      graphs: versions.flatMap(([, { report, executable }]) =>
        report && executable ? [report] : [],
      ),
      eager: versions.flatMap(([inputs, { reason }]) =>
        reason === undefined ? [] : [{ inputs, reason }],
      ),
      retraced: [...this.#givenUp],
    };
  }

  /** Frees all graphs; the step can be called again, and begins anew. */
  dispose(): void {
    this.#versions.clear();
  }

  #asGraph(version: Version, { inputs, stepNumber }: Run): unknown {
    const outputs = (version.executable as Executable).step(inputs, stepNumber);
    (version.report as { runs: number }).runs += 1;
    return (version.result as Structure).rebuild(outputs);
  }

  #dropStale(version: Version): void {
    const { executable, watch } = version;
    if (!executable) return;
    const change = watch?.changed() ?? executable.missing();
    if (change === undefined) return;
    executable.dispose();
    version.executable = undefined;
    version.calls = 0;
    version.retraced += 1;
    this.#givenUp.add(change);
    if (version.retraced > mostRetraces) this.#fallBack(version, `it keeps changing: ${change}`);
  }

  #fallBack(version: Version, reason: string): void {
    version.reason ??= reason;
    if (this.#warned) return;
    this.#warned = true;
    this.#options.onFallback(reason);
  }

  /** Runs the step op by op once more, and makes a graph of what it does. */
  #compile(backend: NativeBackend, version: Version, run: Run, form: string): unknown {
    const started = performance.now();
    const before = new Snapshot();
    let after: Snapshot | undefined;
    try {
      const processors = processorTime();
      const { result, trace } = restoring(before, () => record(backend, run));
      const milliseconds = processorTime(processors);
      if (trace.obstacle !== undefined) {
        this.#fallBack(version, trace.obstacle);
        return result.rebuild(result.tensors);
      }
      const watch = new Watch(trace.participants, this.#options.identities?.());
      after = new Snapshot();
      const rates = this.#compared(backend, run, trace, before, after);
      watch.settle();
      if (typeof rates === "string") this.#fallBack(version, rates);
      else {
        for (const { optimizer } of rates.values()) watch.ignore(optimizer, "learningRate");
        const done = { run, outputs: result.tensors, before, after, milliseconds };
        const made = this.#made(backend, trace, rates, done);
        if (typeof made === "string") this.#fallBack(version, made);
        else {
          version.executable = made;
          version.watch = watch;
          version.result = result;
          const { ops: kinds } = made.graph;
          const ops = Object.values(kinds).reduce((sum, count) => sum + count, 0);
          const took = performance.now() - started;
          version.report = { inputs: form, ops, kinds, milliseconds: took, runs: 0 };
        }
      }
      return result.rebuild(result.tensors);
    } finally {
      before.dispose();
      after?.dispose();
    }
  }

  /**
   * Does the step again from the same state, with other learning rates: what changes otherwise comes
   * from JavaScript, and would be frozen. The state is then as after the first time.
   */
  #compared(
    backend: NativeBackend,
    run: Run,
    trace: Trace,
    before: Snapshot,
    after: Snapshot,
  ): Rates | string {
    const again = (twoRates: readonly TwoRates[]): Rates | string => {
      before.restore();
      const counters = trace.optimizers.map(
        (optimizer) => [optimizer, iterationsOf(optimizer)] as const,
      );
      const recordAgain = twoRates.reduceRight(
        (inner, { optimizer, second }) =>
          () =>
            withRate(optimizer, second, inner),
        () => record(backend, run),
      );
      try {
        const other = recordAgain();
        tensorflow().dispose([...other.result.tensors]);
        return other.trace.obstacle ?? compareTraces(trace, other.trace, twoRates);
      } finally {
        for (const [optimizer, count] of counters) setIterations(optimizer, count);
        after.restore();
      }
    };
    const twoRates = trace.optimizers.flatMap((optimizer, i) => {
      const first = rateOf(optimizer);
      return first === undefined ? [] : [{ optimizer, first, second: 0.0137203 + i / 977 }];
    });
    const rates = again(twoRates);
    // An optimiser may use its rate otherwise than as a factor: then each rate has a graph of its own.
    return typeof rates === "string" && twoRates.length > 0 ? again([]) : rates;
  }

  #made(
    backend: NativeBackend,
    trace: Trace,
    rates: Rates,
    done: Parameters<typeof verify>[2],
  ): Executable | string {
    let executable: Executable | undefined;
    try {
      const reliances = trace.reliances.filter(
        ({ value }) => value.kind !== "constant" || !rates.has(value),
      );
      const { optimizers } = trace;
      executable = new Executable(backend, writeGraph(trace, rates), { optimizers, reliances });
      const difference = verify(backend, executable, done);
      if (difference === undefined) return executable;
      executable.dispose();
      return difference;
    } catch (error) {
      executable?.dispose();
      return `TensorFlow does not take its graph: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
}

/** Shapes, types and which inputs are one and the same tensor. */
function signature({ form, tensors }: Structure): string {
  const firsts = tensors.map(({ dataId }) => tensors.findIndex((other) => other.dataId === dataId));
  return firsts.some((first, i) => first !== i) ? `${form} same ${firsts.join()}` : form;
}

/** After an error the variables are what they were. */
function restoring<T>(before: Snapshot, run: () => T): T {
  try {
    return run();
  } catch (error) {
    before.restore();
    throw error;
  }
}

function safely<T>(run: () => T): T {
  const before = new Snapshot();
  try {
    return restoring(before, run);
  } finally {
    before.dispose();
  }
}

interface Tape {
  readonly gradientDepth: number;
}

function takesGradients(): boolean {
  const { state } = tensorflow().engine() as unknown as { state: Tape };
  return state.gradientDepth > 0;
}

const iterationsOf = (optimizer: Optimizer): unknown =>
  (optimizer as unknown as { iterations_?: unknown }).iterations_;

function setIterations(optimizer: Optimizer, count: unknown): void {
  (optimizer as unknown as { iterations_?: unknown }).iterations_ = count;
}
