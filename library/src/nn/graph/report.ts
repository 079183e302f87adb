/** One graph that was made. */
export interface GraphReport {
  /** Types and shapes of the step's inputs. */
  readonly inputs: string;
  /** How many ops the graph has. */
  readonly ops: number;
  /** How many ops of each kind. */
  readonly kinds: Readonly<Record<string, number>>;
  /** What recording, writing and loading it took. */
  readonly milliseconds: number;
  /** How often it has run. */
  readonly runs: number;
}

/** Inputs for which a step runs op by op, and why. */
export interface EagerReport {
  readonly inputs: string;
  readonly reason: string;
}

/** What a compiled step has come to. */
export interface StepReport {
  readonly graphs: readonly GraphReport[];
  readonly eager: readonly EagerReport[];
  /** Why graphs were made anew. */
  readonly retraced: readonly string[];
}

/** The report in words. */
export function explained(name: string, { graphs, eager, retraced }: StepReport): string {
  const lines = [
    ...graphs.map(
      ({ inputs, ops, runs, milliseconds }) =>
        `${name}(${inputs}) is a graph of ${ops} ops, compiled in ${milliseconds.toFixed(0)} ms, run ${runs} times.`,
    ),
    ...eager.map(({ inputs, reason }) => `${name}(${inputs}) runs op by op: ${reason}.`),
    ...retraced.map((reason) => `A graph of ${name} was given up: ${reason}.`),
  ];
  return lines.length > 0
    ? lines.join("\n")
    : `${name} has no graph yet: it is compiled when it is called with the same shapes a second time.`;
}
