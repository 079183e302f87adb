import type { Spec } from "vega";
import type { AnySpec } from "./spec.ts";
import { fontFamily, textWidth } from "./fonts.ts";

interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
  readonly limit?: number;
}

/** The part of vega's text measuring that its type declarations leave out. */
interface TextMetrics {
  width(item: TextItem, text: string | number | null | undefined): number;
}

/**
 * Compiles a Vega-Lite spec and draws it as SVG.
 *
 * @throws Error with Vega's own words when the spec is not valid Vega-Lite.
 */
export async function renderVega(spec: AnySpec): Promise<string> {
  try {
    return await draw(spec);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    const marks = JSON.stringify(spec).match(/"mark":("[^"]*"|\{[^}]*\})/g) ?? [];
    throw new Error(`Vega-Lite cannot draw this spec (${marks.join(", ")}): ${words}`, {
      cause: error,
    });
  }
}

/** The Vega specification that a Vega-Lite one stands for. */
export async function compileVega(spec: AnySpec): Promise<Spec> {
  const vegaLite = await import("vega-lite");
  const config = { font: fontFamily };
  return vegaLite.compile(spec as unknown as Parameters<typeof vegaLite.compile>[0], { config })
    .spec;
}

async function draw(spec: AnySpec): Promise<string> {
  const vega = await import("vega");
  measureWithOurFont((vega as unknown as { textMetrics: TextMetrics }).textMetrics);
  const view = new vega.View(vega.parse(await compileVega(spec)), { renderer: "none" });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

/** Replaces vega's guess (0.8 em a letter) by the advances of the font that draws the text. */
function measureWithOurFont(metrics: TextMetrics): void {
  metrics.width = (item, text) => {
    const line = text === null || text === undefined ? "" : String(text).trim();
    const bold = item.fontWeight === "bold" || Number(item.fontWeight) >= 600;
    const width = textWidth(line, item.fontSize ?? 11, bold ? "bold" : "normal");
    // vega shortens a line that is longer than the limit, and asks here how long it then is.
    return item.limit !== undefined && item.limit > 0 ? Math.min(width, item.limit + 1) : width;
  };
}
