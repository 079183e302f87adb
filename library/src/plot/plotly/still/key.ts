import { fitText, svgText } from "../../images/svg.ts";
import { tickStep } from "./scale.ts";
import { symbolPath } from "./symbols.ts";
import type { Key } from "./traces.ts";

const room = 84;

/** What the colours and symbols mean: names of groups, and ramps of numbers. */
export function drawKey(
  keys: readonly Key[],
  title: string | undefined,
  x: number,
  top: number,
): string[] {
  const drawn: string[] = [];
  let y = top;
  const groups = keys.filter(({ ramp, name }) => ramp === undefined && name !== undefined);
  if (groups.length > 1) {
    if (title !== undefined) drawn.push(svgText(x, y, fitText(title, room + 20, 12), { size: 12 }));
    for (const { name = "", color, symbol } of groups.slice(0, 16)) {
      y += 18;
      const sign =
        symbol === undefined
          ? `<line x1="${String(x)}" x2="${String(x + 14)}" y1="${String(y - 4)}" y2="${String(y - 4)}" stroke="${color}" stroke-width="3"/>`
          : symbolPath(symbol, x + 6, y - 4, 5, color, 1);
      drawn.push(sign, svgText(x + 20, y, fitText(name, room)));
    }
    y += 30;
  }
  for (const { name, ramp } of keys) {
    if (ramp === undefined) continue;
    drawn.push(...drawRamp(name, ramp, x, y));
    y += 190;
  }
  return drawn;
}

function drawRamp(
  name: string | undefined,
  { low, high, color }: NonNullable<Key["ramp"]>,
  x: number,
  y: number,
): string[] {
  const height = 150;
  const steps = 50;
  const drawn = Array.from({ length: steps }, (_, i) => {
    const fill = color(1 - (i + 0.5) / steps);
    return `<rect x="${String(x)}" y="${String(y + 10 + (i * height) / steps)}" width="14" height="${String(height / steps + 0.5)}" fill="${fill}"/>`;
  });
  if (name !== undefined) drawn.push(svgText(x, y, fitText(name, room + 20, 12), { size: 12 }));
  const step = tickStep(high - low || 1, 5);
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step / 1e6; i++) {
    const at = y + 10 + height * (1 - (i * step - low) / (high - low || 1));
    const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    const text = (i * step).toLocaleString("en-US", { maximumFractionDigits: digits });
    drawn.push(svgText(x + 19, at + 3.5, text, { size: 10, color: "#555" }));
  }
  return drawn;
}
