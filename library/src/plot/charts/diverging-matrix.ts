import type { Chart } from "../figure/chart.ts";
import { buildChart, channel, tooltipList } from "./base.ts";
import type { FigureOptions } from "./options.ts";

interface DivergingOptions extends FigureOptions {
  readonly colorTitle: string;
  readonly annotate?: boolean;
}

/** A square of numbers from −1 to 1 around 0: blue, white, red, which colour-blind readers tell apart. */
export function divergingMatrix(
  matrix: readonly (readonly number[])[],
  names: readonly string[],
  options: DivergingOptions,
): Chart {
  const annotate = options.annotate ?? names.length <= 15;
  const side = annotate ? 46 : Math.max(4, Math.min(24, 440 / names.length));
  const axis = { sort: [...names], axis: { labelLimit: 140 } };
  const x = channel("column", "ordinal", "", {
    ...axis,
    axis: { labelAngle: names.some((name) => name.length * 7 > side) ? -40 : 0, labelLimit: 140 },
  });
  const y = channel("row", "ordinal", "", axis);
  const color = channel("value", "quantitative", options.colorTitle, {
    scale: { domain: [-1, 0, 1], range: ["#2166ac", "#f7f7f7", "#b2182b"], interpolate: "lab" },
  });
  return buildChart(options, {
    values: matrix.flatMap((row, i) =>
      row.map((value, j) => ({
        row: names[i],
        column: names[j],
        value: Number.isFinite(value) ? value : null,
      })),
    ),
    width: { step: side },
    height: { step: annotate ? 34 : side },
    encoding: {
      x,
      y,
      tooltip: tooltipList([{ ...y, title: "row" }, { ...x, title: "column" }, color]),
    },
    layer: [
      { mark: { type: "rect" }, encoding: { color } },
      ...(annotate
        ? [
            {
              mark: { type: "text", fontSize: 11 },
              encoding: {
                text: channel("value", "quantitative", undefined, { format: ".2f" }),
                color: {
                  condition: { test: "abs(datum.value) > 0.6", value: "white" },
                  value: "black",
                },
              },
            },
          ]
        : []),
    ],
    alt: "",
    notes: [],
  });
}
