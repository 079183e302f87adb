/** Lines of Markdown with what a reader of a log must know: which are inside a fenced listing. */
export interface Line {
  readonly text: string;
  /** Inside a fenced listing, its fences included. */
  readonly code: boolean;
}

const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/;

/**
 * Marks the fenced listings. A fence that is never closed is an ordinary line here: in a log, a day
 * must not swallow all later ones.
 */
export function markedLines(texts: readonly string[]): Line[] {
  // For each mark the longest closing fence at or after each line.
  const closers = new Map(["`", "~"].map((mark) => [mark, new Int32Array(texts.length + 1)]));
  for (let i = texts.length - 1; i >= 0; i--) {
    for (const [mark, longest] of closers) {
      const match = fence.exec(texts[i]);
      const closes = match && match[1].startsWith(mark) && match[2].trim() === "";
      longest[i] = Math.max(longest[i + 1], closes ? match[1].length : 0);
    }
  }
  let open: string | undefined;
  return texts.map((text, i) => {
    const match = fence.exec(text);
    if (open !== undefined) {
      const closes =
        match &&
        match[1][0] === open[0] &&
        match[1].length >= open.length &&
        match[2].trim() === "";
      if (closes) open = undefined;
      return { text, code: true };
    }
    const begins =
      match !== null && opens(text) && (closers.get(match[1][0])?.[i + 1] ?? 0) >= match[1].length;
    if (begins) open = match[1];
    return { text, code: begins };
  });
}

/** The level and the text of an ATX heading; undefined for any other line. */
export function headingOf(line: string): { level: number; text: string } | undefined {
  const match = /^ {0,3}(#{1,6})(?:[ \t]|$)/.exec(line);
  if (!match) return undefined;
  return { level: match[1].length, text: withoutClosing(line.slice(match[0].length)) };
}

/** A heading's text without the `##` at its end, which must stand apart. */
export function withoutClosing(text: string): string {
  const trimmed = text.trim();
  let end = trimmed.length;
  while (end > 0 && trimmed[end - 1] === "#") end--;
  if (end === 0) return "";
  return end < trimmed.length && /[ \t]/.test(trimmed[end - 1])
    ? trimmed.slice(0, end).trimEnd()
    : trimmed;
}

/** The body with a fence at its end that was left open, so that it holds nothing of what follows. */
export function closed(body: string): string {
  const texts = body.split("\n");
  const lines = markedLines(texts);
  const open = lines.find(({ text, code }) => !code && fence.test(text) && opens(text));
  return open === undefined ? body : `${body}\n${fence.exec(open.text)![1]}`;
}

/** A line of backticks with another one after them is a listing within a line. */
function opens(text: string): boolean {
  const [, mark, rest] = fence.exec(text) ?? ["", "", ""];
  return mark !== "" && !(mark.startsWith("`") && rest.includes("`"));
}
