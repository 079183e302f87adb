const MAX_LINE = 80;
const ESCAPES: Record<string, string> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Text in one line of at most 80 characters, control characters made visible. */
export function shorten(text: string): string {
  const head = text.slice(0, 4 * MAX_LINE);
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const line = head.replace(/[\x00-\x1f\x7f]/g, (char) => ESCAPES[char] ?? "\uFFFD").toWellFormed();
  const chars = [...line];
  return chars.length > MAX_LINE ? `${chars.slice(0, MAX_LINE - 1).join("")}…` : line;
}
