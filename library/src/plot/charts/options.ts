/** What every chart takes. */
export interface FigureOptions {
  /** A heading above the figure. */
  readonly title?: string;
  /** Width of the plotting area in pixels. Default 440. */
  readonly width?: number;
  /** Height of the plotting area in pixels. Default 280. */
  readonly height?: number;
  /** The figure in words, for readers who cannot see it. By default it is written from the data. */
  readonly alt?: string;
}

/** Charts with two axes; `Column` is the union of the column names of the data. */
export interface AxisOptions<Column extends string = string> extends FigureOptions {
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
