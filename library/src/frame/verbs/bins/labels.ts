/** How bins are written: `(0.5, 2.0]`, closed at the right end or at the left. */
export interface LabelOptions {
  readonly right: boolean;
  readonly includeLowest: boolean;
  /** Digits after the point, more where edges would look alike. */
  readonly precision: number;
  /** Whether the edges were given as whole numbers, which are written as such. */
  readonly whole: boolean;
}

/** The names of the bins between edges. */
export function binLabels(edges: Float64Array, options: LabelOptions): string[] {
  const { right, includeLowest, whole } = options;
  const precision = enoughDigits(edges, options.precision);
  const rounded = [...edges].map((edge) => roundFraction(edge, precision));
  // The first bin holds its own lower edge as well: it is written a little below.
  const lowered = right && includeLowest;
  if (lowered) rounded[0] -= 10 ** -precision;
  const texts = rounded.map((edge) => number(edge, whole && !lowered));
  return texts.slice(1).map((end, at) => {
    const inside = `${texts[at]}, ${end}`;
    return right ? `(${inside}]` : `[${inside})`;
  });
}

function enoughDigits(edges: Float64Array, precision: number): number {
  for (let digits = precision; digits < 20; digits += 1) {
    const texts = new Set([...edges].map((edge) => roundFraction(edge, digits)));
    if (texts.size === edges.length) return digits;
  }
  return precision;
}

/** Rounded to so many digits after the point, or, where it is below one, after its first zeros. */
export function roundFraction(value: number, precision: number): number {
  if (!Number.isFinite(value) || value === 0) return value;
  const fraction = value - Math.trunc(value);
  const digits =
    Math.trunc(value) === 0
      ? -Math.floor(Math.log10(Math.abs(fraction))) - 1 + precision
      : precision;
  const scale = 10 ** Math.min(300, digits);
  return nearestEven(value * scale) / scale;
}

/** The nearest whole number, of two as near the even one, as NumPy rounds. */
function nearestEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}

function number(value: number, whole: boolean): string {
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  return !whole && Number.isInteger(value) ? value.toFixed(1) : String(value);
}
