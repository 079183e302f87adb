import { round } from "../../images/svg.ts";
import type { Trace } from "../spec.ts";
import { part, titleText } from "../spec.ts";
import { cross, dot, minus, unit } from "./camera.ts";
import type { Place, Point } from "./camera.ts";
import { colorScale, groupColor, limits, shade } from "./colors.ts";
import { list, lists } from "./lists.ts";
import type { Drawn, Piece, Space } from "./traces.ts";

/** Patches along one side of a surface at most: a picture shows no more, and stays small. */
const mostPatches = 60;

/** Where the light comes from. */
const light = unit([0.4, 0.2, 1]);

/** A surface as patches of four corners, coloured by height and shaded by the light. */
export async function surfacePieces(trace: Trace, space: Space): Promise<Drawn> {
  const { x, y } = lists(trace);
  const rows = list(trace["z"]).map(list);
  const width = rows[0]?.length ?? 0;
  const colors = list(trace["surfacecolor"]).map(list);
  const shown = colors.length > 0 ? colors : rows;
  const [low, high] = limits(shown.flat());
  const ramp = await colorScale(trace["colorscale"], trace["reversescale"] === true);
  const lines = steps(rows.length);
  const columns = steps(width);
  const grid = lines.map((i) =>
    columns.map((j) => {
      const point = space.place([x[j], y[i], rows[i]?.[j]]);
      return { point, color: shown[i]?.[j] };
    }),
  );
  const pieces: Piece[] = [];
  for (let i = 1; i < grid.length; i++)
    for (let j = 1; j < columns.length; j++) {
      const corners = [grid[i - 1]?.[j - 1], grid[i - 1]?.[j], grid[i]?.[j], grid[i]?.[j - 1]];
      const values = corners.map((corner) => corner?.color).filter((v) => typeof v === "number");
      if (values.length < 4) continue;
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const color = ramp((mean - low) / (high - low || 1));
      const piece = patch(
        corners.map((corner) => corner?.point ?? [NaN, NaN, NaN]),
        color,
        space,
      );
      if (piece) pieces.push(piece);
    }
  if (trace["showscale"] === false) return { pieces, keys: [] };
  const name = titleText(part(trace["colorbar"])["title"]);
  return { pieces, keys: [{ name, color: "", ramp: { low, high, color: ramp } }] };
}

/** Triangles between points: `i`, `j` and `k` name the corners of each. */
export function meshPieces(trace: Trace, index: number, space: Space): Drawn {
  const { x, y, z } = lists(trace);
  const [i, j, k] = [trace["i"], trace["j"], trace["k"]].map(list);
  const own = typeof trace["color"] === "string" ? trace["color"] : groupColor(index);
  const at = (corner: unknown): Point => {
    const n = Number(corner);
    return space.place([x[n], y[n], z[n]]);
  };
  const pieces = (i ?? []).flatMap((first, n) => {
    const piece = patch([at(first), at(j?.[n]), at(k?.[n])], own, space);
    return piece ? [piece] : [];
  });
  const name = typeof trace["name"] === "string" ? trace["name"] : undefined;
  return { pieces, keys: [{ name, color: own, symbol: "square" }] };
}

function patch(corners: readonly Point[], color: string, space: Space): Piece | undefined {
  if (!corners.flat().every((value) => Number.isFinite(value))) return undefined;
  const [a, b, c] = corners as [Point, Point, Point];
  const normal = unit(cross(minus(b, a), minus(c, a)));
  const fill = shade(color, 0.78 + 0.22 * Math.abs(dot(normal, light)));
  const places: Place[] = corners.map(space.project);
  const points = places.map((place) => `${round(place.x)},${round(place.y)}`).join(" ");
  return {
    depth: places.reduce((sum, place) => sum + place.depth, 0) / places.length,
    // The thin line of the same colour closes the gaps between neighbours.
    svg: `<polygon class="patch" points="${points}" fill="${fill}" stroke="${fill}" stroke-width="0.6"/>`,
  };
}

/** The indices 0 … `length` − 1, thinned evenly, with both ends. */
function steps(length: number): number[] {
  const count = Math.min(length, mostPatches + 1);
  return Array.from({ length: count }, (_, i) =>
    Math.round((i * (length - 1)) / Math.max(1, count - 1)),
  );
}
