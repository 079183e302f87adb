import { textWidth } from "../../plot/figure/fonts.ts";
import { round, svgText } from "../../plot/images/svg.ts";

/** Bold text of 10 pixels on a ground of its own; 14 pixels high. */
export function tag(left: number, top: number, text: string, ground: string, ink: string): string {
  const width = textWidth(text, 10, "bold") + 6;
  return (
    `<rect x="${round(left)}" y="${round(top)}" width="${round(width)}" height="14" fill="${ground}"/>` +
    svgText(left + 3, top + 10.5, text, { size: 10, weight: "bold", color: ink })
  );
}

/** A line with a white rim, so that it shows on any ground. */
export function rimmed(path: string, color: string, width = 2, dash = ""): string {
  const dashes = dash === "" ? "" : ` stroke-dasharray="${dash}"`;
  const shape = `<path d="${path}" fill="none" stroke-linejoin="round"`;
  return (
    `${shape} stroke="white" stroke-width="${round(width + 1.6)}"/>` +
    `${shape} stroke="${color}" stroke-width="${round(width)}"${dashes}/>`
  );
}

/** A path through points in pixels of the picture. */
export function pathOf(
  points: readonly (readonly [number, number])[],
  scale: number,
  closed: boolean,
): string {
  const steps = points.map(
    ([x, y], i) => `${i === 0 ? "M" : "L"}${round(x * scale)} ${round(y * scale)}`,
  );
  return steps.join("") + (closed ? "Z" : "");
}
