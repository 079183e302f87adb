/** What one position of a pattern accepts; `undefined` is a `*`. */
type Piece = ((character: string) => boolean) | undefined;

const longest = 1_000;

/**
 * SQLite's GLOB over a whole text, as IPython's history has it: `*`, `?`, `[abc]`, `[^a-c]`. The time
 * is at most the product of the lengths, so no pattern keeps the kernel from answering.
 *
 * @throws RangeError where the pattern is longer than 1000 characters.
 */
export function globMatcher(glob: string): (text: string) => boolean {
  if (glob.length > longest) {
    throw new RangeError(
      `A history pattern may have ${longest} characters, and this one has ${glob.length}. ` +
        "Search for a part of it between asterisks.",
    );
  }
  const pieces = parse(glob);
  return (text) => matches(pieces, [...text]);
}

function parse(glob: string): Piece[] {
  const tokens = glob.matchAll(/\[(\^?)(\]?[^\]]*)\]|[\s\S]/gu);
  return [...tokens].map(([token, not, set]) => {
    if (token === "*") return undefined;
    if (token === "?") return () => true;
    if (set === undefined) return (character) => character === token;
    const inside = characterSet(set);
    return (character) => inside(character) === (not === "");
  });
}

function characterSet(set: string): (character: string) => boolean {
  const characters = [...set];
  const singles = new Set<string>();
  const ranges: [string, string][] = [];
  for (let i = 0; i < characters.length; i++) {
    const [from, dash, to] = characters.slice(i, i + 3);
    if (dash === "-" && to !== undefined) {
      ranges.push([from, to]);
      i += 2;
    } else singles.add(from);
  }
  const at = (character: string) => character.codePointAt(0)!;
  return (character) =>
    singles.has(character) ||
    ranges.some(([from, to]) => at(from) <= at(character) && at(character) <= at(to));
}

/** Goes back only to the last `*`: what an earlier one could take, it could take as well. */
function matches(pieces: readonly Piece[], text: readonly string[]): boolean {
  let piece = 0;
  let star = -1;
  let retry = 0;
  for (let at = 0; at < text.length;) {
    const accepts = pieces[piece];
    if (piece < pieces.length && accepts === undefined) {
      star = piece++;
      retry = at;
    } else if (accepts?.(text[at])) {
      piece++;
      at++;
    } else if (star >= 0) {
      piece = star + 1;
      at = ++retry;
    } else return false;
  }
  return pieces.slice(piece).every((rest) => rest === undefined);
}
