import { channel } from "../charts/base.ts";
import type { Channel } from "../figure/spec.ts";
import type { Sample, Samples } from "./samples.ts";

/** Where a group stands along the axis of groups: its middle and half its width, in units of a place. */
export interface Lane {
  readonly middle: number;
  readonly half: number;
}

/** The lane of a group; groups of several colours share a place side by side. */
export function laneOf(samples: Samples, sample: Sample, share = 0.8): Lane {
  const place = samples.categories.indexOf(sample.category);
  const nested = samples.color !== undefined && sharesPlaces(samples);
  const lanes = nested ? samples.colors.length : 1;
  const lane = nested ? samples.colors.indexOf(sample.color ?? null) : 0;
  const width = share / lanes;
  return { middle: place - share / 2 + width * (lane + 0.5), half: (width * 0.9) / 2 };
}

/** True when a place holds several colours: colour is no mere repetition of the place. */
function sharesPlaces({ samples }: Samples): boolean {
  const colors = new Map<string, unknown>();
  return samples.some(({ category, color }) => {
    const before = colors.get(category);
    colors.set(category, color);
    return before !== undefined && before !== color;
  });
}

/** The axis of groups: places 0, 1, … with their names, so that shapes may have any width. */
export function laneAxis(field: string, samples: Samples, horizontal: boolean): Channel {
  const { categories, categoryTitle } = samples;
  const long = Math.max(...categories.map((name) => name.length)) * 7 > 440 / categories.length;
  const ends = [-0.5, categories.length - 0.5];
  return {
    ...channel(field, "quantitative", categoryTitle),
    scale: { domain: horizontal ? ends.toReversed() : ends, nice: false, zero: false },
    axis: {
      values: categories.map((_, i) => i),
      labelExpr: `${JSON.stringify(categories)}[datum.value]`,
      grid: false,
      labelAngle: horizontal || !long ? 0 : -40,
      ...(long && !horizontal && { labelAlign: "right" }),
      labelLimit: 160,
    },
  };
}

/** Channels along and across the groups put on x and y. */
export function oriented(
  horizontal: boolean,
  channels: {
    readonly lane: Channel;
    readonly lane2?: Channel;
    readonly value: Channel;
    readonly value2?: Channel;
  },
): Record<string, Channel> {
  const { lane, lane2, value, value2 } = channels;
  const [l, v] = horizontal ? ["y", "x"] : ["x", "y"];
  return {
    [l]: lane,
    ...(lane2 && { [`${l}2`]: lane2 }),
    [v]: value,
    ...(value2 && { [`${v}2`]: value2 }),
  };
}

/** The colour channel of groups, or none. */
export function laneColor(samples: Samples): Record<string, Channel> {
  if (samples.color === undefined) return {};
  return { color: channel(samples.color, "nominal", samples.colorTitle) };
}
