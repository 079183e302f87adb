import type { Problem } from "../records/problem.ts";
import { isObject, shown } from "../records/values.ts";
import type { Curriculum } from "./types.ts";

export type ParsedCurriculum =
  | { readonly ok: true; readonly curriculum: Curriculum }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads `curriculum.json`; says everything that is wrong with it. */
export function parseCurriculum(text: string): ParsedCurriculum {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const what = `is no JSON: ${error instanceof Error ? error.message : String(error)}`;
    return { ok: false, problems: [{ at: "", what }] };
  }
  const problems = problemsOf(value);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, curriculum: value as Curriculum };
}

function problemsOf(value: unknown): Problem[] {
  if (!isObject(value)) return [{ at: "", what: `is ${shown(value)}, not an object` }];
  const { version, tracks, lessons } = value;
  if (version !== 1) return [{ at: "version", what: `is ${shown(version)}, not 1` }];
  return [
    ...items("tracks", tracks, { texts: ["id", "title"], lists: [] }),
    ...items("lessons", lessons, {
      texts: ["id", "slug", "title", "track", "data", "method", "outcome"],
      lists: ["prerequisites", "exercises"],
    }),
  ];
}

function items(
  name: string,
  list: unknown,
  { texts, lists }: { texts: readonly string[]; lists: readonly string[] },
): Problem[] {
  if (!Array.isArray(list)) return [{ at: name, what: `is ${shown(list)}, not a list` }];
  return list.flatMap((each: unknown, i): Problem[] => {
    const at = `${name}[${i}]`;
    if (!isObject(each)) return [{ at, what: `is ${shown(each)}, not an object` }];
    const wrong = (key: string, wanted: string): Problem => ({
      at: `${at}.${key}`,
      what: `is ${shown(each[key])}, not ${wanted}`,
    });
    return [
      ...texts.filter((key) => typeof each[key] !== "string").map((key) => wrong(key, "a text")),
      ...lists.filter((key) => !areTexts(each[key])).map((key) => wrong(key, "a list of texts")),
      ...(name === "lessons" && !Number.isSafeInteger(each["day"])
        ? [wrong("day", "a whole number")]
        : []),
      ...(each["exerciseIds"] !== undefined && !areTexts(each["exerciseIds"])
        ? [wrong("exerciseIds", "a list of texts")]
        : []),
      ...(each["outcomes"] !== undefined && !areBounds(each["outcomes"])
        ? [wrong("outcomes", "a list of objects with a metric")]
        : []),
    ];
  });
}

const areTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((each) => typeof each === "string");

const areBounds = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every((each) => isObject(each) && typeof each["metric"] === "string");
