import type { Channel, Layer } from "../figure/spec.ts";
import { channel } from "./base.ts";
import { dashes } from "../figure/palette.ts";

/** The colour and the dash of several lines, explained by one legend that shows both. */
export function colorAndDash(
  group: string,
  names: readonly string[],
  title: string | null | undefined,
): Record<string, Channel> {
  const shared = {
    ...channel(group, "nominal", title ?? undefined, { sort: [...names] }),
    ...(title === null && { title }),
  };
  return {
    color: { ...shared, legend: null },
    strokeDash: {
      ...shared,
      scale: { range: names.map((_, i) => dashes[i % dashes.length]) },
      legend: {
        symbolType: "stroke",
        symbolSize: 500,
        symbolStrokeWidth: 2,
        symbolStrokeColor: { expr: "scale('color', datum.value)" },
        rowPadding: -4,
      },
    },
  };
}

/** Lines with a dot at each value: dots must not take the dash, or the legend would show it twice. */
export function linesWithDots(encoding: Record<string, Channel>): {
  encoding: Record<string, Channel>;
  layer: Layer[];
} {
  const { color, strokeDash, ...shared } = encoding;
  return {
    encoding: shared,
    layer: [
      {
        mark: { type: "line", strokeWidth: 2 },
        encoding: { ...(color && { color }), ...(strokeDash && { strokeDash }) },
      },
      {
        mark: { type: "point", filled: true, opacity: 1, size: 30 },
        encoding: { ...(color && { color }) },
      },
    ],
  };
}
