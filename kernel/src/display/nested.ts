import { formatNumbers } from "./numbers.ts";
import type { Corners } from "./tensor-values.ts";

/** Values of a tensor in nested brackets, numbers aligned, `…` where positions were left out. */
export function formatNested({ axes, values }: Corners, digits: number): string {
  const texts = formatValues(values, digits);
  if (axes.length === 0) return texts[0] ?? "";
  const width = axes.length > 1 ? Math.max(0, ...texts.map((text) => text.length)) : 0;
  const cells = texts.map((text) => text.padStart(width));
  return bracket(axes, cells, 0);
}

function bracket(axes: Corners["axes"], cells: readonly string[], depth: number): string {
  const [axis, ...inner] = axes;
  if (!axis) return cells[0] ?? "";
  const stride = cells.length / Math.max(1, axis.positions.length);
  const items = axis.positions.map((_, i) => {
    return bracket(inner, cells.slice(i * stride, (i + 1) * stride), depth + 1);
  });
  if (axis.gap !== undefined) items.splice(axis.gap, 0, "…");
  if (inner.length === 0) return `[${wrap(items, depth)}]`;
  // Numpy's convention: one more empty line between blocks for each further axis.
  const separator = `,${"\n".repeat(inner.length)}${" ".repeat(depth + 1)}`;
  return `[${items.join(separator)}]`;
}

/** Breaks a long row into lines of about 100 characters. */
function wrap(items: readonly string[], depth: number): string {
  const lines: string[] = [];
  let line = "";
  for (const item of items) {
    if (line && line.length + item.length > 98) {
      lines.push(`${line},`);
      line = item;
    } else {
      line = line ? `${line}, ${item}` : item;
    }
  }
  return [...lines, line].join(`\n${" ".repeat(depth + 1)}`);
}

function formatValues(values: Corners["values"], digits: number): string[] {
  const numbers = values.filter((value) => typeof value === "number");
  return numbers.length === values.length ? formatNumbers(numbers, digits) : values.map(String);
}
