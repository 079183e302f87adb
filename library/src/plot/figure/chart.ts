import type { MimeBundle } from "../../host/index.ts";
import { Figure } from "./figure.ts";
import type { VegaLiteSpec } from "./spec.ts";
import { renderVega } from "./vega.ts";

/** A chart drawn by Vega-Lite: interactive in JupyterLab and VS Code, a picture elsewhere. */
export class Chart extends Figure {
  /** The whole chart as plain JSON. Change it and the next display, `toSVG` or `save` follows. */
  spec: VegaLiteSpec;

  constructor(spec: VegaLiteSpec) {
    super();
    this.spec = spec;
  }

  get alt(): string {
    return this.spec.description ?? "A chart without a description.";
  }

  toSVG(): Promise<string> {
    return renderVega(this.spec);
  }

  override interactive(): MimeBundle {
    return { "application/vnd.vegalite.v5+json": this.spec };
  }
}
