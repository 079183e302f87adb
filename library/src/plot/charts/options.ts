import type { ThemeName } from "../figure/theme.ts";

/** What every chart takes. */
export interface FigureOptions {
  /** A heading above the figure. */
  readonly title?: string;
  /** A smaller line below the heading. */
  readonly subtitle?: string;
  /** Width of the plotting area in pixels. Default 440. With facets: of each of them. */
  readonly width?: number;
  /** Height of the plotting area in pixels. Default 280. With facets: of each of them. */
  readonly height?: number;
  /** The figure in words, for readers who cannot see it. By default it is written from the data. */
  readonly alt?: string;
  /** Colours of card and text. By default what `plot.theme` set, and `"light"` before that. */
  readonly theme?: ThemeName;
}

/**
 * The chart once for each value of a column: wrapped into rows of three (`"island"` or
 * `{ wrap: "island", columns: 2 }`), or in the rows and columns of a table.
 */
export type FacetOption<Column extends string = string> =
  | Column
  | {
      readonly wrap?: Column;
      /** So many facets side by side. Default 3. */
      readonly columns?: number;
      readonly row?: Column;
      readonly column?: Column;
      /** Whether facets have axes of their own. Default `"shared"`. */
      readonly scales?: Scales;
    };

/** Which scales several charts share: all, none, or as said for each channel. */
export type Scales =
  | "shared"
  | "independent"
  | { readonly [channel in "x" | "y" | "color" | "size"]?: "shared" | "independent" };

/** Charts that can be repeated for the values of a column. */
export interface FacetOptions<Column extends string = string> extends FigureOptions {
  /** Column or columns for whose values the chart is repeated. */
  readonly facet?: FacetOption<Column>;
}

/** Charts with two axes; `Column` is the union of the column names of the data. */
export interface AxisOptions<Column extends string = string> extends FacetOptions<Column> {
  /** Column along the horizontal axis. */
  readonly x?: Column;
  /** Column along the vertical axis. */
  readonly y?: Column;
  /** Column that gives each mark its colour (and its shape, dash or place, never colour alone). */
  readonly color?: Column;
  /** Axis title with its unit, such as "Body mass (g)". By default the column's name. */
  readonly xTitle?: string;
  readonly yTitle?: string;
  /** Title of the legend. By default the column's name. */
  readonly colorTitle?: string;
}

/** Default size of the plotting area in pixels. */
export const defaultSize = { width: 440, height: 280 } as const;
