import type { Run } from "./comparison.ts";

/** Measures a peer once. */
export type Measure = () => Promise<Omit<Run, "peer" | "round">>;

/** What came of the rounds; a peer that failed has no runs from then on, and a reason. */
export interface Rounds {
  readonly runs: readonly Run[];
  readonly failures: ReadonlyMap<string, string>;
}

/**
 * Measures all peers in every round, each round beginning with another one, so that neither the
 * order nor what else the machine does favours any of them.
 */
export async function inRounds(
  rounds: number,
  peers: ReadonlyMap<string, Measure>,
  say: (progress: string) => void = console.error,
): Promise<Rounds> {
  const runs: Run[] = [];
  const failures = new Map<string, string>();
  const names = [...peers.keys()];
  for (let round = 0; round < rounds; round++) {
    const first = round % names.length;
    for (const peer of [...names.slice(first), ...names.slice(0, first)]) {
      if (failures.has(peer)) continue;
      say(`round ${round + 1} of ${rounds}: ${peer}`);
      try {
        runs.push({ peer, round, ...(await peers.get(peer)!()) });
      } catch (error) {
        failures.set(peer, (error as Error).message);
      }
    }
  }
  return { runs, failures };
}
