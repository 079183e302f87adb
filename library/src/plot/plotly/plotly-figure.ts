import type { MimeBundle } from "../../host/index.ts";
import { Figure } from "../figure/figure.ts";
import type { PlotlySpec } from "./spec.ts";
import { drawStill } from "./still/index.ts";

/**
 * A figure drawn by plotly.js: it can be turned, zoomed and played in JupyterLab (with Daylab's
 * extension), Notebook 7 and VS Code. Elsewhere, in exported HTML and in files, stands a picture that
 * this library draws from the same spec: 3-D points, lines, surfaces and meshes in perspective,
 * the usual traces in the plane by Vega-Lite, and the description in words for the rest.
 */
export class PlotlyFigure extends Figure {
  /** The whole figure as plain JSON. Change it and the next display, `toSVG` or `save` follows. */
  spec: PlotlySpec;

  /** The picture in words. */
  alt: string;

  constructor(spec: PlotlySpec, alt: string) {
    super();
    this.spec = spec;
    this.alt = alt;
  }

  toSVG(): Promise<string> {
    return drawStill(this.spec, this.alt);
  }

  override interactive(): MimeBundle {
    return { "application/vnd.plotly.v1+json": this.spec };
  }
}
