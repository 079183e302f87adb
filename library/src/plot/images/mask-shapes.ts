import { okabeIto } from "../figure/palette.ts";
import { round } from "./svg.ts";

/** A mask of class numbers, 0 for the background. */
export interface ClassMask {
  readonly width: number;
  readonly height: number;
  readonly classes: ArrayLike<number>;
}

const hatches = [
  (c: string) => `<path d="M-1 9L9 -1M-1 1L1 -1M7 9L9 7" stroke="${c}" stroke-width="1.2"/>`,
  (c: string) => `<path d="M0 4H8" stroke="${c}" stroke-width="1.2"/>`,
  (c: string) => `<circle cx="4" cy="4" r="1.3" fill="${c}"/>`,
  (c: string) => `<path d="M4 0V8" stroke="${c}" stroke-width="1.2"/>`,
  (c: string) => `<path d="M9 9L-1 -1M1 9L-1 7M9 1L7 -1" stroke="${c}" stroke-width="1.2"/>`,
  (c: string) => `<path d="M0 4H8M4 0V8" stroke="${c}" stroke-width="1"/>`,
];

/** The colour of a class, from 1 on. Orange and blue first: they show on grey pictures. */
export function maskColor(kind: number): string {
  const order = [1, 0, 2, 3, 4, 5, 7, 6];
  return okabeIto[order[(kind - 1) % order.length] ?? 0] ?? okabeIto[0];
}

/** SVG patterns, one a class, for `url(#hatch-…)`. */
export function hatchDefinitions(kinds: readonly number[]): string {
  return kinds
    .map(
      (kind) =>
        `<pattern id="hatch-${String(kind)}" width="8" height="8" patternUnits="userSpaceOnUse">${hatches[(kind - 1) % hatches.length]?.(maskColor(kind)) ?? ""}</pattern>`,
    )
    .join("");
}

/** The fill, hatch and outline of each class of a mask, one after the other. */
export function drawMask(mask: ClassMask, kinds: readonly number[], scale: number): string {
  return kinds
    .map((kind) => {
      const area = areaPath(mask, kind, scale);
      if (area === "") return "";
      const edge = edgePath(mask, kind, scale);
      return [
        `<path d="${area}" fill="${maskColor(kind)}" fill-opacity="0.3"/>`,
        `<path d="${area}" fill="url(#hatch-${String(kind)})"/>`,
        `<path d="${edge}" fill="none" stroke="white" stroke-width="3.5" stroke-linecap="square"/>`,
        `<path d="${edge}" fill="none" stroke="${maskColor(kind)}" stroke-width="1.8" stroke-linecap="square"/>`,
      ].join("");
    })
    .join("");
}

/** The swatch of a class in the legend. */
export function maskSwatch(kind: number): string {
  const rect = (fill: string) => `<rect width="14" height="14" ${fill}/>`;
  return (
    rect(`fill="${maskColor(kind)}" fill-opacity="0.3"`) +
    rect(`fill="url(#hatch-${String(kind)})" stroke="${maskColor(kind)}" stroke-width="1.8"`)
  );
}

/** A rectangle for each run of pixels of a class along a row. */
function areaPath({ width, height, classes }: ClassMask, kind: number, scale: number): string {
  const parts: string[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width;) {
      let end = x;
      while (end < width && classes[y * width + end] === kind) end++;
      if (end > x)
        parts.push(
          `M${round(x * scale)} ${round(y * scale)}H${round(end * scale)}V${round((y + 1) * scale)}H${round(x * scale)}Z`,
        );
      x = Math.max(end, x + 1);
    }
  }
  return parts.join("");
}

/** The sides of pixels between a class and anything else, joined along rows and along columns. */
function edgePath(mask: ClassMask, kind: number, scale: number): string {
  const { width, height, classes } = mask;
  const inside = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < width && y < height && classes[y * width + x] === kind;
  const parts: string[] = [];
  const runs = (
    lines: number,
    length: number,
    isEdge: (line: number, i: number) => boolean,
    draw: (line: number, from: number, to: number) => string,
  ) => {
    for (let line = 0; line <= lines; line++) {
      for (let i = 0; i < length;) {
        let end = i;
        while (end < length && isEdge(line, end)) end++;
        if (end > i) parts.push(draw(line, i, end));
        i = Math.max(end, i + 1);
      }
    }
  };
  const at = (value: number) => round(value * scale);
  runs(
    height,
    width,
    (y, x) => inside(x, y) !== inside(x, y - 1),
    (y, from, to) => `M${at(from)} ${at(y)}H${at(to)}`,
  );
  runs(
    width,
    height,
    (x, y) => inside(x, y) !== inside(x - 1, y),
    (x, from, to) => `M${at(x)} ${at(from)}V${at(to)}`,
  );
  return parts.join("");
}
