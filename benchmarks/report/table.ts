/** Three significant digits, and never an exponent: 0.0412, 1.52, 23.8, 2963. */
export function digits(value: number): string {
  if (value === 0) return "0";
  const decimals = 2 - Math.floor(Math.log10(Math.abs(value)));
  return value.toFixed(Math.min(Math.max(decimals, 0), 6));
}

/** Thousands apart, by a space that does not break. */
export function wholeNumber(value: number): string {
  return value.toFixed(0).replace(/\B(?=(\d{3})+$)/gu, "\u00a0");
}

/**
 * A Markdown table whose columns stand in line as plain text too: the first to the left, the others
 * to the right.
 *
 * @throws RangeError where a row has more or fewer cells than the header.
 */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const wrong = rows.find((row) => row.length !== header.length);
  if (wrong) throw new RangeError(`A row of ${wrong.length} cells below ${header.length} titles.`);
  const lines = [header, ...rows].map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  const widths = header.map((_, column) =>
    Math.max(3, ...lines.map((line) => line[column].length)),
  );
  const written = lines.map((line) =>
    line.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
    ),
  );
  const rule = widths.map((width, column) => "-".repeat(width - 1) + (column === 0 ? "-" : ":"));
  return [written[0], rule, ...written.slice(1)]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}
