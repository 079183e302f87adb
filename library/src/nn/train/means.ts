import { streamingOf, type Streaming } from "../metrics/contract.ts";
import type { Metrics } from "../progress-line.ts";
import type { CompiledParts } from "./compiled-parts.ts";

/** What a step reports, by name and in its order, and how it is added up over batches. */
export type Reported = readonly { readonly name: string; readonly streaming?: Streaming }[];

export function reportedBy(parts: CompiledParts): Reported {
  const [, ...names] = parts.getDedupedMetricsNames();
  const metrics = parts.metricsTensors.map(([metric], i) => {
    const streaming = streamingOf(metric);
    return { name: names[i], ...(streaming && { streaming }) };
  });
  return [{ name: "loss" }, ...metrics];
}

/** Metrics over the batches of an epoch: means by the batches' rows, or what a streaming metric says. */
export class EpochMetrics {
  readonly #reported: Reported;
  readonly #sums: Float64Array[] = [];
  #rows = 0;

  constructor(reported: Reported) {
    this.#reported = reported;
  }

  add(values: readonly ArrayLike<number>[], rows: number): void {
    this.#rows += rows;
    values.forEach((value, i) => {
      const weight = this.#reported[i].streaming ? 1 : rows;
      const sum = (this.#sums[i] ??= new Float64Array(value.length));
      for (let j = 0; j < value.length; j++) sum[j] += weight * value[j];
    });
  }

  values(): Metrics {
    const named = this.#sums.map((sum, i) => {
      const { name, streaming } = this.#reported[i];
      return [name, streaming ? streaming.result(sum) : sum[0] / this.#rows];
    });
    return Object.fromEntries(named) as Metrics;
  }
}
