import { round } from "../../images/svg.ts";
import type { Trace } from "../spec.ts";
import { part, titleText } from "../spec.ts";
import type { Place, Point, Project } from "./camera.ts";
import { colorScale, groupColor, limits } from "./colors.ts";
import type { ColorScale } from "./colors.ts";
import { list, lists, numberOr } from "./lists.ts";
import { meshPieces, surfacePieces } from "./patches.ts";
import { symbolPath } from "./symbols.ts";

/** The kinds of traces that have a picture without plotly.js. */
export const kindsInSpace = new Set(["scatter3d", "surface", "mesh3d"]);

/** Where a row of data stands, and where the picture shows it. */
export interface Space {
  readonly place: (row: readonly unknown[]) => Point;
  readonly project: Project;
}

/** A part of the picture; what is farther away is drawn first. */
export interface Piece {
  readonly depth: number;
  readonly svg: string;
}

/** What the legend says of a trace: its sign, or a ramp from the lowest to the highest number. */
export interface Key {
  readonly name: string | undefined;
  readonly color: string;
  readonly symbol?: string;
  readonly ramp?: { readonly low: number; readonly high: number; readonly color: ColorScale };
}

export interface Drawn {
  readonly pieces: readonly Piece[];
  readonly keys: readonly Key[];
}

/** The pieces of one trace. */
export async function piecesOf(trace: Trace, index: number, space: Space): Promise<Drawn> {
  if (trace.type === "surface") return surfacePieces(trace, space);
  if (trace.type === "mesh3d") return meshPieces(trace, index, space);
  return scatterPieces(trace, index, space);
}

async function scatterPieces(trace: Trace, index: number, space: Space): Promise<Drawn> {
  const { x, y, z } = lists(trace);
  const places = x.map((_, i): Place | undefined => {
    const point = space.place([x[i], y[i], z[i]]);
    return point.every((value) => Number.isFinite(value)) ? space.project(point) : undefined;
  });
  const mode = typeof trace["mode"] === "string" ? trace["mode"] : "lines+markers";
  const name = typeof trace["name"] === "string" ? trace["name"] : undefined;
  const marker = part(trace["marker"]);
  const line = part(trace["line"]);
  const own = typeof marker["color"] === "string" ? marker["color"] : groupColor(index);
  const pieces: Piece[] = [];
  const keys: Key[] = [];
  if (mode.includes("lines")) {
    const color = typeof line["color"] === "string" ? line["color"] : own;
    const width = 0.6 * numberOr(line["width"], 2);
    for (let i = 1; i < places.length; i++) {
      const [a, b] = [places[i - 1], places[i]];
      if (a === undefined || b === undefined) continue;
      pieces.push({
        depth: (a.depth + b.depth) / 2,
        svg: `<line class="piece" x1="${round(a.x)}" y1="${round(a.y)}" x2="${round(b.x)}" y2="${round(b.y)}" stroke="${color}" stroke-width="${round(width)}" stroke-linecap="round"/>`,
      });
    }
    keys.push({ name, color });
  }
  if (!mode.includes("markers")) return { pieces, keys };
  const symbol = typeof marker["symbol"] === "string" ? marker["symbol"] : "circle";
  const amounts = list(marker["color"]);
  const [low, high] = limits(amounts);
  const ramp = await colorScale(marker["colorscale"], marker["reversescale"] === true);
  const colorOf = (i: number) => {
    const value = amounts[i];
    if (typeof value === "string") return value;
    return typeof value === "number" ? ramp((value - low) / (high - low || 1)) : own;
  };
  const opacity = numberOr(marker["opacity"] ?? trace["opacity"], 1);
  const sizes = list(marker["size"]);
  const sizeOf = (i: number) => {
    if (sizes.length === 0) return numberOr(marker["size"], 8);
    const scaled = numberOr(sizes[i], 0) / numberOr(marker["sizeref"], 1);
    const size = marker["sizemode"] === "area" ? Math.sqrt(Math.max(0, 2 * scaled)) : scaled;
    return Math.max(numberOr(marker["sizemin"], 0), size);
  };
  for (const [i, place] of places.entries())
    if (place !== undefined)
      pieces.push({
        depth: place.depth,
        svg: symbolPath(symbol, place.x, place.y, sizeOf(i) / 2 + 0.8, colorOf(i), opacity),
      });
  const numeric = amounts.some((value) => typeof value === "number");
  if (numeric && marker["showscale"] === true) {
    const title = titleText(part(marker["colorbar"])["title"]);
    keys.push({ name: title, color: own, ramp: { low, high, color: ramp } });
  } else keys.push({ name, color: own, symbol });
  return { pieces, keys };
}
