import type { Chart } from "../figure/chart.ts";
import { isTensor } from "../table/read.ts";
import type { TensorLike } from "../table/types.ts";
import { buildChart, channel, tooltipList } from "./base.ts";
import { short } from "./describe.ts";
import type { FigureOptions } from "./options.ts";

/** A matrix: rows of numbers, or a tensor of rank 2. */
export type MatrixLike = readonly ArrayLike<number>[] | TensorLike;

/** Options of `heatmap`. */
export interface HeatmapOptions extends FigureOptions {
  /** Names of the rows, from the top. By default their numbers from 0. */
  readonly rows?: readonly (string | number)[];
  /** Names of the columns. By default their numbers from 0. */
  readonly columns?: readonly (string | number)[];
  readonly xTitle?: string;
  readonly yTitle?: string;
  /** Title of the colour scale. Default "value". */
  readonly colorTitle?: string;
  /** Writes the value into each cell. By default for at most 15 rows and columns. */
  readonly annotate?: boolean;
  /** d3 format of the written values, such as ".2f". By default four significant digits. */
  readonly format?: string;
  /** Ends of the colour scale. By default the smallest and largest value. */
  readonly domain?: readonly [low: number, high: number];
}

const mostCells = 10_000;

/**
 * A matrix as coloured cells, from pale to dark blue, each with its number where there is room.
 *
 * @throws RangeError for rows of different lengths, names that do not fit, more than 10 000 cells, or
 *   no finite value.
 * @example
 * heatmap([[1, 0.87], [0.87, 1]], { rows: ["mass", "flipper"], columns: ["mass", "flipper"] });
 */
export function heatmap(matrix: MatrixLike, options: HeatmapOptions = {}): Chart {
  const values = readMatrix(matrix);
  const height = values.length;
  const width = values[0]?.length ?? 0;
  const rows = names("rows", options.rows, height);
  const columns = names("columns", options.columns, width);
  const finite = values.flat().filter((value) => Number.isFinite(value));
  if (finite.length === 0)
    throw new RangeError("There is nothing to plot: the matrix holds no finite value.");
  const low = options.domain?.[0] ?? Math.min(...finite);
  const high = options.domain?.[1] ?? Math.max(...finite);
  const colorTitle = options.colorTitle ?? "value";
  const cells = values.flatMap((row, i) =>
    row.map((value, j) => ({
      row: rows[i],
      column: columns[j],
      value: Number.isFinite(value) ? value : null,
      text: Number.isFinite(value) ? short(value) : "",
    })),
  );
  const annotate = options.annotate ?? (height <= 15 && width <= 15);
  const side = annotate ? 44 : Math.max(4, Math.min(24, 440 / Math.max(width, height)));
  const color = channel("value", "quantitative", colorTitle, {
    scale: {
      range: ["#f7fbff", "#08519c"],
      interpolate: "lab",
      domain: low === high ? [low, low + 1] : [low, high],
    },
  });
  const written =
    options.format === undefined
      ? { text: { field: "text", type: "nominal" } }
      : {
          text: {
            // An empty cell would be written as "null" by a format.
            condition: {
              test: "isValid(datum.value)",
              field: "value",
              type: "quantitative",
              format: options.format,
            },
            value: "",
          },
        };
  const x = channel("column", "ordinal", options.xTitle ?? "column", {
    sort: columns,
    axis: {
      labelAngle: annotate && longest(columns) * 7 > side ? -40 : 0,
      // Leaning names have room for each other.
      labelOverlap: !annotate,
    },
  });
  const y = channel("row", "ordinal", options.yTitle ?? "row", {
    sort: rows,
    axis: { labelOverlap: !annotate },
  });
  return buildChart(options, {
    values: cells,
    width: { step: side },
    height: { step: annotate ? 34 : side },
    encoding: { x, y, tooltip: tooltipList([y, x, color]) },
    layer: [
      { mark: { type: "rect" }, encoding: { color } },
      ...(annotate
        ? [
            {
              mark: { type: "text", fontSize: 11 },
              encoding: {
                ...written,
                color: {
                  condition: {
                    test: `datum.value > ${String(low + 0.55 * (high - low))}`,
                    value: "white",
                  },
                  value: "black",
                },
              },
            },
          ]
        : []),
    ],
    alt: `Heat map of ${String(height)} rows by ${String(width)} columns: ${colorTitle} from ${short(Math.min(...finite))} to ${short(Math.max(...finite))}. ${peak(values, rows, columns)}`,
    notes: [],
  });
}

/**
 * The rows of a matrix; `what` shows it, in the words of the errors.
 *
 * @throws RangeError for rows of different lengths, a tensor of another rank or more than 10 000 cells.
 */
export function readMatrix(matrix: MatrixLike, what = "A heat map"): number[][] {
  const rows = isTensor(matrix)
    ? tensorRows(matrix, what)
    : Array.from(matrix, (row) => Array.from(row, Number));
  const width = rows[0]?.length ?? 0;
  const ragged = rows.findIndex((row) => row.length !== width);
  if (ragged >= 0) {
    throw new RangeError(
      `Row ${String(ragged)} of the matrix has ${String(rows[ragged]?.length)} values; row 0 has ${String(width)}.`,
    );
  }
  if (rows.length * width > mostCells) {
    throw new RangeError(
      `${what} shows at most 10,000 cells; this matrix has ${String(rows.length)} by ${String(width)}. Average or slice it first.`,
    );
  }
  return rows;
}

function tensorRows(tensor: TensorLike, what: string): number[][] {
  const [height = 0, width = 0] = tensor.shape;
  if (tensor.shape.length !== 2)
    throw new RangeError(
      `${what} shows a tensor of rank 2; this one has shape [${tensor.shape.join(", ")}].`,
    );
  const values = Array.from(tensor.dataSync(), Number);
  return Array.from({ length: height }, (_, i) => values.slice(i * width, (i + 1) * width));
}

function names(
  what: string,
  given: readonly (string | number)[] | undefined,
  length: number,
): string[] {
  if (given === undefined) return Array.from({ length }, (_, i) => String(i));
  if (given.length !== length)
    throw new RangeError(
      `There are ${String(length)} ${what} and ${String(given.length)} names for them.`,
    );
  const texts = given.map(String);
  if (new Set(texts).size === length) return texts;
  throw new RangeError(`The names of the ${what} are not all different: ${texts.join(", ")}.`);
}

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}

function peak(
  values: readonly (readonly number[])[],
  rows: readonly string[],
  columns: readonly string[],
): string {
  let best = -Infinity;
  let where = "";
  values.forEach((row, i) =>
    row.forEach((value, j) => {
      if (value > best) {
        best = value;
        where = `row ${rows[i] ?? ""}, column ${columns[j] ?? ""}`;
      }
    }),
  );
  return `The largest is at ${where}.`;
}
