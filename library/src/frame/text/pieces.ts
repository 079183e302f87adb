import { space } from "./characters.ts";

/** The characters (code points) of a text from `start` up to `end` by `step`, counted as Python does. */
export function sliced(text: string, start?: number, end?: number, step = 1): string {
  const characters = Array.from(text);
  const length = characters.length;
  const bound = (at: number | undefined, missing: number): number => {
    if (at === undefined) return missing;
    const from = at < 0 ? at + length : at;
    return step > 0
      ? Math.min(Math.max(from, 0), length)
      : Math.min(Math.max(from, -1), length - 1);
  };
  if (step === 1) return characters.slice(bound(start, 0), bound(end, length)).join("");
  const [from, to] =
    step > 0 ? [bound(start, 0), bound(end, length)] : [bound(start, length - 1), bound(end, -1)];
  let out = "";
  for (let at = from; step > 0 ? at < to : at > to; at += step) out += characters[at];
  return out;
}

/** A text with the characters from `start` up to `end` replaced. */
export function replacedSlice(text: string, start: number, end: number, put: string): string {
  const characters = Array.from(text);
  const at = (position: number): number =>
    Math.min(
      Math.max(position < 0 ? position + characters.length : position, 0),
      characters.length,
    );
  const from = at(start);
  return [...characters.slice(0, from), put, ...characters.slice(Math.max(from, at(end)))].join("");
}

const blanks = new RegExp(`[${space}]+`, "u");
const outerBlanks = {
  left: new RegExp(`^[${space}]+`, "u"),
  right: new RegExp(`[${space}]+$`, "u"),
};

export type Side = "left" | "right" | "both";

/** A text without white space, or without any of `characters`, at its ends. */
export function stripped(text: string, side: Side, characters?: string): string {
  if (characters === undefined) {
    const from = side === "right" ? text : text.replace(outerBlanks.left, "");
    return side === "left" ? from : from.replace(outerBlanks.right, "");
  }
  const set = new Set(characters);
  const own = Array.from(text);
  let [start, end] = [0, own.length];
  if (side !== "right") while (start < end && set.has(own[start])) start += 1;
  if (side !== "left") while (end > start && set.has(own[end - 1])) end -= 1;
  return own.slice(start, end).join("");
}

/** The pieces between separators (white space where none is given), at most `n` cuts from the left. */
export function split(text: string, separator: string | RegExp | undefined, n: number): string[] {
  if (separator === undefined) {
    const bare = stripped(text, n > 0 ? "left" : "both");
    return bare === "" ? [] : cut(bare, blanks, n);
  }
  return cut(text, separator, n);
}

function cut(text: string, separator: string | RegExp, n: number): string[] {
  if (typeof separator === "string") {
    const all = text.split(separator);
    if (n <= 0 || all.length <= n + 1) return all;
    return [...all.slice(0, n), all.slice(n).join(separator)];
  }
  const global = separator.flags.includes("g")
    ? separator
    : new RegExp(separator, `${separator.flags}g`);
  const out: string[] = [];
  let start = 0;
  for (const match of text.matchAll(global)) {
    if (n > 0 && out.length >= n) break;
    out.push(text.slice(start, match.index));
    start = match.index + match[0].length;
  }
  out.push(text.slice(start));
  // White space at the end is a separator that nothing follows.
  if (separator === blanks && out.at(-1) === "") out.pop();
  return out;
}

/** As {@link split}, with the cuts made from the right. */
export function rightSplit(text: string, separator: string | undefined, n: number): string[] {
  if (n <= 0) return split(text, separator, n);
  if (separator !== undefined) {
    const all = text.split(separator);
    if (all.length <= n + 1) return all;
    return [all.slice(0, -n).join(separator), ...all.slice(-n)];
  }
  const out: string[] = [];
  let rest = stripped(text, "right");
  const last = new RegExp(`[${space}]+(?=[^${space}]*$)`, "u");
  while (rest !== "") {
    const match = out.length < n ? last.exec(rest) : null;
    if (match === null) {
      out.unshift(rest);
      break;
    }
    out.unshift(rest.slice(match.index + match[0].length));
    rest = rest.slice(0, match.index);
  }
  return out;
}

/** What stands before, at and after the first separator (or the last one, from the right). */
export function partition(text: string, separator: string, fromRight: boolean): string[] {
  const at = fromRight ? text.lastIndexOf(separator) : text.indexOf(separator);
  if (at < 0) return fromRight ? ["", "", text] : [text, "", ""];
  return [text.slice(0, at), separator, text.slice(at + separator.length)];
}
