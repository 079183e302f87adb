import { part, titleText } from "../spec.ts";

/** One axis in space: from a value of the data to 0 … 1, with the ticks that name places on it. */
export interface Scale {
  readonly title: string;
  /** NaN for a value that has no place. */
  readonly at: (value: unknown) => number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** Highest less lowest value: what the aspect mode "data" goes by. */
  readonly span: number;
}

/** An axis for all values that the traces have along it. */
export function makeScale(values: readonly unknown[], layout: unknown, name: string): Scale {
  const axis = part(layout);
  const title = titleText(axis["title"]) ?? name;
  const present = values.filter((value) => value !== null && value !== undefined);
  if (present.every((value) => typeof value === "number"))
    return numeric(title, present, axis, (value) => Number(value), plainLabel);
  const moments = present.map((value) => moment(value));
  if (moments.every((value) => Number.isFinite(value)))
    return numeric(title, moments, axis, moment, dayLabel);
  const names = [...new Set(present.map(String))];
  return {
    title,
    at: (value) => (names.indexOf(String(value)) + 0.5) / names.length,
    ticks: names.slice(0, 12).map((label, i) => ({ at: (i + 0.5) / names.length, label })),
    span: names.length,
  };
}

function numeric(
  title: string,
  values: readonly number[],
  axis: Record<string, unknown>,
  read: (value: unknown) => number,
  label: (value: number, step: number) => string,
): Scale {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values)
    if (Number.isFinite(value)) [low, high] = [Math.min(low, value), Math.max(high, value)];
  if (low > high) [low, high] = [0, 1];
  const margin = (high - low) * 0.02 || 0.5;
  [low, high] = [low - margin, high + margin];
  const range: unknown = axis["range"];
  if (Array.isArray(range) && range.length === 2) {
    const [from, to] = range.map(read);
    if (Number.isFinite(from) && Number.isFinite(to) && from !== to)
      [low, high] = [from ?? low, to ?? high];
  }
  const step = tickStep(Math.abs(high - low), 5);
  const [first, last] = [Math.min(low, high), Math.max(low, high)];
  const ticks: { at: number; label: string }[] = [];
  for (let i = Math.ceil(first / step); i * step <= last; i++)
    ticks.push({ at: (i * step - low) / (high - low), label: label(i * step, step) });
  return {
    title,
    at: (value) =>
      value === null || value === undefined ? NaN : (read(value) - low) / (high - low),
    ticks,
    span: high - low,
  };
}

/** The step of about `count` ticks over a span: 1, 2 or 5 times a power of ten. */
export function tickStep(span: number, count: number): number {
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough * 0.7) ?? 10;
  return factor * power;
}

function plainLabel(value: number, step: number): string {
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const near = Math.abs(value) < step / 1e6 ? 0 : value;
  if (Math.abs(near) >= 1e6 || digits > 6) return near.toPrecision(3).replace(/\.?0+e/, "e");
  return near.toLocaleString("en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

function dayLabel(value: number): string {
  return new Date(value).toISOString().slice(0, 10);
}

/** Milliseconds of a date as Plotly writes one, NaN for another text. */
function moment(value: unknown): number {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^\d{4}-\d\d/.test(value) ? Date.parse(value) : NaN;
}
