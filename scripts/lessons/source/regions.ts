/** What stands in the starter where the solution was. */
export const placeholder = "// your code here";

interface RegionProblem {
  /** 0-based line in the cell. */
  readonly index: number;
  readonly message: string;
  readonly remedy: string;
}

interface Regions {
  /** The cell with the regions' contents and without their markers. */
  readonly solution: readonly string[];
  /** The cell with the placeholder for each region. */
  readonly starter: readonly string[];
  readonly count: number;
  readonly problem?: RegionProblem;
}

/** Splits a code cell into what the learner gets and the solution. */
export function regions(text: readonly string[]): Regions {
  const solution: string[] = [];
  const starter: string[] = [];
  let openedAt: number | undefined;
  let count = 0;
  for (const [index, line] of text.entries()) {
    const [, indent = "", word] = /^(\s*)\/\/\s*-{2,}\s*(.*?)\s*$/.exec(line) ?? [];
    const problem = (message: string, remedy: string): Regions => ({
      solution,
      starter,
      count,
      problem: { index, message, remedy },
    });
    if (word === "solution") {
      if (openedAt !== undefined) return problem("a region in a region", "Close it: // --- end");
      openedAt = index;
      count++;
      starter.push(indent + placeholder);
    } else if (word === "end") {
      if (openedAt === undefined) return problem("an end without its start", "Add // --- solution");
      openedAt = undefined;
    } else if (word !== undefined) {
      return problem(`unknown region "${word}"`, "The markers are // --- solution and // --- end");
    } else {
      solution.push(line);
      if (openedAt === undefined) starter.push(line);
    }
  }
  if (openedAt === undefined) return { solution, starter, count };
  const problem = {
    index: openedAt,
    message: "a solution region left open",
    remedy: "Close it: // --- end",
  };
  return { solution, starter, count, problem };
}
