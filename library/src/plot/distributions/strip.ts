import { buildChart, channel, tooltipList } from "../charts/base.ts";
import { extent } from "../charts/describe.ts";
import { defaultSize } from "../charts/options.ts";
import type { Chart } from "../figure/chart.ts";
import { count } from "../table/rows.ts";
import { sampleIndices } from "../table/sample.ts";
import type { ChartData, ColumnOf } from "../table/types.ts";
import { laneAxis, laneColor, laneOf, oriented } from "./lanes.ts";
import { readSamples } from "./samples.ts";
import type { SampleOptions } from "./samples.ts";

/** Options of `strip`. */
export interface StripOptions<Column extends string = string> extends SampleOptions<Column> {
  /** Values along the horizontal axis. Default false. */
  readonly horizontal?: boolean;
  /** Points moved aside by chance, or only as far as they would overlap. Default `"jitter"`. */
  readonly mode?: "jitter" | "swarm";
  /** More points are sampled, which is said. Default 1000. */
  readonly maxPoints?: number;
}

/**
 * Each value as a point, group by group, moved aside so that points do not hide each other. The same
 * data give the same picture.
 *
 * @param options - `y` is the column of numbers (several: a strip each), `x` the column of groups.
 * @throws RangeError for an unknown column or data without a value.
 * @throws TypeError when `y` holds something that is not a number.
 * @example
 * strip(penguins, { x: "species", y: "body_mass_g", mode: "swarm", yTitle: "Body mass (g)" });
 */
export function strip<Data extends ChartData>(
  data: Data,
  options: StripOptions<ColumnOf<Data>> = {},
): Chart {
  const samples = readSamples(data, options);
  const horizontal = options.horizontal ?? false;
  const most = options.maxPoints ?? 1000;
  const all = samples.samples.flatMap(({ values }) => values);
  const [low, high] = [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
  const along =
    (horizontal ? options.width : options.height) ??
    (horizontal ? defaultSize.width : defaultSize.height);
  const across =
    (horizontal ? options.height : options.width) ??
    (horizontal ? defaultSize.height : defaultSize.width);
  const pixels = along / (high - low || 1);
  const notes = [...samples.notes];
  const points = samples.samples.flatMap((sample) => {
    const { middle, half } = laneOf(samples, sample, 0.85);
    const share = Math.ceil((most * sample.values.length) / samples.total);
    const kept = sampleIndices(sample.values.length, share).map((i) => sample.values[i]);
    const room = (half * across) / samples.categories.length;
    const offsets =
      options.mode === "swarm"
        ? swarm(
            kept.map((value) => value * pixels),
            room,
          )
        : kept.map((_, i) => (2 * ((i * 0.618034) % 1) - 1) * room * 0.8);
    return kept.map((value, i) => ({
      ...sample.keys,
      group: sample.category,
      value,
      place: Number((middle + (offsets[i] * samples.categories.length) / across).toFixed(4)),
    }));
  });
  if (points.length < samples.total)
    notes.push(`A sample of ${count(points.length)} of ${count(samples.total)} points.`);
  const value = channel("value", "quantitative", samples.valueTitle, { scale: { zero: false } });
  return buildChart(options, {
    values: points,
    facets: samples.facets,
    mark: { type: "point", filled: true, size: 26, opacity: 0.75 },
    encoding: {
      ...oriented(horizontal, { lane: laneAxis("place", samples, horizontal), value }),
      ...laneColor(samples),
      tooltip: tooltipList([channel("group", "nominal", samples.categoryTitle || "group"), value]),
    },
    alt: `Strip plot of ${count(samples.total)} values: ${extent(samples.valueTitle, all)}, in ${extent("groups", samples.categories)}.`,
    notes,
  });
}

const apart = 6;

/** How far each point goes aside so that circles of `apart` pixels do not overlap, within the room. */
function swarm(places: readonly number[], room: number): number[] {
  const order = places.map((_, i) => i).sort((a, b) => places[a] - places[b]);
  const offsets = new Array<number>(places.length).fill(0);
  const placed: number[] = [];
  for (const i of order) {
    const near = placed.filter((j) => places[i] - places[j] < apart);
    const free = (offset: number) =>
      near.every((j) => Math.hypot(places[i] - places[j], offset - offsets[j]) >= apart);
    for (let step = 0; step * (apart / 3) <= room; step++) {
      const offset = [step, -step].map((n) => n * (apart / 3)).find(free);
      if (offset === undefined) continue;
      offsets[i] = offset;
      break;
    }
    placed.push(i);
  }
  return offsets;
}
