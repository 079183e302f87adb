import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** Text as HTML may hold it. */
function escaped(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign,
  );
}

/** A page with a picture, and scripts after it. */
export function htmlPage(alt: string, svg: string, scripts: readonly string[] = []): string {
  const drawing = svg.slice(Math.max(0, svg.indexOf("<svg")));
  return [
    "<!doctype html>",
    '<html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escaped(alt.slice(0, 80))}</title>`,
    "<style>body { margin: 16px; font-family: sans-serif; }</style></head><body>",
    `<div id="figure" role="img" aria-label="${escaped(alt)}">${drawing}</div>`,
    // A script may not contain its own end.
    ...scripts.map((script) => `<script>${script.replaceAll("</script", "<\\/script")}</script>`),
    "</body></html>\n",
  ].join("\n");
}

/** A page that draws a Vega spec with Vega's own code inside; the picture stays where scripts are off. */
export async function vegaPage(alt: string, svg: string, vegaSpec: unknown): Promise<string> {
  const file = createRequire(import.meta.url).resolve("vega/build/vega.min.js");
  const spec = JSON.stringify(vegaSpec).replaceAll("<", "\\u003c");
  return htmlPage(alt, svg, [
    await readFile(file, "utf8"),
    `const place = document.getElementById("figure"); place.textContent = ""; new vega.View(vega.parse(${spec}), { renderer: "svg", container: place, hover: true }).runAsync();`,
  ]);
}
