import { CellSyntaxError } from "../transpile/cell-syntax-error.ts";
import { withOriginalNames } from "../transpile/shadowing.ts";
import { bold, cyan, dim, red } from "./colours.ts";
import { shortPath, userFile } from "./places.ts";
import { anyProperty, bounded, isErrorLike, safely, show, stringProperty } from "./safely.ts";
import { parseStack } from "./stack.ts";
import type { CellError, CellSource } from "./types.ts";
import { userFrames } from "./user-frames.ts";

export type * from "./types.ts";

const deepest = 6;
const mostMembers = 10;

/**
 * Describes anything that a cell threw, for the Jupyter protocol: the message, the line of the
 * innermost cell with its surroundings, the user's frames by cell number, then causes, members of
 * an AggregateError and what a SuppressedError hides. Never throws, whatever was thrown.
 *
 * @param cells The evaluated cells, by the `//# sourceURL` of their scripts.
 * @example
 * describeError(new TypeError("not a tensor"), cells);
 * // { ename: "TypeError", evalue: "not a tensor", traceback: ["TypeError: not a tensor", …] }
 */
export function describeError(error: unknown, cells: ReadonlyMap<string, CellSource>): CellError {
  const { ename, evalue } = summary(error);
  return { ename, evalue, traceback: describe(error, cells, [], "").join("\n").split("\n") };
}

function summary(error: unknown): { ename: string; evalue: string } {
  if (!isErrorLike(error)) return { ename: "Uncaught", evalue: show(error) };
  const message = stringProperty(error, "message") ?? "";
  return { ename: bounded(nameOf(error), 200), evalue: bounded(withOriginalNames(message)) };
}

/** An error's name; for a class that did not give its errors one, the name of the class. */
function nameOf(error: object): string {
  const name = stringProperty(error, "name") || "Error";
  const { constructor } = Object(safely(() => Object.getPrototypeOf(error) as unknown)) as {
    constructor?: unknown;
  };
  const className = typeof constructor === "function" && safely(() => constructor.name);
  return name === "Error" && typeof className === "string" && className !== "" ? className : name;
}

function describe(
  error: unknown,
  cells: ReadonlyMap<string, CellSource>,
  above: readonly unknown[],
  title: string,
): string[] {
  const { ename, evalue } = summary(error);
  const head = `${title}${bold(red(ename))}: ${evalue}`;
  if (!isErrorLike(error)) {
    const hint = "A thrown value that is not an Error does not say where it comes from.";
    return [head, dim(hint)];
  }
  const lines = [head];
  if (error instanceof CellSyntaxError) {
    lines.push(`    at ${placeOf(error, cells)}`, "", error.frame);
  } else {
    const message = stringProperty(error, "message") ?? "";
    const frames = parseStack(stringProperty(error, "stack") ?? "", message);
    const { lines: trace, code } = userFrames(frames, cells);
    if (code !== "") lines.push("", code, "");
    lines.push(...trace);
  }
  const path = [...above, error];
  for (const [name, related] of relatives(error)) {
    if (path.includes(related)) lines.push("", dim(`${name}the same error again`));
    else if (path.length >= deepest) lines.push("", `${name}${summary(related).ename}, and so on`);
    else lines.push("", ...describe(related, cells, path, name).map(indented));
  }
  return lines;
}

function placeOf(error: CellSyntaxError, cells: ReadonlyMap<string, CellSource>): string {
  const file = userFile(error.url);
  const name = cells.get(error.url)?.label ?? (file === undefined ? "the cell" : shortPath(file));
  return cyan(`${name}:${error.line}:${error.column}`);
}

/** The errors that belong to an error, each under the title it is shown with. */
function relatives(error: object): [title: string, error: unknown][] {
  const result: [string, unknown][] = [];
  const members = anyProperty(error, "errors");
  if (Array.isArray(members)) {
    const count = members.length;
    for (let index = 0; index < Math.min(count, mostMembers); index++) {
      result.push([`[${index + 1} of ${count}] `, safely(() => members[index] as unknown)]);
    }
  }
  if (nameOf(error) === "SuppressedError") {
    result.push(["Thrown while disposing: ", anyProperty(error, "error")]);
    result.push(["After: ", anyProperty(error, "suppressed")]);
  }
  const cause = anyProperty(error, "cause");
  if (cause !== undefined) result.push(["Caused by: ", cause]);
  return result;
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, "  ");
