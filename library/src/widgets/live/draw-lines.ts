import { okabeIto } from "../../plot/figure/palette.ts";
import { textWidth } from "../../plot/figure/fonts.ts";
import { fitText, round, svgDocument, svgText } from "../../plot/images/svg.ts";
import { numberText, ticks } from "./ticks.ts";

export interface LinesOptions {
  readonly title?: string;
  /** What is counted along the x axis. */
  readonly x: string;
  /** In pixels of a page. */
  readonly width: number;
  readonly height: number;
  /** The picture in words. */
  readonly alt: string;
}

/** Points of one line; y may be NaN where there is no value. */
export interface Line {
  readonly name: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Thin and grey, for what stands behind the others. */
  readonly faint?: boolean;
}

const grey = "#666";
const legendGap = 16;
const swatch = 18;

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Draws lines with axes and a legend as SVG, fast enough to be done while something computes. */
export function drawLines(lines: readonly Line[], options: LinesOptions): string {
  const { title, x: label, width, height, alt } = options;
  const xs = extent(lines.flatMap(({ x }) => [x[0], x.at(-1)]));
  const ys = valueExtent(lines);
  const yTicks = ticks(...ys, 5);
  const widest = Math.max(...yTicks.map((tick) => textWidth(numberText(tick), 11)));
  const frame: Frame = {
    left: Math.ceil(widest) + 14,
    right: width - 14,
    top: (title === undefined ? 0 : 24) + 26,
    bottom: height - 36,
  };
  const place = (low: number, high: number, from: number, to: number) => (value: number) =>
    from + ((value - low) / (high - low || 1)) * (to - from);
  const toX = place(...xs, frame.left, frame.right);
  const toY = place(...ys, frame.bottom, frame.top);
  return svgDocument(width, height, alt, [
    ...(title === undefined
      ? []
      : [svgText(8, 18, fitText(title, width - 16, 13, "bold"), { size: 13, weight: "bold" })]),
    legend(lines, frame, width),
    ...yTicks.map((tick) => {
      const y = toY(tick);
      return (
        `<path d="M${frame.left} ${round(y)}H${frame.right}" stroke="#ddd"/>` +
        svgText(frame.left - 6, y + 4, numberText(tick), { color: grey, anchor: "end" })
      );
    }),
    ...ticks(...xs, Math.max(2, Math.floor(width / 90))).map((tick) =>
      svgText(toX(tick), frame.bottom + 15, numberText(tick), { color: grey, anchor: "middle" }),
    ),
    svgText((frame.left + frame.right) / 2, height - 6, label, { color: grey, anchor: "middle" }),
    ...lines
      .map((line, i) => ({ faint: line.faint, drawn: path(line, toX, toY, colour(line, i)) }))
      .sort((a, b) => Number(b.faint ?? false) - Number(a.faint ?? false))
      .map(({ drawn }) => drawn),
  ]);
}

const colour = ({ faint }: Line, index: number): string =>
  faint ? "#aaa" : okabeIto[index % okabeIto.length];

function legend(lines: readonly Line[], { left, top }: Frame, width: number): string {
  let x = left;
  return lines
    .map((line, i) => {
      const { name } = line;
      const at = x;
      const text = fitText(name, width - at - swatch);
      x += swatch + textWidth(text, 11) + legendGap;
      const stroke = `<path d="M${round(at)} ${top - 14}h14" stroke="${colour(line, i)}" stroke-width="3"/>`;
      return stroke + svgText(at + swatch, top - 10, text);
    })
    .join("");
}

/** A line breaks where a value is missing. More points than pixels become the lowest and highest of each pixel. */
function path(
  { x, y, faint }: Line,
  toX: (value: number) => number,
  toY: (value: number) => number,
  stroke: string,
): string {
  const parts: string[] = [];
  let pen = "M";
  let pixel: number | undefined;
  let low = Infinity;
  let high = -Infinity;
  const point = (px: number, py: number): void => {
    parts.push(`${pen}${round(px)} ${round(py)}`);
    pen = "L";
  };
  const flush = (): void => {
    if (pixel === undefined) return;
    point(pixel, toY(low));
    if (high !== low) point(pixel, toY(high));
    [pixel, low, high] = [undefined, Infinity, -Infinity];
  };
  const dense = x.length > 1000;
  for (const [i, value] of y.entries()) {
    if (!Number.isFinite(value)) {
      flush();
      pen = "M";
    } else if (!dense) point(toX(x[i]), toY(value));
    else {
      const column = Math.round(toX(x[i]));
      if (column !== pixel) flush();
      pixel = column;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  flush();
  if (parts.length === 0) return "";
  const single = parts.length === 1 ? `${parts[0]}h0.01` : parts.join("");
  const cap = `stroke-linecap="round" stroke-linejoin="round"`;
  const weight = parts.length === 1 ? 6 : faint ? 1 : 2;
  return `<path d="${single}" fill="none" stroke="${stroke}" stroke-width="${weight}" ${cap}/>`;
}

function extent(values: Iterable<number | undefined>): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value === undefined || !Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : [0, 1];
}

/** A little room, so that no line lies on the frame; equal values get a range around them. */
function valueExtent(lines: readonly Line[]): [number, number] {
  const extents = lines.flatMap(({ y }) => extent(y.length === 0 ? [] : y));
  const [low, high] = extent(extents);
  const room = (high - low || Math.abs(high) || 1) * 0.05;
  return [low - room, high + room];
}
