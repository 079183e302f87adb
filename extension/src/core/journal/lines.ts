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
    const opens =
      match !== null &&
      !(match[1][0] === "`" && match[2].includes("`")) &&
      (closers.get(match[1][0])?.[i + 1] ?? 0) >= match[1].length;
    if (opens) open = match[1];
    return { text, code: opens };
  });
}

/** The level and the text of an ATX heading; undefined for any other line. */
export function headingOf(line: string): { level: number; text: string } | undefined {
  const match = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/.exec(line);
  if (!match) return undefined;
  return { level: match[1].length, text: withoutClosing(match[2] ?? "") };
}

function withoutClosing(text: string): string {
  const trimmed = text.trimEnd();
  const bare = trimmed.replace(/#+$/, "");
  return bare === "" || bare.endsWith(" ") || bare.endsWith("\t") ? bare.trimEnd() : trimmed;
}
