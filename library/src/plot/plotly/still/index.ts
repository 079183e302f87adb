import { textWidth } from "../../figure/fonts.ts";
import { svgDocument, svgText } from "../../images/svg.ts";
import type { PlotlySpec } from "../spec.ts";
import { part, titleText } from "../spec.ts";
import { drawPlane } from "./plane.ts";
import { stillSize } from "./size.ts";
import { drawSpace } from "./space.ts";

/**
 * A Plotly figure as SVG without plotly.js: it needs a browser, and WebGL for space. What this cannot
 * draw becomes a card with the description.
 */
export async function drawStill(spec: PlotlySpec, alt: string): Promise<string> {
  return (await drawSpace(spec, alt)) ?? (await drawPlane(spec, alt)) ?? card(spec, alt);
}

function card(spec: PlotlySpec, alt: string): string {
  const width = stillSize.width;
  const title = titleText(part(spec.layout)["title"]) ?? "Plotly figure";
  const lines = [
    ...wrap(alt, width - 40),
    "",
    ...wrap("It is drawn where plotly.js is: JupyterLab, Notebook 7, VS Code.", width - 40),
  ];
  return svgDocument(width, 60 + 18 * lines.length, alt, [
    svgText(20, 32, title, { size: 14, weight: "bold" }),
    ...lines.map((line, i) => svgText(20, 58 + 18 * i, line, { size: 12, color: "#444" })),
  ]);
}

/** Lines of at most a width in pixels. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trim();
    if (lines.length > 0 && textWidth(longer, 12) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
