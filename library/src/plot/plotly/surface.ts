import { short } from "../charts/describe.ts";
import { readMatrix } from "../charts/heatmap.ts";
import type { MatrixLike } from "../charts/heatmap.ts";
import type { FigureOptions } from "../charts/options.ts";
import { baseLayout, scene } from "./layout.ts";
import { asJson } from "./plotly.ts";
import { PlotlyFigure } from "./plotly-figure.ts";

/** Options of `surface`. */
export interface SurfaceOptions extends FigureOptions {
  /** Places of the matrix's columns along x. By default their numbers from 0. */
  readonly x?: ArrayLike<number>;
  /** Places of the matrix's rows along y. By default their numbers from 0. */
  readonly y?: ArrayLike<number>;
  readonly xTitle?: string;
  readonly yTitle?: string;
  readonly zTitle?: string;
  /** Draws lines of equal height on the surface and below it. Default false. */
  readonly contours?: boolean;
  /** A colour scale of Plotly. Default "Viridis". */
  readonly colorscale?: string;
}

/**
 * Heights over a grid as a surface: a loss over two parameters, a landscape.
 *
 * @param z - Heights: rows of numbers or a tensor of rank 2; row i stands at `y[i]`.
 * @throws RangeError for rows of different lengths, places that do not fit the matrix, a matrix
 *   of less than 2 by 2 or without a finite value.
 * @example
 * const at = Array.from({ length: 21 }, (_, i) => (i - 10) / 5);
 * const figure = surface(at.map((y) => at.map((x) => x * x + y * y)), { x: at, y: at, zTitle: "Loss" });
 * figure.alt; // "Surface over 21 by 21 places: x from -2 to 2, y from -2 to 2, Loss from 0 to 8."
 */
export function surface(z: MatrixLike, options: SurfaceOptions = {}): PlotlyFigure {
  const heights = readMatrix(z, "A surface");
  const width = heights[0]?.length ?? 0;
  if (heights.length < 2 || width < 2)
    throw new RangeError(
      `A surface needs at least 2 rows and 2 columns; this matrix is ${String(heights.length)} by ${String(width)}.`,
    );
  const x = places("x", options.x, width, "columns");
  const y = places("y", options.y, heights.length, "rows");
  const finite = heights.flat().filter((value) => Number.isFinite(value));
  if (finite.length === 0)
    throw new RangeError("There is nothing to plot: the matrix holds no finite value.");
  const titles = [options.xTitle ?? "x", options.yTitle ?? "y", options.zTitle ?? "z"] as const;
  const spec = asJson({
    data: [
      {
        type: "surface",
        x,
        y,
        z: heights,
        colorscale: options.colorscale ?? "Viridis",
        colorbar: { title: { text: titles[2] } },
        ...(options.contours === true && {
          contours: { z: { show: true, usecolormap: true, project: { z: true } } },
        }),
      },
    ],
    layout: { ...baseLayout(options, []), scene: scene(...titles) },
  });
  const alt = `Surface over ${String(width)} by ${String(heights.length)} places: ${span(titles[0], x)}, ${span(titles[1], y)}, ${span(titles[2], finite)}.`;
  return new PlotlyFigure(spec, options.alt ?? alt);
}

function span(title: string, values: readonly number[]): string {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return `${title} from ${short(low)} to ${short(high)}`;
}

function places(
  name: string,
  given: ArrayLike<number> | undefined,
  count: number,
  what: string,
): number[] {
  const values = Array.from(given ?? { length: count }, (value, i) =>
    given === undefined ? i : Number(value),
  );
  if (values.length !== count)
    throw new RangeError(
      `The option ${name} holds ${String(values.length)} places; the matrix has ${String(count)} ${what}.`,
    );
  return values;
}
