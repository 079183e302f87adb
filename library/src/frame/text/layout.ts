const width = (text: string): number => Array.from(text).length;

/** A text brought to `to` characters by a filler on the left, on the right or on both sides. */
export function padded(
  text: string,
  to: number,
  side: "left" | "right" | "both",
  fill: string,
): string {
  const missing = to - width(text);
  if (missing <= 0) return text;
  if (side === "left") return fill.repeat(missing) + text;
  if (side === "right") return text + fill.repeat(missing);
  // Python puts an odd filler on the left where the width is odd, otherwise on the right.
  const left = Math.floor(missing / 2) + (missing & to & 1);
  return fill.repeat(left) + text + fill.repeat(missing - left);
}

/** Zeros before a number's digits, behind its sign. */
export function zeroFilled(text: string, to: number): string {
  const sign = /^[+-]/u.exec(text)?.[0] ?? "";
  return sign + padded(text.slice(sign.length), to - sign.length, "left", "0");
}

/**
 * Lines of at most `to` characters, broken at white space; a word that is longer is cut. All white
 * space counts as a blank, as Python's textwrap has it.
 */
export function wrapped(text: string, to: number): string {
  const flat = tabsExpanded(text).replace(/[\n\v\f\r]/gu, " ");
  const chunks = Array.from(flat.matchAll(/ +|[^ ]+/gu), ([one]) => one).flatMap(hyphenated);
  const lines: string[] = [];
  while (chunks.length > 0) {
    if (lines.length > 0 && chunks[0].trim() === "") chunks.shift();
    const line: string[] = [];
    let used = 0;
    while (chunks.length > 0 && used + width(chunks[0]) <= to) {
      used += width(chunks[0]);
      line.push(chunks.shift() ?? "");
    }
    if (chunks.length > 0 && width(chunks[0]) > to) {
      const room = to - used;
      const characters = Array.from(chunks[0]);
      line.push(characters.slice(0, room).join(""));
      chunks[0] = characters.slice(room).join("");
    }
    if (line.at(-1)?.trim() === "") line.pop();
    if (line.length > 0) lines.push(line.join(""));
  }
  return lines.join("\n");
}

/** A word may also be broken after a hyphen between letters. */
const hyphenated = (chunk: string): string[] => chunk.split(/(?<=[\p{L}_]{2}-)(?=[\p{L}_]{2})/u);

/** A tab reaches to the next column that is a multiple of 8. */
function tabsExpanded(text: string): string {
  let [out, column] = ["", 0];
  for (const character of text) {
    const put = character === "\t" ? " ".repeat(8 - (column % 8)) : character;
    column = /[\n\r]/u.test(character) ? 0 : column + put.length;
    out += put;
  }
  return out;
}
