import { round } from "../../images/svg.ts";

/** One mark: Plotly's symbol of that name, or a disc. */
export function symbolPath(
  symbol: string,
  x: number,
  y: number,
  radius: number,
  color: string,
  opacity: number,
): string {
  const open = symbol.endsWith("-open");
  const look = open
    ? `fill="none" stroke="${color}" stroke-width="1.4" opacity="${round(opacity)}"`
    : `fill="${color}" opacity="${round(opacity)}"`;
  const polygon = (corners: readonly (readonly [number, number])[]) =>
    `<path class="mark" d="M${corners.map(([dx, dy]) => `${round(x + dx * radius)},${round(y + dy * radius)}`).join("L")}Z" ${look}/>`;
  switch (symbol.replace("-open", "")) {
    case "square":
      return polygon([
        [-0.85, -0.85],
        [0.85, -0.85],
        [0.85, 0.85],
        [-0.85, 0.85],
      ]);
    case "diamond":
      return polygon([
        [0, -1.2],
        [1.2, 0],
        [0, 1.2],
        [-1.2, 0],
      ]);
    case "cross":
      return polygon(plus);
    case "x":
      return polygon(
        plus.map(([dx, dy]) => [(dx - dy) * Math.SQRT1_2, (dx + dy) * Math.SQRT1_2] as const),
      );
    default:
      return `<circle class="mark" cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" ${look}/>`;
  }
}

const plus: readonly (readonly [number, number])[] = [
  [-0.4, -1.1],
  [0.4, -1.1],
  [0.4, -0.4],
  [1.1, -0.4],
  [1.1, 0.4],
  [0.4, 0.4],
  [0.4, 1.1],
  [-0.4, 1.1],
  [-0.4, 0.4],
  [-1.1, 0.4],
  [-1.1, -0.4],
  [-0.4, -0.4],
];
