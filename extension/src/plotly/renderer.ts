import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import type { Message } from "@lumino/messaging";
import { Widget } from "@lumino/widgets";
import { readFigure } from "./figure.ts";
import type { PlotlyFigure } from "./figure.ts";
import { loadPlotly } from "./load.ts";
import type { PlotlyLibrary } from "./load.ts";
import { isDark, onThemeChange, pageColors, themedLayout } from "./theme.ts";

/** One figure in an output. */
export class PlotlyRenderer extends Widget implements IRenderMime.IRenderer {
  readonly #mimeType: string;
  readonly #plot = document.createElement("div");
  readonly #theme = onThemeChange(() => void this.#draw());
  readonly #size = new ResizeObserver(() => this.#resize());
  #figure: PlotlyFigure | undefined;
  #plotly: PlotlyLibrary | undefined;
  #drawing: Promise<void> = Promise.resolve();
  #frame = 0;

  constructor(options: IRenderMime.IRendererOptions) {
    super();
    this.#mimeType = options.mimeType;
    this.addClass("daylab-Plotly");
    this.node.append(this.#plot);
    this.#size.observe(this.node);
  }

  /** Draws the figure, or says in words what is wrong with it. */
  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    try {
      this.#figure = readFigure(model.data[this.#mimeType]);
    } catch (error) {
      return this.#fail(error);
    }
    const words = model.data["text/plain"];
    if (typeof words === "string") {
      this.node.setAttribute("role", "figure");
      this.node.setAttribute("aria-label", words);
    }
    await this.#draw();
  }

  override dispose(): void {
    if (this.isDisposed) return;
    this.#theme.dispose();
    this.#size.disconnect();
    cancelAnimationFrame(this.#frame);
    // Frees the WebGL context, of which a page has about 16.
    this.#plotly?.purge(this.#plot);
    this.#figure = undefined;
    super.dispose();
  }

  protected override onAfterShow(message: Message): void {
    super.onAfterShow(message);
    this.#resize();
  }

  protected override onResize(message: Widget.ResizeMessage): void {
    super.onResize(message);
    this.#resize();
  }

  /** One drawing at a time: a second figure may arrive while the first is still being drawn. */
  #draw(): Promise<void> {
    this.#drawing = this.#drawing.then(async () => {
      try {
        await this.#drawNow();
      } catch (error) {
        this.#fail(error);
      }
    });
    return this.#drawing;
  }

  async #drawNow(): Promise<void> {
    const plotly = (this.#plotly ??= await loadPlotly());
    const figure = this.#figure;
    if (this.isDisposed || figure === undefined) return;
    this.node.querySelector(".daylab-Plotly-error")?.remove();
    this.#plot.hidden = false;
    // plotly.js writes into what it is given; the model belongs to the notebook.
    const own = structuredClone({
      data: figure.data,
      layout: figure.layout,
      frames: figure.frames,
    });
    // plotly.js 4.1.2 moves a subtitle above its title when it changes a figure that is there.
    const title = own.layout["title"] as { subtitle?: unknown } | string | undefined;
    const anew = typeof title === "object" && title?.subtitle !== undefined;
    await plotly[anew ? "newPlot" : "react"](this.#plot, {
      ...own,
      layout: { autosize: true, ...themedLayout(own.layout, pageColors(), isDark()) },
      config: { responsive: false, displaylogo: false, ...figure.config },
    });
  }

  #resize(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      const { width, height } = this.#figure?.layout ?? {};
      const fixed = width !== undefined && height !== undefined;
      if (this.isDisposed || fixed || !this.#plot.classList.contains("js-plotly-plot")) return;
      if (this.node.clientWidth > 0) void this.#plotly?.Plots.resize(this.#plot);
    });
  }

  #fail(error: unknown): void {
    if (this.isDisposed) return;
    this.#plotly?.purge(this.#plot);
    this.#plot.hidden = true;
    const message =
      this.node.querySelector(".daylab-Plotly-error") ?? document.createElement("pre");
    message.className = "daylab-Plotly-error";
    const reason = error instanceof Error ? error.message : String(error);
    message.textContent = `This Plotly figure cannot be drawn: ${reason}`;
    this.node.append(message);
  }
}
