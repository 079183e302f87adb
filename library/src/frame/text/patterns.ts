import { shown } from "../engine/cell.ts";

export interface PatternOptions {
  /** Whether capitals and small letters differ. Default true; a RegExp says it by its flag `i`. */
  readonly case?: boolean;
  /** Whether a text is a regular expression. Default false: it stands for itself. */
  readonly regex?: boolean;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");

/** With the flag `u`, so that `.` is a character and not half of one; some older patterns forbid it. */
function unicode(source: string, flags: string): RegExp {
  if (/[uv]/u.test(flags)) return new RegExp(source, flags);
  try {
    return new RegExp(source, `${flags}u`);
  } catch {
    return new RegExp(source, flags);
  }
}

/** A text or regular expression as one that finds every match. */
export function patternOf(
  verb: string,
  pattern: string | RegExp,
  options: PatternOptions = {},
): RegExp {
  const { case: exact = true, regex = false } = options;
  const fold = exact ? "" : "i";
  if (pattern instanceof RegExp || Object.prototype.toString.call(pattern) === "[object RegExp]") {
    const { source, flags } = pattern as RegExp;
    return unicode(source, [...new Set(flags.replace("y", "") + "g" + fold)].join(""));
  }
  if (typeof pattern !== "string") {
    throw new TypeError(`str.${verb} takes a text or a RegExp; got ${shown(pattern)}.`);
  }
  try {
    return unicode(regex ? pattern : escaped(pattern), `g${fold}`);
  } catch (error) {
    throw new TypeError(
      `str.${verb}: ${shown(pattern)} is no regular expression: ${(error as Error).message}`,
      { cause: error },
    );
  }
}

/** The same pattern, but only where a text begins with a match, or consists of one. */
export const anchored = (pattern: RegExp, whole: boolean): RegExp =>
  new RegExp(`^(?:${pattern.source})${whole ? "$" : ""}`, pattern.flags.replace(/[gm]/gu, ""));

/** How many groups a pattern has, and the names of those that have one, by position from 1. */
export function groupsOf(pattern: RegExp): { count: number; names: ReadonlyMap<number, string> } {
  const count = (new RegExp(`${pattern.source}|`, pattern.flags).exec("")?.length ?? 1) - 1;
  const names = new Map<number, string>();
  let position = 0;
  let inClass = false;
  for (const [piece, name] of pattern.source.matchAll(
    /\\.|[[\]]|\((?:\?(?:<([^>=!]+)>|[^<]|<[=!]))?/gsu,
  )) {
    if (piece === "[") inClass = true;
    else if (piece === "]") inClass = false;
    else if (!inClass && (piece === "(" || name !== undefined)) {
      position += 1;
      if (name !== undefined) names.set(position, name);
    }
  }
  return { count, names };
}
