/** White space and word characters as Rust's and Oniguruma's regular expressions mean them. */
const classes: Readonly<Record<string, readonly [inside: string, outside: string]>> = {
  s: ["\\p{White_Space}", "\\p{White_Space}"],
  S: ["\\P{White_Space}", "\\P{White_Space}"],
  d: ["\\p{Nd}", "\\p{Nd}"],
  D: ["\\P{Nd}", "\\P{Nd}"],
  w: [
    "\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\p{Join_Control}",
    "[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\p{Join_Control}]",
  ],
  W: ["", "[^\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\p{Join_Control}]"],
};

/**
 * The regular expression of a tokenizer.json in JavaScript's syntax.
 *
 * @throws SyntaxError for what JavaScript's regular expressions cannot say
 */
export function foreignPattern(source: string): RegExp {
  let made = "";
  let depth = 0;
  for (let i = 0; i < source.length; i += 1) {
    const letter = source[i];
    if (letter === "\\") {
      const next = source[i + 1] ?? "";
      i += 1;
      const known = classes[next];
      if (known === undefined) made += literal(source, next);
      else if (depth > 0 && known[0] === "") throw unsupported(source, `\\${next} in brackets`);
      else made += depth > 0 ? known[0] : known[1];
      continue;
    }
    if (letter === "[") depth += 1;
    if (letter === "]") depth -= 1;
    if (letter === "+" && depth === 0 && /(?:[^\\][?*+]|\{\d+(?:,\d*)?\})$/u.test(made))
      throw unsupported(source, "a possessive quantifier");
    made += letter;
  }
  try {
    return new RegExp(made, "gu");
  } catch (error) {
    throw unsupported(source, (error as Error).message);
  }
}

/** With the flag u, JavaScript refuses a backslash before a sign that needs none. */
function literal(source: string, letter: string): string {
  if (/[\^$\\.*+?()[\]{}|/pPbBtnrfvux\d-]/u.test(letter)) return `\\${letter}`;
  if (/[a-z]/iu.test(letter)) throw unsupported(source, `\\${letter}`);
  return letter;
}

const unsupported = (source: string, why: string): SyntaxError =>
  new SyntaxError(
    `The pattern ${JSON.stringify(source)} cannot be read here: ${why}. Write it as a JavaScript pattern and set it again.`,
  );

/** Signs that a pattern would take for its own, taken as they are. */
export const escapePattern = (text: string): string =>
  text.replace(/[\^$\\.*+?()[\]{}|/-]/gu, "\\$&");
