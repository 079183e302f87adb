import { round, svgText } from "../../images/svg.ts";
import type { Place, Point, Project } from "./camera.ts";
import type { Scale } from "./scale.ts";

type Axis = 0 | 1 | 2;

/** The three walls behind the data with their grid, and names and ticks along the outer edges. */
export function drawBox(
  scales: readonly [Scale, Scale, Scale],
  aspect: readonly [number, number, number],
  eye: Point,
  project: Project,
): string[] {
  // The far side of the box along each axis.
  const far = eye.map((value) => (value >= 0 ? 0 : 1));
  const at = (places: readonly number[]): Place =>
    project([0, 1, 2].map((axis) => ((places[axis] ?? 0) - 0.5) * (aspect[axis] ?? 1)) as never);
  const between = (fixed: readonly number[], axis: Axis, value: number): readonly number[] =>
    fixed.map((place, i) => (i === axis ? value : place));
  const grid: string[] = [];
  for (const wall of [0, 1, 2] as const) {
    const [a, b] = ([0, 1, 2] as const).filter((axis) => axis !== wall) as [Axis, Axis];
    const corners = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ].map(([u = 0, v = 0]) => at(between(between(far, a, u), b, v)));
    grid.push(`<polygon points="${points(corners)}" fill="#f7f7f7" stroke="#bbbbbb"/>`);
    for (const [along, across] of [
      [a, b],
      [b, a],
    ] as const)
      for (const tick of scales[along].ticks) {
        const start = between(far, along, tick.at);
        const line = [at(between(start, across, 0)), at(between(start, across, 1))];
        grid.push(`<polyline points="${points(line)}" fill="none" stroke="#dddddd"/>`);
      }
  }
  const middle = project([0, 0, 0]);
  const names = ([0, 1, 2] as const).flatMap((axis) => {
    const edge = edgeOf(axis, far, at);
    const from = at(between(edge, axis, 0.5));
    const out = outward(from, middle, [at(between(edge, axis, 0)), at(between(edge, axis, 1))]);
    const write = (where: Place, text: string, away: number, size: number) =>
      svgText(where.x + away * out.x, where.y + away * out.y + size / 3, text, {
        size,
        color: size > 10 ? "#222" : "#555",
        anchor: out.x < -0.35 ? "end" : out.x > 0.35 ? "start" : "middle",
      });
    return [
      ...scales[axis].ticks.map(({ at: place, label }) =>
        write(at(between(edge, axis, place)), label, 10, 10),
      ),
      axis === 2
        ? `<g transform="translate(${round(from.x + 56 * out.x)} ${round(from.y)}) rotate(-90)">${svgText(0, 0, scales[axis].title, { size: 12, anchor: "middle" })}</g>`
        : write(from, scales[axis].title, 36, 12),
    ];
  });
  return [...grid, ...names];
}

/** The edge that carries an axis' names: before the floor, and for the vertical axis at the left. */
function edgeOf(
  axis: Axis,
  far: readonly number[],
  at: (places: readonly number[]) => Place,
): readonly number[] {
  const near = far.map((side) => 1 - side);
  if (axis === 0) return [0.5, near[1] ?? 1, far[2] ?? 0];
  if (axis === 1) return [near[0] ?? 1, 0.5, far[2] ?? 0];
  const choices = [
    [near[0] ?? 1, far[1] ?? 0, 0.5],
    [far[0] ?? 0, near[1] ?? 1, 0.5],
  ];
  return choices.sort((a, b) => at(a).x - at(b).x)[0] ?? [];
}

/** The direction away from an edge, across it and away from the middle. */
function outward(from: Place, middle: Place, [a, b]: readonly [Place, Place]) {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const across = { x: -(b.y - a.y) / length, y: (b.x - a.x) / length };
  const side = across.x * (from.x - middle.x) + across.y * (from.y - middle.y) < 0 ? -1 : 1;
  return { x: side * across.x, y: side * across.y };
}

function points(places: readonly Place[]): string {
  return places.map(({ x, y }) => `${round(x)},${round(y)}`).join(" ");
}
