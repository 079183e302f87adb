/** danfo's options of a plot, of which these are read; a title is a text or `{ text }`, as Plotly has it. */
export interface DanfoPlotOptions<Column extends string = string> {
  readonly config?: {
    /** Column along x. */
    readonly x?: Column;
    /** Column along y. */
    readonly y?: Column;
    /** Columns to draw, each as a line, a box, …. */
    readonly columns?: readonly Column[];
    /** Column of the names of a pie's slices. */
    readonly labels?: Column;
    /** Column of the amounts of a pie's slices. */
    readonly values?: Column;
  };
  readonly layout?: {
    readonly title?: string | { readonly text?: string };
    readonly width?: number;
    readonly height?: number;
    readonly xaxis?: { readonly title?: string | { readonly text?: string } };
    readonly yaxis?: { readonly title?: string | { readonly text?: string } };
  };
}

/** The options of a plot after danfo's were put under our names. */
export interface PlotOptions {
  readonly x?: string;
  readonly y?: string | readonly string[];
  readonly color?: string;
  readonly theta?: string;
  readonly [option: string]: unknown;
}

const text = (title: string | { readonly text?: string } | undefined) =>
  typeof title === "string" ? title : title?.text;

/** Our names for danfo's options; what is given under our own names wins. */
export function readOptions(options: object): PlotOptions {
  const { config = {}, layout = {}, ...ours } = options as DanfoPlotOptions & PlotOptions;
  const theirs = {
    x: config.x,
    y: config.y ?? config.columns,
    color: config.labels,
    theta: config.values,
    title: text(layout.title),
    width: layout.width,
    height: layout.height,
    xTitle: text(layout.xaxis?.title),
    yTitle: text(layout.yaxis?.title),
  };
  const given = Object.entries(theirs).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(given), ...ours };
}
