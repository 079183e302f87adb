/** What the renderer asks of plotly.js. */
export interface PlotlyLibrary {
  /** Draws a figure into an element, in place of one that is there. */
  newPlot(element: HTMLElement, figure: object): Promise<unknown>;
  /** Draws a figure into an element, or changes the one that is there. */
  react(element: HTMLElement, figure: object): Promise<unknown>;
  purge(element: HTMLElement): void;
  readonly Plots: { resize(element: HTMLElement): unknown };
}

let library: Promise<PlotlyLibrary> | undefined;

/**
 * plotly.js, 4.6 MB, from a file of its own that a page without figures never asks for.
 *
 * @throws Error where the file does not arrive. The next call asks for it again.
 */
export function loadPlotly(): Promise<PlotlyLibrary> {
  library ??= load().catch((error: unknown) => {
    library = undefined;
    throw error;
  });
  return library;
}

async function load(): Promise<PlotlyLibrary> {
  const module: unknown = await import("plotly.js-dist-min");
  // A bundler hands a CommonJS module over as `default`.
  return (module as { default?: PlotlyLibrary }).default ?? (module as PlotlyLibrary);
}
