const DECIMALS = 6;

/**
 * Numbers of one column in one notation, so that their decimal points meet: integers as they are,
 * others with as many decimals as the column needs and at most 6, very large or small ones with
 * exponents.
 *
 * @param digits significant digits the numbers carry; 7 for float32, whose further digits are noise
 * @example
 * formatNumbers([1, 2.5, NaN]); // ["1.0", "2.5", "NaN"]
 */
export function formatNumbers(values: readonly number[], digits = 15): string[] {
  const finite = values.filter(Number.isFinite);
  const magnitudes = finite.map(Math.abs).filter((size) => size > 0);
  if (finite.every(Number.isInteger)) return values.map(String);
  const largest = magnitudes.reduce((a, b) => Math.max(a, b), 0);
  const smallest = magnitudes.reduce((a, b) => Math.min(a, b), Infinity);
  if (largest >= 1e12 || smallest < 1e-5) return values.map((value) => exponential(value, digits));
  const known = digits - 1 - Math.floor(Math.log10(largest));
  const limit = Math.max(0, Math.min(DECIMALS, known));
  const decimals = finite.reduce((most, value) => Math.max(most, decimalsOf(value, limit)), 0);
  return values.map((value) => (Number.isFinite(value) ? value.toFixed(decimals) : String(value)));
}

function decimalsOf(value: number, limit: number): number {
  const [, fraction = ""] = value.toFixed(limit).split(".");
  return fraction.replace(/0+$/, "").length;
}

function exponential(value: number, digits: number): string {
  if (value === 0 || !Number.isFinite(value)) return String(value);
  const [mantissa = "", exponent = ""] = value
    .toExponential(Math.min(DECIMALS, digits - 1))
    .split("e");
  return `${mantissa.replace(/\.?0+$/, "")}e${exponent}`;
}
