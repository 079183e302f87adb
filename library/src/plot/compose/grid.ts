import { resolution } from "../charts/facets.ts";
import type { Scales } from "../charts/options.ts";
import { Chart, isChart } from "../figure/chart.ts";
import { Figure } from "../figure/figure.ts";
import { schemaUrl } from "../figure/spec.ts";
import type { AnySpec } from "../figure/spec.ts";
import { StaticGrid } from "../figure/static-grid.ts";
import { inksOf, lookOf } from "../figure/theme.ts";
import type { ThemeName } from "../figure/theme.ts";
import { inner } from "./inner.ts";

/** Options of `grid`, `layer` and `facet`. */
export interface ComposeOptions {
  /** A heading above all. */
  readonly title?: string;
  readonly subtitle?: string;
  /** The figure in words. By default the words of its parts. */
  readonly alt?: string;
  /** Colours of card and text. By default what `plot.theme` set. */
  readonly theme?: ThemeName;
  /** Which scales the charts share. Default `"independent"` in a grid. */
  readonly scales?: Scales;
}

/**
 * Figures in rows. Charts become one Vega-Lite spec and stay interactive; as soon as one is a picture
 * (images, or a figure of another maker), the grid is one static picture.
 *
 * @param rows - Rows of figures, or one row.
 * @throws TypeError for something that is no figure, or an empty grid.
 * @example
 * grid([[histogram(mass), box(mass)], [scatter(both), imageGrid(digits)]], { title: "Overview" });
 */
export function grid(
  rows: readonly (readonly Figure[])[] | readonly Figure[],
  options: ComposeOptions = {},
): Figure {
  const lines = rows.every((row) => row instanceof Figure)
    ? [rows]
    : rows.map((row): readonly Figure[] => (row instanceof Figure ? [row] : row));
  const figures = lines.flat();
  const wrong = figures.find((figure) => !((figure as unknown) instanceof Figure));
  if (figures.length === 0 || wrong !== undefined) {
    throw new TypeError(
      `A grid is made of figures in rows, [[a, b], [c]]; ${figures.length === 0 ? "there is none" : `one of them is of type ${typeof wrong}`}.`,
    );
  }
  const alt =
    options.alt ??
    [
      ...(options.title === undefined ? [] : [`${options.title}.`]),
      `${String(figures.length)} figures.`,
      ...figures.map((figure, i) => `${String(i + 1)}: ${figure.alt}`),
    ].join(" ");
  if (!figures.every(isChart)) return new StaticGrid(lines, alt, inksOf(options.theme).paper);
  const charts = lines.map((row) => row.filter(isChart));
  const { background, config } =
    options.theme === undefined ? lookFrom(charts[0][0].spec) : lookOf(options.theme);
  const scales = resolution(options.scales ?? "independent");
  const row = (specs: readonly Chart<AnySpec>[]): Record<string, unknown> =>
    specs.length === 1
      ? inner(specs[0].spec)
      : { hconcat: specs.map(({ spec }) => inner(spec)), ...scales };
  return new Chart<AnySpec>({
    $schema: schemaUrl,
    description: alt,
    ...heading(options),
    ...(charts.length === 1 && charts[0].length > 1
      ? row(charts[0])
      : { vconcat: charts.map(row), ...scales }),
    background,
    config,
  });
}

function lookFrom(spec: AnySpec): { background: unknown; config: unknown } {
  return { background: spec["background"], config: structuredClone(spec["config"]) };
}

/** The heading of a composed spec. */
export function heading(options: ComposeOptions): { title?: Record<string, unknown> } {
  if (options.title === undefined && options.subtitle === undefined) return {};
  return {
    title: {
      text: options.title ?? " ",
      ...(options.subtitle !== undefined && { subtitle: options.subtitle }),
      fontSize: 16,
    },
  };
}
