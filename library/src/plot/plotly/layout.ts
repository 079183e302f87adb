import type { FigureOptions } from "../charts/options.ts";
import type { ThemeName } from "../figure/theme.ts";
import { inksOf } from "../figure/theme.ts";

/** Symbols that plotly.js draws in space, in the order in which groups take them. */
export const symbols3d = [
  "circle",
  "diamond",
  "square",
  "cross",
  "circle-open",
  "x",
  "diamond-open",
  "square-open",
] as const;

/** Dashes of lines in space. */
export const dashes3d = ["solid", "dash", "dot", "dashdot"] as const;

/** Height of a Plotly figure in pixels where the options name none; its width is its cell's. */
export const defaultHeight = 460;

/**
 * What all layouts share: title with notes below it, size, margins that leave room for both.
 *
 * @throws RangeError for a width or height that is not from 1 to 4000.
 */
export function baseLayout(
  options: FigureOptions,
  notes: readonly string[],
): Record<string, unknown> {
  for (const name of ["width", "height"] as const) {
    const value = options[name];
    if (value !== undefined && !(value > 0 && value <= 4000))
      throw new RangeError(
        `The option ${name} is a number of pixels from 1 to 4000; it was ${String(value)}.`,
      );
  }
  const below = [...(options.subtitle === undefined ? [] : [options.subtitle]), ...notes];
  const headed = options.title !== undefined || below.length > 0;
  return {
    ...(headed && {
      title: {
        text: options.title ?? "",
        x: 0.02,
        xanchor: "left",
        ...(below.length > 0 && { subtitle: { text: below.join(" ") } }),
      },
    }),
    ...(options.width !== undefined && { width: options.width }),
    height: options.height ?? defaultHeight,
    margin: { l: 20, r: 20, t: headed ? 70 : 20, b: 20 },
    ...(options.theme !== undefined && { template: template(options.theme) }),
  };
}

/** The colours of a theme of this library; without it a figure takes the page's. */
function template(name: ThemeName): Record<string, unknown> {
  const { paper, ink, grid, category } = inksOf(name);
  const axis = { gridcolor: grid, linecolor: grid, zerolinecolor: grid };
  const wall = { ...axis, backgroundcolor: paper, showbackground: true };
  return {
    layout: {
      paper_bgcolor: paper,
      plot_bgcolor: paper,
      font: { color: ink },
      colorway: [...category],
      xaxis: axis,
      yaxis: axis,
      scene: { xaxis: wall, yaxis: wall, zaxis: wall },
    },
  };
}

/** Three titled axes of equal length. */
export function scene(x: string, y: string, z: string): Record<string, unknown> {
  return {
    xaxis: { title: { text: x } },
    yaxis: { title: { text: y } },
    zaxis: { title: { text: z } },
    aspectmode: "cube",
    // A little farther than Plotly's own place and lower: the titles of the axes are in the picture.
    camera: { eye: { x: 1.55, y: 1.55, z: 1.15 }, center: { x: 0, y: 0, z: -0.14 } },
  };
}
