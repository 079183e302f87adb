import { okabeIto } from "../../figure/palette.ts";

/** A colour for 0 … 1. */
export type ColorScale = (at: number) => string;

interface VegaScales {
  readonly scheme: (name: string) => string[] | ColorScale | undefined;
  readonly interpolateColors: (colors: readonly string[], space: string) => ColorScale;
}

/** Plotly's names that Vega has under another. */
const vegaNames: Record<string, string> = {
  rdbu: "redblue",
  ylgnbu: "yellowgreenblue",
  ylorrd: "yelloworangered",
  bluered: "redblue",
  portland: "turbo",
  jet: "turbo",
  hot: "inferno",
  electric: "plasma",
};

/** A colour scale by Plotly's name or as a list of `[place, colour]`; Viridis for what is unknown. */
export async function colorScale(given: unknown, reverse: boolean): Promise<ColorScale> {
  // The type declarations leave interpolateColors out.
  const { scheme, interpolateColors } = (await import("vega")) as unknown as VegaScales;
  const clamp = (at: number) => Math.min(1, Math.max(0, reverse ? 1 - at : at));
  if (Array.isArray(given) && given.every((stop) => Array.isArray(stop) && stop.length === 2)) {
    const stops = given as [number, string][];
    return (place) => {
      const at = clamp(place);
      const next = Math.max(
        1,
        stops.findIndex(([start]) => start >= at),
      );
      const [[from, a], [to, b]] = [stops[next - 1] ?? [0, "#000"], stops[next] ?? [1, "#000"]];
      const blend = interpolateColors([a, b], "rgb");
      return blend(to === from ? 0 : (at - from) / (to - from));
    };
  }
  const name = typeof given === "string" ? given.toLowerCase() : "viridis";
  const found = scheme(vegaNames[name] ?? name) ?? scheme("viridis") ?? [];
  const ramp = Array.isArray(found) ? interpolateColors(found, "rgb") : found;
  return (at) => ramp(clamp(at));
}

/** The colour of a group that names none. */
export function groupColor(index: number): string {
  return okabeIto[index % okabeIto.length] ?? "#000";
}

/** A colour with less or more light, as a side of a surface has it. */
export function shade(color: string, light: number): string {
  const parts = /^rgba?\(([^)]+)\)$/.exec(color)?.[1]?.split(",").map(Number) ?? hex(color);
  if (parts === undefined) return color;
  const [r = 0, g = 0, b = 0] = parts.map((value) => Math.min(255, Math.round(value * light)));
  return `rgb(${String(r)},${String(g)},${String(b)})`;
}

function hex(color: string): number[] | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(color)) return undefined;
  return [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
}

/** Lowest and highest finite number. */
export function limits(values: readonly unknown[]): [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values)
    if (typeof value === "number" && Number.isFinite(value))
      [low, high] = [Math.min(low, value), Math.max(high, value)];
  return low <= high ? [low, high] : [0, 1];
}
