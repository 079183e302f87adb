/** A pattern for the engine's regular expressions: a text matches itself alone. */
export function literalPattern(pattern: string | RegExp): string {
  if (typeof pattern === "string") return pattern.replace(/[\\^$.*+?()[\]{}|#&~-]/gu, "\\$&");
  return pattern.flags.includes("i") ? `(?i)${pattern.source}` : pattern.source;
}
