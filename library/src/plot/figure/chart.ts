import type { MimeBundle } from "../../host/index.ts";
import { annotated } from "./annotate.ts";
import type { Annotation } from "./annotate.ts";
import { Figure } from "./figure.ts";
import { vegaPage } from "./html.ts";
import type { AnySpec, VegaLiteSpec } from "./spec.ts";
import { lookOf } from "./theme.ts";
import type { ThemeName } from "./theme.ts";
import { compileVega, renderVega } from "./vega.ts";

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

  /** The chart as a web page with Vega's code inside (half a megabyte), interactive without network. */
  override async toHTML(): Promise<string> {
    return vegaPage(this.alt, await this.toSVG(), await compileVega(this.spec));
  }

  /**
   * The same chart with lines, bands, labels or pointed-at places on top; see `Annotation`.
   *
   * @throws TypeError for a figure of several charts, or an annotation that says no place.
   * @example
   * line(loss).annotate({ y: 0.1, text: "goal" }, { x: [4, 8], text: "warm-up" });
   */
  annotate(...annotations: readonly Annotation[]): Chart<Spec> {
    return new Chart(annotated(this.spec, annotations) as Spec);
  }

  override interactive(): MimeBundle {
    return { "application/vnd.vegalite.v5+json": this.spec };
  }
}

/** True for a chart of any spec. */
export function isChart(figure: unknown): figure is Chart<AnySpec> {
  return figure instanceof Chart;
}
