import type { MimeBundle } from "../../host/index.ts";
import { Figure } from "./figure.ts";
import type { AnySpec, VegaLiteSpec } from "./spec.ts";
import { lookOf } from "./theme.ts";
import type { ThemeName } from "./theme.ts";
import { renderVega } from "./vega.ts";

/** A chart drawn by Vega-Lite: interactive in JupyterLab and VS Code, a picture elsewhere. */
export class Chart<Spec extends AnySpec = VegaLiteSpec> extends Figure {
  /** The whole chart as plain JSON. Change it and the next display, `toSVG` or `save` follows. */
  spec: Spec;

  constructor(spec: Spec) {
    super();
    this.spec = spec;
  }

  get alt(): string {
    return this.spec.description ?? "A chart without a description.";
  }

  /** The same chart in the colours of another theme. */
  theme(name: ThemeName): Chart<Spec> {
    return new Chart({ ...this.spec, ...lookOf(name) });
  }

  toSVG(): Promise<string> {
    return renderVega(this.spec);
  }

  override interactive(): MimeBundle {
    return { "application/vnd.vegalite.v5+json": this.spec };
  }
}

/** True for a chart of any spec. */
export function isChart(figure: unknown): figure is Chart<AnySpec> {
  return figure instanceof Chart;
}
