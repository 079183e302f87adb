import { median, pairedRatio, summarise } from "./statistics.ts";
import { digits, markdownTable, wholeNumber } from "./table.ts";

/** What one peer showed in one round. */
export interface Run {
  readonly peer: string;
  readonly round: number;
  /** By measurement, in its unit. A measurement that could not be made is absent. */
  readonly samples: Readonly<Record<string, readonly number[]>>;
  /** By measurement, how many of how many. */
  readonly counts: Readonly<Record<string, readonly [number, number]>>;
}

/** A row of a comparison. */
export interface Measurement {
  readonly key: string;
  readonly title: string;
  readonly kind: "samples" | "count";
}

/** One value a round: the median of what the peer showed in it. */
function byRound(runs: readonly Run[], peer: string, key: string): Map<number, number> {
  return new Map(
    runs
      .filter((run) => run.peer === peer && (run.samples[key]?.length ?? 0) > 0)
      .map((run) => [run.round, median(run.samples[key])]),
  );
}

function counted(runs: readonly Run[], peer: string, key: string): string {
  const counts = runs.filter((run) => run.peer === peer).flatMap((run) => [run.counts[key] ?? []]);
  const [arrived, expected] = [0, 1].map((at) => counts.reduce((sum, c) => sum + (c[at] ?? 0), 0));
  return expected === 0 ? "–" : `${wholeNumber(arrived)} of ${wholeNumber(expected)}`;
}

/**
 * Peers side by side as a Markdown table: the median of the rounds, in brackets their least and
 * greatest where there are several, and how many times the baseline each took (see {@link pairedRatio}). Counts are summed
 * over the rounds. A dash stands for what was not measured.
 *
 * @param baseline - The peer that the others are compared with.
 */
export function comparison(
  runs: readonly Run[],
  peers: readonly string[],
  baseline: string,
  measurements: readonly Measurement[],
): string {
  const others = peers.filter((peer) => peer !== baseline);
  const header = ["", ...peers, ...others.map((peer) => `${peer} ÷ ${baseline}`)];
  const rows = measurements.map(({ key, title, kind }) => {
    if (kind === "count") {
      const cells = peers.map((peer) => counted(runs, peer, key));
      return [title, ...cells, ...others.map(() => "")];
    }
    const values = new Map(peers.map((peer) => [peer, byRound(runs, peer, key)]));
    const cells = [...values.values()].map((rounds) => {
      if (rounds.size === 0) return "–";
      const { min, median: middle, max } = summarise([...rounds.values()]);
      const range = rounds.size === 1 ? "" : ` (${digits(min)}–${digits(max)})`;
      return `${digits(middle)}${range}`;
    });
    const ratios = others.map((peer) => {
      const ratio = pairedRatio(values.get(peer)!, values.get(baseline)!);
      return ratio === undefined ? "–" : digits(ratio);
    });
    return [title, ...cells, ...ratios];
  });
  return markdownTable(header, rows);
}
