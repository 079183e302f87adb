import { columnOf, type SeriesLike } from "../base/index.ts";
import { describe } from "../matrix/index.ts";

/** One text a sample: an array or a series. */
export type TextsLike = readonly string[] | SeriesLike<string | null>;

/** The texts. @throws TypeError where a sample has none; it names the sample */
export function readTexts(x: TextsLike, who: string): string[] {
  const values: unknown = Array.isArray(x) ? x : (x as Partial<SeriesLike<unknown>>)?.values;
  if (!Array.isArray(values)) {
    throw new TypeError(
      `${who} needs one text a sample, as an array or a series; it received ${describe(x)}.`,
    );
  }
  return Array.from(columnOf(x, who), (text, i) => {
    if (typeof text === "string") return text;
    throw new TypeError(
      `${who} needs one text a sample, but sample ${i} has ${describe(text)}. Of a frame give one column: frame.column("name").`,
    );
  });
}

export interface AnalyzerParams {
  /** Write capitals small. Default true. */
  lowercase: boolean;
  /** Leave accents out (é becomes e). Default false. */
  stripAccents: boolean;
  /** What counts as a word; a group in it is taken alone. Default: two or more letters or digits. */
  tokenPattern: string;
  /** What is counted: words, letters, or letters within words. Default `"word"`. */
  analyzer: "word" | "char" | "charWb";
  /** The least and the greatest number of words (or letters) in a row that are counted. Default [1, 1]. */
  ngramRange: readonly [number, number];
  /** Words to leave out. Default none. */
  stopWords: readonly string[] | undefined;
}

/** Two or more word characters, as scikit-learn's `(?u)\b\w\w+\b`. */
export const tokenPattern = String.raw`[\p{L}\p{N}\p{M}_]{2,}`;

/** Makes the function that cuts a text into what is counted. */
export function analyzerOf(params: AnalyzerParams): (text: string) => string[] {
  const [least, most] = params.ngramRange;
  const stop = new Set(params.stopWords ?? []);
  const pattern = new RegExp(params.tokenPattern, "gu");
  const prepare = (text: string): string => {
    const cased = params.lowercase ? text.toLowerCase() : text;
    return params.stripAccents ? cased.normalize("NFKD").replace(/\p{M}/gu, "") : cased;
  };
  if (params.analyzer === "word") {
    return (text) => {
      const found = Array.from(prepare(text).matchAll(pattern), (match) => match[1] ?? match[0]);
      const words = stop.size > 0 ? found.filter((word) => !stop.has(word)) : found;
      return runs(words, least, most, " ");
    };
  }
  return (text) => {
    const spaced = prepare(text).replace(/\s\s+/gu, " ");
    if (params.analyzer === "char") return runs([...spaced], least, most, "");
    return spaced
      .split(/\s+/u)
      .filter((word) => word !== "")
      .flatMap((word) => withinWord([...` ${word} `], least, most));
  };
}

function runs(parts: readonly string[], least: number, most: number, between: string): string[] {
  const made: string[] = least === 1 ? [...parts] : [];
  for (let size = Math.max(2, least); size <= most; size++)
    for (let at = 0; at + size <= parts.length; at++)
      made.push(parts.slice(at, at + size).join(between));
  return made;
}

/** A word shorter than the run is taken once, whole. */
function withinWord(letters: readonly string[], least: number, most: number): string[] {
  const made: string[] = [];
  for (let size = least; size <= most; size++) {
    if (letters.length <= size) {
      made.push(letters.join(""));
      break;
    }
    for (let at = 0; at + size <= letters.length; at++)
      made.push(letters.slice(at, at + size).join(""));
  }
  return made;
}
