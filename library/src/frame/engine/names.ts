/** Levenshtein's edit distance, the measure of how near a mistyped name is. */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}

/** The names nearest to a wrong one, best first: at most three, and only where they are near. */
export function nearest(wrong: string, names: readonly string[]): string[] {
  const folded = wrong.toLowerCase();
  return names
    .map((name) => {
      const other = name.toLowerCase();
      const inside = folded.length > 1 && (other.includes(folded) || folded.includes(other));
      return { name, distance: inside ? 1 : editDistance(folded, other) };
    })
    .filter(({ name, distance }) => distance <= Math.max(2, Math.ceil(name.length / 3)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** A column that a frame does not have: the caller's slip, never the fault of a file that is read. */
export class UnknownColumn extends RangeError {
  override readonly name = "RangeError";
}

/** The error for a column that a frame does not have. */
export function unknownColumn(wrong: unknown, names: readonly string[]): Error {
  const near = typeof wrong === "string" ? nearest(wrong, names) : [];
  const list = names.length > 12 ? `${names.slice(0, 12).join(", ")}, …` : names.join(", ");
  const remedy =
    near.length > 0
      ? `Did you mean ${near.map((name) => JSON.stringify(name)).join(" or ")}?`
      : names.length > 0
        ? `The columns are: ${list}.`
        : "The frame has no columns.";
  const said = typeof wrong === "string" ? JSON.stringify(wrong) : String(wrong);
  return new UnknownColumn(`There is no column ${said}. ${remedy}`);
}

/** Checks that every name is a column; returns them. */
export function knownColumns(wanted: readonly string[], names: readonly string[]): string[] {
  const have = new Set(names);
  for (const name of wanted) if (!have.has(name)) throw unknownColumn(name, names);
  return [...wanted];
}

/** The error for a column that is assigned to. */
export const unchanging = (name: string): Error =>
  new TypeError(
    `Frames never change: keep the frame that addColumn(${JSON.stringify(name)}, values) returns.`,
  );

/** Refuses a result in which two columns have one name. */
export function checkNames(names: readonly string[], remedy = "Rename one first."): void {
  const repeated = names.find((name, position) => names.indexOf(name) !== position);
  if (repeated === undefined) return;
  throw new RangeError(
    `Two columns of the result would be called ${JSON.stringify(repeated)}. ${remedy}`,
  );
}
